/* SPDX-License-Identifier: Apache-2.0 */
/* Messages on their way: S3 delivers each at least once, so what may pass is tried again. */
#include <stdlib.h>
#include <string.h>

#include "event.h"

enum { ATTEMPTS_MAX = 20, FIRST_MS = 1000, DOUBLINGS = 6 }; /* up to a minute apart */

struct delivery {
    struct delivery *next;
    struct service *service;
    const char *to, *operation; /* of tables */
    json_t *args;
    char region[EVENT_REGION_SIZE], account[ACCOUNT_SIZE];
    unsigned attempts;
    struct slrun_timer *timer;
    struct slrun_calling *calling;
};

static void delivery_free(struct delivery *d)
{
    const struct slrun_cloud *cloud = d->service->cloud;
    struct delivery **at = &d->service->deliveries;
    while (*at != d) {
        at = &(*at)->next;
    }
    *at = d->next;
    if (d->timer != NULL) {
        cloud->timer_stop(d->timer);
        cloud->pending(cloud, -1);
    }
    if (d->calling != NULL) {
        cloud->call_cancel(d->calling);
    }
    json_decref(d->args);
    free(d);
}

void event_end_all(struct service *service)
{
    while (service->deliveries != NULL) {
        delivery_free(service->deliveries);
    }
}

static bool may_pass(const struct slrun_error *error)
{
    return error->kind == SLRUN_E_SERVICE &&
           (error->status >= 500 || error->status == 429 || strstr(error->code, "Throttl") != NULL);
}

static void attempt(void *arg);

static void done(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct delivery *d = arg;
    const struct slrun_cloud *cloud = d->service->cloud;
    d->calling = NULL;
    if (result == NULL && may_pass(error) && d->attempts < ATTEMPTS_MAX) {
        unsigned doubled = d->attempts - 1 < DOUBLINGS ? d->attempts - 1 : DOUBLINGS;
        int64_t due = cloud->now_ms(cloud) + ((int64_t)FIRST_MS << doubled);
        d->timer = cloud->timer_start(cloud, due, attempt, d);
        if (d->timer != NULL) {
            cloud->pending(cloud, 1);
            return;
        }
    }
    if (result == NULL && error->kind != SLRUN_E_USAGE) { /* USAGE: there is no such service */
        cloud->host->log(SLRUN_LOG_WARNING, "s3: an event could not be sent: %s: %s", error->code,
                         error->message);
    }
    delivery_free(d);
}

static void attempt(void *arg)
{
    struct delivery *d = arg;
    const struct slrun_cloud *cloud = d->service->cloud;
    if (d->timer != NULL) {
        cloud->pending(cloud, -1);
    }
    d->timer = NULL;
    d->attempts++;
    d->calling = cloud->call(cloud, &(struct slrun_cloud_call){.service = d->to,
                                                               .operation = d->operation,
                                                               .args = json_incref(d->args),
                                                               .region = d->region,
                                                               .account = d->account,
                                                               .caller = "s3",
                                                               .done = done,
                                                               .arg = d});
    if (d->calling == NULL) {
        delivery_free(d);
    }
}

void event_deliver(struct service *service, const struct slrun_cloud_call *order)
{
    struct delivery *d = order->args != NULL ? calloc(1, sizeof *d) : NULL;
    if (d == NULL) {
        json_decref(order->args);
        return;
    }
    d->service = service;
    d->to = order->service;
    d->operation = order->operation;
    d->args = order->args;
    (void)strncat(d->region, order->region, sizeof d->region - 1);
    (void)strncat(d->account, order->account, sizeof d->account - 1);
    d->next = service->deliveries;
    service->deliveries = d;
    attempt(d);
}
