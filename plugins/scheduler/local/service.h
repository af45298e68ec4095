/* SPDX-License-Identifier: Apache-2.0 */
/* The service's state, and what its operations share. */
#ifndef SLRUN_SCHEDULER_SERVICE_H
#define SLRUN_SCHEDULER_SERVICE_H

#include <stdbool.h>

#include <slrun/arn.h>
#include <slrun/local.h>
#include <slrun/member.h>
#include <slrun/op.h>

#include "deliveries/alarm.h"
#include "deliveries/delivery.h"

enum { PAGE_SIZE = 100, GROUPS_MAX = 500, SCHEDULES_MAX = 100000 };

/*
 * Schedules and groups are JSON documents by their ARN, as they are kept:
 *   schedule  what GetSchedule tells, and "Due": when it fires next, in milliseconds since 1970
 *   group     what GetScheduleGroup tells, and "Tags"
 * The group "default" is there without a document.
 */
struct service {
    const struct slrun_cloud *cloud;
    json_t *schedules, *groups;
    struct alarms alarms;
    struct deliverer deliverer;
};

typedef json_t *operation(struct slrun_json_call *call);
operation op_create_schedule, op_create_schedule_group, op_delete_schedule,
    op_delete_schedule_group, op_get_schedule, op_get_schedule_group, op_list_schedule_groups,
    op_list_schedules, op_list_tags_for_resource, op_tag_resource, op_untag_resource,
    op_update_schedule;

/* Fills the error, unless there is one; json_t's NULL. */
#define call_fail(call, ...)    ((call)->cloud->json_fail(call, __VA_ARGS__))
#define call_invalid(call, ...) call_fail(call, "ValidationException", __VA_ARGS__)

static inline struct service *service_of(const struct slrun_json_call *call)
{
    return call->service;
}

static inline const char *call_text(const struct slrun_json_call *call, const char *name)
{
    return slrun_text(call->args, name);
}

/* Keep the schedule or group of that ARN as it stands, or that it is gone. */
void schedule_keep(struct service *service, const char *arn);
void group_keep(struct service *service, const char *arn);

/* Seconds since 1970. */
static inline json_t *now_of(const struct service *service)
{
    return json_real((double)(service->cloud->now_ms(service->cloud) / 1000));
}

/* One page of a list (taken over), as the result. */
json_t *call_page(struct slrun_json_call *call, json_t *list);

/* Whether a name begins as NamePrefix says, and an ARN is of who asks. */
bool call_lists(const struct slrun_json_call *call, const json_t *doc);

/* ---- schedule.c ---- */

/* Waits for when it is due, `anew` or where it was before the start. */
void schedule_set(struct service *service, const char *arn, bool anew);
void schedule_drop(struct service *service, const char *arn);
/* Of service->alarms. */
void schedule_fire(void *arg, const char *arn, bool last);
void schedule_remember(void *arg, const char *arn, int64_t due_ms);

/* ---- group.c ---- */

/* Whether a group of that name is there. False after call_fail(). */
bool group_check(struct slrun_json_call *call, const char *name);

#endif
