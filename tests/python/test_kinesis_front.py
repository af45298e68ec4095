# SPDX-License-Identifier: Apache-2.0
"""What AWS's front end for Kinesis says to requests that are no calls of it: bytes over HTTP, beside a local cloud.

The order of its checks is that of AWS: the page's question, the method, the body, the content type, the operation, the
sender.
"""
import base64
import http.client
import json
import os
import urllib.parse

import botocore.auth
import botocore.credentials
import pytest
from botocore.awsrequest import AWSRequest

HOST = urllib.parse.urlsplit(os.environ["SLRUN_LOCAL_URL"]).netloc
JSON, CBOR, FORM = "application/x-amz-json-1.1", "application/x-amz-cbor-1.1", "application/x-www-form-urlencoded"
LIST = {"X-Amz-Target": "Kinesis_20131202.ListStreams"}
CALL = {**LIST, "Content-Type": JSON}
UNKNOWN_CBOR = b"\xa1\x66__type\x78\x19UnknownOperationException"
UNREADABLE_CBOR = b"\xa1\x66__type\x76SerializationException"
UNKNOWN, UNREADABLE = {"__type": "UnknownOperationException"}, {"__type": "SerializationException"}
DENIED = (b"<AccessDeniedException>\n  <Message>Unable to determine service/operation name to be authorized</Message>\n"
          b"</AccessDeniedException>\n")
NO_TOKEN = {"__type": "MissingAuthenticationTokenException", "message": "Missing Authentication Token"}
HALF = "Authorization header requires 'SignedHeaders' parameter. Authorization="
NOTHING = ("Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. "
           "Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a "
           "'X-Amz-Date' or a 'Date' header. Authorization=X")
QUERY = "AWS query-string parameters must include '{}'. "


def send(method, path, headers, body=b""):
    connection = http.client.HTTPConnection(HOST, timeout=20)
    try:
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def signed(method, headers, body=b"", service="", secret="test"):
    made = AWSRequest(method, f"http://{HOST}/", headers=dict(headers), data=body)
    keys = botocore.credentials.Credentials("test", secret)
    botocore.auth.SigV4Auth(keys, service, "us-east-1").add_auth(made)
    return dict(made.headers.items())


def incomplete(message):
    return {"__type": "IncompleteSignatureException", "message": message}


def judge(answer, status, body, kind=JSON):
    got, headers, data = answer
    assert got == status, data
    assert headers.get("Content-Type") == kind
    assert (json.loads(data) if isinstance(body, dict) else data) == body
    assert 64 <= len(base64.b64decode(headers["x-amz-id-2"])) <= 80 and headers["x-amzn-requestid"]


@pytest.mark.parametrize("headers, body, wanted", [
    ({}, b"", (400, UNKNOWN_CBOR, CBOR)),
    ({"Content-Type": JSON}, b"", (400, UNKNOWN)),
    (LIST, b"", (400, UNREADABLE_CBOR, CBOR)),
    (CALL, b"", (400, UNREADABLE)),
    (CALL, b"hello", (400, UNREADABLE)),
    ({**CALL, "X-Amz-Target": "Other.ListStreams"}, b"{}", (400, UNKNOWN)),
    ({**LIST, "Content-Type": " application/json ;"}, b"hello",
     (400, {"Output": {"__type": "com.amazon.coral.service#SerializationException"}, "Version": "1.0"}, "application/json")),
    ({**LIST, "Content-Type": "application/json"}, b"{}",
     (404, {"Output": {"__type": "com.amazon.coral.service#UnknownOperationException"}, "Version": "1.0"}, "application/json")),
    (CALL, b"{}", (400, NO_TOKEN)),
    ({**CALL, "Authorization": "X"}, b"{}", (400, incomplete(NOTHING))),
    ({**CALL, "Authorization": "AWS4- Signature=b,Credential=a", "Date": "a"}, b"{}",
     (400, incomplete(HALF + "AWS4- Signature=b,Credential=a"))),
])
def test_nobody(headers, body, wanted):
    judge(send("POST", "/", headers, body), *wanted)


@pytest.mark.parametrize("path, more, wanted", [
    ("/?X-Amz-Credential=a&X-Amz-Signature=b&X-Amz-SignedHeaders=c&X-Amz-Date=d", {}, NO_TOKEN),
    ("/?X-Amz-Algorithm=a&X-Amz-Credential=b&X-Amz-Signature=c&X-Amz-Date=d", {},
     incomplete(QUERY.format("X-Amz-SignedHeaders") + "Re-examine the query-string parameters.")),
    ("/?X-Amz-Algorithm", {"Authorization": "X"},
     {"__type": "InvalidSignatureException",
      "message": "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header."}),
])
def test_query(path, more, wanted):
    judge(send("POST", path, {**CALL, **more}, b"{}"), 400, wanted)


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_methods_for_no_service(method):
    judge(send(method, "/", signed(method, {})), 403, DENIED, None)


def test_form_for_no_service():
    headers = {"Content-Type": FORM}
    judge(send("POST", "/", signed("POST", headers, b"{}"), b"{}"), 403, DENIED, None)


def test_a_wrong_signature_comes_last():
    wrong = signed("POST", CALL, b"hello", "kinesis", "wrong")
    judge(send("POST", "/", wrong, b"hello"), 400, UNREADABLE)
    status, _, body = send("POST", "/", signed("POST", CALL, b"{}", "kinesis", "wrong"), b"{}")
    assert (status, json.loads(body)["__type"]) == (400, "InvalidSignatureException")
    assert "calculated does not match" in json.loads(body)["message"]


def test_nobody_may_call():
    create = {**CALL, "X-Amz-Target": "Kinesis_20131202.CreateStream"}
    body = b'{"StreamName":"by-nobody","ShardCount":1}'
    chunks = {"x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "x-amz-decoded-content-length": str(len(body)),
              "Content-Encoding": "aws-chunked"}
    judge(send("POST", "/", create, body), 400, NO_TOKEN)
    status, _, _ = send("POST", "/", {**create, **chunks}, b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body))
    assert status == 400
    status, _, listed = send("POST", "/", signed("POST", CALL, b"{}", "kinesis"), b"{}")
    assert status == 200 and "by-nobody" not in json.loads(listed)["StreamNames"]


def test_pages():
    asked = {"Origin": "http://a.example", "Access-Control-Request-Headers": "a, b", "Access-Control-Request-Method": "POST"}
    status, headers, body = send("OPTIONS", "/", asked)
    assert (status, body) == (200, b"") and "x-amz-id-2" not in headers and "Content-Type" not in headers
    assert {name: headers[f"Access-Control-{name}"] for name in ("Allow-Origin", "Allow-Headers", "Allow-Methods", "Max-Age")} == {
        "Allow-Origin": "*", "Allow-Headers": "a, b", "Allow-Methods": "POST", "Max-Age": "172800"}
    _, headers, _ = send("POST", "/", {**CALL, "Origin": "http://a.example"}, b"{}")
    assert headers["Access-Control-Allow-Origin"] == "*" and "x-amzn-RequestId" in headers["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Origin" not in send("POST", "/", CALL, b"{}")[1]


def test_what_others_have():
    assert send("GET", "/", {})[0] == 200
    status, headers, body = send("POST", "/", {"Content-Type": FORM}, b"Action=ListQueues")
    assert status == 403 and headers["Content-Type"] == "text/xml" and b"<Code>MissingAuthenticationToken</Code>" in body
    half = {"Content-Type": FORM, "Authorization": "AWS4-HMAC-SHA256 Credential=test"}
    status, _, body = send("POST", "/", half, b"Action=ListQueues")
    assert status == 400 and b"<Code>IncompleteSignature</Code>" in body
    status, headers, body = send("POST", "/", {"X-Amz-Target": "DynamoDB_20120810.ListTables",
                                               "Content-Type": "application/x-amz-json-1.0"}, b"{}")
    assert status == 400 and json.loads(body)["__type"] == "com.amazon.coral.service#MissingAuthenticationTokenException"
    status, _, body = send("GET", "/no-such-bucket/key", {})
    assert status == 404 and b"<Code>NoSuchBucket</Code>" in body
    status, _, body = send("POST", "/", signed("POST", {**CALL, "X-Amz-Target": "TrentService.ListKeys"}, b"{}", "kms"), b"{}")
    assert status == 400 and b"it has: " in body
