/* SPDX-License-Identifier: Apache-2.0 */
/* What a refusal tells about the clock. */
#include "harness/cmocka_all.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "net/clock_skew.h"

static void http_dates(void **state)
{
    static const struct {
        const char *text;
        int64_t seconds; /* -1: it is none */
    } rows[] = {
        {"Sun, 06 Nov 1994 08:49:37 GMT", 784111777},
        {"Thu, 01 Jan 1970 00:00:00 GMT", 0},
        {"Sat, 29 Feb 2020 23:59:60 GMT", 1583020800},
        {"Sunday, 06-Nov-94 08:49:37 GMT", -1},
        {"Sun Nov  6 08:49:37 1994", -1},
        {"Sun, 06 anN 1994 08:49:37 GMT", -1},
        {"Sun, 06 Nov 1994 08:49:37 CET", -1},
        {"Sun, 06 Nov 1994 08:49:37 GMT+1", -1},
        {"", -1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t seconds = -1;
        bool good = clock_skew_date(rows[i].text, &seconds);
        if (good != (rows[i].seconds >= 0) || (good && seconds != rows[i].seconds))
            fail_msg("%s: %" PRId64, rows[i].text, seconds);
    }
}

static struct slrun_response answer_at(struct slrun_header *header, char *text, int64_t seconds)
{
    time_t at = time(NULL) + seconds;
    strftime(text, 64, "%a, %d %b %Y %H:%M:%S GMT", gmtime(&at));
    *header = (struct slrun_header){"date", text};
    return (struct slrun_response){.headers = header, .n_headers = 1};
}

static void refusals_put_the_clock_right(void **state)
{
    static const struct {
        const char *code;
        int64_t known, theirs;
        bool learns;
    } rows[] = {
        {"RequestTimeTooSkewed", 0, 3600, true},  {"RequestTimeTooSkewed", 0, -3600, true},
        {"SignatureDoesNotMatch", 0, 3600, true}, {"InvalidSignatureException", 0, 400, true},
        {"AuthFailure", 0, -400, true},           {"RequestExpired", 0, 400, true},
        {"SignatureDoesNotMatch", 0, 60, false},  {"SignatureDoesNotMatch", 3600, 3600, false},
        {"SignatureDoesNotMatch", 3600, 0, true}, {"AccessDenied", 0, 3600, false},
        {"ThrottlingException", 0, 3600, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[64];
        struct slrun_header header;
        struct slrun_response answer = answer_at(&header, text, rows[i].theirs);
        int64_t seconds = rows[i].known;
        assert_int_equal(clock_skew_learn(&seconds, rows[i].code, &answer), rows[i].learns);
        int64_t wanted = rows[i].learns ? rows[i].theirs : rows[i].known;
        assert_true(llabs(seconds - wanted) <= 2); /* a second may pass meanwhile */
    }
}

static void an_answer_without_a_date_says_nothing(void **state)
{
    const struct slrun_header odd = {"Date", "now"};
    const struct slrun_response answers[] = {{.n_headers = 0}, {.headers = &odd, .n_headers = 1}};
    int64_t seconds = 0;
    (void)state;
    assert_false(clock_skew_learn(&seconds, "RequestTimeTooSkewed", &answers[0]));
    assert_false(clock_skew_learn(&seconds, "RequestTimeTooSkewed", &answers[1]));
    assert_int_equal(seconds, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(http_dates),
        cmocka_unit_test(refusals_put_the_clock_right),
        cmocka_unit_test(an_answer_without_a_date_says_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
