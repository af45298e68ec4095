/* SPDX-License-Identifier: Apache-2.0 */
/* Arguments to request bytes: paths, queries, headers, documents, checksums. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "client/wire.h"
#include "expect.h"
#include "plugin/check.h"

#define BK "\"Bucket\":\"b\",\"Key\":\"k\""
#define NS " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\""
/* What an empty body has, where the operation takes checksums. */
#define CRC_NONE "x-amz-sdk-checksum-algorithm: CRC32\nx-amz-checksum-crc32: AAAAAA==\n"

/* Headers are lines "name: value\n", in the order in which they are sent. */
static const struct {
    const char *op, *args, *line, *headers, *body;
} builds[] = {
    {"list_buckets", "{}", "GET /", "", ""},
    {"list_buckets", "{\"MaxBuckets\":5,\"Prefix\":\"a b\"}", "GET /?max-buckets=5&prefix=a%20b",
     "", ""},
    {"create_bucket", "{\"Bucket\":\"b\"}", "PUT /b", "", ""},
    {"create_bucket",
     "{\"Bucket\":\"b\",\"ACL\":\"private\",\"ObjectLockEnabledForBucket\":true,"
     "\"CreateBucketConfiguration\":{\"LocationConstraint\":\"eu-west-1\"}}",
     "PUT /b", "x-amz-acl: private\nx-amz-bucket-object-lock-enabled: true\n",
     "<CreateBucketConfiguration" NS "><LocationConstraint>eu-west-1</LocationConstraint>"
     "</CreateBucketConfiguration>"},
    {"head_bucket", "{\"Bucket\":\"b\"}", "HEAD /b", "", ""},
    {"delete_bucket", "{\"Bucket\":\"b\",\"ExpectedBucketOwner\":\"111122223333\"}", "DELETE /b",
     "x-amz-expected-bucket-owner: 111122223333\n", ""},
    {"get_bucket_location", "{\"Bucket\":\"b\"}", "GET /b?location", "", ""},
    {"list_objects_v2", "{\"Bucket\":\"b\",\"Prefix\":\"a&b/\",\"MaxKeys\":2,\"FetchOwner\":true}",
     "GET /b?list-type=2&encoding-type=url&max-keys=2&prefix=a%26b%2F&fetch-owner=true", "", ""},
    {"list_object_versions", "{\"Bucket\":\"b\",\"KeyMarker\":\"+\"}",
     "GET /b?versions&encoding-type=url&key-marker=%2B", "", ""},
    {"get_object", "{" BK "}", "GET /b/k", "x-amz-checksum-mode: ENABLED\n", ""},
    {"get_object",
     "{" BK ",\"Range\":\"bytes=0-1\",\"IfModifiedSince\":1420070400,\"VersionId\":\"v\","
     "\"ResponseExpires\":1420070400.5,\"ChecksumMode\":\"ENABLED\"}",
     "GET /b/k?response-expires=Thu%2C%2001%20Jan%202015%2000%3A00%3A00%20GMT&versionId=v",
     "If-Modified-Since: Thu, 01 Jan 2015 00:00:00 GMT\nRange: bytes=0-1\n"
     "x-amz-checksum-mode: ENABLED\n",
     ""},
    {"get_object", "{\"Bucket\":\"b\",\"Key\":\"/a//../%41 +\\u00fc\\u0001?#&=:~*'()\"}",
     "GET /b//a//../%2541%20%2B%C3%BC%01%3F%23%26%3D%3A~%2A%27%28%29",
     "x-amz-checksum-mode: ENABLED\n", ""},
    {"put_object", "{" BK "}", "PUT /b/k", CRC_NONE, ""},
    {"put_object", "{" BK ",\"Body\":\"123456789\",\"Metadata\":{\"One\":\"1\"}}", "PUT /b/k",
     "x-amz-meta-One: 1\nx-amz-sdk-checksum-algorithm: CRC32\nx-amz-checksum-crc32: y/Q5Jg==\n",
     "123456789"},
    {"put_object",
     "{" BK ",\"Body\":{\"$slrun\":\"binary\",\"value\":\"MTIzNDU2Nzg5\"},"
     "\"ChecksumAlgorithm\":\"CRC64NVME\"}",
     "PUT /b/k",
     "x-amz-sdk-checksum-algorithm: CRC64NVME\nx-amz-checksum-crc64nvme: rosUhgp5mIg=\n",
     "123456789"},
    {"put_object", "{" BK ",\"Body\":\"x\",\"ChecksumSHA1\":\"mine\"}", "PUT /b/k",
     "x-amz-checksum-sha1: mine\n", "x"},
    {"put_object", "{" BK ",\"SSECustomerAlgorithm\":\"AES256\",\"SSECustomerKey\":\"k\"}",
     "PUT /b/k",
     "x-amz-server-side-encryption-customer-algorithm: AES256\n"
     "x-amz-server-side-encryption-customer-key: aw==\n"
     "x-amz-server-side-encryption-customer-key-MD5: jOSxayK1iJSqhsQh6HWd8w==\n" CRC_NONE,
     ""},
    {"copy_object", "{" BK ",\"CopySource\":\"o/a b%?versionId=v+1\"}", "PUT /b/k",
     "x-amz-copy-source: o/a%20b%25?versionId=v+1\n", ""},
    {"copy_object",
     "{" BK ",\"CopySource\":{\"Bucket\":\"o\",\"Key\":\"/a?versionId=x\",\"VersionId\":\"v\"}}",
     "PUT /b/k", "x-amz-copy-source: o//a%3FversionId%3Dx?versionId=v\n", ""},
    {"get_object_attributes", "{" BK ",\"ObjectAttributes\":[\"ETag\",\"ObjectSize\"]}",
     "GET /b/k?attributes", "x-amz-object-attributes: ETag,ObjectSize\n", ""},
    {"upload_part", "{" BK ",\"UploadId\":\"u/+\",\"PartNumber\":7,\"Body\":\"\"}",
     "PUT /b/k?partNumber=7&uploadId=u%2F%2B", CRC_NONE, ""},
    {"complete_multipart_upload",
     "{" BK ",\"UploadId\":\"u\",\"MultipartUpload\":{\"Parts\":[{\"PartNumber\":1,"
     "\"ETag\":\"\\\"e\\\"\"}]}}",
     "POST /b/k?uploadId=u", "",
     "<CompleteMultipartUpload" NS "><Part><ETag>&quot;e&quot;</ETag><PartNumber>1</PartNumber>"
     "</Part></CompleteMultipartUpload>"},
    {"put_bucket_policy", "{\"Bucket\":\"b\",\"Policy\":\"{}\"}", "PUT /b?policy",
     "x-amz-sdk-checksum-algorithm: CRC32\nx-amz-checksum-crc32: o6a/Qw==\n", "{}"},
    {"put_bucket_acl",
     "{\"Bucket\":\"b\",\"AccessControlPolicy\":{\"Grants\":[{\"Grantee\":{\"Type\":\"Group\","
     "\"URI\":\"u\"},\"Permission\":\"READ\"}]},\"ChecksumCRC32\":\"given\"}",
     NULL, NULL, NULL}, /* there is no such parameter: refused before build() */
};

static char *header_lines(const struct slrun_request *req)
{
    static char text[4096];
    text[0] = '\0';
    for (size_t i = 0; i < req->n_headers; i++) {
        size_t n = strlen(text);
        snprintf(text + n, sizeof text - n, "%s: %s\n", req->headers[i].name,
                 req->headers[i].value);
    }
    return text;
}

static void arguments_become_requests(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof builds / sizeof *builds; i++) {
        struct call call;
        struct slrun_request req;
        char line[1024];
        assert_int_equal(call_open(&call, builds[i].op), 0);
        json_t *args = json_loads(builds[i].args, JSON_ALLOW_NUL, NULL);
        assert_non_null(args);
        int checked = check_args(call.ctx.op, args, &call.error);
        json_decref(args);
        assert_int_equal(checked, builds[i].line == NULL ? -1 : 0);
        if (builds[i].line != NULL) {
            assert_int_equal(call_build(&call, builds[i].args, &req), 0);
            snprintf(line, sizeof line, "%s %s", req.method, req.target);
            assert_string_equal(line, builds[i].line);
            assert_string_equal(header_lines(&req), builds[i].headers);
            assert_int_equal(req.body.size, strlen(builds[i].body));
            assert_memory_equal(req.body.size > 0 ? req.body.data : "", builds[i].body,
                                req.body.size);
        }
        call_close(&call);
    }
}

/* Body of an operation, without the check of its arguments. */
static void assert_body(const char *op, const char *args, const char *body)
{
    struct call call;
    struct slrun_request req;
    assert_int_equal(call_open(&call, op), 0);
    assert_int_equal(call_build(&call, args, &req), 0);
    assert_string_equal(req.body.data, body);
    call_close(&call);
}

static void structures_become_documents(void **state)
{
    (void)state;
    assert_body("put_bucket_acl",
                "{\"Bucket\":\"b\",\"AccessControlPolicy\":{\"Grants\":[{\"Grantee\":{\"Type\":"
                "\"Group\",\"URI\":\"u\"},\"Permission\":\"READ\"}],\"Owner\":{\"ID\":\"o\"}}}",
                "<AccessControlPolicy" NS "><AccessControlList><Grant><Grantee xmlns:xsi="
                "\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"Group\"><URI>u</URI>"
                "</Grantee><Permission>READ</Permission></Grant></AccessControlList><Owner><ID>o"
                "</ID></Owner></AccessControlPolicy>");
    assert_body("put_object_tagging",
                "{" BK ",\"Tagging\":{\"TagSet\":[{\"Key\":\"<&>\",\"Value\":\"\\u0001\\n\"}]}}",
                "<Tagging" NS
                "><TagSet><Tag><Key>&lt;&amp;&gt;</Key><Value>&#x1;&#xA;</Value></Tag>"
                "</TagSet></Tagging>");
    assert_body("put_bucket_lifecycle_configuration",
                "{\"Bucket\":\"b\",\"LifecycleConfiguration\":{\"Rules\":[{\"ID\":\"a\",\"Status\":"
                "\"Enabled\",\"Expiration\":{\"Date\":1420070400}},{\"Status\":\"Disabled\"}]}}",
                "<LifecycleConfiguration" NS "><Rule><Expiration><Date>2015-01-01T00:00:00Z</Date>"
                "</Expiration><ID>a</ID><Status>Enabled</Status></Rule><Rule><Status>Disabled"
                "</Status></Rule></LifecycleConfiguration>");
    assert_body("delete_objects",
                "{\"Bucket\":\"b\",\"Delete\":{\"Objects\":[{\"Key\":\"a\",\"VersionId\":\"v\"},"
                "{\"Key\":\"b\"}],\"Quiet\":true}}",
                "<Delete" NS "><Object><Key>a</Key><VersionId>v</VersionId></Object><Object><Key>b"
                "</Key></Object><Quiet>true</Quiet></Delete>");
    assert_body("put_bucket_notification_configuration",
                "{\"Bucket\":\"b\",\"NotificationConfiguration\":{\"QueueConfigurations\":[{"
                "\"QueueArn\":\"q\",\"Events\":[\"s3:ObjectCreated:*\",\"s3:ObjectRemoved:*\"],"
                "\"Filter\":{\"Key\":{\"FilterRules\":[{\"Name\":\"prefix\",\"Value\":\"a/\"}]}}}],"
                "\"EventBridgeConfiguration\":{}}}",
                "<NotificationConfiguration" NS "><QueueConfiguration><Queue>q</Queue><Event>"
                "s3:ObjectCreated:*</Event><Event>s3:ObjectRemoved:*</Event><Filter><S3Key>"
                "<FilterRule><Name>prefix</Name><Value>a/</Value></FilterRule></S3Key></Filter>"
                "</QueueConfiguration><EventBridgeConfiguration></EventBridgeConfiguration>"
                "</NotificationConfiguration>");
}

static void what_cannot_be_sent_is_refused(void **state)
{
    static const struct {
        const char *op, *args, *why;
    } wrong[] = {
        {"get_object", "{\"Bucket\":\"b\",\"Key\":\"\"}", "get_object: Key is empty"},
        {"get_object", "{\"Bucket\":\"\",\"Key\":\"k\"}", "get_object: Bucket is empty"},
        {"put_object", "{" BK ",\"Metadata\":{\"a\":\"\xc3\xbc\"}}",
         "put_object: Metadata a: names and values are ASCII strings"},
        {"put_object", "{" BK ",\"Metadata\":{\"\xc3\xbc\":\"a\"}}",
         "put_object: Metadata \xc3\xbc: names and values are ASCII strings"},
        {"put_object", "{" BK ",\"CacheControl\":\"a\\nb\"}",
         "header Cache-Control holds what no header may hold"},
        {"put_object", "{" BK ",\"Body\":{\"$slrun\":\"file\",\"value\":[]}}",
         "a file is a path, an offset and a size, the last two not negative"},
        {"copy_object", "{" BK ",\"CopySource\":{\"Bucket\":\"o\"}}", NULL},
        {"copy_object",
         "{" BK ",\"CopySource\":{\"Bucket\":\"o\",\"Key\":\"k\",\"Version\":\"v\"}}", NULL},
        {"copy_object", "{" BK ",\"CopySource\":7}", NULL},
        {"get_object", "{" BK ",\"IfModifiedSince\":1e15}", "a time beyond the year 9999"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct call call;
        struct slrun_request req;
        assert_int_equal(call_open(&call, wrong[i].op), 0);
        assert_int_equal(call_build(&call, wrong[i].args, &req), -1);
        assert_int_equal(call.error.kind, SLRUN_E_USAGE);
        if (wrong[i].why != NULL)
            assert_string_equal(call.error.message, wrong[i].why);
        call_close(&call);
    }
}

static void a_file_is_named_and_its_checksum_comes_later(void **state)
{
    struct call call;
    struct slrun_request req;
    (void)state;
    assert_int_equal(call_open(&call, "put_object"), 0);
    assert_int_equal(call_build(&call,
                                "{" BK ",\"ChecksumAlgorithm\":\"SHA1\",\"Body\":{\"$slrun\":"
                                "\"file\",\"value\":[\"/x\",5]}}",
                                &req),
                     0);
    assert_int_equal(req.body.kind, SLRUN_BODY_FILE);
    assert_string_equal(req.body.path, "/x");
    assert_int_equal(req.body.offset, 5);
    assert_true(req.body.size == SLRUN_SIZE_REST);
    assert_int_equal(req.digest.update(req.digest.arg, "1234", 4), 0);
    assert_int_equal(req.digest.update(req.digest.arg, "56789", 5), 0);
    assert_int_equal(req.digest.finish(&call.ctx, req.digest.arg, &req), 0);
    assert_string_equal(
        call.ctx.host->header_get(req.headers, req.n_headers, "x-amz-checksum-sha1"),
        "98O8HYCOBHMq32eZZczDTKeuNEE=");
    call_close(&call);
    /* given up in the middle: nothing leaks */
    assert_int_equal(call_open(&call, "put_object"), 0);
    assert_int_equal(call_build(&call,
                                "{" BK ",\"ChecksumAlgorithm\":\"SHA256\",\"Body\":{\"$slrun\":"
                                "\"file\",\"value\":[\"/x\"]}}",
                                &req),
                     0);
    assert_int_equal(req.digest.update(req.digest.arg, "1", 1), 0);
    assert_int_equal(req.digest.finish(NULL, req.digest.arg, NULL), 0);
    call_close(&call);
}

static void a_presigned_request_has_no_checksums(void **state)
{
    struct call call;
    struct slrun_request req;
    (void)state;
    static const char *const ops[] = {"put_object", "get_object"};
    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++) {
        assert_int_equal(call_open(&call, ops[i]), 0);
        call.ctx.presigning = 1;
        assert_int_equal(call_build(&call, "{" BK "}", &req), 0);
        assert_string_equal(header_lines(&req), "");
        call_close(&call);
    }
}

static void tables_go_together(void **state)
{
    (void)state;
    for (size_t i = 0; i < S3_OPS; i++) {
        assert_string_equal(s3_ops[i].name, s3_calls[i].name);
        assert_ptr_equal(s3_call_find(s3_ops[i].name), &s3_calls[i]);
        for (size_t k = 0; s3_ops[i].params[k].name != NULL; k++)
            assert_non_null(s3_calls[i].input[k].name);
        for (size_t k = 0; s3_ops[i].result[k].name != NULL; k++)
            assert_non_null(s3_calls[i].output[k].name);
    }
    assert_null(s3_call_find("get_objekt"));
}

static void a_created_bucket_is_undone_by_its_name(void **state)
{
    (void)state;
    expect_undo("create_bucket", .args = "{\"Bucket\":\"orders-1\"}", .kind = "bucket",
                .gone = "NoSuchBucket",
                .undo = "{\"args\":{\"Bucket\":\"orders-1\"},\"name\":\"orders-1\","
                        "\"op\":\"delete_bucket\"}");
}

static void a_created_bucket_is_tagged(void **state)
{
    static const struct {
        const char *args, *tagged;
    } cases[] = {
        {"{}", "{\"CreateBucketConfiguration\":{\"Tags\":[{\"Key\":\"run\",\"Value\":\"r\"}]}}"},
        {"{\"CreateBucketConfiguration\":{\"LocationConstraint\":\"EU\",\"Tags\":[{\"Key\":\"a\","
         "\"Value\":\"b\"}]}}",
         "{\"CreateBucketConfiguration\":{\"LocationConstraint\":\"EU\",\"Tags\":[{\"Key\":\"a\","
         "\"Value\":\"b\"},{\"Key\":\"run\",\"Value\":\"r\"}]}}"},
        {"{\"CreateBucketConfiguration\":{\"Tags\":[{\"Key\":\"run\",\"Value\":\"mine\"}]}}",
         "{\"CreateBucketConfiguration\":{\"Tags\":[{\"Key\":\"run\",\"Value\":\"mine\"}]}}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_tag("create_bucket", cases[i].args, cases[i].tagged);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arguments_become_requests),
        cmocka_unit_test(structures_become_documents),
        cmocka_unit_test(what_cannot_be_sent_is_refused),
        cmocka_unit_test(a_file_is_named_and_its_checksum_comes_later),
        cmocka_unit_test(a_presigned_request_has_no_checksums),
        cmocka_unit_test(tables_go_together),
        cmocka_unit_test(a_created_bucket_is_undone_by_its_name),
        cmocka_unit_test(a_created_bucket_is_tagged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
