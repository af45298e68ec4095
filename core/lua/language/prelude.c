/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/language/prelude.h"

#include <string.h>

#include <lauxlib.h>

#include "base/error.h"
#include "lua/language/chunk.h"
#include "lua/operation/presign.h"
#include "lua/state.h"

static const char MARK[] = "--@part ", ENDING[] = ".lua";

enum { MODULE = 1 }; /* its place on the stack */

static bool is_mark(const char *line)
{
    return strncmp(line, MARK, sizeof MARK - 1) == 0;
}

/* The rest of the text from the next mark on; "" where no part follows. */
static const char *next_part(const char *text)
{
    const char *newline = text;
    while ((newline = strchr(newline, '\n')))
        if (is_mark(++newline))
            return newline;
    return text + strlen(text);
}

/* slrun.part "tables": what the part tables.lua returned, which has run. Upvalue 1: those values.
 */
static int part(lua_State *L)
{
    const char *name = luaL_checkstring(L, 1);
    if (lua_getfield(L, lua_upvalueindex(1), name) == LUA_TNIL)
        return luaL_error(L, "slrun.part: no part '%s' before this one returned anything", name);
    return 1;
}

/* Pushes the table `slrun` of the plugin; `parts` is where the values of its parts are kept. */
static void push_slrun(lua_State *L, const struct plugin *plugin, int parts)
{
    state_push_part(L, LUA_PART_values);
    lua_getfield(L, -1, "slrun_for");
    lua_remove(L, -2);
    lua_pushstring(L, plugin->entry.name);
    lua_call(L, 1, 1);
    presign_push(L, plugin);
    lua_setfield(L, -2, "presign");
    lua_pushvalue(L, parts);
    lua_pushcclosure(L, part, 1);
    lua_setfield(L, -2, "part");
}

/* Calls the chunk on top of the stack, which leaves its one value there. */
static void call_part(lua_State *L, int slrun)
{
    lua_pushvalue(L, MODULE);
    lua_pushvalue(L, slrun);
    lua_call(L, 2, 1);
}

/* The part from its mark to `end`; what it returns is kept under its name without the ending. */
static void run_part(lua_State *L, const char *plugin, const char *mark, const char *end)
{
    const char *file = mark + sizeof MARK - 1, *text = file + strcspn(file, "\n");
    size_t length = (size_t)(text - file), ending = sizeof ENDING - 1;
    lua_pushlstring(L, file, length);
    lua_pushfstring(L, "=slrun.%s/%s", plugin, lua_tostring(L, -1));
    text += *text == '\n';
    chunk_push(L, lua_tostring(L, -1), text, (size_t)(end - text));
    call_part(L, MODULE + 2);
    bool has_ending = length > ending && memcmp(file + length - ending, ENDING, ending) == 0;
    lua_pushlstring(L, file, has_ending ? length - ending : length);
    lua_insert(L, -2);
    lua_settable(L, MODULE + 1);
}

void prelude_run(lua_State *L, const struct plugin *plugin)
{
    const char *name = plugin->entry.name, *text = plugin->entry.prelude;
    if (!text)
        return;
    lua_settop(L, MODULE);
    lua_newtable(L);
    push_slrun(L, plugin, MODULE + 1);
    if (!is_mark(text)) {
        chunk_push(L, lua_pushfstring(L, "=slrun.%s", name), text, strlen(text));
        call_part(L, MODULE + 2);
    }
    for (const char *mark = is_mark(text) ? text : "", *end; *mark; mark = end) {
        end = next_part(mark);
        run_part(L, name, mark, end);
        lua_settop(L, MODULE + 2);
    }
    lua_settop(L, MODULE);
}

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
