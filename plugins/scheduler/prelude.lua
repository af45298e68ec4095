-- SPDX-License-Identifier: Apache-2.0
-- What scheduler.so adds to its operations. README.md is its manual.
local scheduler <const>, slrun <const> = ...

for _, name in ipairs { "list", "map" } do scheduler[name] = slrun[name] end

---------------------------------------------------------------------------------------------------
-- The autopsy of a schedule: whether it is on, and when it fires.

slrun.autopsy("AWS::Scheduler::Schedule", function(resource, look)
  local all, code = look:ask(scheduler.list_schedules, { NamePrefix = resource.name })
  if not all then return code and { says = code, level = "error" } end
  for _, one in ipairs(all.Schedules) do
    if one.Name == resource.name then
      local found = look:ask(scheduler.get_schedule, { Name = one.Name, GroupName = one.GroupName })
      return { says = one.State .. (found and ", " .. found.ScheduleExpression or ""), level = one.State ~= "ENABLED" and "notice" or nil,
        targets = slrun.list { one.Target and one.Target.Arn } }
    end
  end
  return { says = "ResourceNotFoundException", level = "error" }
end)
