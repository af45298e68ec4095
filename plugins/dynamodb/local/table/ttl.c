/* SPDX-License-Identifier: Apache-2.0 */
/* Items that expire. */
#include "table/ttl.h"

#include "table/destination.h"

#include <stdlib.h>
#include <string.h>

enum { BATCH = 500, DIGITS_MAX = 15 };

#define AGE_MAX_S (INT64_C(5) * 365 * 24 * 60 * 60) /* what is over for longer is left alone */
#define NEVER     INT64_MIN

/* The second at which the item expires: a number of seconds since 1970; NEVER for anything else. */
static int64_t due_of(const struct table *table, const json_t *item)
{
    const json_t *value = json_object_get(item, table->ttl);
    const char *text =
        value_type_of(value) == VALUE_N ? json_string_value(value_payload(value)) : NULL;
    if (text == NULL || *text == '-' || strcspn(text, ".") > DIGITS_MAX)
        return NEVER;
    return strtoll(text, NULL, 10); /* canonical: plain digits */
}

static bool is_kept(int64_t due_s, int64_t now_ms)
{
    return due_s != NEVER && due_s >= now_ms / 1000 - AGE_MAX_S;
}

bool ttl_follow(const struct write *write, int64_t id)
{
    struct store_expiry expiry = {.part = write->table->part};
    int64_t was = due_of(write->table, write->old->item);
    int64_t is = due_of(write->table, write->item);
    if (was == is)
        return true;
    expiry.item = write->old->id;
    expiry.due_s = was;
    if (was != NEVER && !store_expiry_remove(write->store, &expiry))
        return false;
    expiry.item = id;
    expiry.due_s = is;
    return !is_kept(is, write->now_ms) || store_expiry_add(write->store, &expiry);
}

bool ttl_backfill(struct store *store, const struct table *table, int64_t now_ms)
{
    struct store_row row = {0};
    int result = 0;
    bool ok = true;
    struct store_cursor *cursor = store_cursor_open(
        store, &(struct store_range){.part = table->part, .last_hash = UINT32_MAX});
    while (ok && (result = store_cursor_next(cursor, &row)) == 1) {
        struct store_expiry expiry = {due_of(table, store_row_item(&row)), table->part, row.id};
        ok = !is_kept(expiry.due_s, now_ms) || store_expiry_add(store, &expiry);
        store_row_clear(&row);
    }
    store_cursor_close(cursor);
    return ok && result == 0;
}

/* Deletes the item, or only forgets the expiry if there is nothing to delete any more. */
static bool expire(struct service *service, const struct store_expiry *expiry)
{
    const struct table *table = catalog_of_part(service->catalog, expiry->part);
    struct store_row row = {0};
    struct item_key key = {0};
    struct capacity unused = {0};
    bool ok = store_get_id(service->store, expiry->item, &row);
    bool is_it = table != NULL && table->ttl != NULL && store_row_item(&row) != NULL &&
                 due_of(table, row.item) == expiry->due_s;
    if (ok && is_it) {
        struct write write = {.cloud = service->cloud,
                              .store = service->store,
                              .table = table,
                              .key = &key,
                              .old = &row,
                              .now_ms = service->cloud->now_ms(service->cloud),
                              .by_ttl = true};
        ok = key_encode(&table->keys, row.item, &key) && write_item(&write, &unused);
    }
    item_key_free(&key);
    store_row_clear(&row);
    return ok && store_expiry_remove(service->store, expiry);
}

static bool is_due(const struct service *service, int64_t due_s)
{
    return due_s < service->cloud->now_ms(service->cloud) / 1000;
}

static bool expire_some(struct service *service)
{
    struct store_expiry first;
    for (int i = 0; i < BATCH; i++) {
        if (!store_expiry_first(service->store, &first))
            return false;
        if (!is_due(service, first.due_s))
            return true;
        if (!expire(service, &first))
            return false;
    }
    return store_expiry_first(service->store, &first);
}

static void fire(void *arg)
{
    struct service *service = arg;
    service->ttl_timer = NULL;
    if (store_begin(service->store) && expire_some(service) && store_commit(service->store)) {
        ttl_arm(service);
        delivery_go(service);
        return;
    }
    store_rollback(service->store);
    service->cloud->host->log(SLRUN_LOG_ERROR, "dynamodb: expired items could not be deleted");
}

void ttl_disarm(struct service *service)
{
    if (service->ttl_timer != NULL) {
        service->cloud->timer_stop(service->ttl_timer);
        service->ttl_timer = NULL;
    }
}

void ttl_arm(struct service *service)
{
    int64_t soonest = store_soonest(service->store);
    if (soonest == INT64_MAX || (service->ttl_timer != NULL && soonest >= service->ttl_due_s))
        return;
    ttl_disarm(service);
    service->ttl_due_s = soonest;
    service->ttl_timer =
        service->cloud->timer_start(service->cloud, (soonest + 1) * 1000, fire, service);
}
