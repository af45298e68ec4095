# SPDX-License-Identifier: Apache-2.0
"""kinesis.so's requests, results and errors beside botocore's for the same values.

Values are drawn from botocore's model of each operation, always the same ones. The plugin gets them
as the core would hand them over, through the program that SLRUN_OP_TOOL names.
"""
import base64
import datetime
import functools
import json
import os
import subprocess

import botocore
import botocore.parsers
import botocore.serialize
import botocore.session
import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from test_dynamodb_client_botocore import same_shape, tagged

# The newest botocore whose model was compared member by member. A newer one may know members that
# the plugin does not have yet: then only what the plugin has is compared.
MODEL_SEEN = (1, 44, 5)
# These have members for queues and channels, which the plugin does not have.
PARTLY = {"create_stream", "describe_limits", "describe_stream_summary"}

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20)
SCALARS = {
    "string": TEXT,
    "blob": st.binary(max_size=40),
    "boolean": st.booleans(),
    "integer": st.integers(-2**31, 2**31 - 1),
    "long": st.integers(-2**53, 2**53),
    "timestamp": st.integers(0, 2**32),
}


@functools.lru_cache
def service():
    return botocore.session.get_session().get_service_model("kinesis")


@functools.lru_cache
def model_of(op):
    return service().operation_model(next(n for n in service().operation_names if botocore.xform_name(n) == op))


COMMAND = [os.environ["SLRUN_OP_TOOL"], os.environ["SLRUN_OP_PLUGIN"]]
OPERATIONS = json.loads(subprocess.run(COMMAND, input=b'{"list": true}\n', stdout=subprocess.PIPE, timeout=60,
                                       check=True).stdout)["ops"]


@pytest.fixture(scope="module", name="tool")
def start_tool():
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:

        def ask(line):
            process.stdin.write(json.dumps(line).encode() + b"\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield ask
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def values_of(shape):
    """A strategy for values as botocore takes them."""
    if shape.type_name == "structure":
        required = {name: values_of(shape.members[name]) for name in shape.required_members}
        optional = {name: values_of(member) for name, member in shape.members.items() if name not in required}
        return st.fixed_dictionaries(required, optional=optional)
    if shape.type_name == "list":
        return st.lists(values_of(shape.member), max_size=3)
    if shape.type_name == "map":
        return st.dictionaries(TEXT.filter(lambda key: key != "$slrun"), values_of(shape.value), max_size=3)
    return st.sampled_from(shape.enum) if getattr(shape, "enum", []) else SCALARS[shape.type_name]


def mapped(shape, value, blob):
    """The value with something else in the place of its bytes."""
    if shape.type_name == "structure":
        return {k: mapped(shape.members[k], v, blob) for k, v in value.items()}
    if shape.type_name == "list":
        return [mapped(shape.member, v, blob) for v in value]
    if shape.type_name == "map":
        return {k: mapped(shape.value, v, blob) for k, v in value.items()}
    return blob(value) if shape.type_name == "blob" else value


def base64_of(raw):
    return base64.b64encode(raw).decode()


def tagged_binary(raw):
    return tagged("binary", base64_of(raw))


def fixed(test):
    """The same values in every run."""
    relaxed = settings(max_examples=15, deadline=None, database=None, derandomize=False,
                       suppress_health_check=list(HealthCheck))
    return seed(20131202)(relaxed(given(data=st.data())(test)))


def plain_times(value):
    """What botocore reads as a moment becomes seconds again."""
    if isinstance(value, dict):
        return {k: plain_times(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain_times(v) for v in value]
    return value.timestamp() if isinstance(value, datetime.datetime) else value


def test_operations():
    assert len(OPERATIONS) == 35
    assert set(OPERATIONS) <= {botocore.xform_name(name) for name in service().operation_names}


@pytest.mark.parametrize("op", OPERATIONS)
@fixed
def test_build(tool, op, data):
    model = model_of(op)
    values = data.draw(values_of(model.input_shape)) if model.input_shape else {}
    if op == "list_shards" and "NextToken" in values:  # AWS refuses both; the plugin sends the token
        for name in ("StreamName", "ExclusiveStartShardId", "StreamCreationTimestamp", "ShardFilter"):
            values.pop(name, None)
    serializer = botocore.serialize.create_serializer("json", include_validation=False)
    theirs = serializer.serialize_to_request(values, model)
    ours = tool({"op": op, "args": mapped(model.input_shape, values, tagged_binary) if values else {}})
    assert "error" not in ours
    assert ours["method"] == theirs["method"]
    assert ours["target"] == theirs["url_path"]
    assert ours["headers"] == dict(theirs["headers"])
    assert json.loads(ours["body"]) == json.loads(theirs["body"])


@pytest.mark.parametrize("op", [op for op in OPERATIONS if model_of(op).output_shape])
@fixed
def test_parse(tool, op, data):
    shape = model_of(op).output_shape
    body = json.dumps(mapped(shape, data.draw(values_of(shape)), base64_of))
    parser = botocore.parsers.create_parser("json")
    theirs = parser.parse({"status_code": 200, "headers": {}, "body": body.encode()}, shape)
    del theirs["ResponseMetadata"]
    ours = tool({"op": op, "status": 200, "body": body})
    assert "error" not in ours
    assert ours["result"] == mapped(shape, plain_times(theirs), tagged_binary)


@pytest.mark.parametrize("op", OPERATIONS)
def test_errors(tool, op):
    parser = botocore.parsers.create_parser("json")
    for shape in model_of(op).error_shapes or []:
        body = json.dumps({"__type": f"com.amazonaws.kinesis.v20131202#{shape.name}", "message": f"of {op}: ü"})
        theirs = parser.parse({"status_code": 400, "headers": {}, "body": body.encode()},
                              model_of(op).output_shape)["Error"]
        ours = tool({"op": op, "status": 400, "body": body})["error"]
        assert (ours["code"], ours["message"]) == (theirs["Code"], theirs["Message"])


@pytest.mark.parametrize("op", OPERATIONS)
def test_shapes_are_those_of_the_model(tool, op):
    version = tuple(int(part) for part in botocore.__version__.split(".")[:3])
    shapes, model = tool({"shape": op}), model_of(op)
    for part, theirs in (("params", model.input_shape), ("result", model.output_shape)):
        if theirs is not None:
            same_shape(f"{part} {op}", shapes[part], theirs, version <= MODEL_SEEN and op not in PARTLY)
        else:
            assert shapes[part]["structure"] == {}
