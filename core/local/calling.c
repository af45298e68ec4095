/* SPDX-License-Identifier: Apache-2.0 */
/* Operations that services of the local cloud call of each other. */
#include "local/calling.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/json_read.h"
#include "base/nearest.h"
#include "local/exchange.h"
#include "local/inject.h"
#include "local/route.h"
#include "local/turn.h"
#include "plugin/check.h"
#include "plugin/host.h"

/* It waits for its turn to be served, then for the service, then for its turn to be told. */
struct slrun_calling {
    struct turn_task task;
    struct cloud *cloud;
    struct slrun_calling *prev, *next;
    const struct cloud_service *service;
    const struct slrun_op *op;
    struct slrun_arena *arena;
    struct slrun_ctx ctx;
    struct slrun_request request;
    struct slrun_response response;
    struct slrun_error error;
    json_t *args;
    struct exchange *exchange; /* while the service has it */
    const char *region, *account, *caller;
    bool wire;
    void (*done)(void *arg, const json_t *result, const struct slrun_error *error);
    /* Of a request that is no operation. */
    void (*responded)(void *arg, const struct slrun_response *response,
                      const struct slrun_error *error);
    void *arg;
};

static struct slrun_calling *calling_of(struct turn_task *task)
{
    return (struct slrun_calling *)((char *)task - offsetof(struct slrun_calling, task));
}

static void calling_free(struct slrun_calling *c)
{
    turn_remove(c->cloud->turn, &c->task);
    *(c->prev ? &c->prev->next : &c->cloud->callings) = c->next;
    if (c->next)
        c->next->prev = c->prev;
    json_decref(c->args);
    error_clear(&c->error);
    arena_free(c->arena);
    free(c);
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

static void finish(struct turn_task *task)
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
    c->task.run = finish;
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

/* ---- the request ---- */

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
        half->serve(state, x);
}

static void go_on(struct exchange *e)
{
    hand_over(e->answer_arg);
}

/* Whether a test has a fault for it: that sees the request as it would come over the wire. */
static bool is_injected(struct slrun_calling *c)
{
    const struct slrun_body *body = &c->request.body;
    struct exchange *e = c->exchange;
    if (body->size) {
        e->x.body = body->data;
        e->x.size = (size_t)body->size;
    }
    if (inject_meets(e, c->op ? c->op->name : NULL, go_on))
        return true;
    return false;
}

static void serve(struct turn_task *task)
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
        if (!is_injected(c))
            hand_over(c);
        return;
    }
    if (c->error.kind == SLRUN_E_NONE)
        error_set(&c->error, SLRUN_E_MEMORY, "%s: out of memory", name_of(c));
    finish(task);
}

static const struct slrun_op *find_op(const struct slrun_plugin *plugin, const char *name)
{
    for (size_t i = 0; i < plugin->n_ops; i++)
        if (!strcmp(plugin->ops[i].name, name))
            return &plugin->ops[i];
    return NULL;
}

static int find(struct slrun_calling *c, const struct slrun_cloud_call *call)
{
    struct nearest near = NEAREST_INIT(call->service);
    for (size_t i = 0; i < c->cloud->n_services && !c->service; i++) {
        nearest_offer(&near, c->cloud->services[i].plugin->name);
        if (!strcmp(c->cloud->services[i].plugin->name, call->service))
            c->service = &c->cloud->services[i];
    }
    if (!c->service) {
        error_set(&c->error, SLRUN_E_USAGE, "the local cloud has no service '%s'", call->service);
        return near.best ? error_hint(&c->error, "did you mean '%s'?", near.best) : -1;
    }
    c->op = find_op(c->service->plugin, call->operation);
    return c->op ? 0
                 : error_set(&c->error, SLRUN_E_USAGE, "%s has no operation '%s'", call->service,
                             call->operation);
}

static int add_host(struct slrun_calling *c)
{
    const char *url = c->cloud->api.url(&c->cloud->api);
    return c->ctx.host->header(&c->ctx, &c->request, "Host",
                               url ? strstr(url, "://") + 3 : "127.0.0.1");
}

static int build(struct slrun_calling *c)
{
    const struct slrun_plugin *plugin = c->service->plugin;
    c->ctx = (struct slrun_ctx){.host = host_table(),
                                .plugin = c->service->client,
                                .service = c->op->service ? c->op->service : plugin->service,
                                .op = c->op,
                                .region = c->region,
                                .arena = c->arena,
                                .error = &c->error};
    if (check_args(c->op, c->args, &c->error) || c->op->build(&c->ctx, c->args, &c->request))
        return -1;
    if (!c->request.method)
        c->request.method = "POST";
    if (!c->request.target)
        c->request.target = "/";
    if (c->request.body.kind == SLRUN_BODY_FILE)
        return error_set(&c->error, SLRUN_E_USAGE, "%s: a service sends no files", c->op->name);
    return add_host(c);
}

static bool keep_names(struct slrun_calling *c, const struct slrun_cloud_call *call)
{
    c->region = arena_str(c->arena, call->region ? call->region : CLOUD_REGION);
    c->account = arena_str(c->arena, call->account ? call->account : c->cloud->account);
    c->caller = arena_str(c->arena, call->caller);
    return c->region && c->account && c->caller;
}

static struct slrun_calling *calling_new(struct cloud *cloud, const struct slrun_cloud_call *call)
{
    struct slrun_calling *c = calloc(1, sizeof *c);
    if (!c)
        return NULL;
    c->cloud = cloud;
    c->next = cloud->callings;
    if (c->next)
        c->next->prev = c;
    cloud->callings = c;
    c->args = json_incref(call->args);
    c->wire = call->wire;
    c->done = call->done;
    c->arg = call->arg;
    c->task.run = serve;
    c->arena = arena_new(CALLING_ARENA_MAX);
    if (c->arena && keep_names(c, call))
        return c;
    calling_free(c);
    return NULL;
}

struct slrun_calling *calling_start(const struct slrun_cloud *cloud,
                                    const struct slrun_cloud_call *call)
{
    struct slrun_calling *c = calling_new((struct cloud *)cloud, call);
    json_decref(call->args);
    if (!c)
        return NULL;
    if (find(c, call) || build(c))
        c->task.run = finish; /* with the error */
    turn_add(c->cloud->turn, &c->task);
    return c;
}

/* ---- requests that are no operations ---- */

static int copy_request(struct slrun_calling *c, const struct slrun_cloud_request *from)
{
    struct slrun_request *to = &c->request;
    c->ctx = (struct slrun_ctx){.host = host_table(), .arena = c->arena, .error = &c->error};
    to->method = arena_str(c->arena, from->method);
    to->target = arena_str(c->arena, from->target);
    to->body.data = from->size ? arena_copy(c->arena, from->body, from->size) : "";
    to->body.size = from->size;
    if (!to->method || !to->target || !to->body.data)
        return error_set(&c->error, SLRUN_E_TOO_LARGE, "the request is too large for a call");
    for (size_t i = 0; i < from->n_headers; i++)
        if (c->ctx.host->header(&c->ctx, to, from->headers[i].name, from->headers[i].value))
            return -1;
    return c->ctx.host->header_get(to->headers, to->n_headers, "Host") ? 0 : add_host(c);
}

static int find_for(struct slrun_calling *c, const char *service)
{
    const struct sigv4_authorization signer = {
        .service = {service ? service : "", service ? strlen(service) : 0}};
    const struct slrun_exchange x = {.method = c->request.method,
                                     .target = c->request.target,
                                     .headers = c->request.headers,
                                     .n_headers = c->request.n_headers};
    c->service = route_find(c->cloud, &x, service ? &signer : NULL).service;
    return c->service ? 0
                      : error_set(&c->error, SLRUN_E_USAGE, "the local cloud has no service %s%s",
                                  service ? service : "for ", service ? "" : c->request.target);
}

struct slrun_calling *calling_request(const struct slrun_cloud *cloud,
                                      const struct slrun_cloud_request *request)
{
    const struct slrun_cloud_call like = {
        .region = request->region, .account = request->account, .caller = request->caller};
    struct slrun_calling *c = calling_new((struct cloud *)cloud, &like);
    if (!c)
        return NULL;
    c->responded = request->done;
    c->arg = request->arg;
    if (copy_request(c, request) || find_for(c, request->service))
        c->task.run = finish;
    turn_add(c->cloud->turn, &c->task);
    return c;
}

static void respond_to_nobody(void *arg, const struct slrun_response *response,
                              const struct slrun_error *error)
{
    (void)arg, (void)response, (void)error;
}

/* What a service still has stays until it answers, to nobody. */
void calling_cancel(struct slrun_calling *calling)
{
    struct exchange *e = calling->exchange;
    calling->done = NULL;
    if (calling->responded)
        calling->responded = respond_to_nobody;
    if (!e || exchange_gone(&e->x, false)) {
        calling->exchange = NULL;
        calling_free(calling);
    }
}

void calling_forget(struct cloud *cloud)
{
    while (cloud->callings) {
        struct slrun_calling *c = cloud->callings;
        if (c->exchange)
            exchange_gone(&c->exchange->x, true);
        calling_free(c);
    }
}
