/* SPDX-License-Identifier: Apache-2.0 */
/* The store's inside; for store*.c only. */
#ifndef SLRUN_DYNAMODB_STORE_INTERNAL_H
#define SLRUN_DYNAMODB_STORE_INTERNAL_H

#include <slrun/store.h>
#include <sqlite3.h>

#include "store/store.h"

/* X(symbol, SQL): every statement, prepared once. */
#define STORE_STATEMENTS(X)                                                                        \
    X(TABLE_ADD, "INSERT INTO tables(account, region, name, created_ms, definition, tags) "        \
                 "VALUES(?1, ?2, ?3, ?4, ?5, ?6)")                                                 \
    X(TABLE_TAGS, "UPDATE tables SET tags = ?2 WHERE id = ?1")                                     \
    X(TABLE_DEFINE, "UPDATE tables SET definition = ?2 WHERE id = ?1")                             \
    X(TABLE_REMOVE, "DELETE FROM tables WHERE id = ?1")                                            \
    X(TABLES, "SELECT id, created_ms, account, region, name, definition, tags FROM tables")        \
    X(ITEMS_REMOVE, "DELETE FROM items WHERE part = ?1")                                           \
    X(ENTRIES_REMOVE, "DELETE FROM entries WHERE part BETWEEN ?1 AND ?2")                          \
    X(ITEMS_COUNT, "SELECT count(*), total(size) FROM items WHERE part = ?1")                      \
    X(ITEMS_COUNT_TO, "SELECT count(*) FROM (SELECT 1 FROM items WHERE part = ?1 LIMIT ?2)")       \
    X(ENTRIES_COUNT, "SELECT count(*), total(i.size) FROM entries e CROSS JOIN items i "           \
                     "ON i.id = e.item WHERE e.part = ?1")                                         \
    X(GET, "SELECT id, size, item FROM items "                                                     \
           "WHERE part = ?1 AND hash = ?2 AND pk = ?3 AND sk = ?4")                                \
    X(ADD, "INSERT INTO items(part, hash, pk, sk, size, item) VALUES(?1, ?2, ?3, ?4, ?5, ?6)")     \
    X(REPLACE, "UPDATE items SET size = ?2, item = ?3 WHERE id = ?1")                              \
    X(REMOVE, "DELETE FROM items WHERE id = ?1")                                                   \
    X(ENTRY_ADD, "INSERT OR REPLACE INTO entries"                                                  \
                 "(part, hash, pk, sk, base_hash, base_pk, base_sk, item) "                        \
                 "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")                                         \
    X(ENTRY_REMOVE, "DELETE FROM entries WHERE part = ?1 AND hash = ?2 AND pk = ?3 AND sk = ?4 "   \
                    "AND base_hash = ?5 AND base_pk = ?6 AND base_sk = ?7")                        \
    X(STREAM_ADD, "INSERT INTO streams(account, region, table_name, view, key_schema, "            \
                  "created_ms, closed_ms) VALUES(?1, ?2, ?3, ?4, ?5, ?6, 0)")                      \
    X(STREAM_CLOSE, "UPDATE streams SET closed_ms = ?2 WHERE id = ?1")                             \
    X(STREAM_REMOVE, "DELETE FROM streams WHERE id = ?1")                                          \
    X(STREAMS, "SELECT id, created_ms, closed_ms, account, region, table_name, view, key_schema, " \
               "coalesce((SELECT max(number) FROM records WHERE stream = streams.id), 0) "         \
               "FROM streams ORDER BY id")                                                         \
    X(RECORD_ADD, "INSERT INTO records(stream, number, record) VALUES(?1, ?2, ?3)")                \
    X(RECORDS_TRIM, "DELETE FROM records WHERE stream = ?1 AND number < ?2")                       \
    X(RECORDS, "SELECT number, record FROM records WHERE stream = ?1 AND number >= ?2 "            \
               "AND number < ?3 ORDER BY number")                                                  \
    X(EXPIRY_ADD, "INSERT OR REPLACE INTO expiries(due_s, part, item) VALUES(?1, ?2, ?3)")         \
    X(EXPIRY_REMOVE, "DELETE FROM expiries WHERE due_s = ?1 AND part = ?2 AND item = ?3")          \
    X(EXPIRIES_REMOVE, "DELETE FROM expiries WHERE part = ?1")                                     \
    X(EXPIRY_FIRST, "SELECT due_s, part, item FROM expiries ORDER BY due_s, part, item LIMIT 1")   \
    X(GET_ID, "SELECT id, size, item FROM items WHERE id = ?1")                                    \
    X(TOKEN_GET, "SELECT digest, cancelled FROM transactions "                                     \
                 "WHERE account = ?1 AND region = ?2 AND token = ?3 AND used_ms > ?4")             \
    X(TOKEN_ADD, "INSERT OR REPLACE INTO transactions"                                             \
                 "(account, region, token, used_ms, digest, cancelled) "                           \
                 "VALUES(?1, ?2, ?3, ?4, ?5, ?6)")                                                 \
    X(TOKENS_EXPIRE, "DELETE FROM transactions WHERE used_ms <= ?1")                               \
    X(ITEMS_COPY, "INSERT INTO items(part, hash, pk, sk, size, item) "                             \
                  "SELECT ?2, hash, pk, sk, size, item FROM items WHERE part = ?1")                \
    X(BACKUP_ADD, "INSERT INTO backups(account, region, arn, expires_ms, document) "               \
                  "VALUES(?1, ?2, ?3, ?4, ?5)")                                                    \
    X(BACKUP_REMOVE, "DELETE FROM backups WHERE id = ?1")                                          \
    X(BACKUP_ITEMS_EXPIRE, "DELETE FROM items WHERE part IN (SELECT -id FROM backups "             \
                           "WHERE expires_ms BETWEEN 1 AND ?1)")                                   \
    X(BACKUPS_EXPIRE, "DELETE FROM backups WHERE expires_ms BETWEEN 1 AND ?1")                     \
    X(BACKUPS, "SELECT id, arn, expires_ms, document FROM backups "                                \
               "WHERE account = ?1 AND region = ?2 ORDER BY id")                                   \
    X(HISTORY_ADD, "INSERT INTO history(part, at_ms, hash, pk, sk, size, item) "                   \
                   "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")                                           \
    X(HISTORY_TRIM, "DELETE FROM history WHERE part = ?1 AND at_ms < ?2")                          \
    X(HISTORY_CLEAR, "DELETE FROM history WHERE part = ?1")                                        \
    X(HISTORY_SAME, "INSERT INTO items(part, hash, pk, sk, size, item) "                           \
                    "SELECT ?2, hash, pk, sk, size, item FROM items i WHERE part = ?1 "            \
                    "AND NOT EXISTS (SELECT 1 FROM history h WHERE h.part = ?1 "                   \
                    "AND h.hash = i.hash AND h.pk = i.pk AND h.sk = i.sk AND h.at_ms > ?3)")       \
    X(HISTORY_OTHER, "INSERT INTO items(part, hash, pk, sk, size, item) "                          \
                     "SELECT ?2, hash, pk, sk, size, item FROM history WHERE id IN "               \
                     "(SELECT min(id) FROM history WHERE part = ?1 AND at_ms > ?3 "                \
                     "GROUP BY hash, pk, sk) AND item IS NOT NULL")                                \
    X(HISTORY_SPAN, "SELECT h.last, (SELECT item FROM history WHERE id = h.first), "               \
                    "CASE WHEN h.later IS NULL THEN (SELECT item FROM items i WHERE i.part = ?1 "  \
                    "AND i.hash = h.hash AND i.pk = h.pk AND i.sk = h.sk) "                        \
                    "ELSE (SELECT item FROM history WHERE id = h.later) END FROM "                 \
                    "(SELECT min(id) AS first, max(at_ms) AS last, hash, pk, sk, (SELECT min(id) " \
                    "FROM history n WHERE n.part = ?1 AND n.at_ms > ?3 AND n.hash = o.hash "       \
                    "AND n.pk = o.pk AND n.sk = o.sk) AS later FROM history o WHERE o.part = ?1 "  \
                    "AND o.at_ms > ?2 AND o.at_ms <= ?3 GROUP BY hash, pk, sk) h")                 \
    X(OUTBOX_ADD, "INSERT INTO outbox(account, region, stream, key, record, since_ms) "            \
                  "VALUES(?1, ?2, ?3, ?4, ?5, ?6)")                                                \
    X(OUTBOX_REMOVE, "DELETE FROM outbox WHERE id = ?1")                                           \
    X(OUTBOX, "SELECT id, account, region, stream, key, record, since_ms FROM outbox "             \
              "ORDER BY id")                                                                       \
    X(QUERY, "SELECT id, size, item FROM items WHERE part = ?1 AND hash = ?2 AND pk = ?3 "         \
             "AND sk >= ?4 AND sk < ?5 ORDER BY sk")                                               \
    X(QUERY_BACK, "SELECT id, size, item FROM items WHERE part = ?1 AND hash = ?2 AND pk = ?3 "    \
                  "AND sk >= ?4 AND sk < ?5 ORDER BY sk DESC")                                     \
    X(INDEX_QUERY, "SELECT i.id, i.size, i.item FROM entries e CROSS JOIN items i "                \
                   "ON i.id = e.item WHERE e.part = ?1 AND e.hash = ?2 AND e.pk = ?3 "             \
                   "AND e.sk >= ?4 AND e.sk < ?5 "                                                 \
                   "AND (e.sk, e.base_hash, e.base_pk, e.base_sk) > (?6, ?7, ?8, ?9) "             \
                   "ORDER BY e.sk, e.base_hash, e.base_pk, e.base_sk")                             \
    X(INDEX_QUERY_BACK, "SELECT i.id, i.size, i.item FROM entries e CROSS JOIN items i "           \
                        "ON i.id = e.item WHERE e.part = ?1 AND e.hash = ?2 AND e.pk = ?3 "        \
                        "AND e.sk >= ?4 AND e.sk < ?5 "                                            \
                        "AND (e.sk, e.base_hash, e.base_pk, e.base_sk) < (?6, ?7, ?8, ?9) "        \
                        "ORDER BY e.sk DESC, e.base_hash DESC, e.base_pk DESC, e.base_sk DESC")    \
    X(SCAN, "SELECT id, size, item FROM items WHERE part = ?1 AND (hash, pk, sk) > (?2, ?3, ?4) "  \
            "AND hash <= ?5 ORDER BY hash, pk, sk")                                                \
    X(INDEX_SCAN, "SELECT i.id, i.size, i.item FROM entries e CROSS JOIN items i "                 \
                  "ON i.id = e.item WHERE e.part = ?1 AND "                                        \
                  "(e.hash, e.pk, e.sk, e.base_hash, e.base_pk, e.base_sk) > "                     \
                  "(?2, ?3, ?4, ?6, ?7, ?8) AND e.hash <= ?5 "                                     \
                  "ORDER BY e.hash, e.pk, e.sk, e.base_hash, e.base_pk, e.base_sk")

enum store_statement {
#define STORE_ENUM(symbol, sql) STORE_##symbol,
    STORE_STATEMENTS(STORE_ENUM)
#undef STORE_ENUM
        STORE_STATEMENT_COUNT
};

struct store_cursor {
    sqlite3_stmt *statement;
};

struct store {
    struct slrun_store *sql;
    const struct slrun_host *host;
    struct store_cursor cursor;
    int64_t soonest_s; /* no item expires earlier */
    bool outbox;       /* there may be records for Kinesis */
};

/* The statement, ready for its bindings. */
sqlite3_stmt *store_use(struct store *store, enum store_statement which);

/* Runs a statement that returns no rows, and makes it ready again. */
bool store_run(sqlite3_stmt *statement);

/* Binds without a copy: the bytes must live until the statement has run. */
void store_bind_text(sqlite3_stmt *statement, int at, const char *text);
/* hash, pk and sk, at `at` and the two after it. */
void store_bind_key(sqlite3_stmt *statement, int at, const struct item_key *key);

/* Columns id, size, item. False without memory. */
bool store_read_row(sqlite3_stmt *statement, struct store_row *row);

#endif
