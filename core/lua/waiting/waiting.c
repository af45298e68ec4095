/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/waiting/waiting.h"

#include <lauxlib.h>
#include <math.h>

#include "base/clock.h"
#include "lua/autopsy/timeline.h"
#include "lua/coro.h"
#include "lua/state.h"
#include "lua/waiting/clock.h"

static void arm(struct coro *coro)
{
    const struct waiting *w = &coro->wait;
    if (w->deadline <= 0 || w->within > 0) /* no wait, or its time has not begun */
        return;
    /* after the deadline every call has its rest anew: there is one more attempt after a stall */
    struct run_clock *clock = coro->spec->env->clock;
    double left = fmax(w->deadline - alarms_now(clock->virtual), 0) + WAITING_REST_MS;
    coro->alarm.ring = w->rest_over;
    alarm_set(clock->real, &coro->alarm, alarms_now(clock->real) + left);
}

void waiting_call_begins(struct coro *coro, void (*rest_over)(struct alarm *alarm))
{
    coro->wait.rest_over = rest_over;
    coro->wait.calls++;
    arm(coro);
}

void waiting_call_sent(struct coro *coro, double queued_ms)
{
    struct waiting *w = &coro->wait;
    w->queued += queued_ms;
    if (w->sent <= 0)
        w->sent = clock_now(coro->spec->env);
    if (w->within <= 0)
        return;
    w->deadline = w->sent + w->within;
    if (w->outer > 0)
        w->deadline = fmin(w->deadline, w->outer);
    w->within = 0;
    arm(coro);
}

void waiting_call_takes(struct coro *coro)
{
    coro->wait.takes = coro->wait.takes || coro->wait.polling;
}

void waiting_call_over(struct coro *coro)
{
    alarm_stop(coro->spec->env->clock->real, &coro->alarm);
}

bool waiting_in_poll(const struct coro *coro)
{
    return coro->wait.polling;
}

int64_t waiting_left_ms(const struct coro *coro)
{
    const struct waiting *w = &coro->wait;
    if (w->deadline <= 0)
        return INT64_MAX;
    double left = w->deadline - clock_now(coro->spec->env);
    return left > 0 ? (int64_t)left : 0;
}

static struct coro *current(lua_State *L)
{
    return state_spec(L)->current;
}

/* deadline(): of the wait under way, or nil. */
static int prim_deadline(lua_State *L)
{
    struct coro *coro = current(L);
    if (!coro || coro->wait.deadline <= 0)
        return 0;
    lua_pushnumber(L, coro->wait.deadline);
    return 1;
}

/* set_deadline(milliseconds on now()'s clock, or nil[, within, outer]): of the wait under way. With
 * `within` it is moved to so long after the first call is sent, but not behind `outer`. */
static int prim_set_deadline(lua_State *L)
{
    struct coro *coro = current(L);
    if (!coro)
        return 0;
    struct waiting *w = &coro->wait;
    w->deadline = luaL_optnumber(L, 1, 0);
    w->within = luaL_optnumber(L, 2, 0);
    w->outer = luaL_optnumber(L, 3, 0);
    if (w->within > 0)
        w->sent = 0;
    return 0;
}

/* polling(true or false): whether a poll runs; returns what was said before. */
static int prim_polling(lua_State *L)
{
    struct coro *coro = current(L);
    bool before = coro && coro->wait.polling;
    if (coro)
        coro->wait.polling = lua_toboolean(L, 1);
    lua_pushboolean(L, before);
    return 1;
}

/* takes(): whether a poll of this coroutine has called an operation that takes what it returns. */
static int prim_takes(lua_State *L)
{
    struct coro *coro = current(L);
    lua_pushboolean(L, coro && coro->wait.takes);
    return 1;
}

/* queued(): how long, in milliseconds, calls have queued since it was last asked; and how long the
 * coroutine itself has, before the attempt could begin. */
static int prim_queued(lua_State *L)
{
    struct coro *coro = current(L);
    lua_pushnumber(L, coro ? coro->wait.queued : 0);
    lua_pushnumber(L, coro ? coro->wait.held : 0);
    if (coro)
        coro->wait.queued = coro->wait.held = 0;
    return 2;
}

/* sent(): when the first call of the wait was sent, or nil. */
static int prim_sent(lua_State *L)
{
    struct coro *coro = current(L);
    if (!coro || coro->wait.sent <= 0)
        return 0;
    lua_pushnumber(L, coro->wait.sent);
    return 1;
}

/* calls(): how many the running coroutine has made so far. */
static int prim_calls(lua_State *L)
{
    struct coro *coro = current(L);
    lua_pushinteger(L, coro ? coro->wait.calls : 0);
    return 1;
}

/* stalled(since): whether Lua code has stalled the loop after that time, or does so now. */
static int prim_stalled(lua_State *L)
{
    struct coro *coro = current(L);
    double ended = state_spec(L)->env->stalled;
    double running = coro ? (double)(clock_mono_ns() - coro->resumed_ns) / 1e6 : 0;
    lua_pushboolean(L, ended > luaL_checknumber(L, 1) || running > WAITING_STALL_MS);
    return 1;
}

/* attempted(from, to, whether it held, within): a wait of the running coroutine has looked. */
static int prim_attempted(lua_State *L)
{
    struct coro *coro = current(L);
    if (!coro || !coro->of->timeline)
        return 0;
    struct timeline_attempt attempt = {.from = luaL_checknumber(L, 1),
                                       .to = luaL_checknumber(L, 2),
                                       .deadline = coro->wait.within > 0 ? 0 : coro->wait.deadline,
                                       .within = luaL_checknumber(L, 4),
                                       .held = lua_toboolean(L, 3)};
    timeline_attempt(coro->of->timeline, &attempt);
    return 0;
}

void waiting_primitives(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"deadline", prim_deadline}, {"set_deadline", prim_set_deadline},
        {"polling", prim_polling},   {"takes", prim_takes},
        {"queued", prim_queued},     {"sent", prim_sent},
        {"stalled", prim_stalled},   {"attempted", prim_attempted},
        {"calls", prim_calls},       {NULL, NULL},
    };
    luaL_setfuncs(L, functions, 0);
}
