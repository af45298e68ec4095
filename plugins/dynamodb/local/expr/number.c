/* SPDX-License-Identifier: Apache-2.0 */
/* Parsing, formatting and key encoding of DynamoDB numbers. */
#include "number.h"

#include <stdint.h>
#include <string.h>

/* An exponent beyond this is out of range, whatever the digits before it are. */
#define EXPONENT_FAR (INT64_MAX / 2)

/* What a scan of the text has found so far. */
struct scan {
    const char *text;
    size_t length;
    size_t at;
    struct number *out;
    long long before_point; /* digits before the point, from the first significant one on */
    long long zeros_after;  /* zeros right of the point before the first significant digit */
    size_t pending;         /* zeros that count only if another significant digit follows */
    bool any_digit;
    bool too_many;
    bool wraps;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char peek(const struct scan *scan)
{
    return scan->at < scan->length ? scan->text[scan->at] : '\0';
}

static bool accept_sign(struct scan *scan)
{
    char c = peek(scan);
    if (c == '+' || c == '-')
        scan->at++;
    return c == '-';
}

/* Keeps one significant digit, with the zeros that were waiting for it. */
static void keep_digit(struct scan *scan, unsigned char digit)
{
    struct number *out = scan->out;
    if (scan->pending + (size_t)out->digit_count + 1 > NUMBER_DIGITS_MAX) {
        scan->too_many = true;
        return;
    }
    while (scan->pending > 0) {
        out->digits[out->digit_count++] = 0;
        scan->pending--;
    }
    out->digits[out->digit_count++] = digit;
}

static void take_digit(struct scan *scan, bool after_point)
{
    unsigned char digit = (unsigned char)(scan->text[scan->at++] - '0');
    bool started = scan->out->digit_count > 0;
    scan->any_digit = true;
    if (digit == 0 && !started) {
        scan->zeros_after += after_point;
        return;
    }
    scan->before_point += !after_point;
    if (digit == 0)
        scan->pending++;
    else
        keep_digit(scan, digit);
}

static void scan_digits(struct scan *scan)
{
    while (is_digit(peek(scan)))
        take_digit(scan, false);
    if (peek(scan) == '.') {
        scan->at++;
        while (is_digit(peek(scan)))
            take_digit(scan, true);
    }
}

/* The exponent after 'e'. False if it is none, or does not fit 64 bits. */
static bool scan_exponent(struct scan *scan, long long *exponent)
{
    if (peek(scan) != 'e' && peek(scan) != 'E')
        return true;
    scan->at++;
    bool negative = accept_sign(scan);
    if (!is_digit(peek(scan)))
        return false;
    while (is_digit(peek(scan))) {
        int digit = scan->text[scan->at++] - '0';
        if (*exponent > (INT64_MAX - digit) / 10)
            return false;
        *exponent = *exponent * 10 + digit;
    }
    if (negative)
        *exponent = -*exponent;
    return true;
}

static bool not_numeric(const char *text, size_t length, struct expr_error *error)
{
    if (length == 0 && error->words == EXPR_WORDS_OLDER)
        return expr_fail(error, "The parameter cannot be converted to a numeric value");
    return expr_fail(error, "The parameter cannot be converted to a numeric value: %.*s",
                     (int)(length < EXPR_ERROR_MESSAGE_MAX ? length : EXPR_ERROR_MESSAGE_MAX),
                     text);
}

/* The older words come from a sum of 32 bits, of the digits before the point and the exponent. */
static bool wraps(const struct scan *scan, long long exponent, const struct expr_error *error)
{
    return error->words == EXPR_WORDS_OLDER && exponent <= INT32_MAX &&
           exponent + scan->before_point > INT32_MAX;
}

/* The checks on a number that is written correctly. */
static bool check_range(const struct scan *scan, long long exponent, struct expr_error *error)
{
    if (exponent > NUMBER_EXPONENT_MAX && !scan->wraps) {
        return expr_fail(error, "Number overflow. Attempting to store a number with magnitude "
                                "larger than supported range");
    }
    if (exponent < NUMBER_EXPONENT_MIN || scan->wraps) {
        return expr_fail(error, "Number underflow. Attempting to store a number with magnitude "
                                "smaller than supported range");
    }
    if (scan->too_many)
        return expr_fail(error, "Attempting to store more than 38 significant digits in a Number");
    return true;
}

bool number_parse(const char *text, size_t length, struct number *out, struct expr_error *error)
{
    struct number parsed = {0};
    struct scan scan = {.text = text, .length = length, .out = &parsed};
    long long exponent = 0;
    parsed.negative = accept_sign(&scan);
    scan_digits(&scan);
    if (!scan.any_digit || !scan_exponent(&scan, &exponent) || scan.at != length)
        return not_numeric(text, length, error);
    if (parsed.digit_count == 0) {
        *out = (struct number){0}; /* zero has no sign and no exponent: 0e1000 was fine */
        return error->words == EXPR_WORDS_OLDER || check_range(&scan, exponent, error);
    }
    scan.wraps = wraps(&scan, exponent, error);
    if (exponent > -EXPONENT_FAR && exponent < EXPONENT_FAR)
        exponent += scan.before_point > 0 ? scan.before_point - 1 : -scan.zeros_after - 1;
    if (!check_range(&scan, exponent, error))
        return false;
    parsed.exponent = (int)exponent;
    *out = parsed;
    return true;
}

/* The digits from the first that is not 0 on, at least one; *fraction are those behind the point.
 */
static long long count_digits(const char *text, size_t length, long long *fraction)
{
    long long count = 0;
    bool behind = false;
    *fraction = 0;
    for (size_t i = 0; i < length && (is_digit(text[i]) || text[i] == '.'); i++) {
        behind = behind || text[i] == '.';
        *fraction += behind && text[i] != '.';
        count += text[i] != '.' && (count > 0 || text[i] != '0');
    }
    return count == 0 ? 1 : count;
}

static bool fits_32(long long value)
{
    return value >= INT32_MIN && value <= INT32_MAX;
}

bool number_scale(const char *text, size_t length, struct number_scale *out)
{
    struct number ignored = {0};
    struct scan scan = {.text = text, .length = length, .out = &ignored};
    long long exponent = 0;
    long long fraction;
    accept_sign(&scan);
    out->precision = count_digits(text + scan.at, length - scan.at, &fraction);
    scan_digits(&scan);
    if (!scan_exponent(&scan, &exponent) || !fits_32(exponent))
        return false;
    out->scale = fraction - exponent;
    return fits_32(out->scale);
}

/* The digit that stands at 10^power. */
static unsigned char digit_at(const struct number *number, int power)
{
    int index = number->exponent - power;
    return index >= 0 && index < number->digit_count ? number->digits[index] : 0;
}

size_t number_format(const struct number *number, char *text)
{
    char *at = text;
    int last = number->exponent - number->digit_count + 1;
    if (number->negative)
        *at++ = '-';
    for (int power = number->exponent > 0 ? number->exponent : 0; power >= 0; power--)
        *at++ = (char)('0' + digit_at(number, power));
    if (number->digit_count > 0 && last < 0) {
        *at++ = '.';
        for (int power = -1; power >= last; power--)
            *at++ = (char)('0' + digit_at(number, power));
    }
    *at = '\0';
    return (size_t)(at - text);
}

static int compare_magnitude(const struct number *a, const struct number *b)
{
    if (a->exponent != b->exponent)
        return a->exponent < b->exponent ? -1 : 1;
    int common = a->digit_count < b->digit_count ? a->digit_count : b->digit_count;
    int order = memcmp(a->digits, b->digits, (size_t)common);
    if (order != 0)
        return order < 0 ? -1 : 1;
    return (a->digit_count > b->digit_count) - (a->digit_count < b->digit_count);
}

static int sign(const struct number *number)
{
    if (number->digit_count == 0)
        return 0;
    return number->negative ? -1 : 1;
}

int number_compare(const struct number *a, const struct number *b)
{
    if (sign(a) != sign(b))
        return sign(a) < sign(b) ? -1 : 1;
    return sign(a) == 0 ? 0 : sign(a) * compare_magnitude(a, b);
}

size_t number_size(const struct number *number)
{
    if (number->digit_count == 0)
        return 1;
    /* DynamoDB keeps digits in pairs that do not cross the decimal point: an odd exponent starts a
     * whole pair, an even one half of a pair. */
    int digits = number->digit_count + (number->exponent % 2 == 0);
    return 1 + (size_t)(digits + 1) / 2 + number->negative;
}

/* Layout: sign (0, 1, 2), exponent + 130, digit pairs + 1; for negative numbers all of it after the
 * sign inverted, with 0xFF behind, so that more digits (a greater magnitude) sort lower. */
size_t number_encode(const struct number *number, unsigned char *bytes)
{
    size_t size = 0;
    unsigned char flip = number->negative ? 0xFF : 0;
    if (number->digit_count == 0) {
        bytes[0] = 1;
        return 1;
    }
    bytes[size++] = number->negative ? 0 : 2;
    bytes[size++] = (unsigned char)(number->exponent - NUMBER_EXPONENT_MIN) ^ flip;
    for (int i = 0; i < number->digit_count; i += 2) {
        int second = i + 1 < number->digit_count ? number->digits[i + 1] : 0;
        bytes[size++] = (unsigned char)(number->digits[i] * 10 + second + 1) ^ flip;
    }
    if (number->negative)
        bytes[size++] = 0xFF;
    return size;
}
