/* SPDX-License-Identifier: Apache-2.0 */
/* What a header's name and its value may be. */
#include "net/http_header.h"

#include <stdint.h>
#include <string.h>

static bool is_letter_or_digit(char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26 || (unsigned char)(c - '0') < 10;
}

static const uint64_t ones = UINT64_C(0x0101010101010101); /* one in each byte */

size_t http_plain_words(const char *at, size_t size)
{
    size_t done = 0;
    for (uint64_t word; size - done >= sizeof word; done += sizeof word) {
        memcpy(&word, at + done, sizeof word);
        uint64_t low = word & (ones * 0x7f); /* no sum below passes into the next byte */
        uint64_t digit = (low + ones * (0x80 - '0')) & ~(low + ones * (0x80 - '9' - 1));
        uint64_t letter = (low + ones * (0x80 - 'a')) & ~(low + ones * (0x80 - 'z' - 1));
        if (((digit | letter) & ~word & (ones * 0x80)) != ones * 0x80)
            break;
    }
    return done;
}

bool http_is_token(const char *at, size_t size)
{
    for (size_t i = http_plain_words(at, size); i < size; i++) {
        bool usual = is_letter_or_digit(at[i]) || at[i] == '-';
        if (!usual && (at[i] <= ' ' || at[i] >= 0x7f || strchr("\"(),/:;<=>?@[\\]{}", at[i])))
            return false;
    }
    return size > 0;
}

/* How many bytes come that are no control characters, in eights. */
static size_t visible_words(const char *at, size_t size)
{
    size_t done = 0;
    for (uint64_t word; size - done >= sizeof word; done += sizeof word) {
        memcpy(&word, at + done, sizeof word);
        uint64_t low = word & (ones * 0x7f);
        uint64_t visible = (low + ones * (0x80 - ' ')) & ~(low + ones);
        if (((visible | word) & (ones * 0x80)) != ones * 0x80)
            break;
    }
    return done;
}

bool http_is_value(const char *at, size_t size)
{
    for (size_t i = visible_words(at, size); i < size; i++) {
        unsigned char c = (unsigned char)at[i];
        if ((c < ' ' && c != '\t') || c == 0x7f)
            return false;
    }
    return true;
}
