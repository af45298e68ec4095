# SPDX-License-Identifier: Apache-2.0
"""Event source mappings of queues in the local cloud, by boto3, with handlers that run."""
import json
import time

import pytest

from mappings import count, FLAKY, make_world, send, SQS, state, TELL  # pylint: disable=unused-import
from sdk import queue_arn, until


def test_envelope_of_a_message(world):
    queue = world.queue("source")
    world.map(queue)
    sent = SQS.send_message(QueueUrl=queue, MessageBody="grüße", MessageAttributes={
        "text": {"DataType": "String", "StringValue": "x"}, "bytes": {"DataType": "Binary", "BinaryValue": b"\0\1"}})
    [record] = world.records(1)
    attributes = record.pop("attributes")
    assert attributes.pop("ApproximateReceiveCount") == "1"
    assert sorted(attributes) == ["ApproximateFirstReceiveTimestamp", "SenderId", "SentTimestamp"]
    assert record.pop("receiptHandle")
    assert record == {
        "messageId": sent["MessageId"], "body": "grüße", "md5OfBody": sent["MD5OfMessageBody"],
        "md5OfMessageAttributes": sent["MD5OfMessageAttributes"], "eventSource": "aws:sqs", "eventSourceARN": queue_arn(SQS, queue),
        "awsRegion": "us-east-1", "messageAttributes": {
            "text": {"stringValue": "x", "stringListValues": [], "binaryListValues": [], "dataType": "String"},
            "bytes": {"binaryValue": "AAE=", "stringListValues": [], "binaryListValues": [], "dataType": "Binary"}}}
    assert until(lambda: count(queue) == 0)


def test_batches(world):
    queue = world.queue("source")
    send(queue, [str(i) for i in range(25)])
    world.map(queue, BatchSize=10)
    events = world.take(3)
    assert sorted(len(event["Records"]) for event in events) == [5, 10, 10]
    assert {r["body"] for event in events for r in event["Records"]} == {str(i) for i in range(25)}


def test_a_batch_window_gathers(world):
    queue = world.queue("source")
    world.map(queue, BatchSize=40, MaximumBatchingWindowInSeconds=300)
    for at in range(0, 40, 10):
        send(queue, [str(at + i) for i in range(10)])
    [event] = world.take()
    assert len(event["Records"]) == 40
    assert all(record["md5OfMessageAttributes"] is None for record in event["Records"])


def test_a_batch_window_ends(world):
    queue = world.queue("source")
    world.map(queue, BatchSize=10, MaximumBatchingWindowInSeconds=1)
    send(queue, ["1", "2"])
    [event] = world.take()
    assert len(event["Records"]) == 2


def test_a_batch_holds_no_more_than_six_megabytes(world):
    queue = world.queue("source")
    send(queue, [])
    for i in range(8):
        SQS.send_message(QueueUrl=queue, MessageBody=str(i) * 1000000)
    world.map(queue, TELL + """
def handler(event, context):
    tell([r["body"][0] for r in event["Records"]])
""", BatchSize=8)
    batches = world.take(2)
    assert sorted(len(b) for b in batches) == [2, 6]


def test_a_failed_batch_comes_again_whole_and_goes_to_the_dlq(world):
    queue, dlq = world.with_dlq(2, VisibilityTimeout=1)
    send(queue, ["good", "poison"])
    world.map(queue, FLAKY)
    tries = world.take(2)
    assert [sorted(t) for t in tries] == [[["good", 1], ["poison", 1]], [["good", 2], ["poison", 2]]]
    assert until(lambda: count(dlq) == 2 and count(queue) == 0)


def partial(returned):
    return TELL + f"""
def handler(event, context):
    bodies = [r["body"] for r in event["Records"]]
    tell(bodies)
    failed = [r["messageId"] for r in event["Records"] if "bad" in r["body"]]
    return {returned}
"""


def test_partial_batch_response(world):
    queue, dlq = world.with_dlq(2, VisibilityTimeout=1)
    send(queue, ["bad", "good", "fine"])
    world.map(queue, partial('{"batchItemFailures": [{"itemIdentifier": i} for i in failed]}'),
              FunctionResponseTypes=["ReportBatchItemFailures"])
    tries = world.take(2)
    assert sorted(tries[0]) == ["bad", "fine", "good"]
    assert tries[1] == ["bad"]
    assert until(lambda: count(dlq) == 1 and count(queue) == 0)


def test_partial_batch_response_is_ignored_without_the_setting(world):
    queue = world.queue("source", VisibilityTimeout=1)
    send(queue, ["bad"])
    world.map(queue, partial('{"batchItemFailures": [{"itemIdentifier": i} for i in failed]}'))
    world.take()
    assert until(lambda: count(queue) == 0)


@pytest.mark.parametrize("returned", ['""', "[]", "None", "{}", '{"batchItemFailures": []}', '{"batchItemFailures": None}',
                                      '{"statusCode": 200}'])
def test_responses_that_say_success(world, returned):
    queue = world.queue("source", VisibilityTimeout=1)
    send(queue, ["1", "2"])
    world.map(queue, partial(returned), FunctionResponseTypes=["ReportBatchItemFailures"])
    world.take()
    assert until(lambda: count(queue) == 0)


@pytest.mark.parametrize("returned", [
    '{"batchItemFailures": [{"itemIdentifier": ""}]}', '{"batchItemFailures": [{"itemIdentifier": None}]}',
    '{"batchItemFailures": [{"itemIdentifier": 123}]}', '{"batchItemFailures": [{"itemIdentifier": "unknown"}]}',
    '{"batchItemFailures": [{"foo": "notvalid"}]}', '{"batchItemFailures": [{"foo": None}]}', '{"batchItemFailures": "x"}',
    '{"batchItemFailures": [{"itemIdentifier": i} for i in failed] + [{"itemIdentifier": "unknown"}]}'])
def test_malformed_responses_fail_the_whole_batch(world, returned):
    queue, dlq = world.with_dlq(1, VisibilityTimeout=1)
    send(queue, ["bad", "good"])
    world.map(queue, partial(returned), FunctionResponseTypes=["ReportBatchItemFailures"])
    world.take()
    assert until(lambda: count(dlq) == 2 and count(queue) == 0)


def test_delay_and_visibility(world):
    queue = world.queue("source", VisibilityTimeout=2)
    world.map(queue, TELL + """
import time
def handler(event, context):
    attributes = event["Records"][0]["attributes"]
    tell([attributes, time.time()])
    if attributes["ApproximateReceiveCount"] == "1":
        raise ValueError
""")
    SQS.send_message(QueueUrl=queue, MessageBody="x", DelaySeconds=1)
    (first, _), (second, now) = world.take(2)
    received = int(first["ApproximateFirstReceiveTimestamp"])
    assert (first["ApproximateReceiveCount"], second["ApproximateReceiveCount"]) == ("1", "2")
    assert received - int(first["SentTimestamp"]) >= 1000
    assert now * 1000 - received >= 2000


def test_a_handler_sees_no_message_twice_while_it_has_it(world):
    queue = world.queue("source", VisibilityTimeout=30)
    world.map(queue, TELL + """
import time
def handler(event, context):
    tell([r["body"] for r in event["Records"]])
    time.sleep(0.5)
""", BatchSize=1, function_args={"timeout": 10})
    send(queue, [str(i) for i in range(10)])
    assert sorted(b for [b] in world.take(10)) == [str(i) for i in range(10)]
    assert until(lambda: count(queue) == 0)
    assert count(world.results) == 0


def test_others_can_receive_without_waiting(world):
    """A mapping that rests holds no long poll, and a poll without wait time returns at once."""
    queue = world.queue("source")
    made = world.map(queue)
    assert until(lambda: state(made) == "Enabled")
    begun = time.monotonic()
    assert "Messages" not in SQS.receive_message(QueueUrl=queue, WaitTimeSeconds=0)
    assert time.monotonic() - begun < 5


def test_concurrency_is_capped(world):
    queue = world.queue("source")
    send(queue, [str(i) for i in range(8)])
    world.map(queue, TELL + """
import time
def handler(event, context):
    begin = time.time()
    time.sleep(2)  # longer than a process takes to start, so that another one is
    tell([begin, time.time()])
""", BatchSize=1, ScalingConfig={"MaximumConcurrency": 2}, function_args={"timeout": 30})
    spans = world.take(8)
    edges = sorted([(b, 1) for b, _ in spans] + [(e, -1) for _, e in spans])
    at_once = most = 0
    for _, step in edges:
        at_once += step
        most = max(most, at_once)
    assert most == 2


def test_fifo_order_with_retries_first(world):
    queue = world.queue("source", FifoQueue="true", VisibilityTimeout=1)
    for i in range(6):
        for group in ("a", "b"):
            SQS.send_message(QueueUrl=queue, MessageBody=f"{group}{i}", MessageGroupId=group,
                             MessageDeduplicationId=f"{group}{i}")
    world.map(queue, TELL + """
def handler(event, context):
    bodies = [r["body"] for r in event["Records"]]
    counts = {r["attributes"]["ApproximateReceiveCount"] for r in event["Records"]}
    if "a1" in bodies and "1" in counts:
        tell([])
        raise ValueError
    tell(bodies)
""", BatchSize=2)
    seen = []
    while len(seen) < 12:
        seen += world.take()[0]
    for group in ("a", "b"):
        assert [b for b in seen if b[0] == group] == [f"{group}{i}" for i in range(6)]


PATTERNS = [
    ({"my": ["value"]}, {"my": "value"}, {"my": "other"}),
    ({"a": ["x", "y"], "b": ["z"]}, {"a": "y", "b": "z"}, {"a": "y", "b": "?"}),
    ({"my": [{"exists": True}]}, {"my": 1}, {"other": 1}),
    ({"my": [{"exists": False}]}, {"other": 1}, {"my": 1}),
    ({"n": [{"numeric": [">", 100]}]}, {"n": 101}, {"n": 100}),
    ({"n": [{"numeric": [">=", 15, "<", 20]}]}, {"n": 15}, {"n": 20}),
    ({"n": [{"numeric": ["=", 3.5]}]}, {"n": 3.5}, {"n": 3}),
    ({"p": [{"prefix": "us-"}]}, {"p": "us-east"}, {"p": "eu"}),
    ({"p": [{"suffix": ".png"}]}, {"p": "a.png"}, {"p": "a.jpg"}),
    ({"p": [{"anything-but": ["bad"]}]}, {"p": "good"}, {"p": "bad"}),
    ({"p": [{"anything-but": {"prefix": "bad"}}]}, {"p": "good"}, {"p": "badly"}),
    ({"p": [{"equals-ignore-case": "Yes"}]}, {"p": "YES"}, {"p": "no"}),
    ({"p": [None]}, {"p": None}, {"p": 0}),
    ({"p": [""]}, {"p": ""}, {"p": " "}),
    ({"o": {"i": ["x"]}}, {"o": {"i": "x"}}, {"o": {"i": "y"}}),
    ({"$or": [{"a": ["x"]}, {"b": ["x"]}]}, {"b": "x"}, {"b": "y"}),
    ({"l": ["x"]}, {"l": ["w", "x"]}, {"l": ["w"]}),
]


@pytest.mark.parametrize("pattern, wanted, unwanted", PATTERNS)
def test_filters_of_json_bodies(world, pattern, wanted, unwanted):
    queue = world.queue("source")
    world.map(queue, BatchSize=10, FilterCriteria={"Filters": [{"Pattern": json.dumps({"body": pattern})}]})
    send(queue, [json.dumps(unwanted), "plain", json.dumps(wanted), json.dumps(unwanted)])
    [record] = world.records(1)
    assert json.loads(record["body"]) == wanted
    assert until(lambda: count(queue) == 0)  # what matches nothing is deleted
    assert count(world.results) == 0


def test_filters_of_other_bodies_and_members(world):
    queue = world.queue("source")
    world.map(queue, FilterCriteria={"Filters": [
        {"Pattern": json.dumps({"body": ["plain"]})}, {"Pattern": json.dumps({"body": [{"prefix": "begin"}]})},
        {"Pattern": json.dumps({"messageAttributes": {"kind": {"stringValue": ["yes"]}}})}]})
    send(queue, ["plainer", "plain", "{\"a\": \"plain\"}", "begins", "x"])
    SQS.send_message(QueueUrl=queue, MessageBody="attribute",
                     MessageAttributes={"kind": {"DataType": "String", "StringValue": "yes"}})
    assert sorted(r["body"] for r in world.records(3)) == ["attribute", "begins", "plain"]
    assert until(lambda: count(queue) == 0)
