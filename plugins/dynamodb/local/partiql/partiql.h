/* SPDX-License-Identifier: Apache-2.0 */
/*
 * PartiQL for DynamoDB (Developer Guide, "PartiQL - a SQL-compatible query language for Amazon
 * DynamoDB"): a statement is parsed, and then compiled to the arguments of the operation that does
 * the same. Nothing is evaluated here.
 */
#ifndef SLRUN_DYNAMODB_PARTIQL_PARTIQL_H
#define SLRUN_DYNAMODB_PARTIQL_PARTIQL_H

#include <jansson.h>
#include <stdbool.h>

#include "expr/expr.h"

#define PARTIQL_TEXT_MAX 8192 /* bytes of a statement */

/* How messages about statements that cannot be parsed begin. */
#define PARTIQL_MALFORMED "Statement wasn't well formed, can't be processed: "

enum partiql_kind {
    PARTIQL_KIND_SELECT,
    PARTIQL_KIND_INSERT,
    PARTIQL_KIND_UPDATE,
    PARTIQL_KIND_DELETE,
    PARTIQL_KIND_EXISTS /* EXISTS(SELECT ...), a condition of transactions */
};

struct partiql;

/* Parses a statement. NULL with AWS's message. Free with partiql_free. */
struct partiql *partiql_parse(const char *text, struct expr_error *error);
void partiql_free(struct partiql *statement); /* NULL is fine */

enum partiql_kind partiql_kind(const struct partiql *statement);
bool partiql_reads(const struct partiql *statement); /* is it a SELECT? */
const char *partiql_table(const struct partiql *statement);
const char *partiql_index(const struct partiql *statement); /* NULL: none */
bool partiql_returns(const struct partiql *statement);      /* has it a RETURNING? */

/* Must the partition key be one of the values of an IN? */
bool partiql_lists_keys(const struct partiql *statement, const struct expr_key_schema *keys);

/* Are all elements of the array (NULL: none) values that a statement takes? */
bool partiql_check_parameters(const json_t *parameters, struct expr_error *error);

/* What a statement is compiled with. */
struct partiql_scope {
    const struct expr_key_schema *keys; /* of the table, or of the index that is read */
    const json_t *parameters;           /* array of AttributeValues, or NULL */
};

/* The members of a request that do what the statement says, as a new object without TableName and
 * IndexName; NULL with AWS's message.
 *   - select: of Query or, where the partition key has no equality (*query is false), of Scan;
 *   - get: of GetItem, for a SELECT that names exactly the whole key (otherwise *whole is false and
 *     the result is NULL without a message);
 *   - write: of PutItem, UpdateItem, DeleteItem, or of a ConditionCheck. */
json_t *partiql_select(const struct partiql *statement, const struct partiql_scope *scope,
                       bool *query, struct expr_error *error);
json_t *partiql_get(const struct partiql *statement, const struct partiql_scope *scope, bool *whole,
                    struct expr_error *error);
json_t *partiql_write(const struct partiql *statement, const struct partiql_scope *scope,
                      struct expr_error *error);

/* Has SELECT paths into attributes? Then what it answers is made by partiql_pick: an item with the
 * value of each path under the last name of the path. NULL without memory. */
bool partiql_picks(const struct partiql *statement);
json_t *partiql_pick(const struct partiql *statement, const json_t *item);

#endif
