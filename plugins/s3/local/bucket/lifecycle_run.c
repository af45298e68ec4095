/* SPDX-License-Identifier: Apache-2.0 */
/* Midnight: what a lifecycle says has to go goes. */
#include "bucket/lifecycle_run.h"

#include <stdlib.h>
#include <string.h>

#include "bucket/lifecycle.h"
#include "event/event.h"
#include "object/lock.h"

#define DAY_MS INT64_C(86400000)

/* As whom events name it, and the operation that EventBridge is told. */
#define ITSELF "s3.amazonaws.com"
static const struct operation itself = {.name = "Lifecycle Expiration"};

/* All versions of one key, newest first. */
struct history {
    struct object *all;
    size_t n, room;
};

/* A call that nobody made; call_free(). NULL: no memory. */
static struct call *own_call(struct service *service, const struct bucket *bucket)
{
    struct slrun_exchange *x;
    struct call *call = call_new(service, &(struct slrun_exchange){.request_id = ""});
    if (call == NULL) {
        return NULL;
    }
    x = pool_alloc(&call->pool, sizeof *x);
    if (x == NULL || !store_bucket(service->store, &call->pool, bucket->name, &call->bucket)) {
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

static bool keep(struct call *call, struct history *h, const struct object *object)
{
    if (h->n == h->room) {
        size_t room = h->room == 0 ? 8 : 2 * h->room;
        struct object *more = pool_take(&call->pool, room * sizeof *more);
        if (more == NULL) {
            return false;
        }
        if (h->n > 0) {
            memcpy(more, h->all, h->n * sizeof *more);
        }
        h->all = more;
        h->room = room;
    }
    h->all[h->n++] = *object;
    return true;
}

/* The versions of the first key from there on; none at the end. */
static bool read_key(struct call *call, struct slice from, struct history *h)
{
    struct store *store = call->service->store;
    struct object object;
    bool kept = true;
    store_walk(store, call->bucket.id, true, from);
    while (kept && store_walk_next(store, &call->pool, &object) &&
           (h->n == 0 || slice_compare(h->all[0].key, object.key) == 0)) {
        kept = keep(call, h, &object);
    }
    store_walk_end(store);
    return kept;
}

/* ---- what is done ---- */

static void remove_version(struct call *call, const struct object *object)
{
    if (lock_protects(call, object)) {
        return;
    }
    store_object_remove(call->service->store, object);
    event_note(call, "LifecycleExpiration:Delete",
               &(struct object){.key = object->key, .version = object->version});
}

static void hide(struct call *call, const struct object *object)
{
    bool enabled = call->bucket.versioning == VERSIONING_ENABLED;
    struct object marker = {.bucket = call->bucket.id,
                            .key = object->key,
                            .version = enabled ? call_new_id(call) : "null",
                            .marker = true,
                            .modified_ms = call->now,
                            .etag = "",
                            .info =
                                pool_json(&call->pool, json_pack("{s:s}", "owner", call->owner))};
    if (marker.version != NULL) {
        store_object_add(call->service->store, &marker);
        event_note(call, "LifecycleExpiration:DeleteMarkerCreated", &marker);
    }
}

/* To another storage class, where its time has come. */
static void move(struct call *call, struct object *object, const struct lifecycle_past *past)
{
    const char *class = object->marker ? NULL : lifecycle_class(call, object, past);
    if (class != NULL) {
        (void)json_object_set_new(object->info, "class", json_string(class));
        store_object_set(call->service->store, object);
        event_note(call, "LifecycleTransition", object);
    }
}

static void judge_current(struct call *call, const struct history *h)
{
    struct object *object = &h->all[0];
    if (!lifecycle_is_over(call, object, h->n == 1)) {
        move(call, object, NULL);
    } else if (object->marker || call->bucket.versioning == VERSIONING_NEVER) {
        remove_version(call, object);
    } else {
        hide(call, object);
    }
}

static void judge(struct call *call, const struct history *h)
{
    for (size_t i = h->n; i-- > 1;) {
        const struct lifecycle_past past = {.since_ms = h->all[i - 1].modified_ms, .newer = i - 1};
        if (lifecycle_is_past(call, &h->all[i], &past)) {
            remove_version(call, &h->all[i]);
        } else {
            move(call, &h->all[i], &past);
        }
    }
    judge_current(call, h);
}

/* ---- the way through a bucket ---- */

static void end_call(struct call *call)
{
    if (store_commit(call->service->store)) {
        event_send_all(call);
    } else {
        call->service->cloud->host->log(SLRUN_LOG_ERROR, "s3: the state could not be written");
    }
    call_free(call);
}

/* One key, in a call of its own; `from` is then behind it. False: there are no more. */
static bool sweep_key(struct service *service, const struct bucket *bucket, struct slice *from,
                      char room[KEY_MAX + 1])
{
    struct call *call = own_call(service, bucket);
    struct history h = {.n = 0};
    if (call == NULL) {
        return false;
    }
    bool more = read_key(call, *from, &h) && h.n > 0 && h.all[0].key.size <= KEY_MAX;
    if (more) {
        struct slice key = h.all[0].key;
        judge(call, &h);
        memcpy(room, key.data, key.size);
        room[key.size] = '\0'; /* the least key behind it has a NUL more */
        *from = (struct slice){room, key.size + 1};
    }
    end_call(call);
    return more;
}

static void sweep_uploads(struct service *service, const struct bucket *bucket)
{
    struct call *call = own_call(service, bucket);
    struct upload upload = {.bucket = bucket->id, .id = ""};
    if (call == NULL) {
        return;
    }
    while (store_upload_next(service->store, &call->pool, &upload)) {
        if (lifecycle_is_abandoned(call, &upload)) {
            store_upload_remove(service->store, upload.id);
        }
    }
    end_call(call);
}

static bool has_lifecycle(struct service *service, struct pool *pool, const struct bucket *bucket)
{
    return store_config_xml(service->store, pool, bucket->id, "lifecycle") != NULL;
}

/* Calls `each` for the buckets that have a lifecycle; whether there are any. */
static bool for_buckets(struct service *service,
                        void (*each)(struct service *service, const struct bucket *bucket))
{
    struct pool pool = {.blocks = NULL};
    struct bucket bucket = {.name = ""};
    bool any = false;
    while (store_bucket_after(service->store, &pool, &bucket)) {
        if (has_lifecycle(service, &pool, &bucket)) {
            any = true;
            each(service, &bucket);
        }
    }
    pool_free(&pool);
    return any;
}

static void sweep(struct service *service, const struct bucket *bucket)
{
    char room[KEY_MAX + 1];
    struct slice from = {"", 0};
    while (sweep_key(service, bucket, &from, room)) {
    }
    sweep_uploads(service, bucket);
}

static void nothing(struct service *service, const struct bucket *bucket)
{
    (void)service;
    (void)bucket;
}

/* ---- when ---- */

static void fire(void *arg)
{
    struct service *service = arg;
    service->midnight = NULL;
    (void)for_buckets(service, sweep);
    lifecycle_arm(service);
}

void lifecycle_arm(struct service *service)
{
    const struct slrun_cloud *cloud = service->cloud;
    int64_t next = (cloud->now_ms(cloud) / DAY_MS + 1) * DAY_MS;
    if (service->midnight == NULL && for_buckets(service, nothing)) {
        service->midnight = cloud->timer_start(cloud, next, fire, service);
    }
}

void lifecycle_disarm(struct service *service)
{
    if (service->midnight != NULL) {
        service->cloud->timer_stop(service->midnight);
        service->midnight = NULL;
    }
}
