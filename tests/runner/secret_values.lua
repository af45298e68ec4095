-- args: -j 1
-- exit: 1
-- out: ::a parameter
-- out: words[1]: expected "another", got "***"
-- out: it is ***
-- out: ::a secret
-- out: it is ***
-- out: ::bytes
-- out: SecretBinary: expected ***, got ***
-- out: ::a password
-- out: it was ***
-- out: 4 failed
-- no: a-parameter-in-clear
-- no: a-secret-in-clear
-- no: bytes-in-clear
-- no: Ynl0ZXMtaW4tY2xlYXI
-- no: 62797465
-- Values of parameters and secrets appear nowhere: not in what failed, nor in logs and errors.
local secretsmanager <const> = require "slrun.secretsmanager"
local ssm            <const> = require "slrun.ssm"

local function in_clear(what) return what .. "-in-" .. "clear" end

local function tell(t, value)
  t:log("it is " .. value)
  t:attach("what it is", value)
  expect({ words = { value } }):equals { words = { "another" } }
end

case "a parameter" (function(t)
  ssm.put_parameter { Name = t.id, Value = in_clear "a-parameter", Type = "SecureString" }
  tell(t, ssm.get_parameter { Name = t.id, WithDecryption = true }.Parameter.Value)
end)

case "a secret" (function(t)
  secretsmanager.create_secret { Name = t.id, SecretString = in_clear "a-secret" }
  tell(t, secretsmanager.get_secret_value { SecretId = t.id }.SecretString)
end)

case "bytes" (function(t)
  secretsmanager.create_secret { Name = t.id, SecretBinary = in_clear "bytes" }
  expect(secretsmanager.get_secret_value { SecretId = t.id }):equals { SecretBinary = secretsmanager.binary "another" }
end)

case "a password" (function(t)
  local made = secretsmanager.get_random_password { PasswordLength = 20, ExcludePunctuation = true }.RandomPassword
  error("it was " .. made)
end)
