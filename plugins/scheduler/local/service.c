/* SPDX-License-Identifier: Apache-2.0 */
/* EventBridge Scheduler as a local half: its operations, opening and closing. */
#include "local/service.h"

#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "local/local.h"
#include "local/look.h"
#include "local/resource.h"

static const struct slrun_doc_kind kept_schedules = {"scheduler", "schedule/"};
static const struct slrun_doc_kind kept_groups = {"scheduler", "group/"};

static const struct slrun_json_operation operations[] = {
    {"CreateSchedule", op_create_schedule},
    {"CreateScheduleGroup", op_create_schedule_group},
    {"DeleteSchedule", op_delete_schedule},
    {"DeleteScheduleGroup", op_delete_schedule_group},
    {"GetSchedule", op_get_schedule},
    {"GetScheduleGroup", op_get_schedule_group},
    {"ListScheduleGroups", op_list_schedule_groups},
    {"ListSchedules", op_list_schedules},
    {"ListTagsForResource", op_list_tags_for_resource},
    {"TagResource", op_tag_resource},
    {"UntagResource", op_untag_resource},
    {"UpdateSchedule", op_update_schedule},
    {NULL, NULL},
};

static const struct slrun_json_status statuses[] = {
    {"ResourceNotFoundException", 404},
    {"ConflictException", 409},
    {"ServiceQuotaExceededException", 402},
    {NULL, 0},
};

#define NAME_CHARACTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-"
#define NAME(member_)                                                                              \
    {                                                                                              \
        NULL, member_, 1, 64, NAME_CHARACTERS, "^[0-9a-zA-Z-_.]+$"                                 \
    }

static const struct slrun_bound scheduler_bounds[] = {
    NAME("Name"),
    NAME("GroupName"),
    NAME("NamePrefix"),
    {NULL, "Description", 0, 512, NULL, NULL},
    {NULL, "ScheduleExpression", 1, 256, NULL, NULL},
    {NULL, "ScheduleExpressionTimezone", 1, 50, NULL, NULL},
    {NULL, "MaximumWindowInMinutes", 1, 1440, NULL, NULL},
    {NULL, "MaximumEventAgeInSeconds", 60, 86400, NULL, NULL},
    {NULL, "MaximumRetryAttempts", 0, 185, NULL, NULL},
    {NULL, "MessageGroupId", 1, 128, NULL, NULL},
    {NULL, "PartitionKey", 1, 256, NULL, NULL},
    {NULL, "MaxResults", 1, 100, NULL, NULL},
    {NULL, NULL, 0, 0, NULL, NULL},
};

static const struct slrun_json_service served = {.service = &scheduler_service,
                                                 .ops = scheduler_ops,
                                                 .n_ops = SCHEDULER_OPS,
                                                 .operations = operations,
                                                 .bounds = scheduler_bounds,
                                                 .internal = "InternalServerException",
                                                 .message = "Message",
                                                 .statuses = statuses};

/* ---- what operations share ---- */

void schedule_keep(struct service *service, const char *arn)
{
    service->cloud->doc_keep(service->cloud, &kept_schedules, arn,
                             json_object_get(service->schedules, arn));
}

void group_keep(struct service *service, const char *arn)
{
    service->cloud->doc_keep(service->cloud, &kept_groups, arn,
                             json_object_get(service->groups, arn));
}

json_t *call_page(struct slrun_json_call *call, json_t *list)
{
    json_t *page = call->cloud->page(call->op, call->args, list, PAGE_SIZE);
    return page ? page : call_invalid(call, "Invalid token.");
}

bool call_lists(const struct slrun_json_call *call, const json_t *doc)
{
    const char *prefix = call_text(call, "NamePrefix"), *name = slrun_text_or(doc, "Name", "");
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    slrun_arn_place(slrun_text_or(doc, "Arn", ""), region, account);
    return strcmp(region, call->x->region) == 0 && strcmp(account, call->x->account) == 0 &&
           (!prefix || strncmp(name, prefix, strlen(prefix)) == 0);
}

/* ---- opening and closing ---- */

static void close_service(void *state)
{
    struct service *service = state;
    deliverer_end(&service->deliverer);
    alarms_end(&service->alarms);
    json_decref(service->schedules);
    json_decref(service->groups);
    free(service);
}

static struct service *service_new(const struct slrun_cloud *cloud)
{
    struct service *service = calloc(1, sizeof *service);
    if (service)
        *service = (struct service){.cloud = cloud,
                                    .schedules = cloud->doc_load(cloud, &kept_schedules),
                                    .groups = cloud->doc_load(cloud, &kept_groups),
                                    .alarms = {.cloud = cloud,
                                               .arg = service,
                                               .fire = schedule_fire,
                                               .remember = schedule_remember},
                                    .deliverer = {.cloud = cloud,
                                                  .service = "scheduler",
                                                  .principal = "scheduler.amazonaws.com",
                                                  .origin = "SCHEDULE_ARN",
                                                  .role_for_dead = true,
                                                  .transits.kept = {"scheduler", "delivery/"}}};
    return service;
}

static int open_service(const struct slrun_cloud *cloud, void **state, struct slrun_error *error)
{
    struct service *service = service_new(cloud);
    const char *arn;
    json_t *schedule;
    if (!service || !service->schedules || !service->groups) {
        error->kind = SLRUN_E_MEMORY;
        if (service)
            close_service(service);
        return -1;
    }
    json_object_foreach (service->schedules, arn, schedule)
        schedule_set(service, arn, false);
    deliverer_open(&service->deliverer);
    *state = service;
    return 0;
}

static void reset(void *state)
{
    struct service *service = state;
    deliverer_end(&service->deliverer);
    alarms_end(&service->alarms);
    json_object_clear(service->schedules);
    json_object_clear(service->groups);
}

const struct slrun_local scheduler_local = {
    .open = open_service,
    .close = close_service,
    .json = &served,
    .reset = reset,
    .errors = SLRUN_ERRORS_REST_JSON,
    .resources = scheduler_resources,
    .looks = scheduler_looks,
};
