# SPDX-License-Identifier: Apache-2.0
"""Roles and policies that change while they are judged: each call by what holds then, for that resource, region and source."""
import json
import urllib.request

import pytest
from botocore.exceptions import ClientError
from lambda_cloud import WITHIN, Cloud
from sdk import zipped

HERE = "000000000000"
QUEUES = f"arn:aws:sqs:us-east-1:{HERE}:"
HANDLER = '''
import boto3
from botocore.exceptions import ClientError

def handler(event, context):
    try:
        getattr(boto3.client(event["service"], region_name=event["region"]), event["call"])(**event["args"])
    except ClientError as error:
        return error.response["Error"]["Code"]
    return "ok"
'''
ASSUMED = {"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}}


def allow(action, resource="*", **condition):
    return {"Effect": "Allow", "Action": action, "Resource": resource, **({"Condition": condition} if condition else {})}


FIRST = [allow("sqs:SendMessage", f"{QUEUES}one"),
         allow("dynamodb:ListTables", StringEquals={"aws:RequestedRegion": "us-east-1"}),
         allow("sns:ListTopics", StringEquals={"aws:PrincipalAccount": "999999999999"}),
         allow("sns:ListSubscriptions", StringEquals={"aws:PrincipalAccount": HERE}, ArnLike={"aws:PrincipalArn": "*:role/probe"})]


def template(statements):
    policies = [{"PolicyName": "own", "PolicyDocument": {"Statement": statements}}]
    return json.dumps({"Resources": {
        "Probe": {"Type": "AWS::IAM::Role",
                  "Properties": {"RoleName": "probe", "AssumeRolePolicyDocument": ASSUMED, "Policies": policies}},
        "Named": {"Type": "AWS::IAM::RolePolicy",
                  "Properties": {"PolicyName": "named", "RoleName": "probe",
                                 "PolicyDocument": {"Statement": [allow("kinesis:ListStreams")]}}},
        "ByName": {"Type": "AWS::IAM::ManagedPolicy",
                   "Properties": {"Roles": ["probe"], "PolicyDocument": {"Statement": [allow("ssm:DescribeParameters")]}}}}})


class Probe:
    def __init__(self):
        self.cloud = Cloud("--iam", "enforce")
        self.stacks = self.cloud.client("cloudformation")
        self.stacks.create_stack(StackName="roles", TemplateBody=template(FIRST), Capabilities=["CAPABILITY_NAMED_IAM"])
        self.wait("stack_create_complete")
        self.cloud.client("lambda").create_function(
            FunctionName="probe", Runtime="python3.12", Handler="app.handler", Role=f"arn:aws:iam::{HERE}:role/probe", Timeout=60,
            Code={"ZipFile": zipped({"app.py": HANDLER})})
        self.cloud.client("lambda").get_waiter("function_active_v2").wait(FunctionName="probe")
        for name in ("one", "two"):
            self.cloud.client("sqs").create_queue(QueueName=name)
        self.cloud.client("s3").create_bucket(Bucket="roles-changes")

    def wait(self, what):
        self.stacks.get_waiter(what).wait(StackName="roles", WaiterConfig={"Delay": 0.2, "MaxAttempts": 500})

    def ask(self, service, call, region="us-east-1", **args):
        event = {"service": service, "call": call, "region": region, "args": args}
        answer = self.cloud.client("lambda").invoke(FunctionName="probe", Payload=json.dumps(event))
        return json.loads(answer["Payload"].read())

    def send(self, queue):
        return self.ask("sqs", "send_message", QueueUrl=queue, MessageBody="x")

    def put(self):
        return self.ask("s3", "put_object", Bucket="roles-changes", Key="a")

    def told(self):
        with urllib.request.urlopen(f"{self.cloud.url}/_slrun/denied", timeout=WITHIN) as answer:
            return [(one["name"], one["action"], one["target"]) for one in json.load(answer)["denied"]]

    def settle(self):
        request = urllib.request.Request(f"{self.cloud.url}/_slrun/settle", method="POST")
        urllib.request.urlopen(request, timeout=WITHIN).close()


@pytest.fixture(name="probe", scope="module")
def opens_probe():
    probe = Probe()
    yield probe
    probe.cloud.stop()


def test_each_resource_and_region(probe):
    for _ in range(2):
        assert [probe.send("one"), probe.send("two")] == ["ok", "AccessDenied"]
        assert probe.ask("dynamodb", "list_tables") == "ok"
        assert probe.ask("dynamodb", "list_tables", "eu-west-1") == "AccessDeniedException"
    assert probe.ask("sns", "list_topics") == "AuthorizationError"
    assert probe.ask("sns", "list_subscriptions") == "ok"
    assert probe.ask("kinesis", "list_streams") == "ok" and probe.ask("ssm", "describe_parameters") == "ok"
    assert probe.ask("kinesis", "create_stream", StreamName="x", ShardCount=1) == "AccessDeniedException"
    assert [told for told in probe.told() if told[1] == "sqs:SendMessage"] == [("probe", "sqs:SendMessage", "two")]


def test_the_resource_changes_its_mind(probe):
    s3 = probe.cloud.client("s3")
    statement = {**allow("s3:PutObject", "arn:aws:s3:::roles-changes/*"), "Principal": {"AWS": f"arn:aws:iam::{HERE}:role/probe"}}
    assert probe.put() == "AccessDenied"
    s3.put_bucket_policy(Bucket="roles-changes", Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))
    assert probe.put() == "ok"
    s3.delete_bucket_policy(Bucket="roles-changes")
    assert probe.put() == "AccessDenied"


def test_sources(probe):
    """Of two rules each is allowed one of two queues, by its ARN or account; one with the wrong account none."""
    events, sqs = probe.cloud.client("events"), probe.cloud.client("sqs")
    arns = {name: events.put_rule(Name=name, EventPattern='{"source": ["s"]}')["RuleArn"] for name in ("left", "right")}
    conditions = {"by-left": {"ArnEquals": {"aws:SourceArn": arns["left"]}}, "by-account": {"StringEquals": {"aws:SourceAccount": HERE}},
                  "by-other": {"StringEquals": {"aws:SourceAccount": "999999999999"}}}
    for name, condition in conditions.items():
        sqs.create_queue(QueueName=name)
        statement = {**allow("sqs:SendMessage", f"{QUEUES}{name}", **condition), "Principal": {"Service": "events.amazonaws.com"}}
        sqs.set_queue_attributes(QueueUrl=name, Attributes={"Policy": json.dumps({"Statement": [statement]})})
    for name in arns:
        events.put_targets(Rule=name, Targets=[{"Id": queue, "Arn": QUEUES + queue} for queue in conditions])
    events.put_events(Entries=[{"Source": "s", "DetailType": "d", "Detail": "{}"}])
    probe.settle()
    counts = {name: sqs.get_queue_attributes(QueueUrl=name, AttributeNames=["All"])["Attributes"]["ApproximateNumberOfMessages"]
              for name in conditions}
    assert counts == {"by-left": "1", "by-account": "2", "by-other": "0"}
    assert sorted(told for told in probe.told() if told[0] in arns) == [
        ("left", "sqs:SendMessage", "by-other"), ("right", "sqs:SendMessage", "by-left"), ("right", "sqs:SendMessage", "by-other")]


def test_the_role_changes_and_goes(probe):
    assert probe.send("two") == "AccessDenied"
    probe.stacks.update_stack(StackName="roles", TemplateBody=template([allow("sqs:*", f"{QUEUES}two")]), Capabilities=["CAPABILITY_NAMED_IAM"])
    probe.wait("stack_update_complete")
    assert [probe.send("one"), probe.send("two")] == ["AccessDenied", "ok"]
    probe.stacks.delete_stack(StackName="roles")
    probe.wait("stack_delete_complete")
    assert [probe.send("one"), probe.put()] == ["ok", "ok"]  # a role of no stack is not judged


ROLES = """
Resources:
  Stranger: {Type: AWS::IAM::Role, Properties: {RoleName: stranger, AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: "sts:AssumeRole", Principal: {Service: lambda.amazonaws.com}}}}}
  Runner: {Type: AWS::IAM::Role, Properties: {RoleName: runner, AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: "sts:AssumeRole", Principal: {Service: states.amazonaws.com}}}}}
  Logger:
    Type: AWS::IAM::Role
    Properties:
      RoleName: logger
      AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: "sts:AssumeRole", Principal: {Service: states.amazonaws.com}}}
      Policies: [{PolicyName: logs, PolicyDocument: {Statement: {Effect: Allow, Action: "logs:CreateLogDelivery", Resource: "*"}}}]
"""


@pytest.fixture(name="roles", scope="module")
def makes_roles(probe):
    probe.stacks.create_stack(StackName="tried", TemplateBody=ROLES, Capabilities=["CAPABILITY_NAMED_IAM"])
    probe.stacks.get_waiter("stack_create_complete").wait(StackName="tried", WaiterConfig={"Delay": 0.2, "MaxAttempts": 500})
    return probe


def test_roles_of_state_machines_and_schedules(roles):
    probe = roles
    states = probe.cloud.client("stepfunctions")
    logging = {"level": "ALL", "destinations": [{"cloudWatchLogsLogGroup": {"logGroupArn": f"arn:aws:logs:us-east-1:{HERE}:log-group:g:*"}}]}
    wanted = {"name": "m", "definition": json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}})}

    def refused(call, role, **more):
        with pytest.raises(ClientError) as caught:
            call(roleArn=f"arn:aws:iam::{HERE}:role/{role}", **more)
        assert caught.value.response["Error"]["Code"] == "AccessDeniedException"
        return caught.value.response["Error"]["Message"]
    assert refused(states.create_state_machine, "stranger", **wanted) == (
        "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.")
    no_logs = "The state machine IAM Role is not authorized to access the Log Destination"
    assert refused(states.create_state_machine, "runner", **wanted, loggingConfiguration=logging) == no_logs
    made = states.create_state_machine(roleArn=f"arn:aws:iam::{HERE}:role/logger", **wanted, loggingConfiguration=logging)["stateMachineArn"]
    assert refused(states.update_state_machine, "runner", stateMachineArn=made) == no_logs
    states.update_state_machine(stateMachineArn=made, roleArn=f"arn:aws:iam::{HERE}:role/runner", loggingConfiguration={"level": "OFF"})
    schedules = probe.cloud.client("scheduler")
    with pytest.raises(ClientError, match="The execution role you provide must allow AWS EventBridge Scheduler to assume the role."):
        schedules.create_schedule(Name="s", ScheduleExpression="rate(1 hour)", FlexibleTimeWindow={"Mode": "OFF"},
                                  Target={"Arn": QUEUES + "one", "RoleArn": f"arn:aws:iam::{HERE}:role/stranger"})
    assert [told[:2] for told in probe.told() if told[0] == "m"] == [("m", "sts:AssumeRole"), ("m", "logs:CreateLogDelivery")]


TRIALS = [
    ({"TracingConfig": {"Mode": "Active"}}, "PutTraceSegments on XRAY", ("xray:PutTraceSegments", "*")),
    ({"VpcConfig": {"SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"]}}, "CreateNetworkInterface on EC2", ("ec2:CreateNetworkInterface", "*")),
    ({"DeadLetterConfig": {"TargetArn": QUEUES + "two"}}, "SendMessage on SQS", ("sqs:SendMessage", "two")),
    ({"DeadLetterConfig": {"TargetArn": f"arn:aws:sns:us-east-1:{HERE}:t"}}, "Publish on SNS", ("sns:Publish", "t"))]


@pytest.mark.parametrize("setting,said,told", TRIALS, ids=[told[0] for _, _, told in TRIALS])
def test_roles_of_functions_are_tried(roles, setting, said, told):
    functions, name = roles.cloud.client("lambda"), "tried-" + told[0].partition(":")[0]
    body = {"FunctionName": name, "Runtime": "python3.12", "Handler": "app.handler", "Role": f"arn:aws:iam::{HERE}:role/stranger",
            "Code": {"ZipFile": zipped({"app.py": HANDLER})}}
    with pytest.raises(functions.exceptions.InvalidParameterValueException) as caught:
        functions.create_function(**body, **setting)
    assert caught.value.response["Error"]["Message"] == f"The provided execution role does not have permissions to call {said}"
    assert (name, *told) in roles.told()
    functions.create_function(**body)
    functions.get_waiter("function_active_v2").wait(FunctionName=name)
    with pytest.raises(functions.exceptions.InvalidParameterValueException):
        functions.update_function_configuration(FunctionName=name, **setting)
    functions.update_function_configuration(FunctionName=name, Timeout=9)
    functions.delete_function(FunctionName=name)
