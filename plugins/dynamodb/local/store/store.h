/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The SQLite side: table definitions, items, index entries. It knows keys as bytes and items as
 * JSON text; what they mean is for others. All functions return false (or NULL, or -1) when SQLite
 * failed or memory is out; the request is then answered with InternalServerError.
 */
#ifndef SLRUN_DYNAMODB_STORE_H
#define SLRUN_DYNAMODB_STORE_H

#include <jansson.h>
#include <slrun/cloud.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "item/keys.h"

struct store;

/* Opens the state, in memory or where the cloud keeps it. NULL with the error filled. */
struct store *store_open(const struct slrun_cloud *cloud, struct slrun_error *error);
void store_close(struct store *store);
bool store_reset(struct store *store); /* deletes everything */

enum { STORE_DIGEST_SIZE = 65 }; /* with the NUL */

/* A ClientRequestToken that was used, and the digest (text) of what it stood for. */
struct store_token {
    const char *account;
    const char *region;
    const char *token;
    int64_t used_ms;
    char digest[STORE_DIGEST_SIZE];
    bool cancelled; /* the transaction was, and is carried out when it comes again */
};

/* Fills in how that token was used after `used_ms`; a digest of "": it was not. */
bool store_token_get(struct store *store, struct store_token *token);

/* Keeps it, and forgets tokens that were used up to `expired_ms`. */
bool store_token_add(struct store *store, const struct store_token *token, int64_t expired_ms);

/* A stream as it is kept. Strings are borrowed. */
struct store_stream {
    int64_t id;
    int64_t created_ms;
    int64_t closed_ms; /* 0: it is enabled */
    int64_t last;      /* number of its newest record, 0 without one */
    const char *account;
    const char *region;
    const char *table_name;
    const char *view;
    const char *key_schema;
};

/* Keeps a stream; its id is set. */
bool store_stream_add(struct store *store, struct store_stream *stream);
bool store_stream_close(struct store *store, int64_t id, int64_t closed_ms);
bool store_stream_remove(struct store *store, int64_t id); /* its records too */
/* Calls visit for each stream, oldest first; a false result of it ends the walk and is returned. */
bool store_streams(struct store *store, bool (*visit)(void *arg, const struct store_stream *stream),
                   void *arg);

bool store_record_add(struct store *store, int64_t stream, int64_t number, const char *record);
/* Removes the records before number `first`. */
bool store_records_trim(struct store *store, int64_t stream, int64_t first);

/* Calls visit for each record from number `first` to `end` - 1 in order, until it returns false. */
struct store_record_range {
    int64_t stream;
    int64_t first;
    int64_t end;
};
bool store_records(struct store *store, const struct store_record_range *range,
                   bool (*visit)(void *arg, int64_t number, const char *record), void *arg);

/* An item that expires at the end of a second. */
struct store_expiry {
    int64_t due_s;
    int64_t part;
    int64_t item;
};
bool store_expiry_add(struct store *store, const struct store_expiry *expiry);
bool store_expiry_remove(struct store *store, const struct store_expiry *expiry);
bool store_expiries_clear(struct store *store, int64_t part); /* all of a table */
/* What expires first; due_s is INT64_MAX if nothing does. */
bool store_expiry_first(struct store *store, struct store_expiry *expiry);
/* The same second without a look, or an earlier one. */
int64_t store_soonest(const struct store *store);

/* A backup as it is kept. Strings are borrowed. Its items are in a part of their own. */
struct store_backup {
    int64_t id;
    int64_t expires_ms; /* 0: never */
    const char *account;
    const char *region;
    const char *arn;
    const char *document;
};
int64_t store_backup_part(int64_t id);
/* Keeps a backup; its id is set. Its items are the caller's. */
bool store_backup_add(struct store *store, struct store_backup *backup);
bool store_backup_remove(struct store *store, int64_t id); /* items too */
bool store_backups_expire(struct store *store, int64_t now_ms);
/* Backups of an account in a region, and who looks at them (id, arn, expires_ms, document). */
struct store_backups_look {
    const char *account, *region;
    bool (*visit)(void *arg, const struct store_backup *backup); /* false: no more */
    void *arg;
};
/* Visits them, oldest first. False: the store failed. */
bool store_backups(struct store *store, const struct store_backups_look *look);

/* Copies the items of a part into an empty one; index entries are the caller's. */
bool store_items_copy(struct store *store, int64_t from, int64_t to);

/* What an item was before it is written; `old` without an id: it was not there. What is older than
 * first_ms is forgotten. */
struct store_change {
    int64_t part;
    int64_t now_ms;
    int64_t first_ms;
    const struct item_key *key;
    const struct store_row *old;
};
bool store_history_add(struct store *store, const struct store_change *change);
bool store_history_clear(struct store *store, int64_t part);
/* As store_items_copy(), the items as they were at the end of that millisecond, by the history. */
bool store_items_copy_at(struct store *store, int64_t from, int64_t to, int64_t at_ms);

/* A part that nothing has: for items that are gone before the transaction ends. */
#define STORE_PART_NONE INT64_MIN

/* What an item of a part was at the end of one millisecond and of another, and when it changed last
 * between them. Texts are borrowed; NULL: it was not there. */
struct store_span {
    int64_t part, from_ms, to_ms;
};
struct store_span_change {
    int64_t last_ms;
    const char *old, *now;
};
/* Calls visit for each item that changed; a false result of it ends the walk and is returned. */
bool store_history_span(struct store *store, const struct store_span *span,
                        bool (*visit)(void *arg, const struct store_span_change *change),
                        void *arg);

/* A record on its way to a stream of Kinesis. Strings are borrowed. */
struct store_parcel {
    int64_t id;
    int64_t since_ms;
    const char *account;
    const char *region;
    const char *stream; /* its ARN */
    const char *key;
    const char *record;
};
bool store_outbox_add(struct store *store, const struct store_parcel *parcel);
bool store_outbox_remove(struct store *store, int64_t id);
/* False: there is none, as far as is known without a look. */
bool store_outbox_waits(const struct store *store);
/* Calls visit for the first of them, oldest first, until it returns false. */
bool store_outbox(struct store *store, bool (*visit)(void *arg, const struct store_parcel *parcel),
                  void *arg);

/* Several changes at once. */
bool store_begin(struct store *store);
bool store_commit(struct store *store);
void store_rollback(struct store *store);
bool store_in_transaction(const struct store *store);

/* A table as it is kept. Strings are borrowed. */
struct store_table {
    int64_t id;
    int64_t created_ms;
    const char *account;
    const char *region;
    const char *name;
    const char *definition;
    const char *tags;
};

/* Keeps a table; its id is set. */
bool store_table_add(struct store *store, struct store_table *table);
bool store_table_define(struct store *store, int64_t id, const char *definition);
bool store_table_tags(struct store *store, int64_t id, const char *tags);
bool store_table_remove(struct store *store, int64_t id); /* items and entries too */
/* Calls visit for each table; a false result of it ends the walk and is returned. */
bool store_tables(struct store *store, bool (*visit)(void *arg, const struct store_table *table),
                  void *arg);

/* Items live in parts: a table is one, each index has one for its entries. */
int64_t store_part(int64_t table_id, size_t index); /* index 0: the table's own */
enum { STORE_PARTS = 64 };                          /* of a table; never changes: it is in files */

/* Number and bytes of the items of a table, or of the items in an index. */
struct store_count {
    int64_t items;
    int64_t bytes;
};
bool store_count_items(struct store *store, int64_t part, struct store_count *count);
/* The number of items of a table, counted no further than to `most`. */
int64_t store_count_to(struct store *store, int64_t part, int64_t most);
bool store_count_entries(struct store *store, int64_t part, struct store_count *count);

/* An item that was read. Its text is what the answer shows; most requests need no more of it.
 * Owned: store_row_clear(). */
struct store_row {
    int64_t id;  /* 0: there is none */
    size_t size; /* bytes by DynamoDB's rules */
    char *text;  /* its JSON, of `length` bytes; there may be a NUL among them */
    size_t length;
    json_t *item; /* once somebody asked for it */
};
/* The item, borrowed; NULL: there is none, or no memory. */
json_t *store_row_item(struct store_row *row);
void store_row_clear(struct store_row *row);

/* Reads one item; row->id is 0 if it is not there. */
bool store_get(struct store *store, int64_t part, const struct item_key *key,
               struct store_row *row);

/* Reads the item with that id; row->id is 0 if it is not there. */
bool store_get_id(struct store *store, int64_t id, struct store_row *row);

/* Writes a new item (row->id becomes its id) or, when row->id is set, over the old one. */
bool store_put(struct store *store, int64_t part, const struct item_key *key,
               struct store_row *row);
bool store_delete(struct store *store, int64_t id);

/* Where an item stands in an index: its key there, and the key of the item itself. */
struct entry_key {
    struct item_key key;
    struct item_key base;
};
bool store_entry_add(struct store *store, int64_t part, const struct entry_key *entry, int64_t id);
bool store_entries_clear(struct store *store, int64_t part); /* all of an index */
bool store_entry_remove(struct store *store, int64_t part, const struct entry_key *entry);

/*
 * What a query or scan walks. A query (`key` is set) takes one partition, [low, high) of its sort
 * keys; a scan takes [first_hash, last_hash]. Both go on strictly behind `after` where it is set
 * (its base matters for indexes only). All is borrowed until the cursor is closed.
 */
struct store_range {
    int64_t part;
    bool index;
    bool backward;              /* queries */
    const struct item_key *key; /* hash and pk of the partition; NULL: a scan */
    const struct value_bytes *low;
    const struct value_bytes *high;
    uint32_t first_hash;
    uint32_t last_hash;
    const struct entry_key *after;
};

/* At most one cursor of a kind is open at a time; nothing is written meanwhile. */
struct store_cursor;
struct store_cursor *store_cursor_open(struct store *store, const struct store_range *range);
/* 1 and the row, 0 at the end, -1 on failure. */
int store_cursor_next(struct store_cursor *cursor, struct store_row *row);
void store_cursor_close(struct store_cursor *cursor);

#endif
