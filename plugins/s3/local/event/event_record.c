/* SPDX-License-Identifier: Apache-2.0 */
/* Messages about events (user guide, "Event message structure", "EventBridge event structure"). */
#include "event/event.h"

#include <string.h>

#include <slrun/time.h>

#define RESTORES "ObjectRestore:"
#define RESTORED "ObjectRestore:Completed"
#define MOVED    "LifecycleTransition"

static json_t *put(json_t *object, const char *name, json_t *value)
{
    (void)json_object_set_new(object, name, value);
    return object;
}

/* As in a form: a space is a plus sign. */
static json_t *encoded(const struct call *call, struct slice key)
{
    struct text text = {.pool = (struct pool *)(uintptr_t)&call->pool};
    text_encoded(&text, key, "/ ");
    for (char *c = text.data; c != NULL && *c != '\0'; c++)
        *c = *c == ' ' ? '+' : *c;
    return json_string(text.data == NULL ? "" : text.data);
}

/* Tags and ACLs have no size and no sequencer. */
static bool is_of_content(const struct event *event)
{
    return strncmp(event->name, "ObjectTagging:", strlen("ObjectTagging:")) != 0 &&
           strncmp(event->name, "ObjectAcl:", strlen("ObjectAcl:")) != 0;
}

static json_t *object_of(const struct call *call, const struct event *event)
{
    json_t *object = put(json_object(), "key", encoded(call, event->key));
    if (event->sized)
        put(object, "size", json_integer((json_int_t)event->size));
    if (event->etag != NULL)
        put(object, "eTag", json_string(event->etag));
    if (event->version != NULL)
        put(object, "versionId", json_string(event->version));
    if (is_of_content(event))
        put(object, "sequencer", json_string(event->sequencer));
    return object;
}

static json_t *who(const char *id)
{
    return json_pack("{s:s}", "principalId", id);
}

static json_t *bucket_of(const struct call *call)
{
    char owner[OWNER_SIZE];
    call_owner_of(call, call->bucket.account, owner);
    return json_pack("{s:s, s:o, s:o}", "name", call->bucket.name, "ownerIdentity", who(owner),
                     "arn", json_sprintf("arn:aws:s3:::%s", call->bucket.name));
}

static json_t *requester(const struct call *call)
{
    json_t *id = json_sprintf("AWS:%s", call->account);
    json_t *identity = call->by_itself != NULL ? who(call->by_itself)
                       : call->anonymous       ? who("Anonymous")
                                               : json_pack("{s:O}", "principalId", id);
    json_decref(id);
    return identity;
}

json_t *event_record(const struct call *call, const struct event *event, const char *id)
{
    char time[SLRUN_TIME_SIZE];
    json_t *s3 = json_pack("{s:s, s:s, s:o, s:o}", "s3SchemaVersion", "1.0", "configurationId", id,
                           "bucket", bucket_of(call), "object", object_of(call, event));
    slrun_time_text(call->now, 1, time);
    json_t *record = json_pack(
        "{s:s, s:s, s:s, s:s, s:s, s:o, s:{s:s}, s:{s:s, s:s}, s:o}", "eventVersion",
        is_of_content(event) && call->by_itself == NULL ? "2.1" : "2.3", "eventSource", "aws:s3",
        "awsRegion", call->bucket.region, "eventTime", time, "eventName", event->name,
        "userIdentity", requester(call), "requestParameters", "sourceIPAddress",
        call->by_itself != NULL ? call->by_itself : "127.0.0.1", "responseElements",
        "x-amz-request-id", call->x->request_id, "x-amz-id-2", call->x->request_id, "s3", s3);
    if (strcmp(event->name, MOVED) == 0) {
        put(record, "lifecycleEventData",
            json_pack("{s:{s:s}}", "transitionEventData", "destinationStorageClass", event->class));
    }
    if (strcmp(event->name, RESTORED) == 0) {
        slrun_time_text(event->until_ms, 1, time);
        put(record, "glacierEventData",
            json_pack("{s:{s:s, s:s}}", "restoreEventData", "lifecycleRestorationExpiryTime", time,
                      "lifecycleRestoreStorageClass", event->class));
    }
    return record;
}

json_t *event_test(const struct call *call)
{
    char time[SLRUN_TIME_SIZE];
    slrun_time_text(call->now, 1, time);
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s}", "Service", "Amazon S3", "Event",
                     "s3:TestEvent", "Time", time, "Bucket", call->bucket.name, "RequestId",
                     call->x->request_id, "HostId", call->x->request_id);
}

/* ---- Amazon EventBridge ---- */

static const struct bridge_name {
    const char *event, *type, *deletion;
} bridge_names[] = {
    {"ObjectCreated:", "Object Created", NULL},
    {"ObjectRemoved:DeleteMarkerCreated", "Object Deleted", "Delete Marker Created"},
    {"ObjectRemoved:", "Object Deleted", "Permanently Deleted"},
    {"LifecycleExpiration:DeleteMarkerCreated", "Object Deleted", "Delete Marker Created"},
    {"LifecycleExpiration:", "Object Deleted", "Permanently Deleted"},
    {MOVED, "Object Storage Class Changed", NULL},
    {"ObjectTagging:Put", "Object Tags Added", NULL},
    {"ObjectTagging:Delete", "Object Tags Deleted", NULL},
    {"ObjectAcl:", "Object ACL Updated", NULL},
    {RESTORED, "Object Restore Completed", NULL},
    {RESTORES, "Object Restore Initiated", NULL},
};

static const struct bridge_name *bridge_name(const struct event *event)
{
    const struct bridge_name *name = bridge_names;
    while (strncmp(event->name, name->event, strlen(name->event)) != 0)
        name++;
    return name;
}

/* Which operation it was, as EventBridge has it. */
static const char *reason(const struct call *call, const struct bridge_name *name)
{
    const char *operation = call->operation->name;
    return call->by_itself != NULL                ? operation
           : name->deletion != NULL               ? "DeleteObject"
           : strcmp(operation, "PostObject") == 0 ? "POST Object"
                                                  : operation;
}

static void add_restoration(json_t *detail, const struct event *event)
{
    char time[SLRUN_TIME_SIZE];
    put(detail, "source-storage-class", json_string(event->class));
    if (strcmp(event->name, RESTORED) == 0) {
        slrun_time_text(event->until_ms, 1, time);
        put(detail, "restore-expiry-time", json_string(time));
        (void)json_object_del(detail, "source-ip-address");
    }
}

json_t *event_detail(const struct call *call, const struct event *event, const char **type)
{
    const struct bridge_name *name = bridge_name(event);
    json_t *object = json_pack("{s:o}", "key", json_stringn(event->key.data, event->key.size));
    json_t *detail =
        json_pack("{s:s, s:{s:s}, s:O, s:s, s:s, s:s}", "version", "0", "bucket", "name",
                  call->bucket.name, "object", object, "request-id", call->x->request_id,
                  "requester", call->by_itself != NULL ? call->by_itself : call->account,
                  "source-ip-address", "127.0.0.1");
    if (call->by_itself != NULL)
        (void)json_object_del(detail, "source-ip-address");
    if (event->sized)
        put(object, "size", json_integer((json_int_t)event->size));
    if (event->etag != NULL)
        put(object, "etag", json_string(event->etag));
    if (event->version != NULL)
        put(object, "version-id", json_string(event->version));
    if (strncmp(event->name, RESTORES, strlen(RESTORES)) == 0) {
        add_restoration(detail, event);
    } else if (strcmp(event->name, MOVED) == 0) {
        put(detail, "destination-storage-class", json_string(event->class));
    } else if (is_of_content(event)) {
        put(object, "sequencer", json_string(event->sequencer));
        put(detail, "reason", json_string(reason(call, name)));
    }
    if (name->deletion != NULL)
        put(detail, "deletion-type", json_string(name->deletion));
    json_decref(object);
    *type = name->type;
    return detail;
}
