/* SPDX-License-Identifier: Apache-2.0 */
/* The Lambda Runtime API, version 2018-06-01, at /_runtime/PROCESS/ of the local cloud. */
#ifndef SLRUN_LAMBDA_RUNTIME_API_H
#define SLRUN_LAMBDA_RUNTIME_API_H

#include "local/service.h"

#define RUNTIME_PREFIX "/_runtime/"

void runtime_api_serve(struct service *service, struct slrun_exchange *x);

/* Whether a request brings a handler's answer piece by piece (Developer Guide, "Building a custom
 * runtime", response streaming): Lambda-Runtime-Function-Response-Mode is "streaming". */
bool runtime_api_streams(const struct service *service, const struct slrun_exchange *x);
/* The next piece of it. Its end comes to runtime_api_serve(). */
void runtime_api_piece(struct service *service, struct slrun_exchange *x, const void *data,
                       size_t size);

#endif
