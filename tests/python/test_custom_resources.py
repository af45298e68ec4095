# SPDX-License-Identifier: Apache-2.0
"""Custom resources of stacks, as AWS CloudFormation's User Guide has them ("Custom resource request and
response reference", "cfn-response module") and as tests of others expect them (ministack's test_cfn.py,
LocalStack's tests of cloudformation, recorded at AWS).

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import urllib.error
import urllib.request
import uuid

import boto3
import pytest
from botocore.exceptions import ClientError

from sdk import until, zipped

CFN, LAMBDA = boto3.client("cloudformation"), boto3.client("lambda")

PYTHON = """
import cfnresponse, json
def handler(event, context):
    print("asked " + json.dumps(event))
    given = event["ResourceProperties"]
    if given["V"] == "raises":
        raise ValueError("no answer")
    if given["V"] == "fails" and event["RequestType"] != "Delete":
        cfnresponse.send(event, context, cfnresponse.FAILED, {}, "made", reason="it is so")
        return
    cfnresponse.send(event, context, cfnresponse.SUCCESS, {"Got": json.dumps(given), "N": 7}, "thing-" + given["V"])
"""

NODE = """
const answer = require("cfn-response");
exports.handler = (event, context) => answer.send(event, context, answer.SUCCESS, { Got: event.RequestType, N: "7" });
"""

# What AWS's example and libraries do: TLS, on port 443, whatever the address says.
NODE_HTTPS = """
const https = require("https");
exports.handler = (event, context) => {
  const url = new URL(event.ResponseURL);
  const { StackId, RequestId, LogicalResourceId } = event;
  const body = JSON.stringify({ Status: "SUCCESS", PhysicalResourceId: "own", StackId, RequestId, LogicalResourceId, Data: { Got: "https", N: 7 } });
  const put = https.request({ hostname: url.hostname, port: 443, path: url.pathname, method: "PUT", headers: { "content-length": body.length } },
    () => context.done());
  put.end(body);
};
"""
PYTHON_HTTPS = """
import json
from http.client import HTTPSConnection
from urllib.parse import urlsplit
def handler(event, context):
    url = urlsplit(event["ResponseURL"])
    answer = {k: event[k] for k in ("StackId", "RequestId", "LogicalResourceId")}
    answer.update(Status="SUCCESS", PhysicalResourceId="own", Data={"Got": "https", "N": 7})
    connection = HTTPSConnection(url.netloc)
    connection.request("PUT", url.path, json.dumps(answer))
    connection.getresponse().read()
"""


def template(code, value="a", runtime="python3.12", kind="Custom::Thing", **more):
    return json.dumps({"Resources": {
        "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {}}},
        "Maker": {"Type": "AWS::Lambda::Function", "Properties": {
            "Runtime": runtime, "Handler": "index.handler", "Role": {"Fn::GetAtt": ["Role", "Arn"]}, "Code": {"ZipFile": code}}},
        "Thing": {"Type": kind, "Properties": {
            "ServiceToken": {"Fn::GetAtt": ["Maker", "Arn"]}, "V": value, "Count": 5, "Flag": True, "List": [1, {"a": False}], **more}}},
        "Outputs": {"Got": {"Value": {"Fn::GetAtt": ["Thing", "Got"]}}, "N": {"Value": {"Fn::GetAtt": "Thing.N"}},
                    "Id": {"Value": {"Ref": "Thing"}}}})


@pytest.fixture(name="name")
def make_name():
    name = f"custom-{uuid.uuid4().hex[:10]}"
    yield name
    CFN.delete_stack(StackName=name)


def ended(name):
    def look():
        stack = CFN.describe_stacks(StackName=name)["Stacks"][0]
        return None if stack["StackStatus"].endswith("_IN_PROGRESS") else stack
    stack = until(look)
    assert stack, reasons(name)
    return stack


def create(name, *args, **more):
    CFN.create_stack(StackName=name, TemplateBody=template(*args, **more), Capabilities=["CAPABILITY_IAM"])
    return ended(name)


def update(name, *args, **more):
    CFN.update_stack(StackName=name, TemplateBody=template(*args, **more), Capabilities=["CAPABILITY_IAM"])
    return ended(name)


def outputs(stack):
    return {o["OutputKey"]: o["OutputValue"] for o in stack["Outputs"]}


def reasons(name):
    events = CFN.describe_stack_events(StackName=name)["StackEvents"]
    return {(e["LogicalResourceId"], e["ResourceStatus"]): e.get("ResourceStatusReason") for e in events}


def asked(stack, maker):
    """The events that the function got, the oldest first."""
    logs = boto3.client("logs")
    found = logs.filter_log_events(logGroupName="/aws/lambda/" + maker)["events"]
    return [json.loads(e["message"].split("asked ", 1)[1]) for e in found if "asked " in e["message"]]


def test_create_update_and_delete(name):
    stack = create(name, PYTHON)
    assert stack["StackStatus"] == "CREATE_COMPLETE"
    maker = CFN.describe_stack_resource(StackName=name, LogicalResourceId="Maker")["StackResourceDetail"]["PhysicalResourceId"]
    got = outputs(stack)
    assert (got["Id"], got["N"]) == ("thing-a", "7")
    given = json.loads(got["Got"])  # every scalar is a text
    assert {k: given[k] for k in ("V", "Count", "Flag", "List")} == {"V": "a", "Count": "5", "Flag": "true", "List": ["1", {"a": "false"}]}
    assert outputs(update(name, PYTHON, "b"))["Id"] == "thing-b"
    CFN.delete_stack(StackName=name)
    with pytest.raises(ClientError):
        ended(name)
    events = asked(stack, maker)
    told = [(e["RequestType"], e.get("PhysicalResourceId"), e.get("OldResourceProperties", {}).get("V")) for e in events]
    # another physical id replaces what was: it is deleted once the update is through
    assert told == [("Create", None, None), ("Update", "thing-a", "a"), ("Delete", "thing-a", None), ("Delete", "thing-b", None)]
    first = events[0]
    assert (first["ResourceType"], first["LogicalResourceId"], first["StackId"]) == ("Custom::Thing", "Thing", stack["StackId"])
    assert first["ServiceToken"] == first["ResourceProperties"]["ServiceToken"]
    assert first["ResponseURL"].startswith("http")


def test_failure_is_told_and_what_was_made_goes(name):
    assert create(name, PYTHON, "fails")["StackStatus"] == "ROLLBACK_COMPLETE"
    found = reasons(name)
    assert "Received response status [FAILED] from custom resource. Message returned: it is so (RequestId: " in found["Thing", "CREATE_FAILED"]
    assert ("Thing", "DELETE_COMPLETE") in found


def test_a_function_without_an_answer_is_not_waited_for(name):
    assert create(name, PYTHON, "raises")["StackStatus"] == "ROLLBACK_FAILED"
    assert reasons(name)["Thing", "CREATE_FAILED"].startswith("CloudFormation did not receive a response from your Custom Resource.")


def test_an_answer_that_does_not_come_in_time(name):
    silent = "def handler(event, context): pass"
    stack = create(name, silent, ServiceTimeout=1)
    assert stack["StackStatus"].startswith("ROLLBACK")
    assert "did not receive a response" in reasons(name)["Thing", "CREATE_FAILED"]


def test_an_update_that_is_cancelled_waits_for_no_answer(name):
    create(name, PYTHON)
    silent = PYTHON.replace('if given["V"] == "raises":', 'if given["V"] == "silent":\n        return\n    if given["V"] == "raises":')
    CFN.update_stack(StackName=name, TemplateBody=template(silent, "silent"), Capabilities=["CAPABILITY_IAM"])
    until(lambda: ("Thing", "UPDATE_IN_PROGRESS") in reasons(name))
    CFN.cancel_update_stack(StackName=name)
    assert ended(name)["StackStatus"] == "UPDATE_ROLLBACK_COMPLETE"
    assert reasons(name)["Thing", "UPDATE_FAILED"] == "Resource update cancelled"
    assert reasons(name)[name, "UPDATE_ROLLBACK_IN_PROGRESS"] == "User Initiated"


def test_update_that_fails_goes_back(name):
    create(name, PYTHON)
    stack = update(name, PYTHON, "fails")
    assert stack["StackStatus"] == "UPDATE_ROLLBACK_COMPLETE"
    assert outputs(stack)["Id"] == "thing-a"


@pytest.mark.parametrize("code, runtime, got", [(NODE, "nodejs20.x", "Create"), (NODE_HTTPS, "nodejs20.x", "https"),
                                                (PYTHON_HTTPS, "python3.12", "https")], ids=["module", "node", "python"])
def test_ways_to_answer(name, code, runtime, got):
    stack = create(name, code, runtime=runtime, kind="AWS::CloudFormation::CustomResource")
    assert stack["StackStatus"] == "CREATE_COMPLETE", reasons(name)
    assert (outputs(stack)["Got"], outputs(stack)["N"]) == (got, "7")


def test_topics_are_told_too(name):
    """The function answers for what comes by a topic."""
    topic, maker = boto3.client("sns").create_topic(Name=name)["TopicArn"], None
    code = PYTHON_HTTPS.replace("def handler(event, context):", "def handler(event, context):\n    event = json.loads(event['Records'][0]['Sns']['Message'])")
    maker = LAMBDA.create_function(FunctionName=name, Runtime="python3.12", Handler="app.handler", Role="arn:aws:iam::000000000000:role/r",
                                   Code={"ZipFile": zipped(code)})["FunctionArn"]
    LAMBDA.add_permission(FunctionName=name, StatementId="s", Action="lambda:InvokeFunction", Principal="sns.amazonaws.com")
    boto3.client("sns").subscribe(TopicArn=topic, Protocol="lambda", Endpoint=maker)
    body = {"Resources": {"Thing": {"Type": "Custom::ByTopic", "Properties": {"ServiceToken": topic}}}}
    CFN.create_stack(StackName=name, TemplateBody=json.dumps(body))
    assert ended(name)["StackStatus"] == "CREATE_COMPLETE"


def test_what_is_wrong_with_it(name):
    body = {"Resources": {"Thing": {"Type": "Custom::Thing", "Properties": {}}}}
    CFN.create_stack(StackName=name, TemplateBody=json.dumps(body))
    assert ended(name)["StackStatus"] == "ROLLBACK_COMPLETE"
    assert "ServiceToken" in reasons(name)["Thing", "CREATE_FAILED"]
    with pytest.raises(ClientError, match="Unrecognized resource types"):
        CFN.create_stack(StackName=name + "b", TemplateBody=json.dumps(body).replace("Custom::Thing", "Custom::No/Name"))


def test_nobody_else_answers(name):
    url = LAMBDA.meta.endpoint_url + "/_cloudformation/response/" + str(uuid.uuid4())
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(urllib.request.Request(url, b"{}", method="PUT"))
