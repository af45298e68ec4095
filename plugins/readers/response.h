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

/*
 * What is odd about such an answer, which AWS tells nobody of: failures that nobody asked for
 * (without `partial`, ReportBatchItemFailures), a member that is nearly called so, failures that
 * name no record (`all_failed`). Static; NULL: nothing.
 */
const char *response_oddity(const json_t *answer, bool partial, bool all_failed);

#endif
