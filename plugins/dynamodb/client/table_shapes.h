/* SPDX-License-Identifier: Apache-2.0 */
/* Structures of tables that stand both in requests (ops_table.c) and answers (table_result.c). */
#ifndef SLRUN_DYNAMODB_TABLE_SHAPES_H
#define SLRUN_DYNAMODB_TABLE_SHAPES_H

#include "client/shapes.h"

extern const char *const words_billing[];
extern const char *const words_sse[];
extern const char *const words_class[];
extern const char *const words_replication[];
extern const char *const words_distance[];
extern const char *const words_view[]; /* StreamViewType */

extern const struct slrun_shape table_attribute;      /* AttributeDefinition */
extern const struct slrun_shape table_key_element;    /* KeySchemaElement */
extern const struct slrun_shape table_search_element; /* SearchSchemaElement */
extern const struct slrun_shape table_global_index_shape, table_local_index_shape;
extern const struct slrun_shape table_vector_index_shape;

/* Members of structures. */
extern const struct slrun_param table_projection[];
extern const struct slrun_param table_on_demand[];
extern const struct slrun_param table_vector_attribute[];
extern const struct slrun_param table_stream[];
/* Of create_table, and of update_table; in ops_table.c. */
extern const struct slrun_param table_provisioned[];
extern const struct slrun_param table_warm[];
extern const struct slrun_param table_global_index[];
extern const struct slrun_param table_vector_index[];
extern const struct slrun_param table_sse[];

#endif
