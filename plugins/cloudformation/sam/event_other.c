/* SPDX-License-Identifier: Apache-2.0 */
/* CloudWatchLogs, IoTRule, AlexaSkill and Cognito: a permission and little more. */
#include <string.h>

#include "sam/events.h"
#include "sam/value.h"

const struct sam_property sam_logs_properties[] = {
    {"LogGroupName", SAM_STR, 0, SAM_REQUIRED | SAM_PASS},
    {"FilterPattern", SAM_STR, 0, SAM_REQUIRED | SAM_PASS},
    {NULL, 0, 0, 0},
};
const struct sam_property sam_iot_properties[] = {
    {"Sql", SAM_STR, 0, SAM_REQUIRED | SAM_PASS},
    {"AwsIotSqlVersion", SAM_STR, 0, SAM_PASS},
    {NULL, 0, 0, 0},
};
const struct sam_property sam_alexa_properties[] = {
    {"SkillId", SAM_STR, 0, 0},
    {NULL, 0, 0, 0},
};
const struct sam_property sam_cognito_properties[] = {
    {"UserPool", 0, 0, SAM_REQUIRED},
    {"Trigger", SAM_STR | SAM_LIST, SAM_STR, SAM_REQUIRED | SAM_LITERAL},
    {NULL, 0, 0, 0},
};

/* {"Fn::Sub": ["arn:aws:SERVICE:${AWS::Region}:${AWS::AccountId}:REST", {NAME: value}]}. */
static json_t *source_arn(const struct sam *s, const char *service, const char *rest,
                          json_t *variables)
{
    return json_pack(
        "{s:[o, o]}", "Fn::Sub",
        json_sprintf("arn:%s:%s:${AWS::Region}:${AWS::AccountId}:%s", s->partition, service, rest),
        variables);
}

bool sam_logs_make(struct sam *s, const struct sam_event *event)
{
    char id[SAM_ID_MAX];
    json_t *group =
        json_pack("{s:o}", "__LogGroupName__", json_deep_copy(sam_get(event->p, "LogGroupName")));
    struct sam_permission permission = {
        sam_id(id, "%sPermission", event->id), "logs.amazonaws.com",
        source_arn(s, "logs", "log-group:${__LogGroupName__}:*", group), NULL, NULL};
    sam_permission(s, sam_target_name(event->target), &permission);
    json_t *filter = sam_make(s, event->id, "AWS::Logs::SubscriptionFilter",
                              json_pack("{s:o}", "DestinationArn", sam_target_arn(event->target)));
    sam_pass(s, filter, event->p, sam_logs_properties);
    sam_put(s, sam_made(s, event->id), "DependsOn", json_pack("[s]", id));
    return true;
}

bool sam_iot_make(struct sam *s, const struct sam_event *event)
{
    char id[SAM_ID_MAX];
    json_t *rule = json_pack("{s:o}", "RuleName", sam_ref(event->id));
    struct sam_permission permission = {sam_id(id, "%sPermission", event->id), "iot.amazonaws.com",
                                        source_arn(s, "iot", "rule/${RuleName}", rule),
                                        sam_sub("${AWS::AccountId}"), NULL};
    sam_permission(s, sam_target_name(event->target), &permission);
    json_t *payload = json_pack("{s:b, s:[{s:{s:o}}]}", "RuleDisabled", 0, "Actions", "Lambda",
                                "FunctionArn", sam_target_arn(event->target));
    sam_pass(s, payload, event->p, sam_iot_properties);
    sam_make(s, event->id, "AWS::IoT::TopicRule", json_pack("{s:o}", "TopicRulePayload", payload));
    return true;
}

bool sam_alexa_make(struct sam *s, const struct sam_event *event)
{
    char id[SAM_ID_MAX];
    const json_t *skill = sam_get(event->p, "SkillId");
    struct sam_permission permission = {sam_id(id, "%sPermission", event->id),
                                        "alexa-appkit.amazon.com", NULL, NULL,
                                        skill == NULL ? NULL : json_deep_copy(skill)};
    sam_permission(s, sam_target_name(event->target), &permission);
    return true;
}

static json_t *pool_of(struct sam *s, const struct sam_event *event, const char **id)
{
    *id = sam_text(sam_get(event->p, "UserPool"), "Ref");
    json_t *pool = *id == NULL ? NULL : json_object_get(s->source, *id);
    if (pool == NULL) {
        sam_fail_event(s, event->name,
                       "Cognito events must reference a Cognito UserPool in the same template.");
    }
    return pool;
}

bool sam_cognito_check(struct sam *s, const struct sam_event *event)
{
    const char *id;
    return pool_of(s, event, &id) != NULL;
}

static bool add_trigger(struct sam *s, const struct sam_event *event, json_t *config,
                        const char *trigger)
{
    if (json_object_get(config, trigger) != NULL) {
        return sam_fail_event(s, event->name, "Cognito trigger \"%s\" defined multiple times.",
                              trigger);
    }
    sam_put(s, config, trigger, sam_target_arn(event->target));
    return true;
}

bool sam_cognito_make(struct sam *s, const struct sam_event *event)
{
    const char *pool_id;
    char id[SAM_ID_MAX];
    json_t *pool = pool_of(s, event, &pool_id);
    if (pool == NULL || !sam_expect_type(s, pool_id, "AWS::Cognito::UserPool"))
        return false;
    const char *owner = event->target->alias == NULL ? s->id : event->target->alias;
    struct sam_permission permission = {sam_id(id, "%sCognitoPermission", owner),
                                        "cognito-idp.amazonaws.com", sam_getatt(pool_id, "Arn"),
                                        NULL, NULL};
    sam_permission(s, sam_target_name(event->target), &permission);
    json_t *config = sam_object_at(s, sam_object_at(s, pool, "Properties"), "LambdaConfig");
    if (config == NULL)
        return sam_fail(s, pool_id, "Property 'LambdaConfig' should be a map.");
    const json_t *triggers = sam_get(event->p, "Trigger");
    size_t i;
    json_t *trigger;
    if (json_is_string(triggers))
        return add_trigger(s, event, config, json_string_value(triggers));
    json_array_foreach (triggers, i, trigger)
        if (!add_trigger(s, event, config, json_string_value(trigger)))
            return false;
    return true;
}
