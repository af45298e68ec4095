/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of apigatewayv2.so: HTTP APIs, API version 2018-11-29. It has no local half: its
 * requests are signed for "apigateway", whose local half serves them. */
#include <slrun/slrun.h>

#include "client/ops.h"

extern const char apigatewayv2_prelude[];

SLRUN_PLUGIN("apigatewayv2", "0.1.0", "API Gateway: HTTP APIs.", NULL, NULL, &apigatewayv2_service,
             apigatewayv2_ops, APIGATEWAYV2_OPS, apigatewayv2_prelude, NULL);
