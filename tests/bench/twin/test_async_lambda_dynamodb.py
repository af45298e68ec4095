# SPDX-License-Identifier: Apache-2.0
"""A text that is put into one bucket appears in capitals in another."""
import json

import pytest

import events
from conftest import all_items
from waiting import eventually, received, stays

TEXTS = pytest.mark.parametrize("key, text, capitals", [
    pytest.param("a.txt", "hello, world\n", "HELLO, WORLD\n", id="plain"),
    pytest.param("a.txt", "grüße aus łódź", "GRÜSSE AUS ŁÓDŹ", id="beyond ASCII"),
    pytest.param("a.txt", "", "", id="empty"),
    pytest.param("a.txt", "abcd" * 1310720, "ABCD" * 1310720, id="5 MB"),
    pytest.param("a b+c & ü.txt", "x", "X", id="a key with blanks and signs"),
])


@pytest.fixture(scope="module")
def stack(outputs_of):
    return outputs_of("async-lambda-dynamodb")


@pytest.fixture(scope="module")
def table(dynamodb, stack):
    return dynamodb.Table(stack["ResultsTableName"])


@pytest.fixture
def keys(s3):
    """The keys of a bucket under a prefix."""
    def under(bucket, prefix):
        pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
        return [found["Key"] for page in pages for found in page.get("Contents", [])]
    return under


@pytest.fixture
def folder(s3, keys, table, stack, unique, owns):
    """A folder of the test's own in both buckets; what is there goes at the end."""
    owns(table, "folder", unique)
    yield unique
    for bucket in (stack["SourceBucket"], stack["DestinationBucket"]):
        for key in keys(bucket, unique):
            s3.delete_object(Bucket=bucket, Key=key)


@pytest.fixture
def put(s3, stack, folder):
    return lambda name, body: s3.put_object(Bucket=stack["SourceBucket"], Key=f"{folder}/{name}", Body=body)


@pytest.fixture
def text_of(s3, stack, folder):
    def read(name):
        found = s3.get_object(Bucket=stack["DestinationBucket"], Key=f"{folder}/{name}")
        return found["Body"].read().decode()
    return read


@pytest.fixture
def results(table, folder):
    """What the listener has noted of the folder."""
    return lambda: all_items(table, "folder", folder)


@TEXTS
def test_function_writes_capitals(key, text, capitals, invoke, stack, folder, put, text_of):
    """the function writes a text in capitals"""
    put("unseen", text)  # no .txt: nobody is told
    _, kind = invoke(stack["FunctionName"], events.s3_put(stack["SourceBucket"], f"{folder}/unseen"))
    assert kind is None
    assert text_of("unseen") == capitals


@pytest.mark.parametrize("event_of, error", [
    pytest.param(lambda bucket, of: events.s3_put(bucket, f"{of}/none.txt"), "NoSuchKey", id="no object"),
    pytest.param(lambda bucket, of: events.s3_put(f"none-{of}", "a.txt"), "NoSuchBucket", id="no bucket"),
    pytest.param(lambda bucket, of: {"detail": {}}, "KeyError", id="no event of S3"),
])
def test_function_fails(event_of, error, invoke, stack, unique):
    """the function fails by the name of what is wrong"""
    answer, kind = invoke(stack["FunctionName"], event_of(stack["SourceBucket"], unique))
    assert kind == "Unhandled"
    assert answer["errorType"] == error


@TEXTS
def test_text_appears(key, text, capitals, put, results, text_of):
    """a text appears in capitals within the SLA"""
    put(key, text)

    def check():
        assert [(found["name"], found["size"]) for found in results()] == [(key, len(capitals.encode()))]
    eventually(check)
    assert text_of(key) == capitals


def test_no_text(put, results, keys, stack, folder):
    """what is no text by its name never appears"""
    put("a.bin", "hello")
    put("b.txt", "hello")

    def check():
        assert [found["name"] for found in results()] == ["b.txt"]
        assert keys(stack["DestinationBucket"], folder) == [f"{folder}/b.txt"]
    eventually(check)
    stays(check, 3)


def test_put_again(put, results, text_of):
    """a key that is put again appears again"""
    def appeared(times):
        def check():
            assert len(results()) == times
        eventually(check)

    put("a.txt", "first")
    appeared(1)
    put("a.txt", "second")
    appeared(2)
    assert text_of("a.txt") == "SECOND"


def test_not_utf8(put, s3, sqs, stack, folder, text_of):
    """a text that is not UTF-8 is told as a failure, and does not appear"""
    put("a.txt", b"gr\xfc\xdfe")
    told = json.loads(received(sqs, stack["FailuresQueueUrl"], lambda body: folder in body))
    assert told["requestContext"]["condition"] == "RetriesExhausted"
    assert told["requestContext"]["approximateInvokeCount"] == 1
    assert told["responsePayload"]["errorType"] == "UnicodeDecodeError"
    with pytest.raises(s3.exceptions.NoSuchKey):
        text_of("a.txt")
