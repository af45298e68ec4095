/* SPDX-License-Identifier: Apache-2.0 */
/* Which jobs of a CI system run what: the cases of a collection, by pattern, tag or shard. */
#ifndef SLRUN_RUN_MATRIX_H
#define SLRUN_RUN_MATRIX_H

#include <jansson.h>

#include "run/collect/collect.h"

enum {
    MATRIX_JOBS_MAX = 256, /* of a GitHub workflow run */
    MATRIX_NAME_MAX = 64,
};

enum matrix_by {
    MATRIX_PATTERN, /* a job for each name of a pattern; a file without one is its own */
    MATRIX_TAG,     /* a job for each tag, and "untagged"; cases with two tags are in two jobs */
    MATRIX_SHARD,   /* at most `shards` jobs of whole files that take about as long */
};

/*
 * {"include": [{"name", "args", "cases"}, ...]}, as `strategy.matrix` of GitHub Actions takes it:
 * `name` has letters, digits, ".", "_" and "-" only and is unique; `args` are words for slrun,
 * quoted for a shell; `cases` is their number. Jobs come in the order of collection, tags by name.
 * NULL with `error` filled: out of memory, or more jobs than GitHub takes.
 */
json_t *matrix_make(const struct collection *collection, enum matrix_by by, unsigned shards,
                    struct slrun_error *error);

#endif
