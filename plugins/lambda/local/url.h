/* SPDX-License-Identifier: Apache-2.0 */
/* Function URLs: their configuration, and requests to them at /_url/ID/ of the local cloud. */
#ifndef SLRUN_LAMBDA_URL_H
#define SLRUN_LAMBDA_URL_H

#include "local/service.h"

#define URL_PREFIX "/_url/"

void url_serve(struct service *service, struct slrun_exchange *x);

/* A function, the qualifier of its URL, and the URL's AuthType. */
struct url_asked {
    const struct function *function;
    const char *qualifier, *auth;
};
/* Whether AWS answers such a request, or it shall be answered here all the same (slrun/iam.h). */
bool url_admits(const struct url_asked *asked, const struct slrun_exchange *x);

/* The event of a request, payload format 2.0 (Developer Guide, "Invoking Lambda function URLs"); a
 * new reference. `path` begins behind the URL's id. */
json_t *url_event(const struct service *service, const struct slrun_exchange *x, const char *id,
                  const char *path);
/* Begins an answer that is streamed, with "statusCode", "headers" and "cookies" of `head`, or NULL.
 * `type` may be NULL. */
void url_open(const struct service *service, struct slrun_exchange *x, const json_t *head,
              const char *type);
/* The answer that what the handler returned says. */
void url_answer(const struct service *service, struct slrun_exchange *x, const char *payload,
                size_t size);

#endif
