/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The section Globals (SAM developer guide, "Globals section of the AWS SAM template"): what a kind
 * of resource has in common. Maps are merged, lists are joined with the global items first, and of
 * anything else the resource's own value counts.
 */
#ifndef SLRUN_CLOUDFORMATION_SAM_GLOBALS_H
#define SLRUN_CLOUDFORMATION_SAM_GLOBALS_H

#include "sam/context.h"

/* Merges it into all resources and removes it. */
bool sam_globals(struct sam *s);

/* The merge of two values; a new one, NULL when out of memory. `path` is that of a property
 * ("Function.Architectures"), for the few that are replaced instead. */
json_t *sam_merge(const json_t *global, const json_t *local, const char *path);

#endif
