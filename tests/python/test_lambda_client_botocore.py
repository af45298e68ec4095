# SPDX-License-Identifier: Apache-2.0
"""lambda.so's requests, results and errors beside botocore's for the same values.

Values are drawn from botocore's model of each operation, always the same ones. The plugin gets them
as the core would hand them over, through the program that SLRUN_OP_TOOL names.
"""
import base64
import json
import urllib.parse

import botocore
import botocore.parsers
import botocore.serialize
import oracle
import pytest
from hypothesis import strategies as st
from oracle import KEEP, base64_of, fixed, mapped, plain_times, start_tool

assert start_tool  # the fixture
OPERATIONS = oracle.operations()
OURS = {"Directory"}  # members for the local cloud alone
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
HEADER = st.text("abcXYZ0189+/=_.-", min_size=1, max_size=20)
SCALARS = {"string": TEXT, "blob": st.binary(max_size=40), "boolean": st.booleans(),
           "integer": st.integers(-2**31, 2**31 - 1), "long": st.integers(-2**53, 2**53),
           "double": st.integers(-1000, 1000).map(lambda n: n / 8), "timestamp": st.integers(0, 2**32)}


def model_of(op):
    return oracle.model_of(op, "lambda")


def values_of(shape):
    """A strategy for values as botocore takes them."""
    if shape.type_name == "structure":
        required = {name: values_of(shape.members[name]) for name in shape.required_members}
        optional = {name: values_of(member) for name, member in shape.members.items() if name not in required}
        return st.fixed_dictionaries(required, optional=optional)
    if shape.type_name == "list":
        return st.lists(values_of(shape.member), max_size=2)
    if shape.type_name == "map":
        return st.dictionaries(TEXT.filter(lambda key: key != "$slrun"), values_of(shape.value), max_size=2)
    if getattr(shape, "enum", []):
        return st.sampled_from(shape.enum)
    return HEADER if shape.serialization.get("location") == "header" else SCALARS[shape.type_name]


def tagged(raw):
    return oracle.tagged("binary", base64_of(raw))


def with_bytes(shape, value, change):
    """The value with change(bytes) in the place of its bytes."""
    return mapped(shape, value, lambda part, inner: change(inner) if part.type_name == "blob" else KEEP)


def query_of(request):
    """The query as pairs, in no order."""
    path, _, fixed_query = request["url_path"].partition("?")
    pairs = urllib.parse.parse_qsl(fixed_query, keep_blank_values=True)
    for name, value in request["query_string"].items():
        pairs += [(name, str(v)) for v in (value if isinstance(value, list) else [value])]
    return path, sorted(pairs)


def test_operations():
    assert len(OPERATIONS) == 58
    assert set(OPERATIONS) <= {botocore.xform_name(name) for name in oracle.service("lambda").operation_names}


@pytest.mark.parametrize("op", OPERATIONS)
@fixed(20150331, 3)
def test_build(tool, op, data):
    model = model_of(op)
    values = data.draw(values_of(model.input_shape))
    serializer = botocore.serialize.create_serializer("rest-json", include_validation=False)
    theirs = serializer.serialize_to_request(values, model)
    ours = tool({"op": op, "args": with_bytes(model.input_shape, values, tagged), "bytes": True})
    assert "error" not in ours
    assert ours["method"] == theirs["method"]
    path, _, query = ours["target"].partition("?")
    assert (path, sorted(urllib.parse.parse_qsl(query, keep_blank_values=True))) == query_of(theirs)
    assert {k: v for k, v in ours["headers"].items() if k != "Content-Type"} == \
        {k: v for k, v in theirs["headers"].items() if k != "Content-Type"}
    body, wanted = base64.b64decode(ours["body"]), theirs["body"] or b""
    if op != "invoke" and wanted:
        assert json.loads(body) == json.loads(wanted)
    else:
        assert body == wanted


@pytest.mark.parametrize("op", [op for op in OPERATIONS if model_of(op).output_shape and op != "invoke"])
@fixed(20150331, 3)
def test_parse(tool, op, data):
    shape, status = model_of(op).output_shape, model_of(op).http.get("responseCode", 200)
    values = data.draw(values_of(shape))
    values.pop("StatusCode", None)
    body = json.dumps(with_bytes(shape, values, base64_of))
    parser = botocore.parsers.create_parser("rest-json")
    theirs = parser.parse({"status_code": status, "headers": {}, "body": body.encode()}, shape)
    del theirs["ResponseMetadata"]
    ours = tool({"op": op, "status": status, "body": body})
    assert "error" not in ours
    assert ours["result"] == with_bytes(shape, plain_times(theirs), tagged)


PAYLOADS = [b"", b"null", b"[]", b'{"a": [1, "\xc3\xbc"]}', b'"text"', b"no JSON", b"\0\xff"]


@pytest.mark.parametrize("body", PAYLOADS)
@pytest.mark.parametrize("headers", [
    {}, {"X-Amz-Function-Error": "Unhandled", "X-Amz-Executed-Version": "$LATEST"},
    {"X-Amz-Log-Result": base64.b64encode("START ü\n".encode()).decode(), "X-Amz-Executed-Version": "3"}])
def test_parse_invoke(tool, headers, body):
    """The payload, which botocore leaves as it came, is told as the JSON that it is, else as bytes; the log as text."""
    shape, parser = model_of("invoke").output_shape, botocore.parsers.create_parser("rest-json")
    theirs = parser.parse({"status_code": 200, "headers": headers, "body": b""}, shape)
    ours = tool({"op": "invoke", "status": 200, "headers": headers, "body": base64.b64encode(body).decode(), "bytes": True})["result"]
    log = theirs.pop("LogResult", None)
    del theirs["Payload"], theirs["ResponseMetadata"]
    told = ours.pop("Payload", None)
    try:
        assert told == json.loads(body) if body else told is None
    except ValueError:
        assert told == tagged(body)
    assert ours.pop("LogResult", None) == (log and base64.b64decode(log).decode())
    assert ours == {"StatusCode": 200} | theirs


@pytest.mark.parametrize("op", OPERATIONS)
def test_errors(tool, op):
    parser = botocore.parsers.create_parser("rest-json")
    for shape in model_of(op).error_shapes:
        headers = {"x-amzn-errortype": f"{shape.name}:http://internal.amazon.com/coral/"}
        for member in ("message", "Message"):
            body = json.dumps({"Type": "User", member: f"of {op}: ü"})
            theirs = parser.parse({"status_code": 400, "headers": headers, "body": body.encode()},
                                  model_of(op).output_shape)["Error"]
            ours = tool({"op": op, "status": 400, "headers": headers, "body": body})["error"]
            assert (ours["code"], ours["message"]) == (theirs["Code"], theirs["Message"])


def same_shape(path, ours, theirs):
    """Fails where the plugin's shape says something else than AWS's model."""
    kinds = {"long": "integer", "double": "number", "float": "number", "blob": "binary"}
    if ours == "value" or path.endswith(".LogResult"):
        assert path.endswith((".Payload", ".LogResult"))
    elif theirs.type_name == "structure":
        assert set(ours["structure"]) - OURS == set(theirs.members), path
        if path.startswith("params"):
            assert set(ours["required"]) == set(theirs.required_members), path
        for name, member in theirs.members.items():
            same_shape(f"{path}.{name}", ours["structure"][name], member)
    elif theirs.type_name in ("list", "map"):
        same_shape(f"{path}[]", ours[theirs.type_name], theirs.member if theirs.type_name == "list" else theirs.value)
    elif isinstance(ours, dict):
        assert set(ours["words"]) == set(theirs.enum), path
    else:
        assert ours == kinds.get(theirs.type_name, theirs.type_name), path


@pytest.mark.skipif(botocore.__version__ != "1.44.5", reason="another model than generate.py has read")
@pytest.mark.parametrize("op", OPERATIONS)
def test_shapes_are_those_of_the_model(tool, op):
    shapes, model = tool({"shape": op}), model_of(op)
    for part, theirs in (("params", model.input_shape), ("result", model.output_shape)):
        if theirs is not None:
            same_shape(f"{part} {op}", shapes[part], theirs)
        else:
            assert shapes[part]["structure"] == {}
