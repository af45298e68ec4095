# SPDX-License-Identifier: Apache-2.0
"""The stub server must answer and count right, or no figure means anything.

usage: test_stub.py PROGRAM [unittest's arguments]
"""
import json
import pathlib
import socket
import sys
import time
import unittest
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from harness.measure import Stub  # noqa: E402

PROGRAM = ""
SIGNED = "Authorization: AWS4-HMAC-SHA256 Credential=test\r\n"
BOUND_S = 10


def request(target, body, headers=SIGNED):
    text = body if isinstance(body, str) else json.dumps(body)
    return (f"POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: {target}\r\n{headers}"
            f"Content-Length: {len(text)}\r\n\r\n{text}").encode()


def put(key="k", table="now", value="hello"):
    item = {"pk": {"S": key}, "v": {"S": value}}
    return request("DynamoDB_20120810.PutItem", {"TableName": table, "Item": item})


def get(key="k", table="now"):
    body = {"TableName": table, "Key": {"pk": {"S": key}}}
    return request("DynamoDB_20120810.GetItem", body)


def delete(key="k", table="now"):
    body = {"Key": {"pk": {"S": key}}, "TableName": table}
    return request("DynamoDB_20120810.DeleteItem", body)


def sqs(operation, queue="q", **parameters):
    return request("AmazonSQS." + operation,
                   {"QueueUrl": f"http://127.0.0.1/0/{queue}", **parameters})


class Client:
    """A raw connection, to send bytes in pieces and several requests at once."""

    def __init__(self, stub):
        host, port = stub.url.split("//")[1].split(":")
        self.socket = socket.create_connection((host, int(port)), timeout=BOUND_S)
        self.file = self.socket.makefile("rb")

    def send(self, data):
        self.socket.sendall(data)

    def answer(self):
        """Status, headers (in lower case) and decoded body of the next answer."""
        status = int(self.file.readline().split()[1])
        headers = {}
        while (line := self.file.readline().strip()):
            name, value = line.decode().split(": ", 1)
            headers[name.lower()] = value
        body = self.file.read(int(headers["content-length"]))
        assert int(headers["x-amz-crc32"]) == zlib.crc32(body)
        return status, headers, json.loads(body)

    def ask(self, data):
        self.send(data)
        status, _, body = self.answer()
        return status, body

    def close(self):
        self.file.close()
        self.socket.close()


class StubTest(unittest.TestCase):
    def setUp(self):
        stub = Stub(PROGRAM)
        self.stub = stub.__enter__()
        self.addCleanup(stub.__exit__)
        self.client = self.connect()
        self.stub.reset()

    def connect(self):
        client = Client(self.stub)
        self.addCleanup(client.close)
        return client

    def counted(self, **expected):
        stats = self.stub.stats()
        found = {k: v for k, v in stats.items()
                 if v and k not in ("requests", "connections", "open", "max_open", "pid")}
        self.assertEqual(found, expected)
        self.assertEqual(stats["requests"], sum(expected.values()) - expected.get("recv", 0)
                         - expected.get("recv_empty", 0))

    def wait_for(self, condition):
        end = time.monotonic() + BOUND_S
        while not condition():
            self.assertLess(time.monotonic(), end)
            time.sleep(0.005)


class Items(StubTest):
    def test_put_get_delete(self):
        self.assertEqual(self.client.ask(get()), (200, {}))
        self.assertEqual(self.client.ask(put()), (200, {}))
        item = {"pk": {"S": "k"}, "v": {"S": "hello"}, "n": {"N": "42"}}
        self.assertEqual(self.client.ask(get()), (200, {"Item": item}))
        self.assertEqual(self.client.ask(delete()), (200, {}))
        self.assertEqual(self.client.ask(get()), (200, {}))
        self.counted(put=1, get_hit=1, get_miss=2, **{"del": 1})

    def test_keys_and_tables_are_apart(self):
        self.client.ask(put("k", "now"))
        for key, table in (("k", "no"), ("k", "nowk"), ("kk", "now"), ("wk", "no")):
            self.assertEqual(self.client.ask(get(key, table)), (200, {}))
        self.counted(put=1, get_miss=4)

    def test_an_item_of_a_delay_table_shows_later(self):
        start = time.monotonic()
        self.client.ask(put("k", "delay200"))
        self.assertEqual(self.client.ask(get("k", "delay200")), (200, {}))
        self.wait_for(lambda: self.client.ask(get("k", "delay200"))[1])
        self.assertGreaterEqual(time.monotonic() - start, 0.2)

    def test_what_no_workload_sends_is_counted_as_other(self):
        wrong = [request("DynamoDB_20120810.DescribeTable", {"TableName": "now"}),
                 request("DynamoDB_20120810.GetItem", {"TableName": "now"}),
                 request("DynamoDB_20120810.GetItem",
                         {"TableName": "now", "Key": {"pk": {"S": "k"}}}, headers=""),
                 put(value="other"), request("AWSSecurityTokenService.X", {})]
        for data in wrong:
            self.assertEqual(self.client.ask(data)[0], 400)
        self.counted(other=len(wrong))

    def test_reset_forgets(self):
        self.client.ask(put())
        self.stub.reset()
        self.assertEqual(self.client.ask(get()), (200, {}))
        self.counted(get_miss=1)


class Connections(StubTest):
    def test_a_request_in_single_bytes(self):
        for byte in put():
            self.client.send(bytes([byte]))
        self.assertEqual(self.client.answer()[0], 200)
        self.counted(put=1)

    def test_pipelined_requests_are_answered_in_order(self):
        self.client.send(put() + get() + delete() + get())
        bodies = [self.client.answer()[2] for _ in range(4)]
        self.assertEqual([sorted(b) for b in bodies], [[], ["Item"], [], []])
        self.counted(put=1, get_hit=1, get_miss=1, **{"del": 1})

    def test_connection_close_is_honoured_also_in_pieces(self):
        data = put().replace(b"Host: x", b"Host: x\r\nConnection: close")
        self.client.send(data[:-5])
        time.sleep(0.05)
        self.client.send(data[-5:])
        _, headers, _ = self.client.answer()
        self.assertEqual(headers["connection"], "close")
        self.assertEqual(self.client.file.read(), b"")
        self.counted(put=1)

    def test_bytes_that_are_not_http_close_the_connection(self):
        self.client.send(b"nonsense\r\n\r\n")
        self.assertEqual(self.client.answer()[0], 400)
        self.assertEqual(self.client.file.read(), b"")
        self.counted(other=1)

    def test_connections_are_counted(self):
        others = [self.connect() for _ in range(5)]
        for client in others:
            client.ask(put())
        stats = self.stub.stats()
        self.assertEqual((stats["connections"], stats["open"], stats["max_open"]), (5, 6, 6))


class Queues(StubTest):
    def test_send_receive_delete(self):
        self.client.ask(sqs("SendMessage", MessageBody="hello"))
        message = self.client.ask(sqs("ReceiveMessage"))[1]["Messages"][0]
        self.assertEqual(message["Body"], "hello")
        self.client.ask(sqs("DeleteMessage", ReceiptHandle=message["ReceiptHandle"]))
        self.assertEqual(self.client.ask(sqs("ReceiveMessage")), (200, {}))
        self.counted(send=1, recv_begun=2, recv=1, recv_empty=1, del_message=1)

    def test_a_long_poll_gets_a_message_that_comes_later(self):
        self.client.send(sqs("ReceiveMessage", WaitTimeSeconds=9))
        self.wait_for(lambda: self.stub.stats()["recv_begun"] == 1)
        self.connect().ask(sqs("SendMessage", MessageBody="hello", DelaySeconds=0.1))
        self.assertIn("Messages", self.client.answer()[2])
        self.counted(send=1, recv_begun=1, recv=1)

    def test_a_long_poll_ends_empty(self):
        self.client.send(sqs("ReceiveMessage", WaitTimeSeconds=0.1))
        self.assertEqual(self.client.answer()[2], {})
        self.counted(recv_begun=1, recv_empty=1)

    def test_one_message_answers_one_of_two_long_polls(self):
        other = self.connect()
        self.client.send(sqs("ReceiveMessage", WaitTimeSeconds=0.5))
        other.send(sqs("ReceiveMessage", WaitTimeSeconds=0.5))
        self.wait_for(lambda: self.stub.stats()["recv_begun"] == 2)
        self.connect().ask(sqs("SendMessage", MessageBody="hello"))
        bodies = [c.answer()[2] for c in (self.client, other)]
        self.assertEqual(sorted(map(len, bodies)), [0, 1])
        self.counted(send=1, recv_begun=2, recv=1, recv_empty=1)

    def test_a_client_that_leaves_its_long_poll_takes_no_message(self):
        gone = Client(self.stub)
        gone.send(sqs("ReceiveMessage", WaitTimeSeconds=9))
        self.wait_for(lambda: self.stub.stats()["recv_begun"] == 1)
        gone.close()
        self.wait_for(lambda: self.stub.stats()["open"] == 1)
        self.client.ask(sqs("SendMessage", MessageBody="hello"))
        self.assertIn("Messages", self.client.ask(sqs("ReceiveMessage"))[1])

    def test_a_request_behind_a_long_poll_waits_for_it(self):
        self.client.send(sqs("ReceiveMessage", WaitTimeSeconds=0.1) + put())
        self.assertEqual(self.client.answer()[2], {})
        self.assertEqual(self.client.answer()[0], 200)
        self.counted(recv_begun=1, recv_empty=1, put=1)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
