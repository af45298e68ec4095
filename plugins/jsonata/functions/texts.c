/* SPDX-License-Identifier: Apache-2.0 */
/* Functions of texts, but for those that take patterns: https://docs.jsonata.org/string-functions.
 */
#include <locale.h>
#include <math.h>
#include <string.h>
#include <wctype.h>

#include "jsonata/functions/native.h"
#include "jsonata/values/text.h"

static struct jn string(struct jn_run *run, const struct jn_call *call)
{
    struct jn pretty = jn_argument(call, 1);
    return jn_to_string(run, jn_argument(call, 0), pretty.type == JN_BOOLEAN && pretty.yes);
}

/* A place in so many characters, counted from the end where it is negative. */
static size_t place(double at, size_t length)
{
    at = trunc(at);
    if (at < 0)
        at += (double)length;
    return at < 0 ? 0 : at < (double)length ? (size_t)at : length;
}

static struct jn characters(struct jn text, size_t from, size_t to)
{
    size_t start = jn_offset(text, from);
    return to > from ? jn_part(text, start, jn_offset(text, to) - start) : jn_literal("");
}

static struct jn substring(struct jn_run *run, const struct jn_call *call)
{
    struct jn text = jn_argument(call, 0), from = jn_argument(call, 1), size = jn_argument(call, 2);
    (void)run;
    if (text.type != JN_STRING)
        return JN_NOTHING;
    size_t length = jn_length(text);
    double start = from.type == JN_NUMBER ? from.number : 0;
    if ((double)length + start < 0)
        start = 0;
    if (size.type != JN_NUMBER)
        return characters(text, place(start, length), length);
    if (size.number <= 0)
        return jn_literal("");
    double end = (start >= 0 ? start : (double)length + start) + size.number;
    return characters(text, place(start, length), place(end, length));
}

static struct jn substring_before(struct jn_run *run, const struct jn_call *call)
{
    struct jn text = jn_argument(call, 0), part = jn_argument(call, 1);
    (void)run;
    if (text.type != JN_STRING || part.type != JN_STRING)
        return text;
    size_t at = jn_search(text, part, 0);
    return at == SIZE_MAX ? text : jn_part(text, 0, at);
}

static struct jn substring_after(struct jn_run *run, const struct jn_call *call)
{
    struct jn text = jn_argument(call, 0), part = jn_argument(call, 1);
    (void)run;
    if (text.type != JN_STRING || part.type != JN_STRING)
        return text;
    size_t at = jn_search(text, part, 0);
    return at == SIZE_MAX ? text : jn_part(text, at + part.size, SIZE_MAX);
}

/* Each character through a function of C, in Unicode whatever the locale of the process is. */
static struct jn mapped(struct jn_run *run, struct jn text, wint_t (*map)(wint_t, locale_t))
{
    locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    struct jn_text made = {0};
    size_t bytes;
    for (size_t i = 0; text.type == JN_STRING && i < text.size && jn_step(run, 1); i += bytes) {
        uint32_t point = jn_point(text.text + i, text.text + text.size, &bytes);
        jn_add_point(run, &made, locale ? (uint32_t)map((wint_t)point, locale) : point);
    }
    if (locale)
        freelocale(locale);
    return text.type == JN_STRING ? jn_text_value(run, &made) : JN_NOTHING;
}

static struct jn lowercase(struct jn_run *run, const struct jn_call *call)
{
    return mapped(run, jn_argument(call, 0), towlower_l);
}

static struct jn uppercase(struct jn_run *run, const struct jn_call *call)
{
    return mapped(run, jn_argument(call, 0), towupper_l);
}

static struct jn length(struct jn_run *run, const struct jn_call *call)
{
    struct jn text = jn_argument(call, 0);
    (void)run;
    return text.type == JN_STRING ? jn_number((double)jn_length(text)) : JN_NOTHING;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Blanks within become one, those around it none. */
static struct jn trim(struct jn_run *run, const struct jn_call *call)
{
    struct jn text = jn_argument(call, 0);
    struct jn_text made = {0};
    if (text.type != JN_STRING)
        return JN_NOTHING;
    for (size_t i = 0, end; i < text.size; i = end) {
        for (end = i; end < text.size && !is_blank(text.text[end]);)
            end++;
        if (end > i && made.size)
            jn_add_text(run, &made, " ");
        jn_add(run, &made, text.text + i, end - i);
        while (end < text.size && is_blank(text.text[end]))
            end++;
    }
    return jn_text_value(run, &made);
}

static struct jn pad(struct jn_run *run, const struct jn_call *call)
{
    struct jn text = jn_argument(call, 0), width = jn_argument(call, 1),
              with = jn_argument(call, 2);
    struct jn_text made = {0};
    if (text.type != JN_STRING || width.type != JN_NUMBER)
        return text;
    if (with.type != JN_STRING || with.size == 0)
        with = jn_literal(" ");
    double missing = trunc(fabs(width.number)) - (double)jn_length(text);
    if (width.number > 0)
        jn_add(run, &made, text.text, text.size);
    size_t at = 0, bytes;
    for (double i = 0; i < missing && jn_step(run, 1); i++) {
        (void)jn_point(with.text + at, with.text + with.size, &bytes);
        jn_add(run, &made, with.text + at, bytes);
        at = at + bytes < with.size ? at + bytes : 0;
    }
    if (width.number <= 0)
        jn_add(run, &made, text.text, text.size);
    return jn_text_value(run, &made);
}

static struct jn join(struct jn_run *run, const struct jn_call *call)
{
    struct jn texts = jn_argument(call, 0), between = jn_argument(call, 1);
    struct jn_text made = {0};
    if (texts.type != JN_ARRAY)
        return JN_NOTHING;
    for (size_t i = 0; i < jn_count(texts) && jn_step(run, 1); i++) {
        if (i && between.type == JN_STRING)
            jn_add(run, &made, between.text, between.size);
        jn_add(run, &made, jn_at(texts, i).text, jn_at(texts, i).size);
    }
    return jn_text_value(run, &made);
}

static const struct jn_native natives[] = {
    {"string", "<x-b?:s>", string, 1, JN_ALWAYS},
    {"substring", "<s-nn?:s>", substring, 3, JN_ALWAYS},
    {"substringBefore", "<s-s:s>", substring_before, 2, JN_ALWAYS},
    {"substringAfter", "<s-s:s>", substring_after, 2, JN_ALWAYS},
    {"lowercase", "<s-:s>", lowercase, 1, JN_ALWAYS},
    {"uppercase", "<s-:s>", uppercase, 1, JN_ALWAYS},
    {"length", "<s-:n>", length, 1, JN_ALWAYS},
    {"trim", "<s-:s>", trim, 1, JN_ALWAYS},
    {"pad", "<s-ns?:s>", pad, 3, JN_ALWAYS},
    {"join", "<a<s>s?:s>", join, 2, JN_ALWAYS},
};
const struct jn_native_table jn_text_natives = {natives, sizeof natives / sizeof *natives};
