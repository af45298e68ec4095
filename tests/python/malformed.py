# SPDX-License-Identifier: Apache-2.0
"""Malformed requests: kinds of them for each protocol, as bytes for the wire.

A kind takes a random source and a right request, and makes it wrong. What AWS answers to it stands
beside the kind, in the tables of test_malformed.py.
"""
import base64
import copy
import dataclasses
import datetime
import json
import re
import urllib.parse

import botocore.auth
import botocore.awsrequest
import botocore.credentials

HOST = "127.0.0.1"
ARN = "arn:aws:{service}:us-east-1:000000000000:"


@dataclasses.dataclass
class Request:
    service: str # whose signing name it is
    method: str
    target: str
    headers: dict
    body: bytes
    arguments: object = None # of which the body was made
    signed: bool = True
    head: bytes = b"" # in place of the whole request line and headers
    length: int = -1 # Content-Length; -1: the body's
    unsigned_headers: dict = dataclasses.field(default_factory=dict) # set behind the signature
    date: datetime.datetime = None

    def raw(self):
        if self.head:
            return self.head + self.body
        made = botocore.awsrequest.AWSRequest(self.method, f"http://{HOST}{self.target}", data=self.body)
        for name, value in self.headers.items():
            made.headers[name] = value
        if self.signed:
            sign(made, self.service, self.date)
        lines = {"Host": HOST, **dict(made.headers.items()), "Connection": "close", **self.unsigned_headers}
        lines["Content-Length"] = str(len(self.body) if self.length < 0 else self.length)
        text = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value is not None)
        return f"{self.method} {self.target} HTTP/1.1\r\n{text}\r\n".encode("latin-1") + self.body


class S3Auth(botocore.auth.S3SigV4Auth):
    """Signs what the request says of its body, also where that is wrong."""

    def add_auth(self, request):
        self.stated = request.headers.get("X-Amz-Content-SHA256")
        super().add_auth(request)

    def payload(self, request):
        return self.stated or super().payload(request)


def sign(made, service, date):
    kind = S3Auth if service == "s3" else botocore.auth.SigV4Auth
    moment = (date or datetime.datetime.now(datetime.timezone.utc)).replace(tzinfo=None)
    clock, botocore.auth.get_current_datetime = botocore.auth.get_current_datetime, lambda: moment
    try:
        kind(botocore.credentials.Credentials("test", "test"), service, "us-east-1").add_auth(made)
    finally:
        botocore.auth.get_current_datetime = clock


class Service:
    """How it is set up, requests that are right until a kind makes them wrong, one that must work at
    the end, and botocore's models of it."""

    def __init__(self, kinds, setup, requests, proof, models=()):
        self.kinds, self.setup, self.requests, self.proof, self.models = kinds, setup, requests, proof, models


# ---- values ----

def places(value, path=()):
    """The paths of all members and elements."""
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, member in members:
        yield path + (key,)
        yield from places(member, path + (key,))


def put(value, path, change):
    """A copy with change(parent, key) done at a place."""
    made = copy.deepcopy(value)
    parent = made
    for key in path[:-1]:
        parent = parent[key]
    change(parent, path[-1])
    return made


def at(value, path):
    for key in path:
        value = value[key]
    return value


def bad_text(rng):
    return rng.choice([b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf8\x88\x80\x80", b"\xc0\x80", b"\x80"])


# ---- of every protocol ----

def bad_signature(rng, request):
    wrong = rng.choice(["0" * 64, "f" * 64, "x", "", "é"])
    made = botocore.awsrequest.AWSRequest(request.method, f"http://{HOST}{request.target}", data=request.body)
    for name, value in request.headers.items():
        made.headers[name] = value
    sign(made, request.service, None)
    head = made.headers["Authorization"].rsplit("=", 1)[0]
    request.unsigned_headers = {**{n: v for n, v in made.headers.items()}, "Authorization": f"{head}={wrong}"}
    request.signed = False


def bad_date(rng, request):
    now = datetime.datetime.now(datetime.timezone.utc)
    request.date = now + datetime.timedelta(days=rng.choice([-36500, -365, -1, 1, 365, 36500]))
    if rng.random() < 0.5:
        request.unsigned_headers = {"X-Amz-Date": rng.choice(["", "yesterday", "20150830", "20159930T123600Z", "2015-08-30"])}


def bad_scope(rng, request):
    day = datetime.datetime.now(datetime.timezone.utc).strftime("%Y%m%d")
    request.signed = False
    request.unsigned_headers = {"X-Amz-Date": f"{day}T000000Z", "Authorization": rng.choice([
        "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256 Credential=test", "AWS4-HMAC-SHA256 Credential=,SignedHeaders=,Signature=",
        f"AWS4-HMAC-SHA256 Credential=test/{day}/us-east-1/{request.service}, SignedHeaders=host, Signature=0",
        f"AWS4-HMAC-SHA256 Credential=test/{day}/us-east-1/{request.service}/aws3_request, SignedHeaders=host, Signature={'0' * 64}",
        "AWS4-HMAC-SHA1 Credential=test", "Basic dGVzdDp0ZXN0", "Bearer x", "AWS4-ECDSA-P256-SHA256 Credential=test"])}


def missing_headers(rng, request):
    request.signed = False
    request.headers = {k: v for k, v in request.headers.items() if rng.random() < 0.3}


def truncated_body(rng, request):
    request.length = len(request.body) + rng.randint(1, 5000)


def bad_chunks(rng, request):
    framing = rng.choice([b"zz\r\nhello\r\n", b"5\r\nhel", b"-5\r\nhello\r\n0\r\n\r\n", b"5;chunk-signature=0\r\nhello\r\n0\r\n\r\n",
                          b"ffffffffffffffffff\r\nx", b"0\r\n\r\n", b"5\r\nhelloXX0\r\n\r\n", b"\r\n\r\n", b"5;a=b\nhello\n0\n\n"])
    request.body = framing
    request.headers.update({"x-amz-content-sha256": rng.choice(["STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
                                                                "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "STREAMING-X"]),
                            "x-amz-decoded-content-length": rng.choice(["5", "6", "-1", "many", "99999999999999999999"]),
                            "Content-Encoding": "aws-chunked"})


def garbage_head(rng, request):
    end = b"Connection: close\r\n\r\n"
    request.head = rng.choice([
        bytes([rng.randint(33, 255)]) + rng.randbytes(rng.randint(0, 199)) + b"\r\n\r\n", # a NUL in front would be an empty line
        b"POST\r\n\r\n", b"POST / HTTP/9.9\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", b"POST " + b"/" * 9000 + b" HTTP/1.1\r\nHost: a\r\n" + end,
        b"GET / HTTP/1.1\r\n" + b"".join(b"a%d: b\r\n" % i for i in range(200)) + end,
        b"GET / HTTP/1.1\r\nA: " + b"x" * 60000 + b"\r\n\r\n", b"GET /\0 HTTP/1.1\r\nHost: a\r\n" + end,
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"])


COMMON = {kind.__name__: kind for kind in (bad_signature, bad_date, bad_scope, missing_headers, truncated_body, bad_chunks,
                                           garbage_head)}


# ---- AWS JSON ----

def set_arguments(request, arguments):
    request.arguments = arguments
    request.body = json.dumps(arguments).encode()


def change_member(rng, request, change):
    set_arguments(request, put(request.arguments, rng.choice(list(places(request.arguments))), change))


def broken_json(rng, request):
    at_byte = rng.randrange(len(request.body))
    request.body = rng.choice([request.body[:at_byte], request.body + b"}", request.body.replace(b":", b"=", 1), b"{", b"{,}",
                               b"{'a': 1}", b"\xef\xbb\xbf{", b"<xml/>", b"Action=ListQueues", b"nul"])


def json_of_another_kind(rng, request):
    request.body = rng.choice([b"[]", b"1", b'"text"', b"null", b"true", b"[{}]", b"-0.0", b""])


def wrong_types(rng, request):
    def change(parent, key):
        other = [v for v in ({"a": {}}, [[]], 12.75, True, "{}", [1]) if type(v) is not type(parent[key])]
        parent[key] = rng.choice(other)
    change_member(rng, request, change)


def misspelt_members(rng, request):
    def misspell(value):
        return {k[1:] + k[0] if rng.random() < 0.7 else k + "x": v for k, v in value.items()}
    set_arguments(request, misspell(request.arguments))


def missing_required(rng, request):
    set_arguments(request, {} if rng.random() < 0.3 else {k: None for k in request.arguments})


def huge_numbers(rng, request):
    number = rng.choice(["1e400", "9" * 400, "-" + "9" * 40, "1" + "0" * 5000, "0." + "1" * 400, "1e-400", "18446744073709551616"])
    path = rng.choice(list(places(request.arguments)))
    request.body = json.dumps(put(request.arguments, path, lambda p, k: p.__setitem__(k, "@@"))).encode()
    request.body = request.body.replace(b'"@@"', number.encode())


def deep_nesting(rng, request):
    depth = rng.choice([100, 1000, 3000, 20000])
    opened, closed = rng.choice([('{"M":', "}"), ("[", "]"), ('{"L":[', "]}"), ('{"a":', "}")])
    path = rng.choice(list(places(request.arguments)))
    inner = opened * depth + rng.choice(["1", '"x"', "{}"]) + closed * rng.choice([depth, 0])
    text = json.dumps(put(request.arguments, path, lambda p, k: p.__setitem__(k, "@@")))
    request.body = text.replace('"@@"', inner).encode()


def bad_utf8(rng, request):
    path = rng.choice([p for p in places(request.arguments)])
    text = json.dumps(put(request.arguments, path, lambda p, k: p.__setitem__(k, "@@"))).encode()
    request.body = text.replace(b"@@", b"a" + bad_text(rng) + b"b" if rng.random() < 0.8 else b"\\ud800")


def wrong_target(rng, request):
    service, _, operation = request.headers["X-Amz-Target"].partition(".")
    request.headers["X-Amz-Target"] = rng.choice([f"{service}.Nothing", f"{service}.{operation.lower()}", f"{service}.{operation}x",
                                                  f"{service}.", f"{service}.{operation}.{operation}", f"{service}.<&>",
                                                  f"{service}.{'A' * 5000}"])


def wrong_method(rng, request):
    request.method = rng.choice(["PUT", "DELETE", "PATCH", "GET"])


def wrong_content_type(rng, request):
    request.headers["Content-Type"] = rng.choice(["text/plain", "application/xml", "", "application/octet-stream",
                                                  "multipart/form-data", "application/x-www-form-urlencoded"])
    missing_required(rng, request)


def oversized(rng, request):
    size = rng.choice([410_000, 410_000, 1_100_000]) if rng.random() < 0.95 else 17 << 20
    paths = [p for p in places(request.arguments) if isinstance(at(request.arguments, p), str)]
    set_arguments(request, put(request.arguments, rng.choice(paths), lambda p, k: p.__setitem__(k, "A" * size)))


def bad_base64(rng, request):
    """In binary members where there are some, else in texts that the service gave."""
    text = rng.choice(["*", "QUJD*", "A", "QQ", "QUJD=", "====", "QUJD\nQUJD", "é", " ", "\0"])
    paths = [p for p in places(request.arguments) if p[-1] in ("B", "Data", "BinaryValue", "ReceiptHandle", "NextToken",
                                                               "nextToken", "ShardIterator", "TaskHandle")]
    path = rng.choice(paths or [p for p in places(request.arguments) if isinstance(at(request.arguments, p), str)])
    set_arguments(request, put(request.arguments, path, lambda p, k: p.__setitem__(k, text)))


def bad_names(rng, request):
    name = rng.choice(["", "a b", "x" * 300, "a/b", "../..", "<&>\"'", "é", "\x01", "http://[::1", "arn:aws:nothing", "arn:" + ":" * 50,
                       "%00", "a\r\nb", "$(x)", "x" * 3000, "é" * 700])
    paths = [p for p in places(request.arguments) if isinstance(at(request.arguments, p), str)]
    set_arguments(request, put(request.arguments, rng.choice(paths), lambda p, k: p.__setitem__(k, name)))


def out_of_range(rng, request):
    number = rng.choice([-1, 0, 2**31, 2**63 - 1, -2**63, 100_001])
    paths = [p for p in places(request.arguments) if isinstance(at(request.arguments, p), int)]
    paths = paths or [p for p in places(request.arguments)]
    set_arguments(request, put(request.arguments, rng.choice(paths), lambda p, k: p.__setitem__(k, number)))


JSON = {**COMMON, **{kind.__name__: kind for kind in (
    broken_json, json_of_another_kind, wrong_types, misspelt_members, missing_required, huge_numbers, deep_nesting, bad_utf8,
    wrong_target, wrong_method, wrong_content_type, oversized, bad_base64, bad_names, out_of_range)}}


def json_request(service, prefix, version):
    def make(operation, arguments):
        request = Request(service, "POST", "/", {"Content-Type": f"application/x-amz-json-{version}",
                                                 "X-Amz-Target": f"{prefix}.{operation}"}, b"")
        set_arguments(request, arguments)
        return request
    return make


# ---- the query protocol ----

def set_form(request, form):
    request.arguments = form
    request.body = urllib.parse.urlencode(form).encode()


def form_change(change):
    def kind(rng, request):
        set_form(request, change(rng, dict(request.arguments)))
    return kind


def some(rng, form):
    return rng.choice([name for name in form if name not in ("Action", "Version")] or ["Action"])


def raw_form(change):
    def kind(rng, request):
        request.body = change(rng, request)
    return kind


QUERY = {
    **COMMON,
    "no_action": form_change(lambda rng, f: {k: v for k, v in f.items() if k != "Action"}),
    "wrong_action": form_change(lambda rng, f: {**f, "Action": rng.choice(["Nothing", "", f["Action"].lower(), "A" * 3000, "<&>", "é", "\0"])}),
    "missing_required": form_change(lambda rng, f: {k: v for k, v in f.items() if k in ("Action", "Version")}),
    "misspelt_members": form_change(lambda rng, f: {k if k in ("Action", "Version") else k.swapcase(): v for k, v in f.items()}),
    "wrong_types": form_change(lambda rng, f: {**f, some(rng, f) + rng.choice([".1", ".Name", ".entry.1.key", "."]): "x", some(rng, f): ""}),
    "huge_numbers": form_change(lambda rng, f: {**f, some(rng, f): rng.choice(["9" * 400, "1e400", "-" + "9" * 30, "0x10", "12.5", "NaN"])}),
    "bad_names": form_change(lambda rng, f: {**f, some(rng, f): rng.choice(["", "a b", "x" * 3000, "<&>\"'", "é" * 700, "\x01", "http://[", "arn:" + ":" * 40])}),
    "bad_utf8": raw_form(lambda rng, r: r.body.replace(b"=", b"=%FF%C3" if rng.random() < 0.5 else b"=" + bad_text(rng), 5)),
    "bad_escapes": raw_form(lambda rng, r: b"Action=" + rng.choice([b"%", b"%zz", b"%0", b"%00", b"%%41", b"%u0041"]) + b"&" + r.body),
    "broken_form": raw_form(lambda rng, r: rng.choice([b"=&&=&a", b"{}", b"<xml/>", b"", b"&" * 5000, b"=" * 5000, b"\0", r.body[:rng.randrange(len(r.body) // 3)]])),
    "too_many": raw_form(lambda rng, r: re.split(b"&(?:QueueUrl|TopicArn|ResourceArn|StackName|TemplateBody)", r.body)[0] + b"".join(b"&Tag.%d.Key=a" % i for i in range(3000)) + b"&Action=Nothing"),
    "oversized": form_change(lambda rng, f: {**f, some(rng, f): "A" * (rng.choice([300_000, 1_100_000]) if rng.random() < 0.95 else 17 << 20)}),
    "long_lists": form_change(lambda rng, f: {**f, **{f"SendMessageBatchRequestEntry.{i}.Id": "same" for i in range(1, 40)}, "Action": f["Action"] + "x"}),
    "wrong_version": form_change(lambda rng, f: {"Action": "Nothing", "Version": rng.choice(["", "1", "2099-01-01", "x" * 500])}),
    "wrong_method": lambda rng, request: (setattr(request, "method", rng.choice(["PUT", "DELETE", "PATCH"])), set_form(request, {"Action": "Nothing"})),
}


def query_request(service, version):
    def make(operation, arguments):
        request = Request(service, "POST", "/", {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}, b"")
        set_form(request, {"Action": operation, "Version": version, **arguments})
        return request
    return make


# ---- S3 ----

def s3_request(method, target, body=b"", **headers):
    return Request("s3", method, target, {k.replace("_", "-"): v for k, v in headers.items()}, body)


DOCUMENTS = {
    "tagging": b"<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>",
    "versioning": b"<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>",
    "lifecycle": b"<LifecycleConfiguration><Rule><ID>a</ID><Filter><Prefix>p</Prefix></Filter><Status>Enabled</Status>"
                 b"<Expiration><Days>1</Days></Expiration></Rule></LifecycleConfiguration>",
    "cors": b"<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>",
    "notification": b"<NotificationConfiguration><QueueConfiguration><Queue>arn:aws:sqs:us-east-1:000000000000:q</Queue>"
                    b"<Event>s3:ObjectCreated:*</Event></QueueConfiguration></NotificationConfiguration>",
}


def document(rng, change, config=None):
    """A configuration with a wrong document."""
    name = config or rng.choice(sorted(DOCUMENTS))
    body = change(DOCUMENTS[name])
    return s3_request("PUT", f"/malformed?{name}", body, Content_MD5=base64.b64encode(md5(body)).decode())


def md5(body):
    import hashlib
    return hashlib.md5(body).digest()


def object_put(rng, **headers):
    return s3_request("PUT", "/malformed/key", b"hello", **headers)


def cut(rng, body):
    return body[:rng.randrange(1, len(body) - 1)]


def nested(rng, body):
    depth = rng.choice([50, 1000, 20000])
    return b"<Tagging>" + b"<Tag>" * depth + b"</Tag>" * rng.choice([depth, 0]) + b"</Tagging>"


S3 = {
    "broken_xml": lambda rng: document(rng, lambda b: rng.choice([cut(rng, b), b.replace(b">", b"", 1), b + b"<a>", b"{}", b"<", b"&amp;", b"<a>&nothing;</a>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"])),
    "unknown_elements": lambda rng: document(rng, lambda b: b.replace(b"><", b"><Nothing>1</Nothing><", 1)),
    "missing_elements": lambda rng: document(rng, lambda b: b"<" + b.split(b">")[0][1:] + b"><Rule/></" + b.split(b">")[0][1:] + b">", rng.choice(["lifecycle", "cors", "tagging"])),
    "wrong_values": lambda rng: document(rng, lambda b: b.replace(b">Enabled<", b">Perhaps<").replace(b">1<", b">-x<"), rng.choice(["versioning", "lifecycle"])),
    "deep_nesting": lambda rng: document(rng, lambda b: nested(rng, b), "tagging"),
    "bad_utf8": lambda rng: document(rng, lambda b: b.replace(b">a<", b">a" + bad_text(rng) + b"<"), "tagging"),
    "bad_json": lambda rng: s3_request("PUT", "/malformed?policy", rng.choice([b"{", b"[]", b"null", b'{"Version":"2012-10-17"}', b'{"Statement":[{}]}', b'{"Statement":' + b"[" * 5000, b"\xff", b"<xml/>"])),
    "bad_names": lambda rng: s3_request("PUT", rng.choice(["/A_B", "/a", "/" + "a" * 64, "/a..b", "/192.168.0.1", "/-ab", "/a%20b", "/%FF%FF%FF", "/ab.", "/xn--abc", "/abc-s3alias"])),
    "bad_keys": lambda rng: s3_request("PUT", "/malformed/" + rng.choice(["k" * 1025, "%FF", "%C3", "a%ED%A0%80", "é" * 0 + "%C3%A9" * 600]), b"x"),
    "huge_numbers": lambda rng: s3_request("GET", "/malformed?list-type=2&max-keys=" + rng.choice(["9" * 40, "-1", "1e9", "x", "2147483648"])),
    "bad_parts": lambda rng: s3_request("PUT", f"/malformed/key?uploadId=nothing&partNumber={rng.choice(['0', '10001', '-1', 'x', '9' * 30, ''])}", b"x"),
    "no_such_upload": lambda rng: s3_request("POST", "/malformed/key?uploadId=" + rng.choice(["nothing", "", "x" * 2000, "%00"]), b"<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>a</ETag></Part></CompleteMultipartUpload>"),
    "bad_md5": lambda rng: object_put(rng, Content_MD5=rng.choice(["x", "AAAA", "=" * 24, base64.b64encode(bytes(16)).decode(), base64.b64encode(bytes(15)).decode()])),
    "bad_checksums": lambda rng: object_put(rng, **{rng.choice(["x-amz-checksum-crc32", "x-amz-checksum-sha256", "x-amz-checksum-crc64nvme"]): rng.choice(["x", "AAAA", "AAAAAA==", "AAAAAAAAAAA=", "=" * 8])}),
    "bad_headers": lambda rng: object_put(rng, **rng.choice([{"x-amz-acl": "perhaps"}, {"x-amz-storage-class": "LUKEWARM"}, {"x-amz-tagging": "a=b&a=c"}, {"x-amz-server-side-encryption": "rot13"}, {"x-amz-meta-a": "m" * 3000}, {"x-amz-tagging": "&=%zz=&" * 20}, {"x-amz-copy-source": "nothing"}, {"x-amz-copy-source": "%FF/%FF"}, {"x-amz-object-lock-mode": "SOFT"}])),
    "bad_ranges": lambda rng: s3_request("GET", "/malformed/hello", **{"Range": rng.choice(["bytes=100-200", "bytes=99999999999999999999-", "bytes=-0", "bytes=6-"])}),
    "bad_payload_hash": lambda rng: object_put(rng, **{"X-Amz-Content-SHA256": rng.choice(["0" * 64, "x", "UNSIGNED", "f" * 63])}),
    "wrong_method": lambda rng: s3_request(rng.choice(["PATCH", "DELETE", "LOCK", "PUT"]), rng.choice(["/", "/malformed?location", "/malformed?versions", "/malformed/key?attributes"])),
    "oversized": lambda rng: document(rng, lambda b: b"<Tagging><TagSet>" + b"<Tag><Key>a</Key><Value>b</Value></Tag>" * rng.choice([60, 2000, 60000]) + b"</TagSet></Tagging>", "tagging"),
    "bad_forms": lambda rng: s3_request("POST", "/malformed", rng.choice([b"--x\r\n\r\n", b"--x--", b"", b'--x\r\nContent-Disposition: form-data; name="key"\r\n\r\nk\r\n--x--\r\n', rng.randbytes(60)]), **{"Content-Type": rng.choice(["multipart/form-data; boundary=x", "multipart/form-data", "text/plain", 'multipart/form-data; boundary="'])}),
    "bad_deletes": lambda rng: s3_request("POST", "/malformed?delete", rng.choice([b"<Delete/>", b"<Delete><Object/></Delete>", b"<Delete>" + b"<Object><Key>a</Key></Object>" * 1001 + b"</Delete>", b"", b"<Delete"]), **rng.choice([{}, {"Content-MD5": "x"}])),
    "bad_presigned": lambda rng: Request("s3", "GET", "/malformed/hello?" + rng.choice(["X-Amz-Algorithm=x", "X-Amz-Signature=x", "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=test&X-Amz-Date=x&X-Amz-Expires=y&X-Amz-SignedHeaders=host&X-Amz-Signature=0", "AWSAccessKeyId=test&Expires=1&Signature=x", "AWSAccessKeyId=test&Expires=x&Signature=%FF", "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=999999999&X-Amz-Signature=%zz"]), {}, b"", signed=False),
}
