/* SPDX-License-Identifier: Apache-2.0 */
/* Calls, partial applications, and definitions of functions. */
#include "jsonata/syntax/parse.h"

#include "jsonata/syntax/signature.h"
#include "jsonata/values/text.h"

static bool parse_argument(struct jn_parser *p, struct jn_node *call)
{
    if (!jn_parser_at(p, JN_OP_QUESTION)) {
        jn_list_add(p->run, &call->list, jn_expression(p, 0));
        return !jn_failed(p->run);
    }
    call->kind = JN_NODE_PARTIAL;
    jn_list_add(p->run, &call->list, jn_token_node(p, JN_NODE_BLANK, &p->now));
    return jn_advance(p, false);
}

static bool parse_arguments(struct jn_parser *p, struct jn_node *call)
{
    if (!jn_parser_at(p, JN_OP_CLOSE))
        do
            if (!parse_argument(p, call))
                return false;
        while (jn_parser_at(p, JN_OP_COMMA) && jn_advance(p, false));
    return !jn_failed(p->run) && jn_expect(p, JN_OP_CLOSE, true);
}

static bool check_parameters(struct jn_parser *p, const struct jn_node *function)
{
    for (size_t i = 0; i < function->list.count; i++) {
        const struct jn_node *one = function->list.at[i];
        if (one->kind != JN_NODE_VARIABLE)
            (void)jn_fail_with(p->run, &(struct jn_failure){.code = "S0208",
                                                            .position = one->position,
                                                            .token = one->value,
                                                            .index = i + 1});
    }
    return !jn_failed(p->run);
}

/* <...> between the parameters and the body. */
static bool parse_signature(struct jn_parser *p, struct jn_node *function)
{
    struct jn_text text = {0};
    long position = p->now.position;
    if (!jn_parser_at(p, JN_OP_LESS))
        return true;
    jn_add_text(p->run, &text, "<");
    for (int depth = 1;
         depth > 0 && !jn_parser_at(p, JN_OP_OPEN_BRACE) && p->now.type != JN_TOKEN_END;) {
        if (!jn_advance(p, false))
            return false;
        depth += jn_parser_at(p, JN_OP_LESS) - jn_parser_at(p, JN_OP_MORE);
        if (p->now.value.type == JN_STRING)
            jn_add(p->run, &text, p->now.value.text, p->now.value.size);
    }
    if (!jn_expect(p, JN_OP_MORE, false))
        return false;
    function->signature = jn_signature(p->run, jn_text_value(p->run, &text));
    if (jn_failed(p->run))
        p->run->failure.position = position;
    return function->signature != NULL;
}

static struct jn_node *parse_function(struct jn_parser *p, struct jn_node *function)
{
    function->kind = JN_NODE_LAMBDA;
    function->left = NULL;
    if (!check_parameters(p, function) || !parse_signature(p, function) ||
        !jn_expect(p, JN_OP_OPEN_BRACE, false))
        return NULL;
    function->left = jn_expression(p, 0);
    return function->left && jn_expect(p, JN_OP_CLOSE_BRACE, false) ? function : NULL;
}

struct jn_node *jn_parse_call(struct jn_parser *p, const struct jn_token *token,
                              struct jn_node *left)
{
    struct jn_node *call = jn_token_node(p, JN_NODE_CALL, token);
    if (!call || !parse_arguments(p, call))
        return NULL;
    call->left = left;
    bool defines = left->kind == JN_NODE_NAME &&
                   (jn_is(left->value, "function") || jn_is(left->value, "\xCE\xBB"));
    return defines ? parse_function(p, call) : call;
}
