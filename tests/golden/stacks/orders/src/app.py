# SPDX-License-Identifier: Apache-2.0
import json


def total(order):
    return sum(line["price"] * line["quantity"] for line in order["lines"])


def handler(event, context):
    for record in event["Records"]:
        order = json.loads(record["body"])
        print("booking", order["id"], total(order))
