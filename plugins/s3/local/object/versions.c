/* SPDX-License-Identifier: Apache-2.0 */
/* ListObjectVersions. */
#include <string.h>

#include <slrun/time.h>

#include "object/list.h"
#include "object/object.h"

/* A list of versions on its way. */
struct versions {
    struct listing listing;
    struct text entries, prefixes;
    struct slice key_marker, last_key;
    const char *version_marker, *last_version;
    uint64_t older_than; /* of the marker's key, where the marker itself is gone; 0: not so */
    bool truncated;
};

static void write_version(struct call *call, struct versions *v, const struct object *object)
{
    struct text *text = &v->entries;
    const char *element = object->marker ? "DeleteMarker" : "Version";
    const json_t *sum = json_object_get(object->info, "sum");
    char modified[SLRUN_TIME_SIZE];
    slrun_time_text(object->modified_ms, 1, modified);
    xml_open(text, element);
    listing_key(&v->listing, text, "Key", object->key);
    xml_element(text, "VersionId", object->version);
    xml_bool(text, "IsLatest", object->latest);
    xml_element(text, "LastModified", modified);
    if (!object->marker) {
        xml_element(text, "ETag", call_quoted(call, object->etag));
        xml_element(text, "ChecksumAlgorithm", json_string_value(json_object_get(sum, "kind")));
        xml_element(text, "ChecksumType", json_string_value(json_object_get(sum, "type")));
        xml_number(text, "Size", (long long)object->size);
        xml_element(text, "StorageClass", object_class(object));
    }
    xml_owner(text, "Owner", json_string_value(json_object_get(object->info, "owner")));
    xml_close(text, element);
}

static struct slice start_of(struct call *call, const struct versions *v)
{
    struct slice marker = v->key_marker;
    if (slice_compare(marker, v->listing.prefix) < 0)
        return v->listing.prefix;
    struct slice common = listing_common(&v->listing, marker);
    return common.size > 0 && slice_begins(marker, v->listing.prefix) ? listing_behind(call, common)
                                                                      : marker;
}

/* Behind the marker: of its key the versions older than the version marker, if there is one. Who
 * deletes each page asks by a version that is gone: its id tells which are older, and of one that
 * was "null" all that are left count. */
static void begin(struct call *call, struct versions *v)
{
    struct store *store = call->service->store;
    struct object marker = {
        .bucket = call->bucket.id, .key = v->key_marker, .version = v->version_marker};
    struct slice start = start_of(call, v);
    bool inside = start.size > 0 && slice_compare(start, v->key_marker) == 0;
    if (inside && (marker.version == NULL || store_object(store, &call->pool, &marker))) {
        store_walk_behind(store, &marker);
        return;
    }
    bool timed = inside && strcmp(marker.version, "null") != 0;
    v->older_than = timed ? call_id_time(marker.version) : 0;
    store_walk(store, call->bucket.id, true, start);
}

static bool is_behind(const struct versions *v, const struct object *object)
{
    return v->older_than == 0 || slice_compare(object->key, v->key_marker) != 0 ||
           strcmp(object->version, "null") == 0 || call_id_time(object->version) < v->older_than;
}

static void list(struct call *call, struct versions *v)
{
    struct store *store = call->service->store;
    struct object object;
    v->entries.pool = v->prefixes.pool = &call->pool;
    if (v->listing.max == 0)
        return;
    begin(call, v);
    while (store_walk_next(store, &call->pool, &object) &&
           slice_begins(object.key, v->listing.prefix)) {
        if (!is_behind(v, &object))
            continue;
        v->truncated = v->listing.n == v->listing.max;
        if (v->truncated)
            break;
        struct slice common = listing_common(&v->listing, object.key);
        v->listing.n++;
        v->last_key = common.size > 0 ? common : object.key;
        v->last_version = common.size > 0 ? NULL : object.version;
        if (common.size == 0) {
            write_version(call, v, &object);
            continue;
        }
        xml_open(&v->prefixes, "CommonPrefixes");
        listing_key(&v->listing, &v->prefixes, "Prefix", common);
        xml_close(&v->prefixes, "CommonPrefixes");
        struct slice behind = listing_behind(call, common);
        if (behind.size == 0)
            break;
        store_walk(store, call->bucket.id, true, behind);
    }
    store_walk_end(store);
}

bool op_list_versions(struct call *call)
{
    struct versions v = {.key_marker = listing_parameter(call, "key-marker"),
                         .version_marker = call_query(call, "version-id-marker")};
    if (v.version_marker != NULL && strcmp(v.version_marker, "null") != 0 &&
        !call_is_id(v.version_marker)) {
        return fault_argument(&call->fault, "Invalid version id specified", "version-id-marker",
                              v.version_marker);
    }
    if (!listing_read(call, &v.listing, "max-keys"))
        return false;
    if (v.listing.asked < 0)
        return fault_argument(&call->fault, "max-keys cannot be negative", "max-keys", NULL);
    (void)listing_limit(call, &v.listing, "max-keys");
    list(call, &v);
    struct text *text = call_xml(call, "ListVersionsResult");
    xml_element(text, "Name", call->bucket.name);
    listing_key(&v.listing, text, "Prefix", v.listing.prefix);
    listing_key(&v.listing, text, "KeyMarker", v.key_marker);
    xml_element(text, "VersionIdMarker", v.version_marker == NULL ? "" : v.version_marker);
    if (v.truncated) {
        listing_key(&v.listing, text, "NextKeyMarker", v.last_key);
        xml_element(text, "NextVersionIdMarker", v.last_version);
    }
    xml_number(text, "MaxKeys", v.listing.asked);
    if (call_query(call, "delimiter") != NULL)
        listing_key(&v.listing, text, "Delimiter", v.listing.delimiter);
    xml_element(text, "EncodingType", v.listing.encoding);
    xml_bool(text, "IsTruncated", v.truncated);
    text->failed = v.entries.failed || v.prefixes.failed || text->failed;
    text_put(text, v.entries.data, v.entries.size);
    text_put(text, v.prefixes.data, v.prefixes.size);
    xml_close(text, "ListVersionsResult");
    return true;
}
