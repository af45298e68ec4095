/* SPDX-License-Identifier: Apache-2.0 */
/* The parameters of the operations on exports and imports. */
#include "params/params.h"
#include "params/params_shared.h"

static const char *const export_words[] = {"DYNAMODB_JSON", "ION", NULL};
static const char *const import_words[] = {"DYNAMODB_JSON", "ION", "CSV", NULL};
static const char *const export_type_words[] = {"FULL_EXPORT", "INCREMENTAL_EXPORT", NULL};
static const char *const view_words[] = {"NEW_IMAGE", "NEW_AND_OLD_IMAGES", NULL};
static const char *const compression_words[] = {"GZIP", "ZSTD", "NONE", NULL};
static const char *const encryption_words[] = {"AES256", "KMS", NULL};

#define TIMESTAMP(member)                                                                          \
    {                                                                                              \
        .name = (member), .type = PARAM_TIMESTAMP                                                  \
    }
#define SIZED(member, rules, least, most)                                                          \
    {                                                                                              \
        .name = (member), .type = PARAM_STRING, .flags = (rules), .min = (least), .max = (most)    \
    }
#define WANTED_WORD(member, words)                                                                 \
    {                                                                                              \
        .name = (member), .type = PARAM_STRING, .flags = PARAM_NOT_NULL, .values = (words)         \
    }

static const struct param increment_members[] = {TIMESTAMP("ExportFromTime"),
                                                 TIMESTAMP("ExportToTime"),
                                                 WORD("ExportViewType", view_words), END};
static const struct param filter_members[] = {END}; /* export.c refuses it */

const struct param params_export_table[] = {
    SIZED("TableArn", PARAM_NOT_NULL, 1, 1024),
    TIMESTAMP("ExportTime"),
    STRING("ClientToken"),
    SIZED("S3Bucket", PARAM_NOT_NULL, 0, 255),
    STRING("S3BucketOwner"),
    SIZED("S3Prefix", 0, 0, 1024),
    WORD("S3SseAlgorithm", encryption_words),
    SIZED("S3SseKmsKeyId", 0, 1, 2048),
    WORD("ExportFormat", export_words),
    WORD("ExportType", export_type_words),
    STRUCT("IncrementalExportSpecification", PARAM_MEMBER, "IncrementalExportSpecification",
           increment_members),
    STRUCT("FilterSpecification", PARAM_MEMBER, "FilterSpecification", filter_members),
    END};
const struct param params_describe_export[] = {SIZED("ExportArn", PARAM_NOT_NULL, 37, 1024), END};
const struct param params_list_exports[] = {SIZED("TableArn", 0, 1, 1024),
                                            AT_LEAST("MaxResults", 1, LIST_TRANSFERS_MAX),
                                            STRING("NextToken"), END};

static const struct param header = SIZED("", 0, 1, 65536);
static const struct param csv_members[] = {
    SIZED("Delimiter", 0, 1, 1),
    {.name = "HeaderList", .type = PARAM_LIST, .min = 1, .max = 255, .of = &header},
    END};
static const struct param options_members[] = {
    STRUCT("Csv", PARAM_MEMBER, "CsvOptions", csv_members), END};
static const struct param source_members[] = {STRING("S3BucketOwner"),
                                              SIZED("S3Bucket", PARAM_NOT_NULL, 0, 255),
                                              SIZED("S3KeyPrefix", 0, 0, 1024), END};

const struct param params_import_table[] = {
    STRING("ClientToken"),
    STRUCT("S3BucketSource", PARAM_NOT_NULL | PARAM_MEMBER, "S3BucketSource", source_members),
    WANTED_WORD("InputFormat", import_words),
    STRUCT("InputFormatOptions", PARAM_MEMBER, "InputFormatOptions", options_members),
    WORD("InputCompressionType", compression_words),
    STRUCT("TableCreationParameters", PARAM_NOT_NULL | PARAM_MEMBER, "TableCreationParameters",
           import_table_members),
    END};
const struct param params_describe_import[] = {SIZED("ImportArn", PARAM_NOT_NULL, 37, 1024), END};
const struct param params_list_imports[] = {SIZED("TableArn", 0, 1, 1024),
                                            AT_LEAST("PageSize", 1, LIST_TRANSFERS_MAX),
                                            SIZED("NextToken", 0, 112, 1024), END};
