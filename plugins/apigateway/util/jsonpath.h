/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSONPath as mapping templates use it (goessner.net/articles/JsonPath): $, .name, ['name'], ["a",
 * "b"], [0], [-1], [0:2], [*], .*, ..name. No filters.
 */
#ifndef SLRUN_APIGATEWAY_JSONPATH_H
#define SLRUN_APIGATEWAY_JSONPATH_H

#include <jansson.h>

/* What `path` finds, a new reference: one value for a path that can find one only, else a list.
 * NULL: there is nothing, or the path is none. */
json_t *jsonpath_get(const json_t *root, const char *path);

#endif
