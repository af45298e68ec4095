/* SPDX-License-Identifier: Apache-2.0 */
/* execute_statement, batch_execute_statement and execute_transaction: what they take and answer,
 * and what IAM has to know of their texts. */
#include "client/ops.h"
#include "client/shapes.h"
#include "partiql/partiql.h"

static const char *const words_old[] = {"NONE", "ALL_OLD", NULL};
static const char *const words_code[] = {"ConditionalCheckFailed",
                                         "ItemCollectionSizeLimitExceeded",
                                         "RequestLimitExceeded",
                                         "ValidationError",
                                         "ProvisionedThroughputExceeded",
                                         "TransactionConflict",
                                         "ThrottlingError",
                                         "InternalServerError",
                                         "ResourceNotFound",
                                         "AccessDenied",
                                         "DuplicateItem",
                                         NULL};

/* Parameters that several of them have, word for word. */
/* clang-format off */
#define STATEMENT  {"Statement", S_STRING, SLRUN_REQUIRED, "PartiQL, with ? for each parameter."}
#define PARAMETERS {"Parameters", S_LIST(shape_value), 0, "What the ? stand for, in their order."}
#define CONSISTENT {"ConsistentRead", S_BOOLEAN, 0, "true: all writes before it are seen."}
#define CAPACITY                                                                                   \
    {"ReturnConsumedCapacity", S_WORD(words_capacity), 0, "Whether ConsumedCapacity is told."}
#define ON_FAILURE(where_)                                                                         \
    {"ReturnValuesOnConditionCheckFailure", S_WORD(words_old), 0,                                  \
     "ALL_OLD: " where_ " has the Item that failed the condition."}
/* clang-format on */

PARAMS(execute_statement_params) = {
    STATEMENT,
    PARAMETERS,
    CONSISTENT,
    {"Limit", S_INTEGER, 0, "Items read for a page, before the filter."},
    {"NextToken", S_STRING, 0, "NextToken of the page before."},
    CAPACITY,
    ON_FAILURE("the error's detail"),
    PARAMS_END,
};

PARAMS(execute_statement_result) = {
    {"Items", S_LIST(shape_attributes), 0, "What was read, or what RETURNING asks for."},
    {"NextToken", S_STRING, 0, "There may be more behind it."},
    {"LastEvaluatedKey", S_MAP(shape_value), 0, "The key of the last item that was read."},
    {"ConsumedCapacity", S_STRUCTURE(shape_capacity_members), 0, "If it was asked for."},
    PARAMS_END,
};

static PARAMS(batch_statement) = {
    STATEMENT, PARAMETERS, CONSISTENT, ON_FAILURE("the Error of its response"), PARAMS_END,
};
static const struct slrun_shape batch_statement_shape = S_STRUCTURE(batch_statement);

PARAMS(batch_execute_statement_params) = {
    {"Statements", S_LIST(batch_statement_shape), SLRUN_REQUIRED,
     "Up to 25 statements on one item each, which all read or all write."},
    CAPACITY,
    PARAMS_END,
};

static PARAMS(batch_error) = {
    {"Code", S_WORD(words_code), 0, "What kind of error it is."},
    {"Message", S_STRING, 0, "What is wrong with this statement."},
    {"Item", S_MAP(shape_value), 0, "The item that failed the condition, if it was asked for."},
    PARAMS_END,
};

static PARAMS(batch_response) = {
    {"TableName", S_STRING, 0, "Name of the table."},
    {"Item", S_MAP(shape_value), 0, "The item; absent if there is none."},
    {"Error", S_STRUCTURE(batch_error), 0, "Why this statement did nothing; the others did."},
    PARAMS_END,
};
static const struct slrun_shape batch_response_shape = S_STRUCTURE(batch_response);

PARAMS(batch_execute_statement_result) = {
    {"Responses", S_LIST(batch_response_shape), 0, "In the order of Statements."},
    {"ConsumedCapacity", S_LIST(shape_capacity), 0, "One for each table, if asked for."},
    PARAMS_END,
};

static PARAMS(transact_statement) = {
    STATEMENT,
    PARAMETERS,
    ON_FAILURE("the reason of the cancellation"),
    PARAMS_END,
};
static const struct slrun_shape transact_statement_shape = S_STRUCTURE(transact_statement);

PARAMS(execute_transaction_params) = {
    {"TransactStatements", S_LIST(transact_statement_shape), SLRUN_REQUIRED,
     "Up to 100 statements on one item each, which all read or all write."},
    {"ClientRequestToken", S_STRING, 0,
     "A request that comes again with it within ten minutes does nothing more."},
    CAPACITY,
    PARAMS_END,
};

/* What the rows of IAM's table call the kinds. EXISTS(SELECT ...) reads, too. */
static const char *const kinds[] = {[PARTIQL_KIND_SELECT] = "Select",
                                    [PARTIQL_KIND_INSERT] = "Insert",
                                    [PARTIQL_KIND_UPDATE] = "Update",
                                    [PARTIQL_KIND_DELETE] = "Delete",
                                    [PARTIQL_KIND_EXISTS] = "Select"};

static json_t *list_of(json_t *named, const char *kind)
{
    json_t *list = json_object_get(named, kind);
    if (list == NULL && json_object_set_new(named, kind, json_array()) == 0)
        list = json_object_get(named, kind);
    return list;
}

/* A statement that cannot be read is refused before anything is looked at: it needs nothing. */
static void add_statement(json_t *named, const json_t *json)
{
    const char *text = json_string_value(json_object_get(json, "Statement"));
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    struct partiql *statement = text == NULL ? NULL : partiql_parse(text, &error);
    if (statement == NULL)
        return;
    const char *index = partiql_index(statement);
    json_t *name = json_sprintf("%s%s%s", partiql_table(statement), index ? "/index/" : "",
                                index ? index : "");
    (void)json_array_append_new(list_of(named, kinds[partiql_kind(statement)]), name);
    partiql_free(statement);
}

json_t *statement_grant_args(const json_t *args)
{
    static const char *const lists[] = {"Statements", "TransactStatements"};
    json_t *named = json_object(), *json;
    size_t i;
    if (named == NULL)
        return NULL;
    add_statement(named, args);
    for (size_t n = 0; n < sizeof lists / sizeof *lists; n++)
        json_array_foreach (json_object_get(args, lists[n]), i, json)
            add_statement(named, json);
    return named;
}
