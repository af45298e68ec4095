/* SPDX-License-Identifier: Apache-2.0 */
/* Regular expressions as JavaScript has them, by PCRE2. */
#ifndef SLRUN_JSONATA_PATTERN_H
#define SLRUN_JSONATA_PATTERN_H

#include "jsonata/run.h"

/* `flags`: i, m. NULL: the run has failed (S0303). It belongs to the memory of the run. */
struct jn_pattern *jn_pattern(struct jn_run *run, struct jn source, struct jn flags);

enum { JN_GROUPS_MAX = 100 };
struct jn_found {
    size_t start, end; /* bytes */
    size_t groups;
    struct {
        size_t start, end; /* SIZE_MAX: it took no part */
    } group[JN_GROUPS_MAX];
};
struct jn_search {
    const struct jn_pattern *pattern;
    struct jn text;
    size_t from; /* bytes */
};
/* The first match from there on. False: none, or the run has failed. */
bool jn_pattern_find(struct jn_run *run, const struct jn_search *search, struct jn_found *found);

#endif
