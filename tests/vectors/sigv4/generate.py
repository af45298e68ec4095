#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the SigV4 vectors beside this script: our cases, botocore's answers.

    pip install botocore==1.44.5
    python generate.py

Cases marked `published` also carry the signature that AWS's documentation prints for them; the
script stops when botocore disagrees with it. `sdk_target` is what an SDK would send for the same
resource where the target of a case is spelled as no SDK does.
"""
import calendar
import datetime
import json
import pathlib
import shutil
import time
import types

import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.compat import quote
from botocore.credentials import Credentials

HERE = pathlib.Path(__file__).parent
HOST = ("Host", "service.eu-central-1.amazonaws.com")
S3_HOST = ("Host", "bucket.s3.eu-central-1.amazonaws.com")
KEY = "AKIDSLRUNVECTORS0001"
SECRET = "slrun/Vectors+Secret/0123456789abcdefghi"
TOKEN = "FwoGZXIvYXdzEBYaD" + "slrun/Token+=" * 12 + "=="
TIME = "20240229T235959Z"
S3 = {"service": "s3", "flags": ["s3"]}
DOC = {"region": "us-east-1", "access_key": "AKIAIOSFODNN7EXAMPLE",
       "secret_key": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "time": "20130524T000000Z", **S3}
DOC_HOST = ("Host", "examplebucket.s3.amazonaws.com")
DDB = [("Host", "dynamodb.eu-central-1.amazonaws.com"),
       ("X-Amz-Target", "DynamoDB_20120810.PutItem"),
       ("Content-Type", "application/x-amz-json-1.0")]
ARN = "arn%3Aaws%3Alambda%3Aeu-central-1%3A123456789012%3Afunction%3Aorders"
CASES = []


def case(name, method="GET", target="/", headers=(HOST,), body=b"", **rest):
    CASES.append(dict(name=name, method=method, target=target, headers=headers, body=body, **rest))


def plain_cases():
    case("empty-get")
    case("empty-path", target="")
    case("head", "HEAD", "/status")
    case("delete", "DELETE", "/v1/things/7")
    case("post-empty-body", "POST")
    case("post-text-body", "POST", headers=(HOST, ("Content-Type", "text/plain")), body=b"seed")
    case("post-binary-body", "POST", body=bytes(range(256)))
    case("post-utf8-body", "POST", body="größer als 1 €".encode())
    case("post-4-kib", "POST", body=b"x" * 4096)
    case("host-with-port", headers=(("Host", "127.0.0.1:4566"),))
    case("session-token", "POST", headers=DDB, body=b"{}", session_token=TOKEN, service="dynamodb")
    case("dynamodb-put", "POST", headers=DDB, service="dynamodb",
         body=b'{"TableName":"orders","Item":{"PK":{"S":"a"}}}')
    case("secret-longer-than-a-block", secret_key="K" * 100)
    case("end-of-century", time="19991231T235959Z")
    case("doc-iam-list-users", target="/?Action=ListUsers&Version=2010-05-08",
         headers=(("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                  ("Host", "iam.amazonaws.com")),
         region="us-east-1", service="iam", access_key="AKIDEXAMPLE", time="20150830T123600Z",
         secret_key="wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
         published="5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")


def query_cases():
    case("query-order", target="/?b=2&a=1&c=3")
    case("query-order-upper-before-lower", target="/?b=1&B=2&a=3&A=4&_=5&~=6&-=7&.=8&0=9")
    case("query-name-is-prefix", target="/?ab=1&a=2&a-b=3&a0=4")
    case("query-same-name-by-value", target="/?a=z&a=b&a=B&a=")
    case("query-valueless", target="/?acl", sdk_target="/?acl=")
    case("query-valueless-among-others", target="/?z=1&uploads&a", sdk_target="/?z=1&uploads=&a=")
    case("query-utf8", target="/?%E1%88%B4=bar&%C3%BC=%F0%9F%8D%8A")
    case("query-utf8-raw", target="/?ü=é", sdk_target="/?%C3%BC=%C3%A9")
    case("query-plus-escaped", target="/?q=a%2Bb%20c")
    case("query-plus-raw", target="/?q=a+b", sdk_target="/?q=a%2Bb")
    case("query-lower-case-escapes", target="/?q=%2f%c3%bc", sdk_target="/?q=%2F%C3%BC")
    case("query-needless-escapes", target="/?%61=%7E%2d%41", sdk_target="/?a=~-A")
    case("query-reserved-raw", target="/?p=a/b:c@d!$'()*,;", sdk_target=
         "/?p=a%2Fb%3Ac%40d%21%24%27%28%29%2A%2C%3B")
    case("query-equals-in-value", target="/?token=ab==", sdk_target="/?token=ab%3D%3D")
    case("query-escaped-separators", target="/?a%26b=c%3Dd&a=e%26f")
    case("query-empty-parts", target="/?&a=1&&b=2&", sdk_target="/?a=1&b=2")
    case("query-mark-alone", target="/?", sdk_target="/")
    case("query-stray-percent", target="/?a=100%&b=%zz&c=%4", sdk_target="/?a=100%25&b=%25zz&c=%254")
    case("query-many", target="/?" + "&".join(f"k{i * 7 % 200}=v{i}" for i in range(200)))


def path_cases():
    case("path-normalised", target="/a/./b/../c//d/")
    case("path-not-normalised", target="/a/./b/../c//d/", flags=["keep-path"])
    case("path-only-dots", target="/./../..")
    case("path-above-the-root", target="/../../a")
    case("path-ends-with-dots", target="/a/b/..")
    case("path-slashes", target="///")
    case("path-dots-in-names", target="/a../..b/.c/...")
    case("path-unreserved", target="/-._~0123456789AZaz")
    case("path-encoded-twice", target="/a%20b/%C3%BC/100%25")
    case("path-raw-utf8", target="/ሴ/ü")
    case("path-raw-reserved", target="/a+b/c:d/e@f/g=h/!$&'()*,;")
    case("path-escaped-dots", target="/a/%2E%2E/b")
    case("lambda-arn-in-path", "POST", f"/2015-03-31/functions/{ARN}/invocations",
         body=b"{}", service="lambda")
    case("lambda-alias-and-qualifier", "POST",
         f"/2015-03-31/functions/{ARN}%3Alive/invocations?Qualifier=%24LATEST", service="lambda")
    case("execute-api-connection", "POST", "/dev/%40connections/AbC%3D", body=b"hello",
         headers=(("Host", "abc123.execute-api.eu-central-1.amazonaws.com"),),
         service="execute-api")


def header_cases():
    case("header-name-case", headers=(HOST, ("X-AmZ-MeTa-Case", "Kept As Is")))
    case("header-order", headers=(("X-B", "2"), HOST, ("x-a", "1"), ("Accept", "*/*")))
    case("header-name-is-prefix", headers=(
        HOST, ("x-amz-copy-source-range", "bytes=0-1"), ("x-amz-copy-source", "/b/k"),
        ("x-amz-meta-a1", "1"), ("x-amz-meta-a", "0"), ("x-amz-meta-a-b", "2")))
    case("header-repeated", headers=(HOST, ("X-Multi", "z"), ("X-Other", "o"), ("x-multi", "a"),
                                     ("X-MULTI", "z")))
    case("header-blanks-folded", headers=(HOST, ("X-Blanks", "  a   b \t c  "), ("X-Tab", "\ta\t")))
    case("header-blanks-in-quotes", headers=(HOST, ("X-Quoted", '"a   b"')))
    case("header-empty-value", headers=(HOST, ("X-Empty", ""), ("X-Blank", "   ")))
    case("header-utf8-value", headers=(HOST, ("X-Amz-Meta-Name", "Grüße, 世界")))
    case("header-colons-commas", headers=(HOST, ("X-List", "a:b,c;d=e")))
    case("header-unsigned-names", headers=(
        HOST, ("User-Agent", "slrun"), ("Connection", "keep-alive"), ("Expect", "100-continue"),
        ("Transfer-Encoding", "chunked"), ("X-Amzn-Trace-Id", "Root=1"), ("TE", "trailers")))
    case("header-many", headers=(HOST, *((f"X-H{i}", str(i)) for i in range(120))))
    case("header-long-value", headers=(HOST, ("X-Long", "0123456789abcdef " * 500)))
    case("header-content-hash-given", headers=(
        HOST, ("x-amz-content-sha256", "0" * 64)), body=b"not hashed")


def s3_cases():
    for name, key in {
            "dots": "a/./b/../c", "double-slash": "a//b///c", "leading-slash": "/a",
            "only-dots": "..", "percent": "100%25/50%zz", "plus-and-blank": "a+b c",
            "utf8": "ü/世界.txt", "reserved": "a:b@c!d$e&f'g(h)i*j,k;l=m",
            "trailing-slash": "folder/", "encoded-looking": "a%2Fb%20c"}.items():
        case("s3-key-" + name, "PUT", "/" + quote(key, safe="/~"), (S3_HOST,), b"data", **S3)
    case("s3-key-sent-raw", target="/a+b/ü:c", headers=(S3_HOST,),
         sdk_target="/a%2Bb/%C3%BC%3Ac", **S3)
    case("s3-key-lower-case-escapes", target="/%c3%bc%2b", headers=(S3_HOST,),
         sdk_target="/%C3%BC%2B", **S3)
    case("s3-path-style-port", target="/bucket/key", headers=(("Host", "localhost:4566"),), **S3)
    case("s3-unsigned-payload", "PUT", "/key", (S3_HOST,), b"data", payload="UNSIGNED-PAYLOAD", **S3)
    case("s3-streaming-trailer", "PUT", "/key", (S3_HOST, ("x-amz-trailer", "x-amz-checksum-crc32")),
         payload="STREAMING-UNSIGNED-PAYLOAD-TRAILER", **S3)
    case("s3-session-token", target="/key", headers=(S3_HOST,), session_token=TOKEN, **S3)
    case("s3-list-v2", target="/?list-type=2&prefix=a%2F&delimiter=%2F&encoding-type=url",
         headers=(S3_HOST,), **S3)
    case("doc-s3-get-object", target="/test.txt", headers=(DOC_HOST, ("Range", "bytes=0-9")),
         published="f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41", **DOC)
    case("doc-s3-put-object", "PUT", "/test%24file.text",
         (DOC_HOST, ("Date", "Fri, 24 May 2013 00:00:00 GMT"),
          ("x-amz-storage-class", "REDUCED_REDUNDANCY")), b"Welcome to Amazon S3.",
         published="98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd", **DOC)
    case("doc-s3-get-lifecycle", target="/?lifecycle", sdk_target="/?lifecycle=",
         headers=(DOC_HOST,),
         published="fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543", **DOC)
    case("doc-s3-list-objects", target="/?max-keys=2&prefix=J", headers=(DOC_HOST,),
         published="34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7", **DOC)


def presign_cases():
    case("presign-s3-get", target="/folder/a%20b", headers=(S3_HOST,), expires=900, **S3)
    case("presign-s3-token", target="/key", headers=(S3_HOST,), expires=60, session_token=TOKEN,
         **S3)
    case("presign-s3-query", target="/key?versionId=a%2Bb&response-content-type=text%2Fplain",
         headers=(S3_HOST,), expires=604800, **S3)
    case("presign-other-service", target="/?Action=GetCallerIdentity&Version=2011-06-15",
         headers=(("Host", "sts.eu-central-1.amazonaws.com"), ("x-k8s-aws-id", "cluster")),
         expires=60, service="sts")
    case("doc-s3-presign", target="/test.txt", headers=(DOC_HOST,), expires=86400,
         published="aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404", **DOC)


class Recorder:
    """Keeps what botocore computes on its way, and both date headers where a case has one."""

    keep_path = False

    def canonical_request(self, request):
        self.canonical = super().canonical_request(request)
        return self.canonical

    def signature(self, string_to_sign, request):
        self.text = string_to_sign
        self.result = super().signature(string_to_sign, request)
        return self.result

    def _set_necessary_date_headers(self, request):
        request.headers["X-Amz-Date"] = request.context["timestamp"]

    def _normalize_url_path(self, path):
        return quote(path, safe="/~") if self.keep_path else super()._normalize_url_path(path)


def signer(context, expires):
    base = {(False, False): botocore.auth.SigV4Auth, (True, False): botocore.auth.S3SigV4Auth,
            (False, True): botocore.auth.SigV4QueryAuth,
            (True, True): botocore.auth.S3SigV4QueryAuth}["s3" in context["flags"], bool(expires)]
    auth = type("Signer", (Recorder, base), {})
    credentials = Credentials(context["access_key"], context["secret_key"],
                              context.get("session_token"))
    more = {"expires": expires} if expires else {}
    made = auth(credentials, context["service"], context["region"], **more)
    made.keep_path = "keep-path" in context["flags"]
    return made


def sign(entry, context):
    host = dict((name.lower(), value) for name, value in entry["headers"])["host"]
    payload = entry.get("payload")
    scheme = "https" if payload else "http"
    url = f"{scheme}://{host}{entry.get('sdk_target', entry['target'])}"
    request = AWSRequest(entry["method"], url, data=entry["body"])
    for name, value in entry["headers"]:
        request.headers[name] = value
    if payload == "UNSIGNED-PAYLOAD":
        request.context["client_config"] = types.SimpleNamespace(s3={"payload_signing_enabled": False})
    elif payload:
        request.context["checksum"] = {"request_algorithm": {"in": "trailer"}}
    moment = datetime.datetime.strptime(context["time"], "%Y%m%dT%H%M%SZ")
    botocore.auth.get_current_datetime = lambda: moment
    auth = signer(context, entry.get("expires"))
    auth.add_auth(request)
    if entry.get("published", auth.result) != auth.result:
        raise SystemExit(f"{entry['name']}: botocore says {auth.result}, AWS {entry['published']}")
    return auth, request


def write(entry):
    names = ("access_key", "secret_key", "session_token", "region", "service", "flags", "time")
    context = {"access_key": KEY, "secret_key": SECRET, "region": "eu-central-1",
               "service": "service", "time": TIME, "flags": []}
    context.update((name, entry[name]) for name in names if name in entry)
    auth, signed = sign(entry, context)
    request = {name: entry[name] for name in ("method", "target", "payload") if name in entry}
    request["headers"] = [list(header) for header in entry["headers"]]
    request["body_hex"] = entry["body"].hex()
    context["epoch"] = calendar.timegm(time.strptime(context["time"], "%Y%m%dT%H%M%SZ"))
    if "expires" in entry:
        context["expires"] = entry["expires"]
        result = ("presigned-target.txt", signed.url.partition("://")[2].partition("/")[2])
        result = (result[0], "/" + result[1])
    else:
        result = ("authorization.txt", signed.headers["Authorization"])
    folder = HERE / entry["name"]
    folder.mkdir()
    for name, value in (("request.json", request), ("context.json", context)):
        text = json.dumps(value, indent=1, ensure_ascii=False) + "\n"
        (folder / name).write_text(text, encoding="utf-8")
    for name, text in (("canonical-request.txt", auth.canonical),
                       ("string-to-sign.txt", auth.text), result):
        (folder / name).write_bytes(text.encode())


def main():
    for folder in HERE.iterdir():
        if folder.is_dir():
            shutil.rmtree(folder)
    for group in (plain_cases, query_cases, path_cases, header_cases, s3_cases, presign_cases):
        group()
    for entry in CASES:
        write(entry)
    print(f"{len(CASES)} cases, botocore {botocore.__version__}")


if __name__ == "__main__":
    main()
