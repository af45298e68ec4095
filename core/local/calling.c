/* SPDX-License-Identifier: Apache-2.0 */
/* Operations that services of the local cloud call of each other: their requests, from what a
 * service asks for. */
#include "local/calling.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/nearest.h>

#include "base/arena.h"
#include "base/error.h"
#include "local/calling_way.h"
#include "local/exchange.h"
#include "local/outward.h"
#include "local/route.h"
#include "plugin/check.h"
#include "plugin/host.h"

void calling_free(struct slrun_calling *c)
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

/* ---- operations ---- */

static const struct slrun_op *find_op(const struct slrun_plugin *plugin, const char *name)
{
    for (size_t i = 0; i < plugin->n_ops; i++)
        if (!strcmp(plugin->ops[i].name, name))
            return &plugin->ops[i];
    return NULL;
}

static int find(struct slrun_calling *c, const struct slrun_cloud_call *call)
{
    struct slrun_nearest near = {.word = call->service};
    for (size_t i = 0; i < c->cloud->n_services && !c->service; i++) {
        slrun_nearest_offer(&near, c->cloud->services[i].plugin->name);
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

static int add_absent(struct slrun_calling *c, const char *name, const char *value)
{
    const struct slrun_host *host = c->ctx.host;
    return host->header_get(c->request.headers, c->request.n_headers, name)
               ? 0
               : host->header(&c->ctx, &c->request, name, value);
}

/* What an HTTP client says by itself: of a body also how long it is. */
static int add_framing(struct slrun_calling *c)
{
    const char *url = c->cloud->api.url(&c->cloud->api), *method = c->request.method;
    char length[24];
    bool sends = c->request.body.size || !strcmp(method, "PUT") || !strcmp(method, "POST");
    (void)snprintf(length, sizeof length, "%llu", (unsigned long long)c->request.body.size);
    if (sends && add_absent(c, "Content-Length", length))
        return -1;
    return add_absent(c, "Host", url ? strstr(url, "://") + 3 : "127.0.0.1");
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
    return add_framing(c);
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
    c->task.run = calling_serve;
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
        c->task.run = calling_finish; /* with the error */
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
    to->body.kind = SLRUN_BODY_BYTES;
    if (!to->method || !to->target || !to->body.data)
        return error_set(&c->error, SLRUN_E_TOO_LARGE, "the request is too large for a call");
    for (size_t i = 0; i < from->n_headers; i++)
        if (c->ctx.host->header(&c->ctx, to, from->headers[i].name, from->headers[i].value))
            return -1;
    return outward_is(to->target) ? 0 : add_framing(c);
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
    if (copy_request(c, request) ||
        (outward_is(request->target) ? outward_send(c) : find_for(c, request->service)))
        c->task.run = calling_finish;
    if (!c->outward)
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
    outward_end(calling);
    if (!e || exchange_gone(&e->x, false)) {
        calling->exchange = NULL;
        calling_free(calling);
    }
}

static void end(struct slrun_calling *c)
{
    if (c->exchange)
        exchange_gone(&c->exchange->x, true);
    c->exchange = NULL;
    c->done = NULL;
    if (c->responded)
        c->responded = respond_to_nobody;
    outward_end(c);
}

void calling_end_all(struct cloud *cloud)
{
    for (struct slrun_calling *c = cloud->callings; c; c = c->next)
        end(c);
}

void calling_forget(struct cloud *cloud)
{
    while (cloud->callings) {
        struct slrun_calling *c = cloud->callings;
        end(c);
        calling_free(c);
    }
}
