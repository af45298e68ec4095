/* SPDX-License-Identifier: Apache-2.0 */
/* Encryption at rest as it is kept and shown (API Reference, SSESpecification). */
#ifndef SLRUN_DYNAMODB_ENCRYPTION_H
#define SLRUN_DYNAMODB_ENCRYPTION_H

#include "table/table.h"

/* Is SSESpecification (NULL is fine) consistent? */
bool encryption_check(const json_t *args, struct fault *fault);

/* An SSEDescription (a new reference), or NULL: the table has none to show. */
json_t *encryption_describe(const struct table *table);

#endif
