# SPDX-License-Identifier: Apache-2.0
"""boto3 on DynamoDB as the local cloud offers it.

Endpoint, region and keys come from the environment alone (with_local.py). Nothing here is particular
to slrun: the same tests make sense against any DynamoDB.
"""

import decimal
import time
import uuid

import boto3
import pytest
from boto3.dynamodb.conditions import Attr, Key
from boto3.dynamodb.types import Binary
from botocore.config import Config
from botocore.exceptions import ClientError

MIB = 1024 * 1024


def connect(make, region=None, **config):
    """Endpoint, keys and region come from the environment (with_local.py), unless a region is given."""
    return make("dynamodb", region_name=region, config=Config(retries={"max_attempts": 0}, **config))


@pytest.fixture(scope="module")
def client():
    return connect(boto3.client)


@pytest.fixture(scope="module")
def streams():
    return connect(lambda _, **options: boto3.client("dynamodbstreams", **options))


@pytest.fixture(scope="module")
def raw():
    """A client that leaves all checks of parameters to the server."""
    return connect(boto3.client, parameter_validation=False)


@pytest.fixture(scope="module")
def resource():
    return connect(boto3.resource)


def schema(**keys):
    """KeySchema and AttributeDefinitions from p="S", s="N"."""
    kinds = ["HASH", "RANGE"]
    return {
        "KeySchema": [{"AttributeName": n, "KeyType": k} for n, k in zip(keys, kinds)],
        "AttributeDefinitions": [
            {"AttributeName": n, "AttributeType": t} for n, t in keys.items()
        ],
        "BillingMode": "PAY_PER_REQUEST",
    }


def unique(prefix="slrun-"):
    return prefix + uuid.uuid4().hex


@pytest.fixture
def make_table(resource):
    made = []

    def make(**arguments):
        table = resource.create_table(TableName=unique(), **arguments)
        made.append(table)
        table.wait_until_exists()
        return table

    yield make
    for table in made:
        table.delete()


@pytest.fixture
def things(make_table):
    """A table with the partition key p."""
    return make_table(**schema(p="S"))


@pytest.fixture
def pairs(make_table):
    """A table with partition key p and numeric sort key s."""
    return make_table(**schema(p="S", s="N"))


def fails(code, message=None):
    """raises() for an error of AWS with that code, whose message contains that text."""
    return pytest.raises(ClientError, match=f"\\({code}\\)" + (f".*{message}" if message else ""))


# Tables


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
