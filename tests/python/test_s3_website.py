# SPDX-License-Identifier: Apache-2.0
"""Websites of buckets, at the host that AWS gives them: BUCKET.s3-website.REGION... What pages of errors say was
recorded at AWS by LocalStack's tests (TestS3StaticWebsiteHosting); the rest is in the user guide, "Hosting a static
website using Amazon S3"."""

import http.client
import json
import os
import re
import urllib.parse
import uuid

import boto3
import pytest

S3 = boto3.client("s3")
ADDRESS = urllib.parse.urlsplit(os.environ["SLRUN_LOCAL_URL"])
HOSTS = ("{}.s3-website-us-east-1.amazonaws.com", "{}.s3-website.eu-central-1.amazonaws.com", "{}.s3-website.localhost:4566")
FOUND = "<li>Code: NoSuchKey</li>\n<li>Message: The specified key does not exist.</li>\n<li>Key: {}</li>\n"
CUSTOM = "<h3>An Error Occurred While Attempting to Retrieve a Custom Error Document</h3>\n<ul>\n{}</ul>\n"


def page(title, items, more=""):
    return (f"<html>\n<head><title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n<ul>\n{items}<li>RequestId: ID</li>\n"
            f"<li>HostId: ID</li>\n</ul>\n{more}<hr/>\n</body>\n</html>\n")


class Site:
    def __init__(self, *actions):
        self.bucket = "site-" + uuid.uuid4().hex[:12]
        S3.create_bucket(Bucket=self.bucket)
        arn = "arn:aws:s3:::" + self.bucket
        statement = {"Effect": "Allow", "Principal": "*", "Action": list(actions), "Resource": [arn, arn + "/*"]}
        S3.put_bucket_policy(Bucket=self.bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))

    def is_made_of(self, **configuration):
        S3.put_bucket_website(Bucket=self.bucket, WebsiteConfiguration=configuration)

    def has(self, key, body, **more):
        return S3.put_object(Bucket=self.bucket, Key=key, Body=body, **more)

    def ask(self, path, method="GET", host=HOSTS[0], **headers):
        connection = http.client.HTTPConnection(ADDRESS.hostname, ADDRESS.port, timeout=30)
        connection.request(method, path, headers={"Host": host.format(self.bucket), **headers})
        answer = connection.getresponse()
        text = re.sub(r"(RequestId|HostId): [^<]+", r"\1: ID", answer.read().decode())
        connection.close()
        return answer.status, answer.headers, text

    def says(self, path, **more):
        status, _, text = self.ask(path, **more)
        return status, text

    def leads_to(self, path, **more):
        status, headers, _ = self.ask(path, **more)
        return status, headers["Location"]


@pytest.fixture(name="site")
def make_site():
    return Site("s3:GetObject", "s3:ListBucket")


def test_what_is_no_website(site):
    missing = "<li>Code: {}</li>\n<li>Message: {}</li>\n<li>BucketName: {}</li>\n"
    none = missing.format("NoSuchWebsiteConfiguration",
                          "The specified bucket does not have a website configuration", site.bucket)
    assert site.says("/") == site.says("/a/b") == (404, page("404 Not Found", none))
    none = missing.format("NoSuchBucket", "The specified bucket does not exist", "nobody-has-this")
    assert site.says("/", host=HOSTS[1].format("nobody-has-this")) == (404, page("404 Not Found", none))


@pytest.mark.parametrize("host", HOSTS)
def test_index_documents(site, host):
    site.is_made_of(IndexDocument={"Suffix": "index.html"})
    etag = site.has("index.html", "top", ContentType="text/html")["ETag"]
    site.has("a b/index.html", "below")
    status, headers, text = site.ask("/", host=host)
    assert (status, headers["Content-Type"], headers["ETag"], text) == (200, "text/html", etag, "top")
    assert site.says("/?versionId=x&acl", host=host) == (200, "top")
    assert site.says("/a%20b/", host=host) == (200, "below")
    assert site.leads_to("/a%20b", host=host) == (302, "/a%20b/")
    assert site.says("/", method="HEAD", host=host) == (200, "")
    assert site.ask("/", host=host, **{"If-None-Match": etag})[0] == 304
    assert site.says("/index.html", host=host, Range="bytes=1-") == (206, "op")


def test_methods(site):
    site.is_made_of(IndexDocument={"Suffix": "index.html"}, ErrorDocument={"Key": "error.html"})
    site.has("error.html", "oops")
    for method in ("POST", "PUT", "DELETE"):
        said = ("<li>Code: MethodNotAllowed</li>\n<li>Message: The specified method is not allowed against this resource."
                f"</li>\n<li>Method: {method}</li>\n<li>ResourceType: OBJECT</li>\n")
        assert site.says("/", method=method) == (405, page("405 Method Not Allowed", said))
    assert S3.list_objects_v2(Bucket=site.bucket)["KeyCount"] == 1


def test_error_documents(site):
    site.is_made_of(IndexDocument={"Suffix": "index.html"})
    assert site.says("/no") == (404, page("404 Not Found", FOUND.format("no")))
    assert site.says("/no/") == (404, page("404 Not Found", FOUND.format("no/index.html")))
    assert site.says("/%3Cb%3E") == (404, page("404 Not Found", FOUND.format("&lt;b&gt;")))
    site.is_made_of(IndexDocument={"Suffix": "index.html"}, ErrorDocument={"Key": "error.html"})
    custom = CUSTOM.format(FOUND.format("error.html"))
    assert site.says("/") == (404, page("404 Not Found", FOUND.format("index.html"), custom))
    etag = site.has("error.html", "oops", ContentType="text/html")["ETag"]
    status, headers, text = site.ask("/no", Range="bytes=0-0", **{"If-None-Match": etag})
    assert (status, headers["Content-Type"], headers["ETag"], text) == (404, "text/html", etag, "oops")
    assert (headers["x-amz-error-code"], headers["x-amz-error-detail-Key"]) == ("NoSuchKey", "no")
    site.has("error.html", "oops", WebsiteRedirectLocation="/sorry.html")
    assert site.leads_to("/no") == (301, "/sorry.html") and site.says("/no") == (301, "oops")


def test_who_may_not_list_is_not_told_what_is_missing():
    site = Site("s3:GetObject")
    site.is_made_of(IndexDocument={"Suffix": "index.html"})
    site.has("photos/index.html", "photos")
    denied = "<li>Code: AccessDenied</li>\n<li>Message: Access Denied</li>\n"
    assert site.says("/no") == (403, page("403 Forbidden", denied))
    assert site.leads_to("/photos") == (302, "/photos/") and site.says("/photos/") == (200, "photos")
    assert site.says(f"/{site.bucket}/no", host="127.0.0.1")[0] == 403
    assert site.says(f"/{site.bucket}/photos/index.html", host="127.0.0.1") == (200, "photos")
    site.is_made_of(IndexDocument={"Suffix": "index.html"}, ErrorDocument={"Key": "error.html"})
    site.has("error.html", "oops")
    assert site.says("/no") == (403, "oops")


def test_what_is_not_public():
    site = Site("s3:ListBucket")
    site.is_made_of(IndexDocument={"Suffix": "index.html"})
    site.has("index.html", "top")
    denied = "<li>Code: AccessDenied</li>\n<li>Message: Access Denied</li>\n"
    assert site.says("/") == (403, page("403 Forbidden", denied))


def test_redirects_of_objects(site):
    site.is_made_of(IndexDocument={"Suffix": "index.html"})
    site.has("old", "not told", WebsiteRedirectLocation="/new page?a=b#c")
    site.has("away", "not told", WebsiteRedirectLocation="https://example.com/")
    assert site.leads_to("/old") == (301, "/new%20page?a=b#c") and site.says("/old")[1] == ""
    assert site.leads_to("/away") == (301, "https://example.com/")
    assert site.says(f"/{site.bucket}/old", host="127.0.0.1") == (200, "not told")


@pytest.mark.parametrize("to, location", [({}, "http://HOST/code/k%20y?q=1"),
                                          ({"HostName": "example.com"}, "http://example.com/code/k%20y?q=1"),
                                          ({"Protocol": "https"}, "https://HOST/code/k%20y?q=1"),
                                          ({"ReplaceKeyWith": "one.html"}, "http://HOST/one.html?q=1"),
                                          ({"ReplaceKeyPrefixWith": ""}, "http://HOST/k%20y?q=1"),
                                          ({"ReplaceKeyPrefixWith": "#!/"}, "http://HOST/#!/k%20y?q=1")])
def test_rules(site, to, location):
    rule = {"Condition": {"KeyPrefixEquals": "code/"}, "Redirect": {"HttpRedirectCode": "307", **to}}
    site.is_made_of(IndexDocument={"Suffix": "index.html"}, RoutingRules=[rule])
    site.has("code/k y", "never seen")
    site.has("other", "seen")
    assert site.leads_to("/code/k%20y?q=1") == (307, location.replace("HOST", HOSTS[0].format(site.bucket)))
    assert site.says("/other") == (200, "seen")


def test_rules_of_errors_and_their_order(site):
    rules = [({"KeyPrefixEquals": "both/", "HttpErrorCodeReturnedEquals": "404"}, "both"),
             ({"KeyPrefixEquals": "first"}, "first"), ({"HttpErrorCodeReturnedEquals": "404"}, "missing"),
             ({"KeyPrefixEquals": "first-too"}, "never")]
    site.is_made_of(IndexDocument={"Suffix": "index.html"}, ErrorDocument={"Key": "error.html"},
                    RoutingRules=[{"Condition": c, "Redirect": {"ReplaceKeyWith": to}} for c, to in rules])
    site.has("both/there", "there")
    site.has("error.html", "never seen")
    host = "http://" + HOSTS[0].format(site.bucket)
    for path, where in (("/both/no", "both"), ("/first-too", "first"), ("/no", "missing"), ("/both/", "both")):
        assert site.leads_to(path) == (301, f"{host}/{where}")
    assert site.says("/both/there") == (200, "there")


def test_all_requests_redirected(site):
    site.is_made_of(RedirectAllRequestsTo={"HostName": "example.com", "Protocol": "https"})
    site.has("there", "never seen")
    assert site.leads_to("/there?a=b") == (301, "https://example.com/there?a=b")
    assert site.leads_to("/", method="HEAD") == (301, "https://example.com/")


def test_the_address_that_a_stack_tells():
    stacks, name = boto3.client("cloudformation"), "site-" + uuid.uuid4().hex[:8]
    template = {"Resources": {"Site": {"Type": "AWS::S3::Bucket", "Properties": {
        "PublicAccessBlockConfiguration": {"BlockPublicPolicy": False, "RestrictPublicBuckets": False},
        "WebsiteConfiguration": {"IndexDocument": "index.html"}}}},
                "Outputs": {"Url": {"Value": {"Fn::GetAtt": ["Site", "WebsiteURL"]}}, "Bucket": {"Value": {"Ref": "Site"}}}}
    stacks.create_stack(StackName=name, TemplateBody=json.dumps(template))
    stacks.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    told = {o["OutputKey"]: o["OutputValue"] for o in stacks.describe_stacks(StackName=name)["Stacks"][0]["Outputs"]}
    assert told["Url"] == f"http://{told['Bucket']}.s3-website.localhost:{ADDRESS.port}"
    host = urllib.parse.urlsplit(told["Url"]).netloc
    connection = http.client.HTTPConnection(ADDRESS.hostname, ADDRESS.port, timeout=30)
    connection.request("GET", "/", headers={"Host": host})
    answer = connection.getresponse()
    assert (answer.status, answer.headers["x-amz-error-code"]) == (403, "AccessDenied")
    connection.close()
    stacks.delete_stack(StackName=name)
