/* SPDX-License-Identifier: Apache-2.0 */
/* The merge rules of Globals: maps are merged, lists are joined, of the rest the local one counts.
 */
#include <string.h>

#include "harness/cmocka_all.h"
#include "sam/globals.h"

static json_t *value(const char *text)
{
    json_error_t error;
    json_t *read = json_loads(text, JSON_DECODE_ANY, &error);
    if (read == NULL)
        fail_msg("%s: %s", text, error.text);
    return read;
}

struct merge {
    const char *global, *local, *merged, *path;
};

static void check(const struct merge *m)
{
    json_t *global = value(m->global), *local = value(m->local), *wanted = value(m->merged);
    json_t *before = json_deep_copy(global);
    json_t *merged = sam_merge(global, local, m->path == NULL ? "Function" : m->path);
    char *text = json_dumps(merged, JSON_COMPACT | JSON_ENCODE_ANY);
    if (!json_equal(merged, wanted))
        fail_msg("%s + %s: %s", m->global, m->local, text);
    assert_true(json_equal(global, before));
    free(text);
    json_decref(merged);
    json_decref(before);
    json_decref(wanted);
    json_decref(local);
    json_decref(global);
}

static void merges(void **state)
{
    static const struct merge table[] = {
        {"{\"a\": 1}", "{\"b\": 2}", "{\"a\": 1, \"b\": 2}", NULL},
        {"{\"a\": 1}", "{\"a\": 2}", "{\"a\": 2}", NULL},
        {"{\"m\": {\"a\": 1, \"b\": 1}}", "{\"m\": {\"b\": 2}}", "{\"m\": {\"a\": 1, \"b\": 2}}",
         NULL},
        {"{\"l\": [1, 2]}", "{\"l\": [2, 3]}", "{\"l\": [1, 2, 2, 3]}", NULL},
        {"{\"l\": [1]}", "{\"l\": []}", "{\"l\": [1]}", NULL},
        {"{\"l\": [1]}", "{\"l\": {\"Fn::If\": [\"c\", [2], [3]]}}",
         "{\"l\": {\"Fn::If\": [\"c\", [2], [3]]}}", NULL},
        {"{\"m\": {\"a\": 1}}", "{\"m\": \"x\"}", "{\"m\": \"x\"}", NULL},
        {"{\"m\": {\"Ref\": \"A\"}}", "{\"m\": {\"Ref\": \"B\"}}", "{\"m\": {\"Ref\": \"B\"}}",
         NULL},
        {"{\"m\": {\"Ref\": \"A\"}}", "{\"m\": {\"a\": 1}}", "{\"m\": {\"a\": 1}}", NULL},
        {"{\"m\": {\"a\": 1}}", "{\"m\": {\"Ref\": \"AWS::NoValue\"}}",
         "{\"m\": {\"Ref\": \"AWS::NoValue\"}}", NULL},
        {"{\"m\": {\"a\": 1}}", "{\"m\": null}", "{\"m\": null}", NULL},
        {"{\"m\": {}}", "{\"m\": {}}", "{\"m\": {}}", NULL},
        {"{\"Architectures\": [\"x86_64\"]}", "{\"Architectures\": [\"arm64\"]}",
         "{\"Architectures\": [\"arm64\"]}", NULL},
        {"{\"Architectures\": [\"x86_64\"]}", "{\"Architectures\": [\"arm64\"]}",
         "{\"Architectures\": [\"x86_64\", \"arm64\"]}", "Api"},
        {"{\"a\": true}", "{\"a\": false}", "{\"a\": false}", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        check(&table[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(merges)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
