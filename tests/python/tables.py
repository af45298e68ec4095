# SPDX-License-Identifier: Apache-2.0
"""What tests of DynamoDB by boto3 share: clients, and tables of a test, which go with it.

Endpoint, region and keys come from the environment alone (with_local.py). Nothing here is particular
to slrun: the same tests make sense against any DynamoDB.
"""
import uuid

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

MIB = 1024 * 1024


def connect(make, region=None, **config):
    """Endpoint, keys and region come from the environment (with_local.py), unless a region is given."""
    return make("dynamodb", region_name=region, config=Config(retries={"max_attempts": 0}, **config))


@pytest.fixture(scope="module")
def client():
    return connect(boto3.client)


@pytest.fixture(scope="module")
def streams():
    return connect(lambda _, **options: boto3.client("dynamodbstreams", **options))


@pytest.fixture(scope="module")
def raw():
    """A client that leaves all checks of parameters to the server."""
    return connect(boto3.client, parameter_validation=False)


@pytest.fixture(scope="module")
def resource():
    return connect(boto3.resource)


def schema(**keys):
    """KeySchema and AttributeDefinitions from p="S", s="N"."""
    kinds = ["HASH", "RANGE"]
    return {
        "KeySchema": [{"AttributeName": n, "KeyType": k} for n, k in zip(keys, kinds)],
        "AttributeDefinitions": [
            {"AttributeName": n, "AttributeType": t} for n, t in keys.items()
        ],
        "BillingMode": "PAY_PER_REQUEST",
    }


def unique(prefix="slrun-"):
    return prefix + uuid.uuid4().hex


@pytest.fixture
def make_table(resource):
    made = []

    def make(**arguments):
        table = resource.create_table(TableName=unique(), **arguments)
        made.append(table)
        table.wait_until_exists()
        return table

    yield make
    for table in made:
        table.delete()


@pytest.fixture
def things(make_table):
    """A table with the partition key p."""
    return make_table(**schema(p="S"))


@pytest.fixture
def pairs(make_table):
    """A table with partition key p and numeric sort key s."""
    return make_table(**schema(p="S", s="N"))


def fails(code, message=None):
    """raises() for an error of AWS with that code, whose message contains that text."""
    return pytest.raises(ClientError, match=f"\\({code}\\)" + (f".*{message}" if message else ""))


# Tables
