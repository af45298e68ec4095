/* SPDX-License-Identifier: Apache-2.0 */
/* Work of a call on other threads: a gigabyte on its way to the disk holds nobody else up. */
#include "service.h"

static void on_thread(void *arg)
{
    struct call *call = arg;
    call->work(call);
}

static void left_meanwhile(struct slrun_exchange *x)
{
    struct call *call = x->service;
    call->x = NULL;
}

/* What nobody can be told of need not have happened. */
static void on_done(void *arg)
{
    struct call *call = arg;
    if (call->x == NULL) {
        call_free(call);
        return;
    }
    call->x->service = NULL;
    call->service->cloud->on_gone(call->x, NULL);
    call->then(call);
}

bool call_work(struct call *call, void (*work)(struct call *call), void (*then)(struct call *call))
{
    const struct slrun_cloud *cloud = call->service->cloud;
    call->work = work;
    call->then = then;
    call->x->service = call;
    cloud->on_gone(call->x, left_meanwhile);
    if (cloud->work(cloud, on_thread, on_done, call) == 0)
        return true;
    cloud->on_gone(call->x, NULL);
    call->x->service = NULL;
    return false;
}
