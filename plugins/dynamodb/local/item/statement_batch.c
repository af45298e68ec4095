/* SPDX-License-Identifier: Apache-2.0 */
/* BatchExecuteStatement: each statement by itself, with its own error. */
#include <string.h>

#include "item/statement.h"
#include "params/params.h"

/* What BatchStatementError calls an exception. */
static const char *code_of(const struct fault *fault)
{
    switch (fault->kind) {
    case FAULT_NOT_FOUND:
        return "ResourceNotFound";
    case FAULT_CONDITION:
        return "ConditionalCheckFailed";
    case FAULT_DUPLICATE:
        return "DuplicateItem";
    case FAULT_INTERNAL:
        return "InternalServerError";
    default:
        return "ValidationError";
    }
}

static json_t *error_of(const struct fault *fault)
{
    json_t *json = json_pack("{s:s, s:s}", "Code", code_of(fault), "Message",
                             fault->message == NULL ? "" : fault->message);
    if (json != NULL && fault->item != NULL && json_object_set(json, "Item", fault->item) != 0) {
        json_decref(json);
        return NULL;
    }
    return json;
}

/* The item of GetItem's answer, which may be shown as text (a new reference); NULL: none. */
static json_t *item_of(const struct call *sub, const json_t *answer)
{
    struct text text = {0};
    if (sub->shown.size == 0)
        return json_incref(json_object_get(answer, "Item"));
    text_append(&text, "{", 1);
    text_append(&text, sub->shown.data, sub->shown.size);
    text_append(&text, "}", 1);
    json_t *json =
        sub->service->cloud->host->json_read(text_string(&text), text.size, JSON_ALLOW_NUL, NULL);
    json_t *item = json_incref(json_object_get(json, "Item"));
    json_decref(json);
    text_free(&text);
    return item;
}

static json_t *read_item(struct statement *statement, json_t **item)
{
    struct call sub = {.args = NULL};
    json_t *args = statement_get_args(statement, "BatchExecuteStatement");
    json_t *answer = args == NULL ? NULL : statement_run(statement->call, &sub, args, op_get_item);
    *item = answer == NULL ? NULL : item_of(&sub, answer);
    if (*item != NULL && partiql_picks(statement->parsed)) {
        json_t *picked = partiql_pick(statement->parsed, *item);
        json_decref(*item);
        *item = picked;
    }
    statement_sub_clear(&sub);
    return answer;
}

/* Adds the numbers of one ConsumedCapacity to those of another. */
static bool add_units(json_t *to, const json_t *from)
{
    const char *name;
    json_t *value;
    bool ok = true;
    json_object_foreach ((json_t *)from, name, value) {
        json_t *present = json_object_get(to, name);
        if (present == NULL)
            ok = json_object_set(to, name, value) == 0 && ok;
        else if (json_is_real(value))
            json_real_set(present, json_real_value(present) + json_real_value(value));
        else if (json_is_object(value))
            ok = add_units(present, value) && ok;
    }
    return ok;
}

/* One element for each table. */
static bool add_capacity(json_t *list, json_t *capacity)
{
    size_t i;
    json_t *known;
    if (capacity == NULL)
        return true;
    json_array_foreach (list, i, known)
        if (json_equal(json_object_get(known, "TableName"), json_object_get(capacity, "TableName")))
            return add_units(known, capacity);
    return json_array_append(list, capacity) == 0;
}

/* One response; NULL without memory. */
static json_t *respond(struct statement *statement, json_t *capacity)
{
    json_t *item = NULL;
    json_t *answer = NULL;
    json_t *response = json_object();
    if (statement_check(statement) && (statement->parsed != NULL || statement_parse(statement)) &&
        statement_find(statement)) {
        answer = partiql_reads(statement->parsed) ? read_item(statement, &item)
                                                  : statement_write(statement, &item);
    }
    bool ok =
        response != NULL && add_capacity(capacity, json_object_get(answer, "ConsumedCapacity"));
    if (statement->table != NULL) {
        ok = ok &&
             json_object_set_new(response, "TableName", json_string(statement->table->name)) == 0;
    }
    ok = ok && (item == NULL || json_object_set(response, "Item", item) == 0) &&
         (answer != NULL ||
          json_object_set_new(response, "Error", error_of(&statement->call->fault)) == 0);
    json_decref(item);
    json_decref(answer);
    if (!ok) {
        json_decref(response);
        return NULL;
    }
    return response;
}

/* A batch reads or writes, not both. Statements that cannot be parsed are neither. */
static bool check_mixed(struct call *call, struct statement *statements, size_t n)
{
    bool reads = false;
    bool writes = false;
    for (size_t i = 0; i < n; i++)
        if (statement_parse(&statements[i]))
            *(partiql_reads(statements[i].parsed) ? &reads : &writes) = true;
    return !(reads && writes) ||
           fault_invalid(&call->fault, "BatchExecuteStatement API does not support both read and "
                                       "write operations in the same request.");
}

static json_t *run(struct call *call, struct statement *statements, size_t n)
{
    json_t *capacity = json_array();
    json_t *responses = json_array();
    json_t *answer = json_pack("{s:O}", "Responses", responses);
    bool ok = answer != NULL && capacity != NULL;
    for (size_t i = 0; ok && i < n; i++)
        ok = json_array_append_new(responses, respond(&statements[i], capacity)) == 0;
    ok = ok && (json_array_size(capacity) == 0 ||
                json_object_set(answer, "ConsumedCapacity", capacity) == 0);
    json_decref(capacity);
    json_decref(responses);
    if (!ok) {
        json_decref(answer);
        fault_internal(&call->fault);
        return NULL;
    }
    return answer;
}

json_t *op_batch_execute_statement(struct call *call)
{
    struct statement statements[BATCH_STATEMENTS_MAX] = {{.call = NULL}};
    struct call calls[BATCH_STATEMENTS_MAX] = {{.args = NULL}};
    const json_t *list = json_object_get(call->args, "Statements");
    size_t n = json_array_size(list);
    for (size_t i = 0; i < n; i++) { /* a call of its own, for its fault */
        calls[i] =
            (struct call){.service = call->service, .exchange = call->exchange, .args = call->args};
        statements[i] = (struct statement){.call = &calls[i], .json = json_array_get(list, i)};
    }
    json_t *answer = check_mixed(call, statements, n) ? run(call, statements, n) : NULL;
    for (size_t i = 0; i < n; i++) {
        statement_clear(&statements[i]);
        fault_clear(&calls[i].fault);
    }
    return answer;
}
