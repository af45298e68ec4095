/* SPDX-License-Identifier: Apache-2.0 */
/* The parameters of every operation (API Reference, "Actions"); each list ends with a NULL name. */
#ifndef SLRUN_DYNAMODB_PARAMS_H
#define SLRUN_DYNAMODB_PARAMS_H

#include "params/param.h"

extern const struct param params_none[];
extern const struct param params_table[];  /* TableName alone */
extern const struct param params_backup[]; /* BackupArn alone */
extern const struct param params_batch_get_item[];
extern const struct param params_batch_execute_statement[];
extern const struct param params_batch_write_item[];
extern const struct param params_create_backup[];
extern const struct param params_create_table[];
extern const struct param params_delete_item[];
extern const struct param params_describe_export[];
extern const struct param params_describe_import[];
extern const struct param params_describe_insights[];
extern const struct param params_describe_stream[];
extern const struct param params_destination[]; /* Enable and Disable */
extern const struct param params_execute_statement[];
extern const struct param params_execute_transaction[];
extern const struct param params_export_table[];
extern const struct param params_get_item[];
extern const struct param params_get_records[];
extern const struct param params_get_shard_iterator[];
extern const struct param params_import_table[];
extern const struct param params_list_backups[];
extern const struct param params_list_exports[];
extern const struct param params_list_imports[];
extern const struct param params_list_insights[];
extern const struct param params_list_streams[];
extern const struct param params_list_tables[];
extern const struct param params_list_tags[];
extern const struct param params_put_item[];
extern const struct param params_put_resource_policy[];
extern const struct param params_query[];
extern const struct param params_resource_policy[]; /* Get and Delete */
extern const struct param params_restore_from_backup[];
extern const struct param params_restore_to_time[];
extern const struct param params_scan[];
extern const struct param params_tag[];
extern const struct param params_transact_get[];
extern const struct param params_transact_write[];
extern const struct param params_untag[];
extern const struct param params_update_continuous_backups[];
extern const struct param params_update_destination[];
extern const struct param params_update_insights[];
extern const struct param params_update_item[];
extern const struct param params_update_table[];
extern const struct param params_update_time_to_live[];

enum { BATCH_WRITE_MAX = 25, BATCH_GET_MAX = 100, LIST_TABLES_MAX = 100, TRANSACT_MAX = 100 };
enum { LIST_BACKUPS_MAX = 100, LIST_INSIGHTS_MAX = 100 };
enum { BATCH_STATEMENTS_MAX = 25, LIST_TRANSFERS_MAX = 25 };
enum { LIST_STREAMS_MAX = 100, SHARDS_MAX = 100, RECORDS_MAX = 1000 }; /* of one answer */

#endif
