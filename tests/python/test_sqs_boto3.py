# SPDX-License-Identifier: Apache-2.0
"""boto3 on SQS as the local cloud offers it, and the older query protocol by hand.

Endpoint, region and keys come from the environment alone (with_local.py). What boto3 sends
here is AWS JSON; requests of the query protocol are signed with botocore and read with its parser.
"""

import json
import os
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

import boto3
import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

URL = os.environ["SLRUN_LOCAL_URL"]
SOON = 0.8  # seconds; a long poll that had to wait for its end would take longer


@pytest.fixture(scope="module")
def sqs():
    return boto3.client("sqs", config=Config(retries={"max_attempts": 0}))


@pytest.fixture()
def name():
    return "q-" + uuid.uuid4().hex[:12]


@pytest.fixture()
def queue(sqs, name):
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    yield url
    sqs.delete_queue(QueueUrl=url)


def error(call, **args):
    with pytest.raises(ClientError) as caught:
        call(**args)
    return caught.value.response


def query(action, path="/", method="POST", **params):
    """A request of the query protocol: status and body."""
    form = urllib.parse.urlencode({"Action": action, "Version": "2012-11-05", **params})
    url = URL + path + ("?" + form if method == "GET" else "")
    request = AWSRequest(method, url, data=form if method == "POST" else b"",
                         headers={"Content-Type": "application/x-www-form-urlencoded"})
    SigV4Auth(Credentials("test", "test"), "sqs", "us-east-1").add_auth(request)
    sent = urllib.request.Request(url, data=form.encode() if method == "POST" else None,
                                  headers=dict(request.headers), method=method)
    try:
        with urllib.request.urlopen(sent) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as failed:
        return failed.code, failed.read().decode()


def test_url_and_attributes(sqs, name):
    url = sqs.create_queue(QueueName=name, Attributes={"VisibilityTimeout": "7"}, tags={"a": "b"})["QueueUrl"]
    assert url == f"{URL}/000000000000/{name}"
    assert sqs.get_queue_url(QueueName=name)["QueueUrl"] == url
    found = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    assert found["VisibilityTimeout"] == "7"
    assert found["QueueArn"] == f"arn:aws:sqs:us-east-1:000000000000:{name}"
    assert sqs.list_queue_tags(QueueUrl=url)["Tags"] == {"a": "b"}
    sqs.delete_queue(QueueUrl=name)  # AWS takes the bare name too
    failed = error(sqs.get_queue_url, QueueName=name)
    assert failed["Error"]["Code"] == "AWS.SimpleQueueService.NonExistentQueue"
    assert failed["Error"]["QueryErrorCode"] == "QueueDoesNotExist"
    assert failed["ResponseMetadata"]["HTTPStatusCode"] == 400
    with pytest.raises(sqs.exceptions.QueueDoesNotExist):
        sqs.purge_queue(QueueUrl=url)


@pytest.mark.parametrize("body", ["x", "grüße 😀", "\t\r\n", "<a>&\"'</a>", "x" * (1024 * 1024)],
                         ids=["plain", "unicode", "blanks", "xml", "large"])
def test_body_comes_back(sqs, queue, body):
    sent = sqs.send_message(QueueUrl=queue, MessageBody=body)  # botocore checks the MD5
    message = sqs.receive_message(QueueUrl=queue)["Messages"][0]
    assert message["MessageId"] == sent["MessageId"]
    assert message["Body"] == body


def test_attributes_come_back(sqs, queue):
    attributes = {
        "s": {"DataType": "String.label", "StringValue": "text"},
        "n": {"DataType": "Number", "StringValue": "-1.5e3"},
        "b": {"DataType": "Binary", "BinaryValue": bytes(range(256))},
    }
    sent = sqs.send_message(QueueUrl=queue, MessageBody="x", MessageAttributes=attributes)
    message = sqs.receive_message(QueueUrl=queue, MessageAttributeNames=["All"])["Messages"][0]
    assert message["MessageAttributes"] == attributes
    assert message["MD5OfMessageAttributes"] == sent["MD5OfMessageAttributes"]


def test_batch_with_a_partial_failure(sqs, queue):
    answer = sqs.send_message_batch(QueueUrl=queue, Entries=[
        {"Id": "a", "MessageBody": "1"}, {"Id": "b", "MessageBody": "2", "DelaySeconds": 901}])
    assert [e["Id"] for e in answer["Successful"]] == ["a"]
    assert [(e["Id"], e["SenderFault"]) for e in answer["Failed"]] == [("b", True)]
    failed = error(sqs.send_message_batch, QueueUrl=queue, Entries=[])
    assert failed["Error"]["Code"] == "AWS.SimpleQueueService.EmptyBatchRequest"


def test_long_poll_wakes_at_once(sqs, queue):
    answers = []
    poll = threading.Thread(target=lambda: answers.append((sqs.receive_message(
        QueueUrl=queue, WaitTimeSeconds=20), time.monotonic())))
    poll.start()
    time.sleep(0.3)
    sent = time.monotonic()
    sqs.send_message(QueueUrl=queue, MessageBody="x")
    poll.join(timeout=20)
    answer, at = answers[0]
    assert answer["Messages"][0]["Body"] == "x"
    assert at - sent < SOON


def test_message_is_not_lost_with_its_poller(sqs, queue):
    impatient = boto3.client("sqs", config=Config(retries={"max_attempts": 0}, read_timeout=0.3))
    with pytest.raises(Exception, match="[Tt]imeout|timed out"):
        impatient.receive_message(QueueUrl=queue, WaitTimeSeconds=20)
    impatient.close()
    time.sleep(0.2)
    sqs.send_message(QueueUrl=queue, MessageBody="x")
    assert sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=1)["Messages"][0]["Body"] == "x"


def test_fifo(sqs, name):
    url = sqs.create_queue(QueueName=name + ".fifo", Attributes={
        "FifoQueue": "true", "ContentBasedDeduplication": "true"})["QueueUrl"]
    numbers = [sqs.send_message(QueueUrl=url, MessageBody=b, MessageGroupId="g")["SequenceNumber"]
               for b in ["1", "2", "1", "3"]]
    assert numbers[0] == numbers[2] and numbers[0] < numbers[1] < numbers[3]
    got = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)["Messages"]
    assert [m["Body"] for m in got] == ["1", "2", "3"]
    assert "Messages" not in sqs.receive_message(QueueUrl=url)
    sqs.delete_queue(QueueUrl=url)


def test_redrive_and_back(sqs, name):
    dead = sqs.create_queue(QueueName=name + "-dead")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=dead, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    url = sqs.create_queue(QueueName=name, Attributes={
        "VisibilityTimeout": "0",
        "RedrivePolicy": json.dumps({"deadLetterTargetArn": arn, "maxReceiveCount": 1})})["QueueUrl"]
    sqs.send_message(QueueUrl=url, MessageBody="x")
    assert sqs.receive_message(QueueUrl=url)["Messages"]
    assert "Messages" not in sqs.receive_message(QueueUrl=url)
    assert sqs.list_dead_letter_source_queues(QueueUrl=dead)["queueUrls"] == [url]
    sqs.start_message_move_task(SourceArn=arn)
    assert sqs.receive_message(QueueUrl=url, WaitTimeSeconds=5)["Messages"][0]["Body"] == "x"
    task = sqs.list_message_move_tasks(SourceArn=arn)["Results"][0]
    assert (task["Status"], task["ApproximateNumberOfMessagesMoved"]) == ("COMPLETED", 1)
    for each in (url, dead):
        sqs.delete_queue(QueueUrl=each)


def test_pages(sqs, name):
    urls = [sqs.create_queue(QueueName=f"{name}-{i}")["QueueUrl"] for i in range(5)]
    pages = list(sqs.get_paginator("list_queues").paginate(
        QueueNamePrefix=name, PaginationConfig={"PageSize": 2}))
    assert [len(p["QueueUrls"]) for p in pages] == [2, 2, 1]
    assert [u for p in pages for u in p["QueueUrls"]] == urls
    for each in urls:
        sqs.delete_queue(QueueUrl=each)


def test_query_protocol(sqs, name):
    status, body = query("CreateQueue", QueueName=name)
    assert status == 200
    assert f"<QueueUrl>{URL}/000000000000/{name}</QueueUrl>" in body
    path = f"/000000000000/{name}"
    status, body = query("SendMessage", path, MessageBody="a <b> & ü")  # the queue is in the path
    assert status == 200 and "<MD5OfMessageBody>" in body
    status, body = query("ReceiveMessage", path, "GET", **{"AttributeName.1": "All"})
    assert "<Body>a &lt;b&gt; &amp; ü</Body>" in body
    assert "<Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>" in body
    status, body = query("SendMessage", path)
    assert status == 400
    assert "<Code>MissingParameter</Code>" in body
    query("DeleteQueue", path)
    status, body = query("GetQueueUrl", QueueName=name)
    assert status == 400
    assert "<Code>AWS.SimpleQueueService.NonExistentQueue</Code>" in body
    with pytest.raises(sqs.exceptions.QueueDoesNotExist):
        sqs.get_queue_url(QueueName=name)
