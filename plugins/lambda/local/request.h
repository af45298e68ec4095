/* SPDX-License-Identifier: Apache-2.0 */
/* Reading requests of the REST-JSON protocol, by the client half's tables. */
#ifndef SLRUN_LAMBDA_REQUEST_H
#define SLRUN_LAMBDA_REQUEST_H

#include "local/route.h"

/* The operation with that method, path and fixed query, and the labels of its path in *args (a new
 * reference); NULL: there is none. */
const struct lambda_call *request_find(const struct slrun_exchange *x, json_t **args);
/* Whether it is InvokeWithResponseStream: Invoke with another path, and another end. */
bool request_streams(const struct slrun_exchange *x);
/* Adds what stands in query and headers to the arguments of a call. */
void request_places(struct call *call, const struct slrun_exchange *x);
/* Adds what stands in the body; Invoke's stays as it is. False after call_fail(). */
bool request_body(struct call *call, const struct route_body *body);

#endif
