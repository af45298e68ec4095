/* SPDX-License-Identifier: Apache-2.0 */
/* The conditions of a WHERE, and which of them say something of the key. */
#include <string.h>
#include <strings.h>

#include "partiql/compile.h"

static bool split(struct partiql_request *request, const struct partiql_node *node,
                  struct partiql_where *where)
{
    if (node->kind == PARTIQL_AND)
        return split(request, node->args, where) && split(request, node->args->next, where);
    if (where->count == PARTIQL_PARTS_MAX)
        return expr_fail(request->error, "The expression contains too many operators");
    bool sum = node->kind == PARTIQL_SUM && strcasecmp(node->text, "like") != 0;
    if (node->kind == PARTIQL_PATH || sum || partiql_is_value(node)) {
        return expr_fail(request->error,
                         "WHERE clause must contain an expression that resolves to a boolean");
    }
    where->parts[where->count++] = node;
    return true;
}

bool partiql_where_split(struct partiql_request *request, struct partiql_where *where)
{
    const struct partiql_node *root = request->statement->where;
    return root == NULL || split(request, root, where);
}

bool partiql_is_equality(const struct partiql_node *node)
{
    return node->kind == PARTIQL_COMPARE && strcmp(node->text, "=") == 0;
}

/* Does the node test the attribute against values alone? */
static bool compares(const struct partiql_node *node, const char *name)
{
    if (node->args == NULL || !partiql_is_attribute(node->args, name))
        return false;
    for (const struct partiql_node *arg = node->args->next; arg != NULL; arg = arg->next)
        if (!partiql_is_value(arg))
            return false;
    return true;
}

static bool lists(const struct partiql_node *node, const char *name)
{
    return node->kind == PARTIQL_AND ? lists(node->args, name) || lists(node->args->next, name)
                                     : node->kind == PARTIQL_IN && compares(node, name);
}

bool partiql_lists_keys(const struct partiql *statement, const struct expr_key_schema *keys)
{
    return statement->where != NULL && lists(statement->where, keys->of[0].name);
}

const struct partiql_node *partiql_where_equality(struct partiql_where *where, const char *name)
{
    for (size_t i = 0; i < where->count; i++) {
        const struct partiql_node *node = where->parts[i];
        if (node != NULL && partiql_is_equality(node) && compares(node, name)) {
            where->parts[i] = NULL;
            return node;
        }
    }
    return NULL;
}

static bool is_range(const struct partiql_node *node)
{
    return (node->kind == PARTIQL_COMPARE && strcmp(node->text, "<>") != 0) ||
           node->kind == PARTIQL_BETWEEN ||
           (node->kind == PARTIQL_CALL && node->count == 2 &&
            strcasecmp(node->text, "begins_with") == 0);
}

const struct partiql_node *partiql_where_range(struct partiql_where *where, const char *name)
{
    for (size_t i = 0; name != NULL && i < where->count; i++) {
        const struct partiql_node *node = where->parts[i];
        if (node != NULL && is_range(node) && compares(node, name)) {
            where->parts[i] = NULL;
            return node;
        }
    }
    return NULL;
}

bool partiql_where_rest(struct partiql_request *request, const struct partiql_where *where,
                        struct text *out)
{
    bool first = true;
    for (size_t i = 0; i < where->count; i++) {
        const struct partiql_node *node = where->parts[i];
        if (node == NULL)
            continue;
        bool group = node->kind == PARTIQL_OR;
        text_add(out, "%s%s", first ? "" : " AND ", group ? "(" : "");
        first = false;
        if (!partiql_render(request, node, out))
            return false;
        text_add(out, "%s", group ? ")" : "");
    }
    return true;
}
