/* SPDX-License-Identifier: Apache-2.0 */
/* What settings of functions may be, beyond what tables say. */
#ifndef SLRUN_LAMBDA_MANAGE_H
#define SLRUN_LAMBDA_MANAGE_H

#include "local/function.h"

/* Role, runtime, variables, tags and layers of the call. False after call_fail(). */
bool settings_ok(struct call *call);
/* Whether the role is one that Lambda may use for what the call sets, where that is judged;
 * `config` is the function's, or NULL: it is made. False after call_fail(). (role.c) */
bool role_serves(struct call *call, const struct function_name *name, const json_t *config);

#endif
