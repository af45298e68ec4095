# SPDX-License-Identifier: Apache-2.0
"""What S3 answered when LocalStack's tests recorded it at AWS (tests/aws/services/s3/test_s3.snapshot.json and
test_s3_api.snapshot.json, 2023 to January 2026).

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import base64
import datetime
import email.utils
import hashlib
import hmac
import http.client
import json
import os
import re
import urllib.request
import uuid

import boto3
import pytest
from botocore.exceptions import ClientError

from sdk import error, refused

S3 = boto3.client("s3")
MALFORMED = "The XML you provided was not well-formed or did not validate against our published schema"
NOT_IMPLEMENTED = "A header you provided implies functionality that is not implemented"


@pytest.fixture(name="bucket")
def make_bucket():
    name = f"recorded-{uuid.uuid4().hex[:10]}"
    S3.create_bucket(Bucket=name)
    return name


# ---- configurations by their id ----

TO = {"S3BucketDestination": {"Format": "CSV", "Bucket": "arn:aws:s3:::b"}}
KINDS = {
    "analytics": ("AnalyticsConfiguration", {"Filter": {"Prefix": "p"}, "StorageClassAnalysis": {
        "DataExport": {"OutputSchemaVersion": "V_1", "Destination": TO}}}),
    "intelligent_tiering": ("IntelligentTieringConfiguration", {
        "Filter": {"Prefix": "p"}, "Status": "Enabled", "Tierings": [{"Days": 90, "AccessTier": "ARCHIVE_ACCESS"}]}),
    "inventory": ("InventoryConfiguration", {
        "Destination": TO, "IsEnabled": True, "IncludedObjectVersions": "All", "OptionalFields": ["Size", "ETag"],
        "Schedule": {"Frequency": "Daily"}}),
    "metrics": ("MetricsConfiguration", {"Filter": {"Prefix": "logs/"}}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_configurations_by_their_id(bucket, kind):
    member, body = KINDS[kind]
    put, get, delete, listed = (getattr(S3, f"{verb}_bucket_{kind}_configuration{more}") for verb, more in (
        ("put", ""), ("get", ""), ("delete", ""), ("list", "s")))
    for name in ("z", "a", "m"):
        assert put(Bucket=bucket, Id=name, **{member: {"Id": name, **body}})["ResponseMetadata"]["HTTPStatusCode"] == 204
    assert get(Bucket=bucket, Id="m")[member] == {"Id": "m", **body}
    answer = listed(Bucket=bucket)
    assert ([one["Id"] for one in answer[f"{member}List"]], answer["IsTruncated"]) == (["a", "m", "z"], False)
    mismatch = ("IdMismatch", "Document ID does not match the specified configuration ID.") if kind == "inventory" else (
        "MalformedXML", MALFORMED)
    refused(put, *mismatch, Bucket=bucket, Id="other", **{member: {"Id": "m", **body}})
    assert delete(Bucket=bucket, Id="m")["ResponseMetadata"]["HTTPStatusCode"] == 204
    for call in (get, delete):
        refused(call, "NoSuchConfiguration", "The specified configuration does not exist.", Bucket=bucket, Id="m")
    assert [one["Id"] for one in listed(Bucket=bucket)[f"{member}List"]] == ["a", "z"]


@pytest.mark.parametrize("wrong, code, message", [
    ({"Destination": {"S3BucketDestination": {"Format": "CSV", "Bucket": "b"}}}, "InvalidS3DestinationBucket", "Invalid bucket ARN."),
    ({"Schedule": {"Frequency": "Hourly"}}, "MalformedXML", MALFORMED),
    ({"IncludedObjectVersions": "Some"}, "MalformedXML", MALFORMED),
    ({"OptionalFields": ["Colour"]}, "MalformedXML", MALFORMED),
])
def test_inventories_that_are_none(bucket, wrong, code, message):
    refused(S3.put_bucket_inventory_configuration, code, message, Bucket=bucket, Id="i",
            InventoryConfiguration={"Id": "i", **KINDS["inventory"][1], **wrong})


def test_more_than_a_page_of_configurations(bucket):
    for i in range(101):
        S3.put_bucket_metrics_configuration(Bucket=bucket, Id=f"m{i:03}", MetricsConfiguration={"Id": f"m{i:03}"})
    first = S3.list_bucket_metrics_configurations(Bucket=bucket)
    assert (len(first["MetricsConfigurationList"]), first["IsTruncated"]) == (100, True)
    rest = S3.list_bucket_metrics_configurations(Bucket=bucket, ContinuationToken=first["NextContinuationToken"])
    assert ([one["Id"] for one in rest["MetricsConfigurationList"]], rest["IsTruncated"]) == (["m100"], False)


# ---- lifecycles ----


def rule(**more):
    return {"ID": "r", "Status": "Enabled", "Filter": {}, "Expiration": {"Days": 7}, **more}


def put_rules(bucket, *rules, **more):
    return S3.put_bucket_lifecycle_configuration(Bucket=bucket, LifecycleConfiguration={"Rules": list(rules)}, **more)


def test_objects_tell_when_they_will_go(bucket):
    assert "Expiration" not in S3.put_object(Bucket=bucket, Key="before", Body=b"test")
    put_rules(bucket, rule(ID="one", Filter={"Prefix": "testobject"}), rule(ID="two", Filter={"Prefix": "test"}),
              rule(ID="big", Filter={"ObjectSizeGreaterThan": 20}), rule(ID="off", Status="Disabled"),
              rule(ID="tag", Filter={"And": {"Tags": [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}]}}))
    expected = {"testobject-1": "one", "test-1": "two", "no-rules": None}
    for key, wanted in expected.items():
        told = S3.put_object(Bucket=bucket, Key=key, Body=b"test").get("Expiration")
        assert (told and re.search('rule-id="(.*)"', told)[1]) == wanted
        assert S3.head_object(Bucket=bucket, Key=key).get("Expiration") == told
    assert 'rule-id="big"' in S3.put_object(Bucket=bucket, Key="large", Body=b"x" * 21)["Expiration"]
    assert "Expiration" not in S3.put_object(Bucket=bucket, Key="half", Body=b"", Tagging="a=1")
    told = S3.put_object(Bucket=bucket, Key="whole", Body=b"", Tagging="a=1&b=2")["Expiration"]
    due = datetime.datetime.strptime(re.search('expiry-date="(.*?)"', told)[1], "%a, %d %b %Y %H:%M:%S GMT")
    days = due - datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
    assert due.time() == datetime.time() and datetime.timedelta(6.99) < days < datetime.timedelta(8.01)


def test_the_smallest_object_of_transitions(bucket):
    assert put_rules(bucket, rule())["TransitionDefaultMinimumObjectSize"] == "all_storage_classes_128K"
    put_rules(bucket, rule(), TransitionDefaultMinimumObjectSize="varies_by_storage_class")
    assert S3.get_bucket_lifecycle_configuration(Bucket=bucket)["TransitionDefaultMinimumObjectSize"] == "varies_by_storage_class"
    with pytest.raises(ClientError, match="Invalid TransitionDefaultMinimumObjectSize found: value"):
        put_rules(bucket, rule(), TransitionDefaultMinimumObjectSize="value")


@pytest.mark.parametrize("wrong, code, message", [
    ({"NoncurrentVersionExpiration": {}}, "MalformedXML", MALFORMED),
    ({"Filter": {"And": {"Tags": [{"Key": "a", "Value": "1"}, {"Key": "a", "Value": "2"}]}}}, "InvalidRequest",
     "Duplicate Tag Keys are not allowed."),
    ({"Expiration": {"Date": datetime.datetime(2023, 1, 1, 2, 2)}}, "InvalidArgument", "'Date' must be at midnight GMT"),
])
def test_rules_that_are_none(bucket, wrong, code, message):
    refused(S3.put_bucket_lifecycle_configuration, code, message, Bucket=bucket, LifecycleConfiguration={"Rules": [rule(**wrong)]})


# ---- conditions ----


@pytest.mark.parametrize("conditions, header, more", [
    ({"IfMatch": "*"}, "If-Match", "We don't accept the provided value of If-Match header for this API"),
    ({"IfNoneMatch": "etag"}, "If-None-Match", "We don't accept the provided value of If-None-Match header for this API"),
    ({"IfMatch": "etag", "IfNoneMatch": "*"}, "If-Match,If-None-Match", "Multiple conditional request headers present in the request"),
])
def test_conditions_that_no_write_knows(bucket, conditions, header, more):
    found = error(S3.put_object, Bucket=bucket, Key="k", Body=b"", **conditions)
    assert found == {"Code": "NotImplemented", "Message": NOT_IMPLEMENTED, "Header": header, "additionalMessage": more}


def test_an_upload_does_not_replace_what_came_meanwhile(bucket):
    etag = S3.put_object(Bucket=bucket, Key="k", Body=b"test")["ETag"]

    def upload(between):
        made = S3.create_multipart_upload(Bucket=bucket, Key="k")["UploadId"]
        part = S3.upload_part(Bucket=bucket, Key="k", UploadId=made, PartNumber=1, Body=b"part")["ETag"]
        if between:
            S3.put_object(Bucket=bucket, Key="k", Body=b"test")
        return {"Bucket": bucket, "Key": "k", "UploadId": made, "IfMatch": etag,
                "MultipartUpload": {"Parts": [{"ETag": part, "PartNumber": 1}]}}

    found = error(S3.complete_multipart_upload, **upload(True))
    assert (found["Code"], found["Condition"], found["Key"]) == ("ConditionalRequestConflict", "If-Match", "k")
    S3.complete_multipart_upload(**upload(False))


def test_an_empty_type_is_kept(bucket):
    S3.put_object(Bucket=bucket, Key="k", Body=b"x", ContentType="")
    assert S3.head_object(Bucket=bucket, Key="k")["ContentType"] == ""
    assert error(S3.head_object, Bucket=bucket, Key="none")["Code"] == "404"


# ---- versions, owners, tags ----


def test_versions_that_s3_never_gave(bucket):
    foreign = "HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD"
    S3.put_object(Bucket=bucket, Key="k", Body=b"")
    for call in (S3.get_object, S3.delete_object):
        found = error(call, Bucket=bucket, Key="k", VersionId=foreign)
        assert (found["Code"], found["Message"], found["ArgumentValue"]) == (
            "InvalidArgument", "Invalid version id specified", foreign)
    answer = S3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "k", "VersionId": foreign}]})
    assert answer["Errors"] == [{"Key": "k", "VersionId": foreign, "Code": "NoSuchVersion",
                                 "Message": "The specified version does not exist."}]
    S3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    given = S3.put_object(Bucket=bucket, Key="k", Body=b"")["VersionId"]
    for _ in range(2): # of one that is gone, too
        S3.delete_object(Bucket=bucket, Key="k", VersionId=given)
    assert error(S3.get_object, Bucket=bucket, Key="k", VersionId=given)["Code"] == "NoSuchVersion"
    refused(S3.put_bucket_versioning, "IllegalVersioningConfigurationException", "The Versioning element must be specified",
            Bucket=bucket, VersioningConfiguration={})


@pytest.mark.parametrize("owner", ["0000", "0000000000020", "abcd", "aa000000000$"])
def test_owners_that_are_no_accounts(bucket, owner):
    refused(S3.get_bucket_policy, "InvalidBucketOwnerAWSAccountID",
            f"The value of the expected bucket owner parameter must be an AWS Account ID... [{owner}]", Bucket=bucket,
            ExpectedBucketOwner=owner)


def test_letters_that_no_tag_has(bucket):
    for tag, wrong in (({"Key": "Key1,Key2", "Value": "v"}, "TagKey"), ({"Key": "Key1", "Value": "Val1,Val2"}, "TagValue")):
        refused(S3.put_bucket_tagging, "InvalidTag", f"The {wrong} you have provided is invalid", Bucket=bucket,
                Tagging={"TagSet": [tag]})
    header = "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates."
    refused(S3.put_object, "InvalidArgument", header, Bucket=bucket, Key="k", Body=b"", Tagging="key1=val1,key2=val2")
    S3.put_object(Bucket=bucket, Key="k", Body=b"", Tagging="key1&&&key2=é")
    assert S3.get_object_tagging(Bucket=bucket, Key="k")["TagSet"] == [{"Key": "key1", "Value": ""}, {"Key": "key2", "Value": "é"}]


def test_a_bucket_with_tags_is_not_made_again():
    name = f"recorded-{uuid.uuid4().hex[:10]}"
    tags = {"Tags": [{"Key": "tag1", "Value": "value1"}]}
    arn = f"arn:aws:s3:::{name}"
    assert S3.create_bucket(Bucket=name, CreateBucketConfiguration=tags)["BucketArn"] == arn
    refused(S3.create_bucket, "BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you "
            "already own it.", Bucket=name, CreateBucketConfiguration=tags)
    assert S3.create_bucket(Bucket=name)["BucketArn"] == S3.head_bucket(Bucket=name)["BucketArn"] == arn


# ---- what new buckets have (LocalStack's test_s3_api.snapshot.json) ----


def test_a_new_bucket_keeps_the_public_out(bucket):
    rules = S3.get_bucket_ownership_controls(Bucket=bucket)["OwnershipControls"]["Rules"]
    assert rules == [{"ObjectOwnership": "BucketOwnerEnforced"}]
    assert set(S3.get_public_access_block(Bucket=bucket)["PublicAccessBlockConfiguration"].values()) == {True}
    S3.delete_bucket_ownership_controls(Bucket=bucket)
    S3.delete_public_access_block(Bucket=bucket)
    refused(S3.get_bucket_ownership_controls, "OwnershipControlsNotFoundError",
            "The bucket ownership controls were not found", Bucket=bucket)
    refused(S3.get_public_access_block, "NoSuchPublicAccessBlockConfiguration",
            "The public access block configuration was not found", Bucket=bucket)
    S3.put_bucket_ownership_controls(Bucket=bucket, OwnershipControls={"Rules": [{"ObjectOwnership": "ObjectWriter"}]})
    rules = S3.get_bucket_ownership_controls(Bucket=bucket)["OwnershipControls"]["Rules"]
    assert rules == [{"ObjectOwnership": "ObjectWriter"}]


def test_a_page_of_uploads_that_ends_in_a_prefix_has_no_marker(bucket):
    for key in ("folder/aSubfolder/subFile1", "folder/aSubfolder/subFile2", "folder/file1", "folder/file2"):
        S3.create_multipart_upload(Bucket=bucket, Key=key)
    ask = {"Bucket": bucket, "Prefix": "folder/", "Delimiter": "/", "MaxUploads": 1}
    page = S3.list_multipart_uploads(**ask)
    assert [p["Prefix"] for p in page["CommonPrefixes"]] == ["folder/aSubfolder/"]
    assert (page["IsTruncated"], page["NextKeyMarker"], page["NextUploadIdMarker"]) == (True, "", "")
    for marker in ("folder/aSubfolder/", "folder/aSubfolder/subFile1"):
        page = S3.list_multipart_uploads(KeyMarker=marker, **ask)
        assert [u["Key"] for u in page["Uploads"]] == ["folder/file1"] and "CommonPrefixes" not in page
        assert (page["NextKeyMarker"], page["NextUploadIdMarker"]) == ("folder/file1", page["Uploads"][0]["UploadId"])
    page = S3.list_multipart_uploads(Bucket=bucket)
    assert (page["IsTruncated"], page["NextKeyMarker"]) == (False, "folder/file2") and "Prefix" not in page


# ---- what S3 was seen to refuse in September 2026, byte by byte ----


@pytest.mark.parametrize("wrong, message", [
    ({"AllowedOrigins": ["http://*.*"]}, 'AllowedOrigin "http://*.*" can not have more than one wildcard.'),
    ({"AllowedHeaders": ["x-*-*"]}, 'AllowedHeader "x-*-*" can not have more than one wildcard.'),
    ({"ExposeHeaders": ["x-*"]}, 'ExposeHeader "x-*" contains wildcard. We currently do not support wildcard for ExposeHeader.'),
])
def test_wildcards_of_cors(bucket, wrong, message):
    rule = {"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], **wrong}
    refused(S3.put_bucket_cors, "InvalidRequest", message, Bucket=bucket, CORSConfiguration={"CORSRules": [rule]})


@pytest.mark.parametrize("wrong, message", [
    ({"MaxKeys": -1}, "Argument maxKeys must be an integer between 0 and 2147483647"),
    ({"ContinuationToken": "garbage!"}, "The continuation token provided is incorrect"),
])
def test_parameters_of_lists(bucket, wrong, message):
    refused(S3.list_objects_v2, "InvalidArgument", message, Bucket=bucket, **wrong)


def test_numbers_of_lists(bucket):
    assert S3.list_objects_v2(Bucket=bucket, MaxKeys=1001)["MaxKeys"] == 1001
    refused(S3.list_object_versions, "InvalidArgument", "max-keys cannot be negative", Bucket=bucket, MaxKeys=-1)
    refused(S3.list_object_versions, "InvalidArgument", "Invalid version id specified", Bucket=bucket, KeyMarker="a",
            VersionIdMarker="x")
    refused(S3.list_object_versions, "InvalidArgument", "A version-id marker cannot be specified without a key marker.",
            Bucket="none-" + bucket, VersionIdMarker="x")


def test_names_of_attributes(bucket):
    S3.put_object(Bucket=bucket, Key="k", Body=b"x")
    refused(S3.get_object_attributes, "InvalidArgument", "Invalid attribute name specified.", Bucket=bucket, Key="k",
            ObjectAttributes=["etag"])
    found = S3.get_object_attributes(Bucket=bucket, Key="k", ObjectAttributes=["ETag", "ObjectSize"])
    assert found["ObjectSize"] == 1 and "StorageClass" not in found


def test_a_replicated_bucket_keeps_its_versions(bucket):
    to = f"{bucket}-to"
    replication = {
        "Role": "arn:aws:iam::000000000000:role/r",
        "Rules": [{"Status": "Enabled", "Prefix": "", "Destination": {"Bucket": f"arn:aws:s3:::{to}"}}]}
    S3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    for make in (lambda: None, lambda: S3.create_bucket(Bucket=to)):
        make()
        refused(S3.put_bucket_replication, "InvalidRequest", "Destination bucket must have versioning enabled.",
                Bucket=bucket, ReplicationConfiguration=replication)
    S3.put_bucket_versioning(Bucket=to, VersioningConfiguration={"Status": "Enabled"})
    S3.put_bucket_replication(Bucket=bucket, ReplicationConfiguration=replication)
    refused(S3.put_bucket_versioning, "InvalidBucketState",
            "A replication configuration is present on this bucket, so the versioning state cannot be changed.",
            Bucket=bucket, VersioningConfiguration={"Status": "Suspended"})


# ---- lengths ----


def test_put_without_a_length(bucket):
    """As OpenStack Swift's tests found AWS (test/s3api/test_input_errors.py); a body must say how long it is, also an
    empty one."""
    url = S3.generate_presigned_url("put_object", Params={"Bucket": bucket, "Key": "k"})
    host, target = url.removeprefix("http://").split("/", 1)
    for more, status in (((), 411), ((("Transfer-Encoding", "chunked"),), 411), ((("Content-Length", "0"),), 200)):
        connection = http.client.HTTPConnection(host, timeout=20)
        connection.putrequest("PUT", "/" + target)
        for name, value in more:
            connection.putheader(name, value)
        connection.endheaders(b"0\r\n\r\n" if ("Transfer-Encoding", "chunked") in more else None)
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status == status and (status == 200 or b"<Code>MissingContentLength</Code>" in body)
        connection.close()


def test_version_2_by_a_host(bucket):
    """As boto 2 signs (its tests/integration/s3); such a signature names no service."""
    date = email.utils.formatdate(usegmt=True)
    mac = hmac.new(os.environ["AWS_SECRET_ACCESS_KEY"].encode(), f"GET\n\n\n{date}\n/{bucket}/".encode(), hashlib.sha1)
    signature = base64.b64encode(mac.digest()).decode()
    for host, status in ((f"{bucket}.s3.localhost", 200), ("other.s3.localhost", 403)):
        connection = http.client.HTTPConnection(S3.meta.endpoint_url.removeprefix("http://"), timeout=20)
        connection.request("GET", "/", headers={
            "Host": host, "Date": date, "Authorization": f"AWS {os.environ['AWS_ACCESS_KEY_ID']}:{signature}"})
        assert connection.getresponse().status == status
        connection.close()


def test_acls_that_aws_would_refuse_are_warned_of(bucket):
    """In a bucket that was created without ObjectOwnership AWS has them off; here they count, for tests of before."""
    S3.put_object(Bucket=bucket, Key="k", ACL="public-read")
    with urllib.request.urlopen(f"{S3.meta.endpoint_url}/_slrun/warnings", timeout=30) as answer:
        told = [one["text"] for one in json.load(answer)["warnings"]]
    assert len([text for text in told if text.startswith("s3: ACLs of bucket ")]) == 1  # of the first alone
    S3.put_bucket_ownership_controls(Bucket=bucket, OwnershipControls={"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]})
    refused(S3.put_object, "AccessControlListNotSupported", "The bucket does not allow ACLs", Bucket=bucket, Key="k",
            ACL="public-read")
