# SPDX-License-Identifier: Apache-2.0
"""What tests of functions by boto3 share: functions of a test, which go with it, their answers and their log."""
import base64
import json
import os
import shutil
import uuid

import boto3
import pytest
from botocore.config import Config

from sdk import until, zipped

URL = os.environ["SLRUN_LOCAL_URL"]
ROLE = "arn:aws:iam::000000000000:role/none"

needs_node = pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")


def client(name):
    return boto3.client(name, endpoint_url=URL, region_name="us-east-1", aws_access_key_id="test",
                        aws_secret_access_key="test",
                        config=Config(retries={"max_attempts": 0}, max_pool_connections=50, read_timeout=60))


LAMBDA, LOGS, S3, SQS = client("lambda"), client("logs"), client("s3"), client("sqs")


@pytest.fixture(name="make")
def make_functions():
    made = []

    def make(code, runtime="python3.12", handler="app.handler", **more):
        name = "f-" + uuid.uuid4().hex[:12]
        if isinstance(code, str):
            code = {("app.mjs" if runtime.startswith("nodejs") else "app.py"): code}
        source = {"ZipFile": zipped(code)} if "S3Bucket" not in code and "Directory" not in code else code
        LAMBDA.create_function(FunctionName=name, Runtime=runtime, Role=ROLE, Handler=handler, Code=source, **more)
        LAMBDA.get_waiter("function_active_v2").wait(FunctionName=name)
        made.append(name)
        return name
    yield make
    for name in made:
        LAMBDA.delete_function(FunctionName=name)


def invoke(name, event=None, **more):
    answer = LAMBDA.invoke(FunctionName=name, Payload=json.dumps(event if event is not None else {}), **more)
    answer["Value"] = json.loads(answer["Payload"].read() or "null")
    answer["Log"] = base64.b64decode(answer.get("LogResult", "")).decode()
    return answer


def lines(name, wanted):
    """The function's log, once it has that text."""
    def look():
        try:
            events = LOGS.filter_log_events(logGroupName="/aws/lambda/" + name)["events"]
        except LOGS.exceptions.ResourceNotFoundException:
            return None
        text = "".join(event["message"] for event in events)
        return text if wanted in text else None
    return until(look)


FAILING = """
import os, signal, sys, time
def handler(event, context):
    how = event["how"]
    if how == "raise": raise KeyError("gone")
    if how == "exit": sys.exit(event["status"])
    if how == "kill": os.kill(os.getpid(), signal.SIGKILL)
    if how == "set": return {1, 2}
    if how == "sleep": time.sleep(60)
    if how == "large": return "x" * 7000000
    return os.getpid()
"""


SAYING = """
import logging, sys
print("at init")
log = logging.getLogger()
log.setLevel(logging.INFO)
def handler(event, context):
    print("plain")
    log.info("two\\nlines")
    logging.getLogger("other").debug("not shown")
    print("to stderr", file=sys.stderr)
    print("without end", end="")
"""
