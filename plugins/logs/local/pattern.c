/* SPDX-License-Identifier: Apache-2.0 */
/* The parser of filter patterns: recursive descent over the text. What fails leaves the parser
 * failed, and everything above it returns. */
#include "local/pattern.h"

#include <stdlib.h>
#include <string.h>

#include "local/pattern_parser.h"

enum { DEPTH_MAX = 100, STEP_NAME_MAX = 1000, INDEX_DIGITS_MAX = 9 };

static void value_free(struct value *value)
{
    free(value->text);
    if (value->is_regex)
        regfree(&value->regex);
}

static void node_free(struct node *node)
{
    if (!node)
        return;
    node_free(node->left);
    node_free(node->right);
    for (size_t i = 0; i < node->n_steps; i++)
        free(node->steps[i].name);
    free(node->steps);
    free(node->field);
    value_free(&node->value);
    free(node);
}

void pattern_free(struct pattern *pattern)
{
    if (!pattern)
        return;
    for (struct term *term = pattern->terms, *next; term; term = next) {
        next = term->next;
        value_free(&term->value);
        free(term);
    }
    node_free(pattern->condition);
    for (int i = 0; i < pattern->n_fields; i++)
        free(pattern->fields[i]);
    free(pattern);
}

/* ---- terms ---- */

static void parse_terms(struct parser *p)
{
    struct term **last = &p->pattern->terms;
    for (parser_blanks(p); *p->at && !p->failed; parser_blanks(p)) {
        struct term *term = parser_made(p, calloc(1, sizeof *term));
        if (!term)
            return;
        *last = term;
        last = &term->next;
        term->kind = parser_takes(p, "?") ? OPTIONAL : parser_takes(p, "-") ? EXCLUDED : PLAIN;
        parser_value(p, &term->value, LETTERS);
        if (*p->at && !strchr(" \t\r\n\"%", *p->at))
            parser_fail_here(p);
    }
}

/* ---- conditions ---- */

static struct node *either(struct parser *p);

static void read_comparison(struct parser *p, struct node *node)
{
    static const struct {
        const char *word;
        enum test test;
    } words[] = {{"!=", UNEQUAL}, {"=!", UNEQUAL}, {"<=", LESS_EQUAL}, {">=", GREATER_EQUAL},
                 {"=", EQUAL},    {"<", LESS},     {">", GREATER}};
    size_t i = 0;
    while (i < sizeof words / sizeof *words && !parser_takes(p, words[i].word))
        i++;
    if (i == sizeof words / sizeof *words) {
        parser_fail_here(p);
        return;
    }
    node->test = words[i].test;
    parser_blanks(p);
    const char *start = p->at;
    parser_value(p, &node->value, UNQUOTED);
    if (node->test > UNEQUAL && !node->value.is_number)
        parser_fail(p, start, (size_t)(p->at - start));
}

/* .name, [0] or [*] */
static void read_step(struct parser *p, struct step *step)
{
    bool property = *p->at++ == '.';
    size_t n = strspn(p->at, property ? LETTERS "-" : "0123456789");
    bool any = !property && n == 0 && *p->at == '*';
    if ((n == 0 && !any) || n > (property ? STEP_NAME_MAX : INDEX_DIGITS_MAX)) {
        parser_fail_here(p);
        return;
    }
    step->index = any ? ANY_ELEMENT : property ? 0 : atoi(p->at);
    step->name = property ? parser_copy(p, p->at, n) : NULL;
    p->at += n + any;
    if (!property)
        parser_want(p, "]");
}

static void read_selector(struct parser *p, struct node *node)
{
    parser_want(p, "$");
    node->steps = parser_made(p, calloc(STEPS_MAX, sizeof *node->steps));
    while (!p->failed && (*p->at == '.' || *p->at == '[') && node->n_steps < STEPS_MAX)
        read_step(p, &node->steps[node->n_steps++]);
    if (node->n_steps == 0)
        parser_fail_here(p);
}

static void read_property(struct parser *p, struct node *node)
{
    static const struct {
        const char *first, *second;
        enum test test;
    } tests[] = {{"IS", "NULL", IS_NULL},
                 {"IS", "TRUE", IS_TRUE},
                 {"IS", "FALSE", IS_FALSE},
                 {"NOT", "EXISTS", NOT_EXISTS}};
    read_selector(p, node);
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
        const char *start = p->at;
        if (parser_takes(p, tests[i].first) && parser_takes(p, tests[i].second)) {
            node->test = tests[i].test;
            return;
        }
        p->at = start;
    }
    read_comparison(p, node);
}

static struct node *read_group(struct parser *p)
{
    struct node *inner = NULL;
    if (++p->depth > DEPTH_MAX)
        parser_fail(p, "(", 1);
    else
        inner = either(p);
    p->depth--;
    parser_want(p, ")");
    return inner;
}

static struct node *one(struct parser *p)
{
    if (parser_takes(p, "("))
        return read_group(p);
    struct node *node = p->failed ? NULL : parser_made(p, calloc(1, sizeof *node));
    if (!node)
        return NULL;
    node->kind = CONDITION;
    if (p->pattern->language == JSON) {
        read_property(p, node);
        return node;
    }
    parser_blanks(p);
    size_t n = strspn(p->at, LETTERS);
    node->field = parser_copy(p, p->at, n);
    p->at += n;
    read_comparison(p, node);
    return node;
}

/* Both of them are true, or one of them is. Takes them over. */
static struct node *join(struct parser *p, enum kind kind, struct node *left, struct node *right)
{
    struct node *node = parser_made(p, calloc(1, sizeof *node));
    if (!node) {
        node_free(left);
        node_free(right);
        return NULL;
    }
    *node = (struct node){.kind = kind, .left = left, .right = right};
    return node;
}

static struct node *all(struct parser *p)
{
    struct node *node = one(p);
    while (parser_takes(p, "&&"))
        node = join(p, AND, node, one(p));
    return node;
}

static struct node *either(struct parser *p)
{
    struct node *node = all(p);
    while (parser_takes(p, "||"))
        node = join(p, OR, node, all(p));
    return node;
}

static void parse_json(struct parser *p)
{
    parser_want(p, "{");
    p->pattern->condition = either(p);
    parser_want(p, "}");
}

/* ---- fields ---- */

/* A name, a condition that begins with one, "..." or nothing. */
static void parse_field(struct parser *p)
{
    struct pattern *pattern = p->pattern;
    if (pattern->ellipsis == NO_FIELD && parser_takes(p, "...")) {
        pattern->ellipsis = pattern->n_fields;
        return;
    }
    parser_blanks(p);
    const char *name = p->at + strspn(p->at, "( \t"), *start = p->at;
    size_t n = strspn(name, LETTERS);
    if (p->failed || pattern->n_fields == FIELDS_MAX) {
        parser_fail_here(p);
        return;
    }
    pattern->fields[pattern->n_fields++] = n > 0 ? parser_copy(p, name, n) : NULL;
    if (name == p->at)
        p->at += n;
    parser_blanks(p);
    if (*p->at == ',' || *p->at == ']')
        return;
    p->at = start;
    struct node *condition = either(p);
    pattern->condition =
        pattern->condition ? join(p, AND, pattern->condition, condition) : condition;
}

static void parse_fields(struct parser *p)
{
    parser_want(p, "[");
    do
        parse_field(p);
    while (parser_takes(p, ","));
    parser_want(p, "]");
}

/* ---- all ---- */

struct pattern *pattern_parse(const char *text, char error[PATTERN_ERROR_MAX])
{
    struct pattern *pattern = calloc(1, sizeof *pattern);
    struct parser p = {.at = text, .error = error, .pattern = pattern};
    *error = '\0';
    if (!pattern)
        return NULL;
    pattern->ellipsis = NO_FIELD;
    parser_blanks(&p);
    pattern->language = *p.at == '{' ? JSON : *p.at == '[' ? FIELDS : TERMS;
    if (pattern->language == TERMS)
        parse_terms(&p);
    else if (pattern->language == JSON)
        parse_json(&p);
    else
        parse_fields(&p);
    parser_blanks(&p);
    if (!p.failed && *p.at)
        parser_fail_here(&p);
    if (!p.failed)
        return pattern;
    pattern_free(pattern);
    return NULL;
}
