/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests to a local half, as bytes from anywhere. Input: lines, each a request to the same
 * service, with time between them:
 *
 *   Name {...}          AWS JSON; Name is the operation, with or without what stands before the dot
 *                       in X-Amz-Target
 *   ~Name HEX           CBOR
 *   METHOD /path {...}  REST; "!" stands for the latest id that is none of an API, "$" for an API
 *                       in paths
 *   > {...}             no request, but what another service answers to the first call that waits;
 *                       "> !Code" is an error
 *   anything else       a form of the query protocol
 *
 * "$" stands for the latest iterator, receipt handle or token in an answer. Every request must be
 * answered once or parked, with a status under 500 and JSON, CBOR or XML that can be read; but a
 * deployed API ("/_api/...") answers what it likes. The local cloud around the service is that of
 * the unit tests (harness/local).
 */
#ifndef SLRUN_FUZZ_REQUESTS_H
#define SLRUN_FUZZ_REQUESTS_H

#include <stdint.h>

#include "cloud.h"

struct requests {
    struct cloud_half half;                           /* needs no operations */
    int64_t step_ms;                                  /* between two requests */
    bool may_fail;                                    /* AWS itself answers status 500 to some */
    bool may_log;                                     /* of what users have configured wrongly */
    json_t *(*read_cbor)(const char *body, size_t n); /* NULL: the service speaks none */
};

/* One input, with a service of its own. */
void requests_serve(const struct requests *requests, const uint8_t *data, size_t size);

#endif
