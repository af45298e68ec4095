# SPDX-License-Identifier: Apache-2.0
"""boto3 on DynamoDB as the local cloud offers it: tables and items."""
import decimal

import boto3
import pytest
from boto3.dynamodb.conditions import Attr
from boto3.dynamodb.types import Binary

from tables import client, connect, fails, make_table, pairs, raw, resource, schema, things, unique


def test_a_table_lives_and_dies(client):
    name = unique()
    created = client.create_table(TableName=name, **schema(p="S", s="N"))["TableDescription"]
    assert created["TableStatus"] in ("CREATING", "ACTIVE")
    assert created["TableArn"].endswith(f"table/{name}")
    client.get_waiter("table_exists").wait(TableName=name)
    described = client.describe_table(TableName=name)["Table"]
    assert described["TableStatus"] == "ACTIVE"
    assert described["KeySchema"] == schema(p="S", s="N")["KeySchema"]
    assert described["BillingModeSummary"]["BillingMode"] == "PAY_PER_REQUEST"
    with fails("ResourceInUseException"):
        client.create_table(TableName=name, **schema(p="S"))
    deleted = client.delete_table(TableName=name)["TableDescription"]
    assert deleted["TableStatus"] in ("DELETING", "ACTIVE")
    client.get_waiter("table_not_exists").wait(TableName=name)
    with fails("ResourceNotFoundException", f"Requested resource not found: Table: {name} not found"):
        client.describe_table(TableName=name)


def test_item_count_and_size(client, things):
    things.put_item(Item={"p": "abc", "v": "12345"})
    described = client.describe_table(TableName=things.name)["Table"]
    assert described["ItemCount"] == 1
    assert described["TableSizeBytes"] == 10


def test_list_tables_in_pages(client, make_table):
    made = {make_table(**schema(p="S")).name for _ in range(3)}
    pages = list(client.get_paginator("list_tables").paginate(PaginationConfig={"PageSize": 1}))
    assert all(len(page["TableNames"]) <= 1 for page in pages)
    names = [name for page in pages for name in page["TableNames"]]
    assert made <= set(names)
    assert names == sorted(names)


def test_regions_are_apart(client, things):
    elsewhere = connect(boto3.client, region="eu-central-1")
    assert things.name not in elsewhere.list_tables()["TableNames"]
    with fails("ResourceNotFoundException"):
        elsewhere.get_item(TableName=things.name, Key={"p": {"S": "a"}})


def test_tags_given_at_creation_and_later(client):
    name = unique()
    arn = client.create_table(TableName=name, Tags=[{"Key": "a", "Value": "1"}], **schema(p="S"))[
        "TableDescription"
    ]["TableArn"]
    client.tag_resource(ResourceArn=arn, Tags=[{"Key": "b", "Value": "2"}])
    client.untag_resource(ResourceArn=arn, TagKeys=["a"])
    assert client.list_tags_of_resource(ResourceArn=arn)["Tags"] == [{"Key": "b", "Value": "2"}]
    client.delete_table(TableName=name)


def test_what_sdks_ask_beside(client, things):
    assert client.describe_endpoints()["Endpoints"][0]["Address"]
    assert client.describe_limits()["TableMaxReadCapacityUnits"] > 0
    ttl = client.describe_time_to_live(TableName=things.name)["TimeToLiveDescription"]
    assert ttl["TimeToLiveStatus"] == "DISABLED"
    backups = client.describe_continuous_backups(TableName=things.name)
    assert backups["ContinuousBackupsDescription"]["ContinuousBackupsStatus"] == "ENABLED"


# Items


def test_every_type_comes_back(things):
    item = {
        "p": "a",
        "string": "ünïcode \U0001f600",
        "empty": "",
        "number": decimal.Decimal("-12.5"),
        "binary": b"\x00\x01\xff",
        "true": True,
        "false": False,
        "null": None,
        "list": ["x", 1, [], {"y": None}],
        "map": {"a": {"b": {"c": decimal.Decimal("0.1")}}},
        "strings": {"one", "two"},
        "numbers": {1, decimal.Decimal("2.5")},
        "binaries": {b"\x00", b"\x01"},
    }
    things.put_item(Item=item)
    got = things.get_item(Key={"p": "a"})["Item"]
    assert got["binary"] == Binary(b"\x00\x01\xff")
    assert got["binaries"] == {Binary(b"\x00"), Binary(b"\x01")}
    for name in set(item) - {"binary", "binaries"}:
        assert got[name] == item[name], name


@pytest.mark.parametrize(
    "number",
    [
        "12345678901234567890123456789012345678",
        "-0.12345678901234567890123456789012345678",
        "9.9999999999999999999999999999999999999E+125",
        "1E-130",
        "-1E-130",
        "0",
    ],
)
def test_numbers_are_exact(client, things, number):
    # Not the resource: it cannot read 10^100 as AWS writes it (boto3 issue 2500).
    client.put_item(TableName=things.name, Item={"p": {"S": "a"}, "n": {"N": number}})
    got = client.get_item(TableName=things.name, Key={"p": {"S": "a"}})["Item"]["n"]["N"]
    assert decimal.Decimal(got) == decimal.Decimal(number)
    assert "E" not in got.upper()


@pytest.mark.parametrize(
    "number, message",
    [
        ("123456789012345678901234567890123456789", "more than 38 significant digits"),
        ("1E+126", "Number overflow"),
        ("1E-131", "Number underflow"),
        ("dog", "cannot be converted to a numeric value: dog"),
    ],
)
def test_numbers_out_of_range(client, things, number, message):
    with fails("ValidationException", message):
        client.put_item(TableName=things.name, Item={"p": {"S": "a"}, "n": {"N": number}})


def test_absent_items(things):
    assert "Item" not in things.get_item(Key={"p": "nobody"})
    things.delete_item(Key={"p": "nobody"})
    with fails("ResourceNotFoundException", "Requested resource not found"):
        things.meta.client.get_item(TableName=unique(), Key={"p": "a"})


def test_return_values(things):
    assert "Attributes" not in things.put_item(Item={"p": "a", "x": 1}, ReturnValues="ALL_OLD")
    old = things.put_item(Item={"p": "a", "x": 2}, ReturnValues="ALL_OLD")
    assert old["Attributes"] == {"p": "a", "x": 1}

    def update(returning):
        return things.update_item(
            Key={"p": "a"},
            UpdateExpression="SET x = x + :one, y = :one",
            ExpressionAttributeValues={":one": 1},
            ReturnValues=returning,
        ).get("Attributes")

    assert update("NONE") is None
    assert update("ALL_OLD") == {"p": "a", "x": 3, "y": 1}
    assert update("UPDATED_OLD") == {"x": 4, "y": 1}
    assert update("UPDATED_NEW") == {"x": 6, "y": 1}
    assert update("ALL_NEW") == {"p": "a", "x": 7, "y": 1}
    gone = things.delete_item(Key={"p": "a"}, ReturnValues="ALL_OLD")
    assert gone["Attributes"] == {"p": "a", "x": 7, "y": 1}


def test_update_expressions(things):
    things.update_item(
        Key={"p": "a"},
        UpdateExpression="SET #m = :m, l = :l, n = if_not_exists(n, :zero) + :one ADD tags :tags",
        ExpressionAttributeNames={"#m": "map"},
        ExpressionAttributeValues={
            ":m": {"x": 1},
            ":l": [1, 2, 3],
            ":zero": 0,
            ":one": 1,
            ":tags": {"red", "blue"},
        },
    )
    things.update_item(
        Key={"p": "a"},
        UpdateExpression="SET #m.y = :y, l[1] = :more DELETE tags :red",
        ExpressionAttributeNames={"#m": "map"},
        ExpressionAttributeValues={":y": 2, ":more": 4, ":red": {"red"}},
    )
    assert things.get_item(Key={"p": "a"})["Item"] == {
        "p": "a",
        "map": {"x": 1, "y": 2},
        "l": [1, 4, 3],
        "n": 1,
        "tags": {"blue"},
    }


def test_projection(things):
    things.put_item(Item={"p": "a", "x": 1, "m": {"k": [10, 20, 30], "o": 2}})
    got = things.get_item(Key={"p": "a"}, ProjectionExpression="x, m.k[1]")
    assert got["Item"] == {"x": 1, "m": {"k": [20]}}


def test_conditions(things):
    new = {"Item": {"p": "a", "v": 1}, "ConditionExpression": Attr("p").not_exists()}
    things.put_item(**new)
    with fails("ConditionalCheckFailedException", "The conditional request failed"):
        things.put_item(**new)
    with fails("ConditionalCheckFailedException") as caught:
        things.update_item(
            Key={"p": "a"},
            UpdateExpression="SET v = :two",
            ConditionExpression="v = :two OR begins_with(p, :x)",
            ExpressionAttributeValues={":two": 2, ":x": "x"},
            ReturnValuesOnConditionCheckFailure="ALL_OLD",
        )
    assert caught.value.response["Item"] == {"p": {"S": "a"}, "v": {"N": "1"}}
    things.delete_item(Key={"p": "a"}, ConditionExpression=Attr("v").between(0, 2))
    assert "Item" not in things.get_item(Key={"p": "a"})


# Errors


@pytest.mark.parametrize(
    "request_, message",
    [
        ({"Item": {"q": {"S": "a"}}}, "Missing the key p in the item"),
        ({"Item": {"p": {"N": "1"}}}, "Type mismatch for key p expected: S actual: N"),
        (
            {"Item": {"p": {"S": ""}}},
            "The AttributeValue for a key attribute cannot contain an empty string value. Key: p",
        ),
        (
            {"Item": {"p": {"S": "a"}}, "ReturnValues": "ALL_NEW"},
            "ReturnValues can only be ALL_OLD or NONE",
        ),
        (
            {"Item": {"p": {"S": "a"}}, "ConditionExpression": "p ="},
            "Invalid ConditionExpression: Syntax error",
        ),
        (
            {
                "Item": {"p": {"S": "a"}},
                "ConditionExpression": "attribute_exists(p)",
                "ExpressionAttributeValues": {":v": {"S": "x"}},
            },
            "unused in expressions: keys: {:v}",
        ),
        ({"Item": {"p": {"S": "a"}, "s": {"SS": []}}}, "set *may not be empty"),
    ],
)
def test_puts_that_are_refused(client, things, request_, message):
    with fails("ValidationException", message.replace("{", "\\{")):
        client.put_item(TableName=things.name, **request_)


def test_constraints_are_reported_together(raw):
    with fails(
        "ValidationException",
        "2 validation errors detected: .*at 'tableName' failed to satisfy constraint: "
        "Member must satisfy regular expression pattern.*at 'key' failed to satisfy constraint: "
        "Member must not be null",
    ):
        raw.get_item(TableName="a/b/c")


def test_wrong_json_types(raw, things):
    with fails("SerializationException", "NUMBER_VALUE cannot be converted to String"):
        raw.put_item(TableName=things.name, Item={"p": {"S": 1}})


def test_keys_must_fit_the_schema(pairs):
    with fails("ValidationException", "The provided key element does not match the schema"):
        pairs.get_item(Key={"p": "a"})


def test_items_have_400_kb_at_most(things):
    things.put_item(Item={"p": "a", "v": "x" * (400 * 1024 - 3)})
    with fails("ValidationException", "Item size has exceeded the maximum allowed size"):
        things.put_item(Item={"p": "a", "v": "x" * (400 * 1024 - 2)})


# Query and Scan
