/* SPDX-License-Identifier: Apache-2.0 */
/* The parsed form of a PartiQL statement. All nodes live in the arena of their statement. */
#ifndef SLRUN_DYNAMODB_PARTIQL_AST_H
#define SLRUN_DYNAMODB_PARTIQL_AST_H

#include <stdbool.h>
#include <stddef.h>

#include "partiql/partiql.h"

#define PARTIQL_DEPTH_MAX 400 /* nodes below each other: more than any expression may have */

enum partiql_node_kind {
    PARTIQL_PATH,    /* args: steps */
    PARTIQL_STEP,    /* text: a name, or the digits of an index */
    PARTIQL_CALL,    /* text: the function's name */
    PARTIQL_COMPARE, /* text: the operator */
    PARTIQL_BETWEEN, /* args: value, lower, upper */
    PARTIQL_IN,      /* args: value, then the list */
    PARTIQL_AND,
    PARTIQL_OR,
    PARTIQL_NOT,
    PARTIQL_MISSING, /* IS MISSING */
    PARTIQL_IS_TYPE, /* args: value; text: the type's name; NULL is one, too */
    PARTIQL_SUM,     /* text: "+" or "-", or an operator that is never taken */
    PARTIQL_SET,     /* args: path, value */
    PARTIQL_REMOVE,  /* args: path */
    PARTIQL_STRING_VALUE,
    PARTIQL_NUMBER_VALUE,
    PARTIQL_TRUE_VALUE,
    PARTIQL_FALSE_VALUE,
    PARTIQL_NULL_VALUE,
    PARTIQL_PARAMETER_VALUE, /* index: which of them, from 0 */
    PARTIQL_LIST_VALUE,
    PARTIQL_BAG_VALUE,
    PARTIQL_MISSING_VALUE,
    PARTIQL_MAP_VALUE, /* args: members */
    PARTIQL_MEMBER     /* text: its name; args: its value */
};

/* Where something stands in a statement: characters count from 1. */
struct partiql_place {
    unsigned line;
    unsigned column;
    unsigned length;
};

#define PARTIQL_AT            " at %u:%u:%u" /* behind AWS's messages, for PARTIQL_PLACE */
#define PARTIQL_PLACE(object) (object)->place.line, (object)->place.column, (object)->place.length

struct partiql_node {
    enum partiql_node_kind kind;
    bool is_index;   /* STEP: of a list */
    bool is_name;    /* MEMBER: its name stands without quotes, or in double ones */
    bool descending; /* of ORDER BY */
    unsigned depth;  /* nodes from here to the deepest leaf */
    size_t index;
    size_t count; /* of args */
    struct partiql_node *next;
    struct partiql_node *args;
    const char *text; /* without quotes */
    struct partiql_place place;
};

struct chunk;

struct partiql {
    enum partiql_kind kind;
    const char *table;
    const char *index;            /* NULL: the table itself */
    size_t components;            /* of the name in FROM */
    struct partiql_node *paths;   /* of SELECT; NULL: all */
    struct partiql_node *item;    /* of INSERT */
    struct partiql_node *actions; /* of UPDATE */
    struct partiql_node *where;
    struct partiql_node *order;
    const char *which; /* of RETURNING: ALL or MODIFIED; NULL: there is none */
    const char *age;   /* OLD or NEW */
    size_t parameters;
    struct chunk *chunks; /* of the arena (expr/chunks.h) */
};

/* Zeroed memory of the arena; NULL without memory. */
void *partiql_alloc(struct partiql *statement, size_t size);

/* Is the node a literal value or a parameter? */
bool partiql_is_value(const struct partiql_node *node);

/* Is the node the path of one step that is the attribute `name`? */
bool partiql_is_attribute(const struct partiql_node *node, const char *name);

#endif
