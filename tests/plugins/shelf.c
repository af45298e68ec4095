/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A plugin whose operation never finds what it is asked for: its error says that the item is not
 * there or, for a name with "shelf" in it, that what the item should be in is not there. One of its
 * parameters is secret.
 */
#include <string.h>

#include <slrun/slrun.h>

static const struct slrun_service service = {
    .signing_name = "shelf",
    .endpoint_prefix = "shelf",
    .target = "Shelf",
    .json_version = "1.1",
    .iam_prefix = "shelf",
};

static const struct slrun_param find_params[] = {
    {.name = "Name", .shape = {.type = SLRUN_STRING}, .flags = SLRUN_REQUIRED, .doc = "Of a text."},
    {.name = "Pin",
     .shape = {.type = SLRUN_STRING},
     .flags = SLRUN_SECRET,
     .doc = "What nobody may see."},
    {0},
};

static const char *const not_there[] = {"NoSuchText", NULL};

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
        .name = "find",
        .api = "Find",
        .doc = "Never finds a text; one that is called `shelf` is an error.",
        .params = find_params,
        .result = find_params,
        .flags = SLRUN_OP_IDEMPOTENT,
        .absent = not_there,
        .build = build,
        .parse = parse,
    },
};

static int open_shelf(const struct slrun_cloud *cloud, void **service_state,
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

static int holds(const struct slrun_exchange *x, const char *word)
{
    const char *body = x->body;
    size_t n = strlen(word);
    for (size_t i = 0; i + n <= x->size; i++)
        if (memcmp(body + i, word, n) == 0)
            return 1;
    return 0;
}

static void serve(void *service_state, struct slrun_exchange *x)
{
    static const char no_text[] = "{\"__type\":\"NoSuchText\",\"message\":\"not there\"}";
    static const char no_shelf[] = "{\"__type\":\"NoSuchShelf\",\"message\":\"no shelf\"}";
    const struct slrun_cloud *cloud = service_state;
    const char *refusal = holds(x, "shelf") ? no_shelf : no_text;
    struct slrun_reply reply = {
        .status = 400,
        .content_type = "application/x-amz-json-1.1",
        .body = refusal,
        .size = strlen(refusal),
    };
    cloud->reply(x, &reply);
}

static const struct slrun_local local = {open_shelf, nothing, serve, nothing};

SLRUN_PLUGIN("shelf", "1.0.0", "Never finds what it is asked for.", NULL, NULL, &service, ops, 1,
             NULL, &local);
