/* SPDX-License-Identifier: Apache-2.0 */
/* A local cloud of the least: a clock that goes on when it is told, and replies that are kept for
 * the test. */
#ifndef SLRUN_DYNAMODB_TESTS_LOCAL_SUPPORT_H
#define SLRUN_DYNAMODB_TESTS_LOCAL_SUPPORT_H

#include <jansson.h>
#include <slrun/local.h>

#define CLOUD_NOW_MS INT64_C(1700000000000) /* at the start */

enum { CLOUD_TIMERS_MAX = 8 };

struct slrun_timer {
    int64_t due_ms;
    void (*fire)(void *arg); /* NULL: not in use */
    void *arg;
};

/* One service on a cloud of its own. Opened with cloud_open(), given back with cloud_close(). */
struct cloud {
    struct slrun_cloud base; /* first: now_ms() and reply() come back with it */
    void *service;
    int64_t now_ms;
    struct slrun_timer timers[CLOUD_TIMERS_MAX];
    const char *region;
    const char *account;
    /* The last reply; owned. */
    int status;
    char *body;
    size_t size;
    char crc32[32];
    char content_type[64];
    int replies;
};

/* `data`: directory for the state, or NULL. Fails the test if the service does not open. */
void cloud_open(struct cloud *cloud, const char *data);
void cloud_close(struct cloud *cloud);

/* Lets time pass, and fires what becomes due, in order. */
void cloud_advance(struct cloud *cloud, int64_t ms);

/* Serves one request of DynamoDB, or of DynamoDB Streams if it is one of its operations; the answer
 * as JSON (a new reference), or NULL if its body is none. */
json_t *cloud_call(struct cloud *cloud, const char *operation, const char *body, size_t size);

/* The same for a request in JSON (taken over). */
json_t *cloud_request(struct cloud *cloud, const char *operation, json_t *request);

#endif
