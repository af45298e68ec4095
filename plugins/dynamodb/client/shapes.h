/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Shapes that several operations share, and short words for writing shapes down. Names and types
 * are those of the Amazon DynamoDB API Reference, API version 2012-08-10.
 */
#ifndef SLRUN_DYNAMODB_SHAPES_H
#define SLRUN_DYNAMODB_SHAPES_H

#include <slrun/slrun.h>
#include <slrun/table.h>

/* clang-format off */
#define S_VALUE               {.type = SLRUN_DOCUMENT} /* an AttributeValue */
#define PARAMS(name_)         const struct slrun_param name_[]
#define PARAMS_END            {.name = NULL}
/* clang-format on */

extern const struct slrun_shape shape_string;
extern const struct slrun_shape shape_value;      /* an AttributeValue */
extern const struct slrun_shape shape_attributes; /* a map of them: an item, or a key */
extern const struct slrun_shape shape_tag;
extern const struct slrun_shape shape_capacity; /* ConsumedCapacity */
extern const struct slrun_shape shape_metrics;  /* ItemCollectionMetrics */

/* Members of structures, where a parameter is one itself. */
extern const struct slrun_param shape_capacity_members[];
extern const struct slrun_param shape_metrics_members[];

/* Words of enumerations. */
extern const char *const words_capacity[];   /* ReturnConsumedCapacity */
extern const char *const words_size[];       /* ReturnItemCollectionMetrics */
extern const char *const words_and_or[];     /* ConditionalOperator */
extern const char *const words_comparison[]; /* ComparisonOperator */

/* Error codes worth another try, for reads and for writes of items. */
extern const char *const retry_reads[];
extern const char *const retry_writes[];

#endif
