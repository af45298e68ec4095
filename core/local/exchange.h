/* SPDX-License-Identifier: Apache-2.0 */
/* One request to the local cloud: the ABI's exchange over the HTTP server's. */
#ifndef SLRUN_LOCAL_EXCHANGE_H
#define SLRUN_LOCAL_EXCHANGE_H

#include "local/cloud.h"

/* An exchange for `http`; NULL (and answered with 500) when out of memory. */
struct slrun_exchange *exchange_new(struct cloud *cloud, struct http_exchange *http);

/* Sets the region of the credential scope; an empty one leaves the default. */
void exchange_set_region(struct slrun_exchange *x, const char *region, size_t size);

/* slrun_cloud.reply and .on_gone. */
void exchange_reply(struct slrun_exchange *x, const struct slrun_reply *reply);
void exchange_on_gone(struct slrun_exchange *x, void (*gone)(struct slrun_exchange *x));

/* The client has left, or the local cloud is `closing`: tells the service, if it asked to be told,
 * and ends the exchange. false: it did not ask, so it may reply yet and the exchange stays. */
bool exchange_gone(struct slrun_exchange *x, bool closing);

/* Answers as an AWS JSON service does: {"__type":"com.amazon.coral.service#CODE","message":TEXT}.
 */
void exchange_error(struct slrun_exchange *x, int status, const char *code, const char *text);

/* Answers with JSON, whose reference is taken over. */
void exchange_json(struct slrun_exchange *x, int status, json_t *json);

#endif
