/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/coro.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "lua/autopsy/timeline.h"
#include "lua/coro_thread.h"
#include "lua/journal.h"
#include "lua/state.h"
#include "lua/waiting/quiet.h"
#include "lua/waiting/rest.h"
#include "lua/waiting/waiting.h"
#include "plugin/call.h"

/* The loop has turned by then, also where it is late. */
enum { PAUSE_MS = 1 };

/* With room for its alarm on either clock. */
static struct coro *make(struct lua_env *env)
{
    const struct run_clock *clock = clock_of(env);
    if (!clock || alarms_promise(clock->virtual) != 0)
        return NULL;
    struct coro *coro = calloc(1, sizeof *coro);
    if (coro && alarms_promise(clock->real) == 0)
        return coro;
    alarms_take_back(clock->virtual);
    free(coro);
    return NULL;
}

struct coro *coro_new(struct spec *spec, struct coro_case *of)
{
    struct coro *coro = spec->env->free_coros;
    if (coro)
        spec->env->free_coros = coro->next_free;
    else
        coro = make(spec->env);
    if (!coro)
        return NULL;
    coro->spec = spec;
    coro->of = of;
    coro->state = CORO_NEW;
    coro->cut_ns = 0;
    coro->cut = coro->paused = coro->ended_ok = false;
    coro->call = NULL;
    coro->held = NULL;
    coro->wait = (struct waiting){0};
    coro->phase = "";
    coro->rest_until = 0;
    coro->rest = REST_NOT;
    coro->L = NULL;
    return coro;
}

static int find_functions(lua_State *L)
{
    struct spec *spec = state_spec(L);
    const struct {
        const char *name;
        int *ref;
    } functions[] = {{"setup", &spec->setup},
                     {"body", &spec->body},
                     {"again", &spec->again},
                     {"teardown", &spec->teardown},
                     {"new", &spec->new_t}};
    state_push_part(L, LUA_PART_case);
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        lua_getfield(L, -1, functions[i].name);
        *functions[i].ref = luaL_ref(L, LUA_REGISTRYINDEX);
    }
    return 0;
}

/* Stack of `coro->L` in the end: function, t, definition or nil, SLA in milliseconds, name. */
static int prepare(lua_State *L)
{
    struct coro *coro = lua_touserdata(L, 1);
    const struct coro_work *work = lua_touserdata(L, 2);
    const int functions[] = {
        [CORO_SETUP] = coro->spec->setup,
        [CORO_BODY] = coro->spec->body,
        [CORO_TEARDOWN] = coro->spec->teardown,
    };
    coro_thread_take(coro);
    lua_rawgeti(L, LUA_REGISTRYINDEX, functions[work->part]);
    lua_rawgeti(L, LUA_REGISTRYINDEX, coro->of->t);
    lua_rawgeti(L, LUA_REGISTRYINDEX, work->definition);
    lua_pushnumber(L, (lua_Number)work->sla_ms);
    lua_pushstring(L, work->name);
    lua_xmove(L, coro->L, 5);
    return 0;
}

int coro_start(struct coro *coro, const struct coro_work *work)
{
    lua_State *L = coro->spec->L;
    coro->of->body = coro;
    lua_pushcfunction(L, prepare);
    lua_pushlightuserdata(L, coro);
    lua_pushlightuserdata(L, (void *)work);
    if (lua_pcall(L, 2, 0, 0) != LUA_OK) {
        lua_pop(L, 1);
        return -1;
    }
    coro_resume(coro, 4);
    return 0;
}

static int take_protected(lua_State *L)
{
    coro_thread_take(lua_touserdata(L, 1));
    return 0;
}

/* f(coro); 0, or -1 when out of memory. */
static int protect(lua_State *L, lua_CFunction f, struct coro *coro)
{
    lua_pushcfunction(L, f);
    lua_pushlightuserdata(L, coro);
    if (lua_pcall(L, 1, 0, 0) == LUA_OK)
        return 0;
    lua_pop(L, 1);
    return -1;
}

int coro_thread(struct coro *coro)
{
    return protect(coro->spec->L, take_protected, coro);
}

int coro_ready(struct spec *spec, char *why, size_t size)
{
    if (spec->body)
        return 0;
    lua_pushcfunction(spec->L, find_functions);
    if (lua_pcall(spec->L, 0, 0, 0) == LUA_OK)
        return 0;
    snprintf(why, size, "%s", luaL_tolstring(spec->L, -1, NULL));
    lua_pop(spec->L, 2);
    return -1;
}

static void wake(struct alarm *alarm)
{
    coro_resume((struct coro *)alarm, 0);
}

void coro_sleep_until(struct coro *coro, double ms, void (*woken)(struct alarm *alarm))
{
    coro->state = CORO_SLEEPING;
    coro->alarm.ring = woken ? woken : wake;
    alarm_set(coro->spec->env->clock->virtual, &coro->alarm, ms);
}

void coro_wake(struct coro *coro)
{
    if (coro->state != CORO_WAITING)
        return;
    coro->alarm.ring = wake;
    alarm_set(coro->spec->env->clock->virtual, &coro->alarm, 0);
}

/* What it ran has returned: nothing of it stays but the case's `t`. */
static void begin_rest(struct coro *coro)
{
    double until = coro->attended == coro->of->arrivals ? coro->rest_until : 0;
    coro->rest_until = 0;
    coro->ended_ok = true;
    coro_thread_give(coro);
    rest_until(coro, until);
    coro->state = CORO_WAITING;
}

/* It has rested: goes on with a thread and again(t). */
static int rested(lua_State *L)
{
    struct coro *coro = lua_touserdata(L, 1);
    coro_thread_take(coro);
    lua_rawgeti(L, LUA_REGISTRYINDEX, coro->spec->again);
    lua_rawgeti(L, LUA_REGISTRYINDEX, coro->of->t);
    lua_xmove(L, coro->L, 2);
    return 0;
}

void coro_mark(const struct coro *coro, bool begins)
{
    char *noted = coro->spec->env->noted;
    if (noted && begins)
        strncpy(noted, coro->of->id, NOTED_MAX - 1);
    else if (noted)
        *noted = '\0';
}

/* Runs it until it yields or returns: what lua_resume() says. */
static int run_on(struct coro *coro, int nargs, int *nresults)
{
    struct spec *spec = coro->spec;
    coro->state = CORO_RUNNING;
    spec->current = coro;
    coro->resumed_ns = clock_mono_ns();
    quiet_disturb(spec->env);
    coro_mark(coro, true);
    int status = lua_resume(coro->L, NULL, nargs, nresults);
    coro_mark(coro, false);
    spec->current = NULL;
    if (clock_mono_ns() - coro->resumed_ns > WAITING_STALL_MS * 1000000u)
        spec->env->stalled = clock_now(spec->env);
    return status;
}

void coro_resume(struct coro *coro, int nargs)
{
    int nresults;
    coro->ended_ok = false;
    timeline_resumed(coro->of->timeline);
    if (!coro->L) {
        rest_end(coro);
        if (protect(coro->spec->L, rested, coro) != 0) {
            coro->state = CORO_DONE;
            coro->ended(coro, CORO_ERROR);
            return;
        }
        nargs = 1;
    }
    int status = run_on(coro, nargs, &nresults);
    if (status == LUA_YIELD && coro->paused) {
        coro->paused = false;
        coro_sleep_until(coro, clock_now(coro->spec->env) + PAUSE_MS, NULL);
    }
    if (status == LUA_YIELD && !coro->cut && coro->state != CORO_RUNNING) {
        lua_pop(coro->L, nresults);
        return;
    }
    if (status == LUA_OK && !coro->cut && coro->rest_until > 0) {
        begin_rest(coro);
        return;
    }
    enum coro_end end = coro->cut ? CORO_CUT : status == LUA_OK ? CORO_OK : CORO_ERROR;
    if (status == LUA_YIELD && !coro->cut) /* a bare coroutine.yield() in a phase */
        lua_pushliteral(coro->L, "coroutine.yield() outside of a coroutine of the spec's own");
    coro->ended_ok = end == CORO_OK;
    coro->truthy = end == CORO_OK && nresults > 0 && lua_toboolean(coro->L, -1);
    coro->state = CORO_DONE;
    coro->ended(coro, end);
}

int coro_call(struct coro *stand_in, int nargs)
{
    struct spec *spec = stand_in->spec;
    struct coro *before = spec->current;
    stand_in->state = CORO_RUNNING;
    stand_in->phase = "listen";
    stand_in->resumed_ns = clock_mono_ns();
    spec->current = stand_in;
    lua_sethook(spec->L, coro_hook, LUA_MASKCOUNT, HOOK_EVERY);
    coro_mark(stand_in, true);
    int status = lua_pcall(spec->L, nargs, 1, 0);
    coro_mark(before ? before : stand_in, before != NULL);
    lua_sethook(spec->L, NULL, 0, 0);
    spec->current = before;
    return status;
}

int coro_resume_nested(lua_State *L, lua_State *co, int nargs, int *nresults)
{
    struct coro *coro = state_spec(L)->current;
    if (coro)
        coro->state = CORO_RUNNING;
    return lua_resume(co, L, nargs, nresults);
}

void coro_cancel(struct coro *coro)
{
    if (coro->state == CORO_SLEEPING || coro->state == CORO_WAITING) {
        alarm_stop(coro->spec->env->clock->virtual, &coro->alarm);
        rest_end(coro);
    }
    if (coro->state == CORO_CALLING && coro->call) {
        waiting_call_over(coro);
        free(coro->tried);
        coro->tried = op_call_story(coro->call);
        op_call_cancel(coro->call);
    }
    if (coro->state == CORO_NOTING)
        journal_forget(coro);
    json_decref(coro->held);
    coro->held = NULL;
    coro->call = NULL;
    coro->state = CORO_DONE;
}

void coro_free(struct coro *coro)
{
    if (!coro)
        return;
    if (coro->L)
        coro_thread_give(coro);
    free(coro->tried);
    coro->tried = NULL;
    if (coro->of->body == coro)
        coro->of->body = NULL;
    coro->next_free = coro->spec->env->free_coros;
    coro->spec->env->free_coros = coro;
}

void coro_drain(struct lua_env *env)
{
    for (struct coro *next, *c = env->free_coros; c; c = next) {
        next = c->next_free;
        free(c);
    }
    env->free_coros = NULL;
    rest_drain(env);
    clock_free(env);
}

struct coro *coro_current(lua_State *L, const char *what)
{
    struct coro *coro = state_spec(L)->current;
    if (!coro)
        luaL_error(L, "%s belongs in a phase of a case, not at file level", what);
    if (!coro->L)
        luaL_error(L, "%s cannot wait here: a listener's match only judges the record it is given",
                   what);
    if (!lua_isyieldable(L))
        luaL_error(L,
                   "%s cannot wait here: Lua cannot leave this function and come back (a callback "
                   "of gsub, sort, or a metamethod); call it before, and use its result here",
                   what);
    return coro;
}

int coro_yield(lua_State *L, enum coro_state state)
{
    state_spec(L)->current->state = state;
    return lua_yield(L, 0);
}

void coro_note(struct coro *coro, const char *text)
{
    if (!coro) {
        fputs(text, stdout);
        return;
    }
    buf_puts(&coro->of->notes, text);
    if (coro->of->says)
        coro->of->says(coro->of, text);
}
