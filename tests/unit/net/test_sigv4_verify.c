/* SPDX-License-Identifier: Apache-2.0 */
/* The server's side of SigV4: each reason to refuse a request. */

#include "net/signature/sigv4.h"

/* cmocka.h needs these before it */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <string.h>

#define NOW  INT64_C(1709251199) /* 20240229T235959Z */
#define BODY "{\"TableName\":\"orders\"}"
#define HASH "a5dd0c4ae0c52f8a2ed4a3d2d3ee0d0a3f1f0d7b7d7c8a5d0f8c3b0f8a0e3d2c" /* not BODY's */

enum { HEADERS = 4, ROOM = 16 };

static struct {
    struct sigv4 *s;
    struct slrun_header headers[ROOM];
    struct sigv4_request request;
    struct sigv4_credentials credentials;
    struct sigv4_options options;
    struct sigv4_authorization authorization;
    struct sigv4_check check;
    char buffer[SIGV4_BUFFER_SIZE];
    char message[SIGV4_MESSAGE_MAX];
} f;

static void sign(void)
{
    struct sigv4_output output = {.buffer = f.buffer, .size = sizeof f.buffer};
    f.request.n_headers = HEADERS;
    assert_int_equal(sigv4_sign(f.s, &f.request, &f.options, &output), SIGV4_OK);
    for (size_t i = 0; i < output.n_headers; i++)
        f.headers[f.request.n_headers++] = output.headers[i];
    assert_int_equal(sigv4_parse_authorization(f.headers[f.request.n_headers - 1].value,
                                               &f.authorization, f.message),
                     SIGV4_OK);
}

static int set_up(void **state)
{
    (void)state;
    static const struct slrun_header headers[HEADERS] = {
        {"Host", "127.0.0.1:4566"},
        {"X-Amz-Target", "DynamoDB_20120810.DescribeTable"},
        {"Content-Type", "application/x-amz-json-1.0"},
        {"User-Agent", "Boto3/1.42"}};
    memset(&f, 0, sizeof f);
    f.s = sigv4_new();
    memcpy(f.headers, headers, sizeof headers);
    f.request = (struct sigv4_request){.method = "POST",
                                       .target = "/",
                                       .headers = f.headers,
                                       .body = BODY,
                                       .body_size = sizeof BODY - 1};
    f.credentials = (struct sigv4_credentials){"test", "test", NULL};
    f.options = (struct sigv4_options){
        .credentials = &f.credentials, .region = "us-east-1", .service = "dynamodb", .time = NOW};
    f.check = (struct sigv4_check){.authorization = &f.authorization,
                                   .secret_key = "test",
                                   .region = "us-east-1",
                                   .service = "dynamodb",
                                   .now = NOW,
                                   .max_skew = 900};
    sign();
    return f.s == NULL;
}

static int tear_down(void **state)
{
    (void)state;
    sigv4_free(f.s);
    return 0;
}

static void refused(enum sigv4_status status, const char *message)
{
    assert_int_equal(sigv4_verify(f.s, &f.request, &f.check, f.message), status);
    assert_string_equal(f.message, message);
}

static const char mismatch[] =
    "The request signature we calculated does not match the signature you provided. Check your AWS "
    "Secret Access Key and signing method. Consult the service documentation for details.";

static void slice_is(struct sigv4_slice slice, const char *text)
{
    assert_int_equal(slice.size, strlen(text));
    assert_memory_equal(slice.at, text, slice.size);
}

static void accepts_its_own_signature(void **state)
{
    (void)state;
    slice_is(f.authorization.access_key, "test");
    slice_is(f.authorization.date, "20240229");
    slice_is(f.authorization.region, "us-east-1");
    slice_is(f.authorization.service, "dynamodb");
    slice_is(f.authorization.signed_headers, "content-type;host;x-amz-date;x-amz-target");
    refused(SIGV4_OK, "");
    f.headers[3].value = "not signed, so a proxy may change it";
    refused(SIGV4_OK, "");
    f.check.region = NULL;
    f.check.service = NULL;
    refused(SIGV4_OK, "");
}

/* What is kept of one request must not be taken for another's: names, their order and number,
 * SignedHeaders, and values all count. */
static void judges_each_request_by_itself(void **state)
{
    (void)state;
    refused(SIGV4_OK, "");
    struct slrun_header was = f.headers[0];
    f.headers[0] = f.headers[2]; /* another order is the same to a signature */
    f.headers[2] = was;
    refused(SIGV4_OK, "");
    f.headers[0].value = "text/plain";
    refused(SIGV4_MISMATCH, mismatch);
    f.headers[0].value = "application/x-amz-json-1.0";
    f.headers[0].name = "content-TYPE";
    refused(SIGV4_OK, "");
    f.headers[0].name = "Content-Typf"; /* as long */
    refused(SIGV4_INCOMPLETE, "'content-type' is named as a SignedHeader, but it does not exist in "
                              "the HTTP request.");
    f.headers[0].name = "Content-Type";
    refused(SIGV4_OK, "");
    f.headers[3] = (struct slrun_header){"host", ""}; /* in the place of User-Agent */
    refused(SIGV4_MISMATCH, mismatch);
    f.headers[3] = (struct slrun_header){"User-Agent", ""};
    refused(SIGV4_OK, "");
    f.headers[3] = (struct slrun_header){"X-Empty", ""};
    f.headers[2].value = ""; /* two that are empty */
    refused(SIGV4_MISMATCH, mismatch);
    f.headers[2].value = was.value;
    refused(SIGV4_OK, "");
    static const char other[] = "content-type;host;x-amz-date;x-empty";
    struct sigv4_slice signed_headers = f.authorization.signed_headers;
    f.authorization.signed_headers = (struct sigv4_slice){other, strlen(other)};
    refused(SIGV4_MISMATCH, mismatch);
    f.authorization.signed_headers = signed_headers;
    refused(SIGV4_OK, "");
    static const char as_long[] = "content-type;host;x-amz-date;x-amz-tarhet";
    f.authorization.signed_headers = (struct sigv4_slice){as_long, strlen(as_long)};
    refused(SIGV4_INCOMPLETE, "'x-amz-tarhet' is named as a SignedHeader, but it does not exist in "
                              "the HTTP request.");
}

/* A name longer than what is kept, before those that are signed. */
static void judges_long_names(void **state)
{
    enum { MORE = 1 };
    static char name[2000];
    const struct sigv4_request few = f.request;
    struct slrun_header many[ROOM];
    (void)state;
    memset(name, 'a', sizeof name - 1);
    many[0] = (struct slrun_header){name, "value"};
    memcpy(many + MORE, f.headers, few.n_headers * sizeof *many);
    for (int i = 0; i < 2; i++) {
        f.request.headers = many;
        f.request.n_headers = MORE + few.n_headers;
        refused(SIGV4_OK, "");
        many[MORE + 1].value = "DynamoDB_20120810.DeleteTable";
        refused(SIGV4_MISMATCH, mismatch);
        many[MORE + 1].value = f.headers[1].value;
        f.request = few;
        refused(SIGV4_OK, "");
    }
}

/* Each part of the request that is signed, changed alone. */
static void finds_every_change(void **state)
{
    (void)state;
    const struct sigv4_request sent = f.request;
    f.request.method = "PUT";
    refused(SIGV4_MISMATCH, mismatch);
    f.request = sent;
    f.request.target = "/?x=1";
    refused(SIGV4_MISMATCH, mismatch);
    f.request = sent;
    f.request.body_size--;
    refused(SIGV4_MISMATCH, mismatch);
    f.request = sent;
    for (size_t i = 0; i < 3; i++) {
        const char *value = f.headers[i].value;
        f.headers[i].value = "other";
        refused(SIGV4_MISMATCH, mismatch);
        f.headers[i].value = value;
    }
    f.headers[f.request.n_headers++] = (struct slrun_header){"x-amz-target", "again"};
    refused(SIGV4_MISMATCH, mismatch);
    f.request.n_headers--;
    f.check.secret_key = "Test";
    refused(SIGV4_MISMATCH, mismatch);
    f.check.secret_key = "test";
    refused(SIGV4_OK, "");
}

static void compares_the_whole_signature(void **state)
{
    (void)state;
    char *signature = f.buffer + (f.authorization.signature.at - f.buffer);
    assert_int_equal(f.authorization.signature.size, 64);
    for (size_t i = 0; i < 64; i++) {
        signature[i] ^= 1;
        refused(SIGV4_MISMATCH, mismatch);
        signature[i] ^= 1;
    }
    f.authorization.signature.size--;
    refused(SIGV4_MISMATCH, mismatch);
}

static void limits_the_skew(void **state)
{
    (void)state;
    f.check.now = NOW + 900;
    refused(SIGV4_OK, "");
    f.check.now = NOW - 900;
    refused(SIGV4_OK, "");
    f.check.now = NOW + 901;
    refused(SIGV4_TIME_SKEWED, "Signature expired: 20240229T235959Z is now earlier than "
                               "20240301T000000Z (20240301T001500Z - 15 min.)");
    f.check.now = NOW - 901;
    refused(SIGV4_TIME_SKEWED, "Signature not yet current: 20240229T235959Z is still later than "
                               "20240229T235958Z (20240229T234458Z + 15 min.)");
    f.check.max_skew = 0;
    refused(SIGV4_OK, "");
}

static void names_what_is_wrong_with_the_scope(void **state)
{
    (void)state;
    f.check.region = "eu-west-1";
    refused(SIGV4_WRONG_SCOPE, "Credential should be scoped to a valid region, not 'us-east-1'.");
    f.check.service = "sqs";
    f.authorization.terminator = (struct sigv4_slice){"aws5", 4};
    f.authorization.date = (struct sigv4_slice){"20240301", 8};
    refused(SIGV4_WRONG_SCOPE,
            "Credential should be scoped to a valid region, not 'us-east-1'. Credential should be "
            "scoped to correct service: 'sqs'. Credential should be scoped with a valid "
            "terminator: 'aws4_request', not 'aws5'. Date in Credential scope does not match "
            "YYYYMMDD from ISO-8601 version of date from HTTP: '20240301' != '20240229', from "
            "'20240229T235959Z'.");
}

static void requires_the_signed_headers(void **state)
{
    (void)state;
    f.authorization.signed_headers = (struct sigv4_slice){"content-type;x-amz-date", 23};
    refused(SIGV4_HOST_NOT_SIGNED,
            "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    f.authorization.signed_headers = (struct sigv4_slice){"host;accept", 11};
    refused(SIGV4_INCOMPLETE,
            "'accept' is named as a SignedHeader, but it does not exist in the HTTP request.");
    f.authorization.signed_headers = (struct sigv4_slice){";;", 2};
    refused(SIGV4_INCOMPLETE,
            "'' is named as a SignedHeader, but it does not exist in the HTTP request.");
}

static void reads_the_date(void **state)
{
    (void)state;
    static const char *const wrong[] = {"2024",
                                        "20240229T235959z",
                                        "20240229 235959Z",
                                        "20241329T235959Z",
                                        "2024022xT235959Z",
                                        "20240229T245959Z"};
    struct slrun_header *date = &f.headers[HEADERS];
    assert_string_equal(date->name, "X-Amz-Date");
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        date->value = wrong[i];
        assert_int_equal(sigv4_verify(f.s, &f.request, &f.check, f.message), SIGV4_BAD_DATE);
        assert_non_null(strstr(f.message, wrong[i]));
    }
    date->name = "X-Other";
    refused(SIGV4_BAD_DATE, "Authorization header requires existence of either a 'X-Amz-Date' or "
                            "a 'Date' header.");
}

/* Signed by botocore's rules with a Date header in place of X-Amz-Date. */
static void accepts_an_http_date(void **state)
{
    (void)state;
    struct slrun_header *date = &f.headers[HEADERS];
    f.authorization.signed_headers = (struct sigv4_slice){"date;host", 9};
    *date = (struct slrun_header){"Date", "Thu, 29 Feb 2024 23:59:59 GMT"};
    assert_int_equal(sigv4_verify(f.s, &f.request, &f.check, f.message), SIGV4_MISMATCH);
    struct sigv4_slice text = sigv4_string_to_sign(f.s);
    assert_memory_equal(text.at, "AWS4-HMAC-SHA256\n20240229T235959Z\n", 34);
    date->value = "Thu, 29 Fex 2024 23:59:59 GMT";
    assert_int_equal(sigv4_verify(f.s, &f.request, &f.check, f.message), SIGV4_BAD_DATE);
}

static void checks_the_declared_payload(void **state)
{
    (void)state;
    f.options.flags = f.check.flags = SIGV4_S3;
    refused(SIGV4_MALFORMED, "Missing required header for this request: x-amz-content-sha256");
    sign();
    refused(SIGV4_OK, "");
    f.request.body = "{\"TableName\":\"Orders\"}";
    refused(SIGV4_PAYLOAD_MISMATCH,
            "The provided 'x-amz-content-sha256' header does not match what was computed.");
    f.request.payload_hash = HASH;
    refused(SIGV4_PAYLOAD_MISMATCH,
            "The provided 'x-amz-content-sha256' header does not match what was computed.");
    sign();
    refused(SIGV4_OK, "");
    f.request.payload_hash = SIGV4_UNSIGNED_PAYLOAD;
    sign();
    f.request.payload_hash = NULL;
    f.request.body = "anything";
    refused(SIGV4_OK, "");
}

static void bounds_the_scope_names(void **state)
{
    (void)state;
    static char name[SIGV4_SCOPE_NAME_MAX + 2];
    memset(name, 'n', sizeof name - 1);
    f.check.region = f.check.service = NULL;
    f.authorization.service = (struct sigv4_slice){name, SIGV4_SCOPE_NAME_MAX};
    assert_int_equal(sigv4_verify(f.s, &f.request, &f.check, f.message), SIGV4_MISMATCH);
    f.authorization.service.size++;
    assert_int_equal(sigv4_verify(f.s, &f.request, &f.check, f.message), SIGV4_TOO_LARGE);
    assert_string_not_equal(f.message, "");
}

static void shows_what_it_calculated(void **state)
{
    (void)state;
    f.check.secret_key = "wrong";
    refused(SIGV4_MISMATCH, mismatch);
    static const char start[] = "POST\n/\n\ncontent-type:application/x-amz-json-1.0\n"
                                "host:127.0.0.1:4566\nx-amz-date:20240229T235959Z\n";
    assert_memory_equal(sigv4_canonical_request(f.s).at, start, sizeof start - 1);
    f.check.max_skew = 1;
    f.check.now += 5;
    assert_int_equal(sigv4_verify(f.s, &f.request, &f.check, f.message), SIGV4_TIME_SKEWED);
    assert_int_equal(sigv4_canonical_request(f.s).size, 0);
    assert_int_equal(sigv4_string_to_sign(f.s).size, 0);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(accepts_its_own_signature),
        TEST(judges_each_request_by_itself),
        TEST(judges_long_names),
        TEST(finds_every_change),
        TEST(compares_the_whole_signature),
        TEST(limits_the_skew),
        TEST(names_what_is_wrong_with_the_scope),
        TEST(requires_the_signed_headers),
        TEST(reads_the_date),
        TEST(accepts_an_http_date),
        TEST(checks_the_declared_payload),
        TEST(bounds_the_scope_names),
        TEST(shows_what_it_calculated),
    };
    return cmocka_run_group_tests_name("sigv4_verify", tests, NULL, NULL);
}
