/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The least that a plugin is, for plugins that are wrong in one point: each defines the macro of
 * its point before it includes this, and calls MINIMAL_PLUGIN or declares an entry of its own.
 */
#ifndef SLRUN_TESTS_PLUGINS_MINIMAL_H
#define SLRUN_TESTS_PLUGINS_MINIMAL_H

#include <slrun/slrun.h>

#ifndef NAME
#define NAME "minimal"
#endif
#ifndef VERSION
#define VERSION "1.0.0"
#endif
#ifndef DOC
#define DOC "The least that a plugin is."
#endif
#ifndef INIT
#define INIT NULL
#endif
#ifndef FINI
#define FINI NULL
#endif
#ifndef SERVICE
#define SERVICE &service
#endif
#ifndef SIGNING_NAME
#define SIGNING_NAME "minimal"
#endif
#ifndef OPS
#define OPS ops
#endif
#ifndef N_OPS
#define N_OPS 1
#endif
#ifndef OP_NAME
#define OP_NAME "ask"
#endif
#ifndef OP_API
#define OP_API "Ask"
#endif
#ifndef OP_DOC
#define OP_DOC "Asks."
#endif
#ifndef PARAMS
#define PARAMS params
#endif
#ifndef BUILD
#define BUILD build
#endif
#ifndef PARSE
#define PARSE parse
#endif
#ifndef PRELUDE
#define PRELUDE NULL
#endif
#ifndef LOCAL
#define LOCAL NULL
#endif

__attribute__((unused)) static const struct slrun_service service = {
    .signing_name = SIGNING_NAME,
    .endpoint_prefix = "minimal",
    .target = "Minimal",
    .json_version = "1.1",
    .iam_prefix = "minimal",
};

__attribute__((unused)) static const struct slrun_param params[] = {{0}};

__attribute__((unused)) static int build(struct slrun_ctx *ctx, json_t *args,
                                         struct slrun_request *req)
{
    return ctx->host->aws_json_build(ctx, args, req);
}

__attribute__((unused)) static json_t *parse(struct slrun_ctx *ctx,
                                             const struct slrun_response *resp)
{
    return ctx->host->aws_json_parse(ctx, resp);
}

__attribute__((unused)) static const struct slrun_op ops[] = {
    {.name = OP_NAME,
     .api = OP_API,
     .doc = OP_DOC,
     .params = PARAMS,
     .build = BUILD,
     .parse = PARSE},
};

#define MINIMAL_PLUGIN()                                                                           \
    SLRUN_PLUGIN(NAME, VERSION, DOC, INIT, FINI, SERVICE, OPS, N_OPS, PRELUDE, LOCAL)

#endif
