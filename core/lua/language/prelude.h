/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The prelude of a plugin: the Lua that it brings. Its text is one chunk, or several: its parts,
 * each behind a line "--@part FILE.lua" (slrun_plugin.prelude). Parts run in their order, each with
 * the module and the table `slrun`; in errors they are slrun.NAME/FILE.lua, a text without parts is
 * slrun.NAME.
 */
#ifndef SLRUN_LUA_PRELUDE_H
#define SLRUN_LUA_PRELUDE_H

#include <lua.h>

#include "plugin/registry.h"

/* Runs the prelude for the module at stack index 1, if there is one. Raises what goes wrong. */
void prelude_run(lua_State *L, const struct plugin *plugin);

/* Runs it in a state of its own, as `require` of a spec would; `registry` has the plugins that it
 * requires itself. 0, or -1 with `error` filled: Lua's own words, which begin with the name of the
 * prelude and the line. */
int lua_prelude_try(struct registry *registry, const struct plugin *plugin,
                    struct slrun_error *error);

#endif
