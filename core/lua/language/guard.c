/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a spec must not reach: functions that would end or stall the whole run, C libraries at
 * relative paths, and globals set while a case runs (cases of a file share one state).
 */
#include <string.h>

#include "lua/coro.h"
#include "lua/operation/secrets.h"
#include "lua/state.h"

static const struct {
    const char *library, *function, *instead;
} banned[] = {
    {"os", "exit", "t:skip(reason) ends a case; an error fails it"},
    {"os", "execute", "it would stall every other case"},
    {"os", "setlocale", "it would change how numbers are read in the whole run"},
    {"io", "popen", "it would stall every other case"},
};

static int refuse(lua_State *L)
{
    return luaL_error(L, "%s is not for specs: %s", lua_tostring(L, lua_upvalueindex(1)),
                      lua_tostring(L, lua_upvalueindex(2)));
}

static void ban(lua_State *L)
{
    for (size_t i = 0; i < sizeof banned / sizeof *banned; i++) {
        lua_getglobal(L, banned[i].library);
        lua_pushfstring(L, "%s.%s", banned[i].library, banned[i].function);
        lua_pushstring(L, banned[i].instead);
        lua_pushcclosure(L, refuse, 2);
        lua_setfield(L, -2, banned[i].function);
        lua_pop(L, 1);
    }
}

/* Keeps the absolute entries of package.path or package.cpath, behind `first`. */
static void clean_path(lua_State *L, const char *field, const char *first)
{
    luaL_Buffer b;
    lua_getglobal(L, "package");
    lua_getfield(L, -1, field); /* package path */
    const char *path = lua_tostring(L, -1);
    luaL_buffinit(L, &b);
    luaL_addstring(&b, first);
    while (path && *path) {
        size_t n = strcspn(path, ";");
        if (*path == '/') {
            if (luaL_bufflen(&b) > 0)
                luaL_addchar(&b, ';');
            luaL_addlstring(&b, path, n);
        }
        path += n + (path[n] == ';');
    }
    luaL_pushresult(&b);        /* package path new */
    lua_setfield(L, -3, field); /* package path */
    lua_pop(L, 2);
}

static void push_dir(lua_State *L, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash)
        lua_pushlstring(L, path, (size_t)(slash - path));
    else
        lua_pushliteral(L, ".");
    const char *dir = lua_tostring(L, -1);
    lua_pushfstring(L, "%s/?.lua;%s/?/init.lua", dir, dir);
    lua_remove(L, -2);
}

/* The directory of the spec comes first for Lua modules, and for nothing else; then those of its
 * conftest.lua files, the nearest first. */
static void set_paths(lua_State *L)
{
    const struct spec *spec = state_spec(L);
    push_dir(L, spec->path);
    for (int i = spec->n_conftests; i-- > 0;) {
        lua_pushliteral(L, ";");
        push_dir(L, spec->conftests[i]);
        lua_concat(L, 3);
    }
    clean_path(L, "path", lua_tostring(L, -1));
    clean_path(L, "cpath", "");
    lua_pop(L, 1);
}

/** `print(...)` Writes a line. In a case it is shown with a failure, secrets masked; at file level
 * it goes to standard output. */
static int guarded_print(lua_State *L)
{
    int n = lua_gettop(L);
    luaL_Buffer b;
    luaL_buffinit(L, &b);
    for (int i = 1; i <= n; i++) {
        if (i > 1)
            luaL_addchar(&b, '\t');
        luaL_tolstring(L, i, NULL);
        luaL_addvalue(&b);
    }
    luaL_addchar(&b, '\n');
    luaL_pushresult(&b);
    if (state_spec(L)->current)
        secrets_mask(L);
    coro_note(state_spec(L)->current, lua_tostring(L, -1));
    return 0;
}

/** `warn(...)` Writes a line that begins with `Lua warning: `, where `print` writes. It is off
 * until `warn "@on"`, as in stock Lua; `warn "@off"` takes that back. */
static int guarded_warn(lua_State *L)
{
    struct spec *spec = state_spec(L);
    int n = lua_gettop(L);
    luaL_checkstring(L, 1);
    for (int i = 2; i <= n; i++)
        luaL_checkstring(L, i);
    lua_concat(L, n);
    const char *text = lua_tostring(L, 1);
    if (n == 1 && *text == '@') {
        if (strcmp(text, "@on") == 0 || strcmp(text, "@off") == 0)
            spec->warns = text[2] == 'n';
        return 0;
    }
    if (!spec->warns)
        return 0;
    lua_pushfstring(L, "Lua warning: %s", text);
    lua_replace(L, 1);
    return guarded_print(L);
}

/* Globals of the files stand beside the table of all (upvalue 1), where none hides the next
 * assignment of its name. */
static int global_assign(lua_State *L)
{
    if (state_spec(L)->current)
        return luaL_error(
            L,
            "global '%s' is assigned in a phase; cases of a file share their globals: "
            "write `local %s`, or `t.%s` for a value that goes to the next phase",
            luaL_tolstring(L, 2, NULL), lua_tostring(L, 2), lua_tostring(L, 2));
    lua_rawset(L, lua_upvalueindex(1));
    return 0;
}

void guard_open(lua_State *L)
{
    ban(L);
    set_paths(L);
    lua_pushglobaltable(L);
    lua_pushcfunction(L, guarded_print);
    lua_setfield(L, -2, "print");
    lua_pushcfunction(L, guarded_warn);
    lua_setfield(L, -2, "warn");
    lua_createtable(L, 0, 2);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "__index");
    lua_pushcclosure(L, global_assign, 1);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}
