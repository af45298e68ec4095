/* SPDX-License-Identifier: Apache-2.0 */
/* Rules that fire by the clock. */
#include <string.h>

#include "local/service.h"

/* Member of a rule: when it fires next, on the local cloud's clock; -1: never. */
#define DUE "Due"

bool schedule_check(const char *text)
{
    struct expression e;
    return expression_read(text, false, &e);
}

/* User Guide, "Scheduled events". */
static json_t *event_of(struct service *service, const json_t *rule)
{
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    const char *arn = slrun_text(rule, "Arn");
    slrun_arn_place(arn, region, account);
    json_t *event = event_new(service, region, account);
    (void)json_object_set_new(event, "detail-type", json_string("Scheduled Event"));
    (void)json_object_set_new(event, "source", json_string("aws.events"));
    (void)json_object_set_new(event, "resources", json_pack("[s]", arn));
    (void)json_object_set_new(event, "detail", json_object());
    return event;
}

void schedule_fire(void *arg, const char *arn, bool last)
{
    struct service *service = arg;
    json_t *rule = json_incref(json_object_get(service->rules, arn));
    const json_t *targets = json_object_get(rule, "Targets");
    json_t *event = event_of(service, rule);
    (void)last;
    for (size_t i = 0; i < json_array_size(targets); i++)
        target_deliver(service, rule, json_array_get(targets, i), event);
    json_decref(event);
    json_decref(rule);
}

void schedule_remember(void *arg, const char *arn, int64_t due_ms)
{
    struct service *service = arg;
    json_t *rule = json_object_get(service->rules, arn);
    if (!service->cloud->data || json_integer_value(json_object_get(rule, DUE)) == due_ms)
        return;
    (void)json_object_set_new(rule, DUE, json_integer(due_ms));
    rule_keep(service, arn);
}

static void set(struct service *service, const char *arn, const json_t *due)
{
    const json_t *rule = json_object_get(service->rules, arn);
    const char *text = slrun_text(rule, "ScheduleExpression");
    if (!text || !*text || strcmp(slrun_text_or(rule, "State", ""), "DISABLED") == 0)
        alarm_stop(&service->alarms, arn);
    else
        alarm_set(&service->alarms,
                  &(struct alarm_order){.arn = arn, .expression = text, .due = due});
}

void schedule_set(struct service *service, const char *arn)
{
    set(service, arn, NULL);
}

void schedule_resume(struct service *service, const char *arn)
{
    set(service, arn, json_object_get(json_object_get(service->rules, arn), DUE));
}
