/* SPDX-License-Identifier: Apache-2.0 */
/* Where results of asynchronous invocations go: destinations and the dead-letter queue (Developer
 * Guide, "Capturing records of Lambda asynchronous invocations"). */
#ifndef SLRUN_LAMBDA_DESTINATION_H
#define SLRUN_LAMBDA_DESTINATION_H

#include "local/function.h"
#include "local/run/invocation.h"

/* An event that is over. */
struct destined {
    struct function *function;
    const char *qualifier;
    const json_t *config; /* FunctionEventInvokeConfig, or NULL */
    const char *request_id, *payload;
    size_t size;
    unsigned attempts;
    const char *condition; /* "Success", "RetriesExhausted", "EventAgeExceeded", ... */
    const struct invoke_outcome *outcome; /* of the last attempt, or NULL */
};
void destination_send(const struct destined *destined);

#endif
