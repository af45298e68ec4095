/* SPDX-License-Identifier: Apache-2.0 */
/* What the tables of operations refer to. */
#ifndef SLRUN_PIPES_CALL_H
#define SLRUN_PIPES_CALL_H

#include <slrun/op.h>

int pipes_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *pipes_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);
int pipes_undo_create_pipe(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                           struct slrun_undo *undo);
int pipes_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags);

/* grants.c */
extern const struct slrun_grant pipes_grants[];

#endif
