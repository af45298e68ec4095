/* SPDX-License-Identifier: Apache-2.0 */
/* The worker processes of a run: from -n to run/worker/workers.h. */
#ifndef SLRUN_CLI_MANNED_H
#define SLRUN_CLI_MANNED_H

#include "cli/runner.h"

/* Reads -n. 0, or -1 with runner->error filled. */
int manned_read(struct runner *runner);

/* The target is ready: makes the workers, where there are to be any. 0, or -1 as above. */
int manned_open(struct runner *runner);

#endif
