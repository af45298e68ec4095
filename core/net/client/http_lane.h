/* SPDX-License-Identifier: Apache-2.0 */
/* Inside of the HTTP client: a lane, with its queues, its multi handles and its idle transfers. */
#ifndef SLRUN_NET_HTTP_LANE_H
#define SLRUN_NET_HTTP_LANE_H

#include "net/client/http_multi.h"
#include "net/client/http_queue.h"
#include "net/client/http_transfer.h"

struct http_lane {
    struct http_queue waiting, flying;
    unsigned cap;       /* connections at most */
    unsigned bound;     /* the same, lowered while no more files can be opened */
    unsigned per_multi; /* connections of one multi handle at most */
    struct http_multi *multis;
    struct http_transfer *idle;
    unsigned n_idle, max_idle;
};

/* An idle transfer, or a new one; NULL: out of memory. */
struct http_transfer *http_lane_take(struct http_lane *lane,
                                     const struct http_transfer_options *options);
/* Keeps one that is not used for the next call, or frees it where enough are kept. */
void http_lane_park(struct http_lane *lane, struct http_transfer *x);
/* Takes the transfer from a call that does not end with it. */
void http_lane_release(struct http_lane *lane, struct http_call *call);

/* A multi handle with room for one more; a new one like `like` (its api, sockets and callbacks)
 * when all are full. NULL: out of memory. */
struct http_multi *http_lane_multi(struct http_lane *lane, const struct http_multi *like);
/* Closes all connections; none may be in use. */
void http_lane_free_multis(struct http_lane *lane);

/* Frees all that is idle; nothing may wait or fly. */
void http_lane_free(struct http_lane *lane);

#endif
