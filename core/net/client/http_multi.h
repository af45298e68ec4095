/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A multi handle of libcurl on the libuv loop: its sockets as uv_poll_t, its timer as uv_timer_t.
 * The way is libcurl's "multi socket" interface (curl.se/libcurl/c/libcurl-multi.html).
 */
#ifndef SLRUN_NET_HTTP_MULTI_H
#define SLRUN_NET_HTTP_MULTI_H

#include <stdbool.h>
#include <stdint.h>
#include <uv.h>

#include "net/client/curl_api.h"

struct http_poller;

/*
 * The sockets of all multi handles of a client. A poller lives as long as its connection and stays
 * armed while that is idle: a request on a kept-alive connection then costs no epoll_ctl.
 */
struct http_sockets {
    uv_loop_t *loop;
    struct http_poller **by_fd;
    size_t n;
    uint64_t opened; /* since the start */
    bool inside;     /* libcurl is at work: no call into it allowed */
};

/* libcurl's callbacks for opening (clientp: a struct http_socket_request) and closing (clientp: the
 * struct http_sockets, which must outlive every connection). */
struct http_socket_request {
    struct http_sockets *sockets;
    int failure; /* errno of the last failure to open a socket, or 0 */
};
curl_socket_t http_socket_open(void *request, curlsocktype purpose, struct curl_sockaddr *address);
int http_socket_close(void *sockets, curl_socket_t fd);

/* Frees the table; every connection must be closed. */
void http_sockets_free(struct http_sockets *sockets);

struct http_multi {
    struct http_multi *next; /* the owner's list */
    unsigned active;         /* transfers in it */
    unsigned limit;          /* connections at most */

    const struct curl_api *api;
    CURLM *cm;
    uv_timer_t timer;
    uv_idle_t now; /* a timer of 0 ms: uv_timer_t would fire those again within the same turn */
    int open;      /* handles of the two */
    struct http_sockets *sockets;
    /* Told for each transfer that has ended, which has been taken out of the multi handle before.
     */
    void (*ended)(void *arg, CURL *easy, CURLcode result);
    /* Told when libcurl has done what there was to do. */
    void (*turned)(void *arg);
    void *arg;
};

/* A multi handle with room for `limit` connections; `ended`, `turned`, `arg` are the caller's to
 * fill. NULL: out of memory. */
struct http_multi *http_multi_new(const struct curl_api *api, struct http_sockets *sockets,
                                  unsigned limit);

/* Starts a transfer on the next turn of the loop; takes one out (dropping its connection if it was
 * in flight). Not while `sockets->inside`. add: 0, or -1 when out of memory. */
int http_multi_add(struct http_multi *multi, CURL *easy);
void http_multi_remove(struct http_multi *multi, CURL *easy);

/* Closes all connections; every transfer must have been taken out. The memory goes on a later turn
 * of the loop. */
void http_multi_free(struct http_multi *multi);

#endif
