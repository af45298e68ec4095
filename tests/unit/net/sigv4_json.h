/* SPDX-License-Identifier: Apache-2.0 */
/* A request and its signing context from JSON, as tests/vectors/sigv4/README.md describes them. */
#ifndef SLRUN_TESTS_SIGV4_JSON_H
#define SLRUN_TESTS_SIGV4_JSON_H

#include "net/signature/sigv4.h"

#include <jansson.h>

#define SIGV4_JSON_HEADERS_MAX 256

struct sigv4_json {
    struct slrun_header headers[SIGV4_JSON_HEADERS_MAX + SIGV4_HEADERS_ADDED];
    struct sigv4_credentials credentials;
    struct sigv4_options options;
    struct sigv4_request request;
    unsigned char *body;
};

/* Fills `to`, whose strings point into the two values; false when a member is missing or wrong. */
bool sigv4_json_load(struct sigv4_json *to, const json_t *request, const json_t *context);

void sigv4_json_free(struct sigv4_json *loaded);

#endif
