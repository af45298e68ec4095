# SPDX-License-Identifier: Apache-2.0
"""boto3 on Lambda as the local cloud offers it: concurrency, asynchronous calls, URLs, streams."""
import base64
import concurrent.futures
import http.client
import json
import os
import urllib.request
import uuid

import pytest
from botocore.exceptions import ClientError

from functions import FAILING, invoke, LAMBDA, lines, make_functions, needs_node, ROLE, SAYING, SQS
from sdk import fails, until, WITHIN, zipped

SLOW = """
import os, time
def handler(event, context):
    if "file" in event: open(event["file"], "w").close()
    time.sleep(event["s"])
    return os.getpid()
"""


MEETING = """
import os, time
def handler(event, context):
    open(os.path.join(event["folder"], event["id"]), "w").close()
    while len(os.listdir(event["folder"])) < event["guests"]: time.sleep(0.01)
    return os.getpid()
"""


def test_processes_are_kept_and_shared_out(make, tmp_path):
    """No invocation ends before all of them have begun."""
    name = make(MEETING, Timeout=60)
    event = {"folder": str(tmp_path), "guests": 1, "id": "first"}
    assert len({invoke(name, event)["Value"] for _ in range(5)}) == 1
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        pids = list(pool.map(lambda i: invoke(name, {**event, "guests": 5, "id": str(i)})["Value"], range(4)))
    assert len(set(pids)) == 4


def test_warm_processes_serve_what_waits_before_many_more_have_started(make, tmp_path):
    code = "import os, time\nopen(%r, 'a').write('x')\ntime.sleep(0.3)\n" % str(tmp_path / "starts") + SLOW
    name = make(code, Timeout=30)
    with concurrent.futures.ThreadPoolExecutor(32) as pool:
        list(pool.map(lambda _: invoke(name, {"s": 0}), range(32)))
    assert len((tmp_path / "starts").read_text()) <= 2 * max(2, os.cpu_count())


def test_reserved_concurrency(make, tmp_path):
    name = make(SLOW, Timeout=30)
    LAMBDA.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)
    with pytest.raises(ClientError) as caught:
        invoke(name, {"s": 0})
    error = caught.value.response
    assert error["Error"] == {"Code": "TooManyRequestsException", "Message": "Rate Exceeded."}
    assert error["Reason"] == "ReservedFunctionConcurrentInvocationLimitExceeded"
    assert error["ResponseMetadata"]["HTTPStatusCode"] == 429
    LAMBDA.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=1)
    assert LAMBDA.get_function_concurrency(FunctionName=name)["ReservedConcurrentExecutions"] == 1
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        begun = tmp_path / "begun"
        first = pool.submit(invoke, name, {"s": 3, "file": str(begun)})
        assert until(begun.exists)
        with pytest.raises(ClientError, match="Rate Exceeded"):
            invoke(name, {"s": 0})
        assert isinstance(first.result()["Value"], int)
    LAMBDA.delete_function_concurrency(FunctionName=name)
    assert "ReservedConcurrentExecutions" not in LAMBDA.get_function_concurrency(FunctionName=name)


# ---- asynchronous invocation ----

def queue():
    name = "q-" + uuid.uuid4().hex[:12]
    return SQS.create_queue(QueueName=name)["QueueUrl"], f"arn:aws:sqs:us-east-1:000000000000:{name}"


def receive(url):
    return until(lambda: SQS.receive_message(QueueUrl=url, MessageAttributeNames=["All"], WaitTimeSeconds=2).get("Messages"))


def test_event_dry_run_and_limits(make):
    name = make(SAYING)
    answer = LAMBDA.invoke(FunctionName=name, InvocationType="Event", Payload=b"{}")
    assert (answer["StatusCode"], answer["Payload"].read()) == (202, b"")
    assert lines(name, "REPORT RequestId: " + answer["ResponseMetadata"]["RequestId"])
    assert LAMBDA.invoke(FunctionName=name, InvocationType="DryRun")["StatusCode"] == 204
    assert "6291456 bytes" in fails("RequestTooLargeException", LAMBDA.invoke, FunctionName=name,
                                    Payload=b'"' + b"x" * 6291456 + b'"')
    assert "1048576 bytes" in fails("RequestTooLargeException", LAMBDA.invoke, FunctionName=name, InvocationType="Event",
                                    Payload=b'"' + b"x" * 1048576 + b'"')
    assert "Could not parse request body into json" in fails("InvalidRequestContentException", LAMBDA.invoke,
                                                             FunctionName=name, Payload=b"{no json")


def test_destinations_and_dead_letters(make):
    failed, failed_arn = queue()
    good, good_arn = queue()
    dead, dead_arn = queue()
    name = make(FAILING, DeadLetterConfig={"TargetArn": dead_arn})
    config = LAMBDA.put_function_event_invoke_config(
        FunctionName=name, MaximumRetryAttempts=0,
        DestinationConfig={"OnFailure": {"Destination": failed_arn}, "OnSuccess": {"Destination": good_arn}})
    assert config["FunctionArn"].endswith(name + ":$LATEST") and config["MaximumRetryAttempts"] == 0
    request_id = LAMBDA.invoke(FunctionName=name, InvocationType="Event",
                               Payload=b'{"how": "raise"}')["ResponseMetadata"]["RequestId"]
    record = json.loads(receive(failed)[0]["Body"])
    assert record["requestContext"] == {"requestId": request_id, "condition": "RetriesExhausted",
                                        "approximateInvokeCount": 1, "functionArn": config["FunctionArn"]}
    assert record["requestPayload"] == {"how": "raise"}
    assert record["responseContext"] == {"statusCode": 200, "executedVersion": "$LATEST", "functionError": "Unhandled"}
    assert record["responsePayload"]["errorType"] == "KeyError"
    letter = receive(dead)[0]
    assert json.loads(letter["Body"]) == {"how": "raise"}
    assert {key: value["StringValue"] for key, value in letter["MessageAttributes"].items()} == {
        "RequestID": request_id, "ErrorCode": "200", "ErrorMessage": "'gone'"}
    LAMBDA.invoke(FunctionName=name, InvocationType="Event", Payload=b'{"how": "fine"}')
    record = json.loads(receive(good)[0]["Body"])
    assert record["requestContext"]["condition"] == "Success" and isinstance(record["responsePayload"], int)
    assert LAMBDA.list_function_event_invoke_configs(FunctionName=name)["FunctionEventInvokeConfigs"]
    LAMBDA.delete_function_event_invoke_config(FunctionName=name)
    fails("ResourceNotFoundException", LAMBDA.get_function_event_invoke_config, FunctionName=name)


# ---- URLs ----

def ask(url, data=None, **headers):
    request = urllib.request.Request(url, data=data, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=WITHIN) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as problem:
        return problem.code, problem.headers, problem.read()


def test_url(make):
    name = make("def handler(event, context):\n"
                "    if event['rawPath'] == '/raise': raise Exception('x')\n"
                "    if event['rawPath'] == '/plain': return {'a': 1}\n"
                "    return {'statusCode': 201, 'headers': {'X-Own': 'y', 'Content-Type': 'text/plain'},\n"
                "            'cookies': ['a=b'], 'body': __import__('json').dumps(event)}\n")
    url = LAMBDA.create_function_url_config(FunctionName=name, AuthType="NONE")["FunctionUrl"]
    assert LAMBDA.get_function_url_config(FunctionName=name)["FunctionUrl"] == url
    status, headers, body = ask(url + "some/path?a=1&a=2&b=%20x", b'{"k": 1}', Cookie="c=d; e=f",
                                **{"Content-Type": "application/json"})
    event = json.loads(body)
    assert (status, headers["X-Own"], headers["Content-Type"], headers["Set-Cookie"]) == (201, "y", "text/plain", "a=b")
    assert (event["version"], event["rawPath"], event["rawQueryString"]) == ("2.0", "/some/path", "a=1&a=2&b=%20x")
    assert event["queryStringParameters"] == {"a": "1,2", "b": " x"}
    assert event["cookies"] == ["c=d", "e=f"] and event["body"] == '{"k": 1}' and event["isBase64Encoded"] is False
    assert event["requestContext"]["http"]["method"] == "POST"
    assert event["headers"]["content-type"] == "application/json"
    assert json.loads(ask(url, b"\xff\0", **{"Content-Type": "image/png"})[2])["body"] == base64.b64encode(b"\xff\0").decode()
    assert json.loads(ask(url, Authorization="Bearer a.b.c")[2])["headers"]["authorization"] == "Bearer a.b.c"
    assert ask(url + "plain")[::2] == (200, b'{"a":1}')
    assert ask(url + "raise")[::2] == (502, b'Internal Server Error')
    LAMBDA.update_function_url_config(FunctionName=name, AuthType="AWS_IAM")
    assert ask(url)[0] == 403 and ask(url, Authorization="Bearer a.b.c")[0] == 403
    LAMBDA.delete_function_url_config(FunctionName=name)
    assert ask(url)[0] == 404


def test_a_deleted_function_is_gone(make):
    name = make("def handler(e, c): return 1")
    assert invoke(name)["Value"] == 1
    assert LAMBDA.delete_function(FunctionName=name)["ResponseMetadata"]["HTTPStatusCode"] == 204
    fails("ResourceNotFoundException", LAMBDA.invoke, FunctionName=name)
    LAMBDA.create_function(FunctionName=name, Runtime="python3.12", Role=ROLE, Handler="app.handler",
                           Code={"ZipFile": zipped({"app.py": "def handler(e, c): return 2"})})
    LAMBDA.get_waiter("function_active_v2").wait(FunctionName=name)
    assert invoke(name)["Value"] == 2


# ---- response streaming ----

STREAMS = """
import fs from "node:fs";
const until = async (path) => { while (!fs.existsSync(path)) await new Promise((go) => setTimeout(go, 5)); };
export const handler = awslambda.streamifyResponse(async (event, stream, context) => {
  const query = event.queryStringParameters ?? event;
  console.log("streaming");
  if (query.head) {
    const head = { statusCode: 201, headers: { "X-One": "1", "Content-Type": "text/plain" }, cookies: ["a=b", "c=d"] };
    stream = awslambda.HttpResponseStream.from(stream, head);
  }
  if (query.fails === "first") throw new RangeError("at once");
  if (!query.empty) stream.write("one ");
  if (query.wait) await until(query.wait);
  if (query.fails) throw new RangeError("in mid-stream");
  if (!query.empty) stream.write(Buffer.from([0xff, 0x00]));
  stream.end();
});
"""


def streamed(name, event=None, **more):
    """What comes of the events of InvokeWithResponseStream: pieces, and the last event."""
    answer = LAMBDA.invoke_with_response_stream(FunctionName=name, Payload=json.dumps(event or {}), **more)
    assert answer["ExecutedVersion"] == "$LATEST"
    *pieces, last = answer["EventStream"]
    return [piece["PayloadChunk"]["Payload"] for piece in pieces], last["InvokeComplete"]


@needs_node
def test_invoke_with_response_stream(make, tmp_path):
    name = make(STREAMS, runtime="nodejs22.x")
    go = tmp_path / "go"
    answer = LAMBDA.invoke_with_response_stream(FunctionName=name, Payload=json.dumps({"wait": str(go)}), LogType="Tail")
    assert answer["ResponseStreamContentType"] == "application/vnd.amazon.eventstream"
    events = iter(answer["EventStream"])
    assert next(events) == {"PayloadChunk": {"Payload": b"one "}}  # while the handler is at work
    go.touch()
    assert next(events) == {"PayloadChunk": {"Payload": b"\xff\x00"}}
    assert b"streaming" in base64.b64decode(next(events)["InvokeComplete"]["LogResult"])
    assert list(events) == []
    assert b"".join(streamed(name)[0]) == b"one \xff\x00"
    assert streamed(name, {"empty": True}) == ([], {})
    pieces, last = streamed(name, {"fails": "first"})
    assert pieces == [] and last["ErrorCode"] == "Unhandled"
    assert json.loads(last["ErrorDetails"])["errorType"] == "RangeError"
    pieces, last = streamed(name, {"fails": "later"})
    assert pieces == [b"one "] and json.loads(last["ErrorDetails"])["errorMessage"] == "in mid-stream"
    assert b"".join(streamed(name)[0]) == b"one \xff\x00"  # the environment works on
    answer = LAMBDA.invoke(FunctionName=name, Payload="{}")
    assert answer["Payload"].read() == b"one \xff\x00" and "FunctionError" not in answer
    fails("ResourceNotFoundException", LAMBDA.invoke_with_response_stream, FunctionName=name + "0")


def test_streams_of_handlers_that_do_not_stream(make):
    name = make("def handler(event, context):\n    return 1 / event['by']\n")
    assert streamed(name, {"by": 2}) == ([b"0.5"], {})
    pieces, last = streamed(name, {"by": 0})
    assert pieces == [] and "division by zero" in last["ErrorDetails"]


@needs_node
def test_streaming_url(make, tmp_path):
    name = make(STREAMS, runtime="nodejs22.x")
    url = LAMBDA.create_function_url_config(FunctionName=name, AuthType="NONE", InvokeMode="RESPONSE_STREAM")["FunctionUrl"]
    go = tmp_path / "go"
    with urllib.request.urlopen(f"{url}?head=1&wait={go}", timeout=WITHIN) as answer:
        assert answer.status == 201 and answer.headers["X-One"] == "1" and answer.headers["Content-Type"] == "text/plain"
        assert answer.headers.get_all("Set-Cookie") == ["a=b", "c=d"] and answer.headers["Transfer-Encoding"] == "chunked"
        assert answer.read1(100) == b"one "
        go.touch()
        assert answer.read() == b"\xff\x00"
    with urllib.request.urlopen(url, timeout=WITHIN) as answer:
        assert answer.headers["Content-Type"] == "application/octet-stream" and answer.read() == b"one \xff\x00"
    with urllib.request.urlopen(url + "?head=1&empty=1", timeout=WITHIN) as answer:
        assert answer.status == 201 and answer.read() == b""
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(url + "?fails=first", timeout=WITHIN)
    assert caught.value.code == 502
    with pytest.raises(http.client.IncompleteRead):
        with urllib.request.urlopen(url + "?fails=later", timeout=WITHIN) as answer:
            answer.read()
    LAMBDA.update_function_url_config(FunctionName=name, InvokeMode="BUFFERED")
    with urllib.request.urlopen(url + "?head=1", timeout=WITHIN) as answer:
        assert answer.status == 201 and answer.headers["X-One"] == "1" and answer.read() == b"one \xff\x00"


@needs_node
def test_clients_of_streams_leave(make, tmp_path):
    """The handler goes on, and the function works on."""
    name = make(STREAMS, runtime="nodejs22.x")
    url = LAMBDA.create_function_url_config(FunctionName=name, AuthType="NONE", InvokeMode="RESPONSE_STREAM")["FunctionUrl"]
    for i in range(3):
        go = tmp_path / f"go{i}"
        with urllib.request.urlopen(f"{url}?wait={go}", timeout=WITHIN) as answer:
            assert answer.read1(100) == b"one "
        events = LAMBDA.invoke_with_response_stream(FunctionName=name, Payload=json.dumps({"wait": str(go)}))["EventStream"]
        next(iter(events))
        events.close()
        go.touch()
    assert b"".join(streamed(name)[0]) == b"one \xff\x00"
