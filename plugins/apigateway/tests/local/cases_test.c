/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests and answers as data: each case is a list of steps. A step sends a request, ends a call
 * or moves the clock, and then says what is to be seen. Expected objects match partially; "*"
 * matches anything, "-" what is not there; an object also matches the text of one. "exactly" wants
 * all that is at a path. "keep" remembers parts of an answer, which stand in later steps as
 * ${name}.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "support.h"
#include "util/jsonpath.h"

/* ---- ${name} ---- */

static json_t *replaced_text(const char *text, const json_t *kept)
{
    struct text t = TEXT_INIT;
    while (*text) {
        const char *end = strncmp(text, "${", 2) == 0 ? strchr(text, '}') : NULL;
        char name[64] = "";
        if (end)
            snprintf(name, sizeof name, "%.*s", (int)(end - text - 2), text + 2);
        const char *value = text_get(kept, name);
        text_adds(&t, value ? value : (char[]){*text, '\0'});
        text = value ? end + 1 : text + 1;
    }
    return text_json(&t);
}

static json_t *replaced(const json_t *value, const json_t *kept)
{
    size_t i;
    const char *name;
    json_t *item, *copy;
    if (json_is_string(value))
        return replaced_text(json_string_value(value), kept);
    if (json_is_array(value)) {
        copy = json_array();
        json_array_foreach (value, i, item)
            json_array_append_new(copy, replaced(item, kept));
        return copy;
    }
    if (!json_is_object(value))
        return json_incref((json_t *)(uintptr_t)value);
    copy = json_object();
    json_object_foreach ((json_t *)(uintptr_t)value, name, item) {
        json_t *key = replaced_text(name, kept);
        json_object_set_new(copy, json_string_value(key), replaced(item, kept));
        json_decref(key);
    }
    return copy;
}

/* ---- comparing ---- */

static int matches(const json_t *want, const json_t *got, const char *where)
{
    size_t i;
    const char *name, *text = json_string_value(want);
    json_t *item;
    int good = 1;
    char path[512];
    if (text && strcmp(text, "*") == 0)
        return got != NULL;
    if (json_is_object(want) && json_is_string(got)) { /* JSON in a string */
        json_t *inner = json_loads(json_string_value(got), 0, NULL);
        good = inner && matches(want, inner, where);
        json_decref(inner);
        return good;
    }
    if (json_is_object(want) && json_is_object(got)) {
        json_object_foreach ((json_t *)(uintptr_t)want, name, item) {
            snprintf(path, sizeof path, "%s.%s", where, name);
            if (text_is(want, name, "-") ? json_object_get(got, name) != NULL
                                         : !matches(item, json_object_get(got, name), path))
                good = 0;
        }
        return good;
    }
    if (json_is_array(want) && json_array_size(want) == json_array_size(got)) {
        json_array_foreach (want, i, item) {
            snprintf(path, sizeof path, "%s[%zu]", where, i);
            good = matches(item, json_array_get(got, i), path) && good;
        }
        return good;
    }
    if (json_equal(want, got))
        return 1;
    fprintf(stderr, "%s: got ", where);
    if (got)
        json_dumpf(got, stderr, JSON_ENCODE_ANY | JSON_COMPACT);
    fprintf(stderr, "\n");
    return 0;
}

/* The whole of an answer must be that, not only a part. */
static int is_exactly(const json_t *want, const json_t *got)
{
    json_t *inner = json_is_string(got) ? json_loads(json_string_value(got), JSON_DECODE_ANY, NULL)
                                        : json_incref((json_t *)(uintptr_t)got);
    int good = json_equal(want, inner);
    if (!good) {
        fprintf(stderr, "exactly: got ");
        json_dumpf(inner ? inner : got, stderr, JSON_ENCODE_ANY | JSON_INDENT(1) | JSON_SORT_KEYS);
        fprintf(stderr, "\n");
    }
    json_decref(inner);
    return good;
}

/* ---- steps ---- */

static int check(const json_t *step, const char *member, const json_t *got, const char *where)
{
    const json_t *want = json_object_get(step, member);
    return !want || (got && matches(want, got, where));
}

static void act(struct fake *fake, const json_t *step)
{
    json_int_t ms = json_integer_value(json_object_get(step, "advance"));
    if (json_object_get(step, "send"))
        fake_send(fake, json_object_get(step, "send"));
    if (json_object_get(step, "answer"))
        fake_answer(fake, json_object_get(step, "answer"));
    if (json_object_get(step, "resource"))
        fake_provision(fake, json_object_get(step, "resource"));
    if (ms)
        cloud_advance(&fake->cloud, ms);
}

static void keep(const struct fake *fake, const json_t *step, const json_t *reply, json_t *kept)
{
    const char *name;
    json_t *path;
    json_t *body = json_object_get(step, "resource")
                       ? json_incref(fake->resource)
                       : json_loads(reply ? text_get(reply, "body") : "", 0, NULL);
    json_object_foreach (json_object_get(step, "keep"), name, path)
        json_object_set_new(kept, name, jsonpath_get(body, json_string_value(path)));
    json_decref(body);
}

static int run_step(struct fake *fake, const json_t *step, json_t *kept, const char *where)
{
    const json_t *exact = json_object_get(step, "exactly");
    act(fake, step);
    json_t *reply = fake_reply(fake);
    int good = check(step, "reply", reply, where) && check(step, "ended", fake->resource, where) &&
               check(step, "calls", fake->calls, where) &&
               (json_object_get(step, "calls") || json_array_size(fake->calls) == 0);
    if (good && exact) {
        json_t *got = jsonpath_get(json_object_get(step, "calls") ? fake->calls : reply,
                                   text_get(exact, "at"));
        good = is_exactly(json_object_get(exact, "is"), got);
        json_decref(got);
    }
    keep(fake, step, reply, kept);
    if (!good) {
        json_t *seen = json_pack("{s:O?, s:O?, s:O?}", "reply", reply, "resource", fake->resource,
                                 "calls", fake->calls);
        fprintf(stderr, "%s failed: ", where);
        json_dumpf(seen, stderr, JSON_INDENT(1));
        fprintf(stderr, "\n");
        json_decref(seen);
    }
    json_decref(reply);
    return good;
}

static int run_case(const char *name, const json_t *first, const json_t *steps)
{
    size_t i;
    json_t *step, *kept = json_object(), *all = json_deep_copy(first), *alive = json_array();
    struct fake fake;
    int good = 1;
    char where[256];
    fake_open(&fake);
    json_array_extend(all, (json_t *)(uintptr_t)steps);
    json_array_foreach (all, i, step) {
        json_t *mine = replaced(step, kept);
        json_array_append_new(alive, mine); /* requests point into it */
        snprintf(where, sizeof where, "%s, step %zu", name, i + 1);
        good = good && run_step(&fake, mine, kept, where);
    }
    fake_close(&fake);
    json_decref(kept);
    json_decref(all);
    json_decref(alive);
    return good ? 0 : 1;
}

/* A file: {"first": [steps of every case], "cases": {"name": [steps]}}. */
int main(int argc, char **argv)
{
    json_error_t error;
    int failed = 0;
    const char *name;
    json_t *steps,
        *file = argc > 1 ? json_load_file(argv[1], JSON_REJECT_DUPLICATES, &error) : NULL;
    json_t *cases = json_object_get(file, "cases"), *first = json_object_get(file, "first");
    if (!json_object_size(cases)) {
        fprintf(stderr, "no cases: %s, line %d\n", file ? "" : error.text, file ? 0 : error.line);
        return 1;
    }
    first = first ? json_incref(first) : json_array();
    json_object_foreach (cases, name, steps)
        failed += run_case(name, first, steps);
    fprintf(stderr, "%zu cases, %d failed\n", json_object_size(cases), failed);
    json_decref(first);
    json_decref(file);
    return failed != 0;
}
