# SPDX-License-Identifier: Apache-2.0
"""boto3's clients of Parameter Store on the local cloud: a tour of the operations, parameters of stacks.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import uuid

import boto3
import pytest

from sdk import fails

SSM, CLOUDFORMATION = (boto3.client(n) for n in ("ssm", "cloudformation"))


@pytest.fixture(name="path")
def make_path():
    path = f"/tour-{uuid.uuid4().hex[:10]}"
    yield path
    pages = SSM.get_paginator("get_parameters_by_path").paginate(Path=path, Recursive=True)
    for name in [one["Name"] for page in pages for one in page["Parameters"]]:
        SSM.delete_parameter(Name=name)


SECRET = "/aws/reference/secretsmanager"


def test_names_of_secrets(path):
    secrets = boto3.client("secretsmanager")
    one, two = (path[1:] + end for end in ("/one", "/two"))
    arn = secrets.create_secret(Name=one, SecretString="first")["ARN"]
    secrets.put_secret_value(SecretId=one, SecretString="now")
    secrets.create_secret(Name=two, SecretBinary=b"\0\1")
    SSM.put_parameter(Name=f"{path}/plain", Value="10", Type="String")
    found = SSM.get_parameter(Name=f"{SECRET}/{one}", WithDecryption=True)["Parameter"]
    assert (found["Name"], found["Type"], found["Value"], found["Version"]) == (f"{SECRET}/{one}", "SecureString", "now", 0)
    source = json.loads(found["SourceResult"])
    assert (source["ARN"], source["name"], source["secretString"], source["versionStages"]) == (arn, one, "now", ["AWSCURRENT"])
    for selector in ("AWSPREVIOUS", next(v["VersionId"] for v in secrets.list_secret_version_ids(SecretId=one)["Versions"]
                                         if v["VersionStages"] == ["AWSPREVIOUS"])):
        old = SSM.get_parameter(Name=f"{SECRET}/{one}:{selector}", WithDecryption=True)["Parameter"]
        assert (old["Value"], old["Selector"]) == ("first", f":{selector}")
    fails("ValidationException", SSM.get_parameter, Name=f"{SECRET}/{one}")
    assert f"Secret {SECRET}/none not found." in str(fails("ParameterNotFound", SSM.get_parameter, Name=f"{SECRET}/none", WithDecryption=True))
    names = [f"{path}/plain", f"{SECRET}/{two}", f"{SECRET}/none", f"{SECRET}/{one}"]
    many = SSM.get_parameters(Names=names, WithDecryption=True)
    assert [(p["Name"], p["Value"]) for p in many["Parameters"]] == [(names[0], "10"), (names[1], "AAE="), (names[3], "now")]
    assert many["InvalidParameters"] == [names[2]]
    for secret in (one, two):
        secrets.delete_secret(SecretId=secret, ForceDeleteWithoutRecovery=True)


def test_versions(path):
    name = f"{path}/limit"
    assert SSM.put_parameter(Name=name, Value="10", Type="String", Tags=[{"Key": "a", "Value": "b"}])["Version"] == 1
    fails("ParameterAlreadyExists", SSM.put_parameter, Name=name, Value="11", Type="String")
    fails("ValidationException", SSM.put_parameter, Name=name, Value="11", Overwrite=True, Tags=[{"Key": "a", "Value": "b"}])
    assert SSM.put_parameter(Name=name, Value="11", Type="String", Overwrite=True)["Version"] == 2
    found = SSM.get_parameter(Name=name)["Parameter"]
    assert (found["Value"], found["Version"], found["Type"], found["DataType"]) == ("11", 2, "String", "text")
    assert found["ARN"].endswith(f":parameter{name}")
    assert found["LastModifiedDate"].tzinfo
    assert SSM.get_parameter(Name=f"{name}:1")["Parameter"]["Value"] == "10"
    fails("ParameterVersionNotFound", SSM.get_parameter, Name=f"{name}:3")
    history = SSM.get_parameter_history(Name=name)["Parameters"]
    assert [(one["Value"], one["Version"]) for one in history] == [("10", 1), ("11", 2)]
    assert SSM.label_parameter_version(Name=name, ParameterVersion=1, Labels=["live", "aws"])["InvalidLabels"] == ["aws"]
    assert SSM.get_parameter(Name=f"{name}:live")["Parameter"]["Value"] == "10"
    assert SSM.unlabel_parameter_version(Name=name, ParameterVersion=1, Labels=["live"])["RemovedLabels"] == ["live"]


def test_secure_string(path):
    SSM.put_parameter(Name=f"{path}/key", Value="open sesame", Type="SecureString")
    assert SSM.get_parameter(Name=f"{path}/key", WithDecryption=True)["Parameter"]["Value"] == "open sesame"
    assert SSM.get_parameter(Name=f"{path}/key")["Parameter"]["Value"] != "open sesame"


def test_pages(path):
    for i in range(23):
        SSM.put_parameter(Name=f"{path}/{i // 10}/p{i:02}", Value=str(i), Type="String")
    pages = list(SSM.get_paginator("get_parameters_by_path").paginate(Path=path, Recursive=True))
    assert [len(page["Parameters"]) for page in pages] == [10, 10, 3]
    assert {one["Value"] for page in pages for one in page["Parameters"]} == {str(i) for i in range(23)}
    assert SSM.get_parameters_by_path(Path=path)["Parameters"] == []
    filters = [{"Key": "Path", "Option": "OneLevel", "Values": [f"{path}/2"]}]
    assert len(SSM.describe_parameters(ParameterFilters=filters)["Parameters"]) == 3


def test_several(path):
    names = [f"{path}/{letter}" for letter in "abc"]
    for name in names[:2]:
        SSM.put_parameter(Name=name, Value="1", Type="String")
    found = SSM.get_parameters(Names=names)
    assert ([one["Name"] for one in found["Parameters"]], found["InvalidParameters"]) == (names[:2], names[2:])
    gone = SSM.delete_parameters(Names=names)
    assert (sorted(gone["DeletedParameters"]), gone["InvalidParameters"]) == (names[:2], names[2:])
    fails("ParameterNotFound", SSM.get_parameter, Name=names[0])


def test_tags(path):
    of = {"ResourceType": "Parameter", "ResourceId": f"{path}/t"}
    SSM.put_parameter(Name=f"{path}/t", Value="1", Type="String", Tags=[{"Key": "a", "Value": "1"}])
    SSM.add_tags_to_resource(**of, Tags=[{"Key": "b", "Value": "2"}])
    SSM.remove_tags_from_resource(**of, TagKeys=["a"])
    assert SSM.list_tags_for_resource(**of)["TagList"] == [{"Key": "b", "Value": "2"}]


TEMPLATE = {
    "Parameters": {"Limit": {"Type": "String"}},
    "Resources": {
        "Named": {"Type": "AWS::SSM::Parameter", "Properties": {
            "Name": {"Fn::Sub": "/${AWS::StackName}/limit"}, "Type": "String", "Value": {"Ref": "Limit"}, "Tags": {"a": "b"}}},
        "Nameless": {"Type": "AWS::SSM::Parameter", "Properties": {"Type": "StringList", "Value": "a,b"}},
    },
    "Outputs": {"Named": {"Value": {"Ref": "Named"}}, "Nameless": {"Value": {"Ref": "Nameless"}},
                "Value": {"Value": {"Fn::GetAtt": ["Nameless", "Value"]}}},
}


def outputs(stack):
    found = CLOUDFORMATION.describe_stacks(StackName=stack)["Stacks"][0]["Outputs"]
    return {one["OutputKey"]: one["OutputValue"] for one in found}


def test_stack(path):
    stack = path.strip("/")

    def given(limit):
        return {"StackName": stack, "TemplateBody": json.dumps(TEMPLATE),
                "Parameters": [{"ParameterKey": "Limit", "ParameterValue": limit}]}

    CLOUDFORMATION.create_stack(**given("10"))
    CLOUDFORMATION.get_waiter("stack_create_complete").wait(StackName=stack, WaiterConfig={"Delay": 1})
    made = outputs(stack)
    assert (made["Named"], made["Value"]) == (f"{path}/limit", "a,b")
    assert SSM.get_parameter(Name=made["Nameless"])["Parameter"]["Type"] == "StringList"
    assert SSM.get_parameter(Name=made["Named"])["Parameter"]["Value"] == "10"
    CLOUDFORMATION.update_stack(**given("11"))
    CLOUDFORMATION.get_waiter("stack_update_complete").wait(StackName=stack, WaiterConfig={"Delay": 1})
    assert SSM.get_parameter(Name=made["Named"])["Parameter"]["Version"] == 2
    CLOUDFORMATION.delete_stack(StackName=stack)
    CLOUDFORMATION.get_waiter("stack_delete_complete").wait(StackName=stack, WaiterConfig={"Delay": 1})
    fails("ParameterNotFound", SSM.get_parameter, Name=made["Named"])
