/* SPDX-License-Identifier: Apache-2.0 */
/* When secrets are rotated by themselves (User Guide, "Rotation schedules"). */
#include <stdio.h>
#include <string.h>

#include "local/service.h"

enum { DAY_MS = 86400000, HOUR_MS = 3600000, LEAST_HOURS = 4, MOST_HOURS = 999 * 24 };

/* Milliseconds of "rate(10 days)"; 0: it is no rate. */
static int64_t rate_ms(const char *text)
{
    int n, end = 0;
    char unit[8] = "";
    if (!text || sscanf(text, "rate(%d %7[a-z])%n", &n, unit, &end) != 2 || text[end] || end == 0)
        return 0;
    bool days = strcmp(unit, "days") == 0 || strcmp(unit, "day") == 0;
    bool hours = strcmp(unit, "hours") == 0 || strcmp(unit, "hour") == 0;
    if ((!days && !hours) || n < 1 || n > MOST_HOURS || (hours && n < LEAST_HOURS) ||
        (days && n > MOST_HOURS / 24))
        return 0;
    return (int64_t)n * (days ? DAY_MS : HOUR_MS);
}

static bool is_cron(const char *text)
{
    return text && strncmp(text, "cron(", 5) == 0 && text[strlen(text) - 1] == ')';
}

bool rules_check(struct slrun_json_call *call, const json_t *rules)
{
    const char *expression = slrun_text(rules, "ScheduleExpression");
    const json_t *days = json_object_get(rules, "AutomaticallyAfterDays");
    if (expression && days)
        return call_invalid(call, "You can't specify both AutomaticallyAfterDays and "
                                  "ScheduleExpression in RotationRules.");
    return !expression || rate_ms(expression) > 0 || is_cron(expression) ||
           call_invalid(call, "The ScheduleExpression %s is not valid.", expression);
}

/* 0: by no rule that is kept here. */
static int64_t period_ms(const json_t *secret)
{
    const json_t *rules = json_object_get(secret, "RotationRules");
    const json_t *days = json_object_get(rules, "AutomaticallyAfterDays");
    return days ? json_integer_value(days) * DAY_MS
                : rate_ms(slrun_text(rules, "ScheduleExpression"));
}

void rotation_date(const struct service *service, json_t *secret)
{
    const struct slrun_cloud *cloud = service->cloud;
    int64_t period = period_ms(secret);
    if (period > 0 && json_is_true(json_object_get(secret, "RotationEnabled")))
        (void)json_object_set_new(secret, "NextRotationDate",
                                  json_real((double)(cloud->now_ms(cloud) + period) / 1000));
    else
        (void)json_object_del(secret, "NextRotationDate");
}

/* ---- the timer ---- */

/* When a secret is due; 0: never. */
static int64_t due_ms(const json_t *secret)
{
    bool gone = secret_is_deleted(secret);
    return gone ? 0
                : (int64_t)(json_number_value(json_object_get(secret, "NextRotationDate")) * 1000);
}

static void rotate_due(struct service *service, const char *place, json_t *secret)
{
    const struct slrun_cloud *cloud = service->cloud;
    const char *pending = version_with(secret, PENDING);
    char id[UUID_SIZE];
    struct rotation_order order = {.place = place, .token = pending ? pending : id};
    if (!pending) {
        cloud->uuid(cloud, id);
        version_begin(service, secret, id);
    }
    rotation_date(service, secret);
    secret_keep_at(service, place);
    rotation_start(service, &order);
}

static void fire(void *arg)
{
    struct service *service = arg;
    const struct slrun_cloud *cloud = service->cloud;
    int64_t now = cloud->now_ms(cloud), due;
    const char *place;
    json_t *secret;
    service->timer = NULL;
    json_object_foreach (service->secrets, place, secret) {
        due = due_ms(secret);
        if (due > 0 && due <= now)
            rotate_due(service, place, secret);
    }
    rotations_plan(service);
}

void rotations_plan(struct service *service)
{
    const struct slrun_cloud *cloud = service->cloud;
    int64_t next = 0, due;
    const char *place;
    json_t *secret;
    json_object_foreach (service->secrets, place, secret) {
        due = due_ms(secret);
        if (due > 0 && (next == 0 || due < next))
            next = due;
    }
    if (service->timer)
        cloud->timer_stop(service->timer);
    service->timer = next > 0 ? cloud->timer_start(cloud, next, fire, service) : NULL;
}
