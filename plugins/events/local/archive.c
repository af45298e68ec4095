/* SPDX-License-Identifier: Apache-2.0 */
/* Archives: the events of a bus, kept to be put on it again (User Guide, "Archiving and replaying
 * events"). Texts of errors are those that LocalStack recorded at AWS. */
#include "local/archive.h"

#include <stdlib.h>
#include <string.h>

#include "local/thing.h"

#define KIND "archive"

enum { EVENTS_MAX = 10000 /* of an archive; the oldest go */ };

static json_t *named(struct slrun_json_call *call)
{
    const char *name = call_text(call, "ArchiveName");
    json_t *doc = thing_find(call, KIND, name);
    return doc ? doc
               : call_fail(call, "ResourceNotFoundException", "Archive %s does not exist.", name);
}

/* What the operations that change one answer. */
static json_t *changed(const json_t *doc)
{
    return json_pack("{s:O, s:O, s:O}", "ArchiveArn", json_object_get(doc, "Key"), "State",
                     json_object_get(doc, "State"), "CreationTime",
                     json_object_get(doc, "CreationTime"));
}

/* Takes over what the request says. False after call_fail(). */
static bool take(struct slrun_json_call *call, json_t *doc)
{
    static const char *const given[] = {"Description", "RetentionDays", "KmsKeyIdentifier",
                                        "EventPattern", NULL};
    const char *text = call_text(call, "EventPattern");
    json_t *pattern = text && *text ? pattern_read(call, text) : NULL;
    if (call->code)
        return false;
    if (pattern)
        (void)json_object_set_new(doc, "Pattern", pattern);
    slrun_copy_members(doc, call->args, given);
    return true;
}

json_t *op_create_archive(struct slrun_json_call *call)
{
    const char *name = call_text(call, "ArchiveName");
    const json_t *bus = bus_find(call->service, "", "", call_text(call, "EventSourceArn"));
    const char *slash = strrchr(call_text(call, "EventSourceArn"), '/');
    if (thing_find(call, KIND, name))
        return call_fail(call, "ResourceAlreadyExistsException", "Archive %s already exists.",
                         name);
    if (!bus)
        return call_fail(call, "ResourceNotFoundException", "Event bus %.300s does not exist.",
                         slash ? slash + 1 : "");
    json_t *doc = json_pack("{s:s, s:O, s:s, s:o, s:i, s:[]}", "ArchiveName", name,
                            "EventSourceArn", json_object_get(bus, "Arn"), "State", "ENABLED",
                            "CreationTime", thing_now(call->service), "RetentionDays", 0, "Events");
    if (!take(call, doc)) {
        json_decref(doc);
        return NULL;
    }
    doc = thing_add(call, KIND, name, doc);
    return doc ? changed(doc) : NULL;
}

json_t *op_update_archive(struct slrun_json_call *call)
{
    if (!call_text(call, "Description") && !call_text(call, "EventPattern") &&
        !json_object_get(call->args, "RetentionDays"))
        return call_invalid(
            call, "At least one of EventPattern, RetentionDays or Description must be provided.");
    json_t *doc = named(call);
    if (!doc || !take(call, doc))
        return NULL;
    thing_keep(call->service, doc);
    return changed(doc);
}

static void forget_first(struct service *service, json_t *events)
{
    const char *key = slrun_text(json_array_get(events, 0), "Doc");
    if (key)
        state_forget_event(service, key);
    (void)json_array_remove(events, 0);
}

json_t *op_delete_archive(struct slrun_json_call *call)
{
    json_t *doc = named(call), *events = json_object_get(doc, "Events");
    if (!doc)
        return NULL;
    while (json_array_size(events) > 0)
        forget_first(call->service, events);
    thing_remove(call, KIND, call_text(call, "ArchiveName"));
    return json_object();
}

/* ---- telling ---- */

static json_int_t size_of(const json_t *events)
{
    json_int_t size = 0;
    for (size_t i = 0; i < json_array_size(events); i++) {
        char *text = json_dumps(json_array_get(events, i), JSON_COMPACT);
        size += text ? (json_int_t)strlen(text) : 0;
        free(text);
    }
    return size;
}

static json_t *told(const json_t *doc)
{
    static const char *const members[] = {"ArchiveName",   "EventSourceArn", "State",
                                          "RetentionDays", "CreationTime",   NULL};
    const json_t *events = json_object_get(doc, "Events");
    json_t *one = json_pack("{s:I, s:I}", "EventCount", (json_int_t)json_array_size(events),
                            "SizeBytes", size_of(events));
    slrun_copy_members(one, doc, members);
    return one;
}

json_t *op_describe_archive(struct slrun_json_call *call)
{
    static const char *const members[] = {"Description", "EventPattern", "KmsKeyIdentifier", NULL};
    const json_t *doc = named(call);
    json_t *one = doc ? told(doc) : NULL;
    if (one) {
        slrun_copy_members(one, doc, members);
        (void)json_object_set(one, "ArchiveArn", json_object_get(doc, "Key"));
    }
    return one;
}

static json_t *listed(const struct slrun_json_call *call, const json_t *doc)
{
    const char *source = call_text(call, "EventSourceArn"), *state = call_text(call, "State");
    bool meant = (!source || strcmp(source, slrun_text(doc, "EventSourceArn")) == 0) &&
                 (!state || strcmp(state, slrun_text(doc, "State")) == 0);
    return meant ? told(doc) : NULL;
}

json_t *op_list_archives(struct slrun_json_call *call)
{
    const char *source = call_text(call, "EventSourceArn"), *slash;
    int given = (source != NULL) + (call_text(call, "State") != NULL) +
                (call_text(call, "NamePrefix") != NULL);
    if (given > 1)
        return call_invalid(call, "At most one filter is allowed for ListArchives. Use either : "
                                  "State, EventSourceArn, or NamePrefix.");
    if (source && !bus_find(call->service, "", "", source)) {
        slash = strrchr(source, '/');
        return call_fail(call, "ResourceNotFoundException", "Event bus %.300s does not exist.",
                         slash ? slash + 1 : source);
    }
    return thing_list(call, KIND, listed);
}

/* ---- events ---- */

/* Those past their days go. */
static void forget_old(struct service *service, const json_t *doc, json_t *events)
{
    json_int_t days = json_integer_value(json_object_get(doc, "RetentionDays"));
    json_int_t since = service->cloud->now_ms(service->cloud) - days * 86400 * 1000;
    while (json_array_size(events) > EVENTS_MAX ||
           (days > 0 && json_array_size(events) > 0 &&
            json_integer_value(json_object_get(json_array_get(events, 0), "At")) < since))
        forget_first(service, events);
}

void archive_event(struct service *service, const char *bus, const json_t *event)
{
    const char *key;
    json_t *doc;
    json_object_foreach (service->things, key, doc) {
        json_t *events = json_object_get(doc, "Events"), *pattern = json_object_get(doc, "Pattern");
        if (!events || strcmp(slrun_text(doc, "EventSourceArn"), bus) != 0 ||
            (pattern && !service->cloud->pattern_match(pattern, event)))
            continue;
        json_t *kept = json_pack("{s:s, s:I, s:o}", "Archive", key, "At",
                                 (json_int_t)service->cloud->now_ms(service->cloud), "Event",
                                 json_deep_copy(event));
        state_keep_event(service, kept);
        (void)json_array_append_new(events, kept);
        forget_old(service, doc, events);
    }
}
