/* SPDX-License-Identifier: Apache-2.0 */
#include "deliveries/cron.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

enum { FIELDS = 6, FIELD_SIZE = 128, MINUTES_PER_DAY = 1440, DAY_S = 86400, WEEK = 7 };

/* ---- reading ---- */

static const char *const month_names[] = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL",
                                          "AUG", "SEP", "OCT", "NOV", "DEC", NULL};
static const char *const weekday_names[] = {"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", NULL};

struct field {
    long least, most;
    const char *const *names; /* of `least` and so on, or NULL */
};

/* A number or a name at *text, which goes on behind it. -1: neither. */
static long value_at(const struct field *f, const char **text)
{
    char *end;
    for (long i = 0; f->names && f->names[i]; i++)
        if (strncasecmp(*text, f->names[i], 3) == 0) {
            *text += 3;
            return f->least + i;
        }
    if (!isdigit((unsigned char)**text))
        return -1;
    long value = strtol(*text, &end, 10);
    *text = end;
    return value >= f->least && value <= f->most ? value : -1;
}

static void set_bit(void *bits, long i)
{
    ((uint8_t *)bits)[i / 8] |= (uint8_t)(1U << (i % 8));
}

static bool has_bit(const void *bits, long i)
{
    return ((const uint8_t *)bits)[i / 8] >> (i % 8) & 1;
}

/* One of "*", "5", "1-5", "0/15", "*" "/15", "1-30/2". */
static bool read_item(const struct field *f, const char *text, void *bits, long origin)
{
    long from = f->least, to = f->most, step = 1;
    if (*text == '*') {
        text++;
    } else {
        from = to = value_at(f, &text);
        if (from >= 0 && *text == '-') {
            text++;
            to = value_at(f, &text);
        } else if (*text == '/') {
            to = f->most;
        }
    }
    if (*text == '/') {
        char *end;
        step = strtol(text + 1, &end, 10);
        text = end;
    }
    if (*text || from < 0 || to < 0 || step < 1 || step > f->most)
        return false;
    if (to < from) /* FRI-MON */
        for (long i = from; i <= f->most; i += step)
            set_bit(bits, i - origin);
    for (long i = to < from ? f->least : from; i <= to; i += step)
        set_bit(bits, i - origin);
    return true;
}

static bool read_list(const struct field *f, char *text, void *bits, long origin)
{
    char *rest = NULL;
    size_t n = strlen(text);
    if (n == 0 || text[n - 1] == ',' || strstr(text, ",,") || *text == ',')
        return false;
    for (char *item = strtok_r(text, ",", &rest); item; item = strtok_r(NULL, ",", &rest))
        if (!read_item(f, item, bits, origin))
            return false;
    return true;
}

/* L, LW, 15W, or a list. */
static bool read_days(struct cron *cron, char *text)
{
    static const struct field f = {1, 31, NULL};
    const char *at = text;
    if (strcasecmp(text, "L") == 0)
        return cron->last_day = true;
    if (strcasecmp(text, "LW") == 0)
        return cron->last_workday = true;
    long day = value_at(&f, &at);
    if (day > 0 && strcasecmp(at, "W") == 0) {
        cron->near_day = (int)day;
        return true;
    }
    return read_list(&f, text, &cron->days, 0);
}

/* L (Saturday), 6L, 6#3, or a list. */
static bool read_weekdays(struct cron *cron, char *text)
{
    static const struct field f = {1, WEEK, weekday_names};
    const char *at = text;
    if (strcasecmp(text, "L") == 0) {
        set_bit(&cron->weekdays, WEEK);
        return true;
    }
    long day = value_at(&f, &at);
    if (day > 0 && strcasecmp(at, "L") == 0) {
        cron->last_weekday = (int)day;
        return true;
    }
    if (day > 0 && *at == '#') {
        cron->nth_weekday = (int)day;
        cron->nth = at[1] >= '1' && at[1] <= '5' && !at[2] ? at[1] - '0' : 0;
        return cron->nth > 0;
    }
    return read_list(&f, text, &cron->weekdays, 0);
}

bool cron_read(const char *text, struct cron *cron)
{
    static const struct field minutes = {0, 59, NULL}, hours = {0, 23, NULL},
                              months = {1, 12, month_names},
                              years = {CRON_YEAR_FIRST, CRON_YEAR_LAST, NULL};
    char f[FIELDS][FIELD_SIZE];
    int n = 0;
    *cron = (struct cron){.minutes = 0};
    if (sscanf(text, "%127s %127s %127s %127s %127s %127s%n", f[0], f[1], f[2], f[3], f[4], f[5],
               &n) != FIELDS ||
        text[n + (int)strspn(text + n, " ")])
        return false;
    bool any_day = strcmp(f[2], "?") == 0, any_weekday = strcmp(f[4], "?") == 0;
    if (any_day == any_weekday) /* exactly one of them says nothing */
        return false;
    return read_list(&minutes, f[0], &cron->minutes, 0) &&
           read_list(&hours, f[1], &cron->hours, 0) && read_list(&months, f[3], &cron->months, 0) &&
           read_list(&years, f[5], cron->years, CRON_YEAR_FIRST) &&
           (any_day ? read_weekdays(cron, f[4]) : read_days(cron, f[2]));
}

/* ---- days ---- */

struct day {
    int year, month, day; /* from 1 on */
    int weekday;          /* 1: Sunday */
    int last;             /* day of the month */
};

static int days_of(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

static struct day day_of(int64_t seconds)
{
    time_t at = (time_t)seconds;
    struct tm tm;
    (void)gmtime_r(&at, &tm);
    return (struct day){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_wday + 1,
                        days_of(tm.tm_year + 1900, tm.tm_mon + 1)};
}

/* The weekday of another day of the month. */
static int weekday_of(const struct day *d, int day)
{
    return ((d->weekday - 1 + day - d->day) % WEEK + WEEK) % WEEK + 1;
}

/* The working day nearest to a day, in the same month. */
static int workday(const struct day *d, int wanted)
{
    int weekday = weekday_of(d, wanted);
    if (weekday == 1)
        return wanted == d->last ? wanted - 2 : wanted + 1;
    if (weekday == WEEK)
        return wanted == 1 ? wanted + 2 : wanted - 1;
    return wanted;
}

static bool is_day(const struct cron *c, const struct day *d)
{
    if (!has_bit(c->years, d->year - CRON_YEAR_FIRST) || !has_bit(&c->months, d->month))
        return false;
    if (c->last_day)
        return d->day == d->last;
    if (c->last_workday) {
        int weekday = weekday_of(d, d->last);
        return d->day == d->last - (weekday == 1 ? 2 : weekday == WEEK ? 1 : 0);
    }
    if (c->near_day)
        return c->near_day <= d->last && d->day == workday(d, c->near_day);
    if (c->last_weekday)
        return d->weekday == c->last_weekday && d->day + WEEK > d->last;
    if (c->nth)
        return d->weekday == c->nth_weekday && (d->day - 1) / WEEK + 1 == c->nth;
    return has_bit(&c->days, d->day) || has_bit(&c->weekdays, d->weekday);
}

int64_t cron_next(const struct cron *c, int64_t after_ms)
{
    int64_t minute = after_ms / 60000 + 1; /* the first that may be */
    int64_t day = minute / MINUTES_PER_DAY;
    long from = (long)(minute % MINUTES_PER_DAY);
    for (;; day++, from = 0) {
        struct day d = day_of(day * DAY_S);
        if (d.year > CRON_YEAR_LAST)
            return -1;
        if (!is_day(c, &d))
            continue;
        for (long i = from; i < MINUTES_PER_DAY; i++)
            if (has_bit(&c->hours, i / 60) && has_bit(&c->minutes, i % 60))
                return (day * MINUTES_PER_DAY + i) * 60000;
    }
}
