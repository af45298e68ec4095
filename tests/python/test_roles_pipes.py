# SPDX-License-Identifier: Apache-2.0
"""Pipes and schedules call with their roles, which are judged."""
import json
import urllib.request

import pytest
from lambda_cloud import WITHIN, Cloud
from sdk import take, until

TEMPLATE = '''
Resources:
  A: {Type: AWS::SQS::Queue, Properties: {QueueName: a}}
  B: {Type: AWS::SQS::Queue, Properties: {QueueName: b}}
  Dead: {Type: AWS::SQS::Queue, Properties: {QueueName: dead}}
  PipeRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: "sts:AssumeRole", Principal: {Service: PIPES}}}
      Policies:
        - PolicyName: own
          PolicyDocument:
            Statement:
              - {Effect: Allow, Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], Resource: !GetAtt A.Arn}
              - {Effect: Allow, Action: "sqs:SendMessage", Resource: PIPE_TO}
  Pipe:
    Type: AWS::Pipes::Pipe
    Properties: {Name: pipe, RoleArn: !GetAtt PipeRole.Arn, Source: !GetAtt A.Arn, Target: !GetAtt B.Arn, TargetParameters: {InputTemplate: "<$.body>"}}
  ScheduleRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: "sts:AssumeRole", Principal: {Service: scheduler.amazonaws.com}}}
      Policies:
        - PolicyName: own
          PolicyDocument: {Statement: [{Effect: Allow, Action: "sqs:SendMessage", Resource: [!GetAtt Dead.Arn, SCHEDULE_TO]}]}
  Schedule:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 minute)
      FlexibleTimeWindow: {Mode: "OFF"}
      Target: {Arn: !GetAtt B.Arn, RoleArn: !GetAtt ScheduleRole.Arn, Input: tick, DeadLetterConfig: {Arn: !GetAtt Dead.Arn}}
'''
RIGHT = {"PIPES": "pipes.amazonaws.com", "PIPE_TO": "!GetAtt B.Arn", "SCHEDULE_TO": "!GetAtt B.Arn"}


class System:
    def __init__(self, words, *options):
        template = TEMPLATE
        for word, means in {**RIGHT, **words}.items():
            template = template.replace(word, means)
        self.cloud = Cloud(*options)
        self.sqs, self.pipes, stacks = (self.cloud.client(name) for name in ("sqs", "pipes", "cloudformation"))
        stacks.create_stack(StackName="s", TemplateBody=template, Capabilities=["CAPABILITY_IAM"])
        stacks.get_waiter("stack_create_complete").wait(StackName="s", WaiterConfig={"Delay": 0.2, "MaxAttempts": 500})
        self.url = {name: self.sqs.get_queue_url(QueueName=name)["QueueUrl"] for name in ("a", "b", "dead")}

    def advance(self, span):
        body = json.dumps({"advance": span}).encode()
        urllib.request.urlopen(urllib.request.Request(f"{self.cloud.url}/_slrun/clock", body), timeout=WITHIN).close()

    def state(self):
        return self.pipes.describe_pipe(Name="pipe").get("StateReason", "")


@pytest.fixture(name="system")
def make_system():
    made = []

    def make(words, *options):
        made.append(System(words, *options))
        return made[-1]
    yield make
    for system in made:
        system.cloud.stop()


def test_who_may(system):
    allowed = system({}, "--iam", "enforce")
    allowed.sqs.send_message(QueueUrl=allowed.url["a"], MessageBody="by pipe")
    assert take(allowed.sqs, allowed.url["b"])[0]["Body"] == "by pipe"
    assert allowed.state() == ""


def test_a_pipe_that_may_not_send(system):
    told = system({"PIPE_TO": "!GetAtt A.Arn"}, "--iam", "enforce")
    told.sqs.send_message(QueueUrl=told.url["a"], MessageBody="by pipe")
    assert "AccessDenied" in until(told.state)
    assert not told.sqs.receive_message(QueueUrl=told.url["b"]).get("Messages")


def test_a_role_that_does_not_trust_pipes(system):
    told = system({"PIPES": "lambda.amazonaws.com"}, "--iam", "enforce")
    told.sqs.send_message(QueueUrl=told.url["a"], MessageBody="by pipe")
    assert "The source cannot be read: AccessDenied" in until(told.state)
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    found = told.sqs.get_queue_attributes(QueueUrl=told.url["a"], AttributeNames=names)["Attributes"]
    assert [found[name] for name in names] == ["1", "0"] # nobody has read it


@pytest.mark.parametrize("may, queue, code", [("B", "b", None), ("A", "dead", "NO_PERMISSIONS")])
def test_a_schedule(system, may, queue, code):
    told = system({"SCHEDULE_TO": f"!GetAtt {may}.Arn"}, "--iam", "enforce")
    told.advance("61s")
    message = take(told.sqs, told.url[queue])[0]
    assert message["Body"] == "tick"
    assert message.get("MessageAttributes", {}).get("ERROR_CODE", {}).get("StringValue") == code
