/* SPDX-License-Identifier: Apache-2.0 */
/* What the server counts: by it a run is known to have made exactly the requests it must. */
#ifndef SLRUN_BENCH_STATS_H
#define SLRUN_BENCH_STATS_H

/* X(field): each counter, under this name in GET /_stats. */
#define STATS_COUNTERS(X)                                                                          \
    X(requests)    /* all, except /_stats and /_reset */                                           \
    X(put)         /* PutItem */                                                                   \
    X(get_hit)     /* GetItem that found its item */                                               \
    X(get_miss)    /* GetItem that did not, or not yet */                                          \
    X(del)         /* DeleteItem */                                                                \
    X(send)        /* SendMessage */                                                               \
    X(recv)        /* ReceiveMessage that brought a message */                                     \
    X(recv_empty)  /* ReceiveMessage that brought none */                                          \
    X(recv_begun)  /* ReceiveMessage, answered or not */                                           \
    X(del_message) /* DeleteMessage */                                                             \
    X(other)       /* anything else, unsigned or malformed */                                      \
    X(connections) /* accepted */                                                                  \
    X(open)        /* connections open now */                                                      \
    X(max_open)    /* at most open at once */

struct stats {
#define X(field) unsigned long field;
    STATS_COUNTERS(X)
#undef X
};

#endif
