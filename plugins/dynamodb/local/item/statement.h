/* SPDX-License-Identifier: Apache-2.0 */
/* PartiQL statements, run by the operations that do the same. */
#ifndef SLRUN_DYNAMODB_STATEMENT_H
#define SLRUN_DYNAMODB_STATEMENT_H

#include "partiql/partiql.h"
#include "service.h"

/* A statement on its way. Zeroed but for `call` and `json`. */
struct statement {
    struct call *call;  /* of the request; faults go there */
    const json_t *json; /* Statement, Parameters, ... */
    struct partiql *parsed;
    const struct table *table;
    struct partiql_scope scope;
};

/* Checks the parameters, parses the text, and finds its table and index. False with the fault. */
bool statement_check(struct statement *statement);
bool statement_parse(struct statement *statement);
bool statement_find(struct statement *statement);
void statement_clear(struct statement *statement);

/* The request for one item of a write (or of EXISTS), with TableName; NULL with the fault. */
json_t *statement_write_args(struct statement *statement);

/* The same for a SELECT of one item by its whole key; `where` (the operation's name) is for the
 * message of others. */
json_t *statement_get_args(struct statement *statement, const char *where);

/* Runs an operation on arguments (taken over) as if they were a request; `sub` has the answer's
 * shown text and needs statement_sub_clear(). NULL with the fault of the statement's call. */
json_t *statement_run(struct call *call, struct call *sub, json_t *args,
                      json_t *(*run)(struct call *call));
void statement_sub_clear(struct call *sub);

/* Runs a write; what RETURNING asks for is in *item (a new reference, or NULL). The operation's
 * answer, or NULL with the fault. */
json_t *statement_write(struct statement *statement, json_t **item);

#endif
