/* SPDX-License-Identifier: Apache-2.0 */
#include "local/calling_way.h"

#include <stddef.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/json_read.h"
#include "local/iam/judge.h"
#include "local/inject.h"
#include "local/protocol/json_serve.h"

static struct slrun_calling *calling_of(struct turn_task *task)
{
    return (struct slrun_calling *)((char *)task - offsetof(struct slrun_calling, task));
}

static const char *name_of(const struct slrun_calling *c)
{
    return c->op ? c->op->name : c->request.target;
}

/* ---- the answer ---- */

static json_t *parse(struct slrun_calling *c)
{
    json_t *wire = c->wire && c->response.status / 100 == 2
                       ? json_read(c->response.body, c->response.size, JSON_ALLOW_NUL, NULL)
                       : NULL;
    if (wire)
        return wire;
    c->ctx.request = &c->request;
    c->ctx.args = c->op->flags & SLRUN_OP_READS_ARGS ? c->args : NULL;
    json_t *result = c->op->parse(&c->ctx, &c->response);
    if (!result && c->error.kind == SLRUN_E_NONE)
        error_set(&c->error, SLRUN_E_PLUGIN, "%s: parse() failed and did not say why", c->op->name);
    return result;
}

static void finish_request(struct slrun_calling *c)
{
    bool failed = c->error.kind != SLRUN_E_NONE;
    c->responded(c->arg, failed ? NULL : &c->response, failed ? &c->error : NULL);
    calling_free(c);
}

void calling_finish(struct turn_task *task)
{
    struct slrun_calling *c = calling_of(task);
    json_t *result = NULL;
    if (c->responded) {
        finish_request(c);
        return;
    }
    if (c->error.kind == SLRUN_E_NONE)
        result = parse(c);
    if (c->done)
        c->done(c->arg, result, result ? NULL : &c->error);
    json_decref(result);
    calling_free(c);
}

static void tell(struct slrun_calling *c)
{
    c->task.run = calling_finish;
    turn_add(c->cloud->turn, &c->task);
}

static char *read_part(struct slrun_arena *arena, const struct http_file *file)
{
    char *data = file->size < CALLING_ARENA_MAX ? arena_alloc(arena, (size_t)file->size + 1) : NULL;
    size_t have = 0;
    while (data && have < file->size) {
        ssize_t n =
            pread(file->fd, data + have, (size_t)file->size - have, (off_t)(file->offset + have));
        if (n <= 0)
            return NULL;
        have += (size_t)n;
    }
    return data;
}

static bool keep_headers(struct slrun_calling *c, const struct slrun_reply *reply)
{
    struct slrun_header *headers = arena_alloc(c->arena, (reply->n_headers + 1) * sizeof *headers);
    if (!headers)
        return false;
    for (size_t i = 0; i < reply->n_headers; i++) {
        headers[i].name = arena_str(c->arena, reply->headers[i].name);
        headers[i].value = arena_str(c->arena, reply->headers[i].value);
        if (!headers[i].name || !headers[i].value)
            return false;
    }
    size_t n = reply->n_headers;
    if (reply->content_type)
        headers[n++] =
            (struct slrun_header){"Content-Type", arena_str(c->arena, reply->content_type)};
    c->response.headers = headers;
    c->response.n_headers = n;
    return n == reply->n_headers || headers[n - 1].value;
}

/* The exchange ends here, as one over HTTP ends with what was sent. */
static void answered(struct exchange *e, const struct slrun_reply *reply,
                     const struct http_file *file)
{
    struct slrun_calling *c = e->answer_arg;
    c->exchange = NULL;
    if (!reply) {
        error_set(&c->error, SLRUN_E_CLOSED, "the connection was closed without an answer");
        exchange_free(e);
        tell(c);
        return;
    }
    c->response.status = reply->status;
    c->response.size = file ? (size_t)file->size : reply->body ? reply->size : 0;
    c->response.body = file
                           ? read_part(c->arena, file)
                           : arena_copy(c->arena, reply->body ? reply->body : "", c->response.size);
    if (file && file->fd >= 0)
        close(file->fd);
    if (!c->response.body || !keep_headers(c, reply))
        error_set(&c->error, SLRUN_E_TOO_LARGE, "%s: the answer is too large for a call",
                  name_of(c));
    exchange_free(e);
    tell(c);
}

/* ---- the request, at its service ---- */

static void fill(struct slrun_calling *c, struct exchange *e)
{
    e->x.region = c->region;
    e->x.account = c->account;
    e->x.access_key = CALLING_ACCESS_KEY;
    e->x.caller = c->caller;
    e->service = c->service;
    e->answer = answered;
    e->answer_arg = c;
}

static void hand_over(struct slrun_calling *c)
{
    const struct slrun_local *half = c->service->plugin->local;
    const struct slrun_body *body = &c->request.body;
    void *state = c->service->state;
    struct slrun_exchange *x = &c->exchange->x;
    x->body = "";
    x->size = 0;
    int wanted = half->begin ? half->begin(state, x) : 0;
    if (wanted < 0)
        return;
    if (wanted > 0 && body->size)
        half->data(state, x, body->data, (size_t)body->size);
    if (!wanted && body->size) {
        x->body = body->data;
        x->size = (size_t)body->size;
    }
    if (c->exchange) /* data() may have answered */
        json_serve_half(&c->cloud->api, x, half, state);
}

static void go_on(struct exchange *e)
{
    hand_over(e->answer_arg);
}

/* Whether it is answered before its service sees it: the role may not do that, or a test has a
 * fault for it. Either sees the request as it would come over the wire. */
static bool is_met(struct slrun_calling *c)
{
    const struct slrun_body *body = &c->request.body;
    struct exchange *e = c->exchange;
    char text[JUDGE_TEXT_MAX];
    if (body->size) {
        e->x.body = body->data;
        e->x.size = (size_t)body->size;
    }
    if (!judge_refuses_call(c, text))
        return inject_meets(e, c->op ? c->op->name : NULL, go_on);
    exchange_deny(e, text);
    return true;
}

void calling_serve(struct turn_task *task)
{
    struct slrun_calling *c = calling_of(task);
    const struct http_exchange http = {.method = c->request.method,
                                       .target = c->request.target,
                                       .headers = c->request.headers,
                                       .n_headers = c->request.n_headers,
                                       .body = ""};
    c->exchange = c->error.kind == SLRUN_E_NONE ? exchange_inner(c->cloud, &http) : NULL;
    if (c->exchange) {
        fill(c, c->exchange);
        if (!is_met(c))
            hand_over(c);
        return;
    }
    if (c->error.kind == SLRUN_E_NONE)
        error_set(&c->error, SLRUN_E_MEMORY, "%s: out of memory", name_of(c));
    calling_finish(task);
}
