# SPDX-License-Identifier: Apache-2.0
"""Who may ask the URL of a function, or an API that wants signatures (Lambda Developer Guide, "Control access to Lambda function URLs"; what
AWS answers was recorded by LocalStack's test_lambda_permission_url_invocation)."""
import json
import urllib.error
import urllib.request

import pytest
from lambda_cloud import WITHIN, Cloud

CODE = '''
import urllib.error, urllib.request
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.session import get_session

def handler(event, context):
    if "ask" not in event:
        return {"statusCode": 200, "body": "fine"}
    request = AWSRequest("GET", event["ask"])
    SigV4Auth(get_session().get_credentials(), event["as"], "us-east-1").add_auth(request)
    try:
        answer = urllib.request.urlopen(urllib.request.Request(event["ask"], headers=dict(request.headers)))
    except urllib.error.HTTPError as error:
        answer = error
    return answer.status
'''
SYSTEM = '''
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: "sts:AssumeRole", Principal: {Service: lambda.amazonaws.com}}}
      Policies: [{PolicyName: own, PolicyDocument: {Statement: [{Effect: Allow, Action: "logs:*", Resource: "*"}MAY]}}]
  Work: {Type: AWS::Lambda::Function, Properties: {FunctionName: work, Runtime: python3.12, Handler: index.handler, Role: !GetAtt Role.Arn, Code: {ZipFile: CODE}}}
  Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !GetAtt Work.Arn, AuthType: AUTH}}
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: api, ProtocolType: HTTP}}
  Stage: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Api, StageName: $default, AutoDeploy: true}}
  Route: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: GET /x, AuthorizationType: AWS_IAM, Target: !Sub "integrations/${ToWork}"}}
  ToWork: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt Work.Arn, PayloadFormatVersion: "2.0"}}
  ByApi: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref Work, Action: "lambda:InvokeFunction", Principal: apigateway.amazonaws.com}}
Outputs: {Url: {Value: !GetAtt Url.FunctionUrl}, Api: {Value: !GetAtt Api.ApiEndpoint}}
'''
FORBIDDEN = {"Message": "Forbidden. For troubleshooting Function URL authorization issues, see: "
                        "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}


class System:
    def __init__(self, auth, *options, may=""):
        self.cloud = Cloud(*options)
        stacks = self.cloud.client("cloudformation")
        template = SYSTEM.replace("AUTH", auth).replace("MAY", may).replace("CODE", json.dumps(CODE))
        stacks.create_stack(StackName="shop", TemplateBody=template, Capabilities=["CAPABILITY_IAM"])
        stacks.get_waiter("stack_create_complete").wait(StackName="shop", WaiterConfig={"Delay": 0.2, "MaxAttempts": 500})
        self.outputs = {o["OutputKey"]: o["OutputValue"] for o in stacks.describe_stacks(StackName="shop")["Stacks"][0]["Outputs"]}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.cloud.stop()

    def get(self):
        try:
            with urllib.request.urlopen(self.outputs["Url"], timeout=WITHIN) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def ask(self, url, service):
        """As the function itself."""
        answer = self.cloud.client("lambda").invoke(FunctionName="work", Payload=json.dumps({"ask": url, "as": service}))
        return json.load(answer["Payload"])

    def denied(self):
        with urllib.request.urlopen(f"{self.cloud.url}/_slrun/denied", timeout=WITHIN) as answer:
            return json.load(answer)["denied"]


TOLD = "AWS would refuse to answer requests to the URL of function Work: it needs {} on function Work; the function has no policy that allows it to everyone"
HINT = ("add the resource Work{}Permission: {{Type: AWS::Lambda::Permission, Properties: {{Action: lambda:{}, FunctionName: !Ref Work, "
        'Principal: "*", {}}}}}')


def test_what_nobody_is_permitted_is_answered_and_told():
    with System("NONE") as system:
        assert system.get() == (200, b"fine")
        told = system.denied()
        assert [one["text"] for one in told] == [TOLD.format("lambda:InvokeFunctionUrl"), TOLD.format("lambda:InvokeFunction")]
        assert told[0]["hint"].endswith(HINT.format("InvokeFunctionUrl", "InvokeFunctionUrl", "FunctionUrlAuthType: NONE"))
        assert told[1]["hint"].endswith(HINT.format("InvokeFunction", "InvokeFunction", "InvokedViaFunctionUrl: true"))
        assert {one["function"] for one in told} == {"Work"}


@pytest.fixture(name="enforced", scope="module")
def opens_enforced():
    with System("NONE", "--iam", "enforce") as system:
        yield system


def test_what_nobody_is_permitted_is_refused_where_it_is_enforced(enforced):
    status, body = enforced.get()
    assert (status, json.loads(body)) == (403, FORBIDDEN)
    lam = enforced.cloud.client("lambda")
    said = lam.add_permission(FunctionName="work", StatementId="url", Action="lambda:InvokeFunctionUrl", Principal="*", FunctionUrlAuthType="NONE")
    assert json.loads(said["Statement"])["Condition"] == {"StringEquals": {"lambda:FunctionUrlAuthType": "NONE"}}
    assert enforced.get()[0] == 403
    said = lam.add_permission(FunctionName="work", StatementId="by", Action="lambda:InvokeFunction", Principal="*", InvokedViaFunctionUrl=True)
    assert json.loads(said["Statement"])["Condition"] == {"Bool": {"lambda:InvokedViaFunctionUrl": "true"}}
    assert enforced.get() == (200, b"fine")


def test_a_permission_by_the_url_is_none_for_services(enforced):
    """Everybody may invoke the function, but by its URL alone."""
    lam, topics = enforced.cloud.client("lambda"), enforced.cloud.client("sns")
    topic = topics.create_topic(Name="news")["TopicArn"]
    if b"InvokedViaFunctionUrl" not in lam.get_policy(FunctionName="work")["Policy"].encode():
        lam.add_permission(FunctionName="work", StatementId="by", Action="lambda:InvokeFunction", Principal="*", InvokedViaFunctionUrl=True)
    topics.subscribe(TopicArn=topic, Protocol="lambda", Endpoint="arn:aws:lambda:us-east-1:000000000000:function:work")
    topics.publish(TopicArn=topic, Message="x")
    request = urllib.request.Request(f"{enforced.cloud.url}/_slrun/settle", method="POST")
    urllib.request.urlopen(request, timeout=WITHIN).close()
    assert "topic news called lambda:InvokeFunction on function Work" in " ".join(one["text"] for one in enforced.denied())


def test_a_role_needs_both_permissions_and_that_of_the_api():
    with System("AWS_IAM", "--iam", "enforce", may=', {Effect: Allow, Action: "lambda:InvokeFunctionUrl", Resource: "*"}') as system:
        assert system.get()[0] == 403
        assert system.denied() == []
        assert system.ask(system.outputs["Url"], "lambda") == 403
        assert system.ask(system.outputs["Api"] + "/x", "execute-api") == 403
        texts = [one["text"] for one in system.denied()]
        assert texts == ["AWS would refuse: function Work called lambda:InvokeFunction on function Work; its role allows only lambda:InvokeFunctionUrl",
                         "AWS would refuse: function Work called execute-api:Invoke on API Api; its role allows nothing of execute-api"]


def test_a_role_that_is_permitted():
    may = ''', {Effect: Allow, Action: "lambda:InvokeFunctionUrl", Resource: "*", Condition: {StringEquals: {"lambda:FunctionUrlAuthType": AWS_IAM}}}
        , {Effect: Allow, Action: "lambda:InvokeFunction", Resource: "*", Condition: {Bool: {"lambda:InvokedViaFunctionUrl": true}}}
        , {Effect: Allow, Action: "execute-api:Invoke", Resource: "arn:aws:execute-api:*:*:*/GET/x"}'''
    with System("AWS_IAM", "--iam", "enforce", may=may) as system:
        assert system.ask(system.outputs["Url"], "lambda") == 200
        assert system.ask(system.outputs["Api"] + "/x", "execute-api") == 200
        assert system.denied() == []
