/* SPDX-License-Identifier: Apache-2.0 */
/* What the tables of operations refer to. */
#ifndef SLRUN_SSM_CALL_H
#define SLRUN_SSM_CALL_H

#include <slrun/op.h>

int ssm_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *ssm_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);
int ssm_undo_put_parameter(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                           struct slrun_undo *undo);
int ssm_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags);

/* grants.c */
extern const struct slrun_grant ssm_grants[];

#endif
