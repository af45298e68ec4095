/* SPDX-License-Identifier: Apache-2.0 */
/* The life of one exchange. */
#include "net/http_serving.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "net/http_header.h"

enum { FILE_BLOCK = 64 << 10 /* of a file that is sent: read and written at once */ };

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
    *s = (struct serving){
        .server = server, .connection = connection, .body = BUF_INIT(HTTP_SERVER_BODY_MAX)};
    bool fits = strlen(target) <= HTTP_SERVER_TARGET_MAX;
    size_t size = fits ? strlen(target) + 1 : sizeof "/";
    s->target = size <= sizeof s->short_target ? s->short_target : malloc(size);
    if (s->target)
        memcpy(s->target, fits ? target : "/", size);
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
    if (s->handed)
        s->server->options.dropped(s->server->options.arg, &s->x);
    feed_forget(s);
    if (s->response)
        s->server->api->destroy_response(s->response);
    buf_free(&s->body);
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
    s->headers = n <= SERVING_HEADERS_FEW ? s->few_headers : malloc((size_t)n * sizeof *s->headers);
    if (!s->headers)
        return false;
    s->server->api->get_connection_values(s->connection, MHD_HEADER_KIND, add_header, s);
    s->x.headers = s->headers;
    return true;
}

static void receive(struct serving *s, const char *data, size_t size)
{
    const struct http_server_options *options = &s->server->options;
    if (s->refusal || s->replied || s->x.refusal)
        return; /* heard out: many clients do not read an answer while they send */
    if (s->streams)
        options->data(options->arg, &s->x, data, size);
    else if (!buf_add(&s->body, data, size))
        s->x.refusal = s->body.len + size > s->body.max ? 413 : 503;
    if (s->x.refusal)
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
    if (!options->gone(options->arg, &s->x, closing) && !closing)
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
    const struct http_server_options *options = &s->server->options;
    if (s->refusal && !s->replied)
        http_server_reply(&s->x, &(struct slrun_reply){.status = (int)s->refusal});
    if (s->replied)
        return send_reply(s);
    s->x.body = buf_str(&s->body);
    s->x.size = s->body.len;
    s->stage = STAGE_SERVE;
    s->handed = false;
    options->serve(options->arg, &s->x);
    if (s->replied)
        return send_reply(s);
    serving_wait(s);
    return MHD_YES;
}

/* What is refused by its head: at once where the client asked before it sends the body. */
static enum MHD_Result head(struct serving *s, const char *method)
{
    const struct http_server_options *options = &s->server->options;
    s->x.method = method;
    s->x.target = s->target;
    s->x.body = "";
    s->stage = STAGE_BODY;
    if (!take_headers(s))
        return MHD_NO;
    s->handed = options->head && !s->refusal;
    s->streams = s->handed && options->head(options->arg, &s->x) == HTTP_BODY_STREAM;
    const char *length = http_header(s->x.headers, s->x.n_headers, "Content-Length");
    if (!s->streams && length && strtoull(length, NULL, 10) > HTTP_SERVER_BODY_MAX)
        s->x.refusal = 413;
    bool refused = s->refusal || s->replied || s->x.refusal;
    return refused && http_header(s->x.headers, s->x.n_headers, "Expect") ? serve(s) : MHD_YES;
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
    receive(s, data, *size);
    *size = 0;
    return MHD_YES;
}

/* Of a HEAD nothing is read but the size. */
static ssize_t read_nothing(void *arg, uint64_t at, char *to, size_t size)
{
    (void)arg, (void)at, (void)to, (void)size;
    return MHD_CONTENT_READER_END_WITH_ERROR;
}

/* A body that is read while it is sent. libmicrohttpd's own takes 4 KiB at a time, and with
 * sendfile() it would try for ever where the file is too short. */
struct reading {
    int fd;
    uint64_t offset;
};

static ssize_t read_on(void *arg, uint64_t at, char *to, size_t size)
{
    const struct reading *r = arg;
    ssize_t n = pread(r->fd, to, size, (off_t)(r->offset + at));
    return n > 0 ? n : MHD_CONTENT_READER_END_WITH_ERROR;
}

static void end_reading(void *arg)
{
    struct reading *r = arg;
    close(r->fd);
    free(r);
}

static struct MHD_Response *make_reading(const struct mhd_api *api, const struct http_file *file)
{
    struct reading *r = malloc(sizeof *r);
    if (!r)
        return NULL;
    *r = (struct reading){file->fd, file->offset};
    size_t block = file->size < FILE_BLOCK ? (size_t)file->size : FILE_BLOCK;
    struct MHD_Response *response =
        api->create_response_from_callback(file->size, block, read_on, r, end_reading);
    if (!response)
        free(r);
    return response;
}

static struct MHD_Response *make_body(const struct mhd_api *api, const struct slrun_reply *reply,
                                      const struct http_file *file)
{
    if (file && file->size && file->fd >= 0)
        return make_reading(api, file);
    uint64_t size = file ? file->size : reply->size;
    if (file && file->fd >= 0)
        close(file->fd);
    if (size && (file || !reply->body))
        return api->create_response_from_callback(size, 1, read_nothing, NULL, NULL);
    return api->create_response_from_buffer((size_t)size, (void *)reply->body,
                                            MHD_RESPMEM_MUST_COPY);
}

/* libmicrohttpd takes no empty value; blanks around one mean nothing (RFC 9110, 5.5). */
static const char *value_of(const struct slrun_header *header)
{
    return *header->value ? header->value : " ";
}

static bool add_headers(const struct mhd_api *api, struct MHD_Response *response,
                        const struct slrun_reply *reply)
{
    bool ok = true;
    if (reply->content_type)
        ok = api->add_response_header(response, "Content-Type", reply->content_type) == MHD_YES;
    for (size_t i = 0; ok && i < reply->n_headers; i++)
        ok = api->add_response_header(response, reply->headers[i].name,
                                      value_of(&reply->headers[i])) == MHD_YES;
    return ok;
}

void serving_answer(struct serving *s, const struct slrun_reply *reply,
                    struct MHD_Response *response)
{
    const struct mhd_api *api = s->server->api;
    s->handed = false;
    s->replied = true;
    s->status = (unsigned)reply->status;
    s->response = response;
    if (response && !add_headers(api, response, reply)) {
        api->destroy_response(response);
        s->response = NULL; /* a header that cannot be sent: the connection is closed */
    }
    if (s->stage == STAGE_WAITING)
        serving_resume(s, STAGE_ANSWERED);
}

static void answer(struct serving *s, const struct slrun_reply *reply, const struct http_file *file)
{
    struct MHD_Response *response = make_body(s->server->api, reply, file);
    if (!response && file && file->size && file->fd >= 0)
        close(file->fd);
    serving_answer(s, reply, response);
}

void http_server_drop(struct http_exchange *x)
{
    struct serving *s = (struct serving *)x;
    s->handed = false;
    s->replied = true; /* without a response libmicrohttpd is told to close */
    if (s->stage == STAGE_WAITING)
        serving_resume(s, STAGE_ANSWERED);
}

static void reply_or_refuse(struct http_exchange *x, const struct slrun_reply *reply,
                            const struct http_file *file)
{
    static const struct slrun_reply failed = {.status = 500};
    if (reply->n_headers <= HTTP_SERVER_REPLY_HEADERS_MAX) {
        answer((struct serving *)x, reply, file);
        return;
    }
    if (file && file->fd >= 0)
        close(file->fd);
    answer((struct serving *)x, &failed, NULL);
}

void http_server_reply(struct http_exchange *x, const struct slrun_reply *reply)
{
    reply_or_refuse(x, reply, NULL);
}

void http_server_reply_file(struct http_exchange *x, const struct slrun_reply *reply,
                            const struct http_file *file)
{
    reply_or_refuse(x, reply, file);
}
