# SPDX-License-Identifier: Apache-2.0
"""Stores the records of a stream: the newest of each batch and id."""
import base64
import json
import os
from decimal import Decimal

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])


def item(record):
    kinesis = record["kinesis"]
    reading = json.loads(base64.b64decode(kinesis["data"]), parse_float=Decimal)
    return {**reading, "PK": reading["batch"], "SK": reading["id"],
            "sent": Decimal(str(kinesis["approximateArrivalTimestamp"]))}


def handler(event, context):
    items = [item(record) for record in event["Records"]]  # all are read before the first is written
    with table.batch_writer(overwrite_by_pkeys=["PK", "SK"]) as batch:
        for each in items:
            batch.put_item(Item=each)
    return {"stored": len(items)}
