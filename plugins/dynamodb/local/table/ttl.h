/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Time to live (Developer Guide, "Using time to live (TTL) in DynamoDB"): an item whose attribute
 * holds a moment that is over is deleted. AWS takes days for it; here a timer of the local cloud
 * does it within a second of its clock.
 */
#ifndef SLRUN_DYNAMODB_TTL_H
#define SLRUN_DYNAMODB_TTL_H

#include "item/write.h"
#include "service.h"

/* Keeps the expiries in step with a write that has been carried out; `id` is the item's. */
bool ttl_follow(const struct write *write, int64_t id);

/* Takes up all items of a table that has got time to live. False when the store fails. */
bool ttl_backfill(struct store *store, const struct table *table, int64_t now_ms);

/* Makes the service's timer fit what expires first: after each request, and at the start. */
void ttl_arm(struct service *service);

/* Stops the timer. */
void ttl_disarm(struct service *service);

#endif
