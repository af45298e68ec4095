/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests and their answers as data: each file in cases/ is a list of cases, each case a list of
 * steps on a service of its own:
 *
 *     { "name": ..., "use": [names of lists of steps], "steps": [
 *         { "do": "PutItem", "with": { request }, "gives": { the whole answer } },
 *         { "do": "PutItem", "with": { ... }, "fails": "ValidationException", "saying": "..." },
 *         { "advance": milliseconds that pass } ] }
 *
 * "with" may be a string: it is sent as it stands. "keep" gives members of the answer a name, by
 * their path (a.0.b); a string "$name" in later requests and answers stands for what was kept. In
 * "gives" the string "*" stands for anything. A step without "gives" and "fails" must succeed. The
 * file's "setups" are lists of steps by name.
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

struct test_case {
    json_t *setups;
    json_t *json;
};

static bool same(const json_t *want, const json_t *got)
{
    const char *key;
    json_t *value;
    if (json_is_string(want) && strcmp(json_string_value(want), "*") == 0) {
        return got != NULL;
    }
    if (json_is_number(want) && json_is_number(got)) {
        return json_number_value(want) == json_number_value(got);
    }
    if (json_is_object(want) && json_is_object(got)) {
        json_object_foreach ((json_t *)want, key, value) {
            if (!same(value, json_object_get(got, key))) {
                return false;
            }
        }
        return json_object_size(want) == json_object_size(got);
    }
    if (json_is_array(want) && json_is_array(got)) {
        bool equal = json_array_size(want) == json_array_size(got);
        for (size_t i = 0; equal && i < json_array_size(want); i++) {
            equal = same(json_array_get(want, i), json_array_get(got, i));
        }
        return equal;
    }
    return json_equal(want, got) == 1;
}

static void check_failure(const struct cloud *cloud, const json_t *step, const json_t *answer)
{
    const char *kind = json_string_value(json_object_get(step, "fails"));
    const char *saying = json_string_value(json_object_get(step, "saying"));
    const char *type = json_string_value(json_object_get(answer, "__type"));
    const char *name = type == NULL ? NULL : strchr(type, '#');
    const char *message = json_string_value(json_object_get(answer, "message"));
    message = message == NULL ? json_string_value(json_object_get(answer, "Message")) : message;
    if (cloud->status != 400 || name == NULL || strcmp(name + 1, kind) != 0 ||
        (saying != NULL && (message == NULL || strcmp(message, saying) != 0))) {
        fail_msg("wanted %s: %s\ngot %d %s", kind, saying, cloud->status, cloud->body);
    }
    static const char *const members[][2] = {{"item", "Item"}, {"reasons", "CancellationReasons"}};
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        const json_t *want = json_object_get(step, members[i][0]);
        if (want != NULL && !same(want, json_object_get(answer, members[i][1]))) {
            fail_msg("wrong %s in %s", members[i][1], cloud->body);
        }
    }
}

static void check_answer(const struct cloud *cloud, const json_t *step, const json_t *answer)
{
    const json_t *want = json_object_get(step, "gives");
    if (cloud->status != 200 || (want != NULL && !same(want, answer))) {
        char *text = json_dumps(want, JSON_COMPACT | JSON_ENCODE_ANY);
        fail_msg("%s: wanted %s\ngot %d %s", json_string_value(json_object_get(step, "do")), text,
                 cloud->status, cloud->body);
    }
}

/* A copy of `json` with what was kept in the place of its names. */
static json_t *filled(const json_t *json, const json_t *kept)
{
    const char *key = json_is_string(json) ? json_string_value(json) : "";
    json_t *value;
    size_t i;
    if (*key == '$' && json_object_get(kept, key + 1) != NULL) {
        return json_incref(json_object_get(kept, key + 1));
    }
    json_t *copy = json_copy((json_t *)(uintptr_t)json);
    if (json_is_object(json)) {
        json_object_foreach ((json_t *)(uintptr_t)json, key, value) {
            json_object_set_new(copy, key, filled(value, kept));
        }
    }
    json_array_foreach (json, i, value) {
        json_array_set_new(copy, i, filled(value, kept));
    }
    return copy;
}

static json_t *at_path(json_t *json, const char *path)
{
    char step[64];
    while (json != NULL && *path != '\0') {
        size_t size = strcspn(path, ".");
        assert_true(size < sizeof step);
        memcpy(step, path, size);
        step[size] = '\0';
        json = json_is_array(json) ? json_array_get(json, strtoul(step, NULL, 10))
                                   : json_object_get(json, step);
        path += size + (path[size] == '.');
    }
    return json;
}

static void keep(const json_t *names, json_t *answer, json_t *kept)
{
    const char *name;
    json_t *path;
    json_object_foreach ((json_t *)(uintptr_t)names, name, path) {
        json_t *value = at_path(answer, json_string_value(path));
        if (value == NULL) {
            fail_msg("the answer has no %s", json_string_value(path));
        }
        json_object_set(kept, name, value);
    }
}

static void run_step(struct cloud *cloud, const json_t *step, json_t *kept)
{
    const char *operation = json_string_value(json_object_get(step, "do"));
    json_t *with = json_object_get(step, "with");
    json_t *answer = json_is_string(with) ? cloud_call(cloud, operation, json_string_value(with),
                                                       json_string_length(with))
                                          : cloud_request(cloud, operation, json_incref(with));
    if (json_object_get(step, "fails") != NULL) {
        check_failure(cloud, step, answer);
    } else {
        check_answer(cloud, step, answer);
    }
    keep(json_object_get(step, "keep"), answer, kept);
    json_decref(answer);
}

static void run_steps(struct cloud *cloud, const json_t *steps, json_t *kept)
{
    size_t i;
    json_t *step;
    json_array_foreach (steps, i, step) {
        json_t *ms = json_object_get(step, "advance");
        if (ms != NULL) {
            cloud_advance(cloud, json_integer_value(ms));
            continue;
        }
        json_t *whole = filled(step, kept);
        run_step(cloud, whole, kept);
        json_decref(whole);
    }
}

static void run_case(void **state)
{
    const struct test_case *test = *state;
    struct cloud cloud;
    size_t i;
    json_t *name;
    json_t *kept = json_object();
    cloud_open(&cloud, NULL);
    json_array_foreach (json_object_get(test->json, "use"), i, name) {
        json_t *steps = json_object_get(test->setups, json_string_value(name));
        assert_non_null(steps);
        run_steps(&cloud, steps, kept);
    }
    run_steps(&cloud, json_object_get(test->json, "steps"), kept);
    json_decref(kept);
    cloud_close(&cloud);
}

int main(int argc, char **argv)
{
    json_error_t error;
    json_t *file = argc == 2 ? json_load_file(argv[1], 0, &error) : NULL;
    if (file == NULL) {
        fprintf(stderr, "usage: %s FILE.json (%s:%d %s)\n", argv[0], argc == 2 ? argv[1] : "",
                argc == 2 ? error.line : 0, argc == 2 ? error.text : "");
        return 2;
    }
    json_t *cases = json_object_get(file, "cases");
    size_t n = json_array_size(cases);
    struct CMUnitTest *tests = calloc(n + 1, sizeof *tests);
    struct test_case *states = calloc(n + 1, sizeof *states);
    if (n == 0 || tests == NULL || states == NULL) {
        return 2;
    }
    for (size_t i = 0; i < n; i++) {
        states[i] = (struct test_case){json_object_get(file, "setups"), json_array_get(cases, i)};
        tests[i] = (struct CMUnitTest){json_string_value(json_object_get(states[i].json, "name")),
                                       run_case, NULL, NULL, &states[i]};
    }
    int failed = _cmocka_run_group_tests(argv[1], tests, n, NULL, NULL);
    free(tests);
    free(states);
    json_decref(file);
    return failed;
}
