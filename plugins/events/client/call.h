/* SPDX-License-Identifier: Apache-2.0 */
/* How all operations are built and read, and what undoes those that create. */
#ifndef SLRUN_EVENTS_CALL_H
#define SLRUN_EVENTS_CALL_H

#include <slrun/op.h>

int events_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *events_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

int events_undo_create_event_bus(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                                 struct slrun_undo *undo);
int events_undo_put_rule(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                         struct slrun_undo *undo);
int events_undo_create_archive(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                               struct slrun_undo *undo);
int events_undo_create_connection(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                                  struct slrun_undo *undo);
int events_undo_create_api_destination(struct slrun_ctx *ctx, const json_t *args,
                                       const json_t *result, struct slrun_undo *undo);
int events_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags);

/* grants.c */
extern const struct slrun_grant events_grants[];

#endif
