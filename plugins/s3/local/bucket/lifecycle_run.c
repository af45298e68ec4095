/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Midnight. A sweep goes through all buckets that have a lifecycle in slices, each of which is one
 * call and one commit: requests are answered in between, and the clock stands until it is over.
 */
#include "bucket/lifecycle_run.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bucket/lifecycle_due.h"
#include "event/event.h"

#define DAY_MS INT64_C(86400000)

enum { SLICE_KEYS = 256, SLICE_MS = 5 };

/* As whom events name it, and the operation that EventBridge is told. */
#define ITSELF "s3.amazonaws.com"
static const struct operation itself = {.name = "Lifecycle Expiration"};

struct sweep {
    char bucket[BUCKET_NAME_SIZE]; /* "": before the first */
    struct lifecycle_place place;
};

/* ---- a slice ---- */

/* A call that nobody made; call_free(). NULL: no such bucket, or no memory. */
static struct call *own_call(struct service *service, const char *bucket)
{
    struct slrun_exchange *x;
    struct call *call = call_new(service, &(struct slrun_exchange){.request_id = ""});
    if (call == NULL)
        return NULL;
    x = pool_alloc(&call->pool, sizeof *x);
    if (x == NULL || !store_bucket(service->store, &call->pool, bucket, &call->bucket)) {
        call_free(call);
        return NULL;
    }
    x->request_id = call_new_id(call);
    x->method = x->target = "";
    call->x = x;
    call->operation = &itself;
    call_set_account(call, call->bucket.account);
    call->by_itself = ITSELF;
    return call;
}

static void end_call(struct call *call)
{
    if (store_commit(call->service->store))
        event_send_all(call);
    else
        call->service->cloud->host->log(SLRUN_LOG_ERROR, "s3: the state could not be written");
    call_free(call);
}

static double real_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* As much as a slice may; false: the bucket is done. */
static bool run_slice(struct service *service, struct sweep *sweep)
{
    struct call *call = own_call(service, sweep->bucket);
    double end_ms = real_ms() + SLICE_MS;
    bool more = call != NULL;
    for (int i = 0; more && i < SLICE_KEYS && real_ms() < end_ms; i++)
        more = lifecycle_step(call, &sweep->place);
    if (call != NULL)
        end_call(call);
    return more;
}

/* ---- a sweep ---- */

/* The next bucket that has a lifecycle. */
static bool next_bucket(struct service *service, struct sweep *sweep)
{
    struct pool pool = {.blocks = NULL};
    struct bucket bucket = {.name = sweep->bucket};
    bool found = store_bucket_configured(service->store, &pool, "lifecycle", &bucket);
    sweep->place = (struct lifecycle_place){.size = 0};
    (void)snprintf(sweep->bucket, sizeof sweep->bucket, "%s", found ? bucket.name : "");
    pool_free(&pool);
    return found;
}

static bool any_bucket(struct service *service)
{
    return next_bucket(service, &(struct sweep){.bucket = ""});
}

static void end_sweep(struct service *service)
{
    if (service->sweep != NULL) {
        free(service->sweep);
        service->sweep = NULL;
        service->cloud->busy(service->cloud, -1);
    }
}

static void slice(void *arg)
{
    struct service *service = arg;
    const struct slrun_cloud *cloud = service->cloud;
    service->midnight = NULL;
    if (run_slice(service, service->sweep) || next_bucket(service, service->sweep))
        service->midnight = cloud->timer_start(cloud, cloud->now_ms(cloud), slice, service);
    if (service->midnight == NULL) {
        end_sweep(service);
        lifecycle_open(service);
    }
}

static void fire(void *arg)
{
    struct service *service = arg;
    service->midnight = NULL;
    service->sweep = calloc(1, sizeof *service->sweep);
    if (service->sweep == NULL) {
        lifecycle_arm(service);
        return;
    }
    service->cloud->busy(service->cloud, 1); /* until end_sweep() */
    slice(service);
}

/* ---- when ---- */

void lifecycle_arm(struct service *service)
{
    const struct slrun_cloud *cloud = service->cloud;
    int64_t next = (cloud->now_ms(cloud) / DAY_MS + 1) * DAY_MS;
    if (service->midnight == NULL)
        service->midnight = cloud->timer_start(cloud, next, fire, service);
}

void lifecycle_open(struct service *service)
{
    if (any_bucket(service))
        lifecycle_arm(service);
}

void lifecycle_disarm(struct service *service)
{
    end_sweep(service);
    if (service->midnight != NULL) {
        service->cloud->timer_stop(service->midnight);
        service->midnight = NULL;
    }
}
