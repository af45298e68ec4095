-- SPDX-License-Identifier: Apache-2.0
-- What secretsmanager.so adds to its operations: values as JSON. README.md is its manual.
local secretsmanager <const>, slrun <const> = ...

for _, name in ipairs { "binary", "list", "map" } do secretsmanager[name] = slrun[name] end

-- A table as SecretString is sent as JSON.
for _, name in ipairs { "create_secret", "put_secret_value", "update_secret" } do
  local call <const> = secretsmanager[name]
  secretsmanager[name] = function(args, ...)
    if type(args) ~= "table" or type(args.SecretString) ~= "table" then return call(args, ...) end
    local text, why = slrun.to_json(args.SecretString)
    if not text then slrun.error(("secretsmanager.%s: SecretString: %s"):format(name, why), 2) end
    local copy = {}
    for key, value in pairs(args) do copy[key] = value end
    copy.SecretString = text
    return call(copy, ...)
  end
end
