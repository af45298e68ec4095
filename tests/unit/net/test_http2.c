/* SPDX-License-Identifier: Apache-2.0 */
/* The server's HTTP/2, against libnghttp2's client on the same thread. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <netinet/tcp.h>
#include <nghttp2/nghttp2.h>

#include "harness/http_client.h"

#include "base/buf.h"
#include "net/http_header.h"
#include "net/loop.h"
#include "net/server/http2_stream.h"
#include "net/server/http_server.h"

enum { HELD_MAX = 300, LARGE = 5 << 20, PIECE = 16 << 10 };

/* ---- the server's side ---- */

struct env {
    struct uv_loop_s *loop;
    struct http_server *server;
    struct http_exchange *held[HELD_MAX]; /* NULL: over */
    unsigned n_held, n_gone, n_dropped, n_room;
    size_t streamed; /* bytes that data() had */
    size_t left;     /* bytes that room() still has to feed */
    bool keep;       /* gone() wants to answer all the same */
};

static enum http_body head(void *arg, struct http_exchange *x)
{
    (void)arg;
    if (!strcmp(x->target, "/refused")) {
        http_server_reply(x, &(struct slrun_reply){.status = 403, .body = "no", .size = 2});
        return HTTP_BODY_DROP;
    }
    return strcmp(x->target, "/stream") ? HTTP_BODY_COLLECT : HTTP_BODY_STREAM;
}

static void on_data(void *arg, struct http_exchange *x, const void *data, size_t size)
{
    struct env *env = arg;
    (void)x, (void)data;
    env->streamed += size;
}

static void dropped(void *arg, struct http_exchange *x)
{
    struct env *env = arg;
    (void)x;
    env->n_dropped++;
}

static bool gone(void *arg, struct http_exchange *x, bool closing)
{
    struct env *env = arg;
    env->n_gone++;
    if (env->keep && !closing)
        return false;
    *(struct http_exchange **)x->data = NULL;
    return true;
}

static void fill(struct env *env, struct http_exchange *x)
{
    static const char piece[PIECE];
    int more = 1;
    for (; env->left && more == 1; env->left -= PIECE)
        more = http_server_feed(x, piece, PIECE);
    assert_true(more >= 0);
    if (!env->left)
        http_server_feed_end(x, true);
}

static void room(void *arg, struct http_exchange *x)
{
    struct env *env = arg;
    env->n_room++;
    fill(env, x);
}

static void hold(struct env *env, struct http_exchange *x)
{
    assert_true(env->n_held < HELD_MAX);
    x->data = &env->held[env->n_held];
    env->held[env->n_held++] = x;
}

static void echo(struct http_exchange *x)
{
    const char *host = http_header(x->headers, x->n_headers, "Host");
    const struct slrun_header headers[] = {{"X-Method", x->method},
                                           {"X-Target", x->target},
                                           {"X-Host", host ? host : ""},
                                           {"X-Authority", x->authority ? x->authority : ""},
                                           {"Connection", "close"}};
    http_server_reply(x, &(struct slrun_reply){.status = 200,
                                               .content_type = "text/plain",
                                               .headers = headers,
                                               .n_headers = 5,
                                               .body = x->body,
                                               .size = x->size});
}

static void send_file(struct http_exchange *x, size_t claimed)
{
    char name[] = "/tmp/slrun-http2-XXXXXX";
    int fd = mkstemp(name);
    assert_true(fd >= 0 && !unlink(name) && !ftruncate(fd, LARGE));
    http_server_reply_file(x, &(struct slrun_reply){.status = 200},
                           &(struct http_file){fd, 1, claimed});
}

static void serve(void *arg, struct http_exchange *x)
{
    struct env *env = arg;
    if (x->refusal)
        http_server_reply(x, &(struct slrun_reply){.status = x->refusal});
    else if (!strcmp(x->target, "/hold"))
        hold(env, x);
    else if (!strcmp(x->target, "/open")) {
        hold(env, x);
        http_server_reply_open(x, &(struct slrun_reply){.status = 200});
    } else if (!strcmp(x->target, "/file"))
        send_file(x, LARGE - 1);
    else if (!strcmp(x->target, "/short"))
        send_file(x, LARGE);
    else if (!strcmp(x->target, "/drop"))
        http_server_drop(x);
    else if (!strcmp(x->target, "/wrong"))
        http_server_reply(x, &(struct slrun_reply){.status = 200,
                                                   .headers = &(struct slrun_header){"X", "a\nb"},
                                                   .n_headers = 1});
    else if (!strcmp(x->target, "/none"))
        http_server_reply(x, &(struct slrun_reply){.status = 204});
    else
        echo(x);
}

static void env_open(struct env *env)
{
    struct slrun_error error = {0};
    const struct http_server_options options = {.head = head,
                                                .data = on_data,
                                                .dropped = dropped,
                                                .serve = serve,
                                                .gone = gone,
                                                .room = room,
                                                .arg = env};
    memset(env, 0, sizeof *env);
    env->loop = loop_new(&error);
    env->server = http_server_new(env->loop, &options, &error);
    assert_non_null(env->server);
}

static void env_close(struct env *env)
{
    http_server_free(env->server);
    loop_free(env->loop);
}

/* ---- the client's side ---- */

struct answer {
    int32_t id;
    int status, interim; /* the last of 1xx */
    struct buf headers;  /* "name: value\n", again and again */
    size_t size;
    char body[64]; /* its beginning */
    bool whole, over;
    uint32_t code;
    size_t to_send; /* bytes of the request's body */
};

struct client {
    struct env *env;
    int fd;
    nghttp2_session *session;
    bool deaf; /* it does not read */
};

static int got_header(nghttp2_session *session, const nghttp2_frame *frame, const uint8_t *name,
                      size_t name_size, const uint8_t *value, size_t size, uint8_t flags, void *arg)
{
    struct answer *a = nghttp2_session_get_stream_user_data(session, frame->hd.stream_id);
    (void)name_size, (void)size, (void)flags, (void)arg;
    if (strcmp((const char *)name, ":status") != 0)
        assert_true(buf_printf(&a->headers, "%s: %s\n", name, value));
    else if (*value == '1')
        a->interim = atoi((const char *)value);
    else
        a->status = atoi((const char *)value);
    return 0;
}

static int got_data(nghttp2_session *session, uint8_t flags, int32_t id, const uint8_t *data,
                    size_t size, void *arg)
{
    struct answer *a = nghttp2_session_get_stream_user_data(session, id);
    (void)flags, (void)arg;
    for (size_t i = 0; i < size && a->size + i < sizeof a->body - 1; i++)
        a->body[a->size + i] = (char)data[i];
    a->size += size;
    return 0;
}

static int got_frame(nghttp2_session *session, const nghttp2_frame *frame, void *arg)
{
    struct answer *a = nghttp2_session_get_stream_user_data(session, frame->hd.stream_id);
    bool bears = frame->hd.type == NGHTTP2_HEADERS || frame->hd.type == NGHTTP2_DATA;
    (void)arg;
    if (a && bears && frame->hd.flags & NGHTTP2_FLAG_END_STREAM)
        a->whole = true;
    return 0;
}

static int closed(nghttp2_session *session, int32_t id, uint32_t code, void *arg)
{
    struct answer *a = nghttp2_session_get_stream_user_data(session, id);
    (void)arg;
    if (!a)
        return 0;
    a->over = true;
    a->code = code;
    return 0;
}

static ssize_t give(nghttp2_session *session, int32_t id, uint8_t *to, size_t size, uint32_t *flags,
                    nghttp2_data_source *source, void *arg)
{
    struct answer *a = source->ptr;
    size_t n = a->to_send < size ? a->to_send : size;
    (void)session, (void)id, (void)arg;
    memset(to, 'x', n);
    a->to_send -= n;
    if (!a->to_send)
        *flags |= NGHTTP2_DATA_FLAG_EOF;
    return (ssize_t)n;
}

static void client_open(struct client *c, struct env *env)
{
    nghttp2_session_callbacks *on;
    int one = 1; /* updates of windows are short, and nobody waits for them to be more */
    *c = (struct client){.env = env, .fd = client_dial(env->server)};
    assert_int_equal(setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one), 0);
    assert_int_equal(nghttp2_session_callbacks_new(&on), 0);
    nghttp2_session_callbacks_set_on_header_callback(on, got_header);
    nghttp2_session_callbacks_set_on_data_chunk_recv_callback(on, got_data);
    nghttp2_session_callbacks_set_on_frame_recv_callback(on, got_frame);
    nghttp2_session_callbacks_set_on_stream_close_callback(on, closed);
    assert_int_equal(nghttp2_session_client_new(&c->session, on, c), 0);
    nghttp2_session_callbacks_del(on);
    assert_int_equal(nghttp2_submit_settings(c->session, 0, NULL, 0), 0);
}

static void client_close(struct client *c)
{
    if (c->fd >= 0)
        close(c->fd);
    nghttp2_session_del(c->session);
}

/* Sends and reads what can be; false: the server has closed. */
static bool turn(struct client *c)
{
    uint8_t bytes[16 << 10];
    const uint8_t *out;
    ssize_t n;
    while ((n = nghttp2_session_mem_send(c->session, &out)) > 0)
        for (ssize_t sent = 0, k; sent<n; sent += k> 0 ? k : 0) {
            k = send(c->fd, out + sent, (size_t)(n - sent), MSG_DONTWAIT | MSG_NOSIGNAL);
            if (k < 0 && errno != EAGAIN)
                return false;
            if (k < 0)
                client_nap(c->env->loop);
        }
    assert_int_equal(n, 0);
    client_nap(c->env->loop);
    if (c->deaf)
        return true;
    while ((n = recv(c->fd, bytes, sizeof bytes, MSG_DONTWAIT)) > 0)
        assert_int_equal(nghttp2_session_mem_recv(c->session, bytes, (size_t)n), n);
    return n < 0 && errno == EAGAIN;
}

#define UNTIL(client, condition)                                                                   \
    for (uint64_t end_ = client_guard(); !(condition); turn(client))                               \
    assert_true(clock_mono_ns() < end_)

struct ask {
    const char *method, *target;
    size_t body;
    const char *name, *value; /* a header besides, or NULL */
    unsigned times;           /* it is sent so often */
};

static nghttp2_nv nv(const char *name, const char *value)
{
    return (nghttp2_nv){(uint8_t *)(uintptr_t)name, (uint8_t *)(uintptr_t)value, strlen(name),
                        strlen(value), 0};
}

static void ask(struct client *c, struct answer *a, const struct ask *what)
{
    nghttp2_nv headers[160] = {nv(":method", what->method), nv(":scheme", "http"),
                               nv(":path", what->target), nv(":authority", "h:1")};
    size_t n = 4;
    for (unsigned i = 0; what->name && (!i || i < what->times); i++)
        headers[n++] = nv(what->name, what->value);
    *a = (struct answer){.headers = BUF_INIT(64 << 10), .to_send = what->body};
    nghttp2_data_provider body = {{.ptr = a}, give};
    a->id = nghttp2_submit_request(c->session, NULL, headers, n, what->body ? &body : NULL, a);
    assert_true(a->id > 0);
}

/* One request from its beginning to its end. */
static void exchange(struct client *c, struct answer *a, const struct ask *what)
{
    ask(c, a, what);
    UNTIL(c, a->over);
}

static bool has(const struct answer *a, const char *line)
{
    return strstr(buf_str(&a->headers), line) != NULL;
}

static void forget(struct answer *a)
{
    buf_free(&a->headers);
}

/* ---- tests ---- */

static void test_whole(void **state)
{
    struct env env;
    struct client c;
    struct answer a;
    (void)state;
    env_open(&env);
    client_open(&c, &env);
    exchange(&c, &a, &(struct ask){"POST", "/a?b=%20", 5, "x-one", "1", 1});
    assert_int_equal(a.status, 200);
    assert_string_equal(a.body, "xxxxx");
    assert_true(a.whole && a.code == NGHTTP2_NO_ERROR);
    assert_true(has(&a, "x-method: POST\n") && has(&a, "x-target: /a?b=%20\n"));
    assert_true(has(&a, "x-host: h:1\n") && has(&a, "x-authority: h:1\n"));
    assert_true(has(&a, "content-type: text/plain\n") && has(&a, "content-length: 5\n"));
    assert_true(has(&a, "date: ") && has(&a, " GMT\n"));
    assert_false(has(&a, "connection"));
    forget(&a);
    exchange(&c, &a, &(struct ask){.method = "HEAD", .target = "/"});
    assert_true(a.status == 200 && a.size == 0 && has(&a, "content-length: 0\n"));
    forget(&a);
    exchange(&c, &a, &(struct ask){.method = "GET", .target = "/none"});
    assert_true(a.status == 204 && a.whole && !has(&a, "content-length"));
    forget(&a);
    client_close(&c);
    env_close(&env);
}

static void test_bodies(void **state)
{
    struct env env;
    struct client c;
    struct answer a;
    (void)state;
    env_open(&env);
    client_open(&c, &env);
    exchange(&c, &a, &(struct ask){.method = "PUT", .target = "/", .body = LARGE});
    assert_true(a.status == 200 && a.size == LARGE && a.whole);
    forget(&a);
    exchange(&c, &a, &(struct ask){.method = "PUT", .target = "/stream", .body = LARGE});
    assert_true(a.status == 200 && a.size == 0 && env.streamed == LARGE);
    forget(&a);
    exchange(&c, &a, &(struct ask){.method = "GET", .target = "/file"});
    assert_true(a.status == 200 && a.size == LARGE - 1 && a.whole);
    forget(&a);
    exchange(&c, &a, &(struct ask){.method = "GET", .target = "/short"});
    assert_true(a.status == 200 && !a.whole && a.code == NGHTTP2_INTERNAL_ERROR);
    forget(&a);
    client_close(&c);
    env_close(&env);
}

static void test_refused(void **state)
{
    static char path[HTTP_SERVER_TARGET_MAX + 3], value[HTTP2_HEAD_MAX];
    const struct {
        struct ask ask;
        int status;
    } cases[] = {{{.method = "PUT", .target = "/refused", .body = LARGE}, 403},
                 {{.method = "PUT", .target = "/", .body = HTTP_SERVER_BODY_MAX + 1}, 413},
                 {{.method = "GET", .target = path}, 414},
                 {{"GET", "/", 0, "x-many", "1", HTTP_SERVER_HEADERS_MAX - 3}, 431},
                 {{"GET", "/", 0, "x-large", value, 1}, 431},
                 {{"GET", "/", 0, "x-many", "1", HTTP_SERVER_HEADERS_MAX - 4}, 200}};
    struct env env;
    struct client c;
    (void)state;
    memset(path, 'a', sizeof path - 1);
    path[0] = '/';
    memset(value, 'a', sizeof value - 1);
    env_open(&env);
    client_open(&c, &env);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct answer a;
        exchange(&c, &a, &cases[i].ask);
        assert_int_equal(a.status, cases[i].status);
        forget(&a);
    }
    client_close(&c);
    env_close(&env);
}

static void test_expect(void **state)
{
    struct env env;
    struct client c;
    struct answer a;
    (void)state;
    env_open(&env);
    client_open(&c, &env);
    exchange(&c, &a, &(struct ask){"PUT", "/", 3, "expect", "100-continue", 1});
    assert_true(a.interim == 100 && a.status == 200 && a.size == 3);
    forget(&a);
    exchange(&c, &a, &(struct ask){"PUT", "/refused", 3, "expect", "100-continue", 1});
    assert_true(a.interim == 0 && a.status == 403);
    forget(&a);
    client_close(&c);
    env_close(&env);
}

static void test_reset(void **state)
{
    static const char *const targets[] = {"/drop", "/wrong"};
    struct env env;
    struct client c;
    struct answer a;
    (void)state;
    env_open(&env);
    client_open(&c, &env);
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        exchange(&c, &a, &(struct ask){.method = "GET", .target = targets[i]});
        assert_true(!a.status && a.code == NGHTTP2_INTERNAL_ERROR);
        forget(&a);
    }
    exchange(&c, &a, &(struct ask){.method = "GET", .target = "/"}); /* the others go on */
    assert_int_equal(a.status, 200);
    forget(&a);
    client_close(&c);
    env_close(&env);
}

/* More at once than a connection takes: the rest waits with the client. */
static void test_later(void **state)
{
    struct env env;
    struct client c;
    static struct answer a[HTTP2_STREAMS_MAX + 20];
    unsigned n = sizeof a / sizeof *a;
    (void)state;
    env_open(&env);
    client_open(&c, &env);
    UNTIL(&c, nghttp2_session_get_remote_settings(
                  c.session, NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS) == HTTP2_STREAMS_MAX);
    for (unsigned i = 0; i < n; i++)
        ask(&c, &a[i], &(struct ask){.method = "GET", .target = "/hold"});
    UNTIL(&c, env.n_held == HTTP2_STREAMS_MAX);
    for (unsigned i = HTTP2_STREAMS_MAX; i--;)
        echo(env.held[i]);
    UNTIL(&c, env.n_held == n);
    for (unsigned i = HTTP2_STREAMS_MAX; i < n; i++)
        echo(env.held[i]);
    for (unsigned i = 0; i < n; i++) {
        UNTIL(&c, a[i].over);
        assert_int_equal(a[i].status, 200);
        forget(&a[i]);
    }
    assert_int_equal(env.n_gone, 0);
    client_close(&c);
    env_close(&env);
}

static void test_client_leaves(void **state)
{
    struct env env;
    struct client c;
    struct answer a, b, d;
    (void)state;
    env_open(&env);
    client_open(&c, &env);
    ask(&c, &a, &(struct ask){.method = "GET", .target = "/hold"});
    ask(&c, &b, &(struct ask){.method = "GET", .target = "/open"});
    UNTIL(&c, env.n_held == 2 && b.status == 200);
    nghttp2_submit_rst_stream(c.session, 0, a.id, NGHTTP2_CANCEL);
    UNTIL(&c, env.n_gone == 1);
    assert_null(env.held[0]);
    ask(&c, &d, &(struct ask){.method = "PUT", .target = "/stream", .body = (size_t)1 << 40});
    UNTIL(&c, env.streamed > 0);
    close(c.fd);
    WAIT_FOR(&env, env.n_gone == 2 && env.n_dropped == 1);
    assert_null(env.held[1]);
    c.fd = -1;
    client_close(&c);
    forget(&a), forget(&b), forget(&d);
    env_close(&env);
}

/* The handler answers to nobody, in each way. */
static void test_kept_when_client_leaves(void **state)
{
    struct env env;
    struct client c;
    struct answer a[4];
    (void)state;
    env_open(&env);
    env.keep = true;
    client_open(&c, &env);
    for (unsigned i = 0; i < 4; i++)
        ask(&c, &a[i], &(struct ask){.method = "GET", .target = "/hold"});
    UNTIL(&c, env.n_held == 4);
    client_close(&c);
    WAIT_FOR(&env, env.n_gone == 4);
    echo(env.held[0]);
    send_file(env.held[1], LARGE - 1);
    http_server_drop(env.held[2]);
    http_server_reply_open(env.held[3], &(struct slrun_reply){.status = 200});
    assert_int_equal(http_server_feed(env.held[3], "x", 1), 1);
    http_server_feed_end(env.held[3], true);
    for (unsigned i = 0; i < 4; i++)
        forget(&a[i]);
    env_close(&env);
}

static void test_open(void **state)
{
    struct env env;
    struct client c;
    struct answer a, b;
    (void)state;
    env_open(&env);
    client_open(&c, &env);
    ask(&c, &a, &(struct ask){.method = "GET", .target = "/open"});
    ask(&c, &b, &(struct ask){.method = "GET", .target = "/open"});
    UNTIL(&c, a.status == 200 && b.status == 200);
    assert_false(has(&a, "content-length"));
    for (unsigned i = 0; i < 3; i++) {
        assert_int_equal(http_server_feed(env.held[0], "one ", 4), 1);
        UNTIL(&c, a.size == 4 * (i + 1));
    }
    assert_string_equal(a.body, "one one one ");
    http_server_feed_end(env.held[0], true);
    http_server_feed(env.held[1], "two", 3);
    http_server_feed_end(env.held[1], false);
    UNTIL(&c, a.over && b.over);
    assert_true(a.whole && a.code == NGHTTP2_NO_ERROR);
    assert_true(!b.whole && b.size == 3 && b.code == NGHTTP2_INTERNAL_ERROR);
    forget(&a), forget(&b);
    client_close(&c);
    env_close(&env);
}

/* Who does not read is fed no more than there is room for. */
static void test_room(void **state)
{
    struct env env;
    struct client c;
    struct answer a;
    (void)state;
    env_open(&env);
    client_open(&c, &env);
    ask(&c, &a, &(struct ask){.method = "GET", .target = "/open"});
    UNTIL(&c, a.status == 200);
    c.deaf = true;
    env.left = LARGE * 4;
    fill(&env, env.held[0]);
    for (unsigned i = 0; i < 50; i++)
        turn(&c);
    assert_true(env.left > 0 && !a.size);
    c.deaf = false;
    UNTIL(&c, a.over);
    assert_true(a.whole && a.size == LARGE * 4 && env.n_room > 1);
    forget(&a);
    client_close(&c);
    env_close(&env);
}

/* Waits until the server has closed. */
static void hears_the_end(struct env *env, int fd)
{
    char bytes[1024];
    uint64_t guard = client_guard();
    for (;; client_nap(env->loop)) {
        ssize_t n = recv(fd, bytes, sizeof bytes, MSG_DONTWAIT);
        if (!n || (n < 0 && errno != EAGAIN))
            break;
        assert_true(clock_mono_ns() < guard);
    }
    close(fd);
}

static void test_garbage(void **state)
{
    static const char *const texts[] = {
        "PRI / HTTP/1.1\r\nHost: h\r\n\r\n", "PRIX",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n_________________________"};
    struct env env;
    (void)state;
    env_open(&env);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        int fd = client_dial(env.server);
        size_t size = strlen(texts[i]);
        assert_int_equal(send(fd, texts[i], size, MSG_NOSIGNAL), (ssize_t)size);
        hears_the_end(&env, fd);
    }
    env_close(&env);
}

/* A client that says less than it takes to tell, and one that leaves without a word. */
static void test_slow_beginning(void **state)
{
    static const char *const parts[] = {"P", "O", "ST / HTTP/1.1\r\nHost: h\r\n",
                                        "Connection: close\r\n\r\n"};
    struct env env;
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server), silent = client_dial(env.server);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        assert_true(send(fd, parts[i], strlen(parts[i]), MSG_NOSIGNAL) > 0);
        for (unsigned k = 0; k < 20; k++)
            client_nap(env.loop);
    }
    hears_the_end(&env, fd);
    close(silent);
    fd = client_dial(env.server);
    assert_int_equal(send(fd, "P", 1, MSG_NOSIGNAL), 1);
    shutdown(fd, SHUT_WR);
    hears_the_end(&env, fd);
    env_close(&env);
}

/* Of several connections that say nothing, one that leaves and all that are there at the end. */
static void test_silent(void **state)
{
    static const char request[] = "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
    struct env env;
    int fds[4];
    char byte;
    (void)state;
    env_open(&env);
    for (size_t i = 0; i < 4; i++) {
        fds[i] = client_dial(env.server);
        client_nap(env.loop);
    }
    shutdown(fds[1], SHUT_WR);
    hears_the_end(&env, fds[1]);
    assert_true(send(fds[2], request, sizeof request - 1, 0) > 0);
    hears_the_end(&env, fds[2]);
    env_close(&env);
    assert_int_equal(recv(fds[0], &byte, 1, MSG_DONTWAIT), 0);
    assert_int_equal(recv(fds[3], &byte, 1, MSG_DONTWAIT), 0);
    close(fds[0]);
    close(fds[3]);
}

static void test_free_while_waiting(void **state)
{
    struct env env;
    struct client c;
    struct answer a, b;
    (void)state;
    env_open(&env);
    client_open(&c, &env);
    int silent = client_dial(env.server);
    ask(&c, &a, &(struct ask){.method = "GET", .target = "/hold"});
    ask(&c, &b, &(struct ask){.method = "GET", .target = "/open"});
    UNTIL(&c, env.n_held == 2);
    env.keep = true;
    env_close(&env);
    assert_int_equal(env.n_gone, 2);
    close(silent);
    client_close(&c);
    forget(&a), forget(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),         cmocka_unit_test(test_bodies),
        cmocka_unit_test(test_refused),       cmocka_unit_test(test_expect),
        cmocka_unit_test(test_reset),         cmocka_unit_test(test_later),
        cmocka_unit_test(test_client_leaves), cmocka_unit_test(test_kept_when_client_leaves),
        cmocka_unit_test(test_open),          cmocka_unit_test(test_room),
        cmocka_unit_test(test_garbage),       cmocka_unit_test(test_slow_beginning),
        cmocka_unit_test(test_silent),        cmocka_unit_test(test_free_while_waiting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
