# SPDX-License-Identifier: Apache-2.0
"""Calls of functions, judged by the policies of their roles: boto3 in handlers, SAM and plain roles."""
import http.client
import json
import os
import re
import subprocess
import urllib.parse
import urllib.request

import pytest
from lambda_cloud import WITHIN, Cloud

SLRUN = os.environ["SLRUN"]

HANDLER = '''
import os
import boto3
from botocore.exceptions import ClientError

env = os.environ
ddb, sqs, sns, s3 = (boto3.client(name) for name in ("dynamodb", "sqs", "sns", "s3"))
key = {"id": {"S": "1"}}
def other():
    keys = CALLS["assume"]()["Credentials"]
    return boto3.client("dynamodb", aws_access_key_id=keys["AccessKeyId"], aws_secret_access_key=keys["SecretAccessKey"],
                        aws_session_token=keys["SessionToken"])

CALLS = {
    "get": lambda: ddb.get_item(TableName=env["TABLE"], Key=key),
    "abroad": lambda: boto3.client("dynamodb", region_name="eu-west-3").get_item(TableName=env["TABLE"], Key=key),
    "put": lambda: ddb.put_item(TableName=env["TABLE"], Item=key),
    "transact": lambda: ddb.transact_write_items(TransactItems=[{"Delete": {"TableName": env["TABLE"], "Key": key}}]),
    "partiql": lambda: ddb.execute_statement(Statement=f"SELECT * FROM \\"{env['TABLE']}\\""),
    "tables": lambda: ddb.list_tables(),
    "send": lambda: sqs.send_message_batch(QueueUrl=env["QUEUE"], Entries=[{"Id": "1", "MessageBody": "x"}]),
    "url": lambda: sqs.get_queue_url(QueueName=env["QUEUE"].rpartition("/")[2]),
    "publish": lambda: sns.publish(TopicArn=env["TOPIC"], Message="x"),
    "upload": lambda: s3.put_object(Bucket=env["BUCKET"], Key="in/a", Body=b"x"),
    "elsewhere": lambda: s3.put_object(Bucket=env["BUCKET"], Key="out/a", Body=b"x"),
    "list": lambda: s3.list_objects_v2(Bucket=env["BUCKET"]),
    "no_bucket": lambda: s3.get_object(Bucket="nobody-has-this-one", Key="a"),
    "invoke": lambda: boto3.client("lambda").invoke(FunctionName=env["AWS_LAMBDA_FUNCTION_NAME"], InvocationType="DryRun"),
    "param": lambda: boto3.client("ssm").get_parameters(Names=["/a/b"]),
    "secret": lambda: boto3.client("secretsmanager").get_secret_value(SecretId="none"),
    "events": lambda: boto3.client("events").put_events(Entries=[{"Source": "a", "DetailType": "b", "Detail": "{}"}]),
    "answer": lambda: boto3.client("stepfunctions").send_task_success(taskToken="none", output="{}"),
    "stream": lambda: boto3.client("kinesis").put_record(StreamName=env["STREAM"], Data=b"x", PartitionKey="p"),
    "assume": lambda: boto3.client("sts").assume_role(RoleArn=env["OTHER"], RoleSessionName="guest"),
    "stranger": lambda: boto3.client("sts").assume_role(RoleArn=env["STRANGER"], RoleSessionName="guest"),
    "friend": lambda: boto3.client("sts").assume_role(RoleArn=env["FRIEND"], RoleSessionName="guest"),
    "get as other": lambda: other().get_item(TableName=env["TABLE"], Key=key),
    "put as other": lambda: other().put_item(TableName=env["TABLE"], Item=key),
    "whoami": lambda: boto3.client("sts").get_caller_identity(),
}

def handler(event, context):
    if event.get("presign"):
        return s3.generate_presigned_url("put_object", Params={"Bucket": env["BUCKET"], "Key": event["presign"]})
    said = {}
    for name in event.get("calls", []):
        try:
            CALLS[name]()
            said[name] = "ok"
        except ClientError as error:
            said[name] = [error.response["ResponseMetadata"]["HTTPStatusCode"], error.response["Error"]["Code"],
                          error.response["Error"]["Message"]]
    return said
'''

TEMPLATE = '''
Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: python3.12
    Handler: app.handler
    CodeUri: src
    Timeout: 30
    Environment:
      Variables: {TABLE: !Ref Table, QUEUE: !Ref Queue, TOPIC: !Ref Topic, BUCKET: !Ref Bucket, STREAM: !Ref Stream, OTHER: !GetAtt OtherRole.Arn,
                  STRANGER: !GetAtt StrangerRole.Arn, FRIEND: !GetAtt FriendRole.Arn}
Resources:
  Table: {Type: AWS::Serverless::SimpleTable, Properties: {PrimaryKey: {Name: id, Type: String}}}
  Queue: {Type: AWS::SQS::Queue}
  Topic: {Type: AWS::SNS::Topic}
  Bucket: {Type: AWS::S3::Bucket}
  Stream: {Type: AWS::Kinesis::Stream, Properties: {ShardCount: 1}}

  Bare: {Type: AWS::Serverless::Function}

  Connected:
    Type: AWS::Serverless::Function
    Connectors:
      Stores: {Properties: {Destination: [{Id: Table}, {Id: Queue}], Permissions: [Read, Write]}}
  Files: {Type: AWS::Serverless::Connector, Properties: {Source: {Id: Connected}, Destination: {Id: Bucket}, Permissions: [Write]}}

  Equipped:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - DynamoDBCrudPolicy: {TableName: !Ref Table}
        - SQSSendMessagePolicy: {QueueName: !GetAtt Queue.QueueName}
        - SNSPublishMessagePolicy: {TopicName: !GetAtt Topic.TopicName}
        - S3CrudPolicy: {BucketName: !Ref Bucket}
        - SSMParameterWithSlashPrefixReadPolicy: {ParameterName: /a/*}
        - EventBridgePutEventsPolicy: {EventBusName: default}
        - StepFunctionsCallbackPolicy: {StateMachineName: flow}
        - KinesisCrudPolicy: {StreamName: !Ref Stream}
        - AmazonSQSReadOnlyAccess
        - Version: "2012-10-17"
          Statement:
            - {Effect: Allow, Action: "dynamodb:PartiQL*", Resource: !GetAtt Table.Arn}
            - {Effect: Allow, Action: ["dynamodb:ListTables", "lambda:Invoke*", "secretsmanager:*", "sts:AssumeRole"], Resource: "*"}

  Plain: {Type: AWS::Serverless::Function, Properties: {Role: !GetAtt PlainRole.Arn}}
  PlainRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: plain
      AssumeRolePolicyDocument: &assume
        Statement: {Effect: Allow, Action: "sts:AssumeRole", Principal: {Service: lambda.amazonaws.com}}
      PermissionsBoundary: !Ref Bound
      ManagedPolicyArns: [!Ref Managed]
      Policies:
        - PolicyName: own
          PolicyDocument:
            Statement:
              - {Effect: Allow, Action: "s3:PutObject", Resource: !Sub "${Bucket.Arn}/in/*"}
              - {Effect: Deny, Action: "sns:*", Resource: "*"}
              - {Effect: Allow, Action: "dynamodb:*", Resource: "*", Condition: {StringEquals: {"aws:RequestedRegion": eu-west-1}}}
  Managed:
    Type: AWS::IAM::ManagedPolicy
    Properties: {PolicyDocument: {Statement: [{Effect: Allow, Action: "kinesis:*", Resource: !GetAtt Stream.Arn}]}}
  Attached:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: attached
      Roles: [!Ref PlainRole]
      PolicyDocument: {Statement: [{Effect: Allow, Action: ["sns:Publish", "ssm:*"], Resource: "*"}]}
  Bound:
    Type: AWS::IAM::ManagedPolicy
    Properties: {PolicyDocument: {Statement: [{Effect: Allow, NotAction: "ssm:*", Resource: "*"}]}}
  QueuePolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument:
        Statement: {Effect: Allow, Action: "sqs:SendMessage", Resource: !GetAtt Queue.Arn, Principal: {AWS: !GetAtt PlainRole.Arn}}
  BucketPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Statement: {Effect: Allow, Action: "s3:ListBucket", Resource: !GetAtt Bucket.Arn, Principal: {AWS: !GetAtt PlainRole.Arn}}

  OtherRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: "sts:AssumeRole", Principal: {AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root"}}}
      Policies: [{PolicyName: own, PolicyDocument: {Statement: {Effect: Allow, Action: "dynamodb:GetItem", Resource: "*"}}}]
  StrangerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: "sts:AssumeRole", Principal: {AWS: "arn:aws:iam::999999999999:root"}}}
  FriendRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: friend
      AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: "sts:AssumeRole", Principal: {AWS: "arn:aws:iam::000000000000:role/plain"}}}

  Unknown: {Type: AWS::Serverless::Function, Properties: {Policies: [AWSNobodyKnowsThisAccess]}}
  Foreign: {Type: AWS::Serverless::Function, Properties: {Role: "arn:aws:iam::000000000000:role/foreign"}}

  Deaf: {Type: AWS::Serverless::Function, Properties: {Role: !GetAtt DeafRole.Arn}}
  DeafRole: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: *assume}}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {FunctionName: !Ref Deaf, EventSourceArn: !GetAtt Queue.Arn}
Outputs:
  Connected: {Value: !Ref Connected}
  Bare: {Value: !Ref Bare}
  Equipped: {Value: !Ref Equipped}
  Plain: {Value: !Ref Plain}
  Unknown: {Value: !Ref Unknown}
  Foreign: {Value: !Ref Foreign}
  Deaf: {Value: !Ref Deaf}
  Stream: {Value: !GetAtt Stream.Arn}
'''
ALL = ["get", "put", "transact", "partiql", "tables", "send", "publish", "upload", "elsewhere", "list", "invoke", "param",
       "events", "stream"]


@pytest.fixture(name="project", scope="module")
def makes_project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("roles")
    (folder / "stack/src").mkdir(parents=True)
    (folder / "stack/src/app.py").write_text(HANDLER)
    (folder / "stack/template.yaml").write_text(TEMPLATE)
    return folder


class Stack:
    def __init__(self, project, *options):
        self.cloud = Cloud(*options, str(project / "stack"))
        waiter = self.cloud.client("cloudformation").get_waiter("stack_create_complete")
        waiter.wait(StackName="stack", WaiterConfig={"Delay": 0.2, "MaxAttempts": 500})
        stack = self.cloud.client("cloudformation").describe_stacks(StackName="stack")["Stacks"][0]
        self.outputs = {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}

    def ask(self, name, event):
        answer = self.cloud.client("lambda").invoke(FunctionName=self.outputs[name], Payload=json.dumps(event))
        return json.loads(answer["Payload"].read())

    def denied(self, name):
        with urllib.request.urlopen(f"{self.cloud.url}/_slrun/denied", timeout=WITHIN) as answer:
            return [told for told in json.load(answer)["denied"] if told.get("function") == name]

    def whose(self, who):
        with urllib.request.urlopen(f"{self.cloud.url}/_slrun/denied", timeout=WITHIN) as answer:
            return [told["text"] for told in json.load(answer)["denied"] if told["who"] == who]

    def actions(self, name):
        return sorted(told["action"] for told in self.denied(name))


def opened(project, *options):
    stack = Stack(project, *options)
    yield stack
    stack.cloud.stop()


@pytest.fixture(name="warning", scope="module")
def opens_warning(project):
    yield from opened(project)


@pytest.fixture(name="enforcing", scope="module")
def opens_enforcing(project):
    yield from opened(project, "--iam", "enforce", "--strict-signatures")


def line_of(text):
    return next(i for i, line in enumerate(TEMPLATE.splitlines(), 1) if text in line)


def test_nothing_is_refused_and_each_thing_told_once(warning):
    for _ in range(2):
        assert warning.ask("Bare", {"calls": ALL}) == {name: "ok" for name in ALL}
    assert warning.actions("Bare") == sorted([
        "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem", "dynamodb:PartiQLSelect", "dynamodb:ListTables",
        "sqs:SendMessage", "sns:Publish", "s3:PutObject", "s3:ListBucket", "lambda:InvokeFunction",
        "ssm:GetParameters", "events:PutEvents", "kinesis:PutRecord"])


def test_what_is_told(warning):
    warning.ask("Bare", {"calls": ["put", "send"]})
    told = {told["action"]: told for told in warning.denied("Bare")}
    assert told["dynamodb:PutItem"]["text"] == (
        "AWS would refuse: function Bare called dynamodb:PutItem on table Table; its role allows nothing of dynamodb")
    assert told["dynamodb:PutItem"]["hint"].endswith(
        f"template.yaml:{line_of('Bare:')}: add to the policies of Bare: DynamoDBWritePolicy: {{TableName: !Ref Table}}")
    assert told["sqs:SendMessage"]["hint"].endswith("SQSSendMessagePolicy: {QueueName: !GetAtt Queue.QueueName}")
    assert re.match(r"arn:aws:dynamodb:us-east-1:000000000000:table/stack-Table-", told["dynamodb:PutItem"]["resource"])


def test_what_is_allowed_is_not_told(warning):
    calls = [*ALL, "url", "whoami", "no_bucket", "secret", "answer"]
    said = warning.ask("Equipped", {"calls": calls})
    assert said.pop("answer")[1] == "InvalidToken"
    assert said.pop("no_bucket")[1] == "NoSuchBucket"
    assert said.pop("secret")[1] == "ResourceNotFoundException"
    assert set(said.values()) == {"ok"}
    assert warning.denied("Equipped") == []


def test_a_call_that_names_no_resource(warning):
    """A task's token says nothing of its state machine: what no statement allows for any is told."""
    warning.ask("Bare", {"calls": ["answer"]})
    told = next(told for told in warning.denied("Bare") if told["action"] == "states:SendTaskSuccess")
    assert told["text"] == "AWS would refuse: function Bare called states:SendTaskSuccess; its role allows nothing of states"
    assert told["hint"].endswith('add to the policies of Bare: StepFunctionsCallbackPolicy: {StateMachineName: "*"}')


def test_what_connectors_grant(warning, enforcing):
    calls = ["get", "put", "send", "upload", "list"]
    assert set(warning.ask("Connected", {"calls": calls}).values()) == {"ok"}
    assert warning.actions("Connected") == ["s3:ListBucket"]  # it only writes
    assert [name for name, said in enforcing.ask("Connected", {"calls": calls}).items() if said != "ok"] == ["list"]


def test_a_call_to_another_region(warning):
    """What its role has is told, and no policy that it has already."""
    warning.ask("Equipped", {"calls": ["abroad"]})
    told = next(told for told in warning.denied("Equipped") if told["action"] == "dynamodb:GetItem")
    assert "; its role allows that only on arn:aws:dynamodb:us-east-1:000000000000:table/stack-Table-" in told["text"]
    assert told["hint"] == ("the call went to eu-west-3, and what the role allows is in us-east-1: "
                            "which region does the client name?")
    warning.ask("Bare", {"calls": ["abroad"]})
    assert "add to the policies of Bare: DynamoDBReadPolicy" in warning.denied("Bare")[-1]["hint"]


def test_roles_of_templates(warning):
    warning.ask("Plain", {"calls": ALL})
    told = {told["action"]: told["text"].partition("; ")[2] for told in warning.denied("Plain")}
    assert "kinesis:PutRecord" not in told    # a managed policy
    assert "sqs:SendMessage" not in told      # the queue's own policy
    assert "s3:ListBucket" not in told        # the bucket's own policy
    assert told["sns:Publish"] == "a policy of its role denies it"
    assert told["ssm:GetParameters"] == "the permissions boundary of its role does not allow it"
    assert told["dynamodb:PutItem"] == "its role allows that only under a condition"
    assert told["s3:PutObject"].endswith("/in/*")
    assert [told["text"] for told in warning.denied("Plain") if told["action"] == "s3:PutObject"] == [
        f"AWS would refuse: function Plain called s3:PutObject on object Bucket/out/a; {told['s3:PutObject']}"]
    hints = {told["action"]: told["hint"] for told in warning.denied("Plain")}
    statement = f"template.yaml:{line_of('PolicyName: own') - 1}: add to the statements of PlainRole: {{Effect: Allow, Action: "
    assert hints["dynamodb:PutItem"].endswith(statement + "dynamodb:PutItem, Resource: !GetAtt Table.Arn}")
    assert hints["s3:PutObject"].endswith(statement + 's3:PutObject, Resource: !Sub "${Bucket.Arn}/*"}')


def test_roles_that_functions_assume(warning):
    for name in ("Bare", "Equipped", "Plain"):
        assert set(warning.ask(name, {"calls": ["assume", "stranger", "friend", "get as other", "put as other"]}).values()) == {"ok"}
    told = {name: [told["text"] for told in warning.denied(name) if told["action"] == "sts:AssumeRole"]
            for name in ("Bare", "Equipped", "Plain")}
    words = "AWS would refuse: function {} called sts:AssumeRole on role {}; {}"
    neither = "the role trusts neither its role nor its account"
    assert told == {
        "Bare": [words.format("Bare", "OtherRole", "its role allows nothing of sts"), words.format("Bare", "StrangerRole", neither),
                 words.format("Bare", "FriendRole", neither)],
        "Equipped": [words.format("Equipped", "StrangerRole", neither), words.format("Equipped", "FriendRole", neither)],
        "Plain": [words.format("Plain", "OtherRole", "its role allows nothing of sts"), words.format("Plain", "StrangerRole", neither)]}
    hint = next(told["hint"] for told in warning.denied("Bare") if "StrangerRole" in told["text"])
    assert re.search(r"see AssumeRolePolicyDocument of StrangerRole: Principal: {AWS: arn:aws:iam::000000000000:role/\S+}$", hint)
    assert warning.whose("role OtherRole") == [
        "AWS would refuse: role OtherRole called dynamodb:PutItem on table Table; its role allows only dynamodb:GetItem"]


def test_who_is_not_judged(warning):
    for name in ("Unknown", "Foreign"):
        assert warning.ask(name, {"calls": ["put"]}) == {"put": "ok"}
        assert warning.denied(name) == []


def test_mappings(warning):
    assert warning.actions("Deaf") == ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"]
    assert warning.denied("Deaf")[0]["text"].startswith(
        "AWS would refuse to create the event source mapping of function Deaf: it needs sqs:")


def test_a_mapping_that_is_made_later_is_told(warning):
    lam = warning.cloud.client("lambda")
    made = lam.create_event_source_mapping(FunctionName=warning.outputs["Deaf"], EventSourceArn=warning.outputs["Stream"],
                                           StartingPosition="LATEST")
    lam.delete_event_source_mapping(UUID=made["UUID"])
    assert {"kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:DescribeStream"} < set(warning.actions("Deaf"))


REFUSED = "because no identity-based policy allows the"


def test_errors_are_those_of_aws(enforcing):
    said = enforcing.ask("Bare", {"calls": [*ALL, "secret", "whoami"]})
    user = r"User: arn:aws:sts::000000000000:assumed-role/stack-BareRole-\w+/stack-Bare-\w+ is not authorized to perform: "
    assert said.pop("whoami") == "ok"
    assert {name: (status, code) for name, (status, code, _) in said.items()} == {
        **{name: (400, "AccessDeniedException")
           for name in ("get", "put", "transact", "partiql", "tables", "param", "events", "stream", "secret")},
        "send": (400, "AccessDenied"), "publish": (403, "AuthorizationError"), "invoke": (403, "AccessDeniedException"),
        **{name: (403, "AccessDenied") for name in ("upload", "elsewhere", "list")}}
    for name, action in (("put", "dynamodb:PutItem"), ("send", "sqs:sendmessage"), ("publish", "SNS:Publish")):
        assert re.fullmatch(f"{user}{action} on resource: arn:aws:\\S+ {REFUSED} {action} action", said[name][2]), said[name]
    assert re.fullmatch(f'{user}s3:PutObject on resource: "arn:aws:s3:::\\S+/in/a" {REFUSED} s3:PutObject action', said["upload"][2])


def test_enforced_roles_that_functions_assume(enforcing):
    said = enforcing.ask("Equipped", {"calls": ["assume", "stranger", "get as other", "put as other"]})
    assert said["assume"] == said["get as other"] == "ok"
    assert said["stranger"][:2] == [403, "AccessDenied"] and said["put as other"][:2] == [400, "AccessDeniedException"]
    assert re.match(r"User: arn:aws:sts::000000000000:assumed-role/stack-OtherRole-\w+/guest is not authorized", said["put as other"][2])
    assert enforcing.ask("Plain", {"calls": ["friend"]}) == {"friend": "ok"}


def test_enforced_roles_of_templates(enforcing):
    said = enforcing.ask("Plain", {"calls": ALL})
    assert [name for name in ALL if said[name] == "ok"] == ["send", "upload", "list", "stream"]
    assert said["publish"][2].endswith("with an explicit deny in an identity-based policy")
    assert said["param"][2].endswith("because no permissions boundary allows the ssm:GetParameters action")
    assert enforcing.ask("Equipped", {"calls": ALL}) == {name: "ok" for name in ALL}


def put(url):
    """Without a Content-Type, which would be signed."""
    place = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(place.netloc, timeout=WITHIN)
    connection.request("PUT", f"{place.path}?{place.query}", body=b"x")
    status = connection.getresponse().status
    connection.close()
    return status


def test_presigned_addresses_are_the_functions(enforcing):
    assert put(enforcing.ask("Plain", {"presign": "in/b"})) == 200
    assert put(enforcing.ask("Plain", {"presign": "out/b"})) == 403


def test_a_mapping_is_refused(enforcing):
    lam = enforcing.cloud.client("lambda")
    with pytest.raises(lam.exceptions.InvalidParameterValueException, match="Cannot access stream"):
        lam.create_event_source_mapping(FunctionName=enforcing.outputs["Deaf"], EventSourceArn=enforcing.outputs["Stream"],
                                        StartingPosition="LATEST")


def test_users_are_not_judged(enforcing):
    enforcing.cloud.client("sqs").list_queues()
    enforcing.cloud.client("dynamodb").list_tables()


SPEC = '''
local lambda <const> = require "slrun.lambda"
pattern { name = "roles", stack = "stack", sla = "1s" }
case "works" (function(t)
  expect(lambda.invoke { FunctionName = t.stack.Bare, Payload = { calls = { "put" } } }.Payload):matches { put = WANTED }
end)
'''


def run(project, wanted, *args):
    (project / "spec.lua").write_text(SPEC.replace("WANTED", wanted))
    return subprocess.run([SLRUN, *args, "spec.lua"], cwd=project, timeout=WITHIN, capture_output=True, text=True, check=False)


TOLD = """AWS would refuse: function Bare called dynamodb:PutItem on table Table; its role allows nothing of dynamodb
"""


def test_a_run_tells_at_its_end(project):
    done = run(project, '"ok"')
    assert done.returncode == 0 and "what AWS would refuse" in done.stdout, done.stdout + done.stderr
    assert TOLD + f"  stack/template.yaml:{line_of('Bare:')}: add to the policies of Bare: DynamoDBWritePolicy" in done.stdout
    done = run(project, '"ok"', "--github=yes")
    assert (f"::warning file=stack/template.yaml,line={line_of('Bare:')},title=what AWS would refuse::{TOLD.strip()}%0A"
            f"stack/template.yaml:{line_of('Bare:')}: add to the policies of Bare: DynamoDBWritePolicy" in done.stdout), done.stdout
    done = run(project, '"ok"', "--iam=off")
    assert done.returncode == 0 and "AWS would refuse" not in done.stdout + done.stderr
    done = run(project, '"no"')  # in what the system did, and at the end
    assert done.returncode == 1 and done.stdout.count(TOLD) == 2, done.stdout
    done = run(project, '"no"', "-n", "1")
    assert done.returncode == 1 and done.stdout.count(TOLD) == 2, done.stdout
    assert "\n--iam enforce has them refused here, too; --iam off is silent\n" in done.stdout


def test_a_run_enforces(project):
    (project / "slrun.yaml").write_text("iam: enforce\n")
    try:
        done = run(project, '{ 400, "AccessDeniedException" }', f"--report-json={project}/report.json")
    finally:
        (project / "slrun.yaml").unlink()
    assert done.returncode == 0 and TOLD in done.stdout, done.stdout + done.stderr
    assert "\nthey were refused here, too (--iam enforce); --iam warn only tells of them\n" in done.stdout
    end = [json.loads(line) for line in (project / "report.json").read_text().splitlines()][-1]
    assert end["denied"][-1]["text"] == TOLD.strip() and end["denied"][-1]["function"] == "Bare"
