/* SPDX-License-Identifier: Apache-2.0 */
/* What is tried again, and how long the pause is at most. */
#include "harness/cmocka_all.h"

#include <stdio.h>

#include "plugin/retry.h"

static const char *const own[] = {"TransactionConflictException", NULL};
static const struct slrun_op plain = {.name = "plain"};
static const struct slrun_op idempotent = {.name = "idempotent", .flags = SLRUN_OP_IDEMPOTENT};
static const struct slrun_op listing = {.name = "listing", .retry = own};

static const struct {
    const struct slrun_op *op;
    enum slrun_errno kind;
    int status;
    const char *code;
    bool again;
} rows[] = {
    {&plain, SLRUN_E_SERVICE, 400, "ThrottlingException", true},
    {&plain, SLRUN_E_SERVICE, 400, "ProvisionedThroughputExceededException", true},
    {&plain, SLRUN_E_SERVICE, 503, "SlowDown", true},
    {&plain, SLRUN_E_SERVICE, 500, "InternalServerError", true},
    {&plain, SLRUN_E_SERVICE, 502, "HTTP502", true},
    {&plain, SLRUN_E_SERVICE, 504, "HTTP504", true},
    {&plain, SLRUN_E_SERVICE, 501, "NotImplemented", false},
    {&plain, SLRUN_E_SERVICE, 400, "ValidationException", false},
    {&plain, SLRUN_E_SERVICE, 400, "throttlingexception", false},
    {&plain, SLRUN_E_SERVICE, 403, "AccessDeniedException", false},
    {&plain, SLRUN_E_SERVICE, 400, "TransactionConflictException", false},
    {&listing, SLRUN_E_SERVICE, 400, "TransactionConflictException", true},
    {&plain, SLRUN_E_CLOSED, 0, "", false}, /* it may have arrived */
    {&idempotent, SLRUN_E_CLOSED, 0, "", true},
    {&idempotent, SLRUN_E_USAGE, 0, "", false},
    {&idempotent, SLRUN_E_PROTOCOL, 200, "", false},
    {&idempotent, SLRUN_E_CANCELLED, 0, "", false},
};

static void errors_that_pass_are_tried_again(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slrun_error error = {.kind = rows[i].kind, .status = rows[i].status};
        snprintf(error.code, sizeof error.code, "%s", rows[i].code);
        if (retry_worth(rows[i].op, &error) != rows[i].again)
            fail_msg("row %zu: %s", i, rows[i].code);
    }
}

static void pauses_double_up_to_a_bound(void **state)
{
    (void)state;
    for (int attempt = 1; attempt <= 40; attempt++) {
        uint64_t most = attempt < 9 ? (uint64_t)50 << attempt : 20000, longest = 0;
        for (int i = 0; i < 2000; i++) {
            uint64_t delay = retry_delay_ms(attempt);
            assert_true(delay <= most);
            longest = delay > longest ? delay : longest;
        }
        assert_true(longest > most / 2); /* full jitter, and not a constant */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(errors_that_pass_are_tried_again),
        cmocka_unit_test(pauses_double_up_to_a_bound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
