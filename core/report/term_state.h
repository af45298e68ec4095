/* SPDX-License-Identifier: Apache-2.0 */
/* Inside of the terminal reporter: what its files share. */
#ifndef SLRUN_REPORT_TERM_STATE_H
#define SLRUN_REPORT_TERM_STATE_H

#include "base/buf.h"
#include "report/term.h"

enum { TERM_TEXT_MAX = 1024 * 1024 };

enum color { PLAIN, RED, GREEN, YELLOW, BOLD };

struct term {
    struct term_options o;
    size_t total, seen, failed;
    unsigned jobs;
    unsigned column;
    size_t live; /* columns of the live line; 0: it is not drawn */
};

/* printf; control characters of texts are shown as "\x1b". */
void term_print(const struct term *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* The same, in that colour where there are colours. */
void term_paint(const struct term *t, enum color color, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
enum color term_color(enum outcome outcome);

/* "===== text =====", as wide as the terminal. */
void term_rule(const struct term *t, enum color color, char mark, const char *text);

/* Ends a row of letters, and takes the live line away: whole lines may follow. */
void term_fresh_line(struct term *t);
/* Takes the live line away; what is printed goes on where it was. */
void term_live_hide(struct term *t);

/* The width may have changed. */
void term_measure(struct term *t);

/* The sections of the end, each with its rule if there is something in it. */
void term_failures(const struct term *t, const struct run_summary *s); /* errors, failures, flaky */
void term_passes(const struct term *t, const struct run_summary *s);   /* -rP */
void term_durations(const struct term *t, const struct run_summary *s); /* --durations */
void term_reruns(const struct term *t, const struct run_summary *s);    /* -rR */
void term_short(const struct term *t, const struct run_summary *s);     /* a line each */
void term_phases(const struct term *t, const struct run_summary *s);    /* where the time went */

/* The phases of a case in one line, for -vv. */
void term_phases_of(const struct term *t, const struct result *r);

/* What a phase of the engine is called where times are told. */
const char *term_phase_name(const char *phase);

#endif
