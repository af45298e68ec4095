/* SPDX-License-Identifier: Apache-2.0 */
/* Tags of topics: lists of {Key, Value}. */
#ifndef SLRUN_SNS_TAG_H
#define SLRUN_SNS_TAG_H

#include "local/service.h"

/* Adds them to the topic's, or changes those. False after call_fail(). */
bool tags_put(struct call *call, json_t *topic, const json_t *tags);
/* Whether two lists say the same, in whatever order. */
bool tags_same(const json_t *a, const json_t *b);

#endif
