# SPDX-License-Identifier: Apache-2.0
"""For tests: notes messages of the type TEST by their id and the queue that they were in."""
import json
import os

import boto3

client = boto3.client("dynamodb")


def handler(event, context):
    for record in event["Records"]:
        queue = "dead" if record["eventSourceARN"] == os.environ["INBOX_DEAD"] else "outbox"
        data = json.loads(record["body"])["data"]
        client.put_item(TableName=os.environ["TABLE"], Item={
            "id": {"S": data["id"]}, "queue": {"S": queue}, "body": {"S": record["body"]}})
