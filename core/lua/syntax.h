/* SPDX-License-Identifier: Apache-2.0 */
/* Whether text is Lua, without running it. */
#ifndef SLRUN_LUA_SYNTAX_H
#define SLRUN_LUA_SYNTAX_H

#include <slrun/error.h>

/* Compiles `source` as the chunk `name`. 0, or -1 with `error` filled: Lua's own words, which begin
 * with the name and the line. */
int lua_syntax_check(const char *name, const char *source, struct slrun_error *error);

#endif
