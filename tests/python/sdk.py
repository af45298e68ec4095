# SPDX-License-Identifier: Apache-2.0
"""What tests with boto3 share."""
import io
import time
import zipfile

import pytest
from botocore.exceptions import ClientError

WITHIN = 60  # seconds that anything may take


def error(call, **args):
    """What the call fails with: Code, Message and what else there is."""
    with pytest.raises(ClientError) as caught:
        call(**args)
    return caught.value.response["Error"]


def fails(code, call, **args):
    """The call fails with that code; its message."""
    found = error(call, **args)
    assert found["Code"] == code, found
    return found["Message"]


def refused(call, code, message, **args):
    assert fails(code, call, **args) == message


def until(look, within=WITHIN):
    """What look() returns as soon as it is true, or at the end."""
    end = time.monotonic() + within
    while True:
        found = look()
        if found or time.monotonic() > end:
            return found
        time.sleep(0.02)


def zipped(files):
    """An archive of files by name, or of one app.py; the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in ({"app.py": files} if isinstance(files, str) else files).items():
            info = zipfile.ZipInfo(name)
            info.external_attr = (0o755 if name == "bootstrap" else 0o644) << 16
            archive.writestr(info, text)
    return out.getvalue()


def queue_arn(sqs, url):
    return sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]


def take(sqs, url, n=1):
    """n messages of a queue, which are deleted there."""
    found, end = [], time.monotonic() + WITHIN
    while len(found) < n and time.monotonic() < end:
        for message in sqs.receive_message(QueueUrl=url, WaitTimeSeconds=2, MaxNumberOfMessages=10,
                                           MessageAttributeNames=["All"]).get("Messages", []):
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
            found.append(message)
    assert len(found) == n
    return found
