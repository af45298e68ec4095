/* SPDX-License-Identifier: Apache-2.0 */
/* Map states: items, batches, settings. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "local/map.h"

enum { INLINE_AT_ONCE = 40, DISTRIBUTED_AT_ONCE = 1000 };

static void replace(json_t **at, json_t *value)
{
    json_decref(*at);
    *at = value;
}

json_t *map_processor(const struct branch *b)
{
    json_t *processor = json_object_get(b->state, "ItemProcessor");
    return processor ? processor : json_object_get(b->state, "Iterator");
}

bool map_is_distributed(const struct branch *b)
{
    const char *mode = slrun_text(json_object_get(map_processor(b), "ProcessorConfig"), "Mode");
    return mode && strcmp(mode, "DISTRIBUTED") == 0;
}

/* ---- items ---- */

/* Without Parameters, which are those of the items. */
bool map_input(struct branch *b)
{
    struct asl_scope scope;
    json_t *state = json_copy(b->state);
    (void)json_object_del(state, "Parameters");
    scope_of(b, b->input, &scope);
    replace(&b->work, scope.jsonata ? json_incref(b->input) : asl_input(&scope, state));
    scope_clear(&scope);
    json_decref(state);
    return b->work;
}

/* Items, or the input. */
static json_t *queried_items(struct branch *b, struct asl_scope *scope)
{
    json_t *items = json_object_get(b->state, "Items");
    if (items)
        return asl_query_of(scope, items, "Items", "array");
    if (json_is_array(b->input))
        return json_incref(b->input);
    char *text = asl_dump(b->input);
    (void)asl_fail(&b->error, "States.QueryEvaluationError",
                   "Map state input must be an array but was: %s", text ? text : "");
    free(text);
    return NULL;
}

static json_t *selected_items(struct branch *b, struct asl_scope *scope)
{
    const char *path = slrun_text(b->state, "ItemsPath");
    json_t *items = asl_select(scope, path ? path : "$");
    if (items && !json_is_array(items)) {
        json_decref(items);
        return asl_fail(&b->error, "States.Runtime", "Reference path \"%s\" must point to array.",
                        path ? path : "$");
    }
    return items;
}

json_t *map_items(struct branch *b)
{
    struct asl_scope scope;
    scope_of(b, b->work, &scope);
    json_t *items = scope.jsonata ? queried_items(b, &scope) : selected_items(b, &scope);
    scope_clear(&scope);
    return items;
}

json_t *map_item(size_t index, json_t *value)
{
    return json_pack("{s:I, s:O}", "Index", (json_int_t)index, "Value", value);
}

/* The item, or what ItemSelector makes of it. */
static json_t *selected(struct branch *b, size_t index, json_t *value)
{
    json_t *selector = json_object_get(b->state, "ItemSelector"), *outer = b->item;
    struct asl_scope scope;
    selector = selector ? selector : json_object_get(b->state, "Parameters");
    if (!selector)
        return json_incref(value);
    b->item = map_item(index, value);
    scope_of(b, b->work, &scope);
    json_t *input = asl_template(&scope, selector, "ItemSelector");
    scope_clear(&scope);
    replace(&b->item, outer); /* of a Map state around this one */
    return input;
}

json_t *map_iteration_input(struct branch *b, size_t index)
{
    json_t *value = json_array_get(b->items, index);
    bool batch = json_object_get(b->state, "ItemBatcher");
    return batch ? json_incref(value) : selected(b, index, value);
}

/* ---- batches ---- */

struct batching {
    size_t most, most_bytes; /* of a batch; 0: no limit */
    json_t *shared;          /* BatchInput, or NULL */
    json_t *batches;
    size_t bytes; /* of the last one */
};

static size_t bytes_of(const json_t *value)
{
    char *text = asl_dump(value);
    size_t n = text ? strlen(text) : 0;
    free(text);
    return n;
}

/* Takes over an item. */
static void batch_add(struct batching *g, json_t *item)
{
    size_t n = json_array_size(g->batches), size = g->most_bytes ? bytes_of(item) : 0;
    json_t *last = json_object_get(json_array_get(g->batches, n - 1), "Items");
    bool full = n == 0 || (g->most && json_array_size(last) >= g->most) ||
                (g->most_bytes && g->bytes + size > g->most_bytes);
    if (full) {
        json_t *batch = json_pack("{s:O*, s:[]}", "BatchInput", g->shared, "Items");
        last = json_object_get(batch, "Items");
        (void)json_array_append_new(g->batches, batch);
        g->bytes = 0;
    }
    g->bytes += size;
    (void)json_array_append_new(last, item);
}

/* {"BatchInput", "Items": [...]} each. */
static json_t *batched(struct branch *b, json_t *items)
{
    json_t *batcher = json_object_get(b->state, "ItemBatcher"), *item;
    json_t *common = json_object_get(batcher, "BatchInput");
    struct batching g = {.batches = json_array()};
    struct asl_scope scope;
    size_t i;
    scope_of(b, b->work, &scope);
    g.most = (size_t)fmax(asl_number(&scope, batcher, "MaxItemsPerBatch", 0), 0);
    g.most_bytes = (size_t)fmax(asl_number(&scope, batcher, "MaxInputBytesPerBatch", 0), 0);
    if (common)
        g.shared = asl_template(&scope, common, "ItemBatcher/BatchInput");
    scope_clear(&scope);
    json_array_foreach (items, i, item) {
        json_t *one = *b->error.name ? NULL : selected(b, i, item);
        if (!one)
            break;
        batch_add(&g, one);
    }
    json_decref(g.shared);
    return g.batches;
}

bool map_take_items(struct branch *b, json_t *items)
{
    replace(&b->items, items);
    if (items && json_object_get(b->state, "ItemBatcher"))
        replace(&b->items, batched(b, items));
    b->total = json_array_size(b->items);
    replace(&b->results, json_array());
    for (size_t i = 0; i < b->total; i++)
        (void)json_array_append_new(b->results, json_null());
    return !*b->error.name;
}

/* ---- settings ---- */

size_t map_at_once(const struct branch *b, double wanted)
{
    size_t most = map_is_distributed(b) ? DISTRIBUTED_AT_ONCE : INLINE_AT_ONCE;
    return wanted >= 1 && wanted < (double)most ? (size_t)wanted : most;
}

bool map_settings(struct branch *b)
{
    struct asl_scope scope;
    scope_of(b, b->work, &scope);
    b->at_once = map_at_once(b, asl_number(&scope, b->state, "MaxConcurrency", 0));
    scope_clear(&scope);
    return !*b->error.name;
}

/* ToleratedFailureCount and ToleratedFailurePercentage; -1: it is not there. False with the error.
 */
static bool read_tolerance(struct branch *b, double *count, double *share)
{
    struct asl_scope scope;
    scope_of(b, b->work, &scope);
    *count = asl_number(&scope, b->state, "ToleratedFailureCount", -1);
    *share = asl_number(&scope, b->state, "ToleratedFailurePercentage", -1);
    scope_clear(&scope);
    if (*share > 100)
        (void)asl_fail(&b->error, "States.Runtime",
                       "ToleratedFailurePercentage must be between 0 and 100.");
    return !*b->error.name;
}

size_t map_tolerated(size_t total, double count, double share)
{
    double all = (double)total;
    double by_count = count > 0 ? count : all, by_share = share > 0 ? all * share / 100 : all;
    return count > 0 || share > 0 ? (size_t)(by_count < by_share ? by_count : by_share) : 0;
}

bool map_tolerance(struct branch *b)
{
    double all = (double)b->total, count, share;
    if (!read_tolerance(b, &count, &share))
        return false;
    double by_share = share < 0 ? all : all * share / 100;
    double by_count = count < 0 ? all : count;
    bool none = count < 0 && share < 0;
    b->tolerated = none ? 0 : (size_t)(by_count < by_share ? by_count : by_share);
    return true;
}

void map_tell_settings(struct branch *b, json_t *doc)
{
    struct asl_scope scope;
    double count = 0, share = 0;
    (void)read_tolerance(b, &count, &share);
    scope_of(b, b->work, &scope);
    double at_once = asl_number(&scope, b->state, "MaxConcurrency", 0);
    scope_clear(&scope);
    (void)json_object_set_new(doc, "maxConcurrency", json_integer((json_int_t)at_once));
    (void)json_object_set_new(doc, "toleratedFailureCount",
                              json_integer(count > 0 ? (json_int_t)count : 0));
    (void)json_object_set_new(doc, "toleratedFailurePercentage", json_real(share > 0 ? share : 0));
}
