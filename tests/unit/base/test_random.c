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

static void expect_uuid(const char *a)
{
    assert_int_equal(strlen(a), 36);
    for (size_t i = 0; i < 36; i++)
        if (i == 8 || i == 13 || i == 18 || i == 23)
            assert_int_equal(a[i], '-');
        else
            assert_non_null(strchr("0123456789abcdef", a[i]));
    assert_int_equal(a[14], '4');
    assert_non_null(strchr("89ab", a[19]));
}

static void uuids_are_of_version_4(void **state)
{
    (void)state;
    struct slrun_error error = {0};
    char a[RANDOM_UUID_MAX], b[RANDOM_UUID_MAX];
    assert_int_equal(random_uuid(a, &error), 0);
    assert_int_equal(random_uuid(b, &error), 0);
    assert_string_not_equal(a, b);
    expect_uuid(a);
}

static void a_state_gives_ids_of_its_own(void **state)
{
    (void)state;
    uint64_t one[2] = {1, 2}, same[2] = {1, 2};
    char a[RANDOM_UUID_MAX], b[RANDOM_UUID_MAX];
    random_next_uuid(one, a);
    random_next_uuid(same, b);
    assert_string_equal(a, b);
    random_next_uuid(one, b);
    assert_string_not_equal(a, b);
    expect_uuid(b);
    assert_int_not_equal(random_next(one), random_next(one));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_are_safe_in_names_and_differ),
        cmocka_unit_test(uuids_are_of_version_4),
        cmocka_unit_test(a_state_gives_ids_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
