# SPDX-License-Identifier: Apache-2.0
"""Lifecycles of buckets, by the clock of the local cloud (user guide, "Managing the lifecycle of objects": which
versions go, when, and "Amazon S3 Event Notifications": who is told)."""

import json
import os
import urllib.request
import uuid

import boto3
import pytest
from botocore.exceptions import ClientError

S3, SQS = boto3.client("s3"), boto3.client("sqs")


def advance(duration):
    url = os.environ["SLRUN_LOCAL_URL"] + "/_slrun/clock"
    with urllib.request.urlopen(urllib.request.Request(url, json.dumps({"advance": duration}).encode(), method="POST"), timeout=60) as answer:
        assert answer.status == 200


@pytest.fixture(name="bucket")
def make_bucket():
    name = "life-" + uuid.uuid4().hex[:12]
    S3.create_bucket(Bucket=name)
    return name


def rules(bucket, *actions, prefix="in/", **more):
    each = [{"Status": "Enabled", "Filter": {"Prefix": prefix}, **action, **more} for action in actions]
    S3.put_bucket_lifecycle_configuration(Bucket=bucket, LifecycleConfiguration={"Rules": each})


def put(bucket, key, **more):
    return S3.put_object(Bucket=bucket, Key=key, Body=b"x", **more).get("VersionId")


def versioned(bucket, status="Enabled"):
    S3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": status})


def keys(bucket):
    return [o["Key"] for o in S3.list_objects_v2(Bucket=bucket).get("Contents", [])]


def versions(bucket):
    listed = S3.list_object_versions(Bucket=bucket)
    return {kind: [(v["Key"], v["VersionId"]) for v in listed.get(kind, [])] for kind in ("Versions", "DeleteMarkers")}


def test_objects_go_after_their_days(bucket):
    rules(bucket, {"Expiration": {"Days": 3}})
    for key in ("in/a", "in/b\u00fc", "in/", "in", "out"):
        put(bucket, key)
    advance("71h")
    assert len(keys(bucket)) == 5
    advance("25h")
    assert keys(bucket) == ["in", "out"]
    with pytest.raises(ClientError, match="NoSuchKey"):
        S3.get_object(Bucket=bucket, Key="in/a")
    put(bucket, "in/a")
    advance("96h")
    assert keys(bucket) == ["in", "out"]


def test_filters_and_what_is_not_enabled(bucket):
    rule = {"Status": "Enabled", "Expiration": {"Days": 1}}
    S3.put_bucket_lifecycle_configuration(Bucket=bucket, LifecycleConfiguration={"Rules": [
        {**rule, "Filter": {"Tag": {"Key": "keep", "Value": "no"}}},
        {**rule, "Filter": {"And": {"Prefix": "big/", "ObjectSizeGreaterThan": 1}}},
        {**rule, "Filter": {"Prefix": "off/"}, "Status": "Disabled"}]})
    put(bucket, "tagged", Tagging="keep=no")
    put(bucket, "other", Tagging="keep=yes")
    put(bucket, "big/small")
    S3.put_object(Bucket=bucket, Key="big/big", Body=b"xx")
    put(bucket, "off/a")
    advance("48h")
    assert keys(bucket) == ["big/small", "off/a", "other"]


def test_a_lifecycle_that_was_deleted_does_nothing(bucket):
    rules(bucket, {"Expiration": {"Days": 1}})
    put(bucket, "in/a")
    S3.delete_bucket_lifecycle(Bucket=bucket)
    advance("72h")
    assert keys(bucket) == ["in/a"]
    rules(bucket, {"Expiration": {"Days": 1}})
    advance("24h")
    assert keys(bucket) == []


def test_current_versions_are_hidden(bucket):
    versioned(bucket)
    first, second = put(bucket, "in/a"), put(bucket, "in/a")
    rules(bucket, {"Expiration": {"Days": 1}})
    advance("48h")
    there = versions(bucket)
    assert there["Versions"] == [("in/a", second), ("in/a", first)]
    assert [key for key, _ in there["DeleteMarkers"]] == ["in/a"]
    advance("240h")
    assert versions(bucket) == there


def test_current_versions_where_versioning_is_suspended(bucket):
    put(bucket, "in/null")
    versioned(bucket)
    old = put(bucket, "in/kept")
    versioned(bucket, "Suspended")
    rules(bucket, {"Expiration": {"Days": 1}})
    advance("48h")
    assert versions(bucket) == {"Versions": [("in/kept", old)],
                                "DeleteMarkers": [("in/kept", "null"), ("in/null", "null")]}


def test_versions_that_are_not_current(bucket):
    versioned(bucket)
    ids = [put(bucket, "in/a") for _ in range(5)]
    rules(bucket, {"NoncurrentVersionExpiration": {"NoncurrentDays": 2, "NewerNoncurrentVersions": 1}})
    advance("24h")
    assert len(versions(bucket)["Versions"]) == 5
    advance("48h")
    assert versions(bucket)["Versions"] == [("in/a", ids[4]), ("in/a", ids[3])]
    rules(bucket, {"NoncurrentVersionExpiration": {"NoncurrentDays": 2}})
    advance("24h")
    assert versions(bucket)["Versions"] == [("in/a", ids[4])]


@pytest.mark.parametrize("expiration", [{"ExpiredObjectDeleteMarker": True}, {"Days": 1}])
def test_delete_markers_that_hide_nothing(bucket, expiration):
    versioned(bucket)
    version = put(bucket, "in/a")
    put(bucket, "in/b")
    for key in ("in/a", "in/b"):
        S3.delete_object(Bucket=bucket, Key=key)
    S3.delete_object(Bucket=bucket, Key="in/a", VersionId=version)
    rules(bucket, {"Expiration": expiration})
    advance("48h")
    assert [key for key, _ in versions(bucket)["DeleteMarkers"]] == ["in/b"]


def test_what_is_locked_stays():
    bucket = "life-" + uuid.uuid4().hex[:12]
    S3.create_bucket(Bucket=bucket, ObjectLockEnabledForBucket=True)
    held = put(bucket, "in/a", ObjectLockLegalHoldStatus="ON")
    put(bucket, "in/a")
    put(bucket, "in/a")
    rules(bucket, {"Expiration": {"Days": 1}, "NoncurrentVersionExpiration": {"NoncurrentDays": 1}})
    advance("96h")
    assert versions(bucket)["Versions"] == [("in/a", held)]


def test_uploads_are_aborted(bucket):
    rules(bucket, {"AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 2}})
    upload = {key: S3.create_multipart_upload(Bucket=bucket, Key=key)["UploadId"] for key in ("in/a", "in/b", "out")}
    S3.upload_part(Bucket=bucket, Key="in/a", UploadId=upload["in/a"], PartNumber=1, Body=b"x" * 100000)
    advance("24h")
    assert len(S3.list_multipart_uploads(Bucket=bucket)["Uploads"]) == 3
    advance("48h")
    assert [u["Key"] for u in S3.list_multipart_uploads(Bucket=bucket)["Uploads"]] == ["out"]
    with pytest.raises(ClientError, match="NoSuchUpload"):
        S3.list_parts(Bucket=bucket, Key="in/a", UploadId=upload["in/a"])


def tell(bucket, *events):
    name, kept = "life-" + uuid.uuid4().hex[:8], {"MessageRetentionPeriod": "1209600"}
    queue = SQS.create_queue(QueueName=name, Attributes=kept)["QueueUrl"]
    arn = SQS.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    S3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration={
        "QueueConfigurations": [{"QueueArn": arn, "Events": list(events)}], "EventBridgeConfiguration": {}})
    return queue


def received(queue, n):
    records = []
    while len(records) < n:
        messages = SQS.receive_message(QueueUrl=queue, MaxNumberOfMessages=10, WaitTimeSeconds=20).get("Messages", [])
        assert messages, f"{n - len(records)} more should have come"
        for message in messages:
            SQS.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
            records += json.loads(message["Body"]).get("Records", [])
    return records


def test_who_is_told(bucket):
    queue = tell(bucket, "s3:LifecycleExpiration:*", "s3:ObjectRemoved:*")
    put(bucket, "in/a")
    versioned(bucket)
    version = put(bucket, "in/b")
    rules(bucket, {"Expiration": {"Days": 1}, "NoncurrentVersionExpiration": {"NoncurrentDays": 1}})
    for _ in ("hidden", "not kept any more", "and the markers"):
        advance("48h")
    told = received(queue, 6)
    kinds = sorted((r["eventName"], r["s3"]["object"]["key"]) for r in told)
    made, gone = "LifecycleExpiration:DeleteMarkerCreated", "LifecycleExpiration:Delete"
    assert kinds == sorted([(made, "in/a"), (made, "in/b"), (gone, "in/a"), (gone, "in/b"), (gone, "in/a"), (gone, "in/b")])
    assert {r["userIdentity"]["principalId"] for r in told} == {"s3.amazonaws.com"}
    assert version in {r["s3"]["object"]["versionId"] for r in told if r["eventName"] == gone}


LARGE = b"x" * (128 << 10)


def classes(bucket):
    return {(v["Key"], v["IsLatest"]): v["StorageClass"] for v in S3.list_object_versions(Bucket=bucket)["Versions"]}


def test_transitions(bucket):
    rules(bucket, {"Transitions": [{"Days": 30, "StorageClass": "STANDARD_IA"}, {"Days": 60, "StorageClass": "GLACIER"}]})
    for key, body in (("in/a", LARGE), ("in/small", LARGE[1:]), ("out", LARGE)):
        S3.put_object(Bucket=bucket, Key=key, Body=body)
    S3.put_object(Bucket=bucket, Key="in/cold", Body=LARGE, StorageClass="DEEP_ARCHIVE")
    others = {("in/small", True): "STANDARD", ("out", True): "STANDARD", ("in/cold", True): "DEEP_ARCHIVE"}
    advance("720h")
    assert classes(bucket) == {("in/a", True): "STANDARD", **others}
    advance("24h")
    assert classes(bucket) == {("in/a", True): "STANDARD_IA", **others}
    assert S3.get_object(Bucket=bucket, Key="in/a")["StorageClass"] == "STANDARD_IA"
    advance("720h")
    assert classes(bucket) == {("in/a", True): "GLACIER", **others}
    with pytest.raises(ClientError, match="InvalidObjectState"):
        S3.get_object(Bucket=bucket, Key="in/a")


def test_transitions_of_what_is_small(bucket):
    cold = {"Transitions": [{"Days": 1, "StorageClass": "GLACIER"}]}
    rules(bucket, cold)
    S3.put_bucket_lifecycle_configuration(Bucket=bucket, TransitionDefaultMinimumObjectSize="varies_by_storage_class", LifecycleConfiguration={"Rules": [
        {"Status": "Enabled", "Filter": {"Prefix": "cold/"}, **cold},
        {"Status": "Enabled", "Filter": {"Prefix": "warm/"}, "Transitions": [{"Days": 1, "StorageClass": "GLACIER_IR"}]},
        {"Status": "Enabled", "Filter": {"And": {"Prefix": "sized/", "ObjectSizeGreaterThan": 0}},
         "Transitions": [{"Days": 1, "StorageClass": "GLACIER_IR"}]}]})
    for key in ("cold/a", "warm/a", "sized/a"):
        put(bucket, key)
    advance("48h")
    assert classes(bucket) == {("cold/a", True): "GLACIER", ("warm/a", True): "STANDARD", ("sized/a", True): "GLACIER_IR"}


def test_transitions_of_versions_that_are_not_current(bucket):
    versioned(bucket)
    rules(bucket, {"NoncurrentVersionTransitions": [{"NoncurrentDays": 1, "StorageClass": "DEEP_ARCHIVE"}]})
    queue = tell(bucket, "s3:LifecycleTransition")
    for _ in range(2):
        S3.put_object(Bucket=bucket, Key="in/a", Body=LARGE)
    advance("48h")
    assert classes(bucket) == {("in/a", True): "STANDARD", ("in/a", False): "DEEP_ARCHIVE"}
    [told] = received(queue, 1)
    assert told["eventName"] == "LifecycleTransition"
    assert told["lifecycleEventData"] == {"transitionEventData": {"destinationStorageClass": "DEEP_ARCHIVE"}}
    advance("48h")
    assert not SQS.receive_message(QueueUrl=queue).get("Messages")
