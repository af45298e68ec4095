/* SPDX-License-Identifier: Apache-2.0 */
/* Settings of mappings: which kinds of sources have which, defaults, and what may be said. */
#ifndef SLRUN_LAMBDA_SETTINGS_H
#define SLRUN_LAMBDA_SETTINGS_H

#include "local/function.h"

enum source_kind { KIND_NONE = 0, KIND_SQS = 1, KIND_KINESIS = 2, KIND_DYNAMODB = 4 };

enum source_kind settings_kind(const char *arn);
/* Whether a source of that kind has what the call sets. False after call_fail(). */
bool settings_known(struct call *call, enum source_kind kind);
/* Takes over what the call sets; with `defaults` also what it leaves out. False after call_fail().
 */
bool settings_apply(struct call *call, json_t *config, bool defaults);
/* The function that FunctionName names, and its ARN with the qualifier that stands there. */
struct target {
    const struct function *function;
    char arn[ARN_SIZE];
    int64_t timeout; /* seconds */
};
/* False after call_fail(). */
bool settings_target(struct call *call, struct target *target);
/* Whether a configuration may be as it is. False after call_fail(). */
bool settings_check(struct call *call, const json_t *config);

#endif
