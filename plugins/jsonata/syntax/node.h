/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tree of an expression. The parser makes it as the grammar has it; shape.c then turns what
 * stands beside `.`, `[`, `{`, `^`, `@` and `#` into paths of steps, which is what is evaluated.
 */
#ifndef SLRUN_JSONATA_NODE_H
#define SLRUN_JSONATA_NODE_H

#include "jsonata/run.h"
#include "jsonata/syntax/token.h"

enum jn_kind {
    JN_NODE_END, /* of the expression, where something should stand */
    JN_NODE_NAME,
    JN_NODE_TEXT,
    JN_NODE_NUMBER,
    JN_NODE_CONSTANT, /* true, false, null */
    JN_NODE_WILDCARD,
    JN_NODE_DESCENDANTS,
    JN_NODE_PARENT,
    JN_NODE_VARIABLE,
    JN_NODE_REGEX,
    JN_NODE_WORD,  /* and, or, in where a name may stand */
    JN_NODE_BLANK, /* ? as an argument */
    JN_NODE_BINARY,
    JN_NODE_MINUS,  /* of `left` */
    JN_NODE_ARRAY,  /* of `list` */
    JN_NODE_OBJECT, /* of `list`: name, value, name, value... */
    JN_NODE_BLOCK,
    JN_NODE_CONDITION, /* `left` ? `right` : `other` */
    JN_NODE_CALL,      /* of `left` with `list` */
    JN_NODE_PARTIAL,
    JN_NODE_LAMBDA,    /* of variables in `list`; its body is `left` */
    JN_NODE_TRANSFORM, /* |left|right, other| */
    /* made by shape.c */
    JN_NODE_PATH, /* of steps in `list` */
    JN_NODE_SORT, /* by terms in `list` */
    JN_NODE_TERM, /* `left`, perhaps descending */
    JN_NODE_BIND,
    JN_NODE_APPLY,
    JN_NODE_FILTER, /* by `left` */
    JN_NODE_INDEX   /* bound to the variable `value` */
};

struct jn_list {
    struct jn_node **at;
    size_t count, room;
};

/* What % refers to: the input of a step some levels before, under a name of its own. */
struct jn_slot {
    struct jn label;
    int level;
};

struct jn_node {
    enum jn_kind kind;
    enum jn_operator op; /* of what it was made */
    long position;
    struct jn value; /* a name, a text, a number, a constant */
    struct jn_node *left, *right, *other;
    struct jn_list list;
    struct jn_list predicates; /* of its value */
    struct jn_list stages;     /* as a step: filters and indices, in their order */
    struct jn_node *group;     /* an object of what it finds */
    struct jn focus, index;    /* variables that the step binds: its value, its place */
    struct jn_slot *slot;      /* of a parent */
    struct jn_slot *ancestor;  /* bound to the input of the step */
    struct jn_slot **seeking;  /* slots within it whose step stands before it */
    size_t seeking_count;
    const struct jn_signature *signature;
    struct jn_pattern *pattern;
    bool keep;       /* [] stands behind it */
    bool keep_path;  /* of a path: behind one of its steps */
    bool cons;       /* an array that steps do not flatten */
    bool tuple;      /* it binds variables */
    bool thunk;      /* a call at the end of a function */
    bool descending; /* of a term */
};

struct jn_node *jn_node(struct jn_run *run, enum jn_kind kind, long position);
/* Another node with all below it; NULL: the run has failed. */
struct jn_node *jn_node_copy(struct jn_run *run, const struct jn_node *node);
void jn_list_add(struct jn_run *run, struct jn_list *list, struct jn_node *node);

/* parse.c: the tree as the grammar has it; NULL: the run has failed. */
struct jn_node *jn_parse(struct jn_run *run, const char *text, size_t size);
/* shape.c: the tree as it is evaluated; NULL: the run has failed. */
struct jn_node *jn_shape(struct jn_run *run, struct jn_node *raw);

/* parent.c: slots of `from` are sought by whoever has `into`. */
void jn_seek_more(struct jn_run *run, struct jn_node *into, const struct jn_node *from);
void jn_seek_slot(struct jn_run *run, struct jn_node *into, struct jn_slot *slot);
/* Goes up through a step for a slot; fails (S0217) where nothing has a parent. */
void jn_seek_parent(struct jn_run *run, struct jn_node *step, struct jn_slot *slot);
/* Finds the steps that the last one of a path seeks. */
void jn_seek_in_path(struct jn_run *run, struct jn_node *path);
#endif
