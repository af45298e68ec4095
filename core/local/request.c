/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The life of one request. Its head is routed; a service that takes bodies in pieces, and a body
 * that is aws-chunked, are judged there and then while the body comes. Any other request is judged
 * when it is whole.
 */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "local/clock/jump.h"
#include "local/exchange.h"
#include "local/iam/judge.h"
#include "local/inject.h"
#include "local/protocol/json_serve.h"
#include "local/route.h"

static const struct slrun_local *half_of(const struct exchange *e)
{
    return e->service->plugin->local;
}

static const char *name_of(const struct exchange *e)
{
    return e->service->plugin->service->signing_name;
}

/* `service` is that of the signature, if there is one. */
static void refuse_unknown(struct cloud *cloud, struct exchange *e,
                           const struct sigv4_slice *service)
{
    char text[512];
    bool known = service->size > 0 && service->size <= SIGV4_SCOPE_NAME_MAX;
    int n = snprintf(text, sizeof text, "The local cloud has no %s%.*s; it has:",
                     known ? "service " : "service for this request",
                     known ? (int)service->size : 0, known ? service->at : "");
    for (size_t i = 0; i < cloud->n_services && n < (int)sizeof text; i++)
        n += snprintf(text + n, sizeof text - (size_t)n, " %s", cloud->services[i].plugin->name);
    if (n < (int)sizeof text)
        (void)snprintf(text + n, sizeof text - (size_t)n,
                       "; --target aws and --endpoint-url URL lead to others");
    const struct refusal_words words = {e->x.operation ? 400 : 501, "UnknownOperationException",
                                        text};
    exchange_error(e, &words);
}

static const struct refusal missing_token = {.kind = REFUSAL_SIGNATURE,
                                             .status = SIGV4_MISSING_TOKEN,
                                             .message = "Request is missing Authentication Token"};

/* An API judges the tokens of its callers itself. */
static void pass_other_schemes(const struct exchange *e, struct refusal *refusal)
{
    if (e->open && refusal->kind == REFUSAL_SIGNATURE && refusal->status == SIGV4_UNKNOWN_SCHEME)
        refusal->kind = REFUSAL_NONE;
}

/* ---- the head ---- */

/* Finds the service, or answers. An unsigned request is only for a service that claims it. A
 * service that words refusals itself gets its request with the body. */
static bool find_service(struct cloud *cloud, struct exchange *e,
                         const struct auth_request *request, struct refusal *refusal)
{
    bool scoped = request->is_signed || request->authorization.service.size > 0;
    struct route route = route_find(cloud, &e->x, scoped ? &request->authorization : NULL);
    e->service = route.service;
    e->claimed = request->is_signed && route.claim >= SLRUN_CLAIM_SURE;
    e->open = route.claim == SLRUN_CLAIM_OPEN;
    e->nobody = !request->is_signed && route.claim == SLRUN_CLAIM_NONE;
    if (exchange_refuses(e) && !body_is_framed(e->http))
        return true;
    pass_other_schemes(e, refusal);
    if (refusal->kind)
        exchange_refuse(e, refusal);
    else if (!request->is_signed && !e->x.operation && route.claim < SLRUN_CLAIM_SURE &&
             route_root(cloud, e))
        return false;
    else if (e->nobody)
        exchange_refuse(e, &missing_token);
    else if (!route.service)
        refuse_unknown(cloud, e, &request->authorization.service);
    else
        return true;
    return false;
}

/* A browser asks first whether a page may send a signed request: the question itself is not what
 * was signed, and S3 answers it to anybody. */
static bool is_preflight(const struct http_exchange *http)
{
    return !strcmp(http->method, "OPTIONS");
}

static void check(const struct exchange *e, const struct auth_request *request,
                  struct auth_context *context, struct refusal *refusal)
{
    char scope[SIGV4_SCOPE_NAME_MAX + 1];
    const struct sigv4_slice *service = &request->authorization.service;
    context->service = name_of(e);
    bool named = service->size > 0 && service->size < sizeof scope; /* version 2 names none */
    if (e->claimed && named) { /* "execute-api": any name may sign */
        memcpy(scope, service->at, service->size);
        scope[service->size] = '\0';
        context->service = scope;
    }
    context->now = clock_wall_ms() / 1000;
    if (request->is_signed && !is_preflight(e->http))
        auth_check(e->cloud->auth, request, context, refusal);
}

/* The signature as far as the head goes, and what its body will be judged by. */
static bool judge_head(struct cloud *cloud, struct exchange *e, const struct auth_request *request)
{
    char payload[SIGV4_HEX_MAX];
    struct refusal refusal = {.kind = REFUSAL_NONE};
    struct auth_context context = {.body_later = true};
    const struct body_options options = {
        .request = request, .auth = cloud->auth, .service = name_of(e)};
    if (auth_payload(request, name_of(e), payload) || half_of(e)->errors == SLRUN_ERRORS_S3)
        check(e, request, &context, &refusal);
    if (!refusal.kind)
        e->body = body_new(&options, &refusal);
    if (refusal.kind)
        exchange_refuse(e, &refusal);
    return !refusal.kind;
}

static void give(void *arg, const void *data, size_t size)
{
    struct exchange *e = arg;
    half_of(e)->data(e->service->state, &e->x, data, size);
}

static void pass_over(void *arg, const void *data, size_t size)
{
    (void)arg, (void)data, (void)size;
}

static enum http_body begin(struct exchange *e)
{
    bool framed = body_is_framed(e->http);
    int wanted = half_of(e)->begin ? half_of(e)->begin(e->service->state, &e->x) : 0;
    if (wanted < 0)
        return HTTP_BODY_DROP;
    e->begun = wanted > 0;
    if (e->begun)
        body_redirect(e->body, give, e);
    else if (!framed)
        body_redirect(e->body, pass_over, NULL); /* the server collects it as it is */
    return e->begun || framed ? HTTP_BODY_STREAM : HTTP_BODY_COLLECT;
}

enum http_body cloud_head(void *arg, struct http_exchange *http)
{
    struct cloud *c = arg;
    struct exchange *e = exchange_new(c, http);
    struct auth_request request;
    struct refusal refusal;
    enum route_own own = e ? route_own(c, e) : ROUTE_ANSWERED;
    if (own != ROUTE_SERVICE)
        return own == ROUTE_WAITS ? HTTP_BODY_COLLECT : HTTP_BODY_DROP;
    auth_read(c->auth, http, &request, &refusal);
    if (!find_service(c, e, &request, &refusal))
        return HTTP_BODY_DROP;
    if (request.is_signed && !is_preflight(http))
        exchange_set_signer(e, &request.authorization);
    e->signs = request.is_signed && !refusal.kind && !request.authorization.presigned;
    if (e->signs)
        e->header = request.authorization;
    if (!half_of(e)->begin && !body_is_framed(http))
        return HTTP_BODY_COLLECT;
    return judge_head(c, e, &request) ? begin(e) : HTTP_BODY_DROP;
}

/* ---- the body ---- */

static void drop(struct exchange *e)
{
    if (e->begun)
        half_of(e)->dropped(e->service->state, &e->x);
    e->begun = false;
}

static void fail(struct exchange *e, const struct refusal *refusal)
{
    drop(e);
    exchange_refuse(e, refusal);
}

void cloud_data(void *arg, struct http_exchange *http, const void *data, size_t size)
{
    struct exchange *e = http->data;
    struct refusal refusal = {.kind = REFUSAL_NONE};
    (void)arg;
    if (!body_take(e->body, data, size, &refusal))
        fail(e, &refusal);
}

void cloud_dropped(void *arg, struct http_exchange *http)
{
    (void)arg;
    drop(http->data);
    exchange_free(http->data);
}

/* ---- the whole ---- */

/* Of a request whose signature is of the body's hash, which only now is known. */
static void check_whole(struct cloud *cloud, const struct exchange *e, const char *hash,
                        struct refusal *refusal)
{
    struct auth_request request;
    struct auth_context context = {.body_hash = hash};
    if (e->signs) {
        request.http = e->http;
        request.authorization = e->header;
        request.is_signed = true;
    } else {
        auth_read(cloud->auth, e->http, &request, refusal);
    }
    pass_other_schemes(e, refusal);
    if (!refusal->kind && e->nobody)
        *refusal = missing_token;
    else if (!refusal->kind)
        check(e, &request, &context, refusal);
}

static void end_body(struct cloud *cloud, struct exchange *e, struct refusal *refusal)
{
    char hash[SIGV4_HEX_MAX];
    if (!e->begun && !body_is_framed(e->http) &&
        !body_take(e->body, e->http->body, e->http->size, refusal))
        return;
    if (body_end(e->body, hash, refusal) && hash[0])
        check_whole(cloud, e, hash, refusal);
    e->x.trailers = body_trailers(e->body, &e->x.n_trailers);
}

static void go_on(struct exchange *e)
{
    json_serve_half(&e->cloud->api, &e->x, half_of(e), e->service->state);
}

/* Whether the role whose key has signed it may not do that; then it is answered. */
static bool is_denied(struct exchange *e)
{
    char text[JUDGE_TEXT_MAX];
    if (!e->session || !judge_refuses(e, text))
        return false;
    drop(e);
    exchange_deny(e, text);
    return true;
}

/* The cloud itself is asked, with a body. */
static void serve_own(struct cloud *cloud, struct exchange *e)
{
    e->x.body = e->http->body;
    e->x.size = e->http->size;
    e->own(cloud, &e->x);
}

void cloud_serve(void *arg, struct http_exchange *http)
{
    struct exchange *e = http->data;
    struct refusal refusal = {.kind = REFUSAL_NONE};
    if (http->refusal)
        refusal.kind = http->refusal == 413 ? REFUSAL_TOO_LARGE : REFUSAL_NO_MEMORY;
    else if (e->body)
        end_body(arg, e, &refusal);
    else if (!e->own)
        check_whole(arg, e, NULL, &refusal);
    if (e->own && !refusal.kind) {
        serve_own(arg, e);
        return;
    }
    const struct buf *collected = e->body ? body_collected(e->body) : NULL;
    bool decoded = collected && collected->len;
    e->x.body = decoded ? buf_str(collected) : http->body;
    e->x.size = decoded ? collected->len : http->size;
    if (refusal.kind)
        fail(e, &refusal);
    else if (!is_denied(e) && !inject_meets(e, NULL, go_on))
        go_on(e);
}

bool cloud_gone(void *arg, struct http_exchange *http, bool closing)
{
    (void)arg;
    return exchange_gone(http->data, closing);
}

void cloud_room(void *arg, struct http_exchange *http)
{
    struct exchange *e = http->data;
    (void)arg;
    if (e->room)
        e->room(&e->x);
}

bool cloud_engaged(void *arg)
{
    const struct cloud *c = arg;
    return !jump_at_rest(c) || c->pending > 0 || (c->jump && jump_is_wanted(c->jump));
}
