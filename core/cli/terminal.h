/* SPDX-License-Identifier: Apache-2.0 */
/* The terminal that a command reports to: its width, and whether it is painted. */
#ifndef SLRUN_CLI_TERMINAL_H
#define SLRUN_CLI_TERMINAL_H

#include "report/term.h"

/* The terminal's reporter on standard output. `color`: yes, no, auto or NULL. What depends on the
 * terminal is filled in `looks`. NULL: out of memory. */
struct term *terminal_new(const char *color, struct term_options *looks);

#endif
