/* SPDX-License-Identifier: Apache-2.0 */
/* Quotas. */
#include "stream/account.h"

#include <inttypes.h>
#include <string.h>

int64_t account_shard_limit(const char *region)
{
    static const char *const large[] = {"us-east-1", "us-west-2", "eu-west-1"};
    for (size_t i = 0; i < sizeof large / sizeof *large; i++)
        if (strcmp(region, large[i]) == 0)
            return 20000;
    return 1000;
}

int64_t account_on_demand_streams(const struct call *call)
{
    int64_t n = 0;
    for (size_t i = 0; i < call->service->streams.n; i++) {
        const struct stream *stream = service_stream(call->service, i);
        n += stream->on_demand && strcmp(stream->account, call->exchange->account) == 0 &&
             strcmp(stream->region, call->exchange->region) == 0;
    }
    return n;
}

bool account_check_shards(struct call *call, int64_t additional)
{
    const char *account = call->exchange->account, *region = call->exchange->region;
    int64_t n = service_count_shards(call->service, account, region);
    int64_t limit = account_shard_limit(region);
    return n + additional <= limit ||
           fault_set(&call->fault, FAULT_LIMIT_EXCEEDED,
                     "This request would exceed the shard limit for the account %s in %s. Current "
                     "shard count for the account: %" PRId64 ". Limit: %" PRId64
                     ". Number of additional shards that would have resulted from this request: "
                     "%" PRId64 ". Refer to the AWS Service Limits page "
                     "(http://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html) for "
                     "current limits and how to request higher limits.",
                     account, region, n, limit, additional);
}
