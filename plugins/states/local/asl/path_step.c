/* SPDX-License-Identifier: Apache-2.0 */
/* The steps of a path, read. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "asl/path.h"

static const char *skip_blanks(const char *at)
{
    while (*at == ' ')
        at++;
    return at;
}

/* 'name' or "name", with backslashes before quotes. */
static json_t *read_quoted(const char **at)
{
    char quote = **at, *text = malloc(strlen(*at) + 1);
    size_t n = 0;
    const char *p = *at + 1;
    json_t *name = NULL;
    for (; text && *p && *p != quote; p++) {
        if (*p == '\\' && p[1])
            p++;
        text[n++] = *p;
    }
    if (text && *p == quote)
        name = json_stringn(text, n);
    free(text);
    *at = *p ? p + 1 : p;
    return name;
}

static bool read_number(const char **at, json_t *keys)
{
    char *end;
    long long n = strtoll(*at, &end, 10);
    if (end == *at || json_array_append_new(keys, json_integer(n)) != 0)
        return false;
    *at = end;
    return true;
}

/* ['a', 'b'] or [0, -1]: one or more of a kind. */
static bool read_keys(const char **at, struct path_step *step)
{
    bool names = **at == '\'' || **at == '"';
    step->kind = names ? PATH_NAMES : PATH_INDEXES;
    step->keys = json_array();
    for (;;) {
        *at = skip_blanks(*at);
        if (names && **at != '\'' && **at != '"')
            return false;
        if (names ? json_array_append_new(step->keys, read_quoted(at)) != 0
                  : !read_number(at, step->keys))
            return false;
        *at = skip_blanks(*at);
        if (**at != ',')
            return **at == ']';
        ++*at;
    }
}

/* [from:to], each of which may be missing. */
static bool read_slice(const char **at, struct path_step *step)
{
    char *end;
    step->kind = PATH_SLICE;
    step->from = strtol(*at, &end, 10);
    step->has_from = end != *at;
    *at = end + 1; /* the colon */
    step->to = strtol(*at, &end, 10);
    step->has_to = end != *at;
    *at = end;
    return **at == ']';
}

static bool is_slice(const char *at)
{
    at += strspn(at, "-0123456789");
    return *at == ':';
}

/* The end of what stands in brackets, whose beginning is behind us: at ']'. */
static const char *bracket_end(const char *at)
{
    int depth = 0;
    for (char quote = '\0'; *at; at++) {
        if (quote) {
            if (*at == '\\' && at[1])
                at++;
            else if (*at == quote)
                quote = '\0';
        } else if (*at == '\'' || *at == '"') {
            quote = *at;
        } else if (*at == '[' || *at == '(') {
            depth++;
        } else if ((*at == ']' || *at == ')') && depth-- == 0) {
            break;
        }
    }
    return at;
}

static bool read_bracket(const char **at, struct path_step *step)
{
    *at = skip_blanks(*at + 1);
    if (**at == '*') {
        step->kind = PATH_ALL;
        *at = skip_blanks(*at + 1);
    } else if (**at == '?') {
        step->kind = PATH_FILTER;
        step->filter = skip_blanks(*at + 1);
        *at = bracket_end(step->filter);
        step->filter_end = *at;
    } else if (is_slice(*at)) {
        if (!read_slice(at, step))
            return false;
    } else if (!read_keys(at, step)) {
        return false;
    }
    return *(*at)++ == ']';
}

static bool is_of_name(char c)
{
    return c && !strchr(".[]()=!<>&|,'\" ", c) && !iscntrl((unsigned char)c);
}

static bool read_name(const char **at, struct path_step *step)
{
    const char *from = *at;
    if (*from == '*') {
        step->kind = PATH_ALL;
        ++*at;
        return true;
    }
    while (is_of_name(**at))
        ++*at;
    step->kind = PATH_NAMES;
    step->keys = json_pack("[s%]", from, (size_t)(*at - from));
    return *at > from && step->keys;
}

bool path_read_step(const char **at, struct path_step *step)
{
    *step = (struct path_step){.kind = PATH_ALL};
    if (**at == '[')
        return read_bracket(at, step);
    if (**at != '.')
        return false;
    ++*at;
    if (**at == '.') {
        step->deep = true;
        ++*at;
    }
    if (**at == '[') /* also $.[0], as AWS's JsonPath has it */
        return read_bracket(at, step);
    return read_name(at, step);
}

void path_step_clear(struct path_step *step)
{
    json_decref(step->keys);
    step->keys = NULL;
}

bool path_finds_many(const struct path_step *step)
{
    return step->deep || json_array_size(step->keys) != 1;
}
