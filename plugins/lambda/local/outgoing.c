/* SPDX-License-Identifier: Apache-2.0 */
/* Calls of other services' operations. */
#include "local/outgoing.h"

#include <stdlib.h>

struct outgoing {
    struct outgoing *prev, *next;
    struct service *service;
    void (*done)(void *arg, const json_t *result, const struct slrun_error *error);
    void (*drop)(void *arg);
    void *arg;
};

static void unlink_call(struct outgoing *o)
{
    *(o->prev ? &o->prev->next : &o->service->outgoing) = o->next;
    if (o->next)
        o->next->prev = o->prev;
}

static void done(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct outgoing o = *(struct outgoing *)arg;
    unlink_call(arg);
    free(arg);
    o.done(o.arg, result, error);
}

bool outgoing_call(struct service *service, const struct outgoing_order *order)
{
    const struct slrun_cloud *cloud = service->cloud;
    struct outgoing *o = order->args && cloud->call ? calloc(1, sizeof *o) : NULL;
    if (!o) {
        json_decref(order->args);
        return false;
    }
    *o = (struct outgoing){NULL, service->outgoing, service, order->done, order->drop, order->arg};
    struct slrun_calling *calling =
        cloud->call(cloud, &(struct slrun_cloud_call){.service = order->service,
                                                      .operation = order->operation,
                                                      .args = order->args,
                                                      .region = order->region,
                                                      .account = order->account,
                                                      .caller = "lambda",
                                                      .done = done,
                                                      .arg = o});
    if (!calling) {
        free(o);
        return false;
    }
    if (cloud->iam && order->caller)
        cloud->iam->on_behalf(calling, order->caller);
    if (o->next)
        o->next->prev = o;
    service->outgoing = o;
    return true;
}

void outgoing_close(struct service *service)
{
    while (service->outgoing) {
        struct outgoing *o = service->outgoing;
        unlink_call(o);
        o->drop(o->arg);
        free(o);
    }
}
