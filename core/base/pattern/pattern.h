/* SPDX-License-Identifier: Apache-2.0 */
/* Amazon EventBridge event patterns (docs.aws.amazon.com/eventbridge, "Comparison operators"):
 * slrun_cloud.pattern_check and pattern_match (slrun/cloud.h says what they do). */
#ifndef SLRUN_BASE_PATTERN_H
#define SLRUN_BASE_PATTERN_H

#include <stdbool.h>

#include <jansson.h>

#include <slrun/error.h>

enum {
    PATTERN_DEPTH_MAX = 64,
    PATTERN_WILDCARDS_MAX = 256, /* of one text */
};

int pattern_check(const json_t *pattern, struct slrun_error *error);
int pattern_match(const json_t *pattern, const json_t *event);

/* Whether what a member of a pattern wants is so; `event` may be absent (NULL) or no object. */
bool pattern_member(const char *name, const json_t *wanted, const json_t *event);
/* {"a": {"b": ...}} is also a member "a.b" of an event. What is wanted of its members whose names
 * begin so, under those names: a new reference. NULL: there are none. */
json_t *pattern_joined(const char *name, const json_t *wanted, const json_t *event);

/* ---- pattern_miss.c ---- */

/*
 * The first member of a pattern, as it is written, that is not so: {"path": "detail.kind",
 * "wanted": what the pattern has there, "value": what the event has there, "names": the fields of
 * the object where it looked}, without "value" where there is none. A new reference. NULL: the
 * event matches, the pattern is none, or out of memory.
 */
json_t *pattern_miss(const json_t *pattern, const json_t *event);

/* ---- operators (pattern_operator.c) ---- */

/* Whether { "prefix": "a" } and its kin is an operator that may stand in a list. 0 or -1. */
int operator_check(const json_t *matcher, struct slrun_error *error);

/* Whether it holds for a scalar; for one that is absent (NULL) only "exists" can. */
int operator_match(const json_t *matcher, const json_t *value);

#endif
