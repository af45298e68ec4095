# SPDX-License-Identifier: Apache-2.0
"""Subscription and metric filters of CloudWatch Logs: as its API Reference and User Guide have them ("Real-time processing of log
data with subscriptions"), and as ministack's and moto's tests expect them (tests/test_cloudwatch_logs.py, tests/test_logs).

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import base64
import gzip
import json
import time
import uuid

import boto3
import pytest

from sdk import fails, until, zipped

LOGS, LAMBDA, KINESIS, SQS, CLOUDFORMATION = (boto3.client(n) for n in ("logs", "lambda", "kinesis", "sqs", "cloudformation"))
ROLE = "arn:aws:iam::000000000000:role/r"

# tells a queue what it got, as it came
FORWARD = """
import boto3, os
def handler(event, context):
    boto3.client("sqs").send_message(QueueUrl=os.environ["QUEUE"], MessageBody=event["awslogs"]["data"])
"""


@pytest.fixture(name="name")
def make_name():
    return f"filters-{uuid.uuid4().hex[:10]}"


@pytest.fixture(name="group")
def make_group(name):
    LOGS.create_log_group(logGroupName=name)
    LOGS.create_log_stream(logGroupName=name, logStreamName="one")
    yield name
    LOGS.delete_log_group(logGroupName=name)


@pytest.fixture(name="queue")
def make_queue(name):
    url = SQS.create_queue(QueueName=name)["QueueUrl"]
    yield url
    SQS.delete_queue(QueueUrl=url)


@pytest.fixture(name="function")
def make_function(name, queue):
    arn = LAMBDA.create_function(FunctionName=name, Runtime="python3.12", Handler="app.handler", Role=ROLE, Code={"ZipFile": zipped(FORWARD)},
                                 Environment={"Variables": {"QUEUE": queue}})["FunctionArn"]
    yield arn
    LAMBDA.delete_function(FunctionName=name)


def put(group, *messages):
    now = int(time.time() * 1000)
    LOGS.put_log_events(logGroupName=group, logStreamName="one", logEvents=[{"timestamp": now, "message": m} for m in messages])
    return now


def unpacked(packed):
    return json.loads(gzip.decompress(packed))


def taken(queue):
    messages = until(lambda: SQS.receive_message(QueueUrl=queue, WaitTimeSeconds=2).get("Messages"))
    return unpacked(base64.b64decode(messages[0]["Body"]))


def test_functions_get_what_matches(group, function, queue):
    LOGS.put_subscription_filter(logGroupName=group, filterName="f", filterPattern="ERROR", destinationArn=function)
    put(group, "all is well")
    now = put(group, "an ERROR", "fine", "ERROR again")
    told = taken(queue)
    assert {k: told[k] for k in told if k != "logEvents"} == {
        "messageType": "DATA_MESSAGE", "owner": "000000000000", "logGroup": group, "logStream": "one", "subscriptionFilters": ["f"]}
    assert [(e["message"], e["timestamp"]) for e in told["logEvents"]] == [("an ERROR", now), ("ERROR again", now)]
    assert all(len(e["id"]) == 56 and e["id"].isdigit() for e in told["logEvents"])
    assert len({e["id"] for e in told["logEvents"]}) == 2
    assert "Messages" not in SQS.receive_message(QueueUrl=queue)


def test_streams_get_what_matches(group, name):
    KINESIS.create_stream(StreamName=name, ShardCount=1)
    KINESIS.get_waiter("stream_exists").wait(StreamName=name, WaiterConfig={"Delay": 1})
    arn = KINESIS.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]["StreamARN"]
    LOGS.put_subscription_filter(logGroupName=group, filterName="all", filterPattern="", destinationArn=arn, roleArn=ROLE)
    put(group, '{"level": "info"}')
    shard = KINESIS.list_shards(StreamName=name)["Shards"][0]["ShardId"]
    iterator = KINESIS.get_shard_iterator(StreamName=name, ShardId=shard, ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    record = until(lambda: KINESIS.get_records(ShardIterator=iterator)["Records"])[0]
    assert unpacked(record["Data"])["logEvents"][0]["message"] == '{"level": "info"}' and record["PartitionKey"] == "one"
    KINESIS.delete_stream(StreamName=name)


def test_subscription_filters_are_told(group, function):
    arguments = {"logGroupName": group, "filterName": "b", "filterPattern": "x", "destinationArn": function}
    LOGS.put_subscription_filter(**arguments)
    LOGS.put_subscription_filter(**{**arguments, "filterName": "a"})
    LOGS.put_subscription_filter(**{**arguments, "filterPattern": "y"})
    found = LOGS.describe_subscription_filters(logGroupName=group)["subscriptionFilters"]
    assert [(f["filterName"], f["filterPattern"]) for f in found] == [("a", "x"), ("b", "y")]
    assert set(found[0]) == {"filterName", "logGroupName", "filterPattern", "destinationArn", "distribution", "creationTime",
                             "applyOnTransformedLogs"}
    assert found[0]["distribution"] == "ByLogStream"
    assert LOGS.describe_subscription_filters(logGroupName=group, filterNamePrefix="b")["subscriptionFilters"] == found[1:]
    assert fails("LimitExceededException", LOGS.put_subscription_filter, **{**arguments, "filterName": "c"}) == "Resource limit exceeded."
    LOGS.delete_subscription_filter(logGroupName=group, filterName="a")
    assert fails("ResourceNotFoundException", LOGS.delete_subscription_filter, logGroupName=group, filterName="a") == (
        "The specified subscription filter does not exist.")
    for wrong, message in (({"roleArn": ROLE}, "destinationArn for vendor lambda cannot be used with roleArn"),
                           ({"destinationArn": "arn:aws:kinesis:us-east-1:000000000000:stream/s"},
                            "destinationArn for vendor kinesis cannot be used without roleArn")):
        assert fails("InvalidParameterException", LOGS.put_subscription_filter, **{**arguments, **wrong}) == message
    fails("InvalidParameterException", LOGS.put_subscription_filter, **{**arguments, "filterPattern": "{ $.a = "})
    fails("ResourceNotFoundException", LOGS.put_subscription_filter, **{**arguments, "logGroupName": group + "x"})
    fails("ResourceNotFoundException", LOGS.describe_subscription_filters, logGroupName=group + "x")


def test_metric_filters_are_told(group):
    metric = {"metricName": "Errors", "metricNamespace": "App" + group, "metricValue": "1", "defaultValue": 0.0}
    LOGS.put_metric_filter(logGroupName=group, filterName="m", filterPattern="ERROR", metricTransformations=[metric])
    found = LOGS.describe_metric_filters(metricName="Errors", metricNamespace="App" + group)["metricFilters"]
    assert [(f["filterName"], f["logGroupName"], f["metricTransformations"]) for f in found] == [("m", group, [metric])]
    assert LOGS.describe_log_groups(logGroupNamePrefix=group)["logGroups"][0]["metricFilterCount"] == 1
    assert LOGS.describe_metric_filters(logGroupName=group, filterNamePrefix="n")["metricFilters"] == []
    LOGS.delete_metric_filter(logGroupName=group, filterName="m")
    fails("ResourceNotFoundException", LOGS.delete_metric_filter, logGroupName=group, filterName="m")
    fails("InvalidParameterException", LOGS.put_metric_filter, logGroupName=group, filterName="m", filterPattern="", metricTransformations=[metric, metric])


def test_they_go_with_their_group(name, function):
    LOGS.create_log_group(logGroupName=name)
    LOGS.put_subscription_filter(logGroupName=name, filterName="f", filterPattern="", destinationArn=function)
    LOGS.delete_log_group(logGroupName=name)
    LOGS.create_log_group(logGroupName=name)
    assert LOGS.describe_subscription_filters(logGroupName=name)["subscriptionFilters"] == []
    LOGS.delete_log_group(logGroupName=name)


def test_filters_of_a_stack(name, group, function, queue):
    body = {"Resources": {
        "To": {"Type": "AWS::Logs::SubscriptionFilter", "Properties": {"LogGroupName": group, "FilterPattern": "ERROR", "DestinationArn": function}},
        "Count": {"Type": "AWS::Logs::MetricFilter", "Properties": {"LogGroupName": group, "FilterName": "named", "FilterPattern": "ERROR", "MetricTransformations": [
            {"MetricName": "n", "MetricNamespace": "s", "MetricValue": "1", "DefaultValue": 0, "Dimensions": [{"Key": "k", "Value": "$.v"}]}]}}},
        "Outputs": {"To": {"Value": {"Ref": "To"}}}}
    CLOUDFORMATION.create_stack(StackName=name, TemplateBody=json.dumps(body))
    CLOUDFORMATION.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    output = CLOUDFORMATION.describe_stacks(StackName=name)["Stacks"][0]["Outputs"][0]["OutputValue"]
    assert LOGS.describe_subscription_filters(logGroupName=group)["subscriptionFilters"][0]["filterName"] == output
    metric = LOGS.describe_metric_filters(logGroupName=group)["metricFilters"][0]
    assert metric["filterName"] == "named" and metric["metricTransformations"][0]["dimensions"] == {"k": "$.v"}
    put(group, "ERROR")
    assert taken(queue)["subscriptionFilters"] == [output]
    CLOUDFORMATION.delete_stack(StackName=name)
    CLOUDFORMATION.get_waiter("stack_delete_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    assert LOGS.describe_metric_filters(logGroupName=group)["metricFilters"] == []
    assert LOGS.describe_subscription_filters(logGroupName=group)["subscriptionFilters"] == []
