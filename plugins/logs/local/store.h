/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The state: an SQLite database, in memory or in logs.sqlite. The first failure is remembered and
 * told by store_end(), so operations need not look at each statement.
 */
#ifndef SLRUN_LOGS_STORE_H
#define SLRUN_LOGS_STORE_H

#include <slrun/error.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

struct store {
    sqlite3 *db;
    bool failed;
};

/* `directory` NULL: in memory. 0, or -1 with the error filled. */
int store_open(struct store *store, const char *directory, struct slrun_error *error);
void store_close(struct store *store);

/* One request is one transaction. store_end(): keeps it, or undoes it. False if it is not kept
 * though it should be. */
void store_begin(struct store *store);
bool store_end(struct store *store, bool keep);

/* A statement with its parameters bound, one for each letter of `types`: 't' a const char * (NULL
 * is NULL), 'i' an int64_t. NULL if it failed; the other functions take that. */
sqlite3_stmt *store_query(struct store *store, const char *sql, const char *types, ...);
/* The next row is there. */
bool store_row(struct store *store, sqlite3_stmt *query);
/* Runs a statement that has no rows. */
void store_run(struct store *store, const char *sql, const char *types, ...);

#endif
