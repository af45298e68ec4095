/* SPDX-License-Identifier: Apache-2.0 */
#include "jsonata/pictures/picture.h"

#include <stdlib.h>
#include <string.h>

#include "jsonata/values/text.h"

/* What a component looks like where the picture does not say. */
static const char *presentation_of(char component)
{
    static const char *const presentations[][2] = {
        {"YMDdWwXxHhf", "1"}, {"FPCE", "n"}, {"ms", "01"}, {"Zz", "01:01"}};
    for (size_t i = 0; component && i < sizeof presentations / sizeof *presentations; i++)
        if (strchr(presentations[i][0], component))
            return presentations[i][1];
    return NULL;
}

const char *jn_picture_name(const struct jn_picture_part *part, int64_t number)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    static const char *const days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};
    bool month = part->component == 'M' || part->component == 'x', day = part->component == 'F';
    if (number < 1 || number > (month ? 12 : day ? 7 : 0))
        return NULL;
    return month ? months[number - 1] : days[number - 1];
}

static int width_of(struct jn text)
{
    int width = 0;
    for (size_t i = 0; i < text.size && text.text[i] >= '0' && text.text[i] <= '9'; i++)
        width = width < 1000 ? width * 10 + (text.text[i] - '0') : width;
    return width;
}

/* ",min-max" behind a component. What stands before it. */
static struct jn read_width(struct jn marker, struct jn_picture_part *part)
{
    size_t comma = marker.size;
    while (comma > 0 && marker.text[comma - 1] != ',')
        comma--;
    if (comma == 0)
        return marker;
    struct jn width = jn_part(marker, comma, SIZE_MAX);
    size_t dash = jn_search(width, jn_literal("-"), 0);
    part->min = width_of(width);
    part->max = dash == SIZE_MAX ? 0 : width_of(jn_part(width, dash + 1, SIZE_MAX));
    return jn_part(marker, 0, comma - 1);
}

static void read_year(struct jn_picture_part *part)
{
    if (part->max) {
        part->year_digits = part->max;
        part->format.mandatory = part->max;
    } else if (part->format.mandatory + part->format.optional >= 2) {
        part->year_digits = part->format.mandatory + part->format.optional;
    }
}

/* Digits: how many there are, and how many are read where digits follow digits. */
static void read_digits(struct jn_run *run, struct jn_picture_part *part, struct jn pattern,
                        struct jn_picture_part *before)
{
    part->numeric = jn_integer_picture(run, pattern, &part->format);
    if (part->component == 'Z' || part->component == 'z')
        return;
    if (part->format.mandatory < part->min)
        part->format.mandatory = part->min;
    if (part->component == 'Y')
        read_year(part);
    if (before && before->numeric && before->component != 'Z' && before->component != 'z')
        before->format.width = before->format.mandatory;
}

/* The presentation of a component: names, or digits with a letter behind them. */
static void read_presentation(struct jn_run *run, struct jn_picture_part *part, struct jn given,
                              struct jn_picture_part *before)
{
    const char *standard = presentation_of(part->component);
    struct jn_text pattern = {0};
    char last = given.size > 1 ? given.text[given.size - 1] : '\0';
    if (!standard)
        (void)jn_fail_value(run, "D3132", jn_copy(run, &part->component, part->component != '\0'));
    if (jn_failed(run))
        return;
    struct jn shown = given.size ? given : jn_literal(standard);
    if (last && strchr("atco", last))
        shown = jn_part(given, 0, given.size - 1);
    part->zulu = last == 't';
    part->named = shown.text[0] == 'n' || shown.text[0] == 'N';
    part->letters = shown.text[0] == 'n'                     ? JN_LOWER
                    : shown.size > 1 && shown.text[1] == 'n' ? JN_TITLE
                                                             : JN_UPPER;
    if (part->named || strchr("PCE", part->component))
        return;
    jn_add(run, &pattern, shown.text, shown.size);
    jn_add_text(run, &pattern, last == 'o' ? ";o" : "");
    read_digits(run, part, jn_text_value(run, &pattern), before);
}

/* ---- the whole ---- */

struct reader {
    struct jn_run *run;
    struct jn_picture_part *first, *last;
};

static struct jn_picture_part *add_part(struct reader *r)
{
    struct jn_picture_part *part = jn_take(r->run, sizeof *part);
    if (!part)
        return NULL;
    if (r->last)
        r->last->next = part;
    else
        r->first = part;
    r->last = part;
    return part;
}

/* A literal text, where ]] stands for ]. */
static void add_literal(struct reader *r, struct jn text)
{
    struct jn_text made = {0};
    for (size_t i = 0; i < text.size; i++) {
        jn_add(r->run, &made, text.text + i, 1);
        i += text.text[i] == ']' && i + 1 < text.size && text.text[i + 1] == ']';
    }
    struct jn_picture_part *part = text.size ? add_part(r) : NULL;
    if (part)
        part->literal = jn_text_value(r->run, &made);
}

static void add_component(struct reader *r, struct jn text)
{
    struct jn_text marker = {0};
    struct jn_picture_part *before = r->last, *part = add_part(r);
    for (size_t i = 0; i < text.size; i++)
        if (!strchr(" \t\n\r\v\f", text.text[i]))
            jn_add(r->run, &marker, text.text + i, 1);
    struct jn given = jn_text_value(r->run, &marker);
    if (!part || given.type != JN_STRING)
        return;
    part->component = given.size ? *given.text : '\0';
    given = read_width(jn_part(given, 1, SIZE_MAX), part);
    read_presentation(r->run, part, given, before);
}

struct jn_picture_part *jn_picture(struct jn_run *run, struct jn picture)
{
    struct reader r = {.run = run};
    size_t at = 0;
    while (at < picture.size && !jn_failed(run)) {
        size_t open = jn_search(picture, jn_literal("["), at);
        size_t end = open == SIZE_MAX ? picture.size : open;
        add_literal(&r, jn_part(picture, at, end - at));
        if (end == picture.size)
            break;
        if (end + 1 < picture.size && picture.text[end + 1] == '[') {
            add_literal(&r, jn_part(picture, end, 1));
            at = end + 2;
            continue;
        }
        size_t close = jn_search(picture, jn_literal("]"), end);
        if (close == SIZE_MAX) {
            (void)jn_fail(run, "D3135");
            break;
        }
        add_component(&r, jn_part(picture, end + 1, close - end - 1));
        at = close + 1;
    }
    return jn_failed(run) ? NULL : r.first;
}
