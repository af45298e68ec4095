/* SPDX-License-Identifier: Apache-2.0 */
/* Records of a stack's resources (stack.h, "Resources"). */
#ifndef SLRUN_CLOUDFORMATION_RECORD_H
#define SLRUN_CLOUDFORMATION_RECORD_H

#include <slrun/resource.h>

#include "engine/stack.h"

/* A new record of a resource that is about to be created; `entry` is the plan's. */
json_t *record_new(const char *id, const json_t *entry);
/* Takes DependsOn, policies and metadata over from the plan's entry. */
void record_follow(json_t *record, const json_t *entry);

/* A text of it, or "". */
const char *record_text(const json_t *record, const char *member);

/* Changes its status and adds an event; `reason` may be NULL. */
void record_status(struct stack *stack, json_t *record, const char *status, const char *reason);

/* Notes physical id and attributes of what was made; NULL attributes: they stay as they are. */
void record_made(json_t *record, const char *physical_id, const json_t *attributes);

/* Whether it is kept when it would be removed; `creating`: as what made it is rolled back. */
bool record_is_retained(const json_t *record, bool creating);

#endif
