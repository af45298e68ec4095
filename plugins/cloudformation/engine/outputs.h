/* SPDX-License-Identifier: Apache-2.0 */
/* Outputs of a stack, and which properties make a new resource when they change. */
#ifndef SLRUN_CLOUDFORMATION_OUTPUTS_H
#define SLRUN_CLOUDFORMATION_OUTPUTS_H

#include <slrun/resource.h>

#include "engine/stack.h"
#include "template/plan.h"

/* The outputs of a stack whose resources are there; NULL with the reason why the stack cannot have
 * them: a value that is none, an export that another stack has, or one in use that would go. */
json_t *outputs_make(const struct stack *stack, const struct plan *plan, char *reason, size_t size);

/* Whether a change of properties makes a new resource. */
bool change_replaces(const struct slrun_resource_type *type, const json_t *old, const json_t *new);

/*
 * The text with "https://ID.execute-api.REGION.amazonaws.com/STAGE" turned into an address of the
 * local cloud, `url`. A new string, or NULL.
 */
json_t *output_rewritten(const char *text, const char *url);

/*
 * A copy of a resource's properties with the same done to each text in it, so that a function whose
 * variable holds the address of an API, or a parameter that does, leads there. A new value, or
 * NULL.
 */
json_t *properties_rewritten(const json_t *json, const char *url);

#endif
