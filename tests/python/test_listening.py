# SPDX-License-Identifier: Apache-2.0
"""Where a local cloud listens and as whom, and what does not stop it: large bodies, thousands of idle and slow connections."""
import http.client
import json
import os
import resource
import socket
import subprocess
from urllib.parse import urlsplit

import boto3
import pytest

import with_local

WITHIN = 60
MIB = 1 << 20
CONNECTIONS = 5000
MEMORY_MAX = 128 * MIB  # more than at the start; with what sanitizers add


@pytest.fixture(name="cloud", scope="module")
def one_cloud():
    process, url = with_local.start(os.environ["SLRUN"])
    yield process, url
    process.terminate()
    assert process.wait(timeout=WITHIN) == 0


def client(service, url, key="test"):
    return boto3.client(service, endpoint_url=url, region_name="us-east-1", aws_access_key_id=key, aws_secret_access_key="test")


def ask(url, target):
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=WITHIN)
    connection.request("GET", target)
    answer = connection.getresponse()
    return answer.status, answer.read()


def memory(process, line):
    with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
        return next(int(words.split()[1]) * 1024 for words in status if words.startswith(line))


def send_zeros(connection, size):
    """As many as it takes; whether all."""
    piece = bytes(MIB)
    try:
        for _ in range(size // MIB):
            connection.sendall(piece)
    except (BrokenPipeError, ConnectionResetError):
        return False
    return True


@pytest.mark.parametrize("chunked", [False, True])
def test_a_large_body_is_not_read_into_memory(cloud, chunked):
    process, url = cloud
    before, size = memory(process, "VmRSS:"), 512 * MIB
    address = urlsplit(url)
    head = ["POST / HTTP/1.1", f"Host: {address.netloc}", "X-Amz-Target: DynamoDB_20120810.ListTables", "Content-Type: application/x-amz-json-1.0",
            "Authorization: AWS4-HMAC-SHA256 Credential=someone/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=" + 64 * "0",
            "Transfer-Encoding: chunked" if chunked else f"Content-Length: {size}"]
    with socket.create_connection((address.hostname, address.port), timeout=WITHIN) as connection:
        connection.sendall(("\r\n".join(head) + "\r\n\r\n").encode() + (b"%x\r\n" % size if chunked else b""))
        if send_zeros(connection, size) and chunked:
            connection.sendall(b"\r\n0\r\n\r\n")
        assert connection.recv(4096).split(b"\r\n")[0].split(b" ")[1] == b"413"
    assert memory(process, "VmHWM:") - before < MEMORY_MAX
    assert ask(url, "/_slrun/health")[0] == 200


def test_idle_and_slow_connections(cloud):
    """Those that send nothing, that never end their head, and that never end their body."""
    process, url = cloud
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < 2 * CONNECTIONS:
        pytest.skip(f"only {hard} descriptors may be open here")
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    address = urlsplit(url)
    begun = [b"", b"GET / HT", b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\nX-Amz-Target: DynamoDB_20120810.ListTables\r\n\r\n{"]
    connections = []
    try:
        for i in range(CONNECTIONS):
            connections.append(socket.create_connection((address.hostname, address.port), timeout=WITHIN))
            connections[-1].sendall(begun[i % 3])
        sqs = client("sqs", url)
        queue = sqs.create_queue(QueueName="beside-them")["QueueUrl"]
        for i in range(20):
            for connection in connections[i + 1::100]:
                connection.sendall(b"T")  # slow ones go on
            sqs.send_message(QueueUrl=queue, MessageBody=str(i))
            received = sqs.receive_message(QueueUrl=queue)["Messages"][0]
            assert received["Body"] == str(i)
            sqs.delete_message(QueueUrl=queue, ReceiptHandle=received["ReceiptHandle"])
        assert len(os.listdir(f"/proc/{process.pid}/fd")) > CONNECTIONS
    finally:
        for connection in connections:
            connection.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert ask(url, "/_slrun/health")[0] == 200


def run_local(*words):
    done = subprocess.run([os.environ["SLRUN"], "local", "--port", "0", *words], timeout=WITHIN, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def test_it_listens_on_loopback_unless_told(tmp_path):
    for host, warned in ((None, False), ("127.0.0.1", False), ("0.0.0.0", True)):
        log = tmp_path / "log"
        with log.open("w") as errors:
            process = subprocess.Popen([os.environ["SLRUN"], "local", "--port", "0", *(["--host", host] if host else [])], stdout=subprocess.PIPE,
                                       stderr=errors, text=True)
            try:
                port = int(process.stdout.readline().split("http://127.0.0.1:")[1].split()[0])
                bound = [line.split()[1].split(":")[0] for line in open(f"/proc/{process.pid}/net/tcp").read().splitlines()[1:]
                         if line.split()[3] == "0A" and int(line.split()[1].split(":")[1], 16) == port]
                assert bound == [{None: "0100007F", "127.0.0.1": "0100007F", "0.0.0.0": "00000000"}[host]]
                assert ask(f"http://127.0.0.1:{port}", "/_slrun/health")[0] == 200
            finally:
                process.terminate()
                assert process.wait(timeout=20) == 0
        assert ("whoever reaches that address" in log.read_text()) == warned


def test_wrong_addresses_and_accounts():
    assert "that is no IP address" in run_local("--host", "example.com")[1]
    for account in ("12", "12345678901x", "1234567890123"):
        code, errors = run_local("--account", account)
        assert code == 4 and "12 digits" in errors


def test_the_account_of_other_keys():
    process, url = with_local.start(os.environ["SLRUN"], "--account", "123456789012")
    try:
        def identity(key):
            return client("sts", url, key).get_caller_identity()["Account"]
        assert [identity("test"), identity("111122223333")] == ["123456789012", "111122223333"]
        assert json.loads(ask(url, "/")[1])["account"] == "123456789012"
    finally:
        process.terminate()
        assert process.wait(timeout=20) == 0
