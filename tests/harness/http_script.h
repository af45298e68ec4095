/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A scripted HTTP peer for tests, on the loop of the test: it reads requests and has the test say,
 * request by request, what goes back: an answer, pieces of one, garbage, silence, a close, a reset.
 */
#ifndef SLRUN_TESTS_HTTP_SCRIPT_H
#define SLRUN_TESTS_HTTP_SCRIPT_H

#include <stddef.h>
#include <stdint.h>

struct uv_loop_s;
struct http_script;
struct http_script_conn;

/* One request, whole; gone when the callback returns. */
struct http_script_request {
    const char *head;   /* request line and headers, without the empty line */
    const char *target; /* not terminated: target_size bytes of head */
    size_t target_size;
    const char *body;
    size_t size;
    unsigned connection; /* 1: the first that came */
    unsigned number;     /* 1: the first request of all */
};

typedef void http_script_handler(struct http_script_conn *conn,
                                 const struct http_script_request *request, void *arg);

/* Listens on 127.0.0.1 at a free port. */
struct http_script *http_script_new(struct uv_loop_s *loop, http_script_handler *handler,
                                    void *arg);
/* Closes all; the memory goes on a later turn of the loop. */
void http_script_free(struct http_script *script);

/* "http://127.0.0.1:PORT" */
const char *http_script_base(const struct http_script *script);
/* Accepted so far; open now; the most requests that waited for an answer at one time. */
unsigned http_script_connections(const struct http_script *script);
unsigned http_script_open(const struct http_script *script);
unsigned http_script_most(const struct http_script *script);

/* The value of a header of the request into `value` ("" when it is not there). */
void http_script_header(const struct http_script_request *request, const char *name, char *value,
                        size_t size);

/* What can be done about a request, now or later (a connection that the client has closed takes it
 * silently while a request on it is unanswered). reply() and end() end the exchange. */
void http_script_reply(struct http_script_conn *conn, int status, const char *body);
void http_script_send(struct http_script_conn *conn, const void *data, size_t size);
/* The bytes in pieces of `piece`, one every `ms`. */
void http_script_drip(struct http_script_conn *conn, const char *text, size_t piece, uint64_t ms);
void http_script_end(struct http_script_conn *conn);   /* the exchange is over: next request */
void http_script_close(struct http_script_conn *conn); /* FIN */
void http_script_reset(struct http_script_conn *conn); /* RST */
/* reply() after `ms`. */
void http_script_later(struct http_script_conn *conn, uint64_t ms, int status, const char *body);

#endif
