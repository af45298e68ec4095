/* SPDX-License-Identifier: Apache-2.0 */
#include "harness/cmocka_all.h"

#include <string.h>

#include "base/random.h"

static void ids_are_safe_in_names_and_differ(void **state)
{
    (void)state;
    struct slrun_error error = {0};
    char a[RANDOM_ID_MAX], b[RANDOM_ID_MAX];
    assert_int_equal(random_id(a, &error), 0);
    assert_int_equal(random_id(b, &error), 0);
    assert_int_equal(strlen(a), 10);
    assert_int_equal(a[0], 'r');
    assert_int_equal(strspn(a, "abcdefghijklmnopqrstuvwxyz0123456789"), 10);
    assert_string_not_equal(a, b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(ids_are_safe_in_names_and_differ)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
