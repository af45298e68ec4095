-- SPDX-License-Identifier: Apache-2.0
-- No accident with what is somebody else's: on AWS, what empties a whole resource needs that to be of the pattern's
-- stack, or made by this run.
local core = ...

local last_word = core.part("look").last_word

local guard = {}

local function is_of_stack(stack, kind, name)
  for _, one in ipairs(stack.all) do
    if one.type == kind and last_word(one.name) == last_word(name) then return true end
  end
  return false
end

-- Raises where it is not ours. what: the helper, or the claim in words; t: of the case. `level` is the caller's;
-- `elsewhere`: it is in another region than the stack.
function guard.whole(t, what, kind, name, level, elsewhere)
  if not core.is_aws() or last_word(name):find(core.run_id(), 1, true) then return end
  local stack = t and rawget(t, "the stack")
  if stack and not elsewhere and is_of_stack(stack, kind, name) then return end
  local why = elsewhere and "the run's stack is in another region" or not stack and "there is no stack here that it could be of"
    or stack.unseen and "what the stack " .. stack.name .. " has cannot be told without " .. stack.unseen
    or "it is not of the stack " .. stack.name
  error(("%s: on AWS only what is the stack's or made by this run is emptied as a whole; %s"):format(what, why), level + 1)
end

-- Puts the guard before the operations of a module that its prelude says empty a resource.
function guard.watch(plugin, module, elsewhere)
  for name, of in pairs(core.part("values").empties[plugin] or {}) do
    local operation = module[name]
    module[name] = function(args, ...)
      local kind, resource
      if type(args) == "table" then kind, resource = of(args) end
      if type(resource) == "string" then
        guard.whole(core.case_t(), ("%s.%s %s"):format(plugin, name, resource), kind, resource, 2, elsewhere)
      end
      return operation(args, ...)
    end
  end
end

return guard
