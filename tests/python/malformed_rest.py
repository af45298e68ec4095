# SPDX-License-Identifier: Apache-2.0
"""Malformed requests to services whose operations are methods and paths: Lambda and API Gateway, and
what is sent to a deployed API. As in malformed.py, a kind makes a right request wrong.

Paths hold names in braces ("{api}") for ids that are known when the services are set up.
"""
import base64
import dataclasses
import io
import json
import zipfile

import malformed
from malformed import Request, Service, bad_text

ROLE = "arn:aws:iam::000000000000:role/none"


def zipped(text):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("app.py", text)
    return base64.b64encode(made.getvalue()).decode()


def rest(service, method, target, arguments=None, **headers):
    request = Request(service, method, target, {"Content-Type": "application/json",
                                                **{k.replace("_", "-"): v for k, v in headers.items()}}, b"")
    if arguments is not None:
        malformed.set_arguments(request, arguments)
    return request


# ---- paths and queries ----

def replaced(rng, target, segment):
    """The target with one of its segments replaced, but never what says which operation it is."""
    path, question, query = target.partition("?")
    parts = path.split("/")
    names = [i for i, part in enumerate(parts) if part.startswith("{") or part.startswith("malformed")]
    parts[rng.choice(names)] = segment
    return "/".join(parts) + question + query


def of(targets, change):
    """A kind of requests without a body to one of these targets (method, path)."""
    def kind(rng, request):
        method, target = rng.choice(targets)
        request.method, request.body, request.arguments = method, b"", None
        request.target = change(rng, target)
    return kind


ESCAPES = ["%zz", "%", "%0", "%FF", "%C3%28", "%00", "%2e%2e%2f", "a%0d%0ab", "%ED%A0%80", "%u0041", "%25%00"]
SEGMENTS = ["a b".replace(" ", "%20"), "x" * 300, "x" * 8000, "a:b:c:d:e:f:g:h", "$(x)", "%3Cxml%3E", "%C3%A9", "..", "%2F", "'", "~" * 200]
NUMBERS = ["x", "-1", "0", "9" * 40, "1e3", "12.5", "", "0x10", "%FF", "NaN"]
PATHS = ["/2015-03-31/nothing", "/nothing", "/2015-03-31", "/2099-01-01/functions", "/restapis/", "//", "/v2/nothing", "/v2", "/%00", "/v1/../x",
         "/" + "a/" * 500, "/RESTAPIS"]
METHODS = ["LOCK", "PROPFIND", "REPORT", "MKCOL"]


def rest_kinds(named, lists, number):
    """The kinds of a REST-JSON service: `named` are the targets of single things, `lists` those of
    lists, `number` the name of a list's number."""
    queries = [f"{number}={value}" for value in NUMBERS]
    return {
        **malformed.COMMON,
        **{kind.__name__: kind for kind in (
            malformed.broken_json, malformed.json_of_another_kind, malformed.wrong_types, malformed.misspelt_members,
            malformed.missing_required, malformed.huge_numbers, malformed.deep_nesting, malformed.bad_utf8, malformed.oversized,
            malformed.bad_base64, malformed.bad_names, malformed.out_of_range)},
        "no_such_thing": of(named, lambda rng, target: replaced(rng, target, rng.choice(["malformed-0", "nothing", "0" * 10]))),
        "bad_escapes": of(named, lambda rng, target: replaced(rng, target, rng.choice(ESCAPES))),
        "bad_segments": of(named, lambda rng, target: replaced(rng, target, rng.choice(SEGMENTS))),
        "bad_queries": of([("GET", target) for target in lists], lambda rng, target: f"{target}?{rng.choice(queries)}"),
        "wrong_path": of([(method, "/") for method in ("GET", "PUT", "DELETE")], lambda rng, _: rng.choice(PATHS)),
        "wrong_method": of([(method, target) for method in METHODS for target in lists], lambda rng, target: target),
    }


# ---- Lambda ----

def bad_payload(rng, request):
    """Of an invocation: JSON of any kind is right there."""
    request.method, request.target = "POST", "/2015-03-31/functions/malformed/invocations"
    request.body = rng.choice([b"{", b"{,}", b"nul", b"'a'", b"[1", b"\x00", b"{} {}", b'"' + bad_text(rng) + b'"', b"[" * 20000,
                               b"A" * (6 << 20)])


def bad_archive(rng, request):
    """Code that is base64, and no archive."""
    whole = base64.b64decode(zipped("def handler(event, context): pass\n"))
    made = rng.choice([b"", b"PK", b"PK\x03\x04" + bytes(40), whole[:-rng.randrange(1, 60)], rng.randbytes(100), b"PK\x05\x06" + b"\xff" * 18])
    malformed.set_arguments(request, {**CREATE, "Code": {"ZipFile": base64.b64encode(made).decode()}})
    request.method, request.target = "POST", "/2015-03-31/functions"


CREATE = {"FunctionName": "malformed-2", "Runtime": "python3.12", "Role": ROLE, "Handler": "app.handler", "Timeout": 3,
          "Code": {"ZipFile": zipped("def handler(event, context): return event\n")}, "Environment": {"Variables": {"A": "b"}},
          "Layers": []}
FUNCTION = "/2015-03-31/functions/malformed"
LAMBDA_NAMED = [("GET", FUNCTION), ("GET", FUNCTION + "/configuration"), ("DELETE", FUNCTION), ("POST", FUNCTION + "/invocations"),
                ("GET", "/2015-03-31/event-source-mappings/malformed"), ("GET", FUNCTION + "/aliases/malformed"),
                ("GET", "/2018-10-31/layers/malformed/versions/1"), ("GET", FUNCTION + "/policy")]
LAMBDA_LISTS = ["/2015-03-31/functions/", "/2015-03-31/event-source-mappings/", FUNCTION + "/aliases", "/2018-10-31/layers"]

LAMBDA = Service(
    {**rest_kinds(LAMBDA_NAMED, LAMBDA_LISTS, "MaxItems"), "bad_payload": bad_payload, "bad_archive": bad_archive},
    [rest("lambda", "POST", "/2015-03-31/functions", {**CREATE, "FunctionName": "malformed"})], [
        rest("lambda", "POST", "/2015-03-31/functions", CREATE),
        rest("lambda", "PUT", FUNCTION + "/code", {"ZipFile": CREATE["Code"]["ZipFile"], "Publish": False}),
        rest("lambda", "POST", FUNCTION + "/aliases", {"Name": "malformed", "FunctionVersion": "$LATEST"}),
        rest("lambda", "POST", "/2015-03-31/event-source-mappings/", {
            "EventSourceArn": malformed.ARN.format(service="sqs") + "malformed", "FunctionName": "malformed", "BatchSize": 1,
            "FilterCriteria": {"Filters": [{"Pattern": "{\"a\": [1]}"}]}}),
        rest("lambda", "POST", FUNCTION + "/policy", {"StatementId": "a", "Action": "lambda:InvokeFunction", "Principal": "s3.amazonaws.com"}),
        rest("lambda", "POST", "/2018-10-31/layers/malformed/versions", {"Content": {"ZipFile": CREATE["Code"]["ZipFile"]},
                                                                      "CompatibleRuntimes": ["python3.12"]}),
    ], rest("lambda", "GET", FUNCTION), ("lambda",))


# ---- EventBridge's pipes and schedules ----

PIPE = {"Source": malformed.ARN.format(service="sqs") + "malformed-a", "Target": malformed.ARN.format(service="sqs") + "malformed-b",
        "RoleArn": ROLE, "DesiredState": "STOPPED", "TargetParameters": {"InputTemplate": "{\"a\": <$.body[0].a>}"},
        "SourceParameters": {"SqsQueueParameters": {"BatchSize": 1}, "FilterCriteria": {"Filters": [{"Pattern": "{\"a\": [1]}"}]}}}
PIPES = Service(
    rest_kinds([("GET", "/v1/pipes/malformed"), ("DELETE", "/v1/pipes/malformed"), ("POST", "/v1/pipes/malformed/start")],
               ["/v1/pipes"], "Limit"),
    [rest("pipes", "POST", "/v1/pipes/malformed", PIPE)], [
        rest("pipes", "POST", "/v1/pipes/malformed-2", PIPE),
        rest("pipes", "PUT", "/v1/pipes/malformed", {"RoleArn": ROLE, "SourceParameters": PIPE["SourceParameters"], "Description": "d"}),
        rest("pipes", "POST", "/tags/arn:aws:pipes:us-east-1:000000000000:pipe%2Fmalformed", {"tags": {"a": "b"}}),
    ], rest("pipes", "GET", "/v1/pipes/malformed"), ("pipes",))
SCHEDULE = {"ScheduleExpression": "cron(0 12 * * ? *)", "FlexibleTimeWindow": {"Mode": "OFF"}, "StartDate": 1700000000,
            "Target": {"Arn": PIPE["Target"], "RoleArn": ROLE, "Input": "{}", "RetryPolicy": {"MaximumRetryAttempts": 1}}}
SCHEDULER = Service(
    rest_kinds([("GET", "/schedules/malformed"), ("DELETE", "/schedules/malformed"), ("GET", "/schedule-groups/malformed")],
               ["/schedules", "/schedule-groups"], "MaxResults"),
    [rest("scheduler", "POST", "/schedules/malformed", SCHEDULE)], [
        rest("scheduler", "POST", "/schedules/malformed-2", SCHEDULE),
        rest("scheduler", "PUT", "/schedules/malformed", {**SCHEDULE, "State": "DISABLED"}),
        rest("scheduler", "POST", "/schedule-groups/malformed", {"Tags": [{"Key": "a", "Value": "b"}]}),
    ], rest("scheduler", "GET", "/schedules/malformed"), ("scheduler",))


# ---- API Gateway ----

def bad_definition(rng, request):
    """An OpenAPI definition that is none."""
    version = rng.choice(["restapis?mode=import", "v2/apis"])
    text = rng.choice([b"{", b"[]", b"1", b"openapi: [", b'{"openapi": 1}', b'{"openapi": "3.0.1", "paths": []}', b"{}", b"\xff\xfe",
                       b'{"openapi": "9.9.9", "info": {"title": "a"}, "paths": {}}', b"[" * 5000, b'{"swagger": "2.0", "paths": {"a": {}}}'])
    request.method, request.target, request.body = ("PUT" if version == "v2/apis" else "POST"), "/" + version, text
    if version == "v2/apis":
        request.body = json.dumps({"body": text.decode("latin-1")}).encode()


def bad_patch(rng, request):
    """Changes of a REST API that cannot be made."""
    patch(request, rng.choice([
        {"op": "replace", "path": "/nothing", "value": "a"},
        {"op": "remove", "path": "/id"}, {"op": "replace", "path": "name", "value": "a"},
        {"op": "replace", "path": "/", "value": "a"}, {"op": "replace", "path": "/~2/~", "value": "a"},
        {"op": "copy", "path": "/name", "from": "/nothing"}, {"path": "/name", "value": "a"}, {"op": "replace"}]))


def bad_patch_operation(rng, request):
    """Changes by an operation that is none (RFC 6902 has six)."""
    patch(request, {"op": rng.choice(["perhaps", "REPLACE", "", "replace "]), "path": "/name", "value": "a"})


def patch(request, operation):
    request.method, request.target = "PATCH", "/restapis/{api}"
    malformed.set_arguments(request, {"patchOperations": [operation]})


REST_NAMED = [("GET", "/restapis/{api}"), ("GET", "/restapis/{api}/resources/{root}"), ("GET", "/restapis/{api}/stages/malformed"),
              ("GET", "/restapis/{api}/models/malformed"), ("DELETE", "/restapis/{api}/authorizers/malformed"),
              ("GET", "/restapis/{api}/resources/{root}/methods/malformed"), ("GET", "/apikeys/malformed"), ("GET", "/usageplans/malformed"),
              ("GET", "/v2/apis/{http}"), ("GET", "/v2/apis/{http}/routes/malformed"), ("DELETE", "/v2/apis/{http}/stages/malformed"),
              ("GET", "/v2/domainnames/malformed")]
REST_LISTS = ["/restapis", "/restapis/{api}/resources", "/apikeys", "/usageplans"]

APIGATEWAY = Service(
    {**rest_kinds(REST_NAMED, REST_LISTS, "limit"), "bad_definition": bad_definition, "bad_patch": bad_patch,
     "bad_patch_operation": bad_patch_operation}, [], [
        rest("apigateway", "POST", "/restapis", {"name": "malformed", "endpointConfiguration": {"types": ["REGIONAL"]}, "tags": {"a": "b"}}),
        rest("apigateway", "POST", "/restapis/{api}/resources/{root}", {"pathPart": "malformed"}),
        rest("apigateway", "PUT", "/restapis/{api}/resources/{root}/methods/PATCH", {"authorizationType": "NONE", "apiKeyRequired": False}),
        rest("apigateway", "POST", "/restapis/{api}/models", {"name": "malformed", "contentType": "application/json", "schema": "{}"}),
        rest("apigateway", "POST", "/restapis/{api}/deployments", {"stageName": "other", "variables": {"a": "b"}}),
        rest("apigateway", "POST", "/usageplans", {"name": "malformed", "apiStages": [], "throttle": {"rateLimit": 1.5, "burstLimit": 2}}),
        rest("apigateway", "POST", "/v2/apis", {"name": "malformed", "protocolType": "HTTP", "corsConfiguration": {"allowOrigins": ["*"]}}),
        rest("apigateway", "POST", "/v2/apis/{http}/routes", {"routeKey": "GET /malformed-2"}),
        rest("apigateway", "POST", "/v2/apis/{http}/integrations", {"integrationType": "HTTP_PROXY", "integrationMethod": "GET",
                                                                    "integrationUri": "http://127.0.0.1/", "payloadFormatVersion": "1.0"}),
    ], rest("apigateway", "GET", "/restapis/{api}"), ("apigateway", "apigatewayv2"))


# ---- a deployed API ----

MODEL = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string", "maxLength": 20}, "n": {"type": "integer", "maximum": 9}}}
MOCK = {"type": "mock", "requestTemplates": {"application/json": '{"statusCode": 200}'}, "passthroughBehavior": "never",
        "responses": {"default": {"statusCode": "200"}}}
REST_API = {
    "openapi": "3.0.1", "info": {"title": "malformed", "version": "1"}, "components": {"schemas": {"Body": MODEL}},
    "x-amazon-apigateway-request-validators": {"all": {"validateRequestBody": True, "validateRequestParameters": True}},
    "paths": {"/body": {"post": {
        "x-amazon-apigateway-request-validator": "all", "x-amazon-apigateway-integration": MOCK,
        "requestBody": {"required": True, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Body"}}}}}},
              "/asked": {"get": {
                  "x-amazon-apigateway-request-validator": "all", "x-amazon-apigateway-integration": MOCK,
                  "parameters": [{"name": "q", "in": "query", "required": True, "schema": {"type": "string"}},
                                 {"name": "X-Wanted", "in": "header", "required": True, "schema": {"type": "string"}}]}},
              "/signed": {"get": {"x-amazon-apigateway-auth": {"type": "AWS_IAM"}, "x-amazon-apigateway-integration": MOCK}}}}
HTTP_API = {"openapi": "3.0.1", "info": {"title": "malformed", "version": "1"}, "paths": {"/here": {"get": {
    "security": [{"token": []}],
    "x-amazon-apigateway-integration": {"type": "http_proxy", "httpMethod": "GET", "uri": "http://127.0.0.1:1/", "payloadFormatVersion": "1.0"}}}},
    "components": {"securitySchemes": {"token": {"type": "oauth2", "x-amazon-apigateway-authorizer": {
        "type": "jwt", "identitySource": "$request.header.Authorization",
        "jwtConfiguration": {"issuer": "https://127.0.0.1:1/", "audience": ["malformed"]}}}}}}


def to_api(change):
    """A kind of requests to the method that wants a body: change(rng) gives the body."""
    def kind(rng, request):
        request.method, request.target, request.body = "POST", "/_api/{api}/v/body", change(rng)
    return kind


def json_of(change):
    return to_api(lambda rng: json.dumps(change(rng)).encode())


def asking(change):
    """A kind of requests without a body: change(rng) gives method, target, headers."""
    def kind(rng, request):
        request.method, request.target, headers = change(rng)
        request.body, request.headers = b"", dict(headers)
    return kind


def long_body(rng, request):
    to_api(lambda rng: b'{"id": "' + b"a" * (10 << 20) + b'"}')(rng, request)


def wrong_media(rng, request):
    request.headers["Content-Type"] = rng.choice(["text/plain", "application/xml", "image/png", "application/x-www-form-urlencoded"])
    request.body = b'{"id": "a"}'


def unsigned(rng, request):
    request.signed = False
    request.method, request.target, request.body = "GET", "/_api/{api}/v/signed", b""
    request.unsigned_headers = rng.choice([{}, {"Authorization": "Basic dGVzdDp0ZXN0"}, {"Authorization": "AWS4-HMAC-SHA256"},
                                           {"X-Amz-Date": "yesterday"}])


def signed_wrong(rng, request):
    request.method, request.target, request.body, request.headers = "GET", "/_api/{api}/v/signed", b"", {}
    malformed.bad_signature(rng, request)


TOKENS = ["", "Bearer", "Bearer x", "Bearer a.b.c", "Bearer ..", "Bearer e30.e30.", "Bearer eyJhbGciOiJub25lIn0.e30.", "Basic eA==", "x" * 3000,
          "Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJpc3MiOiJodHRwczovLzEyNy4wLjAuMToxLyJ9.AAAA", "Bearer =.=.=", "Bearer %00.%FF.x"]
EXECUTE_KINDS = {
    **{name: kind for name, kind in malformed.COMMON.items() if name in ("truncated_body", "garbage_head")},
    "broken_json": to_api(lambda rng: rng.choice([b"{", b'{"id": "a"', b"{'id': 1}", b"nul", b"", b"<xml/>", b'{"id": "a"} x', b"\0"])),
    "json_of_another_kind": to_api(lambda rng: rng.choice([b"[]", b"1", b'"a"', b"null", b"true", b"[{}]"])),
    "wrong_types": json_of(lambda rng: {"id": rng.choice([1, None, {}, [], True]), "n": 1}),
    "missing_required": json_of(lambda rng: rng.choice([{}, {"n": 1}, {"ID": "a"}])),
    "out_of_range": json_of(lambda rng: {"id": "a", "n": rng.choice([10, 2**53, 9.5, "9"])}),
    "too_long": json_of(lambda rng: {"id": "x" * rng.choice([21, 300, 100_000])}),
    "huge_numbers": to_api(lambda rng: b'{"id": "a", "n": %s}' % rng.choice([b"1e400", b"9" * 400, b"18446744073709551616"])),
    "deep_nesting": to_api(lambda rng: b'{"id": ' + b"[" * rng.choice([1000, 3000, 20000])),
    "bad_utf8": to_api(lambda rng: b'{"id": "' + bad_text(rng) + b'"}'),
    "long_body": long_body,
    "wrong_media": wrong_media,
    "missing_parameters": asking(lambda rng: ("GET", "/_api/{api}/v/asked" + rng.choice(["", "?", "?r=1", "?Q=1", "?%zz=1"]),
                                              rng.choice([{}, {"X-Wanted": "a"}]))),
    "missing_headers": asking(lambda rng: ("GET", "/_api/{api}/v/asked?q=1", rng.choice([{}, {"X-Want": "a"}]))),
    "wrong_path": asking(lambda rng: ("GET", "/_api/{api}/v" + rng.choice(["/nothing", "/", "", "/asked/more", "/ASKED", "/" + "a/" * 500]), {})),
    "wrong_method": asking(lambda rng: (rng.choice(["PUT", "DELETE", "PATCH", "HEAD"][:3]), "/_api/{api}/v/asked?q=1", {})),
    "wrong_stage": asking(lambda rng: ("GET", "/_api/{api}" + rng.choice(["/w/asked", "/%FF/asked", "/V/asked", "/w"]), {})),
    "no_such_api": asking(lambda rng: ("GET", "/_api/" + rng.choice(["nothing", "0" * 10, "%zz", "x" * 5000, "%00"]) + "/v/asked", {})),
    "bad_escapes": asking(lambda rng: ("GET", "/_api/{api}/v/" + rng.choice(ESCAPES), {})),
    "unsigned": unsigned,
    "signed_wrong": signed_wrong,
    "no_token": asking(lambda rng: ("GET", "/_api/{http}/here", {"Authorization": rng.choice(TOKENS)})),
    "no_route": asking(lambda rng: (rng.choice(["GET", "POST", "LOCK"]), "/_api/{http}/" + rng.choice(["", "nothing", "here/x", "%zz", "%FF"]), {})),
}
# What a kind gets: status, and the message. The developer guide, "Gateway response types"; for HTTP APIs the messages that AWS sends.
EXECUTE_EXPECTED = {
    **dict.fromkeys(("broken_json", "json_of_another_kind", "wrong_types", "missing_required", "out_of_range", "too_long", "huge_numbers",
                     "deep_nesting", "bad_utf8"), {(400, "Invalid request body")}),
    "long_body": {(413, "Request Too Long")},
    "wrong_media": {(415, "Unsupported Media Type")},
    "missing_parameters": {(400, "Missing required request parameters: [q]"), (400, "Missing required request parameters: [X-Wanted, q]"),
                           (400, "Missing required request parameters: [q, X-Wanted]")},
    "missing_headers": {(400, "Missing required request parameters: [X-Wanted]")},
    **dict.fromkeys(("wrong_path", "wrong_method"), {(403, "Missing Authentication Token")}),
    "bad_escapes": {(403, "Missing Authentication Token"), (400, "Bad Request")},
    "wrong_stage": {(403, "Forbidden")},
    "unsigned": {(403, "Missing Authentication Token"), (400, " ".join(f"Authorization header requires '{name}' parameter." for name in (
        "Credential", "Signature", "SignedHeaders")))},
    "no_token": {(401, "Unauthorized")},
    "no_route": {(404, "Not Found")},
}
RIGHT = dataclasses.replace(rest("execute-api", "POST", "/_api/{api}/v/body", {"id": "a", "n": 1}), signed=False)
EXECUTE = Service(EXECUTE_KINDS, [], [RIGHT], RIGHT)


def apis(client):
    """Makes the two APIs; the ids by the names that stand in paths."""
    made = client("apigateway").import_rest_api(body=json.dumps(REST_API).encode())
    client("apigateway").create_deployment(restApiId=made["id"], stageName="v")
    http = client("apigatewayv2").import_api(Body=json.dumps(HTTP_API))
    client("apigatewayv2").create_stage(ApiId=http["ApiId"], StageName="$default", AutoDeploy=True)
    return {"{api}": made["id"], "{root}": made["rootResourceId"], "{http}": http["ApiId"]}


SERVICES = {"lambda": LAMBDA, "pipes": PIPES, "scheduler": SCHEDULER, "apigateway": APIGATEWAY, "execute-api": EXECUTE}
