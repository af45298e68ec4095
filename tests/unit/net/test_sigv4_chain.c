/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The published examples of the Amazon S3 API Reference: a body in chunks, the same with a trailer,
 * and a presigned request. All of 2013-05-24, with the documentation's own key.
 */
#include "net/signature/sigv4.h"

/* cmocka.h needs these before it */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <string.h>

#define ACCESS_KEY "AKIAIOSFODNN7EXAMPLE"
#define SECRET     "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
#define DATE       "20130524T000000Z"
#define SCOPE      ACCESS_KEY "/20130524/us-east-1/s3/aws4_request"

enum { NOW = 1369353600, FIRST = 65536, SECOND = 1024 };

static struct sigv4_slice slice(const char *text)
{
    return (struct sigv4_slice){text, strlen(text)};
}

/* Checks the head, which must carry the published seed, and begins the chain. */
static void begin(struct sigv4 *s, const struct sigv4_request *request, struct sigv4_chain *chain)
{
    struct sigv4_authorization a;
    char message[SIGV4_MESSAGE_MAX];
    const struct sigv4_check check = {.authorization = &a,
                                      .secret_key = SECRET,
                                      .service = "s3",
                                      .now = NOW,
                                      .flags = SIGV4_S3 | SIGV4_BODY_LATER};
    const char *authorization = request->headers[request->n_headers - 1].value;
    assert_int_equal(sigv4_parse_authorization(authorization, &a, message), SIGV4_OK);
    assert_int_equal(sigv4_verify(s, request, &check, message), SIGV4_OK);
    assert_int_equal(sigv4_chain_begin(chain, &a, SECRET, DATE), SIGV4_OK);
}

/* The next link over `size` bytes of 'a', or over `text`. */
static void check_link(struct sigv4 *s, struct sigv4_chain *chain, const char *text, size_t size,
                       const char *want)
{
    char hex[SIGV4_HEX_MAX];
    struct sigv4_hash *hash = sigv4_hash_new();
    for (size_t i = 0; !text && i < size; i++)
        assert_true(sigv4_hash_add(hash, "a", 1));
    if (text)
        assert_true(sigv4_hash_add(hash, text, strlen(text)));
    assert_true(sigv4_hash_end(hash, hex));
    sigv4_hash_free(hash);
    assert_int_equal(sigv4_chain_sign(s, chain, text ? SIGV4_LINK_TRAILER : SIGV4_LINK_CHUNK, hex),
                     SIGV4_OK);
    assert_true(sigv4_chain_is(chain, slice(want)));
    assert_false(sigv4_chain_is(chain, slice("")));
    assert_false(sigv4_chain_is(chain, (struct sigv4_slice){want, 63}));
}

static void test_chunks(void **state)
{
    static const struct slrun_header headers[] = {
        {"Host", "s3.amazonaws.com"},
        {"x-amz-date", DATE},
        {"x-amz-storage-class", "REDUCED_REDUNDANCY"},
        {"x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"},
        {"Content-Encoding", "aws-chunked"},
        {"x-amz-decoded-content-length", "66560"},
        {"Content-Length", "66824"},
        {"Authorization",
         "AWS4-HMAC-SHA256 Credential=" SCOPE
         ",SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;"
         "x-amz-decoded-content-length;x-amz-storage-class,"
         "Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9"}};
    const struct sigv4_request request = {.method = "PUT",
                                          .target = "/examplebucket/chunkObject.txt",
                                          .headers = headers,
                                          .n_headers = sizeof headers / sizeof *headers};
    struct sigv4 *s = sigv4_new();
    struct sigv4_chain chain;
    (void)state;
    begin(s, &request, &chain);
    check_link(s, &chain, NULL, FIRST,
               "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648");
    check_link(s, &chain, NULL, SECOND,
               "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497");
    check_link(s, &chain, NULL, 0,
               "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9");
    sigv4_free(s);
}

static void test_trailer(void **state)
{
    static const struct slrun_header headers[] = {
        {"Host", "s3.amazonaws.com"},
        {"x-amz-date", DATE},
        {"x-amz-storage-class", "REDUCED_REDUNDANCY"},
        {"x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"},
        {"Content-Encoding", "aws-chunked"},
        {"x-amz-decoded-content-length", "66560"},
        {"x-amz-trailer", "x-amz-checksum-crc32c"},
        {"Authorization",
         "AWS4-HMAC-SHA256 Credential=" SCOPE
         ",SignedHeaders=content-encoding;host;x-amz-content-sha256;x-amz-date;"
         "x-amz-decoded-content-length;x-amz-storage-class;x-amz-trailer,"
         "Signature=106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e"}};
    const struct sigv4_request request = {.method = "PUT",
                                          .target = "/examplebucket/chunkObject.txt",
                                          .headers = headers,
                                          .n_headers = sizeof headers / sizeof *headers};
    struct sigv4 *s = sigv4_new();
    struct sigv4_chain chain;
    (void)state;
    begin(s, &request, &chain);
    check_link(s, &chain, NULL, FIRST,
               "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2");
    check_link(s, &chain, NULL, SECOND,
               "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7");
    check_link(s, &chain, NULL, 0,
               "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992");
    check_link(s, &chain, "x-amz-checksum-crc32c:sOO8/Q==\n", 0,
               "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435");
    sigv4_free(s);
}

static void test_presigned(void **state)
{
    static const struct slrun_header host = {"Host", "examplebucket.s3.amazonaws.com"};
    struct sigv4_request request = {
        .method = "GET",
        .target = "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE"
                  "%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&"
                  "X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature="
                  "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
        .headers = &host,
        .n_headers = 1};
    static const struct {
        int64_t now;
        const char *secret;
        enum sigv4_status status;
    } rows[] = {
        {NOW, SECRET, SIGV4_OK},
        {NOW + 86399, SECRET, SIGV4_OK},
        {NOW + 86400, SECRET, SIGV4_EXPIRED},
        {NOW - 900, SECRET, SIGV4_OK},
        {NOW - 901, SECRET, SIGV4_NOT_YET_VALID},
        {NOW, "other", SIGV4_MISMATCH},
        {NOW, NULL, SIGV4_OK}, /* a key that is not known */
        {NOW + 86401, NULL, SIGV4_EXPIRED},
    };
    struct sigv4 *s = sigv4_new();
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct sigv4_authorization a;
        char memory[SIGV4_QUERY_MAX], message[SIGV4_MESSAGE_MAX];
        const struct sigv4_check check = {.authorization = &a,
                                          .secret_key = rows[i].secret,
                                          .service = "s3",
                                          .now = rows[i].now,
                                          .max_skew = 900,
                                          .flags = SIGV4_S3};
        assert_int_equal(sigv4_parse_query(request.target, memory, &a, message), SIGV4_OK);
        assert_true(a.presigned && !a.version_2);
        assert_int_equal(sigv4_verify(s, &request, &check, message), rows[i].status);
    }
    sigv4_free(s);
}

/* The examples of "Signing and authenticating REST requests" of version 2. */
static void test_version_2(void **state)
{
    static const struct {
        const char *method, *target, *date, *amz, *type, *host, *signature;
        int64_t now;
    } rows[] = {
        {"GET", "/photos/puppy.jpg", "Tue, 27 Mar 2007 19:36:42 +0000", NULL, NULL,
         "awsexamplebucket1.us-west-1.s3.amazonaws.com",
         "qgk2+6Sv9/oM7G3qLEjTH1a1l1g=", 1175024202},
        {"PUT", "/photos/puppy.jpg", "Tue, 27 Mar 2007 21:15:45 +0000", NULL, "image/jpeg",
         "awsexamplebucket1.s3.us-west-1.amazonaws.com",
         "iqRzw+ileNPu1fhspnRs8nOjjIA=", 1175030145},
        {"GET", "/?prefix=photos&max-keys=50&marker=puppy", "Tue, 27 Mar 2007 19:42:41 +0000", NULL,
         NULL, "awsexamplebucket1.s3.us-west-1.amazonaws.com",
         "m0WP8eCtspQl5Ahe6L1SozdX9YA=", 1175024561},
        {"GET", "/?acl", "Tue, 27 Mar 2007 19:44:46 +0000", NULL, NULL,
         "awsexamplebucket1.s3.us-west-1.amazonaws.com",
         "82ZHiFIjc+WbcwFKGUVEQspPn+0=", 1175024686},
    };
    struct sigv4 *s = sigv4_new();
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char header[128], message[SIGV4_MESSAGE_MAX];
        struct sigv4_authorization a;
        struct slrun_header headers[4] = {
            {"Host", rows[i].host}, {"Date", rows[i].date}, {"Authorization", header}};
        if (rows[i].type)
            headers[3] = (struct slrun_header){"Content-Type", rows[i].type};
        const struct sigv4_request request = {.method = rows[i].method,
                                              .target = rows[i].target,
                                              .headers = headers,
                                              .n_headers = rows[i].type ? 4 : 3};
        struct sigv4_check check = {.authorization = &a,
                                    .secret_key = SECRET,
                                    .now = rows[i].now,
                                    .max_skew = 900,
                                    .flags = SIGV4_S3};
        strcpy(header, "AWS " ACCESS_KEY ":");
        strcat(header, rows[i].signature);
        assert_int_equal(sigv4_parse_authorization(header, &a, message), SIGV4_OK);
        assert_int_equal(sigv4_verify(s, &request, &check, message), SIGV4_OK);
        check.now += 901;
        assert_int_equal(sigv4_verify(s, &request, &check, message), SIGV4_TIME_SKEWED);
        check.now -= 901;
        check.secret_key = "other";
        assert_int_equal(sigv4_verify(s, &request, &check, message), SIGV4_MISMATCH);
        check.flags = 0;
        assert_int_equal(sigv4_verify(s, &request, &check, message), SIGV4_OLD_SIGNATURE);
    }
    sigv4_free(s);
}

/* Names of hosts that would not end the search for the bucket in them. */
static void test_version_2_hosts(void **state)
{
    static const char *const hosts[] = {"", ".", "..", ".a.b", "a..b", "a.", "a.b.c.d.e.f.g"};
    struct sigv4 *s = sigv4_new();
    (void)state;
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
        char message[SIGV4_MESSAGE_MAX];
        struct sigv4_authorization a;
        const struct slrun_header headers[] = {
            {"Host", hosts[i]},
            {"Date", "Tue, 27 Mar 2007 19:36:42 +0000"},
            {"Authorization", "AWS " ACCESS_KEY ":bWq2s1WEIj+Ydj0vQ697zp+IXMU="}};
        const struct sigv4_request request = {
            .method = "GET", .target = "/a", .headers = headers, .n_headers = 3};
        const struct sigv4_check check = {.authorization = &a,
                                          .secret_key = SECRET,
                                          .now = 1175024202,
                                          .max_skew = 900,
                                          .flags = SIGV4_S3};
        assert_int_equal(sigv4_parse_authorization(headers[2].value, &a, message), SIGV4_OK);
        assert_int_equal(sigv4_verify(s, &request, &check, message), SIGV4_MISMATCH);
    }
    sigv4_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chunks),          cmocka_unit_test(test_trailer),
        cmocka_unit_test(test_presigned),       cmocka_unit_test(test_version_2),
        cmocka_unit_test(test_version_2_hosts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
