/* SPDX-License-Identifier: Apache-2.0 */
/* How all operations are built and read, and what undoes those that create. */
#ifndef SLRUN_CLOUDFORMATION_CALL_H
#define SLRUN_CLOUDFORMATION_CALL_H

#include <slrun/op.h>

int cloudformation_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *cloudformation_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

int cloudformation_undo_create_stack(struct slrun_ctx *ctx, const json_t *args,
                                     const json_t *result, struct slrun_undo *undo);
int cloudformation_undo_create_change_set(struct slrun_ctx *ctx, const json_t *args,
                                          const json_t *result, struct slrun_undo *undo);
/* Tags of a stack, and of one that a change set creates. */
int cloudformation_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags);

/* grants.c */
extern const struct slrun_grant cloudformation_grants[];

#endif
