/* SPDX-License-Identifier: Apache-2.0 */
/* Calls of other services, which the test answers, and work for other threads. */
#include "cloud_inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- calls ---- */

static struct slrun_calling *call_other(const struct slrun_cloud *base,
                                        const struct slrun_cloud_call *order)
{
    struct cloud *cloud = cloud_of(base);
    struct called *call = calloc(1, sizeof *call);
    assert_non_null(call);
    *call = (struct called){.cloud = cloud,
                            .service = strdup(order->service),
                            .operation = strdup(order->operation),
                            .args = order->args,
                            .done = order->done,
                            .arg = order->arg};
    *cloud->last_call = call;
    cloud->last_call = &call->next;
    return (struct slrun_calling *)call; /* opaque to the service */
}

static struct called take_call(struct cloud *cloud)
{
    struct called *first = cloud->calls, call;
    assert_non_null(first);
    call = *first;
    cloud->calls = call.next;
    if (!cloud->calls)
        cloud->last_call = &cloud->calls;
    free(first);
    free(call.service);
    free(call.operation);
    json_decref(call.args);
    return call;
}

/* Given up: it is answered no more. */
static void call_cancel(struct slrun_calling *calling)
{
    struct called *call = (struct called *)calling;
    struct cloud *cloud = call->cloud;
    struct called **at = &cloud->calls;
    while (*at != call) {
        assert_non_null(*at);
        at = &(*at)->next;
    }
    *at = call->next;
    if (!*at)
        cloud->last_call = at;
    free(call->service);
    free(call->operation);
    json_decref(call->args);
    free(call);
}

void cloud_answer_call(struct cloud *cloud, const json_t *result, const char *error_code)
{
    struct slrun_error error = {.kind = SLRUN_E_SERVICE};
    struct called call = take_call(cloud);
    snprintf(error.code, sizeof error.code, "%s", error_code ? error_code : "");
    call.done(call.arg, error_code ? NULL : result, error_code ? &error : NULL);
}

void cloud_calls_drop(struct cloud *cloud)
{
    while (cloud->calls)
        (void)take_call(cloud);
}

/* Nobody is there to be asked. */
static struct slrun_calling *no_request(const struct slrun_cloud *base,
                                        const struct slrun_cloud_request *request)
{
    (void)base, (void)request;
    return NULL;
}

/* ---- work ---- */

/* Without a thread: after the request that it is for. */
static int work(const struct slrun_cloud *base, void (*run)(void *arg), void (*done)(void *arg),
                void *arg)
{
    struct cloud *cloud = cloud_of(base);
    assert_null(cloud->work.run); /* one at a time */
    cloud->work.run = run;
    cloud->work.done = done;
    cloud->work.arg = arg;
    return 0;
}

void cloud_work(struct cloud *cloud)
{
    while (cloud->work.run) {
        void (*done)(void *arg) = cloud->work.done;
        void *arg = cloud->work.arg;
        cloud->work.run(arg);
        cloud->work.run = NULL;
        done(arg);
    }
}

void cloud_calls_fill(struct slrun_cloud *api)
{
    api->call = call_other;
    api->call_cancel = call_cancel;
    api->request = no_request;
    api->work = work;
}
