/* SPDX-License-Identifier: Apache-2.0 */
/* Loads, and breaks the rest of its contract: each operation in another way. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <slrun/slrun.h>

/* Exported beside the entry: the build gives this plugin a version script that allows it. */
SLRUN_EXPORT int another_symbol;
int another_symbol;

static const struct slrun_service service = {
    .signing_name = "faulty",
    .endpoint_prefix = "faulty",
    .target = "Faulty",
    .json_version = "1.1",
};

static const struct slrun_param none[] = {{0}};
static const struct slrun_param one[] = {
    {.name = "Name", .shape = {.type = SLRUN_STRING}, .flags = SLRUN_REQUIRED, .doc = "A name."},
    {.name = "Name", .shape = {.type = SLRUN_STRING}},
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

static int bad_target(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    (void)ctx;
    json_incref(args);
    req->target = "no slash";
    return 0;
}

static int no_reason(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    (void)ctx;
    (void)args;
    (void)req;
    return -1;
}

static int changing(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    static int calls;
    (void)args;
    req->target = ctx->host->format(ctx, "/%d", calls++);
    return req->target ? 0 : ctx->host->fail(ctx, SLRUN_E_MEMORY, "no memory");
}

static json_t *any_status(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    (void)ctx;
    (void)resp;
    return json_object();
}

static json_t *crashing(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    if (resp->size == 0)
        abort();
    return parse(ctx, resp);
}

static json_t *leaving(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    (void)ctx;
    (void)resp;
    exit(7);
}

static json_t *on_the_stack(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    if (resp->size == 0)
        return parse(ctx, resp);
    char *copy = __builtin_alloca(resp->size + 1);
    memcpy(copy, resp->body, resp->size + 1);
    struct slrun_response again = *resp;
    again.body = copy;
    return parse(ctx, &again);
}

/* Whatever was there before. */
static int overwriting(struct slrun_ctx *ctx, json_t *args, const json_t *tags)
{
    (void)ctx;
    return json_object_set(args, "Tgas", json_object_get(tags, "slrun:run"));
}

static int bad_undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                    struct slrun_undo *undo)
{
    (void)ctx;
    (void)args;
    (void)result;
    *undo = (struct slrun_undo){
        .kind = "thing", .name = "a", .op = "remove_thing", .args = json_object()};
    return 0;
}

static int undo_of_tags(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                        struct slrun_undo *undo)
{
    (void)args;
    (void)result;
    *undo = (struct slrun_undo){.kind = "thing",
                                .name = "a",
                                .op = "silent",
                                .args = json_object(),
                                .tags_op = strcmp(ctx->op->name, "tagless") == 0 ? "silent" : NULL,
                                .tags_args = json_pack("{s:s}", "Nmae", "a"),
                                .tags_list = "Tags"};
    return 0;
}

static const struct slrun_op ops[] = {
    {.name = "BadName",
     .api = "bad_api",
     .doc = "",
     .params = none,
     .build = build,
     .parse = parse},
    {.name = "twins",
     .api = "Twins",
     .doc = "Two parameters of one name.",
     .params = one,
     .build = build,
     .parse = parse},
    {.name = "lost",
     .api = "Lost",
     .doc = "Names what is not there.",
     .params = none,
     .result = none,
     .token = "Token",
     .hold = {.param = "Wait"},
     .paging = {.input = "Next", .output = "Next", .items = "Items"},
     .build = build,
     .parse = parse,
     .undo = bad_undo},
    {.name = "target",
     .api = "Target",
     .doc = "A bad target.",
     .params = none,
     .build = bad_target,
     .parse = any_status},
    {.name = "silent",
     .api = "Silent",
     .doc = "No reason.",
     .params = none,
     .build = no_reason,
     .parse = parse},
    {.name = "changing",
     .api = "Changing",
     .doc = "Remembers.",
     .params = none,
     .build = changing,
     .parse = parse},
    {.name = "tagging",
     .api = "Tagging",
     .doc = "Has no undo, and overwrites.",
     .params = none,
     .build = build,
     .parse = parse,
     .tag = overwriting},
    {.name = "half_tags",
     .api = "HalfTags",
     .doc = "Does not say how tags are read.",
     .params = none,
     .build = build,
     .parse = parse,
     .undo = undo_of_tags},
    {.name = "tagless",
     .api = "Tagless",
     .doc = "Reads tags that nobody sets, with wrong arguments.",
     .params = none,
     .build = build,
     .parse = parse,
     .undo = undo_of_tags},
    {.name = "crash",
     .api = "Crash",
     .doc = "Crashes.",
     .params = none,
     .build = build,
     .parse = crashing},
    {.name = "stack",
     .api = "Stack",
     .doc = "Copies an answer to its stack.",
     .params = none,
     .build = build,
     .parse = on_the_stack},
    {.name = "leave",
     .api = "Leave",
     .doc = "Ends the process.",
     .params = none,
     .build = build,
     .parse = leaving},
};

SLRUN_PLUGIN("faulty", "1.0.0", "Loads, and that is all.", NULL, NULL, &service, ops,
             sizeof ops / sizeof *ops, "local broken =", NULL);
