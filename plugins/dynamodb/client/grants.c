/* SPDX-License-Identifier: Apache-2.0 */
/* What IAM wants for the operations (Service Authorization Reference, "Amazon DynamoDB"; Developer
 * Guide, "Using IAM with transactions" and "IAM security policies with PartiQL"). */
#include "client/ops.h"

/* clang-format off */
/* By what statement_grant_args() makes of them. */
#define STATEMENTS(op_)                                                                            \
    {(op_), "dynamodb:PartiQLSelect", "arn:p:dynamodb:r:a:table/{Select.*}", "Select.*"},          \
    {(op_), "dynamodb:PartiQLInsert", "arn:p:dynamodb:r:a:table/{Insert.*}", "Insert.*"},          \
    {(op_), "dynamodb:PartiQLUpdate", "arn:p:dynamodb:r:a:table/{Update.*}", "Update.*"},          \
    {(op_), "dynamodb:PartiQLDelete", "arn:p:dynamodb:r:a:table/{Delete.*}", "Delete.*"}
/* clang-format on */

const struct slrun_grant dynamodb_grants[] = {
    {"list_tables", NULL, NULL, NULL},
    {"describe_limits", NULL, NULL, NULL},
    {"describe_endpoints", NULL, NULL, NULL},
    {"list_streams", NULL, NULL, NULL},
    {"create_table", NULL, "arn:p:dynamodb:r:a:table/{TableName}", NULL},
    {"create_table", "dynamodb:TagResource", "arn:p:dynamodb:r:a:table/{TableName}", "Tags"},
    {"create_table", "dynamodb:PutResourcePolicy", "arn:p:dynamodb:r:a:table/{TableName}",
     "ResourcePolicy"},
    {"query", NULL, "arn:p:dynamodb:r:a:table/{TableName}", "!IndexName"},
    {"query", NULL, "arn:p:dynamodb:r:a:table/{TableName}/index/{IndexName}", "IndexName"},
    {"scan", NULL, "arn:p:dynamodb:r:a:table/{TableName}", "!IndexName"},
    {"scan", NULL, "arn:p:dynamodb:r:a:table/{TableName}/index/{IndexName}", "IndexName"},
    {"batch_write_item", NULL, "arn:p:dynamodb:r:a:table/{RequestItems.@}", NULL},
    {"batch_get_item", NULL, "arn:p:dynamodb:r:a:table/{RequestItems.@}", NULL},
    {"transact_write_items", "dynamodb:PutItem",
     "arn:p:dynamodb:r:a:table/{TransactItems.*.Put.TableName}", "TransactItems.*.Put.TableName"},
    {"transact_write_items", "dynamodb:UpdateItem",
     "arn:p:dynamodb:r:a:table/{TransactItems.*.Update.TableName}",
     "TransactItems.*.Update.TableName"},
    {"transact_write_items", "dynamodb:DeleteItem",
     "arn:p:dynamodb:r:a:table/{TransactItems.*.Delete.TableName}",
     "TransactItems.*.Delete.TableName"},
    {"transact_write_items", "dynamodb:ConditionCheckItem",
     "arn:p:dynamodb:r:a:table/{TransactItems.*.ConditionCheck.TableName}",
     "TransactItems.*.ConditionCheck.TableName"},
    {"transact_get_items", "dynamodb:GetItem",
     "arn:p:dynamodb:r:a:table/{TransactItems.*.Get.TableName}", NULL},
    STATEMENTS("execute_statement"),
    STATEMENTS("batch_execute_statement"),
    STATEMENTS("execute_transaction"),
    {"get_records", NULL, "{ShardIterator}", NULL},
    {"list_backups", NULL, NULL, NULL},
    {"list_exports", NULL, NULL, NULL},
    {"list_imports", NULL, NULL, NULL},
    {"describe_export", NULL, "{ExportArn}", NULL},
    {"describe_import", NULL, "{ImportArn}", NULL},
    {"export_table_to_point_in_time", NULL, "{TableArn}", NULL},
    {"export_table_to_point_in_time", "s3:PutObject", "arn:p:s3:::{S3Bucket}/*", NULL},
    {"import_table", NULL, "arn:p:dynamodb:r:a:table/{TableCreationParameters.TableName}", NULL},
    {"import_table", "s3:GetObject", "arn:p:s3:::{S3BucketSource.S3Bucket}/*", NULL},
    {"import_table", "s3:ListBucket", "arn:p:s3:::{S3BucketSource.S3Bucket}", NULL},
    {"list_contributor_insights", NULL, NULL, NULL},
    {"restore_table_from_backup", NULL, "{BackupArn}", NULL},
    {"restore_table_from_backup", NULL, "arn:p:dynamodb:r:a:table/{TargetTableName}", NULL},
    {"restore_table_to_point_in_time", NULL, "arn:p:dynamodb:r:a:table/{SourceTableName}",
     "SourceTableName"},
    {"restore_table_to_point_in_time", NULL, "{SourceTableArn}", "SourceTableArn"},
    {"restore_table_to_point_in_time", NULL, "arn:p:dynamodb:r:a:table/{TargetTableName}", NULL},
    {"enable_kinesis_streaming_destination", NULL, "arn:p:dynamodb:r:a:table/{TableName}", NULL},
    {"enable_kinesis_streaming_destination", "kinesis:PutRecords", "{StreamArn}", NULL},
    {"disable_kinesis_streaming_destination", NULL, "arn:p:dynamodb:r:a:table/{TableName}", NULL},
    {"update_kinesis_streaming_destination", NULL, "arn:p:dynamodb:r:a:table/{TableName}", NULL},
    {"*", NULL, "{ResourceArn}", NULL},
    {"*", NULL, "{StreamArn}", NULL},
    {"*", NULL, "{BackupArn}", NULL},
    {"*", NULL, "arn:p:dynamodb:r:a:table/{TableName}", NULL},
    {0},
};
