# SPDX-License-Identifier: Apache-2.0
"""What APIs log: accesses in the words of a stage's format, and executions of REST APIs.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import os
import re
import urllib.error
import urllib.request
import uuid

import boto3
import pytest

from sdk import until, zipped

API, HTTP, LOGS, LAMBDA, STACKS = (boto3.client(n) for n in ("apigateway", "apigatewayv2", "logs", "lambda", "cloudformation"))
HERE = "us-east-1:000000000000"
ROLE = "arn:aws:iam::000000000000:role/r"
MOCK = {"type": "MOCK", "requestTemplates": {"application/json": '{"statusCode": 200}'}}


@pytest.fixture(name="group")
def a_group():
    name = "accesses-" + uuid.uuid4().hex[:8]
    LOGS.create_log_group(logGroupName=name)
    return name


@pytest.fixture(name="function", scope="module")
def a_function():
    return LAMBDA.create_function(FunctionName="logged-" + uuid.uuid4().hex[:8], Runtime="python3.12", Handler="app.handler", Role=ROLE, Code={
        "ZipFile": zipped("def handler(event, context):\n    return {'statusCode': 418, 'body': 'tea'}\n")})["FunctionArn"]


def arn_of(group):
    return f"arn:aws:logs:{HERE}:log-group:{group}"


def lines(group, n=1):
    def look():
        try:
            found = LOGS.filter_log_events(logGroupName=group)["events"]
        except LOGS.exceptions.ResourceNotFoundException:  # of API Gateway's own, which it has yet to make
            found = []
        return found if len(found) >= n else None
    return [event["message"] for event in until(look) or []]


def ask(api, path, **headers):
    try:
        with urllib.request.urlopen(urllib.request.Request(f"{os.environ['SLRUN_LOCAL_URL']}/_api/{api}{path}", headers=headers)) as answer:
            return answer.status, answer.headers
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers


def rest_api(integration, response=True):
    made = API.create_rest_api(name="logged-" + uuid.uuid4().hex[:8])
    at = {"restApiId": made["id"], "httpMethod": "GET",
          "resourceId": API.create_resource(restApiId=made["id"], parentId=made["rootResourceId"], pathPart="{p}")["id"]}
    API.put_method(authorizationType="NONE", **at)
    API.put_integration(**integration, **at)
    if response:
        API.put_integration_response(statusCode="200", responseTemplates={"application/json": "said"}, **at)
    API.create_deployment(restApiId=made["id"], stageName="s")
    return made["id"]


def patch(api, path, value):
    API.update_stage(restApiId=api, stageName="s", patchOperations=[{"op": "replace", "path": path, "value": value}])


def log_to(api, group, text):
    patch(api, "/accessLogSettings/destinationArn", arn_of(group))
    patch(api, "/accessLogSettings/format", text)


def test_accesses_of_a_rest_api(group):
    api = rest_api(MOCK)
    log_to(api, group, "$context.requestId $context.httpMethod $context.resourcePath $context.status $context.responseLength "
           "[$context.identity.userAgent] $context.integrationLatency $context.authorizer.principalId $context. $unknown $context.stage.")
    status, headers = ask(api, "/s/a", **{"User-Agent": "agent 1"})
    assert status == 200
    assert lines(group) == [f"{headers['x-amzn-RequestId']} GET /{{p}} 200 4 [agent 1] - - $context. $unknown s."]


def test_what_failed_and_what_a_function_said(group, function):
    uri = f"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{function}/invocations"
    api = rest_api({"type": "AWS_PROXY", "integrationHttpMethod": "POST", "uri": uri}, response=False)
    log_to(api, group, '{"status":$context.status,"of":$context.integration.integrationStatus,"lambda":$context.integration.status,'
           '"ms":$context.integrationLatency,"all":$context.responseLatency}')
    assert ask(api, "/s/a")[0] == 418
    said = json.loads(lines(group)[0])
    assert (said["status"], said["of"], said["lambda"]) == (418, 418, 200) and 0 <= said["ms"] <= said["all"]
    log_to(api, group, "$context.status $context.error.responseType $context.error.message $context.error.messageString $context.resourcePath")
    assert ask(api, "/s/a/b")[0] == 403
    assert lines(group, 2)[1] == '403 MISSING_AUTHENTICATION_TOKEN Missing Authentication Token "Missing Authentication Token" -'


def test_accesses_of_an_http_api(group, function):
    api = HTTP.create_api(Name="logged", ProtocolType="HTTP", Target=function)["ApiId"]
    HTTP.update_stage(ApiId=api, StageName="$default", AccessLogSettings={
        "DestinationArn": arn_of(group), "Format": "$context.routeKey $context.status $context.path $context.identity.sourceIp"})
    assert ask(api, "/a")[0] == 418
    assert lines(group) == ["$default 418 /a 127.0.0.1"]


def test_executions_by_level():
    api = rest_api(MOCK)
    group = f"API-Gateway-Execution-Logs_{api}/s"
    ask(api, "/s/quiet")
    patch(api, "/*/*/logging/loglevel", "INFO")
    status, headers = ask(api, "/s/a?q=1", **{"X-Own": "1", "x-api-key": "hidden", "Authorization": "Bearer hidden"})
    found, mark = lines(group, 9), f"({headers['x-amzn-RequestId']}) "
    assert status == 200 and all(line.startswith(mark) for line in found)
    said = [line[len(mark):] for line in found]
    assert said[:4] == [f"Starting execution for request: {headers['x-amzn-RequestId']}", "HTTP Method: GET, Resource Path: /a",
                        "Method request path: {p=a}", "Method request query string: {q=1}"]
    assert re.search(r"X-Own=1\b", said[4]) and "hidden" not in " ".join(said) and "x-api-key=****" in said[4].lower()
    assert said[-2:] == ["Successfully completed execution", "Method completed with status: 200"]
    patch(api, "/*/*/logging/loglevel", "OFF")
    ask(api, "/s/quiet")
    assert len(lines(group, 9)) == len(found)


TEMPLATE = """
Resources:
  Group: {Type: AWS::Logs::LogGroup}
  Rest:
    Type: AWS::ApiGateway::RestApi
    Properties: {Name: logged}
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Rest
      ResourceId: !GetAtt Rest.RootResourceId
      HttpMethod: GET
      AuthorizationType: NONE
      Integration: {Type: MOCK, RequestTemplates: {application/json: '{statusCode: 200}'}, IntegrationResponses: [{StatusCode: 200}]}
  Deployment:
    Type: AWS::ApiGateway::Deployment
    DependsOn: Method
    Properties: {RestApiId: !Ref Rest}
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref Rest
      DeploymentId: !Ref Deployment
      StageName: s
      AccessLogSetting: {DestinationArn: !GetAtt Group.Arn, Format: '$context.status FORMAT'}
      MethodSettings: [{ResourcePath: /*, HttpMethod: '*', LoggingLevel: ERROR}]
Outputs:
  Group: {Value: !Ref Group}
  Api: {Value: !Ref Rest}
"""


def test_a_stage_of_a_stack():
    name = "logged-" + uuid.uuid4().hex[:8]
    STACKS.create_stack(StackName=name, TemplateBody=TEMPLATE.replace("FORMAT", "one"))
    STACKS.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    out = {o["OutputKey"]: o["OutputValue"] for o in STACKS.describe_stacks(StackName=name)["Stacks"][0]["Outputs"]}
    assert ask(out["Api"], "/s/")[0] == 200
    assert lines(out["Group"]) == ["200 one"]
    assert API.get_stage(restApiId=out["Api"], stageName="s")["methodSettings"]["*/*"]["loggingLevel"] == "ERROR"
    STACKS.update_stack(StackName=name, TemplateBody=TEMPLATE.replace("FORMAT", "two"))
    STACKS.get_waiter("stack_update_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    assert ask(out["Api"], "/s/")[0] == 200
    assert lines(out["Group"], 2)[1] == "200 two"
    STACKS.delete_stack(StackName=name)
