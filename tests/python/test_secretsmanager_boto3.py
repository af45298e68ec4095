# SPDX-License-Identifier: Apache-2.0
"""boto3's client of Secrets Manager on the local cloud: a tour of the operations, secrets of stacks.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import string
import time
import uuid

import boto3
import pytest
from botocore.exceptions import WaiterError

from sdk import fails, zipped

SECRETS, CLOUDFORMATION = (boto3.client(n) for n in ("secretsmanager", "cloudformation"))


@pytest.fixture(name="name")
def make_name():
    name = f"tour-{uuid.uuid4().hex[:10]}"
    yield name
    SECRETS.delete_secret(SecretId=name, ForceDeleteWithoutRecovery=True)


def test_versions(name):
    first = SECRETS.create_secret(Name=name, SecretString="one")
    assert first["ARN"].split(":secret:")[1].startswith(f"{name}-")
    fails("ResourceExistsException", SECRETS.create_secret, Name=name, SecretString="one")
    second = SECRETS.put_secret_value(SecretId=name, SecretBinary=b"\0two\xff")
    found = SECRETS.get_secret_value(SecretId=first["ARN"])
    assert (found["SecretBinary"], found["VersionId"], found["VersionStages"]) == (b"\0two\xff", second["VersionId"], ["AWSCURRENT"])
    assert "SecretString" not in found and found["CreatedDate"].tzinfo
    old = SECRETS.get_secret_value(SecretId=name, VersionStage="AWSPREVIOUS")
    assert (old["SecretString"], old["VersionId"]) == ("one", first["VersionId"])
    SECRETS.update_secret_version_stage(SecretId=name, VersionStage="AWSCURRENT", MoveToVersionId=first["VersionId"],
                                        RemoveFromVersionId=second["VersionId"])
    assert SECRETS.get_secret_value(SecretId=name)["SecretString"] == "one"
    stages = SECRETS.describe_secret(SecretId=name)["VersionIdsToStages"]
    assert stages == {first["VersionId"]: ["AWSCURRENT"], second["VersionId"]: ["AWSPREVIOUS"]}
    third = SECRETS.update_secret(SecretId=name, SecretString="three", Description="d")["VersionId"]
    assert SECRETS.get_secret_value(SecretId=name, VersionId=third)["SecretString"] == "three"
    ids = {one["VersionId"] for one in SECRETS.list_secret_version_ids(SecretId=name)["Versions"]}
    assert ids == {first["VersionId"], third}


def test_deletion(name):
    SECRETS.create_secret(Name=name, SecretString="v")
    fails("InvalidParameterException", SECRETS.delete_secret, SecretId=name, RecoveryWindowInDays=31)
    SECRETS.delete_secret(SecretId=name, RecoveryWindowInDays=7)
    fails("InvalidRequestException", SECRETS.get_secret_value, SecretId=name)
    fails("InvalidRequestException", SECRETS.create_secret, Name=name)
    assert "DeletedDate" in SECRETS.describe_secret(SecretId=name)
    SECRETS.restore_secret(SecretId=name)
    assert SECRETS.get_secret_value(SecretId=name)["SecretString"] == "v"
    SECRETS.delete_secret(SecretId=name, ForceDeleteWithoutRecovery=True)
    fails("ResourceNotFoundException", SECRETS.get_secret_value, SecretId=name)


def test_lists(name):
    for i in range(5):
        SECRETS.create_secret(Name=f"{name}/{i}", SecretString=str(i), Tags=[{"Key": "of", "Value": name}])
    filters = [{"Key": "name", "Values": [name]}]
    pages = list(SECRETS.get_paginator("list_secrets").paginate(Filters=filters, PaginationConfig={"PageSize": 2}))
    assert [len(page["SecretList"]) for page in pages] == [2, 2, 1]
    assert len(SECRETS.list_secrets(Filters=[{"Key": "tag-value", "Values": [name]}])["SecretList"]) == 5
    found = SECRETS.batch_get_secret_value(SecretIdList=[f"{name}/1", f"{name}/9"])
    assert [one["SecretString"] for one in found["SecretValues"]] == ["1"]
    assert [one["ErrorCode"] for one in found["Errors"]] == ["ResourceNotFoundException"]
    for i in range(5):
        SECRETS.delete_secret(SecretId=f"{name}/{i}", ForceDeleteWithoutRecovery=True)


def test_tags_and_policies(name):
    SECRETS.create_secret(Name=name, Tags=[{"Key": "a", "Value": "1"}])
    SECRETS.tag_resource(SecretId=name, Tags=[{"Key": "b", "Value": "2"}])
    SECRETS.untag_resource(SecretId=name, TagKeys=["a"])
    assert SECRETS.describe_secret(SecretId=name)["Tags"] == [{"Key": "b", "Value": "2"}]
    policy = json.dumps({"Version": "2012-10-17", "Statement": []})
    SECRETS.put_resource_policy(SecretId=name, ResourcePolicy=policy)
    assert SECRETS.get_resource_policy(SecretId=name)["ResourcePolicy"] == policy
    SECRETS.delete_resource_policy(SecretId=name)
    assert "ResourcePolicy" not in SECRETS.get_resource_policy(SecretId=name)


def test_passwords():
    made = {SECRETS.get_random_password()["RandomPassword"] for _ in range(20)}
    assert len(made) == 20
    for word in made:
        for kind in (string.ascii_lowercase, string.ascii_uppercase, string.digits, string.punctuation):
            assert set(word) & set(kind), word
    assert SECRETS.get_random_password(PasswordLength=9, ExcludeCharacters="abc", ExcludePunctuation=True)["RandomPassword"].isalnum()


TEMPLATE = {
    "Resources": {
        "Given": {"Type": "AWS::SecretsManager::Secret", "Properties": {
            "Name": {"Fn::Sub": "${AWS::StackName}/given"}, "SecretString": "open sesame", "Tags": [{"Key": "a", "Value": "b"}]}},
        "Made": {"Type": "AWS::SecretsManager::Secret", "Properties": {"GenerateSecretString": {
            "SecretStringTemplate": '{"user": "ali"}', "GenerateStringKey": "password", "PasswordLength": 20, "ExcludePunctuation": True}}},
        "Plain": {"Type": "AWS::SecretsManager::Secret", "Properties": {"GenerateSecretString": {}}},
    },
    "Outputs": {one: {"Value": {"Ref": one}} for one in ("Given", "Made", "Plain")},
}


def test_stack(name):
    def put(call, done):
        call(StackName=name, TemplateBody=json.dumps(TEMPLATE))
        CLOUDFORMATION.get_waiter(done).wait(StackName=name, WaiterConfig={"Delay": 1})
        found = CLOUDFORMATION.describe_stacks(StackName=name)["Stacks"][0]["Outputs"]
        return {one["OutputKey"]: one["OutputValue"] for one in found}

    arns = put(CLOUDFORMATION.create_stack, "stack_create_complete")
    assert f":secret:{name}/given-" in arns["Given"]
    made = SECRETS.get_secret_value(SecretId=arns["Made"])["SecretString"]
    assert (json.loads(made)["user"], len(json.loads(made)["password"])) == ("ali", 20)
    assert len(SECRETS.get_secret_value(SecretId=arns["Plain"])["SecretString"]) == 32
    TEMPLATE["Resources"]["Given"]["Properties"]["SecretString"] = "close sesame"
    assert put(CLOUDFORMATION.update_stack, "stack_update_complete") == arns
    assert SECRETS.get_secret_value(SecretId=arns["Given"])["SecretString"] == "close sesame"
    assert SECRETS.get_secret_value(SecretId=arns["Made"])["SecretString"] == made
    CLOUDFORMATION.delete_stack(StackName=name)
    CLOUDFORMATION.get_waiter("stack_delete_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    fails("ResourceNotFoundException", SECRETS.get_secret_value, SecretId=arns["Given"])


# ---- dynamic references ----

def tags_of(stack, **references):
    """What the references stand for, as tags of a queue in a stack; None where it cannot be made."""
    queue = {"Type": "AWS::SQS::Queue", "Properties": {
        "QueueName": stack, "Tags": [{"Key": key, "Value": text} for key, text in references.items()]}}
    CLOUDFORMATION.create_stack(StackName=stack, TemplateBody=json.dumps({"Resources": {"Queue": queue}}), OnFailure="DELETE")
    try:
        CLOUDFORMATION.get_waiter("stack_create_complete").wait(StackName=stack, WaiterConfig={"Delay": 1})
    except WaiterError:
        return None
    sqs = boto3.client("sqs")
    tags = sqs.list_queue_tags(QueueUrl=sqs.get_queue_url(QueueName=stack)["QueueUrl"])["Tags"]
    CLOUDFORMATION.delete_stack(StackName=stack)
    CLOUDFORMATION.get_waiter("stack_delete_complete").wait(StackName=stack, WaiterConfig={"Delay": 1})
    return {key: tags[key] for key in references}


def test_dynamic_references(name):
    ssm = boto3.client("ssm")
    ssm.put_parameter(Name=f"/{name}/plain", Value="one", Type="String")
    ssm.put_parameter(Name=f"/{name}/plain", Value="two", Type="String", Overwrite=True)
    ssm.put_parameter(Name=f"/{name}/key", Value="open sesame", Type="SecureString")
    secret = SECRETS.create_secret(Name=name, SecretString='{"user": "ali", "n": 40}')
    old = secret["VersionId"]
    SECRETS.put_secret_value(SecretId=name, SecretString='{"user": "baba"}')
    wanted = {
        f"{{{{resolve:ssm:/{name}/plain}}}}": "two",
        f"a {{{{resolve:ssm:/{name}/plain:1}}}} b {{{{resolve:ssm:/{name}/plain:2}}}}": "a one b two",
        f"{{{{resolve:ssm-secure:/{name}/key}}}}": "open sesame",
        f"{{{{resolve:secretsmanager:{name}}}}}": '{"user": "baba"}',
        f"{{{{resolve:secretsmanager:{name}:SecretString:user}}}}": "baba",
        f"{{{{resolve:secretsmanager:{secret['ARN']}:SecretString:user:AWSPREVIOUS}}}}": "ali",
        f"{{{{resolve:secretsmanager:{name}:SecretString:n::{old}}}}}": "40",
    }
    assert list(tags_of(name, **{f"k{i}": text for i, text in enumerate(wanted)}).values()) == list(wanted.values())
    for wrong in (f"ssm:/{name}/none", f"ssm:/{name}/key", f"ssm-secure:/{name}/plain", f"secretsmanager:{name}-2",
                  f"secretsmanager:{name}:SecretString:none"):
        assert tags_of(f"{name}-wrong", k=f"{{{{resolve:{wrong}}}}}") is None, wrong
    ssm.delete_parameters(Names=[f"/{name}/plain", f"/{name}/key"])


# ---- rotation ----

ROTATOR = """
import boto3
SECRETS = boto3.client("secretsmanager")

def create(secret, token):
    assert "AWSPENDING" in SECRETS.describe_secret(SecretId=secret)["VersionIdsToStages"][token]
    try:
        SECRETS.get_secret_value(SecretId=secret, VersionId=token, VersionStage="AWSPENDING")
        raise AssertionError("there is a value already")
    except SECRETS.exceptions.ResourceNotFoundException:
        SECRETS.put_secret_value(SecretId=secret, ClientRequestToken=token, SecretString=token, VersionStages=["AWSPENDING"])

def finish(secret, token):
    stages = SECRETS.describe_secret(SecretId=secret)["VersionIdsToStages"]
    current = next(v for v in stages if "AWSCURRENT" in stages[v])
    SECRETS.update_secret_version_stage(SecretId=secret, VersionStage="AWSCURRENT", MoveToVersionId=token, RemoveFromVersionId=current)

def handler(event, context):
    tags = {t["Key"]: t["Value"] for t in SECRETS.describe_secret(SecretId=event["SecretId"]).get("Tags", [])}
    seen = tags.get("seen", "") + "/" + event["Step"]
    SECRETS.tag_resource(SecretId=event["SecretId"], Tags=[{"Key": "seen", "Value": seen}])
    if event["Step"] == tags.get("fails"):
        raise ValueError("no")
    step = {"createSecret": create, "finishSecret": finish}.get(event["Step"])
    if step:
        step(event["SecretId"], event["ClientRequestToken"])
"""
STEPS = "/createSecret/setSecret/testSecret/finishSecret"


@pytest.fixture(name="rotator")
def make_rotator(name):
    functions = boto3.client("lambda")
    arn = functions.create_function(FunctionName=name, Runtime="python3.12", Handler="app.handler", Role="arn:aws:iam::000000000000:role/r",
                                    Timeout=30, Code={"ZipFile": zipped(ROTATOR)})["FunctionArn"]
    yield arn
    functions.delete_function(FunctionName=name)


def grant(arn):
    boto3.client("lambda").add_permission(FunctionName=arn, StatementId="s", Action="lambda:InvokeFunction",
                                          Principal="secretsmanager.amazonaws.com")


def secret_when(secret, holds):
    end = time.monotonic() + 60
    while True:
        found = SECRETS.describe_secret(SecretId=secret)
        if holds(found, {tag["Key"]: tag["Value"] for tag in found.get("Tags", [])}):
            return found
        assert time.monotonic() < end, found
        time.sleep(0.05)


def test_rotation(name, rotator):
    SECRETS.create_secret(Name=name, SecretString="old")
    fails("AccessDeniedException", SECRETS.rotate_secret, SecretId=name, RotationLambdaARN=rotator)
    assert "RotationEnabled" not in SECRETS.describe_secret(SecretId=name)
    grant(rotator)
    done = SECRETS.rotate_secret(SecretId=name, RotationLambdaARN=rotator, RotationRules={"AutomaticallyAfterDays": 2})
    found = secret_when(name, lambda secret, tags: tags.get("seen") == STEPS and "LastRotatedDate" in secret)
    assert SECRETS.get_secret_value(SecretId=name)["SecretString"] == done["VersionId"]
    assert SECRETS.get_secret_value(SecretId=name, VersionStage="AWSPREVIOUS")["SecretString"] == "old"
    assert found["VersionIdsToStages"][done["VersionId"]] == ["AWSCURRENT"]
    assert (found["RotationEnabled"], found["RotationRules"], found["RotationLambdaARN"]) == (True, {"AutomaticallyAfterDays": 2}, rotator)
    assert (found["NextRotationDate"] - found["LastRotatedDate"]).total_seconds() == pytest.approx(2 * 86400, abs=60)
    SECRETS.cancel_rotate_secret(SecretId=name)
    found = SECRETS.describe_secret(SecretId=name)
    assert (found["RotationEnabled"], "NextRotationDate" in found) == (False, False)


def test_a_rotation_that_fails_is_tried_again(name, rotator):
    grant(rotator)
    SECRETS.create_secret(Name=name, SecretString="old", Tags=[{"Key": "fails", "Value": "setSecret"}])
    pending = SECRETS.rotate_secret(SecretId=name, RotationLambdaARN=rotator)["VersionId"]
    secret_when(name, lambda _, tags: tags.get("seen") == "/createSecret/setSecret")
    assert SECRETS.get_secret_value(SecretId=name)["SecretString"] == "old"
    assert SECRETS.get_secret_value(SecretId=name, VersionStage="AWSPENDING")["VersionId"] == pending
    fails("InvalidRequestException", SECRETS.rotate_secret, SecretId=name)


def test_a_configuration_is_tested_without_a_rotation(name, rotator):
    grant(rotator)
    SECRETS.create_secret(Name=name, SecretString="old")
    version = SECRETS.rotate_secret(SecretId=name, RotationLambdaARN=rotator, RotateImmediately=False)["VersionId"]
    found = secret_when(name, lambda secret, tags: "seen" in tags and version not in secret["VersionIdsToStages"])
    assert found["Tags"] == [{"Key": "seen", "Value": "/testSecret"}]


def test_a_schedule_in_a_stack(name, rotator):
    grant(rotator)
    resources = {"S": {"Type": "AWS::SecretsManager::Secret", "Properties": {"SecretString": "old"}},
                 "R": {"Type": "AWS::SecretsManager::RotationSchedule",
                       "Properties": {"SecretId": {"Ref": "S"}, "RotationLambdaARN": rotator, "RotationRules": {"ScheduleExpression": "rate(10 days)"}}}}
    CLOUDFORMATION.create_stack(StackName=name, TemplateBody=json.dumps(
        {"Resources": resources, "Outputs": {"S": {"Value": {"Ref": "S"}}, "R": {"Value": {"Ref": "R"}}}}))
    CLOUDFORMATION.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    outputs = [one["OutputValue"] for one in CLOUDFORMATION.describe_stacks(StackName=name)["Stacks"][0]["Outputs"]]
    assert outputs[0] == outputs[1]
    secret_when(outputs[0], lambda secret, _: "LastRotatedDate" in secret)
    assert SECRETS.get_secret_value(SecretId=outputs[0])["SecretString"] != "old"
    CLOUDFORMATION.delete_stack(StackName=name)
    CLOUDFORMATION.get_waiter("stack_delete_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
