/* SPDX-License-Identifier: Apache-2.0 */
/* The terminal reporter: pytest's layout, letters and last line. */
#ifndef SLRUN_REPORT_TERM_H
#define SLRUN_REPORT_TERM_H

#include <stdbool.h>
#include <stdio.h>

#include "run/observer.h"

struct term_options {
    FILE *out;
    int verbosity; /* -1: -q, 0, 1: -v */
    bool color;
    bool windowed; /* `width` is a real terminal's */
    unsigned width;
};

struct term;

extern const struct observer term_observer;

/* NULL: out of memory. */
struct term *term_new(const struct term_options *options);
void term_free(struct term *term);

/* Ends a line that is half written: somebody else writes to the same terminal. */
void term_break(struct term *term);

#endif
