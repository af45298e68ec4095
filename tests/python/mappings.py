# SPDX-License-Identifier: Apache-2.0
"""What tests of event source mappings share: handlers that put what they got into a queue of results, and what a
test makes."""
import json
import os
import time
import uuid

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from sdk import queue_arn, until, WITHIN, zipped

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
        LAMBDA.get_waiter("function_active_v2").wait(FunctionName=name)
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


def send(queue, bodies, **more):
    for at in range(0, len(bodies), 10):
        SQS.send_message_batch(QueueUrl=queue, Entries=[
            {"Id": str(i), "MessageBody": body, **more} for i, body in enumerate(bodies[at:at + 10])])


FLAKY = TELL + """
def handler(event, context):
    tell([(r["body"], int(r["attributes"]["ApproximateReceiveCount"])) for r in event["Records"]])
    if any("poison" in r["body"] for r in event["Records"]):
        raise ValueError("poison")
"""


def table_of(world, view="NEW_AND_OLD_IMAGES"):
    name = "table-" + world.id
    made = DYNAMODB.create_table(TableName=name, BillingMode="PAY_PER_REQUEST",
                                 KeySchema=[{"AttributeName": "k", "KeyType": "HASH"}],
                                 AttributeDefinitions=[{"AttributeName": "k", "AttributeType": "S"}],
                                 StreamSpecification={"StreamEnabled": True, "StreamViewType": view})
    return name, made["TableDescription"]["LatestStreamArn"]
