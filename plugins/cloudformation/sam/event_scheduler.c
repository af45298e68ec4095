/* SPDX-License-Identifier: Apache-2.0 */
/* ScheduleV2: an AWS::Scheduler::Schedule, and the role with which it invokes. */
#include "sam/events.h"
#include "sam/value.h"

const struct sam_property sam_scheduler_properties[] = {
    {"PermissionsBoundary", SAM_STR, 0, 0},
    {"ScheduleExpression", SAM_STR, 0, SAM_REQUIRED | SAM_PASS},
    {"FlexibleTimeWindow", SAM_MAP, 0, 0},
    {"Name", SAM_STR, 0, 0},
    {"State", SAM_STR, 0, 0},
    {"Description", SAM_STR, 0, SAM_PASS},
    {"StartDate", SAM_STR, 0, SAM_PASS},
    {"EndDate", SAM_STR, 0, SAM_PASS},
    {"ScheduleExpressionTimezone", SAM_STR, 0, SAM_PASS},
    {"GroupName", SAM_STR, 0, SAM_PASS},
    {"KmsKeyArn", SAM_STR, 0, SAM_PASS},
    {"Input", SAM_STR, 0, 0},
    {"RoleArn", SAM_STR, 0, 0},
    {"DeadLetterConfig", SAM_MAP, 0, 0},
    {"RetryPolicy", SAM_MAP, 0, 0},
    {"OmitName", SAM_BOOL, 0, SAM_LITERAL},
    {NULL, 0, 0, 0},
};

static bool set_name(struct sam *s, const struct sam_event *event, json_t *schedule)
{
    const json_t *name = sam_get(event->p, "Name");
    if (!sam_has(event->p, "OmitName")) {
        sam_put(s, schedule, "Name",
                sam_given(name) ? json_deep_copy(name) : json_string(event->id));
        return true;
    }
    return !sam_given(name) ||
           sam_fail_event(s, event->id, "Name cannot be set when OmitName is True");
}

/* RoleArn, or the ARN of a role that is made. */
static json_t *role_arn(struct sam *s, const struct sam_event *event, const json_t *queue)
{
    char id[SAM_ID_MAX];
    if (sam_has(event->p, "RoleArn"))
        return json_deep_copy(sam_get(event->p, "RoleArn"));
    const char *kind = event->target->machine ? "StateMachine" : "Lambda";
    sam_id(id, "%sRole", event->id);
    json_t *arn = sam_target_arn(event->target);
    json_t *role =
        sam_small_role(s, "scheduler.amazonaws.com", sam_destination_policy(kind, event->id, arn));
    json_decref(arn);
    if (queue != NULL) {
        sam_append(s, json_object_get(role, "Policies"),
                   sam_destination_policy("SQS", event->id, queue));
    }
    if (sam_has(event->p, "PermissionsBoundary"))
        sam_copy(s, role, event->p, "PermissionsBoundary");
    sam_make(s, id, "AWS::IAM::Role", role);
    return sam_getatt(id, "Arn");
}

bool sam_scheduler_make(struct sam *s, const struct sam_event *event)
{
    json_t *schedule = sam_make(s, event->id, "AWS::Scheduler::Schedule", json_object()), *queue;
    sam_pass(s, schedule, event->p, sam_scheduler_properties);
    if (sam_has(event->p, "State"))
        sam_copy(s, schedule, event->p, "State");
    sam_put(s, schedule, "FlexibleTimeWindow",
            sam_has(event->p, "FlexibleTimeWindow")
                ? json_deep_copy(sam_get(event->p, "FlexibleTimeWindow"))
                : json_pack("{s:s}", "Mode", "OFF"));
    if (!set_name(s, event, schedule) || !sam_rule_queue(s, event, false, &queue))
        return false;
    json_t *target = json_pack("{s:o, s:o}", "Arn", sam_target_arn(event->target), "RoleArn",
                               role_arn(s, event, queue));
    sam_copy(s, target, event->p, "Input");
    if (queue != NULL)
        sam_put(s, target, "DeadLetterConfig", json_pack("{s:o}", "Arn", queue));
    sam_copy(s, target, event->p, "RetryPolicy");
    sam_put(s, schedule, "Target", target);
    return true;
}
