/* SPDX-License-Identifier: Apache-2.0 */
/* The server's side of SigV4: what stands in Authorization, and what a refusal is called. */
#define _POSIX_C_SOURCE 200809L /* strndup */

#include "net/signature/sigv4.h"

/* cmocka.h needs these before it */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static struct {
    struct sigv4_authorization authorization;
    char message[SIGV4_MESSAGE_MAX];
} f;

static void slice_is(struct sigv4_slice slice, const char *text)
{
    assert_int_equal(slice.size, strlen(text));
    assert_memory_equal(slice.at, text, slice.size);
}

static void parses_both_separators(void **state)
{
    (void)state;
    static const char *const good[] = {
        "AWS4-HMAC-SHA256 Credential=K/20240229/r/s/aws4_request, SignedHeaders=host, Signature=ab",
        "AWS4-HMAC-SHA256 Signature=ab,SignedHeaders=host,Credential=K/20240229/r/s/aws4_request",
        "AWS4-HMAC-SHA256 Credential=K/20240229/r/s/aws4_request SignedHeaders=host Signature=ab",
        (" AWS4-HMAC-SHA256\tSignature=ab SignedHeaders=host,,\t"
         "Credential=K/20240229/r/s/aws4_request/"),
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_int_equal(sigv4_parse_authorization(good[i], &f.authorization, f.message), SIGV4_OK);
        slice_is(f.authorization.access_key, "K");
        slice_is(f.authorization.date, "20240229");
        slice_is(f.authorization.region, "r");
        slice_is(f.authorization.service, "s");
        slice_is(f.authorization.terminator, "aws4_request");
        slice_is(f.authorization.signed_headers, "host");
        slice_is(f.authorization.signature, "ab");
    }
}

static void says_why_a_header_does_not_parse(void **state)
{
    (void)state;
#define FIVE                                                                                       \
    "Credential must have exactly 5 slash-delimited elements, e.g. "                               \
    "keyid/date/region/service/term, got "
    static const struct {
        const char *header;
        enum sigv4_status status;
        const char *message;
    } bad[] = {
        {NULL, SIGV4_MISSING_TOKEN, "Request is missing Authentication Token"},
        {"", SIGV4_MISSING_TOKEN, "Request is missing Authentication Token"},
        {" \t", SIGV4_MISSING_TOKEN, "Request is missing Authentication Token"},
        {"Bearer abc", SIGV4_UNKNOWN_SCHEME, "Request is missing Authentication Token"},
        {"AWS4", SIGV4_UNKNOWN_SCHEME, "Request is missing Authentication Token"},
        {"AWS AKID", SIGV4_UNKNOWN_SCHEME, ""},
        {"AWS4-HMAC-SHA25 Credential=a", SIGV4_INCOMPLETE,
         "Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA25' (only AWS4-HMAC-SHA256 for now). "},
        {"AWS4-HMAC-SHA256", SIGV4_INCOMPLETE,
         "Authorization header requires 'Credential' parameter. Authorization header requires "
         "'Signature' parameter. Authorization header requires 'SignedHeaders' parameter."},
        {"AWS4-HMAC-SHA256 Signature=b, Credential, SignedHeaders=c", SIGV4_INCOMPLETE,
         "'Credential' not a valid key=value pair (missing equal-sign) in Authorization header."},
        {"AWS4-HMAC-SHA256 Signature=b, Credential=a/b/c/d, SignedHeaders=c", SIGV4_INCOMPLETE,
         FIVE "'a/b/c/d'"},
        {"AWS4-HMAC-SHA256 Signature=b, Credential=a/b/c/d/e/f, SignedHeaders=c", SIGV4_INCOMPLETE,
         FIVE "'a/b/c/d/e/f'"},
        {"AWS4-HMAC-SHA256 Signature=b, Credential=/b/c/d/e, SignedHeaders=c", SIGV4_INCOMPLETE,
         FIVE "'/b/c/d/e'"},
        {"AWS4-HMAC-SHA256 Signature=b, Credential=///////, SignedHeaders=c", SIGV4_INCOMPLETE,
         FIVE "'///////'"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(sigv4_parse_authorization(bad[i].header, &f.authorization, f.message),
                         bad[i].status);
        assert_string_equal(f.message, bad[i].message);
    }
}

/* Every beginning of a header and every single wrong byte, from memory of the exact size. */
static void survives_garbage(void **state)
{
    (void)state;
    struct sigv4 *s = sigv4_new();
    struct slrun_header host = {"Host", "127.0.0.1:4566"};
    const struct sigv4_request request = {
        .method = "POST", .target = "/", .headers = &host, .n_headers = 1};
    const struct sigv4_check check = {
        .authorization = &f.authorization, .secret_key = "test", .max_skew = 900};
    static const char header[] = "AWS4-HMAC-SHA256 Credential=K/20240229/r/s/aws4_request, "
                                 "SignedHeaders=host;x-amz-date, Signature=0123456789abcdef";
    static const char bytes[] = "\x01 ,/=;%A\xff";
    for (size_t size = 0; size < sizeof header; size++) {
        char *copy = strndup(header, size);
        sigv4_parse_authorization(copy, &f.authorization, f.message);
        for (size_t b = 0; size > 0 && b < sizeof bytes; b++) {
            copy[size - 1] = bytes[b];
            if (sigv4_parse_authorization(copy, &f.authorization, f.message) == SIGV4_OK)
                sigv4_verify(s, &request, &check, f.message);
        }
        free(copy);
    }
    char *huge = malloc(SIGV4_AUTHORIZATION_MAX + 2);
    memset(huge, 'x', SIGV4_AUTHORIZATION_MAX + 1);
    huge[SIGV4_AUTHORIZATION_MAX + 1] = '\0';
    assert_int_equal(sigv4_parse_authorization(huge, &f.authorization, f.message), SIGV4_TOO_LARGE);
    memcpy(huge, "AWS4-HMAC-SHA256 ", 17);
    huge[SIGV4_AUTHORIZATION_MAX] = '\0';
    assert_int_equal(sigv4_parse_authorization(huge, &f.authorization, f.message),
                     SIGV4_INCOMPLETE);
    assert_true(strlen(f.message) < SIGV4_MESSAGE_MAX);
    free(huge);
    sigv4_free(s);
}

static void spells_codes_as_the_protocol(void **state)
{
    (void)state;
    static const struct {
        enum sigv4_status status;
        enum sigv4_protocol protocol;
        const char *code;
        int http;
    } wanted[] = {
        {SIGV4_OK, SIGV4_PROTOCOL_S3, "", 200},
        {SIGV4_MISMATCH, SIGV4_PROTOCOL_S3, "SignatureDoesNotMatch", 403},
        {SIGV4_MISMATCH, SIGV4_PROTOCOL_QUERY, "SignatureDoesNotMatch", 403},
        {SIGV4_MISMATCH, SIGV4_PROTOCOL_JSON, "InvalidSignatureException", 400},
        {SIGV4_MISMATCH, SIGV4_PROTOCOL_REST_JSON, "InvalidSignatureException", 403},
        {SIGV4_UNKNOWN_KEY, SIGV4_PROTOCOL_REST_JSON, "UnrecognizedClientException", 403},
        {SIGV4_INCOMPLETE, SIGV4_PROTOCOL_JSON, "IncompleteSignatureException", 400},
        {SIGV4_INCOMPLETE, SIGV4_PROTOCOL_S3, "AuthorizationHeaderMalformed", 400},
        {SIGV4_MISSING_TOKEN, SIGV4_PROTOCOL_JSON, "MissingAuthenticationTokenException", 400},
        {SIGV4_MISSING_TOKEN, SIGV4_PROTOCOL_QUERY, "MissingAuthenticationToken", 403},
        {SIGV4_TIME_SKEWED, SIGV4_PROTOCOL_S3, "RequestTimeTooSkewed", 403},
        {SIGV4_PAYLOAD_MISMATCH, SIGV4_PROTOCOL_S3, "XAmzContentSHA256Mismatch", 400},
        {SIGV4_NO_MEMORY, SIGV4_PROTOCOL_JSON, "InternalServerError", 500},
        {SIGV4_OLD_SIGNATURE, SIGV4_PROTOCOL_S3, "InvalidRequest", 400},
        {SIGV4_UNKNOWN_SCHEME, SIGV4_PROTOCOL_S3, "InvalidArgument", 400},
        {SIGV4_UNKNOWN_SCHEME, SIGV4_PROTOCOL_QUERY, "MissingAuthenticationToken", 403},
        {SIGV4_UNKNOWN_KEY, SIGV4_PROTOCOL_S3, "InvalidAccessKeyId", 403},
        {SIGV4_UNKNOWN_KEY, SIGV4_PROTOCOL_JSON, "UnrecognizedClientException", 400},
        {SIGV4_UNKNOWN_KEY, SIGV4_PROTOCOL_QUERY, "InvalidClientTokenId", 403},
        {SIGV4_QUERY_INCOMPLETE, SIGV4_PROTOCOL_S3, "AuthorizationQueryParametersError", 400},
        {SIGV4_EXPIRED, SIGV4_PROTOCOL_S3, "AccessDenied", 403},
        {SIGV4_HEADER_NOT_SIGNED, SIGV4_PROTOCOL_S3, "AccessDenied", 403},
    };
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        assert_string_equal(sigv4_error_code(wanted[i].status, wanted[i].protocol), wanted[i].code);
        assert_int_equal(sigv4_http_status(wanted[i].status, wanted[i].protocol), wanted[i].http);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parses_both_separators),
        cmocka_unit_test(says_why_a_header_does_not_parse),
        cmocka_unit_test(survives_garbage),
        cmocka_unit_test(spells_codes_as_the_protocol),
    };
    return cmocka_run_group_tests_name("sigv4_authorization", tests, NULL, NULL);
}
