/* SPDX-License-Identifier: Apache-2.0 */
/* What an update would change: for change sets, and to see that there is nothing to do. */
#ifndef SLRUN_CLOUDFORMATION_CHANGES_H
#define SLRUN_CLOUDFORMATION_CHANGES_H

#include "engine/stack.h"
#include "template/plan.h"

/* The list Changes of DescribeChangeSet. A new reference. */
json_t *changes_of(const struct stack *stack, const struct plan *plan);

/* Where changes_of() keeps what is told with IncludePropertyValues alone. */
#define CHANGES_VALUES " values"
/* Makes them what a request is told: with these values, or without. */
void changes_tell(json_t *changes, bool values);

/* Whether outputs, metadata or policies differ, or tags from those of the stack. */
bool changes_beside(const struct stack *stack, const struct plan *plan, const json_t *tags);

/* A resource whose type is another one than before, which no update can do; or NULL. */
const char *changes_type(const struct stack *stack, const struct plan *plan);

#endif
