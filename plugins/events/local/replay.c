/* SPDX-License-Identifier: Apache-2.0 */
/* Replays: archived events are put on their bus again, for all of its rules or some. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/archive.h"
#include "local/thing.h"

#define KIND "replay"

enum { KEY_SIZE = 320 };

/* One that is under way: its events go out on a later turn of the loop. */
struct replay {
    struct replay *next;
    struct service *service;
    struct slrun_timer *timer;
    char key[KEY_SIZE];
};

static json_t *named(struct slrun_json_call *call)
{
    const char *name = call_text(call, "ReplayName");
    json_t *doc = thing_find(call, KIND, name);
    return doc ? doc
               : call_fail(call, "ResourceNotFoundException", "Replay %s does not exist.", name);
}

/* ---- its way ---- */

static void replay_free(struct replay *r)
{
    struct replay **at = &r->service->replays;
    while (*at != r)
        at = &(*at)->next;
    *at = r->next;
    if (r->timer) {
        r->service->cloud->timer_stop(r->timer);
        r->service->cloud->pending(r->service->cloud, -1);
    }
    free(r);
}

void replays_end(struct service *service)
{
    while (service->replays)
        replay_free(service->replays);
}

static void put_again(struct service *service, json_t *doc, const json_t *kept)
{
    const json_t *to = json_object_get(doc, "Destination");
    json_t *event = json_deep_copy(json_object_get(kept, "Event"));
    (void)json_object_set(event, "replay-name", json_object_get(doc, "ReplayName"));
    bus_replay(service, slrun_text(to, "Arn"), event, json_object_get(to, "FilterArns"));
    json_decref(event);
    (void)json_object_set_new(
        doc, "EventLastReplayedTime",
        json_real((double)json_integer_value(json_object_get(kept, "At")) / 1000));
}

static void put_all(struct service *service, json_t *doc)
{
    const json_t *archive = json_object_get(service->things, slrun_text(doc, "EventSourceArn"));
    json_t *events = json_copy(json_object_get(archive, "Events"));
    double from = json_number_value(json_object_get(doc, "EventStartTime")) * 1000;
    double to = json_number_value(json_object_get(doc, "EventEndTime")) * 1000;
    for (size_t i = 0; i < json_array_size(events); i++) {
        const json_t *kept = json_array_get(events, i);
        double at = (double)json_integer_value(json_object_get(kept, "At"));
        /* times are told in whole seconds: an event of the last one is meant */
        if (at >= from - 1000 && at < to + 1000)
            put_again(service, doc, kept);
    }
    json_decref(events);
}

static void run(void *arg)
{
    struct replay *r = arg;
    struct service *service = r->service;
    json_t *doc = json_object_get(service->things, r->key);
    const char *state = slrun_text(doc, "State");
    if (state && strcmp(state, "CANCELLING") == 0)
        (void)json_object_set_new(doc, "State", json_string("CANCELLED"));
    else if (doc) {
        put_all(service, doc);
        (void)json_object_set_new(doc, "State", json_string("COMPLETED"));
    }
    if (doc) {
        (void)json_object_set_new(doc, "ReplayEndTime", thing_now(service));
        thing_keep(service, doc);
    }
    service->cloud->pending(service->cloud, -1);
    r->timer = NULL;
    replay_free(r);
}

static bool begin(struct service *service, const json_t *doc)
{
    const struct slrun_cloud *cloud = service->cloud;
    struct replay *r = calloc(1, sizeof *r);
    if (!r)
        return false;
    *r = (struct replay){.next = service->replays, .service = service};
    (void)snprintf(r->key, sizeof r->key, "%s", slrun_text(doc, "Key"));
    service->replays = r;
    r->timer = cloud->timer_start(cloud, cloud->now_ms(cloud), run, r);
    bool begun = r->timer != NULL;
    if (begun)
        cloud->pending(cloud, 1);
    else
        replay_free(r);
    return begun;
}

/* ---- operations ---- */

/* False after call_fail(); AWS's words, as LocalStack recorded them. */
static bool check(struct slrun_json_call *call)
{
    const char *source = call_text(call, "EventSourceArn"), *slash = strrchr(source, '/');
    const char *to = slrun_text(json_object_get(call->args, "Destination"), "Arn");
    const json_t *archive = json_object_get(service_of(call)->things, source);
    const json_t *bus = bus_find(call->service, "", "", to);
    const char *name = to ? strrchr(to, '/') : NULL;
    if (thing_find(call, KIND, call_text(call, "ReplayName")))
        call_fail(call, "ResourceAlreadyExistsException", "Replay %s already exists.",
                  call_text(call, "ReplayName"));
    else if (!bus)
        call_fail(call, "ResourceNotFoundException", "Event bus %.300s does not exist.",
                  name ? name + 1 : "");
    else if (!archive || !strstr(source, ":archive/"))
        call_invalid(call,
                     "Parameter EventSourceArn is not valid. Reason: Archive %.100s does not "
                     "exist.",
                     slash ? slash + 1 : source);
    else if (strcmp(slrun_text(archive, "EventSourceArn"), to) != 0)
        call_invalid(call, "Parameter Destination.Arn is not valid. Reason: Cross event bus replay "
                           "is not permitted.");
    else if (json_number_value(json_object_get(call->args, "EventStartTime")) >=
             json_number_value(json_object_get(call->args, "EventEndTime")))
        call_invalid(call, "Parameter EventEndTime is not valid. Reason: EventStartTime must be "
                           "before EventEndTime.");
    return call->code == NULL;
}

json_t *op_start_replay(struct slrun_json_call *call)
{
    static const char *const given[] = {
        "ReplayName",  "Description", "EventSourceArn", "EventStartTime", "EventEndTime",
        "Destination", NULL};
    if (!check(call))
        return NULL;
    json_t *doc =
        json_pack("{s:s, s:o}", "State", "STARTING", "ReplayStartTime", thing_now(call->service));
    slrun_copy_members(doc, call->args, given);
    doc = thing_add(call, KIND, call_text(call, "ReplayName"), doc);
    if (!doc)
        return NULL;
    if (!begin(call->service, doc))
        return call_fail(call, "InternalException", "out of memory");
    return json_pack("{s:O, s:s, s:O}", "ReplayArn", json_object_get(doc, "Key"), "State",
                     "STARTING", "ReplayStartTime", json_object_get(doc, "ReplayStartTime"));
}

json_t *op_cancel_replay(struct slrun_json_call *call)
{
    json_t *doc = named(call);
    const char *state = doc ? slrun_text(doc, "State") : "";
    if (!doc)
        return NULL;
    if (strcmp(state, "STARTING") != 0 && strcmp(state, "RUNNING") != 0)
        return call_fail(call, "IllegalStatusException",
                         "Replay %s is not in a valid state for this operation.",
                         call_text(call, "ReplayName"));
    (void)json_object_set_new(doc, "State", json_string("CANCELLING"));
    thing_keep(call->service, doc);
    return json_pack("{s:O, s:s}", "ReplayArn", json_object_get(doc, "Key"), "State", "CANCELLING");
}

static const char *const members[] = {"ReplayName",     "EventSourceArn",        "State",
                                      "EventStartTime", "EventEndTime",          "ReplayStartTime",
                                      "ReplayEndTime",  "EventLastReplayedTime", NULL};

json_t *op_describe_replay(struct slrun_json_call *call)
{
    const json_t *doc = named(call);
    json_t *one = doc ? json_pack("{s:O}", "ReplayArn", json_object_get(doc, "Key")) : NULL;
    if (one) {
        slrun_copy_members(one, doc, members);
        slrun_copy_members(one, doc, (const char *const[]){"Description", "Destination", NULL});
    }
    return one;
}

static json_t *listed(const struct slrun_json_call *call, const json_t *doc)
{
    const char *source = call_text(call, "EventSourceArn"), *state = call_text(call, "State");
    if ((source && strcmp(source, slrun_text(doc, "EventSourceArn")) != 0) ||
        (state && strcmp(state, slrun_text(doc, "State")) != 0))
        return NULL;
    json_t *one = json_object();
    slrun_copy_members(one, doc, members);
    return one;
}

json_t *op_list_replays(struct slrun_json_call *call)
{
    return thing_list(call, KIND, listed);
}
