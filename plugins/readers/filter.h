/* SPDX-License-Identifier: Apache-2.0 */
/* FilterCriteria of event source mappings (Developer Guide, "Control which events Lambda sends to
 * your function"): patterns of Amazon EventBridge, one of which a record must match. */
#ifndef SLRUN_READERS_FILTER_H
#define SLRUN_READERS_FILTER_H

#include <stdbool.h>

#include <slrun/cloud.h>

enum { FILTERS_MAX = 5 };

/* Whether all patterns of the criteria are some. */
bool filter_check(const struct slrun_cloud *cloud, const json_t *criteria);
/* The patterns, a new reference; NULL: there are none, and all records pass. */
json_t *filter_patterns(const json_t *criteria);

/* What patterns look at. A pattern for members of JSON does not match other text, and one for text
 * does not match JSON. */
struct filter_record {
    const json_t *record;
    const char *content; /* the member that may be JSON, or NULL */
    const json_t *text;  /* its text */
};

bool filter_passes(const struct slrun_cloud *cloud, const json_t *patterns,
                   const struct filter_record *r);

/* What the patterns look at of a record: those of its members that they name, or all of it where it
 * has none of these. A new reference. */
json_t *filter_view(const json_t *patterns, const struct filter_record *r);

#endif
