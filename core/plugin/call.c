/* SPDX-License-Identifier: Apache-2.0 */
/* The life of a call. */
#include "plugin/call_state.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "plugin/file_body.h"
#include "plugin/signing.h"
#include "plugin/stand_in.h"

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
    return call_add_header(call, FLIGHTS_HEADER, number);
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
    call_forget_args(call);
    observe_free(&call->watch);
    arena_free(call->arena);
    call_stop_pause(call);
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
    (void)stand_in_signing(call->arena, call->request.base, &options.service, &options.region);
    options.time += call_skew(call);
    if (call->env->source)
        call->signed_by = arena_str(call->arena, options.credentials->access_key);
    enum sigv4_status status = sigv4_sign(call->env->signer, &request, &options, &out);
    if (status != SIGV4_OK)
        return error_set(error, SLRUN_E_INTERNAL, "the request could not be signed (%s)",
                         sigv4_error_code(status, SIGV4_PROTOCOL_JSON));
    for (size_t i = 0; i < out.n_headers; i++)
        if (call_add_header(call, out.headers[i].name, out.headers[i].value) != 0)
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

void call_send_again(struct op_call *call)
{
    call->request.n_headers = call->n_built; /* the old signature goes */
    call->submitted_ns = clock_mono_ns();
    dispatch(call);
}

static void give_back(const struct op_call *call)
{
    if (call->client)
        retry_give_back(call->client, call->cost);
}

/* `why`: that it was not sent again, or NULL. */
static void end(struct op_call *call, struct call_record record, const char *why)
{
    const struct slrun_error *error = record.error;
    struct slrun_error told;
    if (error && why && !*error->hint) {
        told = *error; /* what `detail` refers to stays the caller's */
        error_hint(&told, "%s", why);
        record.error = &told;
    }
    tell(call, record);
    call->answer = record.response;
    call->o.done(call->o.owner, record.result, record.error);
    call_free(call);
}

static json_t *parse(struct op_call *call, const struct slrun_response *response)
{
    if (call->o.parses)
        call->o.parses(call->o.owner, true);
    json_t *result = call->o.op->parse(&call->ctx, response);
    if (call->o.parses)
        call->o.parses(call->o.owner, false);
    if (!result && call->ctx.error->kind == SLRUN_E_NONE)
        error_set(call->ctx.error, SLRUN_E_PLUGIN, "%s: parse() failed and did not say why",
                  call->o.op->name);
    return result;
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
        result = parse(call, response);
        error = &parsed;
    }
    observe_answered(&call->watch, response, result ? NULL : error);
    const char *why = NULL;
    if (result)
        give_back(call);
    if (result || !call_goes_on(call, response, error, &why))
        end(call,
            (struct call_record){
                .error = result ? NULL : error, .result = result, .response = response},
            why);
    json_decref(result);
    error_clear(&parsed);
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
    call->http.prepare = sign;
    call->http.done = answered;
    call->http.data = call;
    call_find_client(call);
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
    call->ctx = call_context(env, options->plugin, options->op);
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
    if (call_prepare(call) != 0 || submit(call) != 0) {
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
    if (!call->pausing)
        http_client_cancel(call->env->client, &call->http);
    call_free(call);
}

const char *op_call_request_id(const struct op_call *call)
{
    return observe_request_id(call->answer);
}

int op_call_attempts(const struct op_call *call)
{
    return call->attempt;
}

bool op_call_doubtful(const struct op_call *call)
{
    return call->doubtful;
}

char *op_call_story(const struct op_call *call)
{
    struct buf text = BUF_INIT(SLRUN_ERROR_MESSAGE_MAX);
    if (!call->last)
        return NULL;
    buf_printf(&text, "%s failed %d time%s before, the last time so: %s", call->o.op->name,
               call->attempt, call->attempt > 1 ? "s" : "", call->last);
    char *story = strdup(buf_str(&text));
    buf_free(&text);
    return story;
}

const struct slrun_op *op_call_op(const struct op_call *call)
{
    return call->o.op;
}

void op_undo_free(struct slrun_undo *undo)
{
    json_decref(undo->args);
    json_decref(undo->tags_args);
    undo->args = undo->tags_args = NULL;
}

int op_undo(const struct op_undo_options *o, struct slrun_undo *undo, struct slrun_error *error)
{
    if (!o->op->undo)
        return 1;
    struct slrun_ctx ctx = call_context(o->env, o->plugin, o->op);
    ctx.arena = o->arena;
    ctx.error = error;
    *undo = (struct slrun_undo){0};
    int made = o->op->undo(&ctx, o->args, o->result, undo);
    if (made != 0 || (undo->name && undo->args))
        return made;
    op_undo_free(undo);
    return error_set(error, SLRUN_E_MEMORY, "no memory for what undoes %s", o->op->name);
}

int op_presign(const struct op_presign_options *o, struct op_presigned *out,
               struct slrun_error *error)
{
    const struct op_call_options options = {.plugin = o->plugin, .op = o->op, .args = o->args};
    struct op_call *call = call_new(o->env, &options, error);
    if (!call)
        return -1;
    call->ctx.presigning = 1;
    int rc = call_make(call);
    if (rc == 0)
        call_find_client(call);
    if (rc == 0)
        rc = signing_url(o->env,
                         &(struct signing_presign){&call->ctx, &call->request, call->http.base,
                                                   o->expires, call_skew(call)},
                         out);
    call_free(call);
    return rc;
}
