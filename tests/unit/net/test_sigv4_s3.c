/* SPDX-License-Identifier: Apache-2.0 */
/* What S3 says of authorizations that it refuses; the rows are what it was seen to say in us-east-1
 * in September 2026. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "net/signature/sigv4_s3.h"

#define NOW   INT64_C(1790697600) /* 2026-09-29T16:00:00Z */
#define STAMP "20260929T160000Z"
#define LONG  "AWS4-HMAC-SHA256 Credential=AKID/"
#define REST  ", SignedHeaders=host;x-amz-date, Signature=00"
#define GOOD  LONG "20260929/us-east-1/s3/aws4_request" REST

#define MALFORMED  "AuthorizationHeaderMalformed"
#define MALFORMED_ "The authorization header is malformed; "
#define QUERY      "AuthorizationQueryParametersError"
#define SHAPE                                                                                      \
    "the Credential is mal-formed; expecting "                                                     \
    "\"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\"."
#define NO_DATE "AWS authentication requires a valid Date or x-amz-date header"
#define THREE                                                                                      \
    MALFORMED_ "the authorization header requires three components: Credential, SignedHeaders, "   \
               "and Signature."

struct row {
    const char *authorization, *date, *hash, *target;
    enum sigv4_status status;
    int http;
    const char *code, *message; /* how it begins */
    const char *name, *value;   /* a member besides, or NULL */
};

static const struct row rows[] = {
    {"Bearer abc", NULL, NULL, "/b", SIGV4_UNKNOWN_SCHEME, 400, "InvalidArgument",
     "Unsupported Authorization Type", "ArgumentValue", "Bearer abc"},
    {"AWS4-HMAC-SHA512 Credential=x", NULL, NULL, "/b", SIGV4_INCOMPLETE, 400, "InvalidArgument",
     "Unsupported Authorization Type", NULL, NULL},
    {"AWS4-HMAC-SHA256", NULL, NULL, "/b", SIGV4_INCOMPLETE, 400, "InvalidArgument",
     "Authorization header is invalid -- one and only one ' ' (space) required", "ArgumentName",
     "Authorization"},
    {"AWS  test:abc", STAMP, NULL, "/b", SIGV4_MISMATCH, 400, "InvalidArgument",
     "Authorization header is invalid -- one and only one ' ' (space) required", NULL, NULL},
    {"Bearer abc", NULL, NULL, "/b?X-Amz-Algorithm=bogus", SIGV4_UNKNOWN_SCHEME, 400,
     "InvalidArgument", "Only one auth mechanism allowed", "ArgumentValue", "Bearer abc"},
    {GOOD, STAMP, NULL, "/b", SIGV4_MALFORMED, 400, "InvalidRequest",
     "Missing required header for this request: x-amz-content-sha256", NULL, NULL},
    {GOOD, STAMP, "garbage", "/b", SIGV4_MISMATCH, 400, "InvalidArgument",
     "x-amz-content-sha256 must be UNSIGNED-PAYLOAD", "ArgumentValue", "garbage"},
    {GOOD, NULL, "UNSIGNED-PAYLOAD", "/b", SIGV4_BAD_DATE, 403, "AccessDenied", NO_DATE, NULL,
     NULL},
    {GOOD, "garbage", "UNSIGNED-PAYLOAD", "/b", SIGV4_BAD_DATE, 403, "AccessDenied", NO_DATE, NULL,
     NULL},
    {"AWS4-HMAC-SHA256 nonsense", "20260929T153000Z", "UNSIGNED-PAYLOAD", "/b", SIGV4_INCOMPLETE,
     403, "RequestTimeTooSkewed", "The difference between the request time",
     "MaxAllowedSkewMilliseconds", "900000"},
    {GOOD, "20260929T153000Z", "UNSIGNED-PAYLOAD", "/b", SIGV4_TIME_SKEWED, 403,
     "RequestTimeTooSkewed", "The difference between the request time", "ServerTime",
     "2026-09-29T16:00:00Z"},
    {"AWS4-HMAC-SHA256 nonsense", STAMP, "UNSIGNED-PAYLOAD", "/b", SIGV4_INCOMPLETE, 400, MALFORMED,
     THREE, NULL, NULL},
    {"AWS4-HMAC-SHA256 Credential=a=b, SignedHeaders=host, Signature=00", STAMP, "UNSIGNED-PAYLOAD",
     "/b", SIGV4_INCOMPLETE, 400, MALFORMED,
     MALFORMED_ "the authorization component \"Credential=a=b\" is malformed.", NULL, NULL},
    {"AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Other=00", STAMP, "UNSIGNED-PAYLOAD", "/b",
     SIGV4_INCOMPLETE, 400, MALFORMED, MALFORMED_ "missing Signature.", NULL, NULL},
    {LONG "garbage" REST, STAMP, "UNSIGNED-PAYLOAD", "/b", SIGV4_INCOMPLETE, 400, MALFORMED,
     MALFORMED_ SHAPE, NULL, NULL},
    {LONG "2026/us-east-1/s3/aws4_request" REST, STAMP, "UNSIGNED-PAYLOAD", "/b", SIGV4_WRONG_SCOPE,
     400, MALFORMED, MALFORMED_ "incorrect date format \"2026\".", NULL, NULL},
    {LONG "20261329//s3/aws4_request" REST, STAMP, "UNSIGNED-PAYLOAD", "/b", SIGV4_WRONG_SCOPE, 400,
     MALFORMED, MALFORMED_ "incorrect date format \"20261329\".", NULL, NULL},
    {LONG "20260929//s3/aws4_request" REST, STAMP, "UNSIGNED-PAYLOAD", "/b", SIGV4_WRONG_SCOPE, 400,
     MALFORMED, MALFORMED_ "a non-empty region must be provided in the credential.", NULL, NULL},
    {LONG "20260929/us-east-1/ec2/aws4_request" REST, STAMP, "UNSIGNED-PAYLOAD", "/b",
     SIGV4_WRONG_SCOPE, 400, MALFORMED,
     MALFORMED_ "incorrect service \"ec2\". This endpoint belongs to \"s3\".", NULL, NULL},
    {LONG "20260929/us-east-1/s3/aws5_request" REST, STAMP, "UNSIGNED-PAYLOAD", "/b",
     SIGV4_WRONG_SCOPE, 400, MALFORMED,
     MALFORMED_ "incorrect terminal \"aws5_request\". This endpoint uses \"aws4_request\".", NULL,
     NULL},
    {LONG "20200101/us-east-1/s3/aws4_request" REST, STAMP, "UNSIGNED-PAYLOAD", "/b",
     SIGV4_WRONG_SCOPE, 400, MALFORMED,
     MALFORMED_ "Invalid credential date. Date is not the same as X-Amz-Date.", NULL, NULL},
    {LONG "2026092/us-east-1/s3/aws4_request" REST, STAMP, "UNSIGNED-PAYLOAD", "/b",
     SIGV4_WRONG_SCOPE, 400, MALFORMED,
     MALFORMED_ "Invalid credential date. Date is not the same as X-Amz-Date.", NULL, NULL},
    {LONG "20260929/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=00", STAMP,
     "UNSIGNED-PAYLOAD", "/b", SIGV4_HEADER_NOT_SIGNED, 403, "AccessDenied",
     "There were headers present in the request which were not signed", "HeadersNotSigned",
     "x-amz-date"},
    {GOOD, STAMP, "UNSIGNED-PAYLOAD", "/b", SIGV4_UNKNOWN_KEY, 403, "InvalidAccessKeyId",
     "The AWS Access Key Id you provided does not exist in our records.", "AWSAccessKeyId", "AKID"},
    {GOOD, STAMP, "UNSIGNED-PAYLOAD", "/b", SIGV4_MISMATCH, 403, "SignatureDoesNotMatch",
     "The request signature we calculated does not match the signature you provided. Check your "
     "key and signing method.",
     "AWSAccessKeyId", "AKID"},
    {"AWS garbage", NULL, NULL, "/b", SIGV4_UNKNOWN_SCHEME, 400, "InvalidArgument",
     "AWS authorization header is invalid.  Expected AwsAccessKeyId:signature", NULL, NULL},
    {"AWS AKID:abc", NULL, NULL, "/b", SIGV4_BAD_DATE, 403, "AccessDenied", NO_DATE, NULL, NULL},
    {"AWS AKID:abc", STAMP, NULL, "/b", SIGV4_UNKNOWN_KEY, 403, "InvalidAccessKeyId", "The AWS",
     "AWSAccessKeyId", "AKID"},
    {NULL, NULL, NULL, "/b?X-Amz-Algorithm=AWS4-HMAC-SHA512&X-Amz-Signature=00",
     SIGV4_QUERY_INCOMPLETE, 400, QUERY,
     "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256\"", NULL, NULL},
    {NULL, NULL, NULL,
     "/b?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKID%2F20260929%2Fus-east-1%2Fs3%2F"
     "aws5_request&X-Amz-Date=" STAMP "&X-Amz-Expires=60&X-Amz-SignedHeaders=host&"
     "X-Amz-Signature=00",
     SIGV4_WRONG_SCOPE, 400, QUERY,
     "Error parsing the X-Amz-Credential parameter; incorrect terminal \"aws5_request\".", NULL,
     NULL},
    {NULL, NULL, NULL,
     "/b?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKID%2F20200101%2Fus-east-1%2Fs3%2F"
     "aws4_request&X-Amz-Date=" STAMP "&X-Amz-Expires=60&X-Amz-SignedHeaders=host&"
     "X-Amz-Signature=00",
     SIGV4_WRONG_SCOPE, 400, QUERY,
     "Invalid credential date \"20200101\". This date is not the same as X-Amz-Date: \"20260929\".",
     NULL, NULL},
    {NULL, NULL, NULL,
     "/b?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKID%2F20260929%2Fus-east-1%2Fs3%2F"
     "aws4_request&X-Amz-Date=20260929T150000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&"
     "X-Amz-Signature=00",
     SIGV4_EXPIRED, 403, "AccessDenied", "Request has expired", "Expires", "2026-09-29T15:01:00Z"},
    {NULL, NULL, NULL, "/b?AWSAccessKeyId=AKID&Signature=x&Expires=2147483648", SIGV4_BAD_DATE, 403,
     "AccessDenied", "Invalid date (should be seconds since epoch): 2147483648", NULL, NULL},
    {NULL, NULL, NULL, "/b?AWSAccessKeyId=AKID&Signature=x&Expires=1", SIGV4_EXPIRED, 403,
     "AccessDenied", "Request has expired", "Expires", "1970-01-01T00:00:01Z"},
};

static size_t add(struct slrun_header headers[], size_t n, const char *name, const char *value)
{
    if (value != NULL)
        headers[n++] = (struct slrun_header){name, value};
    return n;
}

static void is_named(const struct sigv4_s3_answer *answer, const struct row *row)
{
    for (size_t i = 0; i < answer->n_named; i++) {
        const struct sigv4_slice value = answer->named[i].value;
        if (strcmp(answer->named[i].name, row->name) == 0) {
            assert_int_equal(value.size, strlen(row->value));
            assert_memory_equal(value.at, row->value, value.size);
            return;
        }
    }
    fail_msg("%s: no %s", row->message, row->name);
}

static void answers(void **state)
{
    static struct sigv4_s3_answer answer;
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct row *row = &rows[i];
        struct slrun_header headers[4] = {{"Host", "s3"}};
        size_t n = add(headers, 1, "Authorization", row->authorization);
        n = add(headers, n, "X-Amz-Date", row->date);
        n = add(headers, n, "x-amz-content-sha256", row->hash);
        const struct sigv4_request request = {
            .method = "GET", .target = row->target, .headers = headers, .n_headers = n};
        const struct sigv4_s3_refused refused = {
            .request = &request, .status = row->status, .now = NOW, .max_skew = 900};
        sigv4_s3_answer(&refused, &answer);
        assert_non_null(answer.code);
        assert_string_equal(answer.code, row->code);
        if (strncmp(answer.message, row->message, strlen(row->message)) != 0)
            fail_msg("row %zu: %s", i, answer.message);
        assert_int_equal(answer.http, row->http);
        if (row->name != NULL)
            is_named(&answer, row);
    }
}

static void a_body_of_another_hash(void **state)
{
    static struct sigv4_s3_answer answer;
    static const char hash[] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    const struct slrun_header headers[] = {{"Host", "s3"},
                                           {"Authorization", GOOD},
                                           {"X-Amz-Date", STAMP},
                                           {"x-amz-content-sha256", hash}};
    const struct sigv4_request request = {
        .method = "PUT", .target = "/b/k", .headers = headers, .n_headers = 4};
    const struct sigv4_s3_refused refused = {.request = &request,
                                             .body_hash = "00",
                                             .status = SIGV4_PAYLOAD_MISMATCH,
                                             .now = NOW,
                                             .max_skew = 900};
    (void)state;
    sigv4_s3_answer(&refused, &answer);
    assert_string_equal(answer.code, "XAmzContentSHA256Mismatch");
    assert_int_equal(answer.n_named, 2);
    assert_string_equal(answer.named[0].name, "ClientComputedContentSHA256");
    assert_memory_equal(answer.named[0].value.at, hash, sizeof hash);
    assert_string_equal(answer.named[1].name, "S3ComputedContentSHA256");
}

static void what_is_wrong_here_is_not_of_the_client(void **state)
{
    static struct sigv4_s3_answer answer;
    const struct slrun_header headers[] = {{"Host", "s3"},
                                           {"Authorization", GOOD},
                                           {"X-Amz-Date", STAMP},
                                           {"x-amz-content-sha256", "UNSIGNED-PAYLOAD"}};
    const struct sigv4_request request = {
        .method = "GET", .target = "/b", .headers = headers, .n_headers = 4};
    const struct sigv4_s3_refused refused = {
        .request = &request, .status = SIGV4_NO_MEMORY, .now = NOW, .max_skew = 900};
    (void)state;
    sigv4_s3_answer(&refused, &answer);
    assert_null(answer.code);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers),
        cmocka_unit_test(a_body_of_another_hash),
        cmocka_unit_test(what_is_wrong_here_is_not_of_the_client),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
