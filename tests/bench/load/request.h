/* SPDX-License-Identifier: Apache-2.0 */
/* Writes the requests of a plan's steps, signed. What a step's requests have in common is written
 * and hashed once a second. */
#ifndef SLRUN_BENCH_REQUEST_H
#define SLRUN_BENCH_REQUEST_H

#include "load/connection.h"
#include "load/plan.h"

#define FORM_HEAD_MAX 1024

/* The requests of a step. */
struct form {
    bool kept; /* is as the last request had it; its path never changes */
    struct sign_form sign;
    char head[FORM_HEAD_MAX];   /* up to the value of Content-Length */
    size_t len, signature_at;   /* bytes */
    char body[REQUEST_MAX / 2]; /* of the last request, */
    size_t body_len;            /* whose signature stands in `head` */
};

struct writer {
    const struct plan *plan;
    struct signer signer;
    struct form forms[PLAN_STEPS_MAX];
    char body[REQUEST_MAX / 2]; /* of the request that is written */
};

void writer_open(struct writer *w, const struct plan *plan);

/* Writes the step's request with these values. */
void request_write(struct writer *w, int step, const struct values *values, struct request *to);

#endif
