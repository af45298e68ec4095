/* SPDX-License-Identifier: Apache-2.0 */
/* The queue of asynchronous events. */
#include "local/async.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "local/bytes.h"
#include "local/destination.h"
#include "local/run/invocation.h"

enum {
    RETRY_MS = 60000,    /* after the first error, and twice that after the second */
    RETRIES = 2,         /* unless the function says otherwise */
    EVENT_AGE_S = 21600, /* six hours */
    THROTTLED_MS = 1000, /* doubles up to THROTTLED_MAX_MS */
    THROTTLED_MAX_MS = 300000
};

static const struct slrun_doc_kind kept = {"lambda", "event/"};

struct event {
    struct event *prev, *next;
    struct service *service;
    struct function *function; /* held */
    char qualifier[QUALIFIER_SIZE], request_id[UUID_SIZE];
    char *payload, *client_context;
    size_t size;
    int64_t came_ms;
    unsigned attempts, throttled;
    char key[SLRUN_DOC_KEY_MAX]; /* of its document; "": it has none */
    struct slrun_timer *timer;
    struct invocation *invocation;
};

struct asyncs {
    struct event *events;
    size_t n;
};

static void attempt(void *arg);

bool async_open(struct service *service)
{
    service->asyncs = calloc(1, sizeof *service->asyncs);
    return service->asyncs != NULL;
}

static void event_free(struct event *e)
{
    struct asyncs *all = e->service->asyncs;
    *(e->prev ? &e->prev->next : &all->events) = e->next;
    if (e->next)
        e->next->prev = e->prev;
    all->n--;
    if (e->timer)
        e->service->cloud->timer_stop(e->timer);
    if (e->invocation)
        invocation_forget(e->invocation);
    function_release(e->function);
    free(e->payload);
    free(e->client_context);
    free(e);
}

/* It has come to its end, and not the local cloud. */
static void event_over(struct event *e)
{
    const struct slrun_cloud *cloud = e->service->cloud;
    if (*e->key)
        (void)cloud->doc_remove(cloud, kept.service, e->key);
    event_free(e);
}

void async_close(struct service *service)
{
    while (service->asyncs && service->asyncs->events)
        event_free(service->asyncs->events);
    free(service->asyncs);
    service->asyncs = NULL;
}

static json_t *config_of(const struct event *e)
{
    return json_object_get(json_object_get(e->function->doc, "InvokeConfigs"),
                           *e->qualifier ? e->qualifier : LATEST);
}

static json_int_t setting(const struct event *e, const char *name, json_int_t otherwise)
{
    const json_t *value = json_object_get(config_of(e), name);
    return value ? json_integer_value(value) : otherwise;
}

static void wait_for(struct event *e, int64_t ms)
{
    const struct slrun_cloud *cloud = e->service->cloud;
    e->timer = cloud->timer_start(cloud, cloud->now_ms(cloud) + ms, attempt, e);
    if (!e->timer)
        event_over(e);
}

/* Its end, of which destinations and the dead-letter queue hear. */
static void over(struct event *e, const char *condition, const struct invoke_outcome *outcome)
{
    const struct destined destined = {.function = e->function,
                                      .qualifier = e->qualifier,
                                      .config = config_of(e),
                                      .request_id = e->request_id,
                                      .payload = e->payload,
                                      .size = e->size,
                                      .attempts = e->attempts,
                                      .condition = condition,
                                      .outcome = outcome};
    destination_send(&destined);
    event_over(e);
}

static bool too_old(const struct event *e, int64_t after_ms)
{
    const struct slrun_cloud *cloud = e->service->cloud;
    int64_t most = setting(e, "MaximumEventAgeInSeconds", EVENT_AGE_S) * 1000;
    return cloud->now_ms(cloud) + after_ms - e->came_ms > most;
}

static void attempted(void *arg, const struct invoke_outcome *outcome)
{
    struct event *e = arg;
    int64_t pause = RETRY_MS * (int64_t)e->attempts;
    e->invocation = NULL;
    if (!outcome->error)
        over(e, "Success", outcome);
    else if (e->attempts > setting(e, "MaximumRetryAttempts", RETRIES))
        over(e, "RetriesExhausted", outcome);
    else if (too_old(e, pause))
        over(e, "EventAgeExceeded", outcome);
    else
        wait_for(e, pause);
}

static void throttled(struct event *e)
{
    const json_t *reserved = json_object_get(e->function->doc, "Reserved");
    int64_t pause = THROTTLED_MS << (e->throttled < 9 ? e->throttled : 9);
    e->throttled++;
    if (reserved && json_integer_value(reserved) == 0)
        over(e, "ZeroReservedConcurrency", NULL);
    else if (too_old(e, pause))
        over(e, "EventAgeExceeded", NULL);
    else
        wait_for(e, pause < THROTTLED_MAX_MS ? pause : THROTTLED_MAX_MS);
}

static void attempt(void *arg)
{
    struct event *e = arg;
    struct fault fault = {.code = NULL};
    const struct invoke_order order = {.function = e->function,
                                       .qualifier = e->qualifier,
                                       .payload = e->payload,
                                       .size = e->size,
                                       .client_context = e->client_context,
                                       .request_id = e->request_id,
                                       .done = attempted,
                                       .arg = e};
    e->timer = NULL;
    if (e->function->removed) {
        event_over(e);
        return;
    }
    e->attempts++;
    e->invocation = function_invoke(&order, &fault);
    if (e->invocation)
        return;
    e->attempts--;
    if (strcmp(fault.code, "TooManyRequestsException") == 0)
        throttled(e);
    else
        event_over(e); /* its version or alias has gone */
}

static struct event *event_new(const struct async_order *order)
{
    struct service *service = order->function->service;
    struct asyncs *all = service->asyncs;
    struct event *e = all->n < ASYNC_EVENTS_MAX ? calloc(1, sizeof *e) : NULL;
    if (!e)
        return NULL;
    e->service = service;
    e->payload = malloc(order->size + 1);
    e->client_context = order->client_context ? strdup(order->client_context) : NULL;
    if (!e->payload) {
        free(e->client_context);
        free(e);
        return NULL;
    }
    memcpy(e->payload, order->payload, order->size);
    e->payload[order->size] = '\0';
    e->size = order->size;
    e->function = order->function;
    function_hold(e->function);
    e->came_ms = service->cloud->now_ms(service->cloud);
    (void)snprintf(e->qualifier, sizeof e->qualifier, "%s", order->qualifier);
    (void)snprintf(e->request_id, sizeof e->request_id, "%s", order->request_id);
    e->next = all->events;
    if (e->next)
        e->next->prev = e;
    all->events = e;
    all->n++;
    return e;
}

static void keep(struct event *e)
{
    const struct slrun_cloud *cloud = e->service->cloud;
    const struct function *f = e->function;
    if (!cloud->data)
        return;
    json_t *doc =
        json_pack("{s:s, s:s, s:s, s:s, s:s, s:s*, s:o, s:I}", "Account", f->account, "Region",
                  f->region, "Name", f->name, "Qualifier", e->qualifier, "RequestId", e->request_id,
                  "ClientContext", e->client_context, "Payload", json_stringn(e->payload, e->size),
                  "Came", (json_int_t)e->came_ms);
    cloud->doc_add(cloud, &kept, doc, e->key);
    json_decref(doc);
}

bool async_add(const struct async_order *order)
{
    struct event *e = event_new(order);
    if (!e)
        return false;
    keep(e);
    wait_for(e, 0);
    return true;
}

/* What was kept begins anew: an event comes at least once. */
static int take_up(void *arg, const char *key, const json_t *doc)
{
    struct service *service = arg;
    const json_t *payload = json_object_get(doc, "Payload");
    const char *account = slrun_text(doc, "Account"), *region = slrun_text(doc, "Region");
    const char *name = slrun_text(doc, "Name");
    const struct async_order order = {
        .function =
            name && account && region ? function_find(service, account, region, name) : NULL,
        .qualifier = slrun_text(doc, "Qualifier"),
        .payload = json_string_value(payload),
        .size = json_string_length(payload),
        .client_context = slrun_text(doc, "ClientContext"),
        .request_id = slrun_text(doc, "RequestId")};
    bool whole = order.function && order.qualifier && order.payload && order.request_id;
    struct event *e = whole ? event_new(&order) : NULL;
    if (!e)
        return 0;
    e->came_ms = json_integer_value(json_object_get(doc, "Came"));
    (void)snprintf(e->key, sizeof e->key, "%s", key);
    wait_for(e, 0);
    return 0;
}

void async_take_up(struct service *service)
{
    const struct slrun_cloud *cloud = service->cloud;
    if (cloud->data)
        (void)cloud->doc_each(cloud, kept.service, kept.prefix, take_up, service);
}
