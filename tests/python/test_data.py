# SPDX-License-Identifier: Apache-2.0
"""What --data promises beside what test_killed.py kills: a sync stands between each write and its answer, in every
service; a disk that takes long holds nobody else up; schedules go on in the next process; an import that was cut short leaves
no table."""
import datetime
import io
import json
import os
import re
import subprocess
import threading
import time
import urllib.request
import zipfile

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError
from lambda_cloud import ROLE, until
from test_killed import ACCOUNT, ARN, LIMIT, Cloud, queue_url

LARGE, PART = b"x" * 300_000, bytes(range(256)) * 20480 # 5 MiB, as parts have


@pytest.fixture(name="data_cloud")
def data_clouds(tmp_path, monkeypatch):
    """Starts clouds on the test's folder, and ends them."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    clouds = []

    def start(*before):
        clouds.append(Cloud(tmp_path, *before))
        return clouds[-1]
    yield start
    for cloud in clouds:
        cloud.stop()


# ---- the disk ----

def works(*command):
    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


STRACE = ["strace", "-D", "-f", "-y", "-s", "200", "-e", "trace=recvfrom,read,sendto,sendmsg,write,writev,fsync,fdatasync", "-o"]


def answers(log, data):
    """For each answer to a PUT, POST, PATCH or DELETE that is no error, and no function's: the request's first line, and the
    files below `data` whose sync had ended since the request began to come."""
    first, synced, found, began = None, set(), [], {}
    for line in log.read_text(errors="replace").splitlines():
        thread, call = line.split(None, 1)
        if "unfinished ..." in call:
            began[thread] = call
            continue
        if "resumed>" in call:
            call = began.pop(thread, "") + call
        if got := re.match(r'(?:recvfrom|read)\(.*?"((?:PUT|POST|PATCH|DELETE) (?!/_runtime/)[^\\]*)', call):
            first, synced = got[1], set()
        elif (done := re.match(rf"f(?:data)?sync\(\d+<{re.escape(str(data))}/?([^>]*)>.*= 0$", call)):
            synced.add(done[1])
        elif first and re.match(r'(?:sendto|sendmsg|write|writev)\(\d+<(?:TCP|socket).*"HTTP/1.1 2', call):
            found.append((first, synced))
            first = None
    return found


def archive(text):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        zipped.writestr("app.py", text)
    return made.getvalue()


KEY = {"p": {"S": "a"}}
URL = queue_url("q")
TOPIC, BUS = ARN.format("sns") + "t", "bus"
MACHINE, DEFINITION = ARN.format("states") + "stateMachine:m", '{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 9, "End": true}}}'
FUNCTION = {"Runtime": "python3.12", "Role": ROLE, "Handler": "app.handler", "Code": {"ZipFile": archive("def handler(e, c): pass\n")}}
TEMPLATE = json.dumps({"Resources": {"Queue": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": 1}}}})
CHANGED = TEMPLATE.replace("1}", "2}")
# Of each service, in an order that works: an operation and its arguments. A text in braces is taken from the answers so
# far ("{rest.id}": the member id of the answer that was called rest); a third element gives the answer a name.
SCHEDULE = {"ScheduleExpression": "rate(1 day)", "FlexibleTimeWindow": {"Mode": "OFF"}, "Target": {"Arn": ARN.format("sqs") + "q", "RoleArn": ROLE}}
WRITES = {
    "sqs": [
        ("create_queue", {"QueueName": "q"}), ("send_message", {"QueueUrl": URL, "MessageBody": "a"}),
        ("send_message_batch", {"QueueUrl": URL, "Entries": [{"Id": "a", "MessageBody": "b"}]}),
        ("receive_message", {"QueueUrl": URL}, "got"),
        ("change_message_visibility", {"QueueUrl": URL, "ReceiptHandle": "{got.Messages.0.ReceiptHandle}", "VisibilityTimeout": 9}),
        ("delete_message", {"QueueUrl": URL, "ReceiptHandle": "{got.Messages.0.ReceiptHandle}"}),
        ("set_queue_attributes", {"QueueUrl": URL, "Attributes": {"DelaySeconds": "1"}}), ("tag_queue", {"QueueUrl": URL, "Tags": {"a": "b"}}),
        ("purge_queue", {"QueueUrl": URL}), ("create_queue", {"QueueName": "gone"}), ("delete_queue", {"QueueUrl": queue_url("gone")})],
    "dynamodb": [
        ("create_table", {"TableName": "table", "BillingMode": "PAY_PER_REQUEST", "KeySchema": [{"AttributeName": "p", "KeyType": "HASH"}],
                          "AttributeDefinitions": [{"AttributeName": "p", "AttributeType": "S"}]}),
        ("put_item", {"TableName": "table", "Item": KEY}),
        ("update_item", {"TableName": "table", "Key": KEY, "UpdateExpression": "SET n = :n", "ExpressionAttributeValues": {":n": {"N": "1"}}}),
        ("batch_write_item", {"RequestItems": {"table": [{"PutRequest": {"Item": {"p": {"S": "b"}}}}]}}),
        ("transact_write_items", {"TransactItems": [{"Delete": {"TableName": "table", "Key": {"p": {"S": "b"}}}}]}),
        ("delete_item", {"TableName": "table", "Key": KEY}),
        ("update_time_to_live", {"TableName": "table", "TimeToLiveSpecification": {"Enabled": True, "AttributeName": "e"}}),
        ("tag_resource", {"ResourceArn": ARN.format("dynamodb") + "table/table", "Tags": [{"Key": "a", "Value": "b"}]}),
        ("update_table", {"TableName": "table", "StreamSpecification": {"StreamEnabled": True, "StreamViewType": "KEYS_ONLY"}}),
        ("delete_table", {"TableName": "table"})],
    "kinesis": [
        ("create_stream", {"StreamName": "s", "ShardCount": 1}), ("put_record", {"StreamName": "s", "Data": b"a", "PartitionKey": "a"}),
        ("put_records", {"StreamName": "s", "Records": [{"Data": b"a", "PartitionKey": "a"}]}),
        ("add_tags_to_stream", {"StreamName": "s", "Tags": {"a": "b"}}),
        ("increase_stream_retention_period", {"StreamName": "s", "RetentionPeriodHours": 48}),
        ("register_stream_consumer", {"StreamARN": ARN.format("kinesis") + "stream/s", "ConsumerName": "c"}),
        ("split_shard", {"StreamName": "s", "ShardToSplit": "shardId-000000000000", "NewStartingHashKey": str(2 ** 127)}),
        ("delete_stream", {"StreamName": "s", "EnforceConsumerDeletion": True})],
    "s3": [
        ("create_bucket", {"Bucket": "bucket"}), ("put_object", {"Bucket": "bucket", "Key": "small", "Body": b"a"}),
        ("put_object", {"Bucket": "bucket", "Key": "large", "Body": LARGE}),
        ("copy_object", {"Bucket": "bucket", "Key": "copy", "CopySource": "bucket/large"}),
        ("put_object_tagging", {"Bucket": "bucket", "Key": "small", "Tagging": {"TagSet": [{"Key": "a", "Value": "b"}]}}),
        ("put_bucket_versioning", {"Bucket": "bucket", "VersioningConfiguration": {"Status": "Enabled"}}),
        ("create_multipart_upload", {"Bucket": "bucket", "Key": "m"}, "up"),
        ("upload_part", {"Bucket": "bucket", "Key": "m", "UploadId": "{up.UploadId}", "PartNumber": 1, "Body": LARGE}, "part"),
        ("complete_multipart_upload", {"Bucket": "bucket", "Key": "m", "UploadId": "{up.UploadId}",
                                       "MultipartUpload": {"Parts": [{"PartNumber": 1, "ETag": "{part.ETag}"}]}}),
        ("delete_object", {"Bucket": "bucket", "Key": "small"}),
        ("delete_objects", {"Bucket": "bucket", "Delete": {"Objects": [{"Key": "copy"}]}})],
    "logs": [
        ("create_log_group", {"logGroupName": "g"}), ("create_log_stream", {"logGroupName": "g", "logStreamName": "s"}),
        ("put_log_events", {"logGroupName": "g", "logStreamName": "s", "logEvents": [{"timestamp": "{now}", "message": "a"}]}),
        ("put_retention_policy", {"logGroupName": "g", "retentionInDays": 7}), ("delete_log_stream", {"logGroupName": "g", "logStreamName": "s"}),
        ("delete_log_group", {"logGroupName": "g"})],
    "sns": [
        ("create_topic", {"Name": "t"}), ("subscribe", {"TopicArn": TOPIC, "Protocol": "sqs", "Endpoint": ARN.format("sqs") + "q"}, "sub"),
        ("publish", {"TopicArn": TOPIC, "Message": "a"}), ("publish_batch", {"TopicArn": TOPIC, "PublishBatchRequestEntries": [{"Id": "1", "Message": "a"}]}),
        ("set_topic_attributes", {"TopicArn": TOPIC, "AttributeName": "DisplayName", "AttributeValue": "a"}),
        ("tag_resource", {"ResourceArn": TOPIC, "Tags": [{"Key": "a", "Value": "b"}]}),
        ("set_subscription_attributes", {"SubscriptionArn": "{sub.SubscriptionArn}", "AttributeName": "RawMessageDelivery", "AttributeValue": "true"}),
        ("unsubscribe", {"SubscriptionArn": "{sub.SubscriptionArn}"}), ("delete_topic", {"TopicArn": TOPIC})],
    "events": [
        ("create_event_bus", {"Name": BUS}), ("put_rule", {"Name": "r", "EventBusName": BUS, "EventPattern": '{"source": ["a"]}'}),
        ("put_targets", {"Rule": "r", "EventBusName": BUS, "Targets": [{"Id": "1", "Arn": ARN.format("sqs") + "q"}]}),
        ("put_events", {"Entries": [{"EventBusName": BUS, "Source": "a", "DetailType": "a", "Detail": "{}"}]}),
        ("put_rule", {"Name": "timed", "ScheduleExpression": "rate(5 minutes)"}), ("disable_rule", {"Name": "timed"}), ("enable_rule", {"Name": "timed"}),
        ("remove_targets", {"Rule": "r", "EventBusName": BUS, "Ids": ["1"]}), ("delete_rule", {"Name": "r", "EventBusName": BUS}),
        ("delete_event_bus", {"Name": BUS})],
    "ssm": [
        ("put_parameter", {"Name": "/a", "Value": "a", "Type": "String"}), ("put_parameter", {"Name": "/a", "Value": "b", "Type": "String", "Overwrite": True}),
        ("label_parameter_version", {"Name": "/a", "ParameterVersion": 1, "Labels": ["l"]}),
        ("add_tags_to_resource", {"ResourceType": "Parameter", "ResourceId": "/a", "Tags": [{"Key": "a", "Value": "b"}]}),
        ("delete_parameter", {"Name": "/a"})],
    "states": [
        ("create_state_machine", {"name": "m", "definition": DEFINITION, "roleArn": ARN.format("iam") + "role/r"}),
        ("start_execution", {"stateMachineArn": MACHINE, "name": "e"}),
        ("stop_execution", {"executionArn": MACHINE.replace("stateMachine", "execution") + ":e"}),
        ("publish_state_machine_version", {"stateMachineArn": MACHINE}), ("tag_resource", {"resourceArn": MACHINE, "tags": [{"key": "a", "value": "b"}]}),
        ("create_state_machine_alias", {"name": "a", "routingConfiguration": [{"stateMachineVersionArn": MACHINE + ":1", "weight": 100}]}),
        ("update_state_machine", {"stateMachineArn": MACHINE, "tracingConfiguration": {"enabled": True}}),
        ("delete_state_machine", {"stateMachineArn": MACHINE}), ("create_activity", {"name": "a"}),
        ("delete_activity", {"activityArn": ARN.format("states") + "activity:a"})],
    "pipes": [
        ("create_pipe", {"Name": "p", "Source": ARN.format("sqs") + "a", "Target": ARN.format("sqs") + "b", "RoleArn": ROLE}),
        ("update_pipe", {"Name": "p", "RoleArn": ROLE, "Description": "d"}), ("stop_pipe", {"Name": "p"}), ("start_pipe", {"Name": "p"}),
        ("tag_resource", {"resourceArn": ARN.format("pipes") + "pipe/p", "tags": {"a": "b"}}),
        ("untag_resource", {"resourceArn": ARN.format("pipes") + "pipe/p", "tagKeys": ["a"]}), ("delete_pipe", {"Name": "p"})],
    "scheduler": [
        ("create_schedule_group", {"Name": "g"}),
        ("tag_resource", {"ResourceArn": ARN.format("scheduler") + "schedule-group/g", "Tags": [{"Key": "a", "Value": "b"}]}),
        ("create_schedule", {"Name": "s", "GroupName": "g", **SCHEDULE}),
        ("update_schedule", {"Name": "s", "GroupName": "g", **SCHEDULE, "State": "DISABLED"}),
        ("untag_resource", {"ResourceArn": ARN.format("scheduler") + "schedule-group/g", "TagKeys": ["a"]}),
        ("delete_schedule", {"Name": "s", "GroupName": "g"}), ("delete_schedule_group", {"Name": "g"})],
    "secretsmanager": [
        ("create_secret", {"Name": "a", "SecretString": "a"}), ("put_secret_value", {"SecretId": "a", "SecretString": "b"}),
        ("update_secret", {"SecretId": "a", "Description": "d"}), ("tag_resource", {"SecretId": "a", "Tags": [{"Key": "a", "Value": "b"}]}),
        ("delete_secret", {"SecretId": "a"}), ("restore_secret", {"SecretId": "a"})],
    "lambda": [
        ("create_function", {"FunctionName": "f", **FUNCTION}), ("update_function_configuration", {"FunctionName": "f", "Timeout": 7}),
        ("update_function_code", {"FunctionName": "f", "ZipFile": archive("def handler(e, c): return 1\n")}),
        ("publish_version", {"FunctionName": "f"}), ("create_alias", {"FunctionName": "f", "Name": "a", "FunctionVersion": "1"}),
        ("put_function_concurrency", {"FunctionName": "f", "ReservedConcurrentExecutions": 2}),
        ("put_function_event_invoke_config", {"FunctionName": "f", "MaximumRetryAttempts": 1}),
        ("add_permission", {"FunctionName": "f", "StatementId": "s", "Action": "lambda:InvokeFunction", "Principal": "s3.amazonaws.com"}),
        ("create_function_url_config", {"FunctionName": "f", "AuthType": "NONE"}),
        ("create_event_source_mapping", {"FunctionName": "f", "EventSourceArn": ARN.format("sqs") + "q", "Enabled": False}, "m"),
        ("publish_layer_version", {"LayerName": "l", "Content": {"ZipFile": archive("")}}),
        ("tag_resource", {"Resource": ARN.format("lambda") + "function:f", "Tags": {"a": "b"}}),
        ("invoke", {"FunctionName": "f", "InvocationType": "Event"}), ("delete_event_source_mapping", {"UUID": "{m.UUID}"}),
        ("delete_function", {"FunctionName": "f"})],
    "apigateway": [
        ("create_rest_api", {"name": "a"}, "rest"),
        ("create_resource", {"restApiId": "{rest.id}", "parentId": "{rest.rootResourceId}", "pathPart": "p"}, "r"),
        ("put_method", {"restApiId": "{rest.id}", "resourceId": "{r.id}", "httpMethod": "GET", "authorizationType": "NONE"}),
        ("put_integration", {"restApiId": "{rest.id}", "resourceId": "{r.id}", "httpMethod": "GET", "type": "MOCK"}),
        ("create_deployment", {"restApiId": "{rest.id}", "stageName": "s"}),
        ("update_rest_api", {"restApiId": "{rest.id}", "patchOperations": [{"op": "replace", "path": "/name", "value": "b"}]}),
        ("create_api_key", {"name": "k"}), ("delete_rest_api", {"restApiId": "{rest.id}"})],
    "apigatewayv2": [
        ("create_api", {"Name": "a", "ProtocolType": "HTTP"}, "http"), ("create_route", {"ApiId": "{http.ApiId}", "RouteKey": "GET /a"}),
        ("create_stage", {"ApiId": "{http.ApiId}", "StageName": "s", "AutoDeploy": True}), ("update_api", {"ApiId": "{http.ApiId}", "Name": "b"}),
        ("delete_api", {"ApiId": "{http.ApiId}"})],
    "cloudformation": [
        ("create_stack", {"StackName": "s", "TemplateBody": TEMPLATE}), ("update_stack", {"StackName": "s", "TemplateBody": CHANGED}),
        ("create_change_set", {"StackName": "s", "ChangeSetName": "c", "TemplateBody": TEMPLATE}),
        ("execute_change_set", {"StackName": "s", "ChangeSetName": "c"}), ("delete_stack", {"StackName": "s"})],
}
CLIENTS = {"states": "stepfunctions"} # as boto3 calls them
KEEPS_NOTHING = {"sts"} # of its own: who signs is no state
WAITS = {"cloudformation": ("describe_stacks", {"StackName": "s"}), "kinesis": ("describe_stream_summary", {"StreamName": "s"}),
         "lambda": ("get_function", {"FunctionName": "f"})}
BY_GET = {"lambda"} # a look is no answer to a write


def filled(value, known):
    if isinstance(value, dict):
        return {key: filled(member, known) for key, member in value.items()}
    if isinstance(value, list):
        return [filled(member, known) for member in value]
    if not isinstance(value, str) or not (at := re.fullmatch(r"\{(\w[\w.]*)\}", value)):
        return value
    found = known
    for name in at[1].split("."):
        found = found[int(name) if name.isdigit() else name]
    return found


def settled(service, call):
    """Whether what the service is making is made, or gone."""
    try:
        told = json.dumps(call(*WAITS[service]), default=str)
    except ClientError:
        return True
    return not re.search(r"_IN_PROGRESS|\"(CREATING|UPDATING|DELETING)\"", told)


class Traced:
    """Calls of a cloud that strace watches, and its answers to them: strace writes an answer down later than it is heard."""

    def __init__(self, cloud, log):
        self.cloud, self.log, self.calls = cloud, log, 0

    def call(self, service, operation, arguments):
        """The result, and what was synced before its answer; an error counts as no answer."""
        result = getattr(getattr(self.cloud, CLIENTS.get(service, service)), operation)(**arguments)
        self.calls += 1
        assert until(lambda: len(answers(self.log, self.cloud.data)) >= self.calls), (service, operation)
        found = answers(self.log, self.cloud.data)
        assert len(found) == self.calls, (service, operation, found[self.calls - 1:])
        return result, found[-1]

    def look(self, service, operation, arguments):
        if service not in BY_GET:
            return self.call(service, operation, arguments)[0]
        return getattr(getattr(self.cloud, service), operation)(**arguments)

    def write(self, service):
        """Does the service's writes one after the other: each with what was synced before its answer."""
        known, done = {"now": int(time.time() * 1000)}, []
        for operation, arguments, *name in WRITES[service]:
            result, answer = self.call(service, operation, filled(arguments, known))
            known.update({n: result for n in name})
            done.append((operation, answer))
            assert service not in WAITS or until(lambda: settled(service, lambda *asked: self.look(service, *asked)))
        return done


@pytest.mark.skipif(not works("strace", "-f", "-y", "-e", "trace=write", "-o", "/dev/null", "true"), reason="strace cannot trace here")
def test_what_is_answered_is_on_the_disk(data_cloud, tmp_path, monkeypatch):
    monkeypatch.setenv("ASAN_OPTIONS", "detect_leaks=0") # a leak checker cannot work while somebody traces
    log = tmp_path / "calls"
    cloud = data_cloud(*STRACE, str(log))
    with urllib.request.urlopen(f"http://127.0.0.1:{cloud.port}/_slrun/health", timeout=LIMIT) as health:
        services = set(json.load(health)["services"])
    assert services - KEEPS_NOTHING == set(WRITES) & services, "a service without writes here"
    traced = Traced(cloud, log)
    written = {service: traced.write(service) for service in WRITES}
    for service, done in written.items():
        for operation, answer in done:
            assert answer[1], (service, operation, answer)
    synced = {(service, operation): answer[1] for service, done in written.items() for operation, answer in reversed(done)}
    large = written["s3"][2][1][1]
    assert any(name.startswith("s3/") for name in large) and {"s3", "s3.sqlite-wal"} <= large, large
    function = synced["lambda", "create_function"]
    assert any(name.endswith("/app.py") for name in function) and any(name.endswith(".zip") for name in function), function


# ---- a disk that takes long ----

@pytest.fixture(name="slow")
def start_slow(data_cloud, tmp_path, monkeypatch):
    """A cloud on a disk that has not done with a large object until the file "gate" is there."""
    monkeypatch.setenv("SLRUN_SYNC_GATE", str(tmp_path / "gate"))
    monkeypatch.setenv("ASAN_OPTIONS", "verify_asan_link_order=0")
    cloud = data_cloud("env", f"LD_PRELOAD={os.environ['SLRUN_SLOW_SYNC']}")
    for bucket in ("bucket", "source"):
        cloud.s3.create_bucket(Bucket=bucket)
    cloud.sqs.create_queue(QueueName="q")
    return cloud


def put(s3):
    return lambda: s3.put_object(Bucket="bucket", Key="large", Body=LARGE)


def complete(s3):
    upload = s3.create_multipart_upload(Bucket="bucket", Key="large")["UploadId"]
    parts = [{"PartNumber": n, "ETag": s3.upload_part(Bucket="bucket", Key="large", UploadId=upload, PartNumber=n, Body=body)["ETag"]}
             for n, body in ((1, PART), (2, LARGE))]
    return lambda: s3.complete_multipart_upload(Bucket="bucket", Key="large", UploadId=upload, MultipartUpload={"Parts": parts})


def copy(s3):
    s3.put_object(Bucket="source", Key="large", Body=PART + LARGE)
    return lambda: s3.copy_object(Bucket="bucket", Key="large", CopySource="source/large", ChecksumAlgorithm="SHA256")


def copy_part(s3):
    s3.put_object(Bucket="source", Key="large", Body=PART + LARGE)
    upload = s3.create_multipart_upload(Bucket="bucket", Key="large")["UploadId"]

    def act():
        part = s3.upload_part_copy(Bucket="bucket", Key="large", UploadId=upload, PartNumber=1, CopySource="source/large")["CopyPartResult"]
        s3.complete_multipart_upload(Bucket="bucket", Key="large", UploadId=upload, MultipartUpload={"Parts": [
            {"PartNumber": 1, "ETag": part["ETag"]}]})
    return act


def waiting(cloud, ended, prepare=put, **options):
    """Something with a large object that has begun and waits for the disk; ended() is told what comes of it."""
    s3 = cloud.s3 if not options else boto3.client(
        "s3", endpoint_url=f"http://127.0.0.1:{cloud.port}", region_name="us-east-1", aws_access_key_id="test",
        aws_secret_access_key="test", config=Config(retries={"max_attempts": 0}, s3={"addressing_style": "path"}, **options))
    gate, waits = cloud.folder / "gate", cloud.folder / "gate.waits"
    gate.touch()
    act = prepare(s3)
    gate.unlink()
    waits.unlink(missing_ok=True)

    def run():
        try:
            act()
            ended("done")
        except (BotoCoreError, HTTPClientError) as error:
            ended(type(error).__name__)
    thread = threading.Thread(target=run)
    thread.start()
    assert until(waits.exists)
    return thread


@pytest.mark.parametrize("prepare", [put, complete, copy, copy_part])
def test_a_large_object_on_its_way_to_the_disk_holds_nobody_up(slow, tmp_path, prepare):
    """Its answer waits for the sync; others have theirs meanwhile."""
    cloud, ended = slow, []
    thread = waiting(cloud, ended.append, prepare)
    for i in range(20): # reads and writes, of the same service and of others
        cloud.sqs.send_message(QueueUrl=URL, MessageBody=str(i))
        cloud.s3.put_object(Bucket="bucket", Key=f"small{i}", Body=b"a")
    assert len(cloud.s3.list_objects_v2(Bucket="bucket")["Contents"]) == 20 # the large one is not there yet
    assert not ended
    (tmp_path / "gate").touch()
    thread.join(timeout=LIMIT)
    assert ended == ["done"]
    assert cloud.s3.get_object(Bucket="bucket", Key="large")["Body"].read() == (LARGE if prepare is put else PART + LARGE)


def test_a_part_that_changes_while_the_parts_are_joined(slow, tmp_path):
    """It counts as the one that it was, or is no longer the one that was named: never as a bit of both."""
    ended, problems = [], []

    def prepare(s3):
        act = complete(s3)

        def caught():
            try:
                act()
            except s3.exceptions.ClientError as error:
                problems.append(error.response["Error"]["Code"])
        return caught
    thread = waiting(slow, ended.append, prepare)
    upload = slow.s3.list_multipart_uploads(Bucket="bucket")["Uploads"][0]["UploadId"]
    slow.s3.upload_part(Bucket="bucket", Key="large", UploadId=upload, PartNumber=2, Body=b"other")
    (tmp_path / "gate").touch()
    thread.join(timeout=LIMIT)
    assert problems == ["InvalidPart"]


def test_a_client_that_does_not_wait_for_the_disk(slow, tmp_path):
    ended = []
    waiting(slow, ended.append, read_timeout=1).join(timeout=LIMIT)
    assert ended == ["ReadTimeoutError"]
    slow.sqs.send_message(QueueUrl=URL, MessageBody="a")
    (tmp_path / "gate").touch()
    slow.s3.put_object(Bucket="bucket", Key="large", Body=LARGE) # behind it, on a thread of its own
    assert slow.s3.get_object(Bucket="bucket", Key="large")["Body"].read() == LARGE


def test_a_cloud_that_ends_before_the_disk_is_done(slow, tmp_path):
    ended = []
    thread = waiting(slow, ended.append)
    slow.process.terminate()
    thread.join(timeout=LIMIT)
    assert ended and ended != ["done"]
    assert slow.process.poll() is None # it waits, too
    (tmp_path / "gate").touch()
    assert slow.process.wait(timeout=LIMIT) == 0


# ---- schedules ----

def advance(cloud, duration):
    request = urllib.request.Request(f"http://127.0.0.1:{cloud.port}/_slrun/clock", json.dumps({"advance": duration}).encode(), method="POST")
    with urllib.request.urlopen(request, timeout=LIMIT) as answer:
        assert answer.status == 200


def arrived(cloud, wanted):
    """Whether a message with that text has come to the queue; all that came are deleted."""
    bodies = set()
    for message in cloud.sqs.receive_message(QueueUrl=URL, MaxNumberOfMessages=10).get("Messages", []):
        cloud.sqs.delete_message(QueueUrl=URL, ReceiptHandle=message["ReceiptHandle"])
        bodies.add(message["Body"])
    return wanted in bodies


def restarted(cloud):
    cloud.kill()
    cloud.start()


def test_schedules_go_on_in_the_next_process(data_cloud):
    cloud = data_cloud()
    cloud.sqs.create_queue(QueueName="q")
    cloud.events.put_rule(Name="often", ScheduleExpression="rate(1 minute)")
    cloud.events.put_targets(Rule="often", Targets=[{"Id": "1", "Arn": ARN.format("sqs") + "q", "Input": '"often"'}])
    cloud.events.put_rule(Name="daily", ScheduleExpression="cron(0 12 * * ? *)")
    cloud.events.put_targets(Rule="daily", Targets=[{"Id": "1", "Arn": ARN.format("sqs") + "q", "Input": '"daily"'}])
    advance(cloud, "61s")
    assert until(lambda: arrived(cloud, '"often"'))
    for _ in range(2):
        restarted(cloud)
        advance(cloud, "61s")
        assert until(lambda: arrived(cloud, '"often"'))
    restarted(cloud)
    advance(cloud, "24h")
    assert until(lambda: arrived(cloud, '"daily"'))
    cloud.events.disable_rule(Name="often")
    restarted(cloud)
    while arrived(cloud, "nothing") or cloud.sqs.get_queue_attributes(QueueUrl=URL, AttributeNames=["All"])["Attributes"][
            "ApproximateNumberOfMessages"] != "0":
        pass
    advance(cloud, "3m")
    assert not arrived(cloud, '"often"')


def test_what_fires_once_is_made_up_for(data_cloud):
    """An at() that fell due while there was no cloud fires at the next start, and only then."""
    cloud = data_cloud()
    cloud.sqs.create_queue(QueueName="q")
    when = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=20)
    template = {"Resources": {"Once": {"Type": "AWS::Scheduler::Schedule", "Properties": {
        "ScheduleExpression": when.strftime("at(%Y-%m-%dT%H:%M:%S)"), "FlexibleTimeWindow": {"Mode": "OFF"},
        "Target": {"Arn": ARN.format("sqs") + "q", "RoleArn": ROLE, "Input": "once"}}}}}
    cloud.cloudformation.create_stack(StackName="s", TemplateBody=json.dumps(template))
    assert until(lambda: settled("cloudformation", lambda name, asked: getattr(cloud.cloudformation, name)(**asked)))
    assert cloud.cloudformation.describe_stacks(StackName="s")["Stacks"][0]["StackStatus"] == "CREATE_COMPLETE"
    early = arrived(cloud, "once")
    cloud.kill()
    assert early or until(lambda: datetime.datetime.now(datetime.timezone.utc) > when)
    cloud.start()
    assert early or until(lambda: arrived(cloud, "once"))
    restarted(cloud)
    advance(cloud, "24h")
    assert not arrived(cloud, "once")


# ---- executions ----

def one(state):
    return {"StartAt": "A", "States": {"A": {**state, "End": True}}}


PARTS = {"branches": {"Type": "Parallel", "Branches": [one({"Type": "Wait", "Seconds": 1}), one({"Type": "Pass", "Result": 2})]},
         "items": {"Type": "Map", "ItemsPath": "$.l", "ItemProcessor": {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 1, "End": True}}}}}


def named(definition, prefix):
    """The same with names of states of its own."""
    return {"StartAt": prefix + definition["StartAt"], "States": {prefix + name: state for name, state in definition["States"].items()}}


def test_executions_go_on(data_cloud):
    """What waited goes on where it was: for the clock, for a token, for a worker, below Parallel and Map."""
    cloud = data_cloud()
    sfn, queue = cloud.stepfunctions, cloud.sqs.create_queue(QueueName="tokens")["QueueUrl"]
    activity = sfn.create_activity(name="work")["activityArn"]
    PARTS["branches"]["Branches"] = [named(branch, str(i)) for i, branch in enumerate(PARTS["branches"]["Branches"])]
    states = PARTS | {"clock": {"Type": "Wait", "Seconds": 2}, "work": {"Type": "Task", "Resource": activity},
                      "token": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                                "Parameters": {"QueueUrl": queue, "MessageBody": {"token.$": "$$.Task.Token"}}}}
    running = {}
    for name, state in states.items():
        definition = {"StartAt": "First", "States": {"First": {"Type": "Pass", "Assign": {"v": 7}, "Next": name}, name: {**state, "Next": "Last"},
                                                     "Last": {"Type": "Pass", "Parameters": {"v.$": "$v", "all.$": "$"}, "End": True}}}
        arn = sfn.create_state_machine(name=name, definition=json.dumps(definition), roleArn=ROLE)["stateMachineArn"]
        running[name] = sfn.start_execution(stateMachineArn=arn, input='{"l": [1, 2]}')["executionArn"]
    token = json.loads(cloud.sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=20)["Messages"][0]["Body"])["token"]
    assert until(lambda: all(len(sfn.get_execution_history(executionArn=arn)["events"]) >= 5 for arn in running.values()))
    before = {name: sfn.get_execution_history(executionArn=arn)["events"] for name, arn in running.items()}
    cloud.kill()
    cloud.start()
    sfn.send_task_success(taskToken=token, output='"told"')
    sfn.send_task_success(taskToken=sfn.get_activity_task(activityArn=activity)["taskToken"], output='"done"')

    def outputs():
        found = {name: sfn.describe_execution(executionArn=arn) for name, arn in running.items()}
        ended = all(execution["status"] != "RUNNING" for execution in found.values())
        return {name: json.loads(execution.get("output", "null")) for name, execution in found.items()} if ended else None
    given = {"l": [1, 2]}
    assert until(outputs) == {
        "clock": {"v": 7, "all": given}, "token": {"v": 7, "all": "told"}, "work": {"v": 7, "all": "done"},
        "branches": {"v": 7, "all": [given, 2]}, "items": {"v": 7, "all": [1, 2]}}
    for name, arn in running.items():
        events = sfn.get_execution_history(executionArn=arn)["events"]
        assert events[:len(before[name])] == before[name] and [e["id"] for e in events] == list(range(1, len(events) + 1))


# ---- a table that is being imported ----

def test_an_import_that_was_cut_short_leaves_nothing(data_cloud):
    cloud = data_cloud()
    cloud.s3.create_bucket(Bucket="source")
    cloud.s3.put_object(Bucket="source", Key="items", Body=b"".join(
        b'{"Item":{"p":{"S":"%d"},"x":{"S":"%s"}}}\n' % (n, LARGE[:400]) for n in range(50_000)))
    keys = {"KeySchema": [{"AttributeName": "p", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
            "AttributeDefinitions": [{"AttributeName": "p", "AttributeType": "S"}]}
    arn = cloud.dynamodb.import_table(S3BucketSource={"S3Bucket": "source"}, InputFormat="DYNAMODB_JSON", TableCreationParameters={
        "TableName": "imported", **keys})["ImportTableDescription"]["ImportArn"]
    assert cloud.dynamodb.describe_table(TableName="imported")["Table"]["TableStatus"] == "CREATING"
    for call, code in ((cloud.dynamodb.scan, "ResourceNotFoundException"), (cloud.dynamodb.delete_table, "ResourceInUseException")):
        with pytest.raises(ClientError) as error:
            call(TableName="imported")
        assert error.value.response["Error"]["Code"] == code
    restarted(cloud)
    told = cloud.dynamodb.describe_import(ImportArn=arn)["ImportTableDescription"]
    assert (told["ImportStatus"], told["FailureCode"]) == ("FAILED", "InternalServerError")
    assert cloud.dynamodb.list_tables()["TableNames"] == []
