/* SPDX-License-Identifier: Apache-2.0 */
/* Multipart uploads: begun, given parts, given up. */
#include "object/multipart.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <slrun/time.h>

#include "bucket/lifecycle.h"
#include "object/complete_sum.h"
#include "object/copy.h"
#include "object/gather.h"
#include "object/intake.h"
#include "object/object.h"
#include "object/order.h"
#include "object/range.h"
#include "object/sse.h"

/* ---- begun ---- */

static bool read_type(struct call *call, json_t *info, enum s3_checksum_kind kind)
{
    const char *type = call_header(call, "x-amz-checksum-type");
    bool full = type == NULL ? kind == S3_CHECKSUM_CRC64NVME : strcasecmp(type, "FULL_OBJECT") == 0;
    if (type != NULL && !full && strcasecmp(type, "COMPOSITE") != 0) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "Value for x-amz-checksum-type header is invalid.");
    }
    type = full ? "FULL_OBJECT" : "COMPOSITE";
    if ((full && !sum_combines(kind)) || (!full && kind == S3_CHECKSUM_CRC64NVME)) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "The %s checksum type cannot be used with the %s checksum algorithm.",
                         type, sum_lower(kind));
    }
    json_object_set_new(info, "type", json_string(type));
    return true;
}

static bool read_algorithm(struct call *call, json_t *info)
{
    const char *name = call_header(call, "x-amz-checksum-algorithm");
    enum s3_checksum_kind kind = sum_kind(name);
    if (name == NULL) {
        return call_header(call, "x-amz-checksum-type") == NULL ||
               fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "The x-amz-checksum-type header can only be used with the "
                         "x-amz-checksum-algorithm header.");
    }
    if (kind == SUM_NONE) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "Checksum algorithm provided is unsupported. Please try again with any "
                         "of the valid types: [CRC32, CRC32C, CRC64NVME, MD5, SHA1, SHA256, "
                         "SHA512, XXHASH128, XXHASH3, XXHASH64]");
    }
    json_object_set_new(info, "algorithm", json_string(s3_checksum_names[kind]));
    call_add(call, "x-amz-checksum-algorithm", s3_checksum_names[kind]);
    if (!read_type(call, info, kind))
        return false;
    call_add(call, "x-amz-checksum-type", json_string_value(json_object_get(info, "type")));
    return true;
}

bool op_create_multipart_upload(struct call *call)
{
    struct upload upload = {.bucket = call->bucket.id,
                            .key = call->address.key,
                            .created_ms = call->now,
                            .info = object_info(call)};
    if (upload.info == NULL || !read_algorithm(call, upload.info))
        return false;
    upload.id = call_new_id(call);
    if (upload.id == NULL)
        return call_internal(call);
    json_object_set_new(upload.info, "initiator", json_string(call->owner));
    order_begin(call, upload.info);
    store_upload_add(call->service->store, &upload);
    sse_add_headers(call, upload.info);
    lifecycle_add_abort(call, &upload);
    struct text *text = call_xml(call, "InitiateMultipartUploadResult");
    xml_element(text, "Bucket", call->bucket.name);
    xml_slice(text, "Key", upload.key);
    xml_element(text, "UploadId", upload.id);
    xml_close(text, "InitiateMultipartUploadResult");
    return true;
}

/* ---- parts ---- */

bool upload_find(struct call *call, struct upload *upload)
{
    const char *id = call_query(call, "uploadId");
    if (id != NULL && store_upload(call->service->store, &call->pool, id, upload) &&
        upload->bucket == call->bucket.id && slice_compare(upload->key, call->address.key) == 0)
        return true;
    fault_set(&call->fault, FAULT_NO_UPLOAD);
    fault_detail(&call->fault, "UploadId", id);
    return false;
}

/* The request's part number; false: the fault is set. */
static bool upload_part_number(struct call *call, int *number)
{
    const char *text = call_query(call, "partNumber");
    char *end = NULL;
    long value = text == NULL ? 0 : strtol(text, &end, 10);
    if (value < 1 || value > PART_NUMBER_MAX || *end != '\0') {
        return fault_argument(&call->fault,
                              "Part number must be an integer between 1 and 10000, inclusive",
                              "partNumber", text);
    }
    *number = (int)value;
    return true;
}

/* Keeps call->ingest, which has ended, as the part. */
static bool upload_keep_part(struct call *call, const struct upload *upload, struct part *part)
{
    struct ingest *ingest = &call->ingest;
    part->size = ingest->size;
    part->modified_ms = call->now;
    part->etag = pool_text(&call->pool, ingest->etag);
    part->checksum =
        pool_text(&call->pool, ingest->also_text[0] != '\0' ? ingest->also_text : ingest->checksum);
    part->content = ingest_keep(ingest);
    if (part->content == 0 || part->etag == NULL || part->checksum == NULL)
        return call_internal(call);
    store_part_set(call->service->store, upload->id, part);
    return true;
}

/* Whether the request has a sum of the part, in a header or behind the body. */
static bool has_sum(const struct call *call)
{
    bool found = call_header(call, "x-amz-trailer") != NULL;
    for (size_t i = 0; !found && i < SUM_NONE; i++)
        found = call_header(call, s3_checksum_headers[i]) != NULL;
    return found;
}

/* A part is summed as its upload is, by who sends it where the sum of the object is made of those
 * of its parts; what else it brings is only checked. */
static bool check_algorithm(struct call *call, const struct upload *upload)
{
    const char *wanted = json_string_value(json_object_get(upload->info, "algorithm"));
    const char *type = json_string_value(json_object_get(upload->info, "type"));
    enum s3_checksum_kind have = call->ingest.sum.kind;
    bool lacks = type != NULL && strcmp(type, "COMPOSITE") == 0 && !has_sum(call);
    if (wanted == NULL ||
        (!lacks && (have == SUM_NONE || strcmp(wanted, s3_checksum_names[have]) == 0)))
        return true;
    enum s3_checksum_kind kind = sum_kind(wanted);
    return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                     "Checksum Type mismatch occurred, expected checksum Type: %s, actual checksum "
                     "Type: %s",
                     kind == SUM_NONE ? wanted : sum_lower(kind), lacks ? "null" : sum_lower(have));
}

bool op_upload_part(struct call *call)
{
    struct upload upload;
    struct part part = {.number = 0};
    if (!upload_part_number(call, &part.number) || !upload_find(call, &upload) ||
        !check_algorithm(call, &upload) || !sse_may_add(call, upload.info) ||
        !upload_keep_part(call, &upload, &part))
        return false;
    call_add_etag(call, part.etag);
    if (call->ingest.sum.kind != SUM_NONE) {
        call_add(call, s3_checksum_headers[call->ingest.sum.kind],
                 pool_text(&call->pool, call->ingest.checksum));
    }
    sse_add_headers(call, upload.info);
    return true;
}

/* ---- parts from objects ---- */

static bool copy_range(struct call *call, const struct object *object, struct range *range)
{
    const char *text = call_header(call, "x-amz-copy-source-range");
    *range = (struct range){.first = 0, .size = object->size};
    if (text == NULL)
        return true;
    size_t end = strlen(text);
    int found = end > 0 && text[end - 1] != '-' && strncmp(text, "bytes=-", 7) != 0
                    ? range_parse(text, object->size, range)
                    : 0;
    const char *dash = found == 1 ? strchr(text, '-') : NULL;
    if (found == -1 || (dash != NULL && strtoull(dash + 1, NULL, 10) >= object->size)) {
        return fault_argument(&call->fault,
                              pool_format(&call->pool,
                                          "Range specified is not valid for source object of size: "
                                          "%llu",
                                          (unsigned long long)object->size),
                              "x-amz-copy-source-range", text);
    }
    return found == 1 ||
           fault_argument(&call->fault,
                          "The x-amz-copy-source-range value must be of the form bytes=first-last "
                          "where first and last are the zero-based offsets of the first and last "
                          "bytes to copy",
                          "x-amz-copy-source-range", text);
}

/* `kind` NONE: the upload names no algorithm. */
static void answer_copy(struct call *call, const struct part *part, enum s3_checksum_kind kind)
{
    char modified[SLRUN_TIME_SIZE];
    struct text *text = call_xml(call, "CopyPartResult");
    slrun_time_text(call->now, 1, modified);
    xml_element(text, "LastModified", modified);
    xml_element(text, "ETag", call_quoted(call, part->etag));
    if (kind != SUM_NONE)
        xml_element(text, s3_checksum_elements[kind], part->checksum);
    xml_close(text, "CopyPartResult");
}

bool op_upload_part_copy(struct call *call)
{
    struct copy_source source;
    struct upload upload;
    struct range range;
    struct part part = {.number = 0};
    if (!upload_part_number(call, &part.number) || !upload_find(call, &upload) ||
        !sse_may_add(call, upload.info) || !copy_source(call, &source) ||
        !copy_range(call, &source.object, &range))
        return false;
    enum s3_checksum_kind kind =
        sum_kind(json_string_value(json_object_get(upload.info, "algorithm")));
    const struct gather_span span = {source.object.content, range.first, range.size};
    const struct gather order = {.spans = &span,
                                 .n = 1,
                                 .hashed = true,
                                 .kind = kind == SUM_NONE ? UPLOAD_SUM_DEFAULT : kind};
    enum gathered gathered = gather(call, &order);
    if (gathered != GATHER_DONE)
        return gathered == GATHER_LATER;
    if (!upload_keep_part(call, &upload, &part))
        return false;
    bool versioned = source.bucket.versioning != VERSIONING_NEVER;
    call_add(call, "x-amz-copy-source-version-id", versioned ? source.object.version : NULL);
    sse_add_headers(call, upload.info);
    answer_copy(call, &part, kind);
    return true;
}

bool op_abort_multipart_upload(struct call *call)
{
    struct upload upload;
    struct object object;
    if (upload_find(call, &upload))
        store_upload_remove(call->service->store, upload.id);
    else if (!upload_completed(call, &object))
        return false;
    call->status = 204;
    return true;
}
