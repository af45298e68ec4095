# SPDX-License-Identifier: Apache-2.0
"""For tests: notes when an item of the type TEST has come into the table."""
import os
import time

import boto3

client = boto3.client("dynamodb")


def handler(event, context):
    for record in event["Records"]:
        image = record["dynamodb"]["NewImage"]
        client.put_item(TableName=os.environ["TABLE"], Item={
            "PK": image["PK"], "SK": image["SK"], "sent": image["sent"], "arrived": {"N": f"{time.time():.3f}"}})
