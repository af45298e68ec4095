/* SPDX-License-Identifier: Apache-2.0 */
/* What a handler returns with ReportBatchItemFailures (Developer Guide, "Implementing partial batch
 * responses"). */
#ifndef SLRUN_READERS_RESPONSE_H
#define SLRUN_READERS_RESPONSE_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

/*
 * The identifiers of the records that failed: an object with a member for each, empty where none
 * did. `known` has a member for each record of the batch. NULL: the answer is none, or names what
 * is not in the batch; the whole batch has failed.
 */
json_t *response_failures(const char *payload, size_t size, const json_t *known);

#endif
