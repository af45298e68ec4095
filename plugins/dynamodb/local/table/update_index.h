/* SPDX-License-Identifier: Apache-2.0 */
/* GlobalSecondaryIndexUpdates of UpdateTable. */
#ifndef SLRUN_DYNAMODB_UPDATE_INDEX_H
#define SLRUN_DYNAMODB_UPDATE_INDEX_H

#include "service.h"

/* The one index that is created or deleted. */
struct index_change {
    const json_t *created; /* as Create has it, or NULL */
    const char *deleted;   /* name, or NULL */
};

/* Checks the list by itself. */
bool index_updates_check(const json_t *updates, struct fault *fault);

/* Checks it against the table, and puts what it says into `definition`, a deep copy of the table's:
 * indexes, AttributeDefinitions and IndexParts. False with the fault filled. */
bool index_updates_apply(struct call *call, const struct table *table, json_t *definition,
                         struct index_change *change);

/* Fills the created index of a table that has its new definition already: each item whose key
 * attributes have the right types. False when the store fails. */
bool index_backfill(struct store *store, const struct table *table, const struct index *index);

#endif
