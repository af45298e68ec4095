/* SPDX-License-Identifier: Apache-2.0 */
/* SubscribeToShard. */
#include <inttypes.h>

#include "record/position.h"
#include "record/subscription.h"

static bool check_consumer(struct call *call, const struct resource *found)
{
    const struct consumer *consumer = found->consumer;
    return consumer->status == STATUS_ACTIVE ||
           fault_set(&call->fault, FAULT_IN_USE,
                     "Consumer %s with creation timestamp %" PRId64
                     " under stream: %s , account %s is not in ACTIVE status.",
                     consumer->name, consumer->created_ms / 1000, found->stream->name,
                     found->stream->account);
}

json_t *op_subscribe_to_shard(struct call *call)
{
    const json_t *start = json_object_get(call->args, "StartingPosition");
    struct position position = {.type = json_string_value(json_object_get(start, "Type")),
                                .sequence =
                                    json_string_value(json_object_get(start, "SequenceNumber")),
                                .timestamp = json_object_get(start, "Timestamp"),
                                .operation = "SubscribeToShard"};
    struct resource found;
    uint64_t index;
    if (!resource_find(call, call_string(call, "ConsumerARN"), &found) ||
        !check_consumer(call, &found))
        return NULL;
    position.stream = found.stream;
    position.shard = position_shard(call, found.stream, call_string(call, "ShardId"));
    call->answered = position.shard != NULL && !call_ends_dry(call) &&
                     position_index(call, &position, &index) &&
                     subscription_begin(call, &found, position.shard, index);
    return NULL;
}
