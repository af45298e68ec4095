"""One client of each service for the whole run, as a careful user would write it."""
import os

import pytest


def client(name):
    import boto3
    return boto3.client(name, endpoint_url=os.environ["STUB"])


@pytest.fixture(scope="session")
def ddb():
    return client("dynamodb")


@pytest.fixture(scope="session")
def sqs():
    return client("sqs")
