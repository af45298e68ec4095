/* SPDX-License-Identifier: Apache-2.0 */
/* The life of one exchange. */
#include "net/server/http_serving.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "net/http_header.h"

/* Sees the client leave: libmicrohttpd does not look at a suspended connection. */
struct watch {
    uv_poll_t poll;
    struct serving *serving;
};

void *serving_begin(void *server, const char *target, struct MHD_Connection *connection)
{
    struct serving *s = malloc(sizeof *s); /* glibc's calloc() takes nothing from its caches */
    if (!s)
        return NULL;
    *s = (struct serving){.server = server,
                          .connection = connection,
                          .in = {.options = &((struct http_server *)server)->options,
                                 .x = {.carrier = &serving_carrier},
                                 .body = BUF_INIT(HTTP_SERVER_BODY_MAX)}};
    bool fits = strlen(target) <= HTTP_SERVER_TARGET_MAX;
    size_t size = fits ? strlen(target) + 1 : sizeof "/";
    s->target = size <= sizeof s->short_target ? s->short_target : malloc(size);
    if (s->target)
        memcpy(s->target, fits ? target : "/", size);
    s->in.refusal = fits ? 0 : 414;
    if (s->target)
        return s;
    free(s);
    return NULL;
}

void serving_end(void *server, struct MHD_Connection *connection, void **context,
                 enum MHD_RequestTerminationCode code)
{
    struct serving *s = *context;
    (void)server, (void)connection, (void)code;
    *context = NULL;
    if (!s)
        return;
    serving_feed_forget(s);
    if (s->response)
        s->server->api->destroy_response(s->response);
    inbound_free(&s->in);
    if (s->headers != s->few_headers)
        free(s->headers);
    if (s->target != s->short_target)
        free(s->target);
    free(s);
}

/* ---- the request ---- */

static enum MHD_Result add_header(void *arg, enum MHD_ValueKind kind, const char *name,
                                  const char *value)
{
    struct serving *s = arg;
    (void)kind;
    s->headers[s->in.x.n_headers++] = (struct slrun_header){name, value ? value : ""};
    return MHD_YES;
}

/* The headers stay where libmicrohttpd has them until the exchange is over. */
static bool take_headers(struct serving *s)
{
    int n = s->server->api->get_connection_values(s->connection, MHD_HEADER_KIND, NULL, NULL);
    if (n > HTTP_SERVER_HEADERS_MAX)
        s->in.refusal = 431;
    if (n <= 0 || n > HTTP_SERVER_HEADERS_MAX)
        return true;
    s->headers = n <= SERVING_HEADERS_FEW ? s->few_headers : malloc((size_t)n * sizeof *s->headers);
    if (!s->headers)
        return false;
    s->server->api->get_connection_values(s->connection, MHD_HEADER_KIND, add_header, s);
    s->in.x.headers = s->headers;
    return true;
}

/* ---- the answer ---- */

static void watch_closed(uv_handle_t *handle)
{
    free(handle->data);
}

static void unwatch(struct serving *s)
{
    if (s->watch)
        uv_close((uv_handle_t *)&s->watch->poll, watch_closed);
    s->watch = NULL;
}

/* Takes it out of those that wait. */
static void leave(struct serving *s, enum stage stage)
{
    *(s->prev ? &s->prev->next : &s->server->waiting) = s->next;
    if (s->next)
        s->next->prev = s->prev;
    s->prev = s->next = NULL;
    s->stage = stage;
    unwatch(s);
}

void serving_resume(struct serving *s, enum stage stage)
{
    leave(s, stage);
    s->server->api->resume_connection(s->connection);
    http_server_wake(s->server);
}

void serving_drop(struct serving *s, bool closing)
{
    const struct http_server_options *options = &s->server->options;
    unwatch(s);
    if (!options->gone(options->arg, &s->in.x, closing) && !closing)
        return;
    s->feed.open = false;
    /* libmicrohttpd will ask again, and close the connection */
    serving_resume(s, STAGE_DEAD);
}

static void on_left(uv_poll_t *poll, int status, int events)
{
    struct watch *watch = poll->data;
    (void)status, (void)events;
    serving_drop(watch->serving, false);
}

/* false: out of memory, and the exchange could not be told of its client's leaving. */
static bool watch(struct serving *s)
{
    const union MHD_ConnectionInfo *info =
        s->server->api->get_connection_info(s->connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    struct watch *w = info ? calloc(1, sizeof *w) : NULL;
    if (!w || uv_poll_init_socket(s->server->loop, &w->poll, info->connect_fd)) {
        free(w);
        return false;
    }
    w->serving = s;
    w->poll.data = w;
    s->watch = w;
    /* Only the end of the stream: the next request may already be there, and has to wait. */
    uv_poll_start(&w->poll, UV_DISCONNECT, on_left);
    return true;
}

void serving_wait(struct serving *s)
{
    s->next = s->server->waiting;
    if (s->next)
        s->next->prev = s;
    s->server->waiting = s;
    s->stage = STAGE_WAITING;
    s->server->api->suspend_connection(s->connection);
    if (!watch(s))
        serving_drop(s, false);
}

static enum MHD_Result send_reply(struct serving *s)
{
    s->stage = STAGE_ANSWERED;
    s->server->answered = true;
    return s->response ? s->server->api->queue_response(s->connection, s->status, s->response)
                       : MHD_NO;
}

/* The request is complete, or as good as that. */
static enum MHD_Result serve(struct serving *s)
{
    s->stage = STAGE_SERVE;
    if (!s->in.replied)
        inbound_serve(&s->in);
    if (s->in.replied)
        return send_reply(s);
    serving_wait(s);
    return MHD_YES;
}

/* What is refused by its head: at once where the client asked before it sends the body. */
static enum MHD_Result head(struct serving *s, const char *method)
{
    struct http_exchange *x = &s->in.x;
    x->method = method;
    x->target = s->target;
    s->stage = STAGE_BODY;
    if (!take_headers(s))
        return MHD_NO;
    bool refused = inbound_head(&s->in);
    return refused && http_header(x->headers, x->n_headers, "Expect") ? serve(s) : MHD_YES;
}

enum MHD_Result serving_go_on(void *server, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *data,
                              size_t *size, void **context)
{
    struct serving *s = *context;
    (void)server, (void)connection, (void)url, (void)version;
    if (!s || s->stage == STAGE_DEAD)
        return MHD_NO;
    if (s->stage == STAGE_HEAD)
        return head(s, method);
    if (s->stage == STAGE_ANSWERED)
        return send_reply(s);
    if (!*size)
        return serve(s);
    inbound_data(&s->in, data, *size);
    *size = 0;
    return MHD_YES;
}
