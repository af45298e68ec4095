# SPDX-License-Identifier: Apache-2.0
"""What the four suites share. A test's docstring is the name of the case of slrun's spec that it is the twin of."""
import json
import uuid

import boto3
import pytest
import requests
from boto3.dynamodb.conditions import Key


@pytest.fixture(scope="session")
def session():
    return boto3.Session()


@pytest.fixture(scope="session")
def sqs(session):
    return session.client("sqs")


@pytest.fixture(scope="session")
def kinesis(session):
    return session.client("kinesis")


@pytest.fixture(scope="session")
def s3(session):
    return session.client("s3")


@pytest.fixture(scope="session")
def dynamodb(session):
    return session.resource("dynamodb")


@pytest.fixture(scope="session")
def outputs_of(session):
    """The outputs of a stack by its name."""
    cloudformation = session.client("cloudformation")

    def outputs(name):
        stack = cloudformation.describe_stacks(StackName=name)["Stacks"][0]
        return {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}
    return outputs


@pytest.fixture(scope="session")
def invoke(session):
    """Invokes a function: its decoded answer, and the kind of its error or None."""
    client = session.client("lambda")

    def call(function, event):
        answer = client.invoke(FunctionName=function, Payload=json.dumps(event))
        return json.load(answer["Payload"]), answer.get("FunctionError")
    return call


@pytest.fixture(scope="session")
def web():
    with requests.Session() as session:
        yield session


@pytest.fixture
def unique():
    """An id that no other test has, for keys, names and bodies."""
    return f"t-{uuid.uuid4().hex[:16]}"


def all_items(table, key, value, **more):
    """All items under a partition key, page by page."""
    items, more = [], {"KeyConditionExpression": Key(key).eq(value), **more}
    while True:
        page = table.query(**more)
        items += page["Items"]
        if "LastEvaluatedKey" not in page:
            return items
        more["ExclusiveStartKey"] = page["LastEvaluatedKey"]


@pytest.fixture
def owns():
    """Empties partitions of tables when the test has ended: owns(table, key, value)."""
    owned = []
    yield lambda *partition: owned.append(partition)
    for table, key, value in reversed(owned):
        names = [attribute["AttributeName"] for attribute in table.key_schema]
        with table.batch_writer() as batch:
            for item in all_items(table, key, value):
                batch.delete_item(Key={name: item[name] for name in names})
