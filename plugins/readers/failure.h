/* SPDX-License-Identifier: Apache-2.0 */
/* What is told of records that were given up (Developer Guide, "Retain discarded batch
 * records"). */
#ifndef SLRUN_READERS_FAILURE_H
#define SLRUN_READERS_FAILURE_H

#include "readers/stream.h"

/* Sends it to the destination, if there is one: a queue, a topic or a bucket. */
void failure_send(struct lane *lane, const struct part *part, const char *condition);

#endif
