/* SPDX-License-Identifier: Apache-2.0 */
/* Inner to the compiler of statements: values, expressions as text, conditions on keys. */
#ifndef SLRUN_DYNAMODB_PARTIQL_COMPILE_H
#define SLRUN_DYNAMODB_PARTIQL_COMPILE_H

#include "partiql/ast.h"
#include "text.h"

#define PARTIQL_PARTS_MAX 512 /* conditions joined by AND; an expression takes 300 operators */

/* A request that is put together. */
struct partiql_request {
    const struct partiql *statement;
    const struct partiql_scope *scope;
    json_t *args;   /* owned */
    json_t *names;  /* ExpressionAttributeNames, in `args` once there is one */
    json_t *values; /* ExpressionAttributeValues */
    bool is_update; /* what is rendered now is no condition */
    struct expr_error *error;
};

/* The AttributeValue that a literal or parameter is (a new reference, canonical), or NULL with the
 * error. */
json_t *partiql_value(const struct partiql_request *request, const struct partiql_node *node);

/* The item that INSERT stores; NULL with the error. */
json_t *partiql_item(const struct partiql_request *request);

/* Puts UpdateExpression into the request. */
bool partiql_put_update(struct partiql_request *request);

/* Adds a condition, a value or a path as text of DynamoDB's expressions; names and values go into
 * the request. False with the error. */
bool partiql_render(struct partiql_request *request, const struct partiql_node *node,
                    struct text *out);

/* The name of the attribute as placeholder. */
bool partiql_render_name(struct partiql_request *request, const char *name, struct text *out);

/* The conditions of a WHERE that all must hold. Those that are taken become NULL. */
struct partiql_where {
    const struct partiql_node *parts[PARTIQL_PARTS_MAX];
    size_t count;
};

/* False with the error if there are too many. */
bool partiql_where_split(struct partiql_request *request, struct partiql_where *where);

/* Takes the first condition `name = value`; NULL if there is none. */
const struct partiql_node *partiql_where_equality(struct partiql_where *where, const char *name);

/* Is it a condition with `=`? */
bool partiql_is_equality(const struct partiql_node *node);

/* Takes the first condition on the attribute `name` that a key condition may be. */
const struct partiql_node *partiql_where_range(struct partiql_where *where, const char *name);

/* What is left, joined by AND. */
bool partiql_where_rest(struct partiql_request *request, const struct partiql_where *where,
                        struct text *out);

/* Puts the member into the request's arguments; takes the reference. */
bool partiql_put(struct partiql_request *request, const char *name, json_t *value);
bool partiql_put_text(struct partiql_request *request, const char *name, struct text *text);

#endif
