/* SPDX-License-Identifier: Apache-2.0 */
/* TransactWriteItems: all actions are checked and tested before the first is carried out. */
#include <stdlib.h>
#include <string.h>

#include "item/transact.h"
#include "item/write.h"
#include "store/change.h"

/* The members of an action, of which it has exactly one. */
static const struct {
    const char *name;
    const struct change_kind *kind;
} kinds[] = {{"ConditionCheck", &change_check},
             {"Put", &change_put},
             {"Delete", &change_delete},
             {"Update", &change_update}};

struct action {
    struct call call; /* its arguments are the action's */
    struct change change;
};

struct transaction {
    struct call *call;
    struct action *actions;
    struct transact_part *parts;
    size_t n;
    struct transact_tally tally;
    char digest[STORE_DIGEST_SIZE];
};

/* A fault that ends the whole request goes from the action to the request. */
static bool pass_on(struct transaction *transaction, struct action *action)
{
    fault_clear(&transaction->call->fault);
    transaction->call->fault = action->call.fault;
    action->call.fault = (struct fault){.kind = FAULT_NONE};
    return false;
}

static bool read_action(struct transaction *transaction, struct action *action, const json_t *json)
{
    struct fault *fault = &transaction->call->fault;
    if (json_object_size(json) != 1) {
        return fault_invalid(
            fault, json_object_size(json) == 0
                       ? "Invalid Request: TransactWriteRequest should contain Delete or Put or "
                         "Update request"
                       : "TransactItems can only contain one of Check, Put, Update or Delete");
    }
    action->call = (struct call){.service = transaction->call->service,
                                 .exchange = transaction->call->exchange};
    action->change.call = &action->call;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        json_t *args = json_object_get(json, kinds[i].name);
        if (args != NULL) {
            action->call.args = args;
            action->change.kind = kinds[i].kind;
        }
    }
    return change_read(&action->change) || pass_on(transaction, action);
}

static bool check_size(const struct transaction *transaction)
{
    size_t bytes = 0;
    for (size_t i = 0; i < transaction->n; i++)
        bytes += value_item_size(transaction->actions[i].change.input);
    return bytes <= TRANSACT_BYTES_MAX ||
           fault_invalid(&transaction->call->fault,
                         "Transaction payload size cannot exceed 4MB. Payload Size: : Transaction "
                         "payload size cannot exceed 4MB. Payload Size: %zu",
                         bytes);
}

/* Each action by itself, then its table: these faults are the whole request's. */
static bool read_actions(struct transaction *transaction)
{
    const json_t *items = json_object_get(transaction->call->args, "TransactItems");
    for (size_t i = 0; i < json_array_size(items); i++) {
        transaction->n++;
        if (!read_action(transaction, &transaction->actions[i], json_array_get(items, i)))
            return false;
    }
    if (!check_size(transaction))
        return false;
    for (size_t i = 0; i < transaction->n; i++) {
        struct action *action = &transaction->actions[i];
        if (!change_find(&action->change))
            return pass_on(transaction, action);
    }
    return true;
}

/* An empty key is refused with the request, and is no reason to cancel it. */
static bool has_empty_key(const struct change *change)
{
    const struct expr_key_schema *keys = &change->table->keys;
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    for (size_t i = 0; i < keys->n; i++) {
        const json_t *value = json_object_get(change->input, keys->of[i].name);
        if (value != NULL && !value_check_key(keys->of[i].name, value, &error))
            return true;
    }
    return false;
}

/* The first wrong key is a reason; AWS looks at no other one then. */
static bool find_items(struct transaction *transaction)
{
    struct fault *fault = &transaction->call->fault;
    bool wrong = false;
    for (size_t i = 0; i < transaction->n; i++) {
        struct action *action = &transaction->actions[i];
        if (!change_key(&action->change)) {
            if (has_empty_key(&action->change))
                return pass_on(transaction, action);
            if (wrong)
                fault_clear(&action->call.fault);
            wrong = true;
        }
        transaction->parts[i] =
            (struct transact_part){action->change.table, &action->change.key, &action->call.fault};
    }
    return transact_distinct(transaction->parts, transaction->n, fault) &&
           transact_unfailed(transaction->parts, transaction->n, fault);
}

static bool test(struct transaction *transaction)
{
    for (size_t i = 0; i < transaction->n; i++) {
        struct change *change = &transaction->actions[i].change;
        (void)(change_load(change) && change_make(change));
    }
    return transact_unfailed(transaction->parts, transaction->n, &transaction->call->fault);
}

static bool write_all(struct transaction *transaction)
{
    for (size_t i = 0; i < transaction->n; i++) {
        struct action *action = &transaction->actions[i];
        struct capacity *units =
            transact_units(&transaction->tally, action->change.table, "WriteCapacityUnits");
        if (!change_write(&action->change, units))
            return pass_on(transaction, action);
    }
    return token_keep(transaction->call, transaction->digest, false);
}

static bool carry_out(struct transaction *transaction)
{
    struct store *store = transaction->call->service->store;
    if (!test(transaction)) {
        if (transaction->call->fault.kind == FAULT_CANCELLED)
            (void)token_keep(transaction->call, transaction->digest, true);
        return false;
    }
    if (!store_begin(store))
        return fault_internal(&transaction->call->fault);
    if (!write_all(transaction)) {
        store_rollback(store);
        return false;
    }
    if (!store_commit(store)) {
        store_rollback(store);
        return fault_internal(&transaction->call->fault);
    }
    return true;
}

/* A request that came before is not carried out again: its items are read. */
static bool repeat(struct transaction *transaction)
{
    for (size_t i = 0; i < transaction->n; i++) {
        struct action *action = &transaction->actions[i];
        if (!change_load(&action->change))
            return pass_on(transaction, action);
        transact_units(&transaction->tally, action->change.table, "ReadCapacityUnits")->table +=
            capacity_read(action->change.old.size, true);
    }
    return true;
}

static bool add_metrics(const struct transaction *transaction, json_t *answer)
{
    bool ok = true;
    if (!call_says(transaction->call, "ReturnItemCollectionMetrics", "SIZE"))
        return true;
    for (size_t i = 0; ok && i < transaction->n; i++) {
        const struct action *action = &transaction->actions[i];
        ok = action->change.kind->only_tests ||
             write_metrics_add(answer, call_string(&action->call, "TableName"),
                               action->change.table, action->change.input);
    }
    return ok;
}

static json_t *run(struct transaction *transaction)
{
    struct call *call = transaction->call;
    bool used;
    if (!read_actions(transaction) || !find_items(transaction) ||
        !token_check(call, transaction->digest, &used) ||
        !(used ? repeat(transaction) : carry_out(transaction)))
        return NULL;
    json_t *answer = json_object();
    if (answer == NULL ||
        !transact_answer(&transaction->tally, answer,
                         call_string(call, "ReturnConsumedCapacity")) ||
        !add_metrics(transaction, answer)) {
        json_decref(answer);
        fault_internal(&call->fault);
        return NULL;
    }
    return answer;
}

json_t *op_transact_write_items(struct call *call)
{
    size_t n = json_array_size(json_object_get(call->args, "TransactItems"));
    struct transaction *transaction = calloc(1, sizeof *transaction);
    json_t *answer = NULL;
    if (transaction == NULL) {
        fault_internal(&call->fault);
        return NULL;
    }
    transaction->call = call;
    transaction->actions = calloc(n, sizeof *transaction->actions);
    transaction->parts = calloc(n, sizeof *transaction->parts);
    if (transaction->actions != NULL && transaction->parts != NULL)
        answer = run(transaction);
    else
        fault_internal(&call->fault);
    for (size_t i = 0; i < transaction->n; i++) {
        change_clear(&transaction->actions[i].change);
        fault_clear(&transaction->actions[i].call.fault);
    }
    free(transaction->actions);
    free(transaction->parts);
    free(transaction);
    return answer;
}
