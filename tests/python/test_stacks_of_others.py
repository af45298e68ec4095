# SPDX-License-Identifier: Apache-2.0
"""Stacks as others have them (aws-samples/serverless-patterns): with resources that have no behaviour here, with layers of other
accounts, with keys that stand twice. They come up, and what is served in them works.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import os
import urllib.request
import uuid

import boto3
import pytest

from sdk import until, zipped

CFN, LAMBDA, SQS, S3 = (boto3.client(n) for n in ("cloudformation", "lambda", "sqs", "s3"))
HANDLER = "def handler(event, context):\n    return 'ran'\n"


@pytest.fixture(name="deploy")
def make_deploy():
    made = []

    def make(template):
        name = f"others-{uuid.uuid4().hex[:10]}"
        CFN.create_stack(StackName=name, TemplateBody=template if isinstance(template, str) else json.dumps(template), Capabilities=["CAPABILITY_IAM"])
        made.append(name)
        found = until(lambda: next((s for s in CFN.describe_stacks(StackName=name)["Stacks"] if not s["StackStatus"].endswith("PROGRESS")), None))
        events = [e.get("ResourceStatusReason") for e in CFN.describe_stack_events(StackName=name)["StackEvents"]]
        assert found["StackStatus"] == "CREATE_COMPLETE", events
        return {o["OutputKey"]: o["OutputValue"] for o in found.get("Outputs", [])}

    yield make
    for name in made:
        CFN.delete_stack(StackName=name)


def get(*path):
    return {"Fn::GetAtt": list(path)}


def outputs(**values):
    return {name: {"Value": value} for name, value in values.items()}


def warned():
    with urllib.request.urlopen(os.environ["AWS_ENDPOINT_URL"] + "/_slrun/warnings") as answer:
        return [one["text"] for one in json.load(answer)["warnings"]]


def function(**more):
    return {"Type": "AWS::Lambda::Function", "Properties": {"Runtime": "python3.12", "Handler": "index.handler", "Code": {"ZipFile": HANDLER},
                                                            "Role": "arn:aws:iam::000000000000:role/r", **more}}


def test_infrastructure_beside_a_queue(deploy):
    found = deploy({"Resources": {
        "Queue": {"Type": "AWS::SQS::Queue"},
        "Cluster": {"Type": "AWS::ECS::Cluster"},
        "Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"Family": "work"}},
        "Service": {"Type": "AWS::ECS::Service", "Properties": {"Cluster": {"Ref": "Cluster"}, "TaskDefinition": {"Ref": "Task"}}},
        "Balancer": {"Type": "AWS::ElasticLoadBalancingV2::LoadBalancer", "Properties": {"Name": "front"}},
        "Database": {"Type": "AWS::RDS::DBInstance", "Properties": {"DBInstanceIdentifier": "db"}},
        "Endpoint": {"Type": "AWS::EC2::VPCEndpoint", "Properties": {"VpcId": "vpc-1"}}},
        "Outputs": outputs(Queue={"Ref": "Queue"}, Task={"Ref": "Task"}, Balancer={"Ref": "Balancer"}, Database={"Ref": "Database"},
                           Zone={"Fn::Select": [0, {"Fn::Split": [":", {"Fn::Select": [1, get("Endpoint", "DnsEntries")]}]}]})})
    assert found["Task"] == "arn:aws:ecs:us-east-1:000000000000:task-definition/work:1" and found["Database"] == "db"
    assert found["Balancer"].startswith("arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/app/front/")
    assert found["Zone"].startswith("Z0")
    SQS.send_message(QueueUrl=found["Queue"], MessageBody="x")
    idle = [text.partition("nothing happens in ")[2].partition(" (")[0] for text in warned() if "nothing happens in" in text]
    assert {"Cluster", "Task", "Service", "Balancer", "Database"} <= set(idle) and "Endpoint" not in idle and "Queue" not in idle, idle
    assert any("nothing happens in Database (AWS::RDS::DBInstance, db)" in text for text in warned())


def test_a_function_beside_a_broker(deploy):
    deploy({"Resources": {
        "Cluster": {"Type": "AWS::MSK::Cluster", "Properties": {"ClusterName": "c"}},
        "Function": function(),
        "Source": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {
            "EventSourceArn": {"Ref": "Cluster"}, "FunctionName": {"Ref": "Function"}, "Topics": ["t"], "StartingPosition": "LATEST"}}}})
    assert any("lambda: Source: nothing is read from its source here" in text for text in warned())


def test_a_function_runs_without_the_layer_of_another_account(deploy):
    arn = "arn:aws:lambda:us-east-1:177933569100:layer:AWS-Parameters-and-Secrets-Lambda-Extension:2"
    found = deploy({"Resources": {"Function": function(Layers=[arn])}, "Outputs": outputs(Name={"Ref": "Function"})})
    assert json.load(LAMBDA.invoke(FunctionName=found["Name"])["Payload"]) == "ran"
    assert any(f"runs without layer {arn}" in text for text in warned())
    own = "arn:aws:lambda:us-east-1:000000000000:layer:none:1"
    with pytest.raises(LAMBDA.exceptions.InvalidParameterValueException, match=f"Layer version {own} does not exist."):
        LAMBDA.create_function(FunctionName="f", Runtime="python3.12", Handler="index.handler", Layers=[own], Role="arn:aws:iam::000000000000:role/r",
                               Code={"ZipFile": zipped({"index.py": HANDLER})})


def test_a_function_of_an_image_is_there_and_does_not_run(deploy):
    uri = "000000000000.dkr.ecr.us-east-1.amazonaws.com/work:latest"
    found = deploy({"Resources": {"Function": {"Type": "AWS::Lambda::Function", "Properties": {
        "PackageType": "Image", "Code": {"ImageUri": uri}, "Role": "arn:aws:iam::000000000000:role/r", "ImageConfig": {"Command": ["app.handler"]}}}},
        "Outputs": outputs(Name={"Ref": "Function"})})
    told = LAMBDA.get_function(FunctionName=found["Name"])
    assert told["Code"]["RepositoryType"] == "ECR" and told["Code"]["ImageUri"] == uri
    assert told["Code"]["ResolvedImageUri"].startswith("000000000000.dkr.ecr.us-east-1.amazonaws.com/work@sha256:")
    config = told["Configuration"]
    assert config["PackageType"] == "Image" and "Runtime" not in config and config["ImageConfigResponse"] == {"ImageConfig": {"Command": ["app.handler"]}}
    answer = LAMBDA.invoke(FunctionName=found["Name"])
    assert answer["FunctionError"] == "Unhandled" and "and no images" in json.load(answer["Payload"])["errorMessage"]


def test_a_domain_name_tells_where_it_is(deploy):
    found = deploy({"Resources": {"Domain": {"Type": "AWS::ApiGatewayV2::DomainName", "Properties": {
        "DomainName": f"{uuid.uuid4().hex[:8]}.example.com", "DomainNameConfigurations": [{"EndpointType": "REGIONAL", "CertificateArn": "arn:aws:acm:x"}]}}},
        "Outputs": outputs(Name=get("Domain", "RegionalDomainName"), Zone=get("Domain", "RegionalHostedZoneId"))})
    assert found["Name"].startswith("d-") and found["Name"].endswith(".execute-api.us-east-1.amazonaws.com") and found["Zone"] == "Z1UJRXOUMOOFQ8"


def test_of_a_key_that_stands_twice_the_later_one_counts(deploy):
    found = deploy("Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: 1\n      DelaySeconds: 7\n"
                   "Outputs:\n  Queue:\n    Value: !Ref Queue\n")
    assert SQS.get_queue_attributes(QueueUrl=found["Queue"], AttributeNames=["DelaySeconds"])["Attributes"]["DelaySeconds"] == "7"
    assert any("the key DelaySeconds stands twice in its map; the later one counts (line 6)" in text for text in warned())
