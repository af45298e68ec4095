/* SPDX-License-Identifier: Apache-2.0 */
/* CopyObject. */
#include "object/copy.h"

#include <string.h>

#include <slrun/time.h>

#include "bucket/access.h"
#include "bucket/lifecycle.h"
#include "bucket/tags.h"
#include "object/gather.h"
#include "object/object.h"
#include "object/restore.h"
#include "object/sse.h"
#include "utf8.h"

#define REDIRECT "x-amz-website-redirect-location"

static bool bad_source(struct call *call, const char *text)
{
    return fault_argument(&call->fault,
                          "Copy Source must mention the source bucket and key: "
                          "sourcebucket/sourcekey",
                          "x-amz-copy-source", text);
}

/* "/bucket/key?versionId=ID": the version is apart before the percent-decoding, the rest decoded
 * once, as in a form: Go encodes a space as "+", and S3 takes it so (LocalStack tried it on AWS).
 */
static bool parse(struct call *call, const char **bucket, struct object *object)
{
    const char *text = call_header(call, "x-amz-copy-source");
    const char *version = strstr(text, "?versionId="), *start = text + (text[0] == '/');
    size_t size = version == NULL ? strlen(start) : (size_t)(version - start);
    struct slice source = percent_decode(&call->pool, (struct slice){start, size}, true);
    const char *slash = source.data == NULL ? NULL : memchr(source.data, '/', source.size);
    if (slash == NULL || slash == source.data || slash + 1 == source.data + source.size)
        return bad_source(call, text);
    *bucket = pool_copy(&call->pool, source.data, (size_t)(slash - source.data));
    object->key = (struct slice){slash + 1, source.size - (size_t)(slash + 1 - source.data)};
    object->version = version == NULL ? NULL : version + strlen("?versionId=");
    return *bucket != NULL || call_internal(call);
}

bool copy_source(struct call *call, struct copy_source *source)
{
    const char *name = NULL;
    *source = (struct copy_source){.object = {.id = 0}};
    if (!parse(call, &name, &source->object) || !call_find_bucket(call, name, &source->bucket))
        return false;
    bool by_version = source->by_version = source->object.version != NULL;
    if (!access_expected_owner(call, "x-amz-source-expected-bucket-owner", &source->bucket))
        return false;
    if (!object_find_at(call, &source->bucket, &source->object))
        return false;
    if (source->object.marker) {
        return by_version ? fault_say(&call->fault, FAULT_INVALID_REQUEST,
                                      "The source of a copy request may not specifically refer to "
                                      "a delete marker by version id.")
                          : fault_set(&call->fault, FAULT_NO_KEY);
    }
    const struct access_ask ask = {.bucket = &source->bucket,
                                   .key = source->object.key,
                                   .action = by_version ? "s3:GetObjectVersion" : "s3:GetObject",
                                   .permission = PERMISSION_READ,
                                   .object = &source->object};
    if (!access_allowed(call, &ask) || !conditional_copy(call, &source->object))
        return false;
    if (restore_is_archived(&source->object, call->now))
        return fault_set(&call->fault, FAULT_NOT_ACTIVE);
    return sse_may_copy(call, source->object.info);
}

/* ---- CopyObject ---- */

/* What S3 calls it: "metadata". */
static bool directive(struct call *call, const char *name, bool *replace)
{
    const char *header = pool_format(&call->pool, "x-amz-%s-directive", name);
    const char *word = header == NULL ? NULL : call_header(call, header);
    *replace = word != NULL && strcmp(word, "REPLACE") == 0;
    return word == NULL || *replace || strcmp(word, "COPY") == 0 ||
           fault_argument(&call->fault, pool_format(&call->pool, "Unknown %s directive.", name),
                          header, word);
}

static bool changes_something(struct call *call, bool replace_meta, bool replace_tags)
{
    static const char *const headers[] = {"x-amz-storage-class", "x-amz-server-side-encryption",
                                          REDIRECT,
                                          "x-amz-server-side-encryption-customer-algorithm"};
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
        if (call_header(call, headers[i]) != NULL)
            return true;
    return replace_meta || replace_tags;
}

/* Onto itself it is no copy, unless it names the version that a new one is made of, or what is
 * written is encrypted as the bucket was told to. */
static bool onto_itself(struct call *call, const struct copy_source *source)
{
    bool new_version = source->by_version && call->bucket.versioning != VERSIONING_NEVER;
    return source->bucket.id == call->bucket.id && source->object.latest && !new_version &&
           slice_compare(source->object.key, call->address.key) == 0 &&
           store_config(call->service->store, &call->pool, call->bucket.id, "encryption").data ==
               NULL;
}

/* A redirection is not copied (API reference, CopyObject): the new object has its own. */
static json_t *copied_headers(struct call *call, const json_t *info)
{
    const char *redirect = call_header(call, REDIRECT);
    json_t *headers = object_headers(info);
    json_object_del(headers, REDIRECT);
    if (redirect != NULL)
        json_object_set_new(headers, REDIRECT, json_string(redirect));
    return headers;
}

/* The new object's facts: what the directives keep comes from the source. */
static json_t *new_info(struct call *call, const struct copy_source *source, bool replace_meta,
                        bool replace_tags)
{
    static const char *const kept[] = {"meta", "latin"};
    json_t *info = pool_json(&call->pool, json_object());
    if (replace_meta && !object_info_headers(call, info))
        return NULL;
    if (!replace_meta)
        json_object_set_new(info, "headers", copied_headers(call, source->object.info));
    for (size_t i = 0; !replace_meta && i < sizeof kept / sizeof *kept; i++)
        json_object_set(info, kept[i], json_object_get(source->object.info, kept[i]));
    json_t *tags = json_object_get(source->object.info, "tags");
    if (replace_tags ? !tags_read_header(call, info)
                     : tags != NULL && json_object_set(info, "tags", tags) != 0)
        return NULL;
    return object_info_rest(call, info) ? info : NULL;
}

/* The bytes are shared, unless they have to be summed anew. LATER: op_copy_object() is run again.
 */
static enum gathered take_content(struct call *call, const struct copy_source *source,
                                  struct object *object)
{
    struct store *store = call->service->store;
    const char *wanted = call_header(call, "x-amz-checksum-algorithm");
    json_t *sum = json_object_get(source->object.info, "sum");
    const char *have = json_string_value(json_object_get(sum, "kind"));
    const char *type = json_string_value(json_object_get(sum, "type"));
    bool composite = type != NULL && strcmp(type, "COMPOSITE") == 0;
    bool parts = json_object_get(source->object.info, "parts") != NULL;
    object->size = source->object.size;
    if (!composite && !parts && (wanted == NULL || (have != NULL && strcmp(wanted, have) == 0))) {
        object->content = source->object.content;
        object->etag = sse_etag(call, object->info, source->object.etag);
        store_content_share(store, object->content);
        if (sum != NULL)
            json_object_set(object->info, "sum", sum);
        return object->etag != NULL || call_internal(call) ? GATHER_DONE : GATHER_FAILED;
    }
    enum s3_checksum_kind kind = sum_kind(wanted != NULL ? wanted : have);
    const struct gather_span all = {source->object.content, 0, source->object.size};
    const struct gather order = {.spans = &all, .n = 1, .hashed = true, .kind = kind};
    enum gathered gathered = gather(call, &order);
    if (gathered != GATHER_DONE)
        return gathered;
    object->etag = sse_etag(call, object->info, call->ingest.etag);
    object_set_checksum(object->info, kind, "FULL_OBJECT", call->ingest.checksum);
    object->content = ingest_keep(&call->ingest);
    return (object->content != 0 && object->etag != NULL) || call_internal(call) ? GATHER_DONE
                                                                                 : GATHER_FAILED;
}

static void answer(struct call *call, const struct object *object)
{
    char modified[SLRUN_TIME_SIZE];
    struct text *text = call_xml(call, "CopyObjectResult");
    slrun_time_text(call->now, 1, modified);
    xml_element(text, "LastModified", modified);
    xml_element(text, "ETag", call_quoted(call, object->etag));
    object_write_checksum(text, object->info);
    xml_close(text, "CopyObjectResult");
}

static bool has_no_range(struct call *call)
{
    const char *range = call_header(call, "Range");
    return range == NULL ||
           fault_argument(&call->fault, "RANGE is not supported in Copy!", "Range", range);
}

bool op_copy_object(struct call *call)
{
    struct copy_source source;
    struct object object = {.key = call->address.key};
    bool replace_meta, replace_tags;
    if (!has_no_range(call) || !directive(call, "metadata", &replace_meta) ||
        !directive(call, "tagging", &replace_tags) || !copy_source(call, &source) ||
        !object_may_write(call))
        return false;
    if (onto_itself(call, &source) && !changes_something(call, replace_meta, replace_tags)) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "This copy request is illegal because it is trying to copy an object to "
                         "itself without changing the object's metadata, storage class, website "
                         "redirect location or encryption attributes.");
    }
    object.info = new_info(call, &source, replace_meta, replace_tags);
    enum gathered gathered =
        object.info == NULL ? GATHER_FAILED : take_content(call, &source, &object);
    if (gathered != GATHER_DONE)
        return gathered == GATHER_LATER;
    bool versioned = source.bucket.versioning != VERSIONING_NEVER;
    call_add(call, "x-amz-copy-source-version-id", versioned ? source.object.version : NULL);
    object_put(call, &object);
    lifecycle_add_expiration(call, &object);
    sse_add_headers(call, object.info);
    answer(call, &object);
    return true;
}
