/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/operation/tags.h"

#include <string.h>

#include <slrun/time.h>

#include "lua/state.h"

json_t *tags_of_run(const char *run_id, int64_t began_s)
{
    char expires[SLRUN_TIME_SIZE];
    slrun_time_text((began_s + TAG_EXPIRES_S) * 1000, 0, expires);
    return json_pack("{s:s, s:s}", TAG_RUN, run_id, TAG_EXPIRES, expires);
}

/* Pushes the value of the run's tag in the table at 1, or what is no string. */
static void push_run(lua_State *L)
{
    if (lua_getfield(L, 1, TAG_RUN) != LUA_TNIL)
        return;
    for (lua_Integer i = 1; lua_geti(L, 1, i) == LUA_TTABLE; i++) {
        lua_getfield(L, -1, "Key");
        const char *key = lua_tostring(L, -1);
        if (key && strcmp(key, TAG_RUN) == 0) {
            lua_getfield(L, -2, "Value");
            return;
        }
        lua_settop(L, 1);
    }
}

int prim_ours(lua_State *L)
{
    lua_settop(L, 1);
    if (!lua_istable(L, 1))
        return 0;
    push_run(L);
    const char *run = lua_tostring(L, -1);
    if (!run)
        return 0;
    lua_pushboolean(L, strcmp(run, state_spec(L)->env->run_id) == 0);
    return 1;
}
