/* SPDX-License-Identifier: Apache-2.0 */
/* TransactGetItems: up to 100 items by key, all as they are at one moment. */
#include <stdlib.h>
#include <string.h>

#include "item/expressions.h"
#include "item/transact.h"

struct get {
    const json_t *args;
    struct fault fault;
    struct expressions expressions;
    const struct table *table;
    json_t *wanted; /* the key, canonical */
    struct item_key key;
};

struct transaction {
    struct call *call;
    struct get *gets;
    struct transact_part *parts;
    size_t n;
    size_t bytes;
    struct transact_tally tally;
};

static bool read_get(struct transaction *transaction, struct get *get, const json_t *args)
{
    struct fault *fault = &transaction->call->fault;
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    get->args = args;
    if (!expressions_read(args, &expressions_of_get, &get->expressions, fault))
        return false;
    get->wanted = value_item_canonical(json_object_get(args, "Key"), &error);
    return get->wanted != NULL || fault_expr(fault, &error);
}

/* Each get by itself, then its table: these faults are the whole request's. */
static bool read_gets(struct transaction *transaction)
{
    const json_t *items = json_object_get(transaction->call->args, "TransactItems");
    for (size_t i = 0; i < json_array_size(items); i++) {
        transaction->n++;
        if (!read_get(transaction, &transaction->gets[i],
                      json_object_get(json_array_get(items, i), "Get")))
            return false;
    }
    for (size_t i = 0; i < transaction->n; i++) {
        struct get *get = &transaction->gets[i];
        get->table = call_table(transaction->call,
                                json_string_value(json_object_get(get->args, "TableName")));
        if (get->table == NULL)
            return false;
    }
    return true;
}

static bool find_items(struct transaction *transaction)
{
    struct fault *fault = &transaction->call->fault;
    for (size_t i = 0; i < transaction->n; i++) {
        struct get *get = &transaction->gets[i];
        (void)(key_of_key(get->table, get->wanted, &get->key, &get->fault) &&
               expressions_check_keys(&get->expressions, EXPR_PROJECTION, get->table,
                                      &get->fault)); /* the fault is this get's reason */
        transaction->parts[i] = (struct transact_part){get->table, &get->key, &get->fault};
    }
    return transact_distinct(transaction->parts, transaction->n, fault) &&
           transact_unfailed(transaction->parts, transaction->n, fault);
}

static json_t *shown(const struct get *get, json_t *item)
{
    const struct expr *projection = get->expressions.of[EXPR_PROJECTION];
    return projection == NULL ? json_incref(item) : expr_project(projection, item);
}

static bool read_item(struct transaction *transaction, const struct get *get, json_t *responses)
{
    struct store_row row = {0};
    json_t *response = json_object();
    if (!store_get(transaction->call->service->store, get->table->part, &get->key, &row)) {
        json_decref(response);
        return false;
    }
    json_t *item = store_row_item(&row);
    bool ok = row.id == 0 ||
              (item != NULL && json_object_set_new(response, "Item", shown(get, item)) == 0);
    transaction->bytes += row.size;
    transact_units(&transaction->tally, get->table, "ReadCapacityUnits")->table +=
        capacity_read(row.size, true);
    store_row_clear(&row);
    return json_array_append_new(responses, response) == 0 && ok;
}

static json_t *answer(struct transaction *transaction)
{
    struct call *call = transaction->call;
    json_t *responses = json_array();
    json_t *json = json_pack("{s:o}", "Responses", responses);
    bool ok = json != NULL;
    for (size_t i = 0; ok && i < transaction->n; i++)
        ok = read_item(transaction, &transaction->gets[i], responses);
    if (ok && transaction->bytes > TRANSACT_BYTES_MAX) {
        fault_invalid(&call->fault,
                      "The aggregate size of the items in the transaction exceeds 4 MB");
    } else if (ok && transact_answer(&transaction->tally, json,
                                     call_string(call, "ReturnConsumedCapacity"))) {
        return json;
    } else {
        fault_internal(&call->fault);
    }
    json_decref(json);
    return NULL;
}

json_t *op_transact_get_items(struct call *call)
{
    size_t n = json_array_size(json_object_get(call->args, "TransactItems"));
    struct transaction *transaction = calloc(1, sizeof *transaction);
    json_t *result = NULL;
    if (transaction == NULL) {
        fault_internal(&call->fault);
        return NULL;
    }
    transaction->call = call;
    transaction->gets = calloc(n, sizeof *transaction->gets);
    transaction->parts = calloc(n, sizeof *transaction->parts);
    if (transaction->gets == NULL || transaction->parts == NULL)
        fault_internal(&call->fault);
    else if (read_gets(transaction) && find_items(transaction))
        result = answer(transaction);
    for (size_t i = 0; i < transaction->n; i++) {
        expressions_clear(&transaction->gets[i].expressions);
        fault_clear(&transaction->gets[i].fault);
        item_key_free(&transaction->gets[i].key);
        json_decref(transaction->gets[i].wanted);
    }
    free(transaction->gets);
    free(transaction->parts);
    free(transaction);
    return result;
}
