-- args: -v
-- env: DB_PASSWORD=swordfish-in-clear
-- env: MY_API_TOKEN=token-in-clear
-- env: DB_PASSWORD_FILE=/run/password-file
-- exit: 1
-- out: expected "***!", got "***"
-- out: it is *** and ***, of /run/password-file
-- no: in-clear
-- What variables hold that are called like secrets appears nowhere; where it stands does.
case "a password" (function(t)
  local password = os.getenv "DB_PASSWORD"
  print(("it is %s and %s, of %s"):format(password, os.getenv "MY_API_TOKEN", os.getenv "DB_PASSWORD_FILE"))
  expect(password):equals(password .. "!")
end)
