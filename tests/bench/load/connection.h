/* SPDX-License-Identifier: Apache-2.0 */
/* One connection of the load client: sends a request, reads its answer, connects again where the
 * server has closed. */
#ifndef SLRUN_BENCH_CONNECTION_H
#define SLRUN_BENCH_CONNECTION_H

#include "load/plan.h"

#define ANSWER_MAX  (256 << 10) /* of an answer that a value is taken from */
#define REQUEST_MAX (32 << 10)  /* without a filled body */

enum answer {
    ANSWER_PENDING,
    ANSWER_WHOLE,
    ANSWER_LOST /* the server has closed the connection instead */
};

/* A request, and a filled body behind it. */
struct request {
    char bytes[REQUEST_MAX];
    size_t len;
    const char *fill;
    size_t fill_len;
};

struct connection {
    int fd, epoll, port;       /* fd: -1, not connected */
    bool writing;              /* watched for room to write, too */
    const struct request *out; /* what is sent; its caller's */
    size_t out_sent;           /* of both together */
    char in[ANSWER_MAX + 1];
    size_t in_len;
    size_t head_len;    /* 0: the head is not there yet */
    uint64_t body_len;  /* read so far; what does not fit `in` is passed over */
    uint64_t body_want; /* UINT64_MAX: until the connection closes, or the last chunk */
    int status;
    bool chunked, closes;
};

/* Prepares it; it connects when the first request is sent. */
void connection_open(struct connection *c, int epoll, int port);
void connection_close(struct connection *c);

/* Connects; false when nobody listens there. */
bool connection_connect(struct connection *c);

/* Sends a request, which must stay until its answer is there. */
void connection_send(struct connection *c, const struct request *request);

/* Goes on writing and reading. */
enum answer connection_go_on(struct connection *c);

/* The body as far as it was kept, with a NUL behind it. */
const char *connection_body(struct connection *c);

#endif
