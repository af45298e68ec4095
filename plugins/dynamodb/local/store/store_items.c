/* SPDX-License-Identifier: Apache-2.0 */
/* Items and index entries: one at a time, and in the order of their keys. */
#include <stdlib.h>
#include <string.h>

#include "store/store_internal.h"

void store_row_clear(struct store_row *row)
{
    json_decref(row->item);
    free(row->text);
    *row = (struct store_row){0};
}

json_t *store_row_item(struct store_row *row)
{
    if (row->item == NULL && row->text != NULL)
        row->item = json_loadb(row->text, row->length, JSON_ALLOW_NUL, NULL);
    return row->item;
}

static void store_bind_bytes(sqlite3_stmt *statement, int at, const struct value_bytes *bytes)
{
    /* A NULL pointer would be SQL's NULL, not an empty blob. */
    sqlite3_bind_blob64(statement, at, bytes->data == NULL ? (const void *)"" : bytes->data,
                        bytes->size, SQLITE_STATIC);
}

void store_bind_key(sqlite3_stmt *statement, int at, const struct item_key *key)
{
    sqlite3_bind_int64(statement, at, key->hash);
    store_bind_bytes(statement, at + 1, &key->pk);
    store_bind_bytes(statement, at + 2, &key->sk);
}

bool store_read_row(sqlite3_stmt *statement, struct store_row *row)
{
    const unsigned char *text = sqlite3_column_text(statement, 2);
    size_t size = (size_t)sqlite3_column_bytes(statement, 2);
    row->id = sqlite3_column_int64(statement, 0);
    row->size = (size_t)sqlite3_column_int64(statement, 1);
    row->item = NULL;
    row->length = size;
    row->text = text == NULL ? NULL : malloc(size + 1);
    if (row->text == NULL)
        return false;
    memcpy(row->text, text, size);
    row->text[size] = '\0';
    return true;
}

bool store_get(struct store *store, int64_t part, const struct item_key *key, struct store_row *row)
{
    sqlite3_stmt *statement = store_use(store, STORE_GET);
    *row = (struct store_row){0};
    sqlite3_bind_int64(statement, 1, part);
    store_bind_key(statement, 2, key);
    int result = sqlite3_step(statement);
    bool ok = result == SQLITE_DONE || (result == SQLITE_ROW && store_read_row(statement, row));
    sqlite3_reset(statement);
    return ok;
}

static sqlite3_stmt *add_statement(struct store *store, int64_t part, const struct item_key *key)
{
    sqlite3_stmt *statement = store_use(store, STORE_ADD);
    sqlite3_bind_int64(statement, 1, part);
    store_bind_key(statement, 2, key);
    return statement;
}

static sqlite3_stmt *replace_statement(struct store *store, int64_t id)
{
    sqlite3_stmt *statement = store_use(store, STORE_REPLACE);
    sqlite3_bind_int64(statement, 1, id);
    return statement;
}

bool store_put(struct store *store, int64_t part, const struct item_key *key, struct store_row *row)
{
    size_t size = 0;
    char *text = store->host->json_text(row->item, 0, &size);
    bool old = row->id != 0;
    sqlite3_stmt *statement =
        old ? replace_statement(store, row->id) : add_statement(store, part, key);
    int at = old ? 2 : 5;
    if (text == NULL)
        return false;
    sqlite3_bind_int64(statement, at, (sqlite3_int64)row->size);
    sqlite3_bind_text64(statement, at + 1, text, size, SQLITE_STATIC, SQLITE_UTF8);
    bool ok = store_run(statement);
    if (ok && !old)
        row->id = sqlite3_last_insert_rowid(store->sql->db);
    free(text);
    return ok;
}

bool store_delete(struct store *store, int64_t id)
{
    sqlite3_stmt *statement = store_use(store, STORE_REMOVE);
    sqlite3_bind_int64(statement, 1, id);
    return store_run(statement);
}

static sqlite3_stmt *entry_statement(struct store *store, enum store_statement which, int64_t part,
                                     const struct entry_key *entry)
{
    sqlite3_stmt *statement = store_use(store, which);
    sqlite3_bind_int64(statement, 1, part);
    store_bind_key(statement, 2, &entry->key);
    store_bind_key(statement, 5, &entry->base);
    return statement;
}

bool store_entry_add(struct store *store, int64_t part, const struct entry_key *entry, int64_t id)
{
    sqlite3_stmt *statement = entry_statement(store, STORE_ENTRY_ADD, part, entry);
    sqlite3_bind_int64(statement, 8, id);
    return store_run(statement);
}

bool store_entry_remove(struct store *store, int64_t part, const struct entry_key *entry)
{
    return store_run(entry_statement(store, STORE_ENTRY_REMOVE, part, entry));
}

bool store_entries_clear(struct store *store, int64_t part)
{
    sqlite3_stmt *statement = store_use(store, STORE_ENTRIES_REMOVE);
    sqlite3_bind_int64(statement, 1, part);
    sqlite3_bind_int64(statement, 2, part);
    return store_run(statement);
}

static bool count(sqlite3_stmt *statement, int64_t part, struct store_count *out)
{
    sqlite3_bind_int64(statement, 1, part);
    bool ok = sqlite3_step(statement) == SQLITE_ROW;
    if (ok) {
        out->items = sqlite3_column_int64(statement, 0);
        out->bytes = (int64_t)sqlite3_column_double(statement, 1);
    }
    sqlite3_reset(statement);
    return ok;
}

bool store_count_items(struct store *store, int64_t part, struct store_count *out)
{
    return count(store_use(store, STORE_ITEMS_COUNT), part, out);
}

int64_t store_count_to(struct store *store, int64_t part, int64_t most)
{
    sqlite3_stmt *statement = store_use(store, STORE_ITEMS_COUNT_TO);
    sqlite3_bind_int64(statement, 1, part);
    sqlite3_bind_int64(statement, 2, most);
    int64_t n = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_reset(statement);
    return n;
}

bool store_count_entries(struct store *store, int64_t part, struct store_count *out)
{
    return count(store_use(store, STORE_ENTRIES_COUNT), part, out);
}

/* Before all entries with the same sort key: no hash is below 0. */
static void bind_edge(sqlite3_stmt *statement, int at, const struct value_bytes *sk)
{
    static const struct value_bytes none = {0};
    store_bind_bytes(statement, at, sk);
    sqlite3_bind_int64(statement, at + 1, -1);
    store_bind_bytes(statement, at + 2, &none);
    store_bind_bytes(statement, at + 3, &none);
}

static sqlite3_stmt *index_query(struct store *store, const struct store_range *range)
{
    sqlite3_stmt *statement =
        store_use(store, range->backward ? STORE_INDEX_QUERY_BACK : STORE_INDEX_QUERY);
    if (range->after == NULL) {
        bind_edge(statement, 6, range->backward ? range->high : range->low);
    } else {
        store_bind_bytes(statement, 6, &range->after->key.sk);
        store_bind_key(statement, 7, &range->after->base);
    }
    return statement;
}

/* The caller has put `after` into low or high where the range is of a table. */
static sqlite3_stmt *query(struct store *store, const struct store_range *range)
{
    sqlite3_stmt *statement =
        range->index ? index_query(store, range)
                     : store_use(store, range->backward ? STORE_QUERY_BACK : STORE_QUERY);
    sqlite3_bind_int64(statement, 1, range->part);
    sqlite3_bind_int64(statement, 2, range->key->hash);
    store_bind_bytes(statement, 3, &range->key->pk);
    store_bind_bytes(statement, 4, range->low);
    store_bind_bytes(statement, 5, range->high);
    return statement;
}

static sqlite3_stmt *scan(struct store *store, const struct store_range *range)
{
    static const struct item_key nothing = {0};
    sqlite3_stmt *statement = store_use(store, range->index ? STORE_INDEX_SCAN : STORE_SCAN);
    sqlite3_bind_int64(statement, 1, range->part);
    if (range->after != NULL)
        store_bind_key(statement, 2, &range->after->key);
    else /* no key is empty, so that this stands before the first */
        store_bind_key(statement, 2, &(struct item_key){.hash = range->first_hash});
    sqlite3_bind_int64(statement, 5, range->last_hash);
    if (range->index && range->after != NULL)
        store_bind_key(statement, 6, &range->after->base);
    else if (range->index)
        store_bind_key(statement, 6, &nothing);
    return statement;
}

struct store_cursor *store_cursor_open(struct store *store, const struct store_range *range)
{
    store->cursor.statement = range->key != NULL ? query(store, range) : scan(store, range);
    return &store->cursor;
}

int store_cursor_next(struct store_cursor *cursor, struct store_row *row)
{
    int result = sqlite3_step(cursor->statement);
    if (result == SQLITE_DONE)
        return 0;
    return result == SQLITE_ROW && store_read_row(cursor->statement, row) ? 1 : -1;
}

void store_cursor_close(struct store_cursor *cursor)
{
    sqlite3_reset(cursor->statement);
}
