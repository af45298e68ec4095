/* SPDX-License-Identifier: Apache-2.0 */
/* The client's side of tests of HTTP/2: libnghttp2's, on the thread of the server. */
#ifndef SLRUN_TESTS_HTTP2_CLIENT_H
#define SLRUN_TESTS_HTTP2_CLIENT_H

#include <nghttp2/nghttp2.h>

#include "base/buf.h"
#include "http2_env.h"

#include "harness/http_client.h"

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

void client_open(struct client *c, struct env *env);
void client_close(struct client *c);

/* Sends and reads what can be; false: the server has closed. */
bool client_turn(struct client *c);

#define UNTIL(client, condition)                                                                   \
    for (uint64_t end_ = client_guard(); !(condition); client_turn(client))                        \
    assert_true(clock_mono_ns() < end_)

struct ask {
    const char *method, *target;
    size_t body;
    const char *name, *value; /* a header besides, or NULL */
    unsigned times;           /* it is sent so often */
};

/* Sends a request; what comes is in `a`, which forget() frees. */
void ask(struct client *c, struct answer *a, const struct ask *what);

/* The same, from its beginning to its end. */
void exchange(struct client *c, struct answer *a, const struct ask *what);

/* Whether the headers of the answer have that line. */
bool has(const struct answer *a, const char *line);

void forget(struct answer *a);

#endif
