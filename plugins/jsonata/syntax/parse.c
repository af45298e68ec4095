/* SPDX-License-Identifier: Apache-2.0 */
#include "jsonata/syntax/parse.h"

#include "jsonata/functions/pattern.h"

struct jn_node *jn_token_node(struct jn_parser *p, enum jn_kind kind, const struct jn_token *token)
{
    struct jn_node *node = jn_node(p->run, kind, token->position);
    if (!node)
        return NULL;
    node->op = token->op;
    node->value = token->value;
    return node;
}

bool jn_parser_at(const struct jn_parser *p, enum jn_operator op)
{
    return p->now.type == JN_TOKEN_OPERATOR && p->now.op == op;
}

bool jn_advance(struct jn_parser *p, bool operand)
{
    p->now = jn_token_next(&p->lexer, operand);
    return !jn_failed(p->run);
}

bool jn_expect(struct jn_parser *p, enum jn_operator op, bool operand)
{
    if (jn_parser_at(p, op))
        return jn_advance(p, operand);
    (void)jn_fail_with(p->run,
                       &(struct jn_failure){.code = p->now.type == JN_TOKEN_END ? "S0203" : "S0202",
                                            .position = p->now.position,
                                            .token = p->now.value,
                                            .value = jn_literal(jn_operator_text(op))});
    return false;
}

static struct jn_node *regex(struct jn_parser *p, const struct jn_token *token)
{
    struct jn_node *node = jn_token_node(p, JN_NODE_REGEX, token);
    if (node)
        node->pattern = jn_pattern(p->run, token->value, token->flags);
    return node;
}

static struct jn_node *prefix(struct jn_parser *p, const struct jn_token *token)
{
    static const enum jn_kind kinds[] = {
        [JN_TOKEN_END] = JN_NODE_END,           [JN_TOKEN_NAME] = JN_NODE_NAME,
        [JN_TOKEN_VARIABLE] = JN_NODE_VARIABLE, [JN_TOKEN_TEXT] = JN_NODE_TEXT,
        [JN_TOKEN_NUMBER] = JN_NODE_NUMBER,     [JN_TOKEN_CONSTANT] = JN_NODE_CONSTANT,
    };
    if (token->type == JN_TOKEN_OPERATOR)
        return jn_parse_prefix(p, token);
    return token->type == JN_TOKEN_REGEX ? regex(p, token)
                                         : jn_token_node(p, kinds[token->type], token);
}

static int power_of(const struct jn_token *token)
{
    return token->type == JN_TOKEN_OPERATOR ? jn_operator_power(token->op) : 0;
}

struct jn_node *jn_expression(struct jn_parser *p, int power)
{
    struct jn_token token = p->now;
    struct jn_node *left = NULL;
    if (!jn_enter(p->run))
        return NULL;
    if (jn_advance(p, true))
        left = prefix(p, &token);
    while (left && !jn_failed(p->run) && power < power_of(&p->now)) {
        token = p->now;
        left = jn_advance(p, false) ? jn_parse_infix(p, &token, left) : NULL;
    }
    jn_leave(p->run);
    return jn_failed(p->run) ? NULL : left;
}

struct jn_node *jn_parse(struct jn_run *run, const char *text, size_t size)
{
    struct jn own = jn_copy(run, text, size);
    if (own.type != JN_STRING)
        return NULL;
    struct jn_parser p = {run, {run, own.text, own.text, own.text + size}, {0}};
    if (!jn_advance(&p, false))
        return NULL;
    struct jn_node *root = jn_expression(&p, 0);
    if (root && p.now.type != JN_TOKEN_END)
        (void)jn_fail_with(run, &(struct jn_failure){.code = "S0201",
                                                     .position = p.now.position,
                                                     .token = p.now.value});
    return jn_failed(run) ? NULL : root;
}
