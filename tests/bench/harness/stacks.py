# SPDX-License-Identifier: Apache-2.0
"""Stacks of the local cloud: from the order to CREATE_COMPLETE, with their functions warm.

`slrun local TEMPLATE` tells when it listens and when the stack is up; both lines are timed. Handlers run on
the Python that `import boto3` is measured with, so that they find it.
"""
import pathlib
import shutil
import subprocess
import tempfile
import threading
import time

from .loads import middle, ratio
from .verdicts import Judged

PLAIN, IMPORTS, CLIENTS = "plain", "boto3", "client"  # what the handlers do as they are loaded
NONE = "none"                                         # a stack without functions
LIMIT_S = 60
TIMES_IMPORT = (1.5, 1.2)
WITHOUT_MS = (50, 30)

HANDLERS = {
    PLAIN: "import json",
    IMPORTS: "import json, boto3",
    CLIENTS: "import json, boto3\nsqs = boto3.client('sqs')",
}
CODE = """
def handler(event, context):
    return {"statusCode": 200, "body": json.dumps({"ok": True})}
"""
RESOURCES = """
  FirstDead: { Type: AWS::SQS::Queue }
  First:
    Type: AWS::SQS::Queue
    Properties: { RedrivePolicy: { deadLetterTargetArn: !GetAtt FirstDead.Arn, maxReceiveCount: 3 } }
  SecondDead: { Type: AWS::SQS::Queue }
  Second:
    Type: AWS::SQS::Queue
    Properties: { RedrivePolicy: { deadLetterTargetArn: !GetAtt SecondDead.Arn, maxReceiveCount: 3 } }
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [ { AttributeName: PK, AttributeType: S } ]
      KeySchema: [ { AttributeName: PK, KeyType: HASH } ]
"""
FUNCTIONS = """
  Take:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: take/
      Environment: { Variables: { QUEUE: !Ref First } }
      Events: { Post: { Type: Api, Properties: { Path: /orders, Method: post } } }
  Work:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: work/
      Environment: { Variables: { TABLE: !Ref Table, QUEUE: !Ref Second } }
      Events: { First: { Type: SQS, Properties: { Queue: !GetAtt First.Arn } } }
"""
HEAD = """Transform: AWS::Serverless-2016-10-31
Globals: { Function: { Runtime: python3.12, Handler: app.handler, Timeout: 10 } }
Resources:"""


def write_project(folder, kind):
    """A template and its handlers; the template's path."""
    for name in ("take", "work"):
        if kind != NONE:
            (folder / name).mkdir()
            (folder / name / "app.py").write_text(HANDLERS[kind] + CODE)
    template = folder / "template.yaml"
    template.write_text("Resources:" + RESOURCES if kind == NONE else HEAD + RESOURCES + FUNCTIONS)
    return template


def environment(places, folder):
    return {"PATH": f"{pathlib.Path(places.python).parent}:/usr/bin:/bin", "HOME": str(folder), "TMPDIR": str(folder),
            "LANG": "C.UTF-8"}


def put_up(places, kind):
    """Milliseconds from the start of the process, and from its listening, until the stack is up."""
    with tempfile.TemporaryDirectory(prefix="slrun-bench-") as name:
        folder = pathlib.Path(name)
        template = write_project(folder, kind)
        command = [shutil.which("setpriv"), "--pdeathsig", "KILL", places.slrun, "local", str(template), "--port", "0"]
        with open(folder / "log", "wb") as log, subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log, cwd=folder, text=True,
                env=environment(places, folder)) as process:
            start, listening = time.perf_counter(), None
            late = threading.Timer(LIMIT_S, process.kill)
            late.start()
            try:
                for line in process.stdout:
                    now = time.perf_counter()
                    listening = listening or ("ready at" in line and now)
                    if line.startswith("stack ") and "is up" in line:
                        return (now - start) * 1000, (now - listening) * 1000
            finally:
                late.cancel()
                process.terminate()
        raise RuntimeError((folder / "log").read_text(errors="replace")[-2000:] or "the stack is not up in time")


def import_boto3(places):
    """Milliseconds of `python3 -c "import boto3"`."""
    with tempfile.TemporaryDirectory(prefix="slrun-bench-") as folder:
        start = time.perf_counter()
        subprocess.run([places.python, "-c", "import boto3"], cwd=folder, env=environment(places, folder), check=True)
        return (time.perf_counter() - start) * 1000


def measure(lab, found):
    for number in range(lab.rounds + 1):
        taken = {"import": import_boto3(lab.places)}
        for kind in (NONE, *HANDLERS):
            taken[kind], taken[kind, "alone"] = put_up(lab.places, kind)
        if number:  # the first warms caches
            for what, ms in taken.items():
                found.stacks.setdefault(what, []).append(ms)


def judge(lab, found):
    yours = found.stacks.get("import", [])
    rows = [Judged("a stack without functions is up", "limit", middle(found.stacks.get((NONE, "alone"), [])), *WITHOUT_MS,
                   unit="ms"),
            Judged("the same from the start of slrun local", "limit", middle(found.stacks.get(NONE, [])), unit="ms"),
            Judged("import boto3", "limit", middle(yours), unit="ms")]
    for kind, what in ((PLAIN, "2 functions, plain"), (IMPORTS, "2 functions that import boto3"),
                       (CLIENTS, "and make a client each")):
        goal = (None, None) if kind == CLIENTS else TIMES_IMPORT
        rows.append(Judged(f"{what}, warm", "import", ratio(found.stacks.get((kind, "alone"), []), yours), *goal))
        rows.append(Judged(f"{what}, from the start of slrun local", "import", ratio(found.stacks.get(kind, []), yours)))
    return rows
