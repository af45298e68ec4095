# SPDX-License-Identifier: Apache-2.0
"""No secret is in anything that slrun writes: specs that do their best to show marked ones are run on the local cloud and
as if on AWS, with all reports, and every stream and file is searched, also for other spellings of the marks."""
import base64
import json
import os
import pathlib
import re
import stat
import sys
import urllib.parse

import pytest

import deployed

SPECS = pathlib.Path(os.environ["SLRUN_SPECS"])
MARKS = {
    "access key": "AKIAMARKEDACCESSKEYQ",
    "secret key": "MARKED+secret/key=of&the run",
    "session token": "MARKED/session+token==of the run, which is long",
    "proxy password": "MARKEDproxypassword",
    "environment of a function": "MARKEDenvironmentofafunction",
    "parameter": "MARKEDnoechoparameter",
    "password": "MARKEDpasswordinatable",
    "key for an object": "MARKED32bytesthatarethekeyofs3!!",
}
PUBLIC = "SHOWNbecauseitisnosecret"  # what the search must find, or it proves nothing
REPORTS = ["-v", "--junitxml", "out/junit.xml", "--tap", "out/tap", "--report-json", "out/run.jsonl", "--github", "yes"]
TEMPLATE = """
Parameters:
  Password: { Type: String, NoEcho: true }
Resources:
  Queue: { Type: AWS::SQS::Queue }
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: pk, AttributeType: S }]
      KeySchema: [{ AttributeName: pk, KeyType: HASH }]
Outputs:
  QueueUrl: { Value: !Ref Queue }
  TableName: { Value: !Ref Table }
"""
LEAKS = """
local dynamodb <const>, lambda <const>, s3 <const>, sts <const>, sqs <const> = require "slrun.dynamodb", require "slrun.lambda",
  require "slrun.s3", require "slrun.sts", require "slrun.sqs"
pattern { name = "leaks", stack = "stack", parameters = { Password = os.getenv "MARK_PARAMETER" } }

-- What came from AWS is written down, so that the test can look for it.
local function keep(value)
  local file <close> = io.open("kept", "a")
  file:write(value, "\\n")
end

local function show(t, value)
  print(value)
  t:log("it is", value)
  t:log { inside = { value } }
  warn("@on")
  warn(tostring(value))
end

local function fail(t, value)
  show(t, value)
  expect({ found = { value } }):equals { found = { "another" } }
end

case "public" (function(t) fail(t, os.getenv "PUBLIC") end)
case "the run's own" (function(t)
  show(t, os.getenv "AWS_SESSION_TOKEN")
  show(t, os.getenv "AWS_ACCESS_KEY_ID")
  fail(t, os.getenv "AWS_SECRET_ACCESS_KEY")
end)
case "in an error" (function() error("it was " .. os.getenv "AWS_SECRET_ACCESS_KEY") end)
case "in an error that is cut" (function() error(("x"):rep(205) .. os.getenv "AWS_SECRET_ACCESS_KEY") end)
case "in a table" (function(t)
  t:log { password = os.getenv "MARK_PASSWORD" }
  expect({ user = "ada", password = os.getenv "MARK_PASSWORD" }):equals { user = "bob" }
end)
case "a presigned URL" (function(t)
  local url = s3.presign("get_object", { Bucket = "artifacts", Key = t.id }, { expires = "15m" })
  keep(url:match "X%-Amz%-Signature=(%x+)")
  fail(t, url)
end)
case "credentials of STS" (function(t)
  local made = sts.get_session_token {}.Credentials
  keep(made.SecretAccessKey)
  keep(made.SessionToken)
  show(t, made.SecretAccessKey)
  fail(t, made)
end)
case "the environment of a function" (function(t)
  local mark = os.getenv "MARK_ENVIRONMENT"
  pcall(lambda.update_function_configuration, { FunctionName = "none", Environment = { Variables = { PLAIN = mark } } })
  fail(t, mark)
end)
case "an error of an operation" (function(t)
  lambda.update_function_configuration { FunctionName = "none", Environment = { Variables = { PLAIN = os.getenv "MARK_ENVIRONMENT" } } }
end)
case "the key of an object" (function(t)
  s3.put_object { Bucket = "none-" .. t.id, Key = "k", Body = "b", SSECustomerAlgorithm = "AES256",
    SSECustomerKey = os.getenv "MARK_KEY" }
end)
case "a parameter without echo" (function(t) fail(t, t.parameters.Password) end)
case "a wait" {
  sla = "200ms",
  seed = function(t)
    t:own(dynamodb.partition { TableName = t.stack.TableName, Key = { pk = t.id } })
    sqs.create_queue { QueueName = t.id }
  end,
  act = function(t)
    dynamodb.put_item { TableName = t.stack.TableName, Item = { pk = t.id, password = os.getenv "MARK_PASSWORD",
      note = os.getenv "AWS_SECRET_ACCESS_KEY" } }
  end,
  poll = function(t) return dynamodb.get_item { TableName = t.stack.TableName, Key = { pk = t.id } } end,
  check = function(t, found) expect(found.Item.status):equals "done" end,
}
"""


def spellings(text):
    """The text as it might stand in an output, also where it was cut."""
    plain = text.encode()
    found = {plain[:12], plain[-12:], urllib.parse.quote(text, safe="").encode(), urllib.parse.quote_plus(text).encode(),
             urllib.parse.quote(text).encode(), json.dumps(text)[1:-1].encode(), text.replace("/", "\\/").encode(),
             text.replace("&", "&amp;").encode(), plain.hex().encode()}
    for shift in range(3):  # as a part of something longer: what does not depend on the neighbours
        whole = base64.b64encode(b"\0" * shift + plain + b"\0" * 3)
        begin = -(-shift * 8 // 6)
        inner = whole[begin + 1:(shift + len(plain)) * 8 // 6 - 1]
        found |= {inner, inner.replace(b"+", b"-").replace(b"/", b"_")}
    return {one for one in found if len(one) >= 8}


def test_the_search_itself():
    for text in MARKS.values():
        for before in ("", "u:", "ab", "abc"):
            assert any(one in base64.b64encode(f"{before}{text}:x".encode()) for one in spellings(text))
        assert any(one in urllib.parse.urlencode({"x": text}).encode() for one in spellings(text))


class World:
    """All that was written: by name, the bytes."""

    def __init__(self, cloud):
        self.cloud, self.written = cloud, {}
        folder = cloud.folder
        (folder / "stack").mkdir()
        (folder / "stack/template.yaml").write_text(TEMPLATE)
        (folder / "leaks.lua").write_text(LEAKS)
        self.inputs = {"keys", "leaks.lua", "template.yaml", "kept", "sam", "calls"}
        self.variables = {
            "MARK_PARAMETER": MARKS["parameter"], "MARK_PASSWORD": MARKS["password"], "PUBLIC": PUBLIC,
            "MARK_ENVIRONMENT": MARKS["environment of a function"], "MARK_KEY": MARKS["key for an object"],
            "GITHUB_STEP_SUMMARY": str(folder / "summary.md")}

    def slrun(self, name, *words, **variables):
        code, said = self.cloud.slrun(*words, **{**self.variables, **variables})
        self.written[name] = said.encode()
        folder = self.cloud.folder
        for path in folder.rglob("*"):
            if path.is_file() and path.name not in self.inputs and ".aws" not in path.parts:
                self.written[f"{name}: {path.relative_to(folder)}"] = path.read_bytes()
        return code, said

    def search(self):
        kept = self.cloud.folder / "kept"
        secrets = dict(MARKS)
        for i, line in enumerate(kept.read_text().splitlines() if kept.exists() else []):
            secrets[f"kept {i}"] = line
        return [f"{what} in {name}" for name, text in self.written.items() for what, secret in secrets.items()
                if any(spelling in text for spelling in spellings(secret))]


@pytest.fixture(scope="module", name="cloud")
def start_cloud(tmp_path_factory):
    cloud = deployed.Cloud(tmp_path_factory.mktemp("cloud"), MARKS["access key"], MARKS["secret key"],
                           AWS_SESSION_TOKEN=MARKS["session token"])
    try:
        yield cloud
    finally:
        cloud.stop()


@pytest.fixture(name="world", scope="module")
def make_world(cloud):
    world = World(cloud)
    deployed.aws(cloud.environment, cloud.folder, "cloudformation", "deploy", "--template-file", "stack/template.yaml",
                 "--stack-name", "leaks", "--parameter-overrides", f"Password={MARKS['parameter']}")
    return world


@pytest.mark.parametrize("where", [["--target", "aws", "--stack", "leaks", "--keep"], []], ids=["aws", "local"])
@pytest.mark.parametrize("trace", ["--trace=out/run.har", "--trace"])
def test_runs(world, where, trace):
    code, said = world.slrun(f"run {where}", *where, *REPORTS, trace, "leaks.lua")
    assert trace == "--trace" or "put_item" in (world.cloud.folder / "out/run.har").read_text(), said
    assert code == 1 and "12 failed" in said and "passed" not in said, said
    shown = {name.split(": ")[-1] for name, text in world.written.items() if PUBLIC.encode() in text}
    assert {f"run {where}", "out/junit.xml", "out/tap", "out/run.jsonl", "summary.md"} <= shown, shown
    assert "X-Amz-Signature=***" in said and "password = ***" in said, said
    assert world.search() == [], said


def test_ledger_sweep_and_what_failed_last(world):
    world.slrun("lf", "--target", "aws", "--stack", "leaks", "--lf", "--co", "leaks.lua")
    code, said = world.slrun("sweep", "sweep", "--target", "aws")
    assert code == 0 and "4 undone" in said, said
    ledgers = [name for name in world.written if "ledger" in name]
    assert ledgers and any("cache" in name for name in world.written)
    assert world.search() == []


def test_credentials_that_are_refused(world):
    for name, variables in {"secret": {"AWS_SECRET_ACCESS_KEY": MARKS["secret key"] + "wrong"},
                            "id": {"AWS_ACCESS_KEY_ID": MARKS["access key"], "AWS_ENDPOINT_URL": "http://127.0.0.1:1"}}.items():
        code, said = world.slrun(f"refused {name}", "--target", "aws", "--stack", "leaks", *REPORTS, "leaks.lua", **variables)
        assert code in (1, 4), said
    assert world.search() == []


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_with_a_password(world, scheme):
    """It is not there, so messages speak of the connection."""
    proxy = f"http://ada:{MARKS['proxy password']}@127.0.0.1:1"
    code, said = world.slrun(f"proxy {scheme}", "--target", "aws", "--stack", "leaks", *REPORTS, "leaks.lua", http_proxy=proxy,
                             https_proxy=proxy, HTTPS_PROXY=proxy, AWS_ENDPOINT_URL=f"{scheme}://aws.example.test")
    assert code == 1 and "cannot connect to" in said, said
    assert world.search() == []


def test_deploy(world):
    """Whoever calls sam cannot keep it from its command line, but from ours."""
    folder = world.cloud.folder
    sam = folder / "sam"
    sam.write_text(f"#!{sys.executable}\nimport sys\nopen('calls', 'a').write(repr(sys.argv))\n")
    sam.chmod(sam.stat().st_mode | stat.S_IXUSR)
    code, said = world.slrun("deploy", "deploy", "--yes", "--stack", "leaks", "leaks.lua", PATH=str(folder))
    assert code == 0 and "--parameter-overrides Password=***" in said, said
    assert MARKS["parameter"] in (folder / "calls").read_text()
    assert world.search() == []


def test_patterns(world):
    """All specs, where slrun puts the stacks up and has keys of its own."""
    _, said = world.slrun("patterns", *REPORTS, SPECS)
    assert re.search(r"\d+ passed", said), said
    assert world.search() == []
