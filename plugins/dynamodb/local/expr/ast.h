/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The parsed form of all five kinds of expression. Inner to the engine; callers see struct expr as
 * opaque. All nodes live in the arena of their struct expr and are freed with it.
 */
#ifndef SLRUN_DYNAMODB_EXPR_AST_H
#define SLRUN_DYNAMODB_EXPR_AST_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "error.h"
#include "expr.h"

/* One element of a document path. */
struct step {
    struct step *next;
    const char
        *name; /* attribute name, resolved from a placeholder by the checks; NULL: an index */
    const char *source;  /* as written: "a", "#a", "3" */
    bool placeholder;    /* source is "#..." */
    unsigned long index; /* ULONG_MAX where the text is out of AWS's range */
};

enum node_kind {
    NODE_PATH,    /* a document path: steps */
    NODE_VALUE,   /* ":v": source and, after the checks, value */
    NODE_CALL,    /* name(args) */
    NODE_COMPARE, /* args[0] word args[1] */
    NODE_BETWEEN, /* args: value, lower, upper */
    NODE_IN,      /* args: value, then the list */
    NODE_AND,
    NODE_OR,
    NODE_NOT,
    NODE_PLUS, /* only in SET */
    NODE_MINUS
};

enum function {
    FUNCTION_NONE, /* not a function of DynamoDB */
    FUNCTION_ATTRIBUTE_EXISTS,
    FUNCTION_ATTRIBUTE_NOT_EXISTS,
    FUNCTION_ATTRIBUTE_TYPE,
    FUNCTION_BEGINS_WITH,
    FUNCTION_CONTAINS,
    FUNCTION_SIZE,
    FUNCTION_IF_NOT_EXISTS,
    FUNCTION_LIST_APPEND
};

enum comparison { COMPARE_EQ, COMPARE_NE, COMPARE_LT, COMPARE_LE, COMPARE_GT, COMPARE_GE };

struct node {
    enum node_kind kind;
    bool grouped;        /* stands in parentheses */
    unsigned depth;      /* nodes from here to the deepest leaf */
    struct node *next;   /* the next argument of the same parent */
    struct node *args;   /* the first argument */
    size_t arg_count;    /* arguments, or steps of a path */
    const char *source;  /* operator, function name or placeholder as written */
    struct step *steps;  /* NODE_PATH */
    const json_t *value; /* NODE_VALUE: canonical, owned by the expression's `values` */
    enum function function;
    enum comparison comparison;
};

enum action_kind { ACTION_SET, ACTION_REMOVE, ACTION_ADD, ACTION_DELETE, ACTION_KIND_COUNT };

/* One action of an update. */
struct action {
    enum action_kind kind;
    struct action *next;
    struct node *path;
    struct node *value; /* NULL for REMOVE */
};

/* Document paths as a tree: what a projection copies. Indexes of one parent stand in order. */
struct branch {
    struct branch *next;
    struct branch *children; /* NULL: the whole value below here */
    const char *name;        /* NULL: an index */
    unsigned long index;
};

struct chunk; /* of the arena */

struct expr {
    enum expr_kind kind;
    struct chunk *chunks;
    json_t *values; /* owned: what NODE_VALUE nodes point into */
    struct node *condition;
    struct action *actions;
    const char *repeated; /* the update section that stands twice, NULL if none */
    struct node *paths;   /* of a projection, linked by next */
    struct branch *tree;  /* paths that a projection copies or an update touches */
    bool legacy;          /* of AttributeUpdates: other messages */
    const char **heads;   /* distinct top-level attributes, NULL at the end */
};

/* A new, empty expression, or NULL without memory. */
struct expr *expr_new(enum expr_kind kind);

/* Zeroed memory of the expression's arena; NULL without memory. */
void *expr_alloc(struct expr *expr, size_t size);

/* A copy of `length` bytes and a NUL in the arena. */
char *expr_copy(struct expr *expr, const char *text, size_t length);

/* A document path of one step: the attribute `name`. */
struct node *expr_new_path(struct expr *expr, const char *name);

/* A node with `value` (which expr->values must own). */
struct node *expr_new_value(struct expr *expr, const json_t *value);

/* Fills the tree and the heads once the paths are resolved. */
bool expr_finish(struct expr *expr, struct expr_error *error);

/* Calls `visit` on every document path of the expression until it says false; false then. */
typedef bool expr_path_visit(const struct node *path, void *context);
bool expr_each_path(const struct expr *expr, expr_path_visit *visit, void *context);

/* Fills `error` with "Invalid <kind>Expression: " and the formatted text; returns false. */
bool expr_reject(const struct expr *expr, struct expr_error *error, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The static type of an operand: a value's own, N for size(), VALUE_NONE where the item decides. */
enum value_type node_type(const struct node *node);

#endif
