/* SPDX-License-Identifier: Apache-2.0 */
/* What streams and shards look like in answers. */
#ifndef SLRUN_KINESIS_DESCRIBE_H
#define SLRUN_KINESIS_DESCRIBE_H

#include "stream/stream.h"

/* Each returns a new reference. */
json_t *describe_shard(const struct shard *shard);
json_t *describe_time(int64_t ms); /* seconds */

#endif
