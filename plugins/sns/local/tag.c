/* SPDX-License-Identifier: Apache-2.0 */
/* Tags of topics. */
#include "local/tag.h"

#include <string.h>

enum { KEY_MAX = 128, VALUE_MAX = 256 };

static bool check(struct call *call, const json_t *tags)
{
    for (size_t i = 0; i < json_array_size(tags); i++) {
        const char *key = slrun_text(json_array_get(tags, i), "Key");
        const char *value = slrun_text(json_array_get(tags, i), "Value");
        if (slrun_list_at(tags, "Key", key) < i)
            return call_invalid(call, "Duplicated keys are not allowed.");
        if (!*key || strlen(key) > KEY_MAX || strlen(value) > VALUE_MAX ||
            strncmp(key, "aws:", 4) == 0)
            return call_invalid(call, "Tags Reason: %.128s is no tag", key);
    }
    return true;
}

bool tags_put(struct call *call, json_t *topic, const json_t *tags)
{
    json_t *mine = json_object_get(topic, "Tags");
    size_t i, more = 0;
    if (!check(call, tags))
        return false;
    for (i = 0; i < json_array_size(tags); i++)
        more += slrun_list_at(mine, "Key", slrun_text(json_array_get(tags, i), "Key")) ==
                json_array_size(mine);
    if (json_array_size(mine) + more > TAGS_MAX)
        return call_fail(call, "TagLimitExceeded",
                         "Could not complete request: tag quota of per resource exceeded");
    slrun_list_put(mine, "Key", tags);
    return true;
}

bool tags_among(const json_t *all, const json_t *some)
{
    for (size_t i = 0; i < json_array_size(some); i++) {
        const json_t *tag = json_array_get(some, i);
        if (!json_equal(tag,
                        json_array_get(all, slrun_list_at(all, "Key", slrun_text(tag, "Key")))))
            return false;
    }
    return true;
}

json_t *op_tag_resource(struct call *call)
{
    json_t *topic = call_topic(call, "ResourceArn");
    if (!topic || !tags_put(call, topic, json_object_get(call->args, "Tags")))
        return NULL;
    topic_keep(call->service, call_text(call, "ResourceArn"));
    return json_object();
}

json_t *op_untag_resource(struct call *call)
{
    json_t *topic = call_topic(call, "ResourceArn");
    if (!topic)
        return NULL;
    slrun_list_drop(json_object_get(topic, "Tags"), "Key", json_object_get(call->args, "TagKeys"));
    topic_keep(call->service, call_text(call, "ResourceArn"));
    return json_object();
}

json_t *op_list_tags_for_resource(struct call *call)
{
    json_t *topic = call_topic(call, "ResourceArn");
    return topic ? json_pack("{s:O}", "Tags", json_object_get(topic, "Tags")) : NULL;
}
