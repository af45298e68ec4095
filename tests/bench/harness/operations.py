# SPDX-License-Identifier: Apache-2.0
"""What the load client repeats: plans of requests (tests/bench/load/plan.h), and what they need to be there."""
import json
from dataclasses import dataclass

TABLE, SORTED, QUEUE, STREAM, BUCKET = "bench", "bench-sorted", "bench", "bench", "bench-objects"
MB = 1 << 20
ITEMS = 1000        # items and objects that the operations choose from
GROUP = 10          # items that a query finds
CONNECTIONS = 32    # at most
BATCH = 25          # items of a batch_write_item
VALUE = "x" * 200


def _json(version, prefix):
    def step(operation, body, **more):
        return {"method": "POST", "type": f"application/x-amz-json-{version}",
                "target": f"{prefix}.{operation}", "body": json.dumps(body), **more}
    return step


dynamodb = _json("1.0", "DynamoDB_20120810")
sqs = _json("1.0", "AmazonSQS")
kinesis = _json("1.1", "Kinesis_20131202")


def _s3(method, path, **more):
    return {"method": method, "path": f"/{BUCKET}{path}", **more}


def create_table(name, *keys):
    """keys: (name, HASH or RANGE); all are strings."""
    return dynamodb("CreateTable", {
        "TableName": name, "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [{"AttributeName": k, "AttributeType": "S"} for k, _ in keys],
        "KeySchema": [{"AttributeName": k, "KeyType": t} for k, t in keys]})


def put_batch(table, count, *names):
    """A batch of so many items; (name of a key, its value with {i} for the number in the batch)."""
    def item(i):
        keys = {name: {"S": value.replace("{i}", str(i))} for name, value in names}
        return {"PutRequest": {"Item": {**keys, "v": {"S": VALUE}}}}
    return dynamodb("BatchWriteItem", {"RequestItems": {table: [item(i) for i in range(count)]}})


def get_item(table, key):
    return dynamodb("GetItem", {"TableName": table, "Key": {"pk": {"S": key}}})


@dataclass(frozen=True)
class Plan:
    """Steps that are repeated; by time unless `repetitions` are given."""
    service: str
    steps: tuple
    numbers: int = ITEMS
    repetitions: int = 0


@dataclass(frozen=True)
class Operation:
    name: str
    title: str
    plan: Plan
    prepare: tuple = ()   # plans, once for each server


CREATE_TABLES = (
    Plan("dynamodb", (create_table(TABLE, ("pk", "HASH")),), repetitions=1),
    Plan("dynamodb", (create_table(SORTED, ("pk", "HASH"), ("sk", "RANGE")),), repetitions=1))
FILL_TABLES = (
    Plan("dynamodb", (put_batch(TABLE, BATCH, ("pk", "k@n@-{i}")),), repetitions=ITEMS // BATCH),
    Plan("dynamodb", (put_batch(SORTED, GROUP, ("pk", "g@n@"), ("sk", "{i}")),), repetitions=ITEMS))
QUEUE_URL = sqs("GetQueueUrl", {"QueueName": QUEUE}, once=True, take="QueueUrl")

OPERATIONS = (
    Operation("put_item", "PutItem", Plan("dynamodb", (dynamodb(
        "PutItem", {"TableName": TABLE, "Item": {"pk": {"S": "k@n@-0"}, "v": {"S": VALUE}}}),)),
        CREATE_TABLES + FILL_TABLES),
    Operation("get_item", "GetItem", Plan("dynamodb", (get_item(TABLE, "k@r@-7"),),
                                          numbers=ITEMS // BATCH)),
    Operation("query", f"Query of {GROUP} items", Plan("dynamodb", (dynamodb(
        "Query", {"TableName": SORTED, "KeyConditionExpression": "pk = :pk",
                  "ExpressionAttributeValues": {":pk": {"S": "g@r@"}}}),))),
    Operation("messages", "SendMessage, ReceiveMessage, DeleteMessage", Plan("sqs", (
        QUEUE_URL,
        sqs("SendMessage", {"QueueUrl": "@QueueUrl@", "MessageBody": VALUE}),
        sqs("ReceiveMessage", {"QueueUrl": "@QueueUrl@"}, take="ReceiptHandle"),
        sqs("DeleteMessage", {"QueueUrl": "@QueueUrl@", "ReceiptHandle": "@ReceiptHandle@"}))),
        (Plan("sqs", (sqs("CreateQueue", {"QueueName": QUEUE}),), repetitions=1),)),
    Operation("records", "PutRecord, GetRecords", Plan("kinesis", (
        kinesis("GetShardIterator", {"StreamName": STREAM + "@c@", "ShardId": "shardId-000000000000",
                                     "ShardIteratorType": "LATEST"}, once=True,
                take="ShardIterator", **{"as": "iterator"}),
        kinesis("PutRecord", {"StreamName": STREAM + "@c@", "PartitionKey": "k@n@",
                              "Data": "eHh4" * 50}),
        kinesis("GetRecords", {"ShardIterator": "@iterator@"}, take="NextShardIterator",
                **{"as": "iterator"}))),
        (Plan("kinesis", (kinesis("CreateStream", {"StreamName": STREAM + "@n@", "ShardCount": 1}),),
              numbers=CONNECTIONS, repetitions=CONNECTIONS),)),
    Operation("objects", "PutObject, GetObject of 1 KB", Plan("s3", (
        _s3("PUT", "/k@n@", fill=1024), _s3("GET", "/k@n@"))),
        (Plan("s3", (_s3("PUT", ""),), repetitions=1),)),
    Operation("large", "PutObject, GetObject of 1 MB", Plan("s3", (
        _s3("PUT", "/large@n@", fill=MB), _s3("GET", "/large@n@")), numbers=CONNECTIONS)),
)
FRESH = 1000      # requests of a process that has just started, as a test run sees it
FRESH_GET = Plan("dynamodb", (get_item(TABLE, "k0-0"),), repetitions=FRESH)
FRESH_PUT = Plan("dynamodb", OPERATIONS[0].plan.steps, repetitions=1)
FIRST_ANSWER = Plan("dynamodb", (dynamodb("ListTables", {}),), repetitions=1)


def as_json(plan, running, connections=1, seconds=0, awake_us=0):
    """The plan as the load client reads it, for a server that runs."""
    return json.dumps({
        "port": running.port, "service": plan.service, "steps": plan.steps, "seconds": seconds,
        "access_key": running.server.access_key, "secret_key": running.server.secret_key,
        "connections": connections, "repetitions": plan.repetitions, "numbers": plan.numbers,
        "awake_us": awake_us})
