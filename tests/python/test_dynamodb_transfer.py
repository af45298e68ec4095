# SPDX-License-Identifier: Apache-2.0
"""boto3 on DynamoDB's exports to S3 and imports from it, in the formats of the Developer Guide ("DynamoDB table export
output format", "S3 import formats"). Endpoint, region and keys come from the environment alone (with_local.py)."""
import base64
import gzip
import hashlib
import json
import os
import time
import urllib.request
import uuid
from datetime import datetime, timedelta, timezone

import boto3
import pytest
from botocore.exceptions import ClientError

KEYS = {"AttributeDefinitions": [{"AttributeName": "p", "AttributeType": "S"}, {"AttributeName": "n", "AttributeType": "N"}],
        "KeySchema": [{"AttributeName": "p", "KeyType": "HASH"}, {"AttributeName": "n", "KeyType": "RANGE"}],
        "BillingMode": "PAY_PER_REQUEST"}
BY_KIND = {"GlobalSecondaryIndexes": [{"IndexName": "by-kind", "KeySchema": [{"AttributeName": "kind", "KeyType": "HASH"}],
                                       "Projection": {"ProjectionType": "ALL"}}]}
ITEMS = [{"p": {"S": "a"}, "n": {"N": "1"}, "some": {"M": {"l": {"L": [{"NULL": True}, {"BOOL": False}]}}}},
         {"p": {"S": "a"}, "n": {"N": "2.5"}, "b": {"B": b"\x00\xff"}, "s": {"SS": ["x", "y"]}},
         {"p": {"S": "ü\"\n"}, "n": {"N": "-1"}}]


@pytest.fixture(name="dynamodb")
def connect():
    return boto3.client("dynamodb")


@pytest.fixture(name="s3")
def connect_s3():
    return boto3.client("s3")


@pytest.fixture(name="name")
def make_name():
    return f"moved-{uuid.uuid4().hex[:12]}"


@pytest.fixture(name="bucket")
def make_bucket(s3, name):
    s3.create_bucket(Bucket=name)
    yield name
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=name):
        for one in page.get("Contents", []):
            s3.delete_object(Bucket=name, Key=one["Key"])
    s3.delete_bucket(Bucket=name)


@pytest.fixture(name="table")
def make_table(dynamodb, name):
    arn = dynamodb.create_table(TableName=name, **KEYS)["TableDescription"]["TableArn"]
    dynamodb.get_waiter("table_exists").wait(TableName=name, WaiterConfig={"Delay": 1})
    dynamodb.update_continuous_backups(TableName=name, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True})
    yield arn
    dynamodb.delete_table(TableName=name)


def error_of(call, **arguments):
    with pytest.raises(ClientError) as error:
        call(**arguments)
    return error.value.response["Error"]


def ended(describe):
    while (told := describe())["Status"] == "IN_PROGRESS":
        time.sleep(0.05)
    return told


def exported(dynamodb, **arguments):
    begun = dynamodb.export_table_to_point_in_time(**arguments)["ExportDescription"]
    assert begun["ExportStatus"] == "IN_PROGRESS"

    def describe():
        told = dynamodb.describe_export(ExportArn=begun["ExportArn"])["ExportDescription"]
        return {**told, "Status": told["ExportStatus"]}
    return ended(describe)


def imported(dynamodb, name, bucket, *, keys=KEYS, table=None, **arguments):
    begun = dynamodb.import_table(**{
        "S3BucketSource": {"S3Bucket": bucket}, "InputFormat": "DYNAMODB_JSON",
        "TableCreationParameters": {"TableName": table or name + "-in", **keys}, **arguments})["ImportTableDescription"]
    assert begun["ImportStatus"] == "IN_PROGRESS"

    def describe():
        told = dynamodb.describe_import(ImportArn=begun["ImportArn"])["ImportTableDescription"]
        return {**told, "Status": told["ImportStatus"]}
    return ended(describe)


def items_of(dynamodb, table):
    found = dynamodb.scan(TableName=table)["Items"]
    return sorted(found, key=lambda item: (item["p"]["S"], float(item["n"]["N"])))


def read(s3, bucket, key):
    return s3.get_object(Bucket=bucket, Key=key)["Body"].read()


def lines(s3, bucket, key):
    return [json.loads(line) for line in read(s3, bucket, key).decode().splitlines()]


def data_of(s3, bucket, manifest_key):
    summary = json.loads(read(s3, bucket, manifest_key))
    found = []
    for file in lines(s3, bucket, summary["manifestFilesS3Key"]):
        packed = read(s3, bucket, file["dataFileS3Key"])
        assert file["md5Checksum"] == base64.b64encode(hashlib.md5(packed).digest()).decode()
        assert file["etag"] == hashlib.md5(packed).hexdigest()
        rows = [json.loads(line) for line in gzip.decompress(packed).decode().splitlines()]
        assert file["itemCount"] == len(rows)
        found += rows
    return summary, found


def test_an_export_is_as_its_manifests_say(dynamodb, s3, bucket, table, name):
    for item in ITEMS:
        dynamodb.put_item(TableName=name, Item=item)
    told = exported(dynamodb, TableArn=table, S3Bucket=bucket, S3Prefix="of/today")
    assert (told["ExportStatus"], told["ItemCount"], told["ExportFormat"], told["ExportType"]) == (
        "COMPLETED", 3, "DYNAMODB_JSON", "FULL_EXPORT")
    root = "of/today/AWSDynamoDB/" + told["ExportArn"].rsplit("/", 1)[1] + "/"
    assert told["ExportManifest"] == root + "manifest-summary.json"
    keys = {one["Key"][len(root):] for one in s3.list_objects_v2(Bucket=bucket, Prefix=root)["Contents"]}
    assert {key for key in keys if not key.startswith("data/")} == {
        "_started", "manifest-files.json", "manifest-files.md5", "manifest-summary.json", "manifest-summary.md5"}
    summary, rows = data_of(s3, bucket, told["ExportManifest"])
    assert summary["version"] == "2020-06-30" and summary["itemCount"] == 3 and summary["exportArn"] == told["ExportArn"]
    assert summary["s3Prefix"] == "of/today" and summary["s3SseKmsKeyId"] is None and summary["startTime"].endswith("Z")
    plain = json.loads(json.dumps(ITEMS, default=lambda data: base64.b64encode(data).decode()))
    assert sorted((row["Item"] for row in rows), key=lambda item: float(item["n"]["N"])) == [plain[2], plain[0], plain[1]]
    whole = read(s3, bucket, told["ExportManifest"])
    assert read(s3, bucket, root + "manifest-summary.md5") == base64.b64encode(hashlib.md5(whole).digest())
    assert {"ExportArn": told["ExportArn"], "ExportStatus": "COMPLETED", "ExportType": "FULL_EXPORT"} in dynamodb.list_exports(
        TableArn=table)["ExportSummaries"]


def test_what_was_exported_can_be_imported(dynamodb, s3, bucket, table, name):
    for item in ITEMS:
        dynamodb.put_item(TableName=name, Item=item)
    manifest = exported(dynamodb, TableArn=table, S3Bucket=bucket)["ExportManifest"]
    prefix = manifest.replace("manifest-summary.json", "data/")
    told = imported(dynamodb, name, bucket, S3BucketSource={"S3Bucket": bucket, "S3KeyPrefix": prefix}, InputCompressionType="GZIP")
    assert (told["ImportStatus"], told["ImportedItemCount"], told["ErrorCount"]) == ("COMPLETED", 3, 0)
    assert items_of(dynamodb, name + "-in") == items_of(dynamodb, name)
    dynamodb.delete_table(TableName=name + "-in")
    assert told["ImportArn"] in [one["ImportArn"] for one in dynamodb.list_imports()["ImportSummaryList"]]


def test_an_export_of_an_earlier_moment(dynamodb, s3, bucket, table, name):
    dynamodb.put_item(TableName=name, Item=ITEMS[0])
    time.sleep(1.1)
    then = datetime.fromtimestamp(clock(), timezone.utc)  # the local clock, which another test moves
    time.sleep(1.1)
    dynamodb.delete_item(TableName=name, Key={"p": ITEMS[0]["p"], "n": ITEMS[0]["n"]})
    dynamodb.put_item(TableName=name, Item=ITEMS[2])
    told = exported(dynamodb, TableArn=table, S3Bucket=bucket, ExportTime=then)
    assert [row["Item"]["p"]["S"] for row in data_of(s3, bucket, told["ExportManifest"])[1]] == ["a"]
    assert len(dynamodb.scan(TableName=name)["Items"]) == 1
    early = error_of(dynamodb.export_table_to_point_in_time, TableArn=table, S3Bucket=bucket, ExportTime=then - timedelta(days=1))
    assert early["Code"] == "InvalidExportTimeException"


def clock(advance=None):
    data = json.dumps({"advance": advance}).encode() if advance else None
    with urllib.request.urlopen(os.environ["AWS_ENDPOINT_URL"] + "/_slrun/clock", data) as answer:
        answer.read()
    with urllib.request.urlopen(os.environ["AWS_ENDPOINT_URL"] + "/_slrun/clock") as answer:
        return json.load(answer)["now_ms"] / 1000


def test_an_incremental_export(dynamodb, s3, bucket, table, name):
    def put(key, value):
        dynamodb.put_item(TableName=name, Item={"p": {"S": key}, "n": {"N": "1"}, "v": {"N": str(value)}})
    put("a", 1), put("b", 1), put("same", 1)
    start = clock("10m")
    clock("20m")
    put("a", 2), put("a", 3), put("c", 1)
    dynamodb.delete_item(TableName=name, Key={"p": {"S": "b"}, "n": {"N": "1"}})
    end = clock("1m")
    clock("1m")
    put("c", 2), put("later", 1)
    span = {"ExportFromTime": start, "ExportToTime": end}
    ask = {"TableArn": table, "S3Bucket": bucket, "ExportType": "INCREMENTAL_EXPORT"}
    told = exported(dynamodb, **ask, IncrementalExportSpecification=span)
    summary, rows = data_of(s3, bucket, told["ExportManifest"])
    assert (summary["version"], summary["exportType"], summary["outputView"]) == (
        "2023-08-01", "INCREMENTAL_EXPORT", "NEW_AND_OLD_IMAGES")
    assert "exportTime" not in summary and summary["exportFromTime"] < summary["exportToTime"]
    changes = {row["Keys"]["p"]["S"]: tuple(row.get(image, {}).get("v", {}).get("N") for image in ("OldImage", "NewImage"))
               for row in rows}
    assert changes == {"a": ("1", "3"), "b": ("1", None), "c": (None, "1")}
    for row in rows:
        assert start < int(row["Metadata"]["WriteTimestampMicros"]["N"]) / 1e6 < end
    told = exported(dynamodb, **ask, IncrementalExportSpecification={**span, "ExportViewType": "NEW_IMAGE"})
    assert not any("OldImage" in row for row in data_of(s3, bucket, told["ExportManifest"])[1])
    short = error_of(dynamodb.export_table_to_point_in_time, **ask, IncrementalExportSpecification={
        "ExportFromTime": end - 60, "ExportToTime": end})
    assert short["Code"] == "ValidationException"


def test_an_export_of_an_empty_table_has_an_empty_file(dynamodb, s3, bucket, table):
    told = exported(dynamodb, TableArn=table, S3Bucket=bucket)
    assert (told["ItemCount"], told["BilledSizeBytes"]) == (0, 0)
    files = lines(s3, bucket, json.loads(read(s3, bucket, told["ExportManifest"]))["manifestFilesS3Key"])
    assert [file["itemCount"] for file in files] == [0]
    assert gzip.decompress(read(s3, bucket, files[0]["dataFileS3Key"])) == b""


def test_large_tables_have_several_files(dynamodb, s3, bucket, table, name):
    for n in range(30):
        dynamodb.put_item(TableName=name, Item={"p": {"S": "a"}, "n": {"N": str(n)}, "x": {"S": "x" * 390_000}})
    told = exported(dynamodb, TableArn=table, S3Bucket=bucket)
    summary, rows = data_of(s3, bucket, told["ExportManifest"])
    assert len(lines(s3, bucket, summary["manifestFilesS3Key"])) == 2
    assert sorted(int(row["Item"]["n"]["N"]) for row in rows) == list(range(30))
    prefix = told["ExportManifest"].replace("manifest-summary.json", "data/")
    for one in s3.list_objects_v2(Bucket=bucket, Prefix=prefix)["Contents"]:  # and more than one piece when it is read
        s3.put_object(Bucket=bucket, Key=one["Key"] + ".plain", Body=gzip.decompress(read(s3, bucket, one["Key"])))
        s3.delete_object(Bucket=bucket, Key=one["Key"])
    told = imported(dynamodb, name, bucket, S3BucketSource={"S3Bucket": bucket, "S3KeyPrefix": prefix})
    assert (told["ImportStatus"], told["ImportedItemCount"]) == ("COMPLETED", 30)
    dynamodb.delete_table(TableName=name + "-in")


def test_exports_that_cannot_be(dynamodb, bucket, table, name):
    missing = table + "-missing"
    error = error_of(dynamodb.export_table_to_point_in_time, TableArn=missing, S3Bucket=bucket)
    assert (error["Code"], error["Message"]) == ("TableNotFoundException", f"Table not found: {missing}")
    failed = exported(dynamodb, TableArn=table, S3Bucket=bucket + "-missing")
    assert (failed["ExportStatus"], failed["FailureCode"]) == ("FAILED", "S3NoSuchBucket")
    assert "The specified bucket does not exist" in failed["FailureMessage"]
    error = error_of(dynamodb.export_table_to_point_in_time, TableArn=table, S3Bucket=bucket, ExportFormat="ION")
    assert error["Code"] == "ValidationException" and "ION" in error["Message"]
    error = error_of(dynamodb.describe_export, ExportArn=table + "/export/01234567890123-a1b2c3d4")
    assert error["Code"] == "ExportNotFoundException"
    dynamodb.update_continuous_backups(TableName=name, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": False})
    error = error_of(dynamodb.export_table_to_point_in_time, TableArn=table, S3Bucket=bucket)
    assert (error["Code"], error["Message"]) == ("PointInTimeRecoveryUnavailableException",
                                                f"Point in time recovery is not enabled for table '{name}'")


def test_a_client_token_stands_for_one_export(dynamodb, bucket, table):
    same = {"TableArn": table, "S3Bucket": bucket, "ClientToken": table.rsplit("/", 1)[1]}
    arns = {exported(dynamodb, **same)["ExportArn"]}
    arns.add(dynamodb.export_table_to_point_in_time(**same)["ExportDescription"]["ExportArn"])
    assert len(arns) == 1
    error = error_of(dynamodb.export_table_to_point_in_time, **{**same, "S3Prefix": "other"})
    assert error["Code"] == "ExportConflictException"


def test_lists_have_pages(dynamodb, bucket, table):
    arns = [exported(dynamodb, TableArn=table, S3Bucket=bucket)["ExportArn"] for _ in range(3)]
    pages = [page["ExportSummaries"] for page in dynamodb.get_paginator("list_exports").paginate(
        TableArn=table, MaxResults=2)] if dynamodb.can_paginate("list_exports") else None
    if pages is None:
        first = dynamodb.list_exports(TableArn=table, MaxResults=2)
        pages = [first["ExportSummaries"], dynamodb.list_exports(
            TableArn=table, MaxResults=2, NextToken=first["NextToken"])["ExportSummaries"]]
    assert [len(page) for page in pages] == [2, 1]
    assert sorted(one["ExportArn"] for page in pages for one in page) == sorted(arns)


def test_csv_has_strings_but_for_keys(dynamodb, s3, bucket, name):
    s3.put_object(Bucket=bucket, Key="one.csv", Body=b'p,n,kind,"some, text"\na,1,k,"with ""quotes"", and\nlines"\r\nb,2.50,k,7\n')
    keys = {**KEYS, **BY_KIND, "AttributeDefinitions": KEYS["AttributeDefinitions"] + [{"AttributeName": "kind", "AttributeType": "S"}]}
    told = imported(dynamodb, name, bucket, keys=keys, InputFormat="CSV")
    assert (told["ImportStatus"], told["ProcessedItemCount"]) == ("COMPLETED", 2)
    assert items_of(dynamodb, name + "-in") == [
        {"p": {"S": "a"}, "n": {"N": "1"}, "kind": {"S": "k"}, "some, text": {"S": 'with "quotes", and\nlines'}},
        {"p": {"S": "b"}, "n": {"N": "2.5"}, "kind": {"S": "k"}, "some, text": {"S": "7"}}]
    by_kind = dynamodb.query(TableName=name + "-in", IndexName="by-kind", KeyConditionExpression="kind = :k",
                             ExpressionAttributeValues={":k": {"S": "k"}})
    assert by_kind["Count"] == 2
    dynamodb.delete_table(TableName=name + "-in")


def test_csv_with_a_header_of_its_own(dynamodb, s3, bucket, name):
    s3.put_object(Bucket=bucket, Key="one", Body=b"a;1;x\nb;2;\nc;not a number;z\nd;4\ne;5;last")
    told = imported(dynamodb, name, bucket, InputFormat="CSV",
                    InputFormatOptions={"Csv": {"Delimiter": ";", "HeaderList": ["p", "n", "x"]}})
    assert (told["ImportStatus"], told["FailureCode"]) == ("FAILED", "ItemValidationError")
    assert (told["ProcessedItemCount"], told["ImportedItemCount"], told["ErrorCount"]) == (5, 3, 2)
    assert [item["x"]["S"] for item in items_of(dynamodb, name + "-in")] == ["x", "", "last"]
    dynamodb.delete_table(TableName=name + "-in")


def test_csv_rows_that_are_none_are_passed_over(dynamodb, s3, bucket, name):
    s3.put_object(Bucket=bucket, Key="one", Body=b'a;1;x\nb;2;\xff\nc;3;"y"z\nd;4;"does not end\ne;5;w')
    told = imported(dynamodb, name, bucket, InputFormat="CSV",
                    InputFormatOptions={"Csv": {"Delimiter": ";", "HeaderList": ["p", "n", "x"]}})
    assert (told["ProcessedItemCount"], told["ImportedItemCount"], told["ErrorCount"]) == (4, 2, 2)
    assert [item["x"]["S"] for item in items_of(dynamodb, name + "-in")] == ["x", "yz"]
    dynamodb.delete_table(TableName=name + "-in")


def test_imports_read_what_is_json_and_count_the_rest(dynamodb, s3, bucket, name):
    good = [json.dumps({"Item": {"p": {"S": f"i{n}"}, "n": {"N": "1"}}}) for n in range(4)]
    s3.put_object(Bucket=bucket, Key="in/one", Body=(good[0] + "\n" + good[1] + good[2] + "\n").encode())
    s3.put_object(Bucket=bucket, Key="in/two", Body=('{"p": {"S": "no Item"}}\nno JSON\n{"Item": {"p": {"S": "no n"}}}\n' + good[3]).encode())
    s3.put_object(Bucket=bucket, Key="in/three", Body=b"")
    s3.put_object(Bucket=bucket, Key="out", Body=b'{"Item": {"p": {"S": "elsewhere"}, "n": {"N": "1"}}}')
    told = imported(dynamodb, name, bucket, S3BucketSource={"S3Bucket": bucket, "S3KeyPrefix": "in/"})
    assert (told["ImportStatus"], told["ImportedItemCount"], told["ErrorCount"]) == ("FAILED", 4, 3)
    assert [item["p"]["S"] for item in items_of(dynamodb, name + "-in")] == ["i0", "i1", "i2", "i3"]
    dynamodb.delete_table(TableName=name + "-in")
    s3.put_object(Bucket=bucket, Key="zip", Body=b"this is not packed")
    told = imported(dynamodb, name, bucket, S3BucketSource={"S3Bucket": bucket, "S3KeyPrefix": "zip"}, InputCompressionType="GZIP")
    assert (told["ImportStatus"], told["ErrorCount"]) == ("FAILED", 1)
    dynamodb.delete_table(TableName=name + "-in")


def test_imports_that_cannot_be(dynamodb, bucket, table, name):
    told = imported(dynamodb, name, bucket + "-missing")
    assert (told["ImportStatus"], told["FailureCode"]) == ("FAILED", "S3NoSuchBucket")
    assert name + "-in" not in dynamodb.list_tables()["TableNames"]
    with pytest.raises(dynamodb.exceptions.ResourceInUseException):
        imported(dynamodb, name, bucket, table=name)
    for arguments in ({"InputFormat": "ION"}, {"InputCompressionType": "ZSTD"}):
        with pytest.raises(ClientError) as error:
            imported(dynamodb, name, bucket, **arguments)
        assert error.value.response["Error"]["Code"] == "ValidationException"
        assert next(iter(arguments.values())) in error.value.response["Error"]["Message"]
    error = error_of(dynamodb.describe_import, ImportArn=table + "/import/01234567890123-a1b2c3d4")
    assert error["Code"] == "ImportNotFoundException"


def test_what_the_local_cloud_does_not_have_is_named(dynamodb):
    error = error_of(dynamodb.list_global_tables)
    assert error["Code"] == "UnknownOperationException" and "ListGlobalTables" in error["Message"]
