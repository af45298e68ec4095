/* SPDX-License-Identifier: Apache-2.0 */
/* Deduplication. jansson keeps the members of an object in the order in which they came. */
#include "dedup.h"

#include <stdlib.h>
#include <string.h>

#include "store.h"

char *dedup_key(const struct queue *queue, const char *group, const char *id)
{
    const char *first = queue->settings.by_group ? group : "";
    size_t n = strlen(first), size = n + strlen(id) + 2;
    char *key = malloc(size);
    if (key != NULL) {
        memcpy(key, first, n);
        key[n] = ' '; /* stands in neither */
        memcpy(key + n + 1, id, size - n - 1);
    }
    return key;
}

static int64_t sent_at(const json_t *entry)
{
    return json_integer_value(json_object_get(entry, "at"));
}

const json_t *dedup_find(struct queue *queue, const char *key, int64_t now)
{
    void *oldest;
    while ((oldest = json_object_iter(queue->duplicates)) != NULL &&
           sent_at(json_object_iter_value(oldest)) + DEDUP_INTERVAL_MS <= now)
        json_object_del(queue->duplicates, json_object_iter_key(oldest));
    return json_object_get(queue->duplicates, key);
}

bool dedup_add(struct queue *queue, const char *key, const struct message *message)
{
    json_t *entry = json_pack("{s:s, s:I}", "id", message->id, "at", (json_int_t)message->sent_ms);
    const json_t *sequence = json_object_get(message->content, "SequenceNumber");
    if (json_object_set_new(entry, "sequence", json_copy((json_t *)(uintptr_t)sequence)) != 0) {
        json_decref(entry);
        return false;
    }
    return json_object_set_new(queue->duplicates, key, entry) == 0;
}

void dedup_clear(struct slrun_store *store, struct queue *queue)
{
    json_object_clear(queue->duplicates);
    store_duplicates_clear(store, queue);
}
