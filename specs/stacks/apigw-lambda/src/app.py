# SPDX-License-Identifier: Apache-2.0
"""Answers with the names of the account's buckets."""
import json

import boto3
from botocore.exceptions import ClientError

s3 = boto3.client("s3")


def answer(status, **body):
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "body": json.dumps(body)}


def handler(event, context):
    try:
        buckets = s3.list_buckets()["Buckets"]
    except ClientError as error:
        return answer(502, error=error.response["Error"]["Code"])
    return answer(200, buckets=[bucket["Name"] for bucket in buckets])
