/* SPDX-License-Identifier: Apache-2.0 */
/* Times as text. */
#include "date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

static struct tm utc(int64_t ms)
{
    time_t seconds = (time_t)(ms / 1000);
    struct tm tm;
    memset(&tm, 0, sizeof tm);
    (void)gmtime_r(&seconds, &tm);
    return tm;
}

void date_iso(int64_t ms, char out[DATE_SIZE])
{
    struct tm tm = utc(ms);
    char date[DATE_SIZE];
    (void)strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%S", &tm);
    (void)snprintf(out, DATE_SIZE, "%.32s.%03dZ", date, (int)(ms % 1000));
}

void date_http(int64_t ms, char out[DATE_SIZE])
{
    struct tm tm = utc(ms);
    (void)snprintf(out, DATE_SIZE, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[tm.tm_wday],
                   tm.tm_mday, months[tm.tm_mon], tm.tm_year + 1900, tm.tm_hour, tm.tm_min,
                   tm.tm_sec);
}

static bool in_ms(struct tm *tm, int64_t extra_ms, int64_t *ms)
{
    if (tm->tm_mon < 0 || tm->tm_mon > 11 || tm->tm_mday < 1 || tm->tm_mday > 31 ||
        tm->tm_hour > 24 || tm->tm_min > 59 || tm->tm_sec > 60 || tm->tm_year > 9999 - 1900) {
        return false;
    }
    *ms = (int64_t)timegm(tm) * 1000 + extra_ms;
    return true;
}

/* "Z", "+hh:mm", "-hhmm" or nothing, to the end. */
static bool read_zone(const char *text, int64_t *ms)
{
    int hours = 0, minutes = 0, end = 0;
    if (*text == '\0' || strcmp(text, "Z") == 0) {
        return true;
    }
    if ((*text != '+' && *text != '-') ||
        (sscanf(text + 1, "%2d:%2d%n", &hours, &minutes, &end) != 2 &&
         sscanf(text + 1, "%2d%2d%n", &hours, &minutes, &end) != 2) ||
        text[1 + end] != '\0') {
        return false;
    }
    *ms -= (*text == '+' ? 1 : -1) * (hours * 60 + minutes) * INT64_C(60000);
    return true;
}

bool date_read_iso(const char *text, int64_t *ms)
{
    struct tm tm;
    int end = 0;
    int64_t fraction = 0;
    memset(&tm, 0, sizeof tm);
    if (sscanf(text, "%4d-%2d-%2d%n", &tm.tm_year, &tm.tm_mon, &tm.tm_mday, &end) != 3) {
        return false;
    }
    tm.tm_year -= 1900;
    tm.tm_mon -= 1;
    text += end;
    if (*text == 'T' || *text == ' ') {
        if (sscanf(text + 1, "%2d:%2d:%2d%n", &tm.tm_hour, &tm.tm_min, &tm.tm_sec, &end) != 3) {
            return false;
        }
        text += 1 + end;
        for (int scale = 100; *text == '.' || (*text >= '0' && *text <= '9'); text++) {
            fraction += *text == '.' ? 0 : (*text - '0') * scale;
            scale = *text == '.' ? scale : scale / 10;
        }
    }
    return in_ms(&tm, fraction, ms) && read_zone(text, ms);
}

static int month_of(const char *name)
{
    for (int i = 0; i < 12; i++) {
        if (strncasecmp(name, months[i], 3) == 0) {
            return i;
        }
    }
    return -1;
}

bool date_read_http(const char *text, int64_t *ms)
{
    struct tm tm;
    char month[4] = "";
    memset(&tm, 0, sizeof tm);
    bool fixed = sscanf(text, "%*[A-Za-z], %2d %3s %4d %2d:%2d:%2d", &tm.tm_mday, month,
                        &tm.tm_year, &tm.tm_hour, &tm.tm_min, &tm.tm_sec) == 6;
    if (!fixed) { /* RFC 850, then asctime */
        fixed = sscanf(text, "%*[A-Za-z], %2d-%3s-%4d %2d:%2d:%2d", &tm.tm_mday, month, &tm.tm_year,
                       &tm.tm_hour, &tm.tm_min, &tm.tm_sec) == 6 ||
                sscanf(text, "%*3s %3s %2d %2d:%2d:%2d %4d", month, &tm.tm_mday, &tm.tm_hour,
                       &tm.tm_min, &tm.tm_sec, &tm.tm_year) == 6;
    }
    if (!fixed) {
        return date_read_iso(text, ms);
    }
    tm.tm_year += tm.tm_year < 70 ? 2000 : tm.tm_year < 100 ? 1900 : 0;
    tm.tm_year -= 1900;
    tm.tm_mon = month_of(month);
    return in_ms(&tm, 0, ms);
}
