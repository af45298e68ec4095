/* SPDX-License-Identifier: Apache-2.0 */
/* What the actions of the grammar call to build the tree. */
#ifndef SLRUN_DYNAMODB_EXPR_PARSE_H
#define SLRUN_DYNAMODB_EXPR_PARSE_H

#include "ast.h"
#include "lexer.h"

/* Deepest tree: 300 operators leave room for nothing deeper that is valid. */
#define PARSE_DEPTH_MAX 400

struct parser {
    struct expr *expr;
    struct expr_error *error;
    const struct token *tokens;
    size_t token_count;
    size_t operators;
    bool failed;    /* error is filled; nothing more is parsed */
    bool redundant; /* parentheses around parentheses were seen */
    struct action *last_action;
    bool seen[ACTION_KIND_COUNT];
};

/* Arguments of a function or of IN, paths of a projection. */
struct node_list {
    struct node *first;
    struct node *last;
    size_t count;
};

/* All return NULL once the parser has failed, and take NULL for that. */
struct node *parse_path(struct parser *parser, const struct token *name);
struct node *parse_member(struct parser *parser, struct node *path, const struct token *name);
struct node *parse_element(struct parser *parser, struct node *path, const struct token *index);
struct node *parse_value(struct parser *parser, const struct token *token);
struct node *parse_call(struct parser *parser, const struct token *name, struct node_list args);
struct node *parse_operator(struct parser *parser, enum node_kind kind, const struct token *token,
                            struct node_list operands);
struct node *parse_compare(struct parser *parser, const struct token *token,
                           struct node_list operands);
struct node *parse_group(struct parser *parser, struct node *inner);

struct node_list parse_list(struct node *first);
struct node_list parse_append(struct node_list list, struct node *node);
struct node_list parse_pair(struct node *first, struct node *second);

void parse_action(struct parser *parser, enum action_kind kind, struct node *path,
                  struct node *value);
void parse_section(struct parser *parser, enum action_kind kind);

/* The message for the token that no rule takes. */
void parse_syntax_error(struct parser *parser, const struct token *token);
void parse_out_of_memory(struct parser *parser);

#endif
