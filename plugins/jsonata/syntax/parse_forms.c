/* SPDX-License-Identifier: Apache-2.0 */
/* What operators begin and go on with, but for calls. */
#include "jsonata/syntax/parse.h"

/* Each expression of a list that ends by `close`. */
static bool parse_list(struct jn_parser *p, struct jn_node *into, enum jn_operator close,
                       bool (*one)(struct jn_parser *, struct jn_node *))
{
    while (!jn_parser_at(p, close)) {
        if (!one(p, into))
            return false;
        if (!jn_parser_at(p, JN_OP_COMMA))
            break;
        if (!jn_advance(p, false))
            return false;
        if (jn_parser_at(p, close) && !one(p, into))
            return false;
    }
    return jn_expect(p, close, true);
}

/* ---- what begins an operand ---- */

static struct jn_node *parse_minus(struct jn_parser *p, const struct jn_token *token)
{
    struct jn_node *node = jn_token_node(p, JN_NODE_MINUS, token);
    if (node)
        node->left = jn_expression(p, 70);
    return node;
}

static struct jn_node *parse_block(struct jn_parser *p, const struct jn_token *token)
{
    struct jn_node *node = jn_token_node(p, JN_NODE_BLOCK, token);
    while (node && !jn_parser_at(p, JN_OP_CLOSE)) {
        jn_list_add(p->run, &node->list, jn_expression(p, 0));
        if (jn_failed(p->run) || !jn_parser_at(p, JN_OP_SEMICOLON))
            break;
        (void)jn_advance(p, false);
    }
    return node && jn_expect(p, JN_OP_CLOSE, true) ? node : NULL;
}

/* A member of an array: an expression, or a range. */
static bool parse_item(struct jn_parser *p, struct jn_node *array)
{
    struct jn_node *item = jn_expression(p, 0), *range;
    if (item && jn_parser_at(p, JN_OP_RANGE)) {
        range = jn_token_node(p, JN_NODE_BINARY, &p->now);
        if (!range || !jn_advance(p, false))
            return false;
        range->left = item;
        range->right = jn_expression(p, 0);
        item = range;
    }
    jn_list_add(p->run, &array->list, item);
    return !jn_failed(p->run);
}

static struct jn_node *parse_array(struct jn_parser *p, const struct jn_token *token)
{
    struct jn_node *node = jn_token_node(p, JN_NODE_ARRAY, token);
    return node && parse_list(p, node, JN_OP_CLOSE_BRACKET, parse_item) ? node : NULL;
}

static bool parse_member(struct jn_parser *p, struct jn_node *object)
{
    struct jn_node *name = jn_expression(p, 0);
    if (!name || !jn_expect(p, JN_OP_COLON, false))
        return false;
    jn_list_add(p->run, &object->list, name);
    jn_list_add(p->run, &object->list, jn_expression(p, 0));
    return !jn_failed(p->run);
}

static struct jn_node *parse_object(struct jn_parser *p, const struct jn_token *token)
{
    struct jn_node *node = jn_token_node(p, JN_NODE_OBJECT, token);
    return node && parse_list(p, node, JN_OP_CLOSE_BRACE, parse_member) ? node : NULL;
}

static struct jn_node *parse_transform(struct jn_parser *p, const struct jn_token *token)
{
    struct jn_node *node = jn_token_node(p, JN_NODE_TRANSFORM, token);
    if (!node)
        return NULL;
    node->left = jn_expression(p, 0);
    if (!node->left || !jn_expect(p, JN_OP_BAR, false))
        return NULL;
    node->right = jn_expression(p, 0);
    if (node->right && jn_parser_at(p, JN_OP_COMMA) && jn_advance(p, false))
        node->other = jn_expression(p, 0);
    return !jn_failed(p->run) && jn_expect(p, JN_OP_BAR, false) ? node : NULL;
}

static struct jn_node *parse_wildcard(struct jn_parser *p, const struct jn_token *token)
{
    return jn_token_node(p, JN_NODE_WILDCARD, token);
}

static struct jn_node *parse_descendants(struct jn_parser *p, const struct jn_token *token)
{
    return jn_token_node(p, JN_NODE_DESCENDANTS, token);
}

static struct jn_node *parse_parent(struct jn_parser *p, const struct jn_token *token)
{
    return jn_token_node(p, JN_NODE_PARENT, token);
}

static struct jn_node *parse_word(struct jn_parser *p, const struct jn_token *token)
{
    return jn_token_node(p, JN_NODE_WORD, token);
}

struct jn_node *jn_parse_prefix(struct jn_parser *p, const struct jn_token *token)
{
    static const struct {
        enum jn_operator op;
        struct jn_node *(*parse)(struct jn_parser *, const struct jn_token *);
    } forms[] = {
        {JN_OP_MINUS, parse_minus},
        {JN_OP_OPEN, parse_block},
        {JN_OP_OPEN_BRACKET, parse_array},
        {JN_OP_OPEN_BRACE, parse_object},
        {JN_OP_BAR, parse_transform},
        {JN_OP_TIMES, parse_wildcard},
        {JN_OP_MODULO, parse_parent},
        {JN_OP_DESCENDANTS, parse_descendants},
        {JN_OP_AND, parse_word},
        {JN_OP_OR, parse_word},
        {JN_OP_IN, parse_word},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (forms[i].op == token->op)
            return forms[i].parse(p, token);
    (void)jn_fail_with(
        p->run,
        &(struct jn_failure){.code = "S0211", .position = token->position, .token = token->value});
    return NULL;
}

/* ---- what goes on behind an operand ---- */

static struct jn_node *parse_binary(struct jn_parser *p, const struct jn_token *token,
                                    struct jn_node *left)
{
    struct jn_node *node = jn_token_node(p, JN_NODE_BINARY, token);
    if (!node)
        return NULL;
    node->left = left;
    node->right = jn_expression(p, jn_operator_power(token->op));
    return node;
}

/* [...] behind an operand; an empty one keeps arrays of one. */
static struct jn_node *parse_predicate(struct jn_parser *p, const struct jn_token *token,
                                       struct jn_node *left)
{
    struct jn_node *step = left, *node;
    if (jn_parser_at(p, JN_OP_CLOSE_BRACKET)) {
        while (step->kind == JN_NODE_BINARY && step->op == JN_OP_OPEN_BRACKET)
            step = step->left;
        step->keep = true;
        return jn_advance(p, false) ? left : NULL;
    }
    node = jn_token_node(p, JN_NODE_BINARY, token);
    if (!node)
        return NULL;
    node->left = left;
    node->right = jn_expression(p, 0);
    return node->right && jn_expect(p, JN_OP_CLOSE_BRACKET, true) ? node : NULL;
}

static struct jn_node *parse_group(struct jn_parser *p, const struct jn_token *token,
                                   struct jn_node *left)
{
    struct jn_node *node = jn_token_node(p, JN_NODE_BINARY, token);
    if (!node || !parse_list(p, node, JN_OP_CLOSE_BRACE, parse_member))
        return NULL;
    node->left = left;
    return node;
}

static bool parse_term(struct jn_parser *p, struct jn_node *order)
{
    struct jn_node *term = jn_token_node(p, JN_NODE_TERM, &p->now);
    if (!term)
        return false;
    term->descending = jn_parser_at(p, JN_OP_MORE);
    if ((term->descending || jn_parser_at(p, JN_OP_LESS)) && !jn_advance(p, false))
        return false;
    term->left = jn_expression(p, 0);
    jn_list_add(p->run, &order->list, term);
    return !jn_failed(p->run);
}

static struct jn_node *parse_order(struct jn_parser *p, const struct jn_token *token,
                                   struct jn_node *left)
{
    struct jn_node *node = jn_token_node(p, JN_NODE_BINARY, token);
    if (!node || !jn_expect(p, JN_OP_OPEN, false))
        return NULL;
    node->left = left;
    do
        if (!parse_term(p, node))
            return NULL;
    while (jn_parser_at(p, JN_OP_COMMA) && jn_advance(p, false));
    return jn_expect(p, JN_OP_CLOSE, false) ? node : NULL;
}

static struct jn_node *parse_assign(struct jn_parser *p, const struct jn_token *token,
                                    struct jn_node *left)
{
    if (left->kind != JN_NODE_VARIABLE) {
        (void)jn_fail_with(p->run, &(struct jn_failure){.code = "S0212",
                                                        .position = left->position,
                                                        .token = left->value});
        return NULL;
    }
    struct jn_node *node = jn_token_node(p, JN_NODE_BINARY, token);
    if (!node)
        return NULL;
    node->left = left;
    node->right = jn_expression(p, jn_operator_power(token->op) - 1);
    return node;
}

/* @ and #, with a variable. */
static struct jn_node *parse_binding(struct jn_parser *p, const struct jn_token *token,
                                     struct jn_node *left)
{
    struct jn_node *node = parse_binary(p, token, left);
    if (node && node->right && node->right->kind != JN_NODE_VARIABLE)
        (void)jn_fail_with(p->run, &(struct jn_failure){.code = "S0214",
                                                        .position = node->right->position,
                                                        .token = token->value});
    return jn_failed(p->run) ? NULL : node;
}

static struct jn_node *parse_condition(struct jn_parser *p, const struct jn_token *token,
                                       struct jn_node *left)
{
    struct jn_node *node = jn_token_node(p, JN_NODE_CONDITION, token);
    if (!node)
        return NULL;
    node->left = left;
    node->right = jn_expression(p, 0);
    if (node->right && jn_parser_at(p, JN_OP_COLON) && jn_advance(p, false))
        node->other = jn_expression(p, 0);
    return node;
}

/* a ?: b, which is a where that is true. */
static struct jn_node *parse_elvis(struct jn_parser *p, const struct jn_token *token,
                                   struct jn_node *left)
{
    struct jn_node *node = jn_token_node(p, JN_NODE_CONDITION, token);
    if (!node)
        return NULL;
    node->left = jn_node_copy(p->run, left);
    node->right = left;
    node->other = jn_expression(p, 0);
    return node;
}

/* a ?? b, which is a where there is one: $exists(a) ? a : b. */
static struct jn_node *parse_coalesce(struct jn_parser *p, const struct jn_token *token,
                                      struct jn_node *left)
{
    struct jn_node *node = parse_elvis(p, token, left);
    struct jn_node *call = node ? jn_node(p->run, JN_NODE_CALL, token->position) : NULL;
    struct jn_node *exists = call ? jn_node(p->run, JN_NODE_VARIABLE, token->position) : NULL;
    if (!exists)
        return NULL;
    exists->value = jn_literal("exists");
    call->left = exists;
    jn_list_add(p->run, &call->list, node->left);
    node->left = call;
    return node;
}

struct jn_node *jn_parse_infix(struct jn_parser *p, const struct jn_token *token,
                               struct jn_node *left)
{
    static const struct {
        enum jn_operator op;
        struct jn_node *(*parse)(struct jn_parser *, const struct jn_token *, struct jn_node *);
    } forms[] = {
        {JN_OP_OPEN, jn_parse_call},     {JN_OP_OPEN_BRACKET, parse_predicate},
        {JN_OP_OPEN_BRACE, parse_group}, {JN_OP_CARET, parse_order},
        {JN_OP_ASSIGN, parse_assign},    {JN_OP_AT, parse_binding},
        {JN_OP_HASH, parse_binding},     {JN_OP_QUESTION, parse_condition},
        {JN_OP_ELVIS, parse_elvis},      {JN_OP_COALESCE, parse_coalesce},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (forms[i].op == token->op)
            return forms[i].parse(p, token, left);
    return parse_binary(p, token, left);
}
