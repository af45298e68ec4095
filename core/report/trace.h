/* SPDX-License-Identifier: Apache-2.0 */
/* The trace: a line for each call of an operation, when it is over. */
#ifndef SLRUN_REPORT_TRACE_H
#define SLRUN_REPORT_TRACE_H

#include "run/session/observer.h"

struct trace {
    int fd; /* a line is one write */
    /* Optional. Called before each line: half a line may stand on the same terminal. */
    void (*before)(void *arg);
    void *arg;
};

/* Its `self` is a struct trace. */
extern const struct observer trace_observer;

#endif
