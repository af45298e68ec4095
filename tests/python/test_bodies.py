# SPDX-License-Identifier: Apache-2.0
"""What the local cloud does with the heads and bodies of requests, signed by botocore.

blob.c stands in for S3: what a PUT stores came through the local cloud's hands piece by piece.
"""

import email.utils
import base64
import datetime
import hashlib
import hmac
import http.client
import io
import os
import random
import socket
import subprocess
import time
import urllib.parse
import xml.etree.ElementTree as ElementTree
import zlib

import pytest
from botocore import auth as botocore_auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.httpchecksum import AwsChunkedWrapper, Crc32Checksum
from botocore.session import Session
from botocore.config import Config

from with_local import start

SLRUN = os.environ["SLRUN"]
BLOB = os.environ["SLRUN_BLOB"]
GIB = 1 << 30
MEMORY_MAX = 64 << 20
SANITIZED = bool(os.environ.get("SLRUN_SANITIZED"))  # the sanitizers' own memory says nothing of ours


class Local:
    def __init__(self, *options):
        self.process, self.url = start(SLRUN, "--plugin-path", BLOB, *options)
        self.host = self.url.removeprefix("http://")

    def stop(self):
        self.process.terminate()
        assert self.process.wait(timeout=20) == 0

    def memory(self):
        """Bytes that were resident at most."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))

    def send(self, method, target, headers=(), body=b"", host=None):
        """What is sent as it is; status, headers, body."""
        connection = http.client.HTTPConnection(self.host, timeout=60)
        connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        names = {name.lower() for name, _ in headers}
        if "host" not in names:
            connection.putheader("Host", host or self.host)
        if body and "content-length" not in names and "transfer-encoding" not in names:
            connection.putheader("Content-Length", str(len(body)))
        for name, value in headers:
            connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        found = answer.status, dict(answer.getheaders()), answer.read()
        connection.close()
        return found

    def counts(self):
        status, _, body = self.send("PATCH", "/", sign(self, "PATCH", "/"))
        assert status == 200
        return {name: int(n) for name, n in (word.split("=") for word in body.decode().split())}


@pytest.fixture(scope="module")
def local():
    found = Local()
    yield found
    found.stop()


@pytest.fixture(scope="module")
def strict():
    found = Local("--strict-signatures")
    yield found
    found.stop()


def sign(local, method, target, headers=None, payload=None, body=b"", key="test", secret="test",
         service="s3", kind=botocore_auth.S3SigV4Auth):
    """The headers of a request that is signed in its headers."""
    headers = {"Host": local.host, **(headers or {})}
    headers["X-Amz-Content-SHA256"] = payload or hashlib.sha256(body).hexdigest()
    request = AWSRequest(method, local.url + target, data=body, headers=headers)

    class Auth(kind):
        def payload(self, request):
            return headers["X-Amz-Content-SHA256"]

    Auth(Credentials(key, secret), service, "eu-west-1").add_auth(request)
    return list(request.headers.items())


def error(body):
    """The code and the text of S3's error, which has no namespace."""
    root = ElementTree.fromstring(body)
    assert root.tag == "Error" and root.find("RequestId") is not None
    return root.findtext("Code"), root.findtext("Message")


def kept(local):
    status, headers, body = local.send("GET", "/kept", sign(local, "GET", "/kept"))
    assert status == 200
    assert headers["Content-Length"] == str(len(body))
    return body


def test_data_directory(tmp_path):
    data = tmp_path / "a" / "b"
    local = Local("--data", str(data))
    local.stop()
    assert data.is_dir()
    Local("--data", str(data)).stop()  # it is there
    (tmp_path / "file").write_text("x")
    for wrong in ("file", "file/c"):
        done = subprocess.run([SLRUN, "local", "--port", "0", "--data", str(tmp_path / wrong)],
                              stderr=subprocess.PIPE, text=True, timeout=60, check=False)
        assert done.returncode == 4
        assert f"--data {tmp_path / wrong}: cannot be made: Not a directory" in done.stderr


# ---- aws-chunked ----


def seed_of(headers):
    header = dict(headers)["Authorization"]
    return header.split("Signature=")[1], header.split("Credential=")[1].split(",")[0].split("/", 1)[1]


def signing_key(scope, secret="test"):
    key = ("AWS4" + secret).encode()
    for part in scope.split("/"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    return key


def signed_chunks(headers, data, size, trailers=()):
    """The body as AWS's documentation describes it, by hand; no code is shared with slrun's."""
    signature, scope = seed_of(headers)
    date = dict(headers)["X-Amz-Date"]
    key = signing_key(scope)
    empty = hashlib.sha256(b"").hexdigest()
    body = b""
    for at in [*range(0, len(data), size), len(data)]:
        chunk = data[at:at + size]
        text = "\n".join(("AWS4-HMAC-SHA256-PAYLOAD", date, scope, signature, empty,
                          hashlib.sha256(chunk).hexdigest()))
        signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
        body += f"{len(chunk):x};chunk-signature={signature}\r\n".encode() + chunk
        body += b"\r\n" if chunk else b""
    if trailers:
        lines = "".join(f"{name}:{value}\n" for name, value in trailers)
        text = "\n".join(("AWS4-HMAC-SHA256-TRAILER", date, scope, signature,
                          hashlib.sha256(lines.encode()).hexdigest()))
        signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
        body += lines.replace("\n", "\r\n").encode()
        body += f"x-amz-trailer-signature:{signature}\r\n".encode()
    return body + b"\r\n"


def chunked_head(local, data, kind, trailer=None, method="PUT", **options):
    headers = {"Content-Encoding": "aws-chunked", "X-Amz-Decoded-Content-Length": str(len(data))}
    if trailer:
        headers["X-Amz-Trailer"] = trailer
    return sign(local, method, "/k", {**headers, **options.pop("headers", {})}, payload=kind, **options)


def crc(data):
    return base64.b64encode(zlib.crc32(data).to_bytes(4, "big")).decode()


SIGNED = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"
DATA = random.Random(7).randbytes(70000)


@pytest.mark.parametrize("method", ["PUT", "POST"])
@pytest.mark.parametrize("size", [8192, 65536, 70000, 100000])
def test_signed_chunks(local, method, size):
    headers = chunked_head(local, DATA, SIGNED, method=method)
    status, _, answer = local.send(method, "/k", headers, signed_chunks(headers, DATA, size))
    assert status == 200, answer
    assert (kept(local) if method == "PUT" else answer) == DATA  # POST is collected


def test_signed_chunks_and_trailer(local):
    headers = chunked_head(local, DATA, SIGNED + "-TRAILER", "x-amz-checksum-crc32")
    body = signed_chunks(headers, DATA, 65536, [("x-amz-checksum-crc32", crc(DATA))])
    status, _, answer = local.send("PUT", "/k", headers, body)
    assert status == 200, answer
    assert f"key=test known=0 region=eu-west-1 kept=70000 x-amz-checksum-crc32={crc(DATA)}" in answer.decode()
    assert kept(local) == DATA


def test_trailer_of_botocore(local):
    wrapper = AwsChunkedWrapper(io.BytesIO(DATA), checksum_cls=Crc32Checksum,
                                checksum_name="x-amz-checksum-crc32", chunk_size=9000)
    headers = chunked_head(local, DATA, "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "x-amz-checksum-crc32")
    status, _, answer = local.send("PUT", "/k", headers, wrapper.read())
    assert status == 200 and f"x-amz-checksum-crc32={crc(DATA)}" in answer.decode()
    assert kept(local) == DATA


def test_chunks_of_an_unknown_key(local):
    headers = chunked_head(local, DATA, SIGNED, key="AKIAUNKNOWN", secret="x")
    status, _, answer = local.send("PUT", "/k", headers, signed_chunks(headers, DATA, 65536))
    assert status == 200 and b"key=AKIAUNKNOWN known=1" in answer


INCOMPLETE = ("IncompleteBody", "The request body terminated unexpectedly")
MISMATCH = ("SignatureDoesNotMatch", "The request signature we calculated does not match the signature you "
            "provided. Check your key and signing method.")
LENGTH = ("IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header")
TRAILER = ("MalformedTrailerError", "The request contained trailing data that was not well-formed or did not "
           "conform to our published schema.")
SMALL = ("InvalidChunkSizeError", "Only the last chunk is allowed to have a size less than 8192 bytes")


@pytest.mark.parametrize("change", [lambda b: b[:-2], lambda b: b + b"\r\n", lambda b: b + b"x: y\r\n", lambda b: b + b"\xff"],
                         ids=["no-end", "line", "trailer", "junk"])
def test_ends_without_signatures(local, change):
    """As OpenStack Swift's tests found AWS (test/s3api/test_input_errors.py)."""
    checksum = base64.b64encode(zlib.crc32(b"abc").to_bytes(4, "big"))
    headers = chunked_head(local, b"abc", "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "x-amz-checksum-crc32")
    body = b"3\r\nabc\r\n0\r\nx-amz-checksum-crc32:" + checksum + b"\r\n\r\n"
    assert local.send("PUT", "/k", headers, change(body))[0] == 200
    assert kept(local) == b"abc"


@pytest.mark.parametrize("change, status, wanted", [
    (lambda b: b[:-2], 400, INCOMPLETE),
    (lambda b: b + b"x", 400, INCOMPLETE),
    (lambda b: b[:-1] + b"X", 400, INCOMPLETE),
    (lambda b: b"g" + b[1:], 400, INCOMPLETE),
    (lambda b: b.replace(b"\r\n", b"\n", 1), 400, INCOMPLETE),
    (lambda b: b.replace(b";chunk-signature=", b";chunk-sig=", 1), 400, INCOMPLETE),
    (lambda b: b[:200] + bytes([b[200] ^ 1]) + b[201:], 403, MISMATCH),
    (lambda b: b[:40] + (b"1" if b[40:41] == b"0" else b"0") + b[41:], 403, MISMATCH),
], ids=["no-end", "more", "end", "size", "line-feed", "unsigned", "data", "signature"])
@pytest.mark.parametrize("method", ["PUT", "POST"])
def test_broken_chunks(local, method, change, status, wanted):
    before = local.counts()
    headers = chunked_head(local, DATA, SIGNED, method=method)
    body = change(signed_chunks(headers, DATA, 65536))
    got = local.send(method, "/k", headers, body)
    assert (got[0], error(got[2])) == (status, wanted)
    after = local.counts()
    assert after["served"] == before["served"] + 1  # this count alone
    assert after["dropped"] == before["dropped"] + (method == "PUT")


@pytest.mark.parametrize("trailer, lines, wanted", [
    ("x-amz-checksum-crc32", b"", TRAILER),
    ("x-amz-checksum-sha1", b"x-amz-checksum-crc32:AAAAAA==\r\n", TRAILER),
    (None, b"x-amz-checksum-crc32:AAAAAA==\r\n", TRAILER),
    ("x-amz-checksum-crc32", b"x-amz-checksum-crc32\r\n", INCOMPLETE),
    ("x-amz-checksum-crc32", b"x-amz-checksum-crc32:AAAAAA==\r\nx-amz-trailer-signature:00\r\n", TRAILER),
], ids=["missing", "other", "not-announced", "no-colon", "signed"])
def test_broken_trailers(local, trailer, lines, wanted):
    headers = chunked_head(local, b"abc", "STREAMING-UNSIGNED-PAYLOAD-TRAILER", trailer)
    got = local.send("PUT", "/k", headers, b"3\r\nabc\r\n0\r\n" + lines + b"\r\n")
    assert (got[0], error(got[2])) == (400, wanted)


def test_broken_trailer_signature(local):
    headers = chunked_head(local, DATA, SIGNED + "-TRAILER", "x-amz-checksum-crc32")
    body = signed_chunks(headers, DATA, 65536, [("x-amz-checksum-crc32", crc(DATA))])
    got = local.send("PUT", "/k", headers, body.replace(crc(DATA).encode(), b"AAAAAA=="))
    assert (got[0], error(got[2])) == (403, MISMATCH)
    assert b"<StringToSign>AWS4-HMAC-SHA256-TRAILER\n" in got[2]


def test_what_was_signed_of_a_chunk(local):
    """Its own string to sign, and the canonical request of the head."""
    headers = chunked_head(local, DATA, SIGNED)
    body = signed_chunks(headers, DATA, 65536)
    root = ElementTree.fromstring(local.send("PUT", "/k", headers, body[:200] + b"?" + body[201:])[2])
    lines = root.findtext("StringToSign").split("\n")
    assert lines[0] == "AWS4-HMAC-SHA256-PAYLOAD" and lines[3] == seed_of(headers)[0]
    assert bytes.fromhex(root.findtext("StringToSignBytes")).decode() == root.findtext("StringToSign")
    canonical = root.findtext("CanonicalRequest").split("\n")
    assert canonical[:2] == ["PUT", "/k"] and canonical[-1] == SIGNED
    assert root.findtext("AWSAccessKeyId") == "test"


def test_signed_trailers_that_are_none(local):
    headers = chunked_head(local, DATA, SIGNED + "-TRAILER")
    got = local.send("PUT", "/k", headers, signed_chunks(headers, DATA, 65536))
    assert (got[0], error(got[2])) == (400, INCOMPLETE)


def test_lengths_of_chunks(local):
    plain = "STREAMING-UNSIGNED-PAYLOAD-TRAILER"
    for said, body, status, wanted, counts in (
            (b"ab", b"3\r\nabc\r\n0\r\n\r\n", 400, LENGTH, (2, 3)),
            (b"abcd", b"3\r\nabc\r\n0\r\n\r\n", 400, LENGTH, (4, 3)),
            (b"abcde", b"2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n", 403, SMALL, (2, 2))):
        got = local.send("PUT", "/k", chunked_head(local, said, plain), body)
        assert (got[0], error(got[2])) == (status, wanted)
        names = ("Chunk", "BadChunkSize") if wanted == SMALL else ("NumberBytesExpected", "NumberBytesProvided")
        assert tuple(int(ElementTree.fromstring(got[2]).findtext(name)) for name in names) == counts
    for length in ("", "-1", "abc"):
        headers = chunked_head(local, b"", plain, headers={"X-Amz-Decoded-Content-Length": length})
        got = local.send("PUT", "/k", headers, b"0\r\n\r\n")
        assert (got[0], error(got[2])[0]) == (411, "MissingContentLength")


def test_what_is_not_chunked(local):
    """Content-Encoding says nothing of the body where x-amz-content-sha256 does."""
    headers = sign(local, "PUT", "/k", {"Content-Encoding": "gzip, aws-chunked"}, body=DATA)
    assert local.send("PUT", "/k", headers, DATA)[0] == 200
    assert kept(local) == DATA
    got = local.send("PUT", "/k", sign(local, "PUT", "/k", payload="STREAMING-NONSENSE"), DATA)
    assert (got[0], error(got[2])[0]) == (400, "InvalidArgument")


def presign(local, method, target, headers, body=b""):
    """A target that is presigned for these headers, and the headers."""
    stated = headers.get("X-Amz-Content-SHA256", "UNSIGNED-PAYLOAD")

    class Auth(botocore_auth.S3SigV4QueryAuth):
        def payload(self, request):
            return stated

    request = AWSRequest(method, local.url + target, data=body, headers={"Host": local.host, **headers})
    Auth(Credentials("test", "test"), "s3", "eu-west-1").add_auth(request)
    return request.url.removeprefix(local.url), list(request.headers.items())


def sign_2(local, method, target, headers):
    """The same in the way of version 2."""
    request = AWSRequest(method, local.url + target, headers={"Host": local.host, **headers})
    request.auth_path = target
    botocore_auth.HmacV1Auth(Credentials("test", "test")).add_auth(request)
    return target, list(request.headers.items())


HASH = ("XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.")


@pytest.mark.parametrize("way", [presign, sign_2])
def test_bodies_that_are_taken_as_they_come(local, way):
    """Only an Authorization of version 4 has bodies in chunks (OpenStack Swift's tests, run on AWS)."""
    body = b"3\r\nabc\r\n0\r\n\r\n"
    for stated in ("STREAMING-UNSIGNED-PAYLOAD-TRAILER", SIGNED):
        for length, status, wanted in (("3", 400, LENGTH), (str(len(body)), 400, HASH), ("x", 411, None)):
            headers = {"X-Amz-Content-SHA256": stated, "X-Amz-Decoded-Content-Length": length}
            got = local.send("PUT", *way(local, "PUT", "/k", headers), body)
            assert got[0] == status, got
            assert error(got[2]) == wanted or (wanted is None and error(got[2])[0] == "MissingContentLength")
    assert b"<NumberBytesProvided>" not in got[2]
    for stated in (hashlib.sha256(body).hexdigest(), "UNSIGNED-PAYLOAD"):
        assert local.send("PUT", *way(local, "PUT", "/k", {"X-Amz-Content-SHA256": stated}), body)[0] == 200
        assert kept(local) == body
    got = local.send("PUT", *way(local, "PUT", "/k", {"X-Amz-Content-SHA256": "0" * 64}), body)
    assert (got[0], error(got[2])) == (400, HASH)


def test_signed_hash_of_a_presigned_request(local):
    """It is part of the signature where the header is signed: another one is refused."""
    target, headers = presign(local, "PUT", "/k", {"X-Amz-Content-SHA256": hashlib.sha256(b"one").hexdigest()})
    assert local.send("PUT", target, headers, b"one")[0] == 200
    other = [(name, hashlib.sha256(b"two").hexdigest() if name.lower() == "x-amz-content-sha256" else value)
             for name, value in headers]
    got = local.send("PUT", target, other, b"two")
    assert (got[0], error(got[2])) == (403, MISMATCH)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_hash_of_what_is_read(local, method):
    """S3 does not hold a GET or HEAD against its hash, but in an Authorization of version 4 it must be one."""
    wrong = hashlib.sha256(b"not the body").hexdigest()
    for target, headers in (("/k", sign(local, method, "/k", payload=wrong)),
                            presign(local, method, "/k", {"X-Amz-Content-SHA256": wrong}),
                            presign(local, method, "/k", {"X-Amz-Content-SHA256": "invalid"}),
                            sign_2(local, method, "/k", {"X-Amz-Content-SHA256": "invalid"})):
        assert local.send(method, target, headers)[0] == 200
    assert local.send(method, "/k", sign(local, method, "/k", payload="invalid"))[0] == 400


def test_hash_that_is_not_stated(local):
    """It is missed before the length and the body are looked at."""
    headers = [(name, value) for name, value in sign(local, "PUT", "/k", body=b"x") if "sha256" not in name.lower()]
    got = local.send("PUT", "/k", headers, b"x")
    assert (got[0], error(got[2])) == (400, ("InvalidRequest", "Missing required header for this request: "
                                             "x-amz-content-sha256"))


# ---- whole bodies ----


def test_hash_of_the_body(local):
    before = local.counts()["dropped"]
    headers = sign(local, "PUT", "/k", body=DATA)
    assert local.send("PUT", "/k", headers, DATA)[0] == 200
    for method in ("PUT", "POST"):
        headers = sign(local, method, "/k", body=DATA)
        got = local.send(method, "/k", headers, DATA[:-1] + b"?")
        assert (got[0], error(got[2])) == (400, (
            "XAmzContentSHA256Mismatch",
            "The provided 'x-amz-content-sha256' header does not match what was computed."))
    assert local.counts()["dropped"] == before + 1
    headers = sign(local, "PUT", "/k", payload="UNSIGNED-PAYLOAD")
    assert local.send("PUT", "/k", headers, b"anything")[0] == 200
    assert kept(local) == b"anything"


def test_too_large_to_collect(local):
    large = bytes((16 << 20) + 1)
    headers = sign(local, "POST", "/k", body=large)
    got = local.send("POST", "/k", headers, large)
    assert (got[0], error(got[2])[0]) == (413, "MaxMessageLengthExceeded")
    headers = chunked_head(local, large, "STREAMING-UNSIGNED-PAYLOAD-TRAILER", method="POST")
    got = local.send("POST", "/k", headers, b"1000001\r\n" + large + b"\r\n0\r\n\r\n")
    assert (got[0], error(got[2])[0]) == (413, "MaxMessageLengthExceeded")


def test_refused_by_its_head(local):
    """A client that asks first is not asked for the body."""
    with socket.create_connection(local.host.split(":"), timeout=20) as client:
        lines = [("Content-Length", str(GIB)), ("Expect", "100-continue"),
                 *sign(local, "DELETE", "/k", payload="UNSIGNED-PAYLOAD")]
        client.sendall(("DELETE /k HTTP/1.1\r\n" + "".join(f"{n}: {v}\r\n" for n, v in lines) + "\r\n").encode())
        assert client.recv(4096).startswith(b"HTTP/1.1 403 ")


def test_client_leaves(local):
    def wait_for(more):
        end = time.monotonic() + 20
        while not more(local.counts()):
            assert time.monotonic() < end

    before = local.counts()
    headers = sign(local, "PUT", "/k", payload="UNSIGNED-PAYLOAD")
    with socket.create_connection(local.host.split(":"), timeout=20) as client:
        lines = [("Content-Length", "100"), *headers]
        client.sendall(("PUT /k HTTP/1.1\r\n" + "".join(f"{n}: {v}\r\n" for n, v in lines) + "\r\nabc").encode())
        wait_for(lambda now: now["begun"] - now["served"] > before["begun"] - before["served"])
    wait_for(lambda now: now["dropped"] > before["dropped"])


# ---- S3's client ----


def client(local, **config):
    return Session().create_client(
        "s3", region_name="eu-west-1", endpoint_url=local.url, aws_access_key_id="test",
        aws_secret_access_key="test",
        config=Config(**{"s3": {"addressing_style": "path"}, "retries": {"max_attempts": 0}, **config}))


@pytest.fixture(scope="module")
def s3(local):
    return client(local)


KEYS = ["plain", "a/./b/../c", "a//b", "/lead", "50%", "%41", "a+b c", "grüße/世", "q?x=1&y", "~_-.!*'()", "a\\b"]


@pytest.mark.parametrize("key", KEYS)
def test_botocore_puts_and_gets(local, s3, key):
    data = key.encode() * 1000
    s3.put_object(Bucket="b", Key=key, Body=data)
    assert s3.get_object(Bucket="b", Key=key)["Body"].read() == data
    assert s3.head_object(Bucket="b", Key=key)["ContentLength"] == len(data)


@pytest.mark.parametrize("version", ["s3", "s3v4"])  # the older one is botocore's default
@pytest.mark.parametrize("key", KEYS)
def test_presigned(local, version, key):
    s3 = client(local, signature_version=version)
    put = s3.generate_presigned_url("put_object", Params={"Bucket": "b", "Key": key})
    target = put.removeprefix(local.url)
    status, _, body = local.send("PUT", target, body=key.encode())
    assert status == 200 and b"key=test" in body, body
    get = s3.generate_presigned_url("get_object", Params={"Bucket": "b", "Key": key}).removeprefix(local.url)
    assert local.send("GET", get)[2] == key.encode()
    status, _, body = local.send("GET", get.replace("/b/", "/c/", 1))
    assert (status, error(body)) == (403, MISMATCH)
    status, _, body = local.send("DELETE", get)
    assert (status, error(body)) == (403, MISMATCH)


def presigned(local, monkeypatch, ago, expires=3600, **params):
    moment = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None) - datetime.timedelta(seconds=ago)
    monkeypatch.setattr(botocore_auth, "get_current_datetime", lambda: moment)
    request = AWSRequest("GET", local.url + "/b/k", params=params)
    botocore_auth.S3SigV4QueryAuth(Credentials("test", "test"), "s3", "us-east-1", expires).add_auth(request)
    return request.prepare().url.removeprefix(local.url)


def test_presigned_expiry(local, monkeypatch):
    def asked(*args, **params):
        status, _, body = local.send("GET", presigned(local, monkeypatch, *args, **params))
        return status, body if status == 200 else error(body)
    assert asked(0)[0] == 200
    assert asked(7000, 7200)[0] == 200
    assert asked(7300, 7200) == (403, ("AccessDenied", "Request has expired"))
    assert asked(-3600) == (403, ("AccessDenied", "Request is not yet valid"))
    assert asked(0, 604800)[0] == 200
    status, (code, text) = asked(0, 604801)
    assert (status, code) == (400, "AuthorizationQueryParametersError") and "less than a week" in text
    assert asked(0, -1)[1][1] == "X-Amz-Expires must be non-negative"
    assert asked(0, "soon")[1][1] == "X-Amz-Expires should be a number"
    assert asked(0, **{"response-content-type": "a/b; c=ü", "x": ""})[0] == 200


def test_presigned_with_something_missing(local, monkeypatch):
    whole = presigned(local, monkeypatch, 0)
    path, query = whole.split("?")
    for name in ("Algorithm", "Credential", "Date", "Expires", "SignedHeaders", "Signature"):
        left = "&".join(p for p in query.split("&") if not p.startswith(f"X-Amz-{name}="))
        status, _, body = local.send("GET", f"{path}?{left}")
        assert (status, error(body)[0]) == (400, "AuthorizationQueryParametersError"), name
        assert "requires the X-Amz-Algorithm" in error(body)[1]


@pytest.mark.parametrize("version", ["s3", "s3v4"])
def test_presigned_for_a_host(local, version):
    """Virtual-hosted addressing: what is signed names the bucket in its path with version 2 only."""
    made = Session().create_client("s3", region_name="us-east-1", endpoint_url="http://s3.localhost:4566",
                                   aws_access_key_id="test", aws_secret_access_key="test",
                                   config=Config(signature_version=version, s3={"addressing_style": "virtual"}))
    params = {"Bucket": "my.bucket", "Key": "a/b c", "ResponseContentType": "text/x; charset=ü"}
    url = urllib.parse.urlsplit(made.generate_presigned_url("get_object", Params=params))
    assert url.netloc == "my.bucket.s3.localhost:4566"
    local.send("PUT", "/k", sign(local, "PUT", "/k", body=b"xyz"), b"xyz")
    status, _, body = local.send("GET", f"{url.path}?{url.query}", host=url.netloc)
    assert (status, body) == (200, b"xyz")
    status, _, body = local.send("GET", f"{url.path}?{url.query}", host="your.bucket.s3.localhost:4566")
    assert (status, error(body)) == (403, MISMATCH)


def test_version_2(local, strict):
    old = client(local, signature_version="s3")
    old.put_object(Bucket="b", Key="a b", Body=b"old", Metadata={"B": "1", "a": "2"}, ContentType="a/b")
    answer = old.get_object(Bucket="b", Key="a b", VersionId="x", ResponseContentType="text/y z")
    assert answer["Body"].read() == b"old"
    url = old.generate_presigned_url("put_object", ExpiresIn=60, Params={
        "Bucket": "b", "Key": "k", "ACL": "private", "ContentType": "a/b"}).removeprefix(local.url)
    assert local.send("PUT", url, [("Content-Type", "a/b")], b"x")[0] == 200
    assert error(local.send("PUT", url, [("Content-Type", "a/c")], b"x")[2]) == MISMATCH
    url = old.generate_presigned_url("get_object", ExpiresIn=-5, Params={"Bucket": "b", "Key": "k"})
    assert error(local.send("GET", url.removeprefix(local.url))[2]) == ("AccessDenied", "Request has expired")
    assert error(strict.send("GET", "/b/k?AWSAccessKeyId=AKIA&Expires=2147483647&Signature=x")[2])[0] == "InvalidAccessKeyId"
    assert local.send("GET", "/b/k?AWSAccessKeyId=AKIA&Expires=2147483647&Signature=x")[0] == 200
    assert error(local.send("GET", "/b/k?AWSAccessKeyId=test&Expires=2147483647&Signature=x")[2]) == MISMATCH
    assert error(local.send("GET", "/b/k?AWSAccessKeyId=test&Expires=soon&Signature=x")[2])[0] == "AccessDenied"
    assert error(local.send("GET", "/b/k", [("Authorization", "AWS test:c2ln")])[2])[0] == "AccessDenied"  # no date
    assert error(local.send("GET", "/b/k", [("Authorization", "AWS test")])[2])[0] == "InvalidArgument"


def test_headers_that_are_not_signed(local):
    s3 = client(local, signature_version="s3v4")
    wanted = ("AccessDenied", "There were headers present in the request which were not signed")
    url = s3.generate_presigned_url("put_object", Params={"Bucket": "b", "Key": "k"}).removeprefix(local.url)
    got = local.send("PUT", url, [("x-amz-acl", "public-read")], b"x")
    assert (got[0], error(got[2])) == (403, wanted)
    got = local.send("PUT", "/k", [*sign(local, "PUT", "/k", body=b"x"), ("x-amz-meta-a", "b")], b"x")
    assert (got[0], error(got[2])) == (403, wanted)
    assert local.send("PUT", url, [("x-other", "y")], b"x")[0] == 200


# ---- who may ---


def test_refusals_of_s3(local, strict):
    assert error(local.send("GET", "/b/k", [("Authorization", "Bearer x")])[2]) == (
        "InvalidArgument", "Unsupported Authorization Type")
    unknown = sign(strict, "GET", "/b/k", key="AKIAUNKNOWN")
    status, headers, body = strict.send("GET", "/b/k", unknown)
    assert (status, error(body)) == (403, (
        "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records."))
    assert headers["Content-Type"] == "application/xml" and headers["x-amz-request-id"]
    assert ElementTree.fromstring(body).findtext("RequestId") == headers["x-amz-request-id"]
    wrong = sign(local, "GET", "/b/k", secret="wrong")
    body = local.send("GET", "/b/k", wrong)[2]
    assert error(body) == MISMATCH
    said = {one.tag: one.text for one in ElementTree.fromstring(body)}
    assert said["AWSAccessKeyId"] == "test" and said["CanonicalRequest"].startswith("GET\n/b/k\n\nhost:")
    assert said["StringToSign"].startswith("AWS4-HMAC-SHA256\n") and len(said["SignatureProvided"]) == 64
    assert bytes.fromhex(said["CanonicalRequestBytes"]).decode() == said["CanonicalRequest"]
    status, _, body = local.send("HEAD", "/b/k", sign(local, "HEAD", "/b/k", secret="wrong"))
    assert (status, body) == (403, b"")


def test_skew_of_s3(local, monkeypatch):
    for seconds, wanted in ((800, 200), (1000, 403)):
        with monkeypatch.context() as patch:
            moment = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None) - \
                datetime.timedelta(seconds=seconds)
            patch.setattr(botocore_auth, "get_current_datetime", lambda: moment)
            headers = sign(local, "GET", "/b/k")
        status, _, body = local.send("GET", "/b/k", headers)
        assert status == wanted
    assert error(body) == ("RequestTimeTooSkewed",
                           "The difference between the request time and the current time is too large.")


def test_unsigned_requests(local):
    assert b"key=-" in local.send("PUT", "/b/k", body=b"x")[2]
    assert b"slrun local cloud" in local.send("GET", "/")[2]
    got = local.send("GET", "/", host="bucket.localhost:4566")
    assert got[0] == 200 and got[2] == b"x"  # the service's, which claims that host for sure
    assert b"slrun local cloud" in local.send("GET", "/", host="other.localhost:4566")[2]
    body = b"3\r\nabc\r\n0\r\nx-amz-checksum-crc32:" + crc(b"abc").encode() + b"\r\n\r\n"
    headers = [("Content-Encoding", "aws-chunked"), ("x-amz-decoded-content-length", "3"),
               ("x-amz-trailer", "x-amz-checksum-crc32")]
    assert local.send("PUT", "/b/k", headers, body)[0] == 200
    assert kept(local) == b"abc"


def test_words_of_other_protocols(local):
    form = [("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")]
    status, headers, body = local.send("POST", "/", form, b"Action=ListQueues")
    root = ElementTree.fromstring(body)
    assert status == 403 and headers["Content-Type"] == "text/xml"
    assert (root.tag, root.findtext("Error/Code")) == ("ErrorResponse", "MissingAuthenticationToken")
    assert root.findtext("RequestId") == headers["x-amzn-RequestId"]
    wrong = sign(local, "POST", "/", dict(form), body=b"Action=ListQueues", secret="no", service="sqs",
                 kind=botocore_auth.SigV4Auth)
    root = ElementTree.fromstring(local.send("POST", "/", wrong, b"Action=ListQueues")[2])
    assert root.findtext("Error/Code") == "SignatureDoesNotMatch"
    wrong = sign(local, "POST", "/", {"X-Amz-Target": "AmazonSQS.ListQueues"}, body=b"{}", secret="no",
                 service="sqs", kind=botocore_auth.SigV4Auth)
    assert b'#InvalidSignatureException"' in local.send("POST", "/", wrong, b"{}")[2]
    large = bytes((16 << 20) + 1)
    headers = sign(local, "POST", "/", {"X-Amz-Target": "AmazonSQS.ListQueues"}, body=large, service="sqs",
                   kind=botocore_auth.SigV4Auth)
    status, _, body = local.send("POST", "/", headers, large)
    assert status == 413 and b"#RequestEntityTooLargeException" in body


# ---- size ----


class Zeros(io.RawIOBase):
    """As many bytes as are wanted, made while they are read."""

    def __init__(self, size):
        super().__init__()
        self.left = size

    def readable(self):
        return True

    def readinto(self, to):
        n = min(len(to), self.left)
        self.left -= n
        to[:n] = bytes(n)
        return n


@pytest.mark.skipif(SANITIZED, reason="the sanitizers' memory is not slrun's")
def test_one_gib_in_constant_memory():
    local = Local()
    try:
        connection = http.client.HTTPConnection(local.host, timeout=300)
        headers = sign(local, "PUT", "/k", payload="UNSIGNED-PAYLOAD")
        connection.request("PUT", "/k", io.BufferedReader(Zeros(GIB), 1 << 20),
                           {**dict(headers), "Content-Length": str(GIB)})
        answer = connection.getresponse()
        assert answer.status == 200, answer.read()
        answer.read()
        connection.request("GET", "/k", headers=dict(sign(local, "GET", "/k")))
        answer = connection.getresponse()
        assert answer.status == 200
        got = 0
        while piece := answer.read(1 << 20):
            got += len(piece)
        assert got == GIB
        assert local.memory() < MEMORY_MAX
    finally:
        local.stop()


def test_version_2_signs_no_empty_value(local):
    """minio-go sends "?policy=" and signs "?policy"."""
    date = email.utils.formatdate(usegmt=True)
    text = f"GET\n\n\n{date}\n/b/k?policy"
    signature = base64.b64encode(hmac.digest(b"test", text.encode(), "sha1")).decode()
    headers = [("Date", date), ("Authorization", f"AWS test:{signature}")]
    assert local.send("GET", "/b/k?policy", headers)[0] == 200
    assert local.send("GET", "/b/k?policy=", headers)[0] == 200
    assert error(local.send("GET", "/b/k?policy=x", headers)[2]) == MISMATCH
