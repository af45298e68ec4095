/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/retry.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/random.h"
#include "net/clock_skew.h"
#include "net/http_header.h"

static const char *const throttling[] = {
    "Throttling",
    "ThrottlingException",
    "ThrottledException",
    "RequestThrottledException",
    "TooManyRequestsException",
    "ProvisionedThroughputExceededException",
    "TransactionInProgressException",
    "RequestLimitExceeded",
    "BandwidthLimitExceeded",
    "LimitExceededException",
    "RequestThrottled",
    "SlowDown",
    "PriorRequestNotComplete",
    "EC2ThrottledException",
    NULL,
};

static const char *const transient[] = {"RequestTimeout", "RequestTimeoutException", NULL};

static bool listed(const char *const *list, const char *code)
{
    for (; list && *list; list++)
        if (strcmp(*list, code) == 0)
            return true;
    return false;
}

/* ---- what is tried again ---- */

static bool is_dynamodb(const struct slrun_service *service)
{
    return strcmp(service->signing_name, "dynamodb") == 0;
}

/* STS could not reach an identity provider. */
static bool is_idp(const struct slrun_service *service, const char *code)
{
    return strcmp(code, "IDPCommunicationError") == 0 && strcmp(service->signing_name, "sts") == 0;
}

bool retry_is_throttled(const char *code, int status)
{
    return listed(throttling, code) || status == 429;
}

static enum retry_kind kind_of_answer(const struct slrun_op *op,
                                      const struct slrun_service *service,
                                      const struct slrun_error *error)
{
    if (retry_is_throttled(error->code, error->status))
        return RETRY_THROTTLING;
    bool again = listed(transient, error->code) || listed(op->retry, error->code) ||
                 is_idp(service, error->code) || error->status == 500 ||
                 (error->status >= 502 && error->status <= 504);
    return again ? RETRY_TRANSIENT : RETRY_NEVER;
}

enum retry_kind retry_kind(const struct slrun_op *op, const struct slrun_service *service,
                           bool has_token, const struct slrun_error *error)
{
    switch (error->kind) {
    case SLRUN_E_SERVICE:
        return kind_of_answer(op, service, error);
    case SLRUN_E_CONNECT:
        return RETRY_TRANSIENT;
    case SLRUN_E_CLOSED:
    case SLRUN_E_TIMEOUT:
        return has_token || (op->flags & SLRUN_OP_IDEMPOTENT) ? RETRY_TRANSIENT : RETRY_ARRIVED;
    default:
        return RETRY_NEVER;
    }
}

int retry_attempts(const struct retry *retry, const struct slrun_service *service)
{
    if (retry->attempts)
        return retry->attempts;
    return is_dynamodb(service) ? RETRY_ATTEMPTS_DYNAMODB : RETRY_ATTEMPTS;
}

/* ---- when ---- */

/* A whole number that is not negative; -1: it is none. */
static double whole(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    return digits && !text[digits] ? strtod(text, NULL) : -1;
}

/* What the server asks for, in milliseconds; -1: nothing. */
static double asked_ms(const struct slrun_response *answer)
{
    const struct slrun_header *headers = answer ? answer->headers : NULL;
    size_t n = answer ? answer->n_headers : 0;
    const char *ms = http_header(headers, n, "x-amz-retry-after");
    const char *after = http_header(headers, n, "Retry-After");
    int64_t date;
    if (ms && whole(ms) >= 0)
        return whole(ms);
    if (!after)
        return -1;
    if (clock_skew_date(after, &date))
        return fmax((double)(date * 1000 - clock_wall_ms()), 0);
    return whole(after) >= 0 ? whole(after) * 1000 : -1;
}

double retry_pause_ms(const struct retry_try *failed, double random)
{
    double base = failed->kind == RETRY_THROTTLING ? RETRY_BASE_THROTTLING_MS
                  : is_dynamodb(failed->service)   ? RETRY_BASE_DYNAMODB_MS
                                                   : RETRY_BASE_MS;
    double pause = random * fmin(ldexp(base, failed->attempt - 1), RETRY_PAUSE_MAX_MS);
    return fmax(pause, fmin(asked_ms(failed->answer), pause + RETRY_AFTER_MORE_MS));
}

double retry_random(struct retry *retry)
{
    struct slrun_error error = {0};
    if (!retry->random[0] && !retry->random[1] &&
        random_bytes(retry->random, sizeof retry->random, &error) != 0)
        retry->random[0] = clock_mono_ns(); /* good enough for a pause */
    return (double)(random_next(retry->random) >> 11) / (double)(UINT64_C(1) << 53);
}

/* ---- the quota ---- */

unsigned retry_take(struct retry_client *client, enum retry_kind kind)
{
    unsigned cost = kind == RETRY_THROTTLING ? RETRY_COST_THROTTLING : RETRY_COST;
    if (client->spent + cost > RETRY_QUOTA)
        return 0;
    client->spent += cost;
    return cost;
}

void retry_give_back(struct retry_client *client, unsigned cost)
{
    unsigned back = cost ? cost : RETRY_REFUND;
    client->spent -= back < client->spent ? back : client->spent;
}

struct retry_client *retry_client(struct retry *retry, const char *key)
{
    size_t size = strlen(key) + 1;
    for (struct retry_client *c = retry->clients; c; c = c->next)
        if (strcmp(c->key, key) == 0)
            return c;
    if (retry->n_clients == RETRY_CLIENTS_MAX)
        return retry->clients;
    struct retry_client *c = calloc(1, sizeof *c + size);
    if (!c)
        return NULL;
    memcpy(c->key, key, size);
    c->next = retry->clients;
    retry->clients = c;
    retry->n_clients++;
    return c;
}

void retry_free(struct retry *retry)
{
    for (struct retry_client *c; (c = retry->clients);) {
        retry->clients = c->next;
        free(c);
    }
    retry->n_clients = 0;
}

/* ---- settings ---- */

int retry_configure(struct retry *retry, const char *mode, const char *attempts,
                    struct slrun_error *error)
{
    static const char *const others[] = {"legacy", "adaptive", NULL};
    bool other = mode && listed(others, mode);
    if (mode && !other && strcmp(mode, "standard") != 0) {
        error_set(error, SLRUN_E_USAGE, "AWS_RETRY_MODE, retry_mode: there is no mode '%s'", mode);
        return error_hint(error, "standard, legacy and adaptive are those of AWS's SDKs");
    }
    double n = attempts ? whole(attempts) : 0;
    if (attempts && (n < 1 || n > RETRY_ATTEMPTS_MAX))
        return error_set(error, SLRUN_E_USAGE,
                         "AWS_MAX_ATTEMPTS, max_attempts: '%s' is no number from 1 to %d", attempts,
                         RETRY_ATTEMPTS_MAX);
    retry->attempts = (int)n;
    return other;
}
