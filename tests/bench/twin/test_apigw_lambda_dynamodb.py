# SPDX-License-Identifier: Apache-2.0
"""An API greets people by the names that a table has, and keeps what it said."""
import json
import re
from urllib.parse import quote

import pytest
from boto3.dynamodb.conditions import Key

import events


@pytest.fixture(scope="module")
def stack(outputs_of):
    return outputs_of("apigw-lambda-dynamodb")


@pytest.fixture(scope="module")
def table(dynamodb, stack):
    return dynamodb.Table(stack["TableName"])


@pytest.fixture
def person(table, unique, owns):
    """The id of a person without a name; all that is kept of it goes at the end."""
    owns(table, "PK", unique)
    return unique


@pytest.fixture
def named(table, person):
    """The id of a person with a name."""
    table.put_item(Item={"PK": person, "SK": "NAME#", "name": "Zoë"})
    return person


@pytest.fixture
def greet(invoke, stack):
    """Invokes the function with the event that the API would make."""
    def call(person):
        event = events.api("/hello/{id}", f"/hello/{person}", {"id": person})
        return invoke(stack["FunctionName"], event)[0]
    return call


@pytest.fixture
def ask(web, stack):
    return lambda person: web.get(f"{stack['Api']}/hello/{quote(person)}")


@pytest.fixture
def greetings(table):
    def query(person):
        found = table.query(KeyConditionExpression=Key("PK").eq(person) & Key("SK").begins_with("TS#"),
                            ConsistentRead=True)
        return found["Items"]
    return query


def test_function_greets(named, greet, greetings):
    """the function greets by name, and keeps the greeting"""
    answer = greet(named)
    assert answer["statusCode"] == 200
    assert json.loads(answer["body"]) == {"greeting": "Hello Zoë!"}
    [kept] = greetings(named)
    assert re.match(r"TS#\d{4}-\d\d-\d\dT", kept["SK"])
    assert kept["greeting"] == "Hello Zoë!"


def test_function_knows_nobody(person, greet, greetings):
    """the function knows nobody by an id without a name, and keeps nothing"""
    assert greet(person)["statusCode"] == 404
    assert greetings(person) == []


def test_api_greets(named, ask, greetings):
    """the API greets by name, and the greeting is kept"""
    answer = ask(named)
    assert answer.status_code == 200
    assert answer.json() == {"greeting": "Hello Zoë!"}
    assert [kept["greeting"] for kept in greetings(named)] == ["Hello Zoë!"]


def test_api_keeps_each_greeting(named, ask, greetings):
    """the API keeps a greeting for each time that it was asked"""
    for _ in range(3):
        ask(named)
    assert len(greetings(named)) == 3


def test_api_knows_an_id_with_a_blank(table, unique, owns, ask, greetings):
    """the API knows an id with a blank"""
    person = f"{unique} junior"
    owns(table, "PK", person)
    table.put_item(Item={"PK": person, "SK": "NAME#", "name": "Zoë"})
    assert ask(person).status_code == 200
    assert len(greetings(person)) == 1


def test_api_knows_nobody(person, ask, greetings):
    """the API knows nobody by an id without a name"""
    answer = ask(person)
    assert answer.status_code == 404
    assert answer.json() == {"error": "nobody has this id"}
    assert greetings(person) == []
