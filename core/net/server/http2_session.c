/* SPDX-License-Identifier: Apache-2.0 */
#include "net/server/http2_session.h"

#include <stdlib.h>

#include "base/error.h"
#include "net/server/http2_stream.h"

enum {
    STREAM_WINDOW = 1 << 20,     /* bytes that may be under way in one exchange, */
    CONNECTION_WINDOW = 16 << 20 /* and in all of a connection */
};

static struct http2_stream *stream_of(struct http2_session *session, int32_t id)
{
    return session->api->session_get_stream_user_data(session->inner, id);
}

static bool begins_request(const nghttp2_frame *frame)
{
    return frame->hd.type == NGHTTP2_HEADERS && frame->headers.cat == NGHTTP2_HCAT_REQUEST;
}

static int on_begin_headers(nghttp2_session *inner, const nghttp2_frame *frame, void *arg)
{
    struct http2_session *session = arg;
    if (!begins_request(frame))
        return 0;
    struct http2_stream *stream = http2_stream_new(session, frame->hd.stream_id);
    if (!stream)
        return NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE;
    session->api->session_set_stream_user_data(inner, frame->hd.stream_id, stream);
    return 0;
}

/* Trailers are passed over, as those of HTTP/1.1 are. nghttp2 has a NUL behind names and values. */
static int on_header(nghttp2_session *inner, const nghttp2_frame *frame, const uint8_t *name,
                     size_t name_size, const uint8_t *value, size_t value_size, uint8_t flags,
                     void *arg)
{
    struct http2_stream *stream = stream_of(arg, frame->hd.stream_id);
    (void)inner, (void)name_size, (void)value_size, (void)flags;
    if (stream && begins_request(frame))
        http2_stream_header(stream, (const char *)name, (const char *)value);
    return 0;
}

/* A whole frame, and with a head all that continues it. */
static int on_frame(nghttp2_session *inner, const nghttp2_frame *frame, void *arg)
{
    bool bears = frame->hd.type == NGHTTP2_HEADERS || frame->hd.type == NGHTTP2_DATA;
    struct http2_stream *stream = bears ? stream_of(arg, frame->hd.stream_id) : NULL;
    (void)inner;
    if (!stream)
        return 0;
    if (begins_request(frame) && !http2_stream_head(stream))
        return NGHTTP2_ERR_CALLBACK_FAILURE;
    if (frame->hd.flags & NGHTTP2_FLAG_END_STREAM)
        http2_stream_serve(stream);
    return 0;
}

static int on_data(nghttp2_session *inner, uint8_t flags, int32_t id, const uint8_t *data,
                   size_t size, void *arg)
{
    struct http2_stream *stream = stream_of(arg, id);
    (void)inner, (void)flags;
    if (stream)
        inbound_data(&stream->in, data, size);
    return 0;
}

static int on_close(nghttp2_session *inner, int32_t id, uint32_t code, void *arg)
{
    struct http2_stream *stream = stream_of(arg, id);
    (void)inner, (void)code;
    if (stream)
        http2_stream_close(stream, false);
    return 0;
}

static bool start(struct http2_session *session)
{
    static const nghttp2_settings_entry settings[] = {
        {NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, HTTP2_STREAMS_MAX},
        {NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, STREAM_WINDOW},
        {NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, HTTP2_HEAD_MAX}};
    const struct http2_api *api = session->api;
    nghttp2_session_callbacks *on;
    if (api->session_callbacks_new(&on))
        return false;
    api->session_callbacks_set_on_begin_headers_callback(on, on_begin_headers);
    api->session_callbacks_set_on_header_callback(on, on_header);
    api->session_callbacks_set_on_frame_recv_callback(on, on_frame);
    api->session_callbacks_set_on_data_chunk_recv_callback(on, on_data);
    api->session_callbacks_set_on_stream_close_callback(on, on_close);
    int failed = api->session_server_new(&session->inner, on, session);
    api->session_callbacks_del(on);
    return !failed &&
           !api->submit_settings(session->inner, 0, settings, sizeof settings / sizeof *settings) &&
           !api->session_set_local_window_size(session->inner, 0, 0, CONNECTION_WINDOW);
}

struct http2_session *http2_session_new(const struct http2_session_options *options,
                                        struct slrun_error *error)
{
    const struct http2_api *api = http2_api(error);
    struct http2_session *session = api ? calloc(1, sizeof *session) : NULL;
    if (!api)
        return NULL;
    if (session) {
        session->api = api;
        session->o = *options;
        if (start(session))
            return session;
        http2_session_free(session, true);
    }
    error_set(error, SLRUN_E_MEMORY, "out of memory for an HTTP/2 connection");
    return NULL;
}

bool http2_session_receive(struct http2_session *session, const void *data, size_t size)
{
    return session->api->session_mem_recv(session->inner, data, size) == (ssize_t)size;
}

ssize_t http2_session_send(struct http2_session *session, const void **data)
{
    const uint8_t *bytes = NULL;
    ssize_t n = session->api->session_mem_send(session->inner, &bytes);
    *data = bytes;
    return n;
}

bool http2_session_waits(const struct http2_session *session)
{
    for (const struct http2_stream *s = session->streams; s; s = s->next)
        if (http2_stream_waits(s))
            return true;
    return false;
}

void http2_session_bid_farewell(struct http2_session *session)
{
    session->api->session_terminate_session(session->inner, NGHTTP2_NO_ERROR);
}

bool http2_session_is_over(const struct http2_session *session)
{
    return !session->api->session_want_read(session->inner) &&
           !session->api->session_want_write(session->inner);
}

void http2_session_free(struct http2_session *session, bool closing)
{
    while (session->streams)
        http2_stream_close(session->streams, closing);
    session->api->session_del(session->inner);
    free(session);
}
