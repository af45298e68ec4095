/* SPDX-License-Identifier: Apache-2.0 */
#include "run/result_json.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/hex.h"
#include "base/text.h"

enum { TEXT_MAX = 64 << 20 };

json_t *result_text(const char *value)
{
    struct buf safe = BUF_INIT(TEXT_MAX);
    if (!value)
        return json_null();
    json_t *json = json_string(value);
    if (json)
        return json;
    text_add(&safe, value);
    json = json_string(buf_str(&safe));
    buf_free(&safe);
    return json ? json : json_null();
}

json_t *result_id(const char *path, const char *name)
{
    struct buf both = BUF_INIT(TEXT_MAX);
    buf_printf(&both, "%s::%s", path, name);
    json_t *json = result_text(buf_str(&both));
    buf_free(&both);
    return json;
}

/* To JSON ------------------------------------------------------------------------------------- */

static const char *const kinds[] = {
    [FAILURE_EXPECTATION] = "expectation", [FAILURE_ERROR] = "error", [FAILURE_SKIP] = "skip"};

enum { KINDS = sizeof kinds / sizeof kinds[0] };

static json_t *failure_to(const struct failure *f)
{
    if (!f->summary)
        return json_null();
    return json_pack("{s:o, s:o, s:s}", "summary", result_text(f->summary), "text",
                     result_text(f->text), "kind", kinds[f->kind]);
}

static json_t *problems_to(const struct problem *p)
{
    json_t *list = json_array();
    for (; p; p = p->next)
        json_array_append_new(list, json_pack("{s:o, s:o}", "of", result_text(p->what), "failure",
                                              failure_to(&p->failure)));
    return list;
}

static json_t *attachments_to(const struct attachment *a, bool data)
{
    json_t *list = json_array();
    for (; a; a = a->next) {
        json_t *one =
            json_pack("{s:o, s:I}", "name", result_text(a->name), "size", (json_int_t)a->size);
        char *hex = data ? hex_text(a->data, a->size) : NULL;
        if (hex)
            json_object_set_new(one, "hex", json_string_nocheck(hex));
        free(hex);
        json_array_append_new(list, one);
    }
    return list;
}

static json_t *phases_to(const struct result *r)
{
    json_t *list = json_array();
    for (size_t i = 0; i < r->n_phases; i++)
        json_array_append_new(list, json_pack("{s:s, s:f}", "name", r->phases[i].name, "seconds",
                                              r->phases[i].seconds));
    return list;
}

/* The tries before the last, the first of them first. */
static json_t *tries_to(const struct result *r)
{
    json_t *list = json_array();
    for (const struct result *e = r->earlier; e; e = e->earlier)
        json_array_insert_new(list, 0,
                              json_pack("{s:s, s:f, s:o, s:o}", "outcome", outcome_word(e->outcome),
                                        "seconds", e->seconds, "failure", failure_to(&e->failure),
                                        "notes", result_text(e->notes)));
    return list;
}

/* What only another process of the run is told. */
static json_t *with_course(json_t *json, const struct result *r)
{
    if (r->timeline)
        json_object_set(json, "timeline", r->timeline);
    if (r->failure.wait)
        json_object_set(json_object_get(json, "failure"), "wait", r->failure.wait);
    return json;
}

json_t *result_to_json(const struct result *r, bool data)
{
    json_t *json = json_pack(
        "{s:o, s:o, s:o, s:i, s:I, s:s, s:f, s:o, s:o, s:O?, s:o, s:o, s:o, s:o, s:o, "
        "s:b, s:i}",
        "id", result_id(r->path, r->name), "path", result_text(r->path), "name",
        result_text(r->name), "line", r->line, "order", (json_int_t)r->order, "outcome",
        outcome_word(r->outcome), "seconds", r->seconds, "phases", phases_to(r), "failure",
        failure_to(&r->failure), "autopsy", r->autopsy, "expected", result_text(r->expected),
        "problems", problems_to(r->problems), "tries", tries_to(r), "attachments",
        attachments_to(r->attachments, data), "notes", result_text(r->notes), "interrupted",
        (int)r->interrupted, "restarts", (int)r->restarts);
    return data ? with_course(json, r) : json;
}

json_t *fixture_to_json(const struct fixture_result *f)
{
    return json_pack("{s:o, s:o, s:i, s:s, s:o, s:f, s:f, s:o}", "path", result_text(f->path),
                     "name", result_text(f->name), "line", f->line, "scope", f->scope, "spec",
                     result_text(f->spec), "setup_seconds", f->setup_seconds, "teardown_seconds",
                     f->teardown_seconds, "problems", problems_to(f->problems));
}

/* From JSON ----------------------------------------------------------------------------------- */

static const char *text_of(const json_t *json, const char *key)
{
    return json_string_value(json_object_get(json, key));
}

static char *copy_of(const json_t *json, const char *key)
{
    const char *text = text_of(json, key);
    return text ? strdup(text) : NULL;
}

static double seconds_of(const json_t *json, const char *key)
{
    return json_number_value(json_object_get(json, key));
}

static int outcome_from(const json_t *json, enum outcome *outcome)
{
    const char *word = text_of(json, "outcome");
    for (int i = 0; word && i < OUTCOME_COUNT; i++) {
        if (strcmp(outcome_word((enum outcome)i), word) == 0) {
            *outcome = (enum outcome)i;
            return 0;
        }
    }
    return -1;
}

static void failure_from(const json_t *json, struct failure *f)
{
    const char *kind = text_of(json, "kind");
    if (!text_of(json, "summary"))
        return;
    f->kind = FAILURE_ERROR;
    for (int i = 0; kind && i < KINDS; i++)
        if (strcmp(kinds[i], kind) == 0)
            f->kind = (enum failure_kind)i;
    f->wait = json_is_object(json_object_get(json, "wait"))
                  ? json_incref(json_object_get(json, "wait"))
                  : NULL;
    f->summary = copy_of(json, "summary");
    f->text = copy_of(json, "text");
    if (!f->text)
        f->text = copy_of(json, "summary");
}

static void problems_from(const json_t *list, struct problem **problems)
{
    size_t i;
    const json_t *json;
    json_array_foreach (list, i, json) {
        const char *what = text_of(json, "of");
        struct problem *p = problem_add(problems, what ? what : "?");
        if (p)
            failure_from(json_object_get(json, "failure"), &p->failure);
        if (p && !p->failure.summary)
            p->failure = (struct failure){
                .kind = FAILURE_ERROR, .summary = strdup("?"), .text = strdup("?")};
    }
}

/* Names of phases are static: those of the language (parts/case.lua). */
const char *result_phase(const char *name)
{
    static const char *const names[] = {"setup", "seed",  "listen",  "act",
                                        "poll",  "check", "teardown"};
    for (size_t i = 0; name && i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0)
            return names[i];
    return NULL;
}

static void phases_from(const json_t *list, struct result *r)
{
    size_t i;
    const json_t *json;
    json_array_foreach (list, i, json) {
        const char *name = result_phase(text_of(json, "name"));
        if (name && r->n_phases < RESULT_PHASES_MAX)
            r->phases[r->n_phases++] = (struct phase_time){name, seconds_of(json, "seconds")};
    }
}

static void attachments_from(const json_t *list, struct result *r)
{
    size_t i;
    const json_t *json;
    struct attachment **at = &r->attachments;
    json_array_foreach (list, i, json) {
        const char *name = text_of(json, "name");
        size_t size = (size_t)json_integer_value(json_object_get(json, "size"));
        struct attachment *a = name && i < ATTACHMENTS_MAX ? calloc(1, sizeof *a) : NULL;
        if (!a)
            return;
        const char *hex = text_of(json, "hex");
        *a = (struct attachment){
            .name = strdup(name), .size = size, .data = hex ? hex_bytes(hex, size) : NULL};
        *at = a;
        at = &a->next;
    }
}

/* The first of them comes first in the list, and last behind `earlier`. */
static int tries_from(const json_t *list, struct result *r)
{
    size_t i;
    const json_t *json;
    json_array_foreach (list, i, json) {
        struct result *try = calloc(1, sizeof *try);
        if (!try)
            return -1;
        try->earlier = r->earlier;
        try->tries = r->tries++;
        r->earlier = try;
        try->path = r->path;
        try->name = r->name;
        if (outcome_from(json, &try->outcome) != 0)
            return -1;
        try->seconds = seconds_of(json, "seconds");
        failure_from(json_object_get(json, "failure"), &try->failure);
        try->notes = copy_of(json, "notes");
    }
    return 0;
}

int result_from_json(const json_t *json, struct result *r)
{
    const json_t *autopsy = json_object_get(json, "autopsy");
    const json_t *timeline = json_object_get(json, "timeline");
    r->line = (int)json_integer_value(json_object_get(json, "line"));
    r->order = (size_t)json_integer_value(json_object_get(json, "order"));
    r->seconds = seconds_of(json, "seconds");
    r->expected = text_of(json, "expected");
    r->notes = copy_of(json, "notes");
    r->restarts = (unsigned)json_integer_value(json_object_get(json, "restarts"));
    r->interrupted = json_is_true(json_object_get(json, "interrupted"));
    r->autopsy = json_is_object(autopsy) ? json_incref((json_t *)autopsy) : NULL;
    r->timeline = json_is_object(timeline) ? json_incref((json_t *)timeline) : NULL;
    failure_from(json_object_get(json, "failure"), &r->failure);
    problems_from(json_object_get(json, "problems"), &r->problems);
    phases_from(json_object_get(json, "phases"), r);
    attachments_from(json_object_get(json, "attachments"), r);
    if (outcome_from(json, &r->outcome) != 0)
        return -1;
    return tries_from(json_object_get(json, "tries"), r);
}

int fixture_from_json(const json_t *json, struct fixture_result *f)
{
    f->path = text_of(json, "path");
    f->name = text_of(json, "name");
    f->scope = text_of(json, "scope");
    f->spec = text_of(json, "spec");
    f->line = (int)json_integer_value(json_object_get(json, "line"));
    f->setup_seconds = seconds_of(json, "setup_seconds");
    f->teardown_seconds = seconds_of(json, "teardown_seconds");
    problems_from(json_object_get(json, "problems"), &f->problems);
    return f->path && f->name && f->scope ? 0 : -1;
}
