/* SPDX-License-Identifier: Apache-2.0 */
/* How cases join a source and leave it; the end of a run. */
#include "lua/listen/listen.h"

#include <stdlib.h>
#include <string.h>

#include "lua/listen/listen_hub.h"
#include "lua/operation/value.h"
#include "lua/state.h"
#include "lua/waiting/sleep.h"

/* Joining ------------------------------------------------------------------------------------- */

static struct audience *find_audience(const struct source *source, const struct spec *spec)
{
    struct audience *a = source->audiences;
    while (a && a->spec != spec)
        a = a->next;
    return a;
}

/* Leaves nothing on the stack. */
static struct audience *audience_of(lua_State *L, struct source *source)
{
    struct audience *a = find_audience(source, state_spec(L));
    if (a)
        return a;
    lua_newtable(L);
    int heard = luaL_ref(L, LUA_REGISTRYINDEX);
    a = calloc(1, sizeof *a);
    if (!a) {
        luaL_unref(L, LUA_REGISTRYINDEX, heard);
        luaL_error(L, "out of memory");
        return NULL;
    }
    *a = (struct audience){
        .source = source, .spec = state_spec(L), .heard = heard, .next = source->audiences};
    source->audiences = a;
    return a;
}

/* The listener's table is at `object`: it gets the field `heard`. */
static struct listener *listener_new(lua_State *L, struct audience *audience, int object)
{
    struct source *source = audience->source;
    struct coro_case *of = state_spec(L)->current->of;
    lua_rawgeti(L, LUA_REGISTRYINDEX, audience->heard);
    lua_setfield(L, object, "heard");
    lua_pushvalue(L, object);
    int ref = luaL_ref(L, LUA_REGISTRYINDEX);
    struct listener *l = calloc(1, sizeof *l);
    if (!l) {
        luaL_unref(L, LUA_REGISTRYINDEX, ref);
        luaL_error(L, "out of memory");
        return NULL;
    }
    *l = (struct listener){.audience = audience,
                           .of = of,
                           .next = audience->listeners,
                           .next_of_case = of->listeners,
                           .object = ref,
                           .number = ++source->hub->n_joined,
                           .from =
                               source->hub->env->relay ? LISTEN_FROM_UNKNOWN : source_from(source),
                           .ready = !source->hub->env->relay && source->opened && !source->settled};
    audience->listeners = of->listeners = l;
    source->listening++;
    return l;
}

/* listen_join(object, args, plugin, name, label, settled): the handle of a new listener. Where
 * nobody listens yet, a reader begins. */
static int prim_join(lua_State *L)
{
    char why[VALUE_WHY_MAX];
    struct source_options options = {.plugin = luaL_checkstring(L, 3),
                                     .name = luaL_checkstring(L, 4),
                                     .label = luaL_checkstring(L, 5),
                                     .settled = lua_toboolean(L, 6)};
    coro_current(L, "a listener");
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 6);
    json_t *args = value_to_json(L, 2, NULL, why);
    if (!args)
        return state_error(L, "what names a source is plain data: %s", why);
    options.args = args;
    struct source *source = source_find(L, &options);
    struct listener *l = listener_new(L, audience_of(L, source), 1);
    if (source->hub->env->relay)
        relay_join(l);
    else if (source_read(source) != 0)
        return state_error(L, "%s: out of memory", source->label);
    if (!source->settled)
        sleep_wake(&source->of); /* its pause ends: who joins hears at once */
    lua_pushlightuserdata(L, l);
    return 1;
}

/* Leaving ------------------------------------------------------------------------------------- */

static void leave(struct listener *l)
{
    struct source *source = l->audience->source;
    if (l->left)
        return;
    l->left = true;
    l->settling = source->busy ? source->round : 0;
    if (source->hub->env->relay)
        relay_leave(l);
    if (--source->listening == 0 && !source->busy)
        source_stop(source);
}

static void unlink_from_case(struct listener *l)
{
    struct listener **at = &l->of->listeners;
    while (*at != l)
        at = &(*at)->next_of_case;
    *at = l->next_of_case;
}

static void audience_tidy(struct audience *a)
{
    struct audience **at = &a->source->audiences;
    if (a->listeners)
        return;
    while (*at != a)
        at = &(*at)->next;
    *at = a->next;
    luaL_unref(a->spec->L, LUA_REGISTRYINDEX, a->heard);
    free(a);
}

static void forget(struct listener *l)
{
    struct audience *a = l->audience;
    struct source *source = a->source;
    struct listener **at = &a->listeners;
    leave(l);
    unlink_from_case(l);
    while (*at != l)
        at = &(*at)->next;
    *at = l->next;
    luaL_unref(a->spec->L, LUA_REGISTRYINDEX, l->object);
    free(l);
    audience_tidy(a);
    source_tidy(source);
}

static struct listener *listener_at(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TLIGHTUSERDATA);
    return lua_touserdata(L, 1);
}

/* listener_leave(handle): it hears nothing more. */
static int prim_leave(lua_State *L)
{
    leave(listener_at(L));
    return 0;
}

/* listener_forget(handle): the handle is void from here on. */
static int prim_forget(lua_State *L)
{
    forget(listener_at(L));
    return 0;
}

/* listener_ready(handle): whether the source hears all that comes from now on. */
static int prim_ready(lua_State *L)
{
    lua_pushboolean(L, listener_at(L)->ready);
    return 1;
}

/* listener_busy(handle): whether the source still settles what it read before the listener left. */
static int prim_busy(lua_State *L)
{
    const struct listener *l = listener_at(L);
    const struct source *source = l->audience->source;
    lua_pushboolean(L, source->busy && source->round == l->settling);
    return 1;
}

/* case_t(): the `t` of the case that runs. */
static int prim_case_t(lua_State *L)
{
    const struct coro *coro = coro_current(L, "a listener");
    lua_rawgeti(L, LUA_REGISTRYINDEX, coro->of->t);
    return 1;
}

/* The end ------------------------------------------------------------------------------------- */

/* Its table may live longer than the case, as garbage or in a variable of the file. */
static int clear_handle(lua_State *L)
{
    const struct listener *l = lua_touserdata(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, l->object);
    lua_pushnil(L);
    lua_setfield(L, -2, "handle");
    return 0;
}

void listen_end_case(struct coro_case *of)
{
    while (of->listeners) {
        lua_State *L = of->listeners->audience->spec->L;
        lua_pushcfunction(L, clear_handle);
        lua_pushlightuserdata(L, of->listeners);
        if (lua_pcall(L, 1, 0, 0) != LUA_OK)
            lua_pop(L, 1);
        forget(of->listeners);
    }
}

void listen_end(struct lua_env *env)
{
    struct listen_hub *hub = env->listening;
    for (size_t i = 0; hub && i < LISTEN_BUCKETS; i++)
        for (struct source *s = hub->buckets[i]; s; s = s->next)
            source_stop(s);
}

/* Behind those whose first listener came earlier. */
static void tell_unclaimed(struct listen_unclaimed **at, const struct source *source)
{
    struct listen_unclaimed *u = malloc(sizeof *u);
    while (*at && (*at)->number < source->number)
        at = &(*at)->next;
    if (!u)
        return;
    *u = (struct listen_unclaimed){.source = source->label,
                                   .records = source->unclaimed,
                                   .number = source->number,
                                   .next = *at};
    *at = u;
}

static void free_unclaimed(struct listen_hub *hub)
{
    for (struct listen_unclaimed *next, *u = hub->unclaimed; u; u = next) {
        next = u->next;
        free(u);
    }
    hub->unclaimed = NULL;
}

const struct listen_unclaimed *listen_unclaimed(struct lua_env *env)
{
    struct listen_hub *hub = env->listening;
    if (!hub)
        return NULL;
    free_unclaimed(hub);
    for (size_t i = 0; i < LISTEN_BUCKETS; i++)
        for (const struct source *s = hub->buckets[i]; s; s = s->next)
            if (s->unclaimed > 0)
                tell_unclaimed(&hub->unclaimed, s);
    return hub->unclaimed;
}

void listen_free(struct lua_env *env)
{
    struct listen_hub *hub = env->listening;
    if (!hub)
        return;
    listen_end(env);
    for (size_t i = 0; i < LISTEN_BUCKETS; i++)
        while (hub->buckets[i])
            source_free(hub->buckets[i]);
    free_unclaimed(hub);
    spec_free(hub->spec);
    free(hub);
    env->listening = NULL;
}

void listen_primitives(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"listen_join", prim_join},
        {"listener_leave", prim_leave},
        {"listener_forget", prim_forget},
        {"listener_ready", prim_ready},
        {"listener_busy", prim_busy},
        {"case_t", prim_case_t},
        {NULL, NULL},
    };
    luaL_setfuncs(L, functions, 0);
    listen_reader_primitives(L);
}
