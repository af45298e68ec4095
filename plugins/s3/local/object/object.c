/* SPDX-License-Identifier: Apache-2.0 */
/* Finding objects and putting versions of them. */
#include "object/object.h"

#include <string.h>

#include "bucket/access.h"
#include "event/event.h"
#include "object/intake.h"

#define EMPTY_MD5 "d41d8cd98f00b204e9800998ecf8427e"

/* ---- finding ---- */

static bool missing(struct call *call, const struct object *object)
{
    bool version = object->version != NULL;
    fault_set(&call->fault, version ? FAULT_NO_VERSION : FAULT_NO_KEY);
    fault_detail(&call->fault, "Key", object->key.data);
    if (version)
        fault_detail(&call->fault, "VersionId", object->version);
    return false;
}

/* 32 characters as call_new_id() makes them, or null: any other can be no version. */
static bool is_version(const char *version)
{
    return strcmp(version, "null") == 0 || call_is_id(version);
}

bool object_find_at(struct call *call, const struct bucket *bucket, struct object *object)
{
    const char *version = object->version;
    object->bucket = bucket->id;
    if (version != NULL && !is_version(version))
        return fault_argument(&call->fault, "Invalid version id specified", "versionId", version);
    return store_object(call->service->store, &call->pool, object) || missing(call, object);
}

/* The object of the request, or the version that versionId names, a delete marker too. */
static bool object_find_any(struct call *call, struct object *object)
{
    *object = (struct object){.key = call->address.key, .version = call_query(call, "versionId")};
    if (call->object.id != 0) {
        *object = call->object;
        return true;
    }
    return object_find_at(call, &call->bucket, object);
}

bool object_find(struct call *call, struct object *object)
{
    /* tags are asked for as those of a version, also without naming it */
    bool by_version = call_query(call, "versionId") != NULL || call_query(call, "tagging") != NULL;
    bool reads = strcmp(call->x->method, "GET") == 0 || call_is_head(call);
    if (!object_find_any(call, object))
        return false;
    if (!object->marker)
        return true;
    call_add(call, "x-amz-delete-marker", "true");
    object_add_version(call, object);
    if (by_version || !reads) {
        fault_set(&call->fault, FAULT_METHOD_NOT_ALLOWED);
        fault_detail(&call->fault, "Method", call->x->method);
        fault_detail(&call->fault, "ResourceType", "DeleteMarker");
        call_add(call, "Allow", "DELETE");
        return false;
    }
    fault_set(&call->fault, FAULT_NO_KEY);
    fault_detail(&call->fault, "Key", object->key.data);
    return false;
}

/* ---- writing ---- */

bool object_knows_conditions(struct call *call)
{
    const char *match = call_header(call, "If-Match"), *none = call_header(call, "If-None-Match");
    const char *why = NULL, *header = NULL;
    if (match != NULL && none != NULL) {
        header = "If-Match,If-None-Match";
        why = "Multiple conditional request headers present in the request";
    } else if (none != NULL && strcmp(none, "*") != 0) {
        header = "If-None-Match";
        why = "We don't accept the provided value of If-None-Match header for this API";
    } else if (match != NULL && strcmp(match, "*") == 0) {
        header = "If-Match";
        why = "We don't accept the provided value of If-Match header for this API";
    } else {
        return true;
    }
    fault_set(&call->fault, FAULT_NOT_IMPLEMENTED);
    fault_detail(&call->fault, "Header", header);
    fault_detail(&call->fault, "additionalMessage", why);
    return false;
}

bool object_may_write(struct call *call)
{
    const char *match = call_header(call, "If-Match"), *none = call_header(call, "If-None-Match");
    struct object old = {.bucket = call->bucket.id, .key = call->address.key};
    if (match == NULL && none == NULL)
        return true;
    if (!object_knows_conditions(call))
        return false;
    bool found = store_object(call->service->store, &call->pool, &old) && !old.marker;
    if (match != NULL && !found) {
        fault_set(&call->fault, FAULT_NO_KEY);
        fault_detail(&call->fault, "Key", call->address.key.data);
        return false;
    }
    if (match != NULL ? conditional_match(match, old.etag) : !found)
        return true;
    fault_set(&call->fault, FAULT_PRECONDITION_FAILED);
    fault_detail(&call->fault, "Condition", match != NULL ? "If-Match" : "If-None-Match");
    return false;
}

void object_add_version(struct call *call, const struct object *object)
{
    if (call->bucket.versioning != VERSIONING_NEVER || strcmp(object->version, "null") != 0)
        call_add(call, "x-amz-version-id", object->version);
}

void object_put(struct call *call, struct object *object)
{
    struct store *store = call->service->store;
    bool enabled = call->bucket.versioning == VERSIONING_ENABLED;
    object->bucket = call->bucket.id;
    object->version = enabled ? call_new_id(call) : "null";
    if (object->id == 0)
        object->modified_ms = call->now;
    if (object->version != NULL) {
        if (object->id == 0)
            store_object_add(store, object);
        else
            store_object_add_at(store, object);
        if (object->marker) {
            struct object told = *object;
            told.etag = EMPTY_MD5;
            event_note(call, "ObjectRemoved:DeleteMarkerCreated", &told);
        } else {
            event_note_created(call, object);
        }
        call_add(call, "x-amz-version-id", enabled ? object->version : NULL);
    }
}

/* ---- what it is ---- */

const char *object_class(const struct object *object)
{
    const char *class = json_string_value(json_object_get(object->info, "class"));
    return class == NULL ? "STANDARD" : class;
}

const char *object_header(const json_t *info, const char *name)
{
    const char *value = json_string_value(json_object_get(json_object_get(info, "headers"), name));
    bool type = value == NULL && strcmp(name, "Content-Type") == 0;
    return type ? OBJECT_TYPE_DEFAULT : value;
}

json_t *object_headers(const json_t *info)
{
    json_t *stored = json_object_get(info, "headers"), *all = json_object();
    json_object_set_new(all, "Content-Type", json_string(OBJECT_TYPE_DEFAULT));
    if (stored != NULL)
        json_object_update(all, stored);
    return all;
}

void object_set_checksum(json_t *info, enum s3_checksum_kind kind, const char *type,
                         const char *value)
{
    json_t *sum = kind == SUM_NONE ? NULL : json_object();
    if (sum != NULL) {
        json_object_set_new(sum, "kind", json_string(s3_checksum_names[kind]));
        json_object_set_new(sum, "type", json_string(type));
        json_object_set_new(sum, "value", json_string(value));
        json_object_set_new(info, "sum", sum);
    }
}

void object_add_checksum(struct call *call, const json_t *info)
{
    const json_t *sum = json_object_get(info, "sum");
    enum s3_checksum_kind kind = sum_kind(json_string_value(json_object_get(sum, "kind")));
    if (kind != SUM_NONE) {
        call_add(call, s3_checksum_headers[kind], json_string_value(json_object_get(sum, "value")));
        call_add(call, "x-amz-checksum-type", json_string_value(json_object_get(sum, "type")));
    }
}

void object_write_checksum(struct text *text, const json_t *info)
{
    const json_t *sum = json_object_get(info, "sum");
    enum s3_checksum_kind kind = sum_kind(json_string_value(json_object_get(sum, "kind")));
    if (kind != SUM_NONE) {
        xml_element(text, s3_checksum_elements[kind],
                    json_string_value(json_object_get(sum, "value")));
        xml_element(text, "ChecksumType", json_string_value(json_object_get(sum, "type")));
    }
}
