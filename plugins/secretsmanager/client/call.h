/* SPDX-License-Identifier: Apache-2.0 */
/* What the tables of operations refer to. */
#ifndef SLRUN_SECRETSMANAGER_CALL_H
#define SLRUN_SECRETSMANAGER_CALL_H

#include <slrun/op.h>

int secretsmanager_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *secretsmanager_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);
int secretsmanager_undo_create_secret(struct slrun_ctx *ctx, const json_t *args,
                                      const json_t *result, struct slrun_undo *undo);
int secretsmanager_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags);

/* grants.c */
extern const struct slrun_grant secretsmanager_grants[];

#endif
