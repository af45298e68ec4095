/* SPDX-License-Identifier: Apache-2.0 */
/* What is told of records that were given up (Developer Guide, "Retain discarded batch records"),
 * and how times are written. */
#ifndef SLRUN_READERS_FAILURE_H
#define SLRUN_READERS_FAILURE_H

#include "readers/stream.h"

enum { TIME_SIZE = 40 };

/* "2026-11-21T10:15:30Z", or with milliseconds "2026-11-21T10:15:30.123Z". */
void time_text(int64_t ms, bool milliseconds, char text[TIME_SIZE]);

/* Sends it to the destination, if there is one: a queue, a topic or a bucket. */
void failure_send(struct lane *lane, const struct part *part, const char *condition);

#endif
