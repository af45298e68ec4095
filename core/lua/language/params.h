/* SPDX-License-Identifier: Apache-2.0 */
/* `each` and `rows`: one case becomes many. */
#ifndef SLRUN_LUA_PARAMS_H
#define SLRUN_LUA_PARAMS_H

#include <stdbool.h>

#include <lua.h>

enum {
    PARAMS_AXES_MAX = 8,
    PARAMS_LABEL_MAX = 256,
};

/*
 * Calls one(arg, label) for each set of values of the definition at `index`, with the table of
 * values (parameter name to value) on top of the stack. Labels are escaped and unique within the
 * definition. False, and no call, when it has neither `each` nor `rows`. Raises on mistakes.
 */
bool params_expand(lua_State *L, int index, void (*one)(void *arg, const char *label), void *arg);

#endif
