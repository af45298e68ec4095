/* SPDX-License-Identifier: Apache-2.0 */
/* What IAM wants for the operations (Service Authorization Reference, "Amazon Kinesis Data
 * Streams"). */
#include "client/ops.h"

const struct slrun_grant kinesis_grants[] = {
    {"list_streams", NULL, NULL, NULL},
    {"describe_limits", NULL, NULL, NULL},
    {"enable_enhanced_monitoring", NULL, NULL, NULL},
    {"disable_enhanced_monitoring", NULL, NULL, NULL},
    {"update_stream_mode", NULL, NULL, NULL},
    {"update_shard_count", NULL, NULL, NULL},
    {"describe_account_settings", NULL, NULL, NULL},
    {"update_account_settings", NULL, NULL, NULL},
    {"create_stream", NULL, "arn:p:kinesis:r:a:stream/{StreamName}", NULL},
    {"create_stream", "kinesis:AddTagsToStream", "arn:p:kinesis:r:a:stream/{StreamName}", "Tags"},
    {"*", NULL, "{ConsumerARN}", NULL},
    {"*", NULL, "{ResourceARN}", NULL},
    {"*", NULL, "{StreamARN}", NULL},
    {"*", NULL, "arn:p:kinesis:r:a:stream/{StreamName}", NULL},
    {0},
};
