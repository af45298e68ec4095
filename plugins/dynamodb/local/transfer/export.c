/* SPDX-License-Identifier: Apache-2.0 */
/* ExportTableToPointInTime: its checks, its document, and putting one object after the other. */
#include <slrun/member.h>
#include <stdlib.h>
#include <string.h>

#include "table/backup.h"
#include "table/table.h"
#include "transfer/export.h"

#define INVALID "One or more parameter values were invalid: "

#define MINUTE_MS (INT64_C(60) * 1000)

enum { WINDOW_MIN_MINUTES = 15, WINDOW_MAX_MINUTES = 24 * 60 };

static int64_t ms_of(const json_t *seconds)
{
    return (int64_t)(json_number_value(seconds) * 1000.0 + 0.5);
}

/* ---- checks ---- */

static bool check_served(struct call *call)
{
    if (call_says(call, "ExportFormat", "ION")) {
        return fault_invalid(&call->fault,
                             INVALID "ExportFormat: the local cloud writes no ION, only "
                                     "DYNAMODB_JSON");
    }
    return json_object_get(call->args, "FilterSpecification") == NULL ||
           fault_invalid(&call->fault,
                         INVALID "FilterSpecification: the local cloud exports all items");
}

static bool in_window(struct call *call, const struct table *table, int64_t at_ms)
{
    int64_t now_ms = call_now_ms(call);
    return (at_ms >= recovery_first_ms(table, now_ms) && at_ms <= now_ms) ||
           fault_set(&call->fault, FAULT_EXPORT_TIME,
                     "The specified ExportTime is outside of the point in time recovery window.");
}

static bool check_span(struct call *call, const struct export_span *span)
{
    int64_t minutes = (span->to_ms - span->from_ms) / MINUTE_MS;
    return (span->from_ms <= span->to_ms && minutes >= WINDOW_MIN_MINUTES &&
            minutes <= WINDOW_MAX_MINUTES) ||
           fault_invalid(&call->fault,
                         INVALID "The period between ExportFromTime and ExportToTime must be "
                                 "at least 15 minutes and at most 24 hours");
}

static bool find_increment(struct call *call, const struct table *table, struct export_span *span)
{
    const json_t *given = json_object_get(call->args, "IncrementalExportSpecification");
    const json_t *from = json_object_get(given, "ExportFromTime");
    const json_t *to = json_object_get(given, "ExportToTime");
    if (from == NULL) {
        return fault_invalid(&call->fault,
                             INVALID "IncrementalExportSpecification with ExportFromTime is "
                                     "needed for INCREMENTAL_EXPORT");
    }
    span->increment = true;
    span->from_ms = ms_of(from);
    span->to_ms = to == NULL ? call_now_ms(call) : ms_of(to);
    span->old = !table_says(given, "ExportViewType", "NEW_IMAGE");
    return check_span(call, span) && in_window(call, table, span->from_ms) &&
           in_window(call, table, span->to_ms);
}

static bool find_span(struct call *call, const struct table *table, struct export_span *span)
{
    const json_t *at = json_object_get(call->args, "ExportTime");
    if (call_says(call, "ExportType", "INCREMENTAL_EXPORT"))
        return find_increment(call, table, span);
    span->to_ms = at == NULL ? call_now_ms(call) : ms_of(at);
    return in_window(call, table, span->to_ms);
}

/* ---- the document ---- */

static json_t *make_doc(const struct call *call, const struct table *table,
                        const struct export_span *span, const char *digest)
{
    static const char *const given[] = {
        "ClientToken", "S3Bucket",      "S3BucketOwner",
        "S3Prefix",    "S3SseKmsKeyId", "IncrementalExportSpecification",
        NULL};
    const char *sse = call_string(call, "S3SseAlgorithm");
    char *arn = transfer_arn(call, TRANSFER_EXPORT, table);
    json_t *doc = json_pack(
        "{s:s?, s:s, s:f, s:o, s:O, s:s, s:s, s:s, s:s}", "ExportArn", arn, "ExportStatus",
        "IN_PROGRESS", "StartTime", (double)call_now_ms(call) / 1000.0, "TableArn",
        table_arn(table, NULL), "TableId", json_object_get(table->definition, "TableId"),
        "S3SseAlgorithm", sse == NULL ? "AES256" : sse, "ExportFormat", "DYNAMODB_JSON",
        "ExportType", span->increment ? "INCREMENTAL_EXPORT" : "FULL_EXPORT", "Digest", digest);
    free(arn);
    if (doc != NULL && !span->increment)
        json_object_set_new(doc, "ExportTime", json_real((double)span->to_ms / 1000.0));
    slrun_copy_members(doc, call->args, given);
    return doc;
}

/* ---- one object after the other ---- */

static json_t *put_args(const struct transfer *transfer, const json_t *object)
{
    const json_t *doc = transfer_doc(transfer);
    bool kms = table_says(doc, "S3SseAlgorithm", "KMS");
    return json_pack("{s:O, s:O, s:O, s:s, s:O*, s:O*}", "Bucket", json_object_get(doc, "S3Bucket"),
                     "Key", json_object_get(object, "Key"), "Body", json_object_get(object, "Body"),
                     "ServerSideEncryption", kms ? "aws:kms" : "AES256", "SSEKMSKeyId",
                     kms ? json_object_get(doc, "S3SseKmsKeyId") : NULL, "ExpectedBucketOwner",
                     json_object_get(doc, "S3BucketOwner"));
}

static void stored(struct transfer *transfer, const json_t *result,
                   const struct slrun_error *error);

static void put_next(struct transfer *transfer)
{
    transfer_ask(transfer, "put_object",
                 put_args(transfer, json_array_get(transfer->objects, transfer->at)), stored);
}

/* The manifests come last, as they name what the other objects became. */
static void stored(struct transfer *transfer, const json_t *result, const struct slrun_error *error)
{
    json_t *object = json_array_get(transfer->objects, transfer->at);
    if (error != NULL) {
        transfer_end_s3(transfer, error);
        return;
    }
    json_object_set(object, "ETag", json_object_get(result, "ETag"));
    json_object_del(object, "Body");
    transfer->at++;
    bool last = transfer->at == json_array_size(transfer->objects);
    if (last && json_object_get(transfer_doc(transfer), "ExportManifest") != NULL)
        transfer_end(transfer, NULL, NULL);
    else if (last && !export_manifests(transfer))
        transfer_end(transfer, "InternalServerError", "out of memory");
    else
        put_next(transfer);
}

static json_t *begin(struct call *call, const struct table *table, const struct export_span *span,
                     const char *digest)
{
    struct transfer *transfer =
        transfer_new(call, TRANSFER_EXPORT, make_doc(call, table, span, digest));
    if (transfer == NULL)
        return NULL;
    json_t *answer = transfer_tell(call->service, TRANSFER_EXPORT, transfer->arn);
    if (!export_files(transfer, table, span))
        transfer_end(transfer, "InternalServerError", "The items could not be read.");
    else
        put_next(transfer);
    return answer;
}

json_t *op_export_table(struct call *call)
{
    char digest[STORE_DIGEST_SIZE];
    struct export_span span = {0};
    json_t *answer = transfer_again(call, TRANSFER_EXPORT, digest);
    if (answer != NULL || call->fault.kind != FAULT_NONE)
        return answer;
    const struct table *table = backup_table(call, call_string(call, "TableArn"));
    bool ok = table != NULL && recovery_check(table, &call->fault) && check_served(call) &&
              find_span(call, table, &span);
    return ok ? begin(call, table, &span, digest) : NULL;
}
