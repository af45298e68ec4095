/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Open answers: slrun_cloud.reply_open, .feed, .feed_event and .feed_end. Contracts in
 * slrun/cloud.h. Over HTTP they are those of net/server/http_server.h; a service of this cloud that
 * asked gets all of the body at its end.
 */
#ifndef SLRUN_LOCAL_FEED_H
#define SLRUN_LOCAL_FEED_H

#include "local/exchange.h"

void feed_open(struct slrun_exchange *x, const struct slrun_reply *reply,
               void (*room)(struct slrun_exchange *x));
int feed_add(struct slrun_exchange *x, const void *data, size_t size);
int feed_event(struct slrun_exchange *x, const struct slrun_event *event);
void feed_end(struct slrun_exchange *x, int whole);

/* What is collected for a service. NULL is allowed. */
void fed_free(struct fed *fed);

#endif
