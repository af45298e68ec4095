/* SPDX-License-Identifier: Apache-2.0 */
/* The signer's small tools: bounded text, names, hex, dates. */

#include "net/signature/sigv4_parts.h"

#include <stdlib.h>
#include <time.h>

#include <slrun/time.h>

#define TEXT_ROOM_FIRST 4096
#define TIME_LAST       INT64_C(253402300799) /* 9999-12-31T23:59:59Z */

bool sigv4_reserve(struct sigv4_text *t, size_t room)
{
    t->size = 0;
    t->full = false;
    if (room <= t->room)
        return true;
    size_t new_room = t->room ? t->room : TEXT_ROOM_FIRST;
    while (new_room < room)
        new_room *= 2;
    char *at = realloc(t->at, new_room);
    if (at == NULL)
        return false;
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
    for (size_t i = 0; i < SIGV4_HASH_SIZE; i += 4)
        write_low_first(eight_digits(hash + i), hex + 2 * i);
    hex[SIGV4_HEX_SIZE] = '\0';
}

bool sigv4_same_name(struct sigv4_slice a, struct sigv4_slice b)
{
    if (a.size != b.size)
        return false;
    for (size_t i = 0; i < a.size; i++)
        if (a.at[i] != b.at[i] && sigv4_lower(a.at[i]) != sigv4_lower(b.at[i]))
            return false;
    return true;
}

bool sigv4_is_name(const char *string, struct sigv4_slice name)
{
    size_t i = 0;
    while (i < name.size && string[i] != '\0' &&
           (string[i] == name.at[i] || sigv4_lower(string[i]) == sigv4_lower(name.at[i])))
        i++;
    return i == name.size && string[i] == '\0';
}

bool sigv4_is_listed(struct sigv4_slice names, struct sigv4_slice name)
{
    const char *end = names.at + names.size;
    for (const char *at = names.at; at < end;) {
        const char *stop = memchr(at, ';', (size_t)(end - at));
        struct sigv4_slice listed = {at, stop ? (size_t)(stop - at) : (size_t)(end - at)};
        if (sigv4_same_name(listed, name))
            return true;
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

bool sigv4_format_time(int64_t time, char text[SIGV4_TIME_SIZE + 1])
{
    char whole[SLRUN_TIME_SIZE], *to = text;
    if (time < 0 || time > TIME_LAST)
        return false;
    slrun_time_text(time * 1000, 0, whole);
    for (const char *c = whole; *c != '\0'; c++)
        if (*c != '-' && *c != ':')
            *to++ = *c;
    *to = '\0';
    return true;
}

bool sigv4_parse_time(const char *text, int64_t *time)
{
    char whole[SLRUN_TIME_SIZE];
    int64_t ms;
    if (strlen(text) != SIGV4_TIME_SIZE)
        return false;
    (void)snprintf(whole, sizeof whole, "%.4s-%.2s-%.5s:%.2s:%.3s", text, text + 4, text + 6,
                   text + 11, text + 13);
    if (!slrun_time_read(whole, 0, &ms) || ms < 0)
        return false;
    *time = ms / 1000;
    return true;
}

bool sigv4_parse_http_date(const char *text, int64_t *time)
{
    int64_t ms;
    if (!slrun_time_read_http(text, &ms) || ms < 0)
        return false;
    *time = ms / 1000;
    return true;
}
