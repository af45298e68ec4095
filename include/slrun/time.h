/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Since 1.5. Times as AWS writes them in texts: RFC 3339, in UTC. They are milliseconds since
 * 1970, from the year 1 to 9999. Compiled into who includes it: no part of the binary interface.
 */
#ifndef SLRUN_TIME_H
#define SLRUN_TIME_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <jansson.h>

enum { SLRUN_TIME_SIZE = 25 /* "2026-11-21T07:00:00.500Z" and a NUL */ };

/* What slrun_time_read() takes besides RFC 3339. */
enum slrun_time_takes {
    SLRUN_TIME_DAY = 1,   /* a date alone, which is its midnight */
    SLRUN_TIME_BARE = 2,  /* no zone, which is UTC */
    SLRUN_TIME_LOOSE = 4, /* a blank for the T, "UTC" for Z, "+0100" for "+01:00" */
    SLRUN_TIME_ANY = 7
};

/* Days from 1970-01-01 to a date of the Gregorian calendar; month from 1. */
static inline int64_t slrun_time_days(int year, int month, int day)
{
    int64_t y = month <= 2 ? year - 1 : year, era = y / 400, of_era = y - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

/* The number that `n` digits are; -1: there are others. */
static inline int slrun_time_digits(const char *text, int n)
{
    int value = 0;
    for (; n > 0; n--, text++) {
        if (*text < '0' || *text > '9')
            return -1;
        value = value * 10 + (*text - '0');
    }
    return value;
}

/* "2026-11-21" in days since 1970. 1 or 0. */
static inline int slrun_time_read_day(const char *text, int64_t *days)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = slrun_time_digits(text, 4);
    int month = year > 0 && text[4] == '-' ? slrun_time_digits(text + 5, 2) : 0;
    int day = month > 0 && month <= 12 && text[7] == '-' ? slrun_time_digits(text + 8, 2) : 0;
    int leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (day < 1 || day > lengths[month - 1] + (leap && month == 2))
        return 0;
    *days = slrun_time_days(year, month, day);
    return 1;
}

/* "07:00:00" in milliseconds, and more where there is a fraction; what stands behind, or NULL. */
static inline const char *slrun_time_read_clock(const char *text, int64_t *ms)
{
    int hour = slrun_time_digits(text, 2);
    int minute = hour >= 0 && text[2] == ':' ? slrun_time_digits(text + 3, 2) : -1;
    int second = minute >= 0 && text[5] == ':' ? slrun_time_digits(text + 6, 2) : -1;
    if (second < 0 || hour > 23 || minute > 59 || second > 60)
        return NULL;
    *ms += ((hour * 60 + minute) * 60 + second) * (int64_t)1000;
    text += 8;
    if (*text != '.')
        return text;
    if (slrun_time_digits(++text, 1) < 0)
        return NULL;
    for (int unit = 100; *text >= '0' && *text <= '9'; text++, unit /= 10)
        *ms += (*text - '0') * unit;
    return text;
}

/* Takes off what a zone is ahead of UTC. 1, or 0: the text is no zone. */
static inline int slrun_time_read_zone(const char *text, unsigned takes, int64_t *ms)
{
    int colon = text[0] != '\0' && strlen(text) == 6 && text[3] == ':';
    if (strcmp(text, "Z") == 0 || (takes & SLRUN_TIME_BARE && !*text) ||
        (takes & SLRUN_TIME_LOOSE && strcmp(text, "UTC") == 0))
        return 1;
    if ((*text != '+' && *text != '-') ||
        (!colon && (!(takes & SLRUN_TIME_LOOSE) || strlen(text) != 5)))
        return 0;
    int hours = slrun_time_digits(text + 1, 2), minutes = slrun_time_digits(text + 3 + colon, 2);
    *ms -= (*text == '-' ? -1 : 1) * (hours * 60 + minutes) * (int64_t)60000;
    return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60;
}

/* "2026-11-21T07:00:00.5Z" or "...+01:00", and what `takes` says (of enum slrun_time_takes); of a
 * fraction what is below a millisecond is left out. 1, or 0: it is no such text. */
static inline int slrun_time_read(const char *text, unsigned takes, int64_t *ms)
{
    int64_t days, value;
    if (!slrun_time_read_day(text, &days))
        return 0;
    value = days * 86400000;
    text += 10;
    if (*text || !(takes & SLRUN_TIME_DAY)) {
        int begins = *text == 'T' || (takes & SLRUN_TIME_LOOSE && *text == ' ');
        text = begins ? slrun_time_read_clock(text + 1, &value) : NULL;
        if (!text || !slrun_time_read_zone(text, takes, &value))
            return 0;
    }
    *ms = value;
    return 1;
}

/* As JSON has times: seconds, whole or with a fraction. A new reference, or NULL. */
static inline json_t *slrun_time_json(int64_t ms)
{
    return ms % 1000 ? json_real((double)ms / 1000) : json_integer(ms / 1000);
}

/* The same in UTC by the Gregorian calendar; month from 1, weekday from Sunday, which is 0. */
struct slrun_time {
    int year, month, day, hour, minute, second, ms, weekday;
};

/* A time before the year 1 or behind 9999 is the first or last that is within. */
static inline struct slrun_time slrun_time_of(int64_t ms)
{
    const int64_t first = INT64_C(-62135596800000), last = INT64_C(253402300799999);
    int64_t whole = ms < first ? first : ms > last ? last : ms;
    int64_t days = whole / 86400000 - (whole % 86400000 < 0), of_day = whole - days * 86400000;
    int64_t z = days + 719468, era = z / 146097, of_era = z - era * 146097;
    int64_t years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * years + years / 4 - years / 100);
    int64_t month = (5 * of_year + 2) / 153; /* from March on */
    struct slrun_time t;
    t.year = (int)(years + era * 400 + (month > 9));
    t.month = (int)(month < 10 ? month + 3 : month - 9);
    t.day = (int)(of_year - (153 * month + 2) / 5 + 1);
    t.hour = (int)(of_day / 3600000);
    t.minute = (int)(of_day / 60000 % 60);
    t.second = (int)(of_day / 1000 % 60);
    t.ms = (int)(of_day % 1000);
    t.weekday = (int)((z + 3) % 7);
    return t;
}

/* Writes a number with so many digits, and a character behind them; where that ends. */
static inline char *slrun_time_put(char *at, int digits, int number, char behind)
{
    for (int i = digits - 1; i >= 0; i--, number /= 10)
        at[i] = (char)('0' + number % 10);
    at[digits] = behind;
    return at + digits + 1;
}

static inline char *slrun_time_put_clock(char *at, const struct slrun_time *t, char behind)
{
    at = slrun_time_put(slrun_time_put(at, 2, t->hour, ':'), 2, t->minute, ':');
    return slrun_time_put(at, 2, t->second, behind);
}

/* Writes "2026-11-21T07:00:00Z", or with milliseconds "2026-11-21T07:00:00.500Z"; `text`. */
static inline char *slrun_time_text(int64_t ms, int milliseconds, char text[SLRUN_TIME_SIZE])
{
    struct slrun_time t = slrun_time_of(ms);
    char *at = slrun_time_put(slrun_time_put(text, 4, t.year, '-'), 2, t.month, '-');
    at = slrun_time_put_clock(slrun_time_put(at, 2, t.day, 'T'), &t, milliseconds ? '.' : 'Z');
    if (milliseconds)
        at = slrun_time_put(at, 3, t.ms, 'Z');
    *at = '\0';
    return text;
}

/* ---- headers of HTTP ---- */

enum { SLRUN_TIME_HTTP_SIZE = 30 /* "Sun, 06 Nov 1994 08:49:37 GMT" and a NUL */ };

/* Writes the form of RFC 9110, section 5.6.7 (IMF-fixdate); `text`. */
static inline char *slrun_time_http(int64_t ms, char text[SLRUN_TIME_HTTP_SIZE])
{
    static const char days[] = "SunMonTueWedThuFriSat";
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    struct slrun_time t = slrun_time_of(ms);
    memcpy(text, "Sun, 06 Nov 1994 08:49:37 GMT", SLRUN_TIME_HTTP_SIZE);
    memcpy(text, days + 3 * t.weekday, 3);
    slrun_time_put(text + 5, 2, t.day, ' ');
    memcpy(text + 8, months + 3 * (t.month - 1), 3);
    slrun_time_put(text + 12, 4, t.year, ' ');
    slrun_time_put_clock(text + 17, &t, ' ');
    return text;
}

/* Reads that form, also with "+0000" or "-0000", as botocore writes it (RFC 5322, section 3.3):
 * every field has its place; the day's name is not looked at. 1 or 0. */
static inline int slrun_time_read_http(const char *text, int64_t *ms)
{
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    char day[11] = "0000-00-00";
    const char *zone;
    int64_t days, value = 0;
    if (strlen(text) < SLRUN_TIME_HTTP_SIZE - 1 || strncmp(text + 3, ", ", 2) != 0)
        return 0;
    memcpy(day, text + 12, 4);
    memcpy(day + 8, text + 5, 2);
    for (int month = 1; month <= 12; month++)
        if (memcmp(text + 8, months + 3 * (month - 1), 3) == 0)
            slrun_time_put(day + 5, 2, month, '-');
    zone = slrun_time_read_clock(text + 17, &value);
    if (!zone ||
        (strcmp(zone, " GMT") != 0 && strcmp(zone, " +0000") != 0 && strcmp(zone, " -0000") != 0) ||
        !slrun_time_read_day(day, &days))
        return 0;
    *ms = days * 86400000 + value;
    return 1;
}

#endif
