/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The local cloud of tests/harness/local with what API Gateway asks of other services: calls of
 * operations and requests are noted, and answered by the test.
 */
#ifndef SLRUN_APIGATEWAY_TEST_SUPPORT_H
#define SLRUN_APIGATEWAY_TEST_SUPPORT_H

#include "cloud.h"
#include "local/service.h"

struct fake {
    struct cloud cloud; /* first */
    struct slrun_host host;
    struct exchange *sent; /* the latest */
    json_t *calls;         /* those that are not done: [{"service", "operation", "args"}] */
    struct slrun_calling *waiting;
    struct slrun_resource order;
    json_t *resource; /* how the last one ended: {"id", "attributes", "error"} */
};

void fake_open(struct fake *fake);
void fake_close(struct fake *fake);

/* Sends a request: {"method", "target", "headers": {}, "body": text or JSON, "access_key"}, which
 * stays until fake_close(). */
void fake_send(struct fake *fake, json_t *request);
/* {"status", "headers": {}, "body": "..."} of the latest; a new reference, NULL: none yet. */
json_t *fake_reply(const struct fake *fake);
/* Ends the first call: {"result": ...}, {"error": {"code", "message", "status"}} or, of a request,
 * {"status", "headers": {}, "body"}. */
void fake_answer(struct fake *fake, const json_t *answer);
/* Creates, updates or removes a resource: {"action", "type", "id", "properties", "old"}. */
void fake_provision(struct fake *fake, const json_t *order);

#endif
