/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A plugin as small as a whole one can be: one operation, a prelude, and a local half that answers
 * what it was asked. init() and fini() keep a state, so that a leak of it shows.
 */
#include <stdlib.h>
#include <string.h>

#include <slrun/slrun.h>

static const struct slrun_service service = {
    .signing_name = "echo",
    .endpoint_prefix = "echo",
    .target = "Echo",
    .json_version = "1.1",
    .iam_prefix = "echo",
};

static const struct slrun_shape string = {.type = SLRUN_STRING};

static const struct slrun_param params[] = {
    {.name = "Text", .shape = {.type = SLRUN_STRING}, .flags = SLRUN_REQUIRED, .doc = "Any text."},
    {.name = "Times", .shape = {.type = SLRUN_INTEGER}, .doc = "A number."},
    {.name = "Words", .shape = {.type = SLRUN_LIST, .of = &string}, .doc = "A list of texts."},
    {.name = "Anything", .shape = {.type = SLRUN_DOCUMENT}, .doc = "Any value."},
    {0},
};

static int build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return ctx->host->aws_json_build(ctx, args, req);
}

static json_t *parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return ctx->host->aws_json_parse(ctx, resp);
}

static const struct slrun_op ops[] = {
    {
        .name = "echo",
        .api = "Echo",
        .doc = "Answers what it was asked.",
        .params = params,
        .result = params,
        .flags = SLRUN_OP_IDEMPOTENT,
        .build = build,
        .parse = parse,
    },
};

static int init(const struct slrun_host *host, void **state, struct slrun_error *error)
{
    (void)host;
    *state = malloc(1);
    if (!*state)
        error->kind = SLRUN_E_MEMORY;
    return *state ? 0 : -1;
}

static int open_echo(const struct slrun_cloud *cloud, void **service_state,
                     struct slrun_error *error)
{
    (void)error;
    *service_state = (void *)(uintptr_t)cloud;
    return 0;
}

static void nothing(void *service_state)
{
    (void)service_state;
}

static void serve(void *service_state, struct slrun_exchange *x)
{
    const struct slrun_cloud *cloud = service_state;
    static const char unknown[] = "{\"__type\":\"UnknownOperationException\"}";
    int known = x->operation && strcmp(x->operation, "Echo") == 0;
    struct slrun_reply reply = {
        .status = known ? 200 : 400,
        .content_type = "application/x-amz-json-1.1",
        .body = known ? x->body : unknown,
        .size = known ? x->size : sizeof unknown - 1,
    };
    cloud->reply(x, &reply);
}

static const struct slrun_local local = {open_echo, nothing, serve, nothing};

SLRUN_PLUGIN("echo", "1.2.3", "Answers what it was asked.", init, free, &service, ops, 1,
             "local echo = ...\n"
             "function echo.text(text) return echo.echo { Text = text }.Text end\n",
             &local);
