/* SPDX-License-Identifier: Apache-2.0 */
#include "http2_client.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

void client_open(struct client *c, struct env *env)
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

void client_close(struct client *c)
{
    if (c->fd >= 0)
        close(c->fd);
    nghttp2_session_del(c->session);
}

bool client_turn(struct client *c)
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

static nghttp2_nv nv(const char *name, const char *value)
{
    return (nghttp2_nv){(uint8_t *)(uintptr_t)name, (uint8_t *)(uintptr_t)value, strlen(name),
                        strlen(value), 0};
}

void ask(struct client *c, struct answer *a, const struct ask *what)
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

void exchange(struct client *c, struct answer *a, const struct ask *what)
{
    ask(c, a, what);
    UNTIL(c, a->over);
}

bool has(const struct answer *a, const char *line)
{
    return strstr(buf_str(&a->headers), line) != NULL;
}

void forget(struct answer *a)
{
    buf_free(&a->headers);
}
