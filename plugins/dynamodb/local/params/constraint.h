/* SPDX-License-Identifier: Apache-2.0 */
/* The constraints of a request whose JSON types are right already. Part of param.h's check. */
#ifndef SLRUN_DYNAMODB_CONSTRAINT_H
#define SLRUN_DYNAMODB_CONSTRAINT_H

#include "params/param.h"

/* False with a ValidationException that lists up to PARAM_ERRORS_MAX violations. */
bool constraint_check(const struct param *params, const json_t *args, struct fault *fault);

/* Of a member that is empty, in the newer words. */
#define CONSTRAINT_EMPTY(member)                                                                   \
    "1 validation error detected: Value at '" member "' failed to satisfy constraint: "            \
    "Member must have length greater than or equal to 1"

enum { TABLE_NAME_MIN = 3, TABLE_NAME_MAX = 255, TABLE_ARN_MAX = 1024 };

#endif
