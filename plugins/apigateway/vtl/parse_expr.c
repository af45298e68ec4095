/* SPDX-License-Identifier: Apache-2.0 */
/* Expressions: by precedence, then what stands between operators. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "vtl/tree.h"

void vtl_blanks(struct vtl_parser *p)
{
    p->at += strspn(p->at, " \t\r\n");
}

/* Takes `word` behind blanks if it stands here. */
static bool vtl_takes(struct vtl_parser *p, const char *word)
{
    size_t n = strlen(word);
    vtl_blanks(p);
    if (strncmp(p->at, word, n) != 0)
        return false;
    if (isalpha((unsigned char)*word) && (isalnum((unsigned char)p->at[n]) || p->at[n] == '_'))
        return false;
    p->at += n;
    return true;
}

void vtl_want(struct vtl_parser *p, const char *word)
{
    if (!vtl_failed(p) && !vtl_takes(p, word)) {
        char what[] = "\"   \" is missing";
        memcpy(what + 1, word, strnlen(word, 3));
        vtl_fail(p, what);
    }
}

/* ---- what stands between operators ---- */

static struct vtl_node *literal(struct vtl_parser *p, json_t *json)
{
    struct vtl_node *node = vtl_node_new(p, VTL_LITERAL);
    if (node)
        node->json = json;
    else
        json_decref(json);
    return node;
}

static struct vtl_node *parse_number(struct vtl_parser *p)
{
    char *end;
    long long integer = strtoll(p->at, &end, 10);
    if (*end == '.' && isdigit((unsigned char)end[1])) {
        double real = strtod(p->at, &end);
        p->at = end;
        return literal(p, json_real(real));
    }
    p->at = end;
    return literal(p, json_integer(integer));
}

/* The text up to the closing quote; a quote that is doubled, or behind a backslash in "...", is one
 * of the text. NULL: there is none. */
static char *unquoted(struct vtl_parser *p)
{
    char quote = *p->at++;
    char *text = malloc(strlen(p->at) + 1), *to = text;
    while (text && *p->at) {
        if (*p->at == quote && p->at[1] != quote) {
            p->at++;
            *to = '\0';
            return text;
        }
        p->at += *p->at == quote || (quote == '"' && *p->at == '\\' && p->at[1] == quote);
        *to++ = *p->at++;
    }
    free(text);
    vtl_fail(p, "a quote is not closed");
    return NULL;
}

/* Nodes of the inner template point into no text of it: references keep a copy of their source. */
static void keep_sources(struct vtl_parser *p, const struct vtl_node *until)
{
    for (struct vtl_node *node = p->made; node && node != until; node = node->made)
        if (node->kind == VTL_REFERENCE && node->source) {
            struct vtl_node *copy = vtl_node_new(p, VTL_TEXT);
            vtl_node_text(p, copy, node->source, node->n_source);
            node->source = copy ? copy->text : NULL;
        }
}

static struct vtl_node *parse_quoted(struct vtl_parser *p)
{
    bool interpolates = *p->at == '"';
    char *text = unquoted(p);
    if (!text)
        return NULL;
    struct vtl_node *node = NULL;
    if (!interpolates || !strpbrk(text, "$#")) {
        node = literal(p, json_string(text));
    } else if ((node = vtl_node_new(p, VTL_QUOTED))) {
        struct vtl_parser inner = {text, text, p->made, p->depth + 1, p->error};
        const struct vtl_node *until = p->made;
        if (inner.depth > VTL_DEPTH_MAX)
            vtl_fail(p, "nested too deeply");
        node->body = vtl_parse_block(&inner, 0);
        p->made = inner.made;
        keep_sources(p, until);
    }
    free(text);
    return node;
}

struct vtl_node *vtl_parse_arguments(struct vtl_parser *p, char close)
{
    const char closing[2] = {close, '\0'};
    struct vtl_node *first = NULL, **end = &first;
    if (vtl_takes(p, closing))
        return NULL;
    do {
        vtl_append(&end, vtl_parse_expression(p));
    } while (!vtl_failed(p) && vtl_takes(p, ","));
    vtl_want(p, closing);
    return first;
}

static struct vtl_node *parse_list(struct vtl_parser *p)
{
    p->at++;
    struct vtl_node *node = vtl_node_new(p, VTL_LIST);
    if (!node || vtl_takes(p, "]"))
        return node;
    struct vtl_node *first = vtl_parse_expression(p);
    if (first && vtl_takes(p, "..")) {
        node->kind = VTL_RANGE;
        node->left = first;
        node->right = vtl_parse_expression(p);
        vtl_want(p, "]");
    } else if (first && vtl_takes(p, ",")) {
        first->next = vtl_parse_arguments(p, ']');
        node->body = first;
    } else {
        node->body = first;
        vtl_want(p, "]");
    }
    return node;
}

static struct vtl_node *parse_map(struct vtl_parser *p)
{
    p->at++;
    struct vtl_node *node = vtl_node_new(p, VTL_MAP);
    struct vtl_node **end = node ? &node->body : NULL;
    if (!node || vtl_takes(p, "}"))
        return node;
    do {
        vtl_append(&end, vtl_parse_expression(p));
        vtl_want(p, ":");
        vtl_append(&end, vtl_parse_expression(p));
    } while (!vtl_failed(p) && vtl_takes(p, ","));
    vtl_want(p, "}");
    return node;
}

static struct vtl_node *parse_primary(struct vtl_parser *p)
{
    vtl_blanks(p);
    if (vtl_is_reference(p->at))
        return vtl_parse_reference(p, false);
    if (isdigit((unsigned char)*p->at))
        return parse_number(p);
    if (*p->at == '"' || *p->at == '\'')
        return parse_quoted(p);
    if (*p->at == '[')
        return parse_list(p);
    if (*p->at == '{')
        return parse_map(p);
    if (vtl_takes(p, "true"))
        return literal(p, json_true());
    if (vtl_takes(p, "false"))
        return literal(p, json_false());
    if (vtl_takes(p, "(")) {
        struct vtl_node *inner = vtl_parse_expression(p);
        vtl_want(p, ")");
        return inner;
    }
    vtl_fail(p, "an expression is missing");
    return NULL;
}

static struct vtl_node *parse_unary(struct vtl_parser *p)
{
    bool negative = false;
    vtl_blanks(p);
    if (!(*p->at == '!' && p->at[1] != '=' && vtl_takes(p, "!")) && !vtl_takes(p, "not")) {
        negative = vtl_takes(p, "-");
        if (!negative)
            return parse_primary(p);
    }
    struct vtl_node *node = vtl_node_new(p, negative ? VTL_NEGATIVE : VTL_NOT);
    if (++p->depth > VTL_DEPTH_MAX)
        vtl_fail(p, "nested too deeply");
    if (node)
        node->left = parse_unary(p);
    p->depth--;
    return node;
}

/* ---- operators ---- */

/* Each level's operators; longer ones first. */
static const struct {
    const char *sign;
    enum vtl_op op;
    int level;
} operators[] = {
    {"||", VTL_OR, 0}, {"or", VTL_OR, 0}, {"&&", VTL_AND, 1}, {"and", VTL_AND, 1},
    {"==", VTL_EQ, 2}, {"eq", VTL_EQ, 2}, {"!=", VTL_NE, 2},  {"ne", VTL_NE, 2},
    {"<=", VTL_LE, 3}, {"le", VTL_LE, 3}, {">=", VTL_GE, 3},  {"ge", VTL_GE, 3},
    {"<", VTL_LT, 3},  {"lt", VTL_LT, 3}, {">", VTL_GT, 3},   {"gt", VTL_GT, 3},
    {"+", VTL_ADD, 4}, {"-", VTL_SUB, 4}, {"*", VTL_MUL, 5},  {"/", VTL_DIV, 5},
    {"%", VTL_MOD, 5},
};

enum { LEVELS = 6 };

static bool take_operator(struct vtl_parser *p, int level, enum vtl_op *op)
{
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (operators[i].level == level && vtl_takes(p, operators[i].sign)) {
            *op = operators[i].op;
            return true;
        }
    return false;
}

static struct vtl_node *parse_level(struct vtl_parser *p, int level)
{
    enum vtl_op op;
    if (level == LEVELS)
        return parse_unary(p);
    struct vtl_node *left = parse_level(p, level + 1);
    while (left && take_operator(p, level, &op)) {
        struct vtl_node *node = vtl_node_new(p, VTL_BINARY);
        if (!node)
            return NULL;
        node->op = op;
        node->left = left;
        node->right = parse_level(p, level + 1);
        left = node;
    }
    return left;
}

struct vtl_node *vtl_parse_expression(struct vtl_parser *p)
{
    struct vtl_node *node = NULL;
    if (++p->depth > VTL_DEPTH_MAX)
        vtl_fail(p, "nested too deeply");
    if (!vtl_failed(p))
        node = parse_level(p, 0);
    p->depth--;
    return node;
}
