/* SPDX-License-Identifier: Apache-2.0 */
#include "local/resource.h"

#include <slrun/table.h>

#include "client/shapes.h"
#include "inputs/rfc3339.h"
#include "local/service.h"

static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name."},
    {"Value", S_STRING, SLRUN_REQUIRED, "The tag's value."},
    {.name = NULL},
};
static const struct slrun_shape tag_shape = S_STRUCTURE(tag_members);

static const struct slrun_param schedule_properties[] = {
    {"Name", S_STRING, 0, "Name of the schedule."},
    {"GroupName", S_STRING, 0, "Its group; default unless told."},
    {"Description", S_STRING, 0, "What it is for."},
    {"ScheduleExpression", S_STRING, SLRUN_REQUIRED, "rate(...), cron(...) or at(...)."},
    {"ScheduleExpressionTimezone", S_STRING, 0, "UTC alone on the local cloud."},
    {"State", S_STRING, 0, "ENABLED or DISABLED."},
    {"StartDate", S_STRING, 0, "Not before then."},
    {"EndDate", S_STRING, 0, "Not behind that."},
    {"FlexibleTimeWindow", S_STRUCTURE(scheduler_flexible_time_window), SLRUN_REQUIRED,
     "How late it may fire; it is never late here."},
    {"KmsKeyArn", S_STRING, 0, "The key of encryption."},
    {"Target", S_STRUCTURE(scheduler_target), SLRUN_REQUIRED, "What is invoked."},
    {.name = NULL},
};

static const struct slrun_param group_properties[] = {
    {"Name", S_STRING, 0, "Name of the group."},
    {"Tags", S_LIST(tag_shape), 0, "Tags of the group."},
    {.name = NULL},
};

static void run(void *state, struct slrun_resource *r, const struct slrun_resource_run *order)
{
    const struct service *service = state;
    service->cloud->resource_run(service->cloud, r, order);
}

/* The last of the calls told of it. */
static void told(void *state, struct slrun_resource *r, const json_t *results)
{
    const struct service *service = state;
    const json_t *one = json_array_get(results, json_array_size(results) - 1);
    service->cloud->resource_done(
        r,
        &(struct slrun_resource_result){.physical_id = slrun_text(one, "Name"), .attributes = one});
}

static const char *name_of(const struct slrun_resource *r)
{
    return r->physical_id ? r->physical_id
                          : slrun_text_or(r->properties, "Name", r->suggested_name);
}

/* ---- AWS::Scheduler::Schedule ---- */

static json_t *schedule_name(const struct slrun_resource *r)
{
    return json_pack("{s:s, s:O*}", "Name", name_of(r), "GroupName",
                     json_object_get(r->properties, "GroupName"));
}

/* A text as seconds since 1970; what is none stays, and is refused. */
static void to_seconds(json_t *args, const char *name)
{
    const char *text = slrun_text(args, name);
    double seconds;
    if (text && rfc3339_seconds(text, &seconds))
        (void)json_object_set_new(args, name, json_real(seconds));
}

static void put_schedule(void *state, struct slrun_resource *r)
{
    json_t *args = json_deep_copy(r->properties), *name = schedule_name(r);
    (void)json_object_update(args, name);
    to_seconds(args, "StartDate");
    to_seconds(args, "EndDate");
    const struct slrun_resource_call calls[] = {
        {.operation = r->physical_id ? "update_schedule" : "create_schedule", .args = args},
        {.operation = "get_schedule", .args = name},
    };
    run(state, r,
        &(struct slrun_resource_run){
            .service = "scheduler", .calls = calls, .n_calls = 2, .done = told});
}

static void remove_schedule(void *state, struct slrun_resource *r)
{
    const struct slrun_resource_call calls[] = {{.operation = "delete_schedule",
                                                 .args = schedule_name(r),
                                                 .ignored = "ResourceNotFoundException"}};
    run(state, r,
        &(struct slrun_resource_run){.service = "scheduler", .calls = calls, .n_calls = 1});
}

/* ---- AWS::Scheduler::ScheduleGroup ---- */

static void create_group(void *state, struct slrun_resource *r)
{
    json_t *name = json_pack("{s:s}", "Name", name_of(r)), *args = json_copy(name);
    json_t *tags = json_object_get(r->properties, "Tags");
    if (tags)
        (void)json_object_set(args, "Tags", tags);
    const struct slrun_resource_call calls[] = {
        {.operation = "create_schedule_group", .args = args},
        {.operation = "get_schedule_group", .args = name},
    };
    run(state, r,
        &(struct slrun_resource_run){
            .service = "scheduler", .calls = calls, .n_calls = 2, .done = told});
}

static void update_group(void *state, struct slrun_resource *r)
{
    json_t *tags = json_object_get(r->properties, "Tags");
    json_t *arn = json_sprintf("arn:aws:scheduler:%s:%s:schedule-group/%s", r->region, r->account,
                               r->physical_id);
    const struct slrun_resource_call calls[] = {
        {.operation = "untag_resource",
         .args = json_pack("{s:O, s:o}", "ResourceArn", arn, "TagKeys",
                           slrun_keys_gone(json_object_get(r->old, "Tags"), tags, "Key"))},
        {.operation = "tag_resource",
         .args = json_pack("{s:o, s:o}", "ResourceArn", arn, "Tags",
                           tags ? json_incref(tags) : json_array())},
        {.operation = "get_schedule_group", .args = json_pack("{s:s}", "Name", r->physical_id)},
    };
    run(state, r,
        &(struct slrun_resource_run){
            .service = "scheduler", .calls = calls, .n_calls = 3, .done = told});
}

static void remove_group(void *state, struct slrun_resource *r)
{
    const struct slrun_resource_call calls[] = {{.operation = "delete_schedule_group",
                                                 .args = json_pack("{s:s}", "Name", name_of(r)),
                                                 .ignored = "ResourceNotFoundException"}};
    run(state, r,
        &(struct slrun_resource_run){.service = "scheduler", .calls = calls, .n_calls = 1});
}

const struct slrun_resource_type scheduler_resources[] = {
    {.type = "AWS::Scheduler::Schedule",
     .doc = "A schedule of EventBridge Scheduler.",
     .properties = schedule_properties,
     .attributes = (const char *const[]){"Arn", NULL},
     .replacing = (const char *const[]){"Name", "GroupName", NULL},
     .create = put_schedule,
     .update = put_schedule,
     .remove = remove_schedule},
    {.type = "AWS::Scheduler::ScheduleGroup",
     .doc = "A group of schedules.",
     .properties = group_properties,
     .attributes =
         (const char *const[]){"Arn", "CreationDate", "LastModificationDate", "State", NULL},
     .replacing = (const char *const[]){"Name", NULL},
     .create = create_group,
     .update = update_group,
     .remove = remove_group},
    {.type = NULL},
};
