/* SPDX-License-Identifier: Apache-2.0 */
/* The table of operations, and what its entries point to. */
#ifndef SLRUN_KINESIS_OPS_H
#define SLRUN_KINESIS_OPS_H

#include <slrun/slrun.h>

enum { KINESIS_OPS = 39 };
extern const struct slrun_op kinesis_ops[KINESIS_OPS];
extern const struct slrun_service kinesis_service;
extern const struct slrun_grant kinesis_grants[];

/* streams.c */
extern const struct slrun_param create_stream_params[];
extern const struct slrun_param delete_stream_params[];
extern const struct slrun_param describe_stream_params[], describe_stream_result[];
extern const struct slrun_param describe_stream_summary_params[], describe_stream_summary_result[];
extern const struct slrun_param describe_limits_result[];
extern const struct slrun_param list_streams_params[], list_streams_result[];
extern const struct slrun_param increase_stream_retention_period_params[];
extern const struct slrun_param decrease_stream_retention_period_params[];
extern const struct slrun_param enable_enhanced_monitoring_params[],
    enable_enhanced_monitoring_result[];
extern const struct slrun_param disable_enhanced_monitoring_params[],
    disable_enhanced_monitoring_result[];
extern const struct slrun_param start_stream_encryption_params[];
extern const struct slrun_param stop_stream_encryption_params[];
extern const struct slrun_param update_stream_mode_params[];
extern const struct slrun_param update_max_record_size_params[];
extern const struct slrun_param update_stream_warm_throughput_params[],
    update_stream_warm_throughput_result[];
extern const struct slrun_param update_stream_record_distribution_strategy_params[];
extern const struct slrun_param account_settings_result[];
extern const struct slrun_param update_account_settings_params[];

/* shards.c */
extern const struct slrun_param list_shards_params[], list_shards_result[];
extern const struct slrun_param split_shard_params[];
extern const struct slrun_param merge_shards_params[];
extern const struct slrun_param update_shard_count_params[], update_shard_count_result[];

/* records.c */
extern const struct slrun_param put_record_params[], put_record_result[];
extern const struct slrun_param put_records_params[], put_records_result[];
extern const struct slrun_param get_shard_iterator_params[], get_shard_iterator_result[];
extern const struct slrun_param get_records_params[], get_records_result[];

/* consumers.c */
extern const struct slrun_param register_stream_consumer_params[],
    register_stream_consumer_result[];
extern const struct slrun_param deregister_stream_consumer_params[];
extern const struct slrun_param describe_stream_consumer_params[],
    describe_stream_consumer_result[];
extern const struct slrun_param list_stream_consumers_params[], list_stream_consumers_result[];

/* tags.c */
extern const struct slrun_param add_tags_to_stream_params[];
extern const struct slrun_param remove_tags_from_stream_params[];
extern const struct slrun_param list_tags_for_stream_params[], list_tags_for_stream_result[];
extern const struct slrun_param tag_resource_params[];
extern const struct slrun_param untag_resource_params[];
extern const struct slrun_param list_tags_for_resource_params[], list_tags_for_resource_result[];
extern const struct slrun_param put_resource_policy_params[];
extern const struct slrun_param get_resource_policy_params[], get_resource_policy_result[];
extern const struct slrun_param delete_resource_policy_params[];

#endif
