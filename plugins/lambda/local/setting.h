/* SPDX-License-Identifier: Apache-2.0 */
/* The account's concurrency, which functions share. */
#ifndef SLRUN_LAMBDA_SETTING_H
#define SLRUN_LAMBDA_SETTING_H

#include "local/function.h"

enum { UNRESERVED_MIN = 100 };

/* What functions of the call's account and region have reserved; `of`, which may be NULL, is left
 * out. */
json_int_t reserved_by_others(const struct call *call, const struct function *of);

/* Provisioned for a version, by itself or by an alias; for all of a function. (provisioned.c) */
json_int_t provisioned_for(const struct function *f, const char *version);
json_int_t provisioned_sum(const struct function *f);

#endif
