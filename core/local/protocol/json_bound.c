/* SPDX-License-Identifier: Apache-2.0 */
#include "local/protocol/json_bound.h"

#include <inttypes.h>
#include <stdint.h>
#include <string.h>

const struct slrun_bound *json_bound_find(const struct slrun_bound *bounds, const char *operation,
                                          const char *member)
{
    const struct slrun_bound *bound = bounds;
    while (bound && bound->member &&
           (strcmp(bound->member, member) != 0 ||
            (bound->operation && strcmp(bound->operation, operation) != 0)))
        bound++;
    return bound && bound->member ? bound : NULL;
}

/* ---- what is wrong ---- */

static int64_t measure(const json_t *value)
{
    int64_t n = 0;
    if (json_is_integer(value))
        return json_integer_value(value);
    if (!json_is_string(value))
        return (int64_t)(json_is_array(value) ? json_array_size(value) : json_object_size(value));
    for (const char *c = json_string_value(value); *c; c++)
        n += ((unsigned char)*c & 0xc0) != 0x80;
    return n;
}

static bool consists_of(const char *text, const char *only)
{
    return !text[*only == '^' ? strcspn(text, only + 1) : strspn(text, only)];
}

static bool is_word(const char *text, const char *const *words)
{
    while (*words && strcmp(*words, text) != 0)
        words++;
    return *words != NULL;
}

unsigned json_bound_breaches(const struct json_limits *limits, const json_t *value)
{
    const struct slrun_bound *bound = limits->bound;
    const char *text = json_string_value(value);
    int64_t n = measure(value);
    unsigned breaches = 0;
    if (bound && n > bound->most)
        breaches |= BREACH_MOST;
    if (bound && n < bound->least)
        breaches |= BREACH_LEAST;
    if (bound && bound->only && text && !consists_of(text, bound->only))
        breaches |= BREACH_PATTERN;
    if (limits->words && text && !is_word(text, limits->words))
        breaches |= BREACH_WORD;
    return breaches;
}

/* ---- how it is told ---- */

static void words_text(const char *const *words, struct buf *out)
{
    (void)buf_puts(out, "Member must satisfy enum value set: [");
    for (size_t i = 0; words[i]; i++)
        (void)buf_printf(out, "%s%s", i ? ", " : "", words[i]);
    (void)buf_putc(out, ']');
}

void json_bound_text(const struct json_limits *limits, enum json_breach breach, bool number,
                     struct buf *out)
{
    const struct slrun_bound *bound = limits->bound;
    const char *what = number ? "value" : "length";
    if (breach == BREACH_WORD && limits->words)
        words_text(limits->words, out);
    if (!bound)
        return;
    if (breach == BREACH_MOST && bound->most < INT64_MAX)
        (void)buf_printf(out, "Member must have %s less than or equal to %" PRId64, what,
                         bound->most);
    else if (breach == BREACH_LEAST)
        (void)buf_printf(out, "Member must have %s greater than or equal to %" PRId64, what,
                         bound->least);
    else if (breach == BREACH_PATTERN && bound->only)
        (void)buf_printf(out, "Member must satisfy regular expression pattern: %s", bound->pattern);
}

void json_bound_all(const struct json_limits *limits, bool number, struct buf *out)
{
    size_t begin = out->len;
    for (unsigned b = BREACH_MOST; b < BREACH_END; b *= 2) {
        struct buf one = BUF_INIT(out->max);
        json_bound_text(limits, (enum json_breach)b, number, &one);
        if (one.len)
            (void)buf_printf(out, "%s%s", out->len > begin ? ", " : "", buf_str(&one));
        buf_free(&one);
    }
    if (limits->words)
        (void)buf_puts(out, ", Member must not be null");
}
