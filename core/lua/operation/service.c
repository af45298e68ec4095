/* SPDX-License-Identifier: Apache-2.0 */
/* require "slrun.NAME": a plugin as a Lua module. Each operation is a function (operation.h). */
#include <string.h>

#include <slrun/nearest.h>

#include "lua/language/prelude.h"
#include "lua/operation/operation.h"
#include "lua/operation/value.h"
#include "lua/state.h"
#include "net/region.h"

/* Upvalue 1 of what belongs to one plugin. */
static const struct plugin *plugin_of(lua_State *L)
{
    return lua_touserdata(L, lua_upvalueindex(1));
}

static void set_paging(lua_State *L, const struct slrun_op *op)
{
    const struct slrun_paging *p = &op->paging;
    const struct {
        const char *name, *value;
    } fields[] = {
        {"input", p->input}, {"output", p->output}, {"items", p->items}, {"limit", p->limit}};
    lua_createtable(L, 0, 4);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        lua_pushstring(L, fields[i].value); /* NULL pushes nil */
        lua_setfield(L, -2, fields[i].name);
    }
    lua_setfield(L, -2, op->name);
}

/* sqs:send_message { ... }: a function of the prelude got the module as its table of parameters. */
static void refuse_method_call(lua_State *L)
{
    lua_Debug ar;
    for (int level = 1; lua_getstack(L, level, &ar); level++) {
        lua_getinfo(L, "Sn", &ar);
        if (*ar.source == '@') /* the spec */
            return;
        bool is_method = strcmp(ar.namewhat, "method") == 0 && lua_getlocal(L, &ar, 1);
        if (is_method && lua_rawequal(L, -1, 1))
            operation_is_no_method(L, plugin_of(L), ar.name);
        if (is_method)
            lua_pop(L, 1);
    }
}

static const char *nearest_word(lua_State *L, const char *name)
{
    struct slrun_nearest nearest = {.word = name};
    for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
        struct slrun_nearest word = {.word = name};
        if (lua_isfunction(L, -1) && lua_type(L, -2) == LUA_TSTRING)
            slrun_nearest_offer(&word, lua_tostring(L, -2));
        if (word.best &&
            (!nearest.best || word.distance < nearest.distance ||
             (word.distance == nearest.distance && strcmp(word.best, nearest.best) < 0)))
            nearest = word; /* of two the first of the alphabet: Lua's order is a random one */
    }
    return nearest.best;
}

/* A misspelt operation should say so, and not that nil cannot be called. */
static int no_such_operation(lua_State *L)
{
    const char *service = plugin_of(L)->entry.name;
    const char *name = luaL_tolstring(L, 2, NULL), *near = nearest_word(L, name);
    refuse_method_call(L);
    if (near)
        return state_error(L, "%s has no operation or function '%s'; did you mean '%s'?", service,
                           name, near);
    return state_error(L, "%s has no operation or function '%s'; `slrun plugins %s` lists them",
                       service, name, service);
}

/* Gives the module `pages` and `all`, if an operation has pages (parts/pages.lua). */
static void add_pages(lua_State *L, const struct plugin *plugin)
{
    bool any = false;
    for (size_t i = 0; i < plugin->entry.n_ops; i++)
        any = any || plugin->ops[i].paging.output;
    if (!any)
        return;
    state_push_part(L, LUA_PART_pages);
    lua_pushvalue(L, 1); /* the module */
    lua_pushstring(L, plugin->entry.name);
    lua_call(L, 2, 0);
}

/* Of the module at `module`, or of a client of it in another region: what empties a resource. */
static void watch(lua_State *L, const struct plugin *plugin, int module, bool elsewhere)
{
    state_push_part(L, LUA_PART_guard);
    lua_getfield(L, -1, "watch");
    lua_pushstring(L, plugin->entry.name);
    lua_pushvalue(L, module);
    lua_pushboolean(L, elsewhere);
    lua_call(L, 3, 0);
    lua_pop(L, 1);
}

/* Fills the table at `module` with the operations, and `paging`. `region`: a place on the stack. */
static void add_operations(lua_State *L, const struct plugin *plugin, int module, int region)
{
    lua_createtable(L, 0, 8); /* module paging */
    for (size_t i = 0; i < plugin->entry.n_ops; i++) {
        lua_pushlightuserdata(L, (void *)plugin);
        lua_pushlightuserdata(L, &plugin->ops[i]);
        lua_pushvalue(L, region);
        lua_pushcclosure(L, operation_call, 3);
        lua_setfield(L, module, plugin->ops[i].name);
        if (plugin->ops[i].paging.output)
            set_paging(L, &plugin->ops[i]);
    }
    lua_setfield(L, module, "paging");
}

static void set_misspelt(lua_State *L, const struct plugin *plugin, int module)
{
    lua_createtable(L, 0, 2);
    lua_pushliteral(L, OPERATION_MODULE);
    lua_setfield(L, -2, "__name");
    lua_pushlightuserdata(L, (void *)plugin);
    lua_pushcclosure(L, no_such_operation, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, module);
}

/* module:with { region = "eu-west-1" }: the operations in another region, and what walks their
 * pages. Not what the prelude adds: claims and listeners belong to the run's own region. */
static int with(lua_State *L)
{
    const struct plugin *plugin = plugin_of(L);
    const char *name = plugin->entry.name;
    lua_settop(L, 2);
    if (!lua_istable(L, 1) || !lua_istable(L, 2))
        return state_error(L, "%s:with takes a table: %s:with { region = \"eu-west-1\" }", name,
                           name);
    for (lua_pushnil(L); lua_next(L, 2); lua_pop(L, 1))
        if (lua_type(L, -2) != LUA_TSTRING || strcmp(lua_tostring(L, -2), "region") != 0)
            return state_error(L, "%s:with knows only the key 'region'", name);
    if (lua_getfield(L, 2, "region") != LUA_TSTRING || !region_is_name(lua_tostring(L, 3)))
        return state_error(L, "%s:with: region is the name of one, such as \"eu-west-1\"", name);
    lua_getfield(L, 1, "paging"); /* as the prelude has it */
    lua_createtable(L, 0, (int)plugin->entry.n_ops + 4);
    lua_replace(L, 1); /* add_pages() looks there */
    add_operations(L, plugin, 1, 3);
    lua_setfield(L, 1, "paging");
    add_pages(L, plugin);
    watch(L, plugin, 1, true);
    set_misspelt(L, plugin, 1);
    lua_settop(L, 1);
    return 1;
}

int service_module(lua_State *L)
{
    const struct plugin *plugin = lua_touserdata(L, 1);
    lua_settop(L, 0);
    lua_createtable(L, 0, (int)plugin->entry.n_ops + 8);
    lua_pushnil(L); /* the region: the run's */
    add_operations(L, plugin, 1, 2);
    lua_settop(L, 1);
    add_pages(L, plugin);
    prelude_run(L, plugin);
    if (plugin->entry.prelude)
        watch(L, plugin, 1, false);
    lua_settop(L, 1);
    lua_pushlightuserdata(L, (void *)plugin);
    lua_pushcclosure(L, with, 1);
    lua_setfield(L, 1, "with");
    set_misspelt(L, plugin, 1);
    return 1;
}

/* The loader that require() calls: the module's name without "slrun." is upvalue 1. */
static int open_module(lua_State *L)
{
    struct slrun_error error = {0};
    const struct plugin *plugin =
        registry_find(state_spec(L)->env->registry, lua_tostring(L, lua_upvalueindex(1)), &error);
    lua_settop(L, 0);
    if (!plugin)
        return state_error(L, "%s%s%s", error.message, *error.hint ? "; " : "", error.hint);
    lua_pushlightuserdata(L, (void *)plugin);
    return service_module(L);
}

/* Modules that are parts of the language and no services. */
static bool is_part(const char *name)
{
    static const char *const modules[] = {"event", "local_cloud"};
    for (size_t i = 0; i < sizeof modules / sizeof *modules; i++)
        if (strcmp(modules[i], name) == 0)
            return true;
    return false;
}

static int open_part(lua_State *L)
{
    state_push_part_named(L, lua_tostring(L, lua_upvalueindex(1)));
    return 1;
}

/* What -D and the configuration file say. */
static int open_config(lua_State *L)
{
    const json_t *config = state_spec(L)->env->config;
    if (config)
        value_push(L, config);
    else
        lua_newtable(L);
    return 1;
}

/* The searcher: names that begin with "slrun." are ours. */
static int search(lua_State *L)
{
    const char *name = luaL_checkstring(L, 1);
    if (strncmp(name, "slrun.", 6) != 0)
        return 0;
    lua_CFunction open = strcmp(name, "slrun.config") == 0 ? open_config
                         : is_part(name + 6)               ? open_part
                                                           : open_module;
    lua_pushstring(L, name + 6);
    lua_pushcclosure(L, open, 1);
    return 1;
}

void service_open(lua_State *L)
{
    lua_getglobal(L, "package");
    lua_getfield(L, -1, "searchers");
    lua_pushcfunction(L, search); /* in the place of the searcher for Lua files, which moves on */
    for (lua_Integer i = luaL_len(L, -2); i >= 2; i--) {
        lua_rawgeti(L, -2, i);
        lua_rawseti(L, -3, i + 1);
    }
    lua_rawseti(L, -2, 2);
    lua_pop(L, 2);
}
