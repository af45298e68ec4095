/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of apigateway.so: REST APIs, API version 2015-07-09; the local half serves HTTP APIs,
 * too. */
#include <slrun/slrun.h>

#include "client/ops.h"
#include "local/service.h"

extern const char apigateway_prelude[];

SLRUN_PLUGIN("apigateway", "0.1.0", "API Gateway: REST APIs, and the local half of HTTP APIs.",
             NULL, NULL, &apigateway_service, apigateway_ops, APIGATEWAY_OPS, apigateway_prelude,
             &apigateway_local);
