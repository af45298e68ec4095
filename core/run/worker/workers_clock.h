/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One clock for a run with workers. Each process is quiet or not, as lua/waiting/quiet.h has it;
 * the run holds the lifeline (local/lifeline.h), and to the local cloud all of them are one runner:
 *
 *   {"clock":{"ask":N,"calls":K,"sum":S,"within":MS}}   a worker is quiet (N counts its questions)
 *   {"offer":N,"ms":MS}                                 to each: the local cloud is too
 *   {"clock":{"ready":N,"ms":MS}} or {"clock":{"decline":N}}
 *   {"decide":MS}                                       to each: jump so far; 0: nobody does
 *
 * The run asks the local cloud when it and all workers have asked: with all their requests, for the
 * least of what they allow. A worker that is ready does nothing at all until it is told the
 * decision, so what was true when it said so still holds; whatever it had said before, the run has
 * heard. The run waits for all at most WORKERS_CLOCK_MS, tells the local cloud first, then them.
 */
#ifndef SLRUN_RUN_WORKERS_CLOCK_H
#define SLRUN_RUN_WORKERS_CLOCK_H

#include <jansson.h>

#include "lua/env.h"
#include "lua/waiting/quiet.h"

enum { WORKERS_CLOCK_MS = 50 };

struct workers_clock;
struct wire;

/* In the run. NULL: out of memory. */
struct workers_clock *workers_clock_new(uv_loop_t *loop);

/* Stands between the run's quiet and `options`, by which the local cloud is asked and jumps: they
 * become those for quiet_start(). */
void workers_clock_lead(struct workers_clock *clock, struct lua_env *env,
                        struct quiet_options *options);

/* The local cloud has made an offer. */
void workers_clock_offer(struct workers_clock *clock, uint64_t number, double ms);

/* The loop has closing handles to run. NULL is allowed. */
void workers_clock_free(struct workers_clock *clock);

/* In a worker: the same by its wire, which must be its `arg`; and what the run says: true if the
 * message was about the clock. */
void worker_clock_options(struct wire *wire, struct quiet_options *options);
bool worker_clock_hear(struct lua_env *env, struct wire *wire, const json_t *message);

#endif
