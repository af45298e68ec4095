/* SPDX-License-Identifier: Apache-2.0 */
/* What the actions of the grammar call to build a statement. */
#ifndef SLRUN_DYNAMODB_PARTIQL_PARSE_H
#define SLRUN_DYNAMODB_PARTIQL_PARSE_H

#include "partiql/ast.h"
#include "partiql/lexer.h"

struct partiql_parser {
    struct partiql *statement;
    struct expr_error *error;
    const struct partiql_token *tokens;
    size_t count;  /* of the tokens, with the one at the end */
    bool failed;   /* error is filled; nothing more is parsed */
    bool complete; /* the whole statement was taken */
    bool probing;  /* only whether it is complete is of interest */
    struct partiql_node **last_action;
};

struct partiql_list {
    struct partiql_node *first;
    struct partiql_node *last;
    size_t count;
};

/* All return NULL once the parser has failed, and take NULL for that. */
struct partiql_node *partiql_parse_node(struct partiql_parser *parser, enum partiql_node_kind kind,
                                        const struct partiql_token *token,
                                        struct partiql_list args);
struct partiql_node *partiql_parse_leaf(struct partiql_parser *parser, enum partiql_node_kind kind,
                                        const struct partiql_token *token);
struct partiql_node *partiql_parse_negative(struct partiql_parser *parser,
                                            const struct partiql_token *number);
struct partiql_node *partiql_parse_parameter(struct partiql_parser *parser,
                                             const struct partiql_token *token);
struct partiql_node *partiql_parse_path(struct partiql_parser *parser,
                                        const struct partiql_token *name);
struct partiql_node *partiql_parse_step(struct partiql_parser *parser, struct partiql_node *path,
                                        const struct partiql_token *token);

/* An index below 0, which no list has. */
void partiql_parse_negative_step(struct partiql_parser *parser, const struct partiql_token *number);

struct partiql_node *partiql_parse_not(struct partiql_parser *parser,
                                       const struct partiql_token *token,
                                       struct partiql_node *node);

/* A comparison whose path, if it has one, stands on the left. */
struct partiql_node *partiql_parse_compare(struct partiql_parser *parser,
                                           const struct partiql_token *token,
                                           struct partiql_node *left, struct partiql_node *right);
struct partiql_node *partiql_parse_in(struct partiql_parser *parser,
                                      const struct partiql_token *token, struct partiql_node *value,
                                      struct partiql_list list);

/* `value IS type`, or what NOT says of it. */
struct partiql_node *partiql_parse_is(struct partiql_parser *parser, struct partiql_node *value,
                                      const struct partiql_token *no,
                                      const struct partiql_token *type);

/* What INSERT stores: the node, if it is a map. */
void partiql_parse_item(struct partiql_parser *parser, struct partiql_node *node);

void partiql_parse_source(struct partiql_parser *parser, const struct partiql_token *name);
/* SET of a path and its value; REMOVE of a path, whose keyword may stand further before. */
void partiql_parse_set(struct partiql_parser *parser, const struct partiql_token *token,
                       struct partiql_list pair);
void partiql_parse_remove(struct partiql_parser *parser, struct partiql_node *path);

struct partiql_list partiql_list_of(struct partiql_node *node);
struct partiql_list partiql_list_add(struct partiql_list list, struct partiql_node *node);
struct partiql_list partiql_pair(struct partiql_node *first, struct partiql_node *second);

/* The first message counts. */
void partiql_reject(struct partiql_parser *parser, const char *message);
void partiql_reject_at(struct partiql_parser *parser, const char *message,
                       const struct partiql_place *place);

/* Of syntax.c: what AWS says behind the colon where reading stopped at the token. */
void partiql_syntax_error(struct partiql_parser *parser, const struct partiql_token *token);

/* Were the tokens before this one a statement by themselves? */
bool partiql_is_leftover(const struct partiql_parser *parser, const struct partiql_token *token);

void partiql_out_of_memory(struct partiql_parser *parser);

#endif
