/* SPDX-License-Identifier: Apache-2.0 */
/* What an export says of itself: manifest-files.json has a line for each data file,
 * manifest-summary.json the whole; beside each stands its checksum. */
#include <openssl/evp.h>
#include <slrun/base64.h>
#include <slrun/member.h>
#include <slrun/time.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "table/table.h"
#include "transfer/export.h"
#include "transfer/gzip.h"

enum { MD5_BASE64_SIZE = 25, FILE_SIZE = 64 };

json_t *export_key(const struct transfer *transfer, const char *file)
{
    const char *prefix = slrun_text_or(transfer_doc(transfer), "S3Prefix", "");
    const char *id = strrchr(transfer->arn, '/') + 1;
    size_t length = strlen(prefix);
    bool slash = length > 0 && prefix[length - 1] != '/';
    return json_sprintf("%s%sAWSDynamoDB/%s/%s", prefix, slash ? "/" : "", id, file);
}

static bool checksum(const struct text *bytes, char text[MD5_BASE64_SIZE])
{
    unsigned char raw[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    bool ok = EVP_Digest(text_string(bytes), bytes->size, raw, &size, EVP_md5(), NULL) == 1;
    return ok && slrun_base64_write(raw, size, text) == MD5_BASE64_SIZE - 1;
}

bool export_add(struct transfer *transfer, json_t *key, const struct text *body)
{
    const struct slrun_host *host = transfer->service->cloud->host;
    char md5[MD5_BASE64_SIZE] = "";
    bool ok = !body->failed && checksum(body, md5);
    json_t *object = json_pack("{s:o, s:o, s:s}", "Key", key, "Body",
                               host->blob_new(text_string(body), body->size), "Checksum", md5);
    return json_array_append_new(transfer->objects, object) == 0 && ok;
}

/* A file and the one with its checksum. */
static bool add_with_checksum(struct transfer *transfer, const char *name, const struct text *body)
{
    char file[FILE_SIZE], md5[MD5_BASE64_SIZE];
    struct text sum = {0};
    bool ok = checksum(body, md5);
    snprintf(file, sizeof file, "%s.json", name);
    ok = ok && export_add(transfer, export_key(transfer, file), body);
    snprintf(file, sizeof file, "%s.md5", name);
    text_add(&sum, "%s", md5);
    ok = ok && export_add(transfer, export_key(transfer, file), &sum);
    text_free(&sum);
    return ok;
}

static void add_json(struct text *out, json_t *json)
{
    char *line = json_dumps(json, JSON_COMPACT);
    out->failed = out->failed || line == NULL;
    text_add(out, "%s", line == NULL ? "" : line);
    free(line);
    json_decref(json);
}

/* An ETag without its quotes. */
static json_t *etag_of(const json_t *object)
{
    const char *etag = slrun_text_or(object, "ETag", "");
    size_t length = strlen(etag);
    bool quoted = length >= 2 && etag[0] == '"';
    return quoted ? json_stringn(etag + 1, length - 2) : json_string(etag);
}

static void list_files(const struct transfer *transfer, struct text *out)
{
    for (size_t i = 0; i < json_array_size(transfer->objects); i++) {
        const json_t *object = json_array_get(transfer->objects, i);
        json_t *count = json_object_get(object, "ItemCount");
        if (count != NULL) {
            add_json(out, json_pack("{s:O, s:O, s:o, s:O}", "itemCount", count, "md5Checksum",
                                    json_object_get(object, "Checksum"), "etag", etag_of(object),
                                    "dataFileS3Key", json_object_get(object, "Key")));
            text_append(out, "\n", 1);
        }
    }
}

/* "2020-11-04T07:28:34.028Z"; NULL: there is no such time. */
static json_t *time_text(const json_t *seconds)
{
    if (seconds == NULL)
        return NULL;
    char text[SLRUN_TIME_SIZE];
    int64_t ms = (int64_t)(json_number_value(seconds) * 1000.0 + 0.5);
    return json_string(slrun_time_text(ms, 1, text));
}

/* Some are null where they do not count, as in AWS's. */
static json_t *summary(const struct transfer *transfer)
{
    static const struct {
        const char *name, *member;
        bool time, nullable;
    } rows[] = {{"exportArn", "ExportArn", false, false},
                {"startTime", "StartTime", true, false},
                {"endTime", "EndTime", true, false},
                {"tableArn", "TableArn", false, false},
                {"tableId", "TableId", false, false},
                {"exportTime", "ExportTime", true, false},
                {"s3Bucket", "S3Bucket", false, false},
                {"s3Prefix", "S3Prefix", false, true},
                {"s3SseAlgorithm", "S3SseAlgorithm", false, false},
                {"s3SseKmsKeyId", "S3SseKmsKeyId", false, true},
                {"billedSizeBytes", "BilledSizeBytes", false, false},
                {"itemCount", "ItemCount", false, false},
                {"outputFormat", "ExportFormat", false, false},
                {"exportType", "ExportType", false, false}};
    const json_t *doc = transfer_doc(transfer);
    json_t *json = json_object();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        json_t *value = json_object_get(doc, rows[i].member);
        value = rows[i].time ? time_text(value) : json_incref(value);
        if (value != NULL || rows[i].nullable)
            json_object_set_new(json, rows[i].name, value == NULL ? json_null() : value);
    }
    return json;
}

static void summarize_increment(json_t *json, const json_t *doc)
{
    const json_t *given = json_object_get(doc, "IncrementalExportSpecification");
    json_t *to = json_object_get(given, "ExportToTime");
    json_object_set_new(json, "exportFromTime",
                        time_text(json_object_get(given, "ExportFromTime")));
    json_object_set_new(json, "exportToTime",
                        time_text(to == NULL ? json_object_get(doc, "StartTime") : to));
    json_object_set_new(json, "outputView",
                        json_string(slrun_text_or(given, "ExportViewType", "NEW_AND_OLD_IMAGES")));
}

bool export_manifests(struct transfer *transfer)
{
    const struct slrun_cloud *cloud = transfer->service->cloud;
    json_t *doc = transfer_doc(transfer);
    bool increment = table_says(doc, "ExportType", "INCREMENTAL_EXPORT");
    struct text files = {0}, whole = {0};
    json_object_set_new(doc, "EndTime", json_real((double)cloud->now_ms(cloud) / 1000.0));
    list_files(transfer, &files);
    json_t *json = summary(transfer);
    json_object_set_new(json, "version", json_string(increment ? "2023-08-01" : "2020-06-30"));
    json_object_set_new(json, "manifestFilesS3Key", export_key(transfer, "manifest-files.json"));
    if (increment)
        summarize_increment(json, doc);
    add_json(&whole, json);
    bool ok = add_with_checksum(transfer, "manifest-files", &files) &&
              add_with_checksum(transfer, "manifest-summary", &whole) &&
              json_object_set_new(doc, "ExportManifest",
                                  export_key(transfer, "manifest-summary.json")) == 0;
    text_free(&files);
    text_free(&whole);
    return ok;
}
