/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which service a request is for. By X-Amz-Target, whose part before the dot names the service (AWS
 * JSON protocols); else by the service's name in the credential scope.
 */
#ifndef SLRUN_LOCAL_ROUTE_H
#define SLRUN_LOCAL_ROUTE_H

#include "local/cloud.h"

/* The service, or NULL. `authorization` may be NULL. */
const struct cloud_service *route_service(const struct cloud *cloud,
                                          const struct http_exchange *http,
                                          const struct sigv4_authorization *authorization);

/*
 * Answers the local cloud's own addresses:
 *   GET /                what this is (only without a signature: else it is S3's ListBuckets)
 *   GET /_slrun/health   {"status":"ok",...}
 *   POST /_slrun/reset   has every service forget its data
 * A web page may not use them (a request with an Origin is refused). false: it is none of them.
 */
bool route_own(struct cloud *cloud, struct slrun_exchange *x);

#endif
