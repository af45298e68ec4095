/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The client halves of Amazon API Gateway: REST APIs (apigateway, API version 2015-07-09) and HTTP
 * APIs (apigatewayv2, 2018-11-29). Two modules, as in boto3, since their operations share names;
 * both are signed for "apigateway" and served by one local half, which reads requests by these
 * tables, too.
 */
#ifndef SLRUN_APIGATEWAY_OPS_H
#define SLRUN_APIGATEWAY_OPS_H

#include <slrun/op.h>

enum { APIGATEWAY_OPS = 92, APIGATEWAYV2_OPS = 45 };

extern const struct slrun_service apigateway_service, apigatewayv2_service;
extern const struct slrun_grant apigateway_grants[], apigatewayv2_grants[];
extern const struct slrun_op apigateway_ops[APIGATEWAY_OPS];
extern const struct slrun_op apigatewayv2_ops[APIGATEWAYV2_OPS];

#endif
