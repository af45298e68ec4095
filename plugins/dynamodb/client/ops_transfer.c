/* SPDX-License-Identifier: Apache-2.0 */
/* Exports of tables to S3 and imports from it: what the operations take and answer. */
#include "client/ops.h"
#include "client/table_shapes.h"

static const char *const words_export_format[] = {"DYNAMODB_JSON", "ION", NULL};
static const char *const words_import_format[] = {"DYNAMODB_JSON", "ION", "CSV", NULL};
static const char *const words_export_type[] = {"FULL_EXPORT", "INCREMENTAL_EXPORT", NULL};
static const char *const words_export_view[] = {"NEW_IMAGE", "NEW_AND_OLD_IMAGES", NULL};
static const char *const words_compression[] = {"GZIP", "ZSTD", "NONE", NULL};
static const char *const words_encryption[] = {"AES256", "KMS", NULL};

static PARAMS(increment) = {
    {"ExportFromTime", S_TIMESTAMP, 0, "What changed after this time is exported."},
    {"ExportToTime", S_TIMESTAMP, 0, "And up to this one; now, unless it is given."},
    {"ExportViewType", S_WORD(words_export_view), 0, "With what items were before, or without."},
    PARAMS_END,
};

static PARAMS(filter) = {
    {"FilterExpression", S_STRING, 0, "Which items are exported."},
    {"ProjectionExpression", S_STRING, 0, "What of an item is."},
    {"KeyConditionExpression", S_STRING, 0, "Which keys are."},
    {"ExpressionAttributeNames", S_MAP(shape_string), 0, "What the names with # stand for."},
    {"ExpressionAttributeValues", S_MAP(shape_value), 0, "What the names with : stand for."},
    PARAMS_END,
};

PARAMS(export_table_params) = {
    {"TableArn", S_STRING, SLRUN_REQUIRED, "ARN of the table."},
    {"ExportTime", S_TIMESTAMP, 0, "Of which moment; now, unless it is given."},
    {"ClientToken", S_STRING, 0, "The same request with the same token is made once."},
    {"S3Bucket", S_STRING, SLRUN_REQUIRED, "Where the objects go."},
    {"S3BucketOwner", S_STRING, 0, "Account that the bucket must be of."},
    {"S3Prefix", S_STRING, 0, "What their keys begin with."},
    {"S3SseAlgorithm", S_WORD(words_encryption), 0, "How S3 encrypts them."},
    {"S3SseKmsKeyId", S_STRING, 0, "With KMS: by which key."},
    {"ExportFormat", S_WORD(words_export_format), 0, "DYNAMODB_JSON or ION."},
    {"ExportType", S_WORD(words_export_type), 0, "All items, or what changed."},
    {"IncrementalExportSpecification", S_STRUCTURE(increment), 0, "Of which time."},
    {"FilterSpecification", S_STRUCTURE(filter), 0, "Which items."},
    PARAMS_END,
};

static PARAMS(export_description) = {
    {"ExportArn", S_STRING, 0, "ARN of the export."},
    {"ExportStatus", S_STRING, 0, "IN_PROGRESS, COMPLETED or FAILED."},
    {"StartTime", S_TIMESTAMP, 0, "When it began."},
    {"EndTime", S_TIMESTAMP, 0, "When it ended."},
    {"ExportManifest", S_STRING, 0, "Key of the summary."},
    {"TableArn", S_STRING, 0, "ARN of the table."},
    {"TableId", S_STRING, 0, "Id of the table."},
    {"ExportTime", S_TIMESTAMP, 0, "Of which moment it is."},
    {"ClientToken", S_STRING, 0, "The request's."},
    {"S3Bucket", S_STRING, 0, "Where the objects are."},
    {"S3BucketOwner", S_STRING, 0, "The bucket's account."},
    {"S3Prefix", S_STRING, 0, "What their keys begin with."},
    {"S3SseAlgorithm", S_STRING, 0, "AES256 or KMS."},
    {"S3SseKmsKeyId", S_STRING, 0, "The key."},
    {"FailureCode", S_STRING, 0, "Why it failed."},
    {"FailureMessage", S_STRING, 0, "The same in words."},
    {"ExportFormat", S_STRING, 0, "DYNAMODB_JSON or ION."},
    {"BilledSizeBytes", S_INTEGER, 0, "Bytes of the items."},
    {"ItemCount", S_INTEGER, 0, "How many items."},
    {"ExportType", S_STRING, 0, "FULL_EXPORT or INCREMENTAL_EXPORT."},
    {"IncrementalExportSpecification", S_STRUCTURE(increment), 0, "Of which time."},
    {"FilterSpecification", S_STRUCTURE(filter), 0, "Which items."},
    PARAMS_END,
};

PARAMS(export_result) = {
    {"ExportDescription", S_STRUCTURE(export_description), 0, "The export."},
    PARAMS_END,
};

PARAMS(describe_export_params) = {
    {"ExportArn", S_STRING, SLRUN_REQUIRED, "ARN of the export."},
    PARAMS_END,
};

PARAMS(list_exports_params) = {
    {"TableArn", S_STRING, 0, "Those of one table."},
    {"MaxResults", S_INTEGER, 0, "Entries on a page, 1 to 25."},
    {"NextToken", S_STRING, 0, "Where the next page begins."},
    PARAMS_END,
};

static PARAMS(export_summary) = {
    {"ExportArn", S_STRING, 0, "ARN of the export."},
    {"ExportStatus", S_STRING, 0, "IN_PROGRESS, COMPLETED or FAILED."},
    {"ExportType", S_STRING, 0, "FULL_EXPORT or INCREMENTAL_EXPORT."},
    PARAMS_END,
};

static const struct slrun_shape export_summary_shape = S_STRUCTURE(export_summary);

PARAMS(list_exports_result) = {
    {"ExportSummaries", S_LIST(export_summary_shape), 0, "Exports."},
    {"NextToken", S_STRING, 0, "Where the next page begins."},
    PARAMS_END,
};

/* ---- imports ---- */

static PARAMS(source) = {
    {"S3BucketOwner", S_STRING, 0, "Account that the bucket must be of."},
    {"S3Bucket", S_STRING, SLRUN_REQUIRED, "Where the objects are."},
    {"S3KeyPrefix", S_STRING, 0, "What their keys begin with."},
    PARAMS_END,
};

static PARAMS(csv) = {
    {"Delimiter", S_STRING, 0, "What stands between two fields: a comma, unless it is given."},
    {"HeaderList", S_LIST(shape_string), 0, "Names of the columns; else the first line has them."},
    PARAMS_END,
};

static PARAMS(options) = {
    {"Csv", S_STRUCTURE(csv), 0, "How CSV is written."},
    PARAMS_END,
};

static PARAMS(creation) = {
    {"TableName", S_STRING, SLRUN_REQUIRED, "Name of the new table."},
    {"AttributeDefinitions", S_LIST(table_attribute), SLRUN_REQUIRED, "Attributes of keys."},
    {"KeySchema", S_LIST(table_key_element), SLRUN_REQUIRED, "Its keys."},
    {"BillingMode", S_WORD(words_billing), 0, "PROVISIONED or PAY_PER_REQUEST."},
    {"ProvisionedThroughput", S_STRUCTURE(table_provisioned), 0, "With PROVISIONED: its capacity."},
    {"OnDemandThroughput", S_STRUCTURE(table_on_demand), 0, "With PAY_PER_REQUEST: its bounds."},
    {"SSESpecification", S_STRUCTURE(table_sse), 0, "How it is encrypted."},
    {"GlobalSecondaryIndexes", S_LIST(table_global_index_shape), 0, "Its indexes."},
    {"VectorIndexes", S_LIST(table_vector_index_shape), 0, "Its vector indexes."},
    PARAMS_END,
};

PARAMS(import_table_params) = {
    {"ClientToken", S_STRING, 0, "The same request with the same token is made once."},
    {"S3BucketSource", S_STRUCTURE(source), SLRUN_REQUIRED, "Which objects are read."},
    {"InputFormat", S_WORD(words_import_format), SLRUN_REQUIRED, "What they are."},
    {"InputFormatOptions", S_STRUCTURE(options), 0, "How they are written."},
    {"InputCompressionType", S_WORD(words_compression), 0, "How they are compressed."},
    {"TableCreationParameters", S_STRUCTURE(creation), SLRUN_REQUIRED, "The new table."},
    PARAMS_END,
};

static PARAMS(import_description) = {
    {"ImportArn", S_STRING, 0, "ARN of the import."},
    {"ImportStatus", S_STRING, 0, "IN_PROGRESS, COMPLETED, FAILED, or cancelled."},
    {"TableArn", S_STRING, 0, "ARN of the table."},
    {"TableId", S_STRING, 0, "Id of the table."},
    {"ClientToken", S_STRING, 0, "The request's."},
    {"S3BucketSource", S_STRUCTURE(source), 0, "Which objects are read."},
    {"ErrorCount", S_INTEGER, 0, "How many items could not be imported."},
    {"CloudWatchLogGroupArn", S_STRING, 0, "Where AWS writes why not."},
    {"InputFormat", S_STRING, 0, "What the objects are."},
    {"InputFormatOptions", S_STRUCTURE(options), 0, "How they are written."},
    {"InputCompressionType", S_STRING, 0, "How they are compressed."},
    {"TableCreationParameters", S_STRUCTURE(creation), 0, "The new table."},
    {"StartTime", S_TIMESTAMP, 0, "When it began."},
    {"EndTime", S_TIMESTAMP, 0, "When it ended."},
    {"ProcessedSizeBytes", S_INTEGER, 0, "Bytes that were read."},
    {"ProcessedItemCount", S_INTEGER, 0, "Items that were read."},
    {"ImportedItemCount", S_INTEGER, 0, "Items that were written."},
    {"FailureCode", S_STRING, 0, "Why it failed."},
    {"FailureMessage", S_STRING, 0, "The same in words."},
    PARAMS_END,
};

PARAMS(import_result) = {
    {"ImportTableDescription", S_STRUCTURE(import_description), 0, "The import."},
    PARAMS_END,
};

PARAMS(describe_import_params) = {
    {"ImportArn", S_STRING, SLRUN_REQUIRED, "ARN of the import."},
    PARAMS_END,
};

PARAMS(list_imports_params) = {
    {"TableArn", S_STRING, 0, "Those of one table."},
    {"PageSize", S_INTEGER, 0, "Entries on a page, 1 to 25."},
    {"NextToken", S_STRING, 0, "Where the next page begins."},
    PARAMS_END,
};

static PARAMS(import_summary) = {
    {"ImportArn", S_STRING, 0, "ARN of the import."},
    {"ImportStatus", S_STRING, 0, "IN_PROGRESS, COMPLETED, FAILED, or cancelled."},
    {"TableArn", S_STRING, 0, "ARN of the table."},
    {"S3BucketSource", S_STRUCTURE(source), 0, "Which objects are read."},
    {"CloudWatchLogGroupArn", S_STRING, 0, "Where AWS writes what could not be imported."},
    {"InputFormat", S_STRING, 0, "What the objects are."},
    {"StartTime", S_TIMESTAMP, 0, "When it began."},
    {"EndTime", S_TIMESTAMP, 0, "When it ended."},
    PARAMS_END,
};

static const struct slrun_shape import_summary_shape = S_STRUCTURE(import_summary);

PARAMS(list_imports_result) = {
    {"ImportSummaryList", S_LIST(import_summary_shape), 0, "Imports."},
    {"NextToken", S_STRING, 0, "Where the next page begins."},
    PARAMS_END,
};

int import_table_undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                      struct slrun_undo *undo)
{
    const json_t *table = json_object_get(args, "TableCreationParameters");
    json_t *of = json_pack("{s:O}", "TargetTableName", json_object_get(table, "TableName"));
    int undone = of == NULL ? 1 : restore_table_undo(ctx, of, result, undo);
    json_decref(of);
    return undone;
}
