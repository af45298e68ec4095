/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests and answers on the wire: JSON, CBOR, what Kinesis says to those that are neither, and to
 * web pages. Requests that are for no service at all are answered here too: that is what AWS's own
 * front end in front of Kinesis does.
 */
#ifndef SLRUN_KINESIS_FRONT_H
#define SLRUN_KINESIS_FRONT_H

#include "service.h"

/* Finds the operation and reads the arguments. False: it has been answered. */
bool front_read(struct call *call);

/* slrun_local.claims: requests that name no service. S3 has all paths but "/", the local cloud a
 * GET that nobody signed, and a form is for the services of the query protocol; but what was signed
 * for no service ("us-east-1//aws4_request") is for nobody else. */
int front_claims(const struct slrun_exchange *x);
/* slrun_local.grant_args: of JSON or CBOR. */
json_t *front_grant_args(void *service, struct slrun_exchange *x, const struct slrun_op *op);

/* How a request is written, and its answer. */
enum form { FORM_OTHER, FORM_JSON, FORM_CBOR, FORM_OLD };
enum form front_form(const struct call *call);
const char *front_type(enum form form);

/* The bytes of a value in JSON or CBOR, to be freed; NULL: out of memory. */
char *front_write(const struct service *service, enum form form, const json_t *json, size_t *size);

/* Begins an answer that is fed (slrun_cloud.reply_open), of such a content type. */
void front_open(const struct call *call, const char *type, void (*room)(struct slrun_exchange *x));

/* Answers a call: `result` (taken over), or its fault where that is NULL. */
void front_answer(struct call *call, json_t *result);

#endif
