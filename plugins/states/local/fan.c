/* SPDX-License-Identifier: Apache-2.0 */
/* States with branches below: Parallel and Map. */
#include <stdlib.h>
#include <string.h>

#include "local/run.h"

enum { INLINE_AT_ONCE = 40, DISTRIBUTED_AT_ONCE = 1000 };

static void replace(json_t **at, json_t *value)
{
    json_decref(*at);
    *at = value;
}

/* The branches below are given up; the state fails by the error of one of them. */
static void fall(struct branch *b, const struct asl_error *error)
{
    struct asl_error kept = *error;
    json_incref(kept.cause);
    branch_free_children(b);
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

/* The event of work that is done; what follows goes on from the one before. */
static void tell_done(struct branch *b, const char *event)
{
    int before = b->last_event;
    history_add(b->x, b, event, NULL);
    b->last_event = before;
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
        fall(b, &child->error);
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
    tell_done(b, "ParallelStateSucceeded");
    state_succeed(b, results);
}

/* ---- Map: the items ---- */

static json_t *processor_of(const struct branch *b)
{
    json_t *processor = json_object_get(b->state, "ItemProcessor");
    return processor ? processor : json_object_get(b->state, "Iterator");
}

static bool is_distributed(const struct branch *b)
{
    const char *mode = slrun_text(json_object_get(processor_of(b), "ProcessorConfig"), "Mode");
    return mode && strcmp(mode, "DISTRIBUTED") == 0;
}

/* Without Parameters, which are those of the items. */
static bool map_input(struct branch *b)
{
    struct asl_scope scope;
    json_t *state = json_copy(b->state);
    (void)json_object_del(state, "Parameters");
    scope_of(b, b->input, &scope);
    replace(&b->work, scope.jsonata ? json_incref(b->input) : asl_input(&scope, state, &b->error));
    scope_clear(&scope);
    json_decref(state);
    return b->work;
}

/* Items, or the input. */
static json_t *queried_items(struct branch *b, struct asl_scope *scope)
{
    json_t *items = json_object_get(b->state, "Items");
    if (items)
        return asl_query_of(scope, items, "Items", "array", &b->error);
    if (json_is_array(b->input))
        return json_incref(b->input);
    char *text = asl_dump(b->input);
    (void)asl_fail(&b->error, "States.QueryEvaluationError",
                   "Map state input must be an array but was: %s", text ? text : "");
    free(text);
    return NULL;
}

static json_t *items_of(struct branch *b, struct asl_scope *scope)
{
    if (scope->jsonata)
        return queried_items(b, scope);
    const char *path = slrun_text(b->state, "ItemsPath");
    json_t *items = asl_select(scope, path ? path : "$", &b->error);
    if (items && !json_is_array(items)) {
        json_decref(items);
        return asl_fail(&b->error, "States.Runtime", "Reference path \"%s\" must point to array.",
                        path ? path : "$");
    }
    return items;
}

static json_t *map_item(size_t index, json_t *value)
{
    return json_pack("{s:I, s:O}", "Index", (json_int_t)index, "Value", value);
}

/* What an iteration gets: the item, or what ItemSelector makes of it. */
static json_t *selected(struct branch *b, size_t index, json_t *value)
{
    json_t *selector = json_object_get(b->state, "ItemSelector"), *outer = b->item;
    struct asl_scope scope;
    selector = selector ? selector : json_object_get(b->state, "Parameters");
    if (!selector)
        return json_incref(value);
    b->item = map_item(index, value);
    scope_of(b, b->work, &scope);
    json_t *input = asl_template(&scope, selector, "ItemSelector", &b->error);
    scope_clear(&scope);
    replace(&b->item, outer); /* of a Map state around this one */
    return input;
}

/* {"Items": [...], "BatchInput"} of MaxItemsPerBatch items each. */
static json_t *batched(struct branch *b, json_t *items, struct asl_scope *scope)
{
    json_t *batcher = json_object_get(b->state, "ItemBatcher"), *batches = json_array(), *item;
    json_t *common = json_object_get(batcher, "BatchInput"), *shared = NULL;
    size_t most = (size_t)asl_number(scope, batcher, "MaxItemsPerBatch", 0, &b->error), i;
    if (common)
        shared = asl_template(scope, common, "ItemBatcher/BatchInput", &b->error);
    json_array_foreach (items, i, item) {
        json_t *one = *b->error.name ? NULL : selected(b, i, item);
        if (!one)
            break;
        if (most == 0 ? i == 0 : i % most == 0)
            (void)json_array_append_new(batches,
                                        json_pack("{s:O*, s:[]}", "BatchInput", shared, "Items"));
        json_t *batch = json_array_get(batches, json_array_size(batches) - 1);
        (void)json_array_append_new(json_object_get(batch, "Items"), one);
    }
    json_decref(shared);
    return batches;
}

/* ---- Map: settings ---- */

/* How many iterations may fail. */
static size_t tolerated(struct branch *b, struct asl_scope *scope)
{
    double all = (double)b->total;
    double count = asl_number(scope, b->state, "ToleratedFailureCount", -1, &b->error);
    double share = asl_number(scope, b->state, "ToleratedFailurePercentage", -1, &b->error);
    double by_share = share < 0 ? all : all * share / 100;
    if (count < 0 && share < 0)
        return 0;
    count = count < 0 ? all : count;
    return (size_t)(count < by_share ? count : by_share);
}

static bool read_settings(struct branch *b)
{
    struct asl_scope scope;
    scope_of(b, b->work, &scope);
    replace(&b->items, items_of(b, &scope));
    if (b->items && json_object_get(b->state, "ItemBatcher"))
        replace(&b->items, batched(b, b->items, &scope));
    b->total = json_array_size(b->items);
    size_t most = is_distributed(b) ? DISTRIBUTED_AT_ONCE : INLINE_AT_ONCE;
    double wanted = asl_number(&scope, b->state, "MaxConcurrency", 0, &b->error);
    b->at_once = wanted >= 1 && wanted < (double)most ? (size_t)wanted : most;
    b->tolerated = tolerated(b, &scope);
    scope_clear(&scope);
    return !*b->error.name;
}

/* ---- Map: iterations ---- */

static void tell(struct branch *b, struct branch *teller, const char *event, size_t index)
{
    history_add(b->x, teller, event,
                json_pack("{s:O, s:I}", "name", b->name, "index", (json_int_t)index));
}

static bool start(struct branch *b, size_t index)
{
    json_t *value = json_array_get(b->items, index);
    bool batch = json_object_get(b->state, "ItemBatcher");
    json_t *input = batch ? json_incref(value) : selected(b, index, value);
    struct branch *child = input ? branch_new(b->x, b, processor_of(b), input) : NULL;
    json_decref(input);
    if (!child)
        return false;
    child->index = index;
    child->item = map_item(index, value);
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
    tell_done(b, "MapStateSucceeded");
    state_succeed(b, results);
}

void map_enter(struct branch *b)
{
    branch_free_children(b);
    b->started = b->running = b->failed = 0;
    b->resume_event = 0;
    replace(&b->results, json_array());
    if (!map_input(b) || !read_settings(b)) {
        state_break(b);
        return;
    }
    for (size_t i = 0; i < b->total; i++)
        (void)json_array_append_new(b->results, json_null());
    history_add(b->x, b, "MapStateStarted", json_pack("{s:I}", "length", (json_int_t)b->total));
    map_go_on(b);
}

/* One that has ended. False: the state has failed with it. */
static bool take(struct branch *b, struct branch *child)
{
    bool good = child->result;
    struct asl_error exceeded = {.name = "States.ExceedToleratedFailureThreshold"};
    b->resume_event = child->last_event;
    tell(b, child, good ? "MapIterationSucceeded" : "MapIterationFailed", child->index);
    follow(b, child);
    b->running--;
    b->failed += !good;
    (void)json_array_set_new(b->results, child->index,
                             good ? json_incref(child->result) : asl_error_output(&child->error));
    if (b->failed <= b->tolerated) {
        branch_free(child);
        return true;
    }
    if (is_distributed(b))
        exceeded.cause = json_string("The specified tolerated failure threshold was exceeded");
    fall(b, is_distributed(b) ? &exceeded : &child->error);
    json_decref(exceeded.cause);
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
