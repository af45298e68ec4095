/* SPDX-License-Identifier: Apache-2.0 */
/* A local cloud of the least, around the service: a clock that is set by hand, timers, exchanges
 * whose replies are kept. */
#ifndef SLRUN_SQS_TEST_SUPPORT_H
#define SLRUN_SQS_TEST_SUPPORT_H

#include <jansson.h>
#include <slrun/local.h>

enum { CLOUD_NOW_MS = 1700000000 /* thousand */, EXCHANGE_NAME_MAX = 32 };

/* One exchange. It lives until the cloud is closed. */
struct exchange {
    struct slrun_exchange base;
    struct cloud *cloud;
    struct exchange *next;
    char name[EXCHANGE_NAME_MAX];
    char *request; /* owned: body or form */
    void (*gone)(struct slrun_exchange *x);
    int status; /* 0: not answered yet */
    char *body;
    char query_error[128];
    char content_type[64];
};

struct cloud {
    struct slrun_cloud base;
    void *service;
    int64_t now_ms;
    struct slrun_timer *timers;
    struct exchange *exchanges;
    const char *region;
};

void cloud_open(struct cloud *cloud, const char *data);
void cloud_close(struct cloud *cloud);

/* Sends JSON to an operation, or with a NULL operation a form. The exchange may not be answered
 * yet. */
struct exchange *cloud_send(struct cloud *cloud, const char *operation, const char *body);

/* The exchange called `name`; fails the test if there is none. */
struct exchange *cloud_exchange(const struct cloud *cloud, const char *name);

/* Sets the clock on, and fires what is due, in order. */
void cloud_advance(struct cloud *cloud, int64_t ms);

/* The client leaves. */
void exchange_leave(struct exchange *x);

#endif
