/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/call.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/random.h"
#include "plugin/check.h"
#include "plugin/file_body.h"
#include "plugin/host.h"
#include "plugin/retry.h"
#include "plugin/signing.h"
#include "plugin/stand_in.h"

/* Thousands wait in the client's queue: small, and without what building and parsing need. */
struct op_call {
    struct call_env *env;
    struct op_call_options o;
    struct slrun_arena *arena;
    struct slrun_ctx ctx;
    struct slrun_request request;
    size_t n_built; /* headers of the plugin; the signature's come behind them */
    struct http_call http;
    struct credentials_wait wait; /* for credentials that are being renewed */
    const char *signed_by;        /* the access key; only where they can be renewed */
    uint64_t submitted_ns;
    uv_timer_t *timer;      /* made when a retry waits */
    struct file_body *file; /* in the arena, while it is read; made where the body is a file */
    uint64_t number;        /* while its request is in flight, else 0 */
    int attempt;
    bool backing_off;
    bool renewed; /* AWS has called its credentials expired: once is enough */
    bool counted;
    struct call_watch watch;
};

static void timer_closed(uv_handle_t *handle)
{
    free(handle);
}

static void forget_args(struct op_call *call)
{
    json_decref(call->o.args);
    call->o.args = NULL;
}

static int add(struct op_call *call, const char *name, const char *value)
{
    return call->ctx.host->header(&call->ctx, &call->request, name, value);
}

/* Its request is in flight from here on; where the endpoint is told so, it is. */
static int take_off(struct op_call *call)
{
    struct call_counts *counts = &call->env->counts;
    char number[24];
    call->number = ++counts->number;
    flights_add(&counts->flights, call->number);
    counts->plain += !call->http.hold;
    if (!counts->numbered || strcmp(call->http.base, call->env->endpoint) != 0)
        return 0;
    snprintf(number, sizeof number, "%llu", (unsigned long long)call->number);
    return add(call, FLIGHTS_HEADER, number);
}

static void land(struct op_call *call)
{
    struct call_counts *counts = &call->env->counts;
    if (!call->number)
        return;
    flights_remove(&counts->flights, call->number);
    counts->plain -= !call->http.hold;
    call->number = 0;
}

static void call_free(struct op_call *call)
{
    land(call);
    if (call->env->source)
        credentials_cancel(call->env->source, &call->wait);
    call->env->counts.alive -= call->counted;
    forget_args(call);
    observe_free(&call->watch);
    arena_free(call->arena);
    if (call->timer)
        uv_close((uv_handle_t *)call->timer, timer_closed);
    free(call);
}

/* It is over: tells the observer, and frees nothing. */
static void tell(struct op_call *call, struct call_record record)
{
    if (!call->watch.observer)
        return;
    record.plugin = call->o.plugin;
    record.op = call->o.op;
    record.region = call->ctx.region;
    record.owner = call->o.owner;
    record.base = call->http.base;
    record.request = &call->request;
    observe_end(&call->watch, &record);
}

/* It failed otherwise than by an answer. */
static void fail(struct op_call *call, const struct slrun_error *error)
{
    tell(call, (struct call_record){.error = error});
    call->o.done(call->o.owner, NULL, error);
    call_free(call);
}

/* Signs at the last moment, so that the date is fresh however long the call has waited. */
static int sign(struct http_call *http, struct slrun_error *error)
{
    struct op_call *call = http->data;
    observe_sent(&call->watch);
    if (call->o.sent)
        call->o.sent(call->o.owner, (double)(clock_mono_ns() - call->submitted_ns) / 1e6);
    char buffer[SIGV4_BUFFER_SIZE]; /* add() copies what it takes */
    struct sigv4_output out = {.buffer = buffer, .size = sizeof buffer};
    call->ctx.error = error;
    if (call->request.anonymous)
        return take_off(call);
    struct sigv4_request request = signing_request(&call->request);
    struct sigv4_options options = signing_options(call->env, call->ctx.service);
    options.region = call->ctx.region;
    if (call->env->source)
        call->signed_by = arena_str(call->arena, options.credentials->access_key);
    enum sigv4_status status = sigv4_sign(call->env->signer, &request, &options, &out);
    if (status != SIGV4_OK)
        return error_set(error, SLRUN_E_INTERNAL, "the request could not be signed (%s)",
                         sigv4_error_code(status, SIGV4_PROTOCOL_JSON));
    for (size_t i = 0; i < out.n_headers; i++)
        if (add(call, out.headers[i].name, out.headers[i].value) != 0)
            return -1;
    return take_off(call);
}

/* The credentials are there, or cannot be had. */
static void on_credentials(struct credentials_wait *wait, const struct slrun_error *error)
{
    struct op_call *call = wait->data;
    if (!error) {
        http_client_submit(call->env->client, &call->http);
        return;
    }
    fail(call, error);
}

/* Into the client's queue, as soon as there are good credentials. */
static int dispatch(struct op_call *call)
{
    struct credentials *source = call->request.anonymous ? NULL : call->env->source;
    call->wait = (struct credentials_wait){.ready = on_credentials, .data = call};
    observe_queued(&call->watch);
    if (source && !credentials_want(source, &call->wait))
        return 0;
    return http_client_submit(call->env->client, &call->http);
}

static void send_again(struct op_call *call)
{
    call->request.n_headers = call->n_built; /* the old signature goes */
    call->submitted_ns = clock_mono_ns();
    dispatch(call);
}

static void again(uv_timer_t *timer)
{
    struct op_call *call = timer->data;
    call->backing_off = false;
    send_again(call);
}

static int back_off(struct op_call *call)
{
    if (!call->timer) {
        uv_timer_t *timer = malloc(sizeof *timer);
        if (!timer || uv_timer_init(call->env->loop, timer) != 0) {
            free(timer);
            return -1;
        }
        timer->data = call;
        call->timer = timer;
    }
    call->backing_off = true;
    uv_timer_start(call->timer, again, retry_delay_ms(call->attempt), 0);
    return 0;
}

/* Whether AWS has called the credentials expired, and there may be others. */
static bool renews(struct op_call *call, const struct slrun_error *error)
{
    bool expired =
        error->kind == SLRUN_E_SERVICE && (strcmp(error->code, "ExpiredToken") == 0 ||
                                           strcmp(error->code, "ExpiredTokenException") == 0);
    if (!expired || call->renewed || !call->env->source || !call->signed_by)
        return false;
    call->renewed = credentials_expired(call->env->source, call->signed_by);
    return call->renewed;
}

static void answered(struct http_call *http, const struct slrun_response *response,
                     const struct slrun_error *error)
{
    struct op_call *call = http->data;
    struct slrun_error parsed = {0};
    json_t *result = NULL;
    land(call);
    call->attempt++;
    if (!error) {
        call->ctx.error = &parsed;
        call->ctx.request = &call->request;
        result = call->o.op->parse(&call->ctx, response);
        if (!result && parsed.kind == SLRUN_E_NONE)
            error_set(&parsed, SLRUN_E_PLUGIN, "%s: parse() failed and did not say why",
                      call->o.op->name);
        error = &parsed;
    }
    observe_answered(&call->watch, response, result ? NULL : error);
    bool again_worth =
        !result && call->attempt < CALL_ATTEMPTS_MAX && retry_worth(call->o.op, error);
    if (!result && renews(call, error)) {
        send_again(call);
    } else if (!again_worth || back_off(call) != 0) {
        tell(call, (struct call_record){
                       .error = result ? NULL : error, .result = result, .response = response});
        call->o.done(call->o.owner, result, result ? NULL : error);
        call_free(call);
    }
    json_decref(result);
    error_clear(&parsed);
}

/* S3's buckets stand in the host where they can. */
static const char *s3_base(struct op_call *call, const char *base, bool configured)
{
    struct endpoint_s3 s3 = {
        .base = base, .target = call->request.target, .configured = configured};
    if (!endpoint_s3_host(call->env->rules, &s3))
        return arena_str(call->arena, base);
    call->request.target =
        *s3.target == '/' ? s3.target : arena_format(call->arena, "/%s", s3.target);
    return call->request.target ? arena_str(call->arena, s3.base) : NULL;
}

/* Where the service is on AWS; NULL with the error filled, or out of memory. */
static const char *aws_base(struct op_call *call)
{
    char base[ENDPOINT_MAX];
    const struct slrun_service *service = call->ctx.service;
    const struct endpoint_rules *rules = call->env->rules;
    if (endpoint_resolve(rules, service->endpoint_prefix, call->ctx.region, base,
                         call->ctx.error) != 0)
        return NULL;
    if (strcmp(service->signing_name, "s3") != 0)
        return arena_str(call->arena, base);
    return s3_base(call, base, endpoint_configured(rules, service->endpoint_prefix, NULL) != NULL);
}

/* Host is part of the signature: exactly what libcurl would send for this base. */
static int set_endpoint(struct op_call *call)
{
    const char *base = call->request.base ? call->request.base : call->env->endpoint;
    if (!base && !call->env->aws)
        return error_set(call->ctx.error, SLRUN_E_INTERNAL, "a call without an endpoint");
    if (!base)
        base = aws_base(call);
    if (!base && call->ctx.error->kind != SLRUN_E_NONE)
        return -1;
    if (!base)
        return error_set(call->ctx.error, SLRUN_E_MEMORY, "no memory for a request");
    const char *name = call->env->endpoint && !call->env->aws
                           ? stand_in_host(call->arena, call->env->endpoint, base)
                           : NULL;
    const char *host = strstr(base, "://");
    call->http.base = name ? call->env->endpoint : base;
    return add(call, "Host", name ? name : host ? host + 3 : base);
}

static int64_t hold_ms(const struct slrun_op *op, json_t *args, int64_t left_ms)
{
    json_t *value = op->hold.param ? json_object_get(args, op->hold.param) : NULL;
    if (!value || !json_is_integer(value) || op->hold.unit_ms == 0)
        return 0;
    int64_t unit = op->hold.unit_ms;
    int64_t left = left_ms > 0 ? left_ms / unit + (left_ms % unit != 0) : 0;
    if (json_integer_value(value) > left)
        json_integer_set(value, left);
    return json_integer_value(value) * unit;
}

/* The same token goes with every try of this call, so that the service does the work once. */
static int fill_token(struct op_call *call)
{
    const char *token = call->o.op->token;
    char uuid[RANDOM_UUID_MAX];
    if (!token || json_object_get(call->o.args, token))
        return 0;
    if (random_uuid(uuid, call->ctx.error) != 0)
        return -1;
    if (json_object_set_new(call->o.args, token, json_string(uuid)) != 0)
        return error_set(call->ctx.error, SLRUN_E_MEMORY, "no memory for a request");
    return 0;
}

static int add_tags(struct op_call *call)
{
    const struct slrun_op *op = call->o.op;
    const json_t *tags = call->o.tags;
    call->o.tags = NULL;
    if (!tags || !op->tag || op->tag(&call->ctx, call->o.args, tags) == 0)
        return 0;
    if (call->ctx.error->kind == SLRUN_E_NONE)
        error_set(call->ctx.error, SLRUN_E_PLUGIN, "%s: tag() failed and did not say why",
                  op->name);
    return -1;
}

/* Files take as long as they take; the case's own limit ends what never comes to an end. */
static bool is_large(const struct slrun_request *request)
{
    return request->body.kind == SLRUN_BODY_FILE || request->sink.path || request->sink.write;
}

/* Checks the arguments and has the plugin make the request. */
static int build(struct op_call *call)
{
    const struct slrun_op *op = call->o.op;
    if (check_args(op, call->o.args, call->ctx.error) != 0 || add_tags(call) != 0)
        return -1;
    observe_begin(&call->watch, call->env->observer,
                  &(struct call_begin){.plugin = call->o.plugin,
                                       .op = op,
                                       .region = call->ctx.region,
                                       .args = call->o.args,
                                       .owner = call->o.owner,
                                       .presigned = call->ctx.presigning != 0});
    if (op->build(&call->ctx, call->o.args, &call->request) != 0) {
        if (call->ctx.error->kind == SLRUN_E_NONE)
            error_set(call->ctx.error, SLRUN_E_PLUGIN, "%s: build() failed and did not say why",
                      op->name);
        return -1;
    }
    if (!call->request.method)
        call->request.method = "POST";
    if (!call->request.target)
        call->request.target = "/";
    return set_endpoint(call);
}

static int prepare(struct op_call *call)
{
    const struct slrun_op *op = call->o.op;
    if (fill_token(call) != 0)
        return -1;
    int64_t hold = hold_ms(op, call->o.args, call->o.left_ms);
    if (build(call) != 0)
        return -1;
    if (op->flags & SLRUN_OP_READS_ARGS)
        call->ctx.args = call->o.args;
    else
        forget_args(call); /* all that is sent stands in the request */
    call->n_built = call->request.n_headers;
    call->http.request = &call->request;
    call->http.hold = hold > 0;
    call->http.timeout_ms = is_large(&call->request) ? 0 : CALL_TIMEOUT_MS + hold;
    call->http.prepare = sign;
    call->http.done = answered;
    call->http.data = call;
    return 0;
}

static struct slrun_ctx context(struct call_env *env, const struct plugin *plugin,
                                const struct slrun_op *op)
{
    return (struct slrun_ctx){.host = host_table(),
                              .plugin = plugin->state,
                              .service = op->service ? op->service : &plugin->service,
                              .op = op,
                              .region = env->region};
}

/* The file has been read: the request is whole. */
static void file_read(struct file_body *file, const struct slrun_error *error)
{
    struct op_call *call = file->data;
    struct slrun_error late = {0};
    call->file = NULL;
    if (file->cancelled) {
        call_free(call);
        return;
    }
    call->ctx.error = &late;
    if (!error && (file_body_finish(file, &call->ctx) != 0))
        error = &late;
    call->n_built = call->request.n_headers;
    if (!error && dispatch(call) == 0)
        return;
    if (!error)
        error_set(&late, SLRUN_E_INTERNAL, "%s: the request was sent already", call->o.op->name);
    fail(call, error ? error : &late);
    error_clear(&late);
}

/* Sends the request, after its file has been read if it has one. */
static int submit(struct op_call *call)
{
    if (call->request.body.kind != SLRUN_BODY_FILE)
        return dispatch(call);
    call->file = arena_alloc(call->arena, sizeof *call->file);
    if (!call->file)
        return error_set(call->ctx.error, SLRUN_E_MEMORY, "no memory for a request");
    call->file->request = &call->request;
    call->file->ended = file_read;
    call->file->data = call;
    return file_body_start(call->file, call->env->loop, call->ctx.error);
}

/* Takes over options->args, also when it fails. */
static struct op_call *call_new(struct call_env *env, const struct op_call_options *options,
                                struct slrun_error *error)
{
    struct op_call *call = calloc(1, sizeof *call);
    if (call)
        call->arena = arena_new(CALL_ARENA_MAX);
    if (!call || !call->arena) {
        free(call);
        json_decref(options->args);
        error_set(error, SLRUN_E_MEMORY, "no memory for a request");
        return NULL;
    }
    call->env = env;
    call->o = *options;
    call->ctx = context(env, options->plugin, options->op);
    if (options->region)
        call->ctx.region = options->region;
    call->ctx.arena = call->arena;
    call->ctx.error = error;
    return call;
}

static bool region_allowed(struct op_call *call)
{
    const char *const *regions = call->o.region ? call->env->allowed_regions : NULL;
    for (const char *const *at = regions; at && *at; at++)
        if (strcmp(*at, call->o.region) == 0)
            return true;
    if (!regions)
        return true;
    error_set(call->ctx.error, SLRUN_E_USAGE, "%s: the region %s is not among those allowed",
              call->o.op->name, call->o.region);
    return false;
}

struct op_call *op_call_start(struct call_env *env, const struct op_call_options *options,
                              struct slrun_error *error)
{
    struct op_call *call = call_new(env, options, error);
    if (!call)
        return NULL;
    if (!region_allowed(call)) {
        call_free(call);
        return NULL;
    }
    call->submitted_ns = clock_mono_ns();
    if (prepare(call) != 0 || submit(call) != 0) {
        call_free(call);
        return NULL;
    }
    call->counted = true;
    env->counts.alive++;
    return call;
}

bool call_crowded(const struct call_env *env)
{
    struct http_client_stats stats = {0};
    if (env && env->client)
        http_client_stats(env->client, &stats);
    return stats.waiting >= CALL_CROWD;
}

void op_call_given_up(struct op_call *call, const struct slrun_error *error)
{
    tell(call, (struct call_record){.error = error, .cancelled = true});
}

void op_call_cancel(struct op_call *call)
{
    op_call_given_up(call, NULL);
    if (call->file) {
        file_body_cancel(call->file); /* which frees the call when its thread has stopped */
        return;
    }
    if (call->backing_off)
        uv_timer_stop(call->timer);
    else
        http_client_cancel(call->env->client, &call->http);
    call_free(call);
}

int op_call_attempts(const struct op_call *call)
{
    return call->attempt;
}

const struct slrun_op *op_call_op(const struct op_call *call)
{
    return call->o.op;
}

int op_undo(const struct op_undo_options *o, struct slrun_undo *undo, struct slrun_error *error)
{
    if (!o->op->undo)
        return 1;
    struct slrun_ctx ctx = context(o->env, o->plugin, o->op);
    ctx.arena = o->arena;
    ctx.error = error;
    *undo = (struct slrun_undo){0};
    return o->op->undo(&ctx, o->args, o->result, undo);
}

void op_undo_free(struct slrun_undo *undo)
{
    json_decref(undo->args);
    json_decref(undo->tags_args);
    undo->args = undo->tags_args = NULL;
}

int op_presign(struct call_env *env, const struct op_call_options *options, unsigned expires,
               struct op_presigned *out, struct slrun_error *error)
{
    struct op_call *call = call_new(env, options, error);
    if (!call)
        return -1;
    call->ctx.presigning = 1;
    int rc = build(call);
    if (rc == 0)
        rc = signing_url(
            env, &(struct signing_presign){&call->ctx, &call->request, call->http.base, expires},
            out);
    call_free(call);
    return rc;
}
