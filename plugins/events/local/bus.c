/* SPDX-License-Identifier: Apache-2.0 */
/* Event buses: made, told, listed, removed. */
#include <stdlib.h>
#include <string.h>

#include "local/service.h"
#include "local/tag.h"

/* Borrowed; NULL: no memory. */
static json_t *bus_new(struct service *service, const char *arn)
{
    double now = (double)service->cloud->now_ms(service->cloud) / 1000;
    json_t *bus = json_pack("{s:s, s:s, s:[], s:f, s:f}", "Name", strrchr(arn, '/') + 1, "Arn", arn,
                            "Tags", "CreationTime", now, "LastModifiedTime", now);
    return json_object_set_new(service->buses, arn, bus) == 0 ? bus : NULL;
}

static json_t *arn_of(const char *region, const char *account, const char *name)
{
    return json_sprintf("arn:aws:events:%s:%s:event-bus/%s", region, account, name);
}

json_t *bus_find(struct service *service, const char *region, const char *account, const char *name)
{
    bool whole = name && strncmp(name, "arn:", 4) == 0;
    json_t *arn = whole ? json_string(name) : arn_of(region, account, name ? name : "default");
    const char *text = json_string_value(arn), *slash = text ? strrchr(text, '/') : NULL;
    json_t *bus = text ? json_object_get(service->buses, text) : NULL;
    if (!bus && slash && strcmp(slash, "/default") == 0 && strstr(text, ":event-bus/"))
        bus = bus_new(service, text);
    json_decref(arn);
    return bus;
}

json_t *call_bus(struct slrun_json_call *call, const char *argument)
{
    const char *name = call_text(call, argument);
    json_t *bus = bus_find(call->service, call->x->region, call->x->account, name);
    const char *slash = name ? strrchr(name, '/') : NULL;
    return bus ? bus
               : call_fail(call, "ResourceNotFoundException", "Event bus %.300s does not exist.",
                           slash  ? slash + 1
                           : name ? name
                                  : "default");
}

static const char *const settings[] = {"Description",     "KmsKeyIdentifier", "DeadLetterConfig",
                                       "EventSourceName", "LogConfig",        NULL};

json_t *op_create_event_bus(struct slrun_json_call *call)
{
    static const char *const given[] = {"Description", "KmsKeyIdentifier", "DeadLetterConfig",
                                        "LogConfig", NULL};
    const char *name = call_text(call, "Name");
    if (strchr(name, '/') && !call_text(call, "EventSourceName"))
        return call_invalid(call, "Event bus name must not contain '/'.");
    if (bus_find(call->service, call->x->region, call->x->account, name))
        return call_fail(call, "ResourceAlreadyExistsException", "Event bus %.256s already exists.",
                         name);
    if (json_object_size(service_of(call)->buses) >= BUSES_MAX)
        return call_fail(call, "LimitExceededException",
                         "The requested resource exceeds the maximum number allowed.");
    json_t *arn = arn_of(call->x->region, call->x->account, name);
    json_t *bus = arn ? bus_new(call->service, json_string_value(arn)) : NULL;
    if (!bus || !tags_put(call, bus, json_object_get(call->args, "Tags"))) {
        (void)json_object_del(service_of(call)->buses, json_string_value(arn));
        json_decref(arn);
        return NULL;
    }
    slrun_copy_members(bus, call->args, settings);
    bus_keep(call->service, json_string_value(arn));
    json_t *result = json_pack("{s:o}", "EventBusArn", arn);
    slrun_copy_members(result, call->args, given);
    return result;
}

json_t *op_update_event_bus(struct slrun_json_call *call)
{
    static const char *const told[] = {
        "Arn", "Name", "Description", "KmsKeyIdentifier", "DeadLetterConfig", "LogConfig", NULL};
    const struct slrun_cloud *cloud = call->cloud;
    json_t *bus = call_bus(call, "Name"), *result = json_object();
    if (bus) {
        slrun_copy_members(bus, call->args, settings);
        (void)json_object_set_new(bus, "LastModifiedTime",
                                  json_real((double)cloud->now_ms(cloud) / 1000));
        bus_keep(call->service, slrun_text(bus, "Arn"));
        slrun_copy_members(result, bus, told);
        return result;
    }
    json_decref(result);
    return NULL;
}

static bool has_rule(void *arg, json_t *rule)
{
    (void)rule;
    *(bool *)arg = true;
    return false;
}

/* Of one that is gone already, too. */
json_t *op_delete_event_bus(struct slrun_json_call *call)
{
    struct service *service = call->service;
    const char *name = call_text(call, "Name");
    json_t *bus = bus_find(service, call->x->region, call->x->account, name);
    bool rules = false;
    if (!bus)
        return json_null();
    if (strcmp(slrun_text(bus, "Name"), "default") == 0)
        return call_invalid(call, "Cannot delete event bus default.");
    rules_each(service, slrun_text(bus, "Arn"), has_rule, &rules);
    if (rules)
        return call_invalid(call, "Event bus can't be deleted since it has rules.");
    json_t *arn = json_incref(json_object_get(bus, "Arn"));
    (void)json_object_del(service->buses, json_string_value(arn));
    bus_keep(service, json_string_value(arn));
    json_decref(arn);
    return json_null();
}

/* The policy stands as a text. */
static json_t *told(const json_t *bus)
{
    static const char *const names[] = {
        "Name", "Arn", "Description", "CreationTime", "LastModifiedTime", NULL};
    json_t *one = json_object(), *policy = json_object_get(bus, "Policy");
    char *text = policy ? json_dumps(policy, JSON_COMPACT) : NULL;
    slrun_copy_members(one, bus, names);
    if (text)
        (void)json_object_set_new(one, "Policy", json_string(text));
    free(text);
    return one;
}

json_t *op_describe_event_bus(struct slrun_json_call *call)
{
    json_t *bus = call_bus(call, "Name"), *one = bus ? told(bus) : NULL;
    if (one)
        slrun_copy_members(one, bus, settings);
    return one;
}

json_t *op_list_event_buses(struct slrun_json_call *call)
{
    const char *prefix = call_text(call, "NamePrefix"), *arn;
    json_t *start = arn_of(call->x->region, call->x->account, prefix ? prefix : "");
    json_t *list = json_array(), *bus;
    (void)bus_find(call->service, call->x->region, call->x->account, NULL);
    json_object_foreach (service_of(call)->buses, arn, bus)
        if (start && strncmp(arn, json_string_value(start), json_string_length(start)) == 0)
            (void)json_array_append_new(list, told(bus));
    json_decref(start);
    return call_page(call, list);
}
