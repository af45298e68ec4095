/* SPDX-License-Identifier: Apache-2.0 */
/* Destinations: names for streams that subscription filters deliver to. */
#ifndef SLRUN_LOGS_DESTINATION_H
#define SLRUN_LOGS_DESTINATION_H

#include "local/service.h"

/* Whether an ARN is a destination's. */
bool destination_is(const char *arn);
/* The ARN of what it stands for, borrowed; NULL after call_fail(). */
const char *destination_target(struct slrun_json_call *call, const char *arn);
/* The same for what is delivered: `arn` itself where it is no destination's, or there is none. */
const char *destination_resolve(const struct slrun_json_call *call, const char *arn);

#endif
