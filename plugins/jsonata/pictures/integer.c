/* SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <string.h>

#include "jsonata/pictures/integer.h"
#include "jsonata/values/text.h"

/* ---- pictures ---- */

static int gcd(int a, int b)
{
    while (b) {
        int rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

int jn_regular(const int *places, size_t count)
{
    int factor = 0;
    for (size_t i = 0; i < count; i++)
        factor = gcd(factor, places[i]);
    for (size_t n = 1; n <= count; n++) {
        size_t i = 0;
        while (i < count && places[i] != (int)n * factor)
            i++;
        if (i == count)
            return 0;
    }
    return factor;
}

/* The zero of the script of a digit; 0: it is no digit. */
static uint32_t zero_of(uint32_t point)
{
    static const uint32_t zeros[] = {0x30,   0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6,
                                     0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0,
                                     0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80,
                                     0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900,
                                     0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10};
    for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++)
        if (point >= zeros[i] && point <= zeros[i] + 9)
            return zeros[i];
    return 0;
}

static void add_separator(struct jn_integer_format *f, uint32_t point)
{
    if (f->separator_count < JN_SEPARATORS_MAX) {
        f->separators[f->separator_count].position = f->mandatory + f->optional;
        f->separators[f->separator_count++].character = point;
    }
}

/* Positions were counted from the left: they become digits behind, the last one first. */
static void turn_separators(struct jn_integer_format *f)
{
    int places[JN_SEPARATORS_MAX];
    bool same = true;
    for (size_t i = 0, n = f->separator_count; i < n / 2; i++) {
        uint32_t character = f->separators[i].character;
        int position = f->separators[i].position;
        f->separators[i] = f->separators[n - 1 - i];
        f->separators[n - 1 - i].character = character;
        f->separators[n - 1 - i].position = position;
    }
    for (size_t i = 0; i < f->separator_count; i++) {
        f->separators[i].position = f->mandatory + f->optional - f->separators[i].position;
        places[i] = f->separators[i].position;
        same &= f->separators[i].character == f->separators[0].character;
    }
    f->every = same && f->separator_count ? jn_regular(places, f->separator_count) : 0;
}

static bool read_digits(struct jn_run *run, struct jn picture, struct jn_integer_format *f)
{
    size_t bytes;
    for (size_t i = 0; i < picture.size; i += bytes) {
        uint32_t point = jn_point(picture.text + i, picture.text + picture.size, &bytes);
        uint32_t zero = zero_of(point);
        if (zero && f->zero && zero != f->zero)
            (void)jn_fail(run, "D3131");
        if (zero) {
            f->zero = zero;
            f->mandatory++;
        } else if (point == '#') {
            f->optional++;
        } else {
            add_separator(f, point);
        }
    }
    turn_separators(f);
    if (!f->mandatory)
        (void)jn_fail_value(run, "D3130", picture);
    return !jn_failed(run);
}

bool jn_integer_picture(struct jn_run *run, struct jn picture, struct jn_integer_format *f)
{
    static const struct {
        const char *picture;
        int kind;
        enum jn_case letters;
    } named[] = {{"A", JN_LETTERS, JN_UPPER}, {"a", JN_LETTERS, JN_LOWER},
                 {"I", JN_ROMAN, JN_UPPER},   {"i", JN_ROMAN, JN_LOWER},
                 {"W", JN_WORDS, JN_UPPER},   {"Ww", JN_WORDS, JN_TITLE},
                 {"w", JN_WORDS, JN_LOWER}};
    size_t end = picture.size;
    *f = (struct jn_integer_format){.kind = JN_DECIMAL};
    while (end > 0 && picture.text[end - 1] != ';')
        end--;
    if (end > 0) {
        f->ordinal = end < picture.size && picture.text[end] == 'o';
        picture = jn_part(picture, 0, end - 1);
    }
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (jn_is(picture, named[i].picture)) {
            f->kind = named[i].kind;
            f->letters = named[i].letters;
            return true;
        }
    return read_digits(run, picture, f);
}

/* ---- writing ---- */

static void add_letters(struct jn_run *run, struct jn_text *text, double value, bool upper)
{
    char letters[256];
    size_t at = sizeof letters;
    for (; value > 0 && at > 0; value = floor((value - 1) / 26))
        letters[--at] = (char)(fmod(value - 1, 26) + (upper ? 'A' : 'a'));
    jn_add(run, text, letters + at, sizeof letters - at);
}

static const struct {
    int value;
    const char *lower, *upper;
} romans[] = {{1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"}, {400, "cd", "CD"},
              {100, "c", "C"},  {90, "xc", "XC"},  {50, "l", "L"},  {40, "xl", "XL"},
              {10, "x", "X"},   {9, "ix", "IX"},   {5, "v", "V"},   {4, "iv", "IV"},
              {1, "i", "I"}};

static void add_roman(struct jn_run *run, struct jn_text *text, double value, bool upper)
{
    for (size_t i = 0; i < sizeof romans / sizeof *romans; i++)
        for (; value >= romans[i].value && jn_step(run, 1); value -= romans[i].value)
            jn_add_text(run, text, upper ? romans[i].upper : romans[i].lower);
}

static void add_words(struct jn_run *run, struct jn_text *text, double value,
                      const struct jn_integer_format *f)
{
    struct jn words = jn_number_words(run, value, f->ordinal);
    for (size_t i = 0; words.type == JN_STRING && i < words.size; i++) {
        char c = words.text[i];
        bool lower = c >= 'a' && c <= 'z', upper = c >= 'A' && c <= 'Z';
        if (f->letters == JN_UPPER && lower)
            c = (char)(c - 32);
        if (f->letters == JN_LOWER && upper)
            c = (char)(c + 32);
        jn_add(run, text, &c, 1);
    }
}

/* The separator that stands before so many digits; 0: none. */
static uint32_t separator_before(const struct jn_integer_format *f, int digits)
{
    if (f->every)
        return digits % f->every == 0 ? f->separators[0].character : 0;
    for (size_t i = 0; i < f->separator_count; i++)
        if (f->separators[i].position == digits)
            return f->separators[i].character;
    return 0;
}

static const char *ordinal_ending(const char *digits, size_t size)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    char last = digits[size - 1];
    bool teen = size > 1 && digits[size - 2] == '1';
    return last >= '1' && last <= '3' && !teen ? endings[last - '0'] : "th";
}

static void add_decimal(struct jn_run *run, struct jn_text *text, double value,
                        const struct jn_integer_format *f)
{
    char digits[JN_NUMBER_SIZE];
    int size = (int)jn_number_text(value, 17, digits), all = size;
    if (f->mandatory > all)
        all = f->mandatory;
    for (int i = 0; i < all && jn_step(run, 1); i++) {
        char digit = i < all - size ? '0' : digits[i - (all - size)];
        uint32_t separator = i ? separator_before(f, all - i) : 0;
        if (separator)
            jn_add_point(run, text, separator);
        jn_add_point(run, text,
                     digit >= '0' && digit <= '9' ? f->zero + (uint32_t)(digit - '0')
                                                  : (uint32_t)digit);
    }
    if (f->ordinal)
        jn_add_text(run, text, ordinal_ending(digits, (size_t)size));
}

struct jn jn_format_integer(struct jn_run *run, double value, const struct jn_integer_format *f)
{
    struct jn_text text = {0};
    if (value < 0)
        jn_add_text(run, &text, "-");
    value = fabs(value);
    if (f->kind == JN_LETTERS)
        add_letters(run, &text, value, f->letters == JN_UPPER);
    else if (f->kind == JN_ROMAN)
        add_roman(run, &text, value, f->letters == JN_UPPER);
    else if (f->kind == JN_WORDS)
        add_words(run, &text, value, f);
    else
        add_decimal(run, &text, value, f);
    return jn_text_value(run, &text);
}

/* ---- reading ---- */

static bool read_letters(struct jn text, double *value)
{
    for (size_t i = 0; i < text.size; i++) {
        char c = (char)(text.text[i] | 0x20);
        if (c < 'a' || c > 'z')
            return false;
        *value = *value * 26 + (c - 'a' + 1);
    }
    return true;
}

static int roman_value(char c)
{
    for (size_t i = 0; i < sizeof romans / sizeof *romans; i++)
        if (!romans[i].lower[1] && *romans[i].lower == (c | 0x20))
            return romans[i].value;
    return 0;
}

static bool read_roman(struct jn text, double *value)
{
    int most = 1;
    for (size_t i = text.size; i > 0; i--) {
        int one = roman_value(text.text[i - 1]);
        if (!one)
            return false;
        *value += one < most ? -one : one;
        most = one > most ? one : most;
    }
    return true;
}

/* Digits; separators between them, and what ends an ordinal, are passed over. */
static bool read_decimal(struct jn text, const struct jn_integer_format *f, double *value)
{
    size_t bytes, digits = 0;
    double sign = text.size && *text.text == '-' ? -1 : 1;
    for (size_t i = sign < 0; i < text.size; i += bytes) {
        uint32_t point = jn_point(text.text + i, text.text + text.size, &bytes);
        if (zero_of(point) != f->zero)
            continue;
        *value = *value * 10 + (point - f->zero);
        digits++;
    }
    *value *= sign;
    return digits > 0;
}

bool jn_parse_integer(struct jn_run *run, struct jn text, const struct jn_integer_format *f,
                      double *value)
{
    *value = 0;
    if (!jn_step(run, text.size))
        return false;
    switch (f->kind) {
    case JN_LETTERS:
        return read_letters(text, value);
    case JN_ROMAN:
        return read_roman(text, value);
    case JN_WORDS:
        return jn_words_number(text, value);
    default:
        return read_decimal(text, f, value);
    }
}
