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

/*
 * Sends a text to a queue, a topic, a function or an event bus, by its ARN; `attributes` (taken
 * over, may be NULL) are message attributes where there are such. What fails is logged.
 */
struct delivery {
    struct service *service;
    const char *region, *account, *arn;
    const char *text;
    json_t *attributes;
    const char *detail_type, *source_arn; /* for event buses */
    struct slrun_iam_caller caller;       /* for whom */
};
void destination_deliver(const struct delivery *delivery);

#endif
