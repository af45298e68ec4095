# SPDX-License-Identifier: Apache-2.0
"""boto3 on Lambda as the local cloud offers it: handlers in Python, packages and layers, versions, configuration."""
import base64
import io
import json
import os
import re
import urllib.request
import uuid
import zipfile

import pytest
from botocore.exceptions import ClientError

from functions import FAILING, invoke, LAMBDA, lines, LOGS, make_functions, ROLE, S3, SAYING, SQS, URL
from sdk import fails, zipped

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
