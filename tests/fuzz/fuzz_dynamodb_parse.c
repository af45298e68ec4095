/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Answers of DynamoDB, as bytes from anywhere: the first byte chooses operation and status, the
 * rest is the body. Beside crashes and leaks it looks for items that are read but could not be
 * written back as they were. Needs dynamodb_client and slrun_plugin.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/slrun.h>

#include "base/arena.h"
#include "client/ops.h"
#include "plugin/host.h"

enum { ARENA_LIMIT = 16 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The first byte, a letter so that the corpus can be read. */
static const struct {
    char letter;
    int status;
    const char *op;
} modes[] = {
    {'g', 200, "get_item"},       {'q', 200, "query"},    {'w', 200, "batch_write_item"},
    {'b', 200, "batch_get_item"}, {'e', 400, "put_item"},
};

static const struct slrun_op *op_named(const char *name)
{
    for (size_t i = 0; i < DYNAMODB_OPS; i++)
        if (strcmp(dynamodb_ops[i].name, name) == 0)
            return &dynamodb_ops[i];
    abort();
}

/* The item of `result` as put_item sends it, read again: it must be the same item. */
static void check_round_trip(struct slrun_ctx *ctx, json_t *result)
{
    struct slrun_request req = {.method = NULL};
    json_t *item = json_object_get(result, "Item");
    if (!json_is_object(item))
        return;
    json_t *args = json_pack("{s:O}", "Item", item);
    ctx->op = op_named("put_item");
    if (ctx->op->build(ctx, args, &req) != 0)
        abort();
    struct slrun_response again = {
        .status = 200, .body = req.body.data, .size = (size_t)req.body.size};
    ctx->op = op_named("get_item");
    json_t *second = ctx->op->parse(ctx, &again);
    if (second == NULL || !json_equal(json_object_get(second, "Item"), item))
        abort();
    json_decref(second);
    json_decref(args);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    struct slrun_ctx ctx = {.host = host_table(), .service = &dynamodb_service, .error = &error};
    if (size == 0)
        return 0;
    size_t mode = data[0] % (sizeof modes / sizeof *modes);
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
        mode = modes[i].letter == (char)data[0] ? i : mode;
    char *body = calloc(1, size); /* the rest, with a NUL behind it as the core gives it */
    ctx.arena = arena_new(ARENA_LIMIT);
    ctx.op = op_named(modes[mode].op);
    if (body != NULL && ctx.arena != NULL) {
        memcpy(body, data + 1, size - 1);
        struct slrun_response resp = {.status = modes[mode].status, .body = body, .size = size - 1};
        json_t *result = ctx.op->parse(&ctx, &resp);
        if (result == NULL && error.kind == SLRUN_E_NONE)
            abort();
        if (ctx.op == op_named("get_item"))
            check_round_trip(&ctx, result);
        json_decref(result);
    }
    json_decref(error.detail);
    arena_free(ctx.arena);
    free(body);
    return 0;
}
