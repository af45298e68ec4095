/* SPDX-License-Identifier: Apache-2.0 */
/* The signer's small tools: bounded text, names, hex, dates. */

#include "net/signature/sigv4_parts.h"

#include <stdlib.h>
#include <time.h>

#define TEXT_ROOM_FIRST 4096
#define DAY_SECONDS     86400
#define DAYS_TO_1970    719468                /* from 0000-03-01 */
#define ERA_DAYS        146097                /* of 400 years */
#define TIME_LAST       INT64_C(253402300799) /* 9999-12-31T23:59:59Z */

bool sigv4_reserve(struct sigv4_text *t, size_t room)
{
    t->size = 0;
    t->full = false;
    if (room <= t->room) {
        return true;
    }
    size_t new_room = t->room ? t->room : TEXT_ROOM_FIRST;
    while (new_room < room) {
        new_room *= 2;
    }
    char *at = realloc(t->at, new_room);
    if (at == NULL) {
        return false;
    }
    t->at = at;
    t->room = new_room;
    return true;
}

/* Four bytes as eight digits, the first in the lowest byte: each half byte in a byte of its own,
 * '0' added to all and the way from '9' to 'a' to those above nine. */
static uint64_t eight_digits(const unsigned char *bytes)
{
    uint64_t apart = (uint64_t)bytes[0] | (uint64_t)bytes[1] << 16 | (uint64_t)bytes[2] << 32 |
                     (uint64_t)bytes[3] << 48;
    uint64_t halves =
        ((apart >> 4) & UINT64_C(0x000f000f000f000f)) | (apart & UINT64_C(0x000f000f000f000f)) << 8;
    uint64_t letters =
        ((halves + UINT64_C(0x0606060606060606)) >> 4) & UINT64_C(0x0101010101010101);
    return halves + UINT64_C(0x3030303030303030) + letters * ('a' - '9' - 1);
}

/* Compilers make one store of these. */
static void write_low_first(uint64_t word, char to[8])
{
    to[0] = (char)word;
    to[1] = (char)(word >> 8);
    to[2] = (char)(word >> 16);
    to[3] = (char)(word >> 24);
    to[4] = (char)(word >> 32);
    to[5] = (char)(word >> 40);
    to[6] = (char)(word >> 48);
    to[7] = (char)(word >> 56);
}

void sigv4_hex(const unsigned char *hash, char hex[SIGV4_HEX_SIZE + 1])
{
    for (size_t i = 0; i < SIGV4_HASH_SIZE; i += 4) {
        write_low_first(eight_digits(hash + i), hex + 2 * i);
    }
    hex[SIGV4_HEX_SIZE] = '\0';
}

bool sigv4_same_name(struct sigv4_slice a, struct sigv4_slice b)
{
    if (a.size != b.size) {
        return false;
    }
    for (size_t i = 0; i < a.size; i++) {
        if (a.at[i] != b.at[i] && sigv4_lower(a.at[i]) != sigv4_lower(b.at[i])) {
            return false;
        }
    }
    return true;
}

bool sigv4_is_name(const char *string, struct sigv4_slice name)
{
    size_t i = 0;
    while (i < name.size && string[i] != '\0' &&
           (string[i] == name.at[i] || sigv4_lower(string[i]) == sigv4_lower(name.at[i]))) {
        i++;
    }
    return i == name.size && string[i] == '\0';
}

bool sigv4_is_listed(struct sigv4_slice names, struct sigv4_slice name)
{
    const char *end = names.at + names.size;
    for (const char *at = names.at; at < end;) {
        const char *stop = memchr(at, ';', (size_t)(end - at));
        struct sigv4_slice listed = {at, stop ? (size_t)(stop - at) : (size_t)(end - at)};
        if (sigv4_same_name(listed, name)) {
            return true;
        }
        at += listed.size + 1;
    }
    return false;
}

bool sigv4_must_be_signed(struct sigv4_slice name)
{
    bool amz = name.size > 6 &&
               sigv4_same_name((struct sigv4_slice){name.at, 6}, sigv4_slice_of("x-amz-"));
    return amz ? !sigv4_same_name(name, sigv4_slice_of("x-amz-content-sha256"))
               : sigv4_same_name(name, sigv4_slice_of("content-md5"));
}

/* Days from 1970-01-01 to a date of the Gregorian calendar; the year is taken to begin in March, so
 * that the leap day is its last. */
static int64_t days_from_date(int64_t year, int64_t month, int64_t day)
{
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t m = (month + 9) % 12;
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - DAYS_TO_1970;
}

/* The way back: of the day in its 400 years, in its year, and in the five months that always have
 * as many days. */
static void date_from_days(int64_t days, int date[3])
{
    int64_t since = days + DAYS_TO_1970, era = since / ERA_DAYS, of_era = since % ERA_DAYS;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / (ERA_DAYS - 1)) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t m = (5 * of_year + 2) / 153;
    int64_t month = m < 10 ? m + 3 : m - 9;
    date[0] = (int)(era * 400 + year + (month <= 2));
    date[1] = (int)month;
    date[2] = (int)(of_year - (153 * m + 2) / 5 + 1);
}

/* Writes a number with so many digits. */
static char *add_number(char *to, int value, int digits)
{
    for (int i = digits; i-- > 0; value /= 10) {
        to[i] = (char)('0' + value % 10);
    }
    return to + digits;
}

bool sigv4_format_time(int64_t time, char text[SIGV4_TIME_SIZE + 1])
{
    int date[3];
    if (time < 0 || time > TIME_LAST) {
        return false;
    }
    int of_day = (int)(time % DAY_SECONDS);
    date_from_days(time / DAY_SECONDS, date);
    char *to = add_number(add_number(add_number(text, date[0], 4), date[1], 2), date[2], 2);
    *to++ = 'T';
    to = add_number(to, of_day / 3600, 2);
    to = add_number(to, of_day / 60 % 60, 2);
    to = add_number(to, of_day % 60, 2);
    memcpy(to, "Z", 2);
    return true;
}

static bool seconds_from_tm(const struct tm *tm, int64_t *time)
{
    bool in_range = tm->tm_mon >= 1 && tm->tm_mon <= 12 && tm->tm_mday >= 1 && tm->tm_mday <= 31 &&
                    tm->tm_hour <= 23 && tm->tm_min <= 59 && tm->tm_sec <= 60 && tm->tm_hour >= 0 &&
                    tm->tm_min >= 0 && tm->tm_sec >= 0 && tm->tm_year >= 1970;
    if (in_range) {
        *time = days_from_date(tm->tm_year, tm->tm_mon, tm->tm_mday) * DAY_SECONDS +
                tm->tm_hour * 3600 + tm->tm_min * 60 + tm->tm_sec;
    }
    return in_range;
}

/* The digits of text[from..to) as a number; -1 when another character is among them. */
static int number(const char *text, size_t from, size_t to)
{
    int value = 0;
    for (size_t i = from; i < to; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return -1;
        }
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool sigv4_parse_time(const char *text, int64_t *time)
{
    if (strlen(text) != SIGV4_TIME_SIZE || text[8] != 'T' || text[15] != 'Z') {
        return false;
    }
    struct tm tm = {.tm_year = number(text, 0, 4),
                    .tm_mon = number(text, 4, 6),
                    .tm_mday = number(text, 6, 8),
                    .tm_hour = number(text, 9, 11),
                    .tm_min = number(text, 11, 13),
                    .tm_sec = number(text, 13, 15)};
    return seconds_from_tm(&tm, time);
}

bool sigv4_parse_http_date(const char *text, int64_t *time)
{
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    /* "Sun, 06 Nov 1994 08:49:37 GMT": every field has its place */
    if (strlen(text) < 25 || text[19] != ':' || text[22] != ':') {
        return false;
    }
    char month[4] = {text[8], text[9], text[10], '\0'};
    const char *found = strstr(months, month);
    if (found == NULL || (found - months) % 3 != 0) {
        return false;
    }
    struct tm tm = {.tm_year = number(text, 12, 16),
                    .tm_mon = (int)(found - months) / 3 + 1,
                    .tm_mday = number(text, 5, 7),
                    .tm_hour = number(text, 17, 19),
                    .tm_min = number(text, 20, 22),
                    .tm_sec = number(text, 23, 25)};
    return seconds_from_tm(&tm, time);
}
