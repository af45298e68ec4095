/* SPDX-License-Identifier: Apache-2.0 */
#include "object/order.h"

#include <string.h>

#include "object/object.h"

static bool find_null(struct call *call, struct object *object)
{
    *object =
        (struct object){.bucket = call->bucket.id, .key = call->address.key, .version = "null"};
    return store_object(call->service->store, &call->pool, object);
}

void order_begin(struct call *call, json_t *info)
{
    struct object old;
    bool found = call->bucket.versioning != VERSIONING_ENABLED && find_null(call, &old);
    json_object_set_new(info, "place", json_integer(store_object_place(call->service->store)));
    if (found)
        json_object_set_new(info, "before", json_string(old.etag));
}

/* Whether the version "null" is newer than the upload. Two of one millisecond: if it is another one
 * than it was. */
static bool is_late(struct call *call, const struct upload *upload)
{
    struct object old;
    if (call->bucket.versioning == VERSIONING_ENABLED || !find_null(call, &old))
        return false;
    int64_t place = json_integer_value(json_object_get(old.info, "place"));
    if (place != 0)
        return place > json_integer_value(json_object_get(upload->info, "place"));
    const char *before = json_string_value(json_object_get(upload->info, "before"));
    return old.modified_ms > upload->created_ms ||
           (old.modified_ms == upload->created_ms &&
            (before == NULL || strcmp(before, old.etag) != 0));
}

void order_put(struct call *call, const struct upload *upload, struct object *object)
{
    object->id = json_integer_value(json_object_get(upload->info, "place"));
    object->modified_ms = upload->created_ms;
    bool late = object->id != 0 && is_late(call, upload);
    json_object_del(object->info, "before");
    if (!late) {
        object_put(call, object);
        return;
    }
    object->version = "null";
    store_content_drop(call->service->store, object->content);
    object_add_version(call, object);
}
