/* SPDX-License-Identifier: Apache-2.0 */
/* The constraints of a request whose JSON types are right already. Part of param.h's check. */
#ifndef SLRUN_DYNAMODB_CONSTRAINT_H
#define SLRUN_DYNAMODB_CONSTRAINT_H

#include "params/param.h"

/* False with a ValidationException that lists up to PARAM_ERRORS_MAX violations. */
bool constraint_check(const struct param *params, const json_t *args, struct fault *fault);

enum { TABLE_NAME_MIN = 3, TABLE_NAME_MAX = 255, TABLE_ARN_MAX = 1024 };

#endif
