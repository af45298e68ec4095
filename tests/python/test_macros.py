# SPDX-License-Identifier: Apache-2.0
"""Macros of CloudFormation templates, as the User Guide has them and as LocalStack's tests recorded them at AWS
(test_template_engine.py, test_change_set_fn_transform.py).

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import uuid

import boto3
import pytest

from sdk import refused, until

CFN, S3 = boto3.client("cloudformation"), boto3.client("s3")
EXPAND = ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"]

# What the function does is told by the macro's parameter or by the template's.
CODE = """
import json
def walk(node, text):
    if isinstance(node, dict):
        return {k: walk(v, text) for k, v in node.items()}
    if isinstance(node, list):
        return [walk(v, text) for v in node]
    return node.replace("<here>", text + " <here>") if isinstance(node, str) else node
def handler(event, context):
    params, fragment = event["params"], event["fragment"]
    do = params.get("Do", "walk")
    answer = {"requestId": event["requestId"], "status": "success"}
    if do == "walk":
        answer["fragment"] = walk(fragment, params.get("Input", "-"))
    elif do == "tell":
        fragment["Outputs"] = {"Told": {"Value": json.dumps(event)}}
        answer["fragment"] = fragment
    elif do == "text":
        answer["fragment"] = event["templateParameterValues"]["List"][-1]
    elif do == "queue":
        fragment["Resources"]["More"] = {"Type": "AWS::SQS::Queue"}
        fragment.setdefault("Parameters", {})["New"] = {"Type": "String", "Default": "new"}
        fragment["Outputs"] = {"New": {"Value": {"Ref": "New"}}}
        answer["fragment"] = fragment
    elif do == "function":
        fragment["Resources"]["Added"] = {"Type": "AWS::Serverless::SimpleTable"}
        answer["fragment"] = fragment
    elif do == "null":
        fragment["Resources"]["More"] = {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": None}}
        answer["fragment"] = fragment
    elif do == "invalid":
        answer["fragment"] = "invalid"
    elif do == "says":
        answer.update(status="failed", errorMessage="failed because it is a test")
    elif do == "silent":
        answer["status"] = "FAILED"
    elif do == "raises":
        raise ValueError("it is a test")
    return answer
"""


def ended(name):
    def look():
        stack = CFN.describe_stacks(StackName=name)["Stacks"][0]
        return None if stack["StackStatus"].endswith("_IN_PROGRESS") else stack
    return until(look)


def create(name, template, capabilities=None, **more):
    CFN.create_stack(StackName=name, TemplateBody=json.dumps(template), Capabilities=capabilities or EXPAND, **more)
    return ended(name)


def outputs(stack):
    return {o["OutputKey"]: o["OutputValue"] for o in stack.get("Outputs", [])}


def processed(name):
    return CFN.get_template(StackName=name, TemplateStage="Processed")["TemplateBody"]


@pytest.fixture(scope="module", name="macro")
def make_macro():
    name = f"Macro{uuid.uuid4().hex[:8]}"
    stack = create(f"macro-{name}", {
        "Resources": {
            "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {}}},
            "Maker": {"Type": "AWS::Lambda::Function", "Properties": {
                "Runtime": "python3.12", "Handler": "index.handler", "Role": {"Fn::GetAtt": ["Role", "Arn"]}, "Code": {"ZipFile": CODE}}},
            "Macro": {"Type": "AWS::CloudFormation::Macro", "Properties": {"Name": name, "FunctionName": {"Fn::GetAtt": ["Maker", "Arn"]}}}},
        "Outputs": {"Name": {"Value": {"Ref": "Macro"}}}})
    assert outputs(stack) == {"Name": name}
    yield name
    CFN.delete_stack(StackName=f"macro-{name}")


@pytest.fixture(name="name")
def make_name():
    name = f"uses-{uuid.uuid4().hex[:10]}"
    yield name
    CFN.delete_stack(StackName=name)


def queue(**properties):
    return {"Type": "AWS::SQS::Queue", "Properties": properties}


def parameter(value, **more):
    return {"Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": value, **more}}


def use(macro, do, **params):
    return {"Name": macro, "Parameters": {"Do": do, **params}}


def test_what_a_macro_is_told(macro, name):
    template = {
        "Parameters": {"Size": {"Type": "String", "Default": "big"}, "List": {"Type": "CommaDelimitedList", "Default": "a,b"}},
        "Resources": {"Queue": queue(DelaySeconds=5)},
        "Transform": [use(macro, "tell", Size={"Ref": "Size"}, Joined={"Fn::Join": ["", ["a"]]})]}
    told = json.loads(outputs(create(name, template))["Told"])
    assert len(told.pop("requestId")) == 36
    assert told == {
        "region": "us-east-1", "accountId": "000000000000", "transformId": f"000000000000::{macro}",
        "params": {"Do": "tell", "Size": "big", "Joined": {"Fn::Join": ["", ["a"]]}},
        "templateParameterValues": {"Size": "big", "List": ["a", "b"]},
        "fragment": {k: v for k, v in template.items() if k != "Transform"}}


def test_the_innermost_comes_first_and_then_one_after_the_other(macro, name):
    def walk(text):
        return {"Name": macro, "Parameters": {"Input": text}}
    create(name, {"Resources": {"P": parameter("<here>", **{"Fn::Transform": [walk("1"), walk("2")]})}, "Transform": [walk("3"), walk("4")]})
    assert processed(name) == {"Resources": {"P": parameter("1 2 3 4 <here>")}}


def test_a_fragment_may_be_any_value(macro, name):
    create(name, {"Parameters": {"List": {"Type": "CommaDelimitedList", "Default": "x,y"}},
                  "Resources": {"P": parameter({"Fn::Transform": use(macro, "text")})}})
    assert processed(name)["Resources"]["P"]["Properties"]["Value"] == "y"


def test_what_a_macro_adds_is_made(macro, name):
    stack = create(name, {"Transform": use(macro, "queue"), "Resources": {"Queue": queue()}})
    assert outputs(stack) == {"New": "new"}
    assert {r["LogicalResourceId"] for r in CFN.list_stack_resources(StackName=name)["StackResourceSummaries"]} == {"Queue", "More"}


def test_sam_comes_after_a_macro_that_is_named_before(macro, name):
    create(name, {"Transform": [use(macro, "function"), "AWS::Serverless-2016-10-31"], "Resources": {"Queue": queue()}})
    assert processed(name)["Resources"]["Added"]["Type"] == "AWS::DynamoDB::Table"


@pytest.mark.parametrize("do, why", [
    ("says", "Transform 000000000000::{} failed with: failed because it is a test"),
    ("silent", "Transform 000000000000::{} failed without an error message."),
    ("invalid", "Template format error: unsupported structure."),
    ("raises", "Received malformed response from transform 000000000000::{}"),
    ("nothing", "Received malformed response from transform 000000000000::{}")])
def test_a_macro_that_fails(macro, name, do, why):
    template = {"Transform": use(macro, do), "Resources": {"Queue": queue()}}
    assert create(name, template)["StackStatus"] == "ROLLBACK_COMPLETE"
    reasons = [e.get("ResourceStatusReason") for e in CFN.describe_stack_events(StackName=name)["StackEvents"]
               if e["ResourceStatus"] == "ROLLBACK_IN_PROGRESS"]
    assert reasons == [f"{why.format(macro)}. Rollback requested by user."]


def test_a_macro_that_fails_in_an_update_or_a_change_set(macro, name):
    create(name, {"Resources": {"Queue": queue()}})
    template = json.dumps({"Transform": use(macro, "says"), "Resources": {"Queue": queue(DelaySeconds=3)}})
    CFN.create_change_set(StackName=name, ChangeSetName="c", TemplateBody=template)
    told = CFN.describe_change_set(StackName=name, ChangeSetName="c")
    why = f"Transform 000000000000::{macro} failed with: failed because it is a test"
    assert (told["Status"], told["ExecutionStatus"], told["StatusReason"], told["Changes"]) == ("FAILED", "UNAVAILABLE", why, [])
    CFN.update_stack(StackName=name, TemplateBody=template, Capabilities=EXPAND)
    assert ended(name)["StackStatus"] == "UPDATE_ROLLBACK_COMPLETE"
    CFN.update_stack(StackName=name, Capabilities=EXPAND, TemplateBody=json.dumps(
        {"Transform": use(macro, "queue"), "Resources": {"Queue": queue(DelaySeconds=3)}}))
    assert ended(name)["StackStatus"] == "UPDATE_COMPLETE"


def test_what_is_refused_at_once(macro, name):
    def wants(template, message, capabilities=EXPAND, code="ValidationError"):
        refused(CFN.create_stack, code, message, StackName=name, TemplateBody=json.dumps(template), Capabilities=capabilities)
    resources = {"Queue": queue()}
    wants({"Transform": "NoSuchMacro", "Resources": resources}, "No transform named 000000000000::NoSuchMacro found. (line 1)")
    wants({"Transform": [macro], "Resources": resources}, "Requires capabilities : [CAPABILITY_AUTO_EXPAND]", ["CAPABILITY_IAM"],
          "InsufficientCapabilitiesException")
    wants({"Transform": {"Name": {"Ref": "M"}}, "Parameters": {"M": {"Type": "String", "Default": "a"}}, "Resources": resources},
          "Key Name of transform definition must be a string. (line 1)")
    wants({"Transform": use(macro, "null"), "Resources": resources},
          "Template format error: [/Resources/More/Properties/QueueName] 'null' values are not allowed in templates (line 1)")


def test_include_at_the_top_and_among_resources(name):
    bucket = f"snippets-{uuid.uuid4().hex[:10]}"
    S3.create_bucket(Bucket=bucket)
    S3.put_object(Bucket=bucket, Key="outputs", Body="Outputs:\n  Id:\n    Value: !GetAtt Queue.QueueName\n")
    S3.put_object(Bucket=bucket, Key="resources", Body="Queue: {Type: AWS::SQS::Queue}\n")

    def include(key):
        return {"Name": "AWS::Include", "Parameters": {"Location": {"Fn::Sub": f"s3://${{Bucket}}/{key}"}}}
    stack = create(name, {"Parameters": {"Bucket": {"Type": "String", "Default": bucket}}, "Transform": include("outputs"),
                          "Resources": {"Fn::Transform": include("resources")}})
    assert outputs(stack)["Id"].startswith(f"{name}-Queue-")
    for key in ("outputs", "resources"):
        S3.delete_object(Bucket=bucket, Key=key)
    S3.delete_bucket(Bucket=bucket)


def test_a_macro_changes_and_goes(macro, name):
    other = f"Other{uuid.uuid4().hex[:8]}"

    def definition(its_name):
        return {"Resources": {"Macro": {"Type": "AWS::CloudFormation::Macro", "Properties": {
            "Name": its_name, "FunctionName": CFN.describe_stack_resource(
                StackName=f"macro-{macro}", LogicalResourceId="Maker")["StackResourceDetail"]["PhysicalResourceId"]}}}}
    create(name, definition(other))
    user = f"{name}-user"
    create(user, {"Transform": use(other, "queue"), "Resources": {"Queue": queue()}})
    CFN.update_stack(StackName=name, TemplateBody=json.dumps(definition(other + "2")))
    assert ended(name)["StackStatus"] == "UPDATE_COMPLETE"
    refused(CFN.update_stack, "ValidationError", f"No transform named 000000000000::{other} found. (line 1)", StackName=user, UsePreviousTemplate=True,
            Capabilities=EXPAND)
    CFN.delete_stack(StackName=user)
