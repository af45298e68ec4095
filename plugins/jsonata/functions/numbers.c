/* SPDX-License-Identifier: Apache-2.0 */
/* Functions of numbers: https://docs.jsonata.org/numeric-functions, aggregation-functions. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "jsonata/functions/native.h"
#include "jsonata/functions/numbers.h"
#include "jsonata/pictures/integer.h"
#include "jsonata/values/text.h"

static double total_of(struct jn numbers)
{
    double total = 0;
    for (size_t i = 0; i < jn_count(numbers); i++)
        total += jn_at(numbers, i).number;
    return total;
}

static struct jn sum(struct jn_run *run, const struct jn_call *call)
{
    struct jn numbers = jn_argument(call, 0);
    (void)run;
    return numbers.type == JN_ARRAY ? jn_number(total_of(numbers)) : JN_NOTHING;
}

static struct jn count(struct jn_run *run, const struct jn_call *call)
{
    (void)run;
    return jn_number((double)jn_count(jn_argument(call, 0)));
}

/* The largest by a sign of 1, the smallest by -1. */
static struct jn extreme(struct jn numbers, double sign)
{
    struct jn found = jn_at(numbers, 0);
    for (size_t i = 1; i < jn_count(numbers); i++)
        if (sign * jn_at(numbers, i).number > sign * found.number)
            found = jn_at(numbers, i);
    return found;
}

static struct jn max(struct jn_run *run, const struct jn_call *call)
{
    (void)run;
    return extreme(jn_argument(call, 0), 1);
}

static struct jn min(struct jn_run *run, const struct jn_call *call)
{
    (void)run;
    return extreme(jn_argument(call, 0), -1);
}

static struct jn average(struct jn_run *run, const struct jn_call *call)
{
    struct jn numbers = jn_argument(call, 0);
    (void)run;
    return jn_count(numbers) ? jn_number(total_of(numbers) / (double)jn_count(numbers))
                             : JN_NOTHING;
}

/* ---- texts that mean numbers ---- */

static const char *skip_digits(const char *at, const char *digits)
{
    return at + strspn(at, digits);
}

/* -?[0-9]+(\.[0-9]+)?([Ee][-+]?[0-9]+)? */
static bool is_decimal(const char *text)
{
    static const char ten[] = "0123456789";
    const char *at = text + (*text == '-'), *end = skip_digits(at, ten);
    if (end == at)
        return false;
    if (*end == '.') {
        at = end + 1;
        end = skip_digits(at, ten);
        if (end == at)
            return false;
    }
    if (*end == 'e' || *end == 'E') {
        at = end + 1 + (end[1] == '-' || end[1] == '+');
        end = skip_digits(at, ten);
        if (end == at)
            return false;
    }
    return *end == '\0';
}

/* 0x..., 0o..., 0b...; its base, or 0. */
static int base_of(const char *text)
{
    static const struct {
        char low, high;
        int base;
        const char *digits;
    } bases[] = {
        {'x', 'X', 16, "0123456789abcdefABCDEF"}, {'o', 'O', 8, "01234567"}, {'b', 'B', 2, "01"}};
    for (size_t i = 0; i < 3 && *text == '0'; i++)
        if (text[1] == bases[i].low || text[1] == bases[i].high)
            return text[2] && !*skip_digits(text + 2, bases[i].digits) ? bases[i].base : 0;
    return 0;
}

static struct jn read_number(struct jn_run *run, struct jn text)
{
    struct jn own = jn_copy(run, text.text, text.size);
    if (own.type != JN_STRING)
        return JN_NOTHING;
    int base = base_of(own.text);
    double value = is_decimal(own.text) ? strtod(own.text, NULL) : INFINITY;
    if (base) {
        value = 0;
        for (const char *c = own.text + 2; *c; c++)
            value = value * base + (*c <= '9' ? *c - '0' : (*c | 0x20) - 'a' + 10);
    }
    if (!isfinite(value) || strlen(own.text) != own.size)
        return jn_fail_value(run, "D3030", text);
    return jn_number(value);
}

static struct jn number(struct jn_run *run, const struct jn_call *call)
{
    struct jn given = jn_argument(call, 0);
    if (given.type == JN_STRING)
        return read_number(run, given);
    return given.type == JN_BOOLEAN ? jn_number(given.yes) : given;
}

/* ---- rounding ---- */

/* Times ten to the power of `places`, by its digits: no product is inexact. */
static double shifted(double value, double places)
{
    char text[JN_NUMBER_SIZE], made[JN_NUMBER_SIZE + 16];
    (void)jn_number_text(value, 17, text);
    char *exponent = strchr(text, 'e');
    long power = (exponent ? atol(exponent + 1) : 0) + (long)places;
    if (exponent)
        *exponent = '\0';
    (void)snprintf(made, sizeof made, "%se%ld", text, power);
    return strtod(made, NULL);
}

double jn_round(double value, double places)
{
    if (!isfinite(value) || fabs(places) > 400)
        return value;
    if (places != 0)
        value = shifted(value, places);
    double below = floor(value), rounded = value - below >= 0.5 ? below + 1 : below;
    if (fabs(rounded - value) == 0.5 && fabs(fmod(rounded, 2)) == 1)
        rounded -= 1;
    if (places != 0)
        rounded = shifted(rounded, -places);
    return rounded + 0.0;
}

static struct jn round_native(struct jn_run *run, const struct jn_call *call)
{
    struct jn value = jn_argument(call, 0), places = jn_argument(call, 1);
    (void)run;
    if (value.type != JN_NUMBER)
        return JN_NOTHING;
    return jn_number(jn_round(value.number, places.type == JN_NUMBER ? places.number : 0));
}

/* A function of C on the only argument. */
static struct jn by(double (*function)(double), const struct jn_call *call)
{
    struct jn value = jn_argument(call, 0);
    return value.type == JN_NUMBER ? jn_number(function(value.number)) : JN_NOTHING;
}

static struct jn floor_native(struct jn_run *run, const struct jn_call *call)
{
    (void)run;
    return by(floor, call);
}

static struct jn ceil_native(struct jn_run *run, const struct jn_call *call)
{
    (void)run;
    return by(ceil, call);
}

static struct jn abs_native(struct jn_run *run, const struct jn_call *call)
{
    (void)run;
    return by(fabs, call);
}

static struct jn sqrt_native(struct jn_run *run, const struct jn_call *call)
{
    struct jn value = jn_argument(call, 0);
    if (value.type == JN_NUMBER && value.number < 0)
        return jn_fail_value(run, "D3060", value);
    return by(sqrt, call);
}

static struct jn power(struct jn_run *run, const struct jn_call *call)
{
    struct jn base = jn_argument(call, 0), exponent = jn_argument(call, 1);
    if (base.type != JN_NUMBER)
        return JN_NOTHING;
    double made = exponent.type == JN_NUMBER ? pow(base.number, exponent.number) : NAN;
    if (isfinite(made))
        return jn_number(made);
    return jn_fail_with(
        run,
        &(struct jn_failure){.code = "D3061", .position = -1, .value = base, .value2 = exponent});
}

/* ---- as texts ---- */

static struct jn digits_of(struct jn_run *run, double value, double base)
{
    char digits[1100];
    size_t at = sizeof digits;
    double rest = fabs(value);
    do {
        double digit = fmod(rest, base);
        digits[--at] = "0123456789abcdefghijklmnopqrstuvwxyz"[(int)digit];
        rest = floor((rest - digit) / base);
    } while (rest > 0 && at > 1);
    if (value < 0)
        digits[--at] = '-';
    return jn_copy(run, digits + at, sizeof digits - at);
}

static struct jn format_base(struct jn_run *run, const struct jn_call *call)
{
    struct jn value = jn_argument(call, 0), given = jn_argument(call, 1);
    double base = given.type == JN_NUMBER ? jn_round(given.number, 0) : 10;
    if (value.type != JN_NUMBER)
        return JN_NOTHING;
    if (!(base >= 2 && base <= 36))
        return jn_fail_value(run, "D3100", jn_number(base));
    double rounded = jn_round(value.number, 0);
    if (base == 10 || !isfinite(rounded))
        return jn_to_string(run, jn_number(rounded), false);
    return digits_of(run, rounded, base);
}

static struct jn format_integer(struct jn_run *run, const struct jn_call *call)
{
    struct jn value = jn_argument(call, 0), picture = jn_argument(call, 1);
    struct jn_integer_format format;
    if (value.type != JN_NUMBER || picture.type != JN_STRING)
        return JN_NOTHING;
    if (!jn_integer_picture(run, picture, &format))
        return JN_NOTHING;
    return jn_format_integer(run, floor(value.number), &format);
}

static struct jn parse_integer(struct jn_run *run, const struct jn_call *call)
{
    struct jn text = jn_argument(call, 0), picture = jn_argument(call, 1);
    struct jn_integer_format format;
    double value;
    if (text.type != JN_STRING || picture.type != JN_STRING)
        return JN_NOTHING;
    if (!jn_integer_picture(run, picture, &format) || !jn_parse_integer(run, text, &format, &value))
        return JN_NOTHING;
    return jn_number(value);
}

static const struct jn_native natives[] = {
    {"sum", "<a<n>:n>", sum, 1, JN_ALWAYS},
    {"count", "<a:n>", count, 1, JN_ALWAYS},
    {"max", "<a<n>:n>", max, 1, JN_ALWAYS},
    {"min", "<a<n>:n>", min, 1, JN_ALWAYS},
    {"average", "<a<n>:n>", average, 1, JN_ALWAYS},
    {"number", "<(nsb)-:n>", number, 1, JN_ALWAYS},
    {"floor", "<n-:n>", floor_native, 1, JN_ALWAYS},
    {"ceil", "<n-:n>", ceil_native, 1, JN_ALWAYS},
    {"round", "<n-n?:n>", round_native, 2, JN_ALWAYS},
    {"abs", "<n-:n>", abs_native, 1, JN_ALWAYS},
    {"sqrt", "<n-:n>", sqrt_native, 1, JN_ALWAYS},
    {"power", "<n-n:n>", power, 2, JN_ALWAYS},
    {"formatBase", "<n-n?:s>", format_base, 2, JN_ALWAYS},
    {"formatInteger", "<n-s:s>", format_integer, 2, JN_ALWAYS},
    {"parseInteger", "<s-s:n>", parse_integer, 2, JN_ALWAYS},
    {"formatNumber", "<n-so?:s>", jn_format_number, 3, JN_ALWAYS},
};
const struct jn_native_table jn_number_natives = {natives, sizeof natives / sizeof *natives};
