# SPDX-License-Identifier: Apache-2.0
"""What keeps resources of stacks from being changed or deleted: stack policies (as LocalStack's tests recorded them at AWS,
api/test_stack_policies.py), DeletionPolicy, UpdateReplacePolicy, termination protection.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import uuid

import boto3
import pytest
from botocore.exceptions import ClientError

from sdk import refused

CFN, S3, SQS = boto3.client("cloudformation"), boto3.client("s3"), boto3.client("sqs")
INVALID = "Error validating stack policy: Invalid stack policy"


@pytest.fixture(name="name")
def make_name():
    name = f"kept-{uuid.uuid4().hex[:10]}"
    yield name
    CFN.delete_stack(StackName=name)


def template(**queues):
    """Queues by logical id: their properties, or all of the resource."""
    return json.dumps({"Resources": {n: {"Type": "AWS::SQS::Queue"} | (q if "Properties" in q else {"Properties": q}) for n, q in queues.items()}})


def ends(name, status):
    """The stack's status, and why its resources failed."""
    try:
        CFN.get_waiter("stack_update_complete" if status.startswith("UPDATE") else "stack_create_complete").wait(
            StackName=name, WaiterConfig={"Delay": 1})
    except Exception:  # it failed, as it may be meant to
        pass
    assert CFN.describe_stacks(StackName=name)["Stacks"][0]["StackStatus"] == status
    return {e["LogicalResourceId"]: e["ResourceStatusReason"] for e in CFN.describe_stack_events(StackName=name)["StackEvents"]
            if e["ResourceStatus"].endswith("_FAILED")}


def create(name, body, **more):
    CFN.create_stack(StackName=name, TemplateBody=body, **more)
    assert ends(name, "CREATE_COMPLETE") == {}


def update(name, body, status="UPDATE_COMPLETE", **more):
    CFN.update_stack(StackName=name, TemplateBody=body, **more)
    return ends(name, status)


def statement(effect, action, resource="*", **more):
    return {"Effect": effect, "Action": action, "Principal": "*", "Resource": resource} | more


def policy(*statements):
    return json.dumps({"Statement": list(statements)})


ALL = statement("Allow", "Update:*")


def seconds(queue):
    return SQS.get_queue_attributes(QueueUrl=SQS.get_queue_url(QueueName=queue)["QueueUrl"], AttributeNames=["DelaySeconds"])["Attributes"]["DelaySeconds"]


def is_there(queue):
    try:
        return bool(SQS.get_queue_url(QueueName=queue))
    except ClientError:
        return False


# ---- stack policies ----


def test_a_policy_is_told_as_it_was_set(name):
    create(name, template(Q={}))
    assert "StackPolicyBody" not in CFN.get_stack_policy(StackName=name)
    for text in (policy(ALL), policy(statement("Deny", "Update:*")), "{}"):
        CFN.set_stack_policy(StackName=name, StackPolicyBody=text)
        assert CFN.get_stack_policy(StackName=name)["StackPolicyBody"] == text


@pytest.mark.parametrize("text", [
    "no JSON", "[]", json.dumps(ALL), policy(ALL | {"Principal": "somebody"}), policy(statement("Deny", "Delete:*")),
    policy(ALL | {"Effect": "Perhaps"}), policy(ALL | {"Resource": "arn:aws:sqs:*"}), policy(ALL | {"NotResource": "*"}),
    policy(ALL | {"Condition": {"StringEquals": {"aws:SourceIp": "::1"}}}), policy(ALL | {"Condition": {"Bool": {"ResourceType": "x"}}}),
    policy(ALL | {"Sid": "x" * 16384})])
def test_what_is_no_policy(name, text):
    create(name, template(Q={}))
    refused(CFN.set_stack_policy, "ValidationError", INVALID, StackName=name, StackPolicyBody=text)


def test_a_policy_in_a_bucket(name):
    create(name, template(Q={}))
    S3.create_bucket(Bucket=name)
    S3.put_object(Bucket=name, Key="policy.json", Body=policy(ALL))
    S3.put_object(Bucket=name, Key="wrong.json", Body=json.dumps(ALL))
    there = f"https://{name}.s3.amazonaws.com"
    CFN.set_stack_policy(StackName=name, StackPolicyURL=f"{there}/policy.json")
    assert CFN.get_stack_policy(StackName=name)["StackPolicyBody"] == policy(ALL)
    refused(CFN.set_stack_policy, "ValidationError", INVALID, StackName=name, StackPolicyURL=f"{there}/wrong.json")
    refused(CFN.set_stack_policy, "ValidationError", "You cannot specify both StackPolicyURL and StackPolicyBody",
            StackName=name, StackPolicyURL=f"{there}/policy.json", StackPolicyBody="{}")
    refused(CFN.set_stack_policy, "ValidationError", "S3 error: The specified key does not exist.", StackName=name, StackPolicyURL=f"{there}/none")


DENIED = "Action denied by stack policy: Statement [#%d] does not allow [%s] for resource [LogicalResourceId/Q]"


@pytest.mark.parametrize("statements, change, why", [
    ([ALL, statement("Deny", "Update:Modify", "LogicalResourceId/Q")], {"DelaySeconds": 2}, DENIED % (2, "Update:Modify")),
    ([statement("Deny", "Update:*"), ALL], {"DelaySeconds": 2}, DENIED % (1, "Update:Modify")),
    ([ALL, statement("Deny", "Update:Replace")], {"QueueName": "{}-2"}, DENIED % (2, "Update:Replace")),
    ([ALL, statement("Deny", ["Update:Replace", "Update:Delete"])], None, DENIED % (2, "Update:Delete")),
    ([ALL, statement("Deny", "Update:*", Condition={"StringLike": {"ResourceType": ["AWS::SQS::*"]}})], {"DelaySeconds": 2},
     DENIED % (2, "Update:Modify")),
    ([statement("Allow", "Update:Delete")], {"DelaySeconds": 2}, "Action not allowed by stack policy"),
])
def test_what_a_policy_refuses_fails_the_update(name, statements, change, why):
    before = {"QueueName": f"{name}-1", "DelaySeconds": 1}
    create(name, template(Q=before, Other={}), StackPolicyBody=policy(*statements))
    after = {k: v.format(name) if isinstance(v, str) else v for k, v in (before | (change or {})).items()}
    body = template(Q=after, Other={}) if change else template(Other={})
    assert update(name, body, "UPDATE_ROLLBACK_COMPLETE") == {"Q": why}
    assert seconds(f"{name}-1") == "1"


@pytest.mark.parametrize("statements", [
    [statement("Deny", "Update:*", "LogicalResourceId/P*"), ALL],
    [statement("Deny", "Update:*", Condition={"StringEquals": {"ResourceType": "AWS::SNS::Topic"}}), ALL],
    [{"Effect": "Allow", "NotAction": "Update:Delete", "Principal": "*", "NotResource": "LogicalResourceId/Other"}], []])
def test_what_a_policy_allows_is_done(name, statements):
    create(name, template(Q={"QueueName": name}), StackPolicyBody=policy(*statements) if statements else "{}")
    assert update(name, template(Q={"QueueName": name, "DelaySeconds": 2})) == {}
    assert seconds(name) == "2"


def test_a_policy_for_one_update_alone(name):
    create(name, template(Q={"QueueName": name}), StackPolicyBody=policy(statement("Deny", "Update:*")))
    two, three = (template(Q={"QueueName": name, "DelaySeconds": n}) for n in (2, 3))
    assert "Q" in update(name, two, "UPDATE_ROLLBACK_COMPLETE")
    update(name, two, StackPolicyDuringUpdateBody=policy(ALL))
    assert json.loads(CFN.get_stack_policy(StackName=name)["StackPolicyBody"])["Statement"][0]["Effect"] == "Deny"
    refused(CFN.update_stack, "ValidationError", INVALID, StackName=name, TemplateBody=three, StackPolicyDuringUpdateBody="no")
    assert update(name, three, "UPDATE_ROLLBACK_COMPLETE")["Q"].startswith("Action denied")
    assert seconds(name) == "2"


def test_an_update_brings_a_policy_that_holds_from_the_next_one_on(name):
    create(name, template(Q={"QueueName": name}))
    assert update(name, template(Q={"QueueName": name, "DelaySeconds": 2}), StackPolicyBody=policy(statement("Deny", "Update:*"))) == {}
    assert "Q" in update(name, template(Q={"QueueName": name, "DelaySeconds": 3}), "UPDATE_ROLLBACK_COMPLETE")
    assert seconds(name) == "2"


# ---- policies of resources ----


def queue(name, deletion=None, replace=None, **more):
    policies = {"DeletionPolicy": deletion, "UpdateReplacePolicy": replace}
    return {"Properties": {"QueueName": name} | more} | {k: v for k, v in policies.items() if v}


@pytest.mark.parametrize("deletion, replace, stays", [
    (None, None, False), ("Retain", None, False), (None, "Retain", True), ("Delete", "Retain", True), ("Retain", "Delete", False)])
def test_what_was_replaced_goes_by_its_update_replace_policy_alone(name, deletion, replace, stays):
    create(name, template(Q=queue(f"{name}-1", deletion, replace)))
    update(name, template(Q=queue(f"{name}-2", deletion, replace)))
    assert is_there(f"{name}-1") == stays and is_there(f"{name}-2")


@pytest.mark.parametrize("deletion, stays", [(None, False), ("Delete", False), ("Retain", True), ("RetainExceptOnCreate", True)])
def test_what_the_template_loses_goes_by_its_deletion_policy(name, deletion, stays):
    create(name, template(Q=queue(f"{name}-1", deletion), Other={}))
    update(name, template(Other={}))
    assert is_there(f"{name}-1") == stays


WRONG = {"Properties": {"DelaySeconds": 5000}}  # SQS refuses it


@pytest.mark.parametrize("deletion, more, stays", [
    ("Retain", {}, True), ("Retain", {"RetainExceptOnCreate": True}, False), ("RetainExceptOnCreate", {}, False), ("Delete", {}, False)])
def test_a_rollback_keeps_what_was_new_by_its_deletion_policy(name, deletion, more, stays):
    body = template(Q=queue(f"{name}-1", deletion), Wrong=WRONG | {"DependsOn": "Q"})
    CFN.create_stack(StackName=name, TemplateBody=body, **more)
    assert "Wrong" in ends(name, "ROLLBACK_COMPLETE")
    assert is_there(f"{name}-1") == stays
    second = f"{name}-u"
    create(second, template(Other={}))
    body = template(Q=queue(f"{second}-1", deletion), Other={}, Wrong=WRONG | {"DependsOn": "Q"})
    assert "Wrong" in update(second, body, "UPDATE_ROLLBACK_COMPLETE", **more)
    assert is_there(f"{second}-1") == stays
    CFN.delete_stack(StackName=second)


def test_alarms_that_undo_are_told_again(name):
    alarms = {"RollbackTriggers": [{"Arn": "arn:aws:cloudwatch:us-east-1:000000000000:alarm:a", "Type": "AWS::CloudWatch::Alarm"}],
              "MonitoringTimeInMinutes": 5}
    create(name, template(Q={}), RollbackConfiguration=alarms)
    assert CFN.describe_stacks(StackName=name)["Stacks"][0]["RollbackConfiguration"] == alarms
