/* SPDX-License-Identifier: Apache-2.0 */
/* What the tables of operations refer to. */
#ifndef SLRUN_SCHEDULER_CALL_H
#define SLRUN_SCHEDULER_CALL_H

#include <slrun/op.h>

int scheduler_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *scheduler_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);
int scheduler_undo_create_schedule(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                                   struct slrun_undo *undo);
int scheduler_undo_create_schedule_group(struct slrun_ctx *ctx, const json_t *args,
                                         const json_t *result, struct slrun_undo *undo);
int scheduler_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags);

/* grants.c */
extern const struct slrun_grant scheduler_grants[];

#endif
