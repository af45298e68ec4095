# SPDX-License-Identifier: Apache-2.0
"""Works on messages of the inbox, and puts what comes of them into the outbox."""
import json
import os

import boto3

sqs = boto3.client("sqs")


def process(message):
    data = message["data"]
    return {"data": {**data, "words": len(data["text"].split())}}


def handler(event, context):
    for record in event["Records"]:
        done = process(json.loads(record["body"]))
        sqs.send_message(QueueUrl=os.environ["OUTBOX"], MessageBody=json.dumps(done))
