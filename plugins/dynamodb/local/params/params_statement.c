/* SPDX-License-Identifier: Apache-2.0 */
/* The parameters of the operations that run PartiQL statements. */
#include "params/params.h"
#include "params/params_shared.h"
#include "partiql/partiql.h"

enum { NEXT_TOKEN_MAX = 32768, CLIENT_TOKEN_MAX = 36 };

static const char *const capacity_words[] = {"INDEXES", "TOTAL", "NONE", NULL};
static const char *const on_failure_words[] = {"ALL_OLD", "NONE", NULL};
static const struct param value = {.name = "", .type = PARAM_VALUE, .java = "AttributeValue"};

#define STATEMENT                                                                                  \
    {                                                                                              \
        .name = "Statement", .type = PARAM_STRING, .flags = PARAM_NOT_NULL, .min = 1,              \
        .max = PARTIQL_TEXT_MAX                                                                    \
    }
#define PARAMETERS                                                                                 \
    {                                                                                              \
        .name = "Parameters", .type = PARAM_LIST, .min = 1, .of = &value                           \
    }
#define RETURN_CAPACITY   WORD("ReturnConsumedCapacity", capacity_words)
#define RETURN_ON_FAILURE WORD("ReturnValuesOnConditionCheckFailure", on_failure_words)
#define STATEMENTS(member, most, element)                                                          \
    {                                                                                              \
        .name = (member), .type = PARAM_LIST, .flags = PARAM_NOT_NULL, .min = 1, .max = (most),    \
        .of = (element)                                                                            \
    }

const struct param params_execute_statement[] = {
    STATEMENT,
    PARAMETERS,
    BOOLEAN("ConsistentRead"),
    {.name = "NextToken", .type = PARAM_STRING, .min = 1, .max = NEXT_TOKEN_MAX},
    RETURN_CAPACITY,
    AT_LEAST("Limit", 1, 0),
    RETURN_ON_FAILURE,
    END};

static const struct param batch_members[] = {STATEMENT, PARAMETERS, BOOLEAN("ConsistentRead"),
                                             RETURN_ON_FAILURE, END};
static const struct param batch_statement = STRUCT("", 0, "BatchStatementRequest", batch_members);
const struct param params_batch_execute_statement[] = {
    STATEMENTS("Statements", BATCH_STATEMENTS_MAX, &batch_statement), RETURN_CAPACITY, END};

static const struct param transact_members[] = {STATEMENT, PARAMETERS, RETURN_ON_FAILURE, END};
static const struct param transact_statement =
    STRUCT("", 0, "ParameterizedStatement", transact_members);
const struct param params_execute_transaction[] = {
    STATEMENTS("TransactStatements", TRANSACT_MAX, &transact_statement),
    {.name = "ClientRequestToken", .type = PARAM_STRING, .min = 1, .max = CLIENT_TOKEN_MAX},
    RETURN_CAPACITY,
    END};
