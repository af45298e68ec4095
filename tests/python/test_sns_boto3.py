# SPDX-License-Identifier: Apache-2.0
"""boto3's SNS client on the local cloud: a tour of the operations, deliveries to queues and functions.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import os
import urllib.request
import uuid

import boto3
import pytest

from sdk import fails, queue_arn, take, zipped

SNS, SQS, LAMBDA, S3, CLOUDFORMATION = (boto3.client(n) for n in ("sns", "sqs", "lambda", "s3", "cloudformation"))


@pytest.fixture(name="name")
def make_name():
    return f"sns-{uuid.uuid4().hex[:10]}"


@pytest.fixture(name="topic")
def make_topic(name):
    arn = SNS.create_topic(Name=name)["TopicArn"]
    yield arn
    SNS.delete_topic(TopicArn=arn)


@pytest.fixture(name="queue")
def make_queue(name):
    url = SQS.create_queue(QueueName=name)["QueueUrl"]
    yield url
    SQS.delete_queue(QueueUrl=url)


def test_topics(name, topic):
    assert topic == f"arn:aws:sns:us-east-1:000000000000:{name}"
    names = [f"{name}-{i}" for i in range(101)]
    arns = [SNS.create_topic(Name=n, Tags=[{"Key": "a", "Value": "b"}])["TopicArn"] for n in names]
    listed = [t["TopicArn"] for page in SNS.get_paginator("list_topics").paginate() for t in page["Topics"]]
    assert set(arns) | {topic} <= set(listed)
    for arn in arns:
        SNS.delete_topic(TopicArn=arn)
    with pytest.raises(SNS.exceptions.NotFoundException):
        SNS.get_topic_attributes(TopicArn=arns[0])
    assert fails("InvalidParameter", SNS.create_topic, Name="a b") == "Invalid parameter: Topic Name"
    with pytest.raises(SNS.exceptions.InvalidParameterException):
        SNS.create_topic(Name=name, Attributes={"DisplayName": "other"})


def test_attributes_tags_and_permissions(topic):
    SNS.set_topic_attributes(TopicArn=topic, AttributeName="DisplayName", AttributeValue="Grüße <&>")
    attributes = SNS.get_topic_attributes(TopicArn=topic)["Attributes"]
    assert attributes["DisplayName"] == "Grüße <&>" and attributes["Owner"] == "000000000000"
    SNS.tag_resource(ResourceArn=topic, Tags=[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": ""}])
    SNS.untag_resource(ResourceArn=topic, TagKeys=["a"])
    assert SNS.list_tags_for_resource(ResourceArn=topic)["Tags"] == [{"Key": "b", "Value": ""}]
    SNS.add_permission(TopicArn=topic, Label="l", AWSAccountId=["111122223333"], ActionName=["Publish", "Subscribe"])
    policy = json.loads(SNS.get_topic_attributes(TopicArn=topic)["Attributes"]["Policy"])
    assert policy["Statement"][1]["Action"] == ["SNS:Publish", "SNS:Subscribe"]
    SNS.remove_permission(TopicArn=topic, Label="l")
    fails("ResourceNotFound", SNS.list_tags_for_resource, ResourceArn=topic + "-none")


def test_queue(topic, queue):
    told = SNS.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=queue_arn(SQS, queue))["SubscriptionArn"]
    attributes = {"s": {"DataType": "String", "StringValue": "grüße"}, "b": {"DataType": "Binary", "BinaryValue": b"\0\1"}}
    sent = SNS.publish(TopicArn=topic, Message="日本語 \n", Subject="s", MessageAttributes=attributes)["MessageId"]
    envelope = json.loads(take(SQS, queue)[0]["Body"])
    assert envelope["MessageId"] == sent and envelope["Message"] == "日本語 \n" and envelope["Subject"] == "s"
    assert envelope["MessageAttributes"] == {"s": {"Type": "String", "Value": "grüße"}, "b": {"Type": "Binary", "Value": "AAE="}}
    SNS.set_subscription_attributes(SubscriptionArn=told, AttributeName="RawMessageDelivery", AttributeValue="true")
    SNS.publish(TopicArn=topic, Message="raw", MessageAttributes=attributes)
    message = take(SQS, queue)[0]
    assert message["Body"] == "raw" and message["MessageAttributes"] == attributes
    # the link in the envelope needs no signature
    with urllib.request.urlopen(envelope["UnsubscribeURL"], timeout=30) as answer:
        assert answer.status == 200
    assert SNS.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"] == []


def test_limits(topic):
    SNS.publish(TopicArn=topic, Message="m" * 262144)
    assert fails("InvalidParameter", SNS.publish, TopicArn=topic, Message="m" * 262145) == "Invalid parameter: Message too long"
    assert fails("InvalidParameter", SNS.publish, TopicArn=topic, Message="m" * 262144, MessageAttributes={
        "a": {"DataType": "String", "StringValue": "b"}}) == "Invalid parameter: Message too long"
    half = "m" * 131073
    with pytest.raises(SNS.exceptions.BatchRequestTooLongException):
        SNS.publish_batch(TopicArn=topic, PublishBatchRequestEntries=[{"Id": i, "Message": half} for i in "ab"])
    with pytest.raises(SNS.exceptions.TooManyEntriesInBatchRequestException):
        SNS.publish_batch(TopicArn=topic, PublishBatchRequestEntries=[{"Id": str(i), "Message": "m"} for i in range(11)])
    with pytest.raises(SNS.exceptions.BatchEntryIdsNotDistinctException):
        SNS.publish_batch(TopicArn=topic, PublishBatchRequestEntries=[{"Id": "a", "Message": "m"}] * 2)


def test_fifo(name):
    topic = SNS.create_topic(Name=name + ".fifo", Attributes={"FifoTopic": "true"})["TopicArn"]
    queue = SQS.create_queue(QueueName=name + ".fifo", Attributes={"FifoQueue": "true"})["QueueUrl"]
    SNS.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=queue_arn(SQS, queue))
    sent = SNS.publish_batch(TopicArn=topic, PublishBatchRequestEntries=[
        {"Id": str(i), "Message": str(i), "MessageGroupId": "g", "MessageDeduplicationId": str(i // 2)} for i in range(10)])
    numbers = [entry["SequenceNumber"] for entry in sent["Successful"]]
    assert numbers == sorted(numbers) and len(set(numbers)) == 5
    envelopes = [json.loads(message["Body"]) for message in take(SQS, queue, 5)]
    assert [e["Message"] for e in envelopes] == ["0", "2", "4", "6", "8"]
    assert [e["SequenceNumber"] for e in envelopes] == numbers[::2]
    SNS.delete_topic(TopicArn=topic)
    SQS.delete_queue(QueueUrl=queue)


TELL = """
import json, os, boto3
def handler(event, context):
    boto3.client("sqs").send_message(QueueUrl=os.environ["RESULTS"], MessageBody=json.dumps(event))
    return {"statusCode": 200}
"""


@pytest.fixture(name="function")
def make_function(name, queue):
    LAMBDA.create_function(FunctionName=name, Runtime="python3.12", Role="arn:aws:iam::000000000000:role/none", Timeout=20,
                           Handler="app.handler", Code={"ZipFile": zipped(TELL)}, Environment={"Variables": {"RESULTS": queue}})
    yield name
    LAMBDA.delete_function(FunctionName=name)


def test_function(topic, queue, function):
    arn = LAMBDA.get_function_configuration(FunctionName=function)["FunctionArn"]
    told = SNS.subscribe(TopicArn=topic, Protocol="lambda", Endpoint=arn)["SubscriptionArn"]
    sent = SNS.publish(TopicArn=topic, Message="m", MessageAttributes={"a": {"DataType": "String", "StringValue": "b"}})
    event = json.loads(take(SQS, queue)[0]["Body"])
    record = event["Records"][0]
    assert record["EventSource"] == "aws:sns" and record["EventSubscriptionArn"] == told
    assert record["Sns"]["MessageId"] == sent["MessageId"] and record["Sns"]["Subject"] is None
    assert record["Sns"]["MessageAttributes"] == {"a": {"Type": "String", "Value": "b"}}


def test_http_endpoint_of_the_local_cloud(topic, queue, function):
    """A function's URL confirms when it is asked to, and then gets messages."""
    url = LAMBDA.create_function_url_config(FunctionName=function, AuthType="NONE")["FunctionUrl"]
    endpoint = os.environ["SLRUN_LOCAL_URL"] + "/_url/" + url.split("//")[1].split(".")[0] + "/in" \
        if "amazonaws" in url else url + "in"
    told = SNS.subscribe(TopicArn=topic, Protocol="http", Endpoint=endpoint, ReturnSubscriptionArn=True)["SubscriptionArn"]
    asked = json.loads(take(SQS, queue)[0]["Body"])
    assert asked["headers"]["x-amz-sns-message-type"] == "SubscriptionConfirmation"
    with urllib.request.urlopen(json.loads(asked["body"])["SubscribeURL"], timeout=30) as answer:
        assert told.encode() in answer.read()
    SNS.publish(TopicArn=topic, Message="m")
    got = json.loads(take(SQS, queue)[0]["Body"])
    assert got["headers"]["x-amz-sns-message-type"] == "Notification" and json.loads(got["body"])["Message"] == "m"
    assert "of this machine alone" in fails("InvalidParameter", SNS.subscribe, TopicArn=topic, Protocol="https",
                                          Endpoint="https://example.com/")


TEMPLATE = """
Transform: AWS::Serverless-2016-10-31
Globals: {Function: {Runtime: python3.12, Handler: index.handler, Timeout: 20, Environment: {Variables: {RESULTS: !Ref Results}}}}
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {Tags: [{Key: a, Value: b}], Subscription: [{Protocol: sqs, Endpoint: !GetAtt Inline.Arn}]}}
  Inline: {Type: AWS::SQS::Queue}
  Results: {Type: AWS::SQS::Queue}
  Policy: {Type: AWS::SNS::TopicPolicy, Properties: {Topics: [!Ref Topic], PolicyDocument: {Version: '2012-10-17', Statement: []}}}
  Between: {Type: AWS::SQS::Queue}
  Bucket:
    Type: AWS::S3::Bucket
    DependsOn: Policy
    Properties:
      NotificationConfiguration:
        TopicConfigurations: [{Topic: !Ref Topic, Event: 's3:ObjectCreated:*'}]
  ToBetween: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref Topic, Protocol: sqs, Endpoint: !GetAtt Between.Arn,
              RawMessageDelivery: true, FilterPolicyScope: MessageBody, FilterPolicy: {Records: {s3: {object: {key: [{prefix: in/}]}}}}}}
  Behind:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: |
        import json, os, boto3
        def handler(event, context):
            boto3.client("sqs").send_message(QueueUrl=os.environ["RESULTS"], MessageBody=json.dumps([os.environ["WHO"], event]))
      Environment: {Variables: {WHO: behind}}
      Events: {Queue: {Type: SQS, Properties: {Queue: !GetAtt Between.Arn}}}
  Direct:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: |
        import json, os, boto3
        def handler(event, context):
            boto3.client("sqs").send_message(QueueUrl=os.environ["RESULTS"], MessageBody=json.dumps([os.environ["WHO"], event]))
      Environment: {Variables: {WHO: direct}}
      Events: {Topic: {Type: SNS, Properties: {Topic: !Ref Topic, FilterPolicy: {who: [direct]}}}}
  Through:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: |
        import json, os, boto3
        def handler(event, context):
            boto3.client("sqs").send_message(QueueUrl=os.environ["RESULTS"], MessageBody=json.dumps([os.environ["WHO"], event]))
      Environment: {Variables: {WHO: through}}
      Events: {Topic: {Type: SNS, Properties: {Topic: !Ref Topic, SqsSubscription: true, FilterPolicy: {who: [through]}}}}
Outputs:
  Topic: {Value: !Ref Topic}
  Name: {Value: !GetAtt Topic.TopicName}
  Bucket: {Value: !Ref Bucket}
  Results: {Value: !Ref Results}
  Inline: {Value: !Ref Inline}
"""


def test_bucket_to_topic_to_queue_to_function(name):
    """And functions that subscribe themselves, with and without a queue between."""
    CLOUDFORMATION.create_stack(StackName=name, TemplateBody=TEMPLATE, Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"])
    CLOUDFORMATION.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    outputs = {o["OutputKey"]: o["OutputValue"] for o in CLOUDFORMATION.describe_stacks(StackName=name)["Stacks"][0]["Outputs"]}
    assert outputs["Topic"].endswith(":" + outputs["Name"])
    S3.put_object(Bucket=outputs["Bucket"], Key="out/x", Body=b"x")
    S3.put_object(Bucket=outputs["Bucket"], Key="in/a b", Body=b"x")
    who, event = json.loads(take(SQS, outputs["Results"])[0]["Body"])
    inner = json.loads(event["Records"][0]["body"])
    assert who == "behind" and inner["Records"][0]["s3"]["object"]["key"] == "in/a+b"
    for expected in ("direct", "through"):
        SNS.publish(TopicArn=outputs["Topic"], Message="m", MessageAttributes={"who": {"DataType": "String", "StringValue": expected}})
        who, event = json.loads(take(SQS, outputs["Results"])[0]["Body"])
        assert who == expected
        assert (event["Records"][0]["Sns"] if who == "direct" else json.loads(event["Records"][0]["body"]))["Message"] == "m"
    # s3:TestEvent, two objects, two messages
    assert len(take(SQS, outputs["Inline"], 5)) == 5
    changed = TEMPLATE.replace("{who: [direct]}", "{who: [other]}").replace("Value: b}", "Value: c}")
    CLOUDFORMATION.update_stack(StackName=name, TemplateBody=changed, Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"])
    CLOUDFORMATION.get_waiter("stack_update_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    assert {"Key": "a", "Value": "c"} in SNS.list_tags_for_resource(ResourceArn=outputs["Topic"])["Tags"]
    filters = [SNS.get_subscription_attributes(SubscriptionArn=s["SubscriptionArn"])["Attributes"].get("FilterPolicy")
               for s in SNS.list_subscriptions_by_topic(TopicArn=outputs["Topic"])["Subscriptions"]]
    assert '{"who":["other"]}' in filters and '{"who":["direct"]}' not in filters
    for key in ("out/x", "in/a b"):
        S3.delete_object(Bucket=outputs["Bucket"], Key=key)
    CLOUDFORMATION.delete_stack(StackName=name)
    CLOUDFORMATION.get_waiter("stack_delete_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    fails("NotFound", SNS.get_topic_attributes, TopicArn=outputs["Topic"])
