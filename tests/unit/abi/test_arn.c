/* SPDX-License-Identifier: Apache-2.0 */
/* Parts of ARNs. */
#include "harness/cmocka_all.h"

#include <slrun/arn.h>

static void an_arn_says_where_it_is(void **state)
{
    static const struct {
        const char *arn, *region, *account, *last, *name;
    } rows[] = {
        {"arn:aws:sqs:eu-west-1:123456789012:jobs", "eu-west-1", "123456789012", "jobs", "jobs"},
        {"arn:aws:states:r:1:execution:m:e", "r", "1", "e", "e"},
        {"arn:aws:s3:::bucket", "", "", "bucket", "bucket"},
        {"arn:aws:iam::123456789012:role/r", "", "", "role/r", "r"},
        {"arn:aws:sqs:eu-west-1", "eu-west-1", "", "eu-west-1", "eu-west-1"},
        {"arn:aws", "", "", "aws", "aws"},
        {"a/b:c", "", "", "c", "c"},
        {"a:b/c/", "", "", "b/c/", ""},
        {"arn:aws:sqs:r:1234567890123:x", "r", "123456789012", "x", "x"},
        {"arn:aws:sqs:a-region-whose-name-has-no-end-at-all:1:x", "a-region-whose-name-has-no-end-",
         "1", "x", "x"},
        {"jobs", "", "", "jobs", "jobs"},
        {"", "", "", "", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
        slrun_arn_place(rows[i].arn, region, account);
        assert_string_equal(region, rows[i].region);
        assert_string_equal(account, rows[i].account);
        assert_string_equal(slrun_arn_last(rows[i].arn), rows[i].last);
        assert_string_equal(slrun_arn_name(rows[i].arn), rows[i].name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(an_arn_says_where_it_is)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
