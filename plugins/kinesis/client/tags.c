/* SPDX-License-Identifier: Apache-2.0 */
/* Tags and resource policies: what the operations take and answer. */
#include "client/ops.h"
#include "client/shapes.h"

static PARAMS(tag_members) = {
    {"Key", S_STRING, 0, "Key of the tag."},
    {"Value", S_STRING, 0, "Value of the tag."},
    PARAMS_END,
};
static const struct slrun_shape shape_tag = S_STRUCTURE(tag_members);

PARAMS(add_tags_to_stream_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"Tags", S_MAP(shape_string), SLRUN_REQUIRED, "Tags, key to value."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(remove_tags_from_stream_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"TagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Keys of the tags to remove."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(list_tags_for_stream_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"ExclusiveStartTagKey", S_STRING, 0, "Key after which to begin."},
    {"Limit", S_INTEGER, 0, "Most to answer with."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(list_tags_for_stream_result) = {
    {"Tags", S_LIST(shape_tag), 0, "Tags, key to value."},
    {"HasMoreTags", S_BOOLEAN, 0, "There are more."},
    PARAMS_END,
};

PARAMS(tag_resource_params) = {
    {"Tags", S_MAP(shape_string), SLRUN_REQUIRED, "Tags, key to value."},
    {"ResourceARN", S_STRING, SLRUN_REQUIRED, "ARN of a stream or consumer."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(untag_resource_params) = {
    {"TagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Keys of the tags to remove."},
    {"ResourceARN", S_STRING, SLRUN_REQUIRED, "ARN of a stream or consumer."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(list_tags_for_resource_params) = {
    {"ResourceARN", S_STRING, SLRUN_REQUIRED, "ARN of a stream or consumer."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(list_tags_for_resource_result) = {
    {"Tags", S_LIST(shape_tag), 0, "Tags, key to value."},
    PARAMS_END,
};

PARAMS(put_resource_policy_params) = {
    {"ResourceARN", S_STRING, SLRUN_REQUIRED, "ARN of a stream or consumer."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    {"Policy", S_STRING, SLRUN_REQUIRED, "Policy, a JSON text."},
    PARAMS_END,
};

PARAMS(get_resource_policy_params) = {
    {"ResourceARN", S_STRING, SLRUN_REQUIRED, "ARN of a stream or consumer."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(get_resource_policy_result) = {
    {"Policy", S_STRING, 0, "Policy, a JSON text."},
    PARAMS_END,
};

PARAMS(delete_resource_policy_params) = {
    {"ResourceARN", S_STRING, SLRUN_REQUIRED, "ARN of a stream or consumer."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};
