# SPDX-License-Identifier: Apache-2.0
"""boto3 on S3 as the local cloud offers it: a tour of what specs and handlers do.

Endpoint, region and keys come from the environment alone (with_local.py). What boto3 does by
itself is what is judged here: checksums in trailers, uploads in parts, presigned URLs, forms.
"""

import hashlib
import http.client
import io
import json
import os
import random
import socket
import urllib.error
import urllib.parse
import urllib.request
import uuid

import boto3
import pytest
from boto3.s3.transfer import TransferConfig
from botocore import UNSIGNED
from botocore.auth import S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

URL = os.environ["SLRUN_LOCAL_URL"]
MIB = 1 << 20


def client(style="path", key=None, **config):
    config = Config(retries={"max_attempts": 0}, s3={"addressing_style": style}, **config)
    return boto3.client("s3", aws_access_key_id=key, aws_secret_access_key=key and "test", config=config)


@pytest.fixture(scope="module")
def s3():
    return client()


@pytest.fixture()
def bucket(s3):
    name = "b-" + uuid.uuid4().hex[:12]
    s3.create_bucket(Bucket=name)
    yield name
    for page in s3.get_paginator("list_object_versions").paginate(Bucket=name):
        for entry in page.get("Versions", []) + page.get("DeleteMarkers", []):
            s3.delete_object(Bucket=name, Key=entry["Key"], VersionId=entry["VersionId"])
    s3.delete_bucket(Bucket=name)


def error(call, **args):
    with pytest.raises(ClientError) as caught:
        call(**args)
    return caught.value.response


def body(s3, bucket, key, **args):
    return s3.get_object(Bucket=bucket, Key=key, **args)["Body"].read()


def data_of(size):
    return random.Random(size).randbytes(size)


def test_buckets(s3, bucket):
    assert bucket in [b["Name"] for b in s3.list_buckets()["Buckets"]]
    assert s3.head_bucket(Bucket=bucket)["BucketRegion"] == "us-east-1"
    assert s3.get_bucket_location(Bucket=bucket)["LocationConstraint"] is None
    assert error(s3.head_bucket, Bucket="none-" + bucket)["Error"]["Code"] == "404"
    answer = error(s3.list_objects_v2, Bucket="none-" + bucket)
    assert answer["Error"]["Code"] == "NoSuchBucket"
    assert answer["Error"]["BucketName"] == "none-" + bucket
    assert answer["ResponseMetadata"]["RequestId"]


@pytest.mark.parametrize("key", ["plain", "a b/ü%+?&=#.txt", "//double//slash/", "../up/./here",
                                 "\x01\x7f\n", "%2F%252F", "😀" * 200, "k" * 1024])
def test_keys_of_all_kinds(s3, bucket, key):
    s3.put_object(Bucket=bucket, Key=key, Body=key.encode())
    assert body(s3, bucket, key) == key.encode()
    assert [o["Key"] for o in s3.list_objects_v2(Bucket=bucket)["Contents"]] == [key]
    assert [o["Key"] for o in s3.list_objects(Bucket=bucket)["Contents"]] == [key]
    s3.copy_object(Bucket=bucket, Key="copy", CopySource={"Bucket": bucket, "Key": key})
    assert body(s3, bucket, "copy") == key.encode()
    url = s3.generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": key})
    assert urllib.request.urlopen(url).read() == key.encode()
    s3.delete_object(Bucket=bucket, Key=key)
    gone = error(s3.get_object, Bucket=bucket, Key=key)
    assert gone["ResponseMetadata"]["HTTPStatusCode"] == 404


def test_metadata_and_headers(s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Body=b"text", ContentType="text/x", CacheControl="max-age=1",
                  ContentDisposition="inline", ContentLanguage="de", Metadata={"One": "1", "empty": ""},
                  Tagging="a=1&b=2", StorageClass="STANDARD_IA")
    head = s3.head_object(Bucket=bucket, Key="k")
    assert head["Metadata"] == {"one": "1", "empty": ""}
    assert (head["ContentType"], head["CacheControl"], head["ContentLanguage"], head["StorageClass"],
            head["ContentLength"]) == ("text/x", "max-age=1", "de", "STANDARD_IA", 4)
    assert s3.get_object_tagging(Bucket=bucket, Key="k")["TagSet"] == [
        {"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}]
    answer = s3.get_object(Bucket=bucket, Key="k", ResponseContentType="text/y")
    assert answer["ContentType"] == "text/y"


def test_ranges_and_conditions(s3, bucket):
    data = data_of(200_000)  # in a file
    etag = s3.put_object(Bucket=bucket, Key="k", Body=data)["ETag"]
    assert etag == '"%s"' % hashlib.md5(data).hexdigest()
    assert body(s3, bucket, "k", Range="bytes=100000-100009") == data[100000:100010]
    assert body(s3, bucket, "k", Range="bytes=-5") == data[-5:]
    answer = error(s3.get_object, Bucket=bucket, Key="k", Range="bytes=200000-")
    assert answer["Error"]["Code"] == "InvalidRange"
    assert error(s3.get_object, Bucket=bucket, Key="k", IfNoneMatch=etag)["ResponseMetadata"][
        "HTTPStatusCode"] == 304
    assert error(s3.put_object, Bucket=bucket, Key="k", Body=b"", IfNoneMatch="*")["Error"][
        "Code"] == "PreconditionFailed"


@pytest.mark.parametrize("algorithm", ["CRC32", "SHA1", "SHA256"])
def test_checksums(s3, bucket, algorithm):
    put = s3.put_object(Bucket=bucket, Key="k", Body=data_of(100_000), ChecksumAlgorithm=algorithm)
    got = s3.get_object(Bucket=bucket, Key="k", ChecksumMode="ENABLED")
    assert got["Checksum" + algorithm] == put["Checksum" + algorithm]
    got["Body"].read()  # boto3 checks it
    wrong = {"Checksum" + algorithm: put["Checksum" + algorithm]}
    assert error(s3.put_object, Bucket=bucket, Key="k", Body=b"x", **wrong)["Error"][
        "Code"] == "BadDigest"


def test_64_mib_as_boto3_sends_it(s3, bucket):
    """In eight parts at a time, aws-chunked with checksums in trailers."""
    data = data_of(64 * MIB)
    s3.upload_fileobj(io.BytesIO(data), bucket, "k")
    back = io.BytesIO()
    s3.download_fileobj(bucket, "k", back)
    assert hashlib.sha256(back.getvalue()).digest() == hashlib.sha256(data).digest()
    attributes = s3.get_object_attributes(Bucket=bucket, Key="k",
                                          ObjectAttributes=["ObjectParts", "ObjectSize"])
    assert attributes["ObjectSize"] == len(data)
    assert attributes["ObjectParts"]["TotalPartsCount"] == 8
    s3.put_object(Bucket=bucket, Key="one", Body=io.BytesIO(data))
    assert s3.head_object(Bucket=bucket, Key="one")["ETag"] == '"%s"' % hashlib.md5(
        data).hexdigest()


def test_parts_by_hand(s3, bucket):
    upload = s3.create_multipart_upload(Bucket=bucket, Key="k", Metadata={"a": "b"})["UploadId"]
    parts, data = [], [data_of(5 * MIB), data_of(7)]
    for number, part in enumerate(data, 1):
        etag = s3.upload_part(Bucket=bucket, Key="k", UploadId=upload, PartNumber=number,
                              Body=part)
        parts.append({"PartNumber": number, "ETag": etag["ETag"]})
    assert [p["Size"] for p in s3.list_parts(Bucket=bucket, Key="k", UploadId=upload)["Parts"]] == [
        5 * MIB, 7]
    assert s3.list_multipart_uploads(Bucket=bucket)["Uploads"][0]["UploadId"] == upload
    done = s3.complete_multipart_upload(Bucket=bucket, Key="k", UploadId=upload,
                                        MultipartUpload={"Parts": parts})
    digests = b"".join(hashlib.md5(part).digest() for part in data)
    assert done["ETag"] == '"%s-2"' % hashlib.md5(digests).hexdigest()
    assert body(s3, bucket, "k") == b"".join(data)
    assert body(s3, bucket, "k", PartNumber=2) == data[1]
    # an upload that is complete: S3 takes it that it is to be aborted, and the object stays
    s3.abort_multipart_upload(Bucket=bucket, Key="k", UploadId=upload)
    assert body(s3, bucket, "k", PartNumber=2) == data[1]


def test_large_copies(s3, bucket):
    data = data_of(12 * MIB)
    s3.put_object(Bucket=bucket, Key="k", Body=data)
    s3.copy({"Bucket": bucket, "Key": "k"}, bucket, "parts",
            Config=TransferConfig(multipart_threshold=5 * MIB, multipart_chunksize=5 * MIB))
    assert s3.head_object(Bucket=bucket, Key="parts")["ETag"].endswith('-3"')
    assert body(s3, bucket, "parts") == data


def test_lists_in_pages(s3, bucket):
    for i in range(25):
        s3.put_object(Bucket=bucket, Key=f"a/{i:02}", Body=b"")
    s3.put_object(Bucket=bucket, Key="b", Body=b"")
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, PaginationConfig={
        "PageSize": 7})
    assert len([o for page in pages for o in page["Contents"]]) == 26
    page = s3.list_objects_v2(Bucket=bucket, Delimiter="/")
    assert [p["Prefix"] for p in page["CommonPrefixes"]] == ["a/"]
    gone = s3.delete_objects(Bucket=bucket, Delete={"Objects": [
        {"Key": f"a/{i:02}"} for i in range(25)]})
    assert len(gone["Deleted"]) == 25


def test_versions(s3, bucket):
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    first = s3.put_object(Bucket=bucket, Key="k", Body=b"1")["VersionId"]
    s3.put_object(Bucket=bucket, Key="k", Body=b"2")
    marker = s3.delete_object(Bucket=bucket, Key="k")
    assert marker["DeleteMarker"]
    assert error(s3.get_object, Bucket=bucket, Key="k")["Error"]["Code"] == "NoSuchKey"
    assert body(s3, bucket, "k", VersionId=first) == b"1"
    s3.delete_object(Bucket=bucket, Key="k", VersionId=marker["VersionId"])
    assert body(s3, bucket, "k") == b"2"


@pytest.mark.parametrize("signature", ["s3", "s3v4"])
def test_presigned_urls(bucket, signature):
    s3 = client(signature_version=signature)
    url = s3.generate_presigned_url("put_object", Params={"Bucket": bucket, "Key": "k",
                                                          "ContentType": "text/x"})
    request = urllib.request.Request(url, method="PUT", data=b"text",
                                     headers={"Content-Type": "text/x"})
    urllib.request.urlopen(request).read()
    url = s3.generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": "k"})
    assert urllib.request.urlopen(url).read() == b"text"
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(url.replace("Signature=", "Signature=0"))
    assert caught.value.code == 403
    assert b"<Code>SignatureDoesNotMatch</Code>" in caught.value.read()
    if signature == "s3v4":
        url = s3.generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": "k"}, ExpiresIn=0)
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(url)
        assert caught.value.code == 403 and b"Request has expired" in caught.value.read()


def test_forms_of_browsers(s3, bucket):
    post = s3.generate_presigned_post(bucket, "up/${filename}", Fields={"acl": "private"},
                                      Conditions=[{"acl": "private"},
                                                  ["content-length-range", 1, 10]])
    mark = "mark"
    form = "".join(f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
                   for name, value in post["fields"].items())
    form += (f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="f.txt"\r\n\r\n'
             f'hello\r\n--{mark}--\r\n')
    request = urllib.request.Request(post["url"], data=form.encode(), headers={
        "Content-Type": "multipart/form-data; boundary=" + mark})
    assert urllib.request.urlopen(request).status == 204
    assert body(s3, bucket, "up/f.txt") == b"hello"


def test_anonymous_and_other_accounts(s3, bucket):
    nobody, other = client(signature_version=UNSIGNED), client(key="000000000002")
    s3.put_object(Bucket=bucket, Key="k", Body=b"text")
    for stranger in (nobody, other):
        assert error(stranger.get_object, Bucket=bucket, Key="k")["Error"]["Code"] == "AccessDenied"
    s3.put_object_acl(Bucket=bucket, Key="k", ACL="public-read")
    assert body(nobody, bucket, "k") == b"text"
    assert bucket not in [b["Name"] for b in other.list_buckets()["Buckets"]]
    assert error(other.create_bucket, Bucket=bucket)["Error"]["Code"] == "BucketAlreadyExists"


def test_named_by_the_host(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a//b", Body=b"text")
    s3.put_object_acl(Bucket=bucket, Key="a//b", ACL="public-read")
    host, port = urllib.parse.urlsplit(URL).hostname, urllib.parse.urlsplit(URL).port
    connection = http.client.HTTPConnection(host, port)
    connection.request("GET", "/a//b", headers={"Host": bucket + ".s3.localhost"})
    assert connection.getresponse().read() == b"text"


def test_preflight(s3, bucket):
    s3.put_bucket_cors(Bucket=bucket, CORSConfiguration={"CORSRules": [
        {"AllowedOrigins": ["https://*.example"], "AllowedMethods": ["PUT"], "AllowedHeaders": ["*"]}]})
    url = s3.generate_presigned_url("put_object", Params={"Bucket": bucket, "Key": "k"})
    request = urllib.request.Request(url, method="OPTIONS", headers={
        "Origin": "https://a.example", "Access-Control-Request-Method": "PUT"})
    answer = urllib.request.urlopen(request)
    assert answer.headers["Access-Control-Allow-Origin"] == "https://a.example"


def test_a_refusal_needs_no_body(s3, bucket):
    """A put to a bucket that is not there is refused before its body is sent."""
    url = s3.generate_presigned_url("put_object", Params={"Bucket": "none-" + bucket, "Key": "k"})
    parts = urllib.parse.urlsplit(url)
    with socket.create_connection((parts.hostname, parts.port), timeout=30) as peer:
        peer.sendall((f"PUT {parts.path}?{parts.query} HTTP/1.1\r\nHost: {parts.netloc}\r\n"
                      "Content-Length: 1000000000\r\nExpect: 100-continue\r\n\r\n").encode())
        assert peer.recv(4096).startswith(b"HTTP/1.1 404 ")


def test_configurations(s3, bucket):
    queue = "arn:aws:sqs:us-east-1:000000000000:q"
    wanted = {"QueueConfigurations": [{"Id": "one", "QueueArn": queue, "Events": ["s3:ObjectCreated:*"],
              "Filter": {"Key": {"FilterRules": [{"Name": "prefix", "Value": "a/"}]}}}]}
    s3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration=wanted,
                                             SkipDestinationValidation=True)
    got = s3.get_bucket_notification_configuration(Bucket=bucket)
    assert got["QueueConfigurations"] == wanted["QueueConfigurations"]
    rule = {"ID": "r", "Status": "Enabled", "Filter": {"Prefix": "a/"}, "Expiration": {"Days": 1}}
    s3.put_bucket_lifecycle_configuration(Bucket=bucket, LifecycleConfiguration={"Rules": [rule]})
    assert s3.get_bucket_lifecycle_configuration(Bucket=bucket)["Rules"] == [rule]
    assert error(s3.get_bucket_policy, Bucket=bucket)["Error"]["Code"] == "NoSuchBucketPolicy"
    assert error(s3.get_bucket_website, Bucket=bucket)["Error"]["Code"] == "NoSuchWebsiteConfiguration"
    assert s3.get_bucket_encryption(Bucket=bucket)["ServerSideEncryptionConfiguration"]["Rules"]


def test_object_lock(s3):
    name = "lock-" + uuid.uuid4().hex[:12]
    s3.create_bucket(Bucket=name, ObjectLockEnabledForBucket=True)
    version = s3.put_object(Bucket=name, Key="k", Body=b"")["VersionId"]
    s3.put_object_legal_hold(Bucket=name, Key="k", LegalHold={"Status": "ON"})
    assert error(s3.delete_object, Bucket=name, Key="k", VersionId=version)["Error"][
        "Code"] == "AccessDenied"
    s3.put_object_legal_hold(Bucket=name, Key="k", LegalHold={"Status": "OFF"})
    s3.delete_object(Bucket=name, Key="k", VersionId=version)
    s3.delete_bucket(Bucket=name)


def test_signature_version_2(bucket):
    old = client(signature_version="s3")
    old.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    old.put_object(Bucket=bucket, Key="a b/ü", Body=b"text", Metadata={"a": "b"})
    assert body(old, bucket, "a b/ü") == b"text"
    assert old.list_objects(Bucket=bucket)["Contents"][0]["Key"] == "a b/ü"
    wrong = boto3.client("s3", aws_access_key_id="test", aws_secret_access_key="wrong", config=Config(signature_version="s3"))
    assert error(wrong.list_objects, Bucket=bucket)["Error"]["Code"] == "SignatureDoesNotMatch"


def test_headers_that_are_signed_in_the_query(bucket):
    """As the SDK for JavaScript, version 2, presigns them: SignedHeaders names x-amz-acl, which stands in the query alone."""
    def put(signed, sent):
        request = AWSRequest("PUT", f"{URL}/{bucket}/k", params={"x-amz-acl": sent, "x-amz-meta-a": "b c"},
                             headers={"x-amz-acl": signed, "x-amz-meta-a": "b c"})
        S3SigV4QueryAuth(Credentials("test", "test"), "s3", "us-east-1").add_auth(request)
        assert "SignedHeaders=host%3Bx-amz-acl%3Bx-amz-meta-a" in request.url
        try:
            with urllib.request.urlopen(urllib.request.Request(request.url, b"x", method="PUT")) as answer:
                return answer.status
        except urllib.error.HTTPError as refused:
            return refused.code
    s3 = client()
    assert put("private", "public-read") == 403
    assert put("public-read", "public-read") == 200
    assert s3.head_object(Bucket=bucket, Key="k")["Metadata"] == {"a": "b c"}
    assert len(s3.get_object_acl(Bucket=bucket, Key="k")["Grants"]) == 2


def test_attributes_in_several_headers(s3, bucket):
    """As the SDK for Java sends them; Adobe's S3Mock verified it on AWS."""
    s3.put_object(Bucket=bucket, Key="k", Body=b"hello")
    policy = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObjectAttributes", "Resource": f"arn:aws:s3:::{bucket}/*"}
    s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": [policy]}))
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(URL).netloc, timeout=30)
    connection.putrequest("GET", f"/{bucket}/k?attributes")
    for name in ("ETag", "ObjectSize"):
        connection.putheader("x-amz-object-attributes", name)
    connection.endheaders()
    told = connection.getresponse().read().decode()
    connection.close()
    assert "<ETag>5d41402abc4b2a76b9719d911017c592</ETag>" in told and "<ObjectSize>5</ObjectSize>" in told
