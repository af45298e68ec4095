/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Operations that services of the local cloud call of each other: slrun_cloud.call and call_cancel
 * (slrun/cloud.h says what they do). The request is the one that the plugin's client half builds;
 * it goes to the plugin's local half without a socket and without a signature.
 */
#ifndef SLRUN_LOCAL_CALLING_H
#define SLRUN_LOCAL_CALLING_H

#include "local/cloud.h"

/* Who signs what a service asks for: a key that the local cloud knows. */
#define CALLING_ACCESS_KEY "test"

enum {
    CALLING_ARENA_MAX =
        256 << 20 /* of one call: its request, its answer, and what is made of them */
};

struct slrun_calling *calling_start(const struct slrun_cloud *cloud,
                                    const struct slrun_cloud_call *call);
/* slrun_cloud.request: the same way for a request that is no operation. */
struct slrun_calling *calling_request(const struct slrun_cloud *cloud,
                                      const struct slrun_cloud_request *request);
void calling_cancel(struct slrun_calling *calling);

/* Ends all of them, without done(): the services see their clients leave. Who began one may still
 * cancel it. */
void calling_end_all(struct cloud *cloud);
/* The same, and they are gone. */
void calling_forget(struct cloud *cloud);

#endif
