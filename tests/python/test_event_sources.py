# SPDX-License-Identifier: Apache-2.0
"""Event source mappings of the local cloud, by boto3: their operations, and that nothing is lost or comes twice. The full
numbers of the acceptance test are used with SLRUN_FULL=1."""
import os
import random
import signal
import threading
import time

from mappings import count, DYNAMODB, ECHO, FULL, LAMBDA, make_world, send, SQS, state, table_of  # pylint: disable=unused-import
from sdk import fails, queue_arn, until


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
