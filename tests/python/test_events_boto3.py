# SPDX-License-Identifier: Apache-2.0
"""boto3's EventBridge client on the local cloud: a tour of the operations, events in stacks.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import datetime
import json
import time
import uuid

import boto3
import pytest

from sdk import WITHIN, fails, until

EVENTS, SQS, S3, LOGS, KINESIS, SNS, CLOUDFORMATION = (
    boto3.client(n) for n in ("events", "sqs", "s3", "logs", "kinesis", "sns", "cloudformation"))


@pytest.fixture(name="name")
def make_name():
    return f"events-{uuid.uuid4().hex[:10]}"


@pytest.fixture(name="queue")
def make_queue(name):
    url = SQS.create_queue(QueueName=name)["QueueUrl"]
    yield url
    SQS.delete_queue(QueueUrl=url)


def arn_of(queue):
    return SQS.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]


@pytest.fixture(name="bus")
def make_bus(name, queue):
    EVENTS.create_event_bus(Name=name)
    EVENTS.put_rule(Name="all", EventBusName=name, EventPattern=json.dumps({"source": ["test"]}))
    EVENTS.put_targets(Rule="all", EventBusName=name, Targets=[{"Id": "queue", "Arn": arn_of(queue)}])
    yield name
    ids = [target["Id"] for target in EVENTS.list_targets_by_rule(Rule="all", EventBusName=name)["Targets"]]
    EVENTS.remove_targets(Rule="all", EventBusName=name, Ids=ids)
    EVENTS.delete_rule(Name="all", EventBusName=name)
    EVENTS.delete_event_bus(Name=name)


def put(bus, **more):
    entry = {"Source": "test", "DetailType": "t", "Detail": '{"a": 1}', "EventBusName": bus, **more}
    told = EVENTS.put_events(Entries=[entry])
    assert told["FailedEntryCount"] == 0
    return told["Entries"][0]["EventId"]


def take(queue, n=1):
    found, end = [], time.monotonic() + WITHIN
    while len(found) < n and time.monotonic() < end:
        for message in SQS.receive_message(QueueUrl=queue, WaitTimeSeconds=2, MaxNumberOfMessages=10).get("Messages", []):
            SQS.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
            found.append(json.loads(message["Body"]))
    assert len(found) == n
    return found


def test_buses_and_rules(name):
    assert EVENTS.create_event_bus(Name=name)["EventBusArn"] == f"arn:aws:events:us-east-1:000000000000:event-bus/{name}"
    with pytest.raises(EVENTS.exceptions.ResourceAlreadyExistsException):
        EVENTS.create_event_bus(Name=name)
    made = [EVENTS.put_rule(Name=f"r{i:03}", EventBusName=name, EventPattern='{"source":["x"]}')["RuleArn"] for i in range(103)]
    pages = list(EVENTS.get_paginator("list_rules").paginate(EventBusName=name))
    assert [len(page["Rules"]) for page in pages] == [100, 3]
    assert [rule["Arn"] for page in pages for rule in page["Rules"]] == made
    assert fails("ValidationException", EVENTS.delete_event_bus, Name=name) == "Event bus can't be deleted since it has rules."
    for i in range(103):
        EVENTS.delete_rule(Name=f"r{i:03}", EventBusName=name)
    described = EVENTS.describe_event_bus(Name=name)
    assert isinstance(described["CreationTime"], datetime.datetime)
    EVENTS.delete_event_bus(Name=name)


def test_event(bus, queue):
    moment = datetime.datetime(2026, 11, 21, 7, 0, tzinfo=datetime.timezone.utc)
    event_id = put(bus, Detail='{"grüße": "日本語"}', Resources=["a", "b"], Time=moment)
    assert take(queue) == [{"version": "0", "id": event_id, "detail-type": "t", "source": "test", "account": "000000000000",
                            "time": "2026-11-21T07:00:00Z", "region": "us-east-1", "resources": ["a", "b"],
                            "detail": {"grüße": "日本語"}}]
    put(bus, Detail=json.dumps({"x": "y" * 200000}))
    assert len(take(queue)[0]["detail"]["x"]) == 200000
    assert "over the limit" in fails("ValidationException", EVENTS.put_events, Entries=[
        {"Source": "test", "DetailType": "t", "Detail": json.dumps({"x": "y" * 262144}), "EventBusName": bus}])


def test_targets_of_other_services(name, bus):
    LOGS.create_log_group(logGroupName=name)
    KINESIS.create_stream(StreamName=name, ShardCount=1)
    KINESIS.get_waiter("stream_exists").wait(StreamName=name, WaiterConfig={"Delay": 1})
    stream = KINESIS.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]["StreamARN"]
    told = EVENTS.put_targets(Rule="all", EventBusName=bus, Targets=[
        {"Id": "logs", "Arn": f"arn:aws:logs:us-east-1:000000000000:log-group:{name}"},
        {"Id": "stream", "Arn": stream, "KinesisParameters": {"PartitionKeyPath": "$.detail.key"}, "InputPath": "$.detail"}])
    assert told["FailedEntryCount"] == 0
    event_id = put(bus, Detail='{"key": "k"}')
    logged = until(lambda: LOGS.filter_log_events(logGroupName=name)["events"])
    assert json.loads(logged[0]["message"])["id"] == event_id
    iterator = KINESIS.get_shard_iterator(StreamName=name, ShardId="shardId-000000000000",
                                          ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    record = until(lambda: KINESIS.get_records(ShardIterator=iterator)["Records"])[0]
    assert record["PartitionKey"] == "k" and json.loads(record["Data"]) == {"key": "k"}
    LOGS.delete_log_group(logGroupName=name)
    KINESIS.delete_stream(StreamName=name)


TEMPLATE = """
Transform: AWS::Serverless-2016-10-31
Globals: {Function: {Runtime: python3.12, Handler: index.handler, Timeout: 20, Environment: {Variables: {RESULTS: !Ref Results}}}}
Resources:
  Results: {Type: AWS::SQS::Queue}
  Bucket: {Type: AWS::S3::Bucket, Properties: {NotificationConfiguration: {EventBridgeConfiguration: {EventBridgeEnabled: true}}}}
  Bus: {Type: AWS::Events::EventBus, Properties: {Name: %NAME%, Tags: [{Key: a, Value: b}]}}
  BusPolicy: {Type: AWS::Events::EventBusPolicy, Properties: {EventBusName: !Ref Bus, StatementId: all, Action: 'events:PutEvents', Principal: '*'}}
  Rule:
    Type: AWS::Events::Rule
    Properties:
      EventBusName: !Ref Bus
      EventPattern: {detail-type: [%WORD%]}
      Targets: [{Id: queue, Arn: !GetAtt Results.Arn, InputTransformer: {InputPathsMap: {x: $.detail.x}, InputTemplate: '["rule", <x>]'}}]
  Function:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: |
        import json, os, boto3
        def handler(event, context):
            boto3.client("sqs").send_message(QueueUrl=os.environ["RESULTS"], MessageBody=json.dumps(["function", event]))
      Events:
        Object:
          Type: EventBridgeRule
          Properties: {Pattern: {source: [aws.s3], detail-type: [Object Created], detail: {bucket: {name: [!Ref Bucket]}, object: {key: [{suffix: .json}]}}}}
        Ordered: {Type: CloudWatchEvent, Properties: {EventBusName: !Ref Bus, Pattern: {source: [orders]}, InputPath: $.detail}}
        Daily: {Type: Schedule, Properties: {Schedule: 'cron(0 12 * * ? *)', Input: '{"when": "noon"}', RetryPolicy: {MaximumRetryAttempts: 5}}}
        Later: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(2 hours), Input: '{"when": "later"}', Name: %NAME%-later}}
Outputs:
  Results: {Value: !Ref Results}
  Bucket: {Value: !Ref Bucket}
  Rule: {Value: !Ref Rule}
  RuleArn: {Value: !GetAtt Rule.Arn}
  BusArn: {Value: !GetAtt Bus.Arn}
"""


def test_stack(name):
    def template(word):
        return TEMPLATE.replace("%NAME%", name).replace("%WORD%", word)
    capabilities = ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"]
    CLOUDFORMATION.create_stack(StackName=name, TemplateBody=template("first"), Capabilities=capabilities)
    CLOUDFORMATION.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    outputs = {o["OutputKey"]: o["OutputValue"] for o in CLOUDFORMATION.describe_stacks(StackName=name)["Stacks"][0]["Outputs"]}
    results = outputs["Results"]
    assert outputs["Rule"].startswith(name + "|")
    assert outputs["RuleArn"] == f"arn:aws:events:us-east-1:000000000000:rule/{name}/{outputs['Rule'].split('|')[1]}"
    for key in ("a.txt", "a b.json"):
        S3.put_object(Bucket=outputs["Bucket"], Key=key, Body=b"123")
    who, event = take(results)[0]
    assert who == "function" and event["source"] == "aws.s3" and event["detail"]["object"]["key"] == "a b.json"
    assert event["detail"]["object"]["size"] == 3 and event["detail"]["reason"] == "PutObject"
    put(name, Source="orders", Detail='{"n": 1}')
    assert take(results) == [["function", {"n": 1}]]
    put(outputs["BusArn"], DetailType="first", Detail='{"x": [1]}')
    assert take(results) == [["rule", [1]]]
    daily = [r for r in EVENTS.list_rules(NamePrefix=name)["Rules"] if r.get("ScheduleExpression")]
    assert [r["ScheduleExpression"] for r in daily] == ["cron(0 12 * * ? *)"]
    CLOUDFORMATION.update_stack(StackName=name, TemplateBody=template("second"), Capabilities=capabilities)
    CLOUDFORMATION.get_waiter("stack_update_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    put(name, DetailType="first", Detail='{"x": 2}')
    put(name, DetailType="second", Detail='{"x": 3}')
    assert take(results) == [["rule", 3]]
    for key in ("a.txt", "a b.json"):
        S3.delete_object(Bucket=outputs["Bucket"], Key=key)
    CLOUDFORMATION.delete_stack(StackName=name)
    CLOUDFORMATION.get_waiter("stack_delete_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    fails("ResourceNotFoundException", EVENTS.describe_event_bus, Name=name)
    assert EVENTS.list_rules(NamePrefix=name)["Rules"] == []
