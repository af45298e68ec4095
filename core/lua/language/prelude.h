/* SPDX-License-Identifier: Apache-2.0 */
/* Whether the prelude of a plugin runs, without a spec. */
#ifndef SLRUN_LUA_PRELUDE_H
#define SLRUN_LUA_PRELUDE_H

#include "plugin/registry.h"

/* Runs it in a state of its own, as `require` of a spec would; `registry` has the plugins that it
 * requires itself. 0, or -1 with `error` filled: Lua's own words, which begin with the name of the
 * prelude and the line. */
int lua_prelude_try(struct registry *registry, const struct plugin *plugin,
                    struct slrun_error *error);

#endif
