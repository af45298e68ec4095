/* SPDX-License-Identifier: Apache-2.0 */
/* The life of one exchange. */
#include "net/http_serving.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum stage {
    STAGE_HEAD,    /* the request line has come */
    STAGE_BODY,    /* headers are there, the body comes */
    STAGE_SERVE,   /* the handler is at work */
    STAGE_WAITING, /* it will answer later; the connection is suspended */
    STAGE_ANSWERED,
    STAGE_DEAD /* nobody is there to be answered */
};

/* Sees the client leave: libmicrohttpd does not look at a suspended connection. */
struct watch {
    uv_poll_t poll;
    struct serving *serving;
};

struct serving {
    struct http_exchange x; /* first: what the handler has */
    struct http_server *server;
    struct MHD_Connection *connection;
    struct serving *prev, *next; /* among those that wait */
    struct watch *watch;
    enum stage stage;
    unsigned refusal; /* a status decided before the handler is asked, or 0 */
    char *target;
    struct slrun_header *headers;
    struct buf body; /* in memory; a body in a file would be another branch in receive() */
    unsigned status;
    struct MHD_Response *response;
};

void *serving_begin(void *server, const char *target, struct MHD_Connection *connection)
{
    struct serving *s = calloc(1, sizeof *s);
    if (!s)
        return NULL;
    s->server = server;
    s->connection = connection;
    s->body = BUF_INIT(HTTP_SERVER_BODY_MAX);
    bool fits = strlen(target) <= HTTP_SERVER_TARGET_MAX;
    s->target = strdup(fits ? target : "/");
    s->refusal = fits ? 0 : 414;
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
    if (s->response)
        s->server->api->destroy_response(s->response);
    buf_free(&s->body);
    free(s->headers);
    free(s->target);
    free(s);
}

/* ---- the request ---- */

static enum MHD_Result add_header(void *arg, enum MHD_ValueKind kind, const char *name,
                                  const char *value)
{
    struct serving *s = arg;
    (void)kind;
    s->headers[s->x.n_headers++] = (struct slrun_header){name, value ? value : ""};
    return MHD_YES;
}

/* The headers stay where libmicrohttpd has them until the exchange is over. */
static bool take_headers(struct serving *s)
{
    int n = s->server->api->get_connection_values(s->connection, MHD_HEADER_KIND, NULL, NULL);
    if (n > HTTP_SERVER_HEADERS_MAX)
        s->refusal = 431;
    if (n <= 0 || n > HTTP_SERVER_HEADERS_MAX)
        return true;
    s->headers = malloc((size_t)n * sizeof *s->headers);
    if (!s->headers)
        return false;
    s->server->api->get_connection_values(s->connection, MHD_HEADER_KIND, add_header, s);
    s->x.headers = s->headers;
    return true;
}

static const char *header(const struct serving *s, const char *name)
{
    for (size_t i = 0; i < s->x.n_headers; i++)
        if (!strcasecmp(s->headers[i].name, name))
            return s->headers[i].value;
    return NULL;
}

static enum MHD_Result refuse(struct serving *s)
{
    const struct slrun_reply reply = {.status = (int)s->refusal};
    s->stage = STAGE_SERVE;
    http_server_reply(&s->x, &reply);
    return s->server->api->queue_response(s->connection, s->status, s->response);
}

/* A client that asks first is told at once that its body is too long; any other is heard out, since
 * many do not read an answer while they send. */
static enum MHD_Result head(struct serving *s, const char *method)
{
    s->x.method = method;
    s->x.target = s->target;
    s->stage = STAGE_BODY;
    if (!take_headers(s))
        return MHD_NO;
    const char *length = header(s, "Content-Length");
    if (length && strtoull(length, NULL, 10) > HTTP_SERVER_BODY_MAX)
        s->refusal = 413;
    return s->refusal && header(s, "Expect") ? refuse(s) : MHD_YES;
}

static void receive(struct serving *s, const char *data, size_t size)
{
    if (!s->refusal && !buf_add(&s->body, data, size))
        s->refusal = s->body.len + size > s->body.max ? 413 : 503;
    if (s->refusal)
        buf_free(&s->body);
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

static void resume(struct serving *s)
{
    s->server->api->resume_connection(s->connection);
    http_server_wake(s->server);
}

void serving_drop(struct serving *s, bool closing)
{
    const struct http_server_options *options = &s->server->options;
    unwatch(s);
    if (!options->gone(options->arg, &s->x, closing) && !closing)
        return;
    leave(s, STAGE_DEAD);
    resume(s); /* libmicrohttpd will ask again, and close the connection */
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

static enum MHD_Result wait(struct serving *s)
{
    s->next = s->server->waiting;
    if (s->next)
        s->next->prev = s;
    s->server->waiting = s;
    s->stage = STAGE_WAITING;
    s->server->api->suspend_connection(s->connection);
    if (!watch(s))
        serving_drop(s, false);
    return MHD_YES;
}

static enum MHD_Result serve(struct serving *s)
{
    const struct http_server_options *options = &s->server->options;
    if (s->refusal)
        return refuse(s);
    s->x.body = buf_str(&s->body);
    s->x.size = s->body.len;
    s->stage = STAGE_SERVE;
    options->serve(options->arg, &s->x);
    if (s->stage == STAGE_SERVE)
        return wait(s);
    return s->response ? s->server->api->queue_response(s->connection, s->status, s->response)
                       : MHD_NO;
}

enum MHD_Result serving_go_on(void *server, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *data,
                              size_t *size, void **context)
{
    struct serving *s = *context;
    (void)server, (void)url, (void)version;
    if (!s || s->stage == STAGE_DEAD)
        return MHD_NO;
    if (s->stage == STAGE_HEAD)
        return head(s, method);
    if (s->stage == STAGE_ANSWERED)
        return s->response ? s->server->api->queue_response(connection, s->status, s->response)
                           : MHD_NO;
    if (!*size)
        return serve(s);
    receive(s, data, *size);
    *size = 0;
    return MHD_YES;
}

static struct MHD_Response *make_response(const struct mhd_api *api,
                                          const struct slrun_reply *reply)
{
    struct MHD_Response *response =
        api->create_response_from_buffer(reply->size, (void *)reply->body, MHD_RESPMEM_MUST_COPY);
    bool ok = response != NULL;
    if (ok && reply->content_type)
        ok = api->add_response_header(response, "Content-Type", reply->content_type) == MHD_YES;
    for (size_t i = 0; ok && i < reply->n_headers; i++)
        ok = api->add_response_header(response, reply->headers[i].name, reply->headers[i].value) ==
             MHD_YES;
    if (ok || !response)
        return response;
    api->destroy_response(response);
    return NULL; /* out of memory, or a header that cannot be sent: the connection is closed */
}

void http_server_reply(struct http_exchange *x, const struct slrun_reply *reply)
{
    struct serving *s = (struct serving *)x;
    bool later = s->stage == STAGE_WAITING;
    if (later)
        leave(s, STAGE_ANSWERED);
    s->stage = STAGE_ANSWERED;
    s->status = (unsigned)reply->status;
    s->response = make_response(s->server->api, reply);
    if (later)
        resume(s);
}
