/* SPDX-License-Identifier: Apache-2.0 */
/* Signals that ask for an end, for code that runs for so long that the loop cannot hear them. */
#ifndef SLRUN_BASE_INTERRUPTS_H
#define SLRUN_BASE_INTERRUPTS_H

#include <stdbool.h>

/* Notices SIGINT, SIGTERM or SIGHUP from now on; what handles it already is called, too. */
void interrupts_notice(int number);

/* Whether one has come that nobody has heard yet. Cheap. */
bool interrupts_come(void);
void interrupts_heard(void);

#endif
