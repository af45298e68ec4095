# SPDX-License-Identifier: Apache-2.0
"""For tests: notes what has come into the second bucket, by the folder of its key."""
import os
from urllib.parse import unquote_plus

import boto3

s3 = boto3.client("s3")
dynamodb = boto3.client("dynamodb")


def handler(event, context):
    for record in event["Records"]:
        thing = record["s3"]["object"]
        key = unquote_plus(thing["key"])
        folder, name = key.split("/", 1)
        start = s3.get_object(Bucket=record["s3"]["bucket"]["name"], Key=key)["Body"].read(100).decode("utf-8", "ignore")
        dynamodb.put_item(TableName=os.environ["TABLE"], Item={
            "folder": {"S": folder}, "arrival": {"S": f"{name} {thing.get('sequencer', record['eventTime'])}"},
            "name": {"S": name}, "start": {"S": start}, "size": {"N": str(thing.get("size", 0))}})
