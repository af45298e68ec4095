/* SPDX-License-Identifier: Apache-2.0 */
/* BatchGetItem: all keys are checked before the first is read. */
#include <stdlib.h>
#include <string.h>

#include "item/expressions.h"
#include "params/params.h"
#include "service.h"
#include "table/capacity.h"

enum { RESPONSE_BYTES_MAX = 16 * 1024 * 1024 };

/* What is asked of one table. */
struct group {
    const char *name; /* as the request has it */
    const json_t *request;
    const struct table *table;
    struct expressions expressions;
    bool consistent;
    json_t *keys; /* canonical */
    struct item_key *encoded;
    size_t n;
    struct capacity capacity;
};

struct batch {
    struct call *call;
    struct group *groups;
    size_t n_groups;
    size_t n_keys;
    size_t bytes; /* of the items so far */
    json_t *responses;
    json_t *unprocessed;
};

/* `seen` collects the keys of a table as text; canonical ones are equal when their texts are. */
static bool is_new(json_t *seen, const json_t *key, struct fault *fault)
{
    char *text = json_dumps(key, JSON_COMPACT | JSON_SORT_KEYS);
    bool ok = text != NULL;
    if (!ok)
        fault_internal(fault);
    else if (json_object_get(seen, text) != NULL)
        ok = fault_invalid(fault, "Provided list of item keys contains duplicates");
    else
        ok = json_object_set_new_nocheck(seen, text, json_true()) == 0 || fault_internal(fault);
    free(text);
    return ok;
}

static bool read_keys(struct batch *batch, struct group *group)
{
    struct fault *fault = &batch->call->fault;
    struct expr_error error = {.words = fault->words};
    json_t *seen = json_object();
    size_t i;
    json_t *key;
    bool ok = seen != NULL || fault_internal(fault);
    json_array_foreach (json_object_get(group->request, "Keys"), i, key) {
        json_t *canonical = ok ? value_item_canonical(key, &error) : NULL;
        if (canonical == NULL) {
            ok = ok && fault_expr(fault, &error);
            break;
        }
        ok = json_array_append_new(group->keys, canonical) == 0 || fault_internal(fault);
        ok = ok && is_new(seen, canonical, fault);
        if (ok && ++batch->n_keys > BATCH_GET_MAX)
            ok = fault_invalid(fault, "Too many items requested for the BatchGetItem call");
    }
    json_decref(seen);
    return ok;
}

static bool read_group(struct batch *batch, const char *name, const json_t *request)
{
    struct fault *fault = &batch->call->fault;
    struct group *group = &batch->groups[batch->n_groups++];
    group->name = name;
    group->request = request;
    group->consistent = json_is_true(json_object_get(request, "ConsistentRead"));
    group->keys = json_array();
    if (group->keys == NULL)
        return fault_internal(fault);
    return expressions_read(request, &expressions_of_get, &group->expressions, fault) &&
           read_keys(batch, group);
}

static bool find_group(struct batch *batch, struct group *group)
{
    struct fault *fault = &batch->call->fault;
    size_t i;
    json_t *key;
    group->table = call_table(batch->call, group->name);
    if (group->table == NULL ||
        !expressions_check_keys(&group->expressions, EXPR_PROJECTION, group->table, fault))
        return false;
    group->encoded = calloc(json_array_size(group->keys), sizeof *group->encoded);
    if (group->encoded == NULL)
        return fault_internal(fault);
    json_array_foreach (group->keys, i, key) {
        if (!key_of_key(group->table, key, &group->encoded[i], fault))
            return false;
        group->n++;
    }
    return true;
}

/* All groups by themselves, then all with their tables: AWS's order of errors. */
static bool read_groups(struct batch *batch)
{
    const json_t *items = json_object_get(batch->call->args, "RequestItems");
    const char *name;
    json_t *request;
    batch->groups = calloc(json_object_size(items), sizeof *batch->groups);
    if (batch->groups == NULL)
        return fault_internal(&batch->call->fault);
    json_object_foreach ((json_t *)items, name, request)
        if (!read_group(batch, name, request))
            return false;
    for (size_t i = 0; i < batch->n_groups; i++)
        if (!find_group(batch, &batch->groups[i]))
            return false;
    return true;
}

/* The keys from `first` on go back to the client, with all that its request said of them. */
static bool give_back(struct batch *batch, const struct group *group, size_t first)
{
    json_t *rest = value_copy(group->request);
    json_t *keys = json_array();
    bool ok = rest != NULL && keys != NULL;
    for (size_t i = first; ok && i < group->n; i++)
        ok = json_array_append(keys, json_array_get(group->keys, i)) == 0;
    ok = ok && json_object_set(rest, "Keys", keys) == 0 &&
         json_object_set(batch->unprocessed, group->name, rest) == 0;
    json_decref(keys);
    json_decref(rest);
    return ok;
}

/* 1: taken or not there, 0: it does not fit any more, -1: failed. */
static int get_one(struct batch *batch, struct group *group, size_t i, json_t *items)
{
    struct store_row row;
    const struct expr *projection = group->expressions.of[EXPR_PROJECTION];
    if (!store_get(batch->call->service->store, group->table->part, &group->encoded[i], &row))
        return -1;
    if (batch->bytes + row.size > RESPONSE_BYTES_MAX) {
        store_row_clear(&row);
        return 0;
    }
    batch->bytes += row.size;
    group->capacity.table += capacity_read(row.size, group->consistent);
    int result = 1;
    if (row.id != 0) {
        const json_t *whole = store_row_item(&row);
        json_t *item = whole == NULL        ? NULL
                       : projection == NULL ? json_incref(row.item)
                                            : expr_project(projection, whole);
        result = json_array_append_new(items, item) == 0 ? 1 : -1;
    }
    store_row_clear(&row);
    return result;
}

static bool get_group(struct batch *batch, struct group *group)
{
    json_t *items = json_array();
    if (items == NULL || json_object_set_new(batch->responses, group->name, items) != 0)
        return false;
    for (size_t i = 0; i < group->n; i++) {
        int result = get_one(batch, group, i, items);
        if (result != 1)
            return result == 0 && give_back(batch, group, i);
    }
    return true;
}

static bool add_capacity(const struct batch *batch, json_t *answer)
{
    const char *wanted = call_string(batch->call, "ReturnConsumedCapacity");
    bool ok = true;
    for (size_t i = 0; ok && i < batch->n_groups; i++)
        ok = capacity_append(answer, batch->groups[i].table, &batch->groups[i].capacity, wanted);
    return ok;
}

static json_t *run(struct batch *batch)
{
    batch->responses = json_object();
    batch->unprocessed = json_object();
    json_t *answer = json_pack("{s:O, s:O}", "Responses", batch->responses, "UnprocessedKeys",
                               batch->unprocessed);
    bool ok = answer != NULL;
    for (size_t i = 0; ok && i < batch->n_groups; i++)
        ok = get_group(batch, &batch->groups[i]);
    if (!ok || !add_capacity(batch, answer)) {
        json_decref(answer);
        fault_internal(&batch->call->fault);
        return NULL;
    }
    return answer;
}

static void clear(struct batch *batch)
{
    for (size_t i = 0; i < batch->n_groups; i++) {
        struct group *group = &batch->groups[i];
        expressions_clear(&group->expressions);
        for (size_t k = 0; group->encoded != NULL && k < group->n; k++)
            item_key_free(&group->encoded[k]);
        free(group->encoded);
        json_decref(group->keys);
    }
    free(batch->groups);
    json_decref(batch->responses);
    json_decref(batch->unprocessed);
}

json_t *op_batch_get_item(struct call *call)
{
    struct batch batch = {.call = call};
    bool ok = call_has_items(call, "BatchGetItem") && read_groups(&batch);
    json_t *answer = ok ? run(&batch) : NULL;
    clear(&batch);
    return answer;
}
