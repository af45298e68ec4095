/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A plugin as it was built for ABI 1.0: an operation and a local half had then only the fields
 * that stand here, and what lies behind them is poison. Two operations, so that the size of one is
 * what leads to the next.
 */
#include <stddef.h>
#include <string.h>

#include <slrun/slrun.h>

struct op_1_0 {
    const char *name, *api, *doc;
    const struct slrun_param *params, *result;
    unsigned flags;
    const char *token;
    const char *const *retry, *const *absent;
    struct slrun_paging paging;
    struct slrun_hold hold;
    int (*build)(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
    json_t *(*parse)(struct slrun_ctx *ctx, const struct slrun_response *resp);
    int (*undo)(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                struct slrun_undo *undo);
};

struct local_1_0 {
    int (*open)(const struct slrun_cloud *cloud, void **service, struct slrun_error *error);
    void (*close)(void *service);
    void (*serve)(void *service, struct slrun_exchange *x);
    void (*reset)(void *service);
};

/* Within a major nothing moves. */
_Static_assert(sizeof(struct op_1_0) == offsetof(struct slrun_op, service), "an operation");
_Static_assert(offsetof(struct op_1_0, undo) == offsetof(struct slrun_op, undo), "its last slot");
_Static_assert(sizeof(struct local_1_0) == offsetof(struct slrun_local, claims), "a local half");

#define POISON                                                                                     \
    {                                                                                              \
        1, 1, 1, 1, 1, 1, 1, 1                                                                     \
    }

static const struct slrun_service service = {
    .signing_name = "abi_1_0",
    .endpoint_prefix = "abi",
    .target = "Old",
    .json_version = "1.0",
    .iam_prefix = "abi",
};

static const struct slrun_param params[] = {
    {.name = "Text", .shape = {.type = SLRUN_STRING}, .doc = "Any text."},
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

static int undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                struct slrun_undo *out)
{
    const char *text = json_string_value(json_object_get(args, "Text"));
    (void)result;
    out->kind = "text";
    out->name = ctx->host->format(ctx, "%s", text ? text : "");
    out->op = "take_back";
    out->args = json_pack("{s:s}", "Text", text ? text : "");
    return out->name && out->args ? 0 : ctx->host->fail(ctx, SLRUN_E_MEMORY, "out of memory");
}

static const struct {
    struct op_1_0 ops[2];
    size_t poison[8];
} tables = {{{.name = "say",
              .api = "Say",
              .doc = "Says a text.",
              .params = params,
              .result = params,
              .build = build,
              .parse = parse,
              .undo = undo},
             {.name = "take_back",
              .api = "TakeBack",
              .doc = "Takes it back.",
              .params = params,
              .result = params,
              .build = build,
              .parse = parse}},
            POISON};

static int open_service(const struct slrun_cloud *cloud, void **state, struct slrun_error *error)
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
    const struct slrun_reply reply = {.status = 200,
                                      .content_type = "application/x-amz-json-1.0",
                                      .body = x->body,
                                      .size = x->size};
    cloud->reply(x, &reply);
}

static const struct {
    struct local_1_0 local;
    size_t poison[8];
} half = {{open_service, nothing, serve, nothing}, POISON};

SLRUN_EXPORT extern const struct slrun_plugin slrun_plugin_entry;
const struct slrun_plugin slrun_plugin_entry = {
    .abi_major = 1,
    .abi_minor = 0,
    .struct_size = sizeof(struct slrun_plugin),
    .op_size = sizeof(struct op_1_0),
    .service_size = sizeof(struct slrun_service),
    .local_size = sizeof(struct local_1_0),
    .name = "abi_1_0",
    .version = "1.0.0",
    .doc = "As built for ABI 1.0.",
    .service = &service,
    .ops = (const void *)tables.ops,
    .n_ops = 2,
    .local = (const void *)&half.local,
};
