/* SPDX-License-Identifier: Apache-2.0 */
/* ListParts and ListMultipartUploads. */
#include <stdint.h>
#include <string.h>

#include <slrun/time.h>

#include "bucket/lifecycle.h"
#include "object/intake.h"
#include "object/list.h"
#include "object/multipart.h"
#include "object/object.h"

static void write_part(struct call *call, struct text *text, const struct part *part,
                       enum s3_checksum_kind kind)
{
    char modified[SLRUN_TIME_SIZE];
    slrun_time_text(part->modified_ms, 1, modified);
    xml_open(text, "Part");
    xml_number(text, "PartNumber", part->number);
    xml_element(text, "LastModified", modified);
    xml_element(text, "ETag", call_quoted(call, part->etag));
    xml_number(text, "Size", (long long)part->size);
    if (kind != SUM_NONE && part->checksum[0] != '\0')
        xml_element(text, s3_checksum_elements[kind], part->checksum);
    xml_close(text, "Part");
}

static void write_upload(struct call *call, struct text *text, const struct upload *upload)
{
    const struct object like = {.info = upload->info};
    const char *initiator = json_string_value(json_object_get(upload->info, "initiator"));
    (void)call;
    xml_owner(text, "Initiator", initiator == NULL ? "" : initiator);
    xml_owner(text, "Owner", json_string_value(json_object_get(upload->info, "owner")));
    xml_element(text, "StorageClass", object_class(&like));
    xml_element(text, "ChecksumAlgorithm",
                json_string_value(json_object_get(upload->info, "algorithm")));
    xml_element(text, "ChecksumType", json_string_value(json_object_get(upload->info, "type")));
}

bool op_list_parts(struct call *call)
{
    struct upload upload;
    struct part part = {.number = 0};
    struct text parts = {.pool = &call->pool};
    long max = LIST_MAX, marker = 0, n = 0;
    int last = 0;
    static const struct number_range of_max = {"max-parts", 0, INT32_MAX},
                                     of_marker = {"part-number-marker", 0, INT32_MAX};
    if (!call_number(call, "max-parts", &max) ||
        !call_number(call, "part-number-marker", &marker) || !call_in_range(call, &of_max, max) ||
        !call_in_range(call, &of_marker, marker) || !upload_find(call, &upload))
        return false;
    max = max < LIST_MAX ? max : LIST_MAX;
    const char *algorithm = json_string_value(json_object_get(upload.info, "algorithm"));
    part.number = (int)marker;
    bool more = false; /* an empty page is the last one, also where there are parts */
    while (max > 0 && !more &&
           store_part_next(call->service->store, &call->pool, upload.id, &part)) {
        more = n++ == max;
        if (!more) {
            write_part(call, &parts, &part, sum_kind(algorithm));
            last = part.number;
        }
    }
    lifecycle_add_abort(call, &upload);
    struct text *text = call_xml(call, "ListPartsResult");
    xml_element(text, "Bucket", call->bucket.name);
    xml_slice(text, "Key", upload.key);
    xml_element(text, "UploadId", upload.id);
    write_upload(call, text, &upload);
    xml_number(text, "PartNumberMarker", marker);
    xml_number(text, "NextPartNumberMarker", last);
    xml_number(text, "MaxParts", max);
    xml_bool(text, "IsTruncated", more);
    text_put(text, parts.data, parts.size);
    xml_close(text, "ListPartsResult");
    return !parts.failed || call_internal(call);
}

/* ---- uploads ---- */

/* A list of uploads on its way. */
struct uploads {
    struct listing listing;
    struct text entries, prefixes;
    struct slice seen; /* the common prefix that was listed last, or that the page begins behind */
    struct slice last_key;
    const char *last_id;
    bool truncated;
};

static void add_upload(struct call *call, struct uploads *u, const struct upload *upload)
{
    struct text *text = &u->entries;
    char begun[SLRUN_TIME_SIZE];
    slrun_time_text(upload->created_ms, 1, begun);
    xml_open(text, "Upload");
    listing_key(&u->listing, text, "Key", upload->key);
    xml_element(text, "UploadId", upload->id);
    write_upload(call, text, upload);
    xml_element(text, "Initiated", begun);
    xml_close(text, "Upload");
}

static void list(struct call *call, struct uploads *u, struct upload *upload)
{
    u->entries.pool = u->prefixes.pool = &call->pool;
    if (u->listing.max == 0)
        return;
    while (store_upload_next(call->service->store, &call->pool, upload)) {
        struct slice common = listing_common(&u->listing, upload->key);
        if (!slice_begins(upload->key, u->listing.prefix) ||
            (common.size > 0 && slice_compare(common, u->seen) == 0))
            continue;
        u->truncated = u->listing.n == u->listing.max;
        if (u->truncated)
            return;
        u->listing.n++;
        if (common.size == 0) {
            u->last_key = upload->key;
            u->last_id = upload->id;
            add_upload(call, u, upload);
            continue;
        }
        u->seen = common;
        u->last_key = (struct slice){"", 0}; /* where a prefix is the last, S3 names no marker */
        u->last_id = "";
        xml_open(&u->prefixes, "CommonPrefixes");
        listing_key(&u->listing, &u->prefixes, "Prefix", common);
        xml_close(&u->prefixes, "CommonPrefixes");
    }
}

/* An id goes with the key of its upload, which may have ended since; alone it is not looked at. */
static bool check_marker(struct call *call, struct slice key, struct slice id)
{
    struct upload upload;
    return key.size == 0 || id.size == 0 ||
           (call_is_id(id.data) &&
            !store_upload(call->service->store, &call->pool, id.data, &upload)) ||
           (upload.bucket == call->bucket.id && slice_compare(upload.key, key) == 0) ||
           fault_argument(&call->fault, "Invalid uploadId marker", "upload-id-marker", id.data);
}

bool op_list_multipart_uploads(struct call *call)
{
    struct uploads u = {.last_id = ""};
    struct slice key_marker = listing_parameter(call, "key-marker");
    struct slice id_marker = listing_parameter(call, "upload-id-marker");
    if (!listing_read(call, &u.listing, "max-uploads") ||
        !listing_limit(call, &u.listing, "max-uploads") ||
        !check_marker(call, key_marker, id_marker))
        return false;
    /* without an id all uploads of the marker's key are behind it; no id is above '~' */
    struct upload upload = {.bucket = call->bucket.id,
                            .key = key_marker,
                            .id = id_marker.size > 0    ? id_marker.data
                                  : key_marker.size > 0 ? "~"
                                                        : ""};
    u.seen = listing_common(&u.listing, key_marker);
    list(call, &u, &upload);
    struct text *text = call_xml(call, "ListMultipartUploadsResult");
    xml_element(text, "Bucket", call->bucket.name);
    listing_key(&u.listing, text, "KeyMarker", key_marker);
    xml_slice(text, "UploadIdMarker", id_marker);
    listing_key(&u.listing, text, "NextKeyMarker", u.last_key);
    xml_element(text, "NextUploadIdMarker", u.last_id);
    if (u.listing.delimiter.size > 0)
        listing_key(&u.listing, text, "Delimiter", u.listing.delimiter);
    if (u.listing.prefix.size > 0)
        listing_key(&u.listing, text, "Prefix", u.listing.prefix);
    xml_number(text, "MaxUploads", u.listing.max);
    xml_element(text, "EncodingType", u.listing.encoding);
    xml_bool(text, "IsTruncated", u.truncated);
    text_put(text, u.entries.data, u.entries.size);
    text_put(text, u.prefixes.data, u.prefixes.size);
    xml_close(text, "ListMultipartUploadsResult");
    return !(u.entries.failed || u.prefixes.failed) || call_internal(call);
}
