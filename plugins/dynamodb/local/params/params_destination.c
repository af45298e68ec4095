/* SPDX-License-Identifier: Apache-2.0 */
/* The parameters of the operations on streams of Kinesis that changes go to. */
#include "params/params.h"
#include "params/params_shared.h"

static const char *const precision_words[] = {"MILLISECOND", "MICROSECOND", NULL};
static const struct param configuration_members[] = {
    WORD("ApproximateCreationDateTimePrecision", precision_words), END};

#define STREAM_ARN                                                                                 \
    {                                                                                              \
        .name = "StreamArn", .type = PARAM_STRING, .flags = PARAM_NOT_NULL, .min = 37, .max = 1024 \
    }

const struct param params_destination[] = {
    TABLE_NAME, STREAM_ARN,
    STRUCT("EnableKinesisStreamingConfiguration", PARAM_MEMBER,
           "EnableKinesisStreamingConfiguration", configuration_members),
    END};
const struct param params_update_destination[] = {
    TABLE_NAME, STREAM_ARN,
    STRUCT("UpdateKinesisStreamingConfiguration", PARAM_MEMBER,
           "UpdateKinesisStreamingConfiguration", configuration_members),
    END};
