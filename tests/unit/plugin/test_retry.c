/* SPDX-License-Identifier: Apache-2.0 */
/* What is tried again, when, and how often. */
#include "harness/cmocka_all.h"

#include <stdio.h>

#include "plugin/retry.h"

static const char *const own[] = {"TransactionConflictException", NULL};
static const struct slrun_op plain = {.name = "plain"};
static const struct slrun_op idempotent = {.name = "idempotent", .flags = SLRUN_OP_IDEMPOTENT};
static const struct slrun_op listing = {.name = "listing", .retry = own};
static const struct slrun_service some = {.signing_name = "svc"};
static const struct slrun_service dynamodb = {.signing_name = "dynamodb"};
static const struct slrun_service sts = {.signing_name = "sts"};

static const struct {
    const struct slrun_op *op;
    const struct slrun_service *service;
    enum slrun_errno error;
    int status;
    const char *code;
    enum retry_kind kind;
} rows[] = {
    {&plain, &some, SLRUN_E_SERVICE, 400, "ThrottlingException", RETRY_THROTTLING},
    {&plain, &some, SLRUN_E_SERVICE, 400, "ProvisionedThroughputExceededException",
     RETRY_THROTTLING},
    {&plain, &some, SLRUN_E_SERVICE, 503, "SlowDown", RETRY_THROTTLING},
    {&plain, &some, SLRUN_E_SERVICE, 429, "HTTP429", RETRY_THROTTLING},
    {&plain, &some, SLRUN_E_SERVICE, 400, "RequestTimeout", RETRY_TRANSIENT},
    {&plain, &some, SLRUN_E_SERVICE, 500, "InternalServerError", RETRY_TRANSIENT},
    {&plain, &some, SLRUN_E_SERVICE, 502, "HTTP502", RETRY_TRANSIENT},
    {&plain, &some, SLRUN_E_SERVICE, 504, "HTTP504", RETRY_TRANSIENT},
    {&plain, &some, SLRUN_E_SERVICE, 501, "NotImplemented", RETRY_NEVER},
    {&plain, &some, SLRUN_E_SERVICE, 400, "ValidationException", RETRY_NEVER},
    {&plain, &some, SLRUN_E_SERVICE, 400, "throttlingexception", RETRY_NEVER},
    {&plain, &some, SLRUN_E_SERVICE, 403, "AccessDeniedException", RETRY_NEVER},
    {&plain, &some, SLRUN_E_SERVICE, 400, "TransactionConflictException", RETRY_NEVER},
    {&listing, &some, SLRUN_E_SERVICE, 400, "TransactionConflictException", RETRY_TRANSIENT},
    {&plain, &some, SLRUN_E_SERVICE, 400, "IDPCommunicationError", RETRY_NEVER},
    {&plain, &sts, SLRUN_E_SERVICE, 400, "IDPCommunicationError", RETRY_TRANSIENT},
    {&plain, &some, SLRUN_E_CONNECT, 0, "", RETRY_TRANSIENT}, /* nothing was sent */
    {&plain, &some, SLRUN_E_CLOSED, 0, "", RETRY_ARRIVED},
    {&plain, &some, SLRUN_E_TIMEOUT, 0, "", RETRY_ARRIVED},
    {&idempotent, &some, SLRUN_E_CLOSED, 0, "", RETRY_TRANSIENT},
    {&idempotent, &some, SLRUN_E_TIMEOUT, 0, "", RETRY_TRANSIENT},
    {&idempotent, &some, SLRUN_E_USAGE, 0, "", RETRY_NEVER},
    {&idempotent, &some, SLRUN_E_PROTOCOL, 200, "", RETRY_NEVER},
    {&idempotent, &some, SLRUN_E_CANCELLED, 0, "", RETRY_NEVER},
};

static void errors_that_pass_are_tried_again(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slrun_error error = {.kind = rows[i].error, .status = rows[i].status};
        snprintf(error.code, sizeof error.code, "%s", rows[i].code);
        if (retry_kind(rows[i].op, rows[i].service, false, &error) != rows[i].kind)
            fail_msg("row %zu: %s", i, rows[i].code);
    }
}

/* The service knows it by its token, and does the work once. */
static void a_token_makes_it_safe(void **state)
{
    const struct slrun_error error = {.kind = SLRUN_E_CLOSED};
    (void)state;
    assert_int_equal(retry_kind(&plain, &some, true, &error), RETRY_TRANSIENT);
}

static void pauses_double_up_to_a_bound(void **state)
{
    static const struct {
        struct retry_try failed;
        double random, ms;
    } pauses[] = {
        {{RETRY_TRANSIENT, &some, 1, NULL}, 1, 50},
        {{RETRY_TRANSIENT, &some, 2, NULL}, 0.5, 50},
        {{RETRY_TRANSIENT, &some, 4, NULL}, 1, 400},
        {{RETRY_TRANSIENT, &some, 20, NULL}, 1, 20000},
        {{RETRY_TRANSIENT, &dynamodb, 1, NULL}, 1, 25},
        {{RETRY_THROTTLING, &some, 1, NULL}, 1, 1000},
        {{RETRY_THROTTLING, &dynamodb, 2, NULL}, 1, 2000},
        {{RETRY_THROTTLING, &some, 6, NULL}, 0.25, 5000},
        {{RETRY_THROTTLING, &some, 3, NULL}, 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pauses / sizeof *pauses; i++)
        assert_int_equal((int)retry_pause_ms(&pauses[i].failed, pauses[i].random),
                         (int)pauses[i].ms);
}

static void a_server_may_ask_for_more(void **state)
{
    static const struct {
        const char *name, *value;
        int ms;
    } headers[] = {
        {"x-amz-retry-after", "1500", 1500},
        {"X-Amz-Retry-After", "10", 25},
        {"x-amz-retry-after", "60000", 5025},
        {"x-amz-retry-after", "-5", 25},
        {"x-amz-retry-after", "soon", 25},
        {"Retry-After", "2", 2000},
        {"retry-after", "3600", 5025},
        {"Retry-After", "0", 25},
        {"Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT", 25},
        {"Retry-After", "Fri, 06 Nov 2499 08:49:37 GMT", 5025},
        {"Retry-After", "tomorrow", 25},
        {"Other", "2", 25},
    };
    (void)state;
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        const struct slrun_header header = {headers[i].name, headers[i].value};
        const struct slrun_response answer = {.headers = &header, .n_headers = 1};
        const struct retry_try failed = {RETRY_TRANSIENT, &some, 1, &answer};
        int ms = (int)retry_pause_ms(&failed, 0.5);
        if (ms != headers[i].ms)
            fail_msg("%s: %s: %d", header.name, header.value, ms);
    }
}

static void a_quota_bounds_what_is_tried_again(void **state)
{
    struct retry retry = {0};
    struct retry_client *a = retry_client(&retry, "a"), *b = retry_client(&retry, "b");
    int n = 0;
    (void)state;
    while (retry_take(a, RETRY_TRANSIENT))
        n++;
    assert_int_equal(n, 35); /* of 500, at 14 */
    assert_int_equal(retry_take(a, RETRY_THROTTLING), 5);
    assert_int_equal(retry_take(a, RETRY_THROTTLING), 5);
    assert_int_equal(retry_take(a, RETRY_THROTTLING), 0);
    assert_int_equal(retry_take(b, RETRY_TRANSIENT), 14); /* another client has its own */
    retry_give_back(a, 0);
    retry_give_back(a, 4);
    assert_int_equal(retry_take(a, RETRY_THROTTLING), 5);
    retry_give_back(b, 500);
    assert_int_equal(b->spent, 0);
    assert_ptr_equal(retry_client(&retry, "a"), a);
    retry_free(&retry);
}

static void settings_of_the_sdks(void **state)
{
    static const struct {
        const char *mode, *attempts;
        int n; /* -1: refused */
        bool other;
    } settings[] = {
        {NULL, NULL, 3, false},     {"standard", NULL, 3, false}, {"standard", "1", 1, false},
        {"legacy", NULL, 3, true},  {"adaptive", "7", 7, true},   {"Standard", NULL, -1, false},
        {"fast", NULL, -1, false},  {NULL, "0", -1, false},       {NULL, "-1", -1, false},
        {NULL, "three", -1, false}, {NULL, "3.5", -1, false},     {NULL, "100", 100, false},
        {NULL, "101", -1, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        struct slrun_error error = {0};
        struct retry retry = {0};
        int rc = retry_configure(&retry, settings[i].mode, settings[i].attempts, &error);
        assert_int_equal(rc >= 0 ? retry_attempts(&retry, &some) : -1, settings[i].n);
        assert_int_equal(rc > 0, settings[i].other);
        assert_int_equal(error.kind, rc < 0 ? SLRUN_E_USAGE : SLRUN_E_NONE);
    }
    assert_int_equal(retry_attempts(&(struct retry){0}, &dynamodb), 4);
    assert_int_equal(retry_attempts(&(struct retry){.attempts = 2}, &dynamodb), 2);
}

static void random_numbers_are_spread(void **state)
{
    struct retry retry = {0};
    int low = 0;
    (void)state;
    for (int i = 0; i < 1000; i++) {
        double random = retry_random(&retry);
        assert_true(random >= 0 && random < 1);
        low += random < 0.5;
    }
    assert_true(low > 300 && low < 700);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(errors_that_pass_are_tried_again),
        cmocka_unit_test(a_token_makes_it_safe),
        cmocka_unit_test(pauses_double_up_to_a_bound),
        cmocka_unit_test(a_server_may_ask_for_more),
        cmocka_unit_test(a_quota_bounds_what_is_tried_again),
        cmocka_unit_test(settings_of_the_sdks),
        cmocka_unit_test(random_numbers_are_spread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
