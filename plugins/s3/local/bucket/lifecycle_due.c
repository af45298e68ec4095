/* SPDX-License-Identifier: Apache-2.0 */
/* What has to go by what a bucket's lifecycle says: key by key, upload by upload. */
#include "bucket/lifecycle_due.h"

#include <stdio.h>
#include <string.h>

#include "bucket/lifecycle.h"
#include "event/event.h"
#include "object/lock.h"

/* All versions of one key, newest first. */
struct history {
    struct object *all;
    size_t n, room;
};

static bool keep(struct call *call, struct history *h, const struct object *object)
{
    if (h->n == h->room) {
        size_t room = h->room == 0 ? 8 : 2 * h->room;
        struct object *more = pool_take(&call->pool, room * sizeof *more);
        if (more == NULL)
            return false;
        if (h->n > 0)
            memcpy(more, h->all, h->n * sizeof *more);
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
           (h->n == 0 || slice_compare(h->all[0].key, object.key) == 0))
        kept = keep(call, h, &object);
    store_walk_end(store);
    return kept;
}

/* ---- what is done ---- */

static void remove_version(struct call *call, const struct object *object)
{
    if (lock_protects(call, object))
        return;
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
    if (!lifecycle_is_over(call, object, h->n == 1))
        move(call, object, NULL);
    else if (object->marker || call->bucket.versioning == VERSIONING_NEVER)
        remove_version(call, object);
    else
        hide(call, object);
}

static void judge(struct call *call, const struct history *h)
{
    for (size_t i = h->n; i-- > 1;) {
        const struct lifecycle_past past = {.since_ms = h->all[i - 1].modified_ms, .newer = i - 1};
        if (lifecycle_is_past(call, &h->all[i], &past))
            remove_version(call, &h->all[i]);
        else
            move(call, &h->all[i], &past);
    }
    judge_current(call, h);
}

/* ---- the way through a bucket ---- */

/* The next key; false: there are no more. */
static bool step_key(struct call *call, struct lifecycle_place *place)
{
    struct history h = {.n = 0};
    if (!read_key(call, (struct slice){place->key, place->size}, &h) || h.n == 0 ||
        h.all[0].key.size > KEY_MAX)
        return false;
    struct slice key = h.all[0].key;
    judge(call, &h);
    memcpy(place->key, key.data, key.size);
    place->key[key.size] = '\0'; /* the least key behind it has a NUL more */
    place->size = key.size + 1;
    return true;
}

/* The same of uploads, which are in the order of key and id. */
static bool step_upload(struct call *call, struct lifecycle_place *place)
{
    struct store *store = call->service->store;
    struct upload upload = {
        .bucket = call->bucket.id, .key = {place->key, place->size}, .id = place->upload};
    if (!store_upload_next(store, &call->pool, &upload) || upload.key.size > KEY_MAX)
        return false;
    if (lifecycle_is_abandoned(call, &upload))
        store_upload_remove(store, upload.id);
    memcpy(place->key, upload.key.data, upload.key.size);
    place->size = upload.key.size;
    (void)snprintf(place->upload, sizeof place->upload, "%s", upload.id);
    return true;
}

bool lifecycle_step(struct call *call, struct lifecycle_place *place)
{
    if (!place->in_uploads && step_key(call, place))
        return true;
    if (!place->in_uploads)
        *place = (struct lifecycle_place){.in_uploads = true};
    return step_upload(call, place);
}
