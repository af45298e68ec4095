/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The server's active wait. Where requests come in quick succession, the loop goes round without
 * sleeping for a moment after each answer, since waking a thread takes longer than most answers.
 * It bounds itself:
 *
 * - it begins with the second answer within AWAKE_US, and ends when that time passes without one;
 * - it gives way to whoever wants its processor, and where somebody did it pauses (AWAKE_REST_MS):
 *   not for long, since the host of a virtual machine looks just so, some times a second;
 * - it is not done with more than AWAKE_CONNECTIONS_MAX connections (of many some request is there
 *   mostly), with less than two processors (affinity, quota), nor while something else is at work.
 *
 * SLRUN_ACTIVE_WAIT=off switches it off.
 */
#ifndef SLRUN_NET_HTTP_AWAKE_H
#define SLRUN_NET_HTTP_AWAKE_H

#include <stdbool.h>

struct uv_loop_s; /* uv_loop_t */
struct awake;

enum { AWAKE_US = 100, AWAKE_REST_MS = 3, AWAKE_CONNECTIONS_MAX = 4 };

struct awake_options {
    bool (*look)(void *arg);    /* looks after what has come; whether a request was answered */
    bool (*engaged)(void *arg); /* something else is at work, or waits for the loop to sleep */
    void *arg;
};

/* NULL: it is switched off, or there is no memory for it. */
struct awake *awake_new(struct uv_loop_s *loop, const struct awake_options *options);

/* A request was answered; so many connections are open. NULL is allowed. */
void awake_answered(struct awake *awake, unsigned connections);

/* Whether the loop is kept from sleeping. */
bool awake_is(const struct awake *awake);

/* The loop has a closing handle to run. NULL is allowed. */
void awake_free(struct awake *awake);

#endif
