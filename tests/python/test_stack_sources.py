# SPDX-License-Identifier: Apache-2.0
"""CloudFormation as the local cloud offers it: templates of `aws cloudformation deploy`, and what templates take from
elsewhere (parameters, snippets, other templates)."""
import json
import os
import subprocess
import sys

import pytest
from botocore.exceptions import WaiterError

from sdk import error
from stacks import (
    cfn, client, create, delete, events, name, outputs, parameters, queue_attributes, QUEUES, reason, refused,
    resources, s3, sqs, stack_of, update, URL, wait)

ENV = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "AWS_ACCESS_KEY_ID": "test",
       "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1", "AWS_PAGER": ""}


def deploy(name, file, *more):
    command = [os.path.join(os.path.dirname(sys.executable), "aws"), "--endpoint-url", URL, "cloudformation",
               "deploy", "--stack-name", name, "--template-file", str(file), *more]
    done = subprocess.run(command, env=ENV, capture_output=True, text=True, timeout=120, check=False)
    # The CLI names its change sets by the second: a quick second deployment takes the first one's name.
    if "awscli-cloudformation-package-deploy" in done.stderr and "already exists" in done.stderr:
        return deploy(name, file, *more)
    return done


def test_aws_cloudformation_deploy(name, tmp_path):
    file = tmp_path / "template.yaml"
    file.write_text(QUEUES)
    done = deploy(name, file, "--parameter-overrides", "Timeout=11", "--tags", "team=a")
    assert done.returncode == 0, done.stderr
    assert "Successfully created/updated stack" in done.stdout
    assert queue_attributes(outputs(stack_of(name))["Url"])["VisibilityTimeout"] == "11"
    done = deploy(name, file, "--no-fail-on-empty-changeset", "--parameter-overrides", "Timeout=11", "--tags", "team=a")
    assert done.returncode == 0 and "No changes to deploy" in done.stdout, done.stderr
    file.write_text(QUEUES.replace("maxReceiveCount: 3", "maxReceiveCount: 4"))
    done = deploy(name, file)
    assert done.returncode == 0, done.stderr
    attributes = queue_attributes(outputs(stack_of(name))["Url"])
    assert json.loads(attributes["RedrivePolicy"])["maxReceiveCount"] == 4
    assert attributes["VisibilityTimeout"] == "11"


# ---- what templates take from elsewhere ----


def test_parameters_of_the_parameter_store(name):
    """AWS::SSM::Parameter::Value<...> (User Guide, "Specify existing resources at runtime with CloudFormation-supplied parameter types");
    LocalStack's recorded tests of them, and ministack's test_cfn_ssm_parameter_value_type_*."""
    ssm, stored = client("ssm"), f"/{name}/delay"
    ssm.put_parameter(Name=stored, Value="7", Type="String")
    ssm.put_parameter(Name=stored + "s", Value="a, b", Type="StringList")
    body = {"Parameters": {"Delay": {"Type": "AWS::SSM::Parameter::Value<String>"},
                           "Names": {"Type": "AWS::SSM::Parameter::Value<List<String>>", "Default": stored + "s"},
                           "Image": {"Type": "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>",
                                     "Default": "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"},
                           "Plain": {"Type": "AWS::SSM::Parameter::Name", "Default": stored}},
            "Resources": {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": {"Ref": "Delay"}}}},
            "Outputs": {"Second": {"Value": {"Fn::Select": [1, {"Ref": "Names"}]}}, "Image": {"Value": {"Ref": "Image"}},
                        "Plain": {"Value": {"Ref": "Plain"}}}}
    stack = create(name, body, Parameters=parameters(Delay=stored))
    assert outputs(stack)["Second"] == "b" and outputs(stack)["Plain"] == stored
    assert outputs(stack)["Image"].startswith("ami-")
    told = {p["ParameterKey"]: (p["ParameterValue"], p.get("ResolvedValue")) for p in stack["Parameters"]}
    assert told["Delay"] == (stored, "7") and told["Names"][1] == "a,b" and told["Plain"] == (stored, None)

    def delay():
        url = resources(name)["Q"]["PhysicalResourceId"]
        return sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["DelaySeconds"])["Attributes"]["DelaySeconds"]
    assert delay() == "7"
    ssm.put_parameter(Name=stored, Value="9", Type="String", Overwrite=True)
    cfn.update_stack(StackName=name, UsePreviousTemplate=True, Parameters=[{"ParameterKey": "Delay", "UsePreviousValue": True}])
    wait("stack_update_complete", name)
    assert delay() == "9"
    none = error(cfn.update_stack, StackName=name, UsePreviousTemplate=True, Parameters=parameters(Delay="/none"))
    assert none["Message"] == "Unable to fetch parameters [/none] from parameter store for this account. (line 1)"


def test_parameters_of_the_parameter_store_in_a_change_set(name):
    ssm = client("ssm")
    ssm.put_parameter(Name=name, Value="5", Type="String")
    body = {"Parameters": {"Delay": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": name}},
            "Resources": {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": {"Ref": "Delay"}}}}}
    cfn.create_change_set(StackName=name, ChangeSetName="set", ChangeSetType="CREATE", TemplateBody=json.dumps(body))
    ssm.delete_parameter(Name=name)  # it was read when the set was made
    cfn.execute_change_set(StackName=name, ChangeSetName="set")
    wait("stack_create_complete", name)
    ssm.put_parameter(Name=name, Value="secret", Type="SecureString")
    assert "have types not supported by CloudFormation" in error(cfn.update_stack, StackName=name, UsePreviousTemplate=True)["Message"]


def test_snippets_in_buckets(name):
    """AWS::Include as `sam package` writes it: 27 of 555 templates of aws-samples/serverless-patterns."""
    s3.create_bucket(Bucket=name)
    s3.put_object(Bucket=name, Key="parts/queue.yaml", Body="DelaySeconds: 3\nVisibilityTimeout: !Ref Seconds\n")
    body = {"Parameters": {"Seconds": {"Type": "Number", "Default": 11}},
            "Resources": {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"Fn::Transform": {
                "Name": "AWS::Include", "Parameters": {"Location": f"s3://{name}/parts/queue.yaml"}}}}}}
    create(name, body, Capabilities=["CAPABILITY_AUTO_EXPAND"])
    found = sqs.get_queue_attributes(QueueUrl=resources(name)["Q"]["PhysicalResourceId"], AttributeNames=["All"])["Attributes"]
    assert (found["DelaySeconds"], found["VisibilityTimeout"]) == ("3", "11")
    assert "cannot be read" in refused(json.dumps(body).replace("queue.yaml", "none.yaml"))
    assert "Location must be" in refused(json.dumps(body).replace("s3://", "https://"))


# ---- stacks of stacks ----

INNER = """
Parameters: {Delay: {Type: Number}, Names: {Type: CommaDelimitedList, Default: ''}}
Resources:
  Q: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: !Ref Delay}}
Outputs:
  Url: {Value: !Ref Q}
  Second: {Value: !Select [1, !Ref Names]}
"""


def nesting(bucket, delay):
    return {"Resources": {"Inner": {"Type": "AWS::CloudFormation::Stack", "Properties": {
        "TemplateURL": f"https://s3.us-east-1.amazonaws.com/{bucket}/inner.yaml", "Parameters": {"Delay": delay, "Names": ["a", "b"]},
        "Tags": [{"Key": "k", "Value": "v"}]}}},
        "Outputs": {"Url": {"Value": {"Fn::GetAtt": ["Inner", "Outputs.Url"]}}, "Second": {"Value": {"Fn::GetAtt": "Inner.Outputs.Second"}},
                    "Inner": {"Value": {"Ref": "Inner"}}}}


def test_stacks_of_stacks(name):
    """AWS::CloudFormation::Stack (User Guide, "Embed stacks within other stacks using nested stacks"); ministack's test_cfn_nested_stack_*."""
    s3.create_bucket(Bucket=name)
    s3.put_object(Bucket=name, Key="inner.yaml", Body=INNER)
    stack = create(name, nesting(name, 3))
    got = outputs(stack)
    inner = stack_of(got["Inner"])
    assert inner["StackName"].startswith(f"{name}-Inner-") and inner["ParentId"] == inner["RootId"] == stack["StackId"]
    assert inner["Tags"] == [{"Key": "k", "Value": "v"}] and got["Second"] == "b" and "ParentId" not in stack
    assert resources(name)["Inner"]["PhysicalResourceId"] == got["Inner"]

    def delay():
        return sqs.get_queue_attributes(QueueUrl=got["Url"], AttributeNames=["DelaySeconds"])["Attributes"]["DelaySeconds"]
    assert delay() == "3"
    update(name, nesting(name, 4))
    assert delay() == "4"
    cfn.update_stack(StackName=name, TemplateBody=json.dumps(nesting(name, 100000)))
    while stack_of(name)["StackStatus"] != "UPDATE_ROLLBACK_COMPLETE":
        pass
    assert reason(name, "UPDATE_FAILED").startswith(f"Embedded stack {got['Inner']} was not successfully updated: ")
    assert delay() == "4"
    delete(name)
    assert stack_of(got["Inner"])["StackStatus"] == "DELETE_COMPLETE"


def test_a_stack_within_that_fails(name):
    s3.create_bucket(Bucket=name)
    s3.put_object(Bucket=name, Key="inner.yaml", Body=INNER)
    cfn.create_stack(StackName=name, TemplateBody=json.dumps(nesting(name, 100000)))
    with pytest.raises(WaiterError):
        wait("stack_create_complete", name)
    assert "was not successfully created: The following resource(s) failed to create: [Q]" in reason(name, "CREATE_FAILED")
    assert ("Inner", "DELETE_COMPLETE") in events(name)
    s3.delete_object(Bucket=name, Key="inner.yaml")
    delete(name)
    cfn.create_stack(StackName=name, TemplateBody=json.dumps(nesting(name, 1)))
    with pytest.raises(WaiterError):
        wait("stack_create_complete", name)
    assert "S3 error" in reason(name, "CREATE_FAILED")


def test_a_stack_within_a_file(name, tmp_path):
    """As before `aws cloudformation package`: the path is relative to the template, and so on below."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/inner.yaml").write_text(INNER)
    outer = json.dumps(nesting("b", 1)).replace("https://s3.us-east-1.amazonaws.com/b/", "parts/")
    (tmp_path / "outer.json").write_text(outer)
    cfn.create_stack(StackName=name, TemplateURL=f"file://{tmp_path}/outer.json")
    wait("stack_create_complete", name)
    assert outputs(stack_of(name))["Second"] == "b"
