/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Since 1.2. State of local halves in SQLite: the local cloud opens the database, in memory or
 * below `data`, prepares each statement when it is first used and keeps transactions; what stands
 * in it is the service's alone. Columns are read with sqlite3_column_*()
 * (sqlite.org/c3ref/column_blob.html).
 *
 * The first failure is remembered and told by commit(), so that operations need not look at each
 * statement. What commit() has kept survives the end of the process and of the machine, however it
 * comes. With a NULL store nothing happens, and nothing fails: a service that lives in memory need
 * not ask whether it is kept.
 */
#ifndef SLRUN_STORE_H
#define SLRUN_STORE_H

#include <stddef.h>
#include <stdint.h>

#include <slrun/error.h>

struct slrun_cloud;
struct sqlite3;
struct sqlite3_stmt;

/* What a store holds. Strings and arrays must stay. */
struct slrun_store_plan {
    const char *name;   /* of the service; the file is NAME.sqlite */
    int format;         /* of the schema, from 1 on; a file with another one is refused */
    const char *schema; /* CREATE TABLE IF NOT EXISTS ...; CREATE INDEX ... */
    const char *const *statements; /* SQL; a statement's number is its place */
    size_t n_statements;
    int cache_kib; /* 0: SQLite's own */
    int grouped;   /* run() begins a transaction where none is under way, which commit() ends;
                    * 0: a run() outside of a transaction is one by itself */
};

struct slrun_stores;

struct slrun_store {
    const struct slrun_stores *api; /* what opened it */
    struct sqlite3 *db;
    int failed; /* since the last commit() or rollback() */
    int fresh; /* in memory, and nothing was asked of it yet: there is nothing to read, and who does
                * not try spares the schema */
    int begun; /* since 1.4: a transaction is under way */
};

struct slrun_stores {
    size_t struct_size;
    /* Opens or makes a store; foreign keys are on. In memory its schema is made when a statement is
     * first used. NULL with `error` filled. */
    struct slrun_store *(*open)(const struct slrun_cloud *cloud,
                                const struct slrun_store_plan *plan, struct slrun_error *error);
    /* Undoes what is not committed, finalizes the statements, closes. NULL is allowed. */
    void (*close)(struct slrun_store *store);
    /* Deletes all rows of all tables, in a transaction of its own. 0 or -1. */
    int (*clear)(struct slrun_store *store);
    /* Begins a transaction, unless one is under way. 0 or -1. */
    int (*begin)(struct slrun_store *store);
    /* Keeps what was written; if anything failed, undoes it and returns -1. */
    int (*commit)(struct slrun_store *store);
    void (*rollback)(struct slrun_store *store);
    /*
     * A statement of the plan with its parameters bound, one for each letter of `types`:
     *   i  int64_t       d  int           t  const char * in UTF-8 (NULL is NULL)
     *   b  const void *, size_t           j  const json_t *, as compact JSON
     * Text and bytes are borrowed until the last row was read. NULL: the store is, or the statement
     * cannot be prepared, which is remembered as a failure.
     */
    struct sqlite3_stmt *(*bind)(struct slrun_store *store, size_t statement, const char *types,
                                 ...);
    /* The next row is there: 1. The end or a failure: 0, and the statement is reset; who stops
     * earlier calls sqlite3_reset(). */
    int (*row)(struct slrun_store *store, struct sqlite3_stmt *statement);
    /* Binds as bind() does, and runs a statement that has no rows. 0 or -1. */
    int (*run)(struct slrun_store *store, size_t statement, const char *types, ...);
};

#endif
