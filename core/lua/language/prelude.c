/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/language/prelude.h"

#include <string.h>

#include "base/error.h"
#include "lua/language/chunk.h"
#include "lua/state.h"

int lua_prelude_try(struct registry *registry, const struct plugin *plugin,
                    struct slrun_error *error)
{
    struct lua_env env = {.registry = registry, .target = "local", .run_id = ""};
    struct spec *spec = spec_blank(&env, plugin->entry.name);
    int result = 0;
    if (!spec)
        return error_set(error, SLRUN_E_MEMORY, "no memory for Lua");
    lua_pushcfunction(spec->L, service_module);
    lua_pushlightuserdata(spec->L, (void *)plugin);
    if (lua_pcall(spec->L, 1, 0, 0) != LUA_OK) {
        const char *text = luaL_tolstring(spec->L, -1, NULL);
        result = error_set(error, SLRUN_E_PLUGIN, "%.*s", (int)strcspn(text, "\n"), text);
    }
    spec_free(spec);
    chunk_free(env.chunks);
    return result;
}
