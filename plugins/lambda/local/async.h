/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Asynchronous invocation (Lambda Developer Guide, "Invoking a Lambda function asynchronously"): a
 * queue of events, further attempts after errors, and where those go that could not be handled.
 */
#ifndef SLRUN_LAMBDA_ASYNC_H
#define SLRUN_LAMBDA_ASYNC_H

#include "local/function.h"

enum { ASYNC_EVENTS_MAX = 100000 };

bool async_open(struct service *service);
void async_close(struct service *service);
/* Takes up what was waiting when the local cloud ended. */
void async_take_up(struct service *service);

/* Takes an event up. False: there are too many. */
struct async_order {
    struct function *function;
    const char *qualifier; /* or "" */
    const char *payload;   /* copied */
    size_t size;
    const char *client_context; /* JSON, or NULL */
    const char *request_id;
};
bool async_add(const struct async_order *order);

#endif
