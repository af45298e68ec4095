/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Functions of texts and patterns. A pattern is a text or a matcher: a regular expression, or any
 * function that tells of its first match as {match, start, end, groups, next}.
 */
#include <math.h>
#include <stdlib.h>

#include "jsonata/functions/native.h"
#include "jsonata/functions/pattern.h"
#include "jsonata/values/text.h"

static struct jn groups_of(struct jn_run *run, struct jn text, const struct jn_found *found)
{
    struct jn groups = jn_array(run, 0);
    for (size_t i = 0; i < found->groups; i++)
        jn_push(run, groups,
                found->group[i].start == SIZE_MAX
                    ? JN_NOTHING
                    : jn_part(text, found->group[i].start,
                              found->group[i].end - found->group[i].start));
    return groups;
}

struct jn jn_match_value(struct jn_run *run, const struct jn_pattern *pattern, struct jn text,
                         size_t from)
{
    const struct jn_search search = {pattern, text, from};
    struct jn_found found;
    if (text.type != JN_STRING || !jn_pattern_find(run, &search, &found))
        return JN_NOTHING;
    struct jn made = jn_object(run);
    struct jn_function next = {
        .kind = JN_FN_NEXT, .pattern = pattern, .input = text, .from = found.end};
    jn_set(run, made, jn_literal("match"), jn_part(text, found.start, found.end - found.start));
    jn_set(run, made, jn_literal("start"), jn_number((double)jn_units(text, found.start)));
    jn_set(run, made, jn_literal("end"), jn_number((double)jn_units(text, found.end)));
    jn_set(run, made, jn_literal("groups"), groups_of(run, text, &found));
    jn_set(run, made, jn_literal("next"), jn_function(run, &next));
    return made;
}

struct jn jn_eval_regex(struct jn_run *run, const struct jn_node *node, struct jn input,
                        struct jn_frame *frame)
{
    (void)input, (void)frame;
    return jn_function(run, &(struct jn_function){.kind = JN_FN_REGEX, .pattern = node->pattern});
}

/* ---- going through matches ---- */

struct matches {
    const struct jn_call *call;
    struct jn text, now;
    size_t start, end; /* bytes of the match */
    double seen, limit;
};

static bool is_match(struct jn value)
{
    return jn_get(value, jn_literal("start")).type == JN_NUMBER ||
           jn_get(value, jn_literal("groups")).type == JN_ARRAY ||
           jn_get(value, jn_literal("next")).type == JN_FUNCTION;
}

static size_t bytes_before(struct jn text, struct jn units)
{
    double n = units.type == JN_NUMBER && units.number > 0 ? units.number : 0;
    return jn_units_offset(text, n < (double)text.size ? (size_t)n : text.size);
}

/* The match that a function tells of. False: none, or the run has failed. */
static bool take_match(struct jn_run *run, struct matches *m, struct jn matcher, struct jn argument)
{
    struct jn_call call = *m->call;
    if (m->seen++ >= m->limit || matcher.type != JN_FUNCTION)
        return false;
    call.arguments = jn_array(run, 0);
    if (argument.type != JN_UNDEFINED)
        jn_push(run, call.arguments, argument);
    m->now = jn_apply(run, matcher, &call);
    if (jn_failed(run) || m->now.type == JN_UNDEFINED)
        return false;
    if (!is_match(m->now))
        (void)jn_fail(run, "T1010");
    m->start = bytes_before(m->text, jn_get(m->now, jn_literal("start")));
    m->end = bytes_before(m->text, jn_get(m->now, jn_literal("end")));
    return jn_step(run, 1 + m->text.size / 64);
}

static bool first_match(struct jn_run *run, struct matches *m, struct jn matcher)
{
    return take_match(run, m, matcher, m->text);
}

static bool next_match(struct jn_run *run, struct matches *m)
{
    return take_match(run, m, jn_get(m->now, jn_literal("next")), JN_NOTHING);
}

/* How often, by an argument; false: it is negative. */
static bool limit_of(struct jn_run *run, struct jn given, const char *code, double *limit)
{
    *limit = given.type == JN_NUMBER ? given.number : INFINITY;
    if (*limit < 0)
        (void)jn_fail_value(run, code, given);
    return !jn_failed(run);
}

/* ---- the functions ---- */

static struct jn contains(struct jn_run *run, const struct jn_call *call)
{
    struct matches m = {.call = call, .text = jn_argument(call, 0), .limit = 1};
    struct jn part = jn_argument(call, 1);
    if (m.text.type != JN_STRING || part.type == JN_UNDEFINED)
        return JN_NOTHING;
    if (part.type == JN_STRING)
        return jn_boolean(jn_search(m.text, part, 0) != SIZE_MAX);
    return jn_boolean(first_match(run, &m, part));
}

static struct jn match(struct jn_run *run, const struct jn_call *call)
{
    struct matches m = {.call = call, .text = jn_argument(call, 0)};
    struct jn found = jn_sequence(run);
    if (m.text.type != JN_STRING || !limit_of(run, jn_argument(call, 2), "D3040", &m.limit))
        return JN_NOTHING;
    for (bool more = first_match(run, &m, jn_argument(call, 1)); more; more = next_match(run, &m)) {
        struct jn one = jn_object(run);
        jn_set(run, one, jn_literal("match"), jn_get(m.now, jn_literal("match")));
        jn_set(run, one, jn_literal("index"), jn_get(m.now, jn_literal("start")));
        jn_set(run, one, jn_literal("groups"), jn_get(m.now, jn_literal("groups")));
        jn_push(run, found, one);
    }
    return found;
}

static struct jn split_by_text(struct jn_run *run, struct jn text, struct jn by, double limit)
{
    struct jn parts = jn_array(run, 0);
    size_t bytes;
    for (size_t at = 0, end; jn_count(parts) < limit && jn_step(run, 1); at = end + by.size) {
        if (by.size == 0 && at == text.size)
            break;
        if (by.size == 0)
            (void)jn_point(text.text + at, text.text + text.size, &bytes);
        end = by.size ? jn_search(text, by, at) : at + bytes;
        jn_push(run, parts, jn_part(text, at, end == SIZE_MAX ? end : end - at));
        if (end == SIZE_MAX)
            break;
    }
    return parts;
}

static struct jn split(struct jn_run *run, const struct jn_call *call)
{
    struct matches m = {.call = call, .text = jn_argument(call, 0)};
    struct jn by = jn_argument(call, 1), parts = jn_array(run, 0);
    size_t at = 0;
    if (m.text.type != JN_STRING || !limit_of(run, jn_argument(call, 2), "D3020", &m.limit))
        return JN_NOTHING;
    if (by.type == JN_STRING)
        return split_by_text(run, m.text, by, isfinite(m.limit) ? trunc(m.limit) : m.limit);
    for (bool more = first_match(run, &m, by); more; more = next_match(run, &m)) {
        jn_push(run, parts, jn_part(m.text, at, m.start > at ? m.start - at : 0));
        at = m.end;
    }
    if (jn_count(parts) < m.limit)
        jn_push(run, parts, jn_part(m.text, at, SIZE_MAX));
    return parts;
}

/* ---- $replace() ---- */

/* The number of a group that stands behind a `$`: as many digits as there can be groups for. */
static size_t group_number(struct jn digits, size_t groups, double *number)
{
    size_t most = groups ? (size_t)log10((double)groups) + 1 : 1, size = 0;
    *number = 0;
    while (size < most && size < digits.size && digits.text[size] >= '0' &&
           digits.text[size] <= '9')
        *number = *number * 10 + (digits.text[size++] - '0');
    if (size > 1 && *number > (double)groups) {
        size--;
        *number = floor(*number / 10);
    }
    return size;
}

/* What a `$` and what follows stand for is added; how many bytes follow. */
static size_t add_reference(struct jn_run *run, struct jn_text *text, struct jn behind,
                            struct jn now)
{
    struct jn groups = jn_get(now, jn_literal("groups")), group = JN_NOTHING;
    double number = 0;
    size_t size = 1;
    if (behind.size && *behind.text == '$')
        group = jn_literal("$");
    else if (behind.size && *behind.text == '0')
        group = jn_get(now, jn_literal("match"));
    else if ((size = group_number(behind, jn_count(groups), &number)) > 0)
        group = number >= 1 ? jn_at(groups, (size_t)number - 1) : JN_NOTHING;
    else
        group = jn_literal("$");
    if (group.type == JN_STRING)
        jn_add(run, text, group.text, group.size);
    return size;
}

static void add_template(struct jn_run *run, struct jn_text *text, struct jn template,
                         struct jn now)
{
    for (size_t at = 0; at < template.size && jn_step(run, 1);) {
        size_t dollar = jn_search(template, jn_literal("$"), at);
        size_t end = dollar == SIZE_MAX ? template.size : dollar;
        jn_add(run, text, template.text + at, end - at);
        at = end;
        if (at < template.size)
            at += 1 + add_reference(run, text, jn_part(template, at + 1, SIZE_MAX), now);
    }
}

static void add_replacement(struct jn_run *run, struct jn_text *text, struct jn with,
                            const struct matches *m)
{
    struct jn_call call = *m->call;
    if (with.type == JN_STRING) {
        add_template(run, text, with, m->now);
        return;
    }
    call.arguments = jn_array(run, 0);
    jn_push(run, call.arguments, m->now);
    struct jn made = jn_apply(run, with, &call);
    if (made.type == JN_STRING)
        jn_add(run, text, made.text, made.size);
    else
        (void)jn_fail_value(run, "D3012", made);
}

static struct jn replace_text(struct jn_run *run, struct matches *m, struct jn part, struct jn with)
{
    struct jn_text made = {0};
    size_t at = 0, found = jn_search(m->text, part, 0);
    if (with.type != JN_STRING)
        return jn_fail_value(run, "D3012", with);
    for (; found != SIZE_MAX && m->seen < m->limit && jn_step(run, 1); m->seen++) {
        jn_add(run, &made, m->text.text + at, found - at);
        jn_add(run, &made, with.text, with.size);
        at = found + part.size;
        found = jn_search(m->text, part, at);
    }
    jn_add(run, &made, m->text.text + at, m->text.size - at);
    return jn_text_value(run, &made);
}

static struct jn replace_matches(struct jn_run *run, struct matches *m, struct jn matcher,
                                 struct jn with)
{
    struct jn_text made = {0};
    size_t at = 0;
    for (bool more = first_match(run, m, matcher); more; more = next_match(run, m)) {
        struct jn found = jn_get(m->now, jn_literal("match"));
        jn_add(run, &made, m->text.text + at, m->start > at ? m->start - at : 0);
        add_replacement(run, &made, with, m);
        at = m->start + (found.type == JN_STRING ? found.size : 0);
        at = at < m->text.size ? at : m->text.size;
    }
    jn_add(run, &made, m->text.text + at, m->text.size - at);
    return jn_text_value(run, &made);
}

static struct jn replace(struct jn_run *run, const struct jn_call *call)
{
    struct matches m = {.call = call, .text = jn_argument(call, 0)};
    struct jn part = jn_argument(call, 1), with = jn_argument(call, 2);
    if (m.text.type != JN_STRING || part.type == JN_UNDEFINED || with.type == JN_UNDEFINED)
        return m.text.type == JN_STRING ? jn_fail_value(run, "D3012", with) : JN_NOTHING;
    if (part.type == JN_STRING && part.size == 0)
        return jn_fail_value(run, "D3010", part);
    if (!limit_of(run, jn_argument(call, 3), "D3011", &m.limit))
        return JN_NOTHING;
    return part.type == JN_STRING ? replace_text(run, &m, part, with)
                                  : replace_matches(run, &m, part, with);
}

static const struct jn_native natives[] = {
    {"match", "<s-f<s:o>n?:a<o>>", match, 3, JN_ALWAYS},
    {"contains", "<s-(sf):b>", contains, 2, JN_ALWAYS},
    {"replace", "<s-(sf)(sf)n?:s>", replace, 4, JN_ALWAYS},
    {"split", "<s-(sf)n?:a<s>>", split, 3, JN_ALWAYS},
};
const struct jn_native_table jn_pattern_natives = {natives, sizeof natives / sizeof *natives};
