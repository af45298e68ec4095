# SPDX-License-Identifier: Apache-2.0
"""The stacks of specs/ are deployed by the CLIs that users deploy with: aws cloudformation package and
deploy, and sam deploy.

The SAM CLI is large and stays out of the venv of the other tests: without `sam` in PATH or in build/sam-cli/bin
(python3 -m venv build/sam-cli && build/sam-cli/bin/pip install aws-sam-cli) its tests are skipped.
"""
import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import urllib.request
import uuid

import boto3
import pytest
from with_local import environment

URL = os.environ["SLRUN_LOCAL_URL"]
SPECS = pathlib.Path(os.environ["SLRUN_SPECS"])
STACKS = sorted(folder for folder in (SPECS / "stacks").iterdir() if (folder / "template.yaml").exists())
AWS = os.path.join(os.path.dirname(sys.executable), "aws")
BESIDE = SPECS.parent / "build/sam-cli/bin/sam"
SAM = str(BESIDE) if BESIDE.exists() else shutil.which("sam")
LIMIT = 400
AT_ONCE = 3  # the CLIs mostly wait
CAPABILITIES = ["--capabilities", "CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"]
CLOUDFORMATION = boto3.client("cloudformation", endpoint_url=URL, region_name="us-east-1", aws_access_key_id="test",
                              aws_secret_access_key="test")


def run(home, *command, cwd=None):
    env = {"PATH": os.environ["PATH"], "HOME": str(home), "AWS_PAGER": "", "SAM_CLI_TELEMETRY": "0", **environment(URL)}
    done = subprocess.run([*map(str, command)], cwd=cwd, env=env, capture_output=True, text=True, timeout=LIMIT, check=False)
    assert done.returncode == 0, f"{command}:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def deploy_with_aws(name, folder, home):
    packaged = home / f"{name}.yaml"
    run(home, AWS, "cloudformation", "package", "--template-file", folder / "template.yaml", "--s3-bucket", "artifacts",
        "--output-template-file", packaged)
    run(home, AWS, "cloudformation", "deploy", "--stack-name", name, "--template-file", packaged, *CAPABILITIES)


def deploy_with_sam(name, folder, home):
    run(home, SAM, "deploy", "--stack-name", name, "--template-file", "template.yaml", "--resolve-s3",
        "--no-confirm-changeset", "--no-fail-on-empty-changeset", "--region", "us-east-1", *CAPABILITIES, cwd=folder)


def outputs(name):
    stack = CLOUDFORMATION.describe_stacks(StackName=name)["Stacks"][0]
    assert stack["StackStatus"] in ("CREATE_COMPLETE", "UPDATE_COMPLETE")
    return {o["OutputKey"]: o["OutputValue"] for o in stack["Outputs"]}


@pytest.mark.parametrize("deploy", [deploy_with_aws, pytest.param(deploy_with_sam, marks=pytest.mark.skipif(
    not SAM, reason="there is no SAM CLI in PATH or in build/sam-cli"))])
def test_all_stacks(deploy, tmp_path):
    boto3.client("s3", endpoint_url=URL, region_name="us-east-1", aws_access_key_id="test",
                 aws_secret_access_key="test").create_bucket(Bucket="artifacts")
    mark = uuid.uuid4().hex[:6]
    names = {folder.name: f"{folder.name}-{mark}" for folder in STACKS}
    if deploy is deploy_with_sam:  # alone: it makes the bucket for the others, and cannot do that twice at once
        deploy(f"first-{mark}", STACKS[0], tmp_path)
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        for ended in [pool.submit(deploy, names[folder.name], folder, tmp_path) for folder in STACKS]:
            ended.result()
    found = {name: outputs(stack) for name, stack in names.items()}
    with urllib.request.urlopen(found["apigw-lambda"]["Api"] + "/hello", timeout=60) as answer:
        assert answer.status == 200
    with urllib.request.urlopen(found["apigw-lambda"]["Api"] + "/health", timeout=60) as answer:
        assert answer.status == 200


@pytest.mark.skipif(not SAM, reason="there is no SAM CLI in PATH or in build/sam-cli")
def test_sam_build_and_deploy(tmp_path):
    """The CLI wants the interpreter of the template's runtime: here it is that of the tests."""
    project = tmp_path / "project"
    (project / "src").mkdir(parents=True)
    (project / "src/app.py").write_text("import packaging\ndef handler(event, context): return packaging.__version__\n")
    (project / "src/requirements.txt").write_text("packaging==24.0\n")
    (project / "template.yaml").write_text(f"""
Transform: AWS::Serverless-2016-10-31
Resources:
  Function:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python{sys.version_info.major}.{sys.version_info.minor}
      Handler: app.handler
      CodeUri: src/
Outputs:
  Name: {{ Value: !Ref Function }}
""")
    run(tmp_path, SAM, "build", cwd=project)
    name = "built-" + uuid.uuid4().hex[:6]
    run(tmp_path, SAM, "deploy", "--stack-name", name, "--resolve-s3", "--no-confirm-changeset", "--region", "us-east-1",
        *CAPABILITIES, cwd=project)
    functions = boto3.client("lambda", endpoint_url=URL, region_name="us-east-1", aws_access_key_id="test",
                             aws_secret_access_key="test")
    assert json.loads(functions.invoke(FunctionName=outputs(name)["Name"])["Payload"].read()) == "24.0"
