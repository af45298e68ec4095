/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of the language that are written in Lua get from C: time, notes, phases. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <slrun/nearest.h>

#include "base/clock.h"
#include "base/width.h"
#include "lua/attach.h"
#include "lua/autopsy/autopsy.h"
#include "lua/caller.h"
#include "lua/coro.h"
#include "lua/journal.h"
#include "lua/language/fixture.h"
#include "lua/language/marks.h"
#include "lua/language/names.h"
#include "lua/listen/listen.h"
#include "lua/operation/bytes.h"
#include "lua/operation/json_text.h"
#include "lua/operation/refused.h"
#include "lua/operation/secrets.h"
#include "lua/operation/tags.h"
#include "lua/state.h"
#include "lua/waiting/after.h"
#include "lua/waiting/clock.h"
#include "lua/waiting/quiet.h"
#include "lua/waiting/sleep.h"
#include "lua/waiting/waiting.h"
#include "net/endpoint.h"

/* part(name): the value that a part of the language returned. Upvalue 1 has those asked for before,
 * by name. */
static int prim_part(lua_State *L)
{
    const char *name = luaL_checkstring(L, 1);
    lua_settop(L, 1);
    lua_pushvalue(L, 1);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL)
        return 1;
    state_push_part_named(L, name);
    lua_pushvalue(L, 1);
    lua_pushvalue(L, -2);
    lua_rawset(L, lua_upvalueindex(1));
    return 1;
}

/* now(): milliseconds of the virtual clock (clock.h), with fraction. */
static int prim_now(lua_State *L)
{
    lua_pushnumber(L, clock_now(state_spec(L)->env));
    return 1;
}

/* time(): seconds since 1970 on the virtual clock, with fraction. */
static int prim_time(lua_State *L)
{
    lua_pushnumber(L, clock_time(state_spec(L)->env) / 1e3);
    return 1;
}

/* jumped(): how far the virtual clock has jumped, in milliseconds. */
static int prim_jumped(lua_State *L)
{
    lua_pushnumber(L, clock_jumped(state_spec(L)->env));
    return 1;
}

/* duration("1.5s"): 1500.0, or nil. */
static int prim_duration(lua_State *L)
{
    int64_t ms;
    if (duration_parse(luaL_checkstring(L, 1), &ms))
        lua_pushnumber(L, (double)ms);
    else
        lua_pushnil(L);
    return 1;
}

/* phase(name): a phase of the case begins. */
static int prim_phase(lua_State *L)
{
    static const char *const phases[] = {"setup", "seed",  "listen",   "act",
                                         "poll",  "check", "teardown", NULL};
    struct coro *coro = state_spec(L)->current;
    coro->phase = phases[luaL_checkoption(L, 1, NULL, phases)];
    if (coro->of->phase)
        coro->of->phase(coro->of, coro->phase);
    return 0;
}

/* note(text): into what the case has said. */
static int prim_note(lua_State *L)
{
    luaL_checkstring(L, 1);
    lua_settop(L, 1);
    secrets_mask(L);
    coro_note(state_spec(L)->current, lua_tostring(L, 1));
    return 0;
}

/* notice(text): to whoever looks on. */
static int prim_notice(lua_State *L)
{
    const struct lua_env *env = state_spec(L)->env;
    luaL_checkstring(L, 1);
    lua_settop(L, 1);
    secrets_mask(L);
    if (env->notice)
        env->notice(env->notice_arg, lua_tostring(L, -1));
    return 0;
}

/* stack_timeout(): in milliseconds. */
static int prim_stack_timeout(lua_State *L)
{
    lua_pushnumber(L, state_spec(L)->env->stack_timeout_ms);
    return 1;
}

/* region(): of the run. */
static int prim_region(lua_State *L)
{
    const struct call_env *calls = state_spec(L)->env->calls;
    lua_pushstring(L, calls ? calls->region : NULL);
    return 1;
}

/* is_aws(): whether requests go to AWS, or to what stands for it. */
static int prim_is_aws(lua_State *L)
{
    const struct call_env *calls = state_spec(L)->env->calls;
    lua_pushboolean(L,
                    calls && (calls->aws || (calls->endpoint && endpoint_is_aws(calls->endpoint))));
    return 1;
}

static int prim_run_id(lua_State *L)
{
    lua_pushstring(L, state_spec(L)->env->run_id);
    return 1;
}

/* secret(text): it is shown nowhere. */
static int prim_secret(lua_State *L)
{
    secrets_add(L, luaL_checkstring(L, 1));
    return 0;
}

/* problem(what, summary, text): a step of the clean-up failed. */
static int prim_problem(lua_State *L)
{
    struct coro *coro = state_spec(L)->current;
    coro->of->problem(coro->of, luaL_checkstring(L, 1), luaL_checkstring(L, 2),
                      luaL_checkstring(L, 3));
    return 0;
}

/* where(level): "file:line" of a caller. */
static int prim_where(lua_State *L)
{
    lua_Debug ar;
    if (lua_getstack(L, (int)luaL_checkinteger(L, 1), &ar) && lua_getinfo(L, "Sl", &ar))
        lua_pushfstring(L, "%s:%d", ar.short_src, ar.currentline);
    else
        lua_pushliteral(L, "?");
    return 1;
}

/* path(): of the spec. */
static int prim_path(lua_State *L)
{
    lua_pushstring(L, state_spec(L)->path);
    return 1;
}

static int prim_traceback(lua_State *L)
{
    luaL_traceback(L, L, NULL, (int)luaL_optinteger(L, 1, 1));
    return 1;
}

/* random(): 0 <= x < 1. */
static int prim_random(lua_State *L)
{
    lua_pushnumber(L, drand48());
    return 1;
}

/* Pushes the names that the table at 2 has, but for metamethods: a sorted list. */
static void push_names(lua_State *L)
{
    lua_Integer n = 0;
    lua_newtable(L);
    lua_pushnil(L);
    while (lua_next(L, 2)) {
        lua_pop(L, 1);
        if (lua_type(L, -1) == LUA_TSTRING && strncmp(lua_tostring(L, -1), "__", 2) != 0) {
            lua_pushvalue(L, -1);
            lua_rawseti(L, -3, ++n);
        }
    }
    lua_getglobal(L, "table");
    lua_getfield(L, -1, "sort");
    lua_remove(L, -2);
    lua_pushvalue(L, -2);
    lua_call(L, 1, 0);
}

/* width(text): in columns of a terminal. */
static int prim_width(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)width_of(luaL_checkstring(L, 1)));
    return 1;
}

/* nearest(word, table): "did you mean 'x'?", or the list of the table's names. */
static int prim_nearest(lua_State *L)
{
    struct slrun_nearest near = {.word = luaL_checkstring(L, 1)};
    luaL_Buffer b;
    lua_settop(L, 2);
    push_names(L);
    lua_Integer n = luaL_len(L, 3);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(L, 3, i);
        slrun_nearest_offer(&near, lua_tostring(L, -1)); /* the list keeps it */
        lua_pop(L, 1);
    }
    if (near.best) {
        lua_pushfstring(L, "did you mean '%s'?", near.best);
        return 1;
    }
    luaL_buffinit(L, &b);
    luaL_addstring(&b, "there are: ");
    for (lua_Integer i = 1; i <= n; i++) {
        if (i > 1)
            luaL_addstring(&b, ", ");
        lua_rawgeti(L, 3, i);
        luaL_addvalue(&b);
    }
    luaL_pushresult(&b);
    return 1;
}

/* controls("clock" or "faults"): whether the case says so. */
static int prim_controls(lua_State *L)
{
    static const char *const words[] = {"clock", "faults", NULL};
    const struct coro *coro = state_spec(L)->current;
    unsigned bit = luaL_checkoption(L, 1, NULL, words) == 0 ? MARKS_CLOCK : MARKS_FAULTS;
    lua_pushboolean(L, coro && coro->of->controls & bit);
    return 1;
}

/* endpoint(): the address that requests go to, or nil. */
static int prim_endpoint(lua_State *L)
{
    const struct call_env *calls = state_spec(L)->env->calls;
    lua_pushstring(L, calls ? calls->endpoint : NULL);
    return 1;
}

/* relative(path): from the working directory, where it is below that. */
static int prim_relative(lua_State *L)
{
    char here[PATH_MAX];
    const char *path = luaL_checkstring(L, 1);
    size_t n = getcwd(here, sizeof here) ? strlen(here) : 0;
    bool below = n > 1 && strncmp(path, here, n) == 0 && path[n] == '/';
    lua_pushstring(L, below ? path + n + 1 : path);
    return 1;
}

/* is_fixture(name): whether a case of this spec could use a fixture of that name. */
static int prim_is_fixture(lua_State *L)
{
    lua_pushboolean(L, fixture_nearest(state_spec(L), luaL_checkstring(L, 1), NULL) != NULL);
    return 1;
}

/* clock_force(true or false): the virtual clock jumps also with --clock=real. */
static int prim_clock_force(lua_State *L)
{
    quiet_force(state_spec(L)->env, lua_toboolean(L, 1));
    return 0;
}

static const luaL_Reg functions[] = {
    {"now", prim_now},
    {"time", prim_time},
    {"jumped", prim_jumped},
    {"controls", prim_controls},
    {"endpoint", prim_endpoint},
    {"clock_force", prim_clock_force},
    {"is_fixture", prim_is_fixture},
    {"relative", prim_relative},
    {"phase", prim_phase},
    {"secrets", prim_secrets},
    {"note", prim_note},
    {"notice", prim_notice},
    {"region", prim_region},
    {"is_aws", prim_is_aws},
    {"secret", prim_secret},
    {"run_id", prim_run_id},
    {"stack_timeout", prim_stack_timeout},
    {"problem", prim_problem},
    {"where", prim_where},
    {"path", prim_path},
    {"traceback", prim_traceback},
    {"random", prim_random},
    {"nearest", prim_nearest},
    {"width", prim_width},
    {"duration", prim_duration},
    {"after", prim_after},
    {"attach", prim_attach},
    {"json", prim_json},
    {"to_json", prim_to_json},
    {"from_json", prim_from_json},
    {"base64", prim_base64},
    {"md5", prim_md5},
    {"uuid", prim_uuid},
    {"regex", prim_regex},
    {"file", prim_file},
    {"names", names_table},
    {"own", prim_own},
    {"undone", prim_undone},
    {"unfinished", prim_unfinished},
    {"kept", prim_kept},
    {"step", prim_step},
    {"lost", prim_lost},
    {"warn", prim_warn},
    {"ours", prim_ours},
    {NULL, NULL},
};

void primitive_table(lua_State *L)
{
    if (lua_getfield(L, LUA_REGISTRYINDEX, "slrun.primitives") == LUA_TTABLE)
        return; /* made for an earlier part */
    lua_pop(L, 1);
    luaL_newlib(L, functions);
    lua_newtable(L);
    lua_pushcclosure(L, prim_part, 1);
    lua_setfield(L, -2, "part");
    caller_primitives(L);
    waiting_primitives(L);
    sleep_primitives(L);
    listen_primitives(L);
    autopsy_primitives(L);
    refused_primitives(L);
    lua_pushlightuserdata(L, NULL); /* the same null as lua-cjson's */
    lua_setfield(L, -2, "null");
    lua_pushvalue(L, -1);
    lua_setfield(L, LUA_REGISTRYINDEX, "slrun.primitives");
}

/* It is loaded when it is first called: listing specs never needs it. */
/** `expect(x)` An expectation about `x`, which the matchers behind it judge. */
static int first_expect(lua_State *L)
{
    state_push_part(L, LUA_PART_expect);
    lua_getfield(L, -1, "expect");
    lua_remove(L, -2);
    lua_pushglobaltable(L);
    lua_pushliteral(L, "expect");
    lua_pushvalue(L, -3);
    lua_rawset(L, -3);
    lua_pop(L, 1);
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, 1);
    return 1;
}

void expect_open(lua_State *L)
{
    lua_pushcfunction(L, first_expect);
    lua_setglobal(L, "expect");
}
