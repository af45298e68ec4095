/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests and answers as data. A file has "cases", each a "name" and "steps"; a step is one of
 *
 *   {"do": OPERATION, "with": {...}}      a request; then one of
 *       "gives": {...}                    the answer holds this (lists whole, objects in part)
 *       "lacks": MEMBER                   and this is not in it
 *       "fails": NAME, "saying": TEXT     the error's name and message, "code": the query code
 *       "waits": NAME                     it is not answered yet
 *       "keep": {VAR: "path.0.member"}    keeps a value of the answer; "$VAR" stands for it later
 *   {"form": "Action=...", "holds": [TEXT...], "status": 400}   the query protocol
 *   {"answered": NAME, "gives"...}        what waited has been answered now
 *   {"waiting": NAME}, {"leaves": NAME}   it has not; its client goes
 *   {"advance": MILLISECONDS}             the clock goes on
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

enum { FORM_MAX = 8192 };

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

static void check_error(struct run *run, const json_t *step, const struct exchange *x)
{
    json_t *answer = json_loads(x->body, 0, NULL);
    const char *type = text_of(answer, "__type"), *name = text_of(step, "fails");
    const char *mark = type == NULL ? NULL : strchr(type, '#');
    if (mark == NULL || strcmp(mark + 1, name) != 0) {
        fail_msg("%s, step %zu: wanted %s, got %d %s", run->name, run->step, name, x->status,
                 x->body);
    }
    if (text_of(step, "saying") != NULL) {
        assert_string_equal(text_of(answer, "message"), text_of(step, "saying"));
    }
    if (text_of(step, "code") != NULL) {
        assert_string_equal(x->query_error, text_of(step, "code"));
    }
    json_decref(answer);
}

static void check_answer(struct run *run, const json_t *step, const struct exchange *x)
{
    if (x->status == 0) {
        fail_msg("%s, step %zu: no answer yet", run->name, run->step);
    }
    if (text_of(step, "fails") != NULL) {
        check_error(run, step, x);
        return;
    }
    json_t *answer = json_loads(x->body, 0, NULL);
    json_t *wanted = filled(run, json_object_get(step, "gives"));
    const char *lacks = text_of(step, "lacks");
    if (x->status != 200 || (wanted != NULL && !holds(answer, wanted)) ||
        (lacks != NULL && json_object_get(answer, lacks) != NULL)) {
        fail_msg("%s, step %zu: got %d %s", run->name, run->step, x->status, x->body);
    }
    keep(run, json_object_get(step, "keep"), answer);
    json_decref(wanted);
    json_decref(answer);
}

static void do_json(struct run *run, const json_t *step)
{
    json_t *args = filled(run, json_object_get(step, "with"));
    char *body = args == NULL ? strdup("{}") : json_dumps(args, JSON_COMPACT | JSON_ENCODE_ANY);
    struct exchange *x = cloud_send(&run->cloud, text_of(step, "do"), body);
    free(body);
    json_decref(args);
    if (text_of(step, "waits") == NULL) {
        check_answer(run, step, x);
        return;
    }
    snprintf(x->name, sizeof x->name, "%s", text_of(step, "waits"));
    if (x->status != 0) {
        fail_msg("%s, step %zu: answered at once: %s", run->name, run->step, x->body);
    }
}

/* The form, with every $VAR replaced by its value, percent-encoded. */
static void fill_form(const struct run *run, const char *form, char out[FORM_MAX])
{
    size_t n = 0;
    while (*form != '\0' && n < FORM_MAX - 4) {
        size_t length = *form == '$' ? strspn(form + 1, "abcdefghijklmnopqrstuvwxyz") : 0;
        if (length == 0) {
            out[n++] = *form++;
            continue;
        }
        char name[64];
        snprintf(name, sizeof name, "%.*s", (int)length, form + 1);
        const char *value = text_of(run->kept, name);
        assert_non_null(value);
        for (; *value != '\0' && n < FORM_MAX - 4; value++) {
            n += (size_t)snprintf(out + n, 4, "%%%02X", (unsigned char)*value);
        }
        form += length + 1;
    }
    out[n] = '\0';
}

static void do_form(struct run *run, const json_t *step)
{
    static char form[FORM_MAX];
    fill_form(run, text_of(step, "form"), form);
    const struct exchange *x = cloud_send(&run->cloud, NULL, form);
    json_int_t status = json_integer_value(json_object_get(step, "status"));
    size_t i;
    json_t *text;
    if (x->status != (status == 0 ? 200 : (int)status)) {
        fail_msg("%s, step %zu: got %d %s", run->name, run->step, x->status, x->body);
    }
    assert_string_equal(x->content_type, "text/xml");
    json_array_foreach (json_object_get(step, "holds"), i, text) {
        if (strstr(x->body, json_string_value(text)) == NULL) {
            fail_msg("%s, step %zu: no %s in %s", run->name, run->step, json_string_value(text),
                     x->body);
        }
    }
}

static void do_step(struct run *run, const json_t *step)
{
    const json_t *advance = json_object_get(step, "advance");
    if (advance != NULL) {
        cloud_advance(&run->cloud, json_integer_value(advance));
    } else if (text_of(step, "do") != NULL) {
        do_json(run, step);
    } else if (text_of(step, "form") != NULL) {
        do_form(run, step);
    } else if (text_of(step, "answered") != NULL) {
        check_answer(run, step, cloud_exchange(&run->cloud, text_of(step, "answered")));
    } else if (text_of(step, "waiting") != NULL) {
        assert_int_equal(cloud_exchange(&run->cloud, text_of(step, "waiting"))->status, 0);
    } else if (text_of(step, "leaves") != NULL) {
        exchange_leave(cloud_exchange(&run->cloud, text_of(step, "leaves")));
    } else {
        fail_msg("%s: step %zu is none", run->name, run->step);
    }
}

static void run_case(void **state)
{
    const json_t *json = *state;
    struct run run = {.kept = json_object(), .name = text_of(json, "name")};
    cloud_open(&run.cloud, NULL);
    json_t *step;
    json_array_foreach (json_object_get(json, "steps"), run.step, step) {
        do_step(&run, step);
    }
    cloud_close(&run.cloud);
    json_decref(run.kept);
}

int main(int argc, char **argv)
{
    json_error_t error = {0};
    json_t *file = argc < 2 ? NULL : json_load_file(argv[1], JSON_ALLOW_NUL, &error);
    if (file == NULL) {
        fprintf(stderr, "cases_test: %s:%d: %s\n", argc < 2 ? "?" : argv[1], error.line,
                error.text);
        return 2;
    }
    json_t *cases = json_object_get(file, "cases");
    size_t n = json_array_size(cases);
    struct CMUnitTest *tests = calloc(n + 1, sizeof *tests);
    if (n == 0 || tests == NULL) {
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
