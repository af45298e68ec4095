/* SPDX-License-Identifier: Apache-2.0 */
/* libnghttp2, loaded when the first client speaks HTTP/2. */
#ifndef SLRUN_NET_HTTP2_API_H
#define SLRUN_NET_HTTP2_API_H

#include <nghttp2/nghttp2.h>

#include <slrun/error.h>

#include "net/library.h"

/* Every function of libnghttp2 that slrun calls, without the prefix `nghttp2_`. */
#define HTTP2_API_FUNCTIONS(X)                                                                     \
    X(session_callbacks_new)                                                                       \
    X(session_callbacks_del)                                                                       \
    X(session_callbacks_set_on_begin_headers_callback)                                             \
    X(session_callbacks_set_on_header_callback)                                                    \
    X(session_callbacks_set_on_frame_recv_callback)                                                \
    X(session_callbacks_set_on_data_chunk_recv_callback)                                           \
    X(session_callbacks_set_on_stream_close_callback)                                              \
    X(session_server_new)                                                                          \
    X(session_del)                                                                                 \
    X(session_mem_recv)                                                                            \
    X(session_mem_send)                                                                            \
    X(session_want_read)                                                                           \
    X(session_want_write)                                                                          \
    X(session_get_stream_user_data)                                                                \
    X(session_set_stream_user_data)                                                                \
    X(session_set_local_window_size)                                                               \
    X(session_resume_data)                                                                         \
    X(session_terminate_session)                                                                   \
    X(submit_settings)                                                                             \
    X(submit_headers)                                                                              \
    X(submit_response)                                                                             \
    X(submit_rst_stream)                                                                           \
    X(check_header_name)                                                                           \
    X(check_header_value)

#define HTTP2_API_FIELD(name) LIBRARY_FIELD(nghttp2_, name)
struct http2_api {
    HTTP2_API_FUNCTIONS(HTTP2_API_FIELD)
};
#undef HTTP2_API_FIELD

/* The functions, loaded at the first call and kept until the process ends. NULL with `error` filled
 * (IO). From the loop's thread. */
const struct http2_api *http2_api(struct slrun_error *error);

#endif
