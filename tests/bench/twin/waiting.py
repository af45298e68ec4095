# SPDX-License-Identifier: Apache-2.0
"""Waiting for what an asynchronous system does."""
import time

WITHIN, EVERY = 15.0, 0.1  # seconds


def eventually(check, within=WITHIN, every=EVERY):
    """The result of check() once it raises no AssertionError; its last one when the time is over."""
    end = time.monotonic() + within
    while True:
        try:
            return check()
        except AssertionError:
            if time.monotonic() > end:
                raise
        time.sleep(every)


def stays(check, seconds, every=EVERY):
    """Wants check() to hold all the time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        check()
        time.sleep(every)
    check()


def received(sqs, queue_url, wanted, within=WITHIN):
    """The body of the first message for which wanted(body) holds; it is deleted, others stay in the queue."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        answer = sqs.receive_message(QueueUrl=queue_url, MaxNumberOfMessages=10, WaitTimeSeconds=1)
        found = None
        for message in answer.get("Messages", []):
            handle = {"QueueUrl": queue_url, "ReceiptHandle": message["ReceiptHandle"]}
            if found is None and wanted(message["Body"]):
                found = message["Body"]
                sqs.delete_message(**handle)
            else:
                sqs.change_message_visibility(**handle, VisibilityTimeout=0)
        if found is not None:
            return found
    raise AssertionError(f"no such message within {within} s")
