/* SPDX-License-Identifier: Apache-2.0 */
/* Timestamps as ISO 8601 and as RFC 9110, section 5.6.7 has them, always in UTC. */
#include "client/time.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const char *const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

#define FIRST_SECOND (-62135596800LL) /* of the year 1 */
#define LAST_SECOND  253402300799LL   /* of the year 9999 */
enum { DAY = 86400 };

struct civil {
    int year, month, day; /* month from 1 */
};

/* Days since 1970 and dates of the Gregorian calendar; years begin in March, so that the leap day
 * is the last. */
static int64_t days_of(const struct civil *c)
{
    int64_t year = c->month <= 2 ? c->year - 1 : c->year;
    int64_t era = year / 400, of_era = year - era * 400;
    int64_t day = (153 * (c->month + (c->month > 2 ? -3 : 9)) + 2) / 5 + c->day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + day - 719468;
}

static struct civil civil_of(int64_t days_since)
{
    int64_t z = days_since + 719468, era = z / 146097, of_era = z - era * 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t day = of_era - (365 * year + year / 4 - year / 100), month = (5 * day + 2) / 153;
    struct civil c = {.day = (int)(day - (153 * month + 2) / 5 + 1),
                      .month = (int)(month < 10 ? month + 3 : month - 9)};
    c.year = (int)(year + era * 400 + (c.month <= 2));
    return c;
}

bool s3_time_write(const json_t *seconds, bool http, char text[S3_TIME_SIZE])
{
    double number = json_number_value(seconds);
    if (!(number >= (double)FIRST_SECOND && number < (double)LAST_SECOND)) {
        return false;
    }
    int64_t whole = (int64_t)floor(number);
    int64_t micros = (int64_t)llround((number - (double)whole) * 1e6);
    whole += micros / 1000000;
    micros %= 1000000;
    int64_t since = whole / DAY - (whole % DAY < 0), rest = whole - since * DAY;
    struct civil c = civil_of(since);
    int hour = (int)(rest / 3600), minute = (int)(rest / 60 % 60), second = (int)(rest % 60);
    if (http) {
        snprintf(text, S3_TIME_SIZE, "%s, %02d %s %04d %02d:%02d:%02d GMT",
                 days[((since + 4) % 7 + 7) % 7], c.day, months[c.month - 1], c.year, hour, minute,
                 second);
        return true;
    }
    int n = snprintf(text, S3_TIME_SIZE, "%04d-%02d-%02dT%02d:%02d:%02d", c.year, c.month, c.day,
                     hour, minute, second);
    if (micros > 0) {
        snprintf(text + n, S3_TIME_SIZE - (size_t)n, ".%06dZ", (int)micros);
    } else {
        snprintf(text + n, S3_TIME_SIZE - (size_t)n, "Z");
    }
    return true;
}

static bool is_date(const struct civil *c, int hour, int minute, int second)
{
    return c->year >= 1 && c->month >= 1 && c->month <= 12 && c->day >= 1 && c->day <= 31 &&
           hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
}

static json_t *read_iso(const char *text)
{
    struct civil c;
    int hour, minute, second, n = 0;
    double fraction = 0;
    if (sscanf(text, "%4d-%2d-%2dT%2d:%2d:%2d%n", &c.year, &c.month, &c.day, &hour, &minute,
               &second, &n) != 6 ||
        !is_date(&c, hour, minute, second)) {
        return NULL;
    }
    const char *rest = text + n;
    if (*rest == '.') {
        double scale = 0.1;
        for (rest++; *rest >= '0' && *rest <= '9'; rest++, scale /= 10) {
            fraction += (*rest - '0') * scale;
        }
    }
    if (strcmp(rest, "Z") != 0 && strcmp(rest, "+00:00") != 0) {
        return NULL;
    }
    int64_t whole = days_of(&c) * DAY + hour * 3600 + minute * 60 + second;
    /* milliseconds are what S3 has; a double holds them exactly enough to be compared */
    return fraction > 0 ? json_real(((double)whole * 1000 + round(fraction * 1000)) / 1000)
                        : json_integer(whole);
}

static json_t *read_http(const char *text)
{
    struct civil c = {.month = 0};
    char month[4];
    int hour, minute, second, n = 0;
    if (sscanf(text, "%*3[A-Za-z], %2d %3[A-Za-z] %4d %2d:%2d:%2d GMT%n", &c.day, month, &c.year,
               &hour, &minute, &second, &n) != 6 ||
        n == 0 || text[n] != '\0') {
        return NULL;
    }
    for (int i = 0; i < 12; i++) {
        c.month = strcmp(months[i], month) == 0 ? i + 1 : c.month;
    }
    if (!is_date(&c, hour, minute, second)) {
        return NULL;
    }
    return json_integer(days_of(&c) * DAY + hour * 3600 + minute * 60 + second);
}

json_t *s3_time_read(const char *text)
{
    json_t *seconds = read_iso(text);
    return seconds != NULL ? seconds : read_http(text);
}
