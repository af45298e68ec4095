/* SPDX-License-Identifier: Apache-2.0 */
/* Writing an item and keeping its index entries in step. */
#include "item/write.h"

#include <string.h>

#include "stream/stream_record.h"
#include "table/backup.h"
#include "table/destination.h"
#include "table/ttl.h"

static bool copy(json_t *to, const json_t *item, const char *name)
{
    json_t *value = json_object_get(item, name);
    return value == NULL || json_object_set_nocheck(to, name, value) == 0;
}

json_t *index_project(const struct table *table, const struct index *index, const json_t *item)
{
    if (index->all)
        return value_copy(item);
    json_t *out = key_attributes(table, index, item);
    size_t i;
    json_t *name;
    json_array_foreach (index->non_key, i, name) {
        if (out != NULL && !copy(out, item, json_string_value(name))) {
            json_decref(out);
            return NULL;
        }
    }
    return out;
}

static size_t projected_size(const struct table *table, const struct index *index,
                             const json_t *item)
{
    json_t *projected = index_project(table, index, item);
    size_t size = projected == NULL ? 0 : value_item_size(projected);
    json_decref(projected);
    return size;
}

static bool same_projection(const struct write *write, const struct index *index)
{
    json_t *before = index_project(write->table, index, write->old->item);
    json_t *after = index_project(write->table, index, write->item);
    bool same = before != NULL && after != NULL && json_equal(before, after) == 1;
    json_decref(before);
    json_decref(after);
    return same;
}

static bool entry(const struct write *write, const struct index *index, const json_t *item,
                  struct entry_key *out)
{
    out->base = *write->key; /* borrowed */
    return key_encode(&index->keys, item, &out->key);
}

static bool remove_entry(const struct write *write, const struct index *index)
{
    struct entry_key at;
    if (!entry(write, index, write->old->item, &at))
        return false;
    bool ok = store_entry_remove(write->store, index->part, &at);
    item_key_free(&at.key);
    return ok;
}

static bool add_entry(const struct write *write, const struct index *index, int64_t id)
{
    struct entry_key at;
    if (!entry(write, index, write->item, &at))
        return false;
    bool ok = store_entry_add(write->store, index->part, &at, id);
    item_key_free(&at.key);
    return ok;
}

/* Does the item stay at its place in the index? */
static bool stays(const struct write *write, const struct index *index, bool was, bool is)
{
    struct item_key before = {0};
    struct item_key after = {0};
    bool same = was && is && key_encode(&index->keys, write->old->item, &before) &&
                key_encode(&index->keys, write->item, &after) && item_key_equal(&before, &after);
    item_key_free(&before);
    item_key_free(&after);
    return same;
}

static bool write_entry(const struct write *write, size_t i, int64_t id, double *units)
{
    const struct index *index = &write->table->indexes[i];
    bool was = write->old->item != NULL && key_in_index(index, write->old->item);
    bool is = write->item != NULL && key_in_index(index, write->item);
    if (stays(write, index, was, is)) {
        if (!same_projection(write, index)) {
            size_t before = projected_size(write->table, index, write->old->item);
            size_t after = projected_size(write->table, index, write->item);
            *units += capacity_write(before > after ? before : after);
        }
        return true;
    }
    if (was)
        *units += capacity_write(projected_size(write->table, index, write->old->item));
    if (is)
        *units += capacity_write(projected_size(write->table, index, write->item));
    return (!was || remove_entry(write, index)) && (!is || add_entry(write, index, id));
}

static bool remember(const struct write *write)
{
    const struct table *table = write->table;
    return store_history_add(
        write->store, &(struct store_change){.part = table->part,
                                             .now_ms = write->now_ms,
                                             .first_ms = recovery_first_ms(table, write->now_ms),
                                             .key = write->key,
                                             .old = write->old});
}

static bool apply(const struct write *write, struct capacity *capacity)
{
    struct store_row row = {.id = write->old->id, .item = write->item};
    bool ok = !write->table->recovers || remember(write);
    if (!ok)
        return false;
    if (write->item != NULL) {
        row.size = value_item_size(write->item);
        ok = store_put(write->store, write->table->part, write->key, &row);
    } else if (write->old->id != 0) {
        ok = store_delete(write->store, write->old->id);
    }
    capacity->table += capacity_write(row.size > write->old->size ? row.size : write->old->size);
    for (size_t i = 0; ok && i < write->table->n_indexes; i++)
        ok = write_entry(write, i, row.id, &capacity->index[i]);
    ok = ok && (write->table->ttl == NULL || ttl_follow(write, row.id));
    return ok && (!stream_wants(write) || stream_record(write)) &&
           (write->table->destination == NULL || !stream_changes(write) ||
            destination_record(write));
}

bool write_item(const struct write *write, struct capacity *capacity)
{
    const struct table *table = write->table;
    bool looks = table->n_indexes != 0 || table->ttl != NULL || table->stream != NULL ||
                 table->destination != NULL;
    if (looks && write->old->id != 0 && store_row_item(write->old) == NULL)
        return false;
    bool alone = table->n_indexes == 0 && table->ttl == NULL && !table->recovers &&
                 table->destination == NULL && !stream_wants(write);
    if (alone || store_in_transaction(write->store))
        return apply(write, capacity);
    if (!store_begin(write->store))
        return false;
    if (apply(write, capacity) && store_commit(write->store))
        return true;
    store_rollback(write->store);
    return false;
}

static bool has_local_index(const struct table *table)
{
    return table->n_indexes != 0 && !table->indexes[0].global; /* local ones come first */
}

json_t *write_metrics(const struct table *table, const json_t *item)
{
    return has_local_index(table)
               ? json_pack("{s:{s:O}, s:[f, f]}", "ItemCollectionKey", table->keys.of[0].name,
                           json_object_get(item, table->keys.of[0].name), "SizeEstimateRangeGB",
                           0.0, 1.0)
               : NULL;
}

/* The member `name`, made with new_value() if it is not there. */
static json_t *member(json_t *json, const char *name, json_t *(*new_value)(void))
{
    json_t *value = json_object_get(json, name);
    if (value != NULL)
        return value;
    value = new_value();
    return json_object_set_new(json, name, value) == 0 ? value : NULL;
}

bool write_metrics_add(json_t *answer, const char *name, const struct table *table,
                       const json_t *item)
{
    if (!has_local_index(table))
        return true;
    json_t *all = member(answer, "ItemCollectionMetrics", json_object);
    json_t *list = all == NULL ? NULL : member(all, name, json_array);
    return list != NULL && json_array_append_new(list, write_metrics(table, item)) == 0;
}
