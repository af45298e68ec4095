-- exit: 1
-- out: coroutines.lua::a yield outside of a coroutine of its own
-- out: coroutine.yield() outside of a coroutine of the spec's own
-- out: 1 failed, 4 passed

local dynamodb <const> = require "slrun.dynamodb"

case "operations and sleeps wait inside a spec's own coroutine" (function(t)
  local steps = {}
  local co = coroutine.create(function(a)
    t:sleep "5ms"
    steps[#steps + 1] = a
    local b = coroutine.yield "one"
    steps[#steps + 1] = #dynamodb.list_tables { Limit = 1 }.TableNames <= 1
    steps[#steps + 1] = b
    return "two"
  end)
  local ok, value = coroutine.resume(co, "first")
  expect(ok):is_true()
  expect(value):equals "one"
  ok, value = coroutine.resume(co, "second")
  expect(ok):is_true()
  expect(value):equals "two"
  expect(steps):equals { "first", true, "second" }
  expect({ coroutine.resume(co) }):equals { false, "cannot resume dead coroutine" }
end)

case "wrap, and two levels" (function(t)
  local function numbers(n)
    return coroutine.wrap(function()
      for i = 1, n do
        t:sleep "1ms"
        coroutine.yield(i)
      end
    end)
  end
  local doubled = coroutine.wrap(function()
    for i in numbers(3) do
      t:sleep "1ms"
      coroutine.yield(i * 2)
    end
  end)
  local got = {}
  for value in doubled do got[#got + 1] = value end
  expect(got):equals { 2, 4, 6 }
end)

case "errors of an inner coroutine" (function(t)
  local co = coroutine.create(function()
    dynamodb.get_item { TableName = "no-such-" .. t.id, Key = { pk = "1" } }
  end)
  local ok, problem = coroutine.resume(co)
  expect(ok):is_false()
  expect(problem.code):equals "ResourceNotFoundException"
end)

case "errors through wrap" (function(t)
  local f = coroutine.wrap(function() t:sleep "1ms" error "inner" end)
  expect(f):raises "inner"
end)

case "a yield outside of a coroutine of its own" (function()
  coroutine.yield()
end)
