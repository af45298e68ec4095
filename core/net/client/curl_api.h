/* SPDX-License-Identifier: Apache-2.0 */
/*
 * libcurl, loaded when the first request needs it. Loading it and its 30-odd libraries takes half
 * of slrun's start-up, which a run that only lists specs need not pay; so the binary is not linked
 * with it. Its headers give the types and options; the functions are reached as
 * `api->easy_init(...)`.
 */
#ifndef SLRUN_NET_CURL_API_H
#define SLRUN_NET_CURL_API_H

#ifndef CURL_DISABLE_TYPECHECK
#define CURL_DISABLE_TYPECHECK /* the checking macros would call the linked functions */
#endif
#include <curl/curl.h>

#include <slrun/error.h>

#include "net/library.h"

/* Every function of libcurl that slrun calls, without the prefix `curl_`. */
#define CURL_API_FUNCTIONS(X)                                                                      \
    X(global_init)                                                                                 \
    X(version_info)                                                                                \
    X(easy_init)                                                                                   \
    X(easy_setopt)                                                                                 \
    X(easy_getinfo)                                                                                \
    X(easy_cleanup)                                                                                \
    X(easy_strerror)                                                                               \
    X(url)                                                                                         \
    X(url_set)                                                                                     \
    X(url_cleanup)                                                                                 \
    X(multi_init)                                                                                  \
    X(multi_setopt)                                                                                \
    X(multi_add_handle)                                                                            \
    X(multi_remove_handle)                                                                         \
    X(multi_socket_action)                                                                         \
    X(multi_info_read)                                                                             \
    X(multi_cleanup)                                                                               \
    X(multi_strerror)

#define CURL_API_FIELD(name) LIBRARY_FIELD(curl_, name)
struct curl_api {
    CURL_API_FUNCTIONS(CURL_API_FIELD)
};
#undef CURL_API_FIELD

/*
 * The functions, loaded at the first call (about 3 ms) and kept until the process ends. NULL with
 * `error` filled (IO: which library, and the Debian package that has it). From the loop's thread.
 */
const struct curl_api *curl_api(struct slrun_error *error);

#endif
