/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An endpoint stands for AWS: what AWS serves under a host of its own, such as the API of a stack,
 * is asked of the endpoint, by the name that emulators give that host. So the outputs of a stack,
 * which are AWS's addresses, lead there, and never to AWS.
 */
#ifndef SLRUN_PLUGIN_STAND_IN_H
#define SLRUN_PLUGIN_STAND_IN_H

#include <stdbool.h>

#include "base/arena.h"

/*
 * The Host by which `endpoint` ("http://localhost:4566") serves the host of `base`: for
 * "https://ID.execute-api.REGION.amazonaws.com" it is "ID.execute-api.localhost:4566", for
 * "https://ID.lambda-url.REGION.on.aws" "ID.lambda-url.REGION.localhost:4566". In the arena. NULL
 * where `base` is none of these hosts.
 */
const char *stand_in_host(struct slrun_arena *arena, const char *endpoint, const char *base);

/*
 * How AWS wants requests to the host of `base` signed: by the service that answers there
 * ("execute-api", "lambda"), in the host's own region, which comes in the arena. False, and nothing
 * is touched, where `base` is none of these hosts, or NULL.
 */
bool stand_in_signing(struct slrun_arena *arena, const char *base, const char **service,
                      const char **region);

#endif
