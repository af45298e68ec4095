# SPDX-License-Identifier: Apache-2.0
"""What rules and pipes send to API destinations, as an HTTP server beside sees it: authorization, parameters, rate, retries."""
import base64
import json
import os
import socket
import urllib.parse
import urllib.request
import uuid

import boto3
import pytest

from endpoint import Endpoint
from sdk import queue_arn, take, until

EVENTS, PIPES, SQS, SECRETS, CLOUDFORMATION = (boto3.client(n) for n in ("events", "pipes", "sqs", "secretsmanager", "cloudformation"))
ROLE = "arn:aws:iam::000000000000:role/none"


@pytest.fixture(name="endpoint")
def an_endpoint():
    with Endpoint() as it:
        yield it
        it.shutdown()


@pytest.fixture(name="name")
def a_name():
    return "n" + uuid.uuid4().hex[:10]


@pytest.fixture(name="queue")
def a_queue(name):
    url = SQS.create_queue(QueueName=name)["QueueUrl"]
    yield url
    SQS.delete_queue(QueueUrl=url)


BASIC = {"BasicAuthParameters": {"Username": "u", "Password": "p"}}
KEY = {"ApiKeyAuthParameters": {"ApiKeyName": "X-Key", "ApiKeyValue": "k"}}


def destination(name, url, auth=None, **more):
    auth = auth or BASIC
    kind = "BASIC" if "BasicAuthParameters" in auth else "API_KEY" if "ApiKeyAuthParameters" in auth else "OAUTH_CLIENT_CREDENTIALS"
    connection = EVENTS.create_connection(Name=name, AuthorizationType=kind, AuthParameters=auth)["ConnectionArn"]
    until(lambda: EVENTS.describe_connection(Name=name)["ConnectionState"] == "AUTHORIZED")
    return EVENTS.create_api_destination(Name=name, ConnectionArn=connection, HttpMethod="POST", InvocationEndpoint=url,
                                         **more)["ApiDestinationArn"]


def rule(name, arn, **target):
    EVENTS.put_rule(Name=name, EventPattern=json.dumps({"source": [name]}))
    answer = EVENTS.put_targets(Rule=name, Targets=[{"Id": "api", "Arn": arn, "RoleArn": ROLE, **target}])
    assert answer["FailedEntryCount"] == 0


def put(name, detail=None, n=1):
    EVENTS.put_events(Entries=[{"Source": name, "DetailType": "d", "Detail": json.dumps(detail or {"a": 1})}] * n)


def test_basic(name, endpoint):
    rule(name, destination(name, endpoint.url + "/orders"))
    put(name)
    got = endpoint.got()[0]
    assert (got["method"], got["path"], json.loads(got["body"])["detail"]) == ("POST", "/orders", {"a": 1})
    headers = got["headers"]
    assert headers["authorization"] == "Basic " + base64.b64encode(b"u:p").decode()
    assert headers["user-agent"] == "Amazon/EventBridge/ApiDestinations" and headers["range"] == "bytes=0-1048575"
    assert headers["content-type"] == "application/json; charset=utf-8"


def parameters(**kinds):
    return {kind + "Parameters": [{"Key": k, "Value": v, "IsValueSecret": True} for k, v in values.items()] for kind, values in kinds.items()}


def test_parameters_of_the_connection_count_more_than_those_of_the_target(name, endpoint):
    auth = {**KEY, "InvocationHttpParameters": parameters(Header={"H": "connection"}, QueryString={"q": "c d"}, Body={"more": "yes"})}
    arn = destination(name, endpoint.url + "/a/*/b/*?fixed=1", auth)
    rule(name, arn, InputPath="$.detail", HttpParameters={
        "PathParameterValues": ["x/y", "$.detail.id"], "HeaderParameters": {"h": "target", "T": "$.detail.id", "content-type": "text/x"},
        "QueryStringParameters": {"q": "target", "t": "$.detail.n"}})
    put(name, {"id": "7", "n": 3})
    got = endpoint.got()[0]
    assert got["path"] == "/a/x%2Fy/b/7" and got["query"] == {"fixed": "1", "q": "c d", "t": "3"}
    assert json.loads(got["body"]) == {"id": "7", "n": 3, "more": "yes"}
    assert {k: got["headers"].get(k) for k in ("h", "t", "x-key", "content-type")} == {"h": "connection", "t": "7", "x-key": "k", "content-type": "text/x"}


def oauth(endpoint, **more):
    return {"OAuthParameters": {"AuthorizationEndpoint": endpoint.url + "/token", "HttpMethod": "POST",
                                "ClientParameters": {"ClientID": "i", "ClientSecret": "s"}, **more}}


def token(text, **more):
    return 200, {}, json.dumps({"access_token": text, "token_type": "Bearer", **more})


def test_oauth(name, endpoint):
    endpoint.answers["/token"] = [token("one", expires_in=3600), token("two", expires_in=3600)]
    auth = oauth(endpoint, OAuthHttpParameters=parameters(Body={"grant_type": "client_credentials"}, QueryString={"q": "1"}, Header={"H": "v"}))
    arn = destination(name, endpoint.url + "/api", auth)
    asked = endpoint.got()[0]
    assert asked["body"] == "grant_type=client_credentials&client_secret=s&client_id=i"  # as AWS was recorded to send it
    assert asked["query"] == {"q": "1"} and asked["headers"]["h"] == "v"
    assert EVENTS.describe_connection(Name=name)["ConnectionState"] == "AUTHORIZED"
    assert EVENTS.describe_api_destination(Name=name)["ApiDestinationState"] == "ACTIVE"
    rule(name, arn)
    put(name, n=2)
    assert [r["headers"]["authorization"] for r in endpoint.got(2, "/api")] == ["Bearer one"] * 2
    assert len(endpoint.got(path="/token")) == 1  # kept
    endpoint.answers["/api"] = [(401, {}, "")]
    put(name)
    assert [r["headers"]["authorization"] for r in endpoint.got(4, "/api")[2:]] == ["Bearer one", "Bearer two"]


def test_a_connection_that_gets_no_token(name, endpoint):
    endpoint.answers["/token"] = [(403, {}, "no")]
    EVENTS.create_connection(Name=name, AuthorizationType="OAUTH_CLIENT_CREDENTIALS", AuthParameters=oauth(endpoint))
    assert until(lambda: EVENTS.describe_connection(Name=name).get("StateReason")) == "The endpoint answered with status 403."
    assert EVENTS.describe_connection(Name=name)["ConnectionState"] == "AUTHORIZING"


@pytest.mark.parametrize("status", [401, 407, 409, 429, 500, 503])
def test_what_may_pass_is_sent_again(name, endpoint, status):
    endpoint.answers["/x"] = [(status, {}, "")]
    rule(name, destination(name, endpoint.url + "/x"))
    put(name)
    assert len(endpoint.got(2)) == 2


def test_what_will_not_pass_is_a_dead_letter(name, endpoint, queue):
    endpoint.answers["/x"] = [(404, {}, "")]
    rule(name, destination(name, endpoint.url + "/x"), DeadLetterConfig={"Arn": queue_arn(SQS, queue)})
    put(name)
    message = take(SQS, queue)[0]
    assert json.loads(message["Body"])["detail"] == {"a": 1} and len(endpoint.requests) == 1


def test_other_machines_are_left_alone(name, queue):
    rule(name, destination(name, "https://example.com/x"), DeadLetterConfig={"Arn": queue_arn(SQS, queue)})
    put(name)
    assert json.loads(take(SQS, queue)[0]["Body"])["detail"] == {"a": 1}


def advance(duration):
    """The local cloud's clock goes on, and all that is due then is done."""
    request = urllib.request.Request(os.environ["SLRUN_LOCAL_URL"] + "/_slrun/clock", json.dumps({"advance": duration}).encode())
    urllib.request.urlopen(request).close()


def test_an_endpoint_has_5_seconds(name, queue):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        arn = destination(name, f"http://127.0.0.1:{silent.getsockname()[1]}/")
        rule(name, arn, DeadLetterConfig={"Arn": queue_arn(SQS, queue)}, RetryPolicy={"MaximumRetryAttempts": 1, "MaximumEventAgeInSeconds": 3600})
        put(name)
        for _ in range(2):
            asked = silent.accept()[0]
            asked.recv(1)
            advance("6s")
            asked.close()
            advance("10s")
    [dead] = take(SQS, queue)
    assert dead["MessageAttributes"]["ERROR_CODE"]["StringValue"] == "TIMEOUT"


def test_a_rate(name, endpoint):
    rule(name, destination(name, endpoint.url + "/x", InvocationRateLimitPerSecond=1))
    for _ in range(6):
        put(name, n=10)
    advance("20s")
    assert 20 <= len(endpoint.requests) < 60  # one a second
    advance("60s")
    assert len(endpoint.got(60)) == 60


def test_an_endpoint_says_when_it_may_be_asked_again(name, endpoint):
    endpoint.answers["/x"] = [(429, {"Retry-After": "3600"}, "")]
    rule(name, destination(name, endpoint.url + "/x"))
    put(name)
    endpoint.got()
    advance("1800s")
    assert len(endpoint.requests) == 1
    advance("1800s")
    assert len(endpoint.got(2)) == 2


def test_the_secret_of_a_connection(name, endpoint):
    destination(name, endpoint.url, {**BASIC, "InvocationHttpParameters": {}})
    arn = until(lambda: EVENTS.describe_connection(Name=name).get("SecretArn"))
    assert f":secret:events!connection/{name}/" in arn
    secret = SECRETS.get_secret_value(SecretId=arn)
    assert json.loads(secret["SecretString"]) == {"username": "u", "password": "p", "invocation_http_parameters": {}}
    EVENTS.update_connection(Name=name, AuthorizationType="BASIC", AuthParameters={"BasicAuthParameters": {"Username": "v", "Password": "w"}})
    new = until(lambda: (lambda s: s if s["VersionId"] != secret["VersionId"] else None)(SECRETS.get_secret_value(SecretId=arn)))
    assert json.loads(new["SecretString"]) == {"username": "v", "password": "w"} and EVENTS.describe_connection(Name=name)["SecretArn"] == arn
    EVENTS.delete_connection(Name=name)
    assert until(lambda: all(s["ARN"] != arn for s in SECRETS.list_secrets()["SecretList"]))


def test_pipes(name, endpoint, queue):
    endpoint.answers["/enrich"] = [(200, {}, json.dumps([{"body": {"id": "e1"}}, {"body": {"id": "e2"}}]))]
    enrich = destination(name + "e", endpoint.url + "/enrich")
    arn = destination(name, endpoint.url + "/to/*", KEY)
    PIPES.create_pipe(Name=name, RoleArn=ROLE, Source=queue_arn(SQS, queue), Enrichment=enrich, Target=arn, TargetParameters={
        "HttpParameters": {"PathParameterValues": ["$.body.id"], "HeaderParameters": {"H": "$.body.id"}}})
    SQS.send_message(QueueUrl=queue, MessageBody='{"a": 1}')
    assert json.loads(json.loads(endpoint.got(path="/enrich")[0]["body"])[0]["body"]) == {"a": 1}
    first, second = endpoint.got(1, "/to/e1")[0], endpoint.got(1, "/to/e2")[0]
    assert json.loads(first["body"]) == {"body": {"id": "e1"}}
    assert (first["headers"]["h"], second["headers"]["h"], first["headers"]["x-key"]) == ("e1", "e2", "k")
    PIPES.delete_pipe(Name=name)


def test_a_stack(name, endpoint):
    body = {"Resources": {
        "Link": {"Type": "AWS::Events::Connection", "Properties": {"AuthorizationType": "API_KEY", "AuthParameters": KEY}},
        "Api": {"Type": "AWS::Events::ApiDestination", "Properties": {
            "ConnectionArn": {"Fn::GetAtt": ["Link", "Arn"]}, "HttpMethod": "PUT", "InvocationEndpoint": endpoint.url + "/x"}},
        "Rule": {"Type": "AWS::Events::Rule", "Properties": {"EventPattern": {"source": [name]}, "Targets": [
            {"Id": "api", "Arn": {"Fn::GetAtt": ["Api", "Arn"]}, "RoleArn": ROLE}]}}},
        "Outputs": {"Secret": {"Value": {"Fn::GetAtt": ["Link", "SecretArn"]}}}}
    CLOUDFORMATION.create_stack(StackName=name, TemplateBody=json.dumps(body))
    CLOUDFORMATION.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    secret = CLOUDFORMATION.describe_stacks(StackName=name)["Stacks"][0]["Outputs"][0]["OutputValue"]
    assert json.loads(SECRETS.get_secret_value(SecretId=secret)["SecretString"]) == {"api_key_name": "X-Key", "api_key_value": "k"}
    put(name)
    assert endpoint.got()[0]["headers"]["x-key"] == "k" and endpoint.requests[0]["method"] == "PUT"
    CLOUDFORMATION.delete_stack(StackName=name)
    CLOUDFORMATION.get_waiter("stack_delete_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    assert until(lambda: all(s["ARN"] != secret for s in SECRETS.list_secrets()["SecretList"]))
