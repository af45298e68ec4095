# SPDX-License-Identifier: Apache-2.0
"""Answers with the names of the account's buckets."""
import json

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

s3 = boto3.client("s3", config=Config(retries={"total_max_attempts": 1}))  # who waits for an answer can ask again


def answer(status, **body):
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "body": json.dumps(body)}


def handler(event, context):
    try:
        buckets = s3.list_buckets()["Buckets"]
    except ClientError as error:
        return answer(502, error=error.response["Error"]["Code"])
    except BotoCoreError as error:  # no answer at all
        return answer(502, error=type(error).__name__)
    return answer(200, buckets=[bucket["Name"] for bucket in buckets])
