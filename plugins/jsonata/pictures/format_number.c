/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers by a picture (XPath and XQuery Functions 3.1, 4.7 fn:format-number). */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "jsonata/functions/numbers.h"
#include "jsonata/pictures/integer.h"
#include "jsonata/pictures/number_picture.h"
#include "jsonata/values/text.h"

enum { FRACTION_MAX = 100, DIGITS_SIZE = 512 };

struct writing {
    struct jn_run *run;
    const struct jn_symbols *symbols;
    const struct jn_number_picture *picture;
    struct jn_text text;
};

static void add_digit(struct writing *w, char digit)
{
    jn_add_point(w->run, &w->text, w->symbols->at[JN_ZERO] + (uint32_t)(digit - '0'));
}

static bool separator_before(const int *places, size_t count, int every, int digits)
{
    if (every)
        return digits % every == 0;
    for (size_t i = 0; i < count; i++)
        if (places[i] == digits)
            return true;
    return false;
}

static void add_integer(struct writing *w, const char *digits, int size)
{
    const struct jn_number_picture *p = w->picture;
    int all = size > p->integer_least ? size : p->integer_least;
    for (int i = 0; i < all && jn_step(w->run, 1); i++) {
        if (i && separator_before(p->integer_groups, p->integer_group_count, p->every, all - i))
            jn_add_point(w->run, &w->text, w->symbols->at[JN_GROUPING]);
        add_digit(w, i < all - size ? '0' : digits[i - (all - size)]);
    }
}

static void add_fraction(struct writing *w, const char *digits, int size)
{
    const struct jn_number_picture *p = w->picture;
    int all = size > p->fraction_least ? size : p->fraction_least;
    if (all == 0 || !p->has_point)
        return;
    jn_add_point(w->run, &w->text, w->symbols->at[JN_POINT]);
    for (int i = 0; i < all && jn_step(w->run, 1); i++) {
        if (i && separator_before(p->fraction_groups, p->fraction_group_count, 0, i))
            jn_add_point(w->run, &w->text, w->symbols->at[JN_GROUPING]);
        add_digit(w, i < size ? digits[i] : '0');
    }
}

/* The digits of a value, without zeros that say nothing. */
static void add_mantissa(struct writing *w, double value)
{
    char digits[DIGITS_SIZE];
    int places =
        w->picture->fraction_most < FRACTION_MAX ? w->picture->fraction_most : FRACTION_MAX;
    (void)snprintf(digits, sizeof digits, "%.*f", places, fabs(jn_round(value, places)));
    char *point = strchr(digits, '.'), *integer = digits;
    int size = (int)(point ? (size_t)(point - digits) : strlen(digits));
    int fraction = point ? (int)strlen(point + 1) : 0;
    for (; size > 0 && *integer == '0'; size--)
        integer++;
    while (fraction > 0 && point[fraction] == '0')
        fraction--;
    add_integer(w, integer, size);
    add_fraction(w, point ? point + 1 : "", fraction);
}

static void add_exponent(struct writing *w, int exponent)
{
    char digits[16];
    int size = snprintf(digits, sizeof digits, "%d", exponent < 0 ? -exponent : exponent);
    jn_add_point(w->run, &w->text, w->symbols->at[JN_EXPONENT]);
    if (exponent < 0)
        jn_add_point(w->run, &w->text, w->symbols->at[JN_MINUS]);
    for (int i = size; i < w->picture->exponent_least && i < FRACTION_MAX; i++)
        add_digit(w, '0');
    for (int i = 0; i < size; i++)
        add_digit(w, digits[i]);
}

/* Moves the point of a value so that as many digits stand before it as the picture has there. */
static double scaled(const struct jn_number_picture *p, double value, int *exponent)
{
    double most = pow(10, p->scale), least = pow(10, p->scale - 1);
    *exponent = 0;
    if (value == 0 || !isfinite(value) || p->scale > 300)
        return value;
    for (; fabs(value) < least && *exponent > -700; (*exponent)--)
        value *= 10;
    for (; fabs(value) > most && *exponent < 700; (*exponent)++)
        value /= 10;
    return value;
}

static void add_points(struct writing *w, const struct jn_points *points)
{
    for (size_t i = 0; i < points->count; i++)
        jn_add_point(w->run, &w->text, points->at[i]);
}

static struct jn formatted(struct writing *w, double value, bool minus)
{
    const struct jn_number_picture *p = w->picture;
    int exponent = 0;
    value *= p->percent ? 100 : p->per_mille ? 1000 : 1;
    if (p->exponent_least)
        value = scaled(p, value, &exponent);
    if (minus)
        jn_add_point(w->run, &w->text, w->symbols->at[JN_MINUS]);
    add_points(w, &p->prefix);
    add_mantissa(w, value);
    if (p->exponent_least)
        add_exponent(w, exponent);
    add_points(w, &p->suffix);
    return jn_text_value(w->run, &w->text);
}

struct jn jn_format_number(struct jn_run *run, const struct jn_call *call)
{
    struct jn value = jn_at(call->arguments, 0), picture = jn_at(call->arguments, 1);
    struct jn_symbols symbols;
    struct jn_number_picture parts[2];
    if (value.type != JN_NUMBER || picture.type != JN_STRING)
        return JN_NOTHING;
    jn_symbols(&symbols, jn_at(call->arguments, 2));
    size_t count = jn_number_picture(run, picture, &symbols, parts);
    bool negative = value.number < 0;
    struct writing w = {.run = run, .symbols = &symbols, .picture = &parts[negative && count == 2]};
    return count ? formatted(&w, value.number, negative && count == 1) : JN_NOTHING;
}
