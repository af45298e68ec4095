/* SPDX-License-Identifier: Apache-2.0 */
/* S3: the bucket's NotificationConfiguration, a permission, and that the bucket waits for it. */
#include <string.h>

#include "sam/events.h"
#include "sam/value.h"

const struct sam_property sam_s3_properties[] = {
    {"Bucket", SAM_STR, 0, SAM_REQUIRED},
    {"Events", SAM_STR | SAM_LIST, SAM_STR, SAM_REQUIRED | SAM_LITERAL},
    {"Filter", SAM_MAP, SAM_STR, 0},
    {NULL, 0, 0, 0},
};

/* The bucket, which must be in the template; its id in *id. NULL after a problem. */
static json_t *bucket_of(struct sam *s, const struct sam_event *event, const char **id)
{
    const json_t *reference = sam_get(event->p, "Bucket");
    const json_t *ref = json_is_object(reference) ? json_object_get(reference, "Ref") : NULL;
    *id = json_string_value(ref);
    if (ref != NULL && *id == NULL) {
        sam_fail_event(s, event->name, "'Ref' value in S3 events is not a valid string.");
        return NULL;
    }
    json_t *bucket = *id == NULL ? NULL : json_object_get(s->source, *id);
    if (bucket == NULL) {
        sam_fail_event(s, event->name,
                       "S3 events must reference an S3 bucket in the same template.");
    }
    return bucket;
}

bool sam_s3_check(struct sam *s, const struct sam_event *event)
{
    const char *id;
    return bucket_of(s, event, &id) != NULL;
}

/* The bucket is made after the permission, or S3 refuses its configuration. */
static bool depend(struct sam *s, json_t *bucket, const char *permission)
{
    json_t *names = sam_get(bucket, "DependsOn");
    if (names == NULL || json_is_string(names)) {
        json_t *list = names == NULL ? json_array() : json_pack("[O]", names);
        sam_put(s, bucket, "DependsOn", list);
        names = list;
    }
    if (!json_is_array(names)) {
        char id[SAM_ID_MAX];
        return sam_fail(
            s, sam_id(id, "%s%s", s->id, s->event),
            "Invalid type for field 'DependsOn'. Expected a string or list of strings.");
    }
    sam_append_once(s, names, json_string(permission));
    return true;
}

/* Of a permission that is there under a condition DependsOn cannot speak: a tag refers to it. */
static bool depend_by_tag(struct sam *s, json_t *bucket, const char *bucket_id,
                          const char *permission)
{
    json_t *tags = sam_list_at(s, sam_object_at(s, bucket, "Properties"), "Tags");
    if (tags == NULL)
        return sam_fail(s, bucket_id, "Property 'Tags' should be a list.");
    json_t *value =
        sam_if(sam_text(s->body, "Condition"), sam_ref(permission), json_string("no dependency"));
    sam_append(s, tags,
               json_pack("{s:o, s:o}", "Key",
                         json_sprintf("sam:ConditionalDependsOn:%s", permission), "Value", value));
    return true;
}

static void add_notification(struct sam *s, const struct sam_event *event, json_t *list,
                             const json_t *type)
{
    json_t *one = json_pack("{s:o, s:O}", "Function", sam_target_arn(event->target), "Event", type);
    const char *condition = sam_text(s->body, "Condition");
    sam_copy(s, one, event->p, "Filter");
    sam_append_once(s, list, condition == NULL ? one : sam_if(condition, one, NULL));
}

static bool notify(struct sam *s, const struct sam_event *event, json_t *bucket,
                   const char *bucket_id)
{
    json_t *properties = sam_object_at(s, bucket, "Properties");
    if (properties == NULL)
        return sam_fail(s, bucket_id, "Properties should be a map.");
    json_t *config = sam_object_at(s, properties, "NotificationConfiguration");
    if (config == NULL)
        return sam_fail(s, bucket_id, "Property 'NotificationConfiguration' should be a map.");
    json_t *list = sam_list_at(s, config, "LambdaConfigurations");
    if (list == NULL)
        return sam_fail(s, bucket_id, "Invalid type for LambdaConfigurations. Must be a list.");
    const json_t *types = sam_get(event->p, "Events");
    size_t i;
    json_t *type;
    if (json_is_string(types))
        add_notification(s, event, list, types);
    json_array_foreach (types, i, type)
        add_notification(s, event, list, type);
    return true;
}

bool sam_s3_make(struct sam *s, const struct sam_event *event)
{
    const char *bucket_id;
    char id[SAM_ID_MAX];
    json_t *bucket = bucket_of(s, event, &bucket_id);
    if (bucket == NULL || !sam_expect_type(s, bucket_id, "AWS::S3::Bucket"))
        return false;
    struct sam_permission permission = {sam_id(id, "%sPermission", event->id), "s3.amazonaws.com",
                                        NULL, sam_ref("AWS::AccountId"), NULL};
    sam_permission(s, sam_target_name(event->target), &permission);
    bool conditional = sam_text(s->body, "Condition") != NULL;
    return (conditional ? depend_by_tag(s, bucket, bucket_id, id) : depend(s, bucket, id)) &&
           notify(s, event, bucket, bucket_id);
}
