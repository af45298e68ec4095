/* SPDX-License-Identifier: Apache-2.0 */
/* The table of operations, and what its entries point to. */
#ifndef SLRUN_DYNAMODB_OPS_H
#define SLRUN_DYNAMODB_OPS_H

#include <slrun/slrun.h>

enum { DYNAMODB_OPS = 53 };
extern const struct slrun_op dynamodb_ops[DYNAMODB_OPS];
extern const struct slrun_service dynamodb_service;
extern const struct slrun_grant dynamodb_grants[];
extern const struct slrun_service dynamodb_streams_service;

/* ops_table.c */
extern const struct slrun_param create_table_params[], create_table_result[];
extern const struct slrun_param describe_table_params[], describe_table_result[];
extern const struct slrun_param delete_table_params[], delete_table_result[];
extern const struct slrun_param list_tables_params[], list_tables_result[];
int create_table_undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                      struct slrun_undo *undo);
int restore_table_undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                       struct slrun_undo *undo);
int create_table_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags);

/* ops_update.c, and table_result.c */
extern const struct slrun_param update_table_params[], update_table_result[];

/* ops_setting.c */
extern const struct slrun_param update_time_to_live_params[], update_time_to_live_result[];
extern const struct slrun_param describe_time_to_live_params[], describe_time_to_live_result[];
extern const struct slrun_param describe_continuous_backups_params[];
extern const struct slrun_param update_continuous_backups_params[];
extern const struct slrun_param continuous_backups_result[]; /* of both */
extern const struct slrun_param put_resource_policy_params[], delete_resource_policy_params[];
extern const struct slrun_param resource_policy_result[]; /* of both */
extern const struct slrun_param get_resource_policy_params[], get_resource_policy_result[];
extern const struct slrun_param no_params[];
extern const struct slrun_param describe_limits_result[], describe_endpoints_result[];

/* ops_backup.c */
extern const struct slrun_param create_backup_params[], create_backup_result[];
extern const struct slrun_param backup_params[], backup_result[]; /* Describe and Delete */
extern const struct slrun_param list_backups_params[], list_backups_result[];
extern const struct slrun_param restore_table_from_backup_params[];
extern const struct slrun_param restore_table_to_point_in_time_params[];

/* ops_transfer.c */
extern const struct slrun_param export_table_params[], export_result[]; /* and Describe */
extern const struct slrun_param describe_export_params[];
extern const struct slrun_param list_exports_params[], list_exports_result[];
extern const struct slrun_param import_table_params[], import_result[]; /* and Describe */
extern const struct slrun_param describe_import_params[];
extern const struct slrun_param list_imports_params[], list_imports_result[];
int import_table_undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                      struct slrun_undo *undo);

/* ops_destination.c */
extern const struct slrun_param kinesis_destination_params[]; /* Enable and Disable */
extern const struct slrun_param kinesis_destination_result[];
extern const struct slrun_param describe_kinesis_destination_params[];
extern const struct slrun_param describe_kinesis_destination_result[];
extern const struct slrun_param update_kinesis_destination_params[];
extern const struct slrun_param update_kinesis_destination_result[];
extern const struct slrun_param update_contributor_insights_params[];
extern const struct slrun_param update_contributor_insights_result[];
extern const struct slrun_param describe_contributor_insights_params[];
extern const struct slrun_param describe_contributor_insights_result[];
extern const struct slrun_param list_contributor_insights_params[];
extern const struct slrun_param list_contributor_insights_result[];

/* ops_tag.c */
extern const struct slrun_param tag_resource_params[];
extern const struct slrun_param untag_resource_params[];
extern const struct slrun_param list_tags_of_resource_params[], list_tags_of_resource_result[];

/* ops_item.c */
extern const struct slrun_param put_item_params[];
extern const struct slrun_param get_item_params[], get_item_result[];
extern const struct slrun_param update_item_params[];
extern const struct slrun_param delete_item_params[];
extern const struct slrun_param write_item_result[]; /* of put, update and delete */

/* ops_query.c */
extern const struct slrun_param query_params[];
extern const struct slrun_param scan_params[];
extern const struct slrun_param items_result[]; /* of both */

/* ops_batch.c */
extern const struct slrun_param batch_write_item_params[], batch_write_item_result[];
extern const struct slrun_param batch_get_item_params[], batch_get_item_result[];

/* ops_transact.c */
extern const struct slrun_param transact_write_items_params[], transact_write_items_result[];
extern const struct slrun_param transact_get_items_params[], transact_get_items_result[];

/* ops_statement.c */
extern const struct slrun_param execute_statement_params[], execute_statement_result[];
extern const struct slrun_param batch_execute_statement_params[], batch_execute_statement_result[];
extern const struct slrun_param execute_transaction_params[];
/* Tables and indexes that the statements of any of the three name, as IAM does behind "table/", by
 * the action that each needs: {"Select": ["Orders", "Orders/index/ByDate"], "Insert": [...]}. */
json_t *statement_grant_args(const json_t *args);

/* ops_stream.c */
extern const struct slrun_param list_streams_params[], list_streams_result[];
extern const struct slrun_param describe_stream_params[], describe_stream_result[];
extern const struct slrun_param get_shard_iterator_params[], get_shard_iterator_result[];
extern const struct slrun_param get_records_params[], get_records_result[];

#endif
