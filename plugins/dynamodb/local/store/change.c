/* SPDX-License-Identifier: Apache-2.0 */
/* The common way of the operations that write one item. */
#include "store/change.h"

#include <string.h>

#include "item/write.h"

bool change_read(struct change *change)
{
    struct call *call = change->call;
    struct expr_error error = {.words = call->fault.words};
    bool plain = call_is_plain(call);
    if (!plain && !expressions_check(call->args, change->kind->rules, &call->fault))
        return false;
    change->input = value_item_canonical(json_object_get(call->args, change->kind->input), &error);
    if (change->input == NULL)
        return fault_expr(&call->fault, &error);
    return (change->kind->check == NULL || change->kind->check(change)) &&
           (plain || (expressions_legacy(call->args, &change->expressions, &call->fault) &&
                      expressions_parse(call->args, change->kind->rules, &change->expressions,
                                        &call->fault)));
}

bool change_find(struct change *change)
{
    change->table = call_table(change->call, call_string(change->call, "TableName"));
    return change->table != NULL;
}

bool change_key(struct change *change)
{
    struct fault *fault = &change->call->fault;
    return change->kind->key(change->table, change->input, &change->key, fault) &&
           (change->kind->fits == NULL || change->kind->fits(change)) &&
           expressions_check_keys(&change->expressions, EXPR_UPDATE, change->table, fault) &&
           expressions_check_keys(&change->expressions, EXPR_CONDITION, change->table, fault);
}

bool change_load(struct change *change)
{
    struct call *call = change->call;
    bool looks = change->kind->looks || change->expressions.of[EXPR_CONDITION] != NULL ||
                 call_string(call, "ReturnValues") != NULL;
    struct store_row *old = &change->old;
    return (store_get(call->service->store, change->table->part, &change->key, old) &&
            (!looks || old->id == 0 || store_row_item(old) != NULL)) ||
           fault_internal(&call->fault);
}

static bool test_condition(struct change *change)
{
    struct call *call = change->call;
    if (expr_matches(change->expressions.of[EXPR_CONDITION], change->old.item))
        return true;
    fault_set(&call->fault, FAULT_CONDITION, "The conditional request failed");
    if (call_says(call, "ReturnValuesOnConditionCheckFailure", "ALL_OLD"))
        call->fault.item = json_incref(change->old.item);
    return false;
}

/* The attributes that ReturnValues asks for, borrowed; NULL: none. */
static json_t *returned(const struct change *change)
{
    const struct {
        const char *word;
        json_t *attributes;
    } words[] = {{"ALL_OLD", change->old.item},
                 {"ALL_NEW", change->item},
                 {"UPDATED_OLD", change->updated.old},
                 {"UPDATED_NEW", change->updated.now}};
    const char *wanted = call_string(change->call, "ReturnValues");
    for (size_t i = 0; wanted != NULL && i < sizeof words / sizeof *words; i++)
        if (strcmp(wanted, words[i].word) == 0)
            return json_object_size(words[i].attributes) == 0 ? NULL : words[i].attributes;
    return NULL;
}

static bool add_metrics(const struct change *change, json_t *answer)
{
    json_t *metrics = call_says(change->call, "ReturnItemCollectionMetrics", "SIZE")
                          ? write_metrics(change->table, change->input)
                          : NULL;
    return metrics == NULL || json_object_set_new(answer, "ItemCollectionMetrics", metrics) == 0;
}

static json_t *answer(const struct change *change, const struct capacity *capacity)
{
    json_t *json = json_object();
    if (call_is_plain(change->call) && json != NULL)
        return json;
    json_t *attributes = returned(change);
    if (json == NULL ||
        (attributes != NULL && json_object_set(json, "Attributes", attributes) != 0) ||
        !add_metrics(change, json) ||
        !capacity_answer(json, change->table, capacity,
                         call_string(change->call, "ReturnConsumedCapacity"))) {
        json_decref(json);
        fault_internal(&change->call->fault);
        return NULL;
    }
    return json;
}

bool change_make(struct change *change)
{
    return test_condition(change) && change->kind->make(change);
}

bool change_write(struct change *change, struct capacity *capacity)
{
    struct call *call = change->call;
    struct write write = {.cloud = call->service->cloud,
                          .store = call->service->store,
                          .table = change->table,
                          .key = &change->key,
                          .old = &change->old,
                          .item = change->item,
                          .now_ms = call_now_ms(call)};
    if (change->kind->only_tests) {
        capacity->table += capacity_write(change->old.size);
        return true;
    }
    return write_item(&write, capacity) || fault_internal(&call->fault);
}

void change_clear(struct change *change)
{
    expressions_clear(&change->expressions);
    expr_updated_clear(&change->updated);
    item_key_free(&change->key);
    store_row_clear(&change->old);
    json_decref(change->input);
    json_decref(change->item);
}

json_t *change_run(struct call *call, const struct change_kind *kind)
{
    struct change change = {.call = call, .kind = kind};
    struct capacity capacity = {0};
    bool ok = (change_read(&change) || fault_envelope(&call->fault)) && change_find(&change) &&
              change_key(&change) && change_load(&change) && change_make(&change) &&
              change_write(&change, &capacity);
    json_t *result = ok ? answer(&change, &capacity) : NULL;
    change_clear(&change);
    return result;
}
