-- SPDX-License-Identifier: Apache-2.0
-- What http.so adds to its operations: the address may stand in front of the rest. README.md is its
-- manual.
local http <const>, slrun <const> = ...

for _, name in ipairs { "list", "map", "binary", "file" } do http[name] = slrun[name] end

--- The address may stand in front of the rest.
---@overload fun(url: string, options?: table): table
for _, method in ipairs { "get", "head", "options", "post", "put", "patch", "delete" } do
  local call <const> = http[method]

  http[method] = function(url, options, ...)
    if type(url) ~= "string" and options == nil then return call(url) end
    if type(url) ~= "string" or options ~= nil and type(options) ~= "table" or select("#", ...) > 0 then
      slrun.error(("http.%s takes an address and one table, such as http.%s(url, { query = { n = 1 } })")
                  :format(method, method), 2)
    end
    local args = { url = url }
    for key, value in pairs(options or {}) do
      if key == "url" then slrun.error(("http.%s: the address stands twice"):format(method), 2) end
      args[key] = value
    end
    return call(args)
  end
end
