/* SPDX-License-Identifier: Apache-2.0 */
/* Requests of REST services, for the host table. Contract in slrun/host.h. */
#ifndef SLRUN_PLUGIN_REST_H
#define SLRUN_PLUGIN_REST_H

#include <slrun/host.h>

enum {
    REST_TARGET_MAX = 16 << 10, /* bytes of path and query */
    REST_NAME_MAX = 128         /* of a member */
};

int rest_json_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req,
                    const char *how);

#endif
