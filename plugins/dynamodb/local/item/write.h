/* SPDX-License-Identifier: Apache-2.0 */
/* One item written or deleted, with its entries in the table's indexes and what that consumes. */
#ifndef SLRUN_DYNAMODB_WRITE_H
#define SLRUN_DYNAMODB_WRITE_H

#include "store/catalog.h"
#include "store/store.h"
#include "table/capacity.h"

/* `old` is what store_get() gave for `key`, whose item is read where anything hangs on it; `item`
 * (borrowed, canonical) takes its place, NULL deletes it. */
struct write {
    const struct slrun_cloud *cloud; /* that is told of the table's stream */
    struct store *store;
    const struct table *table;
    const struct item_key *key;
    struct store_row *old;
    json_t *item;
    int64_t now_ms; /* for the table's stream */
    bool by_ttl;    /* it is not a user's, but time to live's */
};

/* All or nothing; `capacity` grows by what it consumes. False when the store fails. */
bool write_item(const struct write *write, struct capacity *capacity);

/* What ReturnItemCollectionMetrics SIZE answers, for tables with local indexes; NULL for others,
 * and without memory. */
json_t *write_metrics(const struct table *table, const json_t *item);

/* The same for operations on several tables: added to the answer's ItemCollectionMetrics below
 * `name`, which is the table's as the request has it. False without memory. */
bool write_metrics_add(json_t *answer, const char *name, const struct table *table,
                       const json_t *item);

/* A new object with the attributes of `item` that the index has. NULL without memory. */
json_t *index_project(const struct table *table, const struct index *index, const json_t *item);

#endif
