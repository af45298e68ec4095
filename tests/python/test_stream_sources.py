# SPDX-License-Identifier: Apache-2.0
"""Event source mappings of streams and tables in the local cloud, by boto3, with handlers that run."""
import base64
import json
import time

import pytest

from mappings import CLOUDFORMATION, DYNAMODB, ECHO, FLAKY, KINESIS, LAMBDA, make_world, ROLE, S3, SQS, table_of, TELL  # pylint: disable=unused-import
from sdk import queue_arn, until


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
