/* SPDX-License-Identifier: Apache-2.0 */
/* A local cloud of the least, around the service: a clock that is set by hand, and the latest
 * answer. */
#ifndef SLRUN_KINESIS_TEST_SUPPORT_H
#define SLRUN_KINESIS_TEST_SUPPORT_H

#include <jansson.h>
#include <slrun/local.h>

#define CLOUD_NOW_MS INT64_C(1700000000000)

struct cloud {
    struct slrun_cloud base;
    void *service;
    int64_t now_ms;
    const char *region;
    int status; /* of the latest answer */
    char *body; /* owned, as are those before it */
    size_t size;
    char content_type[64];
};

/* What is sent; `type` NULL: AWS JSON 1.1. */
struct message {
    const char *method;
    const char *operation;
    const char *type;
    const void *body;
    size_t size;
};

void cloud_open(struct cloud *cloud, const char *data);
void cloud_close(struct cloud *cloud);

/* Sends any request. */
void cloud_send(struct cloud *cloud, const struct message *message);

/* Sends JSON to an operation; the answer (a new reference, JSON's null without a body). */
json_t *cloud_call(struct cloud *cloud, const char *operation, const char *body);

#endif
