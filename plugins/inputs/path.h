/* SPDX-License-Identifier: Apache-2.0 */
/* Paths of EventBridge's input transformers: $, .name, ['name'], [0] and [*]. */
#ifndef SLRUN_INPUTS_PATH_H
#define SLRUN_INPUTS_PATH_H

#include <stdbool.h>

#include <jansson.h>

bool path_check(const char *path);
/* What a path leads to; behind [*], the list of what all elements lead to. A new
 * reference; NULL: nothing is there. */
json_t *path_value(const json_t *value, const char *path);

#endif
