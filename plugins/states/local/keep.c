/* SPDX-License-Identifier: Apache-2.0 */
/* Branches as documents, for executions that go on after the local cloud has ended. */
#include <stddef.h>
#include <string.h>

#include "local/run.h"
#include "local/task.h"

/* Members of a branch that are JSON, and those that are numbers: sizes, events. */
static const struct {
    const char *name;
    size_t at;
} values[] = {
    {"Name", offsetof(struct branch, name)},
    {"Input", offsetof(struct branch, input)},
    {"Work", offsetof(struct branch, work)},
    {"Variables", offsetof(struct branch, variables)},
    {"Item", offsetof(struct branch, item)},
    {"Result", offsetof(struct branch, result)},
    {"Attempts", offsetof(struct branch, attempts)},
    {"Items", offsetof(struct branch, items)},
    {"Results", offsetof(struct branch, results)},
    {"MapRun", offsetof(struct branch, map_run_arn)},
};

static const struct {
    const char *name;
    size_t at;
} sizes[] = {
    {"Index", offsetof(struct branch, index)},
    {"Total", offsetof(struct branch, total)},
    {"Started", offsetof(struct branch, started)},
    {"Running", offsetof(struct branch, running)},
    {"Failed", offsetof(struct branch, failed)},
    {"AtOnce", offsetof(struct branch, at_once)},
    {"Tolerated", offsetof(struct branch, tolerated)},
};

static const struct {
    const char *name;
    size_t at;
} events[] = {
    {"EnteredEvent", offsetof(struct branch, entered_event)},
    {"LastEvent", offsetof(struct branch, last_event)},
    {"BeforeEvent", offsetof(struct branch, before_event)},
    {"ResumeEvent", offsetof(struct branch, resume_event)},
    {"Retries", offsetof(struct branch, retries)},
};

#define MEMBER(b, of, type) ((type *)(void *)((char *)(b) + (of)))

json_t *branch_to_json(const struct branch *b)
{
    json_t *doc = json_pack("{s:i, s:I, s:I, s:I, s:s, s:O*}", "Phase", (int)b->phase, "Entered",
                            (json_int_t)b->entered_ms, "Begun", (json_int_t)b->begun_ms, "Due",
                            (json_int_t)b->due_ms, "Error", b->error.name, "Cause", b->error.cause);
    if (b->state)
        (void)json_object_set(doc, "Type", json_object_get(b->state, "Type"));
    json_t *children = b->children ? json_array() : NULL;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        json_t *value = *MEMBER((struct branch *)(uintptr_t)b, values[i].at, json_t *);
        if (value)
            (void)json_object_set(doc, values[i].name, value);
    }
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        (void)json_object_set_new(
            doc, sizes[i].name,
            json_integer((json_int_t)*MEMBER((struct branch *)(uintptr_t)b, sizes[i].at, size_t)));
    for (size_t i = 0; i < sizeof events / sizeof *events; i++)
        (void)json_object_set_new(
            doc, events[i].name,
            json_integer(*MEMBER((struct branch *)(uintptr_t)b, events[i].at, int)));
    for (const struct branch *child = b->children; child; child = child->next)
        (void)json_array_append_new(children, branch_to_json(child));
    if (children)
        (void)json_object_set_new(doc, "Children", children);
    task_keep(b, doc);
    return doc;
}

/* ---- again ---- */

static json_int_t number(const json_t *doc, const char *name)
{
    return json_integer_value(json_object_get(doc, name));
}

static void read_members(struct branch *b, const json_t *doc)
{
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        json_t **at = MEMBER(b, values[i].at, json_t *);
        json_decref(*at);
        *at = json_deep_copy(json_object_get(doc, values[i].name));
    }
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        *MEMBER(b, sizes[i].at, size_t) = (size_t)number(doc, sizes[i].name);
    for (size_t i = 0; i < sizeof events / sizeof *events; i++)
        *MEMBER(b, events[i].at, int) = (int)number(doc, events[i].name);
    b->entered_ms = number(doc, "Entered");
    b->begun_ms = number(doc, "Begun");
    const char *error = slrun_text(doc, "Error");
    if (error && *error)
        (void)asl_fail(&b->error, error, "%s",
                       slrun_text(doc, "Cause") ? slrun_text(doc, "Cause") : "");
}

/* What it waited for is waited for again; a task that was under way begins anew. */
static void wake(struct branch *b, const json_t *doc, enum phase phase)
{
    const struct slrun_cloud *cloud = b->x->service->cloud;
    bool waits = phase == PHASE_WAITED || phase == PHASE_AGAIN;
    if (waits && number(doc, "Due") > cloud->now_ms(cloud))
        branch_wait(b, number(doc, "Due"), phase);
    else if (phase == PHASE_HELD && b->map_run_arn)
        branch_ready(b, PHASE_RESUME);
    else if (phase == PHASE_HELD && b->children)
        b->phase = PHASE_HELD;
    else if (phase == PHASE_HELD)
        task_resume(b, doc);
    else if (phase == PHASE_DONE)
        b->phase = PHASE_DONE;
    else
        branch_ready(b, phase);
}

/* The machine of a branch below this one. */
static json_t *inner_machine(const struct branch *b, size_t index)
{
    json_t *branches = json_object_get(b->state, "Branches");
    json_t *processor = json_object_get(b->state, "ItemProcessor");
    return branches    ? json_array_get(branches, index)
           : processor ? processor
                       : json_object_get(b->state, "Iterator");
}

struct branch *branch_from_json(struct execution *x, struct branch *parent, json_t *machine,
                                const json_t *doc)
{
    struct branch *b = branch_new(x, parent, machine, NULL);
    json_t *child;
    size_t i;
    if (!b)
        return NULL;
    enum phase phase = (enum phase)number(doc, "Phase");
    read_members(b, doc);
    b->state = json_object_get(json_object_get(machine, "States"), json_string_value(b->name));
    json_array_foreach (json_object_get(doc, "Children"), i, child)
        (void)branch_from_json(x, b, inner_machine(b, (size_t)number(child, "Index")), child);
    wake(b, doc, phase);
    return b;
}
