/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What tables and indexes are to be ready for, and what may be asked of them: warm throughput
 * (Developer Guide, "Understanding DynamoDB warm throughput") and the bounds of on-demand tables.
 * Both are kept and shown; nothing is throttled here.
 */
#ifndef SLRUN_DYNAMODB_THROUGHPUT_H
#define SLRUN_DYNAMODB_THROUGHPUT_H

#include "table/table.h"

/* Checks both members of CreateTable's arguments, and of each of its global indexes. */
bool throughput_check(const json_t *args, struct fault *fault);

/* The same for one index, which UpdateTable creates; `args` has BillingMode. */
bool throughput_check_index(const json_t *args, const json_t *index, struct fault *fault);

/* Is `change`, an UpdateTable or an action on an index, possible for what is there? `index` is the
 * index's name, NULL for the table; `mode` has BillingMode. */
struct throughput_change {
    const json_t *mode;
    const json_t *old;
    const json_t *change;
    const char *index;
};
bool throughput_check_change(const struct throughput_change *change, struct fault *fault);

/* Takes both members of `change` over into `definition`. False without memory. */
bool throughput_set(json_t *definition, const json_t *change);

/* Puts WarmThroughput and OnDemandThroughput of a table or index into its description; `mode` has
 * BillingMode, `status` is that of the table or index. AWS leaves warm throughput out of what is
 * being created, unless it was asked for, and deleted. False without memory. */
bool throughput_describe(json_t *json, const json_t *definition, const json_t *mode,
                         const char *status);

#endif
