/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which failures are worth another try, and when: the SDKs' standard retry mode as it is since 2026
 * (AWS SDKs and Tools Reference Guide, "Retry behavior").
 *
 * It departs in two things. A request that may have arrived is sent again only where that does no
 * harm: the operation is idempotent, or its token makes it so. And what cannot end otherwise (a
 * certificate that is not trusted, a proxy that refuses) is not tried again.
 */
#ifndef SLRUN_PLUGIN_RETRY_H
#define SLRUN_PLUGIN_RETRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <slrun/op.h>

enum {
    RETRY_ATTEMPTS = 3,
    RETRY_ATTEMPTS_DYNAMODB = 4, /* DynamoDB and its streams; with a shorter base */
    RETRY_ATTEMPTS_MAX = 100,    /* that may be asked for */
    RETRY_BASE_MS = 50,
    RETRY_BASE_DYNAMODB_MS = 25,
    RETRY_BASE_THROTTLING_MS = 1000,
    RETRY_PAUSE_MAX_MS = 20 * 1000,
    RETRY_AFTER_MORE_MS = 5 * 1000, /* that a server may ask for beyond the pause that was drawn */
    RETRY_QUOTA = 500,
    RETRY_COST = 14,
    RETRY_COST_THROTTLING = 5,
    RETRY_REFUND = 1, /* for a success at the first try */
    RETRY_CLIENTS_MAX = 1024,
};

enum retry_kind {
    RETRY_NEVER,
    RETRY_TRANSIENT,
    RETRY_THROTTLING,
    RETRY_ARRIVED, /* it would be transient, but sending it twice may do the work twice */
};

/* What an SDK's client object would know: one for each service, region and endpoint. */
struct retry_client {
    struct retry_client *next;
    unsigned spent; /* of its quota */
    int64_t skew_s; /* AWS's clock is so far ahead of ours */
    char key[];
};

struct retry {
    int attempts; /* of one call at most; 0: the mode's own */
    struct retry_client *clients;
    size_t n_clients;
    uint64_t random[2]; /* zero: not seeded yet */
};

/* The client of this name, made when it is new; NULL: out of memory. Of more than
 * RETRY_CLIENTS_MAX the newest is shared. */
struct retry_client *retry_client(struct retry *retry, const char *key);
void retry_free(struct retry *retry);

/* Reads what AWS_RETRY_MODE (or retry_mode) and AWS_MAX_ATTEMPTS (or max_attempts) say; either may
 * be NULL. 0; 1: the mode is a known one, legacy or adaptive, which slrun does not have: it goes by
 * the standard one; -1 with `error` filled. */
int retry_configure(struct retry *retry, const char *mode, const char *attempts,
                    struct slrun_error *error);

/* How often a call of the service may be sent. */
int retry_attempts(const struct retry *retry, const struct slrun_service *service);

/* `has_token`: the request holds the operation's idempotency token. */
enum retry_kind retry_kind(const struct slrun_op *op, const struct slrun_service *service,
                           bool has_token, const struct slrun_error *error);

/* Whether an error of a service, by its code and its status (0: not known), says that it was asked
 * too often. */
bool retry_is_throttled(const char *code, int status);

/* A try that has failed. */
struct retry_try {
    enum retry_kind kind;
    const struct slrun_service *service;
    int attempt;                         /* from 1 on */
    const struct slrun_response *answer; /* or NULL; it may ask for a longer pause by
                                          * x-amz-retry-after or Retry-After */
};

/* The pause before the next one, in milliseconds. `random` is from 0 to 1. */
double retry_pause_ms(const struct retry_try *failed, double random);

/* A number from 0 to 1 for a pause; other ones in each process. */
double retry_random(struct retry *retry);

/* Takes what a retry costs from the client's quota: the cost, or 0 where too little is left. */
unsigned retry_take(struct retry_client *client, enum retry_kind kind);
/* A call has succeeded; `cost` is that of its last retry, or 0. */
void retry_give_back(struct retry_client *client, unsigned cost);

#endif
