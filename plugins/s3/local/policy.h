/* SPDX-License-Identifier: Apache-2.0 */
/* Bucket policies (IAM user guide, "Policy evaluation logic", and S3's "Actions, resources, and
 * condition keys"). */
#ifndef SLRUN_S3_POLICY_H
#define SLRUN_S3_POLICY_H

#include "access.h"

enum policy_effect { POLICY_SILENT, POLICY_ALLOWS, POLICY_DENIES };

/* `policy` NULL: there is none. */
enum policy_effect policy_evaluate(struct call *call, const json_t *policy,
                                   const struct access_ask *ask);

/* Whether it allows everybody something without a condition that bounds who that is. */
bool policy_is_public(const json_t *policy);

/* Whether a condition block holds (condition.c). */
bool condition_holds(struct call *call, const json_t *condition, const struct access_ask *ask);
/* Whether the operator is one, with its IfExists and set prefixes. */
bool condition_known(const char *op);

/* '*' and '?' stand for any characters and any one. */
bool policy_match(const char *pattern, const char *text);

bool op_get_policy(struct call *call);
bool op_put_policy(struct call *call);
bool op_delete_policy(struct call *call);
bool op_get_policy_status(struct call *call);

#endif
