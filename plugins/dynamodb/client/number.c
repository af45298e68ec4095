/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Decimal text to and from integers and doubles. Both are compared as decimals in one normal
 * form, so that "1.10" and 1.1 are the same number and 0.1 + 0.2 is not 0.3. No locale is asked:
 * text given to strtod() has no point.
 */
#include "client/number.h"

#include <errno.h>
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    DIGITS_MAX = 40,         /* significant ones that are kept; DynamoDB has 38 */
    EXPONENT_MAX = 100000,   /* larger ones are the same to us: no double, no int64 */
    INT64_DIGITS = 19,       /* of INT64_MAX */
    PLAIN_DIGITS_MAX = 38,   /* before the point; longer is written with an exponent */
    PLAIN_ZEROS_MAX = 20,    /* behind the point */
    DOUBLE_DIGITS = 17,      /* enough for any double */
    DOUBLE_DIGITS_SURE = 15, /* a decimal of so many digits survives in any normal double */
    PRINT_MAX = 64
};

/* digits x 10^exponent, without leading or trailing zeros; zero has no digits. */
struct decimal {
    bool negative;
    bool cut; /* had more than DIGITS_MAX digits: not exactly this number */
    int exponent;
    size_t n;
    char digits[DIGITS_MAX + 1];
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Takes the digit in. Zeros at the end are held back in `exponent` until another digit follows. */
static void put_digit(struct decimal *d, char c, size_t *zeros)
{
    if (c == '0') {
        *zeros += d->n > 0;
        return;
    }
    while (*zeros > 0 && d->n < DIGITS_MAX) {
        d->digits[d->n++] = '0';
        --*zeros;
    }
    if (d->n == DIGITS_MAX) {
        d->cut = true;
        return;
    }
    d->digits[d->n++] = c;
}

static bool read_exponent(const char *text, int *exponent)
{
    bool negative = *text == '-';
    if (*text == '-' || *text == '+')
        text++;
    if (!is_digit(*text))
        return false;
    int value = 0;
    for (; is_digit(*text); text++)
        if (value < EXPONENT_MAX)
            value = value * 10 + (*text - '0');
    *exponent = negative ? -value : value;
    return *text == '\0';
}

static bool decimal_read(const char *text, struct decimal *d)
{
    *d = (struct decimal){.negative = *text == '-'};
    if (*text == '-' || *text == '+')
        text++;
    bool point = false;
    size_t seen = 0, zeros = 0, behind = 0;
    for (; is_digit(*text) || (*text == '.' && !point); text++) {
        if (*text == '.') {
            point = true;
            continue;
        }
        put_digit(d, *text, &zeros);
        behind += point;
        seen++;
    }
    int exponent = 0;
    if (seen == 0 || seen > EXPONENT_MAX)
        return false;
    if (*text == 'e' || *text == 'E' ? !read_exponent(text + 1, &exponent) : *text != '\0')
        return false;
    d->exponent = d->n == 0 ? 0 : exponent - (int)behind + (int)zeros;
    d->negative = d->negative && d->n > 0;
    return true;
}

static bool decimal_same(const struct decimal *a, const struct decimal *b)
{
    return !a->cut && !b->cut && a->negative == b->negative && a->exponent == b->exponent &&
           a->n == b->n && memcmp(a->digits, b->digits, a->n) == 0;
}

static double decimal_double(const struct decimal *d)
{
    char text[DIGITS_MAX + 24];
    (void)snprintf(text, sizeof text, "%s%se%d", d->negative ? "-" : "", d->n > 0 ? d->digits : "0",
                   d->exponent);
    return strtod(text, NULL);
}

/* "%.*e" with the locale's point, whatever it is, left out. */
static void decimal_from_digits(double value, int digits, struct decimal *d)
{
    char printed[PRINT_MAX], text[PRINT_MAX];
    (void)snprintf(printed, sizeof printed, "%.*e", digits - 1, value);
    size_t n = 0;
    int places = 0;
    bool mantissa = true;
    for (const char *p = printed; *p != '\0'; p++) {
        if (*p == 'e')
            mantissa = false;
        if (is_digit(*p) || *p == '-' || *p == '+' || *p == 'e') {
            text[n++] = *p;
            places += mantissa && is_digit(*p);
        }
    }
    text[n] = '\0';
    (void)decimal_read(text, d);
    if (d->n > 0)
        d->exponent -= places - 1;
}

static void decimal_shortest(double value, struct decimal *d)
{
    /* Normal doubles keep 15 digits, and trailing zeros fall away; subnormals have fewer. */
    int digits = fabs(value) >= DBL_MIN ? DOUBLE_DIGITS_SURE : 1;
    for (; digits < DOUBLE_DIGITS; digits++) {
        decimal_from_digits(value, digits, d);
        if (decimal_double(d) == value)
            return;
    }
    decimal_from_digits(value, DOUBLE_DIGITS, d);
}

static void decimal_print(const struct decimal *d, char text[ATTR_NUMBER_TEXT_MAX])
{
    static const char zeros[] = "00000000000000000000000000000000000000";
    const char *sign = d->negative ? "-" : "";
    int n = (int)d->n;
    int before = n + d->exponent; /* digits before the point */
    size_t size = ATTR_NUMBER_TEXT_MAX;
    if (n == 0) {
        (void)snprintf(text, size, "0");
    } else if (before > PLAIN_DIGITS_MAX || before < -PLAIN_ZEROS_MAX) {
        (void)snprintf(text, size, "%s%c%s%sE%d", sign, d->digits[0], n > 1 ? "." : "",
                       d->digits + 1, before - 1);
    } else if (d->exponent >= 0) {
        (void)snprintf(text, size, "%s%s%.*s", sign, d->digits, d->exponent, zeros);
    } else if (before > 0) {
        (void)snprintf(text, size, "%s%.*s.%s", sign, before, d->digits, d->digits + before);
    } else {
        (void)snprintf(text, size, "%s0.%.*s%s", sign, -before, zeros, d->digits);
    }
}

/* Whether the decimal is an integer of 64 bits. */
static bool decimal_int64(const struct decimal *d, int64_t *value)
{
    if (d->cut || d->exponent < 0 || (int)d->n + d->exponent > INT64_DIGITS)
        return false;
    char text[DIGITS_MAX + INT64_DIGITS + 2];
    (void)snprintf(text, sizeof text, "%s%s", d->negative ? "-" : "", d->n > 0 ? d->digits : "0");
    size_t n = strlen(text);
    memset(text + n, '0', (size_t)d->exponent);
    text[n + (size_t)d->exponent] = '\0';
    errno = 0;
    *value = strtoll(text, NULL, 10);
    return errno == 0;
}

bool attr_number_valid(const char *text)
{
    struct decimal d;
    return decimal_read(text, &d);
}

bool attr_number_print(double value, char text[ATTR_NUMBER_TEXT_MAX])
{
    if (!isfinite(value))
        return false;
    struct decimal d;
    decimal_shortest(value, &d);
    decimal_print(&d, text);
    return true;
}

json_t *attr_number_json(const struct slrun_host *host, const char *text)
{
    struct decimal given, shortest;
    if (!decimal_read(text, &given))
        return NULL;
    int64_t integer = 0;
    if (decimal_int64(&given, &integer))
        return json_integer(integer);
    double real = given.cut ? HUGE_VAL : decimal_double(&given);
    if (isfinite(real)) {
        decimal_shortest(real, &shortest);
        if (decimal_same(&given, &shortest))
            return json_real(real);
    }
    return host->tagged_new(SLRUN_TAG_NUMBER, json_string(text));
}
