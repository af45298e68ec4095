/* SPDX-License-Identifier: Apache-2.0 */
/* Events: put on buses, matched by rules, tried on patterns. */
#include <stdio.h>
#include <string.h>

#include <slrun/time.h>

#include "local/archive.h"

enum {
    REQUEST_SIZE = 1 << 20, /* bytes that all entries must stay below; API Reference, PutEvents */
    TIME_BYTES = 14,
    HOPS_MAX = 8 /* from bus to bus: AWS lets an event go on to one more region */
};

json_t *event_new(const struct service *service, const char *region, const char *account)
{
    const struct slrun_cloud *cloud = service->cloud;
    char id[UUID_SIZE], now[SLRUN_TIME_SIZE];
    cloud->uuid(cloud, id);
    slrun_time_text(cloud->now_ms(cloud), 0, now);
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:[]}", "version", "0", "id", id,
                     "detail-type", "", "source", "", "account", account, "time", now, "region",
                     region, "resources");
}

/* ---- rules ---- */

struct dispatch {
    struct service *service;
    const json_t *event, *only; /* ARNs of rules, or NULL: all */
    size_t n_rules, n_off, n_matched;
    bool meant;          /* some rule is for events of this source */
    const char *to_whom; /* the rule that matched first */
};

static bool is_meant(const struct dispatch *dispatch, const json_t *rule)
{
    return json_array_size(dispatch->only) == 0 ||
           slrun_list_has(dispatch->only, slrun_text(rule, "Arn"));
}

/* Whether the rule is on and its pattern matches; counts it. */
static bool matches(struct dispatch *to, const json_t *rule, const json_t *pattern)
{
    bool off = strcmp(slrun_text(rule, "State"), "DISABLED") == 0;
    to->n_rules++;
    to->n_off += off;
    to->meant = to->meant ||
                slrun_list_has(json_object_get(pattern, "source"), slrun_text(to->event, "source"));
    if (off || !to->service->cloud->pattern_match(pattern, to->event))
        return false;
    if (to->n_matched++ == 0)
        to->to_whom = slrun_text(rule, "Name");
    return true;
}

static bool offer(void *arg, json_t *rule)
{
    struct dispatch *to = arg;
    const json_t *pattern = json_object_get(rule, "Pattern"), *targets;
    if (!pattern || !is_meant(to, rule) || !matches(to, rule, pattern))
        return true;
    targets = json_object_get(rule, "Targets");
    for (size_t i = 0; i < json_array_size(targets); i++)
        target_deliver(to->service, rule, json_array_get(targets, i), to->event);
    return true;
}

/* An event that goes round in circles is dropped. */
static void dispatch(struct dispatch *what, const char *bus)
{
    if (what->service->hops >= HOPS_MAX)
        return;
    what->service->hops++;
    rules_each(what->service, bus, offer, what);
    what->service->hops--;
}

static void tell_left(const struct dispatch *what, const char *bus, const char *why)
{
    const struct slrun_cloud *cloud = what->service->cloud;
    static const char *const seen[] = {"source", "detail-type", "detail", NULL};
    json_t *event = json_object();
    slrun_copy_members(event, what->event, seen);
    cloud->left_out(cloud, &(struct slrun_left_out){"event bus", bus, why, event});
    json_decref(event);
}

/* Rules of the bus have let the event pass by. Not where it is of AWS's own, which tell much that
 * nobody asked for. */
static void tell_unmatched(const struct dispatch *what, const char *bus)
{
    char why[256], off[64] = "";
    const char *s = what->n_rules == 1 ? "" : "s";
    bool ours = strncmp(slrun_text(what->event, "source"), "aws.", 4) == 0;
    if (what->n_matched == what->n_rules - what->n_off && what->n_matched > 0)
        return;
    if (ours && !what->meant)
        return;
    if (what->n_off > 0)
        (void)snprintf(off, sizeof off, " (%zu disabled)", what->n_off);
    if (what->n_rules == 0)
        (void)snprintf(why, sizeof why, "no rule on it has an event pattern");
    else if (what->n_matched == 0)
        (void)snprintf(why, sizeof why, "matched none of its %zu rule%s%s", what->n_rules, s, off);
    else
        (void)snprintf(why, sizeof why, "matched only %.100s%s of its %zu rule%s%s", what->to_whom,
                       what->n_matched > 1 ? " and others" : "", what->n_rules, s, off);
    tell_left(what, bus, why);
}

void bus_dispatch(struct service *service, const char *bus, const json_t *event)
{
    struct dispatch what = {.service = service, .event = event};
    archive_event(service, bus, event);
    dispatch(&what, bus);
    tell_unmatched(&what, bus);
}

void bus_replay(struct service *service, const char *bus, const json_t *event, const json_t *rules)
{
    dispatch(&(struct dispatch){.service = service, .event = event, .only = rules}, bus);
}

/* ---- putting ---- */

static size_t size_of(const json_t *entry)
{
    static const char *const texts[] = {"Source", "DetailType", "Detail", NULL};
    const json_t *resources = json_object_get(entry, "Resources");
    size_t size = json_object_get(entry, "Time") ? TIME_BYTES : 0;
    for (const char *const *name = texts; *name; name++)
        size += json_string_length(json_object_get(entry, *name));
    for (size_t i = 0; i < json_array_size(resources); i++)
        size += json_string_length(json_array_get(resources, i));
    return size;
}

static json_t *refused(const char *code, const char *message)
{
    return json_pack("{s:s, s:s}", "ErrorCode", code, "ErrorMessage", message);
}

/* Why an entry is not taken: a new reference; NULL: it is. */
static json_t *check_entry(const struct slrun_json_call *call, const json_t *entry)
{
    static const char *const required[] = {"Source", "DetailType", "Detail", NULL};
    for (const char *const *name = required; *name; name++) {
        const char *text = slrun_text(entry, *name);
        if (text && *text)
            continue;
        json_t *message = json_sprintf(
            "Parameter %s is not valid. Reason: %s is a required argument.", *name, *name);
        json_t *result = refused("InvalidArgument", json_string_value(message));
        json_decref(message);
        return result;
    }
    if (!call->x->caller && strncmp(slrun_text(entry, "Source"), "aws.", 4) == 0)
        return refused("NotAuthorizedForSourceException", "Not authorized for the source.");
    json_t *detail = json_loads(slrun_text(entry, "Detail"), 0, NULL);
    bool object = json_is_object(detail);
    json_decref(detail);
    return object ? NULL : refused("MalformedDetail", "Detail is malformed.");
}

static json_t *event_of(const struct slrun_json_call *call, const json_t *entry)
{
    json_t *event = event_new(call->service, call->x->region, call->x->account);
    const json_t *at = json_object_get(entry, "Time");
    char time[SLRUN_TIME_SIZE];
    (void)json_object_set(event, "detail-type", json_object_get(entry, "DetailType"));
    (void)json_object_set(event, "source", json_object_get(entry, "Source"));
    if (at) {
        slrun_time_text((int64_t)(json_number_value(at) * 1000), 0, time);
        (void)json_object_set_new(event, "time", json_string(time));
    }
    if (json_object_get(entry, "Resources"))
        (void)json_object_set(event, "resources", json_object_get(entry, "Resources"));
    (void)json_object_set_new(event, "detail", json_loads(slrun_text(entry, "Detail"), 0, NULL));
    return event;
}

/* The answer says so, with status 200, and who asked has mostly not looked. */
static void tell_refused(const struct slrun_json_call *call, const json_t *entry,
                         const json_t *wrong)
{
    char why[512];
    const struct slrun_cloud *cloud = call->cloud;
    const char *bus = slrun_text_or(entry, "EventBusName", "default");
    (void)snprintf(why, sizeof why, "%s: %.300s (FailedEntryCount of PutEvents counts it)",
                   slrun_text(wrong, "ErrorCode"), slrun_text(wrong, "ErrorMessage"));
    cloud->left_out(cloud, &(struct slrun_left_out){"event bus", bus, why, entry});
}

/* An event for a bus that is not there is taken and dropped, as AWS does it. NULL: no memory. */
static json_t *put_entry(struct slrun_json_call *call, const json_t *entry)
{
    json_t *wrong = check_entry(call, entry);
    if (wrong) {
        tell_refused(call, entry, wrong);
        return wrong;
    }
    const json_t *bus = bus_find(call->service, call->x->region, call->x->account,
                                 slrun_text(entry, "EventBusName"));
    json_t *event = event_of(call, entry);
    if (!event)
        return NULL;
    json_t *result = json_pack("{s:O}", "EventId", json_object_get(event, "id"));
    if (bus)
        bus_dispatch(call->service, slrun_text(bus, "Arn"), event);
    else
        tell_left(&(struct dispatch){.service = call->service, .event = event},
                  slrun_text_or(entry, "EventBusName", "default"), "there is no such bus");
    json_decref(event);
    return result;
}

json_t *op_put_events(struct slrun_json_call *call)
{
    const json_t *entries = json_object_get(call->args, "Entries");
    json_t *told = json_array(), *entry;
    size_t i, size = 0;
    int failed = 0;
    json_array_foreach (entries, i, entry)
        size += size_of(entry);
    if (size >= REQUEST_SIZE) {
        json_decref(told);
        return call_invalid(call, "Total size of the entries in the request is over the limit.");
    }
    json_array_foreach (entries, i, entry) {
        json_t *result = put_entry(call, entry);
        failed += json_object_get(result, "ErrorCode") != NULL;
        if (json_array_append_new(told, result) != 0) {
            json_decref(told);
            return NULL;
        }
    }
    return json_pack("{s:i, s:o}", "FailedEntryCount", failed, "Entries", told);
}

/* ---- trying patterns ---- */

static bool is_event(const json_t *event)
{
    static const char *const required[] = {"id",     "account",     "source", "time",
                                           "region", "detail-type", NULL};
    for (const char *const *name = required; *name; name++)
        if (!json_object_get(event, *name))
            return false;
    return true;
}

json_t *op_test_event_pattern(struct slrun_json_call *call)
{
    const struct slrun_cloud *cloud = call->cloud;
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    json_t *pattern = json_loads(call_text(call, "EventPattern"), 0, NULL);
    json_t *event = json_loads(call_text(call, "Event"), 0, NULL);
    bool matches = false;
    if (!json_is_object(pattern))
        call_fail(call, "InvalidEventPatternException",
                  "Event pattern is not valid. Reason: Filter is not an object");
    else if (cloud->pattern_check(pattern, &error) != 0)
        call_fail(call, "InvalidEventPatternException", "Event pattern is not valid. Reason: %s",
                  error.message);
    else if (!is_event(event))
        call_invalid(call, "Parameter Event is not valid.");
    else
        matches = cloud->pattern_match(pattern, event);
    json_decref(pattern);
    json_decref(event);
    return call->code ? NULL : json_pack("{s:b}", "Result", matches);
}
