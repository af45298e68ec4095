# SPDX-License-Identifier: Apache-2.0
"""What tests of Step Functions by boto3 share: state machines, queues and tables of a test, which go with it, and what executions
told. Histories and texts of errors are as AWS records them.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import uuid

import boto3
import pytest
from botocore.config import Config

from sdk import until

# Answers of long polls and of synchronous executions come late; hosts are 127.0.0.1 for all.
SFN = boto3.client("stepfunctions", config=Config(inject_host_prefix=False, read_timeout=90))
SQS, SNS, DYNAMODB, EVENTS, LAMBDA, CLOUDFORMATION, S3, SSM = (
    boto3.client(n) for n in ("sqs", "sns", "dynamodb", "events", "lambda", "cloudformation", "s3", "ssm"))
ROLE = "arn:aws:iam::000000000000:role/states"


@pytest.fixture(name="name")
def make_name():
    return f"states-{uuid.uuid4().hex[:10]}"


@pytest.fixture(name="machine")
def make_machine(name):
    made = []

    def make(definition, **more):
        text = definition if isinstance(definition, str) else json.dumps(definition)
        arn = SFN.create_state_machine(name=f"{name}-{len(made)}", definition=text, roleArn=ROLE, **more)["stateMachineArn"]
        made.append(arn)
        return arn

    yield make
    for arn in made:
        SFN.delete_state_machine(stateMachineArn=arn)


def one(state, **more):
    """A definition of one state, A."""
    end = {} if state["Type"] in ("Succeed", "Fail", "Choice") else {"End": True}
    return {"StartAt": "A", "States": {"A": {**state, **end}, **more}}


def ended(arn):
    def look():
        found = SFN.describe_execution(executionArn=arn)
        return found if found["status"] != "RUNNING" else None
    return until(look)


def run(arn, given=None, **more):
    started = SFN.start_execution(stateMachineArn=arn, input=json.dumps({} if given is None else given), **more)
    return ended(started["executionArn"])


def output(found):
    assert found["status"] == "SUCCEEDED", found
    return json.loads(found["output"])


def events(execution, **more):
    found = []
    for page in SFN.get_paginator("get_execution_history").paginate(executionArn=execution, **more):
        found += page["events"]
    return found


def types(execution):
    return [event["type"] for event in events(execution)]


def before(execution, kind):
    """The types of the events that stand right before those of a type in the history, by previousEventId."""
    told = events(execution)
    by_id = {e["id"]: e["type"] for e in told}
    return [by_id[e["previousEventId"]] for e in told if e["type"] == kind]


@pytest.fixture(name="queue")
def make_queue(name):
    url = SQS.create_queue(QueueName=name)["QueueUrl"]
    yield url
    SQS.delete_queue(QueueUrl=url)


def take(queue):
    def look():
        return SQS.receive_message(QueueUrl=queue, WaitTimeSeconds=2).get("Messages")
    (message,) = until(look)
    SQS.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
    return json.loads(message["Body"])


@pytest.fixture(name="table")
def make_table(name):
    DYNAMODB.create_table(TableName=name, BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
                          AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}])
    DYNAMODB.get_waiter("table_exists").wait(TableName=name, WaiterConfig={"Delay": 1})
    yield name
    DYNAMODB.delete_table(TableName=name)
