/* SPDX-License-Identifier: Apache-2.0 */
#include "harness/cmocka_all.h"

#include "base/spelling.h"

static void the_same_word_is_spelled_in_two_ways(void **state)
{
    static const char *const same[][2] = {{"put_item", "PutItem"},
                                          {"PutItem", "put_item"},
                                          {"list_objects_v2", "ListObjectsV2"},
                                          {"a_", "A"},
                                          {"", "_"}};
    static const char *const others[][2] = {
        {"put_item", "PutItems"}, {"put_items", "PutItem"}, {"put", "get"}, {"", "a"}};
    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        assert_true(spelling_is_same(same[i][0], same[i][1]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(spelling_is_same(others[i][0], others[i][1]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_word_is_spelled_in_two_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
