# SPDX-License-Identifier: Apache-2.0
"""boto3 on Lambda as the local cloud offers it: functions run, fail and are configured as AWS has it."""
import base64
import concurrent.futures
import http.client
import io
import json
import re
import os
import shutil
import urllib.error
import urllib.request
import uuid
import zipfile

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from sdk import WITHIN, fails, until, zipped

URL = os.environ["SLRUN_LOCAL_URL"]
ROLE = "arn:aws:iam::000000000000:role/none"

needs_node = pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")


def client(name):
    return boto3.client(name, endpoint_url=URL, region_name="us-east-1", aws_access_key_id="test",
                        aws_secret_access_key="test",
                        config=Config(retries={"max_attempts": 0}, max_pool_connections=50, read_timeout=60))


LAMBDA, LOGS, S3, SQS = client("lambda"), client("logs"), client("s3"), client("sqs")


@pytest.fixture(name="make")
def make_functions():
    made = []

    def make(code, runtime="python3.12", handler="app.handler", **more):
        name = "f-" + uuid.uuid4().hex[:12]
        if isinstance(code, str):
            code = {("app.mjs" if runtime.startswith("nodejs") else "app.py"): code}
        source = {"ZipFile": zipped(code)} if "S3Bucket" not in code and "Directory" not in code else code
        LAMBDA.create_function(FunctionName=name, Runtime=runtime, Role=ROLE, Handler=handler, Code=source, **more)
        LAMBDA.get_waiter("function_active_v2").wait(FunctionName=name)
        made.append(name)
        return name
    yield make
    for name in made:
        LAMBDA.delete_function(FunctionName=name)


def invoke(name, event=None, **more):
    answer = LAMBDA.invoke(FunctionName=name, Payload=json.dumps(event if event is not None else {}), **more)
    answer["Value"] = json.loads(answer["Payload"].read() or "null")
    answer["Log"] = base64.b64decode(answer.get("LogResult", "")).decode()
    return answer


def lines(name, wanted):
    """The function's log, once it has that text."""
    def look():
        try:
            events = LOGS.filter_log_events(logGroupName="/aws/lambda/" + name)["events"]
        except LOGS.exceptions.ResourceNotFoundException:
            return None
        text = "".join(event["message"] for event in events)
        return text if wanted in text else None
    return until(look)


# ---- Python ----

ECHO = """
import os
def handler(event, context):
    return {"event": event, "id": context.aws_request_id, "arn": context.invoked_function_arn,
            "left": context.get_remaining_time_in_millis(), "version": context.function_version,
            "group": context.log_group_name, "stream": context.log_stream_name, "memory": context.memory_limit_in_mb,
            "name": context.function_name, "pid": os.getpid(), "environment": dict(os.environ),
            "custom": context.client_context and context.client_context.custom, "identity": str(context.identity)}
"""


def test_event_and_context(make):
    name = make(ECHO, Timeout=7, MemorySize=256, Environment={"Variables": {"STAGE": "dev"}})
    context = base64.b64encode(json.dumps({"custom": {"a": "b"}}).encode()).decode()
    answer = invoke(name, {"grüße": [1, 2.5, None]}, ClientContext=context)
    value = answer["Value"]
    assert (answer["StatusCode"], answer["ExecutedVersion"]) == (200, "$LATEST")
    assert "FunctionError" not in answer
    assert value["event"] == {"grüße": [1, 2.5, None]}
    assert value["id"] == answer["ResponseMetadata"]["RequestId"]
    assert value["arn"] == f"arn:aws:lambda:us-east-1:000000000000:function:{name}"
    assert 5000 < value["left"] <= 7000
    assert (value["version"], value["memory"], value["name"]) == ("$LATEST", "256", name)
    assert value["group"] == "/aws/lambda/" + name
    assert "/[$LATEST]" in value["stream"]
    assert value["custom"] == {"a": "b"}


def test_environment_is_clean(make):
    os.environ["AWS_PROFILE"] = "mine"
    found = invoke(make(ECHO, Environment={"Variables": {"STAGE": "dev"}}))["Value"]["environment"]
    wanted = {"STAGE": "dev", "AWS_ENDPOINT_URL": URL, "AWS_REGION": "us-east-1",
              "AWS_DEFAULT_REGION": "us-east-1", "AWS_CONFIG_FILE": "/dev/null",
              "AWS_SHARED_CREDENTIALS_FILE": "/dev/null", "AWS_EC2_METADATA_DISABLED": "true", "_HANDLER": "app.handler",
              "AWS_EXECUTION_ENV": "AWS_Lambda_python3.12", "TZ": ":UTC"}
    assert {key: found.get(key) for key in wanted} == wanted
    assert found["AWS_ACCESS_KEY_ID"].startswith("ASIA") and len(found["AWS_SECRET_ACCESS_KEY"]) == 40 # its role's
    assert len(found["AWS_SESSION_TOKEN"]) > 100
    assert "AWS_PROFILE" not in found and "SLRUN_LOCAL_URL" not in found
    assert found["HOME"] != os.environ["HOME"]


def test_boto3_in_a_handler_reaches_the_local_cloud(make):
    name = make("import boto3\ndef handler(event, context):\n"
                "    boto3.client('sqs').create_queue(QueueName=event['name'])\n"
                "    boto3.client('s3').create_bucket(Bucket=event['name'])\n", Timeout=30)
    queue = "q-" + uuid.uuid4().hex[:12]
    answer = invoke(name, {"name": queue})
    if "No module named 'boto3'" in json.dumps(answer["Value"]):
        pytest.skip("python3 has no boto3")
    assert answer["Value"] is None
    assert SQS.get_queue_url(QueueName=queue)["QueueUrl"]
    S3.head_bucket(Bucket=queue)


def test_a_function_calls_as_its_role(make):
    name = make("import boto3\ndef handler(event, context):\n    return boto3.client('sts').get_caller_identity()\n", Timeout=30)
    who, again = (invoke(name, {})["Value"] for _ in range(2))
    role = LAMBDA.get_function_configuration(FunctionName=name)["Role"].rsplit("/", 1)[1]
    assert who["Arn"] == f"arn:aws:sts::{who['Account']}:assumed-role/{role}/{name}"
    assert re.fullmatch(f"AROA[A-Z2-7]{{17}}:{name}", who["UserId"]) and who["UserId"] == again["UserId"]


OLD_BOTOCORE = {
    "botocore/__init__.py": "__version__ = '1.29.165'\n",
    "botocore/session.py": "class Session:\n"
                           "    def create_client(self, service_name, region_name=None, api_version=None, use_ssl=True,\n"
                           "                      verify=None, endpoint_url=None, aws_access_key_id=None, config=None):\n"
                           "        return endpoint_url\n",
    "app.py": "import botocore.session\ndef handler(event, context):\n"
              "    session = botocore.session.Session()\n"
              "    return [session.create_client('s3'), session.create_client('s3', endpoint_url='http://own')]\n",
}


def test_old_botocore_is_redirected(make):
    assert invoke(make(OLD_BOTOCORE))["Value"] == [URL, "http://own"]
    new = {**OLD_BOTOCORE, "botocore/__init__.py": "__version__ = '1.31.0'\n"}
    assert invoke(make(new))["Value"] == [None, "http://own"]


FAILING = """
import os, signal, sys, time
def handler(event, context):
    how = event["how"]
    if how == "raise": raise KeyError("gone")
    if how == "exit": sys.exit(event["status"])
    if how == "kill": os.kill(os.getpid(), signal.SIGKILL)
    if how == "set": return {1, 2}
    if how == "sleep": time.sleep(60)
    if how == "large": return "x" * 7000000
    return os.getpid()
"""


def test_exception(make):
    answer = invoke(make(FAILING), {"how": "raise"}, LogType="Tail")
    assert (answer["StatusCode"], answer["FunctionError"]) == (200, "Unhandled")
    error = answer["Value"]
    assert (error["errorType"], error["errorMessage"]) == ("KeyError", "'gone'")
    assert error["requestId"] == answer["ResponseMetadata"]["RequestId"]
    assert len(error["stackTrace"]) == 1 and "app.py\", line 5, in handler\n    if how" in error["stackTrace"][0]
    assert "[ERROR] KeyError: 'gone'\nTraceback (most recent call last):\n  File" in answer["Log"]


@pytest.mark.parametrize("event, kind, message", [
    ({"how": "exit", "status": 3}, "Runtime.ExitError", "Runtime exited with error: exit status 3"),
    ({"how": "exit", "status": 0}, "Runtime.ExitError", "Runtime exited without providing a reason"),
    ({"how": "kill"}, "Runtime.ExitError", "Runtime exited with error: signal: killed"),
    ({"how": "set"}, "Runtime.MarshalError", "Unable to marshal response: Object of type set is not JSON serializable"),
    ({"how": "large"}, "Function.ResponseSizeTooLarge",
     "Response payload size exceeded maximum allowed payload size (6291556 bytes)."),
])
def test_what_goes_wrong(make, event, kind, message):
    name = make(FAILING, Timeout=20)
    answer = invoke(name, event)
    assert answer["FunctionError"] == "Unhandled"
    assert answer["Value"]["errorType"] == kind
    assert answer["Value"]["errorMessage"].endswith(message)
    assert isinstance(invoke(name, {"how": "fine"})["Value"], int)  # and goes on


def test_timeout(make):
    name = make(FAILING, Timeout=1)
    answer = invoke(name, {"how": "sleep"}, LogType="Tail")
    request_id = answer["ResponseMetadata"]["RequestId"]
    assert answer["Value"] == {"errorType": "Sandbox.Timedout",
                               "errorMessage": f"RequestId: {request_id} Error: Task timed out after 1.00 seconds"}
    assert f"Z {request_id} Task timed out after 1.00 seconds" in answer["Log"]
    assert "Status: timeout" in answer["Log"]
    assert isinstance(invoke(name, {"how": "fine"})["Value"], int)


@pytest.mark.parametrize("code, handler, kind, message", [
    ("import nothing_of_that_name", "app.handler", "Runtime.ImportModuleError",
     "Unable to import module 'app': No module named 'nothing_of_that_name'"),
    ("def handler(e, c): return 1", "app.other", "Runtime.HandlerNotFound", "Handler 'other' missing on module 'app'"),
    ("def handler(e, c) return 1", "app.handler", "Runtime.UserCodeSyntaxError", "Syntax error in module 'app': "),
    ("x", "handler", "Runtime.MalformedHandlerName", "Bad handler 'handler': "),
    ("raise ZeroDivisionError('at init')", "app.handler", "ZeroDivisionError", "at init"),
    ("import sys; sys.exit(2)", "app.handler", "Runtime.ExitError", "Error: Runtime exited with error: exit status 2"),
])
def test_init_errors(make, code, handler, kind, message):
    name = make(code, handler=handler)
    answer = invoke(name)
    assert answer["FunctionError"] == "Unhandled"
    assert answer["Value"]["errorType"] == kind
    assert message in answer["Value"]["errorMessage"]
    assert kind in lines(name, "INIT_REPORT")


SAYING = """
import logging, sys
print("at init")
log = logging.getLogger()
log.setLevel(logging.INFO)
def handler(event, context):
    print("plain")
    log.info("two\\nlines")
    logging.getLogger("other").debug("not shown")
    print("to stderr", file=sys.stderr)
    print("without end", end="")
"""


def test_logs(make):
    name = make(SAYING)
    answer = invoke(name, LogType="Tail")
    request_id = answer["ResponseMetadata"]["RequestId"]
    log = answer["Log"].splitlines()
    assert log[0] == f"START RequestId: {request_id} Version: $LATEST"
    assert log[-2] == f"END RequestId: {request_id}"
    assert log[-1].startswith(f"REPORT RequestId: {request_id}\tDuration: ") and "Init Duration: " in log[-1]
    assert {"plain", "lines", "to stderr", "without end"} < set(log)
    assert f"Z\t{request_id}\ttwo" in answer["Log"]
    assert lines(name, "REPORT").index("at init") < lines(name, "REPORT").index("START")
    events = LOGS.filter_log_events(logGroupName="/aws/lambda/" + name)["events"]
    assert [event["message"].count("\n") for event in events if "two" in event["message"]] == [2]  # one event
    second = invoke(name, LogType="Tail")
    assert "Init Duration" not in second["Log"] and "at init" not in second["Log"]
    assert lines(name, second["ResponseMetadata"]["RequestId"])


# ---- Node.js, provided, others ----

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


# ---- packages and layers ----

def test_code_from_s3_and_from_a_directory(make, tmp_path):
    bucket = "b-" + uuid.uuid4().hex[:12]
    S3.create_bucket(Bucket=bucket)
    S3.put_object(Bucket=bucket, Key="code.zip", Body=zipped({"app.py": "def handler(e, c): return 'from s3'"}))
    assert invoke(make({"S3Bucket": bucket, "S3Key": "code.zip"}))["Value"] == "from s3"
    with pytest.raises(ClientError, match="Error occurred while GetObject. S3 Error Code: NoSuchKey."):
        make({"S3Bucket": bucket, "S3Key": "other.zip"})
    with pytest.raises(ClientError, match="Could not unzip uploaded file"):
        LAMBDA.create_function(FunctionName="broken", Runtime="python3.12", Role=ROLE, Handler="a.b",
                               Code={"ZipFile": b"no zip"})


@pytest.mark.parametrize("name", ["../out.py", "/out.py", "a/../../out.py"])
def test_archives_stay_inside(name):
    assert "Could not unzip" in fails("InvalidParameterValueException", LAMBDA.create_function, FunctionName="out",
                                      Runtime="python3.12", Role=ROLE, Handler="a.b", Code={"ZipFile": zipped({name: "x"})})


def test_links_in_archives():
    def link(name, target):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("a/real.py", "def handler(e, c): return 'linked'")
            info = zipfile.ZipInfo(name)
            info.external_attr = 0o120777 << 16
            archive.writestr(info, target)
        return {"FunctionName": "linked", "Runtime": "python3.12", "Role": ROLE, "Handler": "app.handler",
                "Code": {"ZipFile": out.getvalue()}}
    LAMBDA.create_function(**link("app.py", "a/real.py"))
    LAMBDA.get_waiter("function_active_v2").wait(FunctionName="linked")
    assert invoke("linked")["Value"] == "linked"
    LAMBDA.delete_function(FunctionName="linked")
    for name, target in (("app.py", "/etc/passwd"), ("app.py", "../x"), ("b/app.py", "../../x"), ("app.py", "a/../x")):
        fails("InvalidParameterValueException", LAMBDA.create_function, **link(name, target))


def publish_layer(files, **more):
    return LAMBDA.publish_layer_version(LayerName="l-" + uuid.uuid4().hex[:12], Content={"ZipFile": zipped(files)}, **more)


def test_layers(make):
    first = publish_layer({"python/own.py": "value = 'of the layer'", "python/other.py": "x = 1"}, Description="d",
                          CompatibleRuntimes=["python3.12"])
    second = publish_layer({"python/lib/python3.12/site-packages/deep.py": "value = 'deep'"})
    assert first["Version"] == 1 and first["LayerVersionArn"] == first["LayerArn"] + ":1"
    name = make({"app.py": "import own, deep, other\ndef handler(e, c): return [own.value, deep.value, other.x]",
                 "other.py": "x = 'the code comes first'"},
                Layers=[first["LayerVersionArn"], second["LayerVersionArn"]])
    assert invoke(name)["Value"] == ["of the layer", "deep", "the code comes first"]
    layers = LAMBDA.get_function_configuration(FunctionName=name)["Layers"]
    assert [layer["Arn"] for layer in layers] == [first["LayerVersionArn"], second["LayerVersionArn"]]
    found = LAMBDA.get_layer_version(LayerName=first["LayerArn"], VersionNumber=1)
    assert found["Description"] == "d" and found["Content"]["CodeSha256"] == first["Content"]["CodeSha256"]
    assert zipfile.ZipFile(io.BytesIO(urllib.request.urlopen(found["Content"]["Location"]).read())).namelist()
    assert LAMBDA.get_layer_version_by_arn(Arn=first["LayerVersionArn"])["Version"] == 1
    layer = first["LayerArn"].split(":")[-1]
    assert [v["Version"] for v in LAMBDA.list_layer_versions(LayerName=layer)["LayerVersions"]] == [1]
    assert layer in [found["LayerName"] for found in LAMBDA.list_layers()["Layers"]]
    LAMBDA.delete_layer_version(LayerName=layer, VersionNumber=1)
    fails("ResourceNotFoundException", LAMBDA.get_layer_version, LayerName=layer, VersionNumber=1)
    assert "does not exist" in fails("InvalidParameterValueException", LAMBDA.update_function_configuration,
                                     FunctionName=name, Layers=[first["LayerVersionArn"]])


POWERTOOLS = "arn:aws:lambda:us-east-1:017000801446:layer:AWSLambdaPowertoolsPythonV3-python312-x86_64:7"


def test_managed_layers_want_their_package(make):
    answer = invoke(make("def handler(e, c): return 1", Layers=[POWERTOOLS]))
    if answer["Value"] != 1:  # python3 does not have it
        assert answer["Value"]["errorType"] == "Runtime.LayerNotFound"
        assert "pip install aws-lambda-powertools" in answer["Value"]["errorMessage"]


def test_requirements_that_are_met(make):
    name = make({"app.py": "def handler(e, c): return 1", "requirements.txt": "# none\npip>=1\n",
                 "pip-99.dist-info/METADATA": "Metadata-Version: 2.1\nName: pip\nVersion: 99\n"})
    assert invoke(name)["Value"] == 1


# ---- versions, aliases, configuration ----

def test_versions_and_aliases(make):
    name = make(ECHO, Environment={"Variables": {"V": "1"}})
    one = LAMBDA.publish_version(FunctionName=name, Description="first")
    assert (one["Version"], one["Description"]) == ("1", "first")
    assert one["FunctionArn"].endswith(f":function:{name}:1")
    LAMBDA.update_function_configuration(FunctionName=name, Environment={"Variables": {"V": "2"}})
    LAMBDA.get_waiter("function_updated_v2").wait(FunctionName=name)
    assert LAMBDA.publish_version(FunctionName=name)["Version"] == "2"
    assert LAMBDA.publish_version(FunctionName=name)["Version"] == "2"  # nothing has changed
    assert [v["Version"] for v in LAMBDA.list_versions_by_function(FunctionName=name)["Versions"]] == ["$LATEST", "1", "2"]
    alias = LAMBDA.create_alias(FunctionName=name, Name="live", FunctionVersion="1")
    answer = invoke(name, Qualifier="live")
    assert answer["ExecutedVersion"] == "1"
    assert answer["Value"]["arn"] == alias["AliasArn"]
    assert answer["Value"]["environment"]["V"] == "1" and answer["Value"]["version"] == "1"
    assert invoke(alias["AliasArn"])["ExecutedVersion"] == "1"
    assert invoke(f"{name}:2")["Value"]["environment"]["V"] == "2"
    LAMBDA.update_alias(FunctionName=name, Name="live", RoutingConfig={"AdditionalVersionWeights": {"2": 1.0}})
    assert invoke(name, Qualifier="live")["ExecutedVersion"] == "2"
    LAMBDA.update_alias(FunctionName=name, Name="live", RoutingConfig={"AdditionalVersionWeights": {"2": 0.5}})
    assert {invoke(name, Qualifier="live")["ExecutedVersion"] for _ in range(40)} == {"1", "2"}
    assert "Unable to delete version" in fails("ResourceConflictException", LAMBDA.delete_function, FunctionName=name,
                                               Qualifier="1")
    assert "Function not found: " in fails("ResourceNotFoundException", LAMBDA.invoke, FunctionName=name, Qualifier="3")
    LAMBDA.delete_alias(FunctionName=name, Name="live")
    assert "Cannot find alias arn: " in fails("ResourceNotFoundException", LAMBDA.get_alias, FunctionName=name, Name="live")


def test_update(make):
    name = make("def handler(e, c): return 'old'")
    assert invoke(name)["Value"] == "old"
    before = LAMBDA.get_function(FunctionName=name)["Configuration"]
    after = LAMBDA.update_function_code(FunctionName=name, ZipFile=zipped({"app.py": "def handler(e, c): return 'new'"}))
    assert after["CodeSha256"] != before["CodeSha256"] and after["RevisionId"] != before["RevisionId"]
    assert invoke(name)["Value"] == "new"
    LAMBDA.get_waiter("function_updated_v2").wait(FunctionName=name)
    LAMBDA.get_waiter("function_active_v2").wait(FunctionName=name)
    assert fails("PreconditionFailedException", LAMBDA.update_function_configuration, FunctionName=name, RevisionId="x",
                 Timeout=9)
    assert LAMBDA.update_function_configuration(FunctionName=name, Timeout=9)["Timeout"] == 9
    assert "Member must have value less than or equal to 900" in fails(
        "ValidationException", LAMBDA.update_function_configuration, FunctionName=name, Timeout=901)
    assert "reserved keys" in fails("InvalidParameterValueException", LAMBDA.update_function_configuration,
                                    FunctionName=name, Environment={"Variables": {"AWS_REGION": "x"}})
    assert fails("ResourceConflictException", LAMBDA.create_function, FunctionName=name, Runtime="python3.12", Role=ROLE,
                 Handler="a.b", Code={"ZipFile": b"x"}) == f"Function already exist: {name}"
    assert name in [f["FunctionName"] for page in LAMBDA.get_paginator("list_functions").paginate()
                    for f in page["Functions"]]


def test_who_does_not_wait_for_a_change_is_refused():
    """LocalStack's test_lambda_concurrent_code_updates, recorded at AWS."""
    name, code = "f-" + uuid.uuid4().hex[:12], zipped({"app.py": "def handler(e, c): return 1"})
    made = LAMBDA.create_function(FunctionName=name, Runtime="python3.12", Role=ROLE, Handler="app.handler", Code={"ZipFile": code})
    pending = "The operation cannot be performed at this time. The function is currently in the following state: Pending"
    assert fails("ResourceConflictException", LAMBDA.invoke, FunctionName=name) == pending
    assert fails("ResourceConflictException", LAMBDA.update_function_configuration, FunctionName=name, Timeout=9) == pending
    LAMBDA.get_waiter("function_active_v2").wait(FunctionName=name)
    assert LAMBDA.update_function_code(FunctionName=name, ZipFile=code)["LastUpdateStatus"] == "InProgress"
    for change in (lambda **args: LAMBDA.update_function_code(ZipFile=code, **args), LAMBDA.publish_version,
                   lambda **args: LAMBDA.update_function_configuration(Timeout=9, **args)):
        assert fails("ResourceConflictException", change, FunctionName=name) == (
            f"The operation cannot be performed at this time. An update is in progress for resource: {made['FunctionArn']}")
    assert invoke(name)["Value"] == 1
    LAMBDA.get_waiter("function_updated_v2").wait(FunctionName=name)
    assert LAMBDA.publish_version(FunctionName=name)["Version"] == "1"
    LAMBDA.delete_function(FunctionName=name)


def test_permissions_tags_and_settings(make):
    name = make(ECHO, Tags={"team": "a"})
    arn = f"arn:aws:lambda:us-east-1:000000000000:function:{name}"
    statement = json.loads(LAMBDA.add_permission(FunctionName=name, StatementId="s3", Action="lambda:InvokeFunction",
                                                 Principal="s3.amazonaws.com", SourceArn="arn:aws:s3:::b")["Statement"])
    assert statement == {"Sid": "s3", "Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"},
                         "Action": "lambda:InvokeFunction", "Resource": arn,
                         "Condition": {"ArnLike": {"AWS:SourceArn": "arn:aws:s3:::b"}}}
    policy = json.loads(LAMBDA.get_policy(FunctionName=name)["Policy"])
    assert policy == {"Version": "2012-10-17", "Id": "default", "Statement": [statement]}
    fails("ResourceConflictException", LAMBDA.add_permission, FunctionName=name, StatementId="s3",
          Action="lambda:InvokeFunction", Principal="s3.amazonaws.com")
    LAMBDA.remove_permission(FunctionName=name, StatementId="s3")
    fails("ResourceNotFoundException", LAMBDA.get_policy, FunctionName=name)
    LAMBDA.tag_resource(Resource=arn, Tags={"stage": "dev"})
    assert LAMBDA.list_tags(Resource=arn)["Tags"] == {"team": "a", "stage": "dev"}
    LAMBDA.untag_resource(Resource=arn, TagKeys=["team", "other"])
    assert LAMBDA.get_function(FunctionName=name)["Tags"] == {"stage": "dev"}
    assert LAMBDA.get_account_settings()["AccountLimit"]["ConcurrentExecutions"] == 1000
    assert LAMBDA.get_runtime_management_config(FunctionName=name)["UpdateRuntimeOn"] == "Auto"


# ---- concurrency ----

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
