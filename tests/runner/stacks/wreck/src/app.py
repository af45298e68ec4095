# SPDX-License-Identifier: Apache-2.0
import json
import logging
import os
import time
import urllib.request

logging.getLogger().setLevel("INFO")


def ask(region):
    """For an item of a table, by a signature that nobody checks, for the key is unknown."""
    scope = f"AKIDUNKNOWN/20260101/{region}/dynamodb/aws4_request"
    headers = {"X-Amz-Target": "DynamoDB_20120810.GetItem", "Content-Type": "application/x-amz-json-1.0", "X-Amz-Date": "20260101T000000Z",
               "Authorization": f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host;x-amz-date, Signature={'0' * 64}"}
    body = json.dumps({"TableName": "orders", "Key": {"id": {"S": "1"}}}).encode()
    urllib.request.urlopen(urllib.request.Request(os.environ["AWS_ENDPOINT_URL"], body, headers), timeout=10)


def work(job):
    logging.info("working for %s", job["case"])
    if job["do"] == "raise":
        raise ValueError("no price in " + job["case"])
    if job["do"] == "library":
        json.loads("{")
    if job["do"] == "elsewhere":
        ask("eu-west-3")
    if job["do"] == "sleep":
        time.sleep(60)
    if job["do"] == "structured":
        print(json.dumps({"level": "ERROR", "message": "cannot book", "case": job["case"], "amount": 7,
                          "timestamp": "2026-01-01T00:00:00Z", "password": "open-sesame-4713",
                          "exception": "Traceback (most recent call last):\n  File \"a.py\"\nKeyError: 'price'"}))
    return job["do"]


def handler(event, context):
    if "Records" in event:
        return [work(json.loads(record["body"])) for record in event["Records"]][0]
    return work(event)
