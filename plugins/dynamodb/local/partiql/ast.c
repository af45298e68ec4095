/* SPDX-License-Identifier: Apache-2.0 */
/* The arena of a statement, and what is asked of single nodes. */
#include "partiql/ast.h"

#include <stdlib.h>
#include <string.h>

#include "expr/chunks.h"

void *partiql_alloc(struct partiql *statement, size_t size)
{
    return chunks_alloc(&statement->chunks, size);
}

void partiql_free(struct partiql *statement)
{
    if (statement != NULL)
        chunks_free(statement->chunks);
    free(statement);
}

enum partiql_kind partiql_kind(const struct partiql *statement)
{
    return statement->kind;
}

bool partiql_reads(const struct partiql *statement)
{
    return statement->kind == PARTIQL_KIND_SELECT;
}

const char *partiql_table(const struct partiql *statement)
{
    return statement->table;
}

const char *partiql_index(const struct partiql *statement)
{
    return statement->index;
}

bool partiql_returns(const struct partiql *statement)
{
    return statement->which != NULL;
}

bool partiql_is_value(const struct partiql_node *node)
{
    return node->kind >= PARTIQL_STRING_VALUE && node->kind <= PARTIQL_MAP_VALUE;
}

bool partiql_is_attribute(const struct partiql_node *node, const char *name)
{
    return name != NULL && node->kind == PARTIQL_PATH && node->count == 1 &&
           strcmp(node->args->text, name) == 0;
}
