/* SPDX-License-Identifier: Apache-2.0 */
/* slrun plugins check: build(), undo() and tag() called with what their shapes allow. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "cli/plugins/plugins_judge.h"
#include "cli/plugins/plugins_samples.h"
#include "plugin/call.h"
#include "plugin/check.h"
#include "plugin/host.h"
#include "plugin/registry.h"

void judged_open(struct judged_call *call, const struct judged *j, size_t limit)
{
    *call = (struct judged_call){.ctx = {.host = host_table(),
                                         .plugin = j->plugin->state,
                                         .service = &j->plugin->service,
                                         .op = j->op,
                                         .region = "us-east-1",
                                         .arena = arena_new(limit)}};
    call->ctx.error = &call->error;
}

void judged_close(struct judged_call *call)
{
    arena_free(call->ctx.arena);
    error_clear(&call->error);
}

void judge_error(struct verdict *v, const char *what, const struct slrun_error *error)
{
    if (error->kind == SLRUN_E_NONE)
        verdict_add(v, "%s: it failed and did not say why", what);
    else if ((unsigned)error->kind > SLRUN_E_INTERNAL)
        verdict_add(v, "%s: it failed with an unknown kind of error", what);
    else if (error->kind == SLRUN_E_SERVICE && !*error->code)
        verdict_add(v, "%s: an error of the service without its code", what);
    else if (error->kind != SLRUN_E_SERVICE && !*error->message)
        verdict_add(v, "%s: it failed without a message", what);
}

/* RFC 9112: no spaces and no control characters in the request line. */
static bool is_token(const char *text)
{
    for (; *text; text++)
        if (!isgraph((unsigned char)*text))
            return false;
    return true;
}

static void judge_request(struct verdict *v, const char *what, const struct slrun_request *r)
{
    if (r->method && (!*r->method || !is_token(r->method)))
        verdict_add(v, "%s: its method is no word", what);
    if (r->target && (r->target[0] != '/' || !is_token(r->target)))
        verdict_add(v, "%s: its target must begin with / and be percent-encoded", what);
    if (r->n_headers > HOST_HEADERS_MAX || (r->n_headers && !r->headers))
        verdict_add(v, "%s: headers are added with host->header()", what);
    if ((unsigned)r->body.kind > SLRUN_BODY_FILE)
        verdict_add(v, "%s: its body has no known kind", what);
    else if (r->body.kind == SLRUN_BODY_BYTES && r->body.size && !r->body.data)
        verdict_add(v, "%s: its body has a size and no bytes", what);
    else if (r->body.kind == SLRUN_BODY_FILE && !r->body.path)
        verdict_add(v, "%s: its body is a file without a path", what);
}

static bool same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool same_request(const struct slrun_request *a, const struct slrun_request *b)
{
    if (!same_text(a->method, b->method) || !same_text(a->target, b->target) ||
        a->n_headers != b->n_headers || a->body.kind != b->body.kind ||
        a->body.size != b->body.size)
        return false;
    for (size_t i = 0; i < a->n_headers; i++)
        if (!same_text(a->headers[i].name, b->headers[i].name) ||
            !same_text(a->headers[i].value, b->headers[i].value))
            return false;
    return a->body.kind != SLRUN_BODY_BYTES || a->body.size == 0 ||
           memcmp(a->body.data, b->body.data, (size_t)a->body.size) == 0;
}

/* One build() with its request, in its own arena. */
struct attempt {
    struct judged_call call;
    struct slrun_request request;
    int result;
};

static void attempt_open(struct attempt *a, const struct judged *j, enum sample sample,
                         struct verdict *v)
{
    json_t *args = sample_args(j->op->params, sample);
    judged_open(&a->call, j, JUDGED_ARENA);
    a->request = (struct slrun_request){0};
    a->result = j->op->build(&a->call.ctx, args, &a->request);
    if (a->result != 0)
        judge_error(v, sample_name(sample), &a->call.error);
    else
        judge_request(v, sample_name(sample), &a->request);
    if (args->refcount != 1)
        verdict_add(v, "%s: it keeps or drops a reference to its arguments", sample_name(sample));
}

static void build_sample(struct verdict *v, const struct judged *j, enum sample sample)
{
    struct slrun_error error = {0};
    struct attempt first, second;
    json_t *args = sample_args(j->op->params, sample);
    verdict_at(v, "%s", sample_name(sample));
    if (check_args(j->op, args, &error) != 0) {
        verdict_add(v, "%s: its shapes contradict each other: %.300s", sample_name(sample),
                    error.message);
        return;
    }
    attempt_open(&first, j, sample, v);
    attempt_open(&second, j, sample, v);
    if (first.result != second.result ||
        (first.result == 0 && !same_request(&first.request, &second.request)))
        verdict_add(v, "%s: two calls with the same arguments give two requests",
                    sample_name(sample));
    judged_close(&first.call);
    judged_close(&second.call);
    json_decref(args);
}

/* host->alloc() and the rest give NULL and -1 at some point: an error, and no crash. */
static void build_without_memory(struct verdict *v, const struct judged *j)
{
    for (size_t limit = 0; limit <= 4096; limit = limit ? limit * 2 : 16) {
        struct judged_call call;
        struct slrun_request request = {0};
        json_t *args = sample_args(j->op->params, SAMPLE_ALL);
        verdict_at(v, "in an arena of %zu bytes", limit);
        judged_open(&call, j, limit);
        if (j->op->build(&call.ctx, args, &request) != 0)
            judge_error(v, "in an arena that is too small", &call.error);
        judged_close(&call);
    }
}

void judge_build(struct verdict *v, void *judged)
{
    for (int sample = 0; sample < SAMPLE_COUNT; sample++)
        build_sample(v, judged, (enum sample)sample);
    build_without_memory(v, judged);
}

/* ---- undo ---- */

/* What the prelude adds is not known here. */
static void judge_undo_tags(struct verdict *v, const struct judged *j, const char *what,
                            const struct slrun_undo *undo)
{
    struct slrun_error error = {0};
    const char *near = NULL;
    if (!undo->tags_op != !undo->tags_list)
        verdict_add(v, "%s: tags_op and tags_list go together", what);
    if (!undo->tags_op)
        return;
    if (!j->op->tag)
        verdict_add(v, "%s: tags_op reads tags that no slot 'tag' sets", what);
    const struct slrun_op *op = plugin_op(j->plugin, undo->tags_op, &near);
    if (!op && !j->plugin->entry.prelude)
        verdict_add(v, "%s: the plugin has no operation '%.60s'", what, undo->tags_op);
    else if (op && check_args(op, undo->tags_args ? undo->tags_args : undo->args, &error) != 0)
        verdict_add(v, "%s: the args of tags_op are wrong: %.200s", what, error.message);
}

static void judge_undo_waiter(struct verdict *v, const struct judged *j, const char *what,
                              const struct slrun_undo *undo)
{
    if (undo->waiter && !j->plugin->entry.prelude && !plugin_op(j->plugin, undo->waiter, NULL))
        verdict_add(v, "%s: the plugin has no function '%.60s' to wait with", what, undo->waiter);
}

static void judge_undo_result(struct verdict *v, const struct judged *j, const char *what,
                              struct slrun_undo *undo)
{
    struct slrun_error error = {0};
    const char *near = NULL;
    if (!undo->kind || !*undo->kind || !undo->name || !undo->op) {
        verdict_add(v, "%s: kind, name or op is not filled", what);
        return;
    }
    const struct slrun_op *op = plugin_op(j->plugin, undo->op, &near);
    if (!op)
        verdict_add(v, "%s: the plugin has no operation '%.60s'", what, undo->op);
    else if (!json_is_object(undo->args))
        verdict_add(v, "%s: args is not filled", what);
    else if (check_args(op, undo->args, &error) != 0)
        verdict_add(v, "%s: its args are wrong: %.200s", what, error.message);
    judge_undo_tags(v, j, what, undo);
    judge_undo_waiter(v, j, what, undo);
    op_undo_free(undo);
}

static void undo_sample(struct verdict *v, const struct judged *j, enum sample sample, bool after)
{
    struct slrun_undo undo = {0};
    struct judged_call call;
    char what[96];
    snprintf(what, sizeof what, "%s, %s the call", sample_name(sample), after ? "after" : "before");
    json_t *args = sample_args(j->op->params, sample);
    json_t *result = after ? sample_args(j->op->result, SAMPLE_ALL) : NULL;
    verdict_at(v, "%s", what);
    judged_open(&call, j, JUDGED_ARENA);
    int got = j->op->undo(&call.ctx, args, result, &undo);
    if (got == 0)
        judge_undo_result(v, j, what, &undo);
    else if (got != 1)
        judge_error(v, what, &call.error);
    judged_close(&call);
    json_decref(args);
    json_decref(result);
}

void judge_undo(struct verdict *v, void *judged)
{
    const struct judged *j = judged;
    for (int sample = 0; sample < SAMPLE_COUNT; sample++) {
        undo_sample(v, j, (enum sample)sample, false);
        undo_sample(v, j, (enum sample)sample, true);
    }
}

/* ---- tag ---- */

/* What is tagged stays what the shapes allow; tags that are there already are left alone. */
static void tag_sample(struct verdict *v, const struct judged *j, enum sample sample)
{
    struct judged_call call;
    struct slrun_error error = {0};
    const char *what = sample_name(sample);
    json_t *args = sample_args(j->op->params, sample);
    json_t *tags = json_pack("{s:s, s:s}", "slrun:run", "r1", "slrun:expires", "t");
    json_t *others = json_pack("{s:s, s:s}", "slrun:run", "r2", "slrun:expires", "u");
    verdict_at(v, "%s", what);
    judged_open(&call, j, JUDGED_ARENA);
    if (j->op->tag(&call.ctx, args, tags) != 0) {
        judge_error(v, what, &call.error);
    } else {
        json_t *once = json_deep_copy(args);
        if (check_args(j->op, args, &error) != 0)
            verdict_add(v, "%s: what it adds is wrong: %.200s", what, error.message);
        if (j->op->tag(&call.ctx, args, others) != 0 || !json_equal(once, args))
            verdict_add(v, "%s: it changes tags that are there already", what);
        json_decref(once);
    }
    judged_close(&call);
    json_decref(args);
    json_decref(tags);
    json_decref(others);
}

void judge_tag(struct verdict *v, void *judged)
{
    for (int sample = 0; sample < SAMPLE_COUNT; sample++)
        tag_sample(v, judged, (enum sample)sample);
}
