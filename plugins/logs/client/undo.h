/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SLRUN_LOGS_UNDO_H
#define SLRUN_LOGS_UNDO_H

#include <slrun/op.h>

int logs_create_log_group_undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                               struct slrun_undo *undo);
int logs_create_log_group_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags);

#endif
