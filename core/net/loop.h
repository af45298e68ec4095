/* SPDX-License-Identifier: Apache-2.0 */
/* The event loop of the process (libuv): made once, run, closed clean. */
#ifndef SLRUN_NET_LOOP_H
#define SLRUN_NET_LOOP_H

#include <slrun/error.h>

struct uv_loop_s; /* uv_loop_t */

/*
 * Makes a loop and readies the process for it: SIGPIPE is ignored (a peer that leaves is an error
 * of that connection, not the end of the process), SIGXFSZ too (a file that may grow no more is an
 * error of that write), and the soft limit on open files is raised to the
 * hard one. NULL with `error` filled.
 */
struct uv_loop_s *loop_new(struct slrun_error *error);

/*
 * Runs until no handle is active or loop_stop() was called; 0, or 1 when handles are still active.
 * Not from inside a callback of the loop.
 */
int loop_run(struct uv_loop_s *loop);

/* Makes loop_run() return after this turn. From any callback of the loop. */
void loop_stop(struct uv_loop_s *loop);

/*
 * Runs what is closing to its end and frees the loop. Every handle must have been closed (uv_close)
 * before: one that is still open is a fault of slrun, and the process aborts with its type named.
 * NULL is allowed.
 */
void loop_free(struct uv_loop_s *loop);

#endif
