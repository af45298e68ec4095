/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::Scheduler::Schedule: a rule without a bus, which fires at its one target. */
#include <stdio.h>
#include <string.h>

#include "local/delivery.h"
#include "local/resource.h"

/* clang-format off */
#define S_STRING   {.type = SLRUN_STRING}
#define S_DOCUMENT {.type = SLRUN_DOCUMENT}
/* clang-format on */

static const struct slrun_param target_members[] = {
    {"Arn", S_STRING, SLRUN_REQUIRED, "What is invoked."},
    {"RoleArn", S_STRING, SLRUN_REQUIRED, "Role with which it is."},
    {"Input", S_STRING, 0, "What it gets."},
    {"DeadLetterConfig", S_DOCUMENT, 0, "Queue for what could not be delivered."},
    {"RetryPolicy", S_DOCUMENT, 0, "How long and how often delivery is tried."},
    {"SqsParameters", S_DOCUMENT, 0, "Of a FIFO queue: the group."},
    {"KinesisParameters", S_DOCUMENT, 0, "Of a stream: the partition key."},
    {"EventBridgeParameters", S_DOCUMENT, 0, "Of a bus: source and detail type."},
    {"EcsParameters", S_DOCUMENT, 0, "Of a task."},
    {"SageMakerPipelineParameters", S_DOCUMENT, 0, "Of a pipeline."},
    {.name = NULL},
};

const struct slrun_param events_schedule_properties[] = {
    {"Name", S_STRING, 0, "Name of the schedule."},
    {"GroupName", S_STRING, 0, "Its group; default unless told."},
    {"Description", S_STRING, 0, "What it is for."},
    {"ScheduleExpression", S_STRING, SLRUN_REQUIRED, "rate(...), cron(...) or at(...)."},
    {"ScheduleExpressionTimezone", S_STRING, 0, "UTC alone on the local cloud."},
    {"State", S_STRING, 0, "ENABLED or DISABLED."},
    {"StartDate", S_STRING, 0, "Not on the local cloud."},
    {"EndDate", S_STRING, 0, "Not on the local cloud."},
    {"FlexibleTimeWindow", S_DOCUMENT, SLRUN_REQUIRED,
     "How late it may fire; it is never late here."},
    {"KmsKeyArn", S_STRING, 0, "The key of encryption."},
    {"Target",
     {.type = SLRUN_STRUCTURE, .members = target_members},
     SLRUN_REQUIRED,
     "What is invoked."},
    {.name = NULL},
};

static void refuse(const struct service *service, struct slrun_resource *r, const char *property,
                   const char *why)
{
    struct slrun_error error = {.kind = SLRUN_E_SERVICE, .code = "ValidationException"};
    (void)snprintf(error.message, sizeof error.message, "%s: %s", property, why);
    service->cloud->resource_done(r, &(struct slrun_resource_result){.error = &error});
}

/* What the local cloud cannot do is said, never left out. False: refused. */
static bool check(const struct service *service, struct slrun_resource *r)
{
    const json_t *p = r->properties;
    const char *zone = slrun_text(p, "ScheduleExpressionTimezone");
    const char *arn = slrun_text(json_object_get(p, "Target"), "Arn");
    if (!schedule_check(slrun_text(p, "ScheduleExpression"), true))
        refuse(service, r, "ScheduleExpression", "Invalid Schedule Expression.");
    else if (zone && strcmp(zone, "UTC") != 0 && strcmp(zone, "Etc/UTC") != 0)
        refuse(service, r, "ScheduleExpressionTimezone",
               "slrun's local cloud has schedules in UTC alone");
    else if (slrun_text(p, "StartDate") || slrun_text(p, "EndDate"))
        refuse(service, r, "StartDate, EndDate",
               "slrun's local cloud has schedules without begin and end alone");
    else if (!delivery_reaches(arn) || strstr(arn, ":events:"))
        refuse(service, r, "Target",
               "slrun's local cloud has schedules for functions, queues, topics, streams, state "
               "machines and log groups alone");
    else
        return true;
    return false;
}

static void done(struct service *service, struct slrun_resource *r, const char *arn)
{
    json_t *all = json_pack("{s:s}", "Arn", arn);
    json_t *name = json_string(strrchr(arn, '/') + 1);
    service->cloud->resource_done(
        r,
        &(struct slrun_resource_result){.physical_id = json_string_value(name), .attributes = all});
    json_decref(name);
    json_decref(all);
}

static json_t *arn_of(const struct slrun_resource *r)
{
    const char *name = slrun_text(r->properties, "Name"),
               *group = slrun_text(r->properties, "GroupName");
    return json_sprintf("arn:aws:scheduler:%s:%s:schedule/%s/%s", r->region, r->account,
                        group ? group : "default", name ? name : r->suggested_name);
}

/* Also an update: the name of a schedule is what it is. */
void schedule_create(void *state, struct slrun_resource *r)
{
    static const char *const same[] = {"ScheduleExpression", "State", "Description", NULL};
    struct service *service = state;
    if (!check(service, r))
        return;
    json_t *arn = arn_of(r), *target = json_copy(json_object_get(r->properties, "Target"));
    const char *text = json_string_value(arn);
    if (!r->physical_id && json_object_get(service->rules, text)) {
        refuse(service, r, "Name", "a schedule of that name already exists.");
        json_decref(arn);
        json_decref(target);
        return;
    }
    (void)json_object_set_new(target, "Id", json_string("schedule"));
    json_t *rule = json_pack("{s:s, s:O, s:s, s:[o]}", "Name", strrchr(text, '/') + 1, "Arn", arn,
                             "State", "ENABLED", "Targets", target);
    slrun_copy_members(rule, r->properties, same);
    (void)json_object_set_new(service->rules, text, rule);
    rule_keep(service, text);
    schedule_set(service, text);
    done(service, r, text);
    json_decref(arn);
}

void schedule_remove(void *state, struct slrun_resource *r)
{
    struct service *service = state;
    const char *group = slrun_text(r->properties, "GroupName");
    json_t *arn = json_sprintf("arn:aws:scheduler:%s:%s:schedule/%s/%s", r->region, r->account,
                               group ? group : "default", r->physical_id);
    (void)json_object_del(service->rules, json_string_value(arn));
    rule_keep(service, json_string_value(arn));
    schedule_set(service, json_string_value(arn));
    json_decref(arn);
    service->cloud->resource_done(r,
                                  &(struct slrun_resource_result){.physical_id = r->physical_id});
}
