/* SPDX-License-Identifier: Apache-2.0 */
/* TagQueue, UntagQueue, ListQueueTags. */
#include <string.h>

#include "service.h"
#include "store.h"

enum { TAGS_MAX = 50, KEY_MAX = 128, VALUE_MAX = 256 };

static bool check(struct call *call, const struct queue *queue, const json_t *all)
{
    const char *key;
    json_t *value;
    if (json_object_size(all) > TAGS_MAX)
        return fault_value(&call->fault, "Too many tags added for queue %s.", queue->name);
    json_object_foreach ((json_t *)(uintptr_t)all, key, value) {
        size_t n = strlen(key);
        if (n < 1 || n > KEY_MAX) {
            return fault_value(&call->fault,
                               "Tag keys must be between 1 and 128 characters in length.");
        }
        if (json_string_length(value) > VALUE_MAX) {
            return fault_value(&call->fault,
                               "Tag values must be between 0 and 256 characters in length.");
        }
    }
    return true;
}

json_t *op_tag_queue(struct call *call)
{
    struct queue *queue = call_queue(call);
    json_t *tags = json_object_get(call->args, "Tags");
    if (queue == NULL)
        return NULL;
    if (json_object_size(tags) == 0) {
        fault_missing(&call->fault, "Tags");
        return NULL;
    }
    json_t *all = json_copy(queue->tags);
    if (all == NULL || json_object_update(all, tags) != 0 || !check(call, queue, all)) {
        json_decref(all);
        return NULL;
    }
    json_decref(queue->tags);
    queue->tags = all;
    store_queue(call->service->store, queue);
    return json_null();
}

json_t *op_untag_queue(struct call *call)
{
    struct queue *queue = call_queue(call);
    const json_t *keys = json_object_get(call->args, "TagKeys");
    if (queue == NULL)
        return NULL;
    if (json_array_size(keys) == 0) {
        fault_value(&call->fault, "Tag keys must be between 1 and 128 characters in length.");
        return NULL;
    }
    for (size_t i = 0; i < json_array_size(keys); i++)
        json_object_del(queue->tags, json_string_value(json_array_get(keys, i)));
    store_queue(call->service->store, queue);
    return json_null();
}

json_t *op_list_queue_tags(struct call *call)
{
    const struct queue *queue = call_queue(call);
    json_t *result = queue == NULL ? NULL : json_object();
    if (queue != NULL && json_object_size(queue->tags) > 0)
        json_object_set_new(result, "Tags", json_copy(queue->tags));
    return result;
}
