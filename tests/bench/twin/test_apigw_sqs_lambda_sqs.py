# SPDX-License-Identifier: Apache-2.0
"""Messages that an API takes are worked on between two queues."""
import json

import pytest

import events
from conftest import all_items
from waiting import eventually


@pytest.fixture(scope="module")
def stack(outputs_of):
    return outputs_of("apigw-sqs-lambda-sqs")


@pytest.fixture(scope="module")
def table(dynamodb, stack):
    return dynamodb.Table(stack["ResultsTableName"])


@pytest.fixture
def two(table, unique, owns):
    """Two ids; what the listener notes of them goes at the end."""
    ids = [f"{unique}-1", f"{unique}-2"]
    for each in ids:
        owns(table, "id", each)
    return ids


@pytest.fixture
def post(web, stack):
    return lambda body: web.post(f"{stack['ApiUrl']}/inbox", json=body)


@pytest.fixture
def noted(table):
    """What the listener has noted of an id."""
    return lambda of: all_items(table, "id", of)


def message(of, **data):
    """A message of the type TEST, which the listener notes under its id."""
    return {"data": {"type": "TEST", "id": of, **data}}


@pytest.mark.parametrize("body, error", [
    pytest.param("hello", "JSONDecodeError", id="no JSON"),
    pytest.param({"text": "hello"}, "KeyError", id="no data"),
    pytest.param({"data": {"id": "1"}}, "KeyError", id="no text"),
    pytest.param("[1]", "TypeError", id="a list"),
])
def test_function_refuses(body, error, invoke, stack):
    """the function refuses what is no message"""
    answer, kind = invoke(stack["ProcessFunctionName"], events.sqs(body))
    assert kind == "Unhandled"
    assert answer["errorType"] == error


def test_two_messages(two, post, noted):
    """two messages come out, told apart by their ids"""
    for of, text in zip(two, ["one", "one two"]):
        answer = post(message(of, text=text))
        assert answer.status_code == 202
        assert answer.json() == {"taken": True}

    def check():
        found = [noted(of) for of in two]
        assert [len(notes) for notes in found] == [1, 1]
        [first], [second] = found
        assert first["queue"] == "outbox"
        assert json.loads(first["body"])["data"] == {"type": "TEST", "id": two[0], "text": "one", "words": 1}
        assert json.loads(second["body"])["data"] == {"type": "TEST", "id": two[1], "text": "one two", "words": 2}
    eventually(check)


def test_dead_letter(two, post, noted):
    """a message without a text ends with the dead letters, and a right one beside it does not"""
    bad, good = two
    assert post(message(bad)).status_code == 202, "the queue takes what the function will refuse"
    assert post(message(good, text="one")).status_code == 202

    def check():
        assert [note["queue"] for note in noted(bad)] == ["dead"]
        assert [note["queue"] for note in noted(good)] == ["outbox"]
    eventually(check)


def test_too_large(unique, post):
    """a message that is larger than the queue takes is refused at once"""
    answer = post(message(unique, text="x" * 1_100_000))
    assert answer.status_code == 400
    assert answer.json() == {"taken": False}


def test_another_type_of_content(web, stack):
    """a message of another type of content is refused at once"""
    answer = web.post(f"{stack['ApiUrl']}/inbox", data="hello", headers={"Content-Type": "text/plain"})
    assert answer.status_code == 415
