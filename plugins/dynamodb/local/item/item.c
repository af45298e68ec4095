/* SPDX-License-Identifier: Apache-2.0 */
/* GetItem, PutItem, DeleteItem, UpdateItem. */
#include <string.h>

#include "store/change.h"
#include "table/capacity.h"

static bool check_return_values(struct change *change)
{
    const char *wanted = call_string(change->call, "ReturnValues");
    if (wanted == NULL || strcmp(wanted, "ALL_OLD") == 0 || strcmp(wanted, "NONE") == 0)
        return true;
    return fault_invalid(&change->call->fault, "ReturnValues can only be ALL_OLD or NONE");
}

static bool check_put(struct change *change)
{
    if (!check_return_values(change))
        return false;
    return value_item_size(change->input) <= VALUE_ITEM_SIZE_MAX ||
           fault_invalid(&change->call->fault, "Item size has exceeded the maximum allowed size");
}

static bool make_put(struct change *change)
{
    change->item = json_incref(change->input);
    return true;
}

const struct change_kind change_put = {.input = "Item",
                                       .rules = &expressions_of_write,
                                       .check = check_put,
                                       .key = key_of_item,
                                       .make = make_put};

json_t *op_put_item(struct call *call)
{
    return change_run(call, &change_put);
}

static bool make_delete(struct change *change)
{
    change->item = NULL;
    return true;
}

const struct change_kind change_delete = {.input = "Key",
                                          .rules = &expressions_of_write,
                                          .check = check_return_values,
                                          .key = key_of_key,
                                          .make = make_delete};

json_t *op_delete_item(struct call *call)
{
    return change_run(call, &change_delete);
}

const struct change_kind change_check = {.input = "Key",
                                         .rules = &expressions_of_write,
                                         .key = key_of_key,
                                         .make = make_delete,
                                         .only_tests = true};

/* An update makes the item if it is not there, also one that says nothing; but one that only
 * removes attributes does not. */
static bool update(struct change *change, struct expr_error *error)
{
    const struct expr *expr = change->expressions.of[EXPR_UPDATE];
    const json_t *from = change->old.item == NULL ? change->input : change->old.item;
    if (expr == NULL) {
        change->item = json_incref((json_t *)from);
        return true;
    }
    if (change->old.item == NULL && !expr_creates(expr))
        return true;
    if (!expr_update(expr, from, &change->updated, error))
        return false;
    change->item = change->updated.item;
    change->updated.item = NULL;
    return true;
}

static bool is_written(const struct change *change, const struct expr_key_attribute *of)
{
    const struct expr *expr = change->expressions.of[EXPR_UPDATE];
    const json_t *value = json_object_get(change->item, of->name);
    return value != NULL && value_type_of(value) != of->type && expr_touches(expr, of->name);
}

static bool any_is_written(const struct change *change, const struct expr_key_schema *keys)
{
    size_t i = 0;
    while (i < keys->n && !is_written(change, &keys->of[i]))
        i++;
    return i < keys->n;
}

/* The types that only the item could tell: of `SET a = b`, where `a` is an index's key. */
static bool check_written(const struct change *change)
{
    bool updates = change->expressions.of[EXPR_UPDATE] != NULL;
    for (size_t i = 0; updates && i < change->table->n_indexes; i++) {
        if (any_is_written(change, &change->table->indexes[i].keys)) {
            return fault_invalid(&change->call->fault,
                                 "The update expression attempted to update the secondary index "
                                 "key to unsupported type");
        }
    }
    return true;
}

static bool make_update(struct change *change)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    struct fault *fault = &change->call->fault;
    if (!update(change, &error))
        return fault_expr(fault, &error);
    if (change->item == NULL)
        return true;
    if (value_item_size(change->item) > VALUE_ITEM_SIZE_MAX)
        return fault_invalid(fault, "Item size to update has exceeded the maximum allowed size");
    return check_written(change) && key_check_indexes(change->table, change->item, fault);
}

static bool check_index(struct change *change, const struct index *index)
{
    bool ok = true;
    for (size_t i = 0; ok && i < index->keys.n; i++) {
        enum value_type type =
            expr_written_type(change->expressions.of[EXPR_UPDATE], index->keys.of[i].name);
        ok = type == VALUE_NONE || key_check_index_type(index, i, type, &change->call->fault);
    }
    return ok;
}

/* Key attributes cannot be updated, and those of indexes have a type; AWS says so before it looks
 * at the item. */
static bool check_update(struct change *change)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    const struct expr *expr = change->expressions.of[EXPR_UPDATE];
    if (expr == NULL)
        return true;
    if (!expr_check_update_keys(expr, &change->table->keys, &error))
        return fault_expr(&change->call->fault, &error);
    for (size_t i = 0; i < change->table->n_indexes; i++)
        if (!check_index(change, &change->table->indexes[i]))
            return false;
    return true;
}

const struct change_kind change_update = {.input = "Key",
                                          .rules = &expressions_of_update,
                                          .key = key_of_key,
                                          .fits = check_update,
                                          .looks = true,
                                          .make = make_update};

json_t *op_update_item(struct call *call)
{
    return change_run(call, &change_update);
}

static json_t *get_answer(struct call *call, const struct table *table,
                          const struct expressions *expressions, struct store_row *row)
{
    json_t *answer = json_object();
    struct capacity capacity = {
        .table = capacity_read(row->size, call_bool(call, "ConsistentRead", false))};
    const struct expr *projection = expressions->of[EXPR_PROJECTION];
    if (row->id != 0 && projection == NULL)
        call_show_text(call, "Item", row);
    if (answer == NULL ||
        (row->id != 0 && projection != NULL &&
         json_object_set_new(answer, "Item", expr_project(projection, store_row_item(row))) != 0) ||
        !capacity_answer(answer, table, &capacity, call_string(call, "ReturnConsumedCapacity"))) {
        json_decref(answer);
        fault_internal(&call->fault);
        return NULL;
    }
    return answer;
}

static json_t *get(struct call *call, const json_t *wanted, const struct expressions *expressions)
{
    struct item_key key;
    struct store_row row = {0};
    const struct table *table = call_table(call, call_string(call, "TableName"));
    if (table == NULL || !key_of_key(table, wanted, &key, &call->fault))
        return NULL;
    json_t *answer = NULL;
    if (expressions_check_keys(expressions, EXPR_PROJECTION, table, &call->fault)) {
        if (store_get(call->service->store, table->part, &key, &row))
            answer = get_answer(call, table, expressions, &row);
        else
            fault_internal(&call->fault);
    }
    item_key_free(&key);
    store_row_clear(&row);
    return answer;
}

static bool read_key(struct call *call, json_t **key)
{
    struct expr_error error = {.words = call->fault.words};
    *key = value_item_canonical(json_object_get(call->args, "Key"), &error);
    return *key != NULL || fault_expr(&call->fault, &error);
}

json_t *op_get_item(struct call *call)
{
    struct expressions expressions = {0};
    struct fault *fault = &call->fault;
    json_t *key = NULL;
    json_t *answer = NULL;
    bool plain = call_is_plain(call);
    if ((plain || expressions_check(call->args, &expressions_of_get, fault)) &&
        read_key(call, &key) &&
        (plain || (expressions_legacy(call->args, &expressions, fault) &&
                   expressions_parse(call->args, &expressions_of_get, &expressions, fault))))
        answer = get(call, key, &expressions);
    expressions_clear(&expressions);
    json_decref(key);
    return answer;
}
