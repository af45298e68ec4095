/* SPDX-License-Identifier: Apache-2.0 */
/* The check of arguments, which both protocols share. */
#ifndef SLRUN_SQS_CHECK_H
#define SLRUN_SQS_CHECK_H

#include <jansson.h>
#include <slrun/shape.h>

#include "fault.h"

/* Of a structure, or parameters of an operation: more than any has, which a test looks after. */
enum { REQUEST_MEMBERS_MAX = 16 };

/* Checks types and that what is required is there, and takes away what is null or unknown. */
bool request_check(const struct slrun_param *params, json_t *args, struct fault *fault);

#endif
