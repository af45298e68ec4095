/* SPDX-License-Identifier: Apache-2.0 */
/* Answers against what a step says of them. */
#include "check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* An answer that is being checked. */
struct checked {
    struct run *run;
    const json_t *step;
    const struct exchange *x;
    json_t *json; /* its body, or NULL */
};

static const char *text_of(const json_t *json, const char *member)
{
    return json_string_value(json_object_get(json, member));
}

static void wrong(const struct checked *c, const char *what, const char *wanted)
{
    fail_msg("%s, step %zu: wanted %s %s; got %d %s", c->run->name, c->run->step, what, wanted,
             c->x->status, c->x->body);
}

static bool flag(const struct checked *c, const char *name)
{
    return json_is_true(json_object_get(c->run->file, name));
}

/* ---- JSON ---- */

static bool agrees(const struct checked *c, const json_t *all, const json_t *part, bool whole)
{
    const char *key;
    json_t *value;
    size_t i;
    if ((whole || !c->step) && json_is_string(part) && strcmp(json_string_value(part), "*") == 0)
        return all != NULL;
    if (flag(c, "by_value") && json_is_number(part) && json_is_number(all))
        return json_number_value(part) == json_number_value(all);
    if (!json_is_object(part) && !json_is_array(part))
        return json_equal(all, part);
    json_object_foreach ((json_t *)(uintptr_t)part, key, value)
        if (!agrees(c, json_object_get(all, key), value, whole))
            return false;
    json_array_foreach (part, i, value)
        if (!agrees(c, json_array_get(all, i), value, whole))
            return false;
    return json_is_array(part)
               ? json_is_array(all) && json_array_size(all) == json_array_size(part)
               : json_is_object(all) && (!whole || json_object_size(all) == json_object_size(part));
}

void check_part(struct run *run, const json_t *all, const json_t *part)
{
    struct exchange none = {.body = (char *)(uintptr_t) ""};
    const struct checked c = {.run = run, .x = &none};
    char *text = json_dumps(all, JSON_COMPACT | JSON_ENCODE_ANY);
    if (part && !agrees(&c, all, part, false))
        fail_msg("%s, step %zu: called with %s", run->name, run->step, text);
    free(text);
}

static void check_failure(const struct checked *c)
{
    const char *wanted = text_of(c->step, "fails"), *saying = text_of(c->step, "saying");
    const char *type = text_of(c->json, "__type"), *mark = type ? strrchr(type, '#') : NULL;
    const char *name = mark ? mark + 1 : type, *message = text_of(c->json, "message");
    message = message ? message : text_of(c->json, "Message");
    if (!name || strcmp(name, wanted) != 0)
        wrong(c, "the error", wanted);
    if (saying && (!message || strcmp(message, saying) != 0))
        wrong(c, "the message", saying);
}

static void check_json(const struct checked *c)
{
    const json_t *gives = json_object_get(c->step, "gives");
    const char *lacks = text_of(c->step, "lacks");
    bool fails = text_of(c->step, "fails") != NULL;
    if (fails)
        check_failure(c);
    if (gives && !agrees(c, c->json, gives, flag(c, "whole") && !fails)) {
        char *text = json_dumps(gives, JSON_COMPACT | JSON_ENCODE_ANY);
        wrong(c, "", text);
        free(text);
    }
    if (lacks && json_object_get(c->json, lacks))
        wrong(c, "no", lacks);
}

static json_t *at_path(json_t *json, const char *path)
{
    char part[64];
    while (json && *path) {
        size_t n = strcspn(path, ".");
        snprintf(part, sizeof part, "%.*s", (int)n, path);
        json = json_is_array(json) ? json_array_get(json, strtoul(part, NULL, 10))
                                   : json_object_get(json, part);
        path += n + (path[n] == '.');
    }
    return json_incref(json);
}

/* ---- texts and headers ---- */

static void check_texts(const struct checked *c, const char *name, bool there)
{
    size_t i;
    json_t *text;
    json_array_foreach (json_object_get(c->step, name), i, text)
        if ((strstr(c->x->body, json_string_value(text)) != NULL) != there)
            wrong(c, there ? "" : "no", json_string_value(text));
}

static void check_body(const struct checked *c)
{
    const json_t *size = json_object_get(c->step, "size");
    const char *is = text_of(c->step, "is");
    check_texts(c, "holds", true);
    check_texts(c, "lacks", false);
    if (is && strcmp(c->x->body, is) != 0)
        wrong(c, "all of", is);
    if (size && c->x->size != (size_t)json_integer_value(size))
        wrong(c, "another", "size");
}

static void check_headers(const struct checked *c, const json_t *has)
{
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)(uintptr_t)has, name, value) {
        const char *have = exchange_header(c->x, name), *wanted = json_string_value(value);
        if (!have != json_is_null(value) || (wanted && strcmp(have, wanted) != 0))
            fail_msg("%s, step %zu: header %s: wanted %s, got %s", c->run->name, c->run->step, name,
                     wanted ? wanted : "some", have ? have : "none");
    }
}

static json_t *element_of(const char *body, const char *name)
{
    char open[64];
    snprintf(open, sizeof open, "<%s>", name);
    const char *start = strstr(body, open);
    start = start ? start + strlen(open) : NULL;
    return start ? json_stringn(start, strcspn(start, "<")) : NULL;
}

static void check_code(const struct checked *c)
{
    const char *code = text_of(c->step, "code");
    const char *header = exchange_header(c->x, "x-amzn-query-error");
    json_t *have = header ? json_string(header) : element_of(c->x->body, "Code");
    if (code && (!have || strcmp(json_string_value(have), code) != 0))
        wrong(c, "the code", code);
    json_decref(have);
}

/* ---- all of it ---- */

static void keep(const struct checked *c)
{
    const char *name;
    json_t *what;
    json_object_foreach (json_object_get(c->step, "keep"), name, what) {
        const char *place = json_string_value(what);
        const char *header =
            strncmp(place, "header:", 7) == 0 ? exchange_header(c->x, place + 7) : NULL;
        json_t *value = header    ? json_string(header)
                        : c->json ? at_path(c->json, place)
                                  : element_of(c->x->body, place);
        if (!value)
            wrong(c, "something to keep:", place);
        json_object_set_new(c->run->kept, name, value);
    }
}

void check_answer(struct run *run, const json_t *step, const struct exchange *x)
{
    struct checked c = {run, step, x, NULL};
    const json_t *status = json_object_get(step, "status");
    int wanted = status ? (int)json_integer_value(status) : text_of(step, "fails") ? 400 : 200;
    if (x->status == 0)
        fail_msg("%s, step %zu: no answer yet", run->name, run->step);
    if (x->status != wanted)
        wrong(&c, "another", "status");
    c.json = json_loadb(x->body, x->size, JSON_ALLOW_NUL, NULL);
    check_json(&c);
    check_body(&c);
    check_code(&c);
    check_headers(&c, json_object_get(run->file, "has"));
    check_headers(&c, json_object_get(step, "has"));
    keep(&c);
    json_decref(c.json);
}
