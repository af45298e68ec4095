# SPDX-License-Identifier: Apache-2.0
"""Proxies (a real one, tinyproxy) and certificates (of a CA made here).

What is reached through the proxy is at 0.0.0.0: that is this machine, too, but not by its name, and
requests to this machine take no proxy."""
import contextlib
import datetime
import ipaddress
import json
import os
import re
import shutil
import socket
import subprocess
import time
from unittest import mock

import botocore.session
import pytest
from botocore.config import Config
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from aws_peer import Peer, Place, WAIT
from ports import free_port

QUEUE = "AmazonSQS.GetQueueUrl"
SPEC = """
local sqs <const> = require "slrun.sqs"
case "one" (function() sqs.get_queue_url { QueueName = "q" } end)
"""
PASSWORD = "pa%41s0of0the0proxy"


def reachable(port, process):
    """Waits until something listens there."""
    end = datetime.datetime.now() + datetime.timedelta(seconds=WAIT)
    while datetime.datetime.now() < end and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
        time.sleep(0.02)
    return False


class Proxy:
    """tinyproxy, and what it has logged."""

    def __init__(self, path, *lines):
        self.port, self.log = free_port(), path / "tinyproxy.log"
        (path / "tinyproxy.conf").write_text("\n".join([
            f"Port {self.port}", "Listen 127.0.0.1", "Allow 127.0.0.1", f'LogFile "{self.log}"', "LogLevel Connect",
            f'PidFile "{path}/tinyproxy.pid"', "MaxClients 20", *lines, ""]))
        program = shutil.which("tinyproxy", path=os.environ["PATH"] + ":/usr/sbin")
        assert program, "tinyproxy is not installed: script/test does it"
        self.process = subprocess.Popen([program, "-d", "-c", path / "tinyproxy.conf"], stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        assert reachable(self.port, self.process)

    def requests(self):
        """The request lines that it was sent. The log is made when there is something to say."""
        return re.findall(r"Request \(file descriptor \d+\): (.*)", self.log.read_text() if self.log.exists() else "")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(WAIT)


class Authority:
    """A CA, and servers' certificates of it."""

    def __init__(self, path, name="ca"):
        self.path, self.key, self.name = path, ec.generate_private_key(ec.SECP256R1()), self.subject(name)
        self.certificate = self.sign(self.key.public_key(), self.name, [], (-1, 1), ca=True)
        self.file = path / f"{name}.pem"
        self.file.write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM))

    @staticmethod
    def subject(name):
        return x509.Name([x509.NameAttribute(x509.oid.NameOID.COMMON_NAME, name)])

    def sign(self, key, subject, names, days, ca=False):
        now = datetime.datetime.now(datetime.timezone.utc)
        builder = x509.CertificateBuilder(self.name, subject, key, x509.random_serial_number(), *[
            now + datetime.timedelta(days=n) for n in days])
        builder = builder.add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        if names:
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        return builder.sign(self.key, hashes.SHA256())

    def server(self, name, names, days=(-1, 1)):
        """(certificate, key) files."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = self.sign(key.public_key(), self.subject(name), names, days)
        files = self.path / f"{name}.crt", self.path / f"{name}.key"
        files[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        files[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                               serialization.NoEncryption()))
        return files


HERE = [x509.IPAddress(ipaddress.ip_address(a)) for a in ("127.0.0.1", "0.0.0.0")]


@pytest.fixture
def authority(tmp_path):
    return Authority(tmp_path)


@pytest.fixture
def place(tmp_path):
    with contextlib.closing(Peer()) as peer:
        place = Place(tmp_path, peer)
        place.variables = {"AWS_ACCESS_KEY_ID": "E", "AWS_SECRET_ACCESS_KEY": "secret of E", "AWS_REGION": "eu-west-1"}
        peer.script[QUEUE] = lambda _: (200, '{"QueueUrl": "http://q"}')
        yield place


@pytest.fixture
def secure(place, authority):
    """The same over TLS."""
    with contextlib.closing(Peer(authority.server("good", HERE))) as peer:
        peer.script[QUEUE] = lambda _: (200, '{"QueueUrl": "http://q"}')
        place.variables["AWS_CA_BUNDLE"] = str(authority.file)
        yield peer


def run(place, url, code=0, spec=SPEC, target="endpoint"):
    (place.path / "x_spec.lua").write_text(spec)
    where = ["--endpoint-url", url] if target == "endpoint" else []
    done = subprocess.run([os.environ["SLRUN"], "--target", target, *where, "x_spec.lua"], cwd=place.path, text=True,
                          env=place.environment(), capture_output=True, timeout=WAIT)
    text = done.stdout + done.stderr
    assert done.returncode == code, text
    assert not re.search("pa%41s|paAs0|grace", text), text
    return text


def elsewhere(peer):
    return peer.url.replace("127.0.0.1", "0.0.0.0")


def botocores(place, url, **config):
    """botocore with the same environment."""
    with mock.patch.dict(os.environ, place.environment() | config, clear=True):
        session = botocore.session.Session()
        client = session.create_client("sqs", region_name="eu-west-1", endpoint_url=url, config=Config(
            retries={"total_max_attempts": 1}))
        try:
            client.get_queue_url(QueueName="q")
        except botocore.exceptions.BotoCoreError as e:
            return type(e).__name__
        finally:
            client.close()
    return "ok"


# ------------------------------------------------------------------------------------- proxies

@pytest.mark.parametrize("name", ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"])
def test_plain(place, tmp_path, name):
    """The proxy is told the whole URL; what was signed arrives."""
    with Proxy(tmp_path) as proxy:
        place.variables[name] = f"http://127.0.0.1:{proxy.port}"
        run(place, elsewhere(place.peer))
        assert proxy.requests() == [f"POST {elsewhere(place.peer)}/ HTTP/1.1"]
        request, = place.peer.asked(QUEUE)
        assert request.path == "/" and request.headers["host"] == f"0.0.0.0:{place.peer.port}"


def test_as_botocore(place, tmp_path):
    """Which of them is taken."""
    other = {"http_proxy": "http://127.0.0.1:1"}
    with Proxy(tmp_path) as proxy:
        good = f"http://127.0.0.1:{proxy.port}"
        for variables, count in [
                ({"HTTP_PROXY": good}, 1), ({"http_proxy": good}, 1), ({"HTTP_PROXY": good, "http_proxy": ""}, 0),
                ({"HTTPS_PROXY": good}, 0), ({"HTTP_PROXY": good, "NO_PROXY": "*"}, 0),
                ({"HTTP_PROXY": good, "NO_PROXY": "0.0.0.0"}, 0), ({"HTTP_PROXY": good, "no_proxy": "1.0.0.0.0"}, 1),
                ({"HTTP_PROXY": good, "no_proxy": f"a.b, 0.0.0.0:{place.peer.port}"}, 0),
                ({"HTTP_PROXY": good, "no_proxy": "0.0.0.0:1"}, 1), ({"HTTP_PROXY": good, "NO_PROXY": ".0.0"}, 0),
                ({"HTTP_PROXY": good, "NO_PROXY": "0.0.0.0", "no_proxy": ""}, 1),
                ({"HTTP_PROXY": good, "REQUEST_METHOD": "GET"}, 0), ({"HTTP_PROXY": good[7:]}, 1),
                (other | {"HTTP_PROXY": good, "NO_PROXY": "0.0.0.0"}, 0)]:
            place.variables = {k: v for k, v in place.variables.items() if k.startswith("AWS_")} | variables
            before = len(proxy.requests())
            run(place, elsewhere(place.peer))
            assert len(proxy.requests()) - before == count, variables
            before = len(proxy.requests())
            assert botocores(place, elsewhere(place.peer)) == "ok"
            assert len(proxy.requests()) - before == count, variables


@pytest.mark.parametrize("name", ["https_proxy", "HTTPS_PROXY", "ALL_PROXY"])
def test_tunnel(place, secure, tmp_path, name):
    """A proxy of TLS sees where it goes, and no more."""
    with Proxy(tmp_path) as proxy:
        place.variables[name] = f"http://127.0.0.1:{proxy.port}"
        run(place, elsewhere(secure))
        assert proxy.requests() == [f"CONNECT 0.0.0.0:{secure.port} HTTP/1.1"]
        assert len(secure.asked(QUEUE)) == 1
        assert not {"proxy-authorization", "proxy-connection"} & set(secure.asked(QUEUE)[0].headers)


def test_user_and_password(place, secure, tmp_path):
    with Proxy(tmp_path, "BasicAuth grace paAs0of0the0proxy") as proxy:
        for url, peer in ((elsewhere(secure), secure), (elsewhere(place.peer), place.peer)):
            place.variables |= {name: f"http://grace:{PASSWORD}@127.0.0.1:{proxy.port}" for name in ("HTTPS_PROXY", "HTTP_PROXY")}
            run(place, url)
            request, = peer.asked(QUEUE)
            assert "proxy-authorization" not in request.headers
            scheme = url.split(":")[0].upper()
            # to the wrong user of a plain request tinyproxy says 401, as if it were the service
            for user in ("", "grace:wrong0pa%41s@") if peer is secure else ("",):
                place.variables |= {name: f"http://{user}127.0.0.1:{proxy.port}" for name in ("HTTPS_PROXY", "HTTP_PROXY")}
                text = run(place, url, code=1)
                assert re.search(r"the proxy http://(\*\*\*@)?127.0.0.1:\d+ \(%s_PROXY\) does not let requests to " % scheme
                                 + re.escape(url) + r" through: HTTP (407|401)", text), text
            assert len(peer.asked(QUEUE)) == 1


@pytest.mark.parametrize("user", ["", f"grace:{PASSWORD}@"])
def test_a_whole_answer_of_a_proxy(place, user):
    """One that a script plays: it says 407, and keeps the connection."""
    place.peer.script[QUEUE] = lambda _: (407, "who are you?", {"Proxy-Authenticate": 'Basic realm="here"'})
    place.variables["http_proxy"] = place.peer.url.replace("http://", "http://" + user)
    text = run(place, "http://sqs.aws.invalid:8080", code=1)
    shown = place.peer.url.replace("http://", "http://" + ("***@" if user else ""))
    assert f"the proxy {shown} (http_proxy) does not let requests to http://sqs.aws.invalid:8080 through: HTTP 407" in text
    assert "http_proxy=http://USER:PASSWORD@HOST:PORT" in text and "tried" not in text
    request, = place.peer.asked(QUEUE)
    assert request.path == "http://sqs.aws.invalid:8080/" and ("proxy-authorization" in request.headers) == bool(user)


def test_never_to_this_machine(place):
    """Nor to where containers get their credentials, which may be elsewhere."""
    place.variables |= {"http_proxy": "http://127.0.0.1:1", "https_proxy": "http://127.0.0.1:1"}
    run(place, place.peer.url)
    run(place, place.peer.url.replace("127.0.0.1", "localhost"))
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        del place.variables[name]
    place.variables["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] = "/creds"
    assert place.want(f"container={elsewhere(place.peer)}")["method"] == "container-role"


@pytest.mark.parametrize("value, why", [
    ("http://grace:pa%41s@127.0.0.1:1", r"cannot connect to the proxy http://\*\*\*@127.0.0.1:1 \(HTTP_PROXY\) for "
                                      r"http://0.0.0.0:\d+: Connection refused"),
    ("http://grace:pa%41s@proxy.invalid:1", r"cannot connect to the proxy http://\*\*\*@proxy.invalid:1 \(HTTP_PROXY\)"),
    ("ftp://grace:pa%41s@127.0.0.1:1", r"not a proxy: ftp://\*\*\*@127.0.0.1:1 \(HTTP_PROXY\)"),
    ("http://grace:pa%41s@127.0.0.1:port", r"not a proxy: http://\*\*\*@127.0.0.1:port \(HTTP_PROXY\)"),
])
def test_proxies_that_are_none(place, value, why):
    place.variables["HTTP_PROXY"] = value
    text = run(place, elsewhere(place.peer), code=1)
    assert re.search(why, text), text
    assert not place.peer.requests


def test_a_proxy_that_refuses(place, secure, tmp_path):
    """What it will refuse again is not asked again."""
    with Proxy(tmp_path, "ConnectPort 443") as proxy:
        place.variables["HTTPS_PROXY"] = f"http://127.0.0.1:{proxy.port}"
        text = run(place, elsewhere(secure), code=1)
        assert re.search(r"does not let requests to https://0.0.0.0:\d+ through: HTTP 403", text), text
        assert len(proxy.requests()) == 1


def test_a_proxy_that_cannot_reach_it(place, secure, tmp_path):
    """That may be better later."""
    with Proxy(tmp_path) as proxy:
        place.variables["HTTPS_PROXY"] = f"http://127.0.0.1:{proxy.port}"
        text = run(place, f"https://0.0.0.0:{free_port()}", code=1)
        assert re.search(r"does not let requests to https://0.0.0.0:\d+ through: HTTP 50\d.*\(tried 3 times\)", text), text
        assert len(proxy.requests()) == 3


def test_signatures_hold(place, tmp_path):
    """Paths arrive as they were signed: the local cloud checks them."""
    port = free_port()
    command = [os.environ["SLRUN"], "local", "--port", str(port), "--strict-signatures"]
    keys = ["a b", "a/../b", "a//b", "ü+%25&?=#", "./x", "é/~!'()*"]
    with Proxy(tmp_path) as proxy, subprocess.Popen(command, stdout=subprocess.DEVNULL, env=place.environment()) as cloud:
        try:
            assert reachable(port, cloud)
            place.variables |= {"http_proxy": f"http://127.0.0.1:{proxy.port}", "AWS_ACCESS_KEY_ID": "test",
                                "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": "us-east-1"}
            run(place, f"http://0.0.0.0:{port}", spec="""
local s3 <const> = require "slrun.s3"
case "one" (function(t)
  s3.create_bucket { Bucket = t.id }
  t:own(s3.prefix { Bucket = t.id, Prefix = "" })
  for _, key in ipairs(%s) do
    s3.put_object { Bucket = t.id, Key = key, Body = key }
    s3.head_object { Bucket = t.id, Key = key }
  end
end)
""" % json.dumps(keys, ensure_ascii=False).translate(str.maketrans("[]", "{}")))
            assert len(proxy.requests()) >= 2 * len(keys)
        finally:
            cloud.terminate()


# --------------------------------------------------------------------------------- certificates

@pytest.mark.parametrize("proxied", [False, True])
def test_a_ca_of_ones_own(place, secure, authority, tmp_path, proxied):
    with Proxy(tmp_path) if proxied else contextlib.nullcontext() as proxy:
        if proxied:
            place.variables["HTTPS_PROXY"] = f"http://127.0.0.1:{proxy.port}"
        run(place, elsewhere(secure))
        del place.variables["AWS_CA_BUNDLE"]
        text = run(place, elsewhere(secure), code=1)
        assert "the CA of its certificate is not" in text and "AWS_CA_BUNDLE=FILE" in text and "tried" not in text
        place.variables["AWS_CA_BUNDLE"] = str(Authority(tmp_path, "other").file)
        text = run(place, elsewhere(secure), code=1)
        assert "other.pem (AWS_CA_BUNDLE, ca_bundle) has signed it" in text
    assert len(secure.asked(QUEUE)) == 1


def test_ca_bundle_of_the_profile(place, secure, authority):
    """For the services, and for who gives out credentials."""
    del place.variables["AWS_CA_BUNDLE"]
    place.variables |= {"AWS_ENDPOINT_URL": secure.url, "AWS_ENDPOINT_URL_STS": secure.url}
    text = run(place, None, target="aws", code=1)
    assert "GetCallerIdentity: " in text and "the CA of its certificate is not" in text
    place.write("config", f"[default]\nca_bundle = {authority.file}\n")
    assert "account 123456789012" in run(place, None, target="aws")
    place.write("config", "[default]\nca_bundle = /gone\n")
    place.variables["AWS_CA_BUNDLE"] = str(authority.file)  # counts before it
    run(place, None, target="aws")


@pytest.mark.parametrize("names, days, why", [
    (HERE, (-3, -1), "its certificate has expired"),
    (HERE, (1, 3), "its certificate is not valid yet"),
    ([x509.DNSName("a.example"), x509.DNSName("*.b.example"), x509.IPAddress(ipaddress.ip_address("10.0.0.1"))], (-1, 1),
     "its certificate is not for this host, but for DNS:a.example, DNS:*.b.example, IP Address:10.0.0.1"),
])
def test_wrong_certificates(place, authority, names, days, why):
    place.variables["AWS_CA_BUNDLE"] = str(authority.file)
    with contextlib.closing(Peer(authority.server("wrong", names, days))) as peer:
        text = run(place, peer.url, code=1)
        assert f"cannot connect to {peer.url}: {why}" in text and "tried" not in text
        assert botocores(place, peer.url) == "SSLError" and not peer.requests


@pytest.mark.parametrize("text", [None, "no certificate\n"])
def test_a_bundle_that_is_none(place, secure, tmp_path, text):
    path = tmp_path / "bundle.pem"
    if text:
        path.write_text(text)
    place.variables["AWS_CA_BUNDLE"] = str(path)
    assert f"{path}: no certificates can be read from it" in run(place, secure.url, code=1)
    run(place, place.peer.url)  # nobody needs it there


def test_no_tls_there(place):
    text = run(place, place.peer.url.replace("http:", "https:"), code=1)
    assert "cannot connect to https://" in text, text
