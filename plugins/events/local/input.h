/* SPDX-License-Identifier: Apache-2.0 */
/* What a target gets: the event, a part of it, something else, or a text made of its parts (User
 * Guide, "Transforming Amazon EventBridge target input"). */
#ifndef SLRUN_EVENTS_INPUT_H
#define SLRUN_EVENTS_INPUT_H

#include "local/service.h"

/* Whether paths and templates can be used. False after call_fail(). */
bool input_check(struct slrun_json_call *call, const json_t *target);
/* The text for a target of a rule. NULL: no memory. */
char *input_text(const struct service *service, const json_t *rule, const json_t *target,
                 const json_t *event);

#endif
