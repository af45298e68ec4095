/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests to API destinations: HTTP endpoints, with the authorization of a connection and within a
 * rate (EventBridge User Guide, "API destinations"). What is needed for them is asked of
 * EventBridge and Secrets Manager, as any service of AWS would. Nothing is sent to other machines.
 */
#ifndef SLRUN_DELIVERIES_DESTINATION_H
#define SLRUN_DELIVERIES_DESTINATION_H

#include <stdbool.h>
#include <stdio.h>

#include <jansson.h>
#include <slrun/cloud.h>
#include <slrun/http.h>
#include <slrun/iam.h>

struct destination;

/* All of one service. */
struct destinations {
    const struct slrun_cloud *cloud;
    const char *service; /* the plugin: "events" */
    json_t *tokens;      /* of OAuth, by connection; NULL at first */
    json_t *next_ms; /* when the rate of a destination lets the next request go; NULL at first */
};

struct destination_order {
    const char *arn;                       /* of the API destination */
    const struct slrun_iam_caller *caller; /* who needs events:InvokeApiDestination */
    const json_t *parameters; /* HeaderParameters, QueryStringParameters, PathParameterValues */
    const char *text;         /* the body */
    /*
     * Called once, on a later turn, with an answer of status 2xx or with an error; both borrowed.
     * An error of status 503 may pass; "RetryAfter" in its detail says after how many seconds, if
     * the endpoint does.
     */
    void (*done)(void *arg, const struct slrun_response *response, const struct slrun_error *error);
    void *arg;
};

/* Whether an ARN is that of an API destination. */
bool destination_is(const char *arn);
/* Copies are taken. NULL: out of memory, and no done() comes. */
struct destination *destination_send(struct destinations *all,
                                     const struct destination_order *order);
/* Ends it without a word: no answer is wanted any more. */
void destination_free(struct destination *d);
/* Forgets tokens and rates; all requests are over. */
void destinations_end(struct destinations *all);

/* A request that is no API destination's but is authorized by a connection: an HTTP task of Step
 * Functions. */
struct destination_http {
    const char *url, *method;
    /*
     * Makes the body: a new text, where `more` are the connection's own members of it ([{"key",
     * "value"}], or NULL). NULL: it cannot be, and done() gets an error of that code. `arg` is that
     * of the order.
     */
    json_t *(*body)(void *arg, const json_t *more);
};

#define DESTINATION_NO_BODY "NO_BODY"

/*
 * Sends one, at once. The order's ARN is that of the connection, its text is not used, its
 * parameters have all headers; its caller needs the connection's secret. done() gets an answer of
 * any status, or an error: of code NO_RESOURCE (no such connection), NO_PERMISSIONS,
 * DESTINATION_NO_BODY, or another where nothing was answered. NULL: out of memory.
 */
struct destination *destination_http(struct destinations *all,
                                     const struct destination_order *order,
                                     const struct destination_http *http);

/* Sets a header (in a map of texts) in place of one that is there in whatever case. */
void destination_header(json_t *headers, const char *name, const char *value);
/* Writes a text as URLs and forms have it: all but unreserved characters escaped (RFC 3986). */
void destination_put_encoded(FILE *out, const char *text);

/* Asks for a token with that version of the secret of a connection of OAuth, whose ARN the order
 * has, to see whether it is authorized: done() with status 200, or an error. NULL: out of memory.
 */
struct destination *destination_authorize(struct destinations *all, const json_t *secret,
                                          json_t *version, const struct destination_order *order);

#endif
