/* SPDX-License-Identifier: Apache-2.0 */
/*
 * require "slrun.NAME": a plugin as a Lua module. Each operation is a function of one table that
 * sends the call, leaves the coroutine suspended, and comes back with the result or the error.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/error.h"
#include "lua/chunk.h"
#include "lua/coro.h"
#include "lua/state.h"
#include "lua/value.h"

/* An operation's function: upvalue 1 the plugin, 2 the operation. */
static const struct plugin *plugin_of(lua_State *L)
{
    return lua_touserdata(L, lua_upvalueindex(1));
}

static const struct slrun_op *op_of(lua_State *L)
{
    return lua_touserdata(L, lua_upvalueindex(2));
}

/* Raises an error value of the kind "error" (case.lua knows it): fields, and where in the spec. */
static int raise_error(lua_State *L, const struct slrun_error *error, const char *service,
                       const char *op)
{
    lua_createtable(L, 0, 10);
    const struct {
        const char *field, *text;
    } texts[] = {
        {"kind", error_name(error->kind)},
        {"code", error->code},
        {"message", error->message},
        {"hint", error->hint},
        {"service", service},
        {"operation", op},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        lua_pushstring(L, texts[i].text);
        lua_setfield(L, -2, texts[i].field);
    }
    lua_pushinteger(L, error->status);
    lua_setfield(L, -2, "status");
    if (error->detail) {
        value_push(L, error->detail);
        lua_setfield(L, -2, "detail");
    }
    luaL_where(L, 1);
    lua_setfield(L, -2, "where");
    state_push_part(L, LUA_PART_values);
    lua_getfield(L, -1, "error_mt");
    lua_setmetatable(L, -3);
    lua_pop(L, 1);
    return lua_error(L);
}

/* A protected push of what an answer holds: Lua may run out of memory, libuv must not see it. */
struct answer {
    const json_t *result;
    const struct slrun_error *error;
};

static int push_answer(lua_State *L)
{
    const struct answer *a = lua_touserdata(L, 1);
    lua_settop(L, 0);
    if (a->result)
        value_push(L, a->result);
    else
        lua_pushnil(L);
    return 1;
}

static void answered(void *owner, const json_t *result, const struct slrun_error *error)
{
    struct coro *coro = owner;
    struct answer answer = {result, error};
    lua_State *L = coro->spec->L;
    coro->call = NULL;
    lua_pushcfunction(L, push_answer);
    lua_pushlightuserdata(L, &answer);
    if (lua_pcall(L, 1, 1, 0) != LUA_OK) {
        lua_pop(L, 1);
        lua_pushnil(L);
    }
    lua_xmove(L, coro->L, 1);
    lua_pushlightuserdata(coro->L, (void *)error);
    coro_resume(coro, 2);
}

/* After the yield: the result, and the error or NULL, are on top of the stack. */
static int resumed(lua_State *L, int status, lua_KContext ctx)
{
    (void)status;
    const struct slrun_error *error = lua_touserdata(L, -1);
    lua_pop(L, 1);
    if (ctx) /* an undo was noted under this number before the call went out */
        state_undo_settle(L, (lua_Integer)ctx, error);
    if (error)
        return raise_error(L, error, plugin_of(L)->entry.name, op_of(L)->name);
    return 1;
}

static json_t *arguments(lua_State *L, const struct plugin *plugin, const struct slrun_op *op)
{
    char why[256], text[512];
    if (lua_isnoneornil(L, 1)) {
        lua_settop(L, 0);
        lua_newtable(L);
    }
    if (!lua_istable(L, 1))
        luaL_error(L, "%s.%s takes one table of parameters, got %s", plugin->entry.name, op->name,
                   luaL_typename(L, 1));
    if (lua_gettop(L) > 1)
        luaL_error(L, "%s.%s takes one table of parameters, got %d arguments", plugin->entry.name,
                   op->name, lua_gettop(L));
    json_t *args = value_to_args(L, 1, op->params, why, sizeof why);
    if (!args) {
        snprintf(text, sizeof text, "%s.%s: %s", plugin->entry.name, op->name, why);
        luaL_error(L, "%s", text);
    }
    return args;
}

static int call_operation(lua_State *L)
{
    const struct plugin *plugin = plugin_of(L);
    const struct slrun_op *op = op_of(L);
    char name[128];
    snprintf(name, sizeof name, "%s.%s", plugin->entry.name, op->name);
    struct coro *coro = coro_current(L, name);
    struct slrun_error error = {0};
    json_t *args = arguments(L, plugin, op);
    lua_KContext undo = op->undo ? state_undo_note(L, plugin, op, args) : 0;
    struct op_call_options options = {.plugin = plugin,
                                      .op = op,
                                      .args = args,
                                      .left_ms = coro_left_ms(coro),
                                      .done = answered,
                                      .owner = coro};
    coro->call = op_call_start(coro->spec->env->calls, &options, &error);
    if (!coro->call) {
        if (undo)
            state_undo_settle(L, undo, &error);
        return raise_error(L, &error, plugin->entry.name, op->name);
    }
    coro->state = CORO_CALLING;
    return lua_yieldk(L, 0, undo, resumed);
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

/* A misspelt operation should say so, and not that nil cannot be called. */
static int no_such_operation(lua_State *L)
{
    const struct plugin *plugin = plugin_of(L);
    const char *name = luaL_tolstring(L, 2, NULL), *near = NULL;
    plugin_op(plugin, name, &near);
    if (near)
        return luaL_error(L, "%s has no operation or function '%s'; did you mean '%s'?",
                          plugin->entry.name, name, near);
    return luaL_error(L, "%s has no operation or function '%s'; `slrun plugins %s` lists them",
                      plugin->entry.name, name, plugin->entry.name);
}

static void run_prelude(lua_State *L, const struct plugin *plugin)
{
    if (!plugin->entry.prelude)
        return;
    chunk_push(L, lua_pushfstring(L, "=slrun.%s", plugin->entry.name), plugin->entry.prelude);
    lua_pushvalue(L, 1); /* the module */
    state_push_part(L, LUA_PART_values);
    lua_getfield(L, -1, "slrun");
    lua_remove(L, -2);
    lua_call(L, 2, 0);
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
    lua_createtable(L, 0, (int)plugin->entry.n_ops + 8);
    lua_createtable(L, 0, 8); /* module paging */
    for (size_t i = 0; i < plugin->entry.n_ops; i++) {
        lua_pushlightuserdata(L, (void *)plugin);
        lua_pushlightuserdata(L, &plugin->ops[i]);
        lua_pushcclosure(L, call_operation, 2);
        lua_setfield(L, 1, plugin->ops[i].name);
        if (plugin->ops[i].paging.output)
            set_paging(L, &plugin->ops[i]);
    }
    lua_setfield(L, 1, "paging");
    run_prelude(L, plugin);
    lua_settop(L, 1);
    lua_createtable(L, 0, 1);
    lua_pushlightuserdata(L, (void *)plugin);
    lua_pushcclosure(L, no_such_operation, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, 1);
    return 1;
}

/* The searcher: names that begin with "slrun." are ours. */
static int search(lua_State *L)
{
    const char *name = luaL_checkstring(L, 1);
    if (strncmp(name, "slrun.", 6) != 0)
        return 0;
    lua_pushstring(L, name + 6);
    lua_pushcclosure(L, open_module, 1);
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
