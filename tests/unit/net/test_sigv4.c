/* SPDX-License-Identifier: Apache-2.0 */
/* Signing: what the vectors of tests/vectors/sigv4 cannot say. */
#define _GNU_SOURCE /* timegm */

#include "sigv4_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The request of "session-token", which the tests below change. */
static void load_plain(void)
{
    vector_load("session-token");
}

static enum sigv4_status sign(void)
{
    return sigv4_sign(fixture.s, &fixture.loaded.request, &fixture.loaded.options, &fixture.output);
}

static void adds_the_headers_of_the_session(void **state)
{
    (void)state;
    load_plain();
    assert_int_equal(sign(), SIGV4_OK);
    assert_int_equal(fixture.output.n_headers, 3);
    assert_string_equal(added("X-Amz-Date"), "20240229T235959Z");
    assert_ptr_equal(added("X-Amz-Security-Token"), fixture.loaded.credentials.session_token);
    fixture.loaded.options.flags = SIGV4_HASH_HEADER;
    fixture.loaded.credentials.session_token = "";
    assert_int_equal(sign(), SIGV4_OK);
    assert_int_equal(fixture.output.n_headers, 3);
    assert_string_equal(added("x-amz-content-sha256"),
                        "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    assert_null(added("X-Amz-Security-Token"));
}

static void refuses_what_cannot_be_sent(void **state)
{
    (void)state;
    static const struct slrun_header bad[] = {
        {"X-A", "a\r\nX-B: b"},
        {"X-A", "a\nb"},
        {"X-A", "a\x01"},
        {"X-A", "\x7f"},
        {"X A", "a"},
        {"", "a"},
        {"X-A:", "a"},
        {"X-\xc3\xbc", "a"},
        {"X-Amz-Date", "20240229T235959Z"},
        {"authorization", "x"},
        {"x-amz-security-token", "t"},
    };
    load_plain();
    struct sigv4_json *l = &fixture.loaded;
    size_t last = l->request.n_headers++;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        l->headers[last] = bad[i];
        assert_int_equal(sign(), SIGV4_MALFORMED);
        assert_int_equal(fixture.output.n_headers, 0);
        assert_int_equal(sigv4_canonical_request(fixture.s).size, 0);
    }
    l->request.n_headers--;
    assert_int_equal(sign(), SIGV4_OK);
}

static void refuses_wrong_requests(void **state)
{
    (void)state;
    static const struct {
        const char *method, *target, *region, *service, *access_key, *payload;
    } bad[] = {
        {"GET /", "/", "r", "s", "k", NULL},
        {"", "/", "r", "s", "k", NULL},
        {"GET", "a", "r", "s", "k", NULL},
        {"GET", "/\n", "r", "s", "k", NULL},
        {"GET", "/?a\r", "r", "s", "k", NULL},
        {"GET", "/", "", "s", "k", NULL},
        {"GET", "/", "r/r", "s", "k", NULL},
        {"GET", "/", "r", "s s", "k", NULL},
        {"GET", "/", "r", "s", "k,k", NULL},
        {"GET", "/", "r", "s", "", NULL},
        {"GET", "/", "r", "s", "k", "UNSIGNED\nPAYLOAD"},
    };
    load_plain();
    struct sigv4_json *l = &fixture.loaded;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        l->request.method = bad[i].method;
        l->request.target = bad[i].target;
        l->request.payload_hash = bad[i].payload;
        l->options.region = bad[i].region;
        l->options.service = bad[i].service;
        l->credentials.access_key = bad[i].access_key;
        assert_int_equal(sign(), SIGV4_MALFORMED);
    }
}

static void refuses_a_request_without_host_and_times_without_a_date(void **state)
{
    (void)state;
    load_plain();
    fixture.loaded.options.time = -1;
    assert_int_equal(sign(), SIGV4_MALFORMED);
    fixture.loaded.options.time = INT64_C(253402300800); /* the year 10000 */
    assert_int_equal(sign(), SIGV4_MALFORMED);
    fixture.loaded.options.time = 0;
    assert_int_equal(sign(), SIGV4_OK);
    assert_string_equal(added("X-Amz-Date"), "19700101T000000Z");
    fixture.loaded.request.n_headers = 0;
    assert_int_equal(sign(), SIGV4_MALFORMED);
}

static void writes(int64_t time)
{
    char expected[32];
    time_t seconds = (time_t)time;
    struct tm tm;
    gmtime_r(&seconds, &tm);
    strftime(expected, sizeof expected, "%Y%m%dT%H%M%SZ", &tm);
    fixture.loaded.options.time = time;
    assert_int_equal(sign(), SIGV4_OK);
    assert_string_equal(added("X-Amz-Date"), expected);
}

/* The days around leap days and turns of centuries one by one, and some of each year. */
static void writes_dates(void **state)
{
    (void)state;
    const int64_t day = 86400, years[] = {1970, 1972, 2000, 2026, 2100, 2400, 9996, 9999};
    load_plain();
    for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
        struct tm tm = {.tm_year = (int)years[i] - 1900, .tm_mday = 1};
        int64_t first = timegm(&tm);
        for (int64_t at = first; at < first + 366 * day && at <= INT64_C(253402300799); at += day)
            writes(at);
    }
    for (int64_t at = 1; at <= INT64_C(253402300799); at += 97 * day + 3607)
        writes(at);
    writes(INT64_C(253402300799));
}

static void says_when_the_buffer_is_too_small(void **state)
{
    (void)state;
    load_plain();
    assert_int_equal(sign(), SIGV4_OK);
    size_t needed = strlen(added("Authorization")) + strlen(added("X-Amz-Date")) + 2;
    char *exact = malloc(needed); /* so that a sanitizer sees one byte too many */
    assert_non_null(exact);
    fixture.output.buffer = exact;
    for (size_t size = 0; size < needed; size++) {
        fixture.output.size = size;
        assert_int_equal(sign(), SIGV4_TOO_LARGE);
        assert_int_equal(fixture.output.n_headers, 0);
    }
    fixture.output.size = needed;
    assert_int_equal(sign(), SIGV4_OK);
    fixture.loaded.options.expires = 60;
    assert_int_equal(
        sigv4_presign(fixture.s, &fixture.loaded.request, &fixture.loaded.options, &fixture.output),
        SIGV4_TOO_LARGE);
    free(exact);
}

static void bounds_what_it_reads(void **state)
{
    (void)state;
    load_plain();
    struct sigv4_json *l = &fixture.loaded;
    char *text = malloc(SIGV4_CANONICAL_MAX + 1);
    assert_non_null(text);
    memset(text, 'a', SIGV4_CANONICAL_MAX);
    text[SIGV4_CANONICAL_MAX] = '\0';
    text[0] = '/';
    l->request.target = text;
    assert_int_equal(sign(), SIGV4_TOO_LARGE);
    for (size_t i = 0; i < 2 * (SIGV4_FIELDS_MAX + 1); i += 2)
        memcpy(text + 2 + i, "a&", 2);
    memcpy(text, "/?", 2);
    text[2 + 2 * (SIGV4_FIELDS_MAX + 1)] = '\0';
    assert_int_equal(sign(), SIGV4_TOO_LARGE);
    text[2 + 2 * SIGV4_FIELDS_MAX] = '\0';
    assert_int_equal(sign(), SIGV4_OK);
    memset(text, 'k', SIGV4_SECRET_MAX + 1);
    text[SIGV4_SECRET_MAX + 1] = '\0';
    l->request.target = "/";
    l->credentials.secret_key = text;
    assert_int_equal(sign(), SIGV4_TOO_LARGE);
    l->credentials.secret_key++;
    assert_int_equal(sign(), SIGV4_OK);
    l->options.region = text + SIGV4_SECRET_MAX - SIGV4_SCOPE_NAME_MAX;
    assert_int_equal(sign(), SIGV4_TOO_LARGE);
    l->options.region++;
    assert_int_equal(sign(), SIGV4_OK);
    free(text);
}

/* Every mixture of two secrets, regions, services and days, more than there are slots, twice: the
 * keys that are kept must give what a signer without any gives. */
static void keeps_keys_apart(void **state)
{
    (void)state;
    enum { MIXTURES = 16, DAY = 86400 };
    static const char *const names[] = {"one", "two"};
    char wanted[BUFFER_SIZE / 16];
    load_plain();
    struct sigv4_json *l = &fixture.loaded;
    for (int i = 0; i < 2 * MIXTURES; i++) {
        struct sigv4 *kept = fixture.s;
        l->credentials.secret_key = names[i & 1];
        l->options.region = names[i >> 1 & 1];
        l->options.service = names[i >> 2 & 1];
        l->options.time = (i >> 3 & 1) * DAY;
        fixture.s = sigv4_new();
        assert_int_equal(sign(), SIGV4_OK);
        sigv4_free(fixture.s);
        fixture.s = kept;
        snprintf(wanted, sizeof wanted, "%s", added("Authorization"));
        assert_int_equal(sign(), SIGV4_OK);
        assert_string_equal(added("Authorization"), wanted);
    }
}

static void presigns_within_seven_days(void **state)
{
    (void)state;
    static const unsigned wrong[] = {0, 604801};
    load_plain();
    struct sigv4_json *l = &fixture.loaded;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        l->options.expires = wrong[i];
        assert_int_equal(sigv4_presign(fixture.s, &l->request, &l->options, &fixture.output),
                         SIGV4_MALFORMED);
    }
}

static void frees_nothing(void **state)
{
    (void)state;
    sigv4_free(NULL);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, sigv4_set_up, sigv4_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(adds_the_headers_of_the_session),
        TEST(refuses_what_cannot_be_sent),
        TEST(refuses_wrong_requests),
        TEST(refuses_a_request_without_host_and_times_without_a_date),
        TEST(writes_dates),
        TEST(says_when_the_buffer_is_too_small),
        TEST(bounds_what_it_reads),
        TEST(keeps_keys_apart),
        TEST(presigns_within_seven_days),
        TEST(frees_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
