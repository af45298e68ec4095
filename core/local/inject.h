/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Faults that a test asks for: an error, latency, throttling, a dropped connection, for the
 * requests that it names, whoever sends them; and things that AWS seldom does (slrun_cloud.chance).
 *
 * A rule is a JSON object:
 *   service, operation   of requests: "dynamodb", "put_item" or "PutItem"
 *   resource             a name or ARN that stands in the request: its path, host or body
 *   function_name        the same as resource, for service lambda and operation invoke
 *   error, message, status   what to answer
 *   throttle             true: as the service's protocol says that it is asked too often
 *   drop                 true: the connection ends without an answer
 *   latency_ms           later by so much real time; alone: then it is served
 *   chance               "duplicate" or "disorder": no fault of requests but what services ask for
 *   times                for so many requests (without it: all)
 *   probability, seed    for each by that chance, the same for the same seed
 */
#ifndef SLRUN_LOCAL_INJECT_H
#define SLRUN_LOCAL_INJECT_H

#include <jansson.h>

#include "local/exchange.h"

enum { INJECT_RULES_MAX = 1000 };

/* Adds a rule. 0, or -1 with `error` filled: it is none. */
int inject_add(struct cloud *cloud, const json_t *rule, struct slrun_error *error);
void inject_clear(struct cloud *cloud);

/* All rules as they were added, each with `happened`: how often. A new reference. */
json_t *inject_list(const struct cloud *cloud);

/* A request that is about to be served by e->service. Whether a rule takes it over: it is answered,
 * dropped, or goes on later by go_on(e). `operation` NULL: of a request over the wire. */
bool inject_meets(struct exchange *e, const char *operation, void (*go_on)(struct exchange *e));

/* Its exchange ends before its time. NULL is allowed. */
void inject_forget(struct held *held);

/* slrun_cloud.chance */
int inject_chance(const struct slrun_cloud *cloud, const char *what, const char *arn);

#endif
