# SPDX-License-Identifier: Apache-2.0
"""Writes the texts of one bucket into another, in capitals, under the same keys."""
import os
from urllib.parse import unquote_plus

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    for record in event["Records"]:
        bucket, key = record["s3"]["bucket"]["name"], unquote_plus(record["s3"]["object"]["key"])
        text = s3.get_object(Bucket=bucket, Key=key)["Body"].read().decode("utf-8")
        s3.put_object(Bucket=os.environ["DESTINATION"], Key=key, Body=text.upper().encode("utf-8"),
                      ContentType="text/plain; charset=utf-8")
