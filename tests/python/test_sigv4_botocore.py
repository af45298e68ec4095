# SPDX-License-Identifier: Apache-2.0
"""slrun's signer against botocore's, byte for byte, on 3,000 random requests of a fixed seed: of any
bytes, as the plugins build them, as botocore's client sends them, and presigned.

SLRUN_SIGV4_TOOL names the built tests/unit/net/sigv4_tool, SLRUN_OP_TOOL the op_tool, SLRUN_OP_PLUGIN
s3.so, beside which the other plugins lie.
"""
import base64
import calendar
import collections
import datetime
import os
import pathlib
import random
import re
from urllib.parse import unquote_to_bytes

import botocore.auth as botocore_auth
import oracle
import pytest
import test_s3_client_botocore as s3
from botocore.awsrequest import AWSRequest
from botocore.compat import quote
from botocore.credentials import Credentials
from hypothesis import strategies as st
from oracle import fixed, start_tool

assert start_tool # the fixture
SERVICES = ("dynamodb", "kinesis", "logs", "sqs", "sts", "lambda", "execute-api", "s3")
AT_ROOT = SERVICES[:5] # whose requests all go to /
PER_SERVICE = 200
COMPARED = collections.Counter() # signatures, by where they come from
TEXT = "abcXYZ019-_.~ !\"#$%&'()*+,/:;<=>?@[]^`{|}äß€世🍊"
VALUE = "abcXYZ019-_.~ !\"#$%&'()*+,/:;<=>?@[]^`{|}\t  äß€世"
REGIONS = ("us-east-1", "eu-central-1", "ap-southeast-2", "us-gov-west-1", "cn-north-1")


def words(rng, alphabet, least, most):
    return "".join(rng.choice(alphabet) for _ in range(rng.randint(least, most)))


def path(rng, service):
    if service in AT_ROOT:
        return "/"
    parts = [rng.choice((words(rng, TEXT, 0, 12), ".", "..", "", "a%2Fb"))
             for _ in range(rng.randint(0, 6))]
    # a slash in an S3 key is never escaped: the SDKs send it as it is
    return "/" + "/".join(quote(part, safe="/~" if service == "s3" else "~") for part in parts)


def query(rng, service):
    if service in AT_ROOT or rng.random() < 0.3:
        return ""
    names = [words(rng, TEXT, 1, 4) for _ in range(4)]
    pairs = [(rng.choice(names), words(rng, TEXT, 0, 10)) for _ in range(rng.randint(1, 9))]
    return "?" + "&".join(f"{quote(n, safe='-_.~')}={quote(v, safe='-_.~')}" for n, v in pairs)


def headers(rng):
    names = ("X-Amz-Meta-A", "x-amz-meta-a1", "X-Amz-Meta-A-B", "Content-Type", "Accept", "Range",
             "X-Amz-Target", "x-amz-copy-source", "x-amz-copy-source-range", "User-Agent",
             "Content-Length", "Expect", "amz-sdk-invocation-id", "amz-sdk-request")
    found = [("Host", rng.choice(("service.example.com", "127.0.0.1:4566", "[::1]:8000")))]
    found += [(rng.choice(names), words(rng, VALUE, 0, 30)) for _ in range(rng.randint(0, 8))]
    rng.shuffle(found)
    return found


def make(rng, service):
    moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=rng.randint(0, 2**32))
    return {
        "request": {
            "method": rng.choice(("GET", "POST", "PUT", "DELETE", "HEAD", "PATCH")),
            "target": path(rng, service) + query(rng, service),
            "headers": headers(rng),
            "body_hex": rng.randbytes(rng.choice((0, 1, 55, 56, 64, 300, 5000))).hex(),
        },
        "context": {
            "access_key": "AKID" + words(rng, "ABCDEF234567", 0, 16),
            "secret_key": words(rng, TEXT, 1, 60),
            "session_token": words(rng, "abcXYZ019+/=", 1, 700) if rng.random() < 0.5 else None,
            "region": rng.choice(REGIONS),
            "service": service,
            "flags": ["s3"] if service == "s3" else [],
            "epoch": calendar.timegm(moment.timetuple()),
        },
    }


@pytest.fixture(scope="module", name="sign")
def start_signer():
    tool = os.environ.get("SLRUN_SIGV4_TOOL")
    assert tool, "SLRUN_SIGV4_TOOL must name the built sigv4_tool"
    with oracle.asking(tool) as ask:
        yield ask


@pytest.fixture(name="clock")
def set_clock(monkeypatch):
    """Sets the time by which botocore signs."""
    def at(epoch):
        moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=epoch)
        monkeypatch.setattr(botocore_auth, "get_current_datetime", lambda: moment)
    return at


# ---- in the headers ----

def aws_request(entry):
    request = entry["request"]
    host = dict(request["headers"])["Host"]
    made = AWSRequest(request["method"], f"http://{host}{request['target']}", data=bytes.fromhex(request["body_hex"]))
    for name, value in request["headers"]:
        made.headers[name] = value
    return made


def auth_of(entry, kinds, *more):
    context = entry["context"]
    credentials = Credentials(context["access_key"], context["secret_key"], context["session_token"])
    return kinds[context["service"] == "s3"](credentials, context["service"], context["region"], *more)


def expected(entry, clock):
    clock(entry["context"]["epoch"])
    made = aws_request(entry)
    auth = auth_of(entry, (botocore_auth.SigV4Auth, botocore_auth.S3SigV4Auth))
    auth.add_auth(made)
    names = ("authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256")
    canonical = auth.canonical_request(made_without_authorization(made))
    return {name: made.headers[name] for name in names if name in made.headers}, canonical


def made_without_authorization(made):
    authorization = made.headers["Authorization"]
    del made.headers["Authorization"]
    copy = AWSRequest(made.method, made.url, data=made.data)
    for name, value in made.headers.items():
        copy.headers[name] = value
    copy.context.update(made.context)
    made.headers["Authorization"] = authorization
    return copy


def compare(sign, clock, entry, where):
    wanted, canonical = expected(entry, clock)
    answer = sign(entry)
    assert "error" not in answer, entry
    assert answer["canonical_request"] == canonical, entry
    assert {name.lower(): value for name, value in answer["headers"]} == wanted, entry
    COMPARED[where] += 1


@pytest.mark.parametrize("service", SERVICES)
def test_signs_as_botocore(service, sign, clock):
    rng = random.Random(f"slrun {service}")
    for _ in range(PER_SERVICE):
        compare(sign, clock, make(rng, service), service)


def test_every_byte_of_a_path_and_of_a_query(sign, clock):
    for service in ("lambda", "s3"):
        for byte in range(256):
            entry = make(random.Random(byte), service)
            entry["request"]["target"] = f"/a%{byte:02X}b?q%{byte:02X}=%{255 - byte:02X}"
            entry["request"]["headers"] = [["Host", "service.example.com"]]
            if service == "lambda" and byte == 0x2F:
                continue
            answer, request = sign(entry), entry["request"]
            # botocore signs escapes as they stand; those of unreserved bytes and of a key's slash
            # are spelled as AWS's rule says
            request["target"] = spelled_by_the_rule(request["target"], service)
            wanted, canonical = expected(entry, clock)
            assert answer["canonical_request"] == canonical, entry
            assert dict(answer["headers"])["Authorization"] == wanted["authorization"], entry


def spelled_by_the_rule(target, service):
    first, mark, last = target.partition("?")
    name, equals, value = last.partition("=")
    if service == "s3":
        first = respell(first, "/-_.~")
    return first + mark + respell(name, "-_.~") + equals + respell(value, "-_.~")


def respell(text, safe):
    return quote(unquote_to_bytes(text), safe=safe)


# ---- as the plugins build them ----

PLUGINS = {"dynamodb": ("dynamodb", "dynamodbstreams"), "kinesis": ("kinesis",), "logs": ("logs",), "sqs": ("sqs",),
           "sts": ("sts",)}
ATTRIBUTE = oracle.Special(st.text(max_size=20), None, None)


@pytest.mark.parametrize("plugin", PLUGINS)
def test_signs_what_a_plugin_builds(plugin, sign, clock):
    with oracle.asking(oracle.COMMAND[0], pathlib.Path(oracle.COMMAND[1]).with_name(f"{plugin}.so")) as ask:
        operations = ask({"list": True})["ops"]

        @fixed(4, 120)
        def run(data):
            op = data.draw(st.sampled_from(operations))
            shape = oracle.model_of(op, *PLUGINS[plugin]).input_shape
            ours = ask({"shape": op})["params"]
            values = data.draw(oracle.values_of(shape, ours, {"AttributeValue": ATTRIBUTE})) if shape else {}
            built = ask({"op": op, "args": s3.plain(values), "bytes": True})
            entry = make(random.Random(data.draw(st.integers(0, 2**32))), plugin)
            entry["request"] = {"method": built["method"], "target": built["target"],
                                "headers": [["Host", "127.0.0.1:4566"], *built["headers"].items()],
                                "body_hex": base64.b64decode(built["body"]).hex()}
            compare(sign, clock, entry, f"{plugin}.so")

        run()


KEYS = st.one_of(st.sampled_from(s3.NASTY),
                 st.text(st.sampled_from("ab./%+ &=?#;:@!$'()*,~-_\\|<>\"{}[]^`\t\näß世🍊"), min_size=1, max_size=40),
                 st.text(st.characters(codec="utf-8"), min_size=1, max_size=20))


@pytest.mark.parametrize("op", ["get_object", "head_object", "put_object", "delete_object", "list_objects_v2",
                                "create_multipart_upload", "upload_part", "copy_object"])
def test_signs_as_botocores_client(op, tool, sign):
    """The signature that botocore's client would send for a key is ours for what slrun sends."""
    more = {"put_object": {"Body": b"\0\xff"}, "upload_part": {"UploadId": "a+/=", "PartNumber": 1, "Body": b"x"}}

    @fixed(4, 100)
    def run(data):
        key = data.draw(KEYS)
        values = {"Bucket": "b-1", **({"Prefix": key} if op == "list_objects_v2" else {"Key": key}), **more.get(op, {})}
        if op == "copy_object":
            values["CopySource"] = {"Bucket": "o", "Key": data.draw(KEYS)}
        wanted = s3.theirs(op, dict(values))
        headers = {k.lower(): v.decode() if isinstance(v, bytes) else v for k, v in wanted.headers.items()}
        signed = re.search("SignedHeaders=([^,]*)", headers["authorization"])[1].split(";")
        moment = datetime.datetime.strptime(headers["x-amz-date"], "%Y%m%dT%H%M%SZ")
        built = tool({"op": op, "args": s3.plain(values), "bytes": True})
        answer = sign({
            "request": {"method": built["method"], "target": built["target"],
                        "headers": [["Host", "127.0.0.1:9"], *([n, headers[n]] for n in signed
                                                               if n not in ("host", "x-amz-date"))],
                        "body_hex": base64.b64decode(built["body"]).hex()},
            "context": {"access_key": "test", "secret_key": "test", "region": "us-east-1", "service": "s3",
                        "flags": ["s3"], "epoch": calendar.timegm(moment.timetuple())}})
        assert dict(answer["headers"])["Authorization"] == headers["authorization"], values
        COMPARED["s3.so"] += 1

    run()


# ---- in the query ----

def presignable(rng, service):
    """No name twice: botocore keeps one of them."""
    entry = make(rng, service)
    path, _, query = entry["request"]["target"].partition("?")
    pairs = dict(pair.partition("=")[::2] for pair in query.split("&") if pair)
    entry["request"]["target"] = path + ("?" if pairs else "") + "&".join(f"{n}={v}" for n, v in pairs.items())
    entry["request"]["headers"] = [h for h in entry["request"]["headers"] if h[0] == "Host" or "Meta" in h[0]]
    entry["request"]["body_hex"] = ""
    entry["context"]["expires"] = rng.randint(1, 604800)
    return entry


@pytest.mark.parametrize("service", SERVICES)
def test_presigns_as_botocore(service, sign, clock):
    rng = random.Random(f"slrun presigns {service}")
    for _ in range(60):
        entry = presignable(rng, service)
        clock(entry["context"]["epoch"])
        made = aws_request(entry)
        auth_of(entry, (botocore_auth.SigV4QueryAuth, botocore_auth.S3SigV4QueryAuth),
                entry["context"]["expires"]).add_auth(made)
        answer = sign(entry)
        assert "error" not in answer, entry
        host = "http://" + dict(entry["request"]["headers"])["Host"]
        assert s3.split(answer["target"]) == s3.split(made.url[len(host):]), entry
        COMPARED["presigned"] += 1


@pytest.mark.parametrize("op", ["get_object", "put_object", "upload_part"])
def test_presigns_as_botocores_client(op, tool):
    more = {"upload_part": {"UploadId": "a+/=", "PartNumber": 1}}.get(op, {})

    @fixed(4, 60)
    def run(data):
        values = {"Bucket": "b-1", "Key": data.draw(KEYS), **more}
        expires = data.draw(st.integers(1, 604800))
        ours = tool({"presign": op, "args": values, "expires": expires, "endpoint": s3.ENDPOINT})["url"]
        moment = datetime.datetime.strptime(re.search(r"X-Amz-Date=(\w+)", ours)[1], "%Y%m%dT%H%M%SZ")
        theirs = s3.presigned(op, values, expires, moment)
        assert s3.split(ours[len(s3.ENDPOINT):]) == s3.split(theirs[len(s3.ENDPOINT):])
        COMPARED["presigned"] += 1

    run()


def test_enough_was_compared():
    assert sum(COMPARED.values()) >= 3000
    assert COMPARED["presigned"] >= 500 and COMPARED["s3.so"] >= 700
    assert all(COMPARED[f"{plugin}.so"] >= 100 for plugin in PLUGINS)
