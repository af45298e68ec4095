/* SPDX-License-Identifier: Apache-2.0 */
#include "harness/cmocka_all.h"

#include <string.h>

#include "base/error.h"

static void set_replaces_all_of_an_earlier_error(void **state)
{
    (void)state;
    struct slrun_error error = {.status = 400, .detail = json_object()};
    strcpy(error.code, "ValidationException");
    error_hint(&error, "an old hint");
    assert_int_equal(error_set(&error, SLRUN_E_TIMEOUT, "no answer in %d s", 5), -1);
    assert_int_equal(error.kind, SLRUN_E_TIMEOUT);
    assert_string_equal(error.message, "no answer in 5 s");
    assert_string_equal(error.code, "");
    assert_string_equal(error.hint, "");
    assert_int_equal(error.status, 0);
    assert_null(error.detail);
}

static void long_texts_are_cut(void **state)
{
    (void)state;
    struct slrun_error error = {0};
    error_set(&error, SLRUN_E_USAGE, "%5000d", 1);
    assert_int_equal(strlen(error.message), SLRUN_ERROR_MESSAGE_MAX - 1);
    error_hint(&error, "%5000d", 1);
    assert_int_equal(strlen(error.hint), SLRUN_ERROR_HINT_MAX - 1);
}

static void every_kind_has_a_name(void **state)
{
    (void)state;
    assert_string_equal(error_name(SLRUN_E_SERVICE), "service");
    assert_string_equal(error_name(SLRUN_E_INTERNAL), "internal");
    assert_string_equal(error_name((enum slrun_errno)999), "unknown");
    for (int kind = SLRUN_E_NONE; kind <= SLRUN_E_INTERNAL; kind++)
        assert_string_not_equal(error_name((enum slrun_errno)kind), "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(set_replaces_all_of_an_earlier_error),
        cmocka_unit_test(long_texts_are_cut),
        cmocka_unit_test(every_kind_has_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
