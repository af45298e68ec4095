/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests and answers as data. A file has "cases", each a "name" and "steps"; a step is one of
 *
 *   {"do": OPERATION, "with": {...}}      a request; then any of
 *       "gives": {...}                    the answer holds this (lists whole, objects in part)
 *       "lacks": MEMBER                   and this is not in it
 *       "fails": NAME, "saying": TEXT     the error's name and message
 *       "keep": {VAR: MEMBER}             keeps a member of the answer; "$VAR" stands for it later
 *   {"advance": MILLISECONDS}             the clock goes on; it starts at 1700000000000
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

struct run {
    struct cloud cloud;
    json_t *kept;
    const char *name; /* of the case */
    size_t step;
};

static const char *text_of(const json_t *json, const char *member)
{
    return json_string_value(json_object_get(json, member));
}

/* A copy in which "$VAR" is what was kept. */
static json_t *filled(const struct run *run, json_t *json)
{
    const char *text = json_string_value(json), *key;
    json_t *copy = json_is_array(json) ? json_array() : json_object(), *value;
    size_t i;
    if (!json_is_array(json) && !json_is_object(json)) {
        json_decref(copy);
        json_t *kept = text && text[0] == '$' ? json_object_get(run->kept, text + 1) : NULL;
        return kept ? json_incref(kept) : json_deep_copy(json);
    }
    json_array_foreach (json, i, value)
        json_array_append_new(copy, filled(run, value));
    json_object_foreach (json, key, value)
        json_object_set_new(copy, key, filled(run, value));
    return copy;
}

static bool holds(const json_t *all, json_t *part)
{
    const char *key;
    json_t *value;
    size_t i;
    if (!json_is_object(part) && !json_is_array(part))
        return json_equal(all, part);
    json_object_foreach (part, key, value)
        if (!holds(json_object_get(all, key), value))
            return false;
    json_array_foreach (part, i, value)
        if (!holds(json_array_get(all, i), value))
            return false;
    return json_typeof(all) == json_typeof(part) &&
           (json_is_object(part) || json_array_size(all) == json_array_size(part));
}

static void check_answer(struct run *run, const json_t *step, const json_t *answer)
{
    const char *fails = text_of(step, "fails"), *saying = text_of(step, "saying"), *name;
    json_t *wanted = filled(run, json_object_get(step, "gives")), *member;
    bool ok = run->cloud.status == (fails ? 400 : 200) && (!wanted || holds(answer, wanted));
    if (fails)
        ok = ok && strcmp(text_of(answer, "__type"), fails) == 0 &&
             (!saying || strcmp(text_of(answer, "message"), saying) == 0);
    if (text_of(step, "lacks"))
        ok = ok && !json_object_get(answer, text_of(step, "lacks"));
    if (!ok)
        fail_msg("%s, step %zu: got %d %s", run->name, run->step, run->cloud.status,
                 run->cloud.body);
    json_object_foreach (json_object_get(step, "keep"), name, member)
        assert_int_equal(
            json_object_set(run->kept, name, json_object_get(answer, json_string_value(member))),
            0);
    json_decref(wanted);
}

static void run_case(void **state)
{
    const json_t *json = *state;
    struct run run = {.kept = json_object(), .name = text_of(json, "name")};
    json_t *step;
    cloud_open(&run.cloud, NULL);
    json_array_foreach (json_object_get(json, "steps"), run.step, step) {
        if (json_object_get(step, "advance")) {
            cloud_advance(&run.cloud, json_integer_value(json_object_get(step, "advance")));
            continue;
        }
        json_t *args = filled(&run, json_object_get(step, "with"));
        char *body = args ? json_dumps(args, JSON_COMPACT | JSON_ENCODE_ANY) : strdup("{}");
        json_t *answer = cloud_call(&run.cloud, text_of(step, "do"), body);
        check_answer(&run, step, answer);
        json_decref(answer);
        json_decref(args);
        free(body);
    }
    cloud_close(&run.cloud);
    json_decref(run.kept);
}

int main(int argc, char **argv)
{
    json_error_t error = {0};
    json_t *file = argc < 2 ? NULL : json_load_file(argv[1], 0, &error);
    json_t *cases = json_object_get(file, "cases");
    size_t n = json_array_size(cases);
    struct CMUnitTest *tests = calloc(n + 1, sizeof *tests);
    if (n == 0 || !tests) {
        fprintf(stderr, "cases_test: %s:%d: %s\n", argc < 2 ? "?" : argv[1], error.line,
                error.text);
        return 2;
    }
    for (size_t i = 0; i < n; i++) {
        json_t *one = json_array_get(cases, i);
        tests[i] = (struct CMUnitTest){text_of(one, "name"), run_case, NULL, NULL, one};
    }
    int failed = _cmocka_run_group_tests(argv[1], tests, n, NULL, NULL);
    free(tests);
    json_decref(file);
    return failed;
}
