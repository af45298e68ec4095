/* SPDX-License-Identifier: Apache-2.0 */
/* slrun.presign of a prelude: an operation's request as a URL that someone else sends. */
#ifndef SLRUN_LUA_PRESIGN_H
#define SLRUN_LUA_PRESIGN_H

#include <lua.h>

#include "plugin/loader.h"

/* Pushes the function presign(op, args, expires) -> url, headers of a plugin. */
void presign_push(lua_State *L, const struct plugin *plugin);

#endif
