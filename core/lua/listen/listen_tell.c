/* SPDX-License-Identifier: Apache-2.0 */
/* How what a source brings comes to those that listen: into their states, to their `match`. */
#include "base/clock.h"
#include "lua/autopsy/timeline.h"
#include "lua/listen/listen_hub.h"
#include "lua/operation/secrets.h"
#include "lua/operation/value.h"
#include "lua/state.h"
#include "lua/waiting/sleep.h"

/* Errors -------------------------------------------------------------------------------------- */

/* A listener and why it ends. */
struct ending {
    const struct listener *listener;
    const json_t *problem;
};

static int fail_protected(lua_State *L)
{
    const struct ending *e = lua_touserdata(L, 1);
    state_push_part(L, LUA_PART_listener);
    lua_getfield(L, -1, "fail");
    lua_rawgeti(L, LUA_REGISTRYINDEX, e->listener->object);
    value_push(L, e->problem);
    lua_call(L, 2, 0);
    return 0;
}

/* Without memory its wait will end by its time. */
static void fail(const struct listener *l, const json_t *problem)
{
    lua_State *L = l->audience->spec->L;
    lua_pushcfunction(L, fail_protected);
    lua_pushlightuserdata(L, &(struct ending){l, problem});
    if (lua_pcall(L, 1, 0, 0) != LUA_OK)
        lua_pop(L, 1);
    sleep_wake(l->of);
}

void source_fail(struct source *s, const json_t *problem)
{
    for (const struct audience *a = s->audiences; a; a = a->next) {
        for (struct listener *l = a->listeners; l; l = l->next) {
            if (l->from == LISTEN_FROM_UNKNOWN) /* it may join after that */
                continue;
            s->listening -= !l->left;
            if (!l->left || (s->busy && l->settling == s->round))
                fail(l, problem);
            l->left = true;
        }
    }
    s->busy = false;
    guests_fail(s, problem);
}

/* Records ------------------------------------------------------------------------------------- */

enum { HEAR = 1, BATCH, CLAIMED }; /* on the stack of an audience's state, above `base` */

/* Leaves the function that tells a listener, the batch, and a table for what is claimed. */
static int begin(lua_State *L)
{
    const struct audience *a = lua_touserdata(L, 1);
    lua_settop(L, 0);
    secrets_share(a->source->hub->spec->L, L);
    state_push_part(L, LUA_PART_listener);
    lua_getfield(L, 1, "hear");
    lua_getfield(L, 1, "begin");
    lua_rawgeti(L, LUA_REGISTRYINDEX, a->heard);
    value_push(L, a->source->batch);
    lua_call(L, 2, 1);
    lua_newtable(L);
    return 3;
}

static bool hears(const struct listener *l, const struct source *s)
{
    return !l->left && l->from <= s->round;
}

static void cannot_judge(const struct listener *l, const char *why)
{
    json_t *problem = json_pack("{s:s, s:s}", "step", "match", "message", why);
    fail(l, problem);
    json_decref(problem);
}

static void wake(const struct listener *l)
{
    timeline_arrival(l->of->timeline, l->audience->source->label);
    sleep_wake(l->of);
}

/* One listener judges the batch, as its case: what it prints is the case's, and it cannot wait. */
static void tell(const struct listener *l, int base)
{
    lua_State *L = l->audience->spec->L;
    struct coro stand_in = {.spec = l->audience->spec,
                            .of = l->of,
                            .cut_ns = clock_mono_ns() + LISTEN_MATCH_MS * 1000000ull};
    lua_pushvalue(L, base + HEAR);
    lua_rawgeti(L, LUA_REGISTRYINDEX, l->object);
    lua_pushvalue(L, base + BATCH);
    lua_pushvalue(L, base + CLAIMED);
    int status = coro_call(&stand_in, 3);
    if (status == LUA_OK && !stand_in.cut && lua_toboolean(L, -1))
        wake(l);
    if (stand_in.cut)
        cannot_judge(l, "a match that ran for longer than 1 s was cut");
    else if (status != LUA_OK)
        cannot_judge(l, lua_tostring(L, -1) ? lua_tostring(L, -1) : "its match failed");
    lua_pop(L, 1);
}

static void merge(lua_State *L, int index, bool *claimed, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        lua_rawgeti(L, index, (lua_Integer)i + 1);
        claimed[i] |= (bool)lua_toboolean(L, -1);
        lua_pop(L, 1);
    }
}

static bool tell_audience(const struct audience *a, bool *claimed, size_t n)
{
    lua_State *L = a->spec->L;
    const struct listener *l = a->listeners;
    int base = lua_gettop(L);
    while (l && !hears(l, a->source))
        l = l->next;
    if (!l || !lua_checkstack(L, 16))
        return false;
    lua_pushcfunction(L, begin);
    lua_pushlightuserdata(L, (void *)a);
    if (lua_pcall(L, 1, 3, 0) == LUA_OK) {
        for (; l; l = l->next)
            if (hears(l, a->source))
                tell(l, base);
        merge(L, base + CLAIMED, claimed, n);
    } else {
        for (; l; l = l->next)
            cannot_judge(l, lua_tostring(L, -1) ? lua_tostring(L, -1) : "out of memory");
    }
    lua_settop(L, base);
    return true;
}

bool source_hand_out(struct source *s, bool *claimed, size_t n)
{
    bool heard = false;
    for (const struct audience *a = s->audiences; a; a = a->next)
        heard |= tell_audience(a, claimed, n);
    return heard;
}
