/* SPDX-License-Identifier: Apache-2.0 */
#include "base/number.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const double exact_max = 1e15; /* integers below it are exact, and so are their halves */

static char *backwards(char *at, uint64_t n)
{
    do
        *--at = (char)('0' + n % 10);
    while ((n /= 10) > 0);
    return at;
}

static char *copied(char *to, const char *from, const char *end)
{
    memcpy(to, from, (size_t)(end - from));
    return to + (end - from);
}

char *number_put(char *to, int64_t n)
{
    char text[NUMBER_SIZE], *end = text + sizeof text;
    char *at = backwards(end, n < 0 ? -(uint64_t)n : (uint64_t)n);
    if (n < 0)
        *--at = '-';
    return copied(to, at, end);
}

/* Zeros at the end go, but for one behind the point. */
static char *trimmed(const char *point, char *end)
{
    while (end - point > 2 && end[-1] == '0')
        end--;
    return end;
}

static char *put_real(char *to, double value, unsigned digits, bool trim)
{
    static const double scales[NUMBER_DIGITS_MAX + 1] = {1e0, 1e1, 1e2, 1e3, 1e4,
                                                         1e5, 1e6, 1e7, 1e8, 1e9};
    assert(digits <= NUMBER_DIGITS_MAX);
    double scaled = fabs(value) * scales[digits];
    char text[NUMBER_SIZE], *end = text + sizeof text, *at = end;
    if (!(scaled < exact_max))
        return copied(to, text, text + snprintf(text, sizeof text, "%.15g", value));
    uint64_t n = (uint64_t)(scaled + 0.5);
    bool negative = value < 0 && n > 0;
    for (unsigned i = 0; i < digits; i++, n /= 10)
        *--at = (char)('0' + n % 10);
    if (digits > 0)
        *--at = '.';
    if (trim)
        end = trimmed(at, end);
    at = backwards(at, n);
    if (negative)
        *--at = '-';
    return copied(to, at, end);
}

/* "%.<digits>f", but that halves are rounded away from zero. */
static char *number_put_fixed(char *at, double value, unsigned digits)
{
    return put_real(at, value, digits, false);
}

char *number_put_short(char *at, double value, unsigned digits)
{
    return put_real(at, value, digits, true);
}

void number_add(struct buf *to, int64_t n)
{
    char text[NUMBER_SIZE];
    buf_add(to, text, (size_t)(number_put(text, n) - text));
}

void number_add_fixed(struct buf *to, double value, unsigned digits)
{
    char text[NUMBER_SIZE];
    buf_add(to, text, (size_t)(number_put_fixed(text, value, digits) - text));
}
