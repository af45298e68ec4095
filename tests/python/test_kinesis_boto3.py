# SPDX-License-Identifier: Apache-2.0
"""boto3 on Kinesis as the local cloud offers it.

Endpoint, region and keys come from the environment alone (with_local.py).
"""

import datetime
import time
import uuid

import boto3
import pytest
from botocore.config import Config

from sdk import error

BOUND = 20  # seconds that a change of a stream may take here at most


@pytest.fixture(scope="module")
def kinesis():
    return boto3.client("kinesis", config=Config(retries={"max_attempts": 0}))


def wait(done):
    end = time.monotonic() + BOUND
    while not done():
        assert time.monotonic() < end
        time.sleep(0.02)


def summary(kinesis, name):
    return kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]


def wait_active(kinesis, name):
    wait(lambda: summary(kinesis, name)["StreamStatus"] == "ACTIVE")


@pytest.fixture()
def stream(kinesis):
    name = "s-" + uuid.uuid4().hex[:12]
    kinesis.create_stream(StreamName=name, ShardCount=2)
    wait_active(kinesis, name)
    yield name
    kinesis.delete_stream(StreamName=name, EnforceConsumerDeletion=True)


def iterator(kinesis, stream, shard, kind="TRIM_HORIZON", **more):
    return kinesis.get_shard_iterator(StreamName=stream, ShardId=shard, ShardIteratorType=kind, **more)["ShardIterator"]


def data_of(kinesis, stream, shard, kind="TRIM_HORIZON", **more):
    answer = kinesis.get_records(ShardIterator=iterator(kinesis, stream, shard, kind, **more))
    return [record["Data"] for record in answer["Records"]]


def test_life_of_a_stream(kinesis):
    name = "s-" + uuid.uuid4().hex[:12]
    kinesis.create_stream(StreamName=name, StreamModeDetails={"StreamMode": "ON_DEMAND"}, Tags={"a": "b"})
    kinesis.get_waiter("stream_exists").wait(StreamName=name, WaiterConfig={"Delay": 1})
    assert summary(kinesis, name)["OpenShardCount"] == 4
    assert name in kinesis.list_streams(ExclusiveStartStreamName=name[:-1], Limit=1)["StreamNames"]
    assert kinesis.list_tags_for_stream(StreamName=name)["Tags"] == [{"Key": "a", "Value": "b"}]
    kinesis.delete_stream(StreamName=name)
    kinesis.get_waiter("stream_not_exists").wait(StreamName=name, WaiterConfig={"Delay": 1})
    with pytest.raises(kinesis.exceptions.ResourceNotFoundException):
        kinesis.describe_stream(StreamName=name)


@pytest.mark.parametrize("data", [b"", b"x", bytes(range(256)), b"\xff" * 100000])
def test_data_come_back(kinesis, stream, data):
    put = kinesis.put_record(StreamName=stream, Data=data, PartitionKey="schl\u00fcssel")
    answer = kinesis.get_records(ShardIterator=iterator(kinesis, stream, put["ShardId"]))
    record = answer["Records"][0]
    assert (record["Data"], record["PartitionKey"]) == (data, "schl\u00fcssel")
    assert record["SequenceNumber"] == put["SequenceNumber"]
    age = datetime.datetime.now(datetime.timezone.utc) - record["ApproximateArrivalTimestamp"]
    assert abs(age.total_seconds()) < BOUND
    assert answer["MillisBehindLatest"] == 0


def test_batch_and_iterators(kinesis, stream):
    early = iterator(kinesis, stream, "shardId-000000000000", "LATEST")
    answer = kinesis.put_records(StreamName=stream, Records=[
        {"Data": b"%d" % i, "PartitionKey": "k", "ExplicitHashKey": "0"} for i in range(5)])
    assert answer["FailedRecordCount"] == 0
    numbers = [int(record["SequenceNumber"]) for record in answer["Records"]]
    assert numbers == sorted(numbers)
    shard = "shardId-000000000000"
    third = answer["Records"][2]["SequenceNumber"]
    assert data_of(kinesis, stream, shard, "AT_SEQUENCE_NUMBER", StartingSequenceNumber=third) == [b"2", b"3", b"4"]
    assert data_of(kinesis, stream, shard, "AFTER_SEQUENCE_NUMBER", StartingSequenceNumber=third) == [b"3", b"4"]
    assert data_of(kinesis, stream, shard, "AT_TIMESTAMP", Timestamp=1) == [b"0", b"1", b"2", b"3", b"4"]
    assert data_of(kinesis, stream, shard, "LATEST") == []
    page = kinesis.get_records(ShardIterator=early, Limit=3)
    rest = kinesis.get_records(ShardIterator=page["NextShardIterator"])
    assert [r["Data"] for r in page["Records"] + rest["Records"]] == [b"0", b"1", b"2", b"3", b"4"]


def test_reshard(kinesis, stream):
    kinesis.put_record(StreamName=stream, Data=b"before", PartitionKey="k", ExplicitHashKey="0")
    kinesis.update_shard_count(StreamName=stream, TargetShardCount=4, ScalingType="UNIFORM_SCALING")
    wait_active(kinesis, stream)
    page = kinesis.list_shards(StreamName=stream, MaxResults=2)  # AWS refuses what botocore's paginator sends
    shards = page["Shards"]
    while "NextToken" in page:
        page = kinesis.list_shards(NextToken=page["NextToken"], MaxResults=2)
        shards += page["Shards"]
    opened = [s for s in shards if "EndingSequenceNumber" not in s["SequenceNumberRange"]]
    assert len(opened) == 4
    size = 2 ** 128 // 4
    assert sorted(int(s["HashKeyRange"]["StartingHashKey"]) for s in opened) == [0, size, 2 * size, 3 * size]
    page = kinesis.get_records(ShardIterator=iterator(kinesis, stream, "shardId-000000000000"))
    assert [r["Data"] for r in page["Records"]] == [b"before"]
    end = kinesis.get_records(ShardIterator=page["NextShardIterator"])
    assert "NextShardIterator" not in end and len(end["ChildShards"]) == 2
    first, second = sorted(opened, key=lambda s: int(s["HashKeyRange"]["StartingHashKey"]))[:2]
    kinesis.merge_shards(StreamName=stream, ShardToMerge=first["ShardId"], AdjacentShardToMerge=second["ShardId"])
    wait_active(kinesis, stream)
    merged = kinesis.list_shards(StreamName=stream)["Shards"][-1]
    assert (merged["ParentShardId"], merged["AdjacentParentShardId"]) == (first["ShardId"], second["ShardId"])
    put = kinesis.put_record(StreamName=stream, Data=b"after", PartitionKey="k", ExplicitHashKey="0")
    assert put["ShardId"] == merged["ShardId"]
    kinesis.split_shard(StreamName=stream, ShardToSplit=merged["ShardId"], NewStartingHashKey=str(size))
    wait_active(kinesis, stream)
    assert summary(kinesis, stream)["OpenShardCount"] == 4


def test_settings(kinesis, stream):
    arn = summary(kinesis, stream)["StreamARN"]
    kinesis.increase_stream_retention_period(StreamName=stream, RetentionPeriodHours=48)
    kinesis.decrease_stream_retention_period(StreamName=stream, RetentionPeriodHours=24)
    kinesis.enable_enhanced_monitoring(StreamName=stream, ShardLevelMetrics=["ALL"])
    kinesis.disable_enhanced_monitoring(StreamName=stream, ShardLevelMetrics=["IncomingBytes"])
    kinesis.start_stream_encryption(StreamName=stream, EncryptionType="KMS", KeyId="alias/aws/kinesis")
    wait_active(kinesis, stream)
    assert kinesis.put_record(StreamName=stream, Data=b"x", PartitionKey="k")["EncryptionType"] == "KMS"
    kinesis.stop_stream_encryption(StreamName=stream, EncryptionType="KMS", KeyId="alias/aws/kinesis")
    wait_active(kinesis, stream)
    kinesis.update_stream_mode(StreamARN=arn, StreamModeDetails={"StreamMode": "ON_DEMAND"})
    wait_active(kinesis, stream)
    assert kinesis.update_stream_warm_throughput(StreamName=stream, WarmThroughputMiBps=9)["WarmThroughput"]["TargetMiBps"] == 9
    wait_active(kinesis, stream)
    kinesis.update_stream_record_distribution_strategy(StreamARN=arn, RecordDistributionStrategy="AUTO")
    assert summary(kinesis, stream)["RecordDistributionStrategy"] == "AUTO"
    kinesis.tag_resource(ResourceARN=arn, Tags={"a": "b"})
    assert kinesis.list_tags_for_resource(ResourceARN=arn)["Tags"] == [{"Key": "a", "Value": "b"}]
    kinesis.untag_resource(ResourceARN=arn, TagKeys=["a"])
    kinesis.add_tags_to_stream(StreamName=stream, Tags={"c": "d"})
    kinesis.remove_tags_from_stream(StreamName=stream, TagKeys=["c"])
    kinesis.put_resource_policy(ResourceARN=arn, Policy="{}")
    assert kinesis.get_resource_policy(ResourceARN=arn)["Policy"] == "{}"
    kinesis.delete_resource_policy(ResourceARN=arn)
    assert kinesis.describe_limits()["OnDemandStreamCount"] >= 1


def test_settings_of_the_account(kinesis):
    kinesis = boto3.client("kinesis", region_name="eu-north-1")
    assert kinesis.describe_account_settings()["MinimumThroughputBillingCommitment"] == {"Status": "DISABLED"}
    told = kinesis.update_account_settings(MinimumThroughputBillingCommitment={"Status": "ENABLED"})["MinimumThroughputBillingCommitment"]
    assert told["EarliestAllowedEndAt"] - told["StartedAt"] == datetime.timedelta(days=1)
    assert kinesis.describe_account_settings()["MinimumThroughputBillingCommitment"] == told
    told = kinesis.update_account_settings(MinimumThroughputBillingCommitment={"Status": "DISABLED"})["MinimumThroughputBillingCommitment"]
    assert (told["Status"], told["EndedAt"]) == ("ENABLED_UNTIL_EARLIEST_ALLOWED_END", told["EarliestAllowedEndAt"])


def test_consumers(kinesis, stream):
    arn = summary(kinesis, stream)["StreamARN"]
    consumer = kinesis.register_stream_consumer(StreamARN=arn, ConsumerName="c")["Consumer"]
    described = lambda: kinesis.describe_stream_consumer(ConsumerARN=consumer["ConsumerARN"])["ConsumerDescription"]
    wait(lambda: described()["ConsumerStatus"] == "ACTIVE")
    assert [c["ConsumerName"] for c in kinesis.list_stream_consumers(StreamARN=arn)["Consumers"]] == ["c"]
    kinesis.deregister_stream_consumer(StreamARN=arn, ConsumerName="c")
    wait(lambda: kinesis.list_stream_consumers(StreamARN=arn)["Consumers"] == [])


def test_errors(kinesis, stream):
    missing = error(kinesis.put_record, StreamName="no-such-stream", Data=b"x", PartitionKey="k")
    assert missing == {"Code": "ResourceNotFoundException",
                       "Message": "Stream no-such-stream under account 000000000000 not found."}
    assert error(kinesis.create_stream, StreamName=stream, ShardCount=1)["Code"] == "ResourceInUseException"
    assert error(kinesis.get_records, ShardIterator="x")["Code"] == "InvalidArgumentException"
    wrong = error(kinesis.create_stream, StreamName="a b", ShardCount=1)
    assert wrong["Code"] == "ValidationException" and "[a-zA-Z0-9_.-]+" in wrong["Message"]


def test_what_the_local_cloud_does_not_have_is_named(kinesis):
    refused = error(kinesis.list_channels)
    assert refused["Code"] == "UnknownOperationException" and "ListChannels" in refused["Message"]
