# SPDX-License-Identifier: Apache-2.0
"""boto3 on DynamoDB as the local cloud offers it: capacity, transactions, streams, what a table becomes."""
import time
import uuid

import pytest
from boto3.dynamodb.conditions import Key

from tables import client, fails, make_table, pairs, resource, schema, streams, things


def test_consumed_capacity(pairs):
    put = pairs.put_item(
        Item={"p": "a", "s": 1, "v": "x" * 2000}, ReturnConsumedCapacity="TOTAL"
    )
    assert put["ConsumedCapacity"] == {"TableName": pairs.name, "CapacityUnits": 2}
    pairs.put_item(Item={"p": "a", "s": 2, "v": "x" * 5000})

    def units(answer):
        return answer["ConsumedCapacity"]["CapacityUnits"]

    key = {"p": "a", "s": 2}
    assert units(pairs.get_item(Key=key, ReturnConsumedCapacity="TOTAL")) == 1
    assert units(pairs.get_item(Key=key, ConsistentRead=True, ReturnConsumedCapacity="TOTAL")) == 2
    query = pairs.query(
        KeyConditionExpression=Key("p").eq("a"), ReturnConsumedCapacity="INDEXES"
    )
    assert units(query) == 1
    assert query["ConsumedCapacity"]["Table"] == {"CapacityUnits": 1}
    assert "ConsumedCapacity" not in pairs.get_item(Key=key)


# Transactions


def test_a_transaction_is_all_or_nothing(client, things):
    def put(key, **more):
        return {"Put": {"TableName": things.name, "Item": {"p": {"S": key}}, **more}}

    client.transact_write_items(TransactItems=[put("a"), put("b")])
    new = {"ConditionExpression": "attribute_not_exists(p)"}
    with pytest.raises(client.exceptions.TransactionCanceledException) as caught:
        client.transact_write_items(
            TransactItems=[
                put("c"),
                put("a", **new, ReturnValuesOnConditionCheckFailure="ALL_OLD"),
            ]
        )
    assert caught.value.response["CancellationReasons"] == [
        {"Code": "None"},
        {
            "Code": "ConditionalCheckFailed",
            "Message": "The conditional request failed",
            "Item": {"p": {"S": "a"}},
        },
    ]
    read = client.transact_get_items(
        TransactItems=[
            {"Get": {"TableName": things.name, "Key": {"p": {"S": key}}}} for key in "abc"
        ]
    )
    assert read["Responses"] == [{"Item": {"p": {"S": "a"}}}, {"Item": {"p": {"S": "b"}}}, {}]


def test_a_token_is_good_for_one_request(client, things):
    def add(amount):
        client.transact_write_items(
            ClientRequestToken=token,
            TransactItems=[
                {
                    "Update": {
                        "TableName": things.name,
                        "Key": {"p": {"S": "a"}},
                        "UpdateExpression": "ADD n :n",
                        "ExpressionAttributeValues": {":n": {"N": amount}},
                    }
                }
            ],
        )

    token = uuid.uuid4().hex
    add("1")
    add("1")
    assert things.get_item(Key={"p": "a"})["Item"]["n"] == 1
    with fails("IdempotentParameterMismatchException"):
        add("2")


# Streams


def read_stream(streams, arn):
    """All records of a stream, shard by shard."""
    records = []
    for shard in streams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"]:
        answer = streams.get_shard_iterator(
            StreamArn=arn, ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON"
        )
        answer = streams.get_records(ShardIterator=answer["ShardIterator"])
        records += answer["Records"]
    return records


@pytest.mark.parametrize("view", ["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"])
def test_a_stream_has_every_change(client, streams, make_table, view):
    table = make_table(
        **schema(p="S"), StreamSpecification={"StreamEnabled": True, "StreamViewType": view}
    )
    table.put_item(Item={"p": "a", "n": 1})
    table.put_item(Item={"p": "a", "n": 1})
    table.update_item(
        Key={"p": "a"}, UpdateExpression="SET n = :n", ExpressionAttributeValues={":n": 2}
    )
    table.delete_item(Key={"p": "a"})
    table.delete_item(Key={"p": "a"})
    arn = client.describe_table(TableName=table.name)["Table"]["LatestStreamArn"]
    records = read_stream(streams, arn)
    one, two = {"p": {"S": "a"}, "n": {"N": "1"}}, {"p": {"S": "a"}, "n": {"N": "2"}}
    changes = [("INSERT", None, one), ("MODIFY", one, two), ("REMOVE", two, None)]
    assert [record["eventName"] for record in records] == [name for name, _, _ in changes]
    for record, (_, old, new) in zip(records, changes):
        change = record["dynamodb"]
        assert change["Keys"] == {"p": {"S": "a"}}
        assert change.get("OldImage") == (old if "OLD" in view else None)
        assert change.get("NewImage") == (new if "NEW" in view else None)
        assert change["StreamViewType"] == view
    numbers = [int(record["dynamodb"]["SequenceNumber"]) for record in records]
    assert numbers == sorted(set(numbers))


def test_a_disabled_stream_is_read_to_its_end(client, streams, make_table):
    view = {"StreamEnabled": True, "StreamViewType": "KEYS_ONLY"}
    table = make_table(**schema(p="S"), StreamSpecification=view)
    table.put_item(Item={"p": "a"})
    table.update(StreamSpecification={"StreamEnabled": False})
    (listed,) = streams.list_streams(TableName=table.name)["Streams"]
    stream = streams.describe_stream(StreamArn=listed["StreamArn"])["StreamDescription"]
    assert stream["StreamStatus"] == "DISABLED"
    (shard,) = stream["Shards"]
    assert "EndingSequenceNumber" in shard["SequenceNumberRange"]
    iterator = streams.get_shard_iterator(
        StreamArn=listed["StreamArn"], ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON"
    )["ShardIterator"]
    answer = streams.get_records(ShardIterator=iterator)
    assert len(answer["Records"]) == 1
    assert "NextShardIterator" not in answer


# UpdateTable, settings


def test_an_index_is_added_to_a_filled_table(client, things):
    things.put_item(Item={"p": "a", "g": "x"})
    things.put_item(Item={"p": "b", "g": 1})
    answer = client.update_table(
        TableName=things.name,
        AttributeDefinitions=[{"AttributeName": "g", "AttributeType": "S"}],
        GlobalSecondaryIndexUpdates=[
            {
                "Create": {
                    "IndexName": "by-g",
                    "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}],
                    "Projection": {"ProjectionType": "KEYS_ONLY"},
                }
            }
        ],
    )["TableDescription"]
    assert answer["TableStatus"] == "UPDATING"
    assert answer["GlobalSecondaryIndexes"][0]["IndexStatus"] == "CREATING"
    described = client.describe_table(TableName=things.name)["Table"]
    assert described["TableStatus"] == "ACTIVE"
    assert described["GlobalSecondaryIndexes"][0]["IndexStatus"] == "ACTIVE"
    assert things.scan(IndexName="by-g")["Items"] == [{"p": "a", "g": "x"}]


def test_expired_items_go(client, things):
    client.update_time_to_live(
        TableName=things.name,
        TimeToLiveSpecification={"Enabled": True, "AttributeName": "expires"},
    )
    described = client.describe_time_to_live(TableName=things.name)["TimeToLiveDescription"]
    assert described == {"TimeToLiveStatus": "ENABLED", "AttributeName": "expires"}
    now = int(time.time())
    things.put_item(Item={"p": "over", "expires": now - 60})
    things.put_item(Item={"p": "not yet", "expires": now + 86400})
    limit = time.monotonic() + 20
    while time.monotonic() < limit and things.scan(Select="COUNT")["Count"] == 2:
        time.sleep(0.05)
    assert [item["p"] for item in things.scan()["Items"]] == ["not yet"]


def test_settings_are_kept(client, things):
    arn = client.describe_table(TableName=things.name)["Table"]["TableArn"]
    client.update_continuous_backups(
        TableName=things.name,
        PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True},
    )
    kept = client.describe_continuous_backups(TableName=things.name)["ContinuousBackupsDescription"]
    assert kept["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == "ENABLED"
    with fails("PolicyNotFoundException"):
        client.get_resource_policy(ResourceArn=arn)
    revision = client.put_resource_policy(ResourceArn=arn, Policy="{}")["RevisionId"]
    assert client.get_resource_policy(ResourceArn=arn)["RevisionId"] == revision
    client.delete_resource_policy(ResourceArn=arn)
