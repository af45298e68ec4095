/* SPDX-License-Identifier: Apache-2.0 */
/* Schedule and EventBridgeRule (CloudWatchEvent): an AWS::Events::Rule, and a permission or, for a
 * state machine, a role. */
#include <string.h>

#include "sam/events.h"
#include "sam/value.h"

enum { TARGET_ID_MAX = 64 };

const struct sam_property sam_schedule_properties[] = {
    {"Schedule", SAM_STR, 0, SAM_REQUIRED},
    {"RuleName", SAM_STR, 0, 0},
    {"Input", SAM_STR, 0, 0},
    {"Enabled", SAM_BOOL, 0, 0},
    {"State", SAM_STR, 0, 0},
    {"Name", SAM_STR, 0, SAM_PASS},
    {"Description", SAM_STR, 0, SAM_PASS},
    {"DeadLetterConfig", SAM_MAP, 0, 0},
    {"RetryPolicy", SAM_MAP, 0, 0},
    {NULL, 0, 0, 0},
};

const struct sam_property sam_rule_properties[] = {
    {"EventBusName", SAM_STR, 0, SAM_PASS},
    {"RuleName", SAM_STR, 0, 0},
    {"Pattern", SAM_MAP, 0, 0},
    {"DeadLetterConfig", SAM_MAP, 0, 0},
    {"RetryPolicy", SAM_MAP, 0, 0},
    {"Input", SAM_STR, 0, 0},
    {"InputPath", SAM_STR, 0, 0},
    {"Target", SAM_MAP, 0, 0},
    {"Enabled", SAM_BOOL, 0, 0},
    {"State", SAM_STR, 0, 0},
    {"InputTransformer", SAM_MAP, 0, 0},
    {NULL, 0, 0, 0},
};

const struct sam_property sam_machine_schedule_properties[] = {
    {"Schedule", SAM_STR, 0, SAM_REQUIRED},
    {"Input", SAM_STR, 0, 0},
    {"Enabled", SAM_BOOL, 0, 0},
    {"State", SAM_STR, 0, 0},
    {"Name", SAM_STR, 0, SAM_PASS},
    {"Description", SAM_STR, 0, SAM_PASS},
    {"DeadLetterConfig", SAM_MAP, 0, 0},
    {"RetryPolicy", SAM_MAP, 0, 0},
    {"Target", SAM_MAP, 0, SAM_LITERAL},
    {"RoleArn", SAM_STR, 0, SAM_LITERAL},
    {NULL, 0, 0, 0},
};

const struct sam_property sam_machine_rule_properties[] = {
    {"EventBusName", SAM_STR, 0, SAM_PASS},
    {"RuleName", SAM_STR, 0, 0},
    {"Pattern", SAM_MAP, 0, 0},
    {"Input", SAM_STR, 0, 0},
    {"InputPath", SAM_STR, 0, 0},
    {"DeadLetterConfig", SAM_MAP, 0, 0},
    {"RetryPolicy", SAM_MAP, 0, 0},
    {"State", SAM_STR, 0, 0},
    {"Target", SAM_MAP, 0, SAM_LITERAL},
    {"InputTransformer", SAM_MAP, 0, 0},
    {NULL, 0, 0, 0},
};

static bool check_queue(struct sam *s, const struct sam_event *event, const json_t *config)
{
    const json_t *type = json_object_get(config, "Type");
    bool arn = json_object_get(config, "Arn") != NULL;
    if (arn && type != NULL) {
        return sam_fail_event(
            s, event->id, "You can either define 'Arn' or 'Type' property of DeadLetterConfig.");
    }
    if (type != NULL && !sam_equals(type, "SQS")) {
        return sam_fail_event(
            s, event->id, "The only valid value for 'Type' property of DeadLetterConfig is 'SQS'.");
    }
    return arn || type != NULL ||
           sam_fail_event(s, event->id,
                          "No 'Arn' or 'Type' property provided for DeadLetterConfig.");
}

/* The queue lets the rule send to it. */
static void make_policy(struct sam *s, const struct sam_event *event, const char *queue)
{
    char id[SAM_ID_MAX];
    json_t *statement = json_pack(
        "{s:s, s:s, s:{s:s}, s:o, s:{s:{s:o}}}", "Action", "sqs:SendMessage", "Effect", "Allow",
        "Principal", "Service", "events.amazonaws.com", "Resource", sam_getatt(queue, "Arn"),
        "Condition", "ArnEquals", "aws:SourceArn", sam_getatt(event->id, "Arn"));
    sam_make(s, sam_id(id, "%sQueuePolicy", event->id), "AWS::SQS::QueuePolicy",
             json_pack("{s:{s:s, s:[o]}, s:[o]}", "PolicyDocument", "Version", "2012-10-17",
                       "Statement", statement, "Queues", sam_ref(queue)));
}

bool sam_rule_queue(struct sam *s, const struct sam_event *event, bool policy, json_t **arn)
{
    const json_t *config = sam_get(event->p, "DeadLetterConfig");
    *arn = NULL;
    if (config == NULL)
        return true;
    if (!check_queue(s, event, config))
        return false;
    const json_t *given = sam_get(config, "Arn"), *named = sam_get(config, "QueueLogicalId");
    if (given != NULL) {
        *arn = json_deep_copy(given);
        return true;
    }
    if (named != NULL && !json_is_string(named))
        return sam_fail_event(s, event->id, "QueueLogicalId must be a string");
    char id[SAM_ID_MAX];
    sam_id(id, "%sQueue", event->id);
    const char *queue = sam_given(named) ? json_string_value(named) : id;
    sam_make(s, queue, "AWS::SQS::Queue", json_object());
    if (policy)
        make_policy(s, event, queue);
    *arn = sam_getatt(queue, "Arn");
    return true;
}

/* What the rule invokes; `queue` is taken and may be NULL. */
static json_t *target(struct sam *s, const struct sam_event *event, json_t *queue)
{
    char id[TARGET_ID_MAX + 1];
    const char *suffix = event->target->machine ? "StepFunctionsTarget" : "LambdaTarget";
    size_t most = TARGET_ID_MAX - strlen(suffix);
    const char *own = sam_text(sam_get(event->p, "Target"), "Id");
    json_t *made = json_pack("{s:o}", "Arn", sam_target_arn(event->target));
    id[0] = '\0';
    strcat(strncat(id, event->id, most), suffix);
    sam_put(s, made, "Id", json_string(own == NULL ? id : own));
    sam_copy(s, made, event->p, "Input");
    sam_copy(s, made, event->p, "InputPath");
    if (queue != NULL)
        sam_put(s, made, "DeadLetterConfig", json_pack("{s:o}", "Arn", queue));
    sam_copy(s, made, event->p, "RetryPolicy");
    sam_copy(s, made, event->p, "InputTransformer");
    return made;
}

/* State, or Enabled as true or false. */
static bool set_state(struct sam *s, const struct sam_event *event, json_t *rule)
{
    const json_t *state = sam_get(event->p, "State"), *enabled = sam_get(event->p, "Enabled");
    if (sam_given(state) && enabled != NULL) {
        return sam_fail_event(s, event->name,
                              "State and Enabled Properties cannot both be specified.");
    }
    if (sam_given(state))
        sam_copy_as(s, rule, "State", state);
    if (enabled != NULL)
        sam_put(s, rule, "State", json_string(sam_given(enabled) ? "ENABLED" : "DISABLED"));
    return true;
}

/* `rule` as far as its type says what is in it. */
static bool finish(struct sam *s, const struct sam_event *event, json_t *rule)
{
    json_t *queue;
    char id[SAM_ID_MAX];
    if (!set_state(s, event, rule) || !sam_rule_queue(s, event, true, &queue))
        return false;
    json_t *invoked = target(s, event, queue);
    sam_put(s, rule, "Targets", json_pack("[o]", invoked));
    if (event->target->machine) {
        sam_put(s, invoked, "RoleArn", sam_machine_role(s, event, "events.amazonaws.com"));
        return true;
    }
    struct sam_permission permission = {sam_id(id, "%sPermission", event->id),
                                        "events.amazonaws.com", sam_getatt(event->id, "Arn"), NULL,
                                        NULL};
    sam_permission(s, sam_target_name(event->target), &permission);
    return true;
}

bool sam_schedule_make(struct sam *s, const struct sam_event *event)
{
    json_t *rule = sam_make(s, event->id, "AWS::Events::Rule", json_object());
    sam_copy_as(s, rule, "ScheduleExpression", sam_get(event->p, "Schedule"));
    sam_pass(s, rule, event->p, sam_schedule_properties);
    return finish(s, event, rule);
}

bool sam_rule_make(struct sam *s, const struct sam_event *event)
{
    json_t *rule = sam_make(s, event->id, "AWS::Events::Rule", json_object());
    sam_copy_as(s, rule, "EventPattern", sam_get(event->p, "Pattern"));
    sam_copy_as(s, rule, "Name", sam_get(event->p, "RuleName"));
    sam_pass(s, rule, event->p, sam_rule_properties);
    return finish(s, event, rule);
}
