/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/waiting/sleep.h"

#include <lauxlib.h>
#include <math.h>

#include "base/clock.h"
#include "lua/coro.h"
#include "lua/state.h"
#include "lua/waiting/clock.h"

static double now_ms(lua_State *L)
{
    return clock_now(state_spec(L)->env);
}

static int sleep_until(lua_State *L, double ms, enum coro_state state)
{
    struct coro *coro = coro_current(L, "a sleep");
    lua_settop(L, 0);
    coro_sleep_until(coro, ms, NULL);
    return coro_yield(L, state);
}

/* sleep_ms(milliseconds): yields. */
static int prim_sleep_ms(lua_State *L)
{
    return sleep_until(L, now_ms(L) + luaL_checknumber(L, 1), CORO_SLEEPING);
}

/* sleep_until(milliseconds on now()'s clock): yields, also when it is past: others get their turn.
 */
static int prim_sleep_until(lua_State *L)
{
    return sleep_until(L, luaL_checknumber(L, 1), CORO_SLEEPING);
}

/* sleep("250ms"): yields. */
static int prim_sleep(lua_State *L)
{
    int64_t ms;
    if (!duration_parse(luaL_checkstring(L, 1), &ms))
        return luaL_error(L, "sleep takes a number and a unit, such as \"250ms\"");
    return sleep_until(L, now_ms(L) + (double)ms, CORO_SLEEPING);
}

/* left_ms(): real milliseconds that the running coroutine has until it is cut. */
static int prim_left_ms(lua_State *L)
{
    const struct coro *coro = state_spec(L)->current;
    uint64_t now = clock_mono_ns();
    bool bounded = coro && coro->cut_ns;
    uint64_t left = bounded && coro->cut_ns > now ? coro->cut_ns - now : 0;
    lua_pushnumber(L, bounded ? (double)left / 1e6 : HUGE_VAL);
    return 1;
}

/* attend(): an attempt of a wait begins; what arrives from here on ends the sleep behind it.
 * Whether the case has listeners. */
static int prim_attend(lua_State *L)
{
    struct coro *coro = state_spec(L)->current;
    if (coro)
        coro->attended = coro->of->arrivals;
    lua_pushboolean(L, coro && coro->of->listeners);
    return 1;
}

/* What is no time would end the wait, and the case would pass. */
static double check_due(lua_State *L)
{
    double due = luaL_checknumber(L, 1);
    luaL_argcheck(L, !isnan(due), 1, "not a time");
    return due;
}

/* wait_until(milliseconds on now()'s clock): as sleep_until, but what has arrived for the case
 * since attend() ends it. */
static int prim_wait_until(lua_State *L)
{
    double due = check_due(L);
    const struct coro *coro = state_spec(L)->current;
    bool news = coro && coro->of->arrivals != coro->attended;
    return sleep_until(L, news ? 0 : due, CORO_WAITING);
}

/* rest_until(milliseconds on now()'s clock): when what the coroutine runs returns it is not over,
 * but goes on with again(t) of the part "case", when wait_until() would. */
static int prim_rest_until(lua_State *L)
{
    state_spec(L)->current->rest_until = check_due(L);
    return 0;
}

void sleep_wake(struct coro_case *of)
{
    of->arrivals++;
    if (of->body)
        coro_wake(of->body);
    for (struct coro *helper = of->helpers; helper; helper = helper->next_helper)
        coro_wake(helper);
}

void sleep_primitives(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"sleep", prim_sleep},           {"left_ms", prim_left_ms},
        {"sleep_ms", prim_sleep_ms},     {"sleep_until", prim_sleep_until},
        {"wait_until", prim_wait_until}, {"rest_until", prim_rest_until},
        {"attend", prim_attend},         {NULL, NULL},
    };
    luaL_setfuncs(L, functions, 0);
}
