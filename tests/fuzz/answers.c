/* SPDX-License-Identifier: Apache-2.0 */
#include "answers.h"

#include "base/arena.h"
#include "heads.h"
#include "net/client/http_answer.h"
#include "plugin/host.h"

enum { ARENA_LIMIT = 16 * 1024 * 1024, BODY_MAX = 1024 * 1024 };

static const struct slrun_op *find(const struct answers *of, const char *name)
{
    for (size_t i = 0; i < of->n_ops; i++)
        if (strcmp(name, of->ops[i].name) == 0)
            return &of->ops[i];
    return NULL;
}

/* The head as libcurl gives it, with line ends of HTTP. false: refused. */
static bool read_head(struct http_answer *answer, char **text)
{
    bool ok = true;
    for (char *line = heads_line(text); ok; line = heads_line(text)) {
        struct buf whole = BUF_INIT(BODY_MAX);
        bool last = *line == '\0';
        ok = buf_printf(&whole, "%s\r\n", line) &&
             http_answer_line(answer, buf_str(&whole), whole.len);
        buf_free(&whole);
        if (last)
            break;
    }
    return ok;
}

static void parse(struct slrun_ctx *ctx, const struct slrun_response *response)
{
    json_t *args = json_object(), *result = NULL;
    ctx->arena = arena_new(ARENA_LIMIT);
    ctx->args = args;
    if (ctx->arena != NULL) {
        result = ctx->op->parse(ctx, response);
        if ((result == NULL) == (ctx->error->kind == SLRUN_E_NONE))
            abort();
    }
    json_decref(result);
    json_decref(args);
    json_decref(ctx->error->detail);
    arena_free(ctx->arena);
}

void answers_parse(const struct answers *of, const uint8_t *data, size_t size)
{
    char *text = heads_text(data, size), *at = text;
    struct http_answer answer = {.status = 0};
    struct slrun_response response;
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    struct slrun_ctx ctx = {.host = host_table(), .region = "us-east-1", .error = &error};
    if (text == NULL)
        return;
    ctx.op = find(of, heads_line(&at));
    http_answer_clear(&answer, BODY_MAX);
    if (ctx.op != NULL && read_head(&answer, &at) &&
        http_answer_body(&answer, at, (size_t)(text + size - at)) &&
        http_answer_view(&answer, &response)) {
        ctx.service = ctx.op->service != NULL ? ctx.op->service : of->service;
        parse(&ctx, &response);
    }
    http_answer_free(&answer);
    free(text);
}
