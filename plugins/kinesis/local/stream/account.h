/* SPDX-License-Identifier: Apache-2.0 */
/* What an account may have (Developer Guide, "Quotas and limits"). */
#ifndef SLRUN_KINESIS_ACCOUNT_H
#define SLRUN_KINESIS_ACCOUNT_H

#include "service.h"

enum { ON_DEMAND_STREAMS_MAX = 50 };

/* Open shards that an account may have in the region. */
int64_t account_shard_limit(const char *region);

/* On-demand streams that the account of this call has in its region. */
int64_t account_on_demand_streams(const struct call *call);

/* False with LimitExceededException, if there would be too many open shards. */
bool account_check_shards(struct call *call, int64_t additional);

#endif
