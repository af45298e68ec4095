/* SPDX-License-Identifier: Apache-2.0 */
/* Tags of topics. */
#include "local/tag.h"

#include <string.h>

enum { KEY_MAX = 128, VALUE_MAX = 256 };

static size_t find(const json_t *tags, const char *key)
{
    size_t i, n = json_array_size(tags);
    for (i = 0; i < n; i++)
        if (strcmp(text_of(json_array_get(tags, i), "Key"), key) == 0)
            break;
    return i;
}

static bool check(struct call *call, const json_t *tags)
{
    for (size_t i = 0; i < json_array_size(tags); i++) {
        const char *key = text_of(json_array_get(tags, i), "Key");
        const char *value = text_of(json_array_get(tags, i), "Value");
        if (find(tags, key) < i)
            return call_invalid(call, "Duplicated keys are not allowed.");
        if (!*key || strlen(key) > KEY_MAX || strlen(value) > VALUE_MAX ||
            strncmp(key, "aws:", 4) == 0)
            return call_invalid(call, "Tags Reason: %.128s is no tag", key);
    }
    return true;
}

bool tags_put(struct call *call, json_t *topic, const json_t *tags)
{
    json_t *mine = json_object_get(topic, "Tags"), *tag;
    size_t i, more = 0;
    if (!check(call, tags))
        return false;
    for (i = 0; i < json_array_size(tags); i++)
        more += find(mine, text_of(json_array_get(tags, i), "Key")) == json_array_size(mine);
    if (json_array_size(mine) + more > TAGS_MAX)
        return call_fail(call, "TagLimitExceeded",
                         "Could not complete request: tag quota of per resource exceeded");
    for (i = 0; i < json_array_size(tags); i++) {
        tag = json_array_get(tags, i);
        size_t at = find(mine, text_of(tag, "Key"));
        (void)(at < json_array_size(mine) ? json_array_set(mine, at, tag)
                                          : json_array_append(mine, tag));
    }
    return true;
}

bool tags_among(const json_t *all, const json_t *some)
{
    for (size_t i = 0; i < json_array_size(some); i++) {
        const json_t *tag = json_array_get(some, i);
        if (!json_equal(tag, json_array_get(all, find(all, text_of(tag, "Key")))))
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
    json_t *topic = call_topic(call, "ResourceArn"), *key;
    json_t *mine = json_object_get(topic, "Tags");
    size_t i;
    if (!topic)
        return NULL;
    json_array_foreach (json_object_get(call->args, "TagKeys"), i, key)
        (void)json_array_remove(mine, find(mine, json_string_value(key)));
    topic_keep(call->service, call_text(call, "ResourceArn"));
    return json_object();
}

json_t *op_list_tags_for_resource(struct call *call)
{
    json_t *topic = call_topic(call, "ResourceArn");
    return topic ? json_pack("{s:O}", "Tags", json_object_get(topic, "Tags")) : NULL;
}
