/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests and their answers as data: each file in cases/ is a list of cases, each case a list of
 * steps on a service of its own:
 *
 *     { "name": ..., "use": [names of lists of steps], "steps": [
 *         { "do": "PutItem", "with": { request }, "gives": { the whole answer } },
 *         { "do": "PutItem", "with": { ... }, "fails": "ValidationException", "saying": "..." } ] }
 *
 * "with" may be a string: it is sent as it stands. In "gives" the string "*" stands for anything.
 * A step without "gives" and "fails" must succeed. The file's "setups" are lists of steps by name.
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
    if (json_object_get(step, "item") != NULL &&
        !same(json_object_get(step, "item"), json_object_get(answer, "Item"))) {
        fail_msg("wrong Item in %s", cloud->body);
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

static void run_steps(struct cloud *cloud, const json_t *steps)
{
    size_t i;
    json_t *step;
    json_array_foreach (steps, i, step) {
        const char *operation = json_string_value(json_object_get(step, "do"));
        json_t *with = json_object_get(step, "with");
        json_t *answer =
            json_is_string(with)
                ? cloud_call(cloud, operation, json_string_value(with), json_string_length(with))
                : cloud_request(cloud, operation, json_incref(with));
        if (json_object_get(step, "fails") != NULL) {
            check_failure(cloud, step, answer);
        } else {
            check_answer(cloud, step, answer);
        }
        json_decref(answer);
    }
}

static void run_case(void **state)
{
    const struct test_case *test = *state;
    struct cloud cloud;
    size_t i;
    json_t *name;
    cloud_open(&cloud, NULL);
    json_array_foreach (json_object_get(test->json, "use"), i, name) {
        json_t *steps = json_object_get(test->setups, json_string_value(name));
        assert_non_null(steps);
        run_steps(&cloud, steps);
    }
    run_steps(&cloud, json_object_get(test->json, "steps"));
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
