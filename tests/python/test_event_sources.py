# SPDX-License-Identifier: Apache-2.0
"""Event source mappings of the local cloud, by boto3, with handlers that run.

Handlers put what they got into a queue of results. The full numbers of the acceptance test are used
with SLRUN_FULL=1.
"""
import base64
import json
import os
import random
import signal
import threading
import time
import uuid

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from sdk import WITHIN, fails, queue_arn, until, zipped

URL = os.environ["SLRUN_LOCAL_URL"]
FULL = os.environ.get("SLRUN_FULL") == "1"
ROLE = "arn:aws:iam::000000000000:role/none"


def client(name):
    return boto3.client(name, endpoint_url=URL, region_name="us-east-1", aws_access_key_id="test",
                        aws_secret_access_key="test", config=Config(retries={"max_attempts": 0}, read_timeout=60))


LAMBDA, SQS, KINESIS, DYNAMODB, S3, CLOUDFORMATION = (
    client(n) for n in ("lambda", "sqs", "kinesis", "dynamodb", "s3", "cloudformation"))

TELL = """
import json, os, boto3
sqs = boto3.client("sqs")
def tell(value):
    sqs.send_message(QueueUrl=os.environ["RESULTS"], MessageBody=json.dumps(value))
"""
ECHO = TELL + """
def handler(event, context):
    tell(event)
"""


def count(queue):
    """Messages of a queue, whatever state they are in."""
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed"]
    return sum(int(n) for n in SQS.get_queue_attributes(QueueUrl=queue, AttributeNames=names)["Attributes"].values())


class World:
    """What a test makes; gone with it."""

    def __init__(self):
        self.id = uuid.uuid4().hex[:10]
        self.mappings, self.functions, self.queues = [], [], []
        self.results = self.queue("results")

    def queue(self, name, **attributes):
        fifo = attributes.get("FifoQueue") == "true"
        url = SQS.create_queue(QueueName=f"{name}-{self.id}" + (".fifo" if fifo else ""),
                               Attributes={k: str(v) for k, v in attributes.items()})["QueueUrl"]
        self.queues.append(url)
        return url

    def with_dlq(self, most, **attributes):
        dlq = self.queue("dlq")
        policy = json.dumps({"deadLetterTargetArn": queue_arn(SQS, dlq), "maxReceiveCount": most})
        return self.queue("source", RedrivePolicy=policy, **attributes), dlq

    def stream(self, shards=1):
        name = f"stream-{self.id}"
        KINESIS.create_stream(StreamName=name, ShardCount=shards)
        self.active(name)
        return name, KINESIS.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]["StreamARN"]

    @staticmethod
    def active(name):
        assert until(lambda: KINESIS.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]
                     ["StreamStatus"] == "ACTIVE")

    def function(self, code, timeout=1, **more):
        name = f"f{len(self.functions)}-{self.id}"
        environment = {"Variables": {"RESULTS": self.results, **more.pop("variables", {})}}
        LAMBDA.create_function(FunctionName=name, Runtime="python3.12", Role=ROLE, Handler="app.handler", Timeout=timeout,
                               Code={"ZipFile": zipped(code)}, Environment=environment, **more)
        self.functions.append(name)
        return name

    def map(self, source, code=ECHO, **more):
        function = more.pop("function", None) or self.function(code, **more.pop("function_args", {}))
        source = source if source.startswith("arn:") else queue_arn(SQS, source)
        made = LAMBDA.create_event_source_mapping(EventSourceArn=source, FunctionName=function, **more)
        made.pop("ResponseMetadata")
        self.mappings.append(made["UUID"])
        return made

    def take(self, n=1):
        """n results, in the order in which they came."""
        taken = []
        end = time.monotonic() + WITHIN
        while len(taken) < n and time.monotonic() < end:
            answer = SQS.receive_message(QueueUrl=self.results, MaxNumberOfMessages=1, WaitTimeSeconds=2)
            for message in answer.get("Messages", []):
                SQS.delete_message(QueueUrl=self.results, ReceiptHandle=message["ReceiptHandle"])
                taken.append(json.loads(message["Body"]))
        assert len(taken) == n
        return taken

    def records(self, n):
        """The records of as many events as it takes to have n of them."""
        found = []
        while len(found) < n:
            found += self.take()[0]["Records"]
        assert len(found) == n
        return found

    def close(self):
        for mapping in self.mappings:
            try:
                LAMBDA.delete_event_source_mapping(UUID=mapping)
            except ClientError:
                pass
        for function in self.functions:
            LAMBDA.delete_function(FunctionName=function)
        for queue in self.queues:
            SQS.delete_queue(QueueUrl=queue)


@pytest.fixture(name="world")
def make_world():
    world = World()
    yield world
    world.close()


def state(mapping):
    return LAMBDA.get_event_source_mapping(UUID=mapping["UUID"])["State"]


# ---- the operations ----

def test_life_of_a_mapping(world):
    queue = world.queue("source")
    made = world.map(queue)
    assert made["State"] == "Creating"
    assert made["BatchSize"] == 10
    assert made["MaximumBatchingWindowInSeconds"] == 0
    assert made["FunctionResponseTypes"] == []
    assert made["StateTransitionReason"] == "USER_INITIATED"
    assert made["EventSourceMappingArn"].endswith(":event-source-mapping:" + made["UUID"])
    assert until(lambda: state(made) == "Enabled")
    changed = LAMBDA.update_event_source_mapping(UUID=made["UUID"], Enabled=False, BatchSize=3)
    assert (changed["State"], changed["BatchSize"]) == ("Disabling", 3)
    assert until(lambda: state(made) == "Disabled")
    listed = LAMBDA.list_event_source_mappings(FunctionName=world.functions[0])["EventSourceMappings"]
    assert [m["UUID"] for m in listed] == [made["UUID"]]
    assert LAMBDA.list_event_source_mappings(EventSourceArn=queue_arn(SQS, world.results))["EventSourceMappings"] == []
    LAMBDA.tag_resource(Resource=made["EventSourceMappingArn"], Tags={"a": "b"})
    assert LAMBDA.list_tags(Resource=made["EventSourceMappingArn"])["Tags"] == {"a": "b"}
    assert LAMBDA.delete_event_source_mapping(UUID=made["UUID"])["State"] == "Deleting"

    def is_gone():
        try:
            return state(made) == "gone"
        except LAMBDA.exceptions.ResourceNotFoundException as e:
            return e.response["Error"]["Message"] == "The resource you requested does not exist."
    assert until(is_gone)


def test_what_stream_mappings_tell(world):
    _, arn = world.stream()
    made = world.map(arn, StartingPosition="LATEST")
    del made["LastModified"], made["UUID"], made["EventSourceMappingArn"], made["FunctionArn"]
    assert made == {"BatchSize": 100, "BisectBatchOnFunctionError": False, "DestinationConfig": {"OnFailure": {}},
                    "EventSourceArn": arn, "FunctionResponseTypes": [], "LastProcessingResult": "No records processed",
                    "MaximumBatchingWindowInSeconds": 0, "MaximumRecordAgeInSeconds": -1, "MaximumRetryAttempts": -1,
                    "ParallelizationFactor": 1, "StartingPosition": "LATEST", "State": "Creating",
                    "StateTransitionReason": "User action", "TumblingWindowInSeconds": 0}


INVALID = "InvalidParameterValueException"


def test_refusals(world):
    create = LAMBDA.create_event_source_mapping
    queue, function = world.queue("source", VisibilityTimeout=5), world.function(ECHO)
    arn, slow = queue_arn(SQS, queue), world.function(ECHO, timeout=6)
    _, stream = world.stream()
    table = f"arn:aws:dynamodb:us-east-1:000000000000:table/none-{world.id}/stream/2025-02-22T03:03:25.490"
    assert fails(INVALID, create, FunctionName=function) == "Unrecognized event source."
    assert fails(INVALID, create, FunctionName="none", EventSourceArn=arn) == "Function does not exist"
    assert fails(INVALID, create, FunctionName=function, EventSourceArn=arn + "x") == (
        "Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: "
        "The specified queue does not exist.")
    assert fails(INVALID, create, FunctionName=function, EventSourceArn=stream + "x", StartingPosition="LATEST") == (
        f"Stream not found: {stream}x")
    assert fails(INVALID, create, FunctionName=function, EventSourceArn=table, StartingPosition="LATEST") == (
        f"Stream not found: {table}")
    assert fails(INVALID, create, FunctionName=slow, EventSourceArn=arn) == (
        "Queue visibility timeout: 5 seconds is less than Function timeout: 6 seconds")
    assert fails(INVALID, create, FunctionName=function, EventSourceArn=arn, BatchSize=11) == (
        "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10")
    assert "startingPosition" in fails(INVALID, create, FunctionName=function, EventSourceArn=stream)
    fails(INVALID, create, FunctionName=function, EventSourceArn=table, StartingPosition="AT_TIMESTAMP")
    fails(INVALID, create, FunctionName=function, EventSourceArn=arn, BisectBatchOnFunctionError=True)
    fails(INVALID, create, FunctionName=function, EventSourceArn=stream, StartingPosition="LATEST",
          ScalingConfig={"MaximumConcurrency": 2})
    fails("ValidationException", create, FunctionName=function, EventSourceArn=arn, BatchSize=10001)
    for pattern in ("null", '"text"', "text", '{"eventSource": "aws:sqs"}', '{"eventSource": []}', '[{"a": ["b"=1}]'):
        assert fails(INVALID, create, FunctionName=function, EventSourceArn=arn,
                     FilterCriteria={"Filters": [{"Pattern": pattern}]}) == "Invalid filter pattern definition."
    made = world.map(arn, function=function)
    assert fails("ResourceConflictException", create, FunctionName=function, EventSourceArn=arn) == (
        f'An event source mapping with SQS arn (" {arn} ") and function (" {function} ") already exists. Please update or '
        f'delete the existing mapping with UUID {made["UUID"]}')
    assert fails(INVALID, LAMBDA.update_event_source_mapping, UUID=made["UUID"], BatchSize=100).startswith("Maximum batch")


# ---- queues ----

def test_envelope_of_a_message(world):
    queue = world.queue("source")
    world.map(queue)
    sent = SQS.send_message(QueueUrl=queue, MessageBody="grüße", MessageAttributes={
        "text": {"DataType": "String", "StringValue": "x"}, "bytes": {"DataType": "Binary", "BinaryValue": b"\0\1"}})
    [record] = world.records(1)
    attributes = record.pop("attributes")
    assert attributes.pop("ApproximateReceiveCount") == "1"
    assert sorted(attributes) == ["ApproximateFirstReceiveTimestamp", "SenderId", "SentTimestamp"]
    assert record.pop("receiptHandle")
    assert record == {
        "messageId": sent["MessageId"], "body": "grüße", "md5OfBody": sent["MD5OfMessageBody"],
        "md5OfMessageAttributes": sent["MD5OfMessageAttributes"], "eventSource": "aws:sqs", "eventSourceARN": queue_arn(SQS, queue),
        "awsRegion": "us-east-1", "messageAttributes": {
            "text": {"stringValue": "x", "stringListValues": [], "binaryListValues": [], "dataType": "String"},
            "bytes": {"binaryValue": "AAE=", "stringListValues": [], "binaryListValues": [], "dataType": "Binary"}}}
    assert until(lambda: count(queue) == 0)


def send(queue, bodies, **more):
    for at in range(0, len(bodies), 10):
        SQS.send_message_batch(QueueUrl=queue, Entries=[
            {"Id": str(i), "MessageBody": body, **more} for i, body in enumerate(bodies[at:at + 10])])


def test_batches(world):
    queue = world.queue("source")
    send(queue, [str(i) for i in range(25)])
    world.map(queue, BatchSize=10)
    events = world.take(3)
    assert sorted(len(event["Records"]) for event in events) == [5, 10, 10]
    assert {r["body"] for event in events for r in event["Records"]} == {str(i) for i in range(25)}


def test_a_batch_window_gathers(world):
    queue = world.queue("source")
    world.map(queue, BatchSize=40, MaximumBatchingWindowInSeconds=300)
    for at in range(0, 40, 10):
        send(queue, [str(at + i) for i in range(10)])
    [event] = world.take()
    assert len(event["Records"]) == 40
    assert all(record["md5OfMessageAttributes"] is None for record in event["Records"])


def test_a_batch_window_ends(world):
    queue = world.queue("source")
    world.map(queue, BatchSize=10, MaximumBatchingWindowInSeconds=1)
    send(queue, ["1", "2"])
    [event] = world.take()
    assert len(event["Records"]) == 2


def test_a_batch_holds_no_more_than_six_megabytes(world):
    queue = world.queue("source")
    send(queue, [])
    for i in range(8):
        SQS.send_message(QueueUrl=queue, MessageBody=str(i) * 1000000)
    world.map(queue, TELL + """
def handler(event, context):
    tell([r["body"][0] for r in event["Records"]])
""", BatchSize=8)
    batches = world.take(2)
    assert sorted(len(b) for b in batches) == [2, 6]


FLAKY = TELL + """
def handler(event, context):
    tell([(r["body"], int(r["attributes"]["ApproximateReceiveCount"])) for r in event["Records"]])
    if any("poison" in r["body"] for r in event["Records"]):
        raise ValueError("poison")
"""


def test_a_failed_batch_comes_again_whole_and_goes_to_the_dlq(world):
    queue, dlq = world.with_dlq(2, VisibilityTimeout=1)
    send(queue, ["good", "poison"])
    world.map(queue, FLAKY)
    tries = world.take(2)
    assert [sorted(t) for t in tries] == [[["good", 1], ["poison", 1]], [["good", 2], ["poison", 2]]]
    assert until(lambda: count(dlq) == 2 and count(queue) == 0)


def partial(returned):
    return TELL + f"""
def handler(event, context):
    bodies = [r["body"] for r in event["Records"]]
    tell(bodies)
    failed = [r["messageId"] for r in event["Records"] if "bad" in r["body"]]
    return {returned}
"""


def test_partial_batch_response(world):
    queue, dlq = world.with_dlq(2, VisibilityTimeout=1)
    send(queue, ["bad", "good", "fine"])
    world.map(queue, partial('{"batchItemFailures": [{"itemIdentifier": i} for i in failed]}'),
              FunctionResponseTypes=["ReportBatchItemFailures"])
    tries = world.take(2)
    assert sorted(tries[0]) == ["bad", "fine", "good"]
    assert tries[1] == ["bad"]
    assert until(lambda: count(dlq) == 1 and count(queue) == 0)


def test_partial_batch_response_is_ignored_without_the_setting(world):
    queue = world.queue("source", VisibilityTimeout=1)
    send(queue, ["bad"])
    world.map(queue, partial('{"batchItemFailures": [{"itemIdentifier": i} for i in failed]}'))
    world.take()
    assert until(lambda: count(queue) == 0)


@pytest.mark.parametrize("returned", ['""', "[]", "None", "{}", '{"batchItemFailures": []}', '{"batchItemFailures": None}',
                                      '{"statusCode": 200}'])
def test_responses_that_say_success(world, returned):
    queue = world.queue("source", VisibilityTimeout=1)
    send(queue, ["1", "2"])
    world.map(queue, partial(returned), FunctionResponseTypes=["ReportBatchItemFailures"])
    world.take()
    assert until(lambda: count(queue) == 0)


@pytest.mark.parametrize("returned", [
    '{"batchItemFailures": [{"itemIdentifier": ""}]}', '{"batchItemFailures": [{"itemIdentifier": None}]}',
    '{"batchItemFailures": [{"itemIdentifier": 123}]}', '{"batchItemFailures": [{"itemIdentifier": "unknown"}]}',
    '{"batchItemFailures": [{"foo": "notvalid"}]}', '{"batchItemFailures": [{"foo": None}]}', '{"batchItemFailures": "x"}',
    '{"batchItemFailures": [{"itemIdentifier": i} for i in failed] + [{"itemIdentifier": "unknown"}]}'])
def test_malformed_responses_fail_the_whole_batch(world, returned):
    queue, dlq = world.with_dlq(1, VisibilityTimeout=1)
    send(queue, ["bad", "good"])
    world.map(queue, partial(returned), FunctionResponseTypes=["ReportBatchItemFailures"])
    world.take()
    assert until(lambda: count(dlq) == 2 and count(queue) == 0)


def test_delay_and_visibility(world):
    queue = world.queue("source", VisibilityTimeout=2)
    world.map(queue, TELL + """
import time
def handler(event, context):
    attributes = event["Records"][0]["attributes"]
    tell([attributes, time.time()])
    if attributes["ApproximateReceiveCount"] == "1":
        raise ValueError
""")
    SQS.send_message(QueueUrl=queue, MessageBody="x", DelaySeconds=1)
    (first, _), (second, now) = world.take(2)
    received = int(first["ApproximateFirstReceiveTimestamp"])
    assert (first["ApproximateReceiveCount"], second["ApproximateReceiveCount"]) == ("1", "2")
    assert received - int(first["SentTimestamp"]) >= 1000
    assert now * 1000 - received >= 2000


def test_a_handler_sees_no_message_twice_while_it_has_it(world):
    queue = world.queue("source", VisibilityTimeout=30)
    world.map(queue, TELL + """
import time
def handler(event, context):
    tell([r["body"] for r in event["Records"]])
    time.sleep(0.5)
""", BatchSize=1, function_args={"timeout": 10})
    send(queue, [str(i) for i in range(10)])
    assert sorted(b for [b] in world.take(10)) == [str(i) for i in range(10)]
    assert until(lambda: count(queue) == 0)
    assert count(world.results) == 0


def test_others_can_receive_without_waiting(world):
    """A mapping that rests holds no long poll, and a poll without wait time returns at once."""
    queue = world.queue("source")
    made = world.map(queue)
    assert until(lambda: state(made) == "Enabled")
    begun = time.monotonic()
    assert "Messages" not in SQS.receive_message(QueueUrl=queue, WaitTimeSeconds=0)
    assert time.monotonic() - begun < 5


def test_concurrency_is_capped(world):
    queue = world.queue("source")
    send(queue, [str(i) for i in range(8)])
    world.map(queue, TELL + """
import time
def handler(event, context):
    begin = time.time()
    time.sleep(2)  # longer than a process takes to start, so that another one is
    tell([begin, time.time()])
""", BatchSize=1, ScalingConfig={"MaximumConcurrency": 2}, function_args={"timeout": 30})
    spans = world.take(8)
    edges = sorted([(b, 1) for b, _ in spans] + [(e, -1) for _, e in spans])
    at_once = most = 0
    for _, step in edges:
        at_once += step
        most = max(most, at_once)
    assert most == 2


def test_fifo_order_with_retries_first(world):
    queue = world.queue("source", FifoQueue="true", VisibilityTimeout=1)
    for i in range(6):
        for group in ("a", "b"):
            SQS.send_message(QueueUrl=queue, MessageBody=f"{group}{i}", MessageGroupId=group,
                             MessageDeduplicationId=f"{group}{i}")
    world.map(queue, TELL + """
def handler(event, context):
    bodies = [r["body"] for r in event["Records"]]
    counts = {r["attributes"]["ApproximateReceiveCount"] for r in event["Records"]}
    if "a1" in bodies and "1" in counts:
        tell([])
        raise ValueError
    tell(bodies)
""", BatchSize=2)
    seen = []
    while len(seen) < 12:
        seen += world.take()[0]
    for group in ("a", "b"):
        assert [b for b in seen if b[0] == group] == [f"{group}{i}" for i in range(6)]


PATTERNS = [
    ({"my": ["value"]}, {"my": "value"}, {"my": "other"}),
    ({"a": ["x", "y"], "b": ["z"]}, {"a": "y", "b": "z"}, {"a": "y", "b": "?"}),
    ({"my": [{"exists": True}]}, {"my": 1}, {"other": 1}),
    ({"my": [{"exists": False}]}, {"other": 1}, {"my": 1}),
    ({"n": [{"numeric": [">", 100]}]}, {"n": 101}, {"n": 100}),
    ({"n": [{"numeric": [">=", 15, "<", 20]}]}, {"n": 15}, {"n": 20}),
    ({"n": [{"numeric": ["=", 3.5]}]}, {"n": 3.5}, {"n": 3}),
    ({"p": [{"prefix": "us-"}]}, {"p": "us-east"}, {"p": "eu"}),
    ({"p": [{"suffix": ".png"}]}, {"p": "a.png"}, {"p": "a.jpg"}),
    ({"p": [{"anything-but": ["bad"]}]}, {"p": "good"}, {"p": "bad"}),
    ({"p": [{"anything-but": {"prefix": "bad"}}]}, {"p": "good"}, {"p": "badly"}),
    ({"p": [{"equals-ignore-case": "Yes"}]}, {"p": "YES"}, {"p": "no"}),
    ({"p": [None]}, {"p": None}, {"p": 0}),
    ({"p": [""]}, {"p": ""}, {"p": " "}),
    ({"o": {"i": ["x"]}}, {"o": {"i": "x"}}, {"o": {"i": "y"}}),
    ({"$or": [{"a": ["x"]}, {"b": ["x"]}]}, {"b": "x"}, {"b": "y"}),
    ({"l": ["x"]}, {"l": ["w", "x"]}, {"l": ["w"]}),
]


@pytest.mark.parametrize("pattern, wanted, unwanted", PATTERNS)
def test_filters_of_json_bodies(world, pattern, wanted, unwanted):
    queue = world.queue("source")
    world.map(queue, BatchSize=10, FilterCriteria={"Filters": [{"Pattern": json.dumps({"body": pattern})}]})
    send(queue, [json.dumps(unwanted), "plain", json.dumps(wanted), json.dumps(unwanted)])
    [record] = world.records(1)
    assert json.loads(record["body"]) == wanted
    assert until(lambda: count(queue) == 0)  # what matches nothing is deleted
    assert count(world.results) == 0


def test_filters_of_other_bodies_and_members(world):
    queue = world.queue("source")
    world.map(queue, FilterCriteria={"Filters": [
        {"Pattern": json.dumps({"body": ["plain"]})}, {"Pattern": json.dumps({"body": [{"prefix": "begin"}]})},
        {"Pattern": json.dumps({"messageAttributes": {"kind": {"stringValue": ["yes"]}}})}]})
    send(queue, ["plainer", "plain", "{\"a\": \"plain\"}", "begins", "x"])
    SQS.send_message(QueueUrl=queue, MessageBody="attribute",
                     MessageAttributes={"kind": {"DataType": "String", "StringValue": "yes"}})
    assert sorted(r["body"] for r in world.records(3)) == ["attribute", "begins", "plain"]
    assert until(lambda: count(queue) == 0)


def test_disabled_and_enabled_again(world):
    queue = world.queue("source")
    made = world.map(queue, Enabled=False)
    assert made["State"] == "Disabled"
    send(queue, ["x"])
    assert count(queue) == 1
    LAMBDA.update_event_source_mapping(UUID=made["UUID"], Enabled=True)
    [record] = world.records(1)
    assert record["attributes"]["ApproximateReceiveCount"] == "1"
    assert "md5OfMessageAttributes" not in record and record["messageAttributes"] == {}


def test_two_mappings_compete(world):
    queue = world.queue("source")
    world.map(queue)
    world.map(queue)
    send(queue, [str(i) for i in range(40)])
    assert sorted(int(r["body"]) for r in world.records(40)) == list(range(40))


# ---- streams ----

def put(name, values, key=None):
    KINESIS.put_records(StreamName=name, Records=[
        {"PartitionKey": key or str(value), "Data": json.dumps(value).encode()} for value in values])


def data_of(records):
    return [json.loads(base64.b64decode(r["kinesis"]["data"])) for r in records]


def test_kinesis_envelope(world):
    name, arn = world.stream()
    world.map(arn, StartingPosition="LATEST")
    sent = KINESIS.put_record(StreamName=name, PartitionKey="key", Data=b"\0\xff")
    [record] = world.records(1)
    assert record["kinesis"].pop("approximateArrivalTimestamp") == pytest.approx(time.time(), abs=60)
    assert record == {
        "kinesis": {"kinesisSchemaVersion": "1.0", "partitionKey": "key", "sequenceNumber": sent["SequenceNumber"],
                    "data": "AP8="},
        "eventSource": "aws:kinesis", "eventVersion": "1.0", "eventName": "aws:kinesis:record", "invokeIdentityArn": ROLE,
        "eventID": sent["ShardId"] + ":" + sent["SequenceNumber"], "awsRegion": "us-east-1", "eventSourceARN": arn}


CONSUMER = """
Transform: AWS::Serverless-2016-10-31
Parameters: {Results: {Type: String}}
Resources:
  Stream: {Type: AWS::Kinesis::Stream, Properties: {ShardCount: 2}}
  Consumer: {Type: AWS::Kinesis::StreamConsumer, Properties: {ConsumerName: fanout, StreamARN: !GetAtt Stream.Arn}}
  Function:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.12
      Handler: index.handler
      Environment: {Variables: {RESULTS: !Ref Results}}
      InlineCode: |
CODE
      Events:
        Records: {Type: Kinesis, Properties: {Stream: !GetAtt Consumer.ConsumerARN, StartingPosition: TRIM_HORIZON}}
Outputs:
  Stream: {Value: !Ref Stream}
  Consumer: {Value: !GetAtt Consumer.ConsumerARN}
"""


def test_consumer_with_enhanced_fan_out(world):
    """A consumer as the source, made by a template of SAM, and the stream's other readers beside it."""
    stack = f"fanout-{world.id}"
    body = CONSUMER.replace("CODE", "\n".join(" " * 8 + line for line in ECHO.strip().splitlines()))
    CLOUDFORMATION.create_stack(StackName=stack, TemplateBody=body, Capabilities=["CAPABILITY_AUTO_EXPAND", "CAPABILITY_IAM"],
                                Parameters=[{"ParameterKey": "Results", "ParameterValue": world.results}])
    CLOUDFORMATION.get_waiter("stack_create_complete").wait(StackName=stack, WaiterConfig={"Delay": 1})
    found = CLOUDFORMATION.describe_stacks(StackName=stack)["Stacks"][0]["Outputs"]
    outputs = {output["OutputKey"]: output["OutputValue"] for output in found}
    [mapping] = LAMBDA.list_event_source_mappings(EventSourceArn=outputs["Consumer"])["EventSourceMappings"]
    assert mapping["EventSourceArn"] == outputs["Consumer"] and "/consumer/fanout:" in outputs["Consumer"]
    world.map(outputs["Consumer"].split("/consumer/")[0], StartingPosition="TRIM_HORIZON")
    put(outputs["Stream"], range(6))
    records = world.records(12)
    own = [r for r in records if r["eventSourceARN"] == outputs["Consumer"]]
    assert sorted(data_of(own)) == list(range(6)) == sorted(data_of([r for r in records if r not in own]))
    CLOUDFORMATION.delete_stack(StackName=stack)
    CLOUDFORMATION.get_waiter("stack_delete_complete").wait(StackName=stack, WaiterConfig={"Delay": 1})


def test_latest_is_taken_at_creation(world):
    name, arn = world.stream(4)
    put(name, ["before"] * 8)
    put(name, range(8))
    world.map(arn, StartingPosition="LATEST")
    put(name, range(100, 120))  # at once: the mapping may still be Creating
    assert sorted(data_of(world.records(20))) == list(range(100, 120))


def test_trim_horizon_and_timestamp(world):
    name, arn = world.stream(2)
    put(name, range(5))
    world.map(arn, StartingPosition="TRIM_HORIZON")
    assert sorted(data_of(world.records(5))) == list(range(5))
    LAMBDA.delete_event_source_mapping(UUID=world.mappings[-1])
    time.sleep(0.01)
    moment = time.time()
    put(name, range(5, 8))
    world.map(arn, StartingPosition="AT_TIMESTAMP", StartingPositionTimestamp=moment - 0.005)
    assert sorted(data_of(world.records(3))) == [5, 6, 7]


def test_order_in_a_shard_also_after_errors(world):
    name, arn = world.stream(2)
    world.map(arn, TELL + """
import base64, os, json
def handler(event, context):
    values = [json.loads(base64.b64decode(r["kinesis"]["data"])) for r in event["Records"]]
    mark = "/tmp/" + os.environ["AWS_LAMBDA_FUNCTION_NAME"] + "-" + str(values[0]["i"]) + values[0]["k"]
    try:
        open(mark, "x").close()
    except FileExistsError:
        os.remove(mark)
        tell(values)
        return
    raise ValueError("the first try of every batch")
""", StartingPosition="TRIM_HORIZON", BatchSize=4)
    keys = ["a", "b", "c", "d"]
    for i in range(4):
        KINESIS.put_records(StreamName=name, Records=[
            {"PartitionKey": k, "Data": json.dumps({"k": k, "i": i}).encode()} for k in keys])
    seen = []
    while len(seen) < 16:
        seen += world.take()[0]
    for key in keys:
        assert [v["i"] for v in seen if v["k"] == key] == list(range(4))


def test_children_after_their_parents(world):
    name, arn = world.stream()
    world.map(arn, StartingPosition="TRIM_HORIZON", BatchSize=3)
    put(name, range(10), key="k")
    KINESIS.split_shard(StreamName=name, ShardToSplit="shardId-000000000000", NewStartingHashKey=str(2**127))
    world.active(name)
    put(name, range(10, 20), key="k")
    KINESIS.merge_shards(StreamName=name, ShardToMerge="shardId-000000000001", AdjacentShardToMerge="shardId-000000000002")
    world.active(name)
    put(name, range(20, 30), key="k")
    assert data_of(world.records(30)) == list(range(30))


def failure_of(world, queue):
    def look():
        return SQS.receive_message(QueueUrl=queue, WaitTimeSeconds=5).get("Messages")
    [message] = until(look)
    SQS.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
    return json.loads(message["Body"])


def test_retries_and_on_failure_destination(world):
    name, arn = world.stream()
    lost = world.queue("lost")
    function = world.function(FLAKY.replace('r["body"]', 'base64.b64decode(r["kinesis"]["data"]).decode()').replace(
        'int(r["attributes"]["ApproximateReceiveCount"])', '0').replace("import json", "import base64, json"))
    world.map(arn, function=function, StartingPosition="TRIM_HORIZON", MaximumRetryAttempts=1, BatchSize=1,
              DestinationConfig={"OnFailure": {"Destination": queue_arn(SQS, lost)}})
    put(name, ["poison", "good"])
    assert world.take(3) == [[['"poison"', 0]], [['"poison"', 0]], [['"good"', 0]]]
    told = failure_of(world, lost)
    info = told["KinesisBatchInfo"]
    context = told["requestContext"]
    assert (context["condition"], context["approximateInvokeCount"]) == ("RetryAttemptsExhausted", 2)
    assert context["functionArn"].endswith(":function:" + function)
    assert told["responseContext"] == {"statusCode": 200, "executedVersion": "$LATEST", "functionError": "Unhandled"}
    assert (info["shardId"], info["batchSize"], info["streamArn"]) == ("shardId-000000000000", 1, arn)
    assert info["startSequenceNumber"] == info["endSequenceNumber"]
    assert told["version"] == "1.0"


def test_on_failure_bucket(world):
    name, arn = world.stream()
    bucket = "lost-" + world.id
    S3.create_bucket(Bucket=bucket)
    made = world.map(arn, "def handler(event, context):\n    raise ValueError", StartingPosition="TRIM_HORIZON",
                     MaximumRetryAttempts=0, DestinationConfig={"OnFailure": {"Destination": "arn:aws:s3:::" + bucket}})
    put(name, ["poison"])
    [found] = until(lambda: S3.list_objects_v2(Bucket=bucket).get("Contents"))
    assert found["Key"].startswith(f"aws/lambda/{made['UUID']}/shardId-000000000000/2")
    told = json.loads(S3.get_object(Bucket=bucket, Key=found["Key"])["Body"].read())
    assert data_of(told["payload"]["Records"]) == ["poison"]


def test_bisect(world):
    name, arn = world.stream()
    lost = world.queue("lost")
    put(name, [0, 1, 2, "poison", 4, 5, 6, 7], key="k")
    world.map(arn, TELL + """
import base64
def handler(event, context):
    values = [json.loads(base64.b64decode(r["kinesis"]["data"])) for r in event["Records"]]
    if "poison" in values:
        raise ValueError
    tell(values)
""", StartingPosition="TRIM_HORIZON", BisectBatchOnFunctionError=True, MaximumRetryAttempts=0, BatchSize=8,
              DestinationConfig={"OnFailure": {"Destination": queue_arn(SQS, lost)}})
    assert world.take(3) == [[0, 1], [2], [4, 5, 6, 7]]
    assert failure_of(world, lost)["KinesisBatchInfo"]["batchSize"] == 1


def test_partial_response_of_a_stream(world):
    name, arn = world.stream()
    lost = world.queue("lost")
    world.map(arn, TELL + """
import base64
def handler(event, context):
    values = [json.loads(base64.b64decode(r["kinesis"]["data"])) for r in event["Records"]]
    tell(values)
    return {"batchItemFailures": [{"itemIdentifier": r["kinesis"]["sequenceNumber"]} for r, v in zip(event["Records"], values)
                                  if v >= 2]}
""", StartingPosition="TRIM_HORIZON", FunctionResponseTypes=["ReportBatchItemFailures"], MaximumRetryAttempts=1, BatchSize=10,
              MaximumBatchingWindowInSeconds=1, DestinationConfig={"OnFailure": {"Destination": queue_arn(SQS, lost)}})
    put(name, [0, 1, 2, 3], key="k")
    assert world.take(3) == [[0, 1, 2, 3], [2, 3], [2, 3]]
    told = failure_of(world, lost)
    assert told["requestContext"]["approximateInvokeCount"] == 2
    assert told["responseContext"]["functionError"] is None
    assert told["KinesisBatchInfo"]["batchSize"] == 2


def test_kinesis_filters(world):
    name, arn = world.stream()
    world.map(arn, StartingPosition="TRIM_HORIZON", FilterCriteria={"Filters": [
        {"Pattern": json.dumps({"data": {"temperature": [{"numeric": [">", 50]}]}})},
        {"Pattern": json.dumps({"partitionKey": ["special"]})}]})
    put(name, [{"temperature": 10}, {"temperature": 60}, "plain"])
    put(name, ["by key"], key="special")
    assert data_of(world.records(2)) == [{"temperature": 60}, "by key"]


def test_parallel_batches_of_a_shard_keep_the_order_of_keys(world):
    name, arn = world.stream()
    for i in range(5):
        KINESIS.put_records(StreamName=name, Records=[
            {"PartitionKey": k, "Data": json.dumps({"k": k, "i": i}).encode()} for k in "abcdefgh"])
    world.map(arn, StartingPosition="TRIM_HORIZON", ParallelizationFactor=4, BatchSize=2)
    seen = data_of(world.records(40))
    for key in "abcdefgh":
        assert [v["i"] for v in seen if v["k"] == key] == list(range(5))


def table_of(world, view="NEW_AND_OLD_IMAGES"):
    name = "table-" + world.id
    made = DYNAMODB.create_table(TableName=name, BillingMode="PAY_PER_REQUEST",
                                 KeySchema=[{"AttributeName": "k", "KeyType": "HASH"}],
                                 AttributeDefinitions=[{"AttributeName": "k", "AttributeType": "S"}],
                                 StreamSpecification={"StreamEnabled": True, "StreamViewType": view})
    return name, made["TableDescription"]["LatestStreamArn"]


def test_dynamodb_stream(world):
    name, arn = table_of(world)
    DYNAMODB.put_item(TableName=name, Item={"k": {"S": "before"}})
    world.map(arn, StartingPosition="LATEST")
    item = {"k": {"S": "x"}, "n": {"N": "1.5"}, "b": {"B": b"foobar"}, "set": {"SS": ["a", "b"]}, "l": {"L": [{"BOOL": True}]}}
    DYNAMODB.put_item(TableName=name, Item=item)
    DYNAMODB.delete_item(TableName=name, Key={"k": {"S": "x"}})
    first, second = world.records(2)
    assert (first["eventName"], second["eventName"]) == ("INSERT", "REMOVE")
    image = first["dynamodb"]["NewImage"]
    assert image == {**item, "b": {"B": "Zm9vYmFy"}}
    assert second["dynamodb"]["OldImage"] == image
    assert first["eventSourceARN"] == arn
    assert first["dynamodb"]["Keys"] == {"k": {"S": "x"}}
    assert isinstance(first["dynamodb"]["ApproximateCreationDateTime"], float)
    assert sorted(first) == ["awsRegion", "dynamodb", "eventID", "eventName", "eventSource", "eventSourceARN", "eventVersion"]


def test_dynamodb_filters(world):
    name, arn = table_of(world)
    world.map(arn, StartingPosition="TRIM_HORIZON", FilterCriteria={"Filters": [
        {"Pattern": json.dumps({"eventName": ["INSERT"], "dynamodb": {"NewImage": {"kind": {"S": ["order"]}}}})}]})
    for i, kind in enumerate(["order", "other", "order"]):
        DYNAMODB.put_item(TableName=name, Item={"k": {"S": str(i)}, "kind": {"S": kind}})
    DYNAMODB.put_item(TableName=name, Item={"k": {"S": "0"}, "kind": {"S": "order"}, "n": {"N": "2"}})
    DYNAMODB.put_item(TableName=name, Item={"k": {"S": "last"}, "kind": {"S": "order"}})
    assert [r["dynamodb"]["Keys"]["k"]["S"] for r in world.records(3)] == ["0", "2", "last"]


def test_a_disabled_stream_mapping_goes_on_where_it_was(world):
    name, arn = world.stream()
    made = world.map(arn, StartingPosition="LATEST")
    put(name, [1])
    assert data_of(world.records(1)) == [1]
    assert until(lambda: LAMBDA.get_event_source_mapping(UUID=made["UUID"])["LastProcessingResult"] == "OK")
    LAMBDA.update_event_source_mapping(UUID=made["UUID"], Enabled=False)
    put(name, [2])
    LAMBDA.update_event_source_mapping(UUID=made["UUID"], Enabled=True)
    put(name, [3])
    assert data_of(world.records(2)) == [2, 3]


# ---- buckets ----

def told_by(queue, n):
    """n messages of a queue, but the one that S3 sends as a test."""
    found = []

    def look():
        for message in SQS.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", []):
            SQS.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
            body = json.loads(message["Body"])
            if body.get("Event") != "s3:TestEvent":
                found.append(body)
        return len(found) >= n
    assert until(look)
    return found


def test_a_bucket_tells_a_queue(world):
    bucket, queue = "source-" + world.id, world.queue("events")
    S3.create_bucket(Bucket=bucket)
    S3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration={"QueueConfigurations": [
        {"QueueArn": queue_arn(SQS, queue), "Events": ["s3:ObjectCreated:*", "s3:ObjectRemoved:*"], "Id": "mine",
         "Filter": {"Key": {"FilterRules": [{"Name": "prefix", "Value": "in/"}, {"Name": "Suffix", "Value": ".txt"}]}}}]})
    test = until(lambda: SQS.receive_message(QueueUrl=queue).get("Messages"))
    assert json.loads(test[0]["Body"])["Event"] == "s3:TestEvent"
    SQS.delete_message(QueueUrl=queue, ReceiptHandle=test[0]["ReceiptHandle"])
    etag = S3.put_object(Bucket=bucket, Key="in/grüße a@b.txt", Body=b"text")["ETag"].strip('"')
    S3.put_object(Bucket=bucket, Key="out/a.txt", Body=b"text")
    S3.delete_object(Bucket=bucket, Key="in/grüße a@b.txt")
    [put], [removed] = (body["Records"] for body in told_by(queue, 2))
    assert (put["eventName"], removed["eventName"]) == ("ObjectCreated:Put", "ObjectRemoved:Delete")
    assert (put["eventSource"], put["eventVersion"], put["awsRegion"]) == ("aws:s3", "2.1", "us-east-1")
    assert put["s3"]["configurationId"] == "mine"
    assert put["s3"]["bucket"]["name"] == bucket
    thing = put["s3"]["object"]
    assert (thing["key"], thing["size"], thing["eTag"]) == ("in/gr%C3%BC%C3%9Fe+a%40b.txt", 4, etag)
    assert thing["sequencer"] < removed["s3"]["object"]["sequencer"]
    assert "size" not in removed["s3"]["object"]


def test_a_bucket_invokes_a_function(world):
    bucket, function = "source-" + world.id, world.function(ECHO)
    arn = LAMBDA.get_function_configuration(FunctionName=function)["FunctionArn"]
    S3.create_bucket(Bucket=bucket)
    S3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration={"LambdaFunctionConfigurations": [
        {"LambdaFunctionArn": arn, "Events": ["s3:ObjectCreated:Copy"]}]})
    S3.put_object(Bucket=bucket, Key="one", Body=b"text")
    S3.copy_object(Bucket=bucket, Key="two", CopySource={"Bucket": bucket, "Key": "one"})
    [record] = world.records(1)
    assert (record["eventName"], record["s3"]["object"]["key"]) == ("ObjectCreated:Copy", "two")


def test_a_bucket_refuses_targets_that_are_not_there(world):
    bucket = "source-" + world.id
    S3.create_bucket(Bucket=bucket)
    missing = queue_arn(SQS, world.results) + "-none"
    more = {"Bucket": bucket, "NotificationConfiguration": {"QueueConfigurations": [
        {"QueueArn": missing, "Events": ["s3:ObjectCreated:*"]}]}}
    message = fails("InvalidArgument", S3.put_bucket_notification_configuration, **more)
    assert message == "Unable to validate the following destination configurations"
    assert "QueueConfigurations" not in S3.get_bucket_notification_configuration(Bucket=bucket)
    S3.put_bucket_notification_configuration(SkipDestinationValidation=True, **more)
    assert len(S3.get_bucket_notification_configuration(Bucket=bucket)["QueueConfigurations"]) == 1


# ---- none lost, none doubled ----

STORE = """
import os, boto3
dynamodb = boto3.client("dynamodb")
def handler(event, context):
    for record in event["Records"]:
        dynamodb.update_item(TableName=os.environ["TABLE"], Key={"k": {"S": record["body"]}},
                             UpdateExpression="ADD #t :one SET #p = :pid", ExpressionAttributeNames={"#t": "times", "#p": "pid"},
                             ExpressionAttributeValues={":one": {"N": "1"}, ":pid": {"N": str(os.getpid())}})
"""
COUNT = """
import os, boto3
from botocore.exceptions import ClientError
dynamodb = boto3.client("dynamodb")
def handler(event, context):
    for record in event["Records"]:
        try:
            dynamodb.put_item(TableName=os.environ["TABLE"], Item={"k": {"S": record["body"]}, "pid": {"N": str(os.getpid())}},
                              ConditionExpression="attribute_not_exists(k)")
        except ClientError as e:
            if e.response["Error"]["Code"] != "ConditionalCheckFailedException":
                raise
            dynamodb.update_item(TableName=os.environ["TABLE"], Key={"k": {"S": "pid"}},
                                 UpdateExpression="SET pid = :pid", ExpressionAttributeValues={":pid": {"N": str(os.getpid())}})
"""


def items_of(name):
    pages = DYNAMODB.get_paginator("scan").paginate(TableName=name, ConsistentRead=True)
    return {item["k"]["S"]: item for page in pages for item in page["Items"]}


def within(seconds, look):
    end = time.monotonic() + seconds
    while not look():
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.1)


def test_none_lost_none_doubled(world):
    n = 5000 if FULL else 300
    name, _ = table_of(world)
    queue = world.queue("source", VisibilityTimeout=60)
    world.map(queue, STORE, BatchSize=10, function_args={"timeout": 60, "variables": {"TABLE": name}})
    send(queue, [str(i) for i in range(n)])
    within(600, lambda: count(queue) == 0)
    items = items_of(name)
    assert set(items) == {str(i) for i in range(n)}
    assert {item["times"]["N"] for item in items.values()} == {"1"}


def test_none_lost_when_handlers_are_killed(world):
    """Handlers are idempotent, as AWS asks for: what was stored before the kill is stored once."""
    n, kills = (5000, 200) if FULL else (300, 10)
    name, _ = table_of(world)
    queue = world.queue("source", VisibilityTimeout=3)
    world.map(queue, COUNT, BatchSize=10, function_args={"timeout": 3, "variables": {"TABLE": name}})
    done, killed, gone, sent = threading.Event(), [], set(), 0

    def kill():
        chance = random.Random(1)
        while not done.is_set() and len(killed) < kills:
            alive = {item["pid"]["N"] for item in items_of(name).values()} - set(killed) - gone
            if alive:
                pid = chance.choice(sorted(alive))
                try:
                    os.kill(int(pid), signal.SIGKILL)
                    killed.append(pid)
                except ProcessLookupError:  # it ended by itself
                    gone.add(pid)
            done.wait(0.02)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        while sent < n or (len(killed) < kills and sent < 10 * n):  # more, until there were kills enough
            send(queue, [str(i) for i in range(sent, sent + 100)])
            sent += 100
            within(600, lambda: count(queue) < 500)
        within(900, lambda: count(queue) == 0)
    finally:
        done.set()
        killer.join()
    assert len(killed) == kills
    assert set(items_of(name)) - {"pid"} == {str(i) for i in range(sent)}
