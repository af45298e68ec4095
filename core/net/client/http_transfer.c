/* SPDX-License-Identifier: Apache-2.0 */
/* A request on an easy handle of libcurl. */
#include "net/client/http_transfer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "net/http_header.h"

enum {
    HOLD_BUFFER = 1024, /* of libcurl, while a transfer runs; its least, the default is 16 KiB */
    TARGET_MAX = 64 << 10,
};

/* How libcurl has to be told: it knows requests as GET, HEAD and POST, with another word for the
 * method laid over. */
struct http_shape {
    CURLoption option;
    const char *method; /* needs no other word */
};
static const struct http_shape shape_get = {CURLOPT_HTTPGET, "GET"};
static const struct http_shape shape_head = {CURLOPT_NOBODY, "HEAD"};
static const struct http_shape shape_post = {CURLOPT_POST, "POST"};

#define SET(x, option, value) (!(x)->api->easy_setopt((x)->easy, (option), (value)))

/* ---- callbacks of libcurl ---- */

static size_t on_line(char *data, size_t size, size_t n, void *arg)
{
    struct http_transfer *x = arg;
    return http_answer_line(&x->answer, data, size * n) ? size * n : 0;
}

static bool sink_open(struct http_transfer *x)
{
    if (x->sink_file < 0)
        x->sink_file =
            open(x->call->request->sink.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    x->io_errno = x->sink_file < 0 ? errno : 0;
    return x->sink_file >= 0;
}

static bool sink_file_write(struct http_transfer *x, const char *data, size_t len)
{
    if (!sink_open(x))
        return false;
    x->io_errno = file_write(x->sink_file, data, len, -1);
    return !x->io_errno;
}

static bool take(struct http_transfer *x, const char *data, size_t len)
{
    const struct slrun_sink *sink = &x->call->request->sink;
    if (x->answer.status / 100 != 2 || (!sink->path && !sink->write))
        return http_answer_body(&x->answer, data, len);
    if (sink->path && !sink_file_write(x, data, len))
        return false;
    x->sink_ended = sink->write && sink->write(sink->arg, data, len) != 0;
    return !x->sink_ended;
}

static size_t on_body(char *data, size_t size, size_t n, void *arg)
{
    return take(arg, data, size * n) ? size * n : 0;
}

static size_t on_read(char *data, size_t size, size_t n, void *arg)
{
    struct http_transfer *x = arg;
    const struct slrun_body *body = &x->call->request->body;
    uint64_t left = body->size - x->body_pos;
    size_t want = size * n < left ? size * n : (size_t)left;
    ssize_t got;
    do
        got = pread(x->body_file, data, want, (off_t)(body->offset + x->body_pos));
    while (got < 0 && errno == EINTR);
    if (got < 0 || (got == 0 && want)) { /* a file that has become shorter is no body */
        x->io_errno = got < 0 ? errno : ENODATA;
        return CURL_READFUNC_ABORT;
    }
    x->body_pos += (uint64_t)got;
    return (size_t)got;
}

/* libcurl sends a request again from its start. */
static int on_seek(void *arg, curl_off_t offset, int origin)
{
    struct http_transfer *x = arg;
    if (origin != SEEK_SET || offset < 0)
        return CURL_SEEKFUNC_CANTSEEK;
    x->body_pos = (uint64_t)offset;
    return CURL_SEEKFUNC_OK;
}

/* Called each time the request is about to go onto a connection. */
static int on_send(void *arg, char *ip, char *local_ip, int port, int local_port)
{
    struct http_transfer *x = arg;
    (void)ip, (void)local_ip, (void)port, (void)local_port;
    return x->sent++ ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

/* ---- made once ---- */

static bool set_callbacks(struct http_transfer *x)
{
    return SET(x, CURLOPT_PRIVATE, x) && SET(x, CURLOPT_ERRORBUFFER, x->reason) &&
           SET(x, CURLOPT_HEADERFUNCTION, on_line) && SET(x, CURLOPT_HEADERDATA, x) &&
           SET(x, CURLOPT_WRITEFUNCTION, on_body) && SET(x, CURLOPT_WRITEDATA, x) &&
           SET(x, CURLOPT_READFUNCTION, on_read) && SET(x, CURLOPT_READDATA, x) &&
           SET(x, CURLOPT_SEEKFUNCTION, on_seek) && SET(x, CURLOPT_SEEKDATA, x) &&
           SET(x, CURLOPT_PREREQDATA, x) && SET(x, CURLOPT_OPENSOCKETFUNCTION, http_socket_open) &&
           SET(x, CURLOPT_OPENSOCKETDATA, &x->socket) &&
           SET(x, CURLOPT_CLOSESOCKETFUNCTION, http_socket_close) &&
           SET(x, CURLOPT_CLOSESOCKETDATA, x->socket.sockets);
}

/* Instead of the system's: also of its directory. */
static bool set_ca(struct http_transfer *x, const char *file)
{
    x->ca_file = file;
    return SET(x, CURLOPT_CAINFO, file) && SET(x, CURLOPT_CAPATH, NULL) &&
           SET(x, CURLOPT_PROXY_CAINFO, file) && SET(x, CURLOPT_PROXY_CAPATH, NULL);
}

static bool set_constants(struct http_transfer *x, const struct http_transfer_options *options)
{
    const struct http_client_options *client = options->client;
    return SET(x, CURLOPT_NOSIGNAL, 1L) && SET(x, CURLOPT_PATH_AS_IS, 1L) &&
           SET(x, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1) &&
           SET(x, CURLOPT_PROTOCOLS_STR, "http,https") &&
           SET(x, CURLOPT_CONNECTTIMEOUT_MS, (long)client->connect_timeout_ms) &&
           SET(x, CURLOPT_NOPROXY, "") && SET(x, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L) &&
           SET(x, CURLOPT_CERTINFO, 1L) &&
           (!options->hold || SET(x, CURLOPT_BUFFERSIZE, (long)HOLD_BUFFER)) &&
           (!client->user_agent || SET(x, CURLOPT_USERAGENT, client->user_agent)) &&
           (!client->ca_file || set_ca(x, client->ca_file));
}

struct http_transfer *http_transfer_new(const struct http_transfer_options *options)
{
    struct http_transfer *x = calloc(1, sizeof *x);
    if (!x)
        return NULL;
    x->api = options->api;
    x->socket.sockets = options->sockets;
    x->text = BUF_INIT(HTTP_CLIENT_HEAD_MAX);
    x->base = BUF_INIT(HTTP_BASE_MAX);
    x->target = BUF_INIT(TARGET_MAX);
    x->verb = BUF_INIT(TARGET_MAX);
    x->body_file = x->sink_file = -1;
    x->connect_timeout_ms = (long)options->client->connect_timeout_ms;
    x->easy = x->api->easy_init();
    if (x->easy && set_callbacks(x) && set_constants(x, options))
        return x;
    http_transfer_free(x);
    return NULL;
}

void http_transfer_free(struct http_transfer *x)
{
    if (!x)
        return;
    http_transfer_finish(x, false);
    if (x->easy)
        x->api->easy_cleanup(x->easy);
    if (x->url)
        x->api->url_cleanup(x->url);
    http_answer_free(&x->answer);
    buf_free(&x->text);
    buf_free(&x->base);
    buf_free(&x->target);
    buf_free(&x->verb);
    free(x->lines);
    free(x);
}

/* ---- made for each call ---- */

static int refuse(struct slrun_error *error, const char *what, const char *text)
{
    return error_set(error, SLRUN_E_USAGE, "%s \"%.200s\"", what, text ? text : "");
}

static int no_memory(struct slrun_error *error)
{
    return error_set(error, SLRUN_E_MEMORY, "out of memory for an HTTP request");
}

static int set_target(struct http_transfer *x, const char *target, struct slrun_error *error)
{
    if (!target)
        target = "/";
    size_t len = strlen(target);
    if (*target != '/' && strcmp(target, "*") != 0)
        return refuse(error, "a request target must start with a slash:", target);
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)target[i] <= ' ' || target[i] == 0x7f)
            return refuse(error, "a request target must not hold spaces or controls:", target);
    int changed = http_transfer_keep(&x->target, target, len);
    if (changed < 0)
        return refuse(error, "a request target is too long:", target);
    if (!changed && x->target_set)
        return 0;
    struct buf url = BUF_INIT(HTTP_BASE_MAX + TARGET_MAX);
    bool ok = true;
    if (x->absolute)
        ok = buf_add(&url, x->base.data, x->base.len) && buf_puts(&url, target);
    ok = ok && SET(x, CURLOPT_REQUEST_TARGET, x->absolute ? url.data : target);
    buf_free(&url);
    x->target_set = ok;
    return ok ? 0 : no_memory(error);
}

static const struct http_shape *shape_of(const char *method, bool body)
{
    if (!strcmp(method, "HEAD"))
        return &shape_head;
    if (body || !strcmp(method, "POST") || !strcmp(method, "PUT") || !strcmp(method, "PATCH"))
        return &shape_post; /* with Content-Length: 0 where there is no body */
    return &shape_get;
}

static int set_method(struct http_transfer *x, const struct slrun_request *request,
                      struct slrun_error *error)
{
    const char *method = request->method ? request->method : "POST";
    const struct http_shape *shape = shape_of(method, request->body.kind != SLRUN_BODY_NONE);
    if (!*method || method[strspn(method, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")])
        return refuse(error, "not an HTTP method:", method);
    if (shape == x->shape && !strcmp(buf_str(&x->verb), method))
        return 0;
    bool ok = http_transfer_keep(&x->verb, method, strlen(method)) >= 0 &&
              SET(x, shape->option, 1L) &&
              SET(x, CURLOPT_CUSTOMREQUEST, strcmp(method, shape->method) ? method : NULL);
    x->shape = ok ? shape : NULL;
    return ok ? 0 : no_memory(error);
}

static int set_body(struct http_transfer *x, const struct slrun_body *body,
                    struct slrun_error *error)
{
    if (x->shape != &shape_post)
        return 0;
    curl_off_t size = body->kind == SLRUN_BODY_NONE ? 0 : (curl_off_t)body->size;
    const void *bytes = size && body->data ? body->data : "";
    x->body_pos = 0;
    if (body->kind == SLRUN_BODY_FILE) {
        x->body_file = open(body->path, O_RDONLY | O_CLOEXEC);
        if (x->body_file < 0)
            return error_set(error, SLRUN_E_IO, "%s: %s", body->path, strerror(errno));
        bytes = NULL; /* has libcurl call on_read() */
    }
    return SET(x, CURLOPT_POSTFIELDSIZE_LARGE, size) && SET(x, CURLOPT_POSTFIELDS, bytes)
               ? 0
               : no_memory(error);
}

static int reserve_lines(struct http_transfer *x, size_t n)
{
    if (n <= x->cap_lines)
        return 0;
    struct curl_slist *lines = realloc(x->lines, n * sizeof *lines);
    if (!lines)
        return -1;
    x->lines = lines;
    x->cap_lines = n;
    return 0;
}

/* "Name: value"; libcurl wants "Name;" where the value is empty. */
static int add_line(struct http_transfer *x, const struct slrun_header *header,
                    struct slrun_error *error)
{
    size_t name = strcspn(header->name, ":; \t\r\n"), value = strcspn(header->value, "\r\n");
    if (!name || header->name[name] || header->value[value])
        return refuse(error, "not a header that can be sent:", header->name);
    struct buf *text = &x->text;
    bool ok = buf_add(text, header->name, name) &&
              (value ? buf_add(text, ": ", 2) && buf_add(text, header->value, value)
                     : buf_putc(text, ';')) &&
              buf_putc(text, '\0');
    return ok ? 0 : error_set(error, SLRUN_E_USAGE, "the request's headers are over 64 KiB");
}

/* Header lines stand in one buffer and are chained in one array: no memory is taken for each. */
static int set_lines(struct http_transfer *x, const struct slrun_request *request,
                     struct slrun_error *error)
{
    size_t n = request->n_headers;
    bool typed =
        x->shape != &shape_post || http_header(request->headers, n, "Content-Type") != NULL;
    if (n > HTTP_CLIENT_HEADERS_MAX)
        return error_set(error, SLRUN_E_USAGE, "a request with more than %d headers",
                         HTTP_CLIENT_HEADERS_MAX);
    buf_clear(&x->text);
    for (size_t i = 0; i < n; i++)
        if (add_line(x, &request->headers[i], error))
            return -1;
    if (!typed) { /* else libcurl would call the body a form */
        buf_add(&x->text, "Content-Type:", sizeof "Content-Type:");
        n++;
    }
    if (x->text.failed || reserve_lines(x, n))
        return no_memory(error);
    char *p = x->text.data;
    for (size_t i = 0; i < n; i++) {
        x->lines[i].data = p;
        x->lines[i].next = i + 1 < n ? &x->lines[i + 1] : NULL;
        p += strlen(p) + 1;
    }
    return SET(x, CURLOPT_HTTPHEADER, n ? x->lines : NULL) ? 0 : no_memory(error);
}

static int set_limits(struct http_transfer *x, struct slrun_error *error)
{
    const struct http_call *call = x->call;
    long timeout = call->timeout_ms > 0 ? (long)call->timeout_ms : 0;
    long silence = timeout ? 0 : (long)((call->silence_ms + 999) / 1000);
    bool ok = timeout == x->timeout_ms || SET(x, CURLOPT_TIMEOUT_MS, timeout);
    ok = ok && (silence == x->silence_s ||
                (SET(x, CURLOPT_LOW_SPEED_LIMIT, 1L) && SET(x, CURLOPT_LOW_SPEED_TIME, silence)));
    x->silence_s = silence;
    ok = ok && (call->once == x->once ||
                SET(x, CURLOPT_PREREQFUNCTION, call->once ? on_send : (curl_prereq_callback)NULL));
    x->timeout_ms = timeout;
    x->once = call->once;
    return ok ? 0 : no_memory(error);
}

int http_transfer_prepare(struct http_transfer *x, struct http_call *call,
                          struct slrun_error *error)
{
    const struct slrun_request *request = call->request;
    x->call = call;
    x->sent = 0;
    x->io_errno = 0;
    x->sink_ended = false;
    x->socket.failure = 0;
    x->reason[0] = '\0';
    http_answer_clear(&x->answer, call->max_body ? call->max_body : HTTP_CLIENT_BODY_MAX);
    if (request->sink.path && request->sink.write &&
        request->sink.write(request->sink.arg, NULL, 0))
        return error_set(error, SLRUN_E_CANCELLED, "the answer's receiver does not want it");
    return http_transfer_set_base(x, call, error) || set_target(x, request->target, error) ||
                   set_method(x, request, error) || set_body(x, &request->body, error) ||
                   set_lines(x, request, error) || set_limits(x, error)
               ? -1
               : 0;
}

int http_transfer_finish(struct http_transfer *x, bool whole)
{
    int failure = 0;
    if (whole && x->answer.status / 100 == 2 && x->call->request->sink.path && !sink_open(x))
        failure = x->io_errno;
    if (x->sink_file >= 0 && close(x->sink_file))
        failure = errno;
    if (x->body_file >= 0)
        close(x->body_file);
    x->sink_file = x->body_file = -1;
    x->call = NULL;
    return failure;
}
