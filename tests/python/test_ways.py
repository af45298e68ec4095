# SPDX-License-Identifier: Apache-2.0
"""Who hands on to whom in the system of a case that failed: what each service says of its resources makes one drawing."""
import json
import os
import subprocess

SLRUN = os.environ["SLRUN"]
WITHIN = 120

SPEC = """
pattern { name = "ways", stack = "template.yaml" }
case "nothing comes of it" { act = function() expect(1):equals(2) end }
"""

TEMPLATE = """
AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Resources:
  Jobs: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3}}}
  Dead: {Type: AWS::SQS::Queue}
  Piped: {Type: AWS::SQS::Queue}
  News: {Type: AWS::SNS::Topic}
  Heard:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: !Ref News, Protocol: sqs, Endpoint: !GetAtt Jobs.Arn}
  Files:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        LambdaConfigurations: [{Event: "s3:ObjectCreated:*", Function: !GetAtt Work.Arn}]
  Book:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
      KeySchema: [{AttributeName: id, KeyType: HASH}]
  Work:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.12
      Handler: index.handler
      InlineCode: "def handler(event, context): pass"
      Environment: {Variables: {TABLE: !Ref Book, NEWS: !Ref News}}
      Events:
        Jobs: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn}}
        Get: {Type: Api, Properties: {Path: /work, Method: get}}
        Put: {Type: HttpApi, Properties: {Path: /work, Method: put}}
  Allowed:
    Type: AWS::Lambda::Permission
    Properties: {Action: "lambda:InvokeFunction", FunctionName: !Ref Work, Principal: s3.amazonaws.com}
  Done:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: {source: [work]}
      Targets: [{Id: jobs, Arn: !GetAtt Jobs.Arn}]
  Role:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: "*"}, Action: "sts:AssumeRole"}]}}
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      FlexibleTimeWindow: {Mode: "OFF"}
      Target: {Arn: !GetAtt Machine.Arn, RoleArn: !GetAtt Role.Arn}
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      Definition: {StartAt: Do, States: {Do: {Type: Task, Resource: !GetAtt Work.Arn, End: true}}}
  Pipe:
    Type: AWS::Pipes::Pipe
    Properties: {RoleArn: !GetAtt Role.Arn, Source: !GetAtt Piped.Arn, Target: !GetAtt Machine.Arn}
"""

WAYS = {
    ("queue Jobs", "queue Dead"), ("queue Jobs", "mapping Jobs -> Work"), ("mapping Jobs -> Work", "function Work"),
    ("topic News", "subscription Heard"), ("subscription Heard", "queue Jobs"), ("bucket Files", "function Work"),
    ("function Work", "table Book"), ("function Work", "topic News"), ("rest api ServerlessRestApi", "function Work"),
    ("api ServerlessHttpApi", "function Work"), ("rule Done", "queue Jobs"), ("schedule Nightly", "state machine Machine"),
    ("state machine Machine", "function Work"), ("queue Piped", "pipe Piped -> Machine"), ("pipe Piped -> Machine", "state machine Machine"),
}


def test_of_each_service(tmp_path):
    (tmp_path / "ways.lua").write_text(SPEC)
    (tmp_path / "template.yaml").write_text(TEMPLATE)
    done = subprocess.run([SLRUN, "ways.lua", "--report-json=report.jsonl"], cwd=tmp_path, timeout=WITHIN, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    lines = [json.loads(line) for line in (tmp_path / "report.jsonl").read_text().splitlines()]
    ways = next(line["autopsy"]["ways"] for line in lines if line.get("autopsy"))
    found = {(way["from"], way["to"]) for way in ways}
    assert found == WAYS, (sorted(found - WAYS), sorted(WAYS - found))
    assert len(found) == len(ways)
