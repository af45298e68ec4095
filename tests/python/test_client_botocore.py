# SPDX-License-Identifier: Apache-2.0
"""Requests, results and errors of the plugins of JSON and query services beside botocore's for the
same values, drawn from botocore's models: at least 300 requests over all operations of a plugin.

SLRUN_OP_PLUGIN says which plugin; a row of PLUGINS says what is particular to it.
"""
import collections
import dataclasses
import hashlib
import json
import pathlib
import typing
import urllib.parse
from datetime import datetime, timezone

import botocore.parsers
import botocore.serialize
import pytest
from boto3.dynamodb.types import TypeDeserializer, TypeSerializer
from hypothesis import strategies as st
from oracle import (COMMAND, KEEP, MODEL_IS_KNOWN, PLAIN_TEXT, SCALARS, TEXT, Special, base64_of, fixed, mapped, model_of, operations,
                    plain_times, same_shape, start_tool, tagged, values_of, xml_members)

assert start_tool # the fixture
REQUESTS = 300 # of each plugin, at least
PER_OPERATION = 15 # at least


# ---- what is particular to a plugin ----

def page_alone(op, values):
    """AWS refuses a page's token with what began the pages; the plugin sends the token."""
    if op == "list_shards" and "NextToken" in values:
        for name in ("StreamName", "ExclusiveStartShardId", "StreamCreationTimestamp", "ShardFilter"):
            values.pop(name, None)


def right_digests(op, values):
    """The plugin holds what it receives against its MD5; lists of values are not in use (API reference)."""
    for message in values.get("Messages", []) if op == "receive_message" else []:
        message.pop("MD5OfMessageAttributes", None)
        for attribute in message.get("MessageAttributes", {}).values():
            attribute.pop("BinaryListValues", None)
        if "MD5OfBody" in message:
            message["MD5OfBody"] = hashlib.md5(message.get("Body", "").encode()).hexdigest()


def without_credentials(op, values):
    """Those of brokers are unions: botocore refuses answers with none of their members, or with two."""
    for name, value in list(values.items()):
        if name == "Credentials":
            del values[name]
        elif isinstance(value, dict):
            without_credentials(op, value)


NUMBERS = st.integers(-10**15, 10**15)
ATTRIBUTES = st.recursive(
    st.one_of(TEXT, NUMBERS, st.booleans(), st.none(), st.binary(max_size=20), st.sets(TEXT, min_size=1, max_size=3),
              st.sets(NUMBERS, min_size=1, max_size=3), st.sets(st.binary(max_size=5), min_size=1, max_size=3)),
    lambda inner: st.one_of(st.lists(inner, max_size=3),
                            st.dictionaries(TEXT.filter(lambda key: key != "$slrun"), inner, max_size=3)),
    max_leaves=6)


def plain_attribute(value):
    """As the core hands it to build()."""
    if isinstance(value, (set, frozenset)):
        first = next(iter(value))
        kind = "string" if isinstance(first, str) else "binary" if isinstance(first, bytes) else "number"
        return tagged(f"{kind}_set", [plain_attribute(member) for member in value])
    if isinstance(value, bytes):
        return tagged("binary", base64_of(value))
    if isinstance(value, list):
        return [plain_attribute(member) for member in value]
    if isinstance(value, dict):
        return {k: plain_attribute(v) for k, v in value.items()}
    return value


def found_attribute(wire):
    """An attribute value in botocore's result, as the plugin gives it."""
    def plain(value):
        if isinstance(value, dict):
            return {k: plain(v) for k, v in value.items()}
        if isinstance(value, list):
            return [plain(v) for v in value]
        if isinstance(value, (set, frozenset)):
            return {plain(v) for v in value}
        return bytes(value) if hasattr(value, "value") else int(value) if hasattr(value, "as_tuple") else value
    return plain_attribute(plain(TypeDeserializer().deserialize(wire)))


@dataclasses.dataclass
class Plugin:
    operations: int
    services: typing.Tuple[str, ...] # botocore's; the first that has the operation
    protocol: str = "json"
    error_prefix: str = ""
    # Operations that have not all the members of AWS's model, or not all its words.
    partly: typing.FrozenSet[str] = frozenset()
    adjust: typing.Callable = lambda op, values: None
    adjust_result: typing.Callable = lambda op, values: None
    special: dict = dataclasses.field(default_factory=dict)
    scalars: dict = dataclasses.field(default_factory=lambda: SCALARS)


PLUGINS = {
    "cloudformation": Plugin(25, ("cloudformation",), protocol="query"),
    "dynamodb": Plugin(53, ("dynamodb", "dynamodbstreams"), error_prefix="com.amazonaws.dynamodb.v20120810#",
                       special={"AttributeValue": Special(ATTRIBUTES, TypeSerializer().serialize, plain_attribute)}),
    "events": Plugin(42, ("events",), error_prefix="com.amazonaws.events#"),
    # Its create and describe operations have members for queues and channels, which the plugin does not have.
    "kinesis": Plugin(39, ("kinesis",), error_prefix="com.amazonaws.kinesis.v20131202#", adjust=page_alone,
                      partly=frozenset({"create_stream", "describe_limits", "describe_stream_summary"})),
    "logs": Plugin(36, ("logs",), error_prefix="com.amazonaws.logs#"),
    "pipes": Plugin(10, ("pipes",), protocol="rest-json", adjust_result=without_credentials),
    "scheduler": Plugin(12, ("scheduler",), protocol="rest-json"),
    "secretsmanager": Plugin(19, ("secretsmanager",), error_prefix="com.amazonaws.secretsmanager#"),
    "sns": Plugin(42, ("sns",), protocol="query"),
    # The service judges the names of attributes that are asked for.
    "sqs": Plugin(23, ("sqs",), error_prefix="com.amazonaws.sqs#", adjust_result=right_digests,
                  partly=frozenset({"get_queue_attributes", "receive_message"})),
    "ssm": Plugin(13, ("ssm",)),
    "states": Plugin(37, ("stepfunctions",), error_prefix="com.amazonaws.swf.service.v2.model#"),
    "sts": Plugin(6, ("sts",), protocol="query"),
    "xray": Plugin(2, ("xray",), protocol="rest-json"),
}
PLUGIN = PLUGINS[pathlib.Path(COMMAND[1]).stem]
OPERATIONS = operations()
COMPARED = collections.Counter() # requests, by operation
# botocore asks SQS for the names that errors had in the query protocol; the plugin goes by today's.
NOT_SENT = {"x-amzn-query-mode"}


def model(op):
    return model_of(op, *PLUGIN.services)


WITH_PARAMETERS = [op for op in OPERATIONS if model(op).input_shape and model(op).input_shape.members]
EXAMPLES = max(PER_OPERATION, -(-REQUESTS // len(WITH_PARAMETERS)))


def draw(data, tool, op, part, scalars):
    shape = model(op).input_shape if part == "params" else model(op).output_shape
    values = data.draw(values_of(shape, tool({"shape": op})[part], PLUGIN.special, scalars)) if shape else {}
    (PLUGIN.adjust if part == "params" else PLUGIN.adjust_result)(op, values)
    return values


def to(form, blob):
    """A change for mapped(): special shapes in that form, bytes by blob()."""
    def change(shape, value):
        if shape.name in PLUGIN.special:
            return getattr(PLUGIN.special[shape.name], form)(value)
        return blob(value) if shape.type_name == "blob" else KEEP
    return change


def tagged_binary(raw):
    return tagged("binary", base64_of(raw))


# ---- requests ----

def decoded(body):
    """A body as data: the order of members or fields does not matter."""
    if PLUGIN.protocol == "query":
        body = urllib.parse.urlencode(body, doseq=True) if isinstance(body, dict) else body
        return sorted(urllib.parse.parse_qsl(body, keep_blank_values=True, strict_parsing=True))
    return ordered(json.loads(body))


def ordered(value):
    """Sets of DynamoDB have no order."""
    if isinstance(value, dict):
        return {k: sorted(v) if k in ("SS", "NS", "BS") and isinstance(v, list) and
                all(isinstance(m, str) for m in v) else ordered(v) for k, v in value.items()}
    return [ordered(member) for member in value] if isinstance(value, list) else value


def test_operations(tool):
    assert len(OPERATIONS) == PLUGIN.operations
    for op in OPERATIONS:
        assert model(op)


def target_of(target, query=None):
    """Path and query; its pairs in no order."""
    path, _, rest = target.partition("?")
    pairs = urllib.parse.parse_qsl(rest, keep_blank_values=True)
    for name, value in (query or {}).items():
        pairs += [(name, str(v)) for v in (value if isinstance(value, list) else [value])]
    return path, sorted(pairs)


@pytest.mark.parametrize("op", OPERATIONS)
@fixed(20131202, EXAMPLES)
def test_build(tool, op, data):
    values = draw(data, tool, op, "params", PLUGIN.scalars)
    shape = model(op).input_shape
    serializer = botocore.serialize.create_serializer(PLUGIN.protocol, include_validation=False)
    theirs = serializer.serialize_to_request(mapped(shape, values, to("wire", bytes)) if values else {}, model(op))
    ours = tool({"op": op, "args": mapped(shape, values, to("plain", tagged_binary)) if values else {}})
    assert "error" not in ours
    assert ours["method"] == theirs["method"]
    assert target_of(ours["target"]) == target_of(theirs["url_path"], theirs["query_string"])
    if theirs["body"] or PLUGIN.protocol != "rest-json": # there an empty body may have a type, and be {}
        assert ours["headers"] == {k: v for k, v in theirs["headers"].items() if k not in NOT_SENT}
    assert decoded(ours["body"] or "{}") == decoded(theirs["body"] or b"{}")
    COMPARED[op] += 1


def test_every_operation_was_compared():
    """Comes after the requests: hypothesis may draw fewer where there is little to draw."""
    assert set(COMPARED) == set(OPERATIONS)
    assert sum(COMPARED.values()) >= REQUESTS


# ---- answers ----

def json_body(shape, values, op):
    return json.dumps(mapped(shape, values, to("wire", base64_of)), default=base64_of)


def xml_body(shape, values, op):
    api = model(op).name
    return (f'<{api}Response xmlns="https://example.com/doc/"><{api}Result>{xml_members(shape, values)}</{api}Result>'
            f"<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></{api}Response>")


def parsed(shape, status, headers, body):
    parser = botocore.parsers.create_parser(PLUGIN.protocol)
    return parser.parse({"status_code": status, "headers": headers, "body": body.encode()}, shape)


def found(shape, value):
    """A part of botocore's result that the plugin gives in another form."""
    if shape.name in PLUGIN.special:
        return found_attribute(value)
    return tagged_binary(value) if shape.type_name == "blob" else KEEP


def comparable(value):
    """Sets lose their order when they are read."""
    if isinstance(value, dict):
        tag = value.get("$slrun", "")
        if isinstance(tag, str) and tag.endswith("_set"):
            return tagged(tag, sorted(map(repr, value["value"])))
        return {k: comparable(v) for k, v in value.items()}
    return [comparable(v) for v in value] if isinstance(value, list) else value


def in_answers(scalars):
    """XML has neither control characters nor blanks around a text, and times are whole seconds."""
    if PLUGIN.protocol != "query":
        return scalars
    moment = st.datetimes(datetime(1971, 1, 1), datetime(2100, 1, 1), timezones=st.just(timezone.utc))
    return {**scalars, "string": PLAIN_TEXT, "timestamp": moment.map(lambda t: t.replace(microsecond=0))}


@pytest.mark.parametrize("op", [op for op in OPERATIONS if model(op).output_shape])
@fixed(20140328, PER_OPERATION)
def test_parse(tool, op, data):
    shape = model(op).output_shape
    values = draw(data, tool, op, "result", in_answers(PLUGIN.scalars))
    body = (xml_body if PLUGIN.protocol == "query" else json_body)(shape, values, op)
    theirs = parsed(shape, 200, {}, body)
    del theirs["ResponseMetadata"]
    ours = tool({"op": op, "status": 200, "body": body})
    assert "error" not in ours, ours
    assert comparable(ours["result"]) == comparable(mapped(shape, plain_times(theirs), found))


def error_body(code, message):
    if PLUGIN.protocol == "query":
        return (f'<ErrorResponse xmlns="https://example.com/doc/"><Error><Type>Sender</Type><Code>{code}</Code>'
                f"<Message>{message}</Message></Error><RequestId>r</RequestId></ErrorResponse>")
    return json.dumps({"__type": PLUGIN.error_prefix + code, "message": message})


@pytest.mark.parametrize("op", OPERATIONS)
def test_errors(tool, op):
    for error in model(op).error_shapes or []:
        code = error.metadata.get("error", {}).get("code", error.name) if PLUGIN.protocol == "query" else error.name
        body = error_body(code, f"of {op}: ü")
        theirs = parsed(model(op).output_shape, 400, {}, body)["Error"]
        ours = tool({"op": op, "status": 400, "body": body})["error"]
        assert (ours["code"], ours["message"]) == (theirs["Code"], theirs["Message"])


# ---- shapes ----

@pytest.mark.parametrize("op", OPERATIONS)
def test_shapes_are_those_of_the_model(tool, op):
    shapes = tool({"shape": op})
    for part, theirs in (("params", model(op).input_shape), ("result", model(op).output_shape)):
        if theirs is not None:
            same_shape(f"{part} {op}", shapes[part], theirs, MODEL_IS_KNOWN and op not in PLUGIN.partly)
        else:
            assert shapes[part]["structure"] == {}
