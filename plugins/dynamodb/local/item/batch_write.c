/* SPDX-License-Identifier: Apache-2.0 */
/* BatchWriteItem: all requests are checked before the first is carried out. */
#include <stdlib.h>
#include <string.h>

#include "item/write.h"
#include "params/params.h"
#include "service.h"
#include "table/capacity.h"

#define NO_MATCH "The provided key element does not match the schema"

/* One table's share of the batch. */
struct group {
    const char *name; /* as the request has it */
    const struct table *table;
    struct capacity capacity;
};

struct job {
    struct group *group;
    json_t *input; /* canonical: the item, or the key to delete */
    bool deletes;
    struct item_key key;
};

struct batch {
    struct call *call;
    struct group *groups;
    size_t n_groups;
    struct job jobs[BATCH_WRITE_MAX];
    size_t n_jobs;
};

/* AWS has one text here for what PutItem tells apart. */
static void plain_key_error(struct fault *fault)
{
    if (fault->message != NULL && (strstr(fault->message, "Missing the key") != NULL ||
                                   strstr(fault->message, "Type mismatch for key") != NULL))
        fault_invalid(fault, NO_MATCH);
}

static bool read_job(struct batch *batch, struct group *group, const json_t *request)
{
    struct fault *fault = &batch->call->fault;
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    const json_t *put = json_object_get(request, "PutRequest");
    const json_t *delete = json_object_get(request, "DeleteRequest");
    if ((put == NULL) == (delete == NULL)) {
        return fault_invalid(fault, "Supplied AttributeValue has more than one datatypes set, must "
                                    "contain exactly one of the supported datatypes");
    }
    if (batch->n_jobs == BATCH_WRITE_MAX)
        return fault_invalid(fault, "Too many items requested for the BatchWriteItem call");
    struct job *job = &batch->jobs[batch->n_jobs++];
    job->group = group;
    job->deletes = delete != NULL;
    job->input = value_item_canonical(
        put != NULL ? json_object_get(put, "Item") : json_object_get(delete, "Key"), &error);
    if (job->input == NULL)
        return fault_expr(fault, &error);
    return job->deletes || value_item_size(job->input) <= VALUE_ITEM_SIZE_MAX ||
           fault_invalid(fault, "Item size has exceeded the maximum allowed size");
}

static bool read_group(struct batch *batch, const char *name, const json_t *requests)
{
    struct group *group = &batch->groups[batch->n_groups++];
    size_t i;
    json_t *request;
    group->name = name;
    json_array_foreach (requests, i, request)
        if (!read_job(batch, group, request))
            return false;
    return true;
}

static bool is_duplicate(const struct batch *batch, const struct job *job)
{
    for (const struct job *other = batch->jobs; other < job; other++)
        if (other->group->table == job->group->table && item_key_equal(&other->key, &job->key))
            return true;
    return false;
}

static bool find_key(struct batch *batch, struct job *job)
{
    struct fault *fault = &batch->call->fault;
    const struct table *table = job->group->table;
    bool ok = (job->deletes ? key_of_key : key_of_item)(table, job->input, &job->key, fault);
    if (!ok) {
        plain_key_error(fault);
        return false;
    }
    return !is_duplicate(batch, job) ||
           fault_invalid(fault, "Provided list of item keys contains duplicates");
}

static bool find_tables(struct batch *batch)
{
    for (size_t i = 0; i < batch->n_groups; i++) {
        batch->groups[i].table = call_table(batch->call, batch->groups[i].name);
        if (batch->groups[i].table == NULL)
            return false;
    }
    return true;
}

/* All requests by themselves, then all with their tables: AWS's order of errors. */
static bool read_groups(struct batch *batch)
{
    const json_t *items = json_object_get(batch->call->args, "RequestItems");
    const char *name;
    json_t *requests;
    batch->groups = calloc(json_object_size(items), sizeof *batch->groups);
    if (batch->groups == NULL)
        return fault_internal(&batch->call->fault);
    json_object_foreach ((json_t *)items, name, requests)
        if (!read_group(batch, name, requests))
            return false;
    if (!find_tables(batch))
        return false;
    for (size_t i = 0; i < batch->n_jobs; i++)
        if (!find_key(batch, &batch->jobs[i]))
            return false;
    return true;
}

static bool run_job(struct batch *batch, struct job *job)
{
    struct store *store = batch->call->service->store;
    const struct table *table = job->group->table;
    struct store_row old;
    if (!store_get(store, table->part, &job->key, &old))
        return false;
    struct write write = {.cloud = batch->call->service->cloud,
                          .store = store,
                          .table = table,
                          .key = &job->key,
                          .old = &old,
                          .item = job->deletes ? NULL : job->input,
                          .now_ms = call_now_ms(batch->call)};
    bool ok = write_item(&write, &job->group->capacity);
    store_row_clear(&old);
    return ok;
}

static bool run_jobs(struct batch *batch)
{
    struct store *store = batch->call->service->store;
    bool ok = store_begin(store);
    for (size_t i = 0; ok && i < batch->n_jobs; i++)
        ok = run_job(batch, &batch->jobs[i]);
    if (ok && store_commit(store))
        return true;
    store_rollback(store);
    return false;
}

static bool add_capacity(const struct batch *batch, json_t *answer)
{
    const char *wanted = call_string(batch->call, "ReturnConsumedCapacity");
    bool ok = true;
    for (size_t i = 0; ok && i < batch->n_groups; i++)
        ok = capacity_append(answer, batch->groups[i].table, &batch->groups[i].capacity, wanted);
    return ok;
}

static bool add_metrics(const struct batch *batch, json_t *answer)
{
    bool ok = true;
    if (!call_says(batch->call, "ReturnItemCollectionMetrics", "SIZE"))
        return true;
    for (size_t i = 0; ok && i < batch->n_jobs; i++) {
        const struct group *group = batch->jobs[i].group;
        ok = write_metrics_add(answer, group->name, group->table, batch->jobs[i].input);
    }
    return ok;
}

static json_t *answer(const struct batch *batch)
{
    json_t *json = json_pack("{s:{}}", "UnprocessedItems");
    if (json == NULL || !add_capacity(batch, json) || !add_metrics(batch, json)) {
        json_decref(json);
        return NULL;
    }
    return json;
}

static void clear(struct batch *batch)
{
    for (size_t i = 0; i < batch->n_jobs; i++) {
        json_decref(batch->jobs[i].input);
        item_key_free(&batch->jobs[i].key);
    }
    free(batch->groups);
}

json_t *op_batch_write_item(struct call *call)
{
    struct batch batch = {.call = call};
    json_t *result = NULL;
    if (call_has_items(call, "BatchWriteItem") && read_groups(&batch)) {
        result = run_jobs(&batch) ? answer(&batch) : NULL;
        if (result == NULL)
            fault_internal(&call->fault);
    }
    clear(&batch);
    return result;
}
