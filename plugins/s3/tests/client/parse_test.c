/* SPDX-License-Identifier: Apache-2.0 */
/* Answers to results and errors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define NS  " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\""

/* The result of an answer as text; free() it. NULL: call->error says why. */
static char *parsed(struct call *call, struct slrun_response resp, const char *headers)
{
    json_t *json = headers != NULL ? json_loads(headers, 0, NULL) : NULL;
    json_t *result = call_parse_answer(call, &resp, json);
    char *text = sorted_text(result);
    json_decref(result);
    json_decref(json);
    return text;
}

static const struct {
    const char *op, *headers, *body, *result;
} answers[] = {
    {"get_object",
     "{\"ETag\":\"\\\"e\\\"\",\"content-length\":\"3\",\"Last-Modified\":"
     "\"Thu, 01 Jan 2015 00:00:00 "
     "GMT\",\"X-Amz-Meta-One-A\":\"1\",\"x-amz-delete-marker\":\"false\","
     "\"Expires\":\"never\",\"x-other\":\"y\"}",
     "abc",
     "{\"Body\":{\"$slrun\":\"binary\",\"value\":\"YWJj\"},\"ContentLength\":3,\"DeleteMarker\":"
     "false,\"ETag\":\"\\\"e\\\"\",\"LastModified\":1420070400,\"Metadata\":{\"one-a\":\"1\"}}"},
    {"head_object", "{\"Content-Length\":\"0\"}", "", "{\"ContentLength\":0,\"Metadata\":{}}"},
    {"put_object", "{\"ETag\":\"e\",\"x-amz-checksum-crc32\":\"other\"}", "",
     "{\"ChecksumCRC32\":\"other\",\"ETag\":\"e\"}"},
    {"delete_bucket", NULL, "", "{}"},
    {"get_bucket_location", NULL, XML "<LocationConstraint" NS "/>", "{}"},
    {"get_bucket_location", NULL, XML "<LocationConstraint" NS ">eu-west-1</LocationConstraint>",
     "{\"LocationConstraint\":\"eu-west-1\"}"},
    {"get_bucket_policy", NULL, "{\"a\": 1}", "{\"Policy\":\"{\\\"a\\\": 1}\"}"},
    {"list_buckets", NULL,
     XML "<ListAllMyBucketsResult" NS "><Buckets><Bucket><Name>a</Name><CreationDate>"
         "2015-01-01T00:00:00.500Z</CreationDate></Bucket><Bucket><Name>b</Name></Bucket></Buckets>"
         "<Owner><ID>o</ID></Owner></ListAllMyBucketsResult>",
     "{\"Buckets\":[{\"CreationDate\":1420070400.5,\"Name\":\"a\"},{\"Name\":\"b\"}],\"Owner\":{"
     "\"ID\":\"o\"}}"},
    {"list_objects_v2", NULL,
     XML
     "<ListBucketResult" NS "><IsTruncated>true</IsTruncated><EncodingType>url</EncodingType>"
     "<Prefix>a+b%2B</Prefix><Contents><Key>%01%C3%BC%25</Key><Size>12345678901</Size>"
     "<ETag>&quot;e&quot;</ETag></Contents><CommonPrefixes><Prefix>%2F</Prefix></CommonPrefixes>"
     "<NextContinuationToken>a%20b</NextContinuationToken></ListBucketResult>",
     "{\"CommonPrefixes\":[{\"Prefix\":\"/\"}],\"Contents\":[{\"ETag\":\"\\\"e\\\"\",\"Key\":"
     "\"\\u0001\xc3\xbc%\",\"Size\":12345678901}],\"IsTruncated\":true,\"NextContinuationToken\":"
     "\"a%20b\",\"Prefix\":\"a b+\"}"},
    {"list_objects_v2", NULL,
     "<ListBucketResult><Contents><Key>a%20b</Key></Contents></ListBucketResult>",
     "{\"Contents\":[{\"Key\":\"a%20b\"}]}"},
    {"copy_object", "{\"x-amz-version-id\":\"v\"}",
     "<CopyObjectResult><ETag>e</ETag></CopyObjectResult>",
     "{\"CopyObjectResult\":{\"ETag\":\"e\"},\"VersionId\":\"v\"}"},
    {"get_bucket_acl", NULL,
     "<AccessControlPolicy><AccessControlList><Grant><Grantee "
     "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"Group\"><URI>u</URI>"
     "</Grantee><Permission>READ</Permission></Grant></AccessControlList></AccessControlPolicy>",
     "{\"Grants\":[{\"Grantee\":{\"Type\":\"Group\",\"URI\":\"u\"},\"Permission\":\"READ\"}]}"},
    {"get_bucket_cors", NULL,
     "<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT"
     "</AllowedMethod><MaxAgeSeconds>5</MaxAgeSeconds></CORSRule></CORSConfiguration>",
     "{\"CORSRules\":[{\"AllowedMethods\":[\"GET\",\"PUT\"],\"MaxAgeSeconds\":5}]}"},
    {"get_object_tagging", NULL, "<Tagging><TagSet/></Tagging>", "{\"TagSet\":[]}"},
};

static void answers_become_results(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        struct call call;
        assert_int_equal(call_open(&call, answers[i].op), 0);
        struct slrun_response resp = {
            .status = 200, .body = answers[i].body, .size = strlen(answers[i].body)};
        char *text = parsed(&call, resp, answers[i].headers);
        if (text == NULL)
            fail_msg("%s: %s", answers[i].op, call.error.message);
        assert_string_equal(text, answers[i].result);
        free(text);
        call_close(&call);
    }
}

#define ERROR(code, message)                                                                       \
    XML "<Error><Code>" code "</Code><Message>" message "</Message><Key>k</Key></Error>"

static const struct {
    const char *op;
    int status;
    const char *body;
    int said; /* the error's status */
    const char *code, *message;
} errors[] = {
    {"get_object", 404, ERROR("NoSuchKey", "Not &lt;there&gt;"), 404, "NoSuchKey", "Not <there>"},
    {"head_object", 404, "", 404, "404", "Not Found"},
    {"head_bucket", 403, "", 403, "403", "Forbidden"},
    {"get_object", 304, "", 304, "304", "Not Modified"},
    {"list_objects", 301, ERROR("PermanentRedirect", "m"), 301, "PermanentRedirect", "m"},
    {"get_object", 503, "<html>busy</p>", 503, "503", "the service gave no reason"},
    {"get_object", 500, "not XML", 500, "500", "the service gave no reason"},
    {"copy_object", 200, ERROR("InternalError", "m"), 500, "InternalError", "m"},
    {"complete_multipart_upload", 200, ERROR("SlowDown", "m"), 500, "SlowDown", "m"},
};

static void errors_have_the_services_code(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        struct call call;
        assert_int_equal(call_open(&call, errors[i].op), 0);
        struct slrun_response resp = {
            .status = errors[i].status, .body = errors[i].body, .size = strlen(errors[i].body)};
        assert_null(parsed(&call, resp, NULL));
        assert_int_equal(call.error.kind, SLRUN_E_SERVICE);
        assert_int_equal(call.error.status, errors[i].said);
        assert_string_equal(call.error.code, errors[i].code);
        assert_string_equal(call.error.message, errors[i].message);
        call_close(&call);
    }
}

static void an_error_tells_its_details(void **state)
{
    struct call call;
    const char *body = ERROR("BucketNotEmpty", "m");
    (void)state;
    assert_int_equal(call_open(&call, "delete_bucket"), 0);
    struct slrun_response resp = {.status = 409, .body = body, .size = strlen(body)};
    assert_null(parsed(&call, resp, NULL));
    assert_string_equal(json_string_value(json_object_get(call.error.detail, "Key")), "k");
    assert_non_null(strstr(call.error.hint, "s3.prefix"));
    call_close(&call);
}

static void what_is_no_answer_is_refused(void **state)
{
    static const char *const bodies[] = {
        "<a>",
        "x",
        "<a/><b/>",
        "<ListBucketResult><MaxKeys>many</MaxKeys></ListBucketResult>",
        "<ListBucketResult><MaxKeys>99999999999999999999</MaxKeys></ListBucketResult>",
        "<R><Contents><LastModified>never</LastModified></Contents></R>",
        "<ListBucketResult><EncodingType>url</EncodingType><Prefix>%FF</Prefix></ListBucketResult>",
        "<!DOCTYPE a [<!ENTITY b \"c\">]><ListBucketResult><Name>&b;</Name></ListBucketResult>",
        "<ListBucketResult>\xff</ListBucketResult>"};
    (void)state;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        struct call call;
        assert_int_equal(call_open(&call, "list_objects_v2"), 0);
        struct slrun_response resp = {.status = 200, .body = bodies[i], .size = strlen(bodies[i])};
        assert_null(parsed(&call, resp, NULL));
        assert_int_equal(call.error.kind, SLRUN_E_PROTOCOL);
        call_close(&call);
    }
}

static void a_document_has_no_end_of_levels(void **state)
{
    char body[2048] = "";
    struct call call;
    (void)state;
    for (int i = 0; i < 100; i++)
        strcat(body, "<aaa>");
    for (int i = 0; i < 100; i++)
        strcat(body, "</aaa>");
    assert_int_equal(call_open(&call, "list_objects_v2"), 0);
    struct slrun_response resp = {.status = 200, .body = body, .size = strlen(body)};
    assert_null(parsed(&call, resp, NULL));
    assert_non_null(strstr(call.error.message, "it is too deep"));
    call_close(&call);
}

/* ---- checksums ---- */

#define CRC32(value) "{\"x-amz-checksum-crc32\":\"" value "\"}"

static void bodies_are_held_against_their_checksums(void **state)
{
    static const struct {
        int status;
        const char *headers;
        enum slrun_errno kind;
    } cases[] = {
        {200, CRC32("y/Q5Jg=="), SLRUN_E_NONE},
        {200, CRC32("y/Q5Jh=="), SLRUN_E_PROTOCOL},
        {206, CRC32("y/Q5Jh=="), SLRUN_E_NONE},   /* of the whole object, not of the range */
        {200, CRC32("y/Q5Jh==-3"), SLRUN_E_NONE}, /* of parts */
        {200, "{\"x-amz-checksum-crc64nvme\":\"rosUhgp5mIg=\"}", SLRUN_E_NONE},
        {200, "{\"x-amz-checksum-sha256\":\"AAAA\"}", SLRUN_E_PROTOCOL},
        {200, "{\"x-amz-checksum-xxhash3\":\"ctyxi2ehff8=\"}", SLRUN_E_NONE},
        {200, "{\"x-amz-checksum-xxhash3\":\"AAAA\"}", SLRUN_E_PROTOCOL},
        {200, "{\"x-amz-checksum-xxhash5\":\"AAAA\"}", SLRUN_E_NONE}, /* not known here */
        {200, "{}", SLRUN_E_NONE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct call call;
        assert_int_equal(call_open(&call, "get_object"), 0);
        struct slrun_response resp = {.status = cases[i].status, .body = "123456789", .size = 9};
        free(parsed(&call, resp, cases[i].headers));
        assert_int_equal(call.error.kind, cases[i].kind);
        call_close(&call);
    }
}

/* The body passes by and goes to a file: twice, since the first try broke off. */
static enum slrun_errno save(const char *headers, const char *second_try)
{
    struct call call;
    struct slrun_request req;
    assert_int_equal(call_open(&call, "get_object"), 0);
    assert_int_equal(
        call_build(&call, "{\"Bucket\":\"b\",\"Key\":\"k\",\"SaveAs\":\"/tmp/x\"}", &req), 0);
    assert_string_equal(req.sink.path, "/tmp/x");
    assert_int_equal(req.sink.write(req.sink.arg, NULL, 0), 0);
    assert_int_equal(req.sink.write(req.sink.arg, "123", 3), 0);
    assert_int_equal(req.sink.write(req.sink.arg, NULL, 0), 0);
    assert_int_equal(req.sink.write(req.sink.arg, second_try, strlen(second_try)), 0);
    call.ctx.request = &req;
    struct slrun_response resp = {.status = 200, .body = "", .size = 0};
    char *text = parsed(&call, resp, headers);
    if (text != NULL)
        assert_null(strstr(text, "Body"));
    enum slrun_errno kind = call.error.kind;
    free(text);
    call_close(&call);
    return kind;
}

static void files_are_held_against_their_checksums(void **state)
{
    (void)state;
    assert_int_equal(save(CRC32("y/Q5Jg=="), "123456789"), SLRUN_E_NONE);
    assert_int_equal(save(CRC32("y/Q5Jg=="), "12345678"), SLRUN_E_PROTOCOL);
    assert_int_equal(save("{\"x-amz-checksum-crc64nvme\":\"rosUhgp5mIg=\"}", "123456789"),
                     SLRUN_E_NONE);
    assert_int_equal(save("{\"x-amz-checksum-sha256\":\"AAAA\"}", "123456789"), SLRUN_E_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_become_results),
        cmocka_unit_test(errors_have_the_services_code),
        cmocka_unit_test(an_error_tells_its_details),
        cmocka_unit_test(what_is_no_answer_is_refused),
        cmocka_unit_test(a_document_has_no_end_of_levels),
        cmocka_unit_test(bodies_are_held_against_their_checksums),
        cmocka_unit_test(files_are_held_against_their_checksums),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
