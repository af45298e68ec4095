/* SPDX-License-Identifier: Apache-2.0 */
/* Which events concern whom. */
#include "event/event.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "object/restore.h"

/* The bucket's configuration, read once a request; NULL: it has none. */
static const struct xml_node *configuration(struct call *call)
{
    if (!call->notified) {
        call->notified = true;
        call->notification =
            store_config_xml(call->service->store, &call->pool, call->bucket.id, "notification");
    }
    return call->notification;
}

void event_note(struct call *call, const char *name, const struct object *object)
{
    const struct xml_node *told = configuration(call);
    struct event *event =
        told == NULL || told->first == NULL ? NULL : pool_alloc(&call->pool, sizeof *event);
    bool sized = strncmp(name, "ObjectCreated:", strlen("ObjectCreated:")) == 0 ||
                 strncmp(name, "ObjectRestore:", strlen("ObjectRestore:")) == 0;
    bool versioned = call->bucket.versioning != VERSIONING_NEVER && object->version != NULL;
    if (event == NULL)
        return;
    *event = (struct event){.name = name,
                            .configuration = told,
                            .key = object->key,
                            .version = versioned ? object->version : NULL,
                            .etag = object->etag,
                            .class = object_class(object),
                            .until_ms = restore_until(object, call->now),
                            .sized = sized,
                            .size = object->size};
    /* greater than the one before, also within a millisecond */
    uint64_t now = (uint64_t)call->now << 16, *last = &call->service->told;
    *last = *last < now ? now : *last + 1;
    (void)snprintf(event->sequencer, sizeof event->sequencer, "00%016" PRIX64, *last);
    struct event **at = &call->events;
    while (*at != NULL)
        at = &(*at)->next;
    *at = event;
}

void event_note_created(struct call *call, const struct object *object)
{
    static const struct {
        const char *operation, *event;
    } names[] = {{"PutObject", "ObjectCreated:Put"},
                 {"PostObject", "ObjectCreated:Post"},
                 {"CopyObject", "ObjectCreated:Copy"},
                 {"CompleteMultipartUpload", "ObjectCreated:CompleteMultipartUpload"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(call->operation->name, names[i].operation) == 0)
            event_note(call, names[i].event, object);
}

/* "s3:ObjectCreated:*", "s3:ObjectCreated:Put" */
static bool wants_name(const struct xml_node *target, const char *name)
{
    for (const struct xml_node *e = xml_child(target, "Event"); e != NULL; e = xml_again(e)) {
        const char *wanted = e->text.data + strlen("s3:");
        size_t n = strcspn(wanted, "*");
        if (wanted[n] == '*' ? strncmp(wanted, name, n) == 0 : strcmp(wanted, name) == 0)
            return true;
    }
    return false;
}

static bool ends(struct slice key, struct slice suffix)
{
    return key.size >= suffix.size &&
           memcmp(key.data + key.size - suffix.size, suffix.data, suffix.size) == 0;
}

/* Names of rules in any case. */
static bool wants_key(const struct xml_node *target, struct slice key)
{
    const struct xml_node *rules = xml_child(xml_child(target, "Filter"), "S3Key");
    for (const struct xml_node *r = xml_child(rules, "FilterRule"); r != NULL; r = xml_again(r)) {
        struct slice value = xml_child(r, "Value")->text;
        bool prefix = strcasecmp(xml_text(r, "Name"), "prefix") == 0;
        if (prefix ? !slice_begins(key, value) : !ends(key, value))
            return false;
    }
    return true;
}

/* Whether it asks for some event of that sort, such as "ObjectCreated:". */
static bool wants_sort(const struct xml_node *target, const char *name)
{
    size_t n = strcspn(name, ":") + 1;
    for (const struct xml_node *e = xml_child(target, "Event"); e != NULL; e = xml_again(e))
        if (strncmp(e->text.data + strlen("s3:"), name, n) == 0)
            return true;
    return false;
}

/* Those that ask for such events have let this one pass by. */
static void tell_left(const struct call *call, const struct event *event, size_t n)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    char why[128];
    json_t *what = json_pack("{s:o, s:s%}", "event", json_sprintf("s3:%s", event->name), "key",
                             event->key.data, event->key.size);
    (void)snprintf(why, sizeof why, "of its %zu notification%s of %.*s none is for it", n,
                   n == 1 ? "" : "s", (int)strcspn(event->name, ":"), event->name);
    if (what != NULL)
        cloud->left_out(cloud, &(struct slrun_left_out){"bucket", call->bucket.name, why, what});
    json_decref(what);
}

static void send(const struct call *call, const struct event *event)
{
    size_t meant = 0, sent = 0;
    for (const struct xml_node *t = event->configuration->first; t != NULL; t = t->next) {
        meant += wants_sort(t, event->name);
        if (strcmp(t->name, "EventBridgeConfiguration") == 0) {
            event_send_bridge(call, event);
            sent++;
        } else if (wants_name(t, event->name) && wants_key(t, event->key)) {
            json_t *record = event_record(call, event, xml_text(t, "Id"));
            json_t *message = json_pack("{s:[o]}", "Records", record);
            event_send(call, t, message);
            json_decref(message);
            sent++;
        }
    }
    if (meant > 0 && sent == 0)
        tell_left(call, event, meant);
}

void event_send_all(struct call *call)
{
    for (const struct event *event = call->events; event != NULL; event = event->next)
        send(call, event);
}
