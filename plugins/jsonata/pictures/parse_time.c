/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Times by a picture. The picture becomes a regular expression with a group for each component;
 * what the groups say is put together: what is more than the first component given is today's, what
 * is less than the last one is its beginning.
 */
#include "jsonata/pictures/picture.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "jsonata/functions/pattern.h"
#include "jsonata/values/text.h"

/* ---- the regular expression ---- */

static void add_escaped(struct jn_run *run, struct jn_text *text, struct jn literal)
{
    for (size_t i = 0; i < literal.size; i++) {
        if (literal.text[i] && strchr(".*+?^${}()|[]\\/", literal.text[i]))
            jn_add_text(run, text, "\\");
        jn_add(run, text, literal.text + i, 1);
    }
}

static void add_digits(struct jn_run *run, struct jn_text *text, const struct jn_integer_format *f)
{
    char width[24] = "+";
    if (f->width)
        (void)snprintf(width, sizeof width, "{%d}", f->width % 1000);
    jn_add_text(run, text, "[0-9]");
    jn_add_text(run, text, width);
    jn_add_text(run, text, f->ordinal ? "(?:th|st|nd|rd)" : "");
}

static void add_number(struct jn_run *run, struct jn_text *text, const struct jn_integer_format *f)
{
    if (f->kind == JN_LETTERS)
        jn_add_text(run, text, "[a-z]+");
    else if (f->kind == JN_ROMAN)
        jn_add_text(run, text, "[mdclxvi]+");
    else if (f->kind == JN_WORDS)
        jn_add_text(run, text, jn_words_pattern(run).text);
    else
        add_digits(run, text, f);
}

static void add_zone(struct jn_run *run, struct jn_text *text, const struct jn_picture_part *part)
{
    jn_add_text(run, text, part->component == 'z' ? "GMT" : "");
    jn_add_text(run, text, "[-+][0-9]+");
    if (part->format.every) {
        char bytes[4];
        size_t size = jn_point_bytes(part->format.separators[0].character, bytes);
        add_escaped(run, text, jn_string(bytes, size));
        jn_add_text(run, text, "[0-9]+");
    }
}

static void add_part(struct jn_run *run, struct jn_text *text, const struct jn_picture_part *part)
{
    bool zone = part->component == 'Z' || part->component == 'z';
    jn_add_text(run, text, "(");
    if (part->literal.type == JN_STRING)
        add_escaped(run, text, part->literal);
    else if (zone)
        add_zone(run, text, part);
    else if (part->component == 'f')
        jn_add_text(run, text, "[0-9]+");
    else if (part->numeric)
        add_number(run, text, &part->format);
    else if (part->component && strchr("MxFP", part->component))
        jn_add_text(run, text, "[a-zA-Z]+");
    else
        (void)jn_fail_value(run, "D3133", jn_copy(run, &part->component, 1));
    jn_add_text(run, text, ")");
}

/* A text that is read by a picture: a group for each part of it. */
struct reading {
    const struct jn_picture_part *parts;
    struct jn text;
    struct jn_found found;
};

static bool find_parts(struct jn_run *run, struct reading *r)
{
    struct jn_text source = {0};
    jn_add_text(run, &source, "^");
    for (const struct jn_picture_part *p = r->parts; p && !jn_failed(run); p = p->next)
        add_part(run, &source, p);
    jn_add_text(run, &source, "$");
    struct jn_pattern *pattern =
        jn_failed(run) ? NULL : jn_pattern(run, jn_text_value(run, &source), jn_literal("i"));
    return pattern && jn_pattern_find(run, &(struct jn_search){pattern, r->text, 0}, &r->found);
}

/* ---- what the groups say ---- */

struct time_given {
    double value[128]; /* by the letter of a component */
    bool has[128];
};

static double zone_minutes(struct jn text, const struct jn_picture_part *part)
{
    char digits[16] = "";
    size_t at = part->component == 'z' ? 3 : 0, n = 0;
    double sign = at < text.size && text.text[at] == '-' ? -1 : 1;
    size_t hours = 2, separator = SIZE_MAX;
    for (size_t i = at + 1; i < text.size && n < sizeof digits - 1; i++)
        if (text.text[i] >= '0' && text.text[i] <= '9')
            digits[n++] = text.text[i];
        else if (separator == SIZE_MAX)
            separator = n;
    if (separator != SIZE_MAX)
        hours = separator;
    double minutes = n > hours ? strtod(digits + hours, NULL) : 0;
    digits[n < hours ? n : hours] = '\0';
    return sign * (strtod(digits, NULL) * 60 + minutes);
}

static double fraction_ms(struct jn text)
{
    double ms = 0, worth = 100;
    for (size_t i = 0; i < text.size && i < 3; i++, worth /= 10)
        ms += (text.text[i] - '0') * worth;
    return ms;
}

static bool read_name(struct jn text, const struct jn_picture_part *part, double *value)
{
    const char *name;
    if (part->component == 'P') {
        *value = text.size && (*text.text | 0x20) == 'p';
        return text.size == 2 && strncasecmp(text.text + 1, "m", 1) == 0;
    }
    for (int64_t i = 1; (name = jn_picture_name(part, i)) != NULL; i++) {
        size_t size =
            part->max && (size_t)part->max < strlen(name) ? (size_t)part->max : strlen(name);
        if (text.size == size && strncasecmp(name, text.text, size) == 0) {
            *value = (double)i;
            return true;
        }
    }
    return false;
}

static bool read_part(struct jn_run *run, const struct jn_picture_part *part, struct jn text,
                      double *value)
{
    if (part->component == 'Z' || part->component == 'z')
        *value = zone_minutes(text, part);
    else if (part->component == 'f')
        *value = fraction_ms(text);
    else
        return part->numeric ? jn_parse_integer(run, text, &part->format, value)
                             : read_name(text, part, value);
    return true;
}

static size_t read_parts(struct jn_run *run, const struct reading *r, struct time_given *given)
{
    const struct jn_found *found = &r->found;
    size_t group = 0, read = 0;
    for (const struct jn_picture_part *p = r->parts; p && group < found->groups;
         p = p->next, group++) {
        unsigned char at = (unsigned char)p->component & 127;
        struct jn part = jn_part(r->text, found->group[group].start,
                                 found->group[group].end - found->group[group].start);
        if (p->literal.type == JN_STRING)
            continue;
        given->has[at] = read_part(run, p, part, &given->value[at]);
        read++;
    }
    return read;
}

/* ---- the time ---- */

/* Of the components in `all`, whether some are given, and none but those in `may`. */
static bool is_kind(const struct time_given *given, const char *all, const char *may)
{
    bool some = false;
    for (; *all; all++) {
        bool has = given->has[(int)*all] && given->value[(int)*all] != 0;
        if (has && !strchr(may, *all))
            return false;
        some |= has;
    }
    return some;
}

/* Fills what is missing, from what is most to what is least. */
static void fill(struct jn_run *run, struct time_given *given, const char *components)
{
    struct jn_date now;
    bool started = false, ended = false;
    if (!jn_date((double)run->world->now_ms, &now))
        return;
    for (const char *c = components; *c; c++) {
        int at = *c;
        if (given->has[at]) {
            started = true;
            if (ended)
                (void)jn_fail(run, "D3136");
        } else if (started) {
            given->value[at] = strchr("MDd", *c) != NULL;
            ended = true;
        } else {
            given->value[at] = (double)jn_date_component(&now, *c);
        }
    }
}

static double time_of(const struct time_given *given, bool by_day_of_year, bool by_half_day)
{
    const double *v = given->value;
    double month = v['M'] > 0 ? v['M'] : 1, day = v['D'], hour = v['H'];
    if (fabs(v['Y']) > 300000 || month > 1e6 || fabs(day) > 1e9 || fabs(v['d']) > 1e9)
        return NAN;
    if (by_day_of_year) {
        month = 1;
        day = v['d'];
    }
    if (by_half_day)
        hour = (v['h'] == 12 ? 0 : v['h']) + (v['P'] == 1 ? 12 : 0);
    double days = (double)jn_days((int64_t)v['Y'], (int64_t)month, 1) + day - 1;
    double minutes = (days * 24 + hour) * 60 + v['m'] - (given->has['Z'] ? v['Z'] : v['z']);
    return (minutes * 60 + v['s']) * 1000 + v['f'];
}

struct jn jn_parse_time(struct jn_run *run, struct jn text, struct jn picture)
{
    struct time_given given = {0};
    struct reading r = {.parts = jn_picture(run, picture), .text = text};
    if (!r.parts || !find_parts(run, &r) || !read_parts(run, &r, &given))
        return JN_NOTHING;
    static const char dates[] = "YXMxWwdD", times[] = "PHhmsf";
    bool by_day_of_year = !is_kind(&given, dates, "YMD") && is_kind(&given, dates, "Yd");
    bool by_week = is_kind(&given, dates, "Xxw") || is_kind(&given, dates, "XW");
    bool by_half_day = !is_kind(&given, times, "Hmsf") && is_kind(&given, times, "Phmsf");
    char components[16];
    (void)snprintf(components, sizeof components, "%s%s", by_day_of_year ? "Yd" : "YMD",
                   by_half_day ? "Phmsf" : "Hmsf");
    if (by_week)
        (void)jn_fail(run, "D3136");
    fill(run, &given, components);
    double ms = time_of(&given, by_day_of_year, by_half_day);
    return jn_failed(run) || isnan(ms) ? JN_NOTHING : jn_number(ms);
}
