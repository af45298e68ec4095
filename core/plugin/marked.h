/* SPDX-License-Identifier: Apache-2.0 */
/* Which values of arguments and results a plugin has marked as secret. */
#ifndef SLRUN_PLUGIN_MARKED_H
#define SLRUN_PLUGIN_MARKED_H

#include <jansson.h>
#include <slrun/shape.h>

/* Called with each string below a value that is marked SLRUN_SECRET; of tagged values (value.h),
 * with what they hold: of bytes, the base64 text. `name`: the key, where a whole map is marked;
 * else NULL. */
typedef void marked_found(void *arg, const char *name, const char *value);

void marked_each(const struct slrun_param *params, const json_t *json, marked_found *found,
                 void *arg);

#endif
