/* SPDX-License-Identifier: Apache-2.0 */
/*
 * DynamoDB expressions: parse once, evaluate on items (Developer Guide, "Using expressions in
 * DynamoDB").
 *
 * Use, in this order:
 *   - expr_scope_open with the ExpressionAttributeNames and -Values of the request;
 *   - expr_parse for each expression of the request (AWS: update, condition, key condition, filter,
 *     projection), then expr_scope_all_used;
 *   - expr_matches, expr_update, expr_project, expr_key_query as often as wanted;
 *   - expr_free for each expression, expr_scope_close.
 *
 * A parsed expression keeps its own references: it stays valid after its scope is closed, also on
 * another thread as long as only one uses it at a time. Parsing and evaluation touch no global
 * state. Items and values given to the evaluating functions must be canonical (value.h).
 */
#ifndef SLRUN_DYNAMODB_EXPR_EXPR_H
#define SLRUN_DYNAMODB_EXPR_EXPR_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "error.h"
#include "value.h"

#define EXPR_TEXT_MAX      4096 /* bytes of one expression */
#define EXPR_OPERATORS_MAX 300  /* operators in one expression */
#define EXPR_IN_MAX        100  /* operands of IN */
#define EXPR_PATH_MAX      32   /* elements of a document path */

enum expr_kind {
    EXPR_CONDITION,     /* ConditionExpression */
    EXPR_FILTER,        /* FilterExpression */
    EXPR_KEY_CONDITION, /* KeyConditionExpression */
    EXPR_UPDATE,        /* UpdateExpression */
    EXPR_PROJECTION,    /* ProjectionExpression */
    EXPR_KIND_COUNT
};

struct expr_scope; /* the placeholders of one request, and which of them were used */
struct expr;       /* one parsed expression */

/* The parameter's name: "ConditionExpression", ... */
const char *expr_kind_name(enum expr_kind kind);

/* Checks and takes the placeholders of a request. `names` (object of "#n" to string) and `values`
 * (object of ":v" to AttributeValue, need not be canonical) may be NULL. NULL with the error: bad
 * placeholder syntax, empty object, invalid value ("ExpressionAttributeValues contains invalid
 * value: ..."). The result is freed with expr_scope_close. */
struct expr_scope *expr_scope_open(const json_t *names, const json_t *values,
                                   struct expr_error *error);
void expr_scope_close(struct expr_scope *scope); /* NULL is fine */

/* AWS refuses placeholders that no expression of the request uses ("Value provided in
 * ExpressionAttributeValues unused in expressions: keys: {:a}"). For after the last expr_parse. */
bool expr_scope_all_used(const struct expr_scope *scope, struct expr_error *error);

/* Parses and checks one expression: syntax, limits, reserved words, placeholders, operand types,
 * overlapping paths. NULL with AWS's message ("Invalid UpdateExpression: Syntax error; ..."). Free
 * with expr_free. */
struct expr *expr_parse(struct expr_scope *scope, enum expr_kind kind, const char *text,
                        struct expr_error *error);
void expr_free(struct expr *expr); /* NULL is fine */

/* Does `item` fulfil a condition or filter? `item` NULL is the item that does not exist (an empty
 * one). Never fails: what AWS checks against values it checks in expr_parse; the rest compares
 * false (so does a comparison that runs out of memory). A NULL `expr` is fulfilled. */
bool expr_matches(const struct expr *expr, const json_t *item);

/* Applies an update. `item` is the present item, or for a new item an object with its key
 * attributes; it is not changed. Old and new items share values: neither may be changed in place
 * afterwards. On success the caller owns (json_decref) the fields of *out; on failure they are
 * NULL. */
struct expr_updated {
    json_t *item; /* the whole new item */
    json_t *old; /* what UPDATED_OLD returns: the touched paths as they were in `item` (maybe {}) */
    json_t *now; /* what UPDATED_NEW returns: the touched paths in the new item (maybe {}) */
};
bool expr_update(const struct expr *expr, const json_t *item, struct expr_updated *out,
                 struct expr_error *error);
void expr_updated_clear(struct expr_updated *updated);

/* A new item with only the projected paths; {} when none is there. NULL without memory. */
json_t *expr_project(const struct expr *expr, const json_t *item);

/* Does the expression name the top-level attribute `name`? For an update: does it write it? */
bool expr_touches(const struct expr *expr, const char *name);

/* Visits the top-level attribute names an expression reads or writes, each once (e.g. to answer
 * Select and index projection questions). `index` counts from 0; NULL after the last. Borrowed. */
const char *expr_attribute(const struct expr *expr, size_t index);

/* Does the expression look into the attribute `name`, as in name.x or name[0]? AWS refuses that for
 * key attributes: "Key attributes must be scalars; list random access '[]' and map lookup '.' are
 * not allowed: Key: name" (IndexKey: for an index). */
bool expr_looks_into(const struct expr *expr, const char *name);

/* Does the update have a SET or ADD action? One without makes no item where none is. */
bool expr_creates(const struct expr *expr);

/* The key of a table or index: the attributes of its partition key, then those of its sort key.
 * Only a global secondary index has several of a kind (Developer Guide, "Multi-attribute keys
 * pattern"). Names are borrowed; behind the last the name is NULL. */
enum { EXPR_KEY_PART_MAX = 4, EXPR_KEY_MAX = 2 * EXPR_KEY_PART_MAX };

struct expr_key_attribute {
    const char *name;
    enum value_type type;
};

struct expr_key_schema {
    struct expr_key_attribute of[EXPR_KEY_MAX];
    size_t n_hash; /* the first of them are the partition key */
    size_t n;
};

/* The type of what an update writes to the attribute `name` as a whole; VALUE_NONE where it does
 * not, or the item decides. */
enum value_type expr_written_type(const struct expr *expr, const char *name);

/* An update may not write key attributes: "Cannot update attribute X. This attribute is part of the
 * key". For any kind but EXPR_UPDATE it is true. */
bool expr_check_update_keys(const struct expr *expr, const struct expr_key_schema *keys,
                            struct expr_error *error);

/* A query's filter may not use key attributes of the table or index that is read: "Filter
 * Expression can only contain non-primary key attributes: Primary key attribute: X". */
bool expr_check_filter_keys(const struct expr *expr, const struct expr_key_schema *keys,
                            struct expr_error *error);

enum expr_range_op {
    EXPR_RANGE_ALL, /* no condition on the sort key */
    EXPR_RANGE_EQ,
    EXPR_RANGE_LT,
    EXPR_RANGE_LE,
    EXPR_RANGE_GT,
    EXPR_RANGE_GE,
    EXPR_RANGE_BETWEEN, /* low and high, both included */
    EXPR_RANGE_BEGINS_WITH,
    EXPR_RANGE_NONE /* what keys do not know; expr_key_query refuses it */
};

/* What a query asks of the key: the values of the partition key, `n_equal` values that the first
 * attributes of the sort key must have, and `op` on the next one (EXPR_RANGE_ALL: nothing more).
 * Values are canonical and borrowed from the expression. `low` is the operand of the one-operand
 * forms. */
struct expr_key_query {
    const json_t *hash[EXPR_KEY_PART_MAX];
    const json_t *equal[EXPR_KEY_PART_MAX];
    size_t n_equal;
    enum expr_range_op op;
    const json_t *low;
    const json_t *high;
};

/* The checks of a key condition that need no schema ("Invalid operator used in
 * KeyConditionExpression: OR", "Conditions can be of length 1 or 2 only", ...). AWS makes them
 * before it looks for the table. The length of KeyConditions counts where no `index` is read, whose
 * key may be longer. */
bool expr_check_key_condition(const struct expr *expr, bool index, struct expr_error *error);

/* Reads a key condition against a schema; includes expr_check_key_condition. False with AWS's
 * message: "Query condition missed key schema element: X", "Query key condition not supported",
 * type mismatches, BETWEEN bounds in the wrong order... */
bool expr_key_query(const struct expr *expr, const struct expr_key_schema *keys,
                    struct expr_key_query *out, struct expr_error *error);

/* The part of expr_key_query that is about the partition key. */
bool expr_key_check_hash(const struct expr *expr, const struct expr_key_schema *keys,
                         struct expr_error *error);

#endif
