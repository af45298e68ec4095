# SPDX-License-Identifier: Apache-2.0
"""boto3's STS client on the local cloud; endpoint, region and keys come from the environment (with_local.py)."""

import datetime
import re
import urllib.error
import urllib.request

import boto3
import botocore.auth
import botocore.awsrequest
import botocore.exceptions
import pytest

ROLE = "arn:aws:iam::123456789012:role/team/Builder"


def client(key=None, secret=None, token=None):
    return boto3.client("sts", aws_access_key_id=key, aws_secret_access_key=secret, aws_session_token=token)


def as_credentials(answer):
    c = answer["Credentials"]
    return client(c["AccessKeyId"], c["SecretAccessKey"], c["SessionToken"])


class WithoutExpires(botocore.auth.SigV4QueryAuth):
    """Presigns as aws4 of Node.js does: only S3 asks for X-Amz-Expires."""

    def _modify_request_before_signing(self, request):
        super()._modify_request_before_signing(request)
        request.url = re.sub(r"&X-Amz-Expires=\d+", "", request.url)


def presigned(service, secret):
    keys = boto3.Session().get_credentials()
    keys = botocore.credentials.Credentials(keys.access_key, secret or keys.secret_key)
    url = client().meta.endpoint_url + "/?Action=GetCallerIdentity&Version=2011-06-15"
    request = botocore.awsrequest.AWSRequest("GET", url)
    WithoutExpires(keys, service, "us-east-1").add_auth(request)
    assert "X-Amz-Signature" in request.url and "X-Amz-Expires" not in request.url
    return request.url


def test_presigned_without_an_end():
    with urllib.request.urlopen(presigned("sts", None), timeout=30) as answer:
        assert b":root</Arn>" in answer.read()
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(presigned("sts", "another"), timeout=30)
    assert b"SignatureDoesNotMatch" in refused.value.read()


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
