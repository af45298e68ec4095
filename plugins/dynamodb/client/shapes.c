/* SPDX-License-Identifier: Apache-2.0 */
/* Shapes, words and error codes that several operations share. */
#include "client/shapes.h"

const struct slrun_shape shape_string = S_STRING;
const struct slrun_shape shape_value = S_VALUE;
const struct slrun_shape shape_attributes = S_MAP(shape_value);

const char *const words_capacity[] = {"INDEXES", "TOTAL", "NONE", NULL};
const char *const words_size[] = {"SIZE", "NONE", NULL};
const char *const words_and_or[] = {"AND", "OR", NULL};
const char *const words_comparison[] = {
    "EQ",      "NE",   "IN",       "LE",       "LT",           "GE",          "GT",
    "BETWEEN", "NULL", "NOT_NULL", "CONTAINS", "NOT_CONTAINS", "BEGINS_WITH", NULL};

static PARAMS(capacity_part) = {
    {"CapacityUnits", S_FLOAT, 0, "Units in all."},
    {"ReadCapacityUnits", S_FLOAT, 0, "Read units."},
    {"WriteCapacityUnits", S_FLOAT, 0, "Write units."},
    PARAMS_END,
};
static const struct slrun_shape capacity_of_index = S_STRUCTURE(capacity_part);

static PARAMS(capacity_bytes) = {
    {"VectorSearchRequestBytes", S_FLOAT, 0, "Bytes that searches read."},
    {"VectorWriteRequestBytes", S_FLOAT, 0, "Bytes that writes wrote."},
    PARAMS_END,
};
static const struct slrun_shape capacity_of_vectors = S_STRUCTURE(capacity_bytes);

PARAMS(shape_capacity_members) = {
    {"TableName", S_STRING, 0, "Name or ARN of the table."},
    {"CapacityUnits", S_FLOAT, 0, "Units in all."},
    {"ReadCapacityUnits", S_FLOAT, 0, "Read units in all."},
    {"WriteCapacityUnits", S_FLOAT, 0, "Write units in all."},
    {"Table", S_STRUCTURE(capacity_part), 0, "Units of the table, without its indexes."},
    {"LocalSecondaryIndexes", S_MAP(capacity_of_index), 0, "Units by local secondary index."},
    {"GlobalSecondaryIndexes", S_MAP(capacity_of_index), 0, "Units by global secondary index."},
    {"VectorIndexes", S_MAP(capacity_of_vectors), 0, "Bytes by vector index."},
    PARAMS_END,
};
const struct slrun_shape shape_capacity = S_STRUCTURE(shape_capacity_members);

static const struct slrun_shape gigabytes = S_FLOAT;
PARAMS(shape_metrics_members) = {
    {"ItemCollectionKey", S_MAP(shape_value), 0, "Partition key of the item collection."},
    {"SizeEstimateRangeGB", S_LIST(gigabytes), 0, "Lower and upper estimate of its size in GB."},
    PARAMS_END,
};
const struct slrun_shape shape_metrics = S_STRUCTURE(shape_metrics_members);

static PARAMS(tag_members) = {
    {"Key", S_STRING, SLRUN_REQUIRED, "Name of the tag."},
    {"Value", S_STRING, SLRUN_REQUIRED, "Value of the tag."},
    PARAMS_END,
};
const struct slrun_shape shape_tag = S_STRUCTURE(tag_members);

/* Developer Guide, "Error handling with DynamoDB": those marked as OK to retry. */
const char *const retry_reads[] = {"ProvisionedThroughputExceededException", "RequestLimitExceeded",
                                   "ThrottlingException", "InternalServerError", NULL};
const char *const retry_writes[] = {"ProvisionedThroughputExceededException",
                                    "RequestLimitExceeded",
                                    "ThrottlingException",
                                    "InternalServerError",
                                    "TransactionConflictException",
                                    "ReplicatedWriteConflictException",
                                    NULL};
