/* SPDX-License-Identifier: Apache-2.0 */
/* Tags of buses and rules: lists of {Key, Value}. */
#ifndef SLRUN_EVENTS_TAG_H
#define SLRUN_EVENTS_TAG_H

#include "local/service.h"

/* Adds them to the owner's, or changes those. False after call_fail(). */
bool tags_put(struct slrun_json_call *call, json_t *owner, const json_t *tags);

#endif
