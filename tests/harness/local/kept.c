/* SPDX-License-Identifier: Apache-2.0 */
/* Stores that are opened once: see kept.h. */
#include "kept.h"

#include <stdbool.h>
#include <stdlib.h>

#include <slrun/cloud.h>
#include <sqlite3.h>

#include "local/store/store.h"

enum { KEPT_MAX = 32, NEW_OF = 64 };

static struct kept {
    const struct slrun_store_plan *plan;
    struct slrun_store *store;
    bool used;
} all[KEPT_MAX];

static void close_kept(struct slrun_store *store);

static struct slrun_stores api;

static void run(struct slrun_store *store, const char *sql)
{
    if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) != SQLITE_OK)
        abort();
}

/* A new one with its schema, whose state can be gone back to. */
static bool make(struct kept *kept, const struct slrun_cloud *cloud,
                 const struct slrun_store_plan *plan, struct slrun_error *error)
{
    struct slrun_store *store = store_api.open(cloud, plan, error);
    if (store == NULL || store_api.begin(store) != 0)
        return false;
    store_api.rollback(store);
    run(store, "SAVEPOINT kept");
    store->api = &api;
    *kept = (struct kept){.plan = plan, .store = store};
    return true;
}

static struct slrun_store *open_kept(const struct slrun_cloud *cloud,
                                     const struct slrun_store_plan *plan, struct slrun_error *error)
{
    struct kept *kept = all;
    while (kept < all + KEPT_MAX && kept->store != NULL && (kept->plan != plan || kept->used))
        kept++;
    if (kept == all + KEPT_MAX || cloud->data != NULL ||
        (kept->store == NULL && !make(kept, cloud, plan, error)))
        abort();
    kept->used = true;
    return kept->store;
}

static void undo(struct slrun_store *store)
{
    store_api.rollback(store);
    for (sqlite3_stmt *s = sqlite3_next_stmt(store->db, NULL); s != NULL;
         s = sqlite3_next_stmt(store->db, s)) {
        sqlite3_reset(s);
        sqlite3_clear_bindings(s); /* texts that were borrowed from the input */
    }
    run(store, "ROLLBACK TO kept");
    sqlite3_set_last_insert_rowid(store->db, 0);
}

static void close_kept(struct slrun_store *store)
{
    struct kept *kept = all;
    while (kept < all + KEPT_MAX && kept->store != store)
        kept++;
    if (store == NULL || kept == all + KEPT_MAX) {
        store_api.close(store);
        return;
    }
    undo(store);
    kept->used = false;
}

const struct slrun_stores *kept_stores(size_t size)
{
    api = store_api;
    api.open = open_kept;
    api.close = close_kept;
    return size % NEW_OF == 0 ? &store_api : &api;
}
