-- SPDX-License-Identifier: Apache-2.0
-- require "slrun.local_cloud": what a test may do to the local cloud itself, for cases that say so by `controls`. It
-- goes by requests to the cloud's own addresses (core/local/route.h); time is moved as a sleep moves it.
local core = ...
local caller = core.part "caller"

local module = {}

-- A case that has no mark runs beside others, which would feel what it does.
local function need(mark, name)
  if core.controls(mark) then return end
  caller.misuse("local_cloud.%s needs a case that says controls = { \"%s\" }: it then runs alone, and only on `local`",
    name, mark)
end

local function request(method, path, body)
  local http = require "slrun.http"
  local answer = http[method](core.endpoint() .. path, { json = body })
  local result = core.from_json(answer.body)
  if answer.status >= 400 then caller.misuse("local_cloud: %s", result.message or answer.status) end
  return result
end

local function milliseconds(name, word, value)
  local ms = type(value) == "string" and core.duration(value)
  if not ms then
    caller.misuse("local_cloud.%s: %s must be a duration such as \"30s\", got %s", name, word, core.part("repr").of(value))
  end
  return ms
end

local function add(name, rule, more)
  need("faults", name)
  if type(rule) ~= "table" then caller.misuse("local_cloud.%s takes a table, got %s", name, type(rule)) end
  local sent = {}
  for key, value in pairs(rule) do sent[key] = value end
  if sent.latency ~= nil then
    sent.latency_ms = math.floor(milliseconds(name, "latency", sent.latency))
    sent.latency = nil
  end
  for key, value in pairs(more or {}) do sent[key] = value end
  core.part("case").controlled(core.case_t())
  request("post", "/_slrun/faults", sent)
end

--- `local_cloud.fail { service = ..., error = ... }` Requests fail, whoever sends them, from now to the end of the case.
function module.fail(fault) add("fail", fault) end

--- `local_cloud.duplicates { resource = ... }` Standard queues deliver messages twice. Of the words of `fail`:
-- `resource`, `times`, `probability`, `seed`.
function module.duplicates(which) add("duplicates", which or {}, { chance = "duplicate" }) end

--- `local_cloud.disorder { resource = ... }` Standard queues do not deliver the oldest message first. Words as
-- `duplicates`.
function module.disorder(which) add("disorder", which or {}, { chance = "disorder" }) end

--- `local_cloud.faults()` The faults that are set, each with `happened`: how often.
function module.faults()
  need("faults", "faults")
  return request("get", "/_slrun/faults").faults
end

--- `local_cloud.recover()` Ends all faults of the case.
function module.recover()
  need("faults", "recover")
  request("delete", "/_slrun/faults")
end

--- `local_cloud.advance(duration)` Moves the clock on, by what is due in between, also with `--clock=real`.
function module.advance(duration)
  need("clock", "advance")
  local ms = milliseconds("advance", "what it takes", duration)
  core.part("case").controlled(core.case_t())
  core.clock_force(true)
  core.sleep_ms(ms)
  core.clock_force(false)
end

--- `local_cloud.settle()` Waits until nothing is at work in the local cloud and no event is left that a service has to
-- deliver.
function module.settle()
  need("clock", "settle")
  request("post", "/_slrun/settle")
end

return setmetatable(module, {
  __index = function(_, name)
    caller.misuse("local_cloud has no '%s'; %s", tostring(name), core.nearest(tostring(name), module))
  end,
})
