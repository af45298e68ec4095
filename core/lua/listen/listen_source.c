/* SPDX-License-Identifier: Apache-2.0 */
/* The sources of a run and their readers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/listen/listen_hub.h"
#include "lua/operation/value.h"
#include "lua/state.h"
#include "lua/waiting/sleep.h"

/* Finding ------------------------------------------------------------------------------------- */

static struct listen_hub *hub_of(struct lua_env *env)
{
    struct listen_hub *hub = env->listening;
    if (hub)
        return hub;
    hub = calloc(1, sizeof *hub);
    if (!hub)
        return NULL;
    hub->env = env;
    hub->spec = spec_blank(env, "listeners");
    if (!hub->spec) {
        free(hub);
        return NULL;
    }
    env->listening = hub;
    return hub;
}

/* FNV-1a */
static uint64_t hash_of(const char *text)
{
    uint64_t hash = 14695981039346656037u;
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 1099511628211u;
    return hash;
}

static struct source *look_up(const struct listen_hub *hub, const char *key, uint64_t hash)
{
    struct source *s = hub->buckets[hash % LISTEN_BUCKETS];
    while (s && (s->hash != hash || strcmp(s->key, key) != 0))
        s = s->next;
    return s;
}

static void source_drop(struct source *s)
{
    guests_free(s);
    json_decref(s->args);
    json_decref(s->batch);
    buf_free(&s->of.notes);
    free(s->plugin);
    free(s->name);
    free(s->label);
    free(s->key);
    free(s);
}

/* NULL: out of memory. */
static struct source *source_new(struct listen_hub *hub, const struct source_options *o, char *key)
{
    struct source *s = calloc(1, sizeof *s);
    if (!s)
        return NULL;
    *s = (struct source){.hub = hub,
                         .hash = hash_of(key),
                         .key = strdup(key),
                         .plugin = strdup(o->plugin),
                         .name = strdup(o->name),
                         .label = strdup(o->label),
                         .args = json_incref(o->args),
                         .settled = o->settled,
                         .number = hub->n_made++};
    s->of = (struct coro_case){.role = CORO_OF_LISTENER,
                               .id = "",
                               .name = s->label,
                               .t = LUA_REFNIL,
                               .notes = BUF_INIT(LISTEN_NOTES_MAX)};
    if (!s->key || !s->plugin || !s->name || !s->label) {
        source_drop(s);
        return NULL;
    }
    s->next = hub->buckets[s->hash % LISTEN_BUCKETS];
    hub->buckets[s->hash % LISTEN_BUCKETS] = s;
    hub->n_sources++;
    return s;
}

/* The source of that key. NULL with `why` filled. */
static struct source *find_or_make(struct lua_env *env, const struct source_options *o, char *key,
                                   char *why)
{
    struct listen_hub *hub = hub_of(env);
    struct source *s = hub ? look_up(hub, key, hash_of(key)) : NULL;
    if (s)
        return s;
    snprintf(why, LISTEN_WHY_MAX, "out of memory");
    if (hub && hub->n_sources >= LISTEN_SOURCES_MAX) {
        snprintf(why, LISTEN_WHY_MAX, "a run listens to at most %d sources at one time",
                 LISTEN_SOURCES_MAX);
        return NULL;
    }
    return hub ? source_new(hub, o, key) : NULL;
}

struct source *source_get(struct lua_env *env, const struct source_options *o,
                          char why[LISTEN_WHY_MAX])
{
    struct buf key = BUF_INIT(LISTEN_ARGS_MAX);
    struct source *s = NULL;
    char *args = json_dumps(o->args, JSON_SORT_KEYS | JSON_COMPACT | JSON_ENCODE_ANY);
    buf_printf(&key, "%s\n%s\n%s", o->plugin, o->name, args ? args : "");
    snprintf(why, LISTEN_WHY_MAX, "the arguments that name the source are too long");
    if (!key.failed && args)
        s = find_or_make(env, o, key.data, why);
    free(args);
    buf_free(&key);
    return s;
}

struct source *source_find(lua_State *L, const struct source_options *o)
{
    char why[LISTEN_WHY_MAX];
    struct source *s = source_get(state_spec(L)->env, o, why);
    json_decref(o->args);
    if (!s)
        state_error(L, "%s: %s", o->label, why);
    return s;
}

json_t *source_at(const struct source *s)
{
    return json_pack("[I, I]", (json_int_t)(s->hash % LISTEN_BUCKETS), (json_int_t)s->number);
}

struct source *source_bucket(const struct lua_env *env, const json_t *at)
{
    size_t bucket = (size_t)json_integer_value(json_array_get(at, 0));
    return env->listening && bucket < LISTEN_BUCKETS ? env->listening->buckets[bucket] : NULL;
}

struct source *source_there(const struct lua_env *env, const json_t *at)
{
    struct source *s = source_bucket(env, at);
    while (s && s->number != (size_t)json_integer_value(json_array_get(at, 1)))
        s = s->next;
    return s;
}

void source_free(struct source *s)
{
    struct source **at = &s->hub->buckets[s->hash % LISTEN_BUCKETS];
    while (*at != s)
        at = &(*at)->next;
    *at = s->next;
    s->hub->n_sources--;
    source_drop(s);
}

void source_tidy(struct source *s)
{
    if (!s->reader && !s->audiences && !s->guests && s->unclaimed == 0)
        source_free(s);
}

/* The reader ---------------------------------------------------------------------------------- */

static void reader_over(struct source *s)
{
    coro_free(s->reader);
    s->reader = NULL;
    s->busy = s->opened = false;
    guests_forget(s);
    json_decref(s->batch);
    s->batch = NULL;
}

/* The part in Lua catches errors; what comes here it could not. */
static void on_ended(struct coro *coro, enum coro_end end)
{
    struct source *s = coro->owner;
    if (end != CORO_OK) {
        json_t *problem = json_pack("{s:s}", "message", "its reader broke down");
        source_fail(s, problem);
        json_decref(problem);
    }
    reader_over(s);
    source_tidy(s);
}

void source_stop(struct source *s)
{
    if (!s->reader)
        return;
    coro_cancel(s->reader);
    reader_over(s);
}

static void due(struct alarm *alarm)
{
    coro_resume((struct coro *)alarm, 4);
}

/* In the readers' state: stack: the coroutine, the source. */
static int prepare(lua_State *L)
{
    struct coro *coro = lua_touserdata(L, 1);
    const struct source *s = lua_touserdata(L, 2);
    state_push_part(L, LUA_PART_reader);
    lua_getfield(L, -1, "read");
    lua_pushstring(L, s->plugin);
    lua_pushstring(L, s->name);
    value_push(L, s->args);
    lua_pushstring(L, s->key);
    lua_xmove(L, coro->L, 5);
    return 0;
}

/* 0, or -1: out of memory. */
static int start(struct source *s)
{
    lua_State *L = s->hub->spec->L;
    struct coro *coro = coro_new(s->hub->spec, &s->of);
    if (!coro)
        return -1;
    s->reader = s->of.body = coro;
    coro->owner = s;
    coro->ended = on_ended;
    lua_pushcfunction(L, prepare);
    lua_pushlightuserdata(L, coro);
    lua_pushlightuserdata(L, s);
    if (coro_thread(coro) != 0 || lua_pcall(L, 2, 0, 0) != LUA_OK) {
        lua_settop(L, 0);
        reader_over(s);
        return -1;
    }
    coro_sleep_until(coro, 0, due);
    return 0;
}

int source_read(struct source *s)
{
    return s->reader || start(s) == 0 ? 0 : -1;
}

uint64_t source_from(const struct source *s)
{
    return s->settled ? s->round + 1 : s->round;
}

/* What it tells ------------------------------------------------------------------------------- */

static struct source *current(lua_State *L)
{
    return state_spec(L)->current->owner;
}

void source_tell_ready(const struct source *s, uint64_t round)
{
    for (const struct audience *a = s->audiences; a; a = a->next) {
        for (struct listener *l = a->listeners; l; l = l->next) {
            if (l->ready || l->left || l->from > round)
                continue;
            l->ready = true;
            sleep_wake(l->of);
        }
    }
}

/* reader_opened(): it hears all that comes from now on. */
static int prim_opened(lua_State *L)
{
    struct source *s = current(L);
    s->opened = true;
    guests_opened(s);
    if (!s->settled)
        source_tell_ready(s, s->round);
    return 0;
}

/* reader_round(): a round begins; false: nobody listens any more. */
static int prim_round(lua_State *L)
{
    struct source *s = current(L);
    if (s->listening > 0)
        s->round++;
    lua_pushboolean(L, s->listening > 0);
    return 1;
}

void source_round_over(struct source *s)
{
    for (const struct audience *a = s->busy ? s->audiences : NULL; a; a = a->next)
        for (const struct listener *l = a->listeners; l; l = l->next)
            if (l->left)
                sleep_wake(l->of); /* its case waits for this (listener_busy) */
    s->busy = false;
}

/* reader_round_over(unclaimed or nil): what it brought is settled; so many records of the source
 * are nobody's. */
static int prim_round_over(lua_State *L)
{
    struct source *s = current(L);
    if (!lua_isnil(L, 1))
        s->unclaimed = (size_t)luaL_checkinteger(L, 1);
    if (s->settled)
        source_tell_ready(s, s->round);
    source_round_over(s);
    guests_over(s);
    return 0;
}

/* reader_hand_out({ records = list, ids = list of strings or false }): a list that says of each
 * record whether somebody wanted it; nil: nobody was there to hear. */
static int prim_hand_out(lua_State *L)
{
    char why[VALUE_WHY_MAX];
    struct source *s = current(L);
    lua_getfield(L, 1, "records");
    size_t n = lua_istable(L, -1) ? lua_rawlen(L, -1) : 0;
    if (n > LISTEN_BATCH_MAX) {
        lua_pushfstring(L, "%I records in one round; at most %d are taken", (LUAI_UACINT)n,
                        LISTEN_BATCH_MAX);
        return lua_error(L);
    }
    bool *claimed = lua_newuserdatauv(L, n + 1, 0);
    memset(claimed, 0, n + 1);
    s->batch = value_to_json(L, 1, NULL, why);
    if (!s->batch) {
        lua_pushfstring(L, "what is read must be plain data: %s", why);
        return lua_error(L);
    }
    s->busy = true;
    bool heard = source_hand_out(s, claimed, n);
    if (guests_hand_out(s, claimed, n)) {
        lua_settop(L, 0);
        return coro_yield(L, CORO_CALLING);
    }
    json_decref(s->batch);
    s->batch = NULL;
    if (!heard)
        return 0;
    lua_createtable(L, (int)n, 0);
    for (size_t i = 0; i < n; i++) {
        lua_pushboolean(L, claimed[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

/* reader_failed(problem): all who listen are told, and it ends. */
static int prim_failed(lua_State *L)
{
    char why[VALUE_WHY_MAX];
    struct source *s = current(L);
    json_t *problem = value_to_json(L, 1, NULL, why);
    if (!problem) /* no UTF-8, or no memory */
        problem = json_pack("{s:s+}", "message", "an error that cannot be told: ", why);
    source_fail(s, problem);
    json_decref(problem);
    return 0;
}

void listen_reader_primitives(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"reader_opened", prim_opened},     {"reader_round", prim_round},
        {"reader_hand_out", prim_hand_out}, {"reader_round_over", prim_round_over},
        {"reader_failed", prim_failed},     {NULL, NULL},
    };
    luaL_setfuncs(L, functions, 0);
}
