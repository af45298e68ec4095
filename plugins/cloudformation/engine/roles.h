/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud is told of a stack's roles and policies (slrun/iam.h), so that it can judge
 * what functions call. */
#ifndef SLRUN_CLOUDFORMATION_ROLES_H
#define SLRUN_CLOUDFORMATION_ROLES_H

#include "engine/stack.h"
#include "template/template.h"

/* Where permissions of roles and functions stand in a template: logical id to [line, logical id
 * there]. A new reference. */
json_t *roles_lines(const struct template *t, const json_t *resources);

/* The stack is as it shall be, or gone; or will be, where it has a deployment. */
void roles_tell(const struct stack *stack);

#endif
