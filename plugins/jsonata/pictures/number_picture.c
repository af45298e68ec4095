/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "jsonata/pictures/integer.h"
#include "jsonata/pictures/number_picture.h"
#include "jsonata/values/text.h"

enum { NOWHERE = -1 };

static const struct {
    const char *name;
    uint32_t standard;
} symbol_names[] = {
    [JN_POINT] = {"decimal-separator", '.'},
    [JN_GROUPING] = {"grouping-separator", ','},
    [JN_EXPONENT] = {"exponent-separator", 'e'},
    [JN_MINUS] = {"minus-sign", '-'},
    [JN_PERCENT] = {"percent", '%'},
    [JN_PER_MILLE] = {"per-mille", 0x2030},
    [JN_ZERO] = {"zero-digit", '0'},
    [JN_OPTIONAL] = {"digit", '#'},
    [JN_BETWEEN] = {"pattern-separator", ';'},
};

void jn_symbols(struct jn_symbols *symbols, struct jn options)
{
    size_t bytes;
    for (int i = 0; i < JN_SYMBOLS; i++) {
        struct jn given = jn_get(options, jn_literal(symbol_names[i].name));
        symbols->at[i] = given.type == JN_STRING && given.size
                             ? jn_point(given.text, given.text + given.size, &bytes)
                             : symbol_names[i].standard;
    }
}

/* ---- parts of a picture ---- */

struct reading {
    const struct jn_symbols *symbols;
    struct jn_points whole, active, integer, fraction, exponent;
    bool has_exponent;
};

static bool is_digit(const struct jn_symbols *s, uint32_t point)
{
    return point >= s->at[JN_ZERO] && point <= s->at[JN_ZERO] + 9;
}

static bool is_active(const struct jn_symbols *s, uint32_t point)
{
    return is_digit(s, point) || point == s->at[JN_POINT] || point == s->at[JN_GROUPING] ||
           point == s->at[JN_OPTIONAL] || point == s->at[JN_BETWEEN];
}

static long find(struct jn_points points, uint32_t point)
{
    for (size_t i = 0; i < points.count; i++)
        if (points.at[i] == point)
            return (long)i;
    return NOWHERE;
}

static size_t count_of(struct jn_points points, uint32_t point)
{
    size_t n = 0;
    for (size_t i = 0; i < points.count; i++)
        n += points.at[i] == point;
    return n;
}

/* Digits, and optional ones with `optional`. */
static int count_digits(const struct reading *r, struct jn_points points, bool optional)
{
    int n = 0;
    for (size_t i = 0; i < points.count; i++)
        n += is_digit(r->symbols, points.at[i]) ||
             (optional && points.at[i] == r->symbols->at[JN_OPTIONAL]);
    return n;
}

static struct jn_points part_of(struct jn_points points, size_t from, size_t to)
{
    return (struct jn_points){points.at + from, to - from};
}

/* Cuts a part into what stands around its digits and what they are. */
static void cut(struct reading *r, struct jn_number_picture *made)
{
    size_t from = 0, to = r->whole.count;
    while (from < to && !is_active(r->symbols, r->whole.at[from]))
        from++;
    while (to > from && !is_active(r->symbols, r->whole.at[to - 1]))
        to--;
    if (from == to) {
        from = 0;
        to = r->whole.count;
    }
    made->prefix = part_of(r->whole, 0, from);
    made->suffix = part_of(r->whole, to, r->whole.count);
    r->active = part_of(r->whole, from, to);
    long exponent = find(r->active, r->symbols->at[JN_EXPONENT]);
    struct jn_points mantissa = r->active;
    r->has_exponent = exponent != NOWHERE;
    if (r->has_exponent) {
        mantissa = part_of(r->active, 0, (size_t)exponent);
        r->exponent = part_of(r->active, (size_t)exponent + 1, r->active.count);
    }
    long point = find(mantissa, r->symbols->at[JN_POINT]);
    r->integer = part_of(mantissa, 0, point == NOWHERE ? mantissa.count : (size_t)point);
    r->fraction =
        part_of(mantissa, point == NOWHERE ? mantissa.count : (size_t)point + 1, mantissa.count);
}

/* ---- what cannot be ---- */

static bool has_passive(const struct reading *r)
{
    for (size_t i = 0; i < r->active.count; i++)
        if (!is_active(r->symbols, r->active.at[i]) &&
            r->active.at[i] != r->symbols->at[JN_EXPONENT])
            return true;
    return false;
}

static bool is_at(struct jn_points points, long i, uint32_t point)
{
    return i >= 0 && (size_t)i < points.count && points.at[i] == point;
}

static bool has_pair(struct jn_points points, uint32_t point)
{
    for (size_t i = 1; i < points.count; i++)
        if (points.at[i] == point && points.at[i - 1] == point)
            return true;
    return false;
}

/* A digit before an optional one. */
static bool digit_before_optional(const struct reading *r)
{
    long optional = find(r->integer, r->symbols->at[JN_OPTIONAL]);
    return optional != NOWHERE && count_digits(r, part_of(r->integer, 0, (size_t)optional), false);
}

static bool digit_after_optional(const struct reading *r)
{
    size_t i = r->fraction.count;
    while (i > 0 && r->fraction.at[i - 1] != r->symbols->at[JN_OPTIONAL])
        i--;
    return i > 0 && count_digits(r, part_of(r->fraction, i, r->fraction.count), false);
}

/* What is wrong with a part; where more is, what is told last. */
static const char *fault_of(const struct reading *r)
{
    const uint32_t *s = r->symbols->at;
    long point = find(r->whole, s[JN_POINT]);
    size_t percents = count_of(r->whole, s[JN_PERCENT]),
           milles = count_of(r->whole, s[JN_PER_MILLE]);
    bool beside = point != NOWHERE && (is_at(r->whole, point - 1, s[JN_GROUPING]) ||
                                       is_at(r->whole, point + 1, s[JN_GROUPING]));
    bool at_end = point == NOWHERE && is_at(r->integer, (long)r->integer.count - 1, s[JN_GROUPING]);
    const struct {
        bool wrong;
        const char *code;
    } faults[] = {
        {r->has_exponent &&
             (size_t)count_digits(r, r->exponent, false) != r->exponent.count + !r->exponent.count,
         "D3093"},
        {r->has_exponent && r->exponent.count && (percents || milles), "D3092"},
        {digit_after_optional(r), "D3091"},
        {digit_before_optional(r), "D3090"},
        {has_pair(r->whole, s[JN_GROUPING]), "D3089"},
        {at_end, "D3088"},
        {beside, "D3087"},
        {has_passive(r), "D3086"},
        {!count_digits(r, r->integer, true) && !count_digits(r, r->fraction, true), "D3085"},
        {percents && milles, "D3084"},
        {milles > 1, "D3083"},
        {percents > 1, "D3082"},
        {count_of(r->whole, s[JN_POINT]) > 1, "D3081"},
    };
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (faults[i].wrong)
            return faults[i].code;
    return NULL;
}

/* ---- what it says ---- */

/* Where separators stand: digits behind them, or before them in a fraction. */
static size_t groups(const struct reading *r, struct jn_points part, bool fraction,
                     int places[JN_GROUPS_OF_PICTURE])
{
    size_t count = 0;
    for (size_t i = 0; i < part.count && count < JN_GROUPS_OF_PICTURE; i++)
        if (part.at[i] == r->symbols->at[JN_GROUPING])
            places[count++] = count_digits(
                r, fraction ? part_of(part, 0, i) : part_of(part, i, part.count), true);
    return count;
}

static void analyse(const struct reading *r, struct jn_number_picture *made)
{
    const uint32_t *s = r->symbols->at;
    made->integer_group_count = groups(r, r->integer, false, made->integer_groups);
    made->fraction_group_count = groups(r, r->fraction, true, made->fraction_groups);
    made->every = jn_regular(made->integer_groups, made->integer_group_count);
    made->has_point = find(r->whole, s[JN_POINT]) != NOWHERE;
    made->percent = find(r->whole, s[JN_PERCENT]) != NOWHERE;
    made->per_mille = find(r->whole, s[JN_PER_MILLE]) != NOWHERE;
    made->scale = made->integer_least = count_digits(r, r->integer, false);
    made->fraction_least = count_digits(r, r->fraction, false);
    made->fraction_most = count_digits(r, r->fraction, true);
    made->exponent_least = r->has_exponent ? count_digits(r, r->exponent, false) : 0;
    if (!made->integer_least && !made->fraction_most) {
        made->fraction_least = made->fraction_most = r->has_exponent;
        made->integer_least = !r->has_exponent;
    }
    if (r->has_exponent && !made->integer_least && find(r->integer, s[JN_OPTIONAL]) != NOWHERE)
        made->integer_least = 1;
    if (!made->integer_least && !made->fraction_least)
        made->fraction_least = 1;
}

static struct jn_points points_of(struct jn_run *run, struct jn text)
{
    uint32_t *at = jn_take(run, (text.size + 1) * sizeof *at);
    struct jn_points points = {at, 0};
    size_t bytes;
    for (size_t i = 0; at && i < text.size; i += bytes)
        at[points.count++] = jn_point(text.text + i, text.text + text.size, &bytes);
    return points;
}

size_t jn_number_picture(struct jn_run *run, struct jn picture, const struct jn_symbols *symbols,
                         struct jn_number_picture parts[2])
{
    struct jn_points all = points_of(run, picture);
    long between = find(all, symbols->at[JN_BETWEEN]);
    size_t count = between == NOWHERE ? 1 : 2;
    if (count_of(all, symbols->at[JN_BETWEEN]) > 1)
        (void)jn_fail(run, "D3080");
    for (size_t i = 0; i < count && !jn_failed(run); i++) {
        size_t from = i ? (size_t)between + 1 : 0;
        struct reading r = {.symbols = symbols};
        r.whole = part_of(all, from, i || count == 1 ? all.count : (size_t)between);
        parts[i] = (struct jn_number_picture){0};
        cut(&r, &parts[i]);
        const char *fault = fault_of(&r);
        if (fault)
            (void)jn_fail(run, fault);
        analyse(&r, &parts[i]);
    }
    return jn_failed(run) ? 0 : count;
}
