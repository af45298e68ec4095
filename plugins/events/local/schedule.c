/* SPDX-License-Identifier: Apache-2.0 */
/* Rules that fire by the clock. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "local/cron.h"
#include "local/delivery.h"

/* Member of a rule: when it fires next, on the local cloud's clock; -1: never. */
#define DUE "Due"

struct expression {
    enum { RATE, CRON, AT } kind;
    int64_t ms; /* of RATE: between two; of AT: when */
    struct cron cron;
};

struct schedule {
    struct schedule *next;
    struct service *service;
    char *arn;
    int64_t due_ms;
    struct expression expression;
    struct slrun_timer *timer;
};

/* ---- expressions ---- */

/* "5 minutes": one is singular, more are plural; EventBridge Scheduler takes either. */
static bool read_rate(const char *text, bool either, int64_t *ms)
{
    static const struct {
        const char *name;
        int64_t ms;
    } units[] = {{"minute", 60000}, {"hour", 3600000}, {"day", 86400000}};
    long long n;
    char unit[16];
    int used = 0;
    if (sscanf(text, "%lld %15[a-z]%n", &n, unit, &used) != 2 || text[used] || n < 1 || n > 1000000)
        return false;
    size_t size = strlen(unit);
    bool plural = unit[size - 1] == 's';
    if (plural != (n > 1) && !either)
        return false;
    if (plural)
        unit[size - 1] = '\0';
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        *ms = n * units[i].ms;
        if (strcmp(unit, units[i].name) == 0)
            return true;
    }
    return false;
}

static bool read_at(const char *text, int64_t *ms)
{
    struct tm tm = {0};
    const char *end = strptime(text, "%Y-%m-%dT%H:%M:%S", &tm);
    if (!end || *end)
        return false;
    *ms = (int64_t)timegm(&tm) * 1000;
    return true;
}

/* `scheduler`: of EventBridge Scheduler, which has at(...). */
static bool read_expression(const char *text, bool scheduler, struct expression *e)
{
    char inner[257];
    size_t n = strlen(text), start = strcspn(text, "(") + 1;
    if (n > 256 || start > n || text[n - 1] != ')')
        return false;
    (void)snprintf(inner, sizeof inner, "%.*s", (int)(n - start - 1), text + start);
    if (strncmp(text, "rate(", start) == 0) {
        e->kind = RATE;
        return read_rate(inner, scheduler, &e->ms);
    }
    if (strncmp(text, "cron(", start) == 0) {
        e->kind = CRON;
        return cron_read(inner, &e->cron);
    }
    e->kind = AT;
    return strncmp(text, "at(", start) == 0 && read_at(inner, &e->ms);
}

bool schedule_check(const char *text, bool at)
{
    struct expression e;
    return read_expression(text, at, &e) && (at || e.kind != AT);
}

/* -1: never. */
static int64_t next_ms(const struct expression *e, int64_t after_ms)
{
    if (e->kind == CRON)
        return cron_next(&e->cron, after_ms);
    if (e->kind == AT)
        return e->ms > after_ms ? e->ms : -1;
    return after_ms + e->ms;
}

/* ---- firing ---- */

static void schedule_free(struct schedule *s)
{
    struct schedule **at = &s->service->schedules;
    while (*at != s)
        at = &(*at)->next;
    *at = s->next;
    if (s->timer)
        s->service->cloud->timer_stop(s->timer);
    free(s->arn);
    free(s);
}

/* User Guide, "Scheduled events"; of Scheduler, whose detail is a text. */
static json_t *event_of(struct service *service, const json_t *rule)
{
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    const char *arn = slrun_text(rule, "Arn");
    bool scheduler = slrun_text(rule, "Bus") == NULL;
    slrun_arn_place(arn, region, account);
    json_t *event = event_new(service, region, account);
    (void)json_object_set_new(event, "detail-type", json_string("Scheduled Event"));
    (void)json_object_set_new(event, "source",
                              json_string(scheduler ? "aws.scheduler" : "aws.events"));
    (void)json_object_set_new(event, "resources", json_pack("[s]", arn));
    (void)json_object_set_new(event, "detail", scheduler ? json_string("{}") : json_object());
    return event;
}

static void fire(void *arg);

/* Until then (-1: never more), which the rule remembers for the next start. */
static void wait(struct schedule *s, int64_t due_ms)
{
    const struct slrun_cloud *cloud = s->service->cloud;
    json_t *rule = json_object_get(s->service->rules, s->arn);
    s->due_ms = due_ms;
    if (cloud->data && json_integer_value(json_object_get(rule, DUE)) != due_ms) {
        (void)json_object_set_new(rule, DUE, json_integer(due_ms));
        rule_keep(s->service, s->arn);
    }
    if (due_ms >= 0)
        s->timer = cloud->timer_start(cloud, due_ms, fire, s);
    if (!s->timer)
        schedule_free(s);
}

static void fire(void *arg)
{
    struct schedule *s = arg;
    json_t *rule = json_incref(json_object_get(s->service->rules, s->arn));
    struct service *service = s->service;
    const json_t *targets = json_object_get(rule, "Targets");
    json_t *event = event_of(service, rule);
    s->timer = NULL;
    wait(s, next_ms(&s->expression, s->due_ms));
    for (size_t i = 0; i < json_array_size(targets); i++)
        deliver(service, rule, json_array_get(targets, i), event);
    json_decref(event);
    json_decref(rule);
}

/* When it fires next in a cloud that was started again: what fell due meanwhile is left out, but
 * what fires only once is made up for. A rate keeps its pace, unless the clock had jumped. */
static int64_t resume_ms(const struct expression *e, int64_t due_ms, int64_t now_ms)
{
    if (e->kind == AT)
        return due_ms > now_ms || due_ms < 0 ? due_ms : now_ms;
    if (e->kind != RATE || due_ms > now_ms + e->ms)
        return next_ms(e, now_ms);
    return due_ms > now_ms ? due_ms : due_ms + ((now_ms - due_ms) / e->ms + 1) * e->ms;
}

static void set(struct service *service, const char *arn, const json_t *due)
{
    const struct slrun_cloud *cloud = service->cloud;
    const json_t *rule = json_object_get(service->rules, arn);
    const char *text = slrun_text(rule, "ScheduleExpression");
    struct schedule *s = service->schedules;
    while (s && strcmp(s->arn, arn) != 0)
        s = s->next;
    if (s)
        schedule_free(s);
    if (!text || !*text || strcmp(slrun_text(rule, "State"), "DISABLED") == 0)
        return;
    s = calloc(1, sizeof *s);
    if (!s)
        return;
    *s = (struct schedule){.next = service->schedules, .service = service, .arn = strdup(arn)};
    service->schedules = s;
    int64_t now_ms = cloud->now_ms(cloud);
    if (s->arn && read_expression(text, true, &s->expression)) /* it was checked */
        wait(s, due ? resume_ms(&s->expression, json_integer_value(due), now_ms)
                    : next_ms(&s->expression, now_ms));
    else
        schedule_free(s);
}

void schedule_set(struct service *service, const char *arn)
{
    set(service, arn, NULL);
}

void schedule_resume(struct service *service, const char *arn)
{
    set(service, arn, json_object_get(json_object_get(service->rules, arn), DUE));
}

void schedules_end(struct service *service)
{
    while (service->schedules)
        schedule_free(service->schedules);
}
