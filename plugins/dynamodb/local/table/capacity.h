/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Consumed capacity (Developer Guide, "Read and write operations"): a read unit is 4 KB, half when
 * eventually consistent; a write unit is 1 KB; each item and each index entry rounds up by itself,
 * a query or scan as a whole.
 */
#ifndef SLRUN_DYNAMODB_CAPACITY_H
#define SLRUN_DYNAMODB_CAPACITY_H

#include "store/catalog.h"

/* Units of one call on one table. Zeroed at first. */
struct capacity {
    double table;
    double index[INDEXES_MAX]; /* in the order of table->indexes */
    const char *unit; /* transactions: "ReadCapacityUnits" or "WriteCapacityUnits", which they tell
                         beside CapacityUnits; else NULL */
};

/* Units for so many bytes, at least one (or the half of it). */
double capacity_read(size_t bytes, bool consistent);
double capacity_write(size_t bytes);

/* Puts ConsumedCapacity into `answer` if ReturnConsumedCapacity (`wanted`, may be NULL) asks for
 * it. */
bool capacity_answer(json_t *answer, const struct table *table, const struct capacity *capacity,
                     const char *wanted);

/* The same where ConsumedCapacity is a list with one element a table. */
bool capacity_append(json_t *answer, const struct table *table, const struct capacity *capacity,
                     const char *wanted);

/* Underlying reads and writes of a transaction count twice. */
void capacity_double(struct capacity *capacity, const struct table *table);

#endif
