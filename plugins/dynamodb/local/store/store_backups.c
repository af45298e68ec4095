/* SPDX-License-Identifier: Apache-2.0 */
/* Backups, and what tables with point in time recovery held before each change. The items of a
 * backup lie beside those of tables, in a part of its own. */
#include "store/store_internal.h"

/* Ids of tables count from 1, so that no part of a table is below 0. */
int64_t store_backup_part(int64_t id)
{
    return -id;
}

bool store_items_copy(struct store *store, int64_t from, int64_t to)
{
    sqlite3_stmt *statement = store_use(store, STORE_ITEMS_COPY);
    sqlite3_bind_int64(statement, 1, from);
    sqlite3_bind_int64(statement, 2, to);
    return store_run(statement);
}

bool store_backup_add(struct store *store, struct store_backup *backup)
{
    sqlite3_stmt *statement = store_use(store, STORE_BACKUP_ADD);
    store_bind_text(statement, 1, backup->account);
    store_bind_text(statement, 2, backup->region);
    store_bind_text(statement, 3, backup->arn);
    sqlite3_bind_int64(statement, 4, backup->expires_ms);
    store_bind_text(statement, 5, backup->document);
    if (!store_run(statement))
        return false;
    backup->id = sqlite3_last_insert_rowid(store->sql->db);
    return true;
}

static bool remove_items(struct store *store, int64_t part)
{
    sqlite3_stmt *statement = store_use(store, STORE_ITEMS_REMOVE);
    sqlite3_bind_int64(statement, 1, part);
    return store_run(statement);
}

bool store_backup_remove(struct store *store, int64_t id)
{
    sqlite3_stmt *statement = store_use(store, STORE_BACKUP_REMOVE);
    sqlite3_bind_int64(statement, 1, id);
    return store_run(statement) && remove_items(store, store_backup_part(id));
}

bool store_backups_expire(struct store *store, int64_t now_ms)
{
    sqlite3_stmt *items = store_use(store, STORE_BACKUP_ITEMS_EXPIRE);
    sqlite3_stmt *backups = store_use(store, STORE_BACKUPS_EXPIRE);
    sqlite3_bind_int64(items, 1, now_ms);
    sqlite3_bind_int64(backups, 1, now_ms);
    return store_run(items) && store_run(backups);
}

bool store_backups(struct store *store, const struct store_backups_look *look)
{
    sqlite3_stmt *statement = store_use(store, STORE_BACKUPS);
    int result = SQLITE_DONE;
    bool more = true;
    store_bind_text(statement, 1, look->account);
    store_bind_text(statement, 2, look->region);
    while (more && (result = sqlite3_step(statement)) == SQLITE_ROW) {
        struct store_backup backup = {.id = sqlite3_column_int64(statement, 0),
                                      .arn = (const char *)sqlite3_column_text(statement, 1),
                                      .expires_ms = sqlite3_column_int64(statement, 2),
                                      .document = (const char *)sqlite3_column_text(statement, 3)};
        more = backup.arn != NULL && backup.document != NULL && look->visit(look->arg, &backup);
    }
    sqlite3_reset(statement);
    return result == SQLITE_DONE || result == SQLITE_ROW;
}

bool store_history_add(struct store *store, const struct store_change *change)
{
    sqlite3_stmt *trim = store_use(store, STORE_HISTORY_TRIM);
    sqlite3_stmt *statement = store_use(store, STORE_HISTORY_ADD);
    const struct store_row *old = change->old;
    sqlite3_bind_int64(trim, 1, change->part);
    sqlite3_bind_int64(trim, 2, change->first_ms);
    sqlite3_bind_int64(statement, 1, change->part);
    sqlite3_bind_int64(statement, 2, change->now_ms);
    store_bind_key(statement, 3, change->key);
    sqlite3_bind_int64(statement, 6, (sqlite3_int64)old->size);
    if (old->id != 0)
        sqlite3_bind_text64(statement, 7, old->text, old->length, SQLITE_STATIC, SQLITE_UTF8);
    else
        sqlite3_bind_null(statement, 7);
    return store_run(trim) && store_run(statement);
}

bool store_history_clear(struct store *store, int64_t part)
{
    sqlite3_stmt *statement = store_use(store, STORE_HISTORY_CLEAR);
    sqlite3_bind_int64(statement, 1, part);
    return store_run(statement);
}

bool store_items_copy_at(struct store *store, int64_t from, int64_t to, int64_t at_ms)
{
    static const enum store_statement steps[] = {STORE_HISTORY_SAME, STORE_HISTORY_OTHER};
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof steps / sizeof *steps; i++) {
        sqlite3_stmt *statement = store_use(store, steps[i]);
        sqlite3_bind_int64(statement, 1, from);
        sqlite3_bind_int64(statement, 2, to);
        sqlite3_bind_int64(statement, 3, at_ms);
        ok = store_run(statement);
    }
    return ok;
}

bool store_history_span(struct store *store, const struct store_span *span,
                        bool (*visit)(void *arg, const struct store_span_change *change), void *arg)
{
    sqlite3_stmt *statement = store_use(store, STORE_HISTORY_SPAN);
    int result = SQLITE_DONE;
    bool more = true;
    sqlite3_bind_int64(statement, 1, span->part);
    sqlite3_bind_int64(statement, 2, span->from_ms);
    sqlite3_bind_int64(statement, 3, span->to_ms);
    while (more && (result = sqlite3_step(statement)) == SQLITE_ROW) {
        more = visit(arg, &(struct store_span_change){
                              .last_ms = sqlite3_column_int64(statement, 0),
                              .old = (const char *)sqlite3_column_text(statement, 1),
                              .now = (const char *)sqlite3_column_text(statement, 2)});
    }
    sqlite3_reset(statement);
    return more && result == SQLITE_DONE;
}
