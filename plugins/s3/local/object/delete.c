/* SPDX-License-Identifier: Apache-2.0 */
/* Deleting (user guide, "Deleting object versions from a versioning-enabled bucket"). */
#include "object/delete.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bucket/access.h"
#include "date.h"
#include "event/event.h"
#include "object/lock.h"
#include "object/object.h"

enum { DELETE_MAX = 1000 };

/* What is to go, and what became of it. */
struct deletion {
    struct slice key;
    const char *version;         /* NULL: the latest is hidden by a marker, or goes */
    const char *etag;            /* If-Match, or NULL */
    const char *size, *modified; /* further conditions, or NULL */
    bool marker;                 /* a delete marker was made, or removed */
    const char *marker_version;
};

static bool conditions_hold(struct call *call, const struct deletion *d,
                            const struct object *object, bool found)
{
    int64_t ms;
    if (d->etag == NULL && d->size == NULL && d->modified == NULL)
        return true;
    if (!found || object->marker) {
        if (strcmp(d->etag == NULL ? "" : d->etag, "*") != 0 || found) {
            fault_set(&call->fault, d->version != NULL ? FAULT_NO_VERSION : FAULT_NO_KEY);
            fault_detail(&call->fault, "Key", d->key.data);
            return false;
        }
        return true;
    }
    bool same = (d->etag == NULL || conditional_match(d->etag, object->etag)) &&
                (d->size == NULL || strtoull(d->size, NULL, 10) == object->size) &&
                (d->modified == NULL ||
                 (date_read_http(d->modified, &ms) && ms / 1000 == object->modified_ms / 1000));
    if (!same) {
        fault_set(&call->fault, FAULT_PRECONDITION_FAILED);
        fault_detail(&call->fault, "Condition", "If-Match");
    }
    return same;
}

static bool delete_version(struct call *call, struct deletion *d, const struct object *object,
                           bool found)
{
    if (!found)
        return true;
    if (!object->marker && !lock_may_delete(call, object))
        return false;
    d->marker = object->marker;
    d->marker_version = object->marker ? object->version : NULL;
    store_object_remove(call->service->store, object);
    event_note(call, "ObjectRemoved:Delete",
               &(struct object){.key = object->key, .version = object->version});
    return true;
}

static bool put_marker(struct call *call, struct deletion *d)
{
    struct object marker = {
        .key = d->key,
        .marker = true,
        .etag = "",
        .info = pool_json(&call->pool,
                          json_pack("{s:s}", "owner", call->anonymous ? "" : call->owner))};
    size_t headers = call->n_headers;
    object_put(call, &marker);
    call->n_headers = headers; /* the answer says it in its own way */
    d->marker = true;
    d->marker_version = marker.version;
    return marker.version != NULL || call_internal(call);
}

static bool delete_one(struct call *call, struct deletion *d)
{
    struct store *store = call->service->store;
    struct object object = {.bucket = call->bucket.id, .key = d->key, .version = d->version};
    bool null = d->version != NULL && strcmp(d->version, "null") == 0;
    if (d->version != NULL && !null && !call_is_id(d->version)) {
        return fault_argument(&call->fault, "Invalid version id specified", "versionId",
                              d->version);
    }
    bool found = store_object(store, &call->pool, &object);
    if (!conditions_hold(call, d, &object, found))
        return false;
    if (d->version != NULL)
        return delete_version(call, d, &object, found);
    if (call->bucket.versioning == VERSIONING_NEVER) {
        if (found) {
            store_object_remove(store, &object);
            event_note(call, "ObjectRemoved:Delete", &(struct object){.key = object.key});
        }
        return true;
    }
    return put_marker(call, d);
}

bool op_delete_object(struct call *call)
{
    struct deletion d = {.key = call->address.key,
                         .version = call_query(call, "versionId"),
                         .etag = call_header(call, "If-Match"),
                         .size = call_header(call, "x-amz-if-match-size"),
                         .modified = call_header(call, "x-amz-if-match-last-modified-time")};
    if (!delete_one(call, &d))
        return false;
    call->status = 204;
    call_add(call, "x-amz-delete-marker", d.marker ? "true" : NULL);
    call_add(call, "x-amz-version-id", d.version != NULL ? d.version : d.marker_version);
    return true;
}

/* ---- many ---- */

static const struct xml_rule object_rules[] = {
    {"Key", XML_TEXT, 1, 1, NULL, NULL},     {"VersionId", XML_TEXT, 0, 1, NULL, NULL},
    {"ETag", XML_TEXT, 0, 1, NULL, NULL},    {"LastModifiedTime", XML_TEXT, 0, 1, NULL, NULL},
    {"Size", XML_INTEGER, 0, 1, NULL, NULL}, {NULL}};
static const struct xml_rule delete_rules[] = {
    {"Object", XML_GROUP, 1, DELETE_MAX, NULL, object_rules},
    {"Quiet", XML_TEXT, 0, 1, NULL, NULL},
    {NULL}};
static const struct xml_rule document_rule = {"Delete", XML_GROUP, 1, 1, NULL, delete_rules};

static void write_deleted(struct text *text, const struct deletion *d)
{
    xml_open(text, "Deleted");
    xml_slice(text, "Key", d->key);
    xml_element(text, "VersionId", d->version);
    if (d->marker) {
        xml_element(text, "DeleteMarker", "true");
        xml_element(text, "DeleteMarkerVersionId", d->marker_version);
    }
    xml_close(text, "Deleted");
}

static void write_error(struct call *call, struct text *text, const struct deletion *d)
{
    xml_open(text, "Error");
    xml_slice(text, "Key", d->key);
    xml_element(text, "VersionId", d->version);
    xml_element(text, "Code", fault_code(&call->fault));
    xml_element(text, "Message", fault_message(&call->fault));
    xml_close(text, "Error");
}

static bool may_delete(struct call *call, const struct deletion *d)
{
    return access_allowed(call, &(struct access_ask){.bucket = &call->bucket,
                                                     .key = d->key,
                                                     .action = d->version != NULL
                                                                   ? "s3:DeleteObjectVersion"
                                                                   : "s3:DeleteObject",
                                                     .permission = PERMISSION_WRITE});
}

/* Among several, a version that S3 never gave is one that is not there. */
static bool is_given(struct call *call, const struct deletion *d)
{
    return d->version == NULL || strcmp(d->version, "null") == 0 || call_is_id(d->version) ||
           fault_set(&call->fault, FAULT_NO_VERSION);
}

/* Whoever asks for that must say what the body is, which is looked at before it. */
static bool is_summed(struct call *call)
{
    for (int i = 0; i < S3_CHECKSUM_KINDS; i++)
        if (call_header(call, s3_checksum_headers[i]) != NULL)
            return true;
    return call_header(call, "Content-MD5") != NULL || call_header(call, "x-amz-trailer") != NULL;
}

bool op_delete_objects(struct call *call)
{
    if (!is_summed(call)) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "Missing required header for this request: Content-MD5 OR "
                         "x-amz-checksum-*");
    }
    if (call->body.size == 0)
        return fault_set(&call->fault, FAULT_MISSING_BODY);
    if (call->xml == NULL || !xml_valid(call->xml, &document_rule))
        return fault_set(&call->fault, FAULT_MALFORMED_XML);
    bool quiet = xml_is_true(call->xml, "Quiet");
    struct text *text = call_xml(call, "DeleteResult");
    for (const struct xml_node *o = xml_child(call->xml, "Object"); o != NULL; o = xml_again(o)) {
        struct deletion d = {.key = xml_child(o, "Key")->text,
                             .version = xml_text(o, "VersionId"),
                             .etag = xml_text(o, "ETag"),
                             .size = xml_text(o, "Size"),
                             .modified = xml_text(o, "LastModifiedTime")};
        if (d.version != NULL && d.version[0] == '\0')
            d.version = NULL;
        if (!may_delete(call, &d) || !is_given(call, &d) || !delete_one(call, &d)) {
            write_error(call, text, &d);
            fault_set(&call->fault, FAULT_NONE);
        } else if (!quiet) {
            write_deleted(text, &d);
        }
    }
    xml_close(text, "DeleteResult");
    return true;
}
