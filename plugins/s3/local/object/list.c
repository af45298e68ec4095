/* SPDX-License-Identifier: Apache-2.0 */
/* ListObjects and ListObjectsV2. */
#include "object/list.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include <slrun/base64.h>
#include <slrun/time.h>

#include "object/object.h"

/* ---- what lists have in common ---- */

struct slice listing_parameter(struct call *call, const char *name)
{
    const struct parameter *parameter = address_parameter(&call->address, name);
    return parameter == NULL ? (struct slice){"", 0} : parameter->value;
}

bool listing_read(struct call *call, struct listing *listing, const char *max_name)
{
    const char *encoding = call_query(call, "encoding-type");
    *listing = (struct listing){.prefix = listing_parameter(call, "prefix"),
                                .delimiter = listing_parameter(call, "delimiter"),
                                .asked = LIST_MAX,
                                .encoding = encoding};
    if (encoding != NULL && strcasecmp(encoding, "url") != 0) {
        return fault_argument(&call->fault, "Invalid Encoding Method specified in Request",
                              "encoding-type", encoding);
    }
    return call_number(call, max_name, &listing->asked);
}

bool listing_limit(struct call *call, struct listing *listing, const char *name)
{
    const struct number_range range = {name, 0, INT32_MAX};
    listing->max = listing->asked < LIST_MAX ? listing->asked : LIST_MAX;
    return call_in_range(call, &range, listing->asked);
}

void listing_key(const struct listing *listing, struct text *text, const char *name,
                 struct slice key)
{
    xml_open(text, name);
    if (listing->encoding != NULL)
        text_encoded(text, key, "/*");
    else
        text_escaped(text, key);
    xml_close(text, name);
}

struct slice listing_common(const struct listing *listing, struct slice key)
{
    size_t from = listing->prefix.size, n = listing->delimiter.size;
    for (size_t i = from; n > 0 && i + n <= key.size; i++)
        if (memcmp(key.data + i, listing->delimiter.data, n) == 0)
            return (struct slice){key.data, i + n};
    return (struct slice){"", 0};
}

struct slice listing_behind(struct call *call, struct slice prefix)
{
    size_t size = prefix.size;
    while (size > 0 && (unsigned char)prefix.data[size - 1] == 0xff)
        size--;
    char *behind = size == 0 ? NULL : pool_copy(&call->pool, prefix.data, size);
    if (behind == NULL)
        return (struct slice){"", 0};
    behind[size - 1] = (char)(behind[size - 1] + 1);
    return (struct slice){behind, size};
}

/* ---- objects ---- */

/* A list of objects on its way. */
struct objects {
    struct listing listing;
    struct text entries, prefixes;
    struct slice last; /* key or common prefix that was listed last */
    bool truncated, owner, by_marker;
};

static void write_object(struct call *call, struct objects *o, const struct object *object)
{
    struct text *text = &o->entries;
    char modified[SLRUN_TIME_SIZE];
    const json_t *sum = json_object_get(object->info, "sum");
    slrun_time_text(object->modified_ms, 1, modified);
    xml_open(text, "Contents");
    listing_key(&o->listing, text, "Key", object->key);
    xml_element(text, "LastModified", modified);
    xml_element(text, "ETag", call_quoted(call, object->etag));
    xml_element(text, "ChecksumAlgorithm", json_string_value(json_object_get(sum, "kind")));
    xml_element(text, "ChecksumType", json_string_value(json_object_get(sum, "type")));
    xml_number(text, "Size", (long long)object->size);
    if (o->owner)
        xml_owner(text, "Owner", json_string_value(json_object_get(object->info, "owner")));
    xml_element(text, "StorageClass", object_class(object));
    xml_close(text, "Contents");
}

static void write_prefix(const struct listing *listing, struct text *text, struct slice prefix)
{
    xml_open(text, "CommonPrefixes");
    listing_key(listing, text, "Prefix", prefix);
    xml_close(text, "CommonPrefixes");
}

/* Where the walk begins: behind `after`, and behind all of it where it is a common prefix. A marker
 * of version 1 stands for the common prefix that it is in, as recorded. */
static struct slice start_of(struct call *call, const struct objects *o, struct slice after)
{
    if (slice_compare(after, o->listing.prefix) < 0)
        return o->listing.prefix;
    struct slice common = listing_common(&o->listing, after);
    if (common.size > 0 && (o->by_marker || common.size == after.size) &&
        slice_begins(after, o->listing.prefix))
        return listing_behind(call, common);
    const char *next = pool_copy(&call->pool, after.data, after.size); /* a NUL stands behind it */
    return next == NULL || after.size == 0 ? after : (struct slice){next, after.size + 1};
}

static void list(struct call *call, struct objects *o, struct slice after)
{
    struct store *store = call->service->store;
    struct object object;
    o->entries.pool = o->prefixes.pool = &call->pool;
    if (o->listing.max == 0)
        return;
    store_walk(store, call->bucket.id, false, start_of(call, o, after));
    while (store_walk_next(store, &call->pool, &object) &&
           slice_begins(object.key, o->listing.prefix)) {
        o->truncated = o->listing.n == o->listing.max;
        if (o->truncated)
            break;
        struct slice common = listing_common(&o->listing, object.key);
        o->listing.n++;
        o->last = common.size > 0 ? common : object.key;
        if (common.size == 0) {
            write_object(call, o, &object);
            continue;
        }
        write_prefix(&o->listing, &o->prefixes, common);
        struct slice behind = listing_behind(call, common);
        if (behind.size == 0)
            break;
        store_walk(store, call->bucket.id, false, behind);
    }
    store_walk_end(store);
}

/* What both versions begin with. */
static struct text *begin(struct call *call, const struct objects *o)
{
    struct text *text = call_xml(call, "ListBucketResult");
    call_add(call, "x-amz-bucket-region", call->bucket.region);
    xml_element(text, "Name", call->bucket.name);
    listing_key(&o->listing, text, "Prefix", o->listing.prefix);
    if (o->listing.delimiter.size > 0)
        listing_key(&o->listing, text, "Delimiter", o->listing.delimiter);
    xml_number(text, "MaxKeys", o->listing.asked);
    xml_element(text, "EncodingType", o->listing.encoding);
    xml_bool(text, "IsTruncated", o->truncated);
    return text;
}

static void write_entries(struct text *text, const struct objects *o)
{
    text->failed = o->entries.failed || o->prefixes.failed || text->failed;
    text_put(text, o->entries.data, o->entries.size);
    text_put(text, o->prefixes.data, o->prefixes.size);
    xml_close(text, "ListBucketResult");
}

bool op_list_objects(struct call *call)
{
    struct objects o = {.owner = true, .by_marker = true};
    struct slice marker = listing_parameter(call, "marker");
    if (!listing_read(call, &o.listing, "max-keys") || !listing_limit(call, &o.listing, "maxKeys"))
        return false;
    list(call, &o, marker);
    struct text *text = begin(call, &o);
    listing_key(&o.listing, text, "Marker", marker);
    if (o.truncated && o.listing.delimiter.size > 0)
        listing_key(&o.listing, text, "NextMarker", o.last);
    write_entries(text, &o);
    return true;
}

/* ---- version 2 ---- */

static bool read_token(struct call *call, const char *token, struct slice *after)
{
    size_t room = strlen(token) + 1;
    uint8_t *bytes = pool_alloc(&call->pool, room);
    long size = bytes == NULL ? -1 : slrun_base64_read(token, strlen(token), bytes, room);
    if (size <= 0) {
        return fault_argument(&call->fault, "The continuation token provided is incorrect",
                              "continuation-token", NULL);
    }
    *after = (struct slice){(const char *)bytes, (size_t)size};
    return true;
}

static const char *token_of(struct call *call, struct slice key)
{
    char *token = pool_alloc(&call->pool, SLRUN_BASE64_TEXT(key.size));
    if (token != NULL)
        slrun_base64_write(key.data, key.size, token);
    return token;
}

bool op_list_objects_v2(struct call *call)
{
    const char *token = call_query(call, "continuation-token");
    const char *fetch = call_query(call, "fetch-owner");
    struct objects o = {.owner = fetch != NULL && strcmp(fetch, "true") == 0};
    struct slice start = listing_parameter(call, "start-after"), after = start;
    if (!listing_read(call, &o.listing, "max-keys") ||
        (token != NULL && !read_token(call, token, &after)) ||
        !listing_limit(call, &o.listing, "maxKeys"))
        return false;
    list(call, &o, after);
    struct text *text = begin(call, &o);
    xml_number(text, "KeyCount", o.listing.n);
    xml_element(text, "ContinuationToken", token);
    if (o.truncated)
        xml_element(text, "NextContinuationToken", token_of(call, o.last));
    if (token == NULL && call_query(call, "start-after") != NULL)
        listing_key(&o.listing, text, "StartAfter", start);
    write_entries(text, &o);
    return true;
}
