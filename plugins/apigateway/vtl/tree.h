/* SPDX-License-Identifier: Apache-2.0 */
/* A template, parsed. Nodes are freed by their list (tree.c). */
#ifndef SLRUN_APIGATEWAY_VTL_TREE_H
#define SLRUN_APIGATEWAY_VTL_TREE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "vtl/vtl.h"

enum vtl_kind {
    /* of the text */
    VTL_TEXT, /* text, n */
    VTL_REFERENCE,
    VTL_SET,     /* left a reference, right an expression */
    VTL_IF,      /* left the condition, body, other: what stands after #else, or an #if */
    VTL_FOREACH, /* text the variable, left the list, body */
    VTL_BREAK,
    VTL_STOP,
    /* of expressions */
    VTL_LITERAL, /* json */
    VTL_QUOTED,  /* body: "..." with references in it */
    VTL_LIST,    /* body: its elements */
    VTL_MAP,     /* body: key, value, key, value */
    VTL_RANGE,
    VTL_NOT,
    VTL_NEGATIVE,
    VTL_BINARY, /* op, left, right */
    /* of references: what follows the name, in `body` */
    VTL_PROPERTY, /* text */
    VTL_METHOD,   /* text, body: the arguments */
    VTL_INDEX     /* left */
};

enum vtl_op {
    VTL_OR,
    VTL_AND,
    VTL_EQ,
    VTL_NE,
    VTL_LT,
    VTL_LE,
    VTL_GT,
    VTL_GE,
    VTL_ADD,
    VTL_SUB,
    VTL_MUL,
    VTL_DIV,
    VTL_MOD
};

struct vtl_node {
    enum vtl_kind kind;
    enum vtl_op op;
    const char *text; /* the name of a reference, property, method; NUL-terminated copy */
    size_t n;
    const char *source; /* of a reference as it is written, `n_source` bytes */
    size_t n_source;
    bool quiet, escaped;
    json_t *json;
    struct vtl_node *left, *right, *body, *other;
    struct vtl_node *next; /* beside it */
    struct vtl_node *made; /* the list that frees them */
};

struct vtl_parser {
    const char *at, *start;
    struct vtl_node *made;
    int depth;
    char *error; /* VTL_ERROR_MAX bytes; "" while nothing is wrong */
};

/* parse.c: the template up to its end, or to an #end, #else, #elseif that belongs to an outer
 * directive. NULL where there is nothing. */
struct vtl_node *vtl_parse_block(struct vtl_parser *p, int inner);
/* Whether a reference begins here. */
bool vtl_is_reference(const char *at);
struct vtl_node *vtl_parse_reference(struct vtl_parser *p, bool in_text);

/* parse_expr.c */
struct vtl_node *vtl_parse_expression(struct vtl_parser *p);
/* Expressions apart by commas up to `close`, which is taken. */
struct vtl_node *vtl_parse_arguments(struct vtl_parser *p, char close);
void vtl_blanks(struct vtl_parser *p);
/* Takes `word` behind blanks; an error where it does not stand here. */
void vtl_want(struct vtl_parser *p, const char *word);

/* tree.c */
struct vtl_node *vtl_node_new(struct vtl_parser *p, enum vtl_kind kind);
void vtl_free(struct vtl_node *made);
void vtl_fail(struct vtl_parser *p, const char *what);
bool vtl_failed(const struct vtl_parser *p);
/* A copy that is freed with `node`. */
void vtl_node_text(struct vtl_parser *p, struct vtl_node *node, const char *text, size_t n);
/* Puts `node` at the end of a list whose last link is *end. */
void vtl_append(struct vtl_node ***end, struct vtl_node *node);

#endif
