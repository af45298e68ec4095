/* SPDX-License-Identifier: Apache-2.0 */
/* A look at the cases in flight: those that have been in their phase for longest. */
#ifndef SLRUN_RUN_LOOKS_H
#define SLRUN_RUN_LOOKS_H

#include "run/life/life.h"

enum { LOOKS_MAX = 2, LOOKS_MS = 200, LOOKS_EXPECTS_MAX = 200 };

struct look {
    struct life *life;           /* or NULL: `expects` is filled */
    const struct result *result; /* the last of its phases is that it is in */
    double seconds;              /* in its phase */
    const char *expects;
};

/* Zeroed at first. */
struct looks {
    struct look list[LOOKS_MAX]; /* the longest first */
    size_t n, in_flight;
};

/* Keeps it if it is one of the longest. */
void looks_add(struct looks *looks, const struct look *look);
void looks_add_life(struct looks *looks, struct life *life);

/* What its wait last missed, as text. */
void look_at_expects(const struct look *look, char text[LOOKS_EXPECTS_MAX]);

#endif
