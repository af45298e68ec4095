# SPDX-License-Identifier: Apache-2.0
"""What deployed REST APIs answered at AWS when others recorded it (LocalStack, tests/aws/services/apigateway).

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import base64
import os
import urllib.error
import urllib.request
import uuid

import boto3
import pytest
from botocore.config import Config

from sdk import error, fails, refused

API, S3 = (boto3.client(n, config=Config(parameter_validation=False, retries={"total_max_attempts": 1}))
                 for n in ("apigateway", "s3"))
ROLE = "arn:aws:iam::000000000000:role/r"
AT_S3 = "arn:aws:apigateway:us-east-1:s3:path/"
MOCK = {"type": "MOCK", "requestTemplates": {"application/json": '{"statusCode": 200}'}}
RAW = b"\x1f\x8b\x08\x00\xff\xfe"
BASE64 = base64.b64encode(RAW)
LOST = RAW.decode(errors="replace").encode()


class Api:
    """A REST API with one method, ANY /{p+}."""

    def __init__(self):
        made = API.create_rest_api(name="recorded-" + uuid.uuid4().hex[:8])
        self.id, root = made["id"], made["rootResourceId"]
        self.at = {"restApiId": self.id, "httpMethod": "ANY",
                   "resourceId": API.create_resource(restApiId=self.id, parentId=root, pathPart="{p+}")["id"]}
        API.put_method(authorizationType="none", requestParameters={"method.request.path.p": True}, **self.at)

    def integrate(self, response=None, **integration):
        API.put_integration(**integration, **self.at)
        API.put_integration_response(statusCode="200", **(response or {}), **self.at)
        return self

    def deploy(self, stage="s", **more):
        return API.create_deployment(restApiId=self.id, stageName=stage, **more)["id"]

    def ask(self, path="/x", stage="s", method="GET", body=None, **headers):
        url = f"{os.environ['SLRUN_LOCAL_URL']}/_api/{self.id}/{stage}{path}"
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            with urllib.request.urlopen(urllib.request.Request(url, body, names, method=method)) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read()


@pytest.fixture(name="api")
def make_api():
    made = Api()
    yield made
    API.delete_rest_api(restApiId=made.id)


@pytest.fixture(name="bucket")
def make_bucket():
    name = "recorded-" + uuid.uuid4().hex[:8]
    S3.create_bucket(Bucket=name)
    return name


# ---- templates ----


@pytest.mark.parametrize("template, status", [("{statusCode: 200}", 200), ("{ 'statusCode' : 200 }", 200), ('{"statusCode": 200, "a:": "b: c"}', 200),
                                              ("{statusCode: }", 500), ("statusCode: 200", 500)])
def test_a_mocks_template_need_not_quote_names(api, template, status):
    api.integrate(type="MOCK", requestTemplates={"application/json": template}).deploy()
    assert api.ask()[0] == status


@pytest.mark.parametrize("template, says", [
    ("#set($r = $input.path('$.none'))[$r]", "[]"), ("[$unknown]", "[$unknown]"), ("#set($r = 'a')#set($r = $input.path('$.none'))[$r]", "[a]"),
    ("[$context.identity][$context.requestOverride.header][$context.stage]", "[][][s]"), ("$context.keySet().contains('authorizer')", "false"),
    ("#set($r = $input.path('$.none'))#if($r == '')empty#end#if($r != '')full#end#if($r == $null)null#end", "emptynull")])
def test_what_null_and_the_contexts_maps_are_written_as(api, template, says):
    api.integrate({"responseTemplates": {"application/json": template}}, **MOCK).deploy()
    assert api.ask() == (200, says.encode())


# ---- text and binary data ----


def through_s3(api, bucket, request=None, response=None, binary=("image/png",)):
    more = [{"contentHandling": one} if one else {} for one in (request, response)]
    uri = f"{AT_S3}{bucket}/{{p}}"
    mappings = {"path.p": "path.p", "header.Content-Type": "header.Content-Type", "querystring.response-content-type": "header.as"}
    API.put_integration(type="AWS", integrationHttpMethod="ANY", uri=uri, credentials=ROLE, **more[0], **api.at,
                        requestParameters={"integration.request." + a: "method.request." + b for a, b in mappings.items()})
    API.put_integration_response(statusCode="200", **more[1], **api.at)
    for one in binary:
        API.update_rest_api(restApiId=api.id, patchOperations=[{"op": "add", "path": "/binaryMediaTypes/" + one.replace("/", "~1")}])
    api.deploy()


@pytest.mark.parametrize("handling, kind, sent, stored", [
    (None, "image/png", RAW, RAW), (None, "text/plain", RAW, LOST), (None, "text/plain", BASE64, BASE64),
    ("CONVERT_TO_TEXT", "image/png", RAW, BASE64), ("CONVERT_TO_TEXT", "text/plain", RAW, LOST),
    ("CONVERT_TO_BINARY", "image/png", BASE64, BASE64), ("CONVERT_TO_BINARY", "text/plain", BASE64, RAW),
    ("CONVERT_TO_BINARY", "text/plain", RAW, None), ("CONVERT_TO_BINARY", "text/plain", b"a text of its own", None)])
def test_what_a_request_hands_on(api, bucket, handling, kind, sent, stored):
    through_s3(api, bucket, request=handling)
    assert api.ask("/k", method="PUT", body=sent, Content_Type=kind)[0] == (200 if stored else 500)
    if stored:
        assert S3.get_object(Bucket=bucket, Key="k")["Body"].read() == stored
    else:
        fails("NoSuchKey", S3.get_object, Bucket=bucket, Key="k")


@pytest.mark.parametrize("handling, kind, accept, stored, got", [
    (None, "text/plain", "text/plain", RAW, LOST), (None, "image/png", "image/png", RAW, RAW), (None, "image/png", "text/plain", RAW, BASE64),
    (None, "text/plain", "image/png", BASE64, RAW), (None, "text/plain", "image/png", RAW, None), (None, "image/png", "image/png,*/*", RAW, RAW),
    (None, "image/png", "*/*,image/png", RAW, BASE64), ("CONVERT_TO_TEXT", "image/png", "image/png", RAW, BASE64),
    ("CONVERT_TO_TEXT", "text/plain", "image/png", RAW, LOST), ("CONVERT_TO_BINARY", "text/plain", "text/plain", BASE64, RAW),
    ("CONVERT_TO_BINARY", "image/png", "text/plain", BASE64, BASE64), ("CONVERT_TO_BINARY", "text/plain", "text/plain", RAW, None)])
def test_what_an_answer_hands_on(api, bucket, handling, kind, accept, stored, got):
    S3.put_object(Bucket=bucket, Key="k", Body=stored)
    through_s3(api, bucket, response=handling)
    status, body = api.ask("/k", Accept=accept, **{"as": kind})
    assert (status, body) == (200, got) if got else status == 500


def test_no_template_reads_binary_data(api, bucket):
    through_s3(api, bucket, request="CONVERT_TO_BINARY")
    API.update_integration(**api.at, patchOperations=[{"op": "add", "path": "/requestTemplates/application~1json", "value": "$input.body"}])
    api.deploy()
    assert api.ask("/k", method="PUT", body=BASE64, Content_Type="application/json")[0] == 500
    assert api.ask("/k", method="PUT", body=BASE64, Content_Type="text/plain")[0] == 200


# ---- integrations ----


LAMBDA = "arn:aws:lambda:us-east-1:000000000000:function:f"
INVOCATIONS = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/" + LAMBDA + "/invocations"
NO_PATH, NO_ARN = "AWS ARN for integration must contain path or action", "Invalid ARN specified in the request"
NO_PROXY = "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations."


@pytest.mark.parametrize("kind, uri, message", [
    ("AWS_PROXY", LAMBDA, NO_PATH), ("AWS_PROXY", "bad-arn:lambda:path/2015-03-31/functions/f/invocations", NO_ARN),
    ("AWS_PROXY", INVOCATIONS.replace(":path/", ":test/"), NO_PATH), ("AWS_PROXY", INVOCATIONS.replace(":lambda:path", ":firehose:path"), NO_PROXY),
    ("AWS_PROXY", AT_S3 + "b/k", NO_PROXY), ("AWS", "x", NO_ARN), ("AWS", ROLE, NO_PATH),
    ("HTTP", "x", "Invalid HTTP endpoint specified for URI"), ("HTTP_PROXY", "x", "Invalid HTTP endpoint specified for URI")])
def test_uris_are_judged(api, kind, uri, message):
    refused(API.put_integration, "BadRequestException", message, type=kind, uri=uri, integrationHttpMethod="POST", **api.at)


def test_a_mock_has_neither_method_nor_uri_and_none_is_written_large(api):
    made = API.put_integration(type="MOCK", integrationHttpMethod="POST", uri="http://example.com", **api.at)
    assert "httpMethod" not in made and "uri" not in made
    assert API.get_method(**api.at)["authorizationType"] == "NONE"
    API.put_integration_response(statusCode="200", **api.at)
    API.delete_integration_response(statusCode="200", **api.at)
    assert "integrationResponses" not in API.get_integration(**api.at)


@pytest.mark.parametrize("header, status", [("Content-Length", 500), ("transfer-encoding", 500), ("X-Own", 200), ("TE", 200)])
def test_headers_that_no_mapping_may_set(api, header, status):
    api.integrate(**MOCK, requestParameters={"integration.request.header." + header: "'1'"}).deploy()
    assert api.ask()[0] == status


# ---- canaries ----


def stage(api, **more):
    got = API.get_stage(restApiId=api.id, stageName="s")
    return {name: got.get(name) for name in ("deploymentId", "canarySettings", "variables")} | more


def update(api, *patches):
    return API.update_stage(restApiId=api.id, stageName="s", patchOperations=[dict(zip(("op", "path", "value"), one)) for one in patches])


@pytest.fixture(name="canary")
def make_canary(api):
    """A stage with a canary, and the ids of both deployments."""
    says = {"application/json": "$stageVariables.a $stageVariables.b $context.isCanaryRequest"}
    api.integrate({"responseTemplates": says}, **MOCK)
    first = api.deploy(variables={"a": "1", "b": "1"})
    API.update_integration_response(statusCode="200", **api.at, patchOperations=[
        {"op": "replace", "path": "/responseTemplates/application~1json", "value": "canary " + says["application/json"]}])
    return api, first, api.deploy(canarySettings={"percentTraffic": 0, "stageVariableOverrides": {"a": "2"}})


def test_a_share_of_the_requests_goes_to_the_canary(canary):
    api, first, second = canary
    assert stage(api) == {"deploymentId": first, "variables": {"a": "1", "b": "1"}, "canarySettings": {
        "deploymentId": second, "percentTraffic": 0.0, "stageVariableOverrides": {"a": "2"}, "useStageCache": False}}
    assert {api.ask() for _ in range(20)} == {(200, b"1 1 false")}
    update(api, ("replace", "/canarySettings/percentTraffic", "100.0"))
    assert {api.ask() for _ in range(20)} == {(200, b"canary 2 1 true")}
    update(api, ("replace", "/canarySettings/percentTraffic", "50.0"))
    assert len({api.ask() for _ in range(100)}) == 2


def test_a_canary_is_promoted_and_removed(canary):
    api, _, second = canary
    API.update_stage(restApiId=api.id, stageName="s", patchOperations=[
        {"op": "copy", "from": "/canarySettings/deploymentId", "path": "/deploymentId"},
        {"op": "copy", "from": "/canarySettings/stageVariableOverrides", "path": "/variables"}])
    update(api, ("remove", "/canarySettings"))
    assert stage(api) == {"deploymentId": second, "variables": {"a": "2", "b": "1"}, "canarySettings": None}
    assert api.ask() == (200, b"canary 2 1 ")
    assert update(api, ("replace", "/canarySettings/percentTraffic", "5"))["canarySettings"] == {
        "deploymentId": second, "percentTraffic": 5.0, "useStageCache": False}


@pytest.mark.parametrize("patch, message", [
    (("remove", "/canarySettings/stageVariableOverrides"),
     "Cannot remove method setting canarySettings/stageVariableOverrides because there is no method setting for this method "),
    (("add", "/canarySettings/deploymentId", "x"), "Invalid add operation with path: /canarySettings/deploymentId"),
    (("replace", "/canarySettings/deploymentId", "x"), "Deployment id does not exist")])
def test_patches_of_canaries_are_judged(canary, patch, message):
    before = stage(canary[0])
    refused(API.update_stage, "BadRequestException", message, restApiId=canary[0].id, stageName="s",
            patchOperations=[dict(zip(("op", "path", "value"), patch))])
    assert stage(canary[0]) == before


def test_what_a_canary_lacks(canary):
    api = canary[0]
    bad = error(API.update_stage, restApiId=api.id, stageName="s", patchOperations=[{"op": "replace", "path": "/canarySettings/bad", "value": "x"}])
    assert bad["Message"].startswith("Invalid method setting path: /canarySettings/bad. Must be one of: [/deploymentId, /description, ")
    assert bad["Message"].endswith("/variables/{variable_name}, /tracingEnabled]")
    for name, told in (None, "null"), ("", ""):
        refused(API.create_deployment, "BadRequestException", "Invalid deployment content specified.Non null and non empty stageName must be "
                f"provided for canary deployment. Provided value is {told}", restApiId=api.id, canarySettings={"percentTraffic": 5.0},
                **({} if name is None else {"stageName": name}))
    refused(API.create_deployment, "BadRequestException", "Invalid deployment content specified.Stage none must already be created before making "
            "a canary release deployment", restApiId=api.id, stageName="none", canarySettings={"percentTraffic": 5.0})
    refused(API.create_stage, "BadRequestException", "Deployment id does not exist", restApiId=api.id, stageName="t",
            deploymentId=canary[1], canarySettings={"deploymentId": "none"})
    update(api, ("remove", "/canarySettings"))
    refused(API.update_stage, "BadRequestException", "Promotion not available. Canary does not exist.", restApiId=api.id, stageName="s",
            patchOperations=[{"op": "copy", "from": "/canarySettings/deploymentId", "path": "/deploymentId"}])


# ---- keys ----


def test_a_key_that_is_deleted_leaves_its_plans():
    key = API.create_api_key(name="recorded", enabled=True)["id"]
    plan = API.create_usage_plan(name="recorded")["id"]
    API.create_usage_plan_key(usagePlanId=plan, keyId=key, keyType="API_KEY")
    assert [one["id"] for one in API.get_usage_plan_keys(usagePlanId=plan)["items"]] == [key]
    API.delete_api_key(apiKey=key)
    assert API.get_usage_plan_keys(usagePlanId=plan)["items"] == []
    changed = API.update_usage_plan(usagePlanId=plan, patchOperations=[
        {"op": "replace", "path": "/quota/limit", "value": "5"}, {"op": "replace", "path": "/quota/period", "value": "DAY"}])
    assert changed["quota"] == API.get_usage_plan(usagePlanId=plan)["quota"] == {"limit": 5, "offset": 0, "period": "DAY"}
    API.delete_usage_plan(usagePlanId=plan)


def test_bodies_of_faults_have_a_blank(api):
    api.integrate(type="MOCK", requestTemplates={"application/json": "none"}).deploy()
    assert api.ask() == (500, b'{"message": "Internal server error"}')
    assert api.ask(stage="none") == (403, b'{"message":"Forbidden"}')
