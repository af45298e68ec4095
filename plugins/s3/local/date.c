/* SPDX-License-Identifier: Apache-2.0 */
/* Times as text. */
#include "date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SECOND     INT64_C(1000)
#define DATE_FIRST INT64_C(-62167219200000) /* 0000-01-01 */
#define DATE_LAST  INT64_C(253402300799999) /* 9999-12-31 */

static const char *const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

static int64_t floor_seconds(int64_t ms)
{
    return ms / SECOND - (ms % SECOND < 0);
}

static struct tm utc(int64_t ms)
{
    time_t seconds = (time_t)floor_seconds(ms);
    struct tm tm;
    memset(&tm, 0, sizeof tm);
    (void)gmtime_r(&seconds, &tm);
    return tm;
}

/* So many digits, and what stands behind them. By hand, since each object of a list has dates. */
static char *put(char *at, int digits, int number, const char *behind)
{
    for (int i = digits - 1; i >= 0; i--, number /= 10) {
        at[i] = (char)('0' + number % 10);
    }
    return stpcpy(at + digits, behind);
}

void date_iso(int64_t ms, char out[DATE_SIZE])
{
    struct tm tm = utc(ms);
    char *at = put(out, 4, tm.tm_year + 1900, "-");
    at = put(put(at, 2, tm.tm_mon + 1, "-"), 2, tm.tm_mday, "T");
    at = put(put(at, 2, tm.tm_hour, ":"), 2, tm.tm_min, ":");
    at = put(at, 2, tm.tm_sec, ".");
    (void)put(at, 3, (int)(ms - floor_seconds(ms) * SECOND), "Z");
}

void date_http(int64_t ms, char out[DATE_SIZE])
{
    struct tm tm = utc(ms);
    char *at = stpcpy(stpcpy(out, days[tm.tm_wday]), ", ");
    at = stpcpy(stpcpy(put(at, 2, tm.tm_mday, " "), months[tm.tm_mon]), " ");
    at = put(put(at, 4, tm.tm_year + 1900, " "), 2, tm.tm_hour, ":");
    (void)put(put(at, 2, tm.tm_min, ":"), 2, tm.tm_sec, " GMT");
}

static bool within(int value, int least, int most)
{
    return value >= least && value <= most;
}

static bool in_ms(struct tm *tm, int64_t extra_ms, int64_t *ms)
{
    if (!within(tm->tm_mon, 0, 11) || !within(tm->tm_mday, 1, 31) || !within(tm->tm_hour, 0, 24) ||
        !within(tm->tm_min, 0, 59) || !within(tm->tm_sec, 0, 60) ||
        !within(tm->tm_year, -1900, 9999 - 1900)) {
        return false;
    }
    *ms = (int64_t)timegm(tm) * 1000 + extra_ms;
    return true;
}

/* Takes `n` digits off. */
static bool digits(const char **text, int n, int *value)
{
    *value = 0;
    for (; n > 0; n--, ++*text) {
        if (**text < '0' || **text > '9') {
            return false;
        }
        *value = *value * 10 + (**text - '0');
    }
    return true;
}

static bool mark(const char **text, char c)
{
    return **text == c && ++*text;
}

/* "Z", "+hh:mm", "-hhmm" or nothing, to the end. */
static bool read_zone(const char *text, int64_t *ms)
{
    int hours, minutes, sign = *text == '+' ? 1 : -1;
    if (*text == '\0' || strcmp(text, "Z") == 0) {
        return true;
    }
    bool ok = (mark(&text, '+') || mark(&text, '-')) && digits(&text, 2, &hours) &&
              (mark(&text, ':') || true) && digits(&text, 2, &minutes) && *text == '\0';
    if (ok) {
        *ms -= sign * (hours * 60 + minutes) * INT64_C(60000);
    }
    return ok && *ms >= DATE_FIRST && *ms <= DATE_LAST;
}

/* What stands behind a point, as milliseconds. */
static int64_t read_fraction(const char **text)
{
    int64_t fraction = 0;
    if (mark(text, '.')) {
        for (int scale = 100; **text >= '0' && **text <= '9'; ++*text, scale /= 10) {
            fraction += (**text - '0') * scale;
        }
    }
    return fraction;
}

bool date_read_iso(const char *text, int64_t *ms)
{
    struct tm tm;
    int64_t fraction = 0;
    memset(&tm, 0, sizeof tm);
    if (!digits(&text, 4, &tm.tm_year) || !mark(&text, '-') || !digits(&text, 2, &tm.tm_mon) ||
        !mark(&text, '-') || !digits(&text, 2, &tm.tm_mday)) {
        return false;
    }
    tm.tm_year -= 1900;
    tm.tm_mon -= 1;
    if (mark(&text, 'T') || mark(&text, ' ')) {
        if (!digits(&text, 2, &tm.tm_hour) || !mark(&text, ':') || !digits(&text, 2, &tm.tm_min) ||
            !mark(&text, ':') || !digits(&text, 2, &tm.tm_sec)) {
            return false;
        }
        fraction = read_fraction(&text);
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
