/* SPDX-License-Identifier: Apache-2.0 */
#include "base/iso_time.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* What stands behind the seconds: seconds that the zone is ahead of UTC. */
static bool read_zone(const char *text, int *ahead)
{
    char sign;
    int hours, minutes, used = 0;
    *ahead = 0;
    if (!strcmp(text, "Z") || !strcmp(text, "UTC"))
        return true;
    if (sscanf(text, "%c%2d:%2d%n", &sign, &hours, &minutes, &used) != 3 || text[used] ||
        (sign != '+' && sign != '-') || hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return false;
    *ahead = (sign == '+' ? 1 : -1) * (hours * 3600 + minutes * 60);
    return true;
}

static bool read_clock(const char *text, struct tm *tm, double *seconds)
{
    int used = 0, ahead;
    if (sscanf(text, "T%2d:%2d:%lf%n", &tm->tm_hour, &tm->tm_min, seconds, &used) != 3 ||
        !read_zone(text + used, &ahead))
        return false;
    bool clock = tm->tm_hour >= 0 && tm->tm_hour <= 24 && tm->tm_min >= 0 && tm->tm_min <= 59 &&
                 *seconds >= 0 && *seconds < 61;
    *seconds -= ahead;
    return clock;
}

bool iso_time_read(const char *text, double *seconds)
{
    struct tm tm = {0};
    double rest = 0;
    int used = 0;
    if (sscanf(text, "%4d-%2d-%2d%n", &tm.tm_year, &tm.tm_mon, &tm.tm_mday, &used) != 3 ||
        (text[used] && !read_clock(text + used, &tm, &rest)))
        return false;
    if (tm.tm_year < 1 || tm.tm_mon < 1 || tm.tm_mon > 12 || tm.tm_mday < 1 || tm.tm_mday > 31)
        return false;
    tm.tm_year -= 1900;
    tm.tm_mon--;
    *seconds = (double)timegm(&tm) + rest;
    return true;
}
