/* SPDX-License-Identifier: Apache-2.0 */
#include "run/life/result_json.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "base/buf.h"
#include "base/hex.h"
#include "base/json_text.h"
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

static const char *const kinds[] = {
    [FAILURE_EXPECTATION] = "expectation", [FAILURE_ERROR] = "error", [FAILURE_SKIP] = "skip"};

enum { KINDS = sizeof kinds / sizeof kinds[0] };

const char *result_kind(enum failure_kind kind)
{
    return kinds[kind];
}

static char *copy_of(const json_t *json, const char *key)
{
    const char *text = slrun_text(json, key);
    return text ? strdup(text) : NULL;
}

static double seconds_of(const json_t *json, const char *key)
{
    return json_number_value(json_object_get(json, key));
}

static int outcome_from(const json_t *json, enum outcome *outcome)
{
    const char *word = slrun_text(json, "outcome");
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
    const char *kind = slrun_text(json, "kind");
    if (!slrun_text(json, "summary"))
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
        const char *what = slrun_text(json, "of");
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
        const char *name = result_phase(slrun_text(json, "name"));
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
        const char *name = slrun_text(json, "name");
        size_t size = (size_t)json_integer_value(json_object_get(json, "size"));
        struct attachment *a = name && i < ATTACHMENTS_MAX ? calloc(1, sizeof *a) : NULL;
        if (!a)
            return;
        const char *hex = slrun_text(json, "hex");
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
    r->expected = slrun_text(json, "expected");
    r->notes = copy_of(json, "notes");
    r->restarts = (unsigned)json_integer_value(json_object_get(json, "restarts"));
    r->interrupted = json_is_true(json_object_get(json, "interrupted"));
    r->autopsy = json_is_object(autopsy) ? json_incref((json_t *)autopsy) : NULL;
    r->timeline =
        json_is_object(timeline) ? json_text(timeline, JSON_REAL_PRECISION(15), NULL) : NULL;
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
    f->path = slrun_text(json, "path");
    f->name = slrun_text(json, "name");
    f->scope = slrun_text(json, "scope");
    f->spec = slrun_text(json, "spec");
    f->line = (int)json_integer_value(json_object_get(json, "line"));
    f->setup_seconds = seconds_of(json, "setup_seconds");
    f->teardown_seconds = seconds_of(json, "teardown_seconds");
    problems_from(json_object_get(json, "problems"), &f->problems);
    return f->path && f->name && f->scope ? 0 : -1;
}
