/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What subscribers get. A message is a JSON object:
 *   {"MessageId", "Message", "Subject", "Timestamp", "MessageAttributes": {as published},
 *    "Structure": {a message for each protocol}, "MessageGroupId", "MessageDeduplicationId",
 *    "SequenceNumber", "Trace": the header of the request}
 */
#ifndef SLRUN_SNS_ENVELOPE_H
#define SLRUN_SNS_ENVELOPE_H

#include "local/service.h"

/* Whom it is for. */
struct receiver {
    const struct service *service;
    const char *arn; /* of the subscription */
    const json_t *subscription;
    const char *id; /* of the message */
};

/* The text for its protocol. */
const char *envelope_text(const struct receiver *r, const json_t *message);
bool envelope_is_raw(const struct receiver *r);
/* New references: the document of queues and http, the event of functions (Developer Guide,
 * "Parsing message formats"; AWS Lambda, "Using Lambda with Amazon SNS"), and what asks an http
 * endpoint to confirm. */
json_t *envelope_document(const struct receiver *r, const json_t *message);
json_t *envelope_event(const struct receiver *r, const json_t *message);
json_t *envelope_confirmation(const struct receiver *r);
/* A document (taken over) as a string. */
json_t *envelope_string(json_t *document);
/* Arguments of send_message but the queue, whose ARN it is. */
json_t *envelope_message(const struct receiver *r, const json_t *message, const char *arn);

#endif
