/* SPDX-License-Identifier: Apache-2.0 */
/* ImportTable: a new table of what objects in S3 have. It is CREATING until all is read. */
#include <slrun/arn.h>
#include <slrun/base64.h>
#include <slrun/member.h>
#include <stdlib.h>
#include <string.h>

#include "table/table.h"
#include "transfer/reader.h"
#include "transfer/transfer.h"

#define INVALID "One or more parameter values were invalid: "

/* AWS's words. */
#define SOME_FAILED                                                                                \
    "Some of the items failed validation checks and were not imported. Please check CloudWatch "   \
    "error logs for more details."

enum { PIECE_BYTES = 8 * 1024 * 1024 };

/* ---- the table ---- */

static struct table *table_of(const struct service *service, const json_t *doc)
{
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    const json_t *asked = json_object_get(doc, "TableCreationParameters");
    slrun_arn_place(slrun_text_or(doc, "TableArn", ""), region, account);
    return catalog_find(service->catalog, account, region, slrun_text(asked, "TableName"));
}

void import_forget_table(struct service *service, const json_t *doc)
{
    struct table *table = table_of(service, doc);
    if (table != NULL &&
        table_says(table->definition, "TableId", slrun_text_or(doc, "TableId", "")))
        catalog_remove(service->catalog, table);
}

void import_clear(struct transfer *transfer)
{
    if (transfer->reader != NULL)
        reader_clear(transfer->reader);
    free(transfer->reader);
    transfer->reader = NULL;
}

/* ---- its end ---- */

static void count(const struct transfer *transfer)
{
    const struct reader *reader = transfer->reader;
    json_t *doc = transfer_doc(transfer);
    json_object_set_new(doc, "ErrorCount", json_integer(reader->errors));
    json_object_set_new(doc, "ProcessedItemCount", json_integer(reader->processed));
    json_object_set_new(doc, "ImportedItemCount", json_integer(reader->imported));
    json_object_set_new(doc, "ProcessedSizeBytes", json_integer(reader->bytes));
}

/* What was read stays. */
static void finish(struct transfer *transfer)
{
    bool ok = transfer->reader->errors == 0;
    count(transfer);
    transfer->reader->table->importing = false;
    transfer_end(transfer, ok ? NULL : "ItemValidationError", SOME_FAILED);
}

/* Nothing stays. */
static void fail(struct transfer *transfer, const struct slrun_error *error)
{
    count(transfer);
    import_forget_table(transfer->service, transfer_doc(transfer));
    if (error != NULL)
        transfer_end_s3(transfer, error);
    else
        transfer_end(transfer, "InternalServerError", "The items could not be stored.");
}

/* ---- what is read ---- */

static void read_next(struct transfer *transfer);

static bool feed(struct transfer *transfer, const json_t *body)
{
    json_t *inner = NULL;
    const struct slrun_host *host = transfer->service->cloud->host;
    const json_t *text = host->tagged_get(body, &inner) != NULL ? inner : NULL;
    if (text == NULL) { /* it is text as it stands */
        size_t size = json_string_length(body);
        transfer->offset += (int64_t)size;
        return reader_feed(transfer->reader, json_string_value(body), size);
    }
    size_t size = 0;
    char *bytes = slrun_base64_bytes(json_string_value(text), json_string_length(text), &size);
    bool ok = bytes != NULL && reader_feed(transfer->reader, bytes, size);
    transfer->offset += (int64_t)size;
    free(bytes);
    return ok;
}

static int64_t size_of(const struct transfer *transfer)
{
    const json_t *object = json_array_get(transfer->objects, transfer->at);
    return (int64_t)json_integer_value(json_object_get(object, "Size"));
}

static void got(struct transfer *transfer, const json_t *result, const struct slrun_error *error)
{
    int64_t before = transfer->offset;
    if (error != NULL || !feed(transfer, json_object_get(result, "Body"))) {
        fail(transfer, error);
        return;
    }
    if (transfer->offset == before || transfer->offset >= size_of(transfer)) {
        bool ok = reader_end(transfer->reader);
        reader_clear(transfer->reader);
        transfer->at++;
        transfer->offset = 0;
        if (!ok) {
            fail(transfer, NULL);
            return;
        }
    }
    read_next(transfer);
}

static json_t *get_args(const struct transfer *transfer)
{
    const json_t *source = json_object_get(transfer_doc(transfer), "S3BucketSource");
    const json_t *object = json_array_get(transfer->objects, transfer->at);
    int64_t last = transfer->offset + PIECE_BYTES - 1;
    return json_pack("{s:O, s:O, s:o, s:O*}", "Bucket", json_object_get(source, "S3Bucket"), "Key",
                     json_object_get(object, "Key"), "Range",
                     json_sprintf("bytes=%lld-%lld", (long long)transfer->offset, (long long)last),
                     "ExpectedBucketOwner", json_object_get(source, "S3BucketOwner"));
}

static void read_next(struct transfer *transfer)
{
    size_t n = json_array_size(transfer->objects);
    while (transfer->at < n && size_of(transfer) == 0) /* it has no range */
        transfer->at++;
    if (transfer->at == n)
        finish(transfer);
    else if (!transfer->reader->open && !reader_begin(transfer->reader))
        fail(transfer, NULL);
    else
        transfer_ask(transfer, "get_object", get_args(transfer), got);
}

static void listed(struct transfer *transfer, const json_t *result,
                   const struct slrun_error *error);

static void list_on(struct transfer *transfer, json_t *token)
{
    const json_t *source = json_object_get(transfer_doc(transfer), "S3BucketSource");
    transfer_ask(transfer, "list_objects_v2",
                 json_pack("{s:O, s:O*, s:O*, s:O*}", "Bucket", json_object_get(source, "S3Bucket"),
                           "Prefix", json_object_get(source, "S3KeyPrefix"), "ContinuationToken",
                           token, "ExpectedBucketOwner", json_object_get(source, "S3BucketOwner")),
                 listed);
}

static void listed(struct transfer *transfer, const json_t *result, const struct slrun_error *error)
{
    if (error != NULL ||
        json_array_extend(transfer->objects, json_object_get(result, "Contents")) != 0) {
        if (error == NULL && json_object_get(result, "Contents") == NULL) {
            read_next(transfer); /* there are none */
            return;
        }
        fail(transfer, error);
        return;
    }
    json_t *token = json_object_get(result, "NextContinuationToken");
    if (token != NULL)
        list_on(transfer, token);
    else
        read_next(transfer);
}

/* ---- the request ---- */

static bool check_served(struct call *call)
{
    if (call_says(call, "InputFormat", "ION")) {
        return fault_invalid(&call->fault, INVALID "InputFormat: the local cloud reads no ION, "
                                                   "only CSV and DYNAMODB_JSON");
    }
    return !call_says(call, "InputCompressionType", "ZSTD") ||
           fault_invalid(&call->fault, INVALID "InputCompressionType: the local cloud reads no "
                                               "ZSTD, only GZIP and NONE");
}

static struct table *make_table(struct call *call)
{
    json_t *request = call->args;
    call->args = json_object_get(request, "TableCreationParameters");
    struct table *table = table_create(call);
    call->args = request;
    if (table != NULL)
        table->importing = true;
    return table;
}

static json_t *make_doc(const struct call *call, const struct table *table, const char *digest)
{
    static const char *const given[] = {
        "ClientToken",          "S3BucketSource",          "InputFormat", "InputFormatOptions",
        "InputCompressionType", "TableCreationParameters", NULL};
    char *arn = transfer_arn(call, TRANSFER_IMPORT, table);
    json_t *doc = json_pack("{s:s?, s:s, s:f, s:o, s:O, s:i, s:i, s:i, s:i, s:o, s:s}", "ImportArn",
                            arn, "ImportStatus", "IN_PROGRESS", "StartTime",
                            (double)call_now_ms(call) / 1000.0, "TableArn", table_arn(table, NULL),
                            "TableId", json_object_get(table->definition, "TableId"), "ErrorCount",
                            0, "ProcessedItemCount", 0, "ImportedItemCount", 0,
                            "ProcessedSizeBytes", 0, "CloudWatchLogGroupArn",
                            json_sprintf("arn:aws:logs:%s:%s:log-group:/aws-dynamodb/imports:*",
                                         table->region, table->account),
                            "Digest", digest);
    free(arn);
    slrun_copy_members(doc, call->args, given);
    if (call_string(call, "InputCompressionType") == NULL)
        json_object_set_new(doc, "InputCompressionType", json_string("NONE"));
    return doc;
}

static struct reader *make_reader(const struct transfer *transfer, struct table *table)
{
    const json_t *doc = transfer_doc(transfer);
    const json_t *options = json_object_get(json_object_get(doc, "InputFormatOptions"), "Csv");
    struct reader *reader = malloc(sizeof *reader);
    if (reader != NULL) {
        *reader = (struct reader){.service = transfer->service,
                                  .table = table,
                                  .header = json_object_get(options, "HeaderList"),
                                  .csv = table_says(doc, "InputFormat", "CSV"),
                                  .gzip = table_says(doc, "InputCompressionType", "GZIP"),
                                  .delimiter = slrun_text_or(options, "Delimiter", ",")[0]};
    }
    return reader;
}

static json_t *begin(struct call *call, struct table *table, const char *digest)
{
    struct transfer *transfer = transfer_new(call, TRANSFER_IMPORT, make_doc(call, table, digest));
    if (transfer == NULL) {
        catalog_remove(call->service->catalog, table);
        return NULL;
    }
    json_t *answer = transfer_tell(call->service, TRANSFER_IMPORT, transfer->arn);
    transfer->reader = make_reader(transfer, table);
    if (transfer->reader == NULL) {
        import_forget_table(call->service, transfer_doc(transfer));
        transfer_end(transfer, "InternalServerError", "out of memory");
    } else {
        list_on(transfer, NULL);
    }
    return answer;
}

json_t *op_import_table(struct call *call)
{
    char digest[STORE_DIGEST_SIZE];
    json_t *answer = transfer_again(call, TRANSFER_IMPORT, digest);
    if (answer != NULL || call->fault.kind != FAULT_NONE)
        return answer;
    struct table *table = check_served(call) ? make_table(call) : NULL;
    return table == NULL ? NULL : begin(call, table, digest);
}
