/* SPDX-License-Identifier: Apache-2.0 */
/* tag_resource, untag_resource, list_tags_of_resource: what they take and answer. */
#include "client/ops.h"
#include "client/shapes.h"

PARAMS(tag_resource_params) = {
    {"ResourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the table (describe_table tells it)."},
    {"Tags", S_LIST(shape_tag), SLRUN_REQUIRED, "Tags to set; one of the same key is replaced."},
    PARAMS_END,
};

PARAMS(untag_resource_params) = {
    {"ResourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the table (describe_table tells it)."},
    {"TagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Keys of the tags to remove."},
    PARAMS_END,
};

PARAMS(list_tags_of_resource_params) = {
    {"ResourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the table (describe_table tells it)."},
    {"NextToken", S_STRING, 0, "NextToken of the page before."},
    PARAMS_END,
};

PARAMS(list_tags_of_resource_result) = {
    {"Tags", S_LIST(shape_tag), 0, "Tags of the table."},
    {"NextToken", S_STRING, 0, "There is more."},
    PARAMS_END,
};
