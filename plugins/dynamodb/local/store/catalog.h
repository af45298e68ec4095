/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tables that exist, in memory, each with its keys and indexes ready for use; the store keeps
 * what a restart needs. A table belongs to one account and region.
 */
#ifndef SLRUN_DYNAMODB_CATALOG_H
#define SLRUN_DYNAMODB_CATALOG_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "expr/expr.h"
#include "store/store.h"

enum { LOCAL_INDEXES_MAX = 5, GLOBAL_INDEXES_MAX = 20, INDEXES_MAX = 25 };

struct stream;

/* Strings and JSON are borrowed from the table's definition. */
struct index {
    const char *name;
    bool global;
    int64_t part; /* its entries in the store */
    struct expr_key_schema keys;
    bool all;                 /* its projection is ALL */
    const json_t *non_key;    /* NonKeyAttributes of an INCLUDE, or NULL */
    const json_t *definition; /* as CreateTable had it */
};

/*
 * `definition` has what CreateTable was given: AttributeDefinitions, KeySchema, indexes,
 * BillingMode, ProvisionedThroughput ... and TableId; of a table that was updated also IndexParts
 * (which part has the entries of an index, by its name), ThroughputTimes, OnDemandSince and what
 * settings.c keeps. `tags` is an object of key to value.
 */
struct table {
    char *account;
    char *region;
    char *name;
    int64_t id;
    int64_t part; /* its items in the store */
    int64_t created_ms;
    json_t *definition;
    json_t *tags;
    const char *ttl;         /* attribute of time to live; NULL: it has none */
    bool recovers;           /* it has point in time recovery */
    bool importing;          /* it is CREATING: an import fills it */
    const char *destination; /* stream of Kinesis that its changes go to; NULL: none */
    bool destination_micro;  /* with microseconds */
    struct stream *stream;   /* the latest, in stream.h; NULL: it never had one */
    struct expr_key_schema keys;
    struct index *indexes;
    size_t n_indexes;
};

struct catalog;

/* Reads all tables from the store. NULL without memory or when the store fails. */
struct catalog *catalog_open(struct store *store);
void catalog_close(struct catalog *catalog);

/* Forgets all tables, here only: store_reset() is the other half. */
void catalog_reset(struct catalog *catalog);

struct table *catalog_find(const struct catalog *catalog, const char *account, const char *region,
                           const char *name);

/* In the order of account, region and name; NULL behind the last. */
const struct table *catalog_at(const struct catalog *catalog, size_t i);

/* The table whose items are in that part of the store, or NULL. */
struct table *catalog_of_part(const struct catalog *catalog, int64_t part);

/* The first table of that account and region whose name comes after `name`; NULL if there is none.
 */
struct table *catalog_after(const struct catalog *catalog, const char *account, const char *region,
                            const char *name);

/* What catalog_add() makes a table from. */
struct table_spec {
    const char *account;
    const char *region;
    const char *name;
    int64_t created_ms;
    const json_t *definition; /* checked before */
    const json_t *tags;
};

/* Makes a table that is not there yet, here and in the store. NULL when either fails. */
struct table *catalog_add(struct catalog *catalog, const struct table_spec *spec);

/* Removes a table with its items; `table` is gone then. False when the store fails. */
bool catalog_remove(struct catalog *catalog, struct table *table);

/* Gives the table another definition, of which a copy is taken, here and in the store. Its indexes
 * are read anew; entries are the caller's. False when either fails. */
bool catalog_redefine(struct catalog *catalog, struct table *table, const json_t *definition);

/* Stores the table's present tags. */
bool catalog_save_tags(struct catalog *catalog, const struct table *table);

/* The index called `name`, or NULL. */
const struct index *table_index(const struct table *table, const char *name);

#endif
