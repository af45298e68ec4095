# SPDX-License-Identifier: Apache-2.0
"""boto3's EventBridge client on the local cloud: a tour of the operations, events in stacks.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import datetime
import json
import uuid

import boto3
import pytest

import sdk
from sdk import fails, queue_arn, until

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


@pytest.fixture(name="bus")
def make_bus(name, queue):
    EVENTS.create_event_bus(Name=name)
    EVENTS.put_rule(Name="all", EventBusName=name, EventPattern=json.dumps({"source": ["test"]}))
    EVENTS.put_targets(Rule="all", EventBusName=name, Targets=[{"Id": "queue", "Arn": queue_arn(SQS, queue)}])
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
    return [json.loads(message["Body"]) for message in sdk.take(SQS, queue, n)]


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
    put(bus, Detail=json.dumps({"x": "y" * 1000000}))
    assert len(take(queue)[0]["detail"]["x"]) == 1000000
    assert "over the limit" in fails("ValidationException", EVENTS.put_events, Entries=[
        {"Source": "test", "DetailType": "t", "Detail": json.dumps({"x": "y" * (1 << 20)}), "EventBusName": bus}])


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


# ---- archives and replays, connections and API destinations: as LocalStack recorded them at AWS
# (tests/aws/services/events/test_archive_and_replay.snapshot.json, test_api_destinations_and_connection.snapshot.json) ----


def test_archives_are_told(name, bus):
    source = EVENTS.describe_event_bus(Name=bus)["Arn"]
    arguments = {"ArchiveName": name, "EventSourceArn": source}
    made = EVENTS.create_archive(**arguments, Description="d", RetentionDays=1, EventPattern='{"source": ["test"]}')
    assert made["ArchiveArn"].endswith(f":archive/{name}") and made["State"] == "ENABLED"
    assert fails("ResourceAlreadyExistsException", EVENTS.create_archive, **arguments) == f"Archive {name} already exists."
    none = {"ArchiveName": name + "x", "EventSourceArn": source + "x"}
    assert fails("ResourceNotFoundException", EVENTS.create_archive, **none) == f"Event bus {bus}x does not exist."
    fails("InvalidEventPatternException", EVENTS.create_archive, ArchiveName=name + "x", EventSourceArn=source, EventPattern="{}")
    put(bus)
    put(bus, Source="other")
    one = EVENTS.describe_archive(ArchiveName=name)
    assert (one["EventCount"], one["RetentionDays"], one["Description"], one["EventPattern"]) == (1, 1, "d", '{"source": ["test"]}')
    assert one["SizeBytes"] > 100 and one["EventSourceArn"] == source
    listed = EVENTS.list_archives(NamePrefix=name)["Archives"]
    assert set(listed[0]) == {"ArchiveName", "CreationTime", "EventCount", "EventSourceArn", "RetentionDays", "SizeBytes", "State"}
    assert EVENTS.list_archives(EventSourceArn=source)["Archives"] == listed
    assert fails("ValidationException", EVENTS.update_archive, ArchiveName=name) == (
        "At least one of EventPattern, RetentionDays or Description must be provided.")
    EVENTS.update_archive(ArchiveName=name, Description="e", RetentionDays=2)
    assert EVENTS.describe_archive(ArchiveName=name)["RetentionDays"] == 2
    EVENTS.delete_archive(ArchiveName=name)
    for call in (EVENTS.describe_archive, EVENTS.delete_archive):
        assert fails("ResourceNotFoundException", call, ArchiveName=name) == f"Archive {name} does not exist."


def test_replays_put_events_again(name, bus, queue):
    source, now = EVENTS.describe_event_bus(Name=bus)["Arn"], datetime.datetime.now(datetime.timezone.utc)
    hour = datetime.timedelta(hours=1)
    archive = EVENTS.create_archive(ArchiveName=name, EventSourceArn=source)["ArchiveArn"]
    event_id = put(bus)
    assert [e["id"] for e in take(queue)] == [event_id]
    arguments = {"ReplayName": name, "EventSourceArn": archive, "EventStartTime": now - hour, "EventEndTime": now + hour,
                 "Destination": {"Arn": source}}
    begun = EVENTS.start_replay(**arguments, Description="d")
    assert begun["State"] == "STARTING" and begun["ReplayArn"].endswith(f":replay/{name}")
    event = take(queue)[0]
    assert (event["id"], event["replay-name"], event["detail"]) == (event_id, name, {"a": 1})
    until(lambda: EVENTS.describe_replay(ReplayName=name)["State"] == "COMPLETED")
    told = EVENTS.describe_replay(ReplayName=name)
    assert told["Destination"] == {"Arn": source} and {"ReplayEndTime", "EventLastReplayedTime", "ReplayStartTime"} <= set(told)
    assert EVENTS.describe_archive(ArchiveName=name)["EventCount"] == 1  # they are not archived again
    assert [r["ReplayName"] for r in EVENTS.list_replays(NamePrefix=name)["Replays"]] == [name]
    assert fails("ResourceAlreadyExistsException", EVENTS.start_replay, **arguments) == f"Replay {name} already exists."
    more = {**arguments, "ReplayName": name + "x"}
    assert fails("ValidationException", EVENTS.start_replay, **{**more, "EventSourceArn": archive + "x"}) == (
        f"Parameter EventSourceArn is not valid. Reason: Archive {name}x does not exist.")
    assert fails("ValidationException", EVENTS.start_replay, **{**more, "EventEndTime": now - hour}) == (
        "Parameter EventEndTime is not valid. Reason: EventStartTime must be before EventEndTime.")
    default = EVENTS.describe_event_bus()["Arn"]
    assert fails("ValidationException", EVENTS.start_replay, **{**more, "Destination": {"Arn": default}}) == (
        "Parameter Destination.Arn is not valid. Reason: Cross event bus replay is not permitted.")
    assert fails("ResourceNotFoundException", EVENTS.describe_replay, ReplayName=name + "x") == f"Replay {name}x does not exist."
    # only for some rules, and only events of that time
    other = EVENTS.put_rule(Name="other", EventBusName=bus, EventPattern='{"source": ["test"]}')["RuleArn"]
    EVENTS.start_replay(**{**more, "Destination": {"Arn": source, "FilterArns": [other]}})
    EVENTS.start_replay(**{**arguments, "ReplayName": name + "y", "EventStartTime": now + hour, "EventEndTime": now + 2 * hour})
    until(lambda: all(EVENTS.describe_replay(ReplayName=name + n)["State"] == "COMPLETED" for n in "xy"))
    assert "Messages" not in SQS.receive_message(QueueUrl=queue)
    EVENTS.delete_rule(Name="other", EventBusName=bus)
    EVENTS.delete_archive(ArchiveName=name)


AUTHORIZATIONS = [
    ("BASIC", {"BasicAuthParameters": {"Username": "u", "Password": "hidden"}}, {"BasicAuthParameters": {"Username": "u"}}),
    ("API_KEY", {"ApiKeyAuthParameters": {"ApiKeyName": "k", "ApiKeyValue": "hidden"}, "InvocationHttpParameters": {
        "HeaderParameters": [{"Key": "a", "Value": "hidden", "IsValueSecret": True}, {"Key": "b", "Value": "c", "IsValueSecret": False}]}},
     {"ApiKeyAuthParameters": {"ApiKeyName": "k"}, "InvocationHttpParameters": {
         "HeaderParameters": [{"Key": "a", "IsValueSecret": True}, {"Key": "b", "Value": "c", "IsValueSecret": False}]}}),
    ("OAUTH_CLIENT_CREDENTIALS", {"OAuthParameters": {
        "AuthorizationEndpoint": "https://example.com/o", "HttpMethod": "POST", "ClientParameters": {"ClientID": "i", "ClientSecret": "hidden"}}},
     {"OAuthParameters": {"AuthorizationEndpoint": "https://example.com/o", "HttpMethod": "POST", "ClientParameters": {"ClientID": "i"}}}),
]


@pytest.mark.parametrize("kind, given, told", AUTHORIZATIONS, ids=[a[0] for a in AUTHORIZATIONS])
def test_connections_and_api_destinations(name, kind, given, told):
    oauth = kind.startswith("OAUTH")
    made = EVENTS.create_connection(Name=name, AuthorizationType=kind, AuthParameters=given)
    assert made["ConnectionState"] == ("AUTHORIZING" if oauth else "AUTHORIZED") and f":connection/{name}/" in made["ConnectionArn"]
    one = EVENTS.describe_connection(Name=name)
    assert one["AuthParameters"] == told and one["AuthorizationType"] == kind and "hidden" not in str(one)
    listed = EVENTS.list_connections(NamePrefix=name)["Connections"]
    assert len(listed) == 1 and "AuthParameters" not in listed[0]
    assert fails("ResourceAlreadyExistsException", EVENTS.create_connection, Name=name, AuthorizationType=kind,
                 AuthParameters=given) == f"Connection {name} already exists."
    arguments = {"Name": name, "ConnectionArn": made["ConnectionArn"], "HttpMethod": "POST", "InvocationEndpoint": "https://example.com/api"}
    state = "INACTIVE" if oauth else "ACTIVE"
    destination = EVENTS.create_api_destination(**arguments, Description="d")
    assert destination["ApiDestinationState"] == state and f":api-destination/{name}/" in destination["ApiDestinationArn"]
    one = EVENTS.describe_api_destination(Name=name)
    assert (one["InvocationRateLimitPerSecond"], one["Description"], one["ApiDestinationState"]) == (300, "d", state)
    EVENTS.update_api_destination(Name=name, HttpMethod="PUT")
    assert EVENTS.list_api_destinations(NamePrefix=name)["ApiDestinations"][0]["HttpMethod"] == "PUT"
    fails("ValidationException", EVENTS.create_api_destination, **{**arguments, "Name": "no name"})
    fails("ResourceNotFoundException", EVENTS.create_api_destination, **{**arguments, "Name": name + "x", "ConnectionArn": made["ConnectionArn"] + "0"})
    assert EVENTS.deauthorize_connection(Name=name)["ConnectionState"] == "DEAUTHORIZING"
    assert EVENTS.describe_connection(Name=name)["ConnectionState"] == "DEAUTHORIZED"
    assert EVENTS.describe_api_destination(Name=name)["ApiDestinationState"] == "INACTIVE"
    EVENTS.update_connection(Name=name, AuthorizationType=kind, AuthParameters=given)
    assert EVENTS.describe_connection(Name=name)["ConnectionState"] == made["ConnectionState"]
    EVENTS.delete_api_destination(Name=name)
    assert EVENTS.delete_connection(Name=name)["ConnectionState"] == "DELETING"
    assert fails("ResourceNotFoundException", EVENTS.describe_connection, Name=name) == (
        f"Failed to describe the connection(s). Connection '{name}' does not exist.")
    assert fails("ResourceNotFoundException", EVENTS.describe_api_destination, Name=name) == (
        f"Failed to describe the api-destination(s). An api-destination '{name}' does not exist.")


def test_api_destinations_of_a_stack(name, queue):
    """As 18 of 555 templates of aws-samples/serverless-patterns have them. Nothing is sent into the world: dead letters are."""
    body = {"Resources": {
        "Link": {"Type": "AWS::Events::Connection", "Properties": {"AuthorizationType": "API_KEY", "AuthParameters": {
            "ApiKeyAuthParameters": {"ApiKeyName": "k", "ApiKeyValue": "v"}, "InvocationHttpParameters": {"HeaderParameters": [
                {"Key": "h", "Value": "w", "IsValueSecret": "false"}]}}}}, # a text, as templates have it
        "Api": {"Type": "AWS::Events::ApiDestination", "Properties": {
            "Name": name, "ConnectionArn": {"Fn::GetAtt": ["Link", "Arn"]}, "HttpMethod": "POST", "InvocationEndpoint": "https://example.com/a"}},
        "Bus": {"Type": "AWS::Events::EventBus", "Properties": {"Name": name}},
        "Kept": {"Type": "AWS::Events::Archive", "Properties": {"SourceArn": {"Fn::GetAtt": ["Bus", "Arn"]}, "EventPattern": {"source": ["test"]}}},
        "Rule": {"Type": "AWS::Events::Rule", "Properties": {"EventBusName": {"Ref": "Bus"}, "EventPattern": {"source": ["test"]}, "Targets": [
            {"Id": "api", "Arn": {"Fn::GetAtt": ["Api", "Arn"]}, "RoleArn": "arn:aws:iam::000000000000:role/r",
             "DeadLetterConfig": {"Arn": queue_arn(SQS, queue)}}]}}},
        "Outputs": {"Policy": {"Value": {"Fn::GetAtt": ["Api", "ArnForPolicy"]}}, "Kept": {"Value": {"Ref": "Kept"}}}}
    CLOUDFORMATION.create_stack(StackName=name, TemplateBody=json.dumps(body))
    CLOUDFORMATION.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    outputs = {o["OutputKey"]: o["OutputValue"] for o in CLOUDFORMATION.describe_stacks(StackName=name)["Stacks"][0]["Outputs"]}
    assert outputs["Policy"].endswith(f":api-destination/{name}")
    put(name)
    assert take(queue)[0]["detail"] == {"a": 1}
    assert EVENTS.describe_archive(ArchiveName=outputs["Kept"])["EventCount"] == 1
    body["Resources"]["Api"]["Properties"]["HttpMethod"] = "PUT"
    CLOUDFORMATION.update_stack(StackName=name, TemplateBody=json.dumps(body))
    CLOUDFORMATION.get_waiter("stack_update_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    assert EVENTS.describe_api_destination(Name=name)["HttpMethod"] == "PUT"
    CLOUDFORMATION.delete_stack(StackName=name)
    CLOUDFORMATION.get_waiter("stack_delete_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    assert EVENTS.list_connections(NamePrefix=name)["Connections"] == []
