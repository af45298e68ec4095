/* SPDX-License-Identifier: Apache-2.0 */
/*
 * libmicrohttpd, loaded when a server is made: only the local cloud's process needs it, and it
 * brings GnuTLS and ten libraries with it (1.4 ms).
 */
#ifndef SLRUN_NET_MHD_API_H
#define SLRUN_NET_MHD_API_H

#include <microhttpd.h>

#include <slrun/error.h>

#include "net/library.h"

/* Every function of libmicrohttpd that slrun calls, without the prefix `MHD_`. */
#define MHD_API_FUNCTIONS(X)                                                                       \
    X(start_daemon)                                                                                \
    X(stop_daemon)                                                                                 \
    X(add_connection)                                                                              \
    X(run)                                                                                         \
    X(get_timeout)                                                                                 \
    X(get_daemon_info)                                                                             \
    X(get_connection_info)                                                                         \
    X(get_connection_values)                                                                       \
    X(lookup_connection_value)                                                                     \
    X(suspend_connection)                                                                          \
    X(resume_connection)                                                                           \
    X(create_response_from_buffer)                                                                 \
    X(create_response_from_callback)                                                               \
    X(add_response_header)                                                                         \
    X(queue_response)                                                                              \
    X(destroy_response)

#define MHD_API_FIELD(name) LIBRARY_FIELD(MHD_, name)
struct mhd_api {
    MHD_API_FUNCTIONS(MHD_API_FIELD)
};
#undef MHD_API_FIELD

/* The functions, loaded at the first call and kept until the process ends. NULL with `error` filled
 * (IO). From the loop's thread. */
const struct mhd_api *mhd_api(struct slrun_error *error);

#endif
