/* SPDX-License-Identifier: Apache-2.0 */
/* The signals that end a run: Ctrl-C, SIGTERM, and the terminal that is closed. */
#ifndef SLRUN_CLI_RUNNER_SIGNALS_H
#define SLRUN_CLI_RUNNER_SIGNALS_H

#include "cli/runner.h"

/* From now on one interrupts runner->session, whose cases are cleaned up, or stops the loop where
 * there is none yet. runner_close() ends it. */
void runner_watch_signals(struct runner *runner);

#endif
