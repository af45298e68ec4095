/* SPDX-License-Identifier: Apache-2.0 */
/* Tags of topics: lists of {Key, Value}. */
#ifndef SLRUN_SNS_TAG_H
#define SLRUN_SNS_TAG_H

#include "local/service.h"

/* Adds them to the topic's, or changes those. False after call_fail(). */
bool tags_put(struct call *call, json_t *topic, const json_t *tags);
/* Whether each of `some` is in `all`. */
bool tags_among(const json_t *all, const json_t *some);

#endif
