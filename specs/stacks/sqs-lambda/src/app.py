# SPDX-License-Identifier: Apache-2.0
"""Books the orders of a queue: an entry for each, and one with the customer's totals."""
import json
import os
from decimal import Decimal

import boto3

TABLE = os.environ["TABLE"]
client = boto3.client("dynamodb")


def read(body):
    """(customer, order, amount) of a message; ValueError, KeyError or TypeError where it is no order."""
    order = json.loads(body, parse_float=Decimal)
    amount = sum(line["price"] * line["quantity"] for line in order["lines"])
    return str(order["customer"]), str(order["order"]), str(amount)


def book(customer, order, amount):
    """Entry and totals, both or none. A queue may deliver a message twice: the second time books nothing."""
    try:
        client.transact_write_items(TransactItems=[
            {"Put": {"TableName": TABLE,
                     "Item": {"customer": {"S": customer}, "entry": {"S": "order#" + order}, "amount": {"N": amount}},
                     "ConditionExpression": "attribute_not_exists(entry)"}},
            {"Update": {"TableName": TABLE, "Key": {"customer": {"S": customer}, "entry": {"S": "totals"}},
                        "UpdateExpression": "ADD orders :one, amount :amount",
                        "ExpressionAttributeValues": {":one": {"N": "1"}, ":amount": {"N": amount}}}},
        ])
    except client.exceptions.TransactionCanceledException as error:
        if error.response["CancellationReasons"][0]["Code"] != "ConditionalCheckFailed":
            raise


def handler(event, context):
    failures = []
    for record in event["Records"]:
        try:
            book(*read(record["body"]))
        except Exception as error:  # whatever it is: this message alone comes again
            print("refused", record["messageId"], repr(error))
            failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}
