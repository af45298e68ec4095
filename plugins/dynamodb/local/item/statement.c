/* SPDX-License-Identifier: Apache-2.0 */
/* ExecuteStatement. */
#include "item/statement.h"

#include <slrun/base64.h>
#include <stdlib.h>
#include <string.h>

bool statement_check(struct statement *statement)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    const json_t *parameters = json_object_get(statement->json, "Parameters");
    return partiql_check_parameters(parameters, &error) ||
           fault_expr(&statement->call->fault, &error);
}

bool statement_parse(struct statement *statement)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    const char *text = json_string_value(json_object_get(statement->json, "Statement"));
    statement->parsed = partiql_parse(text, &error);
    statement->scope.parameters = json_object_get(statement->json, "Parameters");
    return statement->parsed != NULL || fault_expr(&statement->call->fault, &error);
}

bool statement_find(struct statement *statement)
{
    const char *name = partiql_index(statement->parsed);
    statement->table = call_table(statement->call, partiql_table(statement->parsed));
    if (statement->table == NULL)
        return false;
    const struct index *index = name == NULL ? NULL : table_index(statement->table, name);
    statement->scope.keys = index == NULL ? &statement->table->keys : &index->keys;
    if (name != NULL && index == NULL) {
        return fault_invalid(&statement->call->fault,
                             "The table does not have the specified index");
    }
    if (index != NULL && (index->keys.n_hash > 1 || index->keys.n > index->keys.n_hash + 1)) {
        return fault_invalid(&statement->call->fault,
                             "PartiQL statements cannot be executed on tables with "
                             "multi-attribute HASH keys or multi-attribute RANGE keys.");
    }
    if (index != NULL && !partiql_reads(statement->parsed)) {
        return fault_invalid(&statement->call->fault,
                             "This operation is not supported on an index");
    }
    if (index != NULL && index->global &&
        json_is_true(json_object_get(statement->json, "ConsistentRead"))) {
        return fault_invalid(&statement->call->fault, "Strongly consistent read is not supported "
                                                      "on Global Secondary Indexes");
    }
    return true;
}

void statement_clear(struct statement *statement)
{
    partiql_free(statement->parsed);
}

/* Members of the request that the operation has, too. Takes over `args`. */
static json_t *complete(const struct statement *statement, json_t *args)
{
    static const char *const shared[] = {"ConsistentRead", "Limit",
                                         "ReturnValuesOnConditionCheckFailure"};
    bool ok = args != NULL &&
              json_object_set_new(args, "TableName", json_string(statement->table->name)) == 0;
    for (size_t i = 0; ok && i < sizeof shared / sizeof *shared; i++) {
        json_t *value = json_object_get(statement->json, shared[i]);
        ok = value == NULL || json_object_set(args, shared[i], value) == 0;
    }
    json_t *capacity = json_object_get(statement->call->args, "ReturnConsumedCapacity");
    ok = ok && (capacity == NULL || json_object_set(args, "ReturnConsumedCapacity", capacity) == 0);
    if (!ok) {
        json_decref(args);
        fault_internal(&statement->call->fault);
        return NULL;
    }
    return args;
}

json_t *statement_write_args(struct statement *statement)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    json_t *args = partiql_write(statement->parsed, &statement->scope, &error);
    if (args == NULL) {
        fault_expr(&statement->call->fault, &error);
        return NULL;
    }
    return complete(statement, args);
}

json_t *statement_get_args(struct statement *statement, const char *where)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    bool whole = false;
    json_t *args = partiql_index(statement->parsed) != NULL
                       ? NULL
                       : partiql_get(statement->parsed, &statement->scope, &whole, &error);
    if (args != NULL)
        return complete(statement, args);
    if (error.kind != EXPR_ERROR_NONE) {
        fault_expr(&statement->call->fault, &error);
    } else {
        fault_invalid(&statement->call->fault,
                      "Select statements within %s must specify the primary key in the where "
                      "clause.",
                      where);
    }
    return NULL;
}

/* The messages of expressions begin with their kind, of which a statement has none. */
static void strip(struct fault *fault)
{
    static const char colon[] = "Expression: ";
    char *at = fault->message == NULL || strncmp(fault->message, "Invalid ", 8) != 0
                   ? NULL
                   : strstr(fault->message, colon);
    if (fault->kind == FAULT_VALIDATION && at != NULL) {
        at += sizeof colon - 1;
        memmove(fault->message, at, strlen(at) + 1);
    }
}

json_t *statement_run(struct call *call, struct call *sub, json_t *args,
                      json_t *(*run)(struct call *call))
{
    *sub = (struct call){.service = call->service,
                         .exchange = call->exchange,
                         .args = args,
                         .is_statement = true,
                         .is_keyed = sub->is_keyed};
    json_t *answer = run(sub);
    if (answer == NULL) {
        fault_clear(&call->fault);
        call->fault = sub->fault;
        sub->fault = (struct fault){.kind = FAULT_NONE};
        strip(&call->fault);
    }
    return answer;
}

void statement_sub_clear(struct call *sub)
{
    json_decref(sub->args);
    fault_clear(&sub->fault);
    text_free(&sub->shown);
}

json_t *statement_write(struct statement *statement, json_t **item)
{
    static json_t *(*const runs[])(struct call *) = {[PARTIQL_KIND_INSERT] = op_put_item,
                                                     [PARTIQL_KIND_UPDATE] = op_update_item,
                                                     [PARTIQL_KIND_DELETE] = op_delete_item};
    struct call sub = {.args = NULL};
    enum partiql_kind kind = partiql_kind(statement->parsed);
    *item = NULL;
    if (kind == PARTIQL_KIND_EXISTS) {
        fault_invalid(&statement->call->fault,
                      "EXISTS can only be used in ExecuteTransaction write requests.");
        return NULL;
    }
    json_t *args = statement_write_args(statement);
    if (args == NULL)
        return NULL;
    json_t *answer = statement_run(statement->call, &sub, args, runs[kind]);
    if (answer == NULL && kind == PARTIQL_KIND_INSERT &&
        statement->call->fault.kind == FAULT_CONDITION) {
        json_t *present = json_incref(statement->call->fault.item);
        fault_set(&statement->call->fault, FAULT_DUPLICATE,
                  "Duplicate primary key exists in table");
        statement->call->fault.item = present;
    }
    *item = json_incref(json_object_get(answer, "Attributes"));
    json_object_del(answer, "Attributes");
    statement_sub_clear(&sub);
    return answer;
}

/* Of what pages of one statement have in common, as a JSON string; NULL without memory. */
static json_t *digest_of(const struct statement *statement)
{
    char digest[STORE_DIGEST_SIZE];
    json_t *both = json_pack("[O, O?]", json_object_get(statement->json, "Statement"),
                             json_object_get(statement->json, "Parameters"));
    bool ok = both != NULL && call_digest(both, digest);
    json_decref(both);
    return ok ? json_string(digest) : NULL;
}

/* NextToken is [digest, key] in base64. */
static json_t *make_token(const struct statement *statement, json_t *last)
{
    json_t *parts = json_pack("[o, O]", digest_of(statement), last);
    char *text = parts == NULL ? NULL : json_dumps(parts, JSON_COMPACT);
    json_t *token = text == NULL ? NULL : slrun_base64_json(text, strlen(text));
    free(text);
    json_decref(parts);
    return token;
}

static json_t *read_token(const char *token)
{
    size_t size = 0;
    char *bytes = slrun_base64_bytes(token, strlen(token), &size);
    json_t *parts = bytes == NULL ? NULL : json_loadb(bytes, size, 0, NULL);
    free(bytes);
    return parts;
}

/* Puts ExclusiveStartKey into the arguments, if the request has a NextToken. */
static bool put_start(const struct statement *statement, json_t *args)
{
    struct fault *fault = &statement->call->fault;
    const char *token = call_string(statement->call, "NextToken");
    if (token == NULL)
        return true;
    json_t *parts = read_token(token);
    json_t *key = json_array_get(parts, 1);
    json_t *digest = digest_of(statement);
    bool known = json_is_string(json_array_get(parts, 0)) && json_is_object(key);
    bool same = known && json_equal(digest, json_array_get(parts, 0)) == 1;
    bool ok = same && json_object_set(args, "ExclusiveStartKey", key) == 0;
    json_decref(digest);
    json_decref(parts);
    return ok ||
           fault_invalid(fault, !known ? "Invalid NextToken" : "NextToken does not match request");
}

/* What Query or Scan answers as ExecuteStatement does; takes over `answer`. */
static json_t *page(struct statement *statement, struct call *sub, json_t *answer)
{
    json_t *last = json_object_get(answer, "LastEvaluatedKey");
    json_t *items = json_object_get(answer, "Items");
    bool ok = true;
    json_object_del(answer, "Count");
    json_object_del(answer, "ScannedCount");
    statement->call->shown = sub->shown; /* the items, where they are shown as text */
    sub->shown = (struct text){0};
    for (size_t i = 0; ok && partiql_picks(statement->parsed) && i < json_array_size(items); i++) {
        json_t *item = partiql_pick(statement->parsed, json_array_get(items, i));
        ok = item != NULL && json_array_set_new(items, i, item) == 0;
    }
    ok = ok && (last == NULL ||
                json_object_set_new(answer, "NextToken", make_token(statement, last)) == 0);
    if (!ok) {
        json_decref(answer);
        fault_internal(&statement->call->fault);
        return NULL;
    }
    return answer;
}

static json_t *select_items(struct statement *statement)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    struct call sub = {.is_keyed = partiql_lists_keys(statement->parsed, statement->scope.keys)};
    const char *index = partiql_index(statement->parsed);
    bool query = false;
    json_t *args = partiql_select(statement->parsed, &statement->scope, &query, &error);
    if (args == NULL) {
        fault_expr(&statement->call->fault, &error);
        return NULL;
    }
    bool ok = put_start(statement, args) &&
              (index == NULL || json_object_set_new(args, "IndexName", json_string(index)) == 0 ||
               fault_internal(&statement->call->fault));
    if (!ok) {
        json_decref(args);
        return NULL;
    }
    args = complete(statement, args);
    json_t *answer = args == NULL
                         ? NULL
                         : statement_run(statement->call, &sub, args, query ? op_query : op_scan);
    answer = answer == NULL ? NULL : page(statement, &sub, answer);
    statement_sub_clear(&sub);
    return answer;
}

static json_t *change_item(struct statement *statement)
{
    json_t *item;
    json_t *answer = statement_write(statement, &item);
    json_t *items = item == NULL ? json_array() : json_pack("[O]", item);
    json_decref(item);
    if (answer == NULL || json_object_set_new(answer, "Items", items) != 0) {
        if (answer == NULL)
            json_decref(items);
        else
            fault_internal(&statement->call->fault);
        json_decref(answer);
        return NULL;
    }
    return answer;
}

json_t *op_execute_statement(struct call *call)
{
    struct statement statement = {.call = call, .json = call->args};
    json_t *answer = NULL;
    if (statement_check(&statement) && statement_parse(&statement) && statement_find(&statement)) {
        answer =
            partiql_reads(statement.parsed) ? select_items(&statement) : change_item(&statement);
    }
    statement_clear(&statement);
    return answer;
}
