# SPDX-License-Identifier: Apache-2.0
"""HTTP tasks of Step Functions on the local cloud, as an HTTP server beside sees them. Requests, results and errors are as AWS was recorded to make
them (radkawar/stackd, testdata/aws/stepfunctions/http_connections.json, September 2026).

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import socket
import uuid

import boto3
import pytest
from botocore.config import Config

from endpoint import Endpoint
from sdk import until

SFN, EVENTS = boto3.client("stepfunctions", config=Config(inject_host_prefix=False)), boto3.client("events")
ROLE = "arn:aws:iam::000000000000:role/states"
BASIC = {"BasicAuthParameters": {"Username": "owned-user", "Password": "owned-password"}, "InvocationHttpParameters": {
    "HeaderParameters": [{"Key": "x-shared", "Value": "connection-header"}, {"Key": "x-secret", "Value": "hidden", "IsValueSecret": True}],
    "QueryStringParameters": [{"Key": "shared", "Value": "connection query"}, {"Key": "connectionOnly", "Value": "query-only"}],
    "BodyParameters": [{"Key": "shared", "Value": "connection-body"}, {"Key": "connectionOnly", "Value": "body-only"}]}}
KEY = {"ApiKeyAuthParameters": {"ApiKeyName": "x-owned-api-key", "ApiKeyValue": "owned-inert-api-key"}}


@pytest.fixture(name="endpoint")
def an_endpoint():
    with Endpoint() as it:
        yield it
        it.shutdown()


def connection(auth):
    name = "c" + uuid.uuid4().hex[:10]
    kind = "BASIC" if "BasicAuthParameters" in auth else "API_KEY" if "ApiKeyAuthParameters" in auth else "OAUTH_CLIENT_CREDENTIALS"
    arn = EVENTS.create_connection(Name=name, AuthorizationType=kind, AuthParameters=auth)["ConnectionArn"]
    until(lambda: EVENTS.describe_connection(Name=name)["ConnectionState"] == "AUTHORIZED")
    return arn


def call(url, auth=None, **more):
    """An express execution of one HTTP task; `auth`: of its connection, or that one's ARN."""
    parameters = {"ApiEndpoint": url, "Method": "POST", "Authentication": {"ConnectionArn": auth if isinstance(auth, str) else connection(auth or KEY)}, **more}
    definition = {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": True,
                                                         "Parameters": {k: v for k, v in parameters.items() if v is not None}}}}
    arn = SFN.create_state_machine(name="h" + uuid.uuid4().hex[:10], definition=json.dumps(definition), roleArn=ROLE, type="EXPRESS")["stateMachineArn"]
    return SFN.start_sync_execution(stateMachineArn=arn)


def failed(found):
    assert found["status"] == "FAILED", found
    return found["error"], found.get("cause")


def test_a_request_and_its_answer(endpoint):
    endpoint.answers["/echo"] = [(200, {"Content-Type": "application/json", "X-Own": "1"}, '{"a": [1]}')]
    output = json.loads(call(endpoint.url + "/echo", RequestBody={"owned": "body"}, QueryParameters={"q": "get query", "n": 1},
                             Headers={"X-Mine": "yes"})["output"])
    [got] = endpoint.got()
    assert (got["method"], got["path"], got["query"], got["body"]) == ("POST", "/echo", {"q": "get query", "n": "1"}, '{"owned":"body"}')
    wanted = {"x-owned-api-key": "owned-inert-api-key", "x-mine": "yes", "user-agent": "Amazon|StepFunctions|HttpInvoke|us-east-1",
              "range": "bytes=0-262144", "content-type": "application/json; charset=UTF-8"}
    assert wanted.items() <= got["headers"].items()
    assert (output["StatusCode"], output["StatusText"], output["ResponseBody"], output["Headers"]["X-Own"]) == (200, "OK", {"a": [1]}, ["1"])


@pytest.mark.parametrize("arrays,items", [
    ("INDICES", "items%5B0%5D=red%20green&items%5B1%5D=blue%2Bgold"), ("REPEAT", "items=red%20green&items=blue%2Bgold"),
    ("COMMAS", "items=red%20green%2Cblue%2Bgold"), ("BRACKETS", "items%5B%5D=red%20green&items%5B%5D=blue%2Bgold")])
def test_a_form_with_what_the_connection_adds(endpoint, arrays, items):
    call(endpoint.url + "/form", BASIC, Headers={"content-type": "application/x-www-form-urlencoded", "x-shared": "task"}, QueryParameters={"shared": "task"},
         RequestBody={"shared": "task-body", "items": ["red green", "blue+gold"], "nested": {"enabled": True, "count": 2}},
         Transform={"RequestBodyEncoding": "URL_ENCODED", "RequestEncodingOptions": {"ArrayFormat": arrays}})
    [got] = endpoint.got()
    assert got["body"] == f"shared=connection-body&{items}&nested%5Benabled%5D=true&nested%5Bcount%5D=2&connectionOnly=body-only"
    assert got["query"] == {"shared": "connection query", "connectionOnly": "query-only"}
    headers = got["headers"]
    assert headers["authorization"] == "Basic b3duZWQtdXNlcjpvd25lZC1wYXNzd29yZA==" and headers["content-type"] == "application/x-www-form-urlencoded"
    assert (headers["x-shared"], headers["x-secret"]) == ("connection-header", "hidden")


def test_a_token_of_oauth(endpoint):
    endpoint.answers["/oauth"] = [(200, {}, '{"access_token": "t", "token_type": "Bearer", "expires_in": 3600}')]
    auth = connection({"OAuthParameters": {"ClientParameters": {"ClientID": "i", "ClientSecret": "s"}, "HttpMethod": "POST",
                                           "AuthorizationEndpoint": endpoint.url + "/oauth"}})
    endpoint.answers["/oauth"] = [(200, {}, '{"access_token": "u", "token_type": "Bearer", "expires_in": 3600}')]
    for _ in range(2):
        assert call(endpoint.url + "/x", auth)["status"] == "SUCCEEDED"
    assert [r["headers"]["authorization"] for r in endpoint.got(2, "/x")] == ["Bearer u"] * 2
    assert len(endpoint.got(2, "/oauth")) == 2  # one by EventBridge when the connection was made, one by Step Functions


def test_bodies(endpoint):
    call(endpoint.url + "/raw", RequestBody="owned raw string", Headers={"content-type": "text/plain"})
    call(endpoint.url + "/get", Method="GET", RequestBody={})
    call(endpoint.url + "/none", Method="DELETE")
    call(endpoint.url + "/added", BASIC)
    bodies = {r["path"]: (r["method"], r["body"]) for r in endpoint.got(4)}
    assert bodies == {"/raw": ("POST", "owned raw string"), "/get": ("GET", "{}"), "/none": ("DELETE", ""),
                      "/added": ("POST", '{"shared":"connection-body","connectionOnly":"body-only"}')}
    assert failed(call(endpoint.url + "/both", BASIC, RequestBody="owned raw string")) == (
        "States.Runtime", "Cannot merge connection body authorization parameters with request body.")


def test_answers(endpoint):
    endpoint.answers["/text"] = [(200, {"Content-Type": "text/plain; charset=utf-8"}, "owned plain response")]
    endpoint.answers["/bytes"] = [(200, {"Content-Type": "application/octet-stream"}, "owned inert bytes")]
    endpoint.answers["/empty"] = [(204, {}, "")]
    endpoint.answers["/teapot"] = [(418, {"Content-Type": "application/json"}, '{"a": 1}')]
    endpoint.answers["/no"] = [(403, {}, "go away")]
    assert json.loads(call(endpoint.url + "/text")["output"])["ResponseBody"] == "owned plain response"
    empty = json.loads(call(endpoint.url + "/empty")["output"])
    assert "ResponseBody" not in empty and (empty["StatusCode"], empty["StatusText"]) == (204, "No Content")
    assert "ResponseBody" not in json.loads(call(endpoint.url + "/head", Method="HEAD")["output"])
    assert failed(call(endpoint.url + "/bytes")) == ("States.Runtime", "Unsupported response content-type 'application/octet-stream'. Please see "
                                                                       "documentation for list of unsupported content-types.")
    assert failed(call(endpoint.url + "/teapot")) == ("States.Http.StatusCode.418", None)
    assert failed(call(endpoint.url + "/no")) == ("States.Http.StatusCode.403", "Forbidden")


def test_what_cannot_be_sent(endpoint):
    error, cause = failed(call(endpoint.url + "/x", Headers={"Authorization": "mine"}))
    assert error == "States.Runtime" and cause.startswith("An error occurred while executing the state 'Call' (entered at the event id #2). The Parameters '{")
    assert cause.endswith("' could not be used to start the Task: [The 'Headers' field contains unsupported values: [authorization]]")
    assert failed(call(None))[1].endswith('[The field "ApiEndpoint" is required but was missing]')
    error, cause = failed(call("https://example.com/x"))
    assert error == "States.Http.Socket" and "other machines" in cause
    gone = connection(KEY)
    EVENTS.delete_connection(Name=gone.split("/")[1])
    until(lambda: not EVENTS.list_connections(NamePrefix=gone.split("/")[1])["Connections"])
    assert failed(call(endpoint.url + "/x", gone))[0] == "States.Runtime"
    assert endpoint.requests == []


def test_a_status_is_retried_and_caught(endpoint):
    endpoint.answers["/busy"] = [(429, {}, ""), (500, {}, "")]
    task = {"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": True,
            "Arguments": {"ApiEndpoint": "{% $states.input.url %}", "Method": "GET", "InvocationConfig": {"ConnectionArn": connection(KEY)}},
            "Retry": [{"ErrorEquals": ["States.Http.StatusCode.429"], "IntervalSeconds": 1, "MaxAttempts": 2}],
            "Catch": [{"ErrorEquals": ["States.Http.StatusCode.500"], "Next": "Given up"}]}
    definition = {"QueryLanguage": "JSONata", "StartAt": "Call", "States": {"Call": task, "Given up": {"Type": "Succeed"}}}
    arn = SFN.create_state_machine(name="h" + uuid.uuid4().hex[:10], definition=json.dumps(definition), roleArn=ROLE)["stateMachineArn"]
    execution = SFN.start_execution(stateMachineArn=arn, input=json.dumps({"url": endpoint.url + "/busy"}))["executionArn"]
    assert until(lambda: SFN.describe_execution(executionArn=execution)["status"] == "SUCCEEDED")
    events = SFN.get_execution_history(executionArn=execution)["events"]
    assert [e["taskFailedEventDetails"]["error"] for e in events if "taskFailedEventDetails" in e] == ["States.Http.StatusCode.429",
                                                                                                      "States.Http.StatusCode.500"]
    [scheduled] = [e["taskScheduledEventDetails"] for e in events if "taskScheduledEventDetails" in e][:1]
    assert (scheduled["resourceType"], scheduled["resource"]) == ("http", "invoke")


@pytest.mark.parametrize("stops", [True, False])
def test_an_endpoint_that_does_not_answer(stops):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        task = {"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": True, "TimeoutSeconds": 60 if stops else 1, "Parameters": {
            "ApiEndpoint": f"http://127.0.0.1:{silent.getsockname()[1]}/", "Method": "GET", "Authentication": {"ConnectionArn": connection(KEY)}}}
        definition = {"StartAt": "Call", "States": {"Call": task}}
        arn = SFN.create_state_machine(name="h" + uuid.uuid4().hex[:10], definition=json.dumps(definition), roleArn=ROLE)["stateMachineArn"]
        execution = SFN.start_execution(stateMachineArn=arn)["executionArn"]
        asked = silent.accept()[0]
        asked.recv(1)
        if stops:
            SFN.stop_execution(executionArn=execution)
        found = until(lambda: (lambda one: one if one["status"] != "RUNNING" else None)(SFN.describe_execution(executionArn=execution)))
        assert (found["status"], found.get("error")) == (("ABORTED", None) if stops else ("FAILED", "States.Timeout"))
        asked.close()
