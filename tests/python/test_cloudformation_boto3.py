# SPDX-License-Identifier: Apache-2.0
"""boto3 on CloudFormation as the local cloud offers it: the life of stacks, change sets, exports, what is refused."""
import json

import pytest
from botocore.exceptions import WaiterError

from sdk import error
from stacks import (
    cfn, create, delete, dynamodb, events, name, outputs, parameters, queue_attributes, QUEUES, reason, refused,
    resources, s3, sqs, stack_of, update, URL, wait)


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
