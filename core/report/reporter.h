/* SPDX-License-Identifier: Apache-2.0 */
/* Reporters: what becomes of a run beside its exit code, one a file of this folder. */
#ifndef SLRUN_REPORT_REPORTER_H
#define SLRUN_REPORT_REPORTER_H

#include <slrun/error.h>

#include "run/session/observer.h"

/* A reporter that writes to a file. */
struct reporter_kind {
    /* Opens the file (and makes the folders above it) before the run, so that what cannot be
     * written is said while nothing is lost. NULL with `error` filled. */
    void *(*open)(const char *path, struct slrun_error *error);
    const struct observer *observer;
    /* Frees it. 0, or -1 with `error` filled when not all of it could be written. */
    int (*close)(void *self, struct slrun_error *error);
};

enum {
    REPORTERS_MAX = 12,
    REPORT_GATHERED = 256 * 1024, /* bytes at which a file does not wait for flush() */
};

/* Several reporters as one; all zero at first. They hear of everything in the order they came. */
struct reporters {
    struct reporter {
        const struct observer *observer;
        void *self;
    } list[REPORTERS_MAX];
    size_t n;
};

/* At most REPORTERS_MAX of them. */
void reporters_add(struct reporters *reporters, const struct observer *observer, void *self);

/* What they want of calls, together: enum observer_calls. */
unsigned reporters_calls(const struct reporters *reporters);

/* Its `self` is a struct reporters. */
extern const struct observer reporters_observer;

#endif
