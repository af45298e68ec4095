# SPDX-License-Identifier: Apache-2.0
"""slrun local --at-once, and moto's address for a reset: changes of state are over when they are answered."""
import time
import urllib.request

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ReadTimeoutError

import deployed
from started import begin, no_process_is_left  # pylint: disable=unused-import


def local(folder, *words):
    """Its address."""
    line = begin(folder, "local", "--port", "0", *words).stdout.readline()
    return next(word for word in line.split() if word.startswith("http://127.0.0.1:"))


def client(service, url, **options):
    return boto3.client(service, endpoint_url=url, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test",
                        config=Config(retries={"max_attempts": 0}, **options))


def state(kinesis, name):
    found = kinesis.describe_stream(StreamName=name)["StreamDescription"]
    return found["StreamStatus"], len(found["Shards"])


def at_once(url):
    kinesis = client("kinesis", url)
    kinesis.create_stream(StreamName="s", ShardCount=2)
    assert state(kinesis, "s") == ("ACTIVE", 2)
    arn = kinesis.describe_stream(StreamName="s")["StreamDescription"]["StreamARN"]
    kinesis.split_shard(StreamName="s", ShardToSplit="shardId-000000000000", NewStartingHashKey="7")
    assert state(kinesis, "s") == ("ACTIVE", 4)
    kinesis.register_stream_consumer(StreamARN=arn, ConsumerName="c")
    found = kinesis.describe_stream_consumer(StreamARN=arn, ConsumerName="c")["ConsumerDescription"]
    assert found["ConsumerStatus"] == "ACTIVE"
    kinesis.delete_stream(StreamName="s", EnforceConsumerDeletion=True)
    with pytest.raises(kinesis.exceptions.ResourceNotFoundException):
        kinesis.describe_stream(StreamName="s")


TEMPLATE = """
Resources:
  Queue: { Type: AWS::SQS::Queue, Properties: { DelaySeconds: %s } }
  Stream: { Type: AWS::Kinesis::Stream, Properties: { ShardCount: 1 } }
"""


def stacks_at_once(url):
    cloudformation = client("cloudformation", url)
    status = lambda: cloudformation.describe_stacks(StackName=identity)["Stacks"][0]["StackStatus"]
    identity = cloudformation.create_stack(StackName="st", TemplateBody=TEMPLATE % 1)["StackId"]
    assert status() == "CREATE_COMPLETE"
    assert cloudformation.update_stack(StackName="st", TemplateBody=TEMPLATE % 2)["StackId"] == identity
    assert status() == "UPDATE_COMPLETE"
    cloudformation.delete_stack(StackName="st")
    assert status() == "DELETE_COMPLETE"
    identity = cloudformation.create_stack(StackName="bad", TemplateBody=TEMPLATE % -1)["StackId"]
    assert status() == "ROLLBACK_COMPLETE"


def test_the_option(tmp_path):
    url = local(tmp_path, "--at-once")
    at_once(url)
    stacks_at_once(url)


def test_without_it_changes_take_their_time(tmp_path):
    kinesis = client("kinesis", local(tmp_path))
    kinesis.create_stream(StreamName="s", ShardCount=2)
    assert state(kinesis, "s") == ("CREATING", 0)


def test_a_look_at_a_stack_waits_for_its_change(tmp_path):
    """For 3 s at most, so that AWS's waiters, which look every 30 s, find it complete."""
    url = local(tmp_path)
    cloudformation = client("cloudformation", url)
    began, looks, statuses = time.monotonic(), 0, set()
    for name in ("quick", "slow"):
        if name == "slow":
            deployed.faults(url, "POST", {"service": "sqs", "operation": "create_queue", "latency_ms": 4000})
        cloudformation.create_stack(StackName=name, TemplateBody=TEMPLATE % 1)
        while (status := cloudformation.describe_stacks(StackName=name)["Stacks"][0]["StackStatus"]) != "CREATE_COMPLETE":
            statuses.add(status)
            looks += 1
            assert 3 * looks <= time.monotonic() - began, "none of them was answered at once"
    assert looks >= 1 and statuses == {"CREATE_IN_PROGRESS"}
    hasty = client("cloudformation", url, read_timeout=0.2)
    cloudformation.create_stack(StackName="later", TemplateBody=TEMPLATE % 1)
    with pytest.raises(ReadTimeoutError):
        hasty.describe_stacks(StackName="later")
    cloudformation.get_waiter("stack_create_complete").wait(StackName="later", WaiterConfig={"Delay": 1})


def test_tests_written_for_moto_reset_it(tmp_path):
    url = local(tmp_path)
    client("s3", url).create_bucket(Bucket="left-over")
    with urllib.request.urlopen(urllib.request.Request(url + "/moto-api/reset", method="POST"), timeout=20) as answer:
        assert answer.status == 200
    assert client("s3", url).list_buckets()["Buckets"] == []
    at_once(url)
