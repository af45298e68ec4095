/* SPDX-License-Identifier: Apache-2.0 */
/* A local cloud of the least, around the service: a clock that is set by hand, timers, and the
 * latest answer. */
#ifndef SLRUN_LOGS_TEST_SUPPORT_H
#define SLRUN_LOGS_TEST_SUPPORT_H

#include <jansson.h>
#include <slrun/local.h>

#define CLOUD_NOW_MS INT64_C(1700000000000)

struct cloud {
    struct slrun_cloud base;
    void *service;
    int64_t now_ms;
    struct slrun_timer *timer; /* the service has one at most */
    int status;                /* of the latest answer */
    char *body;                /* owned, as are those before it */
};

void cloud_open(struct cloud *cloud, const char *data);
void cloud_close(struct cloud *cloud);

/* Sends a request; the answer (a new reference, JSON's null without a body). */
json_t *cloud_call(struct cloud *cloud, const char *operation, const char *body);

/* Sets the clock on, and fires what is due. */
void cloud_advance(struct cloud *cloud, int64_t ms);

#endif
