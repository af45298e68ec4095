/* SPDX-License-Identifier: Apache-2.0 */
/* What a SELECT with paths into attributes answers. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "partiql/ast.h"

enum { COLUMN_MAX = 24 };

bool partiql_picks(const struct partiql *statement)
{
    const struct partiql_node *path = statement->paths;
    while (path != NULL && path->count == 1)
        path = path->next;
    return path != NULL;
}

/* What stands at the step of a value (borrowed), or NULL. */
static json_t *child(const json_t *value, const struct partiql_node *step)
{
    const json_t *payload = value_payload(value);
    if (!step->is_index)
        return value_type_of(value) == VALUE_M ? json_object_get(payload, step->text) : NULL;
    errno = 0;
    unsigned long long index = strtoull(step->text, NULL, 10);
    return value_type_of(value) == VALUE_L && errno == 0 ? json_array_get(payload, (size_t)index)
                                                         : NULL;
}

static json_t *resolve(const json_t *item, const struct partiql_node *path)
{
    json_t *value = json_object_get(item, path->args->text);
    for (const struct partiql_node *step = path->args->next; value != NULL && step != NULL;
         step = step->next)
        value = child(value, step);
    return value;
}

/* The path's last name; an element of a list is called after its place in the SELECT. */
static const char *column(const struct partiql_node *path, size_t place, char text[COLUMN_MAX])
{
    const struct partiql_node *last = path->args;
    while (last->next != NULL)
        last = last->next;
    if (!last->is_index)
        return last->text;
    snprintf(text, COLUMN_MAX, "_%zu", place);
    return text;
}

json_t *partiql_pick(const struct partiql *statement, const json_t *item)
{
    char text[COLUMN_MAX];
    size_t place = 1;
    json_t *out = json_object();
    for (const struct partiql_node *path = statement->paths; out != NULL && path != NULL;
         path = path->next, place++) {
        json_t *value = resolve(item, path);
        if (value != NULL && json_object_set(out, column(path, place, text), value) != 0) {
            json_decref(out);
            out = NULL;
        }
    }
    return out;
}
