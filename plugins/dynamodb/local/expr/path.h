/* SPDX-License-Identifier: Apache-2.0 */
/* Document paths in items. */
#ifndef SLRUN_DYNAMODB_EXPR_PATH_H
#define SLRUN_DYNAMODB_EXPR_PATH_H

#include "ast.h"

/* The value at `path` in `item` (borrowed), NULL if there is none. `item` may be NULL. */
json_t *path_resolve(const struct node *path, const json_t *item);

/* The object or array that holds the last step of `path`, which *last is set to: the item itself
 * for one step, else the payload of a map or list. NULL where there is no such container. */
json_t *path_parent(const struct node *path, json_t *item, const struct step **last);

/* What stands at `step` of a container (borrowed), NULL if nothing does. */
json_t *path_child(const json_t *container, const struct step *step);

#endif
