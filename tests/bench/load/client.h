/* SPDX-License-Identifier: Apache-2.0 */
/* Runs a plan against a server: one thread, one epoll set, signed requests. */
#ifndef SLRUN_BENCH_CLIENT_H
#define SLRUN_BENCH_CLIENT_H

#include "load/plan.h"

struct outcome {
    double elapsed_s;
    double waited_s;      /* of these without sleeping and without anything to do */
    double *latencies_us; /* of each repetition that ended in time; the caller frees */
    size_t n, room;
};

/* Runs the plan and ends the program at the first answer that is no success. For so many seconds
 * it tries again while nobody listens. */
void client_run(const struct plan *plan, double patience_s, struct outcome *outcome);

#endif
