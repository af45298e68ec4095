# SPDX-License-Identifier: Apache-2.0
"""Tasks of Step Functions that call an API (apigateway:invoke), as AWS was recorded to make them (LocalStack, test_apigetway_task_service.py).

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import os
import uuid

import boto3
import pytest
from botocore.config import Config

from sdk import until

SFN, API = boto3.client("stepfunctions", config=Config(inject_host_prefix=False)), boto3.client("apigateway")
ROLE = "arn:aws:iam::000000000000:role/states"
ECHO = """{"method": "$context.httpMethod", "path": "$context.path", "one": "$input.params('one')", "own": "$input.params('X-Own')",
"agent": "$context.identity.userAgent", "body": $input.json('$')}"""


@pytest.fixture(name="api", scope="module")
def make_api():
    """A REST API: ANY /echo, and /closed, which wants a signature."""
    made = API.create_rest_api(name="called-" + uuid.uuid4().hex[:8])
    for path, kind in ("echo", "NONE"), ("closed", "AWS_IAM"):
        at = {"restApiId": made["id"], "httpMethod": "ANY",
              "resourceId": API.create_resource(restApiId=made["id"], parentId=made["rootResourceId"], pathPart=path)["id"]}
        API.put_method(authorizationType=kind, **at)
        API.put_integration(type="MOCK", requestTemplates={
            "application/json": "#set($context.requestOverride.path.body = $input.body){statusCode: 200}"}, **at)
        API.put_integration_response(statusCode="200", responseTemplates={
            "application/json": ECHO.replace("$input.json('$')", '"$util.escapeJavaScript($context.requestOverride.path.body)"')}, **at)
    API.create_deployment(restApiId=made["id"], stageName="s")
    yield made["id"]
    API.delete_rest_api(restApiId=made["id"])


def run(api, resource="apigateway:invoke", **parameters):
    given = {"ApiEndpoint": f"{api}.execute-api.us-east-1.amazonaws.com", "Method": "POST", "Stage": "s", "Path": "echo"} | parameters
    definition = {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::" + resource, "Parameters": given, "End": True}}}
    arn = SFN.create_state_machine(name="m-" + uuid.uuid4().hex[:8], definition=json.dumps(definition), roleArn=ROLE)["stateMachineArn"]
    return SFN.start_execution(stateMachineArn=arn)["executionArn"]


def ended(arn):
    def look():
        found = SFN.describe_execution(executionArn=arn)
        return found if found["status"] != "RUNNING" else None
    return until(look)


def output(arn):
    found = ended(arn)
    assert found["status"] == "SUCCEEDED", found
    return json.loads(found["output"])


def test_what_is_sent_and_told(api):
    got = output(run(api, RequestBody={"a": 1}, Headers={"X-Own": ["1", "2"]}, QueryParameters={"one": ["b c"], "two": ["x", "y"]}))
    assert got["StatusCode"] == 200 and got["StatusText"] == "OK"
    assert got["Headers"]["Content-Type"] == ["application/json"] and len(got["Headers"]["x-amz-apigw-id"]) == 1
    assert got["ResponseBody"] == {"method": "POST", "path": "/s/echo", "one": "b c", "own": "2", "body": '{"a":1}',
                                   "agent": "Amazon|StepFunctions|ApiGateway|us-east-1"}


@pytest.mark.parametrize("parameters, sent", [
    ({}, "{}"), ({"RequestBody": None}, "{}"), ({"RequestBody": None, "AllowNullValues": True}, "null"), ({"RequestBody": ""}, '""'),
    ({"RequestBody": "Hello"}, '"Hello"'), ({"RequestBody": '"Hello"'}, '"\\"Hello\\""')])
def test_bodies_are_sent_as_json(api, parameters, sent):
    assert output(run(api, **parameters))["ResponseBody"]["body"] == sent


def test_the_endpoint_as_a_stack_of_the_local_cloud_tells_it(api):
    here = os.environ["SLRUN_LOCAL_URL"] + "/_api/" + api
    assert output(run(api, ApiEndpoint=here, Path="/echo"))["ResponseBody"]["path"] == "/s/echo"
    assert output(run(api, ApiEndpoint=here.split("//")[1] + "/", Method="GET"))["ResponseBody"]["method"] == "GET"


def test_errors_are_of_the_status(api):
    found = ended(run(api, Path="none"))
    assert (found["status"], found["error"]) == ("FAILED", "ApiGateway.403")
    assert json.loads(found["cause"]) == {"message": "Missing Authentication Token"}


@pytest.mark.parametrize("parameters, problem", [
    ({"Headers": {"a": "b"}}, "The value of the field 'Headers' has an invalid format"),
    ({"QueryParameters": {"a": [1]}}, "The value of the field 'QueryParameters' has an invalid format"),
    ({"Headers": {"Host": ["a"]}}, "The 'Headers' field contains unsupported values: [host]")])
def test_parameters_that_cannot_be_used(api, parameters, problem):
    found = ended(run(api, **parameters))
    assert found["error"] == "States.Runtime" and found["cause"].endswith(f"could not be used to start the Task: [{problem}]")


def test_a_method_that_wants_a_signature(api):
    assert ended(run(api, Path="closed"))["error"] == "ApiGateway.403"
    assert output(run(api, Path="closed", AuthType="IAM_ROLE"))["StatusCode"] == 200


def test_only_apis_of_this_cloud_are_called(api):
    found = ended(run(api, ApiEndpoint="example.com"))
    assert found["error"] == "ApiGateway.SdkClientException" and "'example.com' is none of them" in found["cause"]


def test_a_task_that_waits_for_its_token(api):
    arn = run(api, "apigateway:invoke.waitForTaskToken", **{"RequestBody": {"token.$": "$$.Task.Token"}})

    def submitted():
        events = SFN.get_execution_history(executionArn=arn)["events"]
        return [e["taskSubmittedEventDetails"]["output"] for e in events if e["type"] == "TaskSubmitted"]
    sent = json.loads(json.loads(until(submitted)[0])["ResponseBody"]["body"])
    SFN.send_task_success(taskToken=sent["token"], output='"done"')
    assert output(arn) == "done"
