# SPDX-License-Identifier: Apache-2.0
"""boto3's client of EventBridge Pipes on the local cloud: a tour of the operations, and pipes at work.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import os
import time
import urllib.request
import uuid

import boto3
import pytest

import sdk
from sdk import fails, queue_arn, until, zipped

PIPES, SQS, LAMBDA, KINESIS, DYNAMODB, SNS, EVENTS, LOGS, STATES, CLOUDFORMATION = (boto3.client(n) for n in (
    "pipes", "sqs", "lambda", "kinesis", "dynamodb", "sns", "events", "logs", "stepfunctions", "cloudformation"))
ROLE = "arn:aws:iam::000000000000:role/none"


class World:
    """What a test makes; gone with it."""

    def __init__(self):
        self.id = uuid.uuid4().hex[:10]
        self.undo = []

    def queue(self, name="q", **attributes):
        fifo = ".fifo" if attributes.get("FifoQueue") else ""
        url = SQS.create_queue(QueueName=f"{name}-{self.id}{fifo}", Attributes=attributes)["QueueUrl"]
        self.undo.append(lambda: SQS.delete_queue(QueueUrl=url))
        return url, queue_arn(SQS, url)

    def stream(self, name="s"):
        name = f"{name}-{self.id}"
        KINESIS.create_stream(StreamName=name, ShardCount=1)
        self.undo.append(lambda: KINESIS.delete_stream(StreamName=name))
        KINESIS.get_waiter("stream_exists").wait(StreamName=name, WaiterConfig={"Delay": 1})
        return name, KINESIS.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]["StreamARN"]

    def function(self, name, body):
        name = f"{name}-{self.id}"
        arn = LAMBDA.create_function(FunctionName=name, Runtime="python3.12", Role=ROLE, Handler="app.handler", Timeout=30,
                                     Code={"ZipFile": zipped("def handler(event, context):\n    " + body)})["FunctionArn"]
        self.undo.append(lambda: LAMBDA.delete_function(FunctionName=name))
        return arn

    def machine(self, name, result, kind="EXPRESS"):
        definition = {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": True, **result}}}
        arn = STATES.create_state_machine(name=f"{name}-{self.id}", type=kind, roleArn=ROLE,
                                          definition=json.dumps(definition))["stateMachineArn"]
        self.undo.append(lambda: STATES.delete_state_machine(stateMachineArn=arn))
        return arn

    def pipe(self, source, target, name="p", **more):
        name = f"{name}-{self.id}"
        told = PIPES.create_pipe(Name=name, Source=source, Target=target, RoleArn=ROLE, **more)
        self.undo.append(lambda: PIPES.delete_pipe(Name=name))
        assert told["CurrentState"] == "CREATING"
        return name


@pytest.fixture(name="world")
def make_world():
    world = World()
    yield world
    for undo in reversed(world.undo):
        undo()


def send(url, *bodies):
    for body in bodies:
        SQS.send_message(QueueUrl=url, MessageBody=body if isinstance(body, str) else json.dumps(body))


def bodies(url, n=1):
    return [message["Body"] for message in sdk.take(SQS, url, n)]


def is_empty(url):
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    return all(v == "0" for v in SQS.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"].values())


def test_operations(world):
    _, source = world.queue("a")
    _, target = world.queue("b")
    name = world.pipe(source, target, Description="d", Tags={"k": "v"}, DesiredState="STOPPED")
    arn = f"arn:aws:pipes:us-east-1:000000000000:pipe/{name}"
    told = PIPES.describe_pipe(Name=name)
    assert (told["Arn"], told["CurrentState"], told["DesiredState"], told["Tags"]) == (arn, "STOPPED", "STOPPED", {"k": "v"})
    assert told["SourceParameters"] == {"SqsQueueParameters": {"BatchSize": 10}}
    fails("ConflictException", PIPES.create_pipe, Name=name, Source=source, Target=target, RoleArn=ROLE)
    assert PIPES.start_pipe(Name=name)["CurrentState"] == "STARTING"
    assert PIPES.describe_pipe(Name=name)["CurrentState"] == "RUNNING"
    fails("ConflictException", PIPES.start_pipe, Name=name)
    assert PIPES.stop_pipe(Name=name)["CurrentState"] == "STOPPING"
    told = PIPES.update_pipe(Name=name, RoleArn=ROLE, Description="e", TargetParameters={"InputTemplate": "<$.body>"})
    assert told["CurrentState"] == "UPDATING"
    told = PIPES.describe_pipe(Name=name)
    assert (told["Description"], told["TargetParameters"]) == ("e", {"InputTemplate": "<$.body>"})
    assert [pipe["Name"] for pipe in PIPES.list_pipes(NamePrefix=name, CurrentState="STOPPED")["Pipes"]] == [name]
    assert PIPES.list_pipes(NamePrefix=name, DesiredState="RUNNING")["Pipes"] == []
    PIPES.tag_resource(resourceArn=arn, tags={"l": "w"})
    PIPES.untag_resource(resourceArn=arn, tagKeys=["k", "none"])
    assert PIPES.list_tags_for_resource(resourceArn=arn)["tags"] == {"l": "w"}
    for call in PIPES.describe_pipe, PIPES.delete_pipe, PIPES.start_pipe:
        fails("NotFoundException", call, Name="none")
    for i in range(12):
        world.pipe(source, target, name=f"p{i}", DesiredState="STOPPED")
    pages = list(PIPES.get_paginator("list_pipes").paginate(TargetPrefix=target))
    assert [len(page["Pipes"]) for page in pages] == [10, 3]


@pytest.mark.parametrize("wrong, says", [
    ({"Source": "arn:aws:kafka:us-east-1:000000000000:cluster/c/1"}, "not from arn:aws:kafka"),
    ({"Target": "arn:aws:batch:us-east-1:000000000000:job-queue/q"}, "not arn:aws:batch"),
    ({"Enrichment": "arn:aws:sqs:us-east-1:000000000000:q"}, "API destinations enrich alone"),
    ({"Source": "arn:aws:kinesis:us-east-1:000000000000:stream/s"}, "StartingPosition"),
    ({"SourceParameters": {"FilterCriteria": {"Filters": [{"Pattern": "{\"a\":1}"}]}}}, "Invalid filter pattern"),
    ({"TargetParameters": {"InputTemplate": "<aws.pipes.nothing>"}}, "neither a path nor a reserved variable"),
])
def test_what_is_refused(wrong, says):
    args = {"Name": "p", "Source": "arn:aws:sqs:us-east-1:000000000000:a", "Target": "arn:aws:sqs:us-east-1:000000000000:b",
            "RoleArn": ROLE, **wrong}
    assert says in fails("ValidationException", PIPES.create_pipe, **args)


def test_filters_and_templates(world):
    source, source_arn = world.queue("a")
    target, target_arn = world.queue("b")
    template = ('{"id": <$.body.id>, "name": "<$.body.name>", "all": <$.body.items[*].n>, "none": <$.body.none>, '
                '"pipe": "<aws.pipes.pipe-name>", "whole": <aws.pipes.event.json>, "text": "<$.body.items>"}')
    pattern = json.dumps({"body": {"kind": ["wanted"]}})
    name = world.pipe(source_arn, target_arn, TargetParameters={"InputTemplate": template},
                      SourceParameters={"FilterCriteria": {"Filters": [{"Pattern": pattern}]}})
    body = {"kind": "wanted", "id": 7, "name": "a \"b\"", "items": [{"n": 1}, {"n": 2}]}
    send(source, {"kind": "other"}, "no JSON", body)
    got = json.loads(bodies(target)[0])
    whole = got.pop("whole")
    assert got == {"id": 7, "name": "a \"b\"", "all": [1, 2], "none": "", "pipe": name,
                   "text": json.dumps(body["items"], separators=(",", ":"))}
    assert (whole["body"], whole["eventSource"], whole["eventSourceARN"]) == (body, "aws:sqs", source_arn)
    assert until(lambda: is_empty(source))
    assert PIPES.describe_pipe(Name=name)["StateReason"] == "2 of 3 records did not pass the filters"
    PIPES.update_pipe(Name=name, RoleArn=ROLE, TargetParameters={"InputTemplate": "Order <$.body.name> of <$.body.kind>"})
    send(source, {"kind": "wanted", "name": "x"})
    assert bodies(target) == ["Order x of wanted"]
    PIPES.update_pipe(Name=name, RoleArn=ROLE, TargetParameters={"InputTemplate": ""})
    send(source, {"kind": "wanted"})
    assert json.loads(bodies(target)[0])["body"] == '{"kind": "wanted"}'


def test_fifo_groups_by_paths(world):
    source, source_arn = world.queue("a", FifoQueue="true", ContentBasedDeduplication="true")
    target, target_arn = world.queue("b", FifoQueue="true")
    world.pipe(source_arn, target_arn, TargetParameters={"SqsQueueParameters": {
        "MessageGroupId": "$.body.account", "MessageDeduplicationId": "$.messageId"}})
    for i in range(12):
        SQS.send_message(QueueUrl=source, MessageBody=json.dumps({"account": f"g{i % 2}", "i": i}), MessageGroupId="one")
    got = [json.loads(json.loads(body)["body"])["i"] for body in bodies(target, 12)]
    assert [i for i in got if i % 2 == 0] == [0, 2, 4, 6, 8, 10]
    assert [i for i in got if i % 2] == [1, 3, 5, 7, 9, 11]


def test_enriched_by_a_function(world):
    source, source_arn = world.queue("a")
    target, target_arn = world.queue("b")
    enrichment = world.function("enrich", 'return [{"n": e["n"] * 2} for e in event if e["n"] != 2]')
    world.pipe(source_arn, target_arn, Enrichment=enrichment, EnrichmentParameters={"InputTemplate": '{"n": <$.body.n>}'},
               TargetParameters={"InputTemplate": "<$.n>"})
    send(source, *({"n": n} for n in (1, 2, 3)))
    assert sorted(bodies(target, 2)) == ["2", "6"]
    assert until(lambda: is_empty(source))


def test_enriched_by_an_express_machine(world):
    source, source_arn = world.queue("a")
    target, target_arn = world.queue("b")
    machine = world.machine("enrich", {"Parameters": {"got.$": "$[0].body"}})
    world.pipe(source_arn, target_arn, Enrichment=machine, SourceParameters={"SqsQueueParameters": {"BatchSize": 1}})
    send(source, "hello")
    assert [json.loads(body) for body in bodies(target)] == [{"got": "hello"}]


def test_a_function_answers_for_parts_of_a_batch(world):
    dlq, dlq_arn = world.queue("dlq")
    source, source_arn = world.queue("a", VisibilityTimeout="1", RedrivePolicy=json.dumps(
        {"deadLetterTargetArn": dlq_arn, "maxReceiveCount": 2}))
    target = world.function("target", 'return {"batchItemFailures": [{"itemIdentifier": e["messageId"]} for e in event '
                                      'if e["body"] == "bad"]}')
    name = world.pipe(source_arn, target)
    send(source, "good", "bad", "fine")
    assert bodies(dlq) == ["bad"]
    assert until(lambda: is_empty(source))
    assert PIPES.describe_pipe(Name=name)["CurrentState"] == "RUNNING"


def test_kinesis_to_a_bus(world):
    stream, stream_arn = world.stream()
    queue, arn = world.queue()
    EVENTS.put_rule(Name=world.id, EventPattern=json.dumps({"source": [{"prefix": "Pipe "}, "mine"]}))
    EVENTS.put_targets(Rule=world.id, Targets=[{"Id": "q", "Arn": arn}])
    world.undo.append(lambda: (EVENTS.remove_targets(Rule=world.id, Ids=["q"]), EVENTS.delete_rule(Name=world.id)))
    bus = "arn:aws:events:us-east-1:000000000000:event-bus/default"
    name = world.pipe(stream_arn, bus, SourceParameters={"KinesisStreamParameters": {
        "StartingPosition": "LATEST", "BatchSize": 2}, "FilterCriteria": {"Filters": [{"Pattern": '{"data": {"type": ["new"]}}'}]}})
    other = world.pipe(stream_arn, bus, name="o", SourceParameters={"KinesisStreamParameters": {"StartingPosition": "LATEST"}},
                       TargetParameters={"InputTemplate": '{"data": <$.data>}', "EventBridgeEventBusParameters": {
                           "DetailType": "$.data.type", "Source": "mine", "Resources": ["$.eventSourceARN"], "Time": "$.data.at"}})
    for kind in "old", "new":
        KINESIS.put_record(StreamName=stream, PartitionKey="k", Data=json.dumps({"type": kind, "at": "2024-01-02T03:04:05Z"}))
    got = [json.loads(body) for body in bodies(queue, 3)]
    event = next(e for e in got if e["source"] == f"Pipe {name}")
    assert event["detail-type"] == "Event from aws:kinesis"
    assert set(event["detail"]) == {"kinesisSchemaVersion", "partitionKey", "sequenceNumber", "data", "approximateArrivalTimestamp",
                                    "eventSource", "eventVersion", "eventID", "eventName", "invokeIdentityArn", "awsRegion",
                                    "eventSourceARN"}
    mine = {e["detail-type"]: e for e in got if e["source"] == "mine"}
    assert mine["old"]["detail"]["data"]["type"] == "old" and mine["old"]["time"] == "2024-01-02T03:04:05Z" and mine["new"]["resources"] == [stream_arn], other


def test_dead_letters_of_a_stream(world):
    stream, stream_arn = world.stream()
    queue, arn = world.queue()
    target = world.function("fails", 'raise ValueError("no")')
    name = world.pipe(stream_arn, target, SourceParameters={"KinesisStreamParameters": {
        "StartingPosition": "TRIM_HORIZON", "MaximumRetryAttempts": 1, "DeadLetterConfig": {"Arn": arn}}})
    KINESIS.put_record(StreamName=stream, PartitionKey="k", Data="x")
    letter = json.loads(bodies(queue)[0])
    assert letter["context"] == {"condition": "RetryAttemptsExhausted",
                                 "partnerResourceArn": f"arn:aws:pipes:us-east-1:000000000000:pipe/{name}"}
    info = letter["KinesisBatchInfo"]
    assert (letter["version"], info["batchSize"], info["streamArn"]) == ("1.0", 1, stream_arn)


def test_a_table_to_a_topic_and_a_machine(world):
    queue, arn = world.queue()
    topic = SNS.create_topic(Name=world.id)["TopicArn"]
    SNS.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn, Attributes={"RawMessageDelivery": "true"})
    table = DYNAMODB.create_table(TableName=world.id, BillingMode="PAY_PER_REQUEST", StreamSpecification={
        "StreamEnabled": True, "StreamViewType": "NEW_IMAGE"}, KeySchema=[{"AttributeName": "k", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "k", "AttributeType": "S"}])["TableDescription"]
    world.undo.append(lambda: (DYNAMODB.delete_table(TableName=world.id), SNS.delete_topic(TopicArn=topic)))
    parameters = {"DynamoDBStreamParameters": {"StartingPosition": "LATEST", "BatchSize": 1}}
    world.pipe(table["LatestStreamArn"], topic, SourceParameters=parameters,
               TargetParameters={"InputTemplate": "<$.dynamodb.NewImage.k.S>"})
    machine = world.machine("target", {}, "STANDARD")
    world.pipe(table["LatestStreamArn"], machine, name="m", SourceParameters=parameters, TargetParameters={
        "StepFunctionStateMachineParameters": {"InvocationType": "FIRE_AND_FORGET"}})
    DYNAMODB.put_item(TableName=world.id, Item={"k": {"S": "one"}})
    assert bodies(queue) == ["one"]
    ran = until(lambda: STATES.list_executions(stateMachineArn=machine)["executions"])
    got = json.loads(STATES.describe_execution(executionArn=ran[0]["executionArn"])["input"])
    assert [e["dynamodb"]["Keys"] for e in got] == [{"k": {"S": "one"}}]


def test_logs(world):
    source, source_arn = world.queue()
    group = f"/pipes/{world.id}"
    LOGS.create_log_group(logGroupName=group)
    world.undo.append(lambda: LOGS.delete_log_group(logGroupName=group))
    world.pipe(source_arn, f"arn:aws:logs:us-east-1:000000000000:log-group:{group}:*",
               TargetParameters={"InputTemplate": "Order <$.body.id>"})
    send(source, {"id": 5})
    found = until(lambda: LOGS.filter_log_events(logGroupName=group)["events"])
    assert [event["message"] for event in found] == ["Order 5"]


TEMPLATE = """
Resources:
  A: { Type: AWS::SQS::Queue }
  B: { Type: AWS::SQS::Queue }
  Pipe:
    Type: AWS::Pipes::Pipe
    Properties:
      RoleArn: %s
      Source: !GetAtt A.Arn
      Target: !GetAtt B.Arn
      SourceParameters:
        SqsQueueParameters: { BatchSize: 1 }
      TargetParameters:
        InputTemplate: '%s'
      Tags: { %s }
Outputs:
  A: { Value: !Ref A }
  B: { Value: !Ref B }
  Name: { Value: !Ref Pipe }
  Arn: { Value: !GetAtt Pipe.Arn }
"""


def test_stacks(world):
    name = f"stack-{world.id}"
    CLOUDFORMATION.create_stack(StackName=name, TemplateBody=TEMPLATE % (ROLE, "one <$.body>", "k: v, l: w"))
    CLOUDFORMATION.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    stack = CLOUDFORMATION.describe_stacks(StackName=name)["Stacks"][0]
    out = {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}
    assert out["Arn"] == PIPES.describe_pipe(Name=out["Name"])["Arn"]
    send(out["A"], "x")
    assert bodies(out["B"]) == ["one x"]
    CLOUDFORMATION.update_stack(StackName=name, TemplateBody=TEMPLATE % (ROLE, "two <$.body>", "l: x"))
    CLOUDFORMATION.get_waiter("stack_update_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    send(out["A"], "x")
    assert bodies(out["B"]) == ["two x"]
    tags = PIPES.list_tags_for_resource(resourceArn=out["Arn"])["tags"]
    assert {key: value for key, value in tags.items() if not key.startswith("aws:")} == {"l": "x"}
    CLOUDFORMATION.delete_stack(StackName=name)
    CLOUDFORMATION.get_waiter("stack_delete_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    fails("NotFoundException", PIPES.describe_pipe, Name=out["Name"])


def test_what_fails_again_and_again_is_warned_of_once(world):
    dead, dead_arn = world.queue("dead")
    redrive = json.dumps({"deadLetterTargetArn": dead_arn, "maxReceiveCount": "3"})
    source, source_arn = world.queue("source", VisibilityTimeout="1", RedrivePolicy=redrive)
    name = world.pipe(source_arn, world.function("broken", "raise ValueError('no price')"))
    send(source, "x")
    assert bodies(dead) == ["x"]  # after three batches
    assert "no price" in PIPES.describe_pipe(Name=name)["StateReason"]
    with urllib.request.urlopen(f"{os.environ['AWS_ENDPOINT_URL']}/_slrun/warnings", timeout=30) as answer:
        warned = [one["text"] for one in json.load(answer)["warnings"] if f"pipes: {name}:" in one["text"]]
    assert len(warned) == 1 and "no price" in warned[0]


def test_what_an_update_keeps_and_replaces(world):
    name = world.pipe(world.stream()[1], world.queue()[1], Enrichment="", DesiredState="STOPPED", TargetParameters={"InputTemplate": "<$.data>"},
                      SourceParameters={"KinesisStreamParameters": {"StartingPosition": "TRIM_HORIZON", "BatchSize": 5}})
    before = PIPES.describe_pipe(Name=name)
    assert until(lambda: time.time() >= before["LastModifiedTime"].timestamp() + 1)  # it is told in seconds
    PIPES.update_pipe(Name=name, RoleArn=ROLE, Enrichment=world.function("f", "return event"),
                      SourceParameters={"KinesisStreamParameters": {"BatchSize": 7}},
                      TargetParameters={"SqsQueueParameters": {"MessageGroupId": "g"}})
    after = PIPES.describe_pipe(Name=name)
    stream = after["SourceParameters"]["KinesisStreamParameters"]
    assert (stream["StartingPosition"], stream["BatchSize"]) == ("TRIM_HORIZON", 7)
    assert after["TargetParameters"] == {"InputTemplate": "<$.data>", "SqsQueueParameters": {"MessageGroupId": "g"}}
    assert "Enrichment" in after and after["LastModifiedTime"] > before["LastModifiedTime"] and after["CreationTime"] == before["CreationTime"]
    PIPES.update_pipe(Name=name, RoleArn=ROLE, Enrichment="")
    assert "Enrichment" not in PIPES.describe_pipe(Name=name)
    assert fails("ValidationException", PIPES.update_pipe, Name=name, RoleArn=ROLE, Target="arn:aws:x:us-east-1:000000000000:y").startswith("Target: ")
    assert PIPES.describe_pipe(Name=name)["Target"] == after["Target"]


def test_there_are_a_thousand_pipes_at_most(world):
    (_, source), (_, target) = world.queue("a"), world.queue("b")
    have = sum(len(page["Pipes"]) for page in PIPES.get_paginator("list_pipes").paginate())
    for i in range(1000 - have):
        world.pipe(source, target, f"n{i}", DesiredState="STOPPED")
    assert fails("ServiceQuotaExceededException", world.pipe, source=source, target=target) == "The quota of pipes is reached."
