/* SPDX-License-Identifier: Apache-2.0 */
/* put_item, get_item, update_item, delete_item: what they take and answer. */
#include "client/ops.h"
#include "client/shapes.h"

static const char *const words_old[] = {"NONE", "ALL_OLD", NULL};
static const char *const words_all[] = {"NONE",    "ALL_OLD",     "UPDATED_OLD",
                                        "ALL_NEW", "UPDATED_NEW", NULL};
static const char *const words_action[] = {"PUT", "ADD", "DELETE", NULL};

static PARAMS(expected) = {
    {"Value", S_VALUE, 0, "The value that is expected."},
    {"Exists", S_BOOLEAN, 0, "false: the attribute must not be there."},
    {"ComparisonOperator", S_WORD(words_comparison), 0, "How the attribute is compared."},
    {"AttributeValueList", S_LIST(shape_value), 0, "What it is compared with."},
    PARAMS_END,
};
static const struct slrun_shape expected_shape = S_STRUCTURE(expected);

static PARAMS(update) = {
    {"Value", S_VALUE, 0, "The new value, or what is added or removed."},
    {"Action", S_WORD(words_action), 0, "PUT unless given."},
    PARAMS_END,
};
static const struct slrun_shape update_shape = S_STRUCTURE(update);

/* Parameters that several of the four have, word for word. */
/* clang-format off */
#define TABLE_NAME {"TableName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the table."}
#define KEY        {"Key", S_MAP(shape_value), SLRUN_REQUIRED, "All key attributes of the item."}
#define NAMES      {"ExpressionAttributeNames", S_MAP(shape_string), 0, "What #names stand for."}
#define VALUES     {"ExpressionAttributeValues", S_MAP(shape_value), 0, "What :values stand for."}
#define CONDITION  {"ConditionExpression", S_STRING, 0, "Fails the call unless it is true."}
#define CAPACITY                                                                                   \
    {"ReturnConsumedCapacity", S_WORD(words_capacity), 0, "Whether ConsumedCapacity is told."}
#define METRICS                                                                                    \
    {"ReturnItemCollectionMetrics", S_WORD(words_size), 0,                                         \
     "Whether ItemCollectionMetrics is told, for tables with local indexes."}
#define ON_FAILURE                                                                                 \
    {"ReturnValuesOnConditionCheckFailure", S_WORD(words_old), 0,                                  \
     "ALL_OLD: the error's detail has the Item that failed the condition."}
#define LEGACY_EXPECTED                                                                            \
    {"Expected", S_MAP(expected_shape), 0, "Legacy: use ConditionExpression."},                    \
    {"ConditionalOperator", S_WORD(words_and_or), 0, "Legacy: joins Expected."}
/* clang-format on */

PARAMS(put_item_params) = {
    TABLE_NAME, {"Item", S_MAP(shape_value), SLRUN_REQUIRED, "The whole item, with its key."},
    CONDITION,  NAMES,
    VALUES,     {"ReturnValues", S_WORD(words_all), 0, "ALL_OLD: the item that was replaced."},
    CAPACITY,   METRICS,
    ON_FAILURE, LEGACY_EXPECTED,
    PARAMS_END,
};

PARAMS(get_item_params) = {
    TABLE_NAME,
    KEY,
    {"ConsistentRead", S_BOOLEAN, 0, "true: all writes before it are seen."},
    {"ProjectionExpression", S_STRING, 0, "Which attributes are wanted."},
    NAMES,
    CAPACITY,
    {"AttributesToGet", S_LIST(shape_string), 0, "Legacy: use ProjectionExpression."},
    PARAMS_END,
};

PARAMS(update_item_params) = {
    TABLE_NAME,
    KEY,
    {"UpdateExpression", S_STRING, 0, "What is to be changed: SET, REMOVE, ADD, DELETE."},
    CONDITION,
    NAMES,
    VALUES,
    {"ReturnValues", S_WORD(words_all), 0, "Which attributes are told, before or after."},
    CAPACITY,
    METRICS,
    ON_FAILURE,
    {"AttributeUpdates", S_MAP(update_shape), 0, "Legacy: use UpdateExpression."},
    LEGACY_EXPECTED,
    PARAMS_END,
};

PARAMS(delete_item_params) = {
    TABLE_NAME, KEY,
    CONDITION,  NAMES,
    VALUES,     {"ReturnValues", S_WORD(words_all), 0, "ALL_OLD: the item that was deleted."},
    CAPACITY,   METRICS,
    ON_FAILURE, LEGACY_EXPECTED,
    PARAMS_END,
};

PARAMS(get_item_result) = {
    {"Item", S_MAP(shape_value), 0, "The item; absent if there is none."},
    {"ConsumedCapacity", S_STRUCTURE(shape_capacity_members), 0, "If it was asked for."},
    PARAMS_END,
};

PARAMS(write_item_result) = {
    {"Attributes", S_MAP(shape_value), 0, "What ReturnValues asked for."},
    {"ConsumedCapacity", S_STRUCTURE(shape_capacity_members), 0, "If it was asked for."},
    {"ItemCollectionMetrics", S_STRUCTURE(shape_metrics_members), 0, "If it was asked for."},
    PARAMS_END,
};
