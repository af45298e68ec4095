/* SPDX-License-Identifier: Apache-2.0 */
/* A local cloud of the least, around the service: a clock that is set by hand, requests that come
 * as the local cloud brings them (head, pieces of the body, end), replies that are kept. */
#ifndef SLRUN_S3_TEST_SUPPORT_H
#define SLRUN_S3_TEST_SUPPORT_H

#include <stdbool.h>

#include <slrun/local.h>

enum { REQUEST_HEADERS_MAX = 32, REPLY_HEADERS_MAX = 64, PIECE_SIZE = 10000 };

struct cloud {
    struct slrun_cloud base;
    void *service;
    int64_t now_ms;
    const char *secret; /* of the key "known" */
};

/* A request to be sent. */
struct request {
    const char *method, *target;
    const char *access_key; /* NULL: not signed; an account's number is that account */
    struct slrun_header headers[REQUEST_HEADERS_MAX];
    size_t n_headers;
    struct slrun_header trailer;
    const void *body;
    size_t size;
    bool leaves;                            /* its client goes before the body is whole */
    void (*meanwhile)(struct cloud *cloud); /* called before the body ends, or NULL */
};

/* What came back. Strings live until reply_free(). */
struct reply {
    int status; /* 0: nothing did */
    struct slrun_header headers[REPLY_HEADERS_MAX];
    size_t n_headers;
    char *body;
    size_t size;
    bool from_file;
};

/* `data` as slrun_cloud has it. */
void cloud_open(struct cloud *cloud, const char *data);
void cloud_close(struct cloud *cloud);

void cloud_send(struct cloud *cloud, const struct request *request, struct reply *reply);
const char *reply_header(const struct reply *reply, const char *name);
void reply_free(struct reply *reply);

#endif
