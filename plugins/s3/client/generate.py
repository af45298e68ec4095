#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes ops.h, ops.c, shapes.h and shapes.c from AWS's published model of S3 (botocore's data).

usage: generate.py [--check] [service-2.json[.gz]]   (without a file: of the installed botocore)

The files are committed: who builds slrun needs neither Python nor the model. Texts in them are our
own (those of members stand in docs.json, as model.Texts reads them); from the model come names, types and places.
"""
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parents[1]))
import model  # pylint: disable=wrong-import-position
from model import quote, snake  # pylint: disable=wrong-import-position

# Operation: what it does; codes that mean that what was asked for is not there. GET and HEAD are
# idempotent, and so are PUT and DELETE but for those that AWS counts by request (below).
OPERATIONS = {
    "AbortMultipartUpload": ("Ends a multipart upload and frees its parts.",),
    "CompleteMultipartUpload": ("Makes an object of the parts of a multipart upload.",),
    "CopyObject": ("Copies an object inside S3.",),
    "CreateBucket": ("Creates a bucket.",),
    "CreateMultipartUpload": ("Begins a multipart upload.",),
    "DeleteBucket": ("Deletes an empty bucket.",),
    "DeleteBucketCors": ("Removes the CORS rules of a bucket.",),
    "DeleteBucketEncryption": ("Resets the default encryption of a bucket.",),
    "DeleteBucketLifecycle": ("Removes the lifecycle rules of a bucket.",),
    "DeleteBucketOwnershipControls": ("Removes the ownership controls of a bucket.",),
    "DeleteBucketPolicy": ("Removes the policy of a bucket.",),
    "DeleteBucketReplication": ("Removes the replication rules of a bucket.",),
    "DeleteBucketTagging": ("Removes the tags of a bucket.",),
    "DeleteBucketWebsite": ("Removes the website configuration of a bucket.",),
    "DeleteObject": ("Deletes an object or a version; with versioning, adds a delete marker.",),
    "DeleteObjectTagging": ("Removes the tags of an object.",),
    "DeleteObjects": ("Deletes up to 1,000 objects; what failed stands in Errors.",),
    "DeletePublicAccessBlock": ("Removes the public access block of a bucket.",),
    "GetBucketAccelerateConfiguration": ("Tells whether transfers are accelerated.",),
    "GetBucketAcl": ("Tells the access control list of a bucket.",),
    "GetBucketCors": ("Tells the CORS rules of a bucket.", "NoSuchCORSConfiguration"),
    "GetBucketEncryption": ("Tells the default encryption of a bucket.",
                            "ServerSideEncryptionConfigurationNotFoundError"),
    "GetBucketLifecycleConfiguration": ("Tells the lifecycle rules of a bucket.",
                                        "NoSuchLifecycleConfiguration"),
    "GetBucketLocation": ("Tells the region of a bucket; absent means us-east-1.",),
    "GetBucketLogging": ("Tells where accesses to a bucket are logged.",),
    "GetBucketNotificationConfiguration": ("Tells who is notified of a bucket's events.",),
    "GetBucketOwnershipControls": ("Tells the ownership controls of a bucket.",
                                   "OwnershipControlsNotFoundError"),
    "GetBucketPolicy": ("Tells the policy of a bucket, a string of JSON.", "NoSuchBucketPolicy"),
    "GetBucketPolicyStatus": ("Tells whether a bucket's policy makes it public.",
                              "NoSuchBucketPolicy"),
    "GetBucketReplication": ("Tells the replication rules of a bucket.",
                             "ReplicationConfigurationNotFoundError"),
    "GetBucketRequestPayment": ("Tells who pays for requests.",),
    "GetBucketTagging": ("Tells the tags of a bucket.", "NoSuchTagSet"),
    "GetBucketVersioning": ("Tells whether a bucket keeps versions.",),
    "GetBucketWebsite": ("Tells the website configuration of a bucket.",
                         "NoSuchWebsiteConfiguration"),
    "GetObject": ("Reads an object, a range of it or a version, into memory or into a file.",
                  "NoSuchKey"),
    "GetObjectAcl": ("Tells the access control list of an object.", "NoSuchKey"),
    "GetObjectAttributes": ("Tells attributes of an object: ETag, checksum, parts, size.",
                            "NoSuchKey"),
    "GetObjectLegalHold": ("Tells whether an object is under legal hold.", "NoSuchKey",
                           "NoSuchObjectLockConfiguration"),
    "GetObjectLockConfiguration": ("Tells the object lock configuration of a bucket.",
                                   "ObjectLockConfigurationNotFoundError"),
    "GetObjectRetention": ("Tells the retention of an object.", "NoSuchKey",
                           "NoSuchObjectLockConfiguration"),
    "GetObjectTagging": ("Tells the tags of an object.", "NoSuchKey"),
    "GetPublicAccessBlock": ("Tells the public access block of a bucket.",
                             "NoSuchPublicAccessBlockConfiguration"),
    "HeadBucket": ("Tells whether a bucket is there; if not, the error's code is 404.",),
    "HeadObject": ("Tells what get_object would, without the body.", "404"),
    "ListBuckets": ("Lists buckets.",),
    "ListMultipartUploads": ("Lists multipart uploads that are under way.",),
    "ListObjectVersions": ("Lists versions and delete markers.",),
    "ListObjects": ("Lists objects (the first version of the API).",),
    "ListObjectsV2": ("Lists objects.",),
    "ListParts": ("Lists the parts of a multipart upload.", "NoSuchUpload"),
    "PutBucketAccelerateConfiguration": ("Has transfers accelerated, or not.",),
    "PutBucketAcl": ("Sets the access control list of a bucket.",),
    "PutBucketCors": ("Sets the CORS rules of a bucket.",),
    "PutBucketEncryption": ("Sets the default encryption of a bucket.",),
    "PutBucketLifecycleConfiguration": ("Sets the lifecycle rules of a bucket.",),
    "PutBucketLogging": ("Sets where accesses to a bucket are logged.",),
    "PutBucketNotificationConfiguration": ("Sets who is notified of a bucket's events.",),
    "PutBucketOwnershipControls": ("Sets the ownership controls of a bucket.",),
    "PutBucketPolicy": ("Sets the policy of a bucket, a string of JSON.",),
    "PutBucketReplication": ("Sets the replication rules of a bucket.",),
    "PutBucketRequestPayment": ("Sets who pays for requests.",),
    "PutBucketTagging": ("Sets the tags of a bucket.",),
    "PutBucketVersioning": ("Has a bucket keep versions, or not.",),
    "PutBucketWebsite": ("Sets the website configuration of a bucket.",),
    "PutObject": ("Writes an object.",),
    "PutObjectAcl": ("Sets the access control list of an object.",),
    "PutObjectLegalHold": ("Puts an object under legal hold, or frees it.",),
    "PutObjectLockConfiguration": ("Sets the object lock configuration of a bucket.",),
    "PutObjectRetention": ("Sets the retention of an object.",),
    "PutObjectTagging": ("Sets the tags of an object.",),
    "PutPublicAccessBlock": ("Sets the public access block of a bucket.",),
    "UploadPart": ("Writes a part of a multipart upload.",),
    "UploadPartCopy": ("Makes a part of a multipart upload from an object.",),
}

# Sent twice they do something twice: another upload, another version, another delete marker.
ONCE = {"CreateMultipartUpload", "CompleteMultipartUpload", "CopyObject", "PutObject", "DeleteObject",
        "DeleteObjects"}

# input, output, items, limit
PAGES = {
    "ListBuckets": ("ContinuationToken", "ContinuationToken", "Buckets", "MaxBuckets"),
    "ListMultipartUploads": ("KeyMarker", "NextKeyMarker", "Uploads", "MaxUploads"),
    "ListObjectVersions": ("KeyMarker", "NextKeyMarker", "Versions", "MaxKeys"),
    "ListObjects": ("Marker", "NextMarker", "Contents", "MaxKeys"),
    "ListObjectsV2": ("ContinuationToken", "NextContinuationToken", "Contents", "MaxKeys"),
    "ListParts": ("PartNumberMarker", "NextPartNumberMarker", "Parts", "MaxParts"),
}
URL_ENCODING = {"ListMultipartUploads", "ListObjectVersions", "ListObjects", "ListObjectsV2"}

# Not parameters of ours: what the call computes itself.
LEFT_OUT = {"ContentLength", "EncodingType", "SSECustomerKeyMD5", "CopySourceSSECustomerKeyMD5"}
KEYS = {"SSECustomerKey", "CopySourceSSECustomerKey"}
SECRET = KEYS | {"MFA"}

PLACES = {"querystring": "QUERY", "header": "HEADER", "headers": "META", "uri": "LABEL"}


class Model(model.Model):
    def members(self, name, request):
        """(member, its reference, its shape) of those that we have."""
        for member, ref in self.shapes[name].get("members", {}).items():
            if not (request and member in LEFT_OUT):
                yield member, ref, self.shapes[ref["shape"]]

    def type_of(self, member, ref, request):
        """The C initialiser of a shape, and the C name of its members' wire or None."""
        name, shape = ref["shape"], self.shapes[ref["shape"]]
        kind = shape["type"]
        if member == "CopySource":
            return "S_DOCUMENT", None
        if member in KEYS and request:
            return "S_BLOB", None
        if member == "Expires":  # a string in newer models; boto3 makes it a date
            return "S_TIMESTAMP", None
        if kind == "string":
            if "enum" not in shape or not request:
                return "S_STRING", None
            return "S_WORD(%s)" % self.words(name), None
        if kind == "structure":
            c_name = self.structure(name, request)
            return "S_STRUCTURE(%s)" % c_name, c_name
        if kind == "map":
            return "S_MAP(shape_string)", None
        if kind == "list":
            inner, wire = self.type_of(None, shape["member"], request)
            return "S_LIST(%s)" % self.element(shape["member"]["shape"], inner), wire
        return {"integer": "S_INTEGER", "long": "S_INTEGER", "boolean": "S_BOOLEAN", "blob": "S_BLOB",
                "timestamp": "S_TIMESTAMP"}[kind], None

    def element(self, name, inner):
        """The C constant that is the shape of a list's elements."""
        if inner == "S_STRING":
            return "shape_string"
        c_name = "shape_" + re.sub(r".*\((.*)\)", r"\1", inner)
        return self.keep(inner, c_name, "static const struct slrun_shape %s = %s;" % (c_name, inner))

    def wire(self, member, ref, shape, payload, below):
        place = PLACES.get(ref.get("location"), "ATTRIBUTE" if ref.get("xmlAttribute") else "ELEMENT")
        name, form, item = ref.get("locationName", member), "PLAIN", None
        if member == payload:
            place = "PAYLOAD"
        if shape["type"] == "list":
            item = shape["member"].get("locationName", "member")
            if shape.get("flattened") or ref.get("flattened"):
                form, item, name = "FLAT", None, shape["member"].get("locationName", name)
        date = ref.get("timestampFormat", shape.get("timestampFormat",
                                                    "rfc822" if place == "HEADER" else "iso8601"))
        if member == "Expires" or shape["type"] == "timestamp" and date == "rfc822":
            form = "HTTP_DATE"
        if member in KEYS:
            form = "KEY"
        if member == "CopySource":
            form = "COPY"
        fields = [quote(name)]
        if place != "ELEMENT" or form != "PLAIN":
            fields.append("S3_" + place)
        if form != "PLAIN":
            fields.append("S3_" + form)
        line = ", ".join(fields)
        if item and place == "ELEMENT":
            line += ", .item = " + quote(item)
        return line + (", .members = %s_wire" % below if below else "")

    def structure(self, name, request, c_name=None, static="static "):
        """Writes a structure's two lists, once; their C name. Inner ones serve both ways."""
        if name in self.made:
            return self.made[name]
        shape = self.shapes[name]
        request = request or c_name is None
        c_name = self.made[name] = c_name or snake(name) + "_members"
        payload, required = shape.get("payload"), shape.get("required", [])
        params, wires = [], []
        for member, ref, inner in self.members(name, request):
            type_text, below = self.type_of(member, ref, request)
            flags = [f for f, has in (("SLRUN_REQUIRED", request and member in required),
                                      ("SLRUN_SECRET", member in SECRET and request),
                                      ("SLRUN_FILE", request and ref.get("streaming"))) if has]
            params.append("{%s, %s, %s, %s}" % (quote(member), type_text, " | ".join(flags) or "0",
                                               quote(self.texts.of(name, member))))
            wires.append("{%s}" % self.wire(member, ref, inner, payload, below))
        if c_name == "get_object_params":
            params.append('{"SaveAs", S_STRING, 0, %s}' % quote(self.texts.of(name, "SaveAs")))
            wires.append('{"SaveAs", S3_SAVE_AS}')
        self.text.append("%sconst struct slrun_param %s[] = {\n%s};" % (
            static, c_name, "".join(p + ",\n" for p in params + ["{.name = NULL}"])))
        self.text.append("%sconst struct s3_wire %s_wire[] = {\n%s};\n" % (
            static, c_name, "".join(w + ",\n" for w in wires + ["{.name = NULL}"])))
        return c_name

    def operation(self, api):
        op, name, lines = self.operations[api], snake(api), []
        http, checksum = op["http"], op.get("httpChecksum", {})
        path, _, query = http["requestUri"].partition("?")
        result = name + "_result" if "output" in op else "no_members"
        self.structure(op["input"]["shape"], True, name + "_params", "") if "input" in op else None
        if "output" in op:
            self.structure(op["output"]["shape"], False, result, "")
        doc, *absent = OPERATIONS[api]
        lines += [".name = %s" % quote(name), ".api = %s" % quote(api), ".doc = %s" % quote(doc),
                  ".params = %s_params" % name, ".result = " + result]
        if api not in ONCE:
            lines.append(".flags = SLRUN_OP_IDEMPOTENT")
        lines.append(".retry = retry")
        if absent:
            lines.append(".absent = (const char *const[]){%s, NULL}" % ", ".join(map(quote, absent)))
        if api in PAGES:
            lines.append(".paging = {%s}" % ", ".join(map(quote, PAGES[api])))
        lines += [".build = s3_build", ".parse = s3_parse"]
        if api == "CreateBucket":
            lines += [".undo = s3_create_bucket_undo", ".tag = s3_create_bucket_tag"]
        flags = [f for f, has in (
            ("S3_CHECKSUM", "requestAlgorithmMember" in checksum),
            ("S3_URL_ENCODING", api in URL_ENCODING), ("S3_BARE", api == "GetBucketLocation")) if has]
        call = [quote(name), quote(http["method"]), quote(path), quote(query) if query else "NULL",
                name + "_params_wire", result + "_wire", " | ".join(flags) or "0"]
        return "{%s}" % ",\n".join(lines), "{%s}" % ", ".join(call)


def main():
    made_of = Model(model.read("s3", model.argument(1)), json.loads((HERE / "docs.json").read_text(encoding="utf-8")))
    names = sorted(OPERATIONS, key=snake)
    made = [made_of.operation(api) for api in names]
    made_of.texts.check()
    declared = sorted(n for n in made_of.made.values() if n.endswith(("_params", "_result")))
    model.write(HERE / "ops.h", "The table of operations.", "#ifndef SLRUN_S3_OPS_H\n#define SLRUN_S3_OPS_H\n\n"
          "#include <slrun/slrun.h>\n\nenum { S3_OPS = %d };\nextern const struct slrun_op s3_ops[S3_OPS];\n"
          "extern const struct slrun_service s3_service;\n\n#endif\n" % len(names))
    model.write(HERE / "shapes.h", "Parameters and results.", "#ifndef SLRUN_S3_SHAPES_H\n#define SLRUN_S3_SHAPES_H\n\n"
          '#include "client/wire.h"\n\nextern const struct slrun_param no_members[];\n'
          "extern const struct s3_wire no_members_wire[];\n"
          + "".join("extern const struct slrun_param %s[];\nextern const struct s3_wire %s_wire[];\n" % (n, n)
                    for n in declared) + "\n#endif\n")
    model.write(HERE / "shapes.c", "Parameters and results.", '#include "client/shapes.h"\n\n'
          "static const struct slrun_shape shape_string = S_STRING;\n"
          "const struct slrun_param no_members[] = {{.name = NULL}};\n"
          "const struct s3_wire no_members_wire[] = {{.name = NULL}};\n\n" + "\n".join(made_of.text))
    model.write(HERE / "ops.c", "The operations.", '#include "client/ops.h"\n\n#include "client/call.h"\n'
          '#include "client/shapes.h"\n\n'
          "/* Amazon S3 API Reference, \"Error responses\": worth another try besides 5xx and throttling. */\n"
          'static const char *const retry[] = {"OperationAborted", "BadDigest", NULL};\n\n'
          "const struct slrun_op s3_ops[S3_OPS] = {\n" + "".join(op + ",\n" for op, _ in made) + "};\n\n"
          "const struct s3_call s3_calls[S3_OPS] = {\n" + "".join(call + ",\n" for _, call in made) + "};\n")


if __name__ == "__main__":
    main()
