/* SPDX-License-Identifier: Apache-2.0 */
/* Times as the services and files write them (RFC 3339). */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "net/credential_walk.h"

/* What stands behind the seconds: a fraction, which is dropped, and the zone. */
static bool read_rest(const char *text, int64_t *offset_s)
{
    char sign;
    int hours, minutes, used = 0;
    *offset_s = 0;
    if (*text == '.')
        text += 1 + strspn(text + 1, "0123456789");
    if (strcmp(text, "Z") == 0 || strcmp(text, "UTC") == 0)
        return true;
    if (sscanf(text, "%c%2d:%2d%n", &sign, &hours, &minutes, &used) != 3 || text[used] ||
        (sign != '+' && sign != '-'))
        return false;
    *offset_s = (sign == '+' ? 1 : -1) * (hours * 3600 + minutes * 60);
    return true;
}

bool walk_time(const char *text, int64_t *ms)
{
    struct tm tm = {0};
    int64_t offset;
    int used = 0;
    if (sscanf(text, "%4d-%2d-%2dT%2d:%2d:%2d%n", &tm.tm_year, &tm.tm_mon, &tm.tm_mday, &tm.tm_hour,
               &tm.tm_min, &tm.tm_sec, &used) != 6 ||
        !read_rest(text + used, &offset))
        return false;
    if (tm.tm_year < 1970 || tm.tm_mon < 1 || tm.tm_mon > 12 || tm.tm_mday < 1 || tm.tm_mday > 31)
        return false;
    tm.tm_year -= 1900;
    tm.tm_mon--;
    *ms = ((int64_t)timegm(&tm) - offset) * 1000;
    return true;
}

const char *walk_time_text(int64_t ms, char out[WALK_TIME_MAX])
{
    time_t seconds = (time_t)(ms / 1000);
    struct tm tm = {0};
    if (!gmtime_r(&seconds, &tm) || strftime(out, WALK_TIME_MAX, "%Y-%m-%dT%H:%M:%SZ", &tm) == 0)
        out[0] = '\0';
    return out;
}
