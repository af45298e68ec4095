/* SPDX-License-Identifier: Apache-2.0 */
/* Schedules: their operations, and what happens when they are due. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <slrun/iam.h>
#include <slrun/time.h>

#include "local/service.h"

#define DUE "Due"

static const char *const given[] = {"Name",
                                    "ScheduleExpression",
                                    "ScheduleExpressionTimezone",
                                    "StartDate",
                                    "EndDate",
                                    "Description",
                                    "State",
                                    "KmsKeyArn",
                                    "Target",
                                    "FlexibleTimeWindow",
                                    "ActionAfterCompletion",
                                    NULL};

static json_t *arn_of(const struct slrun_json_call *call)
{
    const char *group = call_text(call, "GroupName");
    return json_sprintf("arn:aws:scheduler:%s:%s:schedule/%s/%s", call->x->region, call->x->account,
                        group ? group : "default", call_text(call, "Name"));
}

/* ---- the clock ---- */

static int64_t ms_of(const json_t *schedule, const char *name)
{
    return (int64_t)(json_number_value(json_object_get(schedule, name)) * 1000);
}

void schedule_set(struct service *service, const char *arn, bool anew)
{
    const json_t *schedule = json_object_get(service->schedules, arn);
    if (strcmp(slrun_text_or(schedule, "State", ""), "ENABLED") != 0) {
        alarm_stop(&service->alarms, arn);
        return;
    }
    alarm_set(&service->alarms,
              &(struct alarm_order){.arn = arn,
                                    .expression = slrun_text(schedule, "ScheduleExpression"),
                                    .begin_ms = ms_of(schedule, "StartDate"),
                                    .end_ms = ms_of(schedule, "EndDate"),
                                    .due = anew ? NULL : json_object_get(schedule, DUE)});
}

void schedule_drop(struct service *service, const char *arn)
{
    json_t *schedule = json_incref(json_object_get(service->schedules, arn));
    const char *own = slrun_text(schedule, "Arn"); /* `arn` may be the key, which goes */
    if (own) {
        alarm_stop(&service->alarms, own);
        (void)json_object_del(service->schedules, own);
        schedule_keep(service, own);
    }
    json_decref(schedule);
}

void schedule_remember(void *arg, const char *arn, int64_t due_ms)
{
    struct service *service = arg;
    json_t *schedule = json_object_get(service->schedules, arn);
    if (!service->cloud->data || json_integer_value(json_object_get(schedule, DUE)) == due_ms)
        return;
    (void)json_object_set_new(schedule, DUE, json_integer(due_ms));
    schedule_keep(service, arn);
}

/* What a target gets that has no input. */
static json_t *event_of(const struct service *service, const json_t *schedule)
{
    const struct slrun_cloud *cloud = service->cloud;
    char id[37], now[SLRUN_TIME_SIZE], region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    cloud->uuid(cloud, id);
    slrun_arn_place(slrun_text(schedule, "Arn"), region, account);
    slrun_time_text(cloud->now_ms(cloud), 0, now);
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:[O], s:s}", "version", "0", "id", id,
                     "detail-type", "Scheduled Event", "source", "aws.scheduler", "account",
                     account, "time", now, "region", region, "resources",
                     json_object_get(schedule, "Arn"), "detail", "{}");
}

void schedule_fire(void *arg, const char *arn, bool last)
{
    struct service *service = arg;
    json_t *schedule = json_incref(json_object_get(service->schedules, arn));
    const json_t *target = json_object_get(schedule, "Target");
    const char *input = slrun_text(target, "Input");
    json_t *event = event_of(service, schedule);
    char *text = input ? NULL : json_dumps(event, JSON_COMPACT);
    deliver(&service->deliverer,
            &(struct delivery_order){schedule, target, event, input ? input : text});
    if (last && strcmp(slrun_text_or(schedule, "ActionAfterCompletion", ""), "DELETE") == 0)
        schedule_drop(service, arn);
    free(text);
    json_decref(event);
    json_decref(schedule);
}

/* ---- operations ---- */

/* The schedule that Name and GroupName say; borrowed. NULL after call_fail(). */
static json_t *named(struct slrun_json_call *call)
{
    json_t *arn = arn_of(call);
    json_t *found = json_object_get(service_of(call)->schedules, json_string_value(arn));
    json_decref(arn);
    return found ? found
                 : call_fail(call, "ResourceNotFoundException", "Schedule %s does not exist.",
                             call_text(call, "Name"));
}

/* What the local cloud cannot do is said, never left out. False after call_fail(). */
static bool check(struct slrun_json_call *call)
{
    const char *text = call_text(call, "ScheduleExpression");
    const char *zone = call_text(call, "ScheduleExpressionTimezone");
    const char *arn = slrun_text(json_object_get(call->args, "Target"), "Arn");
    const json_t *window = json_object_get(call->args, "FlexibleTimeWindow");
    bool flexible = strcmp(slrun_text(window, "Mode"), "FLEXIBLE") == 0;
    struct expression e;
    if (!expression_read(text, true, &e))
        call_invalid(call, "Invalid Schedule Expression %s.", text);
    else if (zone && strcmp(zone, "UTC") != 0 && strcmp(zone, "Etc/UTC") != 0)
        call_invalid(call,
                     "ScheduleExpressionTimezone: slrun's local cloud has schedules in UTC "
                     "alone, not in %s",
                     zone);
    else if (!delivery_reaches(arn))
        call_invalid(call,
                     "Target: slrun's local cloud has schedules for functions, queues, "
                     "topics, Kinesis streams, state machines, log groups, event buses and "
                     "arn:aws:scheduler:::aws-sdk: of its services alone, not for %.300s",
                     arn);
    else if (flexible != (json_object_get(window, "MaximumWindowInMinutes") != NULL))
        call_invalid(call, "MaximumWindowInMinutes is required with the mode FLEXIBLE, and only "
                           "there.");
    return !call->code;
}

/* Whether the target's role trusts the service, where that is judged (slrun/iam.h). False after
 * call_fail(). */
static bool role_trusts(struct slrun_json_call *call, const char *what)
{
    json_t *arn = call->cloud->iam ? arn_of(call) : NULL;
    const struct slrun_iam_need need = {
        .caller = {.service = "scheduler.amazonaws.com",
                   .role = slrun_text(json_object_get(call->args, "Target"), "RoleArn"),
                   .source = json_string_value(arn),
                   .what = what}};
    if (arn && need.caller.role && call->cloud->iam->need(call->cloud, &need))
        call_invalid(call, "The execution role you provide must allow AWS EventBridge Scheduler to "
                           "assume the role.");
    json_decref(arn);
    return !call->code;
}

/* Keeps the document that the arguments make in the place of `old`. The answer; NULL: no memory. */
static json_t *put(struct slrun_json_call *call, const json_t *old)
{
    struct service *service = service_of(call);
    json_t *arn = arn_of(call), *now = now_of(service);
    const char *text = json_string_value(arn), *group = call_text(call, "GroupName");
    json_t *made = old ? json_object_get(old, "CreationDate") : now;
    json_t *doc = json_pack("{s:O, s:s, s:O, s:O, s:s, s:s, s:s}", "Arn", arn, "GroupName",
                            group ? group : "default", "CreationDate", made, "LastModificationDate",
                            now, "State", "ENABLED", "ScheduleExpressionTimezone", "UTC",
                            "ActionAfterCompletion", "NONE");
    json_decref(now);
    bool kept = slrun_copy_members(doc, call->args, given) == 0 &&
                json_object_set(service->schedules, text, doc) == 0;
    json_decref(doc);
    if (!kept) {
        json_decref(arn);
        return NULL;
    }
    schedule_keep(service, text);
    schedule_set(service, text, true);
    return json_pack("{s:o}", "ScheduleArn", arn);
}

json_t *op_create_schedule(struct slrun_json_call *call)
{
    struct service *service = service_of(call);
    json_t *arn = arn_of(call);
    bool there = json_object_get(service->schedules, json_string_value(arn)) != NULL;
    json_decref(arn);
    if (!check(call) || !group_check(call, call_text(call, "GroupName")))
        return NULL;
    if (there)
        return call_fail(call, "ConflictException", "Schedule %s already exists.",
                         call_text(call, "Name"));
    if (json_object_size(service->schedules) >= SCHEDULES_MAX)
        return call_fail(call, "ServiceQuotaExceededException",
                         "The quota of schedules is reached.");
    return role_trusts(call, "create") ? put(call, NULL) : NULL;
}

json_t *op_update_schedule(struct slrun_json_call *call)
{
    const json_t *old = named(call);
    return old && check(call) && role_trusts(call, "change") ? put(call, old) : NULL;
}

json_t *op_get_schedule(struct slrun_json_call *call)
{
    json_t *one = json_copy(named(call));
    (void)json_object_del(one, DUE);
    return one;
}

json_t *op_delete_schedule(struct slrun_json_call *call)
{
    json_t *arn = arn_of(call);
    if (named(call))
        schedule_drop(call->service, json_string_value(arn));
    json_decref(arn);
    return call->code ? NULL : json_object();
}

static bool is_listed(const struct slrun_json_call *call, const json_t *schedule)
{
    const char *group = call_text(call, "GroupName"), *state = call_text(call, "State");
    return call_lists(call, schedule) &&
           (!group || strcmp(slrun_text(schedule, "GroupName"), group) == 0) &&
           (!state || strcmp(slrun_text(schedule, "State"), state) == 0);
}

json_t *op_list_schedules(struct slrun_json_call *call)
{
    static const char *const members[] = {
        "Arn", "Name", "GroupName", "State", "CreationDate", "LastModificationDate", NULL};
    const char *arn;
    json_t *list = json_array(), *schedule;
    json_object_foreach (service_of(call)->schedules, arn, schedule) {
        if (!is_listed(call, schedule))
            continue;
        json_t *one = json_pack("{s:{s:O}}", "Target", "Arn",
                                json_object_get(json_object_get(schedule, "Target"), "Arn"));
        slrun_copy_members(one, schedule, members);
        (void)json_array_append_new(list, one);
    }
    return call_page(call, list);
}
