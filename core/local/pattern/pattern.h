/* SPDX-License-Identifier: Apache-2.0 */
/* Amazon EventBridge event patterns (docs.aws.amazon.com/eventbridge, "Comparison operators"):
 * slrun_cloud.pattern_check and pattern_match (slrun/cloud.h says what they do). */
#ifndef SLRUN_LOCAL_PATTERN_H
#define SLRUN_LOCAL_PATTERN_H

#include <jansson.h>

#include <slrun/error.h>

enum {
    PATTERN_DEPTH_MAX = 64,
    PATTERN_WILDCARDS_MAX = 256, /* of one text */
};

int pattern_check(const json_t *pattern, struct slrun_error *error);
int pattern_match(const json_t *pattern, const json_t *event);

/* ---- operators (pattern_operator.c) ---- */

/* Whether { "prefix": "a" } and its kin is an operator that may stand in a list. 0 or -1. */
int operator_check(const json_t *matcher, struct slrun_error *error);

/* Whether it holds for a scalar; for one that is absent (NULL) only "exists" can. */
int operator_match(const json_t *matcher, const json_t *value);

#endif
