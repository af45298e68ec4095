/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The HTTP client: two lanes of calls, one for those under the cap and one for long polls, each
 * with its queue, its multi handles and its idle transfers.
 */
#include "net/client/http_client.h"

#include <stdlib.h>
#include <string.h>
#include <uv.h>

#include "base/error.h"
#include "base/file.h"
#include "net/client/http_lane.h"
#include "net/client/http_options.h"

enum {
    FILES_RESERVE = 64,     /* descriptors left to the rest of the process */
    HOLDS_PER_MULTI = 1000, /* libcurl's cost of a request grows with the connections beside it */
    HOLDS_IDLE_MAX = 256,   /* transfers kept for the next long polls */
    RETRY_MS = 20           /* until a file is tried to be opened again */
};

enum call_state { CALL_IDLE, CALL_WAITING, CALL_FLYING, CALL_FAILED };

struct http_client {
    struct http_client_options options;
    const struct curl_api *api; /* NULL until the first call is admitted */
    struct http_sockets sockets;
    struct http_lane lanes[2]; /* [1]: holds */
    struct http_queue failed;  /* calls whose done() comes on the next turn of the loop */
    uv_idle_t failing;         /* brings that turn about */
    bool admitting;
    uv_timer_t retry;          /* runs while files have run out */
    int64_t starved_ms;        /* how long not even one call could be sent */
    int open;                  /* handles of the two */
    struct http_answer answer; /* what done() is being shown */
    uint64_t submitted, finished;
};

static void admit(struct http_client *c);

/* ---- calls that fail before they are sent ---- */

static void on_failing(uv_idle_t *idle)
{
    struct http_client *c = idle->data;
    for (size_t n = c->failed.n; n && c->failed.n; n--) {
        struct http_call *call = http_queue_pop(&c->failed);
        struct slrun_error *failure = call->failure;
        static const struct slrun_error no_memory = {.kind = SLRUN_E_MEMORY,
                                                     .message = "out of memory"};
        call->failure = NULL;
        call->state = CALL_IDLE;
        c->finished++;
        call->done(call, NULL, failure ? failure : &no_memory);
        if (failure)
            error_clear(failure);
        free(failure);
    }
    if (!c->failed.n)
        uv_idle_stop(idle);
}

/* Takes over what `error` holds. */
static void fail(struct http_client *c, struct http_call *call, struct slrun_error *error)
{
    call->state = CALL_FAILED;
    call->failure = malloc(sizeof *call->failure);
    if (call->failure)
        *call->failure = *error;
    else
        error_clear(error);
    http_queue_push(&c->failed, call);
    uv_idle_start(&c->failing, on_failing);
}

static void on_ended(void *arg, CURL *easy, CURLcode result);

static void on_turned(void *arg)
{
    admit(arg);
}

/* ---- admission ---- */

static struct http_lane *lane_of(struct http_client *c, const struct http_call *call)
{
    return &c->lanes[call->hold];
}

/* Makes the call's transfer, unless it has one from an attempt that was put back. */
static int make_transfer(struct http_client *c, struct http_call *call, struct slrun_error *error)
{
    struct http_lane *lane = lane_of(c, call);
    if (call->transfer)
        return 0;
    if (http_client_load(c, error))
        return -1;
    if (call->prepare && call->prepare(call, error))
        return -1;
    const struct http_transfer_options options = {
        .api = c->api, .sockets = &c->sockets, .client = &c->options, .hold = call->hold};
    struct http_transfer *x = http_lane_take(lane, &options);
    if (!x)
        return error_set(error, SLRUN_E_MEMORY, "out of memory for an HTTP request");
    if (http_transfer_prepare(x, call, error)) {
        http_transfer_finish(x, false);
        http_lane_park(lane, x);
        return -1;
    }
    call->transfer = x;
    return 0;
}

static void start(struct http_client *c, struct http_call *call)
{
    struct http_lane *lane = lane_of(c, call);
    struct slrun_error error = {0};
    if (make_transfer(c, call, &error)) {
        fail(c, call, &error);
        return;
    }
    const struct http_multi like = {
        .api = c->api, .sockets = &c->sockets, .ended = on_ended, .turned = on_turned, .arg = c};
    struct http_multi *m = http_lane_multi(lane, &like);
    if (!m || http_multi_add(m, call->transfer->easy)) {
        http_lane_release(lane, call);
        error_set(&error, SLRUN_E_MEMORY, "out of memory for an HTTP request");
        fail(c, call, &error);
        return;
    }
    call->transfer->multi = m;
    call->state = CALL_FLYING;
    http_queue_push(&lane->flying, call);
}

static bool admit_lane(struct http_client *c, struct http_lane *lane)
{
    bool any = false;
    while (lane->waiting.n && lane->flying.n < lane->bound) {
        start(c, http_queue_pop(&lane->waiting));
        any = true;
    }
    return any;
}

/* Sends what may be sent. A prepare() may submit calls: they find `admitting` and only queue. */
static void admit(struct http_client *c)
{
    if (c->admitting || c->sockets.inside)
        return;
    c->admitting = true;
    while (admit_lane(c, &c->lanes[0]) || admit_lane(c, &c->lanes[1]))
        ;
    c->admitting = false;
}

/* ---- when files run out ---- */

/* Idle connections of a lane may be what fills the process: they go, then one more call is tried.
 */
static void on_retry(uv_timer_t *timer)
{
    struct http_client *c = timer->data;
    if (!c->lanes[0].flying.n && !c->lanes[1].flying.n)
        c->starved_ms += RETRY_MS;
    for (int i = 0; i < 2; i++) {
        struct http_lane *lane = &c->lanes[i];
        if (!lane->flying.n)
            http_lane_free_multis(lane);
        if (lane->bound == lane->flying.n)
            lane->bound++;
    }
    admit(c);
}

/*
 * No more files can be opened although the limit was kept: the rest of the process has many. The
 * call waits on, in front, until something in flight has ended; it fails only when all the time
 * allowed for connecting has passed with nothing in flight.
 */
static bool put_back(struct http_client *c, struct http_call *call, CURLcode result)
{
    struct http_lane *lane = lane_of(c, call);
    if (!http_transfer_starved(call->transfer, result) ||
        c->starved_ms >= c->options.connect_timeout_ms)
        return false;
    lane->bound = (unsigned)lane->flying.n;
    call->transfer->socket.failure = 0;
    call->state = CALL_WAITING;
    http_queue_put_back(&lane->waiting, call);
    uv_timer_start(&c->retry, on_retry, RETRY_MS, 0);
    return true;
}

/* It goes on a connection again, in front of those that wait. */
static bool send_again(struct http_client *c, struct http_call *call, CURLcode result)
{
    if (!http_transfer_undone(call->transfer, result))
        return false;
    call->state = CALL_WAITING;
    http_queue_put_back(&lane_of(c, call)->waiting, call);
    return true;
}

/* ---- ends ---- */

/* Moves the answer from the transfer to the client, so that the transfer is free for the next call
 * while done() reads it. 0, or -1 with `error` filled. */
static int take_answer(struct http_client *c, struct http_transfer *x, CURLcode result,
                       struct slrun_error *error)
{
    const char *sink = x->call->request->sink.path;
    result = http_transfer_result(x, result);
    x->call->futile = http_transfer_futile(x, result);
    if (!result && x->call->futile)
        result = CURLE_PROXY;
    if (result)
        http_transfer_explain(x, result, error);
    struct http_answer answer = c->answer;
    int failure = http_transfer_finish(x, !result);
    c->answer = x->answer;
    x->answer = answer;
    if (!result && failure)
        error_set(error, SLRUN_E_IO, "%s: %s", sink, strerror(failure));
    return result || failure ? -1 : 0;
}

static void finish(struct http_client *c, struct http_call *call, CURLcode result)
{
    struct http_lane *lane = lane_of(c, call);
    struct slrun_error error;
    struct slrun_response response;
    error.detail = NULL;
    int rc = take_answer(c, call->transfer, result, &error);
    http_lane_park(lane, call->transfer);
    call->transfer = NULL;
    call->state = CALL_IDLE;
    if (lane->bound < lane->cap)
        lane->bound++;
    c->starved_ms = 0;
    c->finished++;
    if (!rc && !http_answer_view(&c->answer, &response))
        rc = error_set(&error, SLRUN_E_MEMORY, "out of memory for an answer");
    /* Those that wait come before those that done() may submit. */
    admit(c);
    call->done(call, rc ? NULL : &response, rc ? &error : NULL);
    if (rc)
        error_clear(&error);
}

static void on_ended(void *arg, CURL *easy, CURLcode result)
{
    struct http_client *c = arg;
    char *private = NULL;
    c->api->easy_getinfo(easy, CURLINFO_PRIVATE, &private);
    struct http_call *call = ((struct http_transfer *)(void *)private)->call;
    http_queue_remove(&lane_of(c, call)->flying, call);
    if (!put_back(c, call, result) && !send_again(c, call, result))
        finish(c, call, result);
}

/* ---- the interface ---- */

int http_client_submit(struct http_client *client, struct http_call *call)
{
    if (call->state != CALL_IDLE)
        return -1;
    call->state = CALL_WAITING;
    call->order = client->submitted++;
    call->transfer = NULL;
    call->failure = NULL;
    call->futile = false;
    http_queue_push(&lane_of(client, call)->waiting, call);
    admit(client);
    return 0;
}

/* Takes the call out of whatever it is in. */
static void drop(struct http_client *c, struct http_call *call)
{
    struct http_lane *lane = lane_of(c, call);
    struct http_queue *const queues[] = {
        [CALL_WAITING] = &lane->waiting, [CALL_FLYING] = &lane->flying, [CALL_FAILED] = &c->failed};
    http_queue_remove(queues[call->state], call);
    if (call->state == CALL_FLYING)
        http_multi_remove(call->transfer->multi, call->transfer->easy);
    if (call->transfer)
        http_lane_release(lane, call);
    if (call->failure)
        error_clear(call->failure);
    free(call->failure);
    call->failure = NULL;
    call->state = CALL_IDLE;
}

void http_client_cancel(struct http_client *client, struct http_call *call)
{
    if (call->state == CALL_IDLE)
        return;
    drop(client, call);
    admit(client);
}

void http_client_stats(const struct http_client *client, struct http_client_stats *stats)
{
    const struct http_lane *calls = &client->lanes[0], *holds = &client->lanes[1];
    *stats = (struct http_client_stats){.cap = calls->cap,
                                        .hold_cap = holds->cap,
                                        .flying = calls->flying.n,
                                        .waiting = calls->waiting.n,
                                        .holds = holds->flying.n,
                                        .holds_waiting = holds->waiting.n,
                                        .submitted = client->submitted,
                                        .finished = client->finished,
                                        .connections = client->sockets.opened};
}

/* ---- making and ending a client ---- */

/* Shares the descriptors out: half of a small number goes to each lane. */
static void set_caps(struct http_client *c)
{
    unsigned long files = http_options_files(&c->options);
    unsigned long usable = files > 2 * FILES_RESERVE ? files - FILES_RESERVE : files / 2;
    unsigned long cap = c->options.cap < usable / 2 ? c->options.cap : usable / 2;
    unsigned long holds = usable - cap < HTTP_FILES_MAX ? usable - cap : HTTP_FILES_MAX;
    c->lanes[0].cap = cap ? (unsigned)cap : 1;
    c->lanes[0].per_multi = c->lanes[0].max_idle = c->lanes[0].cap;
    c->lanes[1].cap = holds ? (unsigned)holds : 1;
    c->lanes[1].per_multi = HOLDS_PER_MULTI;
    c->lanes[1].max_idle = HOLDS_IDLE_MAX;
    for (int i = 0; i < 2; i++)
        c->lanes[i].bound = c->lanes[i].cap;
}

struct http_client *http_client_new(struct uv_loop_s *loop,
                                    const struct http_client_options *options,
                                    struct slrun_error *error)
{
    const char *ca_file = options ? options->ca_file : NULL;
    if (ca_file && file_is_other(ca_file)) { /* libcurl would wait for it */
        error_set(error, SLRUN_E_USAGE, "%s: no certificates can be read from it: %s", ca_file,
                  file_why(FILE_OTHER));
        error_hint(error, "AWS_CA_BUNDLE or ca_bundle of the profile names it");
        return NULL;
    }
    struct http_client *c = calloc(1, sizeof *c);
    if (!c || http_options_copy(&c->options, options)) {
        free(c);
        error_set(error, SLRUN_E_MEMORY, "out of memory for the HTTP client");
        return NULL;
    }
    c->sockets.loop = loop;
    uv_idle_init(loop, &c->failing); /* neither can fail */
    uv_timer_init(loop, &c->retry);
    c->failing.data = c->retry.data = c;
    c->open = 2;
    set_caps(c);
    return c;
}

int http_client_load(struct http_client *client, struct slrun_error *error)
{
    if (!client->api)
        client->api = curl_api(error);
    return client->api ? 0 : -1;
}

static void on_closed(uv_handle_t *handle)
{
    struct http_client *c = handle->data;
    if (!--c->open)
        free(c);
}

static void free_lane(struct http_client *c, struct http_lane *lane)
{
    while (lane->waiting.n)
        drop(c, lane->waiting.first);
    while (lane->flying.n)
        drop(c, lane->flying.first);
    http_lane_free(lane);
}

void http_client_free(struct http_client *client)
{
    if (!client)
        return;
    while (client->failed.n)
        drop(client, client->failed.first);
    free_lane(client, &client->lanes[0]);
    free_lane(client, &client->lanes[1]);
    http_sockets_free(&client->sockets);
    http_answer_free(&client->answer);
    http_options_free(&client->options);
    uv_close((uv_handle_t *)&client->failing, on_closed);
    uv_close((uv_handle_t *)&client->retry, on_closed);
}
