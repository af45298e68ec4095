/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/coro_thread.h"

#include "base/clock.h"
#include "base/interrupts.h"
#include "lua/state.h"

void coro_hook(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    struct coro *coro = state_spec(L)->current;
    if (coro && coro->L == L && lua_isyieldable(L) && interrupts_come()) {
        coro->paused = true;
        lua_yield(L, 0);
        return;
    }
    if (!coro || !coro->cut_ns || clock_mono_ns() < coro->cut_ns)
        return;
    coro->cut = true;
    if (coro->L == L && lua_isyieldable(L)) {
        lua_yield(L, 0);
        return;
    }
    lua_sethook(L, coro_hook, LUA_MASKCOUNT, HOOK_AGAIN);
    luaL_error(L, "the time of the case is over");
}

void coro_thread_take(struct coro *coro)
{
    struct spec *spec = coro->spec;
    if (spec->n_threads > 0) {
        coro->L = spec->threads[--spec->n_threads];
        coro->ref = spec->thread_refs[spec->n_threads];
        return;
    }
    coro->L = lua_newthread(spec->L);
    coro->ref = luaL_ref(spec->L, LUA_REGISTRYINDEX);
    lua_sethook(coro->L, coro_hook, LUA_MASKCOUNT, HOOK_EVERY);
}

void coro_thread_give(struct coro *coro)
{
    struct spec *spec = coro->spec;
    if (lua_status(coro->L) == LUA_OK && coro->ended_ok && spec->n_threads < SPEC_THREADS_KEPT) {
        lua_settop(coro->L, 0);
        spec->threads[spec->n_threads] = coro->L;
        spec->thread_refs[spec->n_threads++] = coro->ref;
    } else {
        luaL_unref(spec->L, LUA_REGISTRYINDEX, coro->ref);
    }
    coro->L = NULL;
}
