/* SPDX-License-Identifier: Apache-2.0 */
/* What a value may hold beyond its type, and how AWS words that it does not: of slrun_bound and of
 * words (enumerations). */
#ifndef SLRUN_LOCAL_JSON_BOUND_H
#define SLRUN_LOCAL_JSON_BOUND_H

#include <slrun/answer.h>

#include "base/buf.h"

struct json_limits {
    const struct slrun_bound *bound; /* or NULL */
    const char *const *words;        /* or NULL */
};

/* What is wrong with a value: a set of these. AWS tells them in this order. */
enum json_breach {
    BREACH_MOST = 1,
    BREACH_LEAST = 2,
    BREACH_PATTERN = 4,
    BREACH_WORD = 8,
    BREACH_END = 16
};

/* The first bound of that operation and member, or NULL. */
const struct slrun_bound *json_bound_find(const struct slrun_bound *bounds, const char *operation,
                                          const char *member);
unsigned json_bound_breaches(const struct json_limits *limits, const json_t *value);
/* "Member must have length less than or equal to 5"; nothing where the limits have none of it. */
void json_bound_text(const struct json_limits *limits, enum json_breach breach, bool number,
                     struct buf *out);
/* All that they say, as it is told of elements: "Member must ..., Member must ...". */
void json_bound_all(const struct json_limits *limits, bool number, struct buf *out);

#endif
