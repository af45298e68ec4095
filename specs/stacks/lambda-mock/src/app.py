# SPDX-License-Identifier: Apache-2.0
"""Renders an invoice of the table as a text in the bucket, and says how that went."""
import os

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

LATER = {"ProvisionedThroughputExceededException", "ThrottlingException", "SlowDown", "InternalServerError",
         "InternalError", "ServiceUnavailable"}
config = Config(retries={"total_max_attempts": 1})  # whoever invokes tries again, where that is worth it
table = boto3.resource("dynamodb", config=config).Table(os.environ["TABLE"])
s3 = boto3.client("s3", config=config)


def render(invoice):
    lines = [f"{line['quantity']} x {line['article']}" for line in invoice["lines"]]
    return "\n".join([f"Invoice for {invoice['customer']}", *lines, f"Total: {invoice['total']:.2f}", ""])


def answer(status, **fields):
    return {"status": status, **fields}


def handler(event, context):
    number = event.get("invoice")
    if not number:
        return answer(400, error="no invoice is named")
    try:
        invoice = table.get_item(Key={"invoice": number}).get("Item")
        if invoice is None:
            return answer(404, error=f"there is no invoice {number}")
        key = f"{number}.txt"
        s3.put_object(Bucket=os.environ["BUCKET"], Key=key, Body=render(invoice).encode(),
                      ContentType="text/plain; charset=utf-8")
    except ClientError as error:
        code = error.response["Error"]["Code"]
        return answer(503 if code in LATER else 500, error=f"{error.operation_name}: {code}", again=code in LATER)
    except BotoCoreError as error:  # no answer at all
        return answer(503, error=type(error).__name__, again=True)
    return answer(200, key=key)
