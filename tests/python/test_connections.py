# SPDX-License-Identifier: Apache-2.0
"""Clients that do nothing, or little at a time, and those that send too much: the local cloud serves the others
meanwhile, in memory that does not grow with what they send."""
import contextlib
import http.client
import json
import os
import resource
import selectors
import socket
import subprocess
import time

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

SLRUN = os.environ["SLRUN"]
SANITIZED = bool(os.environ.get("SLRUN_SANITIZED")) # the sanitizers' own memory says nothing of ours
CONNECTIONS = 5000
EACH_MAX = 48 << 10 # bytes that a connection may take
BODY_MAX = 16 << 20 # bytes of a body that is collected
FEW = 256 # descriptors
LIMIT = 120 # seconds that anything may take
TABLE = {"TableName": "slow", "BillingMode": "PAY_PER_REQUEST", "KeySchema": [{"AttributeName": "p", "KeyType": "HASH"}],
         "AttributeDefinitions": [{"AttributeName": "p", "AttributeType": "S"}]}


class Server:
    def __init__(self, **options):
        self.process = subprocess.Popen([SLRUN, "local", "--port", "0"], stdout=subprocess.PIPE, text=True, **options)
        line = self.process.stdout.readline()
        self.address = ("127.0.0.1", int(line.split("127.0.0.1:")[1].split()[0].rstrip("/")))
        self.host = "%s:%d" % self.address

    def stop(self):
        self.process.terminate()
        assert self.process.wait(timeout=LIMIT) == 0
        self.process.stdout.close()

    def memory(self, which="VmRSS"):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith(which + ":"))

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def cpu(self):
        """Seconds that it was at work."""
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def head(self, service, path="/", method="POST", **headers):
        """A signed request's head without its end: what follows is the length and an empty line."""
        made = AWSRequest(method, f"http://{self.host}{path}", headers={"X-Amz-Content-SHA256": "UNSIGNED-PAYLOAD", **headers}, data=b"")
        SigV4Auth(Credentials("test", "test"), service, "us-east-1").add_auth(made)
        return (f"{method} {path} HTTP/1.1\r\nHost: {self.host}\r\n" + "".join(f"{k}: {v}\r\n" for k, v in made.headers.items())).encode()

    def dynamodb(self, operation, args):
        body = json.dumps(args).encode()
        made = AWSRequest("POST", f"http://{self.host}/", data=body,
                          headers={"X-Amz-Target": f"DynamoDB_20120810.{operation}", "Content-Type": "application/x-amz-json-1.0"})
        SigV4Auth(Credentials("test", "test"), "dynamodb", "us-east-1").add_auth(made)
        connection = http.client.HTTPConnection(*self.address, timeout=LIMIT)
        with contextlib.closing(connection):
            connection.request("POST", "/", body, dict(made.headers.items()))
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())


@contextlib.contextmanager
def running(**options):
    server = Server(**options)
    try:
        yield server
    finally:
        server.stop()


def works(server, name):
    item = {"p": {"S": name}}
    assert server.dynamodb("PutItem", {"TableName": "slow", "Item": item})[0] == 200
    assert server.dynamodb("GetItem", {"TableName": "slow", "Key": item}) == (200, {"Item": item})


def until(look):
    end = time.monotonic() + LIMIT
    while not look() and time.monotonic() < end:
        time.sleep(0.02)
    return look()


@pytest.fixture(autouse=True)
def descriptors():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < CONNECTIONS + 500:
        pytest.skip(f"no more than {hard} descriptors here")
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_idle_and_slow_connections():
    with running() as server, contextlib.ExitStack() as stack:
        server.dynamodb("CreateTable", TABLE)
        works(server, "first")
        at_first, before = server.descriptors(), server.memory()
        head = server.head("dynamodb", **{"X-Amz-Target": "DynamoDB_20120810.ListTables"})
        whole = head + b"Content-Length: 2\r\n\r\n{}"
        starts = [b"",                                     # says nothing
                  head[:20],                               # a head that never ends
                  head + b"Content-Length: 1000\r\n\r\n{", # a body that never ends
                  whole]                                   # waits for the next request
        all_of = []
        for i in range(CONNECTIONS):
            connection = stack.enter_context(socket.create_connection(server.address, timeout=LIMIT))
            connection.sendall(starts[i % 4])
            all_of.append(connection)
            if i % 1000 == 999:
                works(server, f"among {i}")
        for connection in all_of[3::4]:
            assert connection.recv(4096).startswith(b"HTTP/1.1 200")
        for drip in range(3): # byte by byte
            for i, connection in enumerate(all_of):
                if i % 4 in (1, 2):
                    connection.sendall(head[20 + drip:21 + drip] if i % 4 == 1 else b" ")
            works(server, f"drip {drip}")
        assert until(lambda: server.descriptors() >= at_first + CONNECTIONS - 2) # works() had one or two
        grown = server.memory() - before
        print(f"{grown / CONNECTIONS:.0f} bytes a connection")
        assert SANITIZED or grown < CONNECTIONS * EACH_MAX
        assert all(not ready(connection) for connection in all_of[:3]) # nobody was turned away
        all_of[7].sendall(whole) # one of those that kept theirs open
        assert all_of[7].recv(4096).startswith(b"HTTP/1.1 200")
        stack.close()
        assert until(lambda: server.descriptors() <= at_first + 2)
        works(server, "last")


def ready(connection):
    with selectors.DefaultSelector() as selector:
        selector.register(connection, selectors.EVENT_READ)
        return bool(selector.select(0))


def test_no_descriptor_is_left():
    """Who comes then waits; the server does, too, and does not ask again and again."""
    with running(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (FEW, FEW))) as server, contextlib.ExitStack() as stack:
        server.dynamodb("CreateTable", TABLE)
        at_first = server.descriptors()
        idle = [stack.enter_context(socket.create_connection(server.address, timeout=LIMIT)) for _ in range(2 * FEW)]
        assert until(lambda: server.descriptors() > FEW // 2)
        seen, cpu, began = server.descriptors(), server.cpu(), time.monotonic()
        assert until(lambda: time.monotonic() > began + 2) # of which it may not be at work for the most
        assert server.descriptors() <= max(seen, FEW) and server.cpu() - cpu < 0.5
        for connection in idle:
            connection.close()
        works(server, "again")
        assert until(lambda: server.descriptors() <= at_first + 2)


# ---- bodies over the limit ----

KINDS = {
    "json": ("dynamodb", {"X-Amz-Target": "DynamoDB_20120810.PutItem", "Content-Type": "application/x-amz-json-1.0"},
             b"RequestEntityTooLargeException"),
    "json 1.1": ("kinesis", {"X-Amz-Target": "Kinesis_20131202.PutRecord", "Content-Type": "application/x-amz-json-1.1"},
                 b"RequestEntityTooLargeException"),
    "query": ("sns", {"Content-Type": "application/x-www-form-urlencoded"}, b"<Code>RequestEntityTooLarge</Code>"),
    "s3": ("s3", {"path": "/bucket?delete"}, b"<Code>"),
}


def send(server, head, pieces):
    """The answer's status line and body, after all was sent: an SDK hears no answer before that."""
    with socket.create_connection(server.address, timeout=LIMIT) as connection:
        connection.sendall(head)
        for piece in pieces:
            connection.sendall(piece)
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        return answer.status, answer.read()


@pytest.mark.parametrize("kind", KINDS)
def test_a_body_over_the_limit(kind):
    service, headers, code = KINDS[kind]
    headers, piece, n = dict(headers), bytes(64 << 10), 8 * BODY_MAX // (64 << 10)
    with running() as server:
        server.dynamodb("CreateTable", TABLE)
        head = server.head(service, headers.pop("path", "/"), **headers)
        before = server.memory("VmHWM")
        # Its length says so: whoever asks first need not send it, and what comes all the same is not kept.
        said = head + b"Content-Length: %d\r\n" % (n * len(piece))
        for ask, pieces in ((b"Expect: 100-continue\r\n\r\n", []), (b"\r\n", [piece] * n)):
            status, answer = send(server, said + ask, pieces)
            assert status in (400, 413) and code in answer, answer
        assert SANITIZED or server.memory("VmHWM") - before < BODY_MAX // 4
        chunk = b"%x\r\n%s\r\n" % (len(piece), piece) # nothing says so before it is
        status, answer = send(server, head + b"Transfer-Encoding: chunked\r\n\r\n", [chunk] * n + [b"0\r\n\r\n"])
        assert status in (400, 411, 413) and (code in answer or status == 411), answer
        assert SANITIZED or server.memory("VmHWM") - before < 3 * BODY_MAX
        works(server, "next")
