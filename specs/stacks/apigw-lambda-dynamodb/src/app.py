# SPDX-License-Identifier: Apache-2.0
"""Greets the person of an id by name, and keeps each greeting."""
import json
import os
from datetime import datetime, timezone

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

THROTTLED = {"ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded"}
# Who waits for an answer can ask again: one attempt, and its error is told.
table = boto3.resource("dynamodb", config=Config(retries={"total_max_attempts": 1})).Table(os.environ["TABLE"])


def answer(status, **body):
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "body": json.dumps(body)}


def greet(person):
    found = table.get_item(Key={"PK": person, "SK": "NAME#"}).get("Item")
    if found is None:
        return answer(404, error="nobody has this id")
    greeting = f"Hello {found['name']}!"
    now = datetime.now(timezone.utc).isoformat()
    table.put_item(Item={"PK": person, "SK": f"TS#{now}", "greeting": greeting})
    return answer(200, greeting=greeting)


def handler(event, context):
    try:
        return greet(event["pathParameters"]["id"])
    except ClientError as error:
        code = error.response["Error"]["Code"]
        return answer(429 if code in THROTTLED else 502, error=code)
    except BotoCoreError as error:  # no answer at all
        return answer(502, error=type(error).__name__)
