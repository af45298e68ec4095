/* SPDX-License-Identifier: Apache-2.0 */
/* How all operations are built and read. */
#ifndef SLRUN_XRAY_CALL_H
#define SLRUN_XRAY_CALL_H

#include <slrun/op.h>

int xray_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *xray_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

#endif
