/* SPDX-License-Identifier: Apache-2.0 */
#include "deliveries/expression.h"

#include <stdio.h>
#include <string.h>

#include <slrun/time.h>

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
    return strlen(text) == strlen("2026-11-21T07:00:00") &&
           slrun_time_read(text, SLRUN_TIME_BARE, ms);
}

bool expression_read(const char *text, bool scheduler, struct expression *e)
{
    char inner[257];
    size_t n = strlen(text), start = strcspn(text, "(") + 1;
    if (n > 256 || start > n || text[n - 1] != ')')
        return false;
    (void)snprintf(inner, sizeof inner, "%.*s", (int)(n - start - 1), text + start);
    if (strncmp(text, "rate(", start) == 0) {
        e->kind = EXPRESSION_RATE;
        return read_rate(inner, scheduler, &e->ms);
    }
    if (strncmp(text, "cron(", start) == 0) {
        e->kind = EXPRESSION_CRON;
        return cron_read(inner, &e->cron);
    }
    e->kind = EXPRESSION_AT;
    return scheduler && strncmp(text, "at(", start) == 0 && read_at(inner, &e->ms);
}

int64_t expression_next(const struct expression *e, int64_t after_ms)
{
    if (e->kind == EXPRESSION_CRON)
        return cron_next(&e->cron, after_ms);
    if (e->kind == EXPRESSION_AT)
        return e->ms > after_ms ? e->ms : -1;
    return after_ms + e->ms;
}

int64_t expression_resume(const struct expression *e, int64_t due_ms, int64_t now_ms)
{
    if (e->kind == EXPRESSION_AT)
        return due_ms > now_ms || due_ms < 0 ? due_ms : now_ms;
    if (e->kind != EXPRESSION_RATE || due_ms > now_ms + e->ms)
        return expression_next(e, now_ms);
    return due_ms > now_ms ? due_ms : due_ms + ((now_ms - due_ms) / e->ms + 1) * e->ms;
}
