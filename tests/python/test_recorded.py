# SPDX-License-Identifier: Apache-2.0
"""What AWS answered when others recorded it, held against the local cloud: details that no tour meets.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import urllib.request
import uuid

import boto3
import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest

from sdk import error, queue_arn, refused, zipped

SQS, SNS, EVENTS, CLOUDFORMATION, APIGATEWAY, LAMBDA, SSM, SECRETS, S3 = (
    boto3.client(n) for n in ("sqs", "sns", "events", "cloudformation", "apigateway", "lambda", "ssm", "secretsmanager", "s3"))


@pytest.fixture(name="name")
def make_name():
    return f"recorded-{uuid.uuid4().hex[:10]}"


@pytest.fixture(name="queue")
def make_queue(name):
    url = SQS.create_queue(QueueName=name)["QueueUrl"]
    yield url
    SQS.delete_queue(QueueUrl=url)


@pytest.fixture(name="fifo")
def make_fifo(name):
    url = SQS.create_queue(QueueName=name + ".fifo", Attributes={"FifoQueue": "true"})["QueueUrl"]
    yield url
    SQS.delete_queue(QueueUrl=url)


# ---- SQS ----


def test_purging_forgets_what_was_sent(fifo):
    for body in ("one", "two"):
        SQS.send_message(QueueUrl=fifo, MessageBody=body, MessageGroupId="g", MessageDeduplicationId="d")
        if body == "one":
            SQS.purge_queue(QueueUrl=fifo)
    assert [m["Body"] for m in SQS.receive_message(QueueUrl=fifo)["Messages"]] == ["two"]


def test_letters_in_names_of_message_attributes(queue):
    def send(name):
        return SQS.send_message(QueueUrl=queue, MessageBody="b", MessageAttributes={
            name: {"StringValue": "v", "DataType": "String"}})

    assert send("attr.1\u00f8\u00df\u00e4")["MessageId"]
    for wrong in ("a\u00a7", "a\u00d7", "a("):
        with pytest.raises(SQS.exceptions.ClientError):
            send(wrong)


def test_a_fifo_queue_may_be_told_that_it_is_one(fifo, queue):
    SQS.set_queue_attributes(QueueUrl=fifo, Attributes={"FifoQueue": "True"})
    refused(SQS.set_queue_attributes, "InvalidAttributeValue",
            "Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.",
            QueueUrl=fifo, Attributes={"FifoQueue": "false"})
    refused(SQS.set_queue_attributes, "InvalidAttributeName", "Unknown Attribute FifoQueue.",
            QueueUrl=queue, Attributes={"FifoQueue": "true"})


def test_a_period_of_data_keys_is_told_with_its_key_alone(queue):
    SQS.set_queue_attributes(QueueUrl=queue, Attributes={"KmsMasterKeyId": "k", "KmsDataKeyReusePeriodSeconds": "6000"})
    assert SQS.get_queue_attributes(QueueUrl=queue, AttributeNames=["All"])["Attributes"]["KmsDataKeyReusePeriodSeconds"] == "6000"
    SQS.set_queue_attributes(QueueUrl=queue, Attributes={"KmsMasterKeyId": "", "KmsDataKeyReusePeriodSeconds": "300"})
    assert "KmsDataKeyReusePeriodSeconds" not in SQS.get_queue_attributes(QueueUrl=queue, AttributeNames=["All"])["Attributes"]


TRACE = "Root=1-3152b799-8954dae64eda91bc9a23a7e8;Parent=7fa8c0f79203be72;Sampled=1"


def traced(service):
    client = boto3.client(service)
    client.meta.events.register("before-send", lambda request, **_: request.headers.update({"X-Amzn-Trace-Id": TRACE}))
    return client


def test_the_trace_of_a_request_goes_with_its_message(queue, name):
    traced("sqs").send_message(QueueUrl=queue, MessageBody="by queue")
    topic = SNS.create_topic(Name=name)["TopicArn"]
    arn = queue_arn(SQS, queue)
    SNS.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn, Attributes={"RawMessageDelivery": "true"})
    traced("sns").publish(TopicArn=topic, Message="by topic")
    found = {}
    for _ in range(5):
        for m in SQS.receive_message(QueueUrl=queue, MessageSystemAttributeNames=["AWSTraceHeader"], MaxNumberOfMessages=10,
                                     WaitTimeSeconds=0 if len(found) == 2 else 2).get("Messages", []):
            found[m["Body"]] = m["Attributes"]["AWSTraceHeader"]
    assert found == {"by queue": TRACE, "by topic": TRACE}


def signed_get(url, service):
    request = AWSRequest("GET", url)
    SigV4Auth(boto3.Session().get_credentials(), service, "us-east-1").add_auth(request)
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=dict(request.headers)), timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as e:
        return e.code, e.read().decode()


def test_what_a_queue_says_to_requests_that_are_not_its_own(queue):
    status, text = signed_get(queue, "sqs")
    assert (status, "<UnknownOperationException/>" in text) == (404, True)
    for action in ("CreateQueue&QueueName=x", "ListQueues"):
        status, text = signed_get(f"{queue}?Action={action}", "sqs")
        assert status == 400 and f"The action {action.split('&')[0]} is not valid for this endpoint." in text


# ---- SNS ----


def test_a_topic_is_of_its_region(name):
    topic = SNS.create_topic(Name=name)["TopicArn"]
    there = boto3.client("sns", region_name="eu-west-1")
    refused(there.publish, "InvalidParameter", "Invalid parameter: TopicArn", TopicArn=topic, Message="m")
    refused(SNS.publish, "InvalidParameter", "Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not 2",
            TopicArn="a:b", Message="m")
    refused(SNS.publish, "InvalidParameter", "Invalid parameter: TargetArn Reason: No endpoint found for the target arn specified",
            TargetArn="arn:aws:sns:us-east-1:000000000000:endpoint/APNS/app/1", Message="m")


def test_a_topic_that_is_there_may_be_made_again_with_less(name):
    tags = [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}]
    topic = SNS.create_topic(Name=name, Tags=tags, Attributes={"DisplayName": "d", "FifoTopic": "false"})["TopicArn"]
    for again in ({"Tags": tags[:1]}, {"Tags": []}, {"Attributes": {"FifoTopic": "false"}}, {}):
        assert SNS.create_topic(Name=name, **again)["TopicArn"] == topic
    assert "FifoTopic" not in SNS.get_topic_attributes(TopicArn=topic)["Attributes"]


@pytest.mark.parametrize("attribute, message", [
    (("a^*?", "String", "x"), "Invalid non-alphanumeric character '#x5E' was found in the message attribute name. Can only "
     "include alphanumeric characters, hyphens, underscores, or dots."),
    ((".abc", "String", "x"), "Invalid message attribute name starting with character '.' was found."),
    (("abc.", "String", "x"), "Invalid message attribute name ending with character '.' was found."),
    (("a..b", "String", "x"), "Message attribute name can not have successive '.' character."),
    (("a" * 257, "String", "x"), "Length of message attribute name must be less than 256 bytes."),
    (("a", "String.", "x"), "The message attribute 'a' has an invalid message attribute type, the set of supported type "
     "prefixes is Binary, Number, and String."),
    (("a", "Binary", "x"), "The message attribute 'a' with type 'Binary' must use field 'Binary'."),
])
def test_one_wrong_message_fails_its_batch(name, attribute, message):
    topic = SNS.create_topic(Name=name)["TopicArn"]
    key, kind, value = attribute
    wrong = {"Id": "1", "Message": "m", "MessageAttributes": {key: {"DataType": kind, "StringValue": value}}}
    refused(SNS.publish_batch, "ParameterValueInvalid", message, TopicArn=topic,
            PublishBatchRequestEntries=[wrong, {"Id": "2", "Message": "right"}])


def test_a_batch_is_as_long_as_its_attributes(name):
    topic = SNS.create_topic(Name=name)["TopicArn"]
    attribute = {"attr1": {"DataType": "Number", "StringValue": "1"}}
    entries = [{"Id": "1", "Message": "a" * (262144 - 12), "MessageAttributes": attribute}, {"Id": "2", "Message": "b"}]
    refused(SNS.publish_batch, "BatchRequestTooLong", "The length of all the messages put together is more than the limit.",
            TopicArn=topic, PublishBatchRequestEntries=entries)
    entries[0]["Message"] = entries[0]["Message"][1:]
    assert len(SNS.publish_batch(TopicArn=topic, PublishBatchRequestEntries=entries)["Successful"]) == 2


# ---- event patterns ----

EVENT = {"id": "1", "source": "s", "detail-type": "t", "account": "123456789012", "region": "us-east-1",
         "time": "2022-07-13T13:48:01Z", "detail": {"a": {"b": "x"}}}


def test_events_need_no_resources_and_dots_join_names():
    def matches(pattern):
        return EVENTS.test_event_pattern(Event=json.dumps(EVENT), EventPattern=json.dumps(pattern))["Result"]
    assert matches({"detail.a.b": ["x"]})
    assert not matches({"detail.a.b": ["y"]})
    assert matches({"detail": {"a.b": [{"prefix": "x"}]}})


# ---- CloudFormation ----

TEMPLATE = {"Resources": {"Topic": {"Type": "AWS::SNS::Topic", "Properties": {"DisplayName": "one"}}}}


def execute(name, template, kind):
    """By a change set that is called as the stack each time."""
    CLOUDFORMATION.create_change_set(StackName=name, ChangeSetName=name, ChangeSetType=kind, TemplateBody=json.dumps(template))
    CLOUDFORMATION.get_waiter("change_set_create_complete").wait(StackName=name, ChangeSetName=name, WaiterConfig={"Delay": 1})
    told = CLOUDFORMATION.describe_change_set(StackName=name, ChangeSetName=name)
    CLOUDFORMATION.execute_change_set(StackName=name, ChangeSetName=name)
    CLOUDFORMATION.get_waiter(f"stack_{kind.lower()}_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    return told


def test_stacks_and_change_sets_tell_what_is_empty_as_aws_does(name):
    told = execute(name, TEMPLATE, "CREATE")
    assert (told["Capabilities"], told["NotificationARNs"], told["IncludeNestedStacks"]) == ([], [], False)
    assert "Parameters" not in told and "Tags" not in told and told["RollbackConfiguration"] == {}
    stack = CLOUDFORMATION.describe_stacks(StackName=name)["Stacks"][0]
    assert (stack["Tags"], stack["NotificationARNs"], stack["RollbackConfiguration"]) == ([], [], {})
    assert "LastUpdatedTime" in stack and not {"Parameters", "Outputs", "Capabilities"} & set(stack)
    TEMPLATE["Resources"]["Topic"]["Properties"]["DisplayName"] = "two"
    execute(name, TEMPLATE, "UPDATE")
    CLOUDFORMATION.delete_stack(StackName=stack["StackId"])
    CLOUDFORMATION.get_waiter("stack_delete_complete").wait(StackName=stack["StackId"], WaiterConfig={"Delay": 1})
    gone = CLOUDFORMATION.describe_stacks(StackName=stack["StackId"])["Stacks"][0]
    assert not {"ChangeSetId", "EnableTerminationProtection"} & set(gone)


def test_change_sets_tell_values_where_they_are_wanted(name):
    def topic(**properties):
        return {"Resources": {"T": {"Type": "AWS::SNS::Topic", "Properties": properties}}}
    execute(name, topic(TopicName=f"{name}-1", DisplayName="one"), "CREATE")
    CLOUDFORMATION.create_change_set(StackName=name, ChangeSetName="c", TemplateBody=json.dumps(topic(TopicName=f"{name}-2", DisplayName="one")))
    CLOUDFORMATION.get_waiter("change_set_create_complete").wait(StackName=name, ChangeSetName="c", WaiterConfig={"Delay": 1})
    plain = CLOUDFORMATION.describe_change_set(StackName=name, ChangeSetName="c")["Changes"][0]["ResourceChange"]
    assert (plain["Replacement"], plain["PolicyAction"]) == ("True", "ReplaceAndDelete")
    assert "BeforeContext" not in plain and set(plain["Details"][0]["Target"]) == {"Attribute", "Name", "RequiresRecreation"}
    full = CLOUDFORMATION.describe_change_set(StackName=name, ChangeSetName="c", IncludePropertyValues=True)["Changes"][0]["ResourceChange"]
    assert full["Details"][0]["Target"] == {
        "Attribute": "Properties", "Name": "TopicName", "RequiresRecreation": "Always", "Path": "/Properties/TopicName",
        "BeforeValue": f"{name}-1", "AfterValue": f"{name}-2", "AttributeChangeType": "Modify"}
    assert json.loads(full["BeforeContext"]) == {"Properties": {"TopicName": f"{name}-1", "DisplayName": "one"}}
    assert json.loads(full["AfterContext"]) == {"Properties": {"TopicName": f"{name}-2", "DisplayName": "one"}}
    told = CLOUDFORMATION.describe_stack_events(StackName=name)["StackEvents"]
    times = [e["Timestamp"] for e in told]
    assert times == sorted(set(times), reverse=True)
    assert [e.get("ResourceStatusReason") for e in told if e["LogicalResourceId"] == "T"] == [None, "Resource creation Initiated", None]
    CLOUDFORMATION.delete_stack(StackName=name)


def test_policies_of_stacks_stand_in_their_queues(name):
    def policy(action):
        return {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": action, "Resource": "*"}]}
    queues = {q: {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": f"{name}-{q}"}} for q in ("A", "B")}
    both = {"Type": "AWS::SQS::QueuePolicy", "Properties": {"PolicyDocument": policy("sqs:SendMessage"), "Queues": [{"Ref": "A"}, {"Ref": "B"}]}}
    execute(name, {"Resources": queues | {"P": both}}, "CREATE")

    def found(queue):
        url = SQS.get_queue_url(QueueName=f"{name}-{queue}")["QueueUrl"]
        told = SQS.get_queue_attributes(QueueUrl=url, AttributeNames=["Policy"]).get("Attributes", {})
        return json.loads(told["Policy"])["Statement"][0]["Action"] if told else None
    assert (found("A"), found("B")) == ("sqs:SendMessage", "sqs:SendMessage")
    both["Properties"]["Queues"] = [{"Ref": "B"}]
    execute(name, {"Resources": queues | {"P": both}}, "UPDATE")
    assert (found("A"), found("B")) == (None, "sqs:SendMessage")
    one = {"Type": "AWS::SQS::QueueInlinePolicy", "Properties": {"PolicyDocument": policy("sqs:ReceiveMessage"), "Queue": {"Ref": "A"}}}
    execute(name, {"Resources": queues | {"I": one}}, "UPDATE")
    assert (found("A"), found("B")) == ("sqs:ReceiveMessage", None)
    CLOUDFORMATION.delete_stack(StackName=name)


# ---- API Gateway ----


def test_definitions_have_the_defaults_of_integrations(name):
    body = {"swagger": "2.0", "info": {"title": name}, "definitions": {"Pet": {"type": "object"}}, "paths": {"/a": {"get": {
        "produces": ["application/json"], "responses": {"200": {"description": "d", "schema": {"$ref": "#/definitions/Pet"}}},
        "x-amazon-apigateway-integration": {"type": "http", "httpMethod": "GET", "uri": "http://example.com/"}}}}}
    api = APIGATEWAY.import_rest_api(body=json.dumps(body))
    assert api["endpointConfiguration"] == {"types": ["EDGE"], "ipAddressType": "ipv4"}
    resource = next(r["id"] for r in APIGATEWAY.get_resources(restApiId=api["id"])["items"] if r["path"] == "/a")
    method = APIGATEWAY.get_method(restApiId=api["id"], resourceId=resource, httpMethod="GET")
    found = method["methodIntegration"]
    assert {m: found[m] for m in ("timeoutInMillis", "cacheKeyParameters", "cacheNamespace", "connectionType")} == {
        "timeoutInMillis": 29000, "cacheKeyParameters": [], "cacheNamespace": resource, "connectionType": "INTERNET"}
    assert method["methodResponses"]["200"]["responseModels"] == {"application/json": "Pet"}
    update = [{"op": "replace", "path": "/description", "value": "d"}]
    assert APIGATEWAY.update_rest_api(restApiId=api["id"], patchOperations=update)["tags"] == {}
    refused(APIGATEWAY.update_method_response, "ValidationException", "2 validation errors detected: Value 'wrong_op' at "
            "'updateMethodResponseInput.patchOperations.1.member.op' failed to satisfy constraint: Member must satisfy enum value set: "
            "[add, remove, move, test, replace, copy]; Value 'wrong' at 'statusCode' failed to satisfy constraint: Member must satisfy "
            "regular expression pattern: [1-5]\\d\\d",
            restApiId=api["id"], resourceId=resource, httpMethod="GET", statusCode="wrong", patchOperations=[{"op": "wrong_op"}])
    APIGATEWAY.delete_rest_api(restApiId=api["id"])


# ---- Lambda ----


def test_a_function_that_changes_says_so(name):
    code = zipped({"index.py": "def handler(event, context):\n    return 1\n"})
    made = LAMBDA.create_function(FunctionName=name, Runtime="python3.12", Handler="index.handler", Code={"ZipFile": code}, Publish=True,
                                  Role="arn:aws:iam::000000000000:role/r", LoggingConfig={"LogFormat": "JSON"})
    assert (made["State"], made["StateReasonCode"], made["Version"]) == ("Pending", "Creating", "1")
    assert made["FunctionArn"].endswith(f":function:{name}") and "LastUpdateStatus" not in made
    is_there = LAMBDA.get_function_configuration(FunctionName=name)
    assert (is_there["State"], is_there["LastUpdateStatus"], "StateReason" in is_there) == ("Active", "Successful", False)
    assert is_there["RevisionId"] != made["RevisionId"]
    for version in LAMBDA.list_versions_by_function(FunctionName=name)["Versions"]:
        assert not {"State", "LastUpdateStatus", "RuntimeVersionConfig"} & set(version)
    assert is_there["LoggingConfig"]["ApplicationLogLevel"] == is_there["LoggingConfig"]["SystemLogLevel"] == "INFO"
    changed = LAMBDA.update_function_configuration(FunctionName=name, Timeout=5, LoggingConfig={"LogFormat": "Text"})
    assert (changed["LastUpdateStatus"], changed["State"], "ApplicationLogLevel" in changed["LoggingConfig"]) == ("InProgress", "Active", False)
    refused(LAMBDA.update_function_configuration, "PreconditionFailedException", "The Revision Id provided does not match the latest Revision Id. "
            "Call the GetFunction/GetAlias API to retrieve the latest Revision Id", FunctionName=name, RevisionId=changed["RevisionId"])
    LAMBDA.delete_function(FunctionName=name)
    refused(LAMBDA.invoke, "ResourceNotFoundException", f"Function not found: arn:aws:lambda:us-east-1:000000000000:function:{name}:$LATEST",
            FunctionName=name)


def test_urls_of_functions(name):
    body = "import json\ndef handler(event, context):\n    return {'statusCode': '418', 'body': json.dumps([event['rawPath'], event['headers']])}\n"
    LAMBDA.create_function(FunctionName=name, Runtime="python3.12", Handler="index.handler", Code={"ZipFile": zipped({"index.py": body})},
                           Role="arn:aws:iam::000000000000:role/r")
    made = LAMBDA.create_function_url_config(FunctionName=name, AuthType="NONE")
    assert "InvokeMode" not in made and LAMBDA.get_function_url_config(FunctionName=name)["InvokeMode"] == "BUFFERED"
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(made["FunctionUrl"] + "/a%20b+c", timeout=60)
    assert caught.value.code == 418
    path, headers = json.loads(caught.value.read())
    assert path == "/a b+c" and headers["x-forwarded-for"] == "127.0.0.1" and "connection" not in headers
    refused(LAMBDA.update_function_url_config, "ResourceNotFoundException", "Function does not exist", FunctionName=name + "x", AuthType="NONE")
    LAMBDA.delete_function(FunctionName=name)


# ---- Parameter Store and Secrets Manager ----


@pytest.mark.parametrize("wrong", ["/a//b", "a/b"])
def test_parameters_are_asked_for_by_paths(wrong):
    found = error(SSM.get_parameter, Name=wrong)
    assert found["Code"] == "ValidationException" and "sub-paths divided by slash symbol" in found["Message"]


def test_descriptions_of_secrets_are_searched_word_by_word(name):
    for n, text in (("1", "a secret"), ("2", "an secret"), ("3", "asecret"), ("4", "thesecret")):
        SECRETS.create_secret(Name=f"{name}{n}", SecretString="s", Description=text)

    def found(value):
        filters = [{"Key": "name", "Values": [name]}, {"Key": "description", "Values": [value]}]
        return {s["Name"][-1] for s in SECRETS.list_secrets(Filters=filters)["SecretList"]}
    assert (found("a"), found("a secret"), found("!a")) == ({"1", "2", "3"}, {"1", "2"}, {"4"})
    assert "Tags" not in SECRETS.describe_secret(SecretId=name + "1")
    assert SECRETS.list_secret_version_ids(SecretId=name + "1")["Versions"][0]["KmsKeyIds"] == ["DefaultEncryptionKey"]
    for n in "1234":
        SECRETS.delete_secret(SecretId=name + n, ForceDeleteWithoutRecovery=True)


# ---- S3 ----


def test_buckets_have_arns_and_delete_markers_no_tags(name):
    S3.create_bucket(Bucket=name)
    assert next(b["BucketArn"] for b in S3.list_buckets()["Buckets"] if b["Name"] == name) == f"arn:aws:s3:::{name}"
    S3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    version = S3.put_object(Bucket=name, Key="k", Body=b"b")["VersionId"]
    marker = S3.delete_object(Bucket=name, Key="k")["VersionId"]
    found = error(S3.get_object_tagging, Bucket=name, Key="k")
    assert (found["Code"], found["Method"], found["ResourceType"]) == ("MethodNotAllowed", "GET", "DeleteMarker")
    assert error(S3.get_object, Bucket=name, Key="k")["Code"] == "NoSuchKey"
    for one in (version, marker):
        S3.delete_object(Bucket=name, Key="k", VersionId=one)
    S3.delete_bucket(Bucket=name)


def test_scheduler_takes_either_word_for_a_unit(name):
    """rate(5 minute): templates of aws-samples/serverless-patterns are deployed with it (eventbridge-schedule-to-sqs-sam)."""
    schedule = {"Type": "AWS::Scheduler::Schedule", "Properties": {
        "ScheduleExpression": "rate(5 minute)", "FlexibleTimeWindow": {"Mode": "OFF"},
        "Target": {"Arn": "arn:aws:sqs:us-east-1:000000000000:q", "RoleArn": "arn:aws:iam::000000000000:role/r"}}}
    CLOUDFORMATION.create_stack(StackName=name, TemplateBody=json.dumps({"Resources": {"S": schedule}}))
    CLOUDFORMATION.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    CLOUDFORMATION.delete_stack(StackName=name)
    refused(EVENTS.put_rule, "ValidationException", "Parameter ScheduleExpression is not valid.", Name=name, ScheduleExpression="rate(5 minute)")


# ---- Kinesis ----


def test_a_stream_of_which_nothing_is_said(name):
    kinesis = boto3.client("kinesis")
    kinesis.create_stream(StreamName=name)
    kinesis.get_waiter("stream_exists").wait(StreamName=name, WaiterConfig={"Delay": 1})
    shards = kinesis.list_shards(StreamName=name)["Shards"]
    assert len(shards) == 4
    kinesis.put_record(StreamName=name, Data=b"x", ExplicitHashKey="0", PartitionKey="p")
    first = kinesis.get_shard_iterator(StreamName=name, ShardId=shards[0]["ShardId"], ShardIteratorType="TRIM_HORIZON")
    records = kinesis.get_records(ShardIterator=f'"{first["ShardIterator"]}"')["Records"]
    assert [r["Data"] for r in records] == [b"x"]
    kinesis.delete_stream(StreamName=name)
