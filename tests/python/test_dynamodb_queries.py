# SPDX-License-Identifier: Apache-2.0
"""boto3 on DynamoDB as the local cloud offers it: queries, scans, indexes, batches."""
import pytest
from boto3.dynamodb.conditions import Attr, Key

from tables import client, fails, make_table, MIB, pairs, raw, resource, schema, things


@pytest.fixture
def filled(pairs):
    with pairs.batch_writer() as batch:
        for s in range(20):
            batch.put_item(Item={"p": "a", "s": s, "parity": "odd" if s % 2 else "even"})
        batch.put_item(Item={"p": "b", "s": 0})
    return pairs


@pytest.mark.parametrize(
    "condition, expected",
    [
        (Key("s").eq(3), [3]),
        (Key("s").lt(2), [0, 1]),
        (Key("s").lte(2), [0, 1, 2]),
        (Key("s").gt(17), [18, 19]),
        (Key("s").gte(18), [18, 19]),
        (Key("s").between(4, 6), [4, 5, 6]),
    ],
)
@pytest.mark.parametrize("forward", [True, False])
def test_query_by_sort_key(filled, condition, expected, forward):
    got = filled.query(
        KeyConditionExpression=Key("p").eq("a") & condition, ScanIndexForward=forward
    )
    found = [int(item["s"]) for item in got["Items"]]
    assert found == (expected if forward else expected[::-1])
    assert got["Count"] == got["ScannedCount"] == len(expected)


def test_query_begins_with(make_table):
    table = make_table(**schema(p="S", s="S"))
    for s in ("a", "ab", "abc", "b"):
        table.put_item(Item={"p": "x", "s": s})
    got = table.query(KeyConditionExpression=Key("p").eq("x") & Key("s").begins_with("ab"))
    assert [item["s"] for item in got["Items"]] == ["ab", "abc"]


def test_filters_and_counts(filled):
    got = filled.query(
        KeyConditionExpression=Key("p").eq("a"),
        FilterExpression=Attr("parity").eq("odd"),
        Select="COUNT",
    )
    assert (got["Count"], got["ScannedCount"]) == (10, 20)
    assert not got.get("Items")


@pytest.mark.parametrize("limit", [1, 7, 20])
@pytest.mark.parametrize("forward", [True, False])
def test_query_in_pages(client, filled, limit, forward):
    pages = client.get_paginator("query").paginate(
        TableName=filled.name,
        KeyConditionExpression="p = :p",
        ExpressionAttributeValues={":p": {"S": "a"}},
        ScanIndexForward=forward,
        PaginationConfig={"PageSize": limit},
    )
    found = [int(item["s"]["N"]) for page in pages for item in page["Items"]]
    assert found == (list(range(20)) if forward else list(range(19, -1, -1)))


def test_pages_end_at_one_megabyte(pairs):
    for s in range(8):
        pairs.put_item(Item={"p": "a", "s": s, "v": "x" * 300000})
    for read in (lambda **more: pairs.query(KeyConditionExpression=Key("p").eq("a"), **more), pairs.scan):
        first = read()
        assert 0 < len(first["Items"]) < 8
        assert sum(len(item["v"]) for item in first["Items"]) < MIB + 400 * 1024
        found, last = first["Items"], first.get("LastEvaluatedKey")
        while last:
            page = read(ExclusiveStartKey=last)
            found += page["Items"]
            last = page.get("LastEvaluatedKey")
        assert [int(item["s"]) for item in found] == list(range(8))


def test_start_keys_that_do_not_fit(filled):
    condition = Key("p").eq("a")
    with fails("ValidationException", "The provided starting key is invalid"):
        filled.query(KeyConditionExpression=condition, ExclusiveStartKey={"p": "a"})
    with fails("ValidationException", "The provided starting key is outside query boundaries"):
        filled.query(KeyConditionExpression=condition, ExclusiveStartKey={"p": "b", "s": 1})


def test_query_needs_the_partition_key(filled):
    with fails("ValidationException", "Query condition missed key schema element: p"):
        filled.query(KeyConditionExpression=Key("s").eq(1))


def test_scan_segments(things):
    names = {f"k{i}" for i in range(50)}
    with things.batch_writer() as batch:
        for name in names:
            batch.put_item(Item={"p": name})
    found = []
    for segment in range(4):
        found += [i["p"] for i in things.scan(Segment=segment, TotalSegments=4)["Items"]]
    assert len(found) == 50
    assert set(found) == names


def test_scan_order_is_stable(things):
    with things.batch_writer() as batch:
        for i in range(20):
            batch.put_item(Item={"p": f"k{i}"})
    assert things.scan()["Items"] == things.scan()["Items"]


def test_indexes(make_table):
    arguments = schema(p="S", s="N")
    arguments["AttributeDefinitions"].append({"AttributeName": "g", "AttributeType": "S"})
    table = make_table(
        **arguments,
        LocalSecondaryIndexes=[
            {
                "IndexName": "local",
                "KeySchema": [
                    {"AttributeName": "p", "KeyType": "HASH"},
                    {"AttributeName": "g", "KeyType": "RANGE"},
                ],
                "Projection": {"ProjectionType": "ALL"},
            }
        ],
        GlobalSecondaryIndexes=[
            {
                "IndexName": "global",
                "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}],
                "Projection": {"ProjectionType": "KEYS_ONLY"},
            }
        ],
    )
    table.put_item(Item={"p": "a", "s": 1, "g": "z", "v": 1})
    table.put_item(Item={"p": "a", "s": 2, "g": "y", "v": 2})
    table.put_item(Item={"p": "a", "s": 3})
    by_g = table.query(IndexName="local", KeyConditionExpression=Key("p").eq("a"))["Items"]
    assert [item["v"] for item in by_g] == [2, 1]
    found = table.query(IndexName="global", KeyConditionExpression=Key("g").eq("z"))["Items"]
    assert found == [{"p": "a", "s": 1, "g": "z"}]
    table.delete_item(Key={"p": "a", "s": 1})
    assert table.scan(IndexName="global")["Count"] == 1


# Batches


def test_batches(client, things, pairs):
    written = client.batch_write_item(
        RequestItems={
            things.name: [{"PutRequest": {"Item": {"p": {"S": f"k{i}"}}}} for i in range(20)],
            pairs.name: [{"PutRequest": {"Item": {"p": {"S": "a"}, "s": {"N": "1"}}}}],
        }
    )
    assert written["UnprocessedItems"] == {}
    got = client.batch_get_item(
        RequestItems={
            things.name: {"Keys": [{"p": {"S": f"k{i}"}} for i in range(10, 30)]},
            pairs.name: {"Keys": [{"p": {"S": "a"}, "s": {"N": "1"}}], "ConsistentRead": True},
        }
    )
    assert got["UnprocessedKeys"] == {}
    assert sorted(item["p"]["S"] for item in got["Responses"][things.name]) == [
        f"k{i}" for i in range(10, 20)
    ]
    assert got["Responses"][pairs.name] == [{"p": {"S": "a"}, "s": {"N": "1"}}]


def test_batch_limits(raw, things):
    puts = [{"PutRequest": {"Item": {"p": {"S": f"k{i}"}}}} for i in range(26)]
    with fails("ValidationException"):
        raw.batch_write_item(RequestItems={things.name: puts})
    keys = [{"p": {"S": f"k{i}"}} for i in range(101)]
    with fails("ValidationException"):
        raw.batch_get_item(RequestItems={things.name: {"Keys": keys}})


def test_batch_duplicates(client, things):
    put = {"PutRequest": {"Item": {"p": {"S": "a"}}}}
    with fails("ValidationException", "Provided list of item keys contains duplicates"):
        client.batch_write_item(RequestItems={things.name: [put, put]})
    key = {"p": {"S": "a"}}
    with fails("ValidationException", "Provided list of item keys contains duplicates"):
        client.batch_get_item(RequestItems={things.name: {"Keys": [key, key]}})


# Consumed capacity
