/* SPDX-License-Identifier: Apache-2.0 */
/* Members of objects, and lists of objects that one member tells apart. */
#include "harness/json_quoted.h"

#include <slrun/member.h>

static void check(json_t *found, const char *wanted)
{
    json_t *value = json_quoted(wanted);
    assert_true(json_equal(found, value));
    json_decref(value);
    json_decref(found);
}

static void texts_are_read(void **state)
{
    json_t *object = json_quoted("{'a': 'x', 'b': 1}");
    (void)state;
    assert_string_equal(slrun_text(object, "a"), "x");
    assert_null(slrun_text(object, "b"));
    assert_null(slrun_text(object, "c"));
    assert_null(slrun_text(NULL, "a"));
    assert_string_equal(slrun_text_or(object, "a", "-"), "x");
    assert_string_equal(slrun_text_or(object, "b", "-"), "-");
    json_decref(object);
}

static void texts_are_mended(void **state)
{
    char good[] = "na\xc3\xafve", bad[] = "na\xc3 \xafve", empty[] = "";
    (void)state;
    slrun_text_mend(good);
    assert_string_equal(good, "na\xc3\xafve");
    slrun_text_mend(bad);
    assert_string_equal(bad, "na? ?ve");
    slrun_text_mend(empty);
    assert_string_equal(empty, "");
}

static void members_are_copied(void **state)
{
    json_t *from = json_quoted("{'a': [1], 'b': null, 'c': 3}"),
           *to = json_quoted("{'a': 0, 'd': 4}");
    (void)state;
    slrun_copy_members(to, from, (const char *const[]){"a", "b", "x", NULL});
    json_decref(from);
    check(to, "{'a': [1], 'b': null, 'd': 4}");
}

static void texts_are_found_in_lists(void **state)
{
    json_t *texts = json_quoted("[1, 'a', 'b']"),
           *objects = json_quoted("[{}, 2, {'Key': 'a'}, {'Key': 'a'}]");
    (void)state;
    assert_true(slrun_list_has(texts, "b"));
    assert_false(slrun_list_has(texts, "c"));
    assert_false(slrun_list_has(NULL, "c"));
    assert_int_equal(slrun_list_at(objects, "Key", "a"), 2);
    assert_int_equal(slrun_list_at(objects, "Key", "b"), 4);
    assert_int_equal(slrun_list_at(NULL, "Key", "b"), 0);
    json_decref(texts);
    json_decref(objects);
}

static void tags_are_put_and_dropped(void **state)
{
    json_t *list = json_quoted("[{'Key': 'a', 'Value': '1'}, {'Key': 'b', 'Value': '2'}]");
    json_t *more =
        json_quoted("[{'Key': 'b', 'Value': '3'}, {'Key': 'c', 'Value': '4'}, {'Value': '5'}]");
    json_t *gone = json_quoted("['a', 'x', 7]");
    (void)state;
    slrun_list_put(list, "Key", more);
    slrun_list_drop(list, "Key", gone);
    json_decref(more);
    json_decref(gone);
    check(list, "[{'Key': 'b', 'Value': '3'}, {'Key': 'c', 'Value': '4'}, {'Value': '5'}]");
}

static void keys_that_are_gone(void **state)
{
    json_t *old = json_quoted("[{'Key': 'a'}, {'Value': 'x'}, {'Key': 'b'}, {'Key': 'c'}]"),
           *now = json_quoted("[{'Key': 'b', 'Value': '3'}, {'Key': 'd'}]");
    json_t *olds = json_quoted("{'a': '1', 'b': '2', 'c': null}"),
           *nows = json_quoted("{'b': '3', 'd': '4'}");
    (void)state;
    check(slrun_keys_gone(old, now, "Key"), "['a', 'c']");
    check(slrun_keys_gone(old, NULL, "Key"), "['a', 'b', 'c']");
    check(slrun_keys_gone(NULL, now, "Key"), "[]");
    check(slrun_keys_gone(olds, nows, NULL), "['a', 'c']");
    check(slrun_keys_gone(olds, NULL, NULL), "['a', 'b', 'c']");
    check(slrun_keys_gone(NULL, nows, NULL), "[]");
    json_decref(old);
    json_decref(now);
    json_decref(olds);
    json_decref(nows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_read),           cmocka_unit_test(members_are_copied),
        cmocka_unit_test(texts_are_mended),         cmocka_unit_test(texts_are_found_in_lists),
        cmocka_unit_test(tags_are_put_and_dropped), cmocka_unit_test(keys_that_are_gone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
