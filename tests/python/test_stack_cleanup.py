# SPDX-License-Identifier: Apache-2.0
"""Stacks that cases make, and their end: a deletion that is accepted and then fails, what a template retains, a deletion that
takes longer than a clean-up may.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import os
import re
import subprocess

import boto3
import pytest

from sdk import zipped

SLRUN, URL = os.environ["SLRUN"], os.environ["SLRUN_LOCAL_URL"]
LIMIT = 120  # seconds; nothing here is about time, it only ends what hangs
CFN, S3 = boto3.client("cloudformation"), boto3.resource("s3")

SPEC = """
local cloudformation <const> = require "slrun.cloudformation"
local s3 <const> = require "slrun.s3"
case "makes" (function(t)
  cloudformation.create_stack { StackName = t.id, TemplateBody = [[%s]], Capabilities = { "CAPABILITY_IAM" } }
  cloudformation.wait_until_created(t.id)
  %s
end)
"""
FILLS = 's3.put_object { Bucket = cloudformation.outputs(t.id).Bucket, Key = "k", Body = "v" }'
FULL = {"Resources": {"Bucket": {"Type": "AWS::S3::Bucket"}}, "Outputs": {"Bucket": {"Value": {"Ref": "Bucket"}}}}
RETAINS = {"Resources": {"Gone": {"Type": "AWS::SQS::Queue"}, "Kept": {"Type": "AWS::SQS::Queue", "DeletionPolicy": "Retain"}}}


@pytest.fixture
def place(tmp_path):
    def slrun(*words):
        done = subprocess.run([SLRUN, *words], cwd=tmp_path, text=True, capture_output=True, timeout=LIMIT, check=False)
        assert "Sanitizer" not in done.stderr, done.stderr
        return done.returncode, done.stdout + done.stderr

    def spec(template, then=""):
        (tmp_path / "s.lua").write_text(SPEC % (json.dumps(template), then))
    slrun.spec, slrun.ledgers = spec, lambda: list((tmp_path / ".slrun/ledger").glob("*.jsonl"))
    return slrun


def status(run):
    return {s["StackStatus"] for page in CFN.get_paginator("list_stacks").paginate() for s in page["StackSummaries"]
            if s["StackName"].startswith(run)}


WHY = ('stack {run}-0000 is DELETE_FAILED: Bucket: DELETE_FAILED: Resource handler returned message: "The bucket you tried to delete '
       'is not empty" (HandlerErrorCode: BucketNotEmpty)')


def test_a_deletion_that_fails_is_an_error_and_swept_later(place):
    place.spec(FULL, FILLS)
    code, out = place("--endpoint-url", URL, "s.lua")
    run = re.search(r"run (r\w+), target", out)[1]
    assert code == 1 and "1 passed, 1 error" in out and "E  " + WHY.format(run=run) in out, out
    assert "E  hint: what lies in it must go first: t:own(s3.prefix {" in out
    assert f"1 thing of this run is left: `slrun sweep --run {run} " in out and status(run) == {"DELETE_FAILED"}
    code, out = place("sweep", "--endpoint-url", URL)
    assert code == 1 and f"FAILED   stack '{run}-0000': " + WHY.format(run=run) in out and "0 undone, 0 kept, 1 failed" in out, out
    bucket = CFN.describe_stack_resources(StackName=f"{run}-0000")["StackResources"][0]["PhysicalResourceId"]
    S3.Bucket(bucket).objects.all().delete()
    code, out = place("sweep", "--endpoint-url", URL)
    assert code == 0 and "1 undone, 0 kept, 0 failed" in out and status(run) == {"DELETE_COMPLETE"}, out
    assert not place.ledgers()


def test_it_is_on_the_local_cloud_of_a_run_what_it_is_elsewhere(place):
    place.spec(FULL, FILLS)
    code, out = place("s.lua")
    assert code == 1 and "1 passed, 1 error" in out and "is not empty" in out, out


def test_what_is_owned_goes_before_the_stack(place):
    place.spec(FULL, 't:own(s3.prefix { Bucket = cloudformation.outputs(t.id).Bucket, Prefix = "" })' + FILLS)
    code, out = place("--endpoint-url", URL, "s.lua")
    assert code == 0 and "1 passed in" in out and not place.ledgers(), out


def test_what_a_template_retains_is_told(place):
    place.spec(RETAINS)
    code, out = place("--endpoint-url", URL, "s.lua")
    run = re.search(r"run (r\w+), target", out)[1]
    told = rf"stack '{run}-0000' is removed: its template retains Kept \(AWS::SQS::Queue http\S+/{run}-0000-Kept-\w+\)\n"
    assert code == 0 and re.search(told, out) and not place.ledgers(), out
    place("--endpoint-url", URL, "--keep", "-k", "makes", "s.lua")
    place.spec(RETAINS, "error 'no'")
    assert place("--endpoint-url", URL, "--keep", "s.lua")[0] == 1
    code, out = place("sweep", "--endpoint-url", URL)
    assert code == 0 and re.search(r"removed  cloudformation stack '\S+': its template retains Kept \(AWS::SQS::Queue ", out), out


NEVER = """
import json, urllib.request
def handler(event, context):
    if event["RequestType"] == "Create":
        body = {k: event[k] for k in ("StackId", "RequestId", "LogicalResourceId")} | {"Status": "SUCCESS", "PhysicalResourceId": "thing"}
        urllib.request.urlopen(urllib.request.Request(event["ResponseURL"], json.dumps(body).encode(), method="PUT"))
"""
SLOW = {"Resources": {"Thing": {"Type": "Custom::Thing", "Properties": {"ServiceToken": "FUNCTION", "ServiceTimeout": "90"}}}}


def test_a_deletion_that_goes_on_is_left_to_a_sweep(place):
    """It is no error of the case: on AWS some take many minutes."""
    name = boto3.client("lambda").create_function(
        FunctionName="never", Runtime="python3.12", Role="arn:aws:iam::000000000000:role/r", Handler="index.handler",
        Code={"ZipFile": zipped({"index.py": NEVER})})["FunctionArn"]
    place.spec(json.loads(json.dumps(SLOW).replace("FUNCTION", name)))
    code, out = place("--endpoint-url", URL, "s.lua")
    run = re.search(r"run (r\w+), target", out)[1]
    assert code == 0 and re.search(r"the stack '\S+' is still DELETE_IN_PROGRESS after \d+ms: a sweep sees to its end", out), out
    assert f"1 thing of this run is left: `slrun sweep --run {run} " in out and place.ledgers()
    assert status(run) == {"DELETE_IN_PROGRESS"}
