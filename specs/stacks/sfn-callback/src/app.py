# SPDX-License-Identifier: Apache-2.0
"""Takes a person's answer, {token, says: yes or no, by}, to the state machine that waits for it."""
import json

import boto3
from botocore.exceptions import ClientError

states = boto3.client("stepfunctions")

# What Step Functions says of a token, and what is said of it here.
REFUSALS = {"TaskTimedOut": (410, "it was answered before, or too late"), "TaskDoesNotExist": (410, "nobody waits for it"),
            "InvalidToken": (400, "this is no token")}


def answer(status, **body):
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "body": json.dumps(body)}


def tell(token, says, by):
    if says == "yes":
        states.send_task_success(taskToken=token, output=json.dumps({"by": by}))
    else:
        states.send_task_failure(taskToken=token, error="Refused", cause=f"{by} says no")


def handler(event, context):
    try:
        given = json.loads(event.get("body") or "{}")
        token, says, by = given["token"], given["says"], given["by"]
    except (KeyError, TypeError, ValueError):
        return answer(400, error="an answer has token, says and by")
    if says not in ("yes", "no"):
        return answer(400, error="says is yes or no")
    try:
        tell(token, says, by)
    except ClientError as error:
        status, why = REFUSALS.get(error.response["Error"]["Code"], (502, "ask again later"))
        return answer(status, error=why)
    return answer(200, says=says)
