# SPDX-License-Identifier: Apache-2.0
"""What the tests of client halves beside botocore have in common.

botocore's models say what an operation takes and answers; values are drawn from them, always the
same ones. The plugin gets them as the core would hand them over (plain JSON and tagged values),
through the program that SLRUN_OP_TOOL names, with the plugin that SLRUN_OP_PLUGIN names.
"""
import base64
import contextlib
import datetime
import functools
import json
import os
import subprocess
from xml.sax.saxutils import escape

import botocore
import botocore.session
import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

# The newest botocore whose models were compared member by member. A newer one may know members that
# the plugins do not have yet: then only what the plugins have is compared.
MODEL_SEEN = (1, 44, 5)
MODEL_IS_KNOWN = tuple(int(part) for part in botocore.__version__.split(".")[:3]) <= MODEL_SEEN


# ---- the plugin ----

COMMAND = [os.environ.get(name, "") for name in ("SLRUN_OP_TOOL", "SLRUN_OP_PLUGIN")]


@contextlib.contextmanager
def asking(*command):
    """A function that asks the program: a line of JSON there and back."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:

        def ask(line, **options):
            process.stdin.write(json.dumps(line).encode() + b"\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline(), **options)

        yield ask
        process.stdin.close()
        assert process.wait(timeout=30) == 0


@pytest.fixture(scope="session", name="tool")
def start_tool():
    with asking(*COMMAND) as ask:
        yield ask


@functools.lru_cache
def operations():
    """The names of the plugin's operations, for @pytest.mark.parametrize."""
    assert all(COMMAND), "SLRUN_OP_TOOL must name the build's op_tool, SLRUN_OP_PLUGIN the plugin"
    done = subprocess.run(COMMAND, input=b'{"list": true}\n', stdout=subprocess.PIPE, timeout=60, check=True)
    return json.loads(done.stdout)["ops"]


# ---- the models ----

@functools.lru_cache
def service(name):
    return botocore.session.get_session().get_service_model(name)


@functools.lru_cache
def model_of(op, *services):
    """botocore's model of an operation of the first service that has it."""
    for name in services:
        for api in service(name).operation_names:
            if botocore.xform_name(api) == op:
                return service(name).operation_model(api)
    raise AssertionError(f"botocore knows no {op}")


# ---- values ----

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20)
PLAIN_TEXT = st.text(st.sampled_from("aZ09 -_.~/:;=+&%,<>'é☃"), min_size=1, max_size=12).map(str.strip).filter(bool)
SCALARS = {
    "string": TEXT,
    "blob": st.binary(max_size=40),
    "boolean": st.booleans(),
    "integer": st.integers(-2**31, 2**31 - 1),
    "long": st.integers(-2**53, 2**53),
    "double": st.integers(-2**20, 2**20).map(lambda n: n / 8),
    "float": st.integers(-2**20, 2**20).map(lambda n: n / 8),
    "timestamp": st.integers(0, 2**32),
}


class Special:
    """A shape whose values are others on the wire and in the plugin than in a test."""

    def __init__(self, strategy, wire, plain):
        self.strategy, self.wire, self.plain = strategy, wire, plain


def values_of(shape, ours, special=None, scalars=SCALARS):
    """A strategy for values as botocore takes them, of the members that the plugin has, too."""
    special = special or {}
    if shape.name in special:
        return special[shape.name].strategy
    if shape.type_name == "structure":
        drawn = {name: values_of(shape.members[name], mine, special, scalars)
                 for name, mine in ours["structure"].items() if name in shape.members}
        required = {name: drawn[name] for name in shape.required_members if name in drawn}
        optional = {name: strategy for name, strategy in drawn.items() if name not in required}
        return st.fixed_dictionaries(required, optional=optional)
    if shape.type_name == "list":
        return st.lists(values_of(shape.member, ours["list"], special, scalars), max_size=3)
    if shape.type_name == "map":
        key = scalars["string"].filter(lambda key: key != "$slrun")
        return st.dictionaries(key, values_of(shape.value, ours["map"], special, scalars), max_size=3)
    return st.sampled_from(shape.enum) if getattr(shape, "enum", []) else scalars[shape.type_name]


KEEP = object()


def mapped(shape, value, change):
    """The value with change(shape, value) in the place of each part for which that is not KEEP."""
    changed = change(shape, value)
    if changed is not KEEP:
        return changed
    if shape.type_name == "structure":
        return {k: mapped(shape.members[k], v, change) for k, v in value.items()}
    if shape.type_name == "list":
        return [mapped(shape.member, v, change) for v in value]
    if shape.type_name == "map":
        return {k: mapped(shape.value, v, change) for k, v in value.items()}
    return value


def tagged(tag, value):
    return {"$slrun": tag, "value": value}


def base64_of(raw):
    return base64.b64encode(raw).decode()


def fixed(number, examples):
    """Draws the same values in every run; the test gets hypothesis's `data`."""
    def decorate(test):
        relaxed = settings(max_examples=examples, deadline=None, database=None, derandomize=False,
                           suppress_health_check=list(HealthCheck))
        return seed(number)(relaxed(given(data=st.data())(test)))
    return decorate


def plain_times(value):
    """What botocore reads as a moment becomes seconds again."""
    if isinstance(value, dict):
        return {k: plain_times(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain_times(v) for v in value]
    return value.timestamp() if isinstance(value, datetime.datetime) else value


# ---- answers in XML ----

def xml_scalar(shape, value, header=False):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        form = shape.serialization.get("timestampFormat", "rfc822" if header else "iso8601")
        return value.strftime("%a, %d %b %Y %H:%M:%S GMT" if form == "rfc822" else "%Y-%m-%dT%H:%M:%S.000Z")
    return str(value)


def xml_members(shape, value):
    """The elements of a structure."""
    out = ""
    for name, member in value.items():
        inner = shape.members[name]
        if inner.serialization.get("location") or name == shape.serialization.get("payload"):
            continue
        tag = inner.serialization.get("name", name)
        if inner.serialization.get("xmlAttribute"):
            continue
        if inner.type_name == "list":
            flat = inner.serialization.get("flattened")
            item = inner.member.serialization.get("name", tag if flat else "member")
            items = "".join(xml_element(item, inner.member, m) for m in member)
            out += items if flat else f"<{tag}>{items}</{tag}>"
        else:
            out += xml_element(tag, inner, member)
    return out


def xml_element(tag, shape, value):
    if shape.type_name == "structure":
        kind = f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="{escape(value["Type"])}"' \
            if shape.name == "Grantee" and "Type" in value else ""
        return f"<{tag}{kind}>{xml_members(shape, value)}</{tag}>"
    return f"<{tag}>{escape(xml_scalar(shape, value))}</{tag}>"


# ---- shapes ----

TYPES = {"long": "integer", "double": "number", "float": "number", "blob": "binary"}


def same_shape(path, ours, theirs, complete):
    """Fails where the plugin's shape says something else than AWS's model. `complete`: it has all
    members and words of the model."""
    if theirs.name == "AttributeValue":
        assert ours == "value", path
    elif theirs.type_name == "structure":
        names, required = ours["structure"], set(ours["required"])
        assert set(names) <= set(theirs.members), path
        if complete:
            assert set(names) == set(theirs.members), path
        for name, member in names.items():
            same_shape(f"{path}.{name}", member, theirs.members[name], complete)
        if required or path.startswith("params"):
            assert required == set(theirs.required_members) & set(names), path
    elif theirs.type_name in ("list", "map"):
        inner = theirs.member if theirs.type_name == "list" else theirs.value
        same_shape(f"{path}[]", ours[theirs.type_name], inner, complete)
    elif isinstance(ours, dict):
        assert set(ours["words"]) <= set(theirs.enum), path
        assert not complete or set(ours["words"]) == set(theirs.enum), path
    else:
        assert ours == TYPES.get(theirs.type_name, theirs.type_name), path
        if path.startswith("params"):
            assert not getattr(theirs, "enum", []) or not complete, f"{path}: the words are missing"
