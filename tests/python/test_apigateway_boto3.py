# SPDX-License-Identifier: Apache-2.0
"""boto3's API Gateway clients on the local cloud, and what the deployed APIs do: integrations with
queues, tables, buckets and streams that are really there."""

import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import uuid
import zipfile

import boto3
import botocore.exceptions
import pytest

URL = os.environ["SLRUN_LOCAL_URL"]
REGION = "us-east-1"


def client(name):
    return boto3.client(name, endpoint_url=URL, region_name=REGION, aws_access_key_id="test",
                        aws_secret_access_key="test")


REST, HTTP = client("apigateway"), client("apigatewayv2")


def ask(method, url, body=None, **headers):
    """Status, headers and text of an answer."""
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    data = body.encode() if isinstance(body, str) else body
    try:
        answer = urllib.request.urlopen(  # nosec: the address is the local cloud's
            urllib.request.Request(url, data, headers, method=method), timeout=20)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.headers, answer.read().decode()


def unique(name):
    return f"{name}-{uuid.uuid4().hex[:8]}"


def aws(uri, method="POST", responses=None, **more):
    return {"x-amazon-apigateway-integration": {
        "type": "aws", "httpMethod": method, "uri": f"arn:aws:apigateway:{REGION}:{uri}",
        "responses": responses or {"default": {"statusCode": "200"}}, **more}}


def aws_mock():
    return {"x-amazon-apigateway-integration": {"type": "mock", "requestTemplates": {"application/json": '{"statusCode": 200}'},
                                                "responses": {"default": {"statusCode": "200"}}}}


def deployed(paths, **more):
    """The address of a REST API that has these paths."""
    definition = {"openapi": "3.0.1", "info": {"title": unique("api"), "version": "1"}, "paths": paths, **more}
    api = REST.import_rest_api(body=json.dumps(definition).encode())
    REST.create_deployment(restApiId=api["id"], stageName="dev", variables={"who": "world"})
    return f"{URL}/_api/{api['id']}/dev"


def test_an_api_made_step_by_step():
    api = REST.create_rest_api(name=unique("steps"))
    where = {"restApiId": api["id"], "resourceId": api["rootResourceId"], "httpMethod": "GET"}
    REST.put_method(**where, authorizationType="NONE")
    REST.put_method_response(**where, statusCode="200")
    REST.put_integration(**where, type="MOCK", requestTemplates={"application/json": '{"statusCode": 200}'})
    REST.put_integration_response(**where, statusCode="200", responseTemplates={
        "application/json": "Hello $stageVariables.who, $input.params('n')"})
    REST.create_deployment(restApiId=api["id"], stageName="s", variables={"who": "you"})
    status, headers, text = ask("GET", f"{URL}/_api/{api['id']}/s?n=5")
    assert (status, text, headers["Content-Type"]) == (200, "Hello you, 5", "application/json")
    assert REST.get_resources(restApiId=api["id"])["items"][0]["resourceMethods"] == {"GET": {}}
    assert REST.get_stage(restApiId=api["id"], stageName="s")["variables"] == {"who": "you"}
    REST.delete_rest_api(restApiId=api["id"])
    with pytest.raises(botocore.exceptions.ClientError) as caught:
        REST.get_rest_api(restApiId=api["id"])
    assert caught.value.response["Error"]["Code"] == "NotFoundException"


def test_changes_of_an_api():
    """All of a request's patch operations or none; settings of methods have paths of their own."""
    base = deployed({"/a": {"get": {"x-amazon-apigateway-integration": {"type": "mock"}}}})
    api = base.split("/_api/")[1].split("/")[0]
    for wrong in ({"op": "replace", "path": "/nothing", "value": "a"}, {"op": "remove", "path": "/id"}, {"op": "perhaps", "path": "/name"},
                  {"op": "replace", "path": "name", "value": "a"}):
        with pytest.raises(botocore.exceptions.ClientError) as caught:
            REST.update_rest_api(restApiId=api, patchOperations=[{"op": "replace", "path": "/description", "value": "changed"}, wrong])
        assert caught.value.response["Error"]["Code"] == ("ValidationException" if wrong["op"] == "perhaps" else "BadRequestException")
    assert "description" not in REST.get_rest_api(restApiId=api)
    stage = REST.update_stage(restApiId=api, stageName="dev", patchOperations=[
        {"op": "replace", "path": "/*/*/throttling/burstLimit", "value": "7"}, {"op": "replace", "path": "/~1a/GET/logging/loglevel", "value": "INFO"},
        {"op": "replace", "path": "/variables/who", "value": "you"}])
    assert stage["methodSettings"]["*/*"] == {"throttlingBurstLimit": 7}
    assert stage["methodSettings"]["/a/GET"] == {"loggingLevel": "INFO"}
    assert stage["variables"] == {"who": "you"}


def test_authorization_is_the_api_s_own_business():
    """A token of any scheme reaches a method, and is no signature of AWS's."""
    base = deployed({"/open": {"get": aws_mock()}})
    for token in ("Bearer a.b.c", "Basic dGVzdDp0ZXN0", "token", "Bearer"):
        status, _, _ = ask("GET", base + "/open", Authorization=token)
        assert status == 200, token


def test_apis_are_listed_page_by_page():
    ids = {REST.create_rest_api(name=unique("page"))["id"] for _ in range(3)}
    pages = list(REST.get_paginator("get_rest_apis").paginate(PaginationConfig={"PageSize": 2}))
    assert len(pages) > 1
    assert ids <= {api["id"] for page in pages for api in page["items"]}
    for api in ids:
        REST.delete_rest_api(restApiId=api)


def test_sqs_by_a_template():
    sqs = client("sqs")
    name = unique("queue")
    queue = sqs.create_queue(QueueName=name)["QueueUrl"]
    base = deployed({"/send": {"post": aws(
        f"sqs:path/000000000000/{name}",
        requestParameters={"integration.request.header.Content-Type": "'application/x-www-form-urlencoded'"},
        requestTemplates={"application/json": "Action=SendMessage&MessageBody=$util.urlEncode($input.body)"},
        responses={"200": {"statusCode": "202", "responseTemplates": {
            "application/json": '{"id": $input.json(\'$.SendMessageResponse.SendMessageResult.MessageId\')}'}},
                   "default": {"statusCode": "500"}})}})
    status, _, text = ask("POST", base + "/send", '{"a": "b&c=é"}', Content_Type="application/json")
    message, = sqs.receive_message(QueueUrl=queue)["Messages"]
    assert (status, json.loads(text)) == (202, {"id": message["MessageId"]})
    assert message["Body"] == '{"a": "b&c=é"}'


def test_dynamodb_by_a_template():
    table = unique("table")
    dynamodb = client("dynamodb")
    dynamodb.create_table(TableName=table, BillingMode="PAY_PER_REQUEST",
                          KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
                          AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}])
    put = '{"TableName": "%s", "Item": {"id": {"S": "$input.params(\'id\')"}, "tags": {"L": [' \
          "#foreach($t in $input.path('$.tags')){\"S\": \"$t\"}#if($foreach.hasNext),#end#end]}}}" % table
    get = '{"TableName": "%s", "Key": {"id": {"S": "$input.params(\'id\')"}}}' % table
    told = "#set($item = $input.path('$.Item'))#if($item && $item != '')" \
           "{\"id\": \"$item.id.S\", \"n\": $item.tags.L.size()}" \
           "#else#set($context.responseOverride.status = 404){}#end"
    bad = {"4\\d{2}": {"statusCode": "400", "responseTemplates": {"application/json": "$input.json('$.message')"}}}
    base = deployed({"/items/{id}": {
        "put": aws("dynamodb:action/PutItem", requestTemplates={"application/json": put},
                   responses={"default": {"statusCode": "201"}, **bad}),
        "get": aws("dynamodb:action/GetItem", requestTemplates={"application/json": get}, responses={
            "default": {"statusCode": "200", "responseTemplates": {"application/json": told}}, **bad})}})
    assert ask("PUT", base + "/items/k", '{"tags": ["a", "b"]}', Content_Type="application/json")[0] == 201
    assert dynamodb.get_item(TableName=table, Key={"id": {"S": "k"}})["Item"]["tags"] == {
        "L": [{"S": "a"}, {"S": "b"}]}
    status, _, text = ask("GET", base + "/items/k")
    assert (status, json.loads(text)) == (200, {"id": "k", "n": 2})
    assert ask("GET", base + "/items/none")[0] == 404


def test_kinesis_and_s3():
    stream, bucket = unique("stream"), unique("bucket")
    kinesis, s3 = client("kinesis"), client("s3")
    kinesis.create_stream(StreamName=stream, ShardCount=1)
    kinesis.get_waiter("stream_exists").wait(StreamName=stream, WaiterConfig={"Delay": 1})
    s3.create_bucket(Bucket=bucket)
    record = '{"StreamName": "%s", "PartitionKey": "p", "Data": "$util.base64Encode($input.json(\'$\'))"}' % stream
    base = deployed({
        "/records": {"post": aws("kinesis:action/PutRecord", requestTemplates={"application/json": record})},
        "/files/{name}": {
            "put": aws(f"s3:path/{bucket}/{{key}}", "PUT",
                       requestParameters={"integration.request.path.key": "method.request.path.name",
                                          "integration.request.header.Content-Type":
                                          "method.request.header.Content-Type"}),
            "get": aws(f"s3:path/{bucket}/{{key}}", "GET",
                       requestParameters={"integration.request.path.key": "method.request.path.name"},
                       responses={"404": {"statusCode": "404"}, "default": {
                           "statusCode": "200", "responseParameters": {
                               "method.response.header.Content-Type": "integration.response.header.Content-Type"}}})}})
    status, _, text = ask("POST", base + "/records", '{"a":1}', Content_Type="application/json")
    assert status == 200 and json.loads(text)["SequenceNumber"]
    shard = kinesis.list_shards(StreamName=stream)["Shards"][0]["ShardId"]
    start = kinesis.get_shard_iterator(StreamName=stream, ShardId=shard, ShardIteratorType="TRIM_HORIZON")
    assert kinesis.get_records(ShardIterator=start["ShardIterator"])["Records"][0]["Data"] == b'{"a":1}'
    assert ask("PUT", base + "/files/a.txt", "text", Content_Type="text/plain")[0] == 200
    assert s3.get_object(Bucket=bucket, Key="a.txt")["Body"].read() == b"text"
    status, headers, text = ask("GET", base + "/files/a.txt")
    assert (status, headers["Content-Type"], text) == (200, "text/plain", "text")
    assert ask("GET", base + "/files/none")[0] == 404


def test_an_http_api_sends_to_a_queue():
    sqs = client("sqs")
    queue = sqs.create_queue(QueueName=unique("queue"))["QueueUrl"]
    api = HTTP.create_api(Name=unique("http"), ProtocolType="HTTP",
                          CorsConfiguration={"AllowOrigins": ["https://a.example"], "AllowMethods": ["POST"]})
    integration = HTTP.create_integration(
        ApiId=api["ApiId"], IntegrationType="AWS_PROXY", IntegrationSubtype="SQS-SendMessage",
        PayloadFormatVersion="1.0", CredentialsArn="arn:aws:iam::000000000000:role/r",
        RequestParameters={"QueueUrl": queue, "MessageBody": "$request.body.text"})
    HTTP.create_route(ApiId=api["ApiId"], RouteKey="POST /m", Target="integrations/" + integration["IntegrationId"])
    HTTP.create_stage(ApiId=api["ApiId"], StageName="$default", AutoDeploy=True)
    status, headers, text = ask("POST", api["ApiEndpoint"] + "/m", '{"text": "hi"}', Origin="https://a.example")
    assert (status, headers["Access-Control-Allow-Origin"]) == (200, "https://a.example")
    message, = sqs.receive_message(QueueUrl=queue)["Messages"]
    assert (message["Body"], message["MessageId"]) == ("hi", json.loads(text)["MessageId"])
    status, headers, _ = ask("OPTIONS", api["ApiEndpoint"] + "/m", Origin="https://a.example",
                             Access_Control_Request_Method="POST")
    assert (status, headers["Access-Control-Allow-Methods"]) == (204, "POST")
    assert ask("GET", api["ApiEndpoint"] + "/nothing")[::2] == (404, '{"message":"Not Found"}')
    assert HTTP.get_routes(ApiId=api["ApiId"])["Items"][0]["RouteKey"] == "POST /m"
    HTTP.delete_api(ApiId=api["ApiId"])


def test_one_api_before_another():
    """An HTTP integration reaches what else the local cloud has."""
    behind = deployed({"/b": {"get": {"x-amazon-apigateway-integration": {
        "type": "mock", "requestTemplates": {"application/json": '{"statusCode": 200}'},
        "responses": {"default": {"statusCode": "200", "responseTemplates": {
            "application/json": "b $input.params('q')"}}}}}}})
    base = deployed({"/a": {"get": {"x-amazon-apigateway-integration": {
        "type": "http_proxy", "httpMethod": "GET", "uri": behind + "/b"}}}})
    assert ask("GET", base + "/a?q=7")[::2] == (200, "b 7")


def test_a_signed_request_to_an_api():
    """Signed for execute-api, whose requests no service has by its name."""
    import botocore.auth  # pylint: disable=import-outside-toplevel
    import botocore.awsrequest  # pylint: disable=import-outside-toplevel
    import botocore.credentials  # pylint: disable=import-outside-toplevel
    base = deployed({"/iam": {"get": {
        "x-amazon-apigateway-auth": {"type": "AWS_IAM"},
        "x-amazon-apigateway-integration": {
            "type": "mock", "requestTemplates": {"application/json": '{"statusCode": 200}'},
            "responses": {"default": {"statusCode": "200"}}}}}})
    assert ask("GET", base + "/iam")[0] == 403
    for secret, refused in (("test", False), ("wrong", True)):
        request = botocore.awsrequest.AWSRequest("GET", base + "/iam")
        credentials = botocore.credentials.Credentials("test", secret)
        botocore.auth.SigV4Auth(credentials, "execute-api", REGION).add_auth(request)
        assert (ask("GET", base + "/iam", **dict(request.headers))[0] >= 400) == refused
        assert by_slrun(base + "/iam", secret) == (403 if refused else 200)


SPEC = """
local http <const> = require "slrun.http"
case "it" (function()
  expect(http.get("ADDRESS").status):equals(403)
  error("status " .. http.get("ADDRESS", { sign = true }).status)
end)
"""


def by_slrun(address, secret):
    """The status of a request that slrun signs."""
    with tempfile.TemporaryDirectory() as folder:
        spec = pathlib.Path(folder, "signed.lua")
        spec.write_text(SPEC.replace("ADDRESS", address), encoding="utf-8")
        done = subprocess.run([os.environ["SLRUN"], "--endpoint-url", os.environ["SLRUN_LOCAL_URL"], str(spec)], cwd=folder,
                              env=os.environ | {"AWS_SECRET_ACCESS_KEY": secret}, capture_output=True, text=True, timeout=120)
    return int(re.search(r"status (\d+)", done.stdout)[1])


def test_large_bodies():
    base = deployed({"/": {"post": {"x-amazon-apigateway-integration": {
        "type": "mock", "requestTemplates": {"text/plain": '{"statusCode": 200}'},
        "responses": {"default": {"statusCode": "200"}}}}}})
    assert ask("POST", base + "/", b"x" * (10 << 20), Content_Type="text/plain")[0] == 200
    status, _, text = ask("POST", base + "/", b"x" * ((10 << 20) + 1), Content_Type="text/plain")
    assert (status, json.loads(text)) == (413, {"message": "Request Too Long"})


def test_bytes_that_are_no_text_come_through():
    s3, bucket = client("s3"), unique("bytes")
    s3.create_bucket(Bucket=bucket)
    base = deployed({"/{name}": {"put": aws(f"s3:path/{bucket}/{{name}}", "PUT", requestParameters={
        "integration.request.path.name": "method.request.path.name"})}},
                    **{"x-amazon-apigateway-binary-media-types": ["*/*"]})
    raw = bytes(range(256))
    assert ask("PUT", base + "/raw", raw, Content_Type="application/octet-stream")[0] == 200
    assert s3.get_object(Bucket=bucket, Key="raw")["Body"].read() == raw


HANDLER = """
def handler(event, context):
    if "authorizationToken" in event or event.get("type") == "REQUEST":
        effect = "Allow" if event.get("authorizationToken") == "yes" else "Deny"
        return {"principalId": "p", "context": {"n": 5}, "policyDocument": {"Statement": [
            {"Action": "execute-api:Invoke", "Effect": effect, "Resource": event["methodArn"]}]}}
    if event.get("rawPath", "").startswith("/plain"):
        return {"version": event["version"]}
    query = event.get("queryStringParameters") or {}
    if query.get("fail"):
        raise ValueError("as asked")
    if query.get("odd"):
        return "odd"
    who = event["requestContext"].get("authorizer") or {}
    return {"statusCode": 201, "headers": {"X-Path": event.get("path") or event["rawPath"]},
            "body": f"{event.get('body')} {who.get('principalId')} {who.get('n')}"}
"""


@pytest.fixture(scope="module", name="function")
def make_function():
    """The ARN of a function that really runs."""
    functions, archive = client("lambda"), io.BytesIO()
    with zipfile.ZipFile(archive, "w") as zipped:
        zipped.writestr("index.py", HANDLER)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    function = functions.create_function(
        FunctionName=unique("handler"), Runtime=version, Handler="index.handler", Timeout=20,
        Role="arn:aws:iam::000000000000:role/r", Code={"ZipFile": archive.getvalue()})
    functions.get_waiter("function_active_v2").wait(FunctionName=function["FunctionName"])
    yield function["FunctionArn"]
    functions.delete_function(FunctionName=function["FunctionName"])


def invocations(function):
    return f"arn:aws:apigateway:{REGION}:lambda:path/2015-03-31/functions/{function}/invocations"


def test_a_function_behind_a_rest_api(function):
    proxy = {"x-amazon-apigateway-integration": {"type": "aws_proxy", "httpMethod": "POST",
                                                 "uri": invocations(function)}}
    base = deployed(
        {"/open/{name}": {"x-amazon-apigateway-any-method": proxy},
         "/shut": {"get": {**proxy, "security": [{"token": []}]}}},
        components={"securitySchemes": {"token": {
            "type": "apiKey", "name": "X-Token", "in": "header", "x-amazon-apigateway-authtype": "custom",
            "x-amazon-apigateway-authorizer": {"type": "token", "authorizerUri": invocations(function)}}}})
    status, headers, text = ask("PUT", base + "/open/a%20b", "body")
    assert (status, headers["X-Path"], text) == (201, "/open/a%20b", "body None None")
    assert ask("GET", base + "/open/a?fail=1")[::2] == (502, '{"message": "Internal server error"}')
    assert ask("GET", base + "/open/a?odd=1")[::2] == (502, '{"message": "Internal server error"}')
    assert ask("GET", base + "/shut")[0] == 401
    assert ask("GET", base + "/shut", X_Token="no")[0] == 403
    assert ask("GET", base + "/shut", X_Token="yes")[::2] == (201, "None p 5")


def test_a_function_behind_an_http_api(function):
    api = HTTP.create_api(Name=unique("quick"), ProtocolType="HTTP", Target=function)
    assert ask("GET", api["ApiEndpoint"] + "/plain")[::2] == (200, '{"version":"2.0"}')
    assert ask("POST", api["ApiEndpoint"] + "/x", '{"a":1}', Content_Type="application/json")[::2] == (
        201, '{"a":1} None None')
    assert ask("GET", api["ApiEndpoint"] + "/x?fail=1")[::2] == (500, '{"message":"Internal Server Error"}')


STACK = """
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: stacked}}
  Resource:
    Type: AWS::ApiGateway::Resource
    Properties: {RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: send}
  Validator:
    Type: AWS::ApiGateway::RequestValidator
    Properties: {RestApiId: !Ref Api, ValidateRequestBody: true}
  Model:
    Type: AWS::ApiGateway::Model
    Properties:
      RestApiId: !Ref Api
      ContentType: application/json
      Schema: {type: object, required: [id]}
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !Ref Resource
      HttpMethod: POST
      AuthorizationType: NONE
      RequestValidatorId: !Ref Validator
      RequestModels: {application/json: !Ref Model}
      Integration:
        Type: AWS
        IntegrationHttpMethod: POST
        Uri: !Sub arn:aws:apigateway:${AWS::Region}:sqs:path/${AWS::AccountId}/${Queue.QueueName}
        RequestParameters:
          integration.request.header.Content-Type: "'application/x-www-form-urlencoded'"
        RequestTemplates:
          application/json: Action=SendMessage&MessageBody=$util.urlEncode($input.json('$.id'))
        IntegrationResponses: [{StatusCode: 200}]
      MethodResponses: [{StatusCode: 200}]
  Deployment:
    Type: AWS::ApiGateway::Deployment
    DependsOn: Method
    Properties: {RestApiId: !Ref Api}
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties: {RestApiId: !Ref Api, DeploymentId: !Ref Deployment, StageName: live}
  Http:
    Type: AWS::ApiGatewayV2::Api
    Properties: {Name: stacked, ProtocolType: HTTP}
  Send:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Http
      IntegrationType: AWS_PROXY
      IntegrationSubtype: SQS-SendMessage
      PayloadFormatVersion: "1.0"
      RequestParameters: {QueueUrl: !Ref Queue, MessageBody: $request.body.text}
  Route:
    Type: AWS::ApiGatewayV2::Route
    Properties: {ApiId: !Ref Http, RouteKey: POST /m, Target: !Sub "integrations/${Send}"}
  Default:
    Type: AWS::ApiGatewayV2::Stage
    Properties: {ApiId: !Ref Http, StageName: $default, AutoDeploy: true}
Outputs:
  Url: {Value: !Sub "https://${Api}.execute-api.${AWS::Region}.amazonaws.com/live"}
  HttpUrl: {Value: !GetAtt Http.ApiEndpoint}
  QueueUrl: {Value: !Ref Queue}
"""


def test_a_stack_with_both_kinds():
    stacks, sqs, name = client("cloudformation"), client("sqs"), unique("stack")
    stacks.create_stack(StackName=name, TemplateBody=STACK)
    stacks.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1, "MaxAttempts": 30})
    stack, = stacks.describe_stacks(StackName=name)["Stacks"]
    outputs = {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}
    assert ask("POST", outputs["Url"] + "/send", "{}", Content_Type="application/json")[0] == 400
    assert ask("POST", outputs["Url"] + "/send", '{"id": 5}', Content_Type="application/json")[0] == 200
    assert ask("POST", outputs["HttpUrl"] + "/m", '{"text": "hi"}', Content_Type="application/json")[0] == 200
    found = set()
    for _ in range(2):
        found |= {m["Body"] for m in sqs.receive_message(QueueUrl=outputs["QueueUrl"])["Messages"]}
    assert found == {"5", "hi"}
    stacks.delete_stack(StackName=name)
    stacks.get_waiter("stack_delete_complete").wait(StackName=name, WaiterConfig={"Delay": 1, "MaxAttempts": 30})
    assert ask("POST", outputs["Url"] + "/send", "{}")[0] == 404


def test_addresses_of_other_emulators():
    """LocalStack's two, one of which moto had too: what was written for them finds its API."""
    url = deployed({"/a/{b}": {"get": {**aws_mock(), "responses": {}}}})
    api = url.split("/")[-2]
    for where in (f"/restapis/{api}/dev/_user_request_/a/x?c=d", f"/_aws/execute-api/{api}/dev/a/x", f"/_api/{api}/dev/a/x"):
        assert ask("GET", URL + where)[0] == 200, where
    status, _, text = ask("GET", f"{URL}/restapis/{api}/none/_user_request_/a/x")
    assert (status, text) == (403, '{"message":"Forbidden"}')
    assert REST.get_stage(restApiId=api, stageName="dev")["stageName"] == "dev"


def test_domain_names_are_told():
    """What AWS adds (API Reference, "DomainName"); three of 555 templates of serverless-patterns ask stacks for it."""
    name = f"{unique('api')}.example.com"
    certificate = f"arn:aws:acm:{REGION}:000000000000:certificate/c"
    made = REST.create_domain_name(domainName=name, regionalCertificateArn=certificate, endpointConfiguration={"types": ["REGIONAL"]})
    assert re.fullmatch(rf"d-[a-z0-9]{{10}}\.execute-api\.{REGION}\.amazonaws\.com", made["regionalDomainName"])
    assert (made["regionalHostedZoneId"], made["securityPolicy"], made["domainNameStatus"]) == ("Z1UJRXOUMOOFQ8", "TLS_1_2", "AVAILABLE")
    assert "distributionDomainName" not in made
    edge = REST.create_domain_name(domainName="edge." + name, certificateArn=certificate)
    assert edge["distributionDomainName"].endswith(".cloudfront.net") and edge["endpointConfiguration"]["types"] == ["EDGE"]
    second = HTTP.create_domain_name(DomainName="two." + name, DomainNameConfigurations=[{"CertificateArn": certificate}])
    told = second["DomainNameConfigurations"][0]
    assert told["ApiGatewayDomainName"].startswith("d-") and told["EndpointType"] == "REGIONAL" and told["SecurityPolicy"] == "TLS_1_2"
    for each in (name, "edge." + name):
        REST.delete_domain_name(domainName=each)
    HTTP.delete_domain_name(DomainName="two." + name)
    cfn = client("cloudformation")
    body = {"Resources": {"Name": {"Type": "AWS::ApiGateway::DomainName", "Properties": {
        "DomainName": name, "RegionalCertificateArn": certificate, "EndpointConfiguration": {"Types": ["REGIONAL"]}}},
        "Api": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Name": unique("api"), "EndpointAccessMode": "BASIC"}}},
        "Outputs": {"To": {"Value": {"Fn::GetAtt": ["Name", "RegionalDomainName"]}}}}
    stack = unique("domain")
    cfn.create_stack(StackName=stack, TemplateBody=json.dumps(body))
    cfn.get_waiter("stack_create_complete").wait(StackName=stack, WaiterConfig={"Delay": 1})
    assert cfn.describe_stacks(StackName=stack)["Stacks"][0]["Outputs"][0]["OutputValue"].startswith("d-")
    cfn.delete_stack(StackName=stack)


def test_old_addresses_of_others_are_left_alone():
    assert ask("GET", URL + "/restapis/abc/dev/_user_request_x")[0] != 200
