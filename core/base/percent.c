/* SPDX-License-Identifier: Apache-2.0 */
#include "base/percent.h"

static int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

int percent_byte(const char *text, size_t size)
{
    if (size < 3 || *text != '%')
        return -1;
    int high = digit(text[1]), low = digit(text[2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool percent_decode(struct buf *to, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        int byte = percent_byte(text + i, size - i);
        buf_putc(to, byte >= 0 ? (char)byte : text[i]);
        i += byte >= 0 ? 2 : 0;
    }
    return !to->failed;
}
