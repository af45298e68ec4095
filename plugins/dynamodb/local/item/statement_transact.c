/* SPDX-License-Identifier: Apache-2.0 */
/* ExecuteTransaction: its statements become the actions of TransactGetItems or TransactWriteItems.
 */
#include <stdlib.h>
#include <string.h>

#include "item/statement.h"
#include "item/transact.h"
#include "params/params.h"

struct execution {
    struct call *call;
    struct statement *statements;
    size_t n;
    bool reads; /* they are SELECTs */
};

/* Says which statement it was; returns false. */
static bool blame(const struct execution *execution, size_t i)
{
    struct fault *fault = &execution->call->fault;
    if (fault->kind == FAULT_VALIDATION) {
        char *message = fault->message;
        fault->message = NULL;
        fault_invalid(fault, "Validation failed in TransactStatements[%zu]: %s", i, message);
        free(message);
    }
    return false;
}

static bool check(const struct execution *execution, size_t i)
{
    struct fault *fault = &execution->call->fault;
    struct statement *statement = &execution->statements[i];
    if (partiql_returns(statement->parsed))
        return fault_invalid(fault, "RETURNING clause is not supported in ExecuteTransaction.");
    return statement_find(statement) &&
           (partiql_index(statement->parsed) == NULL ||
            fault_invalid(fault, "Reads on indices are not supported within transactions."));
}

static bool parse_all(struct execution *execution)
{
    size_t reads = 0;
    for (size_t i = 0; i < execution->n; i++)
        if (!statement_check(&execution->statements[i]))
            return false;
    for (size_t i = 0; i < execution->n; i++) {
        if (!statement_parse(&execution->statements[i]))
            return blame(execution, i);
        reads += partiql_reads(execution->statements[i].parsed);
    }
    execution->reads = reads > 0;
    if (reads > 0 && reads < execution->n) {
        return fault_invalid(&execution->call->fault,
                             "ExecuteTransaction API does not support both read and write "
                             "operations in the same request.");
    }
    for (size_t i = 0; i < execution->n; i++)
        if (!check(execution, i))
            return blame(execution, i);
    return true;
}

static json_t *action(struct statement *statement)
{
    static const char *const names[] = {[PARTIQL_KIND_SELECT] = "Get",
                                        [PARTIQL_KIND_INSERT] = "Put",
                                        [PARTIQL_KIND_UPDATE] = "Update",
                                        [PARTIQL_KIND_DELETE] = "Delete",
                                        [PARTIQL_KIND_EXISTS] = "ConditionCheck"};
    json_t *args = partiql_reads(statement->parsed)
                       ? statement_get_args(statement, "ExecuteTransaction")
                       : statement_write_args(statement);
    json_object_del(args, "ReturnConsumedCapacity"); /* it is the whole request's */
    return args == NULL ? NULL : json_pack("{s:o}", names[partiql_kind(statement->parsed)], args);
}

/* The request that does the same; NULL with the fault. */
static json_t *request(const struct execution *execution)
{
    static const char *const shared[] = {"ReturnConsumedCapacity", "ClientRequestToken"};
    json_t *items = json_array();
    json_t *args = json_pack("{s:o}", "TransactItems", items);
    bool ok = args != NULL;
    for (size_t i = 0; ok && i < execution->n; i++) {
        json_t *json = action(&execution->statements[i]);
        ok = json != NULL && json_array_append_new(items, json) == 0;
        ok = ok || blame(execution, i);
    }
    for (size_t i = 0; ok && i < sizeof shared / sizeof *shared; i++) {
        json_t *value = json_object_get(execution->call->args, shared[i]);
        ok = value == NULL || json_object_set(args, shared[i], value) == 0;
    }
    if (!ok) {
        json_decref(args);
        if (execution->call->fault.kind == FAULT_NONE)
            fault_internal(&execution->call->fault);
        return NULL;
    }
    return args;
}

/* The condition that an INSERT fails is that there is no such item. */
static bool rename_reasons(const struct execution *execution)
{
    json_t *reasons = execution->call->fault.reasons;
    bool ok = true;
    for (size_t i = 0; ok && i < json_array_size(reasons); i++) {
        json_t *reason = json_array_get(reasons, i);
        const char *code = json_string_value(json_object_get(reason, "Code"));
        if (partiql_kind(execution->statements[i].parsed) == PARTIQL_KIND_INSERT && code != NULL &&
            strcmp(code, "ConditionalCheckFailed") == 0) {
            ok = json_object_set_new(reason, "Code", json_string("DuplicateItem")) == 0 &&
                 json_object_set_new(reason, "Message",
                                     json_string("Duplicate primary key exists in table")) == 0;
        }
    }
    return ok;
}

/* The message of a cancellation has the codes of the reasons. */
static void tell_reasons(const struct execution *execution)
{
    struct fault *fault = &execution->call->fault;
    json_t *reasons = json_incref(fault->reasons);
    if (reasons == NULL)
        return;
    if (rename_reasons(execution))
        transact_cancelled(reasons, fault);
    else
        fault_internal(fault);
    json_decref(reasons);
}

/* Writes have no responses; those of reads get what the statements ask for. */
static bool shape(const struct execution *execution, json_t *answer)
{
    json_t *responses = json_object_get(answer, "Responses");
    if (!execution->reads) {
        json_object_del(answer, "ItemCollectionMetrics");
        return json_object_set_new(answer, "Responses", json_array()) == 0;
    }
    for (size_t i = 0; i < json_array_size(responses); i++) {
        const struct partiql *parsed = execution->statements[i].parsed;
        json_t *response = json_array_get(responses, i);
        json_t *item = json_object_get(response, "Item");
        if (item != NULL && partiql_picks(parsed) &&
            json_object_set_new(response, "Item", partiql_pick(parsed, item)) != 0)
            return false;
    }
    return true;
}

static json_t *run(const struct execution *execution)
{
    struct call *call = execution->call;
    struct call sub = {.args = NULL};
    json_t *args = request(execution);
    if (args == NULL)
        return NULL;
    json_t *answer = statement_run(
        call, &sub, args, execution->reads ? op_transact_get_items : op_transact_write_items);
    if (answer == NULL) {
        tell_reasons(execution);
    } else if (!shape(execution, answer)) {
        json_decref(answer);
        answer = NULL;
        fault_internal(&call->fault);
    }
    statement_sub_clear(&sub);
    return answer;
}

json_t *op_execute_transaction(struct call *call)
{
    const json_t *list = json_object_get(call->args, "TransactStatements");
    struct execution execution = {.call = call, .n = json_array_size(list)};
    execution.statements = calloc(execution.n, sizeof *execution.statements);
    if (execution.statements == NULL) {
        fault_internal(&call->fault);
        return NULL;
    }
    for (size_t i = 0; i < execution.n; i++)
        execution.statements[i] = (struct statement){.call = call, .json = json_array_get(list, i)};
    json_t *answer = parse_all(&execution) ? run(&execution) : NULL;
    for (size_t i = 0; i < execution.n; i++)
        statement_clear(&execution.statements[i]);
    free(execution.statements);
    return answer;
}
