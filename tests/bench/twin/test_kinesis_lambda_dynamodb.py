# SPDX-License-Identifier: Apache-2.0
"""Records of a stream are stored in a table by a function that takes them in batches."""
import json

import pytest

import events
from conftest import all_items
from waiting import eventually, received, stays

MAXIMUM = 100  # records that the function takes at once: BatchSize in the template


@pytest.fixture(scope="module")
def stack(outputs_of):
    return outputs_of("kinesis-lambda-dynamodb")


@pytest.fixture(scope="module")
def table(dynamodb, stack):
    return dynamodb.Table(stack["TableName"])


@pytest.fixture(scope="module")
def arrivals(dynamodb, stack):
    return dynamodb.Table(stack["ArrivalsTableName"])


@pytest.fixture
def batch(table, unique, owns):
    """The id of a batch; its items go at the end."""
    owns(table, "PK", unique)
    return unique


@pytest.fixture
def stored(table, batch):
    return lambda: all_items(table, "PK", batch)


@pytest.fixture
def put(kinesis, stack, batch):
    """Puts one record on the stream, on the shard of the batch unless told otherwise."""
    def call(data, key=batch, **more):
        data = data if isinstance(data, str) else json.dumps(data)
        return kinesis.put_record(StreamName=stack["StreamName"], PartitionKey=key, Data=data, **more)["SequenceNumber"]
    return call


def reading(batch, number, value=None):
    return {"batch": batch, "id": f"r{number:03}", "value": number if value is None else value}


def readings(batch, size):
    return [reading(batch, i) for i in range(1, size + 1)]


@pytest.mark.parametrize("size", [1, 20, MAXIMUM])
def test_function_stores(size, batch, invoke, stack, stored):
    """the function stores each record of an event"""
    answer, _ = invoke(stack["FunctionName"], events.kinesis(*readings(batch, size)))
    assert answer == {"stored": size}
    found = stored()
    assert len(found) == size
    assert (found[0]["PK"], found[0]["SK"], found[0]["value"]) == (batch, "r001", 1)


@pytest.mark.parametrize("record, error", [
    pytest.param("21 degrees", "JSONDecodeError", id="text"),
    pytest.param({"batch": "b", "value": 21}, "KeyError", id="without an id"),
    pytest.param('["b","r001",21]', "TypeError", id="a list"),
])
def test_function_refuses(record, error, batch, invoke, stack, stored):
    """the function refuses an event with a record that it cannot read, and stores nothing of it"""
    event = events.kinesis(reading(batch, 1), record, reading(batch, 3))
    answer, kind = invoke(stack["FunctionName"], event)
    assert kind == "Unhandled"
    assert answer["errorType"] == error
    assert stored() == []


@pytest.mark.parametrize("size", [1, 20, MAXIMUM, MAXIMUM + 1])
def test_batch_is_stored(size, batch, kinesis, stack, stored):
    """every record of a batch is stored"""
    answer = kinesis.put_records(StreamName=stack["StreamName"], Records=[
        {"Data": json.dumps(data), "PartitionKey": data["id"]} for data in readings(batch, size)])
    assert answer["FailedRecordCount"] == 0

    def check():
        expected = [(data["id"], data["value"]) for data in readings(batch, size)]
        assert [(item["SK"], item["value"]) for item in stored()] == expected
    eventually(check)


def test_order(batch, put, stored):
    """records of a shard are taken in their order: the newest value stays"""
    before = {}
    for value in range(1, 21):
        before = {"SequenceNumberForOrdering": put(reading(batch, 1, value), **before)}

    def check():
        assert [(item["SK"], item["value"]) for item in stored()] == [("r001", 20)]
    eventually(check)
    stays(check, 1)


def test_large(batch, put, stored):
    """a large record is stored whole"""
    put(reading(batch, 1, "x" * 300 * 1024))

    def check():
        found = stored()
        assert len(found) == 1
        assert len(found[0]["value"]) == 300 * 1024
    eventually(check)


@pytest.mark.parametrize("poison", [
    pytest.param("21 degrees", id="no JSON"),
    pytest.param({"batch": "big", "id": "r002", "value": "x" * 500 * 1024}, id="larger than an item"),
])
def test_poison(poison, batch, kinesis, sqs, stack, stored):
    """a record that cannot be stored is put aside alone: those around it are stored"""
    records = [{"Data": data if isinstance(data, str) else json.dumps(data), "PartitionKey": batch}  # they make one batch
               for data in (reading(batch, 1), poison, reading(batch, 3))]
    put = kinesis.put_records(StreamName=stack["StreamName"], Records=records)
    number = put["Records"][1]["SequenceNumber"]

    def is_it(body):
        return json.loads(body)["KinesisBatchInfo"]["startSequenceNumber"] == number
    told = json.loads(received(sqs, stack["LostQueueUrl"], is_it))
    assert told["requestContext"]["condition"] == "RetryAttemptsExhausted"
    assert told["KinesisBatchInfo"]["endSequenceNumber"] == number
    assert told["KinesisBatchInfo"]["batchSize"] == 1

    def check():
        assert [item["SK"] for item in stored()] == ["r001", "r003"]
    eventually(check)


@pytest.mark.parametrize("size", [1, 20])
def test_in_time(size, batch, arrivals, owns, put):
    """a record comes into the table within the time that is promised"""
    owns(arrivals, "PK", batch)
    for data in readings(batch, size):
        put({**data, "type": "TEST"}, key=data["id"])  # for the listener

    def check():
        noted = all_items(arrivals, "PK", batch)
        assert len(noted) == size
        return noted
    for arrival in eventually(check, within=10):
        assert arrival["arrived"] - arrival["sent"] <= 10, "seconds from stream to table"
