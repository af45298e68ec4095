/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests and answers as data. A file has "cases", each a "name" and "steps"; a step is one of
 *
 *   {"do": OPERATION, "with": {...}}      a request; then one of
 *       "gives": {...}                    the answer holds this (lists whole, objects in part)
 *       "lacks": MEMBER                   and this is not in it
 *       "fails": NAME, "saying": TEXT     the error's name and message
 *       "keep": {VAR: "path.0.member"}    keeps a value of the answer; "$VAR" stands for it later
 *   {"advance": MILLISECONDS}             the clock goes on
 *   {"region": NAME}                      requests go to another region
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
static json_t *filled(const struct run *run, const json_t *json)
{
    const char *text = json_string_value(json), *key;
    json_t *copy, *value;
    size_t i;
    if (text != NULL && text[0] == '$') {
        json_t *kept = json_object_get(run->kept, text + 1);
        if (kept == NULL) {
            fail_msg("%s, step %zu: nothing is kept as %s", run->name, run->step, text);
        }
        return json_incref(kept);
    }
    if (json_is_array(json)) {
        copy = json_array();
        json_array_foreach ((json_t *)(uintptr_t)json, i, value) {
            json_array_append_new(copy, filled(run, value));
        }
        return copy;
    }
    if (json_is_object(json)) {
        copy = json_object();
        json_object_foreach ((json_t *)(uintptr_t)json, key, value) {
            json_object_set_new(copy, key, filled(run, value));
        }
        return copy;
    }
    return json_deep_copy(json);
}

static bool holds(const json_t *all, const json_t *part)
{
    const char *key;
    json_t *value;
    size_t i;
    if (json_is_object(part)) {
        json_object_foreach ((json_t *)(uintptr_t)part, key, value) {
            if (!holds(json_object_get(all, key), value)) {
                return false;
            }
        }
        return json_is_object(all);
    }
    if (json_is_array(part)) {
        json_array_foreach ((json_t *)(uintptr_t)part, i, value) {
            if (!holds(json_array_get(all, i), value)) {
                return false;
            }
        }
        return json_array_size(all) == json_array_size(part);
    }
    if (json_is_number(part) && json_is_number(all)) {
        return json_number_value(part) == json_number_value(all);
    }
    return json_equal((json_t *)(uintptr_t)all, (json_t *)(uintptr_t)part);
}

static json_t *at_path(json_t *json, const char *path)
{
    char part[64];
    while (json != NULL && *path != '\0') {
        size_t n = strcspn(path, ".");
        snprintf(part, sizeof part, "%.*s", (int)n, path);
        json = json_is_array(json) ? json_array_get(json, strtoul(part, NULL, 10))
                                   : json_object_get(json, part);
        path += n + (path[n] == '.');
    }
    return json;
}

static void keep(struct run *run, const json_t *what, json_t *answer)
{
    const char *name;
    json_t *path;
    json_object_foreach ((json_t *)(uintptr_t)what, name, path) {
        json_t *value = at_path(answer, json_string_value(path));
        if (value == NULL) {
            fail_msg("%s, step %zu: no %s in the answer", run->name, run->step,
                     json_string_value(path));
        }
        json_object_set(run->kept, name, value);
    }
}

static void check_error(struct run *run, const json_t *step, const json_t *answer)
{
    const char *type = text_of(answer, "__type"), *name = text_of(step, "fails");
    const char *message = text_of(answer, "message"), *saying = text_of(step, "saying");
    if (type == NULL || strcmp(type, name) != 0) {
        fail_msg("%s, step %zu: wanted %s, got %d %s", run->name, run->step, name,
                 run->cloud.status, run->cloud.body);
    }
    if (saying != NULL) {
        message = message == NULL ? text_of(answer, "Message") : message;
        assert_non_null(message);
        assert_string_equal(message, saying);
    }
}

static void check_answer(struct run *run, const json_t *step, json_t *answer)
{
    json_t *wanted = filled(run, json_object_get(step, "gives"));
    const char *lacks = text_of(step, "lacks");
    if (run->cloud.status != 200 || (wanted != NULL && !holds(answer, wanted)) ||
        (lacks != NULL && json_object_get(answer, lacks) != NULL)) {
        fail_msg("%s, step %zu: got %d %s", run->name, run->step, run->cloud.status,
                 run->cloud.body);
    }
    keep(run, json_object_get(step, "keep"), answer);
    json_decref(wanted);
}

static void send(struct run *run, const json_t *step)
{
    json_t *args = filled(run, json_object_get(step, "with"));
    char *body = args == NULL ? strdup("{}") : json_dumps(args, JSON_COMPACT | JSON_ENCODE_ANY);
    json_t *answer = cloud_call(&run->cloud, text_of(step, "do"), body);
    free(body);
    json_decref(args);
    if (text_of(step, "fails") != NULL) {
        check_error(run, step, answer);
    } else {
        check_answer(run, step, answer);
    }
    json_decref(answer);
}

static void take_step(struct run *run, const json_t *step)
{
    if (text_of(step, "do") != NULL) {
        send(run, step);
    } else if (text_of(step, "region") != NULL) {
        run->cloud.region = text_of(step, "region");
    } else {
        json_int_t ms = json_integer_value(json_object_get(step, "advance"));
        assert_true(ms > 0);
        run->cloud.now_ms += ms;
    }
}

static void run_case(void **state)
{
    const json_t *one = *state, *steps = json_object_get(one, "steps");
    struct run run = {.kept = json_object(), .name = text_of(one, "name")};
    assert_true(json_array_size(steps) > 0);
    cloud_open(&run.cloud, NULL);
    for (run.step = 0; run.step < json_array_size(steps); run.step++) {
        take_step(&run, json_array_get(steps, run.step));
    }
    cloud_close(&run.cloud);
    json_decref(run.kept);
}

int main(int argc, char **argv)
{
    json_error_t error;
    json_t *file = argc > 1 ? json_load_file(argv[1], 0, &error) : NULL;
    const json_t *cases = json_object_get(file, "cases");
    size_t n = json_array_size(cases);
    struct CMUnitTest *tests = calloc(n + 1, sizeof *tests);
    if (n == 0 || tests == NULL) {
        fprintf(stderr, "no cases: %s\n", argc > 1 && file == NULL ? error.text : "");
        return 1;
    }
    for (size_t i = 0; i < n; i++) {
        json_t *one = json_array_get(cases, i);
        tests[i] = (struct CMUnitTest){
            .name = text_of(one, "name"), .test_func = run_case, .initial_state = one};
    }
    int failed = _cmocka_run_group_tests("cases", tests, n, NULL, NULL);
    free(tests);
    json_decref(file);
    return failed;
}
