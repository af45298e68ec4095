/* SPDX-License-Identifier: Apache-2.0 */
/* Bucket policies (IAM user guide, "Policy evaluation logic", and S3's "Actions, resources, and
 * condition keys"). */
#ifndef SLRUN_S3_POLICY_H
#define SLRUN_S3_POLICY_H

#include "bucket/access.h"

/* How many there are where one value or a list of them may stand, and the text of one; NULL: it is
 * no text. */
size_t policy_count(const json_t *value);
const char *policy_at(const json_t *value, size_t i);

/* Whether S3 takes it as the bucket's policy; `policy` NULL: the request's body is no JSON. false:
 * the fault is set. (policy_check.c) */
bool policy_check(struct call *call, const json_t *policy);

/* `policy` NULL: there is none. */
enum slrun_policy_effect policy_evaluate(struct call *call, const json_t *policy,
                                         const struct access_ask *ask);

/* Whether it allows everybody something without a condition that bounds who that is. */
bool policy_is_public(const json_t *policy);

/* slrun_policy_ask.key of a question to this bucket's policy; all keys are known here
 * (condition.c). */
int condition_values(struct call *call, const struct access_ask *ask, const char *key,
                     const char **items);

bool op_get_policy(struct call *call);
bool op_put_policy(struct call *call);
bool op_delete_policy(struct call *call);
bool op_get_policy_status(struct call *call);

#endif
