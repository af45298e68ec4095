# SPDX-License-Identifier: Apache-2.0
"""boto3's STS client on the local cloud; endpoint, region and keys come from the environment (with_local.py)."""

import datetime

import boto3
import botocore.exceptions
import pytest

ROLE = "arn:aws:iam::123456789012:role/team/Builder"


def client(key=None, secret=None, token=None):
    return boto3.client("sts", aws_access_key_id=key, aws_secret_access_key=secret, aws_session_token=token)


def as_credentials(answer):
    c = answer["Credentials"]
    return client(c["AccessKeyId"], c["SecretAccessKey"], c["SessionToken"])


def test_root():
    who = client().get_caller_identity()
    assert who["Arn"] == f"arn:aws:iam::{who['Account']}:root"
    assert who["UserId"] == who["Account"]
    assert len(who["Account"]) == 12


def test_assumed_role_is_somebody_else():
    answer = client().assume_role(RoleArn=ROLE, RoleSessionName="me@work", DurationSeconds=900)
    left = answer["Credentials"]["Expiration"] - datetime.datetime.now(datetime.timezone.utc)
    assert 800 < left.total_seconds() < 1000
    who = as_credentials(answer).get_caller_identity()
    assert who["Arn"] == "arn:aws:sts::123456789012:assumed-role/Builder/me@work"
    assert who["Arn"] == answer["AssumedRoleUser"]["Arn"]
    assert who["UserId"] == answer["AssumedRoleUser"]["AssumedRoleId"]


def test_a_role_of_another_account_is_there():
    role = client().assume_role(RoleArn=ROLE, RoleSessionName="there")["Credentials"]
    there = {"aws_access_key_id": role["AccessKeyId"], "aws_secret_access_key": role["SecretAccessKey"],
             "aws_session_token": role["SessionToken"]}
    boto3.client("sqs").create_queue(QueueName="sts-here")
    assert boto3.client("sts", **there).get_caller_identity()["Account"] == "123456789012"
    assert client().get_access_key_info(AccessKeyId=role["AccessKeyId"])["Account"] == "123456789012"
    sqs = boto3.client("sqs", **there)
    assert "QueueUrls" not in sqs.list_queues(QueueNamePrefix="sts-")
    assert sqs.create_queue(QueueName="sts-there")["QueueUrl"].endswith("/123456789012/sts-there")
    again = boto3.client("sts", **there).get_session_token()["Credentials"]["AccessKeyId"]
    assert client().get_access_key_info(AccessKeyId=again)["Account"] == "123456789012"
    urls = boto3.client("sqs").list_queues(QueueNamePrefix="sts-")["QueueUrls"]
    assert [url.rsplit("/")[-1] for url in urls] == ["sts-here"]


def test_sessions_and_federated_users():
    assert as_credentials(client().get_session_token()).get_caller_identity()["Arn"].endswith(":root")
    answer = client().get_federation_token(Name="guest")
    who = as_credentials(answer).get_caller_identity()
    assert who["Arn"] == answer["FederatedUser"]["Arn"]
    key = answer["Credentials"]["AccessKeyId"]
    assert client().get_access_key_info(AccessKeyId=key)["Account"] == who["Account"]


@pytest.mark.parametrize("change, message", [
    ({"RoleSessionName": "a b"}, "regular expression pattern"),
    ({"DurationSeconds": 43201}, "MaxSessionDuration"),
    ({"RoleArn": "arn:aws:iam::123456789012:user/not-a-role"}, "is invalid"),
    ({"RoleArn": "arn:aws:iam::123456789012:role/<Builder>"}, "is invalid"),
])
def test_wrong_arguments(change, message):
    arguments = {"RoleArn": ROLE, "RoleSessionName": "session", **change}
    with pytest.raises(botocore.exceptions.ClientError, match=message) as problem:
        client().assume_role(**arguments)
    assert problem.value.response["Error"]["Code"] == "ValidationError"
    assert problem.value.response["Error"]["Type"] == "Sender"


def test_unknown_operation_and_wrong_secret():
    sts = client()
    with pytest.raises(botocore.exceptions.ClientError) as problem:
        sts.decode_authorization_message(EncodedMessage="x")
    assert problem.value.response["Error"]["Code"] == "InvalidAction"
    with pytest.raises(botocore.exceptions.ClientError) as problem:
        client("test", "wrong").get_caller_identity()
    assert problem.value.response["Error"]["Code"] == "SignatureDoesNotMatch"
