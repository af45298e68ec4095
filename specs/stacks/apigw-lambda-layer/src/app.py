# SPDX-License-Identifier: Apache-2.0
"""Greets, and tells the account's buckets. How to answer, and what an answer looks like, come from layers."""
import boto3

from answers import answer, checked
from hello_schema import SCHEMA

s3 = boto3.client("s3")


def handler(event, context):
    if event["resource"] == "/hello/schema":
        return answer(200, SCHEMA)
    name = (event.get("queryStringParameters") or {}).get("name", "world")
    buckets = [bucket["Name"] for bucket in s3.list_buckets()["Buckets"]]
    return checked({"greeting": f"Hello {name}!", "buckets": buckets}, SCHEMA)
