# SPDX-License-Identifier: Apache-2.0
"""boto3 on what DynamoDB's tables have beside their items: backups, streams of Kinesis that changes go to, stacks of
AWS CloudFormation. Endpoint, region and keys come from the environment alone (with_local.py)."""
import base64
import json
import time
import uuid

import boto3
import pytest
from botocore.exceptions import ClientError

PAY = {"BillingMode": "PAY_PER_REQUEST", "KeySchema": [{"AttributeName": "p", "KeyType": "HASH"}],
       "AttributeDefinitions": [{"AttributeName": "p", "AttributeType": "S"}]}


@pytest.fixture(name="dynamodb")
def connect():
    return boto3.client("dynamodb")


@pytest.fixture(name="name")
def make_name():
    return f"tables-{uuid.uuid4().hex[:12]}"


@pytest.fixture(name="table")
def make_table(dynamodb, name):
    dynamodb.create_table(TableName=name, **PAY)
    dynamodb.get_waiter("table_exists").wait(TableName=name, WaiterConfig={"Delay": 1})
    yield name
    dynamodb.delete_table(TableName=name)


@pytest.fixture(name="stream")
def make_stream(name):
    kinesis = boto3.client("kinesis")
    kinesis.create_stream(StreamName=name, ShardCount=1)
    kinesis.get_waiter("stream_exists").wait(StreamName=name, WaiterConfig={"Delay": 1})
    yield kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]["StreamARN"]
    kinesis.delete_stream(StreamName=name)


def code_of(call, **arguments):
    with pytest.raises(ClientError) as error:
        call(**arguments)
    return error.value.response["Error"]["Code"]


def items(dynamodb, table):
    return sorted(item["p"]["S"] for item in dynamodb.scan(TableName=table)["Items"])


def put(dynamodb, table, *keys, **attributes):
    for key in keys:
        dynamodb.put_item(TableName=table, Item={"p": {"S": key}, **attributes})


def test_a_backup_outlives_its_table(dynamodb, table):
    put(dynamodb, table, "a", "b")
    arn = dynamodb.create_backup(TableName=table, BackupName="one")["BackupDetails"]["BackupArn"]
    put(dynamodb, table, "c")
    source = dynamodb.describe_backup(BackupArn=arn)["BackupDescription"]["SourceTableDetails"]
    assert (source["TableName"], source["ItemCount"]) == (table, 2)
    again = table + "-again"
    restored = dynamodb.restore_table_from_backup(TargetTableName=again, BackupArn=arn)["TableDescription"]
    assert restored["RestoreSummary"]["SourceBackupArn"] == arn
    dynamodb.get_waiter("table_exists").wait(TableName=again, WaiterConfig={"Delay": 1})
    assert items(dynamodb, again) == ["a", "b"]
    dynamodb.delete_table(TableName=again)
    assert [one["BackupArn"] for one in dynamodb.list_backups(TableName=table)["BackupSummaries"]] == [arn]
    assert dynamodb.delete_backup(BackupArn=arn)["BackupDescription"]["BackupDetails"]["BackupStatus"] == "DELETED"
    assert code_of(dynamodb.describe_backup, BackupArn=arn) == "BackupNotFoundException"


def test_a_table_as_it_was(dynamodb, table):
    past = {"SourceTableName": table, "TargetTableName": table + "-past"}
    assert code_of(dynamodb.restore_table_to_point_in_time, UseLatestRestorableTime=True, **past) == \
        "PointInTimeRecoveryUnavailableException"
    setting = dynamodb.update_continuous_backups(
        TableName=table, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True})
    assert setting["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"]["RecoveryPeriodInDays"] == 35
    put(dynamodb, table, "a", "b")
    time.sleep(1.1)  # RestoreDateTime has whole seconds in some clients
    moment = int(time.time())
    time.sleep(1.1)
    put(dynamodb, table, "c")
    dynamodb.delete_item(TableName=table, Key={"p": {"S": "a"}})
    dynamodb.restore_table_to_point_in_time(RestoreDateTime=moment, **past)
    assert items(dynamodb, table + "-past") == ["a", "b"]
    assert items(dynamodb, table) == ["b", "c"]
    dynamodb.delete_table(TableName=table + "-past")


def records(stream, count):
    """The first so many records of a stream with one shard, as its consumers get them."""
    kinesis = boto3.client("kinesis")
    shard = kinesis.list_shards(StreamARN=stream)["Shards"][0]["ShardId"]
    at = kinesis.get_shard_iterator(StreamARN=stream, ShardId=shard, ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    found, end = [], time.monotonic() + 30
    while len(found) < count and time.monotonic() < end:
        page = kinesis.get_records(ShardIterator=at, StreamARN=stream)
        found, at = found + page["Records"], page["NextShardIterator"]
    return [json.loads(record["Data"]) for record in found]


def test_changes_arrive_on_a_stream_of_kinesis(dynamodb, table, stream):
    missing = stream + "-no"
    assert code_of(dynamodb.enable_kinesis_streaming_destination, TableName=table, StreamArn=missing) == "ValidationException"
    on = dynamodb.enable_kinesis_streaming_destination(TableName=table, StreamArn=stream)
    assert on["DestinationStatus"] == "ENABLING" and on["EnableKinesisStreamingConfiguration"] == {}
    listed = dynamodb.describe_kinesis_streaming_destination(TableName=table)["KinesisDataStreamDestinations"]
    assert listed == [{"StreamArn": stream, "DestinationStatus": "ACTIVE"}]
    put(dynamodb, table, "a", n={"N": "1"}, b={"B": b"\x90"})
    put(dynamodb, table, "a", n={"N": "2"}, b={"B": b"\x90"})
    put(dynamodb, table, "a", n={"N": "2"}, b={"B": b"\x90"})  # changes nothing
    dynamodb.update_kinesis_streaming_destination(TableName=table, StreamArn=stream, UpdateKinesisStreamingConfiguration={
        "ApproximateCreationDateTimePrecision": "MICROSECOND"})
    dynamodb.delete_item(TableName=table, Key={"p": {"S": "a"}})
    dynamodb.disable_kinesis_streaming_destination(TableName=table, StreamArn=stream)
    put(dynamodb, table, "z")
    told = records(stream, 3)
    assert [record["eventName"] for record in told] == ["INSERT", "MODIFY", "REMOVE"]
    assert len({record["eventID"] for record in told}) == 3
    image = lambda n: {"p": {"S": "a"}, "n": {"N": n}, "b": {"B": base64.b64encode(b"\x90").decode()}}
    first, last = told[0], told[2]["dynamodb"]
    at = first["dynamodb"].pop("ApproximateCreationDateTime")
    assert abs(at / 1000 - time.time()) < 3600  # milliseconds
    assert first == {"awsRegion": dynamodb.meta.region_name, "eventID": first["eventID"], "eventName": "INSERT",
                     "userIdentity": None, "recordFormat": "application/json", "tableName": table,
                     "dynamodb": {"Keys": {"p": {"S": "a"}}, "NewImage": image("1"), "SizeBytes": 9},
                     "eventSource": "aws:dynamodb"}
    assert told[1]["dynamodb"]["OldImage"] == image("1") and told[1]["dynamodb"]["NewImage"] == image("2")
    assert last["ApproximateCreationDateTimePrecision"] == "MICROSECOND" and "NewImage" not in last
    assert last["ApproximateCreationDateTime"] > at * 900


def test_insights_are_a_setting(dynamodb, table):
    assert dynamodb.describe_contributor_insights(TableName=table)["ContributorInsightsStatus"] == "DISABLED"
    on = dynamodb.update_contributor_insights(TableName=table, ContributorInsightsAction="ENABLE")
    assert on["ContributorInsightsStatus"] == "ENABLING"
    told = dynamodb.describe_contributor_insights(TableName=table)
    assert told["ContributorInsightsStatus"] == "ENABLED" and len(told["ContributorInsightsRuleList"]) == 2
    assert table in [one["TableName"] for one in dynamodb.list_contributor_insights()["ContributorInsightsSummaries"]]
    assert code_of(dynamodb.describe_contributor_insights, TableName=table, IndexName="none") == "ResourceNotFoundException"


# ---- stacks ----

KEYS = {"AttributeDefinitions": [{"AttributeName": name, "AttributeType": "S"} for name in ("p", "g", "h")],
        "KeySchema": [{"AttributeName": "p", "KeyType": "HASH"}]}
INDEX = {"IndexName": "by-both", "Projection": {"ProjectionType": "ALL"},
         "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}, {"AttributeName": "h", "KeyType": "HASH"}]}
POLICY = {"Version": "2012-10-17", "Statement": []}
STREAM = {"Type": "AWS::Kinesis::Stream", "Properties": {"ShardCount": 1}}


def deploy(name, resources, update=False):
    """The stack's resources: physical ids by logical ones."""
    cloudformation = boto3.client("cloudformation")
    template = json.dumps({"Resources": resources})
    act, waiter = (cloudformation.update_stack, "stack_update_complete") if update else \
        (cloudformation.create_stack, "stack_create_complete")
    act(StackName=name, TemplateBody=template)
    cloudformation.get_waiter(waiter).wait(StackName=name, WaiterConfig={"Delay": 1})
    return {one["LogicalResourceId"]: one["PhysicalResourceId"]
            for one in cloudformation.describe_stack_resources(StackName=name)["StackResources"]}


@pytest.fixture(name="stack")
def clean_stack(name):
    yield name
    boto3.client("cloudformation").delete_stack(StackName=name)


def table_with(**properties):
    return {"Type": "AWS::DynamoDB::Table", "Properties": {"BillingMode": "PAY_PER_REQUEST", **KEYS, **properties}}


def recovery(dynamodb, table):
    told = dynamodb.describe_continuous_backups(TableName=table)["ContinuousBackupsDescription"]
    return told["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"]


def test_a_stack_sets_all_of_a_table(dynamodb, stack):
    changes = {"StreamArn": {"Fn::GetAtt": ["Changes", "Arn"]}, "ApproximateCreationDateTimePrecision": "MICROSECOND"}
    insights = {"ContributorInsightsSpecification": {"Enabled": True}}
    made = deploy(stack, {"Changes": STREAM, "Orders": table_with(
        GlobalSecondaryIndexes=[{**INDEX, **insights}], PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True},
        KinesisStreamSpecification=changes, ResourcePolicy={"PolicyDocument": POLICY}, **insights)})
    table = made["Orders"]
    arn = dynamodb.describe_table(TableName=table)["Table"]["TableArn"]
    assert recovery(dynamodb, table) == "ENABLED"
    told = dynamodb.describe_kinesis_streaming_destination(TableName=table)["KinesisDataStreamDestinations"]
    assert [one["DestinationStatus"] for one in told] == ["ACTIVE"]
    assert json.loads(dynamodb.get_resource_policy(ResourceArn=arn)["Policy"]) == POLICY
    for index in ({}, {"IndexName": "by-both"}):
        assert dynamodb.describe_contributor_insights(TableName=table, **index)["ContributorInsightsStatus"] == "ENABLED"
    put(dynamodb, table, "a", g={"S": "1"}, h={"S": "2"})
    assert records(told[0]["StreamArn"], 1)[0]["tableName"] == table
    found = dynamodb.query(TableName=table, IndexName="by-both", KeyConditionExpression="g = :g AND h = :h",
                           ExpressionAttributeValues={":g": {"S": "1"}, ":h": {"S": "2"}})
    assert found["Count"] == 1
    warm = {"ReadUnitsPerSecond": 13000, "WriteUnitsPerSecond": 5000}
    deploy(stack, {"Changes": STREAM, "Orders": table_with(
        GlobalSecondaryIndexes=[{**INDEX, "WarmThroughput": warm}], WarmThroughput=warm)}, update=True)
    description = dynamodb.describe_table(TableName=table)["Table"]
    assert description["WarmThroughput"]["ReadUnitsPerSecond"] == 13000
    assert description["GlobalSecondaryIndexes"][0]["WarmThroughput"]["WriteUnitsPerSecond"] == 5000
    assert recovery(dynamodb, table) == "DISABLED"
    told = dynamodb.describe_kinesis_streaming_destination(TableName=table)["KinesisDataStreamDestinations"]
    assert [one["DestinationStatus"] for one in told] == ["DISABLED"]
    assert code_of(dynamodb.get_resource_policy, ResourceArn=arn) == "PolicyNotFoundException"
    for index in ({}, {"IndexName": "by-both"}):
        assert dynamodb.describe_contributor_insights(TableName=table, **index)["ContributorInsightsStatus"] == "DISABLED"


def test_a_global_table_is_its_replica_here(dynamodb, stack):
    scaling = {"MinCapacity": 2, "MaxCapacity": 9, "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 70}}
    replica = {"Region": {"Ref": "AWS::Region"}, "ReadProvisionedThroughputSettings": {"ReadCapacityUnits": 3},
               "DeletionProtectionEnabled": False, "TableClass": "STANDARD_INFREQUENT_ACCESS",
               "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": True}, "Tags": [{"Key": "k", "Value": "v"}],
               "GlobalSecondaryIndexes": [{"IndexName": "by-both", "ReadProvisionedThroughputSettings": {
                   "ReadCapacityAutoScalingSettings": {**scaling, "SeedCapacity": 4}}}]}
    write = {"WriteCapacityAutoScalingSettings": scaling}
    properties = {**KEYS, "BillingMode": "PROVISIONED", "WriteProvisionedThroughputSettings": write,
                  "GlobalSecondaryIndexes": [{**INDEX, "WriteProvisionedThroughputSettings": write}],
                  "StreamSpecification": {"StreamViewType": "NEW_AND_OLD_IMAGES"}, "SSESpecification": {"SSEEnabled": True},
                  "TimeToLiveSpecification": {"AttributeName": "t", "Enabled": True}}
    orders = {"Type": "AWS::DynamoDB::GlobalTable", "Properties": {**properties, "Replicas": [replica]}}
    table = deploy(stack, {"Orders": orders})["Orders"]
    told = dynamodb.describe_table(TableName=table)["Table"]
    units = lambda of: (of["ProvisionedThroughput"]["ReadCapacityUnits"], of["ProvisionedThroughput"]["WriteCapacityUnits"])
    assert units(told) == (3, 2) and units(told["GlobalSecondaryIndexes"][0]) == (4, 2)
    assert told["TableClassSummary"]["TableClass"] == "STANDARD_INFREQUENT_ACCESS"
    assert told["SSEDescription"]["Status"] == "ENABLED" and told["StreamSpecification"]["StreamEnabled"]
    assert recovery(dynamodb, table) == "ENABLED"
    assert dynamodb.describe_time_to_live(TableName=table)["TimeToLiveDescription"]["AttributeName"] == "t"
    tags = dynamodb.list_tags_of_resource(ResourceArn=told["TableArn"])["Tags"]
    assert {"Key": "k", "Value": "v"} in tags
    replica["ReadProvisionedThroughputSettings"] = {"ReadCapacityUnits": 7}
    deploy(stack, {"Orders": orders}, update=True)
    assert units(dynamodb.describe_table(TableName=table)["Table"]) == (7, 2)
