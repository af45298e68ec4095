/* SPDX-License-Identifier: Apache-2.0 */
/* Operations that only tell how things are set: endpoints, limits. */
#include "service.h"

enum { ENDPOINT_CACHE_MINUTES = 1440, ACCOUNT_UNITS = 80000, TABLE_UNITS = 40000 };

/* The address the client used is the one it shall go on with. */
json_t *op_describe_endpoints(struct call *call)
{
    const struct slrun_exchange *x = call->exchange;
    const struct slrun_host *host = call->service->cloud->host;
    const char *address = host->header_get(x->headers, x->n_headers, "host");
    json_t *result = json_pack("{s:[{s:s, s:i}]}", "Endpoints", "Address",
                               address == NULL ? "localhost" : address, "CachePeriodInMinutes",
                               ENDPOINT_CACHE_MINUTES);
    if (result == NULL)
        fault_internal(&call->fault);
    return result;
}

json_t *op_describe_limits(struct call *call)
{
    json_t *result =
        json_pack("{s:i, s:i, s:i, s:i}", "AccountMaxReadCapacityUnits", ACCOUNT_UNITS,
                  "AccountMaxWriteCapacityUnits", ACCOUNT_UNITS, "TableMaxReadCapacityUnits",
                  TABLE_UNITS, "TableMaxWriteCapacityUnits", TABLE_UNITS);
    if (result == NULL)
        fault_internal(&call->fault);
    return result;
}
