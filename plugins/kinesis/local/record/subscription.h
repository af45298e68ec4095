/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Subscriptions of consumers to shards (API Reference, SubscribeToShard): an event for records as
 * they come, one without records every few seconds, at most five minutes of it. One consumer has
 * one subscription of a shard: a new one takes its place, but not in the first five seconds.
 */
#ifndef SLRUN_KINESIS_SUBSCRIPTION_H
#define SLRUN_KINESIS_SUBSCRIPTION_H

#include "resource/resource.h"
#include "service.h"

enum {
    SUBSCRIPTION_LIFE_MS = 5 * 60 * 1000,
    SUBSCRIPTION_FRESH_MS = 5 * 1000, /* so long nobody takes its place */
    SUBSCRIPTION_PULSE_MS = 5 * 1000, /* between events where there are no records */
    SUBSCRIPTION_BYTES_MAX = 1 << 20, /* of records in one event, or one record */
    SUBSCRIPTION_RECORDS_MAX = 10000  /* likewise */
};

/* Begins one at a record's index and answers the call; what it took the place of ends. False with
 * the fault filled. */
bool subscription_begin(struct call *call, const struct resource *resource,
                        const struct shard *shard, uint64_t index);

/* Ends those whose consumer or stream is gone. */
void subscription_check(struct service *service);

/* Ends all of them. */
void subscription_forget(struct service *service);

#endif
