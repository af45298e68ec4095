/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tumbling windows (Developer Guide, "Stateful stream processing"): batches of records that arrived
 * in the same span of time share a state, which the handler returns and gets again; a last
 * invocation ends the span. Without TumblingWindowInSeconds nothing of this happens.
 */
#ifndef SLRUN_READERS_TUMBLING_H
#define SLRUN_READERS_TUMBLING_H

#include "readers/stream.h"

/* How many of the lane's records may go into one batch; opens a window, if none is. */
size_t tumbling_bound(struct lane *lane);
/* Makes the part (without records) that ends the open window, if its time is over. */
bool tumbling_end(struct lane *lane);
/* The event of the lane's part: a new reference. */
json_t *tumbling_event(const struct lane *lane);
/* A part was handled; or given up. */
void tumbling_returned(struct lane *lane, const struct invoke_end *end);
void tumbling_given_up(struct lane *lane);

#endif
