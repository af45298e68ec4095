/* SPDX-License-Identifier: Apache-2.0 */
/* A plugin whose pure functions fault where the caller says: Where is "build" or "parse". */
#include <stdint.h>
#include <string.h>

#include <slrun/slrun.h>

static const struct slrun_service service = {
    .signing_name = "fault",
    .endpoint_prefix = "fault",
    .target = "Fault",
    .json_version = "1.1",
    .iam_prefix = "fault",
};

static const struct slrun_param params[] = {
    {.name = "Where", .shape = {.type = SLRUN_STRING}, .doc = "Who is to crash."},
    {0},
};

static void crash_in(const char *function, const json_t *args)
{
    const char *where = json_string_value(json_object_get(args, "Where"));
    volatile int *nowhere = NULL;
    if (where && strcmp(where, function) == 0)
        *nowhere = 1;
}

static int build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    crash_in("build", args);
    return ctx->host->aws_json_build(ctx, args, req);
}

static json_t *parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    json_t *result = ctx->host->aws_json_parse(ctx, resp);
    crash_in("parse", result);
    return result;
}

static const struct slrun_op ops[] = {
    {.name = "ask",
     .api = "Ask",
     .doc = "Answers what it was asked.",
     .params = params,
     .result = params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = build,
     .parse = parse},
};

static int open_fault(const struct slrun_cloud *cloud, void **state, struct slrun_error *error)
{
    (void)error;
    *state = (void *)(uintptr_t)cloud;
    return 0;
}

static void nothing(void *state)
{
    (void)state;
}

static void serve(void *state, struct slrun_exchange *x)
{
    const struct slrun_cloud *cloud = state;
    cloud->reply(x, &(struct slrun_reply){.status = 200,
                                          .content_type = "application/x-amz-json-1.1",
                                          .body = x->body,
                                          .size = x->size});
}

static const struct slrun_local local = {open_fault, nothing, serve, nothing};

SLRUN_PLUGIN("fault", "1.0.0", "Faults.", NULL, NULL, &service, ops, 1, NULL, &local);
