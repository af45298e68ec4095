/* SPDX-License-Identifier: Apache-2.0 */
#include "jsonata/pictures/calendar.h"

#include <math.h>
#include <stddef.h>

enum { MS_A_DAY = 86400000 };

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

int64_t jn_days(int64_t year, int64_t month, int64_t day)
{
    year += floor_div(month - 1, 12);
    month -= floor_div(month - 1, 12) * 12;
    /* years from March on, so that the leap day is the last one */
    int64_t y = year - (month <= 2), era = floor_div(y, 400), of_era = y - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

bool jn_date(double ms, struct jn_date *date)
{
    if (!(fabs(ms) <= 8.64e15))
        return false;
    int64_t whole = (int64_t)floor(ms), days = floor_div(whole, MS_A_DAY);
    int64_t rest = whole - days * MS_A_DAY;
    int64_t z = days + 719468, era = floor_div(z, 146097), of_era = z - era * 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100),
            month = (5 * of_year + 2) / 153;
    *date = (struct jn_date){.year = year + era * 400 + (month >= 10),
                             .days = days,
                             .month = (int)(month < 10 ? month + 3 : month - 9),
                             .day = (int)(of_year - (153 * month + 2) / 5 + 1),
                             .hour = (int)(rest / 3600000),
                             .minute = (int)(rest / 60000 % 60),
                             .second = (int)(rest / 1000 % 60),
                             .ms = (int)(rest % 1000)};
    return true;
}

/* Monday is 1, Sunday 7. */
static int64_t weekday(int64_t days)
{
    return days + 3 - floor_div(days + 3, 7) * 7 + 1;
}

/* The Monday of the first week of a month or, of January, of a year: the one with its Thursday. */
static int64_t first_monday(int64_t year, int64_t month)
{
    int64_t first = jn_days(year, month, 1), day = weekday(first);
    return day > 4 ? first + 8 - day : first - (day - 1);
}

/* The week of a day in a period: of a year (`step` 12) or a month (1); `most` are in any. */
static int64_t week_of(const struct jn_date *d, int64_t month, int64_t step, int64_t most)
{
    int64_t week = floor_div(d->days - first_monday(d->year, month), 7) + 1;
    if (week > most && d->days >= first_monday(d->year, month + step))
        return 1;
    if (week < 1)
        week = floor_div(d->days - first_monday(d->year, month - step), 7) + 1;
    return week;
}

/* How many periods before or after its own the week of a day belongs to. */
static int64_t week_period(const struct jn_date *d, int64_t month, int64_t step)
{
    return d->days < first_monday(d->year, month)           ? -1
           : d->days >= first_monday(d->year, month + step) ? 1
                                                            : 0;
}

static int64_t week_month(const struct jn_date *d)
{
    int64_t month = d->month + week_period(d, d->month, 1);
    return month < 1 ? 12 : month > 12 ? 1 : month;
}

int64_t jn_date_component(const struct jn_date *d, char component)
{
    const struct {
        char component;
        int64_t value;
    } values[] = {
        {'Y', d->year},
        {'M', d->month},
        {'D', d->day},
        {'d', d->days - jn_days(d->year, 1, 1) + 1},
        {'F', weekday(d->days)},
        {'W', week_of(d, 1, 12, 52)},
        {'w', week_of(d, d->month, 1, 4)},
        {'X', d->year + week_period(d, 1, 12)},
        {'x', week_month(d)},
        {'H', d->hour},
        {'h', d->hour % 12 ? d->hour % 12 : 12},
        {'P', d->hour >= 12},
        {'m', d->minute},
        {'s', d->second},
        {'f', d->ms},
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (values[i].component == component)
            return values[i].value;
    return 0;
}
