/* SPDX-License-Identifier: Apache-2.0 */
/* States with branches below: Parallel and Map. */
#include <stdlib.h>
#include <string.h>

#include "local/map.h"

/* An event beside the way: what follows goes on from the one before. */
static void tell_beside(struct branch *b, const char *event, json_t *details)
{
    int before = b->last_event;
    history_add(b->x, b, event, details);
    b->last_event = before;
}

/* Whether the events of a branch have told of a state that it has not left. */
static bool is_inside(const struct branch *b)
{
    return b->phase != PHASE_ENTER && !(b->phase == PHASE_DONE && b->result);
}

/* Tells that states below are given up: `failed` is the branch by which the state of `b` failed.
 * What stands below a state that has failed itself was told of then. */
static void tell_aborted(struct branch *b, struct branch *teller, const struct branch *failed)
{
    bool map = json_object_get(b->state, "Branches") == NULL;
    for (const struct branch *child = b->children; child; child = child->next) {
        if (map && child != failed)
            tell_beside(
                teller, "MapIterationAborted",
                json_pack("{s:O, s:I}", "name", b->name, "index", (json_int_t)child->index));
        if (!is_inside(child))
            continue;
        const char *event = state_type_of(child->state)->aborted;
        if (child->phase != PHASE_DONE)
            tell_aborted((struct branch *)(uintptr_t)child, teller, NULL);
        if (event)
            tell_beside(teller, event, NULL);
    }
}

/* The branches below are given up; the state fails by the error of one of them. They are kept, in
 * case that the execution is redriven. */
static void fall(struct branch *b, const struct branch *failed)
{
    struct asl_error kept = failed->error;
    json_incref(kept.cause);
    tell_aborted(b, b, failed);
    branch_stop_children(b);
    asl_error_clear(&b->error);
    b->error = kept;
    state_fail(b);
}

/* Where the history goes on behind a branch that has ended. */
static void follow(struct branch *b, const struct branch *child)
{
    if (child->last_event > b->last_event)
        b->last_event = child->last_event;
}

/* ---- Parallel ---- */

void parallel_enter(struct branch *b)
{
    json_t *machine;
    size_t i;
    branch_free_children(b);
    if (!state_input(b)) {
        state_break(b);
        return;
    }
    history_add(b->x, b, "ParallelStateStarted", NULL);
    json_array_foreach (json_object_get(b->state, "Branches"), i, machine) {
        struct branch *child = branch_new(b->x, b, machine, b->work);
        if (!child)
            break;
        child->index = i;
        branch_ready(child, PHASE_ENTER);
    }
}

void parallel_join(struct branch *b)
{
    size_t running = 0;
    for (struct branch *child = b->children; child; child = child->next) {
        running += child->phase != PHASE_DONE;
        if (child->phase != PHASE_DONE || child->result)
            continue;
        follow(b, child);
        fall(b, child);
        return;
    }
    if (running > 0)
        return;
    json_t *results = json_array();
    for (struct branch *child = b->children; child; child = child->next) {
        (void)json_array_append(results, child->result);
        follow(b, child);
    }
    branch_free_children(b);
    tell_beside(b, "ParallelStateSucceeded", NULL);
    state_succeed(b, results);
}

/* ---- Map: iterations ---- */

static void tell(struct branch *b, struct branch *teller, const char *event, size_t index)
{
    history_add(b->x, teller, event,
                json_pack("{s:O, s:I}", "name", b->name, "index", (json_int_t)index));
}

static bool start(struct branch *b, size_t index)
{
    json_t *input = map_iteration_input(b, index);
    struct branch *child = input ? branch_new(b->x, b, map_processor(b), input) : NULL;
    json_decref(input);
    if (!child)
        return false;
    child->index = index;
    child->item = map_item(index, json_array_get(b->items, index));
    if (b->resume_event)
        child->last_event = b->resume_event;
    tell(b, child, "MapIterationStarted", index);
    branch_ready(child, PHASE_ENTER);
    return true;
}

static void map_go_on(struct branch *b)
{
    while (b->started < b->total && b->running < b->at_once) {
        if (!start(b, b->started)) {
            branch_free_children(b);
            state_break(b);
            return;
        }
        b->started++;
        b->running++;
    }
    if (b->running > 0)
        return;
    json_t *results = b->results;
    b->results = NULL;
    tell_beside(b, "MapStateSucceeded", NULL);
    state_succeed(b, results);
}

static void enter_inline(struct branch *b)
{
    if (!map_take_items(b, map_items(b)) || !map_settings(b) || !map_tolerance(b)) {
        state_break(b);
        return;
    }
    history_add(b->x, b, "MapStateStarted", json_pack("{s:I}", "length", (json_int_t)b->total));
    map_go_on(b);
}

void map_enter(struct branch *b)
{
    branch_free_children(b);
    map_run_free(b);
    json_decref(b->map_run_arn);
    json_decref(b->items);
    b->map_run_arn = b->items = NULL;
    b->started = b->running = b->failed = 0;
    b->resume_event = 0;
    if (!map_input(b))
        state_break(b);
    else if (map_is_distributed(b))
        map_run_begin(b);
    else
        enter_inline(b);
}

/* One that has ended. False: the state has failed with it. */
static bool take(struct branch *b, struct branch *child)
{
    bool good = child->result;
    b->resume_event = child->last_event;
    tell(b, child, good ? "MapIterationSucceeded" : "MapIterationFailed", child->index);
    if (!good) /* AWS goes on behind what failed, not behind the event of the iteration */
        child->last_event = b->resume_event;
    follow(b, child);
    b->running--;
    b->failed += !good;
    (void)json_array_set_new(b->results, child->index,
                             good ? json_incref(child->result) : asl_error_output(&child->error));
    if (b->failed <= b->tolerated) {
        branch_free(child);
        return true;
    }
    fall(b, child);
    return false;
}

void map_join(struct branch *b)
{
    struct branch *child = b->children, *next;
    for (; child; child = next) {
        next = child->next;
        if (child->phase == PHASE_DONE && !take(b, child))
            return;
    }
    map_go_on(b);
}
