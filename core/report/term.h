/* SPDX-License-Identifier: Apache-2.0 */
/* The terminal reporter: pytest's layout, letters and last line. */
#ifndef SLRUN_REPORT_TERM_H
#define SLRUN_REPORT_TERM_H

#include <stdbool.h>
#include <stdio.h>

#include "run/session/observer.h"

/* How failures are told (--tb). */
enum term_traceback {
    TERM_FULL,  /* all that is known */
    TERM_SHORT, /* the place, its source lines and what was expected */
    TERM_LINE,  /* one line: place and summary */
    TERM_NO,
};

enum { TERM_SHOWN_MAX = 16 };   /* letters of -r */
#define TERM_SHOWN_DEFAULT "fE" /* without it */

struct term_options {
    FILE *out;
    int verbosity; /* -1: -q, 0, 1: -v, 2: -vv */
    bool color;
    bool windowed;   /* `width` is a real terminal's */
    bool resizes;    /* and it may change */
    bool says;       /* print at once what cases say */
    bool setup_show; /* tell of fixtures */
    unsigned width;
    const char *shown; /* letters of the short summary, as term_shown() made them */
    enum term_traceback traceback;
    bool durations;          /* tell the slowest phases: */
    unsigned durations_most; /* so many; 0: all */
    double durations_min;    /* in seconds; below 0: pytest's own choice */
};

/* A look at the cases in flight. */
struct term_live {
    size_t in_flight;
    struct term_wait {
        const struct result *result;
        double seconds; /* in its phase */
        const char *expects;
    } waits[2]; /* those that wait longest, n_waits of them */
    size_t n_waits;
};

struct term;

extern const struct observer term_observer;

/* Turns the letters of -r into those of single kinds, in pytest's order: "a" becomes "sxXEf".
 * NULL: they are right; else the first that means nothing. */
const char *term_shown(const char *letters, char shown[TERM_SHOWN_MAX]);

/* NULL: out of memory. */
struct term *term_new(const struct term_options *options);
void term_free(struct term *term);

/* Ends a line that is half written: somebody else writes to the same terminal. */
void term_break(struct term *term);
/* Draws the live line, or draws it anew; for a terminal only. Whatever else is printed takes its
 * place. */
void term_live_show(struct term *term, const struct term_live *live);

/* Lines of --setup-show: a fixture that comes or goes; `of` (may be NULL) is the case it belongs
 * to. And a case with the fixtures it uses, without the end of the line. */
void term_setup_move(FILE *out, const struct fixture_move *move, const char *of);
void term_setup_case(FILE *out, const char *path, const char *name,
                     const struct fixture_plan *plan);

#endif
