# SPDX-License-Identifier: Apache-2.0
"""Functions on local clouds of their own: packages that are installed, state on the disk, processes that end
with the local cloud, resources of stacks."""
import json
import os
import shutil
import signal
import sys
import uuid

import pytest
from lambda_cloud import WITHIN, create, invoke, make_wheel, open_clouds, runs, until, zipped  # pylint: disable=unused-import

def test_requirements_are_installed_once(open_cloud, tmp_path):
    make_wheel(tmp_path / "wheels", "1.0")
    asks = f"--no-index\n--find-links {tmp_path}/wheels\nslrun-probe==1.0\n"
    code = {"app.py": "import slrun_probe\ndef handler(e, c): return [slrun_probe.version, slrun_probe.__file__]",
            "requirements.txt": asks}
    lam = open_cloud().client("lambda")
    create(lam, "asks", code)
    version, file = invoke(lam, "asks")
    assert version == "1.0" and file.startswith(str(tmp_path / "cache/slrun/python/"))
    shutil.rmtree(tmp_path / "wheels")  # from now on nothing can be installed
    create(lam, "again", {**code, "other.py": ""})
    assert invoke(lam, "again") == [version, file]
    other = open_cloud().client("lambda")
    create(other, "later", code)
    assert invoke(other, "later") == [version, file]
    create(other, "cannot", {**code, "requirements.txt": asks + "# changed\n"})
    problem = invoke(other, "cannot")
    assert problem["errorType"] == "Runtime.ImportModuleError" and "could not be installed" in problem["errorMessage"]


def test_what_a_function_brings_is_not_there_for_others(open_cloud, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    brings = {"slrun_brought.py": "", "slrun_brought-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: slrun-brought\nVersion: 1.0\n"}
    code = {"app.py": "import slrun_brought\ndef handler(e, c): return 1", "requirements.txt": "slrun-brought\n"}
    lam = open_cloud().client("lambda")
    create(lam, "brings", {**code, **brings})
    assert invoke(lam, "brings") == 1
    create(lam, "lacks", code)
    problem = invoke(lam, "lacks")
    assert problem["errorType"] == "Runtime.ImportModuleError" and "could not be installed" in problem["errorMessage"]


def test_modules_are_installed_once(open_cloud, tmp_path):
    if not shutil.which("npm"):
        pytest.skip("npm is not installed")
    package = tmp_path / "probe"
    package.mkdir()
    (package / "package.json").write_text('{"name": "slrun-probe", "version": "1.0.0", "main": "index.js"}')
    (package / "index.js").write_text("exports.version = '1.0.0';")
    description = json.dumps({"dependencies": {"slrun-probe": f"file:{package}"}})
    lam = open_cloud().client("lambda")
    for name, file, text in (("esm", "app.mjs", "import probe from 'slrun-probe'; export const handler = async () => probe.version;"),
                             ("cjs", "app.js", "exports.handler = async () => require('slrun-probe').version;")):
        create(lam, name, {file: text, "package.json": description}, "nodejs22.x")
        assert invoke(lam, name) == "1.0.0"


NPM = """#!{python}
import json, pathlib, sys
if not {works}:
    sys.exit("no network")
for name, version in json.loads(pathlib.Path("package.json").read_text())["dependencies"].items():
    folder = pathlib.Path("node_modules", name)
    folder.mkdir(parents=True)
    (folder / "index.js").write_text(f"exports.name = {{json.dumps(name + version)}};")
"""


def put_npm(monkeypatch, tmp_path, works):
    """An npm that makes modules which tell what was asked for."""
    program = tmp_path / "bin" / "npm"
    program.parent.mkdir(exist_ok=True)
    program.write_text(NPM.format(python=sys.executable, works=works))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_the_sdk_that_code_loads_is_installed(open_cloud, monkeypatch, tmp_path):
    put_npm(monkeypatch, tmp_path, True)
    lam = open_cloud().client("lambda")
    tells = "exports.handler = async () => ["
    for name, files, found in (
            ("minified", {"app.mjs": 'import{name}from"@aws-sdk/client-a";import * as b from "@aws-sdk/b";'
                          + "export const handler = async () => [name, b.name]"}, ["@aws-sdk/client-a^3", "@aws-sdk/b^3"]),
            ("beside", {"app.js": tells + "require('@aws-sdk/client-a').name, require('left').name]", "package.json": '{"dependencies": {"left": "1"}}'},
             ["@aws-sdk/client-a^3", "left1"]),
            ("named", {"app.js": tells + "require('@aws-sdk/client-a').name]", "package.json": '{"dependencies": {"@aws-sdk/client-a": "3.1"}}'},
             ["@aws-sdk/client-a3.1"]),
            ("brought", {"app.js": tells + "require('@aws-sdk/client-a').name]", "node_modules/@aws-sdk/client-a/index.js": "exports.name = 'own'"}, ["own"]),
            ("bundled", {"app.js": tells + "{name: '@aws-sdk/client-c'}.name]"}, ["@aws-sdk/client-c"])):
        create(lam, name, files, "nodejs22.x")
        assert invoke(lam, name) == found
    assert len(list((tmp_path / "cache/slrun/node").glob("*/node_modules"))) == 3


def test_code_without_the_sdk_that_cannot_be_installed(open_cloud, monkeypatch, tmp_path):
    put_npm(monkeypatch, tmp_path, False)
    lam = open_cloud().client("lambda")
    create(lam, "late", {"app.js": "exports.handler = async (e) => e.wants ? require('@aws-sdk/client-a') : 'without'"}, "nodejs22.x")
    create(lam, "early", {"app.js": "require('@aws-sdk/client-a'); exports.handler = async () => 1"}, "nodejs22.x")
    assert invoke(lam, "late") == "without"
    assert "npm could not install it" in invoke(lam, "early")["errorMessage"]


def test_functions_are_kept(open_cloud, tmp_path):
    kept = str(tmp_path / "data")
    first = open_cloud("--data", kept)
    lam = first.client("lambda")
    layer = lam.publish_layer_version(LayerName="l", Content={"ZipFile": zipped({"python/own.py": "x = 1"})})
    create(lam, "f", {"app.py": "import own\ndef handler(e, c): return [own.x, c.function_version]"}, Publish=True,
           Layers=[layer["LayerVersionArn"]], Tags={"a": "b"})
    lam.create_alias(FunctionName="f", Name="live", FunctionVersion="1")
    assert invoke(lam, "f:live") == [1, "1"]
    first.stop()
    lam = open_cloud("--data", kept).client("lambda")
    assert invoke(lam, "f:live") == [1, "1"]
    assert lam.get_function(FunctionName="f")["Tags"] == {"a": "b"}
    lam.delete_function(FunctionName="f")


@pytest.mark.parametrize("ends", [signal.SIGTERM, signal.SIGKILL])
def test_processes_end_with_the_local_cloud(open_cloud, ends):
    cloud = open_cloud()
    lam = cloud.client("lambda")
    create(lam, "f", {"app.py": "import os, subprocess\nchild = subprocess.Popen(['sleep', '1000'])\n"
                                "def handler(e, c): return [os.getpid(), child.pid]"})
    pids = invoke(lam, "f")
    assert all(os.path.exists(f"/proc/{pid}") for pid in pids)
    cloud.stop(ends)
    assert until(lambda: not any(runs(pid) for pid in pids[:1 if ends == signal.SIGKILL else 2]))


@pytest.mark.parametrize("at", ["import", "handler"])
def test_a_removed_function_that_is_at_work_ends_with_the_local_cloud(open_cloud, tmp_path, at):
    cloud, began = open_cloud(), tmp_path / "began"
    lam = cloud.client("lambda")
    wait = f"import os, time\nopen({str(began)!r}, 'w').write(str(os.getpid()))\ntime.sleep(1000)"
    code = {"import": wait + "\ndef handler(e, c): pass",
            "handler": "def handler(e, c):\n" + "".join(f"    {line}\n" for line in wait.split("\n"))}[at]
    create(lam, "f", {"app.py": code})
    lam.invoke(FunctionName="f", InvocationType="Event")
    assert until(lambda: began.exists() and began.read_text())
    lam.delete_function(FunctionName="f")
    cloud.stop()  # what is not freed fails this under AddressSanitizer
    assert until(lambda: not runs(int(began.read_text())))


def test_what_a_kill_left_is_removed(open_cloud, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    killed, lives, sweeps = open_cloud(), open_cloud(), open_cloud()
    assert not list(tmp_path.glob("slrun-*"))  # what has no function yet needs no folder
    for cloud in killed, lives:
        create(cloud.client("lambda"), "f", {"app.py": "def handler(e, c): return 1"})
    mine, foreign = tmp_path / "slrun-lambda-empty0", tmp_path / "slrun-other"
    mine.mkdir(), foreign.mkdir()
    killed.stop(signal.SIGKILL)
    folders = sorted(tmp_path.glob("slrun-lambda-*"))
    assert len(folders) == 3
    for folder in folders:
        os.utime(folder, (0, 0))
    (tmp_path / "slrun-lambda-link00").symlink_to(foreign)
    create(sweeps.client("lambda"), "f", {"app.py": "def handler(e, c): return 1"})
    sweeps.stop()
    left = set(tmp_path.glob("slrun-*"))
    assert len(left) == 3 and {foreign, tmp_path / "slrun-lambda-link00"} < left
    assert invoke(lives.client("lambda"), "f") == 1


TEMPLATE = """
Resources:
  Layer:
    Type: AWS::Lambda::LayerVersion
    Properties: { Content: { Directory: "%s" }, LayerName: shared }
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.12
      Handler: index.handler
      Role: arn:aws:iam::000000000000:role/none
      Timeout: 20
      Layers: [ !Ref Layer ]
      Environment: { Variables: { A: b } }
      Tags: [ { Key: team, Value: a } ]
      ReservedConcurrentExecutions: 5
      Code:
        ZipFile: |
          import own, os
          def handler(event, context): return [own.x, os.environ["A"], "%s"]
  Version:
    Type: AWS::Lambda::Version
    Properties: { FunctionName: !Ref Function }
  Alias:
    Type: AWS::Lambda::Alias
    Properties: { FunctionName: !Ref Function, FunctionVersion: !GetAtt Version.Version, Name: live }
  Permission:
    Type: AWS::Lambda::Permission
    Properties: { FunctionName: !Ref Function, Action: "lambda:InvokeFunction", Principal: s3.amazonaws.com }
  Url:
    Type: AWS::Lambda::Url
    Properties: { TargetFunctionArn: !GetAtt Function.Arn, AuthType: NONE }
  Config:
    Type: AWS::Lambda::EventInvokeConfig
    Properties: { FunctionName: !Ref Function, Qualifier: "$LATEST", MaximumRetryAttempts: 1 }
  Broken:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.12
      Handler: index.handler
      Role: arn:aws:iam::000000000000:role/none
      Code: { ZipFile: "import nothing_of_that_name" }
Outputs:
  Function: { Value: !Ref Function }
  Alias: { Value: !Ref Alias }
  Url: { Value: !GetAtt Url.FunctionUrl }
"""


def test_stack(open_cloud, tmp_path):
    (tmp_path / "layer/python").mkdir(parents=True)
    (tmp_path / "layer/python/own.py").write_text("x = 'own'")
    cloud = open_cloud()
    cfn, lam = cloud.client("cloudformation"), cloud.client("lambda")
    name = "s-" + uuid.uuid4().hex[:8]
    cfn.create_stack(StackName=name, TemplateBody=TEMPLATE % (tmp_path / "layer", "one"))
    cfn.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1, "MaxAttempts": WITHIN})
    outputs = {o["OutputKey"]: o["OutputValue"] for o in cfn.describe_stacks(StackName=name)["Stacks"][0]["Outputs"]}
    function = outputs["Function"]
    assert invoke(lam, function) == ["own", "b", "one"]
    assert invoke(lam, outputs["Alias"]) == ["own", "b", "one"]
    found = lam.get_function(FunctionName=function)
    assert found["Concurrency"] == {"ReservedConcurrentExecutions": 5} and found["Tags"]["team"] == "a"
    assert lam.get_function_event_invoke_config(FunctionName=function)["MaximumRetryAttempts"] == 1
    assert json.loads(lam.get_policy(FunctionName=function)["Policy"])["Statement"]
    assert outputs["Url"].startswith(cloud.url)
    changed = (TEMPLATE % (tmp_path / "layer", "two")).replace("{ A: b }", "{ A: c }")
    cfn.update_stack(StackName=name, TemplateBody=changed)
    cfn.get_waiter("stack_update_complete").wait(StackName=name, WaiterConfig={"Delay": 1, "MaxAttempts": WITHIN})
    assert invoke(lam, function) == ["own", "c", "two"]
    cfn.delete_stack(StackName=name)
    cfn.get_waiter("stack_delete_complete").wait(StackName=name, WaiterConfig={"Delay": 1, "MaxAttempts": WITHIN})
    assert lam.list_functions()["Functions"] == []
