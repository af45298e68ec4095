/* SPDX-License-Identifier: Apache-2.0 */
/* The table of operations: the frequent ones first. */
#include <string.h>

#include "service.h"

static const struct operation operations[] = {
    {"GetRecords", params_get_records, op_get_records},
    {"PutRecord", params_put_record, op_put_record},
    {"PutRecords", params_put_records, op_put_records},
    {"GetShardIterator", params_get_shard_iterator, op_get_shard_iterator},
    {"DescribeStreamSummary", params_stream, op_describe_stream_summary},
    {"DescribeStream", params_describe_stream, op_describe_stream},
    {"ListShards", params_list_shards, op_list_shards},
    {"CreateStream", params_create_stream, op_create_stream},
    {"DeleteStream", params_delete_stream, op_delete_stream},
    {"ListStreams", params_list_streams, op_list_streams},
    {"DescribeLimits", params_none, op_describe_limits},
    {"SplitShard", params_split_shard, op_split_shard},
    {"MergeShards", params_merge_shards, op_merge_shards},
    {"UpdateShardCount", params_update_shard_count, op_update_shard_count},
    {"UpdateStreamMode", params_update_stream_mode, op_update_stream_mode},
    {"UpdateMaxRecordSize", params_update_max_record_size, op_update_max_record_size},
    {"UpdateStreamWarmThroughput", params_update_stream_warm_throughput,
     op_update_stream_warm_throughput},
    {"UpdateStreamRecordDistributionStrategy", params_update_stream_record_distribution_strategy,
     op_update_stream_record_distribution_strategy},
    {"DescribeAccountSettings", params_none, op_describe_account_settings},
    {"UpdateAccountSettings", params_update_account_settings, op_update_account_settings},
    {"IncreaseStreamRetentionPeriod", params_retention, op_increase_stream_retention_period},
    {"DecreaseStreamRetentionPeriod", params_retention, op_decrease_stream_retention_period},
    {"EnableEnhancedMonitoring", params_monitoring, op_enable_enhanced_monitoring},
    {"DisableEnhancedMonitoring", params_monitoring, op_disable_enhanced_monitoring},
    {"StartStreamEncryption", params_encryption, op_start_stream_encryption},
    {"StopStreamEncryption", params_encryption, op_stop_stream_encryption},
    {"AddTagsToStream", params_add_tags_to_stream, op_add_tags_to_stream},
    {"RemoveTagsFromStream", params_remove_tags_from_stream, op_remove_tags_from_stream},
    {"ListTagsForStream", params_list_tags_for_stream, op_list_tags_for_stream},
    {"TagResource", params_tag_resource, op_tag_resource},
    {"UntagResource", params_untag_resource, op_untag_resource},
    {"ListTagsForResource", params_resource, op_list_tags_for_resource},
    {"PutResourcePolicy", params_put_resource_policy, op_put_resource_policy},
    {"GetResourcePolicy", params_resource, op_get_resource_policy},
    {"DeleteResourcePolicy", params_resource, op_delete_resource_policy},
    {"RegisterStreamConsumer", params_register_stream_consumer, op_register_stream_consumer},
    {"DeregisterStreamConsumer", params_stream_consumer, op_deregister_stream_consumer},
    {"DescribeStreamConsumer", params_stream_consumer, op_describe_stream_consumer},
    {"SubscribeToShard", params_subscribe_to_shard, op_subscribe_to_shard},
    {"ListStreamConsumers", params_list_stream_consumers, op_list_stream_consumers},
};

const struct operation *operation_find(const char *name)
{
    for (size_t i = 0; name != NULL && i < sizeof operations / sizeof *operations; i++)
        if (strcmp(operations[i].name, name) == 0)
            return &operations[i];
    return NULL;
}
