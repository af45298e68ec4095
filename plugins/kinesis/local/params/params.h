/* SPDX-License-Identifier: Apache-2.0 */
/* The parameters of every operation (API Reference, "Actions"), in the order in which AWS reports
 * what is wrong with them; each list ends with a NULL name. */
#ifndef SLRUN_KINESIS_PARAMS_H
#define SLRUN_KINESIS_PARAMS_H

#include "params/param.h"

enum {
    NAME_MAX_LENGTH = 128,
    ARN_MAX = 2048,
    STREAM_ID_SIZE = 25, /* with the NUL */
    PUT_RECORDS_MAX = 500,
    LIMIT_MAX = 10000,
    TAGS_MAX = 50, /* of a stream or consumer */
    TAG_KEY_MAX = 128,
    TAG_VALUE_MAX = 256,
    RETENTION_MIN_HOURS = 24,
    RETENTION_MAX_HOURS = 8760,
    RECORD_KIB_MIN = 1024, /* of the largest record */
    RECORD_KIB_MAX = 10240,
    SHARDS_MAX = 100000 /* that a request may ask for */
};

/* params_stream.c */
extern const struct param params_none[];
extern const struct param params_stream[]; /* the stream alone */
extern const struct param params_create_stream[];
extern const struct param params_delete_stream[];
extern const struct param params_describe_stream[];
extern const struct param params_list_streams[];
extern const struct param params_retention[];
extern const struct param params_monitoring[];
extern const struct param params_encryption[];
extern const struct param params_update_stream_mode[];
extern const struct param params_update_max_record_size[];
extern const struct param params_update_stream_warm_throughput[];
extern const struct param params_update_stream_record_distribution_strategy[];
extern const struct param params_update_account_settings[];

/* params_record.c */
extern const struct param params_put_record[];
extern const struct param params_put_records[];
extern const struct param params_get_shard_iterator[];
extern const struct param params_get_records[];

/* params_shard.c */
extern const struct param params_list_shards[];
extern const struct param params_split_shard[];
extern const struct param params_merge_shards[];
extern const struct param params_update_shard_count[];
extern const struct param params_register_stream_consumer[];
extern const struct param params_stream_consumer[];
extern const struct param params_list_stream_consumers[];
extern const struct param params_subscribe_to_shard[];

/* params_tag.c */
extern const struct param params_add_tags_to_stream[];
extern const struct param params_remove_tags_from_stream[];
extern const struct param params_list_tags_for_stream[];
extern const struct param params_tag_resource[];
extern const struct param params_untag_resource[];
extern const struct param params_resource[];
extern const struct param params_put_resource_policy[];

#endif
