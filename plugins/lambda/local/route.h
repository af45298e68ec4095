/* SPDX-License-Identifier: Apache-2.0 */
/* From a request of the REST-JSON protocol to its operation, by the client half's tables. */
#ifndef SLRUN_LAMBDA_ROUTE_H
#define SLRUN_LAMBDA_ROUTE_H

#include "local/service.h"

struct route_body {
    const void *data;
    size_t size;
    bool too_large; /* it was dropped */
};

/* Serves a request; the body is borrowed until this returns. */
void route_serve(struct service *service, struct slrun_exchange *x, const struct route_body *body);

/* AWS's name of the operation that a request asks for; NULL: none. */
const char *route_operation(const struct slrun_exchange *x);
/* The arguments in a request, as far as they can be read; a new reference. NULL: it is none. */
json_t *route_args(struct service *service, const struct slrun_exchange *x);

#endif
