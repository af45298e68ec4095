-- SPDX-License-Identifier: Apache-2.0
-- Listeners, in the states of the specs: what a reader brings (reader.lua, and listen.c between them)
-- is judged here by the `match` of each listener, and kept.
local core = ...
local values = core.part "values"

local RECORDS_MAX = 10000 -- that one listener keeps
local OTHERS_MAX = 1000   -- of a source, what came last: for others() and for reports
local SETTLE = 10000      -- ms that a case waits at its end until what it has heard is settled

local module = {}

local failure_mt = core.part("expect").failure_mt
local caller = core.part "caller"

local listener = {}
local listener_mt = { __name = "slrun.listener", __index = listener }
local open = setmetatable({}, { __mode = "k" }) -- t -> its listeners

function listener_mt.__tostring(self) return ("%s: %d kept"):format(self.label, #self.kept) end

local function is_listener(value) return getmetatable(value) == listener_mt end

local function copy(value)
  if type(value) ~= "table" then return value end
  local new = {}
  for key, member in next, value do new[key] = copy(member) end
  return setmetatable(new, getmetatable(value))
end

-- The error of a listener, with the place where it was opened.
local function problem_of(self)
  local p = self.problem
  if p.raised ~= nil then return p.raised end
  if not p.service then return ("%s%s: %s"):format(self.where, self.label, p.message) end
  local e = copy(p)
  e.where = self.where
  return setmetatable(e, values.error_mt)
end

local function tell(self)
  if not self.problem then return end
  self.told = true
  error(problem_of(self), 0)
end

--- `listener:records()` All that it has kept since it was opened and that was not taken, oldest first. For
-- queues also `messages()`.
function listener:records()
  tell(self)
  return values.slrun.list(table.move(self.kept, 1, #self.kept, 1, {}))
end
listener.messages = listener.records

function listener_mt.__len(self)
  tell(self)
  return #self.kept
end

--- `listener:take(n)` Takes the oldest out of it and returns them; fewer if there are not so many.
-- @param n how many @default 1
function listener:take(n)
  tell(self)
  local taken = table.move(self.kept, 1, math.min(n or 1, #self.kept), 1, {})
  self.kept = table.move(self.kept, #taken + 1, #self.kept, 1, {})
  return values.slrun.list(taken)
end

-- What came and did not match, oldest first.
local function others_of(self)
  local found = {}
  for _, entry in ipairs(self.first and self.heard.log or {}) do
    if entry.at >= self.first and not entry.by[self] then found[#found + 1] = entry.record end
  end
  return found
end

--- `listener:others()` What came and did not match, oldest first: the newest $(listener.OTHERS_MAX) of the source.
function listener:others()
  tell(self)
  return values.slrun.list(copy(others_of(self)))
end

--- `listener:wait(n, within)` Waits until it has so many, and returns them all.
-- @param n how many @default 1
-- @param within a duration @default the SLA of the case
function listener:wait(n, within)
  local source, line = core.caller()
  n = n or 1
  core.case_t():wait {
    within = within,
    poll = function()
      if #self >= n then return true end
      error(setmetatable({ kind = "expectation", message = ("%d of %d records"):format(#self, n),
        source = source, line = line }, failure_mt), 0)
    end,
  }
  return self:records()
end

--- `listener:close()` It hears nothing more, and keeps what it has. The end of the case does it too.
function listener:close()
  if self.handle then core.listener_leave(self.handle) end
end

-- Opening ---------------------------------------------------------------------------------------

local function check_args(name, definition, args)
  local params = definition.params or {}
  if type(args) ~= "table" then caller.misuse("%s: expected a table, got %s", name, type(args)) end
  for key, kind in pairs(params) do
    local want = (kind == "map" or kind == "list") and "table" or kind
    if type(args[key]) ~= want then
      caller.misuse("%s: '%s' must be a %s, got %s", name, key, kind, type(args[key]))
    end
  end
  for key in pairs(args) do
    if not params[key] then
      caller.misuse("%s has no '%s'; %s", name, tostring(key), core.nearest(tostring(key), params))
    end
  end
end

local function check_options(name, options)
  for key, value in pairs(options) do
    if key ~= "match" then caller.misuse("%s has no option '%s'; there is: match", name, tostring(key)) end
    if type(value) ~= "function" then caller.misuse("%s: 'match' must be a function, got %s", name, type(value)) end
  end
end

-- Returns once nothing that comes from now on is missed.
local function until_ready(self)
  while not self.problem and not core.listener_ready(self.handle) do
    core.attend()
    core.wait_until(core.now() + SETTLE)
  end
  tell(self)
end

-- Where it is opened, as an error begins: "file:line: ". After `return sqs.listen { ... }` only its match knows that.
local function place(match)
  local source, line = core.caller()
  if source then return ("%s:%d: "):format(source:sub(2), line) end
  local info = match and debug.getinfo(match, "S")
  return info and info.source:sub(1, 1) == "@" and ("%s:%d: "):format(info.source:sub(2), info.linedefined) or ""
end

function module.listen(plugin, name, args, options)
  local definition = values.source_of(plugin, name)
  local called = plugin .. "." .. name
  check_args(called, definition, args)
  check_options(called, options or {})
  local t = core.case_t()
  local self = setmetatable({
    match = options and options.match, show = definition.show, kept = {}, ids = {},
    label = definition.describe and definition.describe(args) or called,
    where = place(options and options.match),
    resource = definition.resource and table.pack(definition.resource(args)) or nil,
  }, listener_mt)
  self.handle = core.listen_join(self, args, plugin, name, self.label, definition.settled)
  open[t] = open[t] or {}
  table.insert(open[t], self)
  table.insert(core.part("case").cleanups(t), { kind = "listener", listener = self })
  until_ready(self)
  return self
end

-- The end of its case. What its messages need is done first: a queue may be deleted next. A problem
-- that no wait has told is told here, if the case is to blame for it, or if records stay behind.
function module.finish(self)
  if not self.handle then return end
  core.listener_leave(self.handle)
  local till = core.now() + SETTLE
  while core.listener_busy(self.handle) and core.now() < till do
    core.attend()
    core.wait_until(till)
  end
  core.listener_forget(self.handle)
  self.handle = nil
  local step = self.problem and self.problem.step
  if not self.told and (step == "match" or step == "settle") then tell(self) end
end

-- Hearing: called from listen_tell.c ------------------------------------------------------------

-- What comes again (it was given back) goes to the end of the log, as what came last.
local function note(heard, record, id)
  local entry = id and heard.by_id[id]
  heard.n = heard.n + 1
  if entry then
    for i = #heard.log, 1, -1 do
      if heard.log[i] == entry then table.remove(heard.log, i) break end
    end
    entry.at, entry.record = heard.n, record
  else
    entry = { at = heard.n, record = record, id = id, by = setmetatable({}, { __mode = "k" }) }
    if id then heard.by_id[id] = entry end
  end
  heard.log[#heard.log + 1] = entry
  return entry
end

-- A round has brought a batch for the listeners of this state; `heard` is theirs.
function module.begin(heard, batch)
  if not heard.log then heard.log, heard.by_id, heard.n = {}, {}, 0 end
  batch.first, batch.entries = heard.n + 1, {}
  for i, record in ipairs(batch.records) do
    batch.entries[i] = note(heard, record, batch.ids[i] or nil)
  end
  while #heard.log > OTHERS_MAX do
    local oldest = table.remove(heard.log, 1)
    if oldest.id then heard.by_id[oldest.id] = nil end
  end
  return batch
end

-- What comes from outside of a match tells more than what was raised inside of it.
function module.fail(self, problem)
  if problem.step == "match" or not self.problem then self.problem = problem end
end

-- An error in a match is its own case's, and no "not yet".
local function match_failed(self, problem)
  if getmetatable(problem) == failure_mt and problem.kind ~= "skip" then
    local at = problem.source and ("%s:%d: "):format(problem.source:sub(2), problem.line) or self.where
    problem = ("%san expectation failed in match: %s"):format(at, problem.message)
  end
  self.problem = { step = "match", raised = problem }
end

local function judge(self, record)
  if not self.match then return true end
  local ok, verdict = xpcall(self.match, caller.with_traceback, record)
  if ok then return verdict end
  match_failed(self, verdict)
  return false
end

local function keep(self, record, id)
  if #self.kept >= RECORDS_MAX then
    self.problem = { step = "match", message = ("it has kept %d records and takes no more; take() them, or "
      .. "let `match` choose"):format(RECORDS_MAX) }
    return false
  end
  self.kept[#self.kept + 1] = copy(record)
  if id then self.ids[id] = true end
  return true
end

-- A listener judges a batch: what it wants it keeps, and says so in `claimed`. Whether that is news.
function module.hear(self, batch, claimed)
  local news = false
  if self.problem then return false end
  self.first = self.first or batch.first
  for i, record in ipairs(batch.records) do
    local id = batch.ids[i]
    if self.problem then return true end
    if id and self.ids[id] then
      claimed[i], batch.entries[i].by[self] = true, true -- it came again: told once
    elseif judge(self, record) and keep(self, record, id) then
      claimed[i], batch.entries[i].by[self] = true, true
      news = true
    end
  end
  return news or self.problem ~= nil
end

-- For the wait engine ---------------------------------------------------------------------------

-- Raises what has gone wrong with a listener of a case; once, for a spec may go on after it.
function module.check(t)
  for _, self in ipairs(open[t] or {}) do
    if not self.told then tell(self) end
  end
end

-- What check gets where there is no poll: what the listener has, or each of a table of listeners.
function module.found(value)
  if is_listener(value) then return value:records() end
  if type(value) ~= "table" or getmetatable(value) then return value end
  local found, any = {}, false
  for key, member in pairs(value) do
    any = any or is_listener(member)
    found[key] = is_listener(member) and member:records() or member
  end
  return any and found or value
end

local function last(list, n, show)
  local shown = {}
  for i = math.max(1, #list - n + 1), #list do
    shown[#shown + 1] = core.part("repr").of(show and show(list[i]) or list[i])
  end
  return shown
end

-- How many a case has opened, but for those that it has put on `t`.
function module.loose(t)
  local n = #(open[t] or {})
  for _, value in next, t do
    if is_listener(value) then n = n - 1 end
  end
  return n
end

-- What a case listens to and can be looked at: what `resource` of the source says, a type and a name.
function module.resources(t)
  local found = {}
  for _, self in ipairs(open[t] or {}) do
    if self.resource then found[#found + 1] = self.resource end
  end
  return found
end

-- What the listeners of a case have heard so far, as text, the last n of each kind.
function module.told(t, n)
  local told = {}
  for i, self in ipairs(open[t] or {}) do
    local others = others_of(self)
    told[i] = { label = self.label, n_kept = #self.kept, kept = last(self.kept, n, self.show),
      n_others = #others, others = last(others, n, self.show) }
    told[i].missed = #self.kept == 0 and core.part("look").mention(told[i].others, t.id)
  end
  return told
end

return module
