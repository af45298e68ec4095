# SPDX-License-Identifier: Apache-2.0
"""s3.so's requests, results and presigned URLs beside botocore's for the same values.

The requests are those that botocore's own client would send, with all its handlers: it is stopped
just before the socket. Values are drawn from botocore's model of each operation, always the same
ones.
"""
import base64
import collections
import datetime
import functools
import re
import unittest.mock
import urllib.parse
import xml.etree.ElementTree

import botocore.auth
import botocore.awsrequest
import botocore.config
import botocore.exceptions
import botocore.session
import oracle
import pytest
from hypothesis import strategies as st
from oracle import fixed, start_tool, xml_members, xml_scalar

assert start_tool # the fixture

ENDPOINT = "http://127.0.0.1:9"
# What the plugin computes itself and so does not take, and what only it has.
LEFT_OUT = {"ContentLength", "EncodingType", "SSECustomerKeyMD5", "CopySourceSSECustomerKeyMD5"}
ALGORITHMS = ["CRC32", "SHA1", "SHA256"]  # the others need botocore's crt
# Headers that no one signs or that the two clients rightly fill differently.
OTHERS = {"user-agent", "expect", "content-length", "authorization", "x-amz-date", "host",
          "x-amz-content-sha256", "amz-sdk-invocation-id", "amz-sdk-request", "content-type",
          "accept-encoding"}
NASTY = ["a", "a//b", "/a", "a/", "./a", "a/../b", "..", ".", "a b", "a+b", "a%20b", "a%2Fb", "%", "ü/é☃",
         "\U0001f600", "a&b=c;d", "?x=y", "#", "~-_.!*'()", "\"<>\\^`{|}", "a:b@c,d$", "\t\n\r\x01\x7f", "x" * 1024]


@functools.lru_cache
def client(**options):
    session = botocore.session.get_session()
    session.set_credentials("test", "test")
    config = botocore.config.Config(s3={"addressing_style": "path"}, signature_version="s3v4",
                                    retries={"total_max_attempts": 1}, **options)
    return session.create_client("s3", "us-east-1", endpoint_url=ENDPOINT, config=config)


@functools.lru_cache
def all_operations():
    methods, model = client().meta.method_to_api_mapping, client().meta.service_model
    return {op: model.operation_model(methods[op]) for op in oracle.operations()}


OPERATIONS = all_operations()
COMPARED = collections.Counter() # requests, by operation


class Sent(Exception):
    """Carries the request that was about to be sent."""


def theirs(op, values):
    """The request that botocore would send."""
    def stop(request, **_):
        raise Sent(request)

    s3 = client()
    s3.meta.events.register_first("before-send.s3", stop, unique_id="stop")
    try:
        getattr(s3, op)(**values)
    except Sent as sent:
        return sent.args[0]
    finally:
        s3.meta.events.unregister("before-send.s3", stop, unique_id="stop")
    raise AssertionError("nothing was sent")


# ---- values ----

def text(name):
    """Texts for a member: what may stand where it goes."""
    if name == "Key":
        return st.one_of(st.sampled_from(NASTY), st.text(st.characters(codec="utf-8"), min_size=1, max_size=20))
    if name == "Bucket":
        return st.sampled_from(["bucket", "my.bucket-1", "abc"])
    return st.text(st.sampled_from("aZ09 -_.~/:;=+&%,@\"<>'é☃"), min_size=1, max_size=12)


HEADER_TEXT = st.text(st.sampled_from("aZ09-_.~/:;=+&%,@\"<>'"), min_size=1, max_size=12)
TIMES = st.datetimes(datetime.datetime(1971, 1, 1), datetime.datetime(2100, 1, 1)).map(
    lambda t: t.replace(microsecond=0, tzinfo=datetime.timezone.utc))


def values_of(shape, name="", inner=False):
    """A strategy for a shape's values, as boto3 takes them."""
    kind = shape.type_name
    if name in ("SSECustomerKey", "CopySourceSSECustomerKey"):
        return st.just("k" * 32)
    if name == "CopySource":
        return st.builds(lambda key, version: {"Bucket": "source", "Key": key, **version}, st.sampled_from(NASTY),
                         st.sampled_from([{}, {"VersionId": "v-1.x_Y"}]))
    if kind == "structure":
        return members_of(shape, True)
    if kind == "list":
        return st.lists(values_of(shape.member, inner=True), min_size=1, max_size=3)
    if kind == "map":
        return st.dictionaries(st.sampled_from(["one", "two-2", "Three"]), HEADER_TEXT, max_size=3)
    if kind == "string":
        header = not inner and shape.name not in ("BucketName", "ObjectKey")
        words = ALGORITHMS if shape.name == "ChecksumAlgorithm" else getattr(shape, "enum", None)
        return st.sampled_from(words) if words else text(name) if not header or name in ("Key", "Bucket") else HEADER_TEXT
    return {"integer": st.integers(1, 10000), "long": st.integers(0, 2**53), "boolean": st.booleans(),
            "timestamp": TIMES, "blob": st.binary(max_size=40)}[kind]


def is_given(name):
    """Whether a test gives it: not the checksums, which both compute."""
    return name not in LEFT_OUT and (name == "ChecksumAlgorithm" or not name.startswith(("Checksum", "ContentMD5")))


@functools.lru_cache
def members_of(shape, inner=False):
    required = {n: values_of(m, n, inner) for n, m in shape.members.items() if n in shape.required_members}
    optional = {n: values_of(m, n, inner) for n, m in shape.members.items() if n not in required and is_given(n)}
    few = st.lists(st.sampled_from(sorted(optional)), max_size=4, unique=True) if optional else st.just([])
    return few.flatmap(lambda names: st.fixed_dictionaries({**required, **{n: optional[n] for n in names}}))


def plain(value):
    """The value as the core hands it to build()."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    if isinstance(value, bytes):
        return {"$slrun": "binary", "value": base64.b64encode(value).decode()}
    return int(value.timestamp()) if isinstance(value, datetime.datetime) else value


# ---- requests ----

def split(target):
    path, _, query = target.partition("?")
    pairs = [p.partition("=")[::2] for p in query.split("&") if p]
    return path, sorted((urllib.parse.unquote(k), urllib.parse.unquote(v)) for k, v in pairs)


def canonical(body):
    """XML without the order of unlike elements; other bodies as they are."""
    try:
        root = xml.etree.ElementTree.fromstring(body)
    except xml.etree.ElementTree.ParseError:
        return body

    def tree(node):
        children = sorted((tree(c) for c in node), key=lambda c: c[0])
        return node.tag, sorted(node.attrib.items()), node.text if not children else None, children
    return tree(root)


def headers_of(headers):
    plain_headers = {k.lower(): v.decode() if isinstance(v, bytes) else v for k, v in headers.items()}
    return {k: v for k, v in plain_headers.items() if k not in OTHERS}


# Operations that take a customer's key, for which botocore forgets to encode it.
NO_SSE = {"get_object_attributes", "list_parts"}
# Control characters have no form in XML 1.0: botocore sends some raw, which S3 refuses.
CONTROL = re.compile(r"[\x00-\x1f]")


def has_control(value):
    if isinstance(value, dict):
        return any(map(has_control, value.values()))
    if isinstance(value, list):
        return any(map(has_control, value))
    return isinstance(value, str) and CONTROL.search(value) is not None


def in_xml(values):
    return any(has_control(v) for v in values.values() if isinstance(v, (dict, list)) and "Bucket" not in v)


def compare(tool, op, values):
    want, got = theirs(op, dict(values)), tool({"op": op, "args": plain(values), "bytes": True})
    assert "error" not in got, (values, got)
    body = want.body.read() if hasattr(want.body, "read") else want.body or b""
    body = body.encode() if isinstance(body, str) else body
    assert got["method"] == want.method
    path, query = split(got["target"])
    if op == "list_multipart_uploads":  # botocore leaves it to the caller, and keys may not fit into XML
        query.remove(("encoding-type", "url"))
    assert (path, query) == split(want.url[len(ENDPOINT):])
    ours = base64.b64decode(got["body"])
    mine, his = headers_of(got["headers"]), headers_of(want.headers)
    if body != ours:  # the order of elements: then the checksums differ, too
        assert canonical(ours) == canonical(body)
        for headers in (mine, his):
            for name in [n for n in headers if n.startswith("x-amz-checksum-")]:
                headers[name] = "computed"
    assert mine == his


@pytest.mark.parametrize("op", OPERATIONS)
@fixed(20060301, 15)
def test_build(tool, op, data):
    shape = OPERATIONS[op].input_shape
    values = data.draw(members_of(shape)) if shape else {}
    if op in NO_SSE:
        values.pop("SSECustomerKey", None)
    if not in_xml(values):
        compare(tool, op, values)
        COMPARED[op] += 1


def test_every_operation_was_compared():
    assert len(OPERATIONS) == 73
    assert set(COMPARED) == set(OPERATIONS)
    assert sum(COMPARED.values()) >= 900


@pytest.mark.parametrize("key", NASTY)
def test_nasty_keys(tool, key):
    compare(tool, "put_object", {"Bucket": "b-1", "Key": key, "Body": b"\0\xff"})
    compare(tool, "list_objects_v2", {"Bucket": "b-1", "Prefix": key, "Delimiter": "/"})
    compare(tool, "copy_object", {"Bucket": "b-1", "Key": key, "CopySource": {"Bucket": "o", "Key": key}})


@pytest.mark.parametrize("source", ["b/k", "b/a b%+ü", "b/k?versionId=v1.2-x", "/b/k"])
def test_copy_source_as_text(tool, source):
    compare(tool, "copy_object", {"Bucket": "b-1", "Key": "k", "CopySource": source})


# ---- presigned URLs ----

def presigned(op, values, expires, when):
    with unittest.mock.patch.object(botocore.auth, "get_current_datetime", create=True, return_value=when), \
            unittest.mock.patch.object(botocore.auth.datetime, "datetime", create=True) as clock:
        clock.utcnow.return_value = clock.now.return_value = when
        return client().generate_presigned_url(op, values, expires)


@pytest.mark.parametrize("key", NASTY)
@pytest.mark.parametrize("op", ["get_object", "put_object", "head_object", "delete_object"])
def test_presigned_urls(tool, op, key):
    values = {"Bucket": "b-1", "Key": key}
    ours = tool({"presign": op, "args": values, "expires": 900, "endpoint": ENDPOINT})
    assert ours["headers"] == {}
    date = re.search(r"X-Amz-Date=(\w+)", ours["url"])[1]
    when = datetime.datetime.strptime(date, "%Y%m%dT%H%M%SZ")
    his = presigned(op, values, 900, when)
    assert split(ours["url"][len(ENDPOINT):]) == split(his[len(ENDPOINT):])


def test_presigned_urls_with_more_parameters(tool):
    for op, values in [
            ("get_object", {"VersionId": "v1", "ResponseContentType": "text/plain; charset=utf-8"}),
            ("upload_part", {"UploadId": "u+/=", "PartNumber": 3}),
    ]:
        values = {"Bucket": "b-1", "Key": "a b", **values}
        ours = tool({"presign": op, "args": values, "expires": 60, "endpoint": ENDPOINT})
        when = datetime.datetime.strptime(re.search(r"X-Amz-Date=(\w+)", ours["url"])[1], "%Y%m%dT%H%M%SZ")
        assert split(ours["url"][len(ENDPOINT):]) == split(presigned(op, values, 60, when)[len(ENDPOINT):])


# ---- answers ----

def drawn_result(shape, name=""):
    kind = shape.type_name
    if kind == "structure":
        return st.lists(st.sampled_from(sorted(shape.members)), max_size=6, unique=True).flatmap(
            lambda names: st.fixed_dictionaries({n: drawn_result(shape.members[n], n) for n in names})) \
            if shape.members else st.just({})
    if kind == "list":
        return st.lists(drawn_result(shape.member), min_size=1, max_size=3)
    if kind == "map":
        return st.dictionaries(st.sampled_from(["one", "two-2"]), HEADER_TEXT, max_size=2)
    if kind == "string":
        return st.text(st.sampled_from("aZ09 -_.~/:;=+&%,<>'é☃"), min_size=1, max_size=12).map(str.strip).filter(bool)
    return {"integer": st.integers(0, 10000), "long": st.integers(0, 2**53), "boolean": st.booleans(),
            "timestamp": TIMES, "blob": st.binary(max_size=40)}[kind]


def answer_of(shape, value):
    """Headers and body of an answer with that result."""
    headers, payload = {}, shape.serialization.get("payload")
    for name, member in value.items():
        inner = shape.members[name]
        place = inner.serialization.get("location")
        if place == "header":
            headers[inner.serialization["name"]] = xml_scalar(inner, member, True).encode("ascii", "ignore").decode().strip()
        elif place == "headers":
            headers.update({inner.serialization["name"] + k: v for k, v in member.items()})
    if payload is None:
        return headers, ('<?xml version="1.0" encoding="UTF-8"?>\n'
                         f'<Root xmlns="http://s3.amazonaws.com/doc/2006-03-01/">{xml_members(shape, value)}</Root>').encode()
    if payload not in value:
        return headers, b""
    inner = shape.members[payload]
    if inner.type_name == "structure":
        return headers, f"<Root>{xml_members(inner, value[payload])}</Root>".encode()
    return headers, value[payload] if isinstance(value[payload], bytes) else value[payload].encode()


def parsed(op, status, headers, body):
    """What botocore's client makes of an answer: the result or the error."""
    class Raw:
        def stream(self, **_):
            yield body

        def read(self, *_, **__):
            data, self.read = body, lambda *_, **__: b""
            return data

    def reply(**_):
        return botocore.awsrequest.AWSResponse(ENDPOINT, status, botocore.awsrequest.HeadersDict(headers), Raw())

    s3 = client(response_checksum_validation="when_required")
    s3.meta.events.register_first("before-send.s3", reply, unique_id="reply")
    required = {"Bucket": "b-1", "Key": "k", "UploadId": "u", "PartNumber": 1, "CopySource": "a/b", "Id": "i"}
    shape = OPERATIONS[op].input_shape
    values = {n: required.get(n) for n in (shape.required_members if shape else [])}
    for name in values:
        if values[name] is None:
            values[name] = {"Delete": {"Objects": [{"Key": "k"}]}, "ObjectAttributes": ["ETag"], "Policy": "{}"}.get(name)
    for name in list(values):
        if values[name] is None:
            values[name] = minimal(shape.members[name])
    try:
        result = getattr(s3, op)(**values)
        result.pop("ResponseMetadata")
        return {"result": result}
    except botocore.exceptions.ClientError as error:
        return {"error": error.response["Error"]}
    finally:
        s3.meta.events.unregister("before-send.s3", reply, unique_id="reply")


def minimal(shape):
    if shape.type_name == "structure":
        return {n: minimal(shape.members[n]) for n in shape.required_members}
    if shape.type_name == "list":
        return [minimal(shape.member)]
    return {"string": "s", "integer": 1, "boolean": True, "timestamp": datetime.datetime(2020, 1, 1)}[shape.type_name]


def comparable(value):
    if hasattr(value, "read"):
        return plain(value.read())
    if isinstance(value, dict):
        return {k: comparable(v) for k, v in value.items() if k not in ("ExpiresString", "EncodingType")}
    if isinstance(value, list):
        return [comparable(v) for v in value]
    return plain(value)


def ask_parse(tool, op, status, headers, body):
    return tool({"op": op, "status": status, "headers": headers, "bytes": True, "body": base64.b64encode(body).decode()})


@pytest.mark.parametrize("op", [op for op in OPERATIONS if OPERATIONS[op].output_shape and op != "get_bucket_location"])
@fixed(20060301, 7)
def test_parse(tool, op, data):
    value = data.draw(drawn_result(OPERATIONS[op].output_shape))
    headers, body = answer_of(OPERATIONS[op].output_shape, value)
    headers = {k: v for k, v in headers.items() if v and not k.lower().startswith("x-amz-checksum-")}
    want, got = parsed(op, 200, headers, body), ask_parse(tool, op, 200, headers, body)
    assert "result" in got, got
    assert comparable(got["result"]) == comparable(want["result"])


ERROR = ('<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>%s</Code><Message>%s</Message>'
         "<Resource>/b/k</Resource><RequestId>r</RequestId><HostId>h</HostId></Error>")


@pytest.mark.parametrize("op, status, body", [
    ("get_object", 404, ERROR % ("NoSuchKey", "The specified key does not exist.")),
    ("get_object", 404, ERROR % ("NoSuchBucket", "The specified bucket does not exist")),
    ("get_object", 304, ""),
    ("get_object", 412, ERROR % ("PreconditionFailed", "At least one of the pre-conditions &amp; more")),
    ("get_object", 416, ERROR % ("InvalidRange", "The requested range is not satisfiable")),
    ("head_object", 404, ""),
    ("head_object", 412, ""),
    ("head_object", 304, ""),
    ("head_bucket", 404, ""),
    ("head_bucket", 403, ""),
    ("put_object", 403, ERROR % ("AccessDenied", "Access Denied")),
    ("delete_bucket", 409, ERROR % ("BucketNotEmpty", "The bucket you tried to delete is not empty")),
    ("copy_object", 200, ERROR % ("InternalError", "We encountered an internal error.")),
    ("complete_multipart_upload", 200, ERROR % ("InternalError", "We encountered an internal error.")),
    ("upload_part_copy", 200, ERROR % ("SlowDown", "Please reduce your request rate.")),
])
def test_errors(tool, op, status, body):
    want, got = parsed(op, status, {}, body.encode())["error"], ask_parse(tool, op, status, {}, body.encode())["error"]
    assert got["code"] == want["Code"]
    if body:
        assert got["message"] == want["Message"]


@pytest.mark.parametrize("where, result", [("", {}), ("eu-west-1", {"LocationConstraint": "eu-west-1"}), ("EU", {"LocationConstraint": "EU"})])
def test_location(tool, where, result):
    body = f'<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">{where}</LocationConstraint>'.encode()
    got = ask_parse(tool, "get_bucket_location", 200, {}, body)["result"]
    want = parsed("get_bucket_location", 200, {}, body)["result"]
    assert got == result
    assert want.get("LocationConstraint") == result.get("LocationConstraint")


@pytest.mark.parametrize("key", NASTY)
def test_keys_of_lists_are_decoded(tool, key):
    encoded = urllib.parse.quote_plus(key, safe="/")
    body = (f"<ListBucketResult><EncodingType>url</EncodingType><Prefix>{encoded}</Prefix><Contents><Key>{encoded}</Key>"
            f"</Contents><CommonPrefixes><Prefix>{encoded}</Prefix></CommonPrefixes></ListBucketResult>").encode()
    got = ask_parse(tool, "list_objects_v2", 200, {}, body)["result"]
    want = parsed("list_objects_v2", 200, {}, body)["result"]
    assert comparable(got) == comparable(want)
    assert got["Contents"][0]["Key"] == key
