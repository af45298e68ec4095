# SPDX-License-Identifier: Apache-2.0
"""boto3 on CloudFormation as the local cloud offers it: what templates make, seen through the services that have it."""
import json
import os

import boto3
import pytest
from botocore.exceptions import WaiterError

from sdk import error
from stacks import (
    cfn, client, create, delete, dynamodb, KEYS, kinesis, logs, name, outputs, parameters, QUEUES, reason,
    resources, s3, sqs, update, wait)
from with_local import start

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
