/* SPDX-License-Identifier: Apache-2.0 */
/* Resolves document paths. */
#include "path.h"

#include "value_internal.h"

json_t *path_child(const json_t *container, const struct step *step)
{
    json_t *child = step->name != NULL ? json_object_get(container, step->name)
                                       : json_array_get(container, (size_t)step->index);
    return json_is_null(child) ? NULL : child; /* null: a list element that an update removed */
}

/* The container inside a value that `step` can look into. */
static json_t *container_for(const struct step *step, const json_t *value)
{
    enum value_type wanted = step->name != NULL ? VALUE_M : VALUE_L;
    return value_type_of(value) == wanted ? value_payload(value) : NULL;
}

json_t *path_parent(const struct node *path, json_t *item, const struct step **last)
{
    json_t *container = item;
    const struct step *step = path->steps;
    for (; step->next != NULL && container != NULL; step = step->next) {
        json_t *value = path_child(container, step);
        container = value != NULL ? container_for(step->next, value) : NULL;
    }
    *last = step;
    return container;
}

json_t *path_resolve(const struct node *path, const json_t *item)
{
    const struct step *last;
    const json_t *container = path_parent(path, value_loose(item), &last);
    return container != NULL ? path_child(container, last) : NULL;
}
