/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of requests to API destinations share: what is asked for first (destination.c) and
 * what is sent then (destination_http.c). */
#ifndef SLRUN_DELIVERIES_DESTINATION_INNER_H
#define SLRUN_DELIVERIES_DESTINATION_INNER_H

#include "deliveries/destination.h"

struct destination {
    struct destinations *all;
    bool plain;                     /* of no API destination: struct destination_http */
    struct slrun_iam_caller caller; /* of these: who needs the secret, if it is judged */
    bool judged;
    json_t *(*body)(void *arg, const json_t *more); /* of these */
    json_t *arn, *parameters, *text;
    json_t *told;       /* as DescribeApiDestination tells it */
    json_t *connection; /* as DescribeConnection does */
    json_t *secret;     /* what it authorizes by */
    json_t *version;    /* of that */
    bool refused;       /* by IAM */
    struct slrun_calling *calling;
    struct slrun_timer *timer;
    void (*then)(struct destination *d); /* when there is a token */
    void (*done)(void *arg, const struct slrun_response *response, const struct slrun_error *error);
    void *arg;
};

/* What a request consists of. */
struct destination_request {
    const char *method, *url;
    json_t *headers; /* name to value; names that differ in case alone are one */
    json_t *query;   /* name to value */
    const char *body;
};

/* Adds those of a kind ("header_parameters") to a map; they count more than what is there. */
void destination_merge(json_t *into, const json_t *parameters, const char *kind);
/* The endpoint with what stands for its asterisks: a new text. */
json_t *destination_url(const char *endpoint, const json_t *values);
/* name=value&name=value: a new text. */
json_t *destination_form(const json_t *values);
/* Sends it; done() comes later. False: out of memory. */
bool destination_request(struct destination *d, const struct destination_request *request,
                         void (*done)(void *arg, const struct slrun_response *response,
                                      const struct slrun_error *error));
/* Whether that is a success; else `error` says why not, in EventBridge's words of dead letters.
 * Its detail, if any, is the caller's. */
bool destination_succeeded(const struct destination *d, const struct slrun_response *response,
                           const struct slrun_error *why, struct slrun_error *error);

/* Calls then(d) when there is a token of OAuth, or ends it with an error. False: out of memory. */
bool destination_token(struct destination *d, void (*then)(struct destination *d));
/* That Authorization; NULL: there is none. */
const char *destination_authorization(const struct destination *d);
/* It is not taken any more. */
void destination_token_forget(struct destination *d);
void destination_timer_stop(struct destination *d);
/* Sends it, now that there is all that it takes. */
void destination_invoke(struct destination *d);
/* Ends it with an error that does not pass. */
void destination_fail(struct destination *d, const char *code, const char *message);
void destination_no_memory(struct destination *d);
/* Ends it: tells who waits, and frees it. */
void destination_over(struct destination *d, const struct slrun_response *response,
                      const struct slrun_error *error);

#endif
