/* SPDX-License-Identifier: Apache-2.0 */
/* Tags of streams and consumers. */
#ifndef SLRUN_KINESIS_TAGGING_H
#define SLRUN_KINESIS_TAGGING_H

#include "service.h"

/* What has tags, and what messages call it. */
struct tagged {
    json_t *tags;
    const char *kind; /* "stream" */
    const char *name;
};

/* Adds `more` (or NULL). False with the fault filled, and nothing added. */
bool tagging_add(struct call *call, const struct tagged *tagged, const json_t *more);

/* Removes the tags of those keys. False with the fault filled. */
bool tagging_remove(struct call *call, const struct tagged *tagged, const json_t *keys);

/* [{"Key": ..., "Value": ...}...] in order of the keys, from behind `after` (or NULL) on, at most
 * `limit`; *more says whether there are others. A new reference. */
json_t *tagging_list(const struct tagged *tagged, const char *after, size_t limit, bool *more);

#endif
