/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lua/operation/tags.h"

static void a_run_tags_what_it_creates(void **state)
{
    json_t *tags = tags_of_run("r1abc", 1700000000); /* 2023-11-14 22:13:20 UTC */
    (void)state;
    assert_int_equal(json_object_size(tags), 2);
    assert_string_equal(json_string_value(json_object_get(tags, "slrun:run")), "r1abc");
    assert_string_equal(json_string_value(json_object_get(tags, "slrun:expires")),
                        "2023-11-15T10:13:20Z");
    json_decref(tags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_run_tags_what_it_creates)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
