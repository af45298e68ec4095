# SPDX-License-Identifier: Apache-2.0
"""The AWS CLI, given endpoint, region and the keys test/test, uses the local cloud's DynamoDB."""
import json
import os
import subprocess
import sys
import uuid

import pytest

URL = os.environ["SLRUN_LOCAL_URL"]
AWS = os.path.join(os.path.dirname(sys.executable), "aws")
ENV = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "AWS_ACCESS_KEY_ID": "test",
       "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1", "AWS_PAGER": ""}


def aws(operation, *args, fails=None, **parameters):
    words = [AWS, "--endpoint-url", URL, "--output", "json", "dynamodb", operation, *args]
    if parameters:
        words += ["--cli-input-json", json.dumps(parameters)]
    done = subprocess.run(words, env=ENV, capture_output=True, text=True, timeout=60)
    if fails:
        assert done.returncode != 0 and fails in done.stderr, done.stderr
        return None
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout) if done.stdout.strip() else {}


@pytest.fixture(name="table")
def make_table():
    name = "cli-" + uuid.uuid4().hex[:12]
    aws("create-table", TableName=name, BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"},
                              {"AttributeName": "sk", "AttributeType": "N"}],
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}])
    aws("wait", "table-exists", "--table-name", name)
    yield name
    aws("delete-table", TableName=name)
    aws("wait", "table-not-exists", "--table-name", name)


def item(sk, **more):
    return {"pk": {"S": "a"}, "sk": {"N": str(sk)}, **more}


def test_tables(table):
    assert table in aws("list-tables")["TableNames"]
    assert aws("describe-table", TableName=table)["Table"]["TableStatus"] == "ACTIVE"


def test_items(table):
    aws("put-item", TableName=table, Item=item(1, v={"S": "one"}))
    assert aws("get-item", TableName=table, Key=item(1))["Item"]["v"] == {"S": "one"}
    new = aws("update-item", TableName=table, Key=item(1), UpdateExpression="SET v = :v",
              ExpressionAttributeValues={":v": {"S": "two"}}, ReturnValues="ALL_NEW")
    assert new["Attributes"]["v"] == {"S": "two"}
    aws("put-item", TableName=table, Item=item(1), ConditionExpression="attribute_not_exists(pk)",
        fails="ConditionalCheckFailedException")
    aws("delete-item", TableName=table, Key=item(1))
    assert "Item" not in aws("get-item", TableName=table, Key=item(1))


def test_query_scan_and_batches(table):
    aws("batch-write-item", RequestItems={table: [{"PutRequest": {"Item": item(i)}} for i in range(20)]})
    # the CLI pages by itself
    found = aws("query", "--page-size", "7", TableName=table, KeyConditionExpression="pk = :p AND sk < :n",
                ExpressionAttributeValues={":p": {"S": "a"}, ":n": {"N": "15"}})
    assert [i["sk"]["N"] for i in found["Items"]] == [str(i) for i in range(15)]
    assert aws("scan", TableName=table, Select="COUNT")["Count"] == 20
    got = aws("batch-get-item", RequestItems={table: {"Keys": [item(3), item(4), item(99)]}})
    assert len(got["Responses"][table]) == 2


def test_errors_are_aws_own(table):
    aws("get-item", TableName=table + "x", Key=item(1), fails="ResourceNotFoundException")
    aws("get-item", TableName=table, Key={"pk": {"S": "a"}}, fails="The provided key element does not match the schema")
