-- SPDX-License-Identifier: Apache-2.0
-- A tour of pipes.so: every operation at least once, with wrong inputs.
local pipes <const> = require "slrun.pipes"
local sqs <const> = require "slrun.sqs"

pattern {
  name = "pipes",
  about = "Pipes from a queue to another.",
  sla = "20s",
}

local ROLE <const> = "arn:aws:iam::000000000000:role/none"

local function queue(t, name)
  local url <const> = sqs.create_queue { QueueName = t.id .. "-" .. name }.QueueUrl
  return url, sqs.get_queue_attributes { QueueUrl = url, AttributeNames = { "QueueArn" } }.Attributes.QueueArn
end

local function create(t, more)
  local source, target
  t.source, source = queue(t, "a")
  t.sink, target = queue(t, "b")
  local args = { Name = t.id, Source = source, Target = target, RoleArn = ROLE }
  for key, value in pairs(more or {}) do args[key] = value end
  return pipes.create_pipe(args)
end

case "a pipe comes, changes and goes" (function(t)
  local made <const> = create(t, { DesiredState = "STOPPED" })
  expect(made):matches { Name = t.id, CurrentState = "CREATING" }
  expect(function() create(t) end):raises "ConflictException"
  expect(pipes.start_pipe { Name = t.id }.CurrentState):equals "STARTING"
  expect(pipes.describe_pipe { Name = t.id }):matches { CurrentState = "RUNNING", SourceParameters = { SqsQueueParameters = { BatchSize = 10 } } }
  expect(pipes.stop_pipe { Name = t.id }.CurrentState):equals "STOPPING"
  pipes.update_pipe { Name = t.id, RoleArn = ROLE, Description = "d" }
  pipes.tag_resource { resourceArn = made.Arn, tags = { a = "b", c = "d" } }
  pipes.untag_resource { resourceArn = made.Arn, tagKeys = { "a" } }
  expect(pipes.list_tags_for_resource { resourceArn = made.Arn }.tags):matches { c = "d" }
  expect(pipes.all("list_pipes", { NamePrefix = t.id })):has_length(1)
  pipes.delete_pipe { Name = t.id }
  expect(function() pipes.describe_pipe { Name = t.id } end):raises "NotFoundException"
end)

case "what passes the filter is sent on" {
  seed = function(t)
    create(t, {
      SourceParameters = { FilterCriteria = { Filters = { { Pattern =  '{"body": {"kind": ["wanted"]}}' } } } },
      TargetParameters = { InputTemplate = '{"id": <$.body.id>, "of": "<aws.pipes.pipe-name>"}' },
    })
  end,
  listen = function(t) return sqs.listen { QueueUrl = t.sink } end,
  act = function(t)
    for id, kind in ipairs { "other", "wanted" } do
      sqs.send_message { QueueUrl = t.source, MessageBody = { id = id, kind = kind } }
    end
  end,
  check = function(t, heard)
    expect(heard):has_length(1)
    expect(heard[1].Body):json():equals { id = 2, of = t.id }
  end,
}
