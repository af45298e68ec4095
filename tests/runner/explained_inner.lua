-- exit: 1
-- out: E  answer.headers["access-control-allow-origin"]: expected "https://shop.test", it is absent
-- out: answer:
-- out: status = 200
-- out: answer.headers:
-- out: ["content-length"] = "2"
-- out: ["content-type"] = "text/plain"
-- out: ::in a list
-- out: E  found.Items[2].status: expected "done", got "open"
-- out: found.Items[2]:
-- out: id = "b"
-- out: status = "open"
-- out: ::of the whole itself
-- out: E  answer.status: expected 204, got 200
-- out: 3 failed in
-- What an expectation looks into is shown beside the whole, which has a line for it; a long subject is named all the same.
local function asked()
  return { status = 200, headers = { ["content-type"] = "text/plain", ["content-length"] = "2" } }
end

case "a header" (function()
  local answer = asked()
  expect(answer.headers["access-control-allow-origin"]):equals "https://shop.test"
end)
case "in a list" (function()
  local found = { Items = { { id = "a", status = "done" }, { id = "b", status = "open" } }, Count = 2 }
  expect(found.Items[2].status):equals "done"
end)
case "of the whole itself" (function()
  local answer = asked()
  expect(answer.status):equals(204)
end)
