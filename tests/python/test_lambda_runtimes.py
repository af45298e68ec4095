# SPDX-License-Identifier: Apache-2.0
"""boto3 on Lambda as the local cloud offers it: handlers in Node.js, bootstraps, runtimes that cannot be run."""
import json
import urllib.request

import pytest

from functions import invoke, LAMBDA, lines, make_functions, needs_node, URL
from sdk import until


@needs_node
@pytest.mark.parametrize("file, code", [
    ("app.mjs", "export const handler = async (event, context) => ({ event, id: context.awsRequestId });"),
    ("app.js", "exports.handler = async (event, context) => ({ event, id: context.awsRequestId });"),
    ("app.cjs", "exports.handler = (event, context, done) => done(null, { event, id: context.awsRequestId });"),
    ("app.js", "exports.handler = (event, context) => context.succeed({ event, id: context.awsRequestId });"),
])
def test_node_handlers(make, file, code):
    answer = invoke(make({file: code}, "nodejs22.x"), {"a": 1})
    assert answer["Value"] == {"event": {"a": 1}, "id": answer["ResponseMetadata"]["RequestId"]}


@needs_node
def test_node_errors_and_logs(make):
    name = make("""
      export const handler = async (event) => {
        console.log("hello %s", "there"); console.error("bad\\nthing");
        if (event.how === "throw") throw new TypeError("boom");
        if (event.how === "circle") { const a = {}; a.a = a; return a; }
        if (event.how === "exit") process.exit(4);
        if (event.how === "reject") { Promise.reject(new Error("lost")); await new Promise((r) => setTimeout(r, 5000)); }
        if (event.how === "never") await new Promise(() => {});
      };""", "nodejs22.x", Timeout=20)
    answer = invoke(name, {"how": "throw"}, LogType="Tail")
    assert answer["Value"]["errorType"] == "TypeError" and answer["Value"]["errorMessage"] == "boom"
    assert answer["Value"]["trace"][0] == "TypeError: boom"
    request_id = answer["ResponseMetadata"]["RequestId"]
    assert f"\t{request_id}\tINFO\thello there\n" in answer["Log"]
    assert f"\t{request_id}\tERROR\tbad\nthing\n" in answer["Log"]
    assert f"\t{request_id}\tERROR\tInvoke Error \t{{\"errorType\":\"TypeError\"" in answer["Log"]
    assert invoke(name, {"how": "circle"})["Value"]["errorType"] == "Runtime.MarshalError"
    assert invoke(name, {"how": "exit"})["Value"]["errorMessage"].endswith("exit status 4")
    assert invoke(name, {"how": "reject"})["Value"]["errorType"] == "Runtime.UnhandledPromiseRejection"
    assert invoke(name, {"how": "never"})["Value"] is None
    assert invoke(name)["Value"] is None


FORGETS = """
  import http from "node:http";
  const url = new URL(process.env.AWS_ENDPOINT_URL);
  const get = () => new Promise((done) => http.get(new URL("/" + process.env.AWS_LAMBDA_FUNCTION_NAME + "?secret", url),
                                                   (answer) => answer.resume().on("end", done)));
  const ways = {
    awaits: async () => { await get(); await fetch(url).then((answer) => answer.text()); },
    unread: async () => { await new Promise((done) => http.get(url, done)); },
    forgets: async () => { get(); },
    fetches: async () => { fetch(new URL("/fetched", url)).catch(() => {}); },
    later: async () => { setTimeout(get, 50); },
    fails: async () => { get(); throw new Error("boom"); },
    drains: (event, context, done) => { get(); done(null, 1); },
  };
  export const handler = (event, ...rest) => ways[event.how](event, ...rest);
"""


def unawaited(name):
    with urllib.request.urlopen(URL + "/_slrun/warnings") as answer:
        told = [one["text"] for one in json.load(answer)["warnings"]]
    return [text for text in told if text.startswith(f"lambda: {name} answered before its request was through")]


@needs_node
def test_node_requests_that_nobody_awaits(make):
    names = {how: make(FORGETS, "nodejs22.x") for how in ("awaits", "unread", "drains", "forgets", "fetches", "later", "fails")}
    for how, name in names.items():
        assert ("FunctionError" in invoke(name, {"how": how})) == (how == "fails")
        invoke(name, {"how": how})
    for how in ("forgets", "fetches", "later", "fails"):
        text, = until(lambda how=how: unawaited(names[how]))  # once
        assert ("/fetched)" if how == "fetches" else f"/{names[how]})") in text and "await it" in text and "secret" not in text
    assert [unawaited(names[how]) for how in ("awaits", "unread", "drains")] == [[], [], []]


@needs_node
def test_node_init_errors(make):
    missing = invoke(make({"app.js": "require('nothing-of-that-name')"}, "nodejs22.x"))["Value"]
    assert missing["errorType"] == "Runtime.ImportModuleError"
    assert "Cannot find module 'nothing-of-that-name'" in missing["errorMessage"]
    name = make("export const other = 1;", "nodejs22.x")
    kind, message = "Runtime.HandlerNotFound", "app.handler is undefined or not exported"
    assert invoke(name)["Value"] == {"errorType": kind, "errorMessage": message, "trace": [f"{kind}: {message}"]}
    logged = json.loads(lines(name, "Uncaught Exception").split("Uncaught Exception \t", 1)[1].splitlines()[0])
    assert logged == {"errorType": kind, "errorMessage": message, "stack": [f"{kind}: {message}"]}


BOOTSTRAP = """#!/bin/sh
# the Runtime API by hand: what a custom runtime does
api=http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation
exec python3 - "$api" <<'PY'
import json, sys, urllib.request
api = sys.argv[1]
while True:
    event = urllib.request.urlopen(api + "/next")
    id = event.headers["Lambda-Runtime-Aws-Request-Id"]
    body = json.load(event)
    print("custom", flush=True)
    failed = body.get("fail")
    answer = json.dumps({"errorType": "Custom", "errorMessage": "asked for"} if failed else {"got": body}).encode()
    urllib.request.urlopen(f"{api}/{id}/{'error' if failed else 'response'}", answer).read()
PY
"""


def test_provided(make):
    name = make({"bootstrap": BOOTSTRAP}, "provided.al2023", "anything")
    answer = invoke(name, {"a": 1}, LogType="Tail")
    assert answer["Value"] == {"got": {"a": 1}}
    assert "custom\n" in answer["Log"]
    failed = invoke(name, {"fail": True})
    assert (failed["FunctionError"], failed["Value"]["errorType"]) == ("Unhandled", "Custom")


def test_runtimes_that_cannot_run_say_so(make):
    java = invoke(make({"x": ""}, "java21"))["Value"]
    assert java["errorType"] == "Runtime.NotSupported" and "java21" in java["errorMessage"]
    empty = invoke(make({"x": ""}, "provided.al2"))["Value"]
    assert empty["errorType"] == "Runtime.InvalidEntrypoint" and "bootstrap" in empty["errorMessage"]


def test_runtimes_that_functions_cannot_have(make):
    known = make({"x": ""}, "java21")
    for wrong, word in (("nodejs61.x", "Member must satisfy enum value set: [nodejs20.x,"), ("python3.7", "is no longer supported for creating or"),
                        ("PYTHON3.12", "or be a valid ARN"), ("python3.1", "enum value set"), ("nodejs22.x,", "enum value set")):
        for call in (lambda: make({"x": ""}, wrong), lambda: LAMBDA.update_function_configuration(FunctionName=known, Runtime=wrong)):
            with pytest.raises(LAMBDA.exceptions.InvalidParameterValueException) as refused:
                call()
            assert word in str(refused.value) and wrong in str(refused.value)


def test_no_code_is_signed(make):
    name = make({"x": ""}, "java21")
    answer = LAMBDA.get_function_code_signing_config(FunctionName=name)
    assert (answer["FunctionName"], "CodeSigningConfigArn" in answer) == (name, False)
    with pytest.raises(LAMBDA.exceptions.ResourceNotFoundException):
        LAMBDA.get_function_code_signing_config(FunctionName="nobody-" + name)
