/* SPDX-License-Identifier: Apache-2.0 */
/* How all operations are built and read, and what undoes those that create. */
#ifndef SLRUN_SNS_CALL_H
#define SLRUN_SNS_CALL_H

#include <slrun/op.h>

int sns_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *sns_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

int sns_undo_create_topic(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                          struct slrun_undo *undo);
int sns_undo_subscribe(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                       struct slrun_undo *undo);
int sns_undo_create_platform_application(struct slrun_ctx *ctx, const json_t *args,
                                         const json_t *result, struct slrun_undo *undo);
int sns_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags);

/* grants.c */
extern const struct slrun_grant sns_grants[];

#endif
