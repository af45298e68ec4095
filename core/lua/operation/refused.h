/* SPDX-License-Identifier: Apache-2.0 */
/* Operations that AWS does not allow: which permission is missing, and for what. */
#ifndef SLRUN_LUA_REFUSED_H
#define SLRUN_LUA_REFUSED_H

#include <lua.h>
#include <stdbool.h>

#include "plugin/registry.h"

/* Whether an error's code says that the caller may not do that. */
bool refused_code(const char *code);

/* Where the error says that the caller may not do that, and not what is missing, the error value on
 * top gets a hint: the permission, and what the arguments (the table at 1) name. Where it says that
 * something is not there: what they name. */
void refused_add_hint(lua_State *L, const struct plugin *plugin, const struct slrun_op *op,
                      const struct slrun_error *error);

/* Adds is_refused, is_throttled, iam_action and cloudformation_plugin to the table on top. */
void refused_primitives(lua_State *L);

#endif
