/* SPDX-License-Identifier: Apache-2.0 */
/* The parameters of the operations on tags and policies. */
#include "params/params_shared.h"

const struct param params_tag_value = STRING("", 0, 0, TAG_VALUE_MAX);

static const struct param tag_key = STRING("", 0, 1, TAG_KEY_MAX);

#define RESOURCE ARN("ResourceARN", PARAM_REQUIRED, PATTERN_RESOURCE_ARN), STREAM_ID

const struct param params_add_tags_to_stream[] = {TAGS("Tags", PARAM_REQUIRED), STREAM, END};

const struct param params_remove_tags_from_stream[] = {
    LIST("TagKeys", PARAM_REQUIRED, &tag_key, TAGS_MAX), STREAM, END};

const struct param params_list_tags_for_stream[] = {
    INTEGER("Limit", 0, 1, TAGS_MAX), STRING("ExclusiveStartTagKey", 0, 1, TAG_KEY_MAX), STREAM,
    END};

const struct param params_tag_resource[] = {TAGS("Tags", PARAM_REQUIRED), RESOURCE, END};
const struct param params_untag_resource[] = {LIST("TagKeys", PARAM_REQUIRED, &tag_key, TAGS_MAX),
                                              RESOURCE, END};
const struct param params_resource[] = {RESOURCE, END};
const struct param params_put_resource_policy[] = {STRING("Policy", PARAM_REQUIRED, 0, 0), RESOURCE,
                                                   END};
