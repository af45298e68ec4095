/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/retry.h"

#include <stdlib.h>
#include <string.h>

static const char *const throttling[] = {
    "Throttling",
    "ThrottlingException",
    "ThrottledException",
    "RequestThrottledException",
    "TooManyRequestsException",
    "ProvisionedThroughputExceededException",
    "TransactionInProgressException",
    "RequestLimitExceeded",
    "BandwidthLimitExceeded",
    "LimitExceededException",
    "RequestThrottled",
    "SlowDown",
    "PriorRequestNotComplete",
    "EC2ThrottledException",
    "RequestTimeout",
    "RequestTimeoutException",
    NULL,
};

static bool listed(const char *const *list, const char *code)
{
    for (; list && *list; list++)
        if (strcmp(*list, code) == 0)
            return true;
    return false;
}

bool retry_worth(const struct slrun_op *op, const struct slrun_error *error)
{
    switch (error->kind) {
    case SLRUN_E_SERVICE:
        return listed(throttling, error->code) || listed(op->retry, error->code) ||
               error->status == 500 || (error->status >= 502 && error->status <= 504);
    case SLRUN_E_CLOSED:
        return (op->flags & SLRUN_OP_IDEMPOTENT) != 0;
    default:
        return false;
    }
}

uint64_t retry_delay_ms(int attempt)
{
    uint64_t most = attempt < 9 ? (uint64_t)50 << attempt : 20000;
    if (most > 20000)
        most = 20000;
    return (uint64_t)(drand48() * (double)most);
}
