# SPDX-License-Identifier: Apache-2.0
"""Hands out a message of the outbox, once; 204 where there is none."""
import os

import boto3

sqs = boto3.client("sqs")


def handler(event, context):
    queue = os.environ["OUTBOX"]
    found = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=1, VisibilityTimeout=2)
    for message in found.get("Messages", []):
        sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
        return {"statusCode": 200, "headers": {"Content-Type": "application/json"}, "body": message["Body"]}
    return {"statusCode": 204, "body": ""}
