/* SPDX-License-Identifier: Apache-2.0 */
/* Filters of paths, read and computed in one go: a || b && !(c), comparisons, existence. */
#include <stdlib.h>
#include <string.h>

#include "asl/path.h"

struct filter {
    const struct asl_scope *scope; /* @ is its input; NULL: only read */
    const char *at, *end;
    int depth;
    bool bad;
};

static bool read_or(struct filter *f);

static void blanks(struct filter *f)
{
    while (f->at < f->end && *f->at == ' ')
        f->at++;
}

static bool word(struct filter *f, const char *text)
{
    size_t n = strlen(text);
    blanks(f);
    if ((size_t)(f->end - f->at) < n || memcmp(f->at, text, n) != 0)
        return false;
    f->at += n;
    return true;
}

/* ---- operands ---- */

static json_t *read_path(struct filter *f)
{
    char why[ASL_WHY_SIZE];
    const char *end = asl_path_end(f->at);
    char *path = end <= f->end ? strndup(f->at, (size_t)(end - f->at)) : NULL;
    json_t *value = NULL;
    if (!path)
        f->bad = true;
    f->at = end <= f->end ? end : f->end;
    if (path && f->scope) {
        *path = '$';
        value = asl_path(f->scope, path, why);
    }
    free(path);
    return value;
}

static json_t *read_string(struct filter *f)
{
    char quote = *f->at++;
    const char *from = f->at;
    while (f->at < f->end && *f->at != quote)
        f->at++;
    json_t *text = json_stringn(from, (size_t)(f->at - from));
    f->bad = f->bad || f->at == f->end;
    f->at += f->at < f->end;
    return text;
}

static json_t *read_literal(struct filter *f)
{
    char *end;
    if (word(f, "true"))
        return json_true();
    if (word(f, "false"))
        return json_false();
    if (word(f, "null"))
        return json_null();
    double number = strtod(f->at, &end);
    f->bad = f->bad || end == f->at || end > f->end;
    f->at = end > f->end ? f->end : end;
    return json_real(number);
}

/* A new reference; NULL: a path that finds nothing. */
static json_t *read_operand(struct filter *f)
{
    blanks(f);
    if (f->at == f->end) {
        f->bad = true;
        return NULL;
    }
    if (*f->at == '@' || *f->at == '$')
        return read_path(f);
    return *f->at == '\'' || *f->at == '"' ? read_string(f) : read_literal(f);
}

/* ---- comparisons ---- */

enum order { LESS = 1, EQUAL = 2, GREATER = 4, OTHER = 0 };

static enum order order_of(const json_t *a, const json_t *b)
{
    if (json_is_number(a) && json_is_number(b)) {
        double x = json_number_value(a), y = json_number_value(b);
        return x < y ? LESS : x > y ? GREATER : EQUAL;
    }
    if (json_is_string(a) && json_is_string(b)) {
        int order = strcmp(json_string_value(a), json_string_value(b));
        return order < 0 ? LESS : order > 0 ? GREATER : EQUAL;
    }
    return json_equal(a, b) ? EQUAL : OTHER;
}

static const struct {
    const char *text; /* the longer ones first */
    int orders;
    bool negated;
} comparisons[] = {
    {"==", EQUAL, false},           {"!=", EQUAL, true}, {"<=", LESS | EQUAL, false},
    {">=", GREATER | EQUAL, false}, {"<", LESS, false},  {">", GREATER, false},
};

static bool read_comparison(struct filter *f)
{
    const char *from = f->at;
    json_t *left = read_operand(f);
    bool is_path = f->at > from, holds = left != NULL;
    for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; i++) {
        if (!word(f, comparisons[i].text))
            continue;
        json_t *right = read_operand(f);
        enum order order = left && right ? order_of(left, right) : OTHER;
        holds = ((order & comparisons[i].orders) != 0) != comparisons[i].negated;
        json_decref(right);
        break;
    }
    json_decref(left);
    return is_path && holds;
}

static bool read_not(struct filter *f)
{
    bool holds;
    if (f->depth >= ASL_DEPTH_MAX)
        f->bad = true;
    if (f->bad)
        return false;
    f->depth++;
    if (word(f, "!")) {
        holds = !read_not(f);
    } else if (word(f, "(")) {
        holds = read_or(f);
        if (!word(f, ")"))
            f->bad = true;
    } else {
        holds = read_comparison(f);
    }
    f->depth--;
    return holds;
}

static bool read_and(struct filter *f)
{
    bool holds = read_not(f);
    while (!f->bad && word(f, "&&"))
        holds = read_not(f) && holds;
    return holds;
}

static bool read_or(struct filter *f)
{
    bool holds = read_and(f);
    while (!f->bad && word(f, "||"))
        holds = read_and(f) || holds;
    return holds;
}

static bool run(struct filter *f)
{
    bool holds = read_or(f);
    blanks(f);
    f->bad = f->bad || f->at != f->end;
    return holds && !f->bad;
}

bool path_filter(const struct asl_scope *scope, json_t *value, const char *from, const char *to)
{
    struct asl_scope inner = *scope;
    struct filter f = {.scope = &inner, .at = from, .end = to};
    inner.input = value;
    return run(&f);
}

bool path_filter_check(const char *from, const char *to)
{
    struct filter f = {.at = from, .end = to};
    (void)run(&f);
    return !f.bad;
}
