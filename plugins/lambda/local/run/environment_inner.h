/* SPDX-License-Identifier: Apache-2.0 */
/* What the two halves of an execution environment share: environment.c and handling.c. */
#ifndef SLRUN_LAMBDA_ENVIRONMENT_INNER_H
#define SLRUN_LAMBDA_ENVIRONMENT_INNER_H

#include "local/run/environment.h"

const struct slrun_cloud *environment_cloud(const struct environment *e);
void environment_busy(const struct environment *e, int change);
/* Whether its process is a bootstrap of the package's own. */
bool environment_is_provided(const struct environment *e);

/* Its start is over, by success or not. */
void environment_started(struct environment *e);

/* Timers of real time. */
void environment_stop(struct environment *e, struct slrun_timer **timer);
void environment_start_timer(struct environment *e, struct slrun_timer **timer, double ms,
                             void (*fire)(void *arg));

/* The invocation at hand is over: its result or error stands in it. */
void environment_finish(struct environment *e);
/* Goes on where the process has said what it does next and its output has been read; may free it.
 */
void environment_settle(struct environment *e);

#endif
