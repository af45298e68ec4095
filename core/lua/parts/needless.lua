-- SPDX-License-Identifier: Apache-2.0
-- What the Lua code of a clean-up (t:defer, teardown) need not do, or should not: it warns, once for
-- each place.
local core = ...
local same = core.part("equal").same

local warned = {} -- by place and operation

local function warn(place, operation, text)
  local key = place .. " " .. operation
  if not warned[key] then
    warned[key] = true
    core.warn(text)
  end
end

-- The undo that sends just this, or nil.
local function undo_of(entries, service, operation, args)
  for _, entry in ipairs(entries or {}) do
    if entry and entry.kind == "undo" and entry.service == service and entry.operation == operation
      and same(entry.args, args) then
      return entry
    end
  end
end

-- An operation is called in the clean-up of a case whose state that is.
return function(state, service, operation, creates, args)
  if creates then
    return warn(state.cleaning, operation, ("%s.%s in %s: it must be removed in the time of the same clean-up, "
      .. "and Lua code does not run again after kill -9; make things in seed or act"):format(service, operation,
      state.cleaning))
  end
  local undo = undo_of(state.cleanups, service, operation, args) or undo_of(state.undone, service, operation, args)
  if undo then
    warn(state.cleaning, operation, ("%s.%s is already undone by slrun, also after kill -9: %s is not needed for it")
      :format(service, undo.creates, state.cleaning))
  end
end
