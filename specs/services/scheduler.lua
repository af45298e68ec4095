-- SPDX-License-Identifier: Apache-2.0
-- A tour of scheduler.so: every operation at least once, with wrong inputs.
local scheduler <const> = require "slrun.scheduler"
local sqs <const> = require "slrun.sqs"

pattern {
  name = "scheduler",
  about = "Schedules and their groups.",
  sla = "30s",
}

local OFF <const> = { Mode = "OFF" }

local function target(arn, input)
  return { Arn = arn, RoleArn = "arn:aws:iam::000000000000:role/none", Input = input }
end

case "a schedule and its group come, change and go" (function(t)
  local queue <const> = target "arn:aws:sqs:us-east-1:000000000000:none"
  local group <const> = scheduler.create_schedule_group { Name = t.id }.ScheduleGroupArn
  local named <const> = { Name = t.id, GroupName = t.id }
  scheduler.tag_resource { ResourceArn = group, Tags = { { Key = "a", Value = "b" }, { Key = "c", Value = "d" } } }
  scheduler.untag_resource { ResourceArn = group, TagKeys = { "a" } }
  expect(scheduler.list_tags_for_resource { ResourceArn = group }.Tags):contains { Key = "c", Value = "d" }
  scheduler.create_schedule { Name = t.id, GroupName = t.id, ScheduleExpression = "rate(5 minutes)", FlexibleTimeWindow = OFF, Target = queue }
  expect(scheduler.get_schedule(named)):matches { State = "ENABLED", ScheduleExpression = "rate(5 minutes)" }
  scheduler.update_schedule { Name = t.id, GroupName = t.id, ScheduleExpression = "rate(1 day)", State = "DISABLED", FlexibleTimeWindow = OFF, Target = queue }
  expect(scheduler.all("list_schedules", { NamePrefix = t.id, State = "DISABLED" })):has_length(1)
  expect(scheduler.all("list_schedule_groups", { NamePrefix = t.id })):has_length(1)
  expect(scheduler.get_schedule_group { Name = t.id }.State):equals "ACTIVE"
  scheduler.delete_schedule(named)
  scheduler.delete_schedule_group { Name = t.id }
  expect(function() scheduler.get_schedule_group { Name = t.id } end):raises "ResourceNotFoundException"
end)

case "what is refused" {
  xfail = { on = "moto", reason = "moto takes a name twice, and any expression" },
  act = function(t)
    scheduler.create_schedule_group { Name = t.id }
    expect(function() scheduler.create_schedule_group { Name = t.id } end):raises "ConflictException"
    expect(function()
      scheduler.create_schedule { Name = t.id, ScheduleExpression = "rate(5 years)", FlexibleTimeWindow = OFF,
        Target = target "arn:aws:sqs:us-east-1:000000000000:none" }
    end):raises "ValidationException"
  end,
}

case "a schedule fires by the local clock" {
  only_on = { "local" }, -- by real time it takes an hour
  sla = "2h",
  seed = function(t)
    t.queue = sqs.create_queue { QueueName = t.id }.QueueUrl
    local arn <const> = sqs.get_queue_attributes { QueueUrl = t.queue, AttributeNames = { "QueueArn" } }.Attributes.QueueArn
    scheduler.create_schedule { Name = t.id, ScheduleExpression = "rate(1 hour)", FlexibleTimeWindow = OFF, Target = target(arn, "tick") }
  end,
  listen = function(t) return sqs.listen { QueueUrl = t.queue } end,
  check = function(_, heard) expect(heard):at "[1].Body":equals "tick" end,
}
