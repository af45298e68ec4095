# SPDX-License-Identifier: Apache-2.0
"""What tests of CloudFormation by boto3 share: clients, a stack of a name of its own that goes with the test, a template.

The endpoint is SLRUN_LOCAL_URL, the keys are test/test, the region is us-east-1.
"""
import json
import os
import uuid

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from sdk import error

URL = os.environ["SLRUN_LOCAL_URL"]
KEYS = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}


def client(service):
    return boto3.client(service, endpoint_url=URL, region_name="us-east-1", config=Config(
        retries={"max_attempts": 0}, s3={"addressing_style": "path"}), **KEYS)


cfn, sqs, s3, dynamodb, kinesis, logs = map(
    client, ["cloudformation", "sqs", "s3", "dynamodb", "kinesis", "logs"])


@pytest.fixture()
def name():
    name = "st-" + uuid.uuid4().hex[:12]
    yield name
    delete(name)


def delete(name):
    try:
        stack = cfn.describe_stacks(StackName=name)["Stacks"][0]
    except ClientError:
        return
    cfn.delete_stack(StackName=name)
    wait("stack_delete_complete", stack["StackId"])


def wait(what, name):
    cfn.get_waiter(what).wait(StackName=name, WaiterConfig={"Delay": 0.05, "MaxAttempts": 600})


def create(name, body, **more):
    body = body if isinstance(body, str) else json.dumps(body)
    cfn.create_stack(StackName=name, TemplateBody=body, **more)
    wait("stack_create_complete", name)
    return stack_of(name)


def update(name, body, **more):
    body = body if isinstance(body, str) else json.dumps(body)
    cfn.update_stack(StackName=name, TemplateBody=body, **more)
    wait("stack_update_complete", name)
    return stack_of(name)


def stack_of(name):
    return cfn.describe_stacks(StackName=name)["Stacks"][0]


def outputs(stack):
    return {o["OutputKey"]: o["OutputValue"] for o in stack.get("Outputs", [])}


def resources(name):
    found = cfn.describe_stack_resources(StackName=name)["StackResources"]
    return {r["LogicalResourceId"]: r for r in found}


def events(name):
    found = cfn.describe_stack_events(StackName=name)["StackEvents"]
    return [(e["LogicalResourceId"], e["ResourceStatus"]) for e in reversed(found)]


def reason(name, status):
    found = cfn.describe_stack_events(StackName=name)["StackEvents"]
    return [e.get("ResourceStatusReason") for e in found if e["ResourceStatus"] == status][-1]


def parameters(**values):
    return [{"ParameterKey": k, "ParameterValue": v} for k, v in values.items()]


def refused(body, **more):
    """What create_stack says of a template that it does not take."""
    return error(cfn.create_stack, StackName="refused", TemplateBody=body, **more)["Message"]


QUEUES = """
AWSTemplateFormatVersion: '2010-09-09'
Description: A queue with a dead-letter queue.
Parameters:
  Timeout: {Type: Number, Default: 7}
  Secret: {Type: String, NoEcho: true, Default: hush}
Resources:
  Dlq: {Type: AWS::SQS::Queue}
  Queue:
    Type: AWS::SQS::Queue
    Metadata: {why: test}
    Properties:
      VisibilityTimeout: !Ref Timeout
      RedrivePolicy: {deadLetterTargetArn: !GetAtt Dlq.Arn, maxReceiveCount: 3}
      Tags: [{Key: a, Value: b}, {Key: c, Value: d}]
Outputs:
  Url: {Value: !Ref Queue, Description: Where it is}
  Arn: {Value: !GetAtt Queue.Arn}
  Api: {Value: !Sub 'https://abc123.execute-api.${AWS::Region}.amazonaws.com/Prod/hello'}
"""


def queue_attributes(url):
    return sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
