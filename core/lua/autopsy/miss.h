/* SPDX-License-Identifier: Apache-2.0 */
/* For reports: why an event pattern did not let an event through. */
#ifndef SLRUN_LUA_MISS_H
#define SLRUN_LUA_MISS_H

#include <lua.h>

/* pattern_miss(pattern, event), both texts of JSON: what pattern_miss() of base/pattern says, as
 * JSON; nil: nothing, or one of the two is none. */
int prim_pattern_miss(lua_State *L);

#endif
