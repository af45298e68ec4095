/* SPDX-License-Identifier: Apache-2.0 */
/* transact_write_items and transact_get_items: what they take and answer. */
#include "client/ops.h"
#include "client/shapes.h"

static const char *const words_old[] = {"NONE", "ALL_OLD", NULL};

/* Parameters that several actions have, word for word. */
/* clang-format off */
#define TABLE_NAME {"TableName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the table."}
#define KEY        {"Key", S_MAP(shape_value), SLRUN_REQUIRED, "All key attributes of the item."}
#define CONDITION(rules_)                                                                          \
    {"ConditionExpression", S_STRING, (rules_), "Cancels the transaction unless it is true."}
#define NAMES      {"ExpressionAttributeNames", S_MAP(shape_string), 0, "What #names stand for."}
#define VALUES     {"ExpressionAttributeValues", S_MAP(shape_value), 0, "What :values stand for."}
#define ON_FAILURE                                                                                 \
    {"ReturnValuesOnConditionCheckFailure", S_WORD(words_old), 0,                                  \
     "ALL_OLD: the reason of the cancellation has the Item."}
/* clang-format on */

static PARAMS(check) = {TABLE_NAME, KEY,       CONDITION(SLRUN_REQUIRED), NAMES, VALUES,
                        ON_FAILURE, PARAMS_END};

static PARAMS(put) = {
    TABLE_NAME,   {"Item", S_MAP(shape_value), SLRUN_REQUIRED, "The whole item, with its key."},
    CONDITION(0), NAMES,
    VALUES,       ON_FAILURE,
    PARAMS_END,
};

static PARAMS(delete) = {TABLE_NAME, KEY, CONDITION(0), NAMES, VALUES, ON_FAILURE, PARAMS_END};

static PARAMS(update) = {
    TABLE_NAME,
    KEY,
    {"UpdateExpression", S_STRING, SLRUN_REQUIRED, "What is to be changed: SET, REMOVE, ADD..."},
    CONDITION(0),
    NAMES,
    VALUES,
    ON_FAILURE,
    PARAMS_END,
};

static PARAMS(write) = {
    {"ConditionCheck", S_STRUCTURE(check), 0, "Only tests an item."},
    {"Put", S_STRUCTURE(put), 0, "Stores an item."},
    {"Delete", S_STRUCTURE(delete), 0, "Deletes an item."},
    {"Update", S_STRUCTURE(update), 0, "Changes attributes of an item."},
    PARAMS_END,
};
static const struct slrun_shape write_shape = S_STRUCTURE(write);

static PARAMS(get) = {
    TABLE_NAME, KEY,        {"ProjectionExpression", S_STRING, 0, "Which attributes are wanted."},
    NAMES,      PARAMS_END,
};

static PARAMS(read) = {
    {"Get", S_STRUCTURE(get), SLRUN_REQUIRED, "Reads an item."},
    PARAMS_END,
};
static const struct slrun_shape read_shape = S_STRUCTURE(read);

static PARAMS(response) = {
    {"Item", S_MAP(shape_value), 0, "The item; absent if there is none."},
    PARAMS_END,
};
static const struct slrun_shape response_shape = S_STRUCTURE(response);
static const struct slrun_shape metrics_list = S_LIST(shape_metrics);

PARAMS(transact_write_items_params) = {
    {"TransactItems", S_LIST(write_shape), SLRUN_REQUIRED, "Up to 100 actions, of one kind each."},
    {"ReturnConsumedCapacity", S_WORD(words_capacity), 0, "Whether ConsumedCapacity is told."},
    {"ReturnItemCollectionMetrics", S_WORD(words_size), 0,
     "Whether ItemCollectionMetrics is told, for tables with local indexes."},
    {"ClientRequestToken", S_STRING, 0,
     "A request that comes again with it within ten minutes does nothing more."},
    PARAMS_END,
};

PARAMS(transact_write_items_result) = {
    {"ConsumedCapacity", S_LIST(shape_capacity), 0, "One for each table, if asked for."},
    {"ItemCollectionMetrics", S_MAP(metrics_list), 0, "By table, if it was asked for."},
    PARAMS_END,
};

PARAMS(transact_get_items_params) = {
    {"TransactItems", S_LIST(read_shape), SLRUN_REQUIRED, "Up to 100 reads."},
    {"ReturnConsumedCapacity", S_WORD(words_capacity), 0, "Whether ConsumedCapacity is told."},
    PARAMS_END,
};

PARAMS(transact_get_items_result) = {
    {"Responses", S_LIST(response_shape), 0, "In the order of TransactItems."},
    {"ConsumedCapacity", S_LIST(shape_capacity), 0, "One for each table, if asked for."},
    PARAMS_END,
};
