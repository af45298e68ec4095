# SPDX-License-Identifier: Apache-2.0
"""dynamodb.so's requests and results beside botocore's for the values that are most likely to go wrong.

A case gives its values as boto3 takes them. botocore serializes them with boto3's TypeSerializer;
the plugin gets them as the core would hand them over (plain JSON and tagged values) through the
program that SLRUN_OP_TOOL names. Both bodies must be the same.
"""

import base64
import functools
import json
from decimal import Decimal

import botocore.parsers
import botocore.serialize
import oracle
import pytest
from boto3.dynamodb.types import Binary, TypeDeserializer, TypeSerializer
from oracle import start_tool, tagged

assert start_tool # the fixture

BIG = Decimal("12345678901234567890123456789012345678")
TINY = Decimal("1E-130")
ITEM = {
    "PK": "a",
    "empty": "",
    "unicode": "grüße ☃ \U0001f600 \"quoted\" \\ / \t",
    "zero": 0,
    "int": -17,
    "int64": 2**63 - 1,
    "real": Decimal("1.1"),
    "fraction": Decimal("0.000001"),
    "big": BIG,
    "huge": 2**70,
    "tiny": TINY,
    "yes": True,
    "no": False,
    "null": None,
    "bytes": b"\x00\xff\x10",
    "no bytes": b"",
    "list": [1, "two", [3, []], {"four": 4}, None],
    "map": {"a": {"b": {"c": [True]}}, "": {}},
    "strings": {"x", "y", "z"},
    "numbers": {1, Decimal("2.5"), BIG},
    "binaries": {b"\x00", b"\x01\x02"},
    "S": {"S": "not a type"},
    "$slrun": {"$slrun": "binary", "value": "AA=="},
}
KEY = {"PK": "a", "SK": Decimal("1.5")}
INDEX = {
    "IndexName": "by-n",
    "KeySchema": [{"AttributeName": "n", "KeyType": "HASH"}],
    "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["a", "b"]},
}

T = {"TableName": "t"}
EXPECTED = {
    "a": {"Value": 1, "Exists": True},
    "b": {"Exists": False},
    "c": {"ComparisonOperator": "BETWEEN", "AttributeValueList": [1, Decimal("2.5")]},
    "d": {"ComparisonOperator": "NULL"},
    "e": {"Value": None},
}
CONDITIONS = {
    "PK": {"ComparisonOperator": "EQ", "AttributeValueList": ["a"]},
    "SK": {"ComparisonOperator": "IN", "AttributeValueList": [1, b"\x01", "x"]},
}

BACKUP = "arn:aws:dynamodb:us-east-1:123456789012:table/t/backup/01489173575360-b308cd7d"

CASES = [
    ("create_table", {**T, "BillingMode": "PAY_PER_REQUEST",
                      "AttributeDefinitions": [{"AttributeName": "PK", "AttributeType": "S"}],
                      "KeySchema": [{"AttributeName": "PK", "KeyType": "HASH"}]}),
    ("create_table", {**T, "ProvisionedThroughput": {"ReadCapacityUnits": 1,
                                                     "WriteCapacityUnits": 2},
                      "GlobalSecondaryIndexes": [INDEX], "LocalSecondaryIndexes": [INDEX]}),
    ("create_table", {**T, "StreamSpecification": {"StreamEnabled": True,
                                                   "StreamViewType": "NEW_AND_OLD_IMAGES"},
                      "SSESpecification": {"Enabled": False}, "TableClass": "STANDARD",
                      "Tags": [{"Key": "k", "Value": "v"}, {"Key": "e", "Value": ""}],
                      "DeletionProtectionEnabled": False, "ResourcePolicy": '{"a": "b"}'}),
    ("create_table", {**T, "OnDemandThroughput": {"MaxReadRequestUnits": -1},
                      "WarmThroughput": {"ReadUnitsPerSecond": 12000}}),
    ("describe_table", T),
    ("describe_table", {"TableName": "arn:aws:dynamodb:us-east-1:123456789012:table/t"}),
    ("delete_table", T),
    ("list_tables", {}),
    ("list_tables", {"ExclusiveStartTableName": "a", "Limit": 100}),
    ("tag_resource", {"ResourceArn": "arn:x", "Tags": [{"Key": "a", "Value": "b"}]}),
    ("tag_resource", {"ResourceArn": "arn:x", "Tags": []}),
    ("untag_resource", {"ResourceArn": "arn:x", "TagKeys": ["a", "b"]}),
    ("list_tags_of_resource", {"ResourceArn": "arn:x", "NextToken": "token"}),
    ("create_backup", {**T, "BackupName": "one"}),
    ("describe_backup", {"BackupArn": BACKUP}),
    ("list_backups", {**T, "Limit": 5, "BackupType": "ALL", "ExclusiveStartBackupArn": BACKUP}),
    ("delete_backup", {"BackupArn": BACKUP}),
    ("restore_table_from_backup", {"TargetTableName": "u", "BackupArn": BACKUP, "BillingModeOverride": "PROVISIONED",
                                   "ProvisionedThroughputOverride": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 2},
                                   "GlobalSecondaryIndexOverride": []}),
    ("restore_table_to_point_in_time", {"SourceTableName": "t", "TargetTableName": "u", "UseLatestRestorableTime": True}),
    ("export_table_to_point_in_time", {"TableArn": "arn:t", "S3Bucket": "b", "ClientToken": "c", "FilterSpecification": {
        "FilterExpression": "a = :a", "ExpressionAttributeValues": {":a": {"b": [1, None]}}}}),
    ("describe_export", {"ExportArn": BACKUP}),
    ("list_exports", {"TableArn": "arn:t", "MaxResults": 2}),
    ("import_table", {"S3BucketSource": {"S3Bucket": "b"}, "InputFormat": "CSV", "ClientToken": "c", "InputFormatOptions": {
        "Csv": {"Delimiter": ";", "HeaderList": ["p"]}}, "TableCreationParameters": {
            "TableName": "t", "KeySchema": INDEX["KeySchema"],
            "AttributeDefinitions": [{"AttributeName": "n", "AttributeType": "N"}]}}),
    ("describe_import", {"ImportArn": BACKUP}),
    ("list_imports", {"TableArn": "arn:t"}),
    ("enable_kinesis_streaming_destination", {**T, "StreamArn": "arn:s", "EnableKinesisStreamingConfiguration": {
        "ApproximateCreationDateTimePrecision": "MICROSECOND"}}),
    ("disable_kinesis_streaming_destination", {**T, "StreamArn": "arn:s"}),
    ("describe_kinesis_streaming_destination", T),
    ("update_kinesis_streaming_destination", {**T, "StreamArn": "arn:s", "UpdateKinesisStreamingConfiguration": {}}),
    ("update_contributor_insights", {**T, "IndexName": "i", "ContributorInsightsAction": "ENABLE"}),
    ("describe_contributor_insights", T),
    ("list_contributor_insights", {"MaxResults": 3}),
    ("put_item", {**T, "Item": ITEM}),
    ("put_item", {**T, "Item": {}}),
    ("put_item", {**T, "Item": KEY, "ConditionExpression": "attribute_not_exists(#p)",
                  "ExpressionAttributeNames": {"#p": "PK"}, "ReturnValues": "ALL_OLD",
                  "ReturnConsumedCapacity": "INDEXES", "ReturnItemCollectionMetrics": "SIZE",
                  "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}),
    ("put_item", {**T, "Item": KEY, "Expected": EXPECTED, "ConditionalOperator": "OR"}),
    ("put_item", {**T, "Item": KEY, "ExpressionAttributeValues": {}}),
    ("get_item", {**T, "Key": KEY}),
    ("get_item", {**T, "Key": {"PK": b"\x00\x01"}, "ConsistentRead": True,
                  "ProjectionExpression": "a, b[0].c"}),
    ("get_item", {**T, "Key": {"PK": BIG}, "AttributesToGet": ["a", "b"]}),
    ("update_item", {**T, "Key": KEY}),
    ("update_item", {**T, "Key": KEY, "UpdateExpression": "SET #a = :a, b = :b REMOVE c ADD d :d",
                     "ExpressionAttributeNames": {"#a": "a"}, "ReturnValues": "UPDATED_NEW",
                     "ExpressionAttributeValues": {":a": ITEM, ":b": [], ":d": {1, 2}}}),
    ("update_item", {**T, "Key": KEY, "AttributeUpdates": {
        "a": {"Action": "ADD", "Value": 1}, "b": {"Action": "DELETE"},
        "c": {"Value": {"x": [None]}}}}),
    ("update_item", {**T, "Key": KEY, "Expected": EXPECTED}),
    ("delete_item", {**T, "Key": KEY}),
    ("delete_item", {**T, "Key": KEY, "ConditionExpression": "n > :n",
                     "ExpressionAttributeValues": {":n": TINY}, "ReturnValues": "ALL_OLD"}),
    ("delete_item", {**T, "Key": KEY, "Expected": EXPECTED, "ConditionalOperator": "AND"}),
    ("query", {**T, "KeyConditionExpression": "PK = :p",
               "ExpressionAttributeValues": {":p": "a"}}),
    ("query", {**T, "IndexName": "by-n", "KeyConditionExpression": "n BETWEEN :a AND :b",
               "ExpressionAttributeValues": {":a": 1, ":b": Decimal("9.99")},
               "FilterExpression": "#f IN (:a)", "ExpressionAttributeNames": {"#f": "f"},
               "ScanIndexForward": False, "Limit": 10, "Select": "COUNT"}),
    ("query", {**T, "KeyConditions": CONDITIONS, "QueryFilter": CONDITIONS,
               "ConditionalOperator": "AND", "AttributesToGet": ["PK"]}),
    ("query", {**T, "KeyConditionExpression": "PK = :p", "ExclusiveStartKey": KEY,
               "ExpressionAttributeValues": {":p": b"\xff"}, "ConsistentRead": True}),
    ("scan", T),
    ("scan", {**T, "TotalSegments": 4, "Segment": 0, "ReturnConsumedCapacity": "TOTAL"}),
    ("scan", {**T, "ScanFilter": CONDITIONS, "ConditionalOperator": "OR"}),
    ("scan", {**T, "FilterExpression": "contains(a, :s)", "ProjectionExpression": "PK",
              "ExpressionAttributeValues": {":s": "x"}, "ExclusiveStartKey": KEY}),
    ("batch_write_item", {"RequestItems": {"t": [{"PutRequest": {"Item": ITEM}}]}}),
    ("batch_write_item", {"RequestItems": {
        "t": [{"DeleteRequest": {"Key": KEY}}, {"PutRequest": {"Item": KEY}}],
        "u": [{"DeleteRequest": {"Key": {"PK": 1}}}]},
        "ReturnConsumedCapacity": "TOTAL", "ReturnItemCollectionMetrics": "SIZE"}),
    ("batch_write_item", {"RequestItems": {}}),
    ("batch_get_item", {"RequestItems": {"t": {"Keys": [KEY, {"PK": "b", "SK": 2}]}}}),
    ("batch_get_item", {"RequestItems": {
        "t": {"Keys": [KEY], "ConsistentRead": True, "ProjectionExpression": "#a",
              "ExpressionAttributeNames": {"#a": "a"}},
        "u": {"Keys": [], "AttributesToGet": ["x"]}}, "ReturnConsumedCapacity": "NONE"}),
    ("batch_get_item", {"RequestItems": {}}),
    ("transact_write_items", {"ClientRequestToken": "token", "TransactItems": [
        {"ConditionCheck": {**T, "Key": KEY, "ConditionExpression": "n > :n",
                            "ExpressionAttributeValues": {":n": TINY},
                            "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}},
        {"Put": {**T, "Item": ITEM}},
        {"Delete": {**T, "Key": {"PK": b"\x00"}, "ConditionExpression": "attribute_exists(#a)",
                    "ExpressionAttributeNames": {"#a": "a"}}},
        {"Update": {**T, "Key": KEY, "UpdateExpression": "SET a = :a",
                    "ExpressionAttributeValues": {":a": ITEM}}}],
        "ReturnConsumedCapacity": "TOTAL", "ReturnItemCollectionMetrics": "SIZE"}),
    ("transact_write_items", {"TransactItems": []}),
    ("transact_get_items", {"TransactItems": [
        {"Get": {**T, "Key": KEY, "ProjectionExpression": "#a",
                 "ExpressionAttributeNames": {"#a": "a"}}},
        {"Get": {"TableName": "u", "Key": {"PK": BIG}}}], "ReturnConsumedCapacity": "INDEXES"}),
    ("execute_statement", {"Statement": "SELECT * FROM t WHERE PK = ? AND n IN [?, ?]", "Parameters": ["a", BIG, TINY],
                           "ConsistentRead": True, "NextToken": "n", "Limit": 3, "ReturnConsumedCapacity": "INDEXES"}),
    ("execute_statement", {"Statement": "INSERT INTO t VALUE {'PK': ?, 'a': ?}", "Parameters": ["a", ITEM],
                           "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}),
    ("execute_statement", {"Statement": "DELETE FROM t WHERE PK = 'a'"}),
    ("batch_execute_statement", {"Statements": [
        {"Statement": "SELECT * FROM t WHERE PK = ?", "Parameters": [b"\xff"], "ConsistentRead": True},
        {"Statement": "SELECT * FROM t WHERE PK = 'a'", "ReturnValuesOnConditionCheckFailure": "NONE"}],
        "ReturnConsumedCapacity": "TOTAL"}),
    ("execute_transaction", {"ClientRequestToken": "token", "TransactStatements": [
        {"Statement": "EXISTS(SELECT * FROM t WHERE PK = ?)", "Parameters": ["a"]},
        {"Statement": "UPDATE t SET a = ? WHERE PK = ?", "Parameters": [ITEM, "a"],
         "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}], "ReturnConsumedCapacity": "TOTAL"}),
    ("update_table", {**T, "BillingMode": "PROVISIONED",
                      "AttributeDefinitions": [{"AttributeName": "n", "AttributeType": "N"}],
                      "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 2},
                      "GlobalSecondaryIndexUpdates": [{"Create": INDEX}, {"Delete": {"IndexName": "x"}}],
                      "StreamSpecification": {"StreamEnabled": False}}),
    ("update_table", {**T, "ReplicaUpdates": [{"Create": {"RegionName": "eu-west-1"}}]}),
    ("update_time_to_live", {**T, "TimeToLiveSpecification": {"Enabled": True, "AttributeName": "a"}}),
    ("describe_time_to_live", T),
    ("update_continuous_backups", {**T, "PointInTimeRecoverySpecification": {
        "PointInTimeRecoveryEnabled": True, "RecoveryPeriodInDays": 7}}),
    ("describe_continuous_backups", T),
    ("put_resource_policy", {"ResourceArn": "arn:x", "Policy": "{}", "ExpectedRevisionId": "1"}),
    ("get_resource_policy", {"ResourceArn": "arn:x"}),
    ("delete_resource_policy", {"ResourceArn": "arn:x"}),
    ("describe_limits", {}),
    ("describe_endpoints", {}),
    ("list_streams", {}),
    ("list_streams", {**T, "Limit": 3, "ExclusiveStartStreamArn": "arn:s"}),
    ("describe_stream", {"StreamArn": "arn:s"}),
    ("describe_stream", {"StreamArn": "arn:s", "Limit": 1, "ExclusiveStartShardId": "a",
                         "ShardFilter": {"Type": "CHILD_SHARDS", "ShardId": "b"}}),
    ("get_shard_iterator", {"StreamArn": "arn:s", "ShardId": "a",
                            "ShardIteratorType": "AFTER_SEQUENCE_NUMBER", "SequenceNumber": "17"}),
    ("get_records", {"ShardIterator": "i", "Limit": 10}),
]

ITEMS = [ITEM, KEY, {}]
RESULTS = [
    ("put_item", {"Attributes": ITEM, "ItemCollectionMetrics": {"ItemCollectionKey": {"PK": "a"},
                                                                "SizeEstimateRangeGB": [0.5, 1.5]}}),
    ("get_item", {"Item": ITEM, "ConsumedCapacity": {"TableName": "t", "CapacityUnits": 0.5}}),
    ("get_item", {}),
    ("update_item", {"Attributes": {}}),
    ("delete_item", {"Attributes": KEY}),
    ("query", {"Items": ITEMS, "Count": 3, "ScannedCount": 7, "LastEvaluatedKey": KEY}),
    ("scan", {"Items": [], "Count": 0, "ScannedCount": 0}),
    ("batch_write_item", {"UnprocessedItems": {"t": [{"PutRequest": {"Item": ITEM}},
                                                     {"DeleteRequest": {"Key": KEY}}]},
                          "ItemCollectionMetrics": {"t": [{"ItemCollectionKey": {"PK": "a"}}]}}),
    ("transact_write_items", {"ItemCollectionMetrics": {"t": [{"ItemCollectionKey": {"PK": "a"}}]},
                              "ConsumedCapacity": [{"TableName": "t", "CapacityUnits": 2,
                                                    "WriteCapacityUnits": 2}]}),
    ("transact_get_items", {"Responses": [{"Item": ITEM}, {}, {"Item": KEY}]}),
    ("execute_statement", {"Items": ITEMS, "NextToken": "n", "LastEvaluatedKey": KEY,
                           "ConsumedCapacity": {"TableName": "t", "CapacityUnits": 0.5}}),
    ("execute_statement", {"Items": []}),
    ("batch_execute_statement", {"Responses": [
        {"TableName": "t", "Item": ITEM}, {"TableName": "t"},
        {"TableName": "t", "Error": {"Code": "ConditionalCheckFailed", "Message": "m", "Item": ITEM}}],
        "ConsumedCapacity": [{"TableName": "t", "CapacityUnits": 2}]}),
    ("execute_transaction", {"Responses": [{"Item": ITEM}, {}]}),
    ("update_time_to_live", {"TimeToLiveSpecification": {"Enabled": True, "AttributeName": "a"}}),
    ("describe_endpoints", {"Endpoints": [{"Address": "a", "CachePeriodInMinutes": 1}]}),
    ("list_streams", {"Streams": [{"StreamArn": "arn:s", "TableName": "t", "StreamLabel": "l"}]}),
    ("describe_stream", {"StreamDescription": {
        "StreamArn": "arn:s", "Shards": [{"ShardId": "a", "SequenceNumberRange": {
            "StartingSequenceNumber": "1"}}], "LastEvaluatedShardId": "a"}}),
    ("get_records", {"NextShardIterator": "j", "Records": [
        {"eventID": "1", "eventName": "MODIFY", "dynamodb": {
            "Keys": KEY, "OldImage": ITEM, "NewImage": KEY, "SizeBytes": 7}},
        {"eventID": "2", "eventName": "REMOVE", "dynamodb": {"Keys": KEY}, "userIdentity": {
            "Type": "Service", "PrincipalId": "dynamodb.amazonaws.com"}}]}),
    ("batch_get_item", {"Responses": {"t": ITEMS, "u": []},
                        "UnprocessedKeys": {"u": {"Keys": [KEY], "ConsistentRead": True}}}),
]


def model_of(op):
    return oracle.model_of(op, "dynamodb", "dynamodbstreams")


@pytest.fixture(scope="module", name="ask")
def exactly(tool):
    """Asks the plugin; numbers come as they stand."""
    return functools.partial(tool, parse_float=Decimal)


def walk(shape, value, attribute):
    """`value` with attribute(...) in the place of each AttributeValue of the shape."""
    if shape.name == "AttributeValue":
        return attribute(value)
    if shape.type_name == "structure":
        return {k: walk(shape.members[k], v, attribute) for k, v in value.items()}
    if shape.type_name == "map":
        return {k: walk(shape.value, v, attribute) for k, v in value.items()}
    if shape.type_name == "list":
        return [walk(shape.member, v, attribute) for v in value]
    return value


def plain_number(value):
    if value == int(value) and abs(value) < 2**63:
        return int(value)
    real = float(value)
    return real if Decimal(repr(real)) == value else tagged("number", str(value))


def plain_set(value):
    first = next(iter(value))
    if isinstance(first, str):
        return tagged("string_set", list(value))
    kind = "binary_set" if isinstance(first, (bytes, Binary)) else "number_set"
    return tagged(kind, [plain(member) for member in value])


def plain(value):
    """The value as the core hands it to build(): plain JSON and tagged values."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, (int, Decimal)):
        return plain_number(value)
    if isinstance(value, (bytes, Binary)):
        return tagged("binary", base64.b64encode(bytes(value)).decode())
    if isinstance(value, set):
        return plain_set(value)
    if isinstance(value, list):
        return [plain(member) for member in value]
    return guarded({k: plain(v) for k, v in value.items()})


def guarded(mapping):
    return tagged("map", mapping) if "$slrun" in mapping else mapping


def guard_items(shape, value):
    """Items and keys are maps themselves: one with the key "$slrun" is tagged."""
    if shape.name == "AttributeValue":
        return value
    if shape.type_name == "map" and shape.value.name == "AttributeValue":
        return guarded(value)
    if shape.type_name == "structure":
        return {k: guard_items(shape.members[k], v) for k, v in value.items()}
    if shape.type_name == "map":
        return {k: guard_items(shape.value, v) for k, v in value.items()}
    if shape.type_name == "list":
        return [guard_items(shape.member, v) for v in value]
    return value


def plain_tree(shape, value):
    return guard_items(shape, walk(shape, value, plain))


def ids(rows):
    return [f"{op}-{i}" for i, (op, _) in enumerate(rows)]


def test_every_operation_has_a_case():
    assert {op for op, _ in CASES} == set(oracle.operations())


@pytest.mark.parametrize("op, values", CASES, ids=ids(CASES))
def test_build(ask, op, values):
    model = model_of(op)
    wire = walk(model.input_shape, values, TypeSerializer().serialize)
    serializer = botocore.serialize.create_serializer("json", include_validation=False)
    theirs = serializer.serialize_to_request(wire, model)
    ours = ask({"op": op, "args": plain_tree(model.input_shape, values)})
    assert "error" not in ours
    assert ours["method"] == theirs["method"]
    assert ours["target"] == theirs["url_path"]
    assert ours["headers"] == dict(theirs["headers"])
    assert ours["body"] == json.dumps(json.loads(theirs["body"]), sort_keys=True,
                                      separators=(",", ":"), ensure_ascii=False)


@pytest.mark.parametrize("op, values", RESULTS, ids=ids(RESULTS))
def test_parse(ask, op, values):
    shape = model_of(op).output_shape
    wire = walk(shape, values, TypeSerializer().serialize)
    # Binary values become base64 as in an answer; botocore's serializer does that for requests.
    body = json.dumps(wire, default=lambda raw: base64.b64encode(bytes(raw)).decode())
    parser = botocore.parsers.create_parser("json")
    theirs = parser.parse({"status_code": 200, "headers": {}, "body": body.encode()}, shape)
    del theirs["ResponseMetadata"]
    theirs = walk(shape, theirs, TypeDeserializer().deserialize)
    ours = ask({"op": op, "status": 200, "body": body})
    assert "error" not in ours
    assert normal(ours["result"]) == normal(plain_tree(shape, theirs))


def normal(value):
    """Sets lose their order when boto3 reads them, and floats are compared as decimals."""
    if isinstance(value, dict):
        if value.get("$slrun", "").__class__ is str and value.get("$slrun", "").endswith("_set"):
            return tagged(value["$slrun"], sorted(map(repr, map(normal, value["value"]))))
        return {k: normal(v) for k, v in value.items()}
    if isinstance(value, list):
        return [normal(member) for member in value]
    return Decimal(repr(value)) if isinstance(value, float) else value


def test_error(ask):
    body = json.dumps({"__type": "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
                       "message": "The conditional request failed", "Item": {"n": {"N": "1"}}})
    parser = botocore.parsers.create_parser("json")
    theirs = parser.parse({"status_code": 400, "headers": {}, "body": body.encode()},
                          model_of("put_item").output_shape)["Error"]
    ours = ask({"op": "put_item", "status": 400, "body": body})["error"]
    assert (ours["code"], ours["message"]) == (theirs["Code"], theirs["Message"])
    assert ours["detail"]["Item"] == {"n": 1}


def test_cancellation_reasons(ask):
    body = json.dumps({"__type": "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
                       "Message": "Transaction cancelled", "CancellationReasons": [
                           {"Code": "None"},
                           {"Code": "ConditionalCheckFailed", "Message": "The conditional request failed",
                            "Item": {"n": {"N": "1"}}}]})
    ours = ask({"op": "transact_write_items", "status": 400, "body": body})["error"]
    assert (ours["code"], ours["message"]) == ("TransactionCanceledException", "Transaction cancelled")
    assert ours["detail"]["CancellationReasons"] == [
        {"Code": "None"}, {"Code": "ConditionalCheckFailed", "Message": "The conditional request failed",
                           "Item": {"n": 1}}]
