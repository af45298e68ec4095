/* SPDX-License-Identifier: Apache-2.0 */
/* The parser, which goes by how strongly operators bind (Pratt, "Top Down Operator Precedence"). */
#ifndef SLRUN_JSONATA_PARSE_H
#define SLRUN_JSONATA_PARSE_H

#include "jsonata/syntax/node.h"

struct jn_parser {
    struct jn_run *run;
    struct jn_lexer lexer;
    struct jn_token now;
};

/* All give NULL, or false, once the run has failed. */
struct jn_node *jn_expression(struct jn_parser *p, int power);
bool jn_parser_at(const struct jn_parser *p, enum jn_operator op);
/* On to the next token; `operand`: what it passes was the end of an operand. */
bool jn_advance(struct jn_parser *p, bool operand);
/* Passes a token that must be there. */
bool jn_expect(struct jn_parser *p, enum jn_operator op, bool operand);
/* A node for a token. */
struct jn_node *jn_token_node(struct jn_parser *p, enum jn_kind kind, const struct jn_token *token);

/* parse_forms.c: what a token begins, and what it goes on with behind an operand `left`. */
struct jn_node *jn_parse_prefix(struct jn_parser *p, const struct jn_token *token);
struct jn_node *jn_parse_infix(struct jn_parser *p, const struct jn_token *token,
                               struct jn_node *left);
/* parse_call.c: (...) behind an operand: a call, or a function's definition. */
struct jn_node *jn_parse_call(struct jn_parser *p, const struct jn_token *token,
                              struct jn_node *left);

#endif
