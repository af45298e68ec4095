/* SPDX-License-Identifier: Apache-2.0 */
/* The characters that stand in JSON's strings as they are. */
#ifndef SLRUN_BASE_JSON_PLAIN_H
#define SLRUN_BASE_JSON_PLAIN_H

#include <stdint.h>
#include <string.h>

#define JSON_PLAIN_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* In the highest bit of each byte: whether it is 0. Bytes behind one that is may be told, too. */
static inline uint64_t json_plain_zeros(uint64_t word)
{
    return (word - JSON_PLAIN_EACH(0x01)) & ~word;
}

/* Past the bytes from `at` on that are ASCII without control characters, quotes and backslashes:
 * eight at once and the rest one by one. */
static inline const char *json_plain_end(const char *at, const char *end)
{
    for (uint64_t word; (size_t)(end - at) >= sizeof word; at += sizeof word) {
        memcpy(&word, at, sizeof word);
        uint64_t special = json_plain_zeros(word ^ JSON_PLAIN_EACH('"')) |
                           json_plain_zeros(word ^ JSON_PLAIN_EACH('\\'));
        if ((special | (word - JSON_PLAIN_EACH(' ')) | word) & JSON_PLAIN_EACH(0x80))
            break;
    }
    while (at < end && (signed char)*at >= ' ' && *at != '"' && *at != '\\')
        at++;
    return at;
}

#endif
