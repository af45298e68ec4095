/* SPDX-License-Identifier: Apache-2.0 */
#include "jsonata/pictures/picture.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "jsonata/values/text.h"

struct writing {
    struct jn_run *run;
    struct jn_text text;
    struct jn_date date;
    int hours, minutes; /* of the zone */
};

static void add_value(struct writing *w, struct jn text)
{
    if (text.type == JN_STRING)
        jn_add(w->run, &w->text, text.text, text.size);
}

static void add_cased(struct writing *w, const char *name, const struct jn_picture_part *part)
{
    size_t most = part->max && (size_t)part->max < strlen(name) ? (size_t)part->max : strlen(name);
    for (size_t i = 0; i < most; i++) {
        char c = name[i];
        if (part->letters == JN_UPPER && c >= 'a' && c <= 'z')
            c = (char)(c - 32);
        if (part->letters == JN_LOWER && c >= 'A' && c <= 'Z')
            c = (char)(c + 32);
        jn_add(w->run, &w->text, &c, 1);
    }
}

static void add_number(struct writing *w, const struct jn_picture_part *part)
{
    double value = (double)jn_date_component(&w->date, part->component);
    if (part->component == 'Y' && part->year_digits)
        value = fmod(value, pow(10, part->year_digits));
    add_value(w, jn_format_integer(w->run, value, &part->format));
}

/* Only the hours, and minutes where there are some. */
static void add_hours(struct writing *w, const struct jn_picture_part *part)
{
    static const struct jn_integer_format two = {.kind = JN_DECIMAL, .zero = '0', .mandatory = 2};
    add_value(w, jn_format_integer(w->run, w->hours, &part->format));
    if (w->minutes) {
        jn_add_text(w->run, &w->text, ":");
        add_value(w, jn_format_integer(w->run, abs(w->minutes), &two));
    }
}

static void add_zone(struct writing *w, const struct jn_picture_part *part)
{
    int offset = w->hours * 100 + w->minutes;
    if (offset == 0 && part->zulu) {
        jn_add_text(w->run, &w->text, "Z");
        return;
    }
    jn_add_text(w->run, &w->text, part->component == 'z' ? "GMT" : "");
    jn_add_text(w->run, &w->text, offset >= 0 ? "+" : "");
    if (part->format.every || (part->format.mandatory > 2 && part->format.mandatory <= 4))
        add_value(w, jn_format_integer(w->run, offset, &part->format));
    else if (part->format.mandatory <= 2)
        add_hours(w, part);
    else
        (void)jn_fail(w->run, "D3134");
}

static void add_part(struct writing *w, const struct jn_picture_part *part)
{
    int64_t number = jn_date_component(&w->date, part->component);
    const char *name = part->named ? jn_picture_name(part, number) : NULL;
    if (part->literal.type == JN_STRING)
        add_value(w, part->literal);
    else if (part->component == 'Z' || part->component == 'z')
        add_zone(w, part);
    else if (part->component == 'P')
        add_cased(w, number ? "pm" : "am", part);
    else if (part->component == 'C' || part->component == 'E')
        jn_add_text(w->run, &w->text, "ISO");
    else if (part->numeric)
        add_number(w, part);
    else if (name)
        add_cased(w, name, part);
    else
        (void)jn_fail_value(w->run, "D3133", jn_copy(w->run, &part->component, 1));
}

struct jn jn_format_time(struct jn_run *run, double ms, struct jn picture, struct jn zone)
{
    struct writing w = {.run = run};
    struct jn own = zone.type == JN_STRING ? jn_copy(run, zone.text, zone.size) : JN_NOTHING;
    int offset = own.type == JN_STRING ? (int)strtol(own.text, NULL, 10) % 10000 : 0;
    w.hours = offset / 100;
    w.minutes = offset % 100;
    if (picture.type != JN_STRING)
        picture = jn_literal("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]");
    if (!jn_date(ms + (60.0 * w.hours + w.minutes) * 60000, &w.date))
        return jn_fail_value(run, "D3110", jn_number(ms));
    for (const struct jn_picture_part *p = jn_picture(run, picture); p && !jn_failed(run);
         p = p->next)
        add_part(&w, p);
    return jn_text_value(run, &w.text);
}
