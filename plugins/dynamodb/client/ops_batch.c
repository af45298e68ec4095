/* SPDX-License-Identifier: Apache-2.0 */
/* batch_write_item and batch_get_item: what they take and answer. */
#include "client/ops.h"
#include "client/shapes.h"

static PARAMS(put_request) = {
    {"Item", S_MAP(shape_value), SLRUN_REQUIRED, "The whole item, with its key."},
    PARAMS_END,
};

static PARAMS(delete_request) = {
    {"Key", S_MAP(shape_value), SLRUN_REQUIRED, "All key attributes of the item."},
    PARAMS_END,
};

static PARAMS(write_request) = {
    {"PutRequest", S_STRUCTURE(put_request), 0, "Stores an item."},
    {"DeleteRequest", S_STRUCTURE(delete_request), 0, "Deletes an item."},
    PARAMS_END,
};
static const struct slrun_shape write_request_shape = S_STRUCTURE(write_request);
static const struct slrun_shape write_requests = S_LIST(write_request_shape);

static PARAMS(keys) = {
    {"Keys", S_LIST(shape_attributes), SLRUN_REQUIRED, "Keys of the items wanted."},
    {"ConsistentRead", S_BOOLEAN, 0, "true: all writes before it are seen."},
    {"ProjectionExpression", S_STRING, 0, "Which attributes are wanted."},
    {"ExpressionAttributeNames", S_MAP(shape_string), 0, "What #names stand for."},
    {"AttributesToGet", S_LIST(shape_string), 0, "Legacy: use ProjectionExpression."},
    PARAMS_END,
};
static const struct slrun_shape keys_shape = S_STRUCTURE(keys);
static const struct slrun_shape items = S_LIST(shape_attributes);
static const struct slrun_shape metrics_list = S_LIST(shape_metrics);

PARAMS(batch_write_item_params) = {
    {"RequestItems", S_MAP(write_requests), SLRUN_REQUIRED, "By table: puts and deletes."},
    {"ReturnConsumedCapacity", S_WORD(words_capacity), 0, "Whether ConsumedCapacity is told."},
    {"ReturnItemCollectionMetrics", S_WORD(words_size), 0,
     "Whether ItemCollectionMetrics is told, for tables with local indexes."},
    PARAMS_END,
};

PARAMS(batch_write_item_result) = {
    {"UnprocessedItems", S_MAP(write_requests), 0, "What was not done, as RequestItems."},
    {"ItemCollectionMetrics", S_MAP(metrics_list), 0, "By table, if it was asked for."},
    {"ConsumedCapacity", S_LIST(shape_capacity), 0, "One for each table, if asked for."},
    PARAMS_END,
};

PARAMS(batch_get_item_params) = {
    {"RequestItems", S_MAP(keys_shape), SLRUN_REQUIRED, "By table: keys, and what is wanted."},
    {"ReturnConsumedCapacity", S_WORD(words_capacity), 0, "Whether ConsumedCapacity is told."},
    PARAMS_END,
};

PARAMS(batch_get_item_result) = {
    {"Responses", S_MAP(items), 0, "By table: the items found, in no order."},
    {"UnprocessedKeys", S_MAP(keys_shape), 0, "What was not read, as RequestItems."},
    {"ConsumedCapacity", S_LIST(shape_capacity), 0, "One for each table, if asked for."},
    PARAMS_END,
};
