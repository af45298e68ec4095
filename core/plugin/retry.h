/* SPDX-License-Identifier: Apache-2.0 */
/* Which errors are worth another try, and when: the SDKs' standard retry mode (AWS SDKs and Tools
 * Reference Guide, "Retry behavior"). */
#ifndef SLRUN_PLUGIN_RETRY_H
#define SLRUN_PLUGIN_RETRY_H

#include <stdbool.h>
#include <stdint.h>

#include <slrun/op.h>

/* Throttling, transient statuses, the operation's own list; a request that may not have arrived
 * only where sending it twice does no harm. */
bool retry_worth(const struct slrun_op *op, const struct slrun_error *error);

/* Before try number `attempt` + 1: a random part of 50 ms x 2^attempt, at most 20 s. */
uint64_t retry_delay_ms(int attempt);

#endif
