/* SPDX-License-Identifier: Apache-2.0 */
/* What the tables of operations refer to. */
#ifndef SLRUN_STATES_CALL_H
#define SLRUN_STATES_CALL_H

#include <slrun/op.h>

int states_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *states_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);
int states_undo_create_activity(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                                struct slrun_undo *undo);
int states_undo_create_state_machine(struct slrun_ctx *ctx, const json_t *args,
                                     const json_t *result, struct slrun_undo *undo);
int states_undo_start_execution(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                                struct slrun_undo *undo);
int states_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags);

/* grants.c */
extern const struct slrun_grant states_grants[];

#endif
