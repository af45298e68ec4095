# SPDX-License-Identifier: Apache-2.0
"""apigateway.so's and apigatewayv2.so's requests and results beside botocore's for the same values.

SLRUN_API names the service model; SLRUN_OP_TOOL and SLRUN_OP_PLUGIN run the plugin.
"""
import datetime
import json
import os
import urllib.parse

import botocore.parsers
import botocore.serialize
import oracle
import pytest
from hypothesis import strategies as st
from oracle import base64_of, fixed, plain_times, start_tool, tagged

TEXT = st.text("abcXYZ019 -_./:$é", min_size=1, max_size=12)
SCALARS = {
    "string": TEXT,
    "blob": st.binary(min_size=1, max_size=40).map(lambda raw: raw.hex().encode()),
    "boolean": st.booleans(),
    "integer": st.integers(-2**31, 2**31 - 1),
    "long": st.integers(-2**53, 2**53),
    "double": st.integers(0, 1000).map(float),
    "timestamp": st.integers(0, 2**31),
}
LEFT_OUT = {"generateDistinctId"}


assert start_tool  # the fixture
SERVICE = os.environ["SLRUN_API"]
OPERATIONS = oracle.operations()


def model_of(op):
    return oracle.model_of(op, SERVICE)


def values_of(shape):
    if shape.type_name == "structure":
        members = {name: values_of(member) for name, member in shape.members.items() if name not in LEFT_OUT}
        required = {name: members.pop(name) for name in shape.required_members}
        return st.fixed_dictionaries(required, optional=members)
    if shape.type_name == "list":
        return st.lists(values_of(shape.member), max_size=3)
    if shape.type_name == "map":
        return st.dictionaries(TEXT, values_of(shape.value), max_size=3)
    return st.sampled_from(shape.enum) if getattr(shape, "enum", []) else SCALARS[shape.type_name]


def to_plugin(value):
    """Bytes as the core hands them over."""
    if isinstance(value, dict):
        return {k: to_plugin(v) for k, v in value.items()}
    return tagged("binary", base64_of(value)) if isinstance(value, bytes) else value


def query_of(parameters):
    """As pairs of text, sorted: the order says nothing."""
    pairs = []
    for name, value in parameters.items():
        for one in value if isinstance(value, list) else [value]:
            pairs.append((name, str(one).lower() if isinstance(one, bool) else str(one)))
    return sorted(pairs)


def test_operations():
    assert len(OPERATIONS) > 40
    assert set(OPERATIONS) <= {botocore.xform_name(name) for name in oracle.service(SERVICE).operation_names}


@pytest.mark.parametrize("op", OPERATIONS)
@fixed(20150709, 4)
def test_build(tool, op, data):
    model = model_of(op)
    values = data.draw(values_of(model.input_shape))
    serializer = botocore.serialize.create_serializer("rest-json", include_validation=False)
    theirs = serializer.serialize_to_request(values, model)
    ours = tool({"op": op, "args": to_plugin(values)})
    assert "error" not in ours
    assert ours["method"] == theirs["method"]
    path, _, query = ours["target"].partition("?")
    their_path, _, fixed_query = theirs["url_path"].partition("?")
    assert path == their_path
    assert sorted(urllib.parse.parse_qsl(query, keep_blank_values=True)) == sorted(
        query_of(theirs["query_string"]) + urllib.parse.parse_qsl(fixed_query))
    payload = model.input_shape.serialization.get("payload")
    if payload or not theirs["body"]:
        assert ours["body"] == theirs["body"].decode()
    else:
        assert json.loads(ours["body"]) == json.loads(theirs["body"])
        assert ours["headers"]["Content-Type"] == "application/json"


@pytest.mark.parametrize("op", [op for op in OPERATIONS if model_of(op).output_shape])
@fixed(20150709, 4)
def test_parse(tool, op, data):
    shape = model_of(op).output_shape
    values = data.draw(values_of(shape))
    # botocore has no writer of answers: an operation's output written as if it were its input
    body = json.dumps(wire(shape, values))
    parser = botocore.parsers.create_parser("rest-json")
    theirs = parser.parse({"status_code": 200, "headers": {}, "body": body.encode()}, shape)
    del theirs["ResponseMetadata"]
    ours = tool({"op": op, "status": 200, "body": body})
    assert "error" not in ours
    assert ours["result"] == plain_times(theirs)


def wire(shape, value):
    """The JSON that has this value, by the model."""
    if shape.type_name == "structure":
        return {shape.members[k].serialization.get("name", k): wire(shape.members[k], v) for k, v in value.items()}
    if shape.type_name == "list":
        return [wire(shape.member, v) for v in value]
    if shape.type_name == "map":
        return {k: wire(shape.value, v) for k, v in value.items()}
    if shape.type_name == "timestamp" and shape.serialization.get("timestampFormat") == "iso8601":
        return datetime.datetime.fromtimestamp(value, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value


def test_errors(tool):
    ours = tool({"op": OPERATIONS[0], "status": 409, "headers": {"x-amzn-errortype": "ConflictException"},
                 "body": '{"message": "ü"}'})
    assert (ours["error"]["code"], ours["error"]["message"]) == ("ConflictException", "ü")
