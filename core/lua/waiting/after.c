/* SPDX-License-Identifier: Apache-2.0 */
/*
 * t:after(duration, f): a helper coroutine of the case, which runs beside its phases. It plays a
 * part of the system under test (a slow writer, a late message). It ends with the body of the case;
 * an error in it ends the body at once.
 */
#include "lua/waiting/after.h"

#include "lua/state.h"
#include "lua/waiting/clock.h"

static void unlink_helper(struct coro *coro)
{
    struct coro **at = &coro->of->helpers;
    while (*at && *at != coro)
        at = &(*at)->next_helper;
    if (*at)
        *at = coro->next_helper;
}

static void ended(struct coro *coro, enum coro_end end)
{
    struct coro_case *of = coro->of;
    unlink_helper(coro);
    if (end != CORO_OK)
        of->helper_failed(of, coro, end);
    coro_free(coro);
}

static void due(struct alarm *alarm)
{
    coro_resume((struct coro *)alarm, 1);
}

/* after(milliseconds, f, t) */
int prim_after(lua_State *L)
{
    struct coro *parent = state_spec(L)->current;
    lua_Number ms = luaL_checknumber(L, 1);
    luaL_checktype(L, 2, LUA_TFUNCTION);
    if (!parent || parent->of->closing)
        return luaL_error(L, "t:after belongs in a phase before teardown");
    struct coro *coro = coro_new(parent->spec, parent->of);
    if (!coro || coro_thread(coro) != 0)
        return luaL_error(L, "out of memory");
    lua_settop(L, 3);
    lua_xmove(L, coro->L, 2); /* f and t, its argument */
    coro->ended = ended;
    coro->cut_ns = parent->cut_ns;
    coro->phase = "after";
    coro->next_helper = parent->of->helpers;
    parent->of->helpers = coro;
    coro_sleep_until(coro, clock_now(parent->spec->env) + ms, due);
    return 0;
}

void after_end_all(struct coro_case *of)
{
    while (of->helpers) {
        struct coro *coro = of->helpers;
        of->helpers = coro->next_helper;
        coro_cancel(coro);
        coro_free(coro);
    }
}
