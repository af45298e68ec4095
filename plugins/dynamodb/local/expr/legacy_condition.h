/* SPDX-License-Identifier: Apache-2.0 */
/* The conditions of the legacy parameters. Inner to the engine: legacy.c puts them together. */
#ifndef SLRUN_DYNAMODB_EXPR_LEGACY_CONDITION_H
#define SLRUN_DYNAMODB_EXPR_LEGACY_CONDITION_H

#include "ast.h"

#define LEGACY_INVALID "One or more parameter values were invalid: "

/* What a ComparisonOperator is. */
struct legacy_rule {
    const char *name;
    size_t least; /* arguments */
    size_t most;
    unsigned types; /* of the arguments, bits */
    enum node_kind kind;
    enum comparison comparison; /* of NODE_COMPARE */
    enum function function;     /* of NODE_CALL */
    bool key;                   /* allowed in KeyConditions */
};

/* One parameter in translation. */
struct legacy {
    struct expr *expr;
    const char *parameter; /* "expected" */
    enum node_kind join;   /* NODE_AND or NODE_OR */
    struct expr_error *error;
};

/* The parts of one condition. */
struct legacy_condition {
    const char *attribute;
    const struct legacy_rule *rule;
    const json_t *values; /* array of AttributeValues; NULL: none */
};

/* Each returns NULL with the error filled. */

struct node *legacy_no_memory(struct legacy *legacy);

/* A node over one or two others (`b` may be NULL). */
struct node *legacy_join(struct legacy *legacy, enum node_kind kind, struct node *a,
                         struct node *b);

/* The rule of a ComparisonOperator; `attribute` is for the message. */
const struct legacy_rule *legacy_operator(struct legacy *legacy, const char *attribute,
                                          const json_t *name);

/* The condition, with its values checked and owned by the expression. */
struct node *legacy_translate(struct legacy *legacy, const struct legacy_condition *condition);

/* Stands for an operator that keys do not know, until it is known which keys there are. */
struct node *legacy_foreign(struct legacy *legacy, const struct legacy_condition *condition);

#endif
