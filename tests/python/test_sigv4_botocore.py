# SPDX-License-Identifier: Apache-2.0
"""slrun's signer against botocore's, byte for byte, on random requests of a fixed seed.

SLRUN_SIGV4_TOOL names the built tests/unit/net/sigv4_tool.
"""
import calendar
import datetime
import json
import os
import random
import subprocess
from urllib.parse import unquote_to_bytes

import pytest

botocore_auth = pytest.importorskip("botocore.auth")
from botocore.awsrequest import AWSRequest  # noqa: E402
from botocore.compat import quote  # noqa: E402
from botocore.credentials import Credentials  # noqa: E402

SERVICES = ("dynamodb", "sqs", "kinesis", "lambda", "execute-api", "s3")
PER_SERVICE = 300
TIMEOUT = 120
TEXT = "abcXYZ019-_.~ !\"#$%&'()*+,/:;<=>?@[]^`{|}äß€世🍊"
VALUE = "abcXYZ019-_.~ !\"#$%&'()*+,/:;<=>?@[]^`{|}\t  äß€世"
REGIONS = ("us-east-1", "eu-central-1", "ap-southeast-2", "us-gov-west-1", "cn-north-1")


def words(rng, alphabet, least, most):
    return "".join(rng.choice(alphabet) for _ in range(rng.randint(least, most)))


def path(rng, service):
    if service in ("dynamodb", "sqs", "kinesis"):
        return "/"
    parts = [rng.choice((words(rng, TEXT, 0, 12), ".", "..", "", "a%2Fb"))
             for _ in range(rng.randint(0, 6))]
    # a slash in an S3 key is never escaped: the SDKs send it as it is
    return "/" + "/".join(quote(part, safe="/~" if service == "s3" else "~") for part in parts)


def query(rng, service):
    if service in ("dynamodb", "sqs", "kinesis") or rng.random() < 0.3:
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


def expected(entry, monkeypatch):
    request, context = entry["request"], entry["context"]
    moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=context["epoch"])
    monkeypatch.setattr(botocore_auth, "get_current_datetime", lambda: moment)
    host = dict(request["headers"])["Host"]
    made = AWSRequest(request["method"], f"http://{host}{request['target']}",
                      data=bytes.fromhex(request["body_hex"]))
    for name, value in request["headers"]:
        made.headers[name] = value
    kind = botocore_auth.S3SigV4Auth if context["service"] == "s3" else botocore_auth.SigV4Auth
    auth = kind(Credentials(context["access_key"], context["secret_key"],
                            context["session_token"]), context["service"], context["region"])
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


def run_tool(entries):
    tool = os.environ.get("SLRUN_SIGV4_TOOL")
    assert tool, "SLRUN_SIGV4_TOOL must name the built sigv4_tool"
    lines = "".join(json.dumps(entry) + "\n" for entry in entries)
    done = subprocess.run([tool], input=lines.encode(), stdout=subprocess.PIPE, timeout=TIMEOUT,
                          check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("service", SERVICES)
def test_signs_as_botocore(service, monkeypatch):
    rng = random.Random(f"slrun {service}")
    entries = [make(rng, service) for _ in range(PER_SERVICE)]
    answers = run_tool(entries)
    assert len(answers) == PER_SERVICE
    for entry, answer in zip(entries, answers):
        wanted, canonical = expected(entry, monkeypatch)
        assert "error" not in answer, entry
        assert answer["canonical_request"] == canonical, entry
        assert {name.lower(): value for name, value in answer["headers"]} == wanted, entry


def test_every_byte_of_a_path_and_of_a_query(monkeypatch):
    for service in ("lambda", "s3"):
        entries = []
        for byte in range(256):
            entry = make(random.Random(byte), service)
            entry["request"]["target"] = f"/a%{byte:02X}b?q%{byte:02X}=%{255 - byte:02X}"
            entry["request"]["headers"] = [["Host", "service.example.com"]]
            if service == "s3" or byte != 0x2F:
                entries.append(entry)
        answers = run_tool(entries)
        for entry, answer in zip(entries, answers):
            request = entry["request"]
            # botocore signs escapes as they stand; those of unreserved bytes and of a key's slash
            # are spelled as AWS's rule says
            request["target"] = spelled_by_the_rule(request["target"], service)
            wanted, canonical = expected(entry, monkeypatch)
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
