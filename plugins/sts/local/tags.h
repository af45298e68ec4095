/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tags of sessions (IAM User Guide, "Pass session tags in AWS STS"). Keys are the same in either
 * case. The transitive ones go on to the roles that the session assumes.
 */
#ifndef SLRUN_STS_TAGS_H
#define SLRUN_STS_TAGS_H

#include <jansson.h>

/* What AWS says is wrong with Tags and TransitiveTagKeys of an AssumeRole; NULL: nothing.
 * `inherited`: the transitive keys of the session that calls, or NULL. */
const char *tags_problem(const json_t *args, const json_t *inherited);

/* The transitive keys of the session that it makes: a new list, or NULL: no memory. */
json_t *tags_transitive(const json_t *args, const json_t *inherited);

#endif
