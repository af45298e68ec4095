/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which service a request is for. By X-Amz-Target, whose part before the dot names the service (AWS
 * JSON protocols); else by the service's name in the credential scope; else by the services'
 * claims.
 */
#ifndef SLRUN_LOCAL_ROUTE_H
#define SLRUN_LOCAL_ROUTE_H

#include "local/exchange.h"

/* Where a request goes; `service` NULL: to none. */
struct route {
    const struct cloud_service *service;
    int claim; /* how sure the service is, where nothing names it; else 0 */
};

/* `authorization` NULL: it is not signed. */
struct route route_find(const struct cloud *cloud, const struct slrun_exchange *x,
                        const struct sigv4_authorization *authorization);

enum route_own {
    ROUTE_SERVICE,  /* it is none of the local cloud's own addresses */
    ROUTE_ANSWERED, /* the exchange is over, or waits in the cloud */
    ROUTE_WAITS,    /* e->own() answers when the body is there */
};

/*
 * Answers the local cloud's own addresses:
 *   GET /_slrun/health      {"status":"ok",...}
 *   POST /_slrun/reset      has every service forget its data, and ends all faults
 *   POST /moto-api/reset    the same, and changes of state take no time from now on
 *   GET /_slrun/faults      {"faults":[...]}
 *   POST /_slrun/faults     a rule of inject.h begins
 *   DELETE /_slrun/faults   ends them all
 *   GET /_slrun/denied      {"denied":[...]}: what AWS would refuse (judge.h)
 *   GET /_slrun/clock       {"now_ms":...}
 *   POST /_slrun/clock      {"advance":"30s"} moves the clock on; not where a runner has it
 *   POST /_slrun/settle     answers when nothing is at work and no event is left to deliver
 *   GET /_slrun/failures    {"failures":[...]} (failures.h)
 *   GET /_slrun/warnings    {"warnings":[...]} (warnings.h)
 *   GET /_slrun/left-out    {"left_out":[...]} (left_out.h)
 *   GET /_slrun/look        what is there, for the page (look.h)
 * A web page may not use them, but for the local cloud's own (origin.h).
 */
enum route_own route_own(struct cloud *cloud, struct exchange *e);

/* The same for GET /: what this is; to a browser the page. For requests that are not signed and
 * that no service claims for sure; signed it is S3's ListBuckets, and with the right Host a bucket.
 */
bool route_root(struct cloud *cloud, struct exchange *e);

#endif
