/* SPDX-License-Identifier: Apache-2.0 */
/* RestoreObject. What takes AWS hours is done at once. */
#include "object/restore.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>

#include "event/event.h"

enum { DAYS_MAX = 100000 };
static const int64_t day_ms = INT64_C(86400000);

static bool is_cold(const struct object *object)
{
    const char *class = object_class(object);
    return strcmp(class, "GLACIER") == 0 || strcmp(class, "DEEP_ARCHIVE") == 0;
}

int64_t restore_until(const struct object *object, int64_t now)
{
    int64_t until = json_integer_value(json_object_get(object->info, "restored"));
    return until > now ? until : 0;
}

bool restore_is_archived(const struct object *object, int64_t now)
{
    return is_cold(object) && restore_until(object, now) == 0;
}

static bool wrong_state(struct call *call, const struct object *object, const char *message)
{
    fault_say(&call->fault, FAULT_INVALID_STATE, "%s", message);
    fault_detail(&call->fault, "StorageClass", object_class(object));
    return false;
}

bool restore_may_read(struct call *call, const struct object *object)
{
    return !restore_is_archived(object, call->now) || wrong_state(call, object, "");
}

void restore_add_header(struct call *call, const struct object *object)
{
    int64_t until = restore_until(object, call->now);
    char date[SLRUN_TIME_HTTP_SIZE];
    if (until != 0) {
        slrun_time_http(until, date);
        call_add(call, "x-amz-restore",
                 pool_format(&call->pool, "ongoing-request=\"false\", expiry-date=\"%s\"", date));
    }
}

/* ---- RestoreObject ---- */

static const char *const tiers[] = {"Standard", "Bulk", "Expedited", NULL};
static const struct xml_rule parameters[] = {{"Tier", XML_TEXT, 1, 1, tiers, NULL}, {NULL}};
static const struct xml_rule members[] = {
    {"Days", XML_INTEGER, 1, 1, NULL, NULL},
    {"Description", XML_TEXT, 0, 1, NULL, NULL},
    {"Tier", XML_TEXT, 0, 1, tiers, NULL},
    {"GlacierJobParameters", XML_GROUP, 0, 1, NULL, parameters},
    {NULL}};
static const struct xml_rule request = {"RestoreRequest", XML_GROUP, 1, 1, NULL, members};

static bool read_days(struct call *call, int64_t *days)
{
    if (!xml_valid(call->xml, &request))
        return fault_set(&call->fault, FAULT_MALFORMED_XML);
    *days = strtoll(xml_text(call->xml, "Days"), NULL, 10);
    return (*days > 0 && *days <= DAYS_MAX) ||
           fault_argument(&call->fault, "restoration days should be at least 1", "Days",
                          xml_text(call->xml, "Days"));
}

bool op_restore_object(struct call *call)
{
    struct object object;
    int64_t days = 0;
    if (!read_days(call, &days) || !object_find(call, &object))
        return false;
    if (!is_cold(&object)) {
        return wrong_state(call, &object,
                           "Restore is not allowed for the object's current storage class");
    }
    bool again = restore_until(&object, call->now) != 0;
    /* the next midnight UTC behind it, says the API reference */
    int64_t until = ((call->now + days * day_ms) / day_ms + 1) * day_ms;
    json_object_set_new(object.info, "restored", json_integer(until));
    store_object_set(call->service->store, &object);
    call->status = again ? 200 : 202;
    if (!again) {
        event_note(call, "ObjectRestore:Post", &object);
        event_note(call, "ObjectRestore:Completed", &object);
    }
    return true;
}
