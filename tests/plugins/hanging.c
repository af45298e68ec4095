/* SPDX-License-Identifier: Apache-2.0 */
/* parse() never returns. */
#include <slrun/slrun.h>

static json_t *hanging(struct slrun_ctx *ctx, const struct slrun_response *resp);

#define NAME  "hanging"
#define PARSE hanging
#include "minimal.h"

static json_t *hanging(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    for (const volatile int *status = &resp->status; *status;)
        ;
    return parse(ctx, resp);
}

MINIMAL_PLUGIN();
