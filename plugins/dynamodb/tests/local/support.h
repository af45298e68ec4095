/* SPDX-License-Identifier: Apache-2.0 */
/* A local cloud of the least: a clock that stands still, and replies that are kept for the test. */
#ifndef SLRUN_DYNAMODB_TESTS_LOCAL_SUPPORT_H
#define SLRUN_DYNAMODB_TESTS_LOCAL_SUPPORT_H

#include <jansson.h>
#include <slrun/local.h>

enum { CLOUD_NOW_MS = 1700000000 };

/* One service on a cloud of its own. Opened with cloud_open(), given back with cloud_close(). */
struct cloud {
    struct slrun_cloud base; /* first: now_ms() and reply() come back with it */
    void *service;
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

/* Serves one request; the answer as JSON (a new reference), or NULL if its body is none. */
json_t *cloud_call(struct cloud *cloud, const char *operation, const char *body, size_t size);

/* The same for a request in JSON (taken over). */
json_t *cloud_request(struct cloud *cloud, const char *operation, json_t *request);

#endif
