/* SPDX-License-Identifier: Apache-2.0 */
/* What settings of functions may be, beyond what tables say. */
#ifndef SLRUN_LAMBDA_MANAGE_H
#define SLRUN_LAMBDA_MANAGE_H

#include "local/function.h"

/* Role, runtime, variables, tags and layers of the call. False after call_fail(). */
bool settings_ok(struct call *call);
/* Whether Lambda may assume the call's role, where that is judged; `what` is what is done with it.
 * False after call_fail(). */
bool role_trusts(struct call *call, const struct function_name *name, const char *what);

#endif
