/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Connections that come, until they say which protocol they speak: HTTP/2 without TLS begins with
 * words of its own (RFC 9113, 3.4), all else is left to HTTP/1.1.
 */
#ifndef SLRUN_NET_HTTP_ARRIVAL_H
#define SLRUN_NET_HTTP_ARRIVAL_H

#include <stdbool.h>

#include <slrun/error.h>

struct uv_loop_s; /* uv_loop_t */
struct arrivals;

struct arrivals_options {
    int fd;           /* listens; taken over, also where arrivals_new() fails */
    unsigned quiet_s; /* seconds after which one that says nothing is closed */
    /* Whether there is room for one more. Where there is not, they wait with the system. */
    bool (*has_room)(void *arg);
    /* Its first bytes are there, unread. Takes over the descriptor. */
    void (*come)(void *arg, int fd, bool http2);
    void *arg;
};

/* NULL with `error` filled. */
struct arrivals *arrivals_new(struct uv_loop_s *loop, const struct arrivals_options *options,
                              struct slrun_error *error);

/* There may be room again. Cheap where nothing waits for it. */
void arrivals_go_on(struct arrivals *arrivals);

/* How many have said nothing yet. */
unsigned arrivals_silent(const struct arrivals *arrivals);

/* Closes them, and what listens; the loop has closing handles to run. NULL is allowed. */
void arrivals_free(struct arrivals *arrivals);

#endif
