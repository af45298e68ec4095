# SPDX-License-Identifier: Apache-2.0
"""boto3 and the AWS CLI on CloudFormation as the local cloud offers it: stacks of the services that
are there, seen through those services.

The endpoint is SLRUN_LOCAL_URL, the keys are test/test, the region is us-east-1.
"""
import json
import os
import subprocess
import sys
import uuid

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError, WaiterError
from sdk import error
from with_local import start

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


def test_create_describe_delete(name):
    stack = create(name, QUEUES, Tags=[{"Key": "k", "Value": "v"}])
    assert stack["StackStatus"] == "CREATE_COMPLETE"
    assert stack["Description"] == "A queue with a dead-letter queue."
    assert stack["Tags"] == [{"Key": "k", "Value": "v"}]
    assert {p["ParameterKey"]: p["ParameterValue"] for p in stack["Parameters"]} == {"Timeout": "7", "Secret": "****"}
    found = outputs(stack)
    assert found["Api"] == URL + "/_api/abc123/Prod/hello"
    attributes = queue_attributes(found["Url"])
    assert attributes["VisibilityTimeout"] == "7"
    assert attributes["QueueArn"] == found["Arn"]
    assert f":{name}-Queue-" in found["Arn"]
    dlq = queue_attributes(resources(name)["Dlq"]["PhysicalResourceId"])["QueueArn"]
    assert json.loads(attributes["RedrivePolicy"]) == {"deadLetterTargetArn": dlq, "maxReceiveCount": 3}
    assert sqs.list_queue_tags(QueueUrl=found["Url"])["Tags"] == {"a": "b", "c": "d"}
    assert events(name) == [
        (name, "CREATE_IN_PROGRESS"), ("Dlq", "CREATE_IN_PROGRESS"), ("Dlq", "CREATE_IN_PROGRESS"), ("Dlq", "CREATE_COMPLETE"),
        ("Queue", "CREATE_IN_PROGRESS"), ("Queue", "CREATE_IN_PROGRESS"), ("Queue", "CREATE_COMPLETE"), (name, "CREATE_COMPLETE")]
    delete(name)
    assert stack_of(stack["StackId"])["StackStatus"] == "DELETE_COMPLETE"
    assert events(stack["StackId"])[8:] == [
        (name, "DELETE_IN_PROGRESS"), ("Queue", "DELETE_IN_PROGRESS"), ("Queue", "DELETE_COMPLETE"),
        ("Dlq", "DELETE_IN_PROGRESS"), ("Dlq", "DELETE_COMPLETE"), (name, "DELETE_COMPLETE")]
    failed = error(cfn.describe_stacks, StackName=name)
    assert (failed["Code"], failed["Message"]) == ("ValidationError", f"Stack with id {name} does not exist")
    assert error(sqs.get_queue_attributes, QueueUrl=found["Url"])["Code"].endswith("NonExistentQueue")


def test_lists_and_templates(name):
    create(name, QUEUES)
    assert cfn.get_template(StackName=name)["TemplateBody"] == QUEUES
    processed = cfn.get_template(StackName=name, TemplateStage="Processed")["TemplateBody"]
    assert processed["Resources"]["Queue"]["Properties"]["VisibilityTimeout"] == {"Ref": "Timeout"}
    detail = cfn.describe_stack_resource(StackName=name, LogicalResourceId="Queue")["StackResourceDetail"]
    assert detail["ResourceStatus"] == "CREATE_COMPLETE"
    assert json.loads(detail["Metadata"]) == {"why": "test"}
    by_id = cfn.describe_stack_resources(PhysicalResourceId=detail["PhysicalResourceId"])["StackResources"]
    assert {r["LogicalResourceId"] for r in by_id} == {"Queue", "Dlq"}
    listed = cfn.get_paginator("list_stack_resources").paginate(StackName=name).build_full_result()
    assert {r["ResourceType"] for r in listed["StackResourceSummaries"]} == {"AWS::SQS::Queue"}
    stacks = cfn.list_stacks(StackStatusFilter=["CREATE_COMPLETE"])["StackSummaries"]
    assert name in [s["StackName"] for s in stacks]
    assert name not in [s["StackName"] for s in cfn.list_stacks(StackStatusFilter=["DELETE_COMPLETE"])["StackSummaries"]]
    summary = cfn.get_template_summary(TemplateBody=QUEUES)
    assert summary["ResourceTypes"] == ["AWS::SQS::Queue"]
    assert {p["ParameterKey"]: p.get("DefaultValue") for p in summary["Parameters"]} == {
        "Timeout": "7", "Secret": "hush"}
    assert [p["NoEcho"] for p in cfn.validate_template(TemplateBody=QUEUES)["Parameters"]] == [False, True]
    assert error(cfn.describe_stack_resource, StackName=name, LogicalResourceId="X")["Message"] == (
        f"Resource X does not exist for stack {name}")


def test_update_in_place_and_replacement(name):
    url = outputs(create(name, QUEUES))["Url"]
    assert error(cfn.update_stack, StackName=name, TemplateBody=QUEUES)["Message"] == (
        "No updates are to be performed.")
    body = QUEUES.replace("{Key: c, Value: d}", "{Key: e, Value: f}")
    stack = update(name, body, Parameters=parameters(Timeout="9"))
    assert stack["StackStatus"] == "UPDATE_COMPLETE"
    assert outputs(stack)["Url"] == url
    assert queue_attributes(url)["VisibilityTimeout"] == "9"
    assert sqs.list_queue_tags(QueueUrl=url)["Tags"] == {"a": "b", "e": "f"}
    # a property that is gone has its default again, previous values stay
    update(name, body.replace("      VisibilityTimeout: !Ref Timeout\n", ""),
           Parameters=[{"ParameterKey": "Timeout", "UsePreviousValue": True}])
    assert queue_attributes(url)["VisibilityTimeout"] == "30"
    assert stack_of(name)["Parameters"][0]["ParameterValue"] == "9"
    # another name: a new queue, and the old one goes
    stack = update(name, body.replace("      VisibilityTimeout", f"      QueueName: {name}-q\n      VisibilityTimeout"))
    assert outputs(stack)["Arn"].endswith(f":{name}-q")
    assert error(sqs.get_queue_attributes, QueueUrl=url)["Code"].endswith("NonExistentQueue")
    assert events(name)[-6:] == [
        ("Queue", "UPDATE_IN_PROGRESS"), ("Queue", "UPDATE_COMPLETE"), (name, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"),
        ("Queue", "DELETE_IN_PROGRESS"), ("Queue", "DELETE_COMPLETE"), (name, "UPDATE_COMPLETE")]


def two_queues(name, **second):
    return {"Resources": {
        "First": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": name + "-first"}},
        "Second": {"Type": "AWS::SQS::Queue", "DependsOn": "First", "Properties": second}}}


def test_failed_creation_rolls_back(name):
    body = two_queues(name, DelaySeconds=100000)
    cfn.create_stack(StackName=name, TemplateBody=json.dumps(body))
    with pytest.raises(WaiterError):
        wait("stack_create_complete", name)
    assert stack_of(name)["StackStatus"] == "ROLLBACK_COMPLETE"
    assert events(name) == [
        (name, "CREATE_IN_PROGRESS"), ("First", "CREATE_IN_PROGRESS"), ("First", "CREATE_IN_PROGRESS"), ("First", "CREATE_COMPLETE"),
        ("Second", "CREATE_IN_PROGRESS"), ("Second", "CREATE_FAILED"), (name, "ROLLBACK_IN_PROGRESS"),
        ("First", "DELETE_IN_PROGRESS"), ("First", "DELETE_COMPLETE"), (name, "ROLLBACK_COMPLETE")]
    assert "DelaySeconds" in reason(name, "CREATE_FAILED")
    assert reason(name, "ROLLBACK_IN_PROGRESS") == (
        "The following resource(s) failed to create: [Second]. Rollback requested by user.")
    assert error(sqs.get_queue_url, QueueName=name + "-first")["Code"].endswith("NonExistentQueue")
    state = error(cfn.update_stack, StackName=name, TemplateBody=json.dumps(body))["Message"]
    assert state.endswith("is in ROLLBACK_COMPLETE state and can not be updated.")
    assert error(cfn.create_stack, StackName=name, TemplateBody=QUEUES)["Code"] == "AlreadyExistsException"


def test_on_failure(name):
    body = json.dumps(two_queues(name, DelaySeconds=100000))
    cfn.create_stack(StackName=name, TemplateBody=body, OnFailure="DO_NOTHING")
    with pytest.raises(WaiterError):
        wait("stack_create_complete", name)
    assert stack_of(name)["StackStatus"] == "CREATE_FAILED"
    assert sqs.get_queue_url(QueueName=name + "-first")
    delete(name)
    made = cfn.create_stack(StackName=name, TemplateBody=body, OnFailure="DELETE")["StackId"]
    wait("stack_delete_complete", made)
    assert error(sqs.get_queue_url, QueueName=name + "-first")["Code"].endswith("NonExistentQueue")


def test_failed_update_rolls_back(name):
    create(name, two_queues(name, DelaySeconds=1))
    old = resources(name)
    body = two_queues(name, DelaySeconds=100000)
    body["Resources"]["First"]["Properties"]["VisibilityTimeout"] = 5
    body["Resources"]["Third"] = {"Type": "AWS::SQS::Queue"}
    cfn.update_stack(StackName=name, TemplateBody=json.dumps(body))
    with pytest.raises(WaiterError):
        wait("stack_update_complete", name)
    assert stack_of(name)["StackStatus"] == "UPDATE_ROLLBACK_COMPLETE"
    assert reason(name, "UPDATE_ROLLBACK_IN_PROGRESS").startswith(
        "The following resource(s) failed to update: [Second].")
    now = resources(name)
    assert set(now) == {"First", "Second"}
    assert now["First"]["PhysicalResourceId"] == old["First"]["PhysicalResourceId"]
    assert queue_attributes(now["First"]["PhysicalResourceId"])["VisibilityTimeout"] == "30"
    assert queue_attributes(now["Second"]["PhysicalResourceId"])["DelaySeconds"] == "1"
    assert ("Third", "DELETE_COMPLETE") in events(name)
    assert "100000" not in json.dumps(cfn.get_template(StackName=name)["TemplateBody"])
    update(name, two_queues(name, DelaySeconds=2))  # and goes on from there


NON_TERMINAL = ("This stack is currently in a non-terminal [{}] state. To update the stack from this state, please use the disable-rollback "
                "parameter with update-stack API. To rollback to the last known good state, use the rollback-stack API")


def test_what_has_failed_and_was_left_goes_on_or_back(name):
    wrong, right = (json.dumps(two_queues(name, DelaySeconds=delay)) for delay in (100000, 7))
    cfn.create_stack(StackName=name, TemplateBody=wrong, DisableRollback=True)
    with pytest.raises(WaiterError):
        wait("stack_create_complete", name)
    assert error(cfn.update_stack, StackName=name, TemplateBody=right)["Message"] == NON_TERMINAL.format("CREATE_FAILED")
    cfn.update_stack(StackName=name, TemplateBody=right, DisableRollback=True)
    wait("stack_update_complete", name)
    assert queue_attributes(resources(name)["Second"]["PhysicalResourceId"])["DelaySeconds"] == "7"
    cfn.update_stack(StackName=name, TemplateBody=wrong, DisableRollback=True)
    with pytest.raises(WaiterError):
        wait("stack_update_complete", name)
    assert error(cfn.update_stack, StackName=name, TemplateBody=right)["Message"] == NON_TERMINAL.format("UPDATE_FAILED")
    assert error(cfn.continue_update_rollback, StackName=name)["Code"] == "ValidationError"
    assert error(cfn.cancel_update_stack, StackName=name)["Message"] == "CancelUpdateStack cannot be called from current stack status"
    assert cfn.rollback_stack(StackName=name)["StackId"] == stack_of(name)["StackId"]
    wait("stack_rollback_complete", name)
    assert reason(name, "UPDATE_ROLLBACK_IN_PROGRESS") == "User Initiated"
    assert error(cfn.rollback_stack, StackName=name)["Code"] == "ValidationError"


def test_on_failure_and_retries(name):
    body = json.dumps(two_queues(name, DelaySeconds=100000))
    assert error(cfn.create_stack, StackName=name, TemplateBody=body, OnFailure="DELETE", DisableRollback=False)["Code"] == "ValidationError"
    made = cfn.create_stack(StackName=name, TemplateBody=body, OnFailure="DO_NOTHING")["StackId"]
    with pytest.raises(WaiterError):
        wait("stack_create_complete", name)
    assert error(cfn.update_stack, StackName=name, TemplateBody=body, DisableRollback=True)["Message"] == (
        "This stack cannot be updated from [CREATE_FAILED] state because it contains [on-failure: DO_NOTHING]. Please use disable-rollback "
        "option instead during stack creation.")
    cfn.rollback_stack(StackName=name)  # it was never well
    wait("stack_delete_complete", made)


def test_retained_and_not_deletable(name):
    bucket = name + "-b"
    body = {"Resources": {
        "Kept": {"Type": "AWS::SQS::Queue", "DeletionPolicy": "Retain", "Properties": {"QueueName": name + "-kept"}},
        "Bucket": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": bucket}}}}
    stack = create(name, body)
    s3.put_object(Bucket=bucket, Key="k", Body=b"x")
    cfn.delete_stack(StackName=name)
    with pytest.raises(WaiterError):
        wait("stack_delete_complete", stack["StackId"])
    assert stack_of(name)["StackStatus"] == "DELETE_FAILED"
    assert "not empty" in reason(name, "DELETE_FAILED")
    assert stack_of(name)["StackStatusReason"] == "The following resource(s) failed to delete: [Bucket]. "
    assert ("Kept", "DELETE_SKIPPED") in events(name)
    assert sqs.get_queue_url(QueueName=name + "-kept")
    cfn.delete_stack(StackName=name, RetainResources=["Bucket"])
    wait("stack_delete_complete", stack["StackId"])
    s3.delete_object(Bucket=bucket, Key="k")
    s3.delete_bucket(Bucket=bucket)
    sqs.delete_queue(QueueUrl=sqs.get_queue_url(QueueName=name + "-kept")["QueueUrl"])


def test_termination_protection(name):
    create(name, QUEUES, EnableTerminationProtection=True)
    assert error(cfn.delete_stack, StackName=name)["Message"] == (
        f"Stack [{name}] cannot be deleted while TerminationProtection is enabled")
    cfn.update_termination_protection(StackName=name, EnableTerminationProtection=False)
    cfn.delete_stack(StackName=name, RetainResources=[])  # as `sam delete` does
    wait("stack_delete_complete", name)


def test_exports(name):
    exporter = {"Resources": {"Queue": {"Type": "AWS::SQS::Queue"}}, "Outputs": {
        "Arn": {"Value": {"Fn::GetAtt": "Queue.Arn"}, "Export": {"Name": {"Fn::Sub": "${AWS::StackName}-arn"}}}}}
    importer = {"Resources": {"Queue": {"Type": "AWS::SQS::Queue", "Properties": {"RedrivePolicy": {
        "deadLetterTargetArn": {"Fn::ImportValue": name + "-arn"}, "maxReceiveCount": 1}}}}}
    arn = outputs(create(name, exporter))["Arn"]
    assert [e["Value"] for e in cfn.list_exports()["Exports"] if e["Name"] == name + "-arn"] == [arn]
    other = name + "-2"
    create(other, importer)
    assert arn in queue_attributes(resources(other)["Queue"]["PhysicalResourceId"])["RedrivePolicy"]
    assert cfn.list_imports(ExportName=name + "-arn")["Imports"] == [other]
    cfn.delete_stack(StackName=name)
    with pytest.raises(WaiterError):
        wait("stack_delete_complete", name)
    assert stack_of(name)["StackStatusReason"] == (
        f"Export {name}-arn cannot be deleted as it is in use by {other}")
    delete(other)
    assert error(cfn.list_imports, ExportName=name + "-arn")["Message"] == (
        f"Export '{name}-arn' is not imported by any stack.")
    assert error(cfn.create_stack, StackName=other, TemplateBody=json.dumps(importer).replace("-arn", "-x"))[
        "Message"].startswith(f"No export named {name}-x found.")


def change_set(name, body, kind, **more):
    cfn.create_change_set(StackName=name, ChangeSetName="changes", ChangeSetType=kind, TemplateBody=body, **more)
    return cfn.describe_change_set(StackName=name, ChangeSetName="changes")


def test_change_sets(name):
    made = change_set(name, QUEUES, "CREATE", Tags=[{"Key": "k", "Value": "v"}])
    assert made["Status"] == "CREATE_COMPLETE" and made["ExecutionStatus"] == "AVAILABLE"
    assert {(c["ResourceChange"]["Action"], c["ResourceChange"]["LogicalResourceId"]) for c in made["Changes"]} == {
        ("Add", "Queue"), ("Add", "Dlq")}
    assert stack_of(name)["StackStatus"] == "REVIEW_IN_PROGRESS"
    assert cfn.list_change_sets(StackName=name)["Summaries"][0]["ChangeSetName"] == "changes"
    cfn.execute_change_set(StackName=name, ChangeSetName="changes")
    wait("stack_create_complete", name)
    assert stack_of(name)["Tags"] == [{"Key": "k", "Value": "v"}]
    assert stack_of(name)["EnableTerminationProtection"] is False
    cfn.delete_change_set(StackName=name, ChangeSetName="changes")
    none = change_set(name, QUEUES, "UPDATE")
    assert none["Status"] == "FAILED" and none["ExecutionStatus"] == "UNAVAILABLE"
    assert none["StatusReason"].startswith("The submitted information didn't contain changes.")
    failed = error(cfn.execute_change_set, StackName=name, ChangeSetName="changes")
    assert failed["Code"] == "InvalidChangeSetStatus"
    cfn.delete_change_set(StackName=name, ChangeSetName="changes")
    body = QUEUES.replace("Dlq: {Type: AWS::SQS::Queue}",
                          f"Dlq: {{Type: AWS::SQS::Queue, Properties: {{QueueName: {name}-dlq}}}}")
    changes = {c["ResourceChange"]["LogicalResourceId"]: c["ResourceChange"]
               for c in change_set(name, body, "UPDATE")["Changes"]}
    assert changes["Dlq"]["Replacement"] == "True"
    assert changes["Queue"]["Action"] == "Modify" and changes["Queue"]["Replacement"] == "False"
    assert changes["Queue"]["Details"][0]["ChangeSource"] == "ResourceAttribute"
    assert changes["Queue"]["Details"][0]["CausingEntity"] == "Dlq.Arn"
    cfn.execute_change_set(StackName=name, ChangeSetName="changes")
    wait("stack_update_complete", name)
    assert queue_attributes(resources(name)["Dlq"]["PhysicalResourceId"])["QueueArn"].endswith(name + "-dlq")
    assert error(cfn.describe_change_set, StackName=name, ChangeSetName="other")["Code"] == "ChangeSetNotFound"


def test_capabilities(name):
    body = json.dumps({"Resources": {"Role": {"Type": "AWS::IAM::Role", "Properties": {
        "RoleName": name, "AssumeRolePolicyDocument": {}}}}, "Outputs": {
            "Arn": {"Value": {"Fn::GetAtt": ["Role", "Arn"]}}, "Ref": {"Value": {"Ref": "Role"}}}})
    failed = error(cfn.create_stack, StackName=name, TemplateBody=body, Capabilities=["CAPABILITY_IAM"])
    assert failed["Code"] == "InsufficientCapabilitiesException"
    assert failed["Message"] == "Requires capabilities : [CAPABILITY_NAMED_IAM]"
    stack = create(name, body, Capabilities=["CAPABILITY_NAMED_IAM"])
    assert outputs(stack) == {"Arn": f"arn:aws:iam::000000000000:role/{name}", "Ref": name}
    assert cfn.get_template_summary(TemplateBody=body)["Capabilities"] == ["CAPABILITY_NAMED_IAM"]


def test_refused():
    assert refused("Resources: {A: {Type: AWS::SQS::Queue, Properties: {Foo: 1}}}").endswith(
        "extraneous key [Foo] is not permitted (resource A, property Foo, line 1)")
    assert refused("a: [") .startswith("Template format error: YAML not well-formed.")
    assert refused("Resources: {A: {Type: AWS::Sqs::Queue}}").startswith(
        'Template format error: Unrecognized resource types: [AWS::Sqs::Queue]; did you mean "AWS::SQS::Queue"?')
    assert "Parameters: [P] must have values" in refused("Parameters: {P: {Type: String}}\n"
                                                         "Resources: {A: {Type: AWS::SQS::Queue}}")
    assert refused(QUEUES, Parameters=parameters(Nope="1")) == "Parameters: [Nope] do not exist in the template"
    assert "'stackName' failed to satisfy constraint" in error(
        cfn.create_stack, StackName="a_b", TemplateBody=QUEUES)["Message"]
    assert "51200" in refused("#" * 51201)
    assert refused("a: &x 1\nb: *x") .startswith("Template error: YAML aliases are not allowed")
    assert error(cfn.update_stack, StackName="nobody", TemplateBody=QUEUES)["Message"] == (
        "Stack with id nobody does not exist")
    assert cfn.delete_stack(StackName="nobody")
    assert "Unresolved resource dependencies [X]" in error(
        cfn.validate_template, TemplateBody="Resources: {A: {Type: AWS::SQS::Queue}}\nOutputs: {O: {Value: !Ref X}}")[
            "Message"]


def test_template_url(name, tmp_path):
    bucket = name + "-templates"
    s3.create_bucket(Bucket=bucket)
    s3.put_object(Bucket=bucket, Key="a/b c.yaml", Body=QUEUES.encode() + b"#" * 60000)
    for url in (f"{URL}/{bucket}/a/b%20c.yaml", f"https://{bucket}.s3.us-east-1.amazonaws.com/a/b%20c.yaml",
                f"https://s3.amazonaws.com/{bucket}/a/b%20c.yaml"):
        assert cfn.validate_template(TemplateURL=url)["Description"]
    cfn.create_stack(StackName=name, TemplateURL=f"{URL}/{bucket}/a/b%20c.yaml")
    wait("stack_create_complete", name)
    assert error(cfn.validate_template, TemplateURL=f"{URL}/{bucket}/none")["Message"].startswith("S3 error: ")
    s3.delete_object(Bucket=bucket, Key="a/b c.yaml")
    s3.delete_bucket(Bucket=bucket)
    file = tmp_path / "of a file.yaml"
    file.write_text("x: &x {Type: 'AWS::SQS::Queue'}\nResources: {A: *x}\n".replace("x: &x", "Metadata: &x"))
    assert cfn.validate_template(TemplateURL=file.as_uri())
    assert "cannot be read" in error(cfn.validate_template, TemplateURL="file:///nowhere/at/all")["Message"]


def test_transform(name):
    body = json.dumps({"Transform": "AWS::Serverless-2016-10-31", "Resources": {
        "Table": {"Type": "AWS::Serverless::SimpleTable"}}, "Outputs": {"Name": {"Value": {"Ref": "Table"}}}})
    failed = error(cfn.create_stack, StackName=name, TemplateBody=body)
    assert failed["Message"] == "Requires capabilities : [CAPABILITY_AUTO_EXPAND]"
    table = outputs(create(name, body, Capabilities=["CAPABILITY_AUTO_EXPAND"]))["Name"]
    assert dynamodb.describe_table(TableName=table)["Table"]["KeySchema"] == [{"AttributeName": "id", "KeyType": "HASH"}]
    processed = cfn.get_template(StackName=name, TemplateStage="Processed")["TemplateBody"]
    assert "Transform" not in processed and processed["Resources"]["Table"]["Type"] == "AWS::DynamoDB::Table"
    assert "Transform AWS::Serverless-2016-10-31 failed with: Invalid Serverless Application Specification" in refused(
        json.dumps({"Transform": "AWS::Serverless-2016-10-31", "Resources": {
            "F": {"Type": "AWS::Serverless::Function", "Properties": {"Nope": 1}}}}))


STORES = """
Conditions:
  Never: !Equals [a, b]
Resources:
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      AttributeDefinitions: [{AttributeName: pk, AttributeType: S}, {AttributeName: at, AttributeType: N}]
      KeySchema: [{AttributeName: pk, KeyType: HASH}]
      BillingMode: PAY_PER_REQUEST
      GlobalSecondaryIndexes:
        - IndexName: by-time
          KeySchema: [{AttributeName: at, KeyType: HASH}]
          Projection: {ProjectionType: ALL}
      StreamSpecification: {StreamViewType: NEW_IMAGE}
      TimeToLiveSpecification: {AttributeName: ttl, Enabled: true}
      PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true}
      Tags: [{Key: a, Value: b}]
  Stream:
    Type: AWS::Kinesis::Stream
    Properties:
      ShardCount: '2'
      RetentionPeriodHours: 48
      StreamEncryption: {EncryptionType: KMS, KeyId: alias/aws/kinesis}
      Tags: [{Key: a, Value: b}]
  Consumer:
    Type: AWS::Kinesis::StreamConsumer
    Properties: {ConsumerName: reader, StreamARN: !GetAtt Stream.Arn}
  Group:
    Type: AWS::Logs::LogGroup
    Properties: {LogGroupName: !Sub '/x/${AWS::StackName}', RetentionInDays: 7, Tags: [{Key: a, Value: b}]}
  LogStream: {Type: AWS::Logs::LogStream, Properties: {LogGroupName: !Ref Group, LogStreamName: one}}
  Nothing: {Type: AWS::SQS::Queue, Condition: Never}
Outputs:
  Table: {Value: !Ref Table}
  TableArn: {Value: !GetAtt Table.Arn}
  StreamArn: {Value: !GetAtt Table.StreamArn}
  Stream: {Value: !Ref Stream}
  Kinesis: {Value: !GetAtt Stream.Arn}
  Consumer: {Value: !Ref Consumer}
  Group: {Value: !GetAtt Group.Arn}
"""


def test_tables_streams_and_logs(name):
    found = outputs(create(name, STORES))
    table = dynamodb.describe_table(TableName=found["Table"])["Table"]
    assert table["TableArn"] == found["TableArn"] and table["LatestStreamArn"] == found["StreamArn"]
    assert [i["IndexName"] for i in table["GlobalSecondaryIndexes"]] == ["by-time"]
    ttl = dynamodb.describe_time_to_live(TableName=found["Table"])["TimeToLiveDescription"]
    assert ttl["AttributeName"] == "ttl" and ttl["TimeToLiveStatus"] in ("ENABLED", "ENABLING")
    assert dynamodb.list_tags_of_resource(ResourceArn=found["TableArn"])["Tags"] == [{"Key": "a", "Value": "b"}]
    stream = kinesis.describe_stream_summary(StreamName=found["Stream"])["StreamDescriptionSummary"]
    assert (stream["StreamStatus"], stream["OpenShardCount"], stream["RetentionPeriodHours"],
            stream["EncryptionType"], stream["ConsumerCount"]) == ("ACTIVE", 2, 48, "KMS", 1)
    assert stream["StreamARN"] == found["Kinesis"]
    assert kinesis.describe_stream_consumer(ConsumerARN=found["Consumer"])["ConsumerDescription"][
        "ConsumerStatus"] == "ACTIVE"
    group = logs.describe_log_groups(logGroupNamePrefix="/x/" + name)["logGroups"][0]
    assert group["retentionInDays"] == 7 and group["arn"] == found["Group"]
    assert len(logs.describe_log_streams(logGroupName="/x/" + name)["logStreams"]) == 1
    body = (STORES.replace("by-time", "by-clock").replace("NEW_IMAGE", "KEYS_ONLY")
            .replace("'2'", "3").replace("48", "24").replace("RetentionInDays: 7, ", "").replace("{Key: a,", "{Key: z,")
            .replace("      StreamEncryption: {EncryptionType: KMS, KeyId: alias/aws/kinesis}\n", ""))
    now = outputs(update(name, body))
    assert (now["Table"], now["Stream"]) == (found["Table"], found["Stream"])
    table = dynamodb.describe_table(TableName=found["Table"])["Table"]
    assert [i["IndexName"] for i in table["GlobalSecondaryIndexes"]] == ["by-clock"]
    assert table["StreamSpecification"]["StreamViewType"] == "KEYS_ONLY"
    assert now["StreamArn"] == table["LatestStreamArn"]
    assert dynamodb.list_tags_of_resource(ResourceArn=found["TableArn"])["Tags"] == [{"Key": "z", "Value": "b"}]
    stream = kinesis.describe_stream_summary(StreamName=found["Stream"])["StreamDescriptionSummary"]
    assert (stream["OpenShardCount"], stream["RetentionPeriodHours"], stream["EncryptionType"]) == (3, 24, "NONE")
    assert kinesis.list_tags_for_stream(StreamName=found["Stream"])["Tags"] == [{"Key": "z", "Value": "b"}]
    assert "retentionInDays" not in logs.describe_log_groups(logGroupNamePrefix="/x/" + name)["logGroups"][0]
    delete(name)
    assert error(dynamodb.describe_table, TableName=found["Table"])["Code"] == "ResourceNotFoundException"
    assert error(kinesis.describe_stream_summary, StreamName=found["Stream"])["Code"] == "ResourceNotFoundException"
    assert not logs.describe_log_groups(logGroupNamePrefix="/x/" + name)["logGroups"]


BUCKET = """
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Allow:
    Type: AWS::SQS::QueuePolicy
    Properties: {Queues: [!Ref Queue], PolicyDocument: {Statement: []}}
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration: {Status: Enabled}
      BucketEncryption:
        ServerSideEncryptionConfiguration: [{ServerSideEncryptionByDefault: {SSEAlgorithm: AES256}}]
      PublicAccessBlockConfiguration: {BlockPublicAcls: true, BlockPublicPolicy: 'true', IgnorePublicAcls: true,
                                       RestrictPublicBuckets: true}
      OwnershipControls: {Rules: [{ObjectOwnership: BucketOwnerEnforced}]}
      CorsConfiguration:
        CorsRules: [{AllowedMethods: [GET], AllowedOrigins: ['*'], ExposedHeaders: [ETag], Id: r, MaxAge: '60'}]
      LifecycleConfiguration:
        Rules:
          - {Id: old, Status: Enabled, ExpirationInDays: 30, Prefix: logs/}
          - {Id: big, Status: Enabled, NoncurrentVersionExpirationInDays: 3, ObjectSizeGreaterThan: 10,
             TagFilters: [{Key: a, Value: b}], Transition: {StorageClass: GLACIER, TransitionInDays: 1}}
      WebsiteConfiguration: {IndexDocument: index.html, ErrorDocument: oops.html}
      Tags: [{Key: a, Value: b}]
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Deny, Principal: '*', Action: 's3:DeleteBucket', Resource: !GetAtt Bucket.Arn,
                     Condition: {StringEquals: {'aws:PrincipalOrgID': never}}}]
Outputs:
  Name: {Value: !Ref Bucket}
  Arn: {Value: !GetAtt Bucket.Arn}
  Domain: {Value: !GetAtt Bucket.RegionalDomainName}
"""


PUBLIC = {"BlockPublicAcls": False, "IgnorePublicAcls": False, "BlockPublicPolicy": False, "RestrictPublicBuckets": False}


def test_buckets_take_no_acls_unless_they_say_so(name):
    def template(**properties):
        return {"Resources": {"Bucket": {"Type": "AWS::S3::Bucket", "Properties": properties}},
                "Outputs": {"Name": {"Value": {"Ref": "Bucket"}}}}
    bucket = outputs(create(name, template(AccessControl="Private")))["Name"]
    s3.put_object(Bucket=bucket, Key="k", Body=b"")
    assert error(s3.put_object_acl, Bucket=bucket, Key="k", ACL="public-read")["Code"] == "AccessControlListNotSupported"
    assert error(s3.put_object, Bucket=bucket, Key="l", ACL="public-read")["Code"] == "AccessControlListNotSupported"
    public = json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{bucket}/*"}]})
    assert error(s3.put_bucket_policy, Bucket=bucket, Policy=public)["Code"] == "AccessDenied"
    s3.delete_object(Bucket=bucket, Key="k")
    delete(name)
    cfn.create_stack(StackName=name + "-2", TemplateBody=json.dumps(template(AccessControl="PublicRead")))
    with pytest.raises(WaiterError):
        wait("stack_create_complete", name + "-2")
    assert "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting" in reason(name + "-2", "CREATE_FAILED")
    bucket = outputs(create(name + "-3", template(
        AccessControl="PublicRead", OwnershipControls={"Rules": [{"ObjectOwnership": "ObjectWriter"}]},
        PublicAccessBlockConfiguration=PUBLIC)))["Name"]
    assert len(s3.get_bucket_acl(Bucket=bucket)["Grants"]) == 2
    for one in ("-2", "-3"):
        delete(name + one)


def test_buckets(name):
    found = outputs(create(name, BUCKET))
    bucket = found["Name"]
    assert bucket.startswith(name + "-bucket-") and found["Arn"] == "arn:aws:s3:::" + bucket
    assert found["Domain"] == bucket + ".s3.us-east-1.amazonaws.com"
    assert s3.get_bucket_versioning(Bucket=bucket)["Status"] == "Enabled"
    assert s3.get_bucket_cors(Bucket=bucket)["CORSRules"][0] == {
        "ID": "r", "AllowedMethods": ["GET"], "AllowedOrigins": ["*"], "ExposeHeaders": ["ETag"], "MaxAgeSeconds": 60}
    rules = {r["ID"]: r for r in s3.get_bucket_lifecycle_configuration(Bucket=bucket)["Rules"]}
    assert rules["old"]["Expiration"] == {"Days": 30} and rules["old"]["Filter"] == {"Prefix": "logs/"}
    assert rules["big"]["Transitions"] == [{"Days": 1, "StorageClass": "GLACIER"}]
    assert rules["big"]["Filter"]["And"] == {"Tags": [{"Key": "a", "Value": "b"}], "ObjectSizeGreaterThan": 10}
    assert rules["big"]["NoncurrentVersionExpiration"] == {"NoncurrentDays": 3}
    assert s3.get_bucket_website(Bucket=bucket)["IndexDocument"] == {"Suffix": "index.html"}
    assert s3.get_public_access_block(Bucket=bucket)["PublicAccessBlockConfiguration"]["BlockPublicPolicy"] is True
    assert s3.get_bucket_tagging(Bucket=bucket)["TagSet"] == [{"Key": "a", "Value": "b"}]
    assert "never" in s3.get_bucket_policy(Bucket=bucket)["Policy"]
    body = BUCKET.replace("Status: Enabled}\n      BucketEnc", "Status: Suspended}\n      BucketEnc")
    cut = body.index("      CorsConfiguration"), body.index("      LifecycleConfiguration")
    update(name, body[:cut[0]] + body[cut[1]:])
    assert s3.get_bucket_versioning(Bucket=bucket)["Status"] == "Suspended"
    assert error(s3.get_bucket_cors, Bucket=bucket)["Code"] == "NoSuchCORSConfiguration"
    delete(name)
    assert error(s3.head_bucket, Bucket=bucket)["Code"] == "404"


def as_map(tags, key="Key", value="Value"):
    """Tags without those that CloudFormation sets."""
    pairs = tags.items() if isinstance(tags, dict) else [(tag[key], tag[value]) for tag in tags]
    return {k: v for k, v in pairs if not k.startswith("aws:")}


def tagged(name):
    """A resource of each type whose tags an update changes: type, its properties, and who tells its tags. None of them is replaced."""
    role = "arn:aws:iam::000000000000:role/r"
    definition = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})
    bus, groups, machines, secrets, ssm, pipes = map(
        client, ["events", "scheduler", "stepfunctions", "secretsmanager", "ssm", "pipes"])
    return {
        "Queue": ("SQS::Queue", {}, lambda r: sqs.list_queue_tags(QueueUrl=r).get("Tags", {})),
        "Topic": ("SNS::Topic", {}, lambda r: client("sns").list_tags_for_resource(ResourceArn=r)["Tags"]),
        "Group": ("Logs::LogGroup", {}, lambda r: logs.list_tags_for_resource(
            resourceArn=f"arn:aws:logs:us-east-1:000000000000:log-group:{r}")["tags"]),
        "Bucket": ("S3::Bucket", {}, lambda r: s3.get_bucket_tagging(Bucket=r)["TagSet"]),
        "Stream": ("Kinesis::Stream", {"ShardCount": 1}, lambda r: kinesis.list_tags_for_stream(StreamName=r)["Tags"]),
        "Table": ("DynamoDB::Table", {
            "KeySchema": [{"AttributeName": "k", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
            "AttributeDefinitions": [{"AttributeName": "k", "AttributeType": "S"}]},
            lambda r: dynamodb.list_tags_of_resource(ResourceArn=f"arn:aws:dynamodb:us-east-1:000000000000:table/{r}")["Tags"]),
        "Rule": ("Events::Rule", {"ScheduleExpression": "rate(1 day)"},
                 lambda r: bus.list_tags_for_resource(ResourceARN=f"arn:aws:events:us-east-1:000000000000:rule/{r}")["Tags"]),
        "Bus": ("Events::EventBus", {"Name": name},
                lambda r: bus.list_tags_for_resource(ResourceARN=f"arn:aws:events:us-east-1:000000000000:event-bus/{r}")["Tags"]),
        "Schedules": ("Scheduler::ScheduleGroup", {}, lambda r: groups.list_tags_for_resource(
            ResourceArn=f"arn:aws:scheduler:us-east-1:000000000000:schedule-group/{r}")["Tags"]),
        "Machine": ("StepFunctions::StateMachine", {"RoleArn": role, "DefinitionString": definition},
                    lambda r: [{"Key": t["key"], "Value": t["value"]} for t in machines.list_tags_for_resource(resourceArn=r)["tags"]]),
        "Secret": ("SecretsManager::Secret", {"SecretString": "x"}, lambda r: secrets.describe_secret(SecretId=r).get("Tags", [])),
        "Parameter": ("SSM::Parameter", {"Type": "String", "Value": "x"},
                      lambda r: ssm.list_tags_for_resource(ResourceType="Parameter", ResourceId=r)["TagList"]),
        "Pipe": ("Pipes::Pipe", {"RoleArn": role, "DesiredState": "STOPPED", "Source": {"Fn::GetAtt": ["Queue", "Arn"]},
                                 "Target": {"Ref": "Topic"}}, lambda r: pipes.describe_pipe(Name=r).get("Tags", {})),
    }


MAPS_OF_TAGS = ("Parameter", "Pipe")


def test_tags_follow_updates(name):
    def template(**tags):
        listed = [{"Key": key, "Value": value} for key, value in tags.items()]
        return {"Resources": {of: {"Type": f"AWS::{type_}", "Properties": {
            **properties, **({"Tags": tags if of in MAPS_OF_TAGS else listed} if tags else {})}}
            for of, (type_, properties, _) in all_.items()}}

    def told():
        return {of: as_map(all_[of][2](r["PhysicalResourceId"])) for of, r in resources(name).items()}
    all_ = tagged(name)
    create(name, template(a="1", b="2"))
    assert told() == {of: {"a": "1", "b": "2"} for of in all_}
    update(name, template(b="3", c="4"))
    assert told() == {of: {"b": "3", "c": "4"} for of in all_}


def test_bucket_that_exists_already(name):
    s3.create_bucket(Bucket=name)
    body = {"Resources": {"B": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": name}}}}
    cfn.create_stack(StackName=name, TemplateBody=json.dumps(body))
    with pytest.raises(WaiterError):
        wait("stack_create_complete", name)
    assert f"{name} already exists" in reason(name, "CREATE_FAILED")
    s3.delete_bucket(Bucket=name)


def test_stacks_are_kept(tmp_path):
    def at(url):
        return boto3.client("cloudformation", endpoint_url=url, region_name="us-east-1", **KEYS)

    def stop(process):
        process.terminate()
        assert process.wait(timeout=20) == 0

    process, url = start(os.environ["SLRUN"], "--data", str(tmp_path / "data"))
    try:
        at(url).create_stack(StackName="kept", TemplateBody=QUEUES, Parameters=parameters(Timeout="12"))
        at(url).get_waiter("stack_create_complete").wait(StackName="kept", WaiterConfig={"Delay": 0.05})
    finally:
        stop(process)
    process, url = start(os.environ["SLRUN"], "--data", str(tmp_path / "data"))
    try:
        stack = at(url).describe_stacks(StackName="kept")["Stacks"][0]
        assert stack["StackStatus"] == "CREATE_COMPLETE" and stack["Parameters"][0]["ParameterValue"] == "12"
        at(url).update_stack(StackName="kept", UsePreviousTemplate=True, Parameters=parameters(Timeout="13"))
        at(url).get_waiter("stack_update_complete").wait(StackName="kept", WaiterConfig={"Delay": 0.05})
        at(url).delete_stack(StackName="kept")
        at(url).get_waiter("stack_delete_complete").wait(StackName=stack["StackId"], WaiterConfig={"Delay": 0.05})
    finally:
        stop(process)


# ---- the AWS CLI ----

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
