/* SPDX-License-Identifier: Apache-2.0 */
/* What workers tell besides results (worker_tell.h), on its way to the observer of the run. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "base/clock.h"
#include "run/life/result_json.h"
#include "run/worker/workers_pool.h"

enum { USES_MAX = 64 };

/* The case that `path` and `name` of a message name; NULL: it is over, or none. */
static struct remote *named(const struct worker *w, const json_t *message)
{
    const char *path = slrun_text_or(message, "path", ""),
               *name = slrun_text_or(message, "name", "");
    struct remote *r = w->cases;
    while (r && (strcmp(r->item.sc->name, name) != 0 || strcmp(spec_path(r->item.spec), path) != 0))
        r = r->next;
    return r && r->state == REMOTE_BEGUN ? r : NULL;
}

void workers_told_call(struct worker *w, const json_t *message)
{
    const struct workers_options *o = &w->workers->o;
    const json_t *told = json_object_get(message, "call");
    const json_t *text = json_object_get(told, "call"), *brief = json_object_get(told, "brief");
    struct buf copy = BUF_INIT(WIRE_LINE_MAX);
    size_t size = json_string_length(text), before = (size_t)json_integer_value(brief);
    if (before == 0 || before >= size || !o->observer->call_end ||
        !call_copy_put_text(&copy, json_string_value(text), size, before)) {
        buf_free(&copy);
        return;
    }
    const struct call_copy call = {copy.data, copy.len};
    const struct call_end end = {.path = slrun_text_or(told, "path", ""),
                                 .role = slrun_text_or(told, "role", ""),
                                 .name = slrun_text_or(told, "name", ""),
                                 .id = slrun_text_or(told, "id", ""),
                                 .phase = slrun_text_or(told, "phase", ""),
                                 .at_ms = json_number_value(json_object_get(told, "at_ms")),
                                 .call = &call};
    o->observer->call_end(o->observer_self, &end);
    buf_free(&copy);
}

void workers_told_says(struct worker *w, const json_t *message)
{
    const struct workers_options *o = &w->workers->o;
    const json_t *told = json_object_get(message, "says");
    const char *fixture = slrun_text_or(told, "fixture", NULL);
    const char *text = slrun_text_or(told, "text", "");
    const struct remote *r = fixture ? NULL : named(w, told);
    if (fixture && o->observer->fixture_says)
        o->observer->fixture_says(o->observer_self, fixture, text);
    else if (r && o->observer->case_says)
        o->observer->case_says(o->observer_self, r->result, text);
}

void workers_told_move(struct worker *w, const json_t *message)
{
    const struct workers_options *o = &w->workers->o;
    const json_t *one, *told = json_object_get(message, "move");
    const char *uses[USES_MAX];
    struct fixture_move move = {.name = slrun_text_or(told, "fixture", ""),
                                .scope = slrun_text_or(told, "scope", ""),
                                .uses = uses,
                                .down = json_is_true(json_object_get(told, "down"))};
    const struct remote *r = named(w, told);
    size_t i;
    json_array_foreach (json_object_get(told, "uses"), i, one)
        if (move.n_uses < USES_MAX && json_is_string(one))
            uses[move.n_uses++] = json_string_value(one);
    if (r)
        move.of = r->result;
    if (o->observer->fixture_moves)
        o->observer->fixture_moves(o->observer_self, &move);
}

void workers_told_iam(struct worker *w, const json_t *message)
{
    if (w->workers->o.uses)
        iam_hear(w->workers->o.uses, json_object_get(message, "iam"));
}

/* Looks --------------------------------------------------------------------------------------- */

/* The result shows the phase until it is told itself. */
static void look_at(struct remote *r, const json_t *look)
{
    struct phase_time phase = {.name = result_phase(slrun_text_or(look, "phase", ""))};
    double seconds = json_number_value(json_object_get(look, "seconds"));
    r->looked = true;
    r->phase_ns = clock_mono_ns() - (uint64_t)(seconds * 1e9);
    snprintf(r->expects, sizeof r->expects, "%s", slrun_text_or(look, "expects", ""));
    r->result->n_phases = phase.name ? 1 : 0;
    r->result->phases[0] = phase;
}

void workers_told_looks(struct worker *w, const json_t *message)
{
    size_t i;
    const json_t *look;
    for (struct remote *r = w->cases; r; r = r->next)
        r->looked = false;
    json_array_foreach (json_object_get(message, "looks"), i, look) {
        struct remote *r = named(w, look);
        if (r)
            look_at(r, look);
    }
}

void remote_look(const struct remote *r, struct looks *looks)
{
    if (r->state != REMOTE_BEGUN)
        return;
    looks->in_flight++;
    if (r->looked)
        looks_add(looks, &(struct look){.result = r->result,
                                        .seconds = (double)(clock_mono_ns() - r->phase_ns) / 1e9,
                                        .expects = r->expects});
}
