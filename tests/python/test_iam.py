# SPDX-License-Identifier: Apache-2.0
"""slrun iam: which policy a run gives, compared with what AWS's documents say that its operations need."""
import json
import os
import subprocess
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

SLRUN = os.environ["SLRUN"]
WITHIN = 60


class Peer(BaseHTTPRequestHandler):
    """Answers everything with nothing, denies what names "denied", and has no object "absent"."""
    protocol_version = "HTTP/1.1"

    def any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        status, answer = 200, b"{}" if self.headers.get("X-Amz-Target") else b""
        if b"denied" in body or "denied" in self.path:
            status, answer = 403, b"" if self.command == "HEAD" else b'{"__type":"AccessDeniedException","message":"no"}'
        if "absent" in self.path:
            status, answer = 404, b"<Error><Code>NoSuchKey</Code><Message>none</Message></Error>"
        self.send_response(status)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer)

    do_GET = do_POST = do_PUT = do_HEAD = do_DELETE = any

    def log_message(self, *_):
        pass


@pytest.fixture(name="url", scope="module")
def starts_peer():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Peer)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def slrun(folder, *args):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return subprocess.run([SLRUN, *args], cwd=folder, timeout=WITHIN, capture_output=True, text=True, check=False,
                          env={**clean, "AWS_EC2_METADATA_DISABLED": "true", "HOME": "/nonexistent", "GITHUB_ACTIONS": ""})


def run(folder, url, *calls):
    """Each call in a pcall: what comes back is not the question."""
    lines = [f'pcall(function() require("slrun.{call.split(".")[0]}").{call.split(".", 1)[1]} end)' for call in calls]
    (folder / "spec.lua").write_text("case 'uses' (function(t)\n" + "\n".join(lines) + "\nend)\n")
    done = slrun(folder, "-q", "--endpoint-url", url, "--region=us-east-1", "spec.lua")
    assert done.returncode == 0, done.stdout + done.stderr


def policy(folder, *args):
    done = slrun(folder, "iam", *args)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), done.stderr


def listed(value):
    return value if isinstance(value, list) else [value]


def grants(document):
    return {(action, resource) for s in document["Statement"] for action in listed(s["Action"]) for resource in listed(s["Resource"])}


HERE = ("--account=123456789012", "--region=eu-west-1")
TABLE = "arn:aws:dynamodb:eu-west-1:123456789012:table/"
QUEUE = "arn:aws:sqs:eu-west-1:123456789012:"
FUNCTION = "arn:aws:lambda:eu-west-1:123456789012:function:"
STREAM = "arn:aws:kinesis:eu-west-1:123456789012:stream/"
LOGS = "arn:aws:logs:eu-west-1:123456789012:log-group:"
PARAMETER = "arn:aws:ssm:eu-west-1:123456789012:parameter/"
SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:"
MACHINE = "arn:aws:states:eu-west-1:123456789012:"
ITEM = 'Item = { PK = "a" }'
OTHER = "arn:aws:dynamodb:us-west-2:111122223333:table/Far"

# What AWS's pages say: the Service Authorization Reference, the S3 User Guide ("Required permissions for Amazon S3 API
# operations"), the DynamoDB Developer Guide ("Using IAM with transactions").
NEEDS = {
    's3.list_objects_v2 { Bucket = "b" }': {("s3:ListBucket", "arn:aws:s3:::b")},
    's3.get_object { Bucket = "b", Key = "k" }': {("s3:GetObject", "arn:aws:s3:::b/*")},
    's3.get_object { Bucket = "b", Key = "absent" }': {("s3:GetObject", "arn:aws:s3:::b/*"), ("s3:ListBucket", "arn:aws:s3:::b")},
    's3.get_object { Bucket = "b", Key = "k", VersionId = "1" }': {("s3:GetObjectVersion", "arn:aws:s3:::b/*")},
    's3.head_object { Bucket = "b", Key = "k" }': {("s3:GetObject", "arn:aws:s3:::b/*")},
    's3.head_bucket { Bucket = "b" }': {("s3:ListBucket", "arn:aws:s3:::b")},
    's3.copy_object { Bucket = "to", Key = "k", CopySource = "from/a%20b" }':
        {("s3:GetObject", "arn:aws:s3:::from/*"), ("s3:PutObject", "arn:aws:s3:::to/*")},
    's3.copy_object { Bucket = "to", Key = "k", CopySource = { Bucket = "from", Key = "a b" } }':
        {("s3:GetObject", "arn:aws:s3:::from/*"), ("s3:PutObject", "arn:aws:s3:::to/*")},
    's3.delete_objects { Bucket = "b", Delete = { Objects = { { Key = "k" } } } }': {("s3:DeleteObject", "arn:aws:s3:::b/*")},
    's3.delete_objects { Bucket = "b", Delete = { Objects = { { Key = "k", VersionId = "1" } } } }':
        {("s3:DeleteObject", "arn:aws:s3:::b/*"), ("s3:DeleteObjectVersion", "arn:aws:s3:::b/*")},
    's3.put_object { Bucket = "b", Key = "k", Body = "", ACL = "private", Tagging = "a=b" }':
        {("s3:PutObject", "arn:aws:s3:::b/*"), ("s3:PutObjectAcl", "arn:aws:s3:::b/*"), ("s3:PutObjectTagging", "arn:aws:s3:::b/*")},
    's3.list_buckets {}': {("s3:ListAllMyBuckets", "*")},
    's3.presign("get_object", { Bucket = "b", Key = "k" }, { expires = "5m" })': {("s3:GetObject", "arn:aws:s3:::b/*")},
    'dynamodb.query { TableName = "T", KeyConditionExpression = "PK = :p" }': {("dynamodb:Query", TABLE + "T")},
    'dynamodb.query { TableName = "T", IndexName = "I", KeyConditionExpression = "PK = :p" }': {("dynamodb:Query", TABLE + "T/index/I")},
    f'dynamodb.query {{ TableName = "{OTHER}", IndexName = "I" }}': {("dynamodb:Query", OTHER + "/index/I")},
    f'dynamodb.batch_write_item {{ RequestItems = {{ A = {{ {{ PutRequest = {{ {ITEM} }} }} }}, B = {{ {{ PutRequest = {{ {ITEM} }} }} }} }} }}':
        {("dynamodb:BatchWriteItem", TABLE + "A"), ("dynamodb:BatchWriteItem", TABLE + "B")},
    f'dynamodb.transact_write_items {{ TransactItems = {{ {{ Put = {{ TableName = "A", {ITEM} }} }}, {{ Delete = {{ TableName = "B", Key = {{ PK = "a" }} }} }} }} }}':
        {("dynamodb:PutItem", TABLE + "A"), ("dynamodb:DeleteItem", TABLE + "B")},
    'dynamodb.transact_get_items { TransactItems = { { Get = { TableName = "A", Key = { PK = "a" } } } } }': {("dynamodb:GetItem", TABLE + "A")},
    """dynamodb.execute_statement { Statement = "SELECT * FROM A WHERE PK = 'a'" }""": {("dynamodb:PartiQLSelect", TABLE + "A")},
    """dynamodb.execute_statement { Statement = 'SELECT * FROM "A"."I" WHERE PK = ?', Parameters = { "a" } }""":
        {("dynamodb:PartiQLSelect", TABLE + "A/index/I")},
    """dynamodb.execute_statement { Statement = "insert into A value {'PK': ?}", Parameters = { "a" } }""": {("dynamodb:PartiQLInsert", TABLE + "A")},
    f"""dynamodb.execute_statement {{ Statement = 'DELETE FROM "{OTHER}" WHERE PK = 1' }}""": {("dynamodb:PartiQLDelete", OTHER)},
    """dynamodb.execute_statement { Statement = "no statement" }""": set(),
    """dynamodb.batch_execute_statement { Statements = { { Statement = "DELETE FROM A WHERE PK = 'a'" }, { Statement = "UPDATE B SET n = 1 WHERE PK = 'a'" } } }""":
        {("dynamodb:PartiQLDelete", TABLE + "A"), ("dynamodb:PartiQLUpdate", TABLE + "B")},
    """dynamodb.execute_transaction { TransactStatements = { { Statement = "EXISTS(SELECT * FROM A WHERE PK = 'a')" }, { Statement = "INSERT INTO B VALUE {'PK': 'a'}" } } }""":
        {("dynamodb:PartiQLSelect", TABLE + "A"), ("dynamodb:PartiQLInsert", TABLE + "B")},
    f'dynamodb.describe_stream {{ StreamArn = "{OTHER}/stream/2026" }}': {("dynamodb:DescribeStream", OTHER + "/stream/2026")},
    f'dynamodb.get_records {{ ShardIterator = "{OTHER}/stream/2026|1|AAAA" }}': {("dynamodb:GetRecords", OTHER + "/stream/2026")},
    'dynamodb.get_records { ShardIterator = "opaque" }': {("dynamodb:GetRecords", "*")},
    'dynamodb.list_tables {}': {("dynamodb:ListTables", "*")},
    'sqs.send_message_batch { QueueUrl = "http://127.0.0.1:1/000000000000/q", Entries = { { Id = "1", MessageBody = "x" } } }':
        {("sqs:SendMessage", QUEUE + "q")},
    'sqs.get_queue_url { QueueName = "q" }': {("sqs:GetQueueUrl", QUEUE + "q")},
    'lambda.invoke { FunctionName = "f" }': {("lambda:InvokeFunction", FUNCTION + "f")},
    'lambda.invoke { FunctionName = "f", Qualifier = "live" }': {("lambda:InvokeFunction", FUNCTION + "f:live")},
    'lambda.invoke { FunctionName = "123456789012:function:f" }': {("lambda:InvokeFunction", FUNCTION + "f")},
    'lambda.get_layer_version { LayerName = "l", VersionNumber = 3 }':
        {("lambda:GetLayerVersion", "arn:aws:lambda:eu-west-1:123456789012:layer:l:3")},
    'kinesis.put_record { StreamName = "s", Data = "x", PartitionKey = "p" }': {("kinesis:PutRecord", STREAM + "s")},
    'logs.filter_log_events { logGroupName = "/aws/lambda/f" }': {("logs:FilterLogEvents", LOGS + "/aws/lambda/f:*")},
    'events.put_events { Entries = { { Source = "a", DetailType = "b", Detail = "{}" } } }':
        {("events:PutEvents", "arn:aws:events:eu-west-1:123456789012:event-bus/default")},
    'sns.publish_batch { TopicArn = "arn:aws:sns:us-east-1:123456789012:t", PublishBatchRequestEntries = { { Id = "1", Message = "m" } } }':
        {("sns:Publish", "arn:aws:sns:eu-west-1:123456789012:t")},
    'ssm.get_parameter { Name = "/a/b" }': {("ssm:GetParameter", PARAMETER + "a/b")},
    'ssm.get_parameters { Names = { "/a/b", "c" } }': {("ssm:GetParameters", PARAMETER + "a/b"), ("ssm:GetParameters", PARAMETER + "c")},
    'ssm.get_parameters_by_path { Path = "/a" }': {("ssm:GetParametersByPath", PARAMETER + "a*")},
    'ssm.describe_parameters {}': {("ssm:DescribeParameters", "*")},
    'secretsmanager.get_secret_value { SecretId = "s" }': {("secretsmanager:GetSecretValue", SECRET + "s-??????")},
    f'secretsmanager.get_secret_value {{ SecretId = "{SECRET}s-a1b2c3" }}': {("secretsmanager:GetSecretValue", SECRET + "s-a1b2c3")},
    'secretsmanager.batch_get_secret_value { SecretIdList = { "s" } }':
        {("secretsmanager:BatchGetSecretValue", "*"), ("secretsmanager:GetSecretValue", SECRET + "s-??????")},
    f'states.describe_execution {{ executionArn = "{MACHINE}execution:m:e" }}': {("states:DescribeExecution", MACHINE + "execution:m:e")},
    f'states.start_execution {{ stateMachineArn = "{MACHINE}stateMachine:m" }}': {("states:StartExecution", MACHINE + "stateMachine:m")},
    'states.list_state_machines {}': {("states:ListStateMachines", "*")},
    'sts.get_caller_identity {}': set(),
    'sts.assume_role { RoleArn = "arn:aws:iam::123456789012:role/r", RoleSessionName = "s" }':
        {("sts:AssumeRole", "arn:aws:iam::123456789012:role/r")},
}


@pytest.mark.parametrize("call", NEEDS)
def test_what_an_operation_needs(call, url, tmp_path):
    run(tmp_path, url, call)
    assert grants(policy(tmp_path, *HERE)[0]) == NEEDS[call]


def test_statements(url, tmp_path):
    run(tmp_path, url, *(f'dynamodb.{op} {{ TableName = "{table}", {rest} }}' for table in ("B", "A")
                         for op, rest in (("put_item", ITEM), ("get_item", 'Key = { PK = "a" }'))), "dynamodb.list_tables {}")
    document, said = policy(tmp_path, *HERE)
    assert document == {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": ["dynamodb:GetItem", "dynamodb:PutItem"], "Resource": [TABLE + "A", TABLE + "B"]},
        {"Effect": "Allow", "Action": "dynamodb:ListTables", "Resource": "*"}]}
    assert "# dynamodb:ListTables on *: IAM knows no resource for it" in said
    unknown, said = policy(tmp_path)
    assert unknown["Statement"][0]["Resource"][0] == "arn:aws:dynamodb:*:*:table/A" and "--account and --region" in said
    assert policy(tmp_path, "--region=us-gov-west-1")[0]["Statement"][0]["Resource"][0] == "arn:aws-us-gov:dynamodb:us-gov-west-1:*:table/A"
    template = policy(tmp_path, "--cloudformation")[0]
    assert template["Statement"][0]["Resource"][0] == {
        "Fn::Sub": "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/A"}
    assert template["Statement"][1]["Resource"] == "*"


def test_names_of_the_run_become_patterns(url, tmp_path):
    run(tmp_path, url, 'sqs.get_queue_url { QueueName = "in-" .. t.id .. "-x" }', "s3.list_objects_v2 { Bucket = t.id }")
    assert grants(policy(tmp_path, *HERE)[0]) == {("sqs:GetQueueUrl", QUEUE + "in-*-x"), ("s3:ListBucket", "arn:aws:s3:::*")}


def test_many_resources_become_one(url, tmp_path):
    run(tmp_path, url, 'get_queue_url { QueueName = "q" } for i = 1, 300 do pcall(require("slrun.sqs").get_queue_url, { QueueName = "q" .. i }) end'
        .replace("get_queue_url", "sqs.get_queue_url", 1))
    found = {resource for _, resource in grants(policy(tmp_path, *HERE)[0])}
    assert QUEUE + "*" in found and len(found) <= 101


def test_what_was_denied(url, tmp_path):
    run(tmp_path, url, 'dynamodb.get_item { TableName = "denied", Key = { PK = "a" } }', 's3.head_object { Bucket = "b", Key = "denied" }',
        'dynamodb.get_item { TableName = "T", Key = { PK = "a" } }')
    document, said = policy(tmp_path, *HERE)
    assert ("dynamodb:GetItem", TABLE + "denied") in grants(document)
    denied = [line for line in said.splitlines() if line.startswith("# denied: ")]
    assert denied == [f"# denied: dynamodb:GetItem on {TABLE}denied (dynamodb.get_item, spec.lua::uses)",
                      "# denied: s3:GetObject on arn:aws:s3:::b/* (s3.head_object, spec.lua::uses)"]
    whole = json.loads(slrun(tmp_path, "iam", "--json").stdout)
    assert [d["operation"] for d in whole["denied"]] == ["dynamodb.get_item", "s3.head_object"]
    assert whole["policy"]["Version"] == "2012-10-17" and whole["target"] == "endpoint"


def test_a_stack_of_the_local_cloud(tmp_path):
    """It is there already on AWS: who runs the specs does not put it up, and its names end otherwise there."""
    (tmp_path / "template.yaml").write_text("Resources:\n  Inbox:\n    Type: AWS::SQS::Queue\nOutputs:\n  Url:\n    Value: !Ref Inbox\n")
    (tmp_path / "spec.lua").write_text("""local sqs <const> = require "slrun.sqs"
pattern { name = "p", stack = "template.yaml" }
case "sends" (function(t) sqs.send_message { QueueUrl = t.stack.Url, MessageBody = "x" } end)
case "makes one" (function(t) sqs.create_queue { QueueName = t.id } end)""")
    done = slrun(tmp_path, "-q", "spec.lua")
    assert done.returncode == 0, done.stdout
    found = grants(policy(tmp_path, *HERE)[0])
    actions = {action for action, _ in found}
    stack = next(resource for action, resource in found if action == "cloudformation:DescribeStacks").split("stack/")[1].split("/")[0]
    assert ("sqs:SendMessage", f"{QUEUE}{stack[:24]}-Inbox-*") in found, found
    assert "cloudformation:CreateStack" not in actions
    assert {("sqs:CreateQueue", QUEUE + "*"), ("sqs:TagQueue", QUEUE + "*"), ("sqs:DeleteQueue", QUEUE + "*")} <= found, found


def test_only_the_last_run_counts(url, tmp_path):
    run(tmp_path, url, "dynamodb.list_tables {}")
    run(tmp_path, url, "s3.list_buckets {}")
    assert grants(policy(tmp_path)[0]) == {("s3:ListAllMyBuckets", "*")}


def test_usage(tmp_path):
    assert "no run is known here" in slrun(tmp_path, "iam").stderr
    for wrong in (["--account=1"], ["--region=x y"], ["more"], ["--cloudformation", "--region=eu-west-1"]):
        assert slrun(tmp_path, "iam", *wrong).returncode == 4
    (tmp_path / ".slrun/cache").mkdir(parents=True)
    Path(tmp_path / ".slrun/cache/iam").write_text("[1")
    assert slrun(tmp_path, "iam").returncode == 4
