/* SPDX-License-Identifier: Apache-2.0 */
/* Timestamps: the profile of RFC 3339 that the language has. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "asl/asl.h"

/* Digits at fixed places; false: there are others. */
static bool digits(const char *text, int n, int *value)
{
    *value = 0;
    for (int i = 0; i < n; i++) {
        if (!isdigit((unsigned char)text[i]))
            return false;
        *value = *value * 10 + (text[i] - '0');
    }
    return true;
}

static bool read_date(const char *text, struct tm *tm)
{
    if (strnlen(text, 19) < 19 || text[4] != '-' || text[7] != '-' || text[10] != 'T' ||
        text[13] != ':' || text[16] != ':' || !digits(text, 4, &tm->tm_year) ||
        !digits(text + 5, 2, &tm->tm_mon) || !digits(text + 8, 2, &tm->tm_mday) ||
        !digits(text + 11, 2, &tm->tm_hour) || !digits(text + 14, 2, &tm->tm_min) ||
        !digits(text + 17, 2, &tm->tm_sec))
        return false;
    tm->tm_year -= 1900;
    tm->tm_mon--;
    return tm->tm_mon >= 0 && tm->tm_mon < 12 && tm->tm_mday >= 1 && tm->tm_mday <= 31 &&
           tm->tm_hour < 24 && tm->tm_min < 60 && tm->tm_sec < 61;
}

/* ".123456" in milliseconds. */
static const char *read_fraction(const char *at, int64_t *ms)
{
    int64_t unit = 100;
    *ms = 0;
    if (*at != '.')
        return at;
    for (at++; isdigit((unsigned char)*at); at++, unit /= 10)
        *ms += (*at - '0') * unit;
    return at;
}

/* "Z" or "+01:00", in seconds. */
static bool read_zone(const char *at, int64_t *offset)
{
    int hours, minutes;
    *offset = 0;
    if (strcmp(at, "Z") == 0)
        return true;
    if ((*at != '+' && *at != '-') || strlen(at) != 6 || at[3] != ':' ||
        !digits(at + 1, 2, &hours) || !digits(at + 4, 2, &minutes))
        return false;
    *offset = (hours * 3600 + minutes * 60) * (*at == '-' ? -1 : 1);
    return hours < 24 && minutes < 60;
}

bool asl_time(const char *text, int64_t *ms)
{
    struct tm tm = {0};
    int64_t fraction, offset;
    if (!read_date(text, &tm) || !read_zone(read_fraction(text + 19, &fraction), &offset))
        return false;
    *ms = ((int64_t)timegm(&tm) - offset) * 1000 + fraction;
    return true;
}

void asl_time_text(int64_t ms, char text[ASL_TIME_SIZE])
{
    time_t seconds = (time_t)(ms / 1000);
    struct tm tm;
    size_t n;
    *text = '\0';
    if (gmtime_r(&seconds, &tm) && (n = strftime(text, ASL_TIME_SIZE, "%Y-%m-%dT%H:%M:%S", &tm)))
        (void)snprintf(text + n, ASL_TIME_SIZE - n, ".%03dZ", (int)(ms % 1000));
}
