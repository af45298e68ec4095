/* SPDX-License-Identifier: Apache-2.0 */
/* Expressions of queries: reading them. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "local/insights/tree.h"

void node_free(struct node *node)
{
    if (!node)
        return;
    for (size_t i = 0; i < node->n; i++)
        node_free(node->arguments[i]);
    if (node->has_regex)
        regfree(&node->regex);
    json_decref(node->value);
    free(node->text);
    free(node);
}

static struct node *fail(struct reader *r, struct node *node, const char *expected)
{
    node_free(node);
    (void)reader_fail(r, expected);
    return NULL;
}

static struct node *node_new(struct reader *r, enum node_kind kind, const char *text)
{
    struct node *node = r->nodes++ < NODES_MAX ? calloc(1, sizeof *node) : NULL;
    if (!node)
        return fail(r, NULL, "a shorter query");
    node->kind = kind;
    node->text = text ? strdup(text) : NULL;
    return node->text || !text ? node : fail(r, node, "a shorter query");
}

/* Takes `argument` over; frees both where there is none or no room. */
static struct node *with(struct reader *r, struct node *node, struct node *argument)
{
    if (node && argument && node->n < ARGUMENTS_MAX) {
        node->arguments[node->n++] = argument;
        return node;
    }
    node_free(argument);
    if (node && argument)
        return fail(r, node, "fewer arguments");
    node_free(node);
    return NULL;
}

static struct node *value_node(struct reader *r, json_t *value)
{
    struct node *node = node_new(r, NODE_VALUE, NULL);
    if (node)
        node->value = value;
    else
        json_decref(value);
    return node;
}

/* ---- the smallest ---- */

static struct node *arguments(struct reader *r, struct node *node)
{
    if (reader_take(r, ")"))
        return node;
    do {
        if (strcasecmp(node->text, "count") == 0 && reader_take(r, "*"))
            continue;
        node = with(r, node, expression_parse(r));
    } while (node && reader_take(r, ","));
    if (node && !reader_take(r, ")"))
        return fail(r, node, "\")\"");
    return node;
}

/* bin(PERIOD) is datefloor(@timestamp, PERIOD). */
static struct node *bin(struct reader *r, struct node *node)
{
    struct node *period = node->arguments[0];
    struct node *field = node_new(r, NODE_FIELD, "@timestamp");
    free(node->text);
    node->text = strdup("datefloor");
    node->n = 0;
    node->arguments[0] = NULL;
    if (!node->text || !field) {
        node_free(period);
        node_free(field);
        return fail(r, node, "a shorter query");
    }
    return with(r, with(r, node, field), period);
}

static struct node *call_or_field(struct reader *r)
{
    bool quoted = *r->from == '`';
    struct node *node = node_new(r, NODE_FIELD, r->text);
    reader_next(r);
    if (!node || quoted || !reader_take(r, "("))
        return node;
    node->kind = NODE_CALL;
    node = arguments(r, node);
    node = node && node->n == 1 && strcasecmp(node->text, "bin") == 0 ? bin(r, node) : node;
    bool may = node &&
               ((r->aggregates && is_aggregate(node->text)) || function_takes(node->text, node->n));
    return !node || may ? node : fail(r, node, "a function, with its arguments");
}

static struct node *primary(struct reader *r)
{
    struct node *node = NULL;
    if (reader_take(r, "(")) {
        node = expression_parse(r);
        return !node || reader_take(r, ")") ? node : fail(r, node, "\")\"");
    }
    if (r->kind == TOKEN_NAME)
        return call_or_field(r);
    if (r->kind == TOKEN_TEXT)
        node = value_node(r, json_string(r->text));
    else if (r->kind == TOKEN_NUMBER)
        node = value_node(r, json_real(r->number));
    else
        return fail(r, NULL, "a field, a value or a function");
    reader_next(r);
    return node;
}

static struct node *unary(struct reader *r)
{
    if (!reader_take(r, "-"))
        return primary(r);
    return with(r, node_new(r, NODE_UNARY, "-"), primary(r));
}

/* ---- operators ---- */

static struct node *binary(struct reader *r, const char *sign, struct node *left,
                           struct node *right)
{
    struct node *node = right ? node_new(r, NODE_BINARY, sign) : NULL;
    if (!node) {
        node_free(left);
        node_free(right);
        return NULL;
    }
    return with(r, with(r, node, left), right);
}

/* One level of operators that associate to the left. */
static struct node *level(struct reader *r, const char *const *signs,
                          struct node *(*below)(struct reader *r))
{
    struct node *node = below(r);
    for (size_t i = 0; node && signs[i]; i++)
        if (reader_take(r, signs[i])) {
            node = binary(r, signs[i], node, below(r));
            i = (size_t)-1;
        }
    return node;
}

static struct node *power(struct reader *r)
{
    static const char *const signs[] = {"^", NULL};
    return level(r, signs, unary);
}

static struct node *product(struct reader *r)
{
    static const char *const signs[] = {"*", "/", "%", NULL};
    return level(r, signs, power);
}

static struct node *sum(struct reader *r)
{
    static const char *const signs[] = {"+", "-", NULL};
    return level(r, signs, product);
}

static struct node *in_list(struct reader *r, struct node *left)
{
    struct node *node = with(r, node_new(r, NODE_IN, NULL), left);
    if (node && !reader_take(r, "["))
        return fail(r, node, "\"[\"");
    do
        node = node ? with(r, node, sum(r)) : NULL;
    while (node && reader_take(r, ","));
    if (node && !reader_take(r, "]"))
        return fail(r, node, "\"]\"");
    return node;
}

static struct node *like(struct reader *r, struct node *left)
{
    struct node *node = with(r, node_new(r, NODE_LIKE, NULL), left);
    if (node && r->kind == TOKEN_REGEX) {
        node->has_regex = regex_compile(&node->regex, r->text, NULL);
        if (!node->has_regex)
            return fail(r, node, "a regular expression without what POSIX does not have");
        reader_next(r);
        return node;
    }
    return node ? with(r, node, sum(r)) : NULL;
}

static struct node *comparison(struct reader *r)
{
    static const char *const signs[] = {"=", "==", "!=", "<>", "<=", ">=", "<", ">", NULL};
    struct node *node = sum(r);
    bool negated = node && reader_take(r, "not");
    if (node && reader_take(r, "in"))
        node = in_list(r, node);
    else if (node && (reader_take(r, "like") || (!negated && reader_take(r, "=~"))))
        node = like(r, node);
    else if (negated)
        return fail(r, node, "\"in\" or \"like\"");
    else
        for (size_t i = 0; node && signs[i]; i++)
            if (reader_take(r, signs[i]))
                return binary(r, signs[i], node, sum(r));
    if (node)
        node->negated = negated;
    return node;
}

static struct node *negation(struct reader *r)
{
    struct node *node = NULL;
    if (!reader_take(r, "not"))
        return comparison(r);
    if (++r->depth > DEPTH_MAX)
        return fail(r, NULL, "a flatter query");
    node = with(r, node_new(r, NODE_UNARY, "not"), negation(r));
    r->depth--;
    return node;
}

static struct node *conjunction(struct reader *r)
{
    static const char *const signs[] = {"and", NULL};
    return level(r, signs, negation);
}

struct node *expression_parse(struct reader *r)
{
    static const char *const signs[] = {"or", NULL};
    if (++r->depth > DEPTH_MAX)
        return fail(r, NULL, "a flatter query");
    struct node *node = level(r, signs, conjunction);
    r->depth--;
    return node;
}
