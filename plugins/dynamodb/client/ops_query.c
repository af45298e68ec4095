/* SPDX-License-Identifier: Apache-2.0 */
/* query and scan: what they take and answer. */
#include "client/ops.h"
#include "client/shapes.h"

static const char *const words_select[] = {"ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES",
                                           "SPECIFIC_ATTRIBUTES", "COUNT", NULL};

static PARAMS(condition) = {
    {"AttributeValueList", S_LIST(shape_value), 0, "What the attribute is compared with."},
    {"ComparisonOperator", S_WORD(words_comparison), SLRUN_REQUIRED, "How it is compared."},
    PARAMS_END,
};
static const struct slrun_shape condition_shape = S_STRUCTURE(condition);

/* Parameters that both have, word for word. */
/* clang-format off */
#define COMMON                                                                                     \
    {"TableName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the table."},                          \
    {"IndexName", S_STRING, 0, "An index to read instead of the table."},                          \
    {"FilterExpression", S_STRING, 0, "Which of the items read are told."},                        \
    {"ProjectionExpression", S_STRING, 0, "Which attributes are wanted."},                         \
    {"ExpressionAttributeNames", S_MAP(shape_string), 0, "What #names stand for."},                \
    {"ExpressionAttributeValues", S_MAP(shape_value), 0, "What :values stand for."},               \
    {"Select", S_WORD(words_select), 0, "All attributes, some, or only the count."},               \
    {"Limit", S_INTEGER, 0, "Items read for a page, before the filter."},                          \
    {"ExclusiveStartKey", S_MAP(shape_value), 0, "LastEvaluatedKey of the page before."},          \
    {"ConsistentRead", S_BOOLEAN, 0, "true: all writes before it are seen."},                      \
    {"ReturnConsumedCapacity", S_WORD(words_capacity), 0, "Whether ConsumedCapacity is told."},    \
    {"AttributesToGet", S_LIST(shape_string), 0, "Legacy: use ProjectionExpression."},             \
    {"ConditionalOperator", S_WORD(words_and_or), 0, "Legacy: joins the legacy filter."}
/* clang-format on */

PARAMS(query_params) = {
    COMMON,
    {"KeyConditionExpression", S_STRING, 0, "The partition, and a range of its sort keys."},
    {"ScanIndexForward", S_BOOLEAN, 0, "false: in falling order of the sort key."},
    {"KeyConditions", S_MAP(condition_shape), 0, "Legacy: use KeyConditionExpression."},
    {"QueryFilter", S_MAP(condition_shape), 0, "Legacy: use FilterExpression."},
    PARAMS_END,
};

PARAMS(scan_params) = {
    COMMON,
    {"TotalSegments", S_INTEGER, 0, "Parts of a parallel scan."},
    {"Segment", S_INTEGER, 0, "Which part, from 0."},
    {"ScanFilter", S_MAP(condition_shape), 0, "Legacy: use FilterExpression."},
    PARAMS_END,
};

PARAMS(items_result) = {
    {"Items", S_LIST(shape_attributes), 0, "The items; absent with Select = COUNT."},
    {"Count", S_INTEGER, 0, "Items on this page."},
    {"ScannedCount", S_INTEGER, 0, "Items that were read for it."},
    {"LastEvaluatedKey", S_MAP(shape_value), 0, "There may be more behind this key."},
    {"ConsumedCapacity", S_STRUCTURE(shape_capacity_members), 0, "If it was asked for."},
    PARAMS_END,
};
