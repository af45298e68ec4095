/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A transfer: one easy handle of libcurl, used again and again. What stays the same from call to
 * call is set once; a request is written into memory that the transfer keeps.
 */
#ifndef SLRUN_NET_HTTP_TRANSFER_H
#define SLRUN_NET_HTTP_TRANSFER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "net/client/curl_api.h"
#include "net/client/http_answer.h"
#include "net/client/http_client.h"
#include "net/client/http_multi.h"
#include "net/client/http_proxy.h"

enum { HTTP_BASE_MAX = 1024 };

struct http_transfer {
    struct http_transfer *next; /* the owner's list of free ones */
    struct http_call *call;     /* the one being sent; NULL: none */
    struct http_multi *multi;   /* the one it is in */

    const struct curl_api *api;
    CURL *easy;
    struct http_socket_request socket;
    unsigned sent; /* times the request was put on a connection */

    /* The request as it was last set; options that are still right are left alone. */
    struct curl_slist *lines; /* header lines, chained; each points into `text` */
    size_t cap_lines;
    struct buf text, base, target, verb;
    bool target_set, absolute; /* absolute: the target is the whole URL, for a proxy */
    CURLU *url;                /* the base, parsed */
    bool direct;
    struct http_proxy proxy; /* that it goes through */
    const char *ca_file;     /* the client's */
    const struct http_shape *shape;
    long timeout_ms, connect_timeout_ms, silence_s;
    bool once;

    int body_file; /* -1: none */
    uint64_t body_pos;
    int sink_file; /* -1: not open */
    int io_errno;  /* of a file of body or sink, or 0 */
    bool sink_ended;

    struct http_answer answer;
    char reason[CURL_ERROR_SIZE];
};

struct http_transfer_options {
    const struct curl_api *api;
    struct http_sockets *sockets;
    const struct http_client_options *client;
    bool hold; /* made for long polls: 10,000 of them may be open, so its buffer is small */
};

/* NULL: out of memory. */
struct http_transfer *http_transfer_new(const struct http_transfer_options *options);
void http_transfer_free(struct http_transfer *x);

/* Sets up everything for the call's request. 0, or -1 with `error` filled. */
int http_transfer_prepare(struct http_transfer *x, struct http_call *call,
                          struct slrun_error *error);

/* Ends the files of the call, and forgets it; `whole`: the answer is complete. 0, or the errno of
 * making or closing the sink's file. */
int http_transfer_finish(struct http_transfer *x, bool whole);

/* True when a transfer failed only because no more files may be opened; nothing was sent. */
bool http_transfer_starved(const struct http_transfer *x, CURLcode result);

/* True when libcurl would have sent the request once more (http_client.h), and did not because it
 * has done so for five others: 7.88 counts them over all that the handle has ever sent. The
 * transfer is ready to be sent again. */
bool http_transfer_undone(struct http_transfer *x, CURLcode result);

/* libcurl's result, but for an answer that ended in its header lines: libcurl takes it for whole.
 */
CURLcode http_transfer_result(struct http_transfer *x, CURLcode result);

/* Keeps `text` in `b`. 0: it was there already, 1: it is new, -1: too long or out of memory. */
int http_transfer_keep(struct buf *b, const char *text, size_t len);

/* Sets where the call goes, and through what. 0, or -1 with `error` filled. */
int http_transfer_set_base(struct http_transfer *x, const struct http_call *call,
                           struct slrun_error *error);

/* Tells in `error` how a transfer that did not end with CURLE_OK failed. */
void http_transfer_explain(const struct http_transfer *x, CURLcode result,
                           struct slrun_error *error);

/* The same of what went wrong with a certificate, or with a proxy; false: it was something else. */
bool http_explain_certificate(const struct http_transfer *x, CURLcode result,
                              struct slrun_error *error);
bool http_explain_proxy(const struct http_transfer *x, CURLcode result, struct slrun_error *error);
/* Whether another try would end the same way. */
bool http_transfer_futile(const struct http_transfer *x, CURLcode result);

/* The most precise words there are for how it failed. */
const char *http_explain_reason(const struct http_transfer *x, CURLcode result);

#endif
