/* SPDX-License-Identifier: Apache-2.0 */
/*
 * slrun_cloud.json_read, .args_check and .json_reply: AWS JSON from the service's side
 * (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html). Contracts in slrun/cloud.h.
 */
#ifndef SLRUN_LOCAL_JSON_ARGS_H
#define SLRUN_LOCAL_JSON_ARGS_H

#include <slrun/answer.h>
#include <slrun/local.h>
#include <slrun/op.h>

json_t *json_args_read(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                       const struct slrun_op *op, const struct slrun_bound *bounds,
                       struct slrun_error *error);
int json_args_check(json_t *args, const struct slrun_op *op, const struct slrun_bound *bounds,
                    struct slrun_error *error);
void json_args_reply(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                     const struct slrun_service *service, const json_t *result);

#endif
