/* SPDX-License-Identifier: Apache-2.0 */
#include "local/look.h"

#include <stdio.h>

#include "local/service.h"

static void box(const struct slrun_looks *looks, struct slrun_look *look, const json_t *schedule)
{
    char says[64];
    (void)snprintf(says, sizeof says, "schedule: %s",
                   slrun_text_or(schedule, "ScheduleExpression", ""));
    looks->box(look, &(struct slrun_look_box){
                         .says = says, .to = json_incref(json_object_get(schedule, "Target"))});
}

static void list(void *state, struct slrun_look *look)
{
    static const char *const members[] = {"Name", "GroupName", "State", "ScheduleExpression"};
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    const char *arn;
    json_t *schedule;
    json_object_foreach (service->schedules, arn, schedule) {
        int wanted = looks->want(look);
        json_t *cells = wanted > 0 ? json_array() : NULL;
        if (wanted < 0)
            return;
        if (!cells)
            continue;
        for (size_t i = 0; i < sizeof members / sizeof *members; i++)
            (void)json_array_append(cells, json_object_get(schedule, members[i]));
        (void)json_array_append(cells, json_object_get(json_object_get(schedule, "Target"), "Arn"));
        slrun_arn_place(arn, region, account);
        (void)json_array_append_new(cells, json_string(region));
        (void)json_array_append_new(cells, json_string(account));
        looks->row(look, arn, cells);
        box(looks, look, schedule);
    }
}

static int show(void *state, struct slrun_look *look, const char *arn)
{
    static const char *const facts[] = {"Description",
                                        "State",
                                        "ScheduleExpression",
                                        "StartDate",
                                        "EndDate",
                                        "FlexibleTimeWindow",
                                        "ActionAfterCompletion",
                                        "Target"};
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    const json_t *schedule = json_object_get(service->schedules, arn);
    if (!schedule)
        return -1;
    looks->fact(look, "ARN", json_string(arn));
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        looks->fact(look, facts[i], json_incref(json_object_get(schedule, facts[i])));
    return 0;
}

const struct slrun_look_kind scheduler_looks[] = {
    {"schedules", "Schedules", "name|group|state|expression|target|region|account", list, show},
    {NULL, NULL, NULL, NULL, NULL},
};
