# SPDX-License-Identifier: Apache-2.0
"""boto3 subscribes to shards of the local cloud's Kinesis (SubscribeToShard), and reads its event streams.

Endpoint, region and keys come from the environment alone (with_local.py). The local cloud's clock is moved on
where AWS makes subscribers wait.
"""
import concurrent.futures
import contextlib
import http.client
import json
import os
import socket
import urllib.parse
import urllib.request
import uuid

import boto3
import botocore.exceptions
import pytest
import urllib3
from botocore.config import Config
from botocore.eventstream import EventStreamBuffer

import with_local
from sdk import fails, until

URL = urllib.parse.urlsplit(os.environ["SLRUN_LOCAL_URL"])
MANY = 100
LATEST, OLDEST = {"Type": "LATEST"}, {"Type": "TRIM_HORIZON"}


@pytest.fixture(scope="module")
def kinesis():
    return boto3.client("kinesis", config=Config(retries={"max_attempts": 0}, max_pool_connections=MANY + 10,
                                                 read_timeout=120))


def advance(duration):
    request = urllib.request.Request(URL.geturl() + "/_slrun/clock", data=json.dumps({"advance": duration}).encode())
    with urllib.request.urlopen(request, timeout=60) as answer:
        assert answer.status == 200


class Stream:
    def __init__(self, kinesis, shards):
        self.kinesis, self.name = kinesis, "f-" + uuid.uuid4().hex[:12]
        kinesis.create_stream(StreamName=self.name, ShardCount=shards)
        self.arn = f"arn:aws:kinesis:us-east-1:000000000000:stream/{self.name}"
        self.wait()
        self.consumer = kinesis.register_stream_consumer(StreamARN=self.arn, ConsumerName="c")["Consumer"]["ConsumerARN"]
        status = lambda: kinesis.describe_stream_consumer(ConsumerARN=self.consumer)["ConsumerDescription"]
        assert until(lambda: status()["ConsumerStatus"] == "ACTIVE")

    def moved(self, kinesis):
        """The same, in another process."""
        self.kinesis = kinesis
        return self

    def wait(self):
        status = lambda: self.kinesis.describe_stream_summary(StreamName=self.name)["StreamDescriptionSummary"]
        assert until(lambda: status()["StreamStatus"] == "ACTIVE")

    def put(self, *data, shard=0):
        start = self.kinesis.list_shards(StreamName=self.name)["Shards"][shard]["HashKeyRange"]["StartingHashKey"]
        return [self.kinesis.put_record(StreamName=self.name, Data=one, PartitionKey="k", ExplicitHashKey=start)
                for one in data]

    def subscribe(self, position, shard=0):
        return self.kinesis.subscribe_to_shard(ConsumerARN=self.consumer, ShardId=f"shardId-{shard:012}",
                                               StartingPosition=position)["EventStream"]


@pytest.fixture()
def stream(kinesis):
    made = Stream(kinesis, 2)
    yield made
    kinesis.delete_stream(StreamName=made.name, EnforceConsumerDeletion=True)


def event(events):
    return next(iter(events))["SubscribeToShardEvent"]


def data(found):
    return [record["Data"] for record in found["Records"]]


def gather(events, n):
    """The data of the next n records, and the last event."""
    got = []
    while len(got) < n:
        found = event(events)
        got += data(found)
    return got, found


def test_records_arrive(stream):
    stream.put(b"before")
    with contextlib.closing(stream.subscribe(LATEST)) as events:
        first = event(events)
        assert first["Records"] == [] and first["MillisBehindLatest"] == 0
        put = stream.put(b"\x00\xff", b"two")
        got, last = gather(events, 2)
        assert got == [b"\x00\xff", b"two"]
        assert last["ContinuationSequenceNumber"] == put[1]["SequenceNumber"]
        record = last["Records"][-1]
        assert record["SequenceNumber"] == put[1]["SequenceNumber"] and record["PartitionKey"] == "k"
        assert abs(record["ApproximateArrivalTimestamp"].timestamp() - first_time()) < 600
        stream.put(b"elsewhere", shard=1)
        stream.put(b"three")
        assert gather(events, 1)[0] == [b"three"]


def first_time():
    with urllib.request.urlopen(URL.geturl() + "/_slrun/clock", timeout=60) as answer:
        return json.load(answer)["now_ms"] / 1000


def test_starting_positions(stream):
    numbers = [put["SequenceNumber"] for put in stream.put(b"a", b"b")]
    advance("2s")
    then = first_time()
    advance("2s")
    stream.put(b"c")
    for position, want in [(OLDEST, [b"a", b"b", b"c"]),
                           ({"Type": "AT_SEQUENCE_NUMBER", "SequenceNumber": numbers[1]}, [b"b", b"c"]),
                           ({"Type": "AFTER_SEQUENCE_NUMBER", "SequenceNumber": numbers[1]}, [b"c"]),
                           ({"Type": "AT_TIMESTAMP", "Timestamp": then}, [b"c"])]:
        with contextlib.closing(stream.subscribe(position)) as events:
            got, last = gather(events, len(want))
            assert got == want
        advance("5s")
    after = {"Type": "AFTER_SEQUENCE_NUMBER", "SequenceNumber": last["ContinuationSequenceNumber"]}
    with contextlib.closing(stream.subscribe(after)) as events:
        stream.put(b"d")
        assert gather(events, 1)[0] == [b"d"]


def test_pulse_and_end(stream):
    events = iter(stream.subscribe(LATEST))
    before = event(events)
    advance("5s")
    pulse = event(events)
    assert pulse["Records"] == [] and pulse["ContinuationSequenceNumber"] > before["ContinuationSequenceNumber"]
    advance("300s")
    assert all(found["SubscribeToShardEvent"]["Records"] == [] for found in events)  # and then it ends


def test_one_subscription(kinesis, stream):
    request = {"ConsumerARN": stream.consumer, "ShardId": "shardId-000000000000", "StartingPosition": LATEST}
    first = iter(stream.subscribe(LATEST))
    event(first)
    assert "Another active subscription exists" in fails("ResourceInUseException", kinesis.subscribe_to_shard, **request)
    with contextlib.closing(stream.subscribe(LATEST, shard=1)) as other:  # of another shard
        event(other)
    advance("5s")
    with contextlib.closing(stream.subscribe(LATEST)) as second:
        with pytest.raises(botocore.exceptions.EventStreamError) as caught:
            list(first)
        assert caught.value.response["Error"]["Code"] == "ResourceInUseException"
        stream.put(b"x")
        assert gather(second, 1)[0] == [b"x"]


def test_end_of_a_shard(kinesis, stream):
    stream.put(b"last")
    events = iter(stream.subscribe(OLDEST))
    half = int(kinesis.list_shards(StreamName=stream.name)["Shards"][0]["HashKeyRange"]["EndingHashKey"]) // 2
    kinesis.split_shard(StreamName=stream.name, ShardToSplit="shardId-000000000000", NewStartingHashKey=str(half))
    found = [one["SubscribeToShardEvent"] for one in events]
    assert [b"last"] in [data(one) for one in found]
    assert "ContinuationSequenceNumber" not in found[-1]
    assert {child["ShardId"] for child in found[-1]["ChildShards"]} == {"shardId-000000000002", "shardId-000000000003"}
    assert all("ChildShards" not in one for one in found[:-1])


def test_consumer_goes(kinesis, stream):
    events = iter(stream.subscribe(LATEST))
    event(events)
    kinesis.deregister_stream_consumer(ConsumerARN=stream.consumer)
    with pytest.raises(botocore.exceptions.EventStreamError) as caught:
        list(events)
    assert caught.value.response["Error"]["Code"] == "ResourceNotFoundException"


def test_refusals(kinesis, stream):
    call = lambda **changes: fails(changes.pop("code"), kinesis.subscribe_to_shard, **{
        "ConsumerARN": stream.consumer, "ShardId": "shardId-000000000000", "StartingPosition": LATEST, **changes})
    assert "shardId-000000000009" in call(code="ResourceNotFoundException", ShardId="shardId-000000000009")
    assert "not found" in call(code="ResourceNotFoundException", ConsumerARN=stream.consumer + "0")
    assert "enum" in call(code="ValidationException", StartingPosition={"Type": "NOW"})
    call(code="InvalidArgumentException", StartingPosition={"Type": "AFTER_SEQUENCE_NUMBER"})
    call(code="InvalidArgumentException", StartingPosition={"Type": "AT_TIMESTAMP"})


def test_large_records(stream):
    sent = [os.urandom(1 << 20) for _ in range(6)]
    stream.put(*sent)
    with contextlib.closing(stream.subscribe(OLDEST)) as events:
        assert gather(events, len(sent))[0] == sent


def test_many(kinesis):
    stream = Stream(kinesis, MANY)
    shards = kinesis.list_shards(StreamName=stream.name)["Shards"]
    with concurrent.futures.ThreadPoolExecutor(MANY) as pool:
        events = list(pool.map(lambda shard: stream.subscribe(LATEST, shard), range(MANY)))
        records = [{"Data": str(i).encode(), "PartitionKey": "k", "ExplicitHashKey": shard["HashKeyRange"]["StartingHashKey"]}
                   for i, shard in enumerate(shards)]
        assert kinesis.put_records(StreamName=stream.name, Records=records)["FailedRecordCount"] == 0
        got = list(pool.map(lambda one: gather(one, 1)[0], events))
    assert got == [[str(i).encode()] for i in range(MANY)]
    for one in events[::2]:
        one.close()
    kinesis.delete_stream(StreamName=stream.name, EnforceConsumerDeletion=True)
    for one in events[1::2]:
        with pytest.raises(botocore.exceptions.EventStreamError):
            list(one)


# ---- what boto3 does not do ----

def request_of(stream):
    """The head and body of a request, unsigned."""
    body = json.dumps({"ConsumerARN": stream.consumer, "ShardId": "shardId-000000000000",
                       "StartingPosition": OLDEST}).encode()
    return (f"POST / HTTP/1.1\r\nHost: {URL.netloc}\r\nX-Amz-Target: Kinesis_20131202.SubscribeToShard\r\n"
            f"Content-Type: application/x-amz-json-1.1\r\nContent-Length: {len(body)}\r\n"
            "Authorization: AWS4-HMAC-SHA256 Credential=nobody/20200101/us-east-1/kinesis/aws4_request, "
            "SignedHeaders=host, Signature=0\r\nX-Amz-Date: 20200101T000000Z\r\n\r\n").encode() + body


def test_clients_leave(kinesis):
    """In mid-stream, before the answer, after a part of a large one that nobody reads."""
    stream = Stream(kinesis, 1)
    for what in ["at once", "after the head", "unread"]:
        stream.put(*[bytes(1 << 20)] * (8 if what == "unread" else 0))
        with socket.create_connection((URL.hostname, URL.port), timeout=60) as s:
            s.sendall(request_of(stream))
            if what != "at once":
                assert s.recv(100).startswith(b"HTTP/1.1 200 OK\r\n")
        advance("5s")
    stream.put(b"x")
    with contextlib.closing(stream.subscribe(LATEST)) as events:
        stream.put(b"y")
        assert gather(events, 1)[0] == [b"y"]


def test_cbor(stream):
    """Events are written as the request was."""
    text = lambda s: bytes([0x60 + len(s)]) + s.encode() if len(s) < 24 else bytes([0x78, len(s)]) + s.encode()
    body = (b"\xa3" + text("ConsumerARN") + text(stream.consumer) + text("ShardId") + text("shardId-000000000000")
            + text("StartingPosition") + b"\xa1" + text("Type") + text("TRIM_HORIZON"))
    stream.put(b"\xff\x00")
    connection = http.client.HTTPConnection(URL.hostname, URL.port, timeout=60)
    head = dict(line.split(": ", 1) for line in request_of(stream).split(b"\r\n\r\n")[0].decode().split("\r\n")[1:])
    head |= {"Content-Type": "application/x-amz-cbor-1.1", "Content-Length": str(len(body))}
    connection.request("POST", "/", body, head)
    answer = connection.getresponse()
    assert answer.status == 200 and answer.getheader("Content-Type") == "application/vnd.amazon.eventstream"
    buffer, messages = EventStreamBuffer(), []
    while len(messages) < 2:
        buffer.add_data(answer.read1(65536))
        messages += list(buffer)
    assert [m.headers[":event-type"] for m in messages] == ["initial-response", "SubscribeToShardEvent"]
    assert all(m.headers[":content-type"] == "application/x-amz-cbor-1.1" for m in messages)
    assert text("Data") + b"\x42\xff\x00" in messages[1].payload
    connection.close()


def test_reset_ends_all(stream):
    events = iter(stream.subscribe(LATEST))
    event(events)
    with urllib.request.urlopen(urllib.request.Request(URL.geturl() + "/_slrun/reset", data=b""), timeout=60):
        pass
    assert list(events) == []
    stream.__init__(stream.kinesis, 1)  # for the fixture's end


def test_the_end_of_the_local_cloud(tmp_path):
    """Subscriptions end with it, and go on in the next that has its data."""
    at, got, made = OLDEST, [], None
    for number in range(2):
        process, url = with_local.start(os.environ["SLRUN"], "--data", str(tmp_path))
        client = boto3.client("kinesis", endpoint_url=url)
        try:
            made = made.moved(client) if made else Stream(client, 2)
            made.put(b"%d" % number)
            other = made.subscribe(LATEST, shard=1)
            found, last = gather(made.subscribe(at), 1)
            got += found
        finally:
            process.terminate()
            assert process.wait(timeout=60) == 0
        with pytest.raises((botocore.exceptions.ResponseStreamingError, urllib3.exceptions.ProtocolError)):
            list(other)
        at = {"Type": "AFTER_SEQUENCE_NUMBER", "SequenceNumber": last["ContinuationSequenceNumber"]}
    assert got == [b"0", b"1"]
