/* SPDX-License-Identifier: Apache-2.0 */
/* The AWS query protocol, for the host table. Contracts in slrun/host.h. */
#ifndef SLRUN_PLUGIN_QUERY_H
#define SLRUN_PLUGIN_QUERY_H

#include <slrun/host.h>

enum { QUERY_BODY_MAX = 8 << 20, QUERY_NAME_MAX = 512 };

int aws_query_build(struct slrun_ctx *ctx, const json_t *args, struct slrun_request *req);
json_t *aws_query_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

#endif
