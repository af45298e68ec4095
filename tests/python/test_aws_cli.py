# SPDX-License-Identifier: Apache-2.0
"""The AWS CLI makes a tour of each service as the local cloud offers it.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import os
import subprocess
import sys
import time
import uuid

import pytest
from preloaded import Preloaded

ENV = {**os.environ, "HOME": "/nonexistent", "AWS_PAGER": "", "AWS_DEFAULT_OUTPUT": "json"}
# Version 1 of the CLI asks SQS's old address in spite of AWS_ENDPOINT_URL.
OPTIONS = {"sqs": ["--endpoint-url", os.environ["AWS_ENDPOINT_URL"]]}


@pytest.fixture(scope="module", autouse=True)
def load_cli():
    loaded = Preloaded("import awscli.customizations.s3.subcommands, awscli.clidriver\nmain = awscli.clidriver.main", ENV)
    aws.run = loaded.run
    yield
    loaded.end()


def aws(service, operation, *args, fails=None, **parameters):
    """One call of the CLI: what it prints, as JSON where it is; or it must fail with that text."""
    words = ["aws", *OPTIONS.get(service, []), service, operation, *map(str, args)]
    if parameters:
        words += ["--cli-input-json", json.dumps(parameters)]
    code, out, err = aws.run(words)
    if fails:
        assert code != 0 and fails in err, (words, err)
        return None
    assert code == 0, (words, err)
    try:
        return json.loads(out or "{}")
    except json.JSONDecodeError:
        return out


def unique():
    return "cli-" + uuid.uuid4().hex[:12]


# DynamoDB

@pytest.fixture(scope="module", name="table")
def make_table():
    name = unique()
    aws("dynamodb", "create-table", TableName=name, BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "N"}],
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}])
    aws("dynamodb", "wait", "table-exists", "--table-name", name)
    yield name
    aws("dynamodb", "delete-table", TableName=name)
    aws("dynamodb", "wait", "table-not-exists", "--table-name", name)


def item(sk, **more):
    return {"pk": {"S": "a"}, "sk": {"N": str(sk)}, **more}


def test_dynamodb_tables(table):
    assert table in aws("dynamodb", "list-tables")["TableNames"]
    assert aws("dynamodb", "describe-table", TableName=table)["Table"]["TableStatus"] == "ACTIVE"
    aws("dynamodb", "update-time-to-live", "--table-name", table, "--time-to-live-specification", "Enabled=true,AttributeName=gone")
    told = aws("dynamodb", "describe-time-to-live", TableName=table)["TimeToLiveDescription"]
    assert told["AttributeName"] == "gone"


def test_dynamodb_items(table):
    aws("dynamodb", "put-item", TableName=table, Item=item(1, v={"S": "one"}))
    assert aws("dynamodb", "get-item", TableName=table, Key=item(1))["Item"]["v"] == {"S": "one"}
    new = aws("dynamodb", "update-item", TableName=table, Key=item(1), UpdateExpression="SET v = :v",
              ExpressionAttributeValues={":v": {"S": "two"}}, ReturnValues="ALL_NEW")
    assert new["Attributes"]["v"] == {"S": "two"}
    aws("dynamodb", "put-item", TableName=table, Item=item(1), ConditionExpression="attribute_not_exists(pk)",
        fails="ConditionalCheckFailedException")
    aws("dynamodb", "transact-write-items", TransactItems=[{"Delete": {"TableName": table, "Key": item(1)}},
                                                          {"Put": {"TableName": table, "Item": item(2)}}])
    assert "Item" not in aws("dynamodb", "get-item", TableName=table, Key=item(1))
    aws("dynamodb", "delete-item", TableName=table, Key=item(2))


def test_dynamodb_query_scan_and_batches(table):
    aws("dynamodb", "batch-write-item", RequestItems={table: [{"PutRequest": {"Item": item(i)}} for i in range(20)]})
    # the CLI pages by itself
    found = aws("dynamodb", "query", "--page-size", "7", TableName=table, KeyConditionExpression="pk = :p AND sk < :n",
                ExpressionAttributeValues={":p": {"S": "a"}, ":n": {"N": "15"}})
    assert [i["sk"]["N"] for i in found["Items"]] == [str(i) for i in range(15)]
    assert aws("dynamodb", "scan", TableName=table, Select="COUNT")["Count"] == 20
    got = aws("dynamodb", "batch-get-item", RequestItems={table: {"Keys": [item(3), item(4), item(99)]}})
    assert len(got["Responses"][table]) == 2


def test_dynamodb_errors_are_aws_own(table):
    aws("dynamodb", "get-item", TableName=table + "x", Key=item(1), fails="ResourceNotFoundException")
    aws("dynamodb", "get-item", TableName=table, Key={"pk": {"S": "a"}},
        fails="The provided key element does not match the schema")


# SQS

def test_sqs_queues():
    name = unique()
    url = aws("sqs", "create-queue", "--queue-name", name, "--attributes", "VisibilityTimeout=7", "--tags", "team=blue")["QueueUrl"]
    assert url.startswith(os.environ["AWS_ENDPOINT_URL"]) and url.endswith("/" + name)
    assert aws("sqs", "get-queue-url", "--queue-name", name)["QueueUrl"] == url
    assert aws("sqs", "list-queues", "--queue-name-prefix", name, "--page-size", 1)["QueueUrls"] == [url]
    assert aws("sqs", "list-queue-tags", "--queue-url", url)["Tags"] == {"team": "blue"}
    aws("sqs", "set-queue-attributes", "--queue-url", url, "--attributes", "DelaySeconds=2")
    told = aws("sqs", "get-queue-attributes", "--queue-url", url, "--attribute-names", "All")["Attributes"]
    assert (told["VisibilityTimeout"], told["DelaySeconds"]) == ("7", "2")
    aws("sqs", "delete-queue", "--queue-url", url)
    aws("sqs", "get-queue-url", "--queue-name", name, fails="AWS.SimpleQueueService.NonExistentQueue")


def test_sqs_messages():
    url = aws("sqs", "create-queue", "--queue-name", unique())["QueueUrl"]
    sent = aws("sqs", "send-message", QueueUrl=url, MessageBody="grüße <&>",
               MessageAttributes={"n": {"DataType": "Number", "StringValue": "3"}})
    got = aws("sqs", "receive-message", "--queue-url", url, "--message-attribute-names", "All", "--wait-time-seconds", 5)
    message = got["Messages"][0]
    assert (message["MessageId"], message["Body"]) == (sent["MessageId"], "grüße <&>")
    assert message["MessageAttributes"]["n"] == {"DataType": "Number", "StringValue": "3"}
    handle = ["--queue-url", url, "--receipt-handle", message["ReceiptHandle"]]
    aws("sqs", "change-message-visibility", *handle, "--visibility-timeout", 60)
    aws("sqs", "delete-message", *handle)
    batch = aws("sqs", "send-message-batch", QueueUrl=url, Entries=[
        {"Id": "a", "MessageBody": "1"}, {"Id": "b", "MessageBody": "2", "DelaySeconds": 901}])
    assert [e["Id"] for e in batch["Successful"]] == ["a"] and [e["Id"] for e in batch["Failed"]] == ["b"]
    assert [m["Body"] for m in aws("sqs", "receive-message", "--queue-url", url, "--wait-time-seconds", 5)["Messages"]] == ["1"]
    aws("sqs", "purge-queue", "--queue-url", url)
    assert aws("sqs", "receive-message", "--queue-url", url) == {}
    aws("sqs", "delete-message", "--queue-url", url, "--receipt-handle", "none", fails="ReceiptHandleIsInvalid")
    aws("sqs", "delete-queue", "--queue-url", url)


# Kinesis

def test_kinesis():
    name = unique()
    aws("kinesis", "create-stream", "--stream-name", name, "--shard-count", 2)
    aws("kinesis", "wait", "stream-exists", "--stream-name", name)
    assert name in aws("kinesis", "list-streams")["StreamNames"]
    summary = aws("kinesis", "describe-stream-summary", "--stream-name", name)["StreamDescriptionSummary"]
    assert (summary["OpenShardCount"], summary["StreamStatus"]) == (2, "ACTIVE")
    assert len(aws("kinesis", "list-shards", "--stream-name", name)["Shards"]) == 2
    put = aws("kinesis", "put-record", "--stream-name", name, "--partition-key", "k", "--explicit-hash-key", 0, "--data", "grüße")
    more = aws("kinesis", "put-records", StreamName=name, Records=[
        {"Data": f"r{i}", "PartitionKey": "k", "ExplicitHashKey": "0"} for i in range(3)])
    assert more["FailedRecordCount"] == 0
    start = aws("kinesis", "get-shard-iterator", "--stream-name", name, "--shard-id", put["ShardId"],
                "--shard-iterator-type", "TRIM_HORIZON")["ShardIterator"]
    records = aws("kinesis", "get-records", "--shard-iterator", start)["Records"]
    assert [r["SequenceNumber"] for r in records] == [put["SequenceNumber"]] + [r["SequenceNumber"] for r in more["Records"]]
    assert [r["Data"] for r in records] == ["Z3LDvMOfZQ==", "cjA=", "cjE=", "cjI="]
    aws("kinesis", "add-tags-to-stream", "--stream-name", name, "--tags", "team=blue")
    assert aws("kinesis", "list-tags-for-stream", "--stream-name", name)["Tags"] == [{"Key": "team", "Value": "blue"}]
    aws("kinesis", "put-record", "--stream-name", name + "x", "--partition-key", "k", "--data", "x", fails="ResourceNotFoundException")
    aws("kinesis", "delete-stream", "--stream-name", name)
    aws("kinesis", "wait", "stream-not-exists", "--stream-name", name)


# S3

@pytest.fixture(name="bucket")
def make_bucket():
    name = unique()
    aws("s3", "mb", f"s3://{name}")
    yield name
    aws("s3", "rb", f"s3://{name}", "--force")
    aws("s3api", "head-bucket", "--bucket", name, fails="404")


def test_s3_files(bucket, tmp_path):
    tree = tmp_path / "tree"
    (tree / "sub ü").mkdir(parents=True)
    (tree / "a+b.txt").write_text("one", encoding="utf-8")
    (tree / "sub ü" / "c.bin").write_bytes(bytes(range(256)) * 40000)  # 9.8 MiB: goes up in parts
    aws("s3", "sync", tree, f"s3://{bucket}/in", "--no-progress")
    listed = aws("s3", "ls", f"s3://{bucket}", "--recursive")
    assert sorted(line.split(maxsplit=3)[2:] for line in listed.splitlines()) == [["10240000", "in/sub ü/c.bin"], ["3", "in/a+b.txt"]]
    aws("s3", "cp", f"s3://{bucket}/in", tmp_path / "back", "--recursive", "--no-progress")
    for path in ("a+b.txt", "sub ü/c.bin"):
        assert (tmp_path / "back" / path).read_bytes() == (tree / path).read_bytes()
    aws("s3", "mv", f"s3://{bucket}/in/a+b.txt", f"s3://{bucket}/moved", "--no-progress")
    assert aws("s3", "cp", f"s3://{bucket}/moved", "-") == "one"
    aws("s3", "rm", f"s3://{bucket}/in", "--recursive")
    assert [o["Key"] for o in aws("s3api", "list-objects-v2", "--bucket", bucket)["Contents"]] == ["moved"]
    url = aws("s3", "presign", f"s3://{bucket}/moved").strip()
    assert subprocess.run([sys.executable, "-c", "import sys, urllib.request as r; print(r.urlopen(sys.argv[1]).read())", url],
                          capture_output=True, text=True, timeout=60, check=True).stdout == "b'one'\n"


def test_s3_api(bucket, tmp_path):
    body = tmp_path / "body"
    body.write_bytes(b"123456789")
    put = aws("s3api", "put-object", "--bucket", bucket, "--key", "k", "--body", body, "--metadata", "a=1", "--tagging", "t=2",
              "--checksum-algorithm", "SHA256")
    assert put["ChecksumSHA256"] == "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU="
    got = aws("s3api", "get-object", "--bucket", bucket, "--key", "k", "--range", "bytes=2-4", "--checksum-mode", "ENABLED", tmp_path / "out")
    assert (got["Metadata"], got["ContentLength"], got["ContentRange"]) == ({"a": "1"}, 3, "bytes 2-4/9")
    assert (tmp_path / "out").read_bytes() == b"345"
    assert aws("s3api", "get-object-tagging", "--bucket", bucket, "--key", "k")["TagSet"] == [{"Key": "t", "Value": "2"}]
    aws("s3api", "put-bucket-versioning", "--bucket", bucket, "--versioning-configuration", "Status=Enabled")
    assert aws("s3api", "get-bucket-versioning", "--bucket", bucket)["Status"] == "Enabled"
    for key in ("a/1", "a/2", "b/1"):
        aws("s3api", "put-object", "--bucket", bucket, "--key", key)
    prefixes = aws("s3api", "list-objects-v2", "--bucket", bucket, "--delimiter", "/", "--page-size", 1)["CommonPrefixes"]
    assert prefixes == [{"Prefix": "a/"}, {"Prefix": "b/"}]
    versions = aws("s3api", "list-object-versions", "--bucket", bucket)["Versions"]
    done = aws("s3api", "delete-objects", Bucket=bucket, Delete={"Objects": [
        {"Key": v["Key"], "VersionId": v["VersionId"]} for v in versions]})
    assert len(done["Deleted"]) == 4
    aws("s3api", "get-object", "--bucket", bucket, "--key", "k", tmp_path / "out", fails="NoSuchKey")
    aws("s3api", "create-bucket", "--bucket", "X", fails="InvalidBucketName")


# CloudWatch Logs, STS

def test_logs():
    group = "/cli/" + unique()
    of_group = ["--log-group-name", group]
    aws("logs", "create-log-group", *of_group, "--tags", "team=blue")
    aws("logs", "create-log-stream", *of_group, "--log-stream-name", "one")
    aws("logs", "put-retention-policy", *of_group, "--retention-in-days", 7)
    told = aws("logs", "describe-log-groups", "--log-group-name-prefix", group)["logGroups"]
    assert [(g["logGroupName"], g["retentionInDays"]) for g in told] == [(group, 7)]
    now = int(time.time() * 1000)
    aws("logs", "put-log-events", logGroupName=group, logStreamName="one", logEvents=[
        {"timestamp": now + i, "message": m} for i, m in enumerate(["ERROR ü", '{"code":200}', '{"code":500}'])])
    events = aws("logs", "get-log-events", *of_group, "--log-stream-name", "one", "--start-from-head")["events"]
    assert [(e["timestamp"] - now, e["message"]) for e in events] == [(0, "ERROR ü"), (1, '{"code":200}'), (2, '{"code":500}')]
    found = aws("logs", "filter-log-events", *of_group, "--filter-pattern", "{ $.code >= 500 }", "--page-size", 1)["events"]
    assert [e["message"] for e in found] == ['{"code":500}']
    aws("logs", "create-log-group", *of_group, fails="ResourceAlreadyExistsException")
    aws("logs", "delete-log-group", *of_group)
    aws("logs", "describe-log-streams", *of_group, fails="ResourceNotFoundException")


def test_sts():
    who = aws("sts", "get-caller-identity")
    assert who["Arn"] == f"arn:aws:iam::{who['Account']}:root"
    role = ["--role-arn", "arn:aws:iam::123456789012:role/Builder", "--role-session-name"]
    got = aws("sts", "assume-role", *role, "me")
    assert got["AssumedRoleUser"]["Arn"] == "arn:aws:sts::123456789012:assumed-role/Builder/me"
    assert got["Credentials"]["AccessKeyId"].startswith("ASIA")
    aws("sts", "assume-role", *role, "a b", fails="ValidationError")
