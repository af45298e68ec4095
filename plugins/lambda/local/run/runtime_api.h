/* SPDX-License-Identifier: Apache-2.0 */
/* The Lambda Runtime API, version 2018-06-01, at /_runtime/PROCESS/ of the local cloud. */
#ifndef SLRUN_LAMBDA_RUNTIME_API_H
#define SLRUN_LAMBDA_RUNTIME_API_H

#include "local/service.h"

#define RUNTIME_PREFIX "/_runtime/"

void runtime_api_serve(struct service *service, struct slrun_exchange *x);

#endif
