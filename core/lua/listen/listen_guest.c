/* SPDX-License-Identifier: Apache-2.0 */
/* The side of the run (listen_relay.h): workers that listen to what is read here. */
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "lua/listen/listen_hub.h"
#include "lua/listen/listen_relay.h"
#include "lua/operation/secrets.h"
#include "lua/state.h"
#include "lua/waiting/quiet.h"
#include "lua/waiting/sleep.h"

/* A source of a worker. */
struct guest {
    struct listen_relay worker;
    json_t *at;       /* there */
    size_t listening; /* of its listeners */
    json_int_t first; /* of them: those before it had a reader that failed */
    bool heard;       /* of this round: it is told when it is over */
    bool asked;       /* for its verdict */
    struct guest *next;
};

static void say(const struct guest *g, json_t *message)
{
    json_object_set(message, "at", g->at);
    g->worker.say(g->worker.arg, message);
}

static void drop(struct guest **at)
{
    struct guest *g = *at;
    *at = g->next;
    json_decref(g->at);
    free(g);
}

void guests_free(struct source *s)
{
    while (s->guests)
        drop(&s->guests);
    guests_forget(s);
}

/* What the reader tells ------------------------------------------------------------------------ */

void guests_opened(const struct source *s)
{
    for (const struct guest *g = s->guests; g && !s->settled; g = g->next)
        say(g, json_pack("{s:I}", "ready", (json_int_t)s->round));
}

void guests_over(struct source *s)
{
    for (struct guest **at = &s->guests; *at;) {
        if (s->settled || (*at)->heard)
            say(*at, json_pack("{s:I}", "over", (json_int_t)s->round));
        (*at)->heard = false;
        if ((*at)->listening == 0)
            drop(at);
        else
            at = &(*at)->next;
    }
}

void guests_fail(struct source *s, const json_t *problem)
{
    for (const struct guest *g = s->guests; g; g = g->next) {
        s->listening -= g->listening;
        say(g, json_pack("{s:O}", "fail", problem));
    }
    guests_free(s);
}

/* A round -------------------------------------------------------------------------------------- */

static int list_secrets(lua_State *L)
{
    json_t *list = lua_touserdata(L, 1);
    prim_secrets(L);
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
        if (lua_type(L, -2) == LUA_TSTRING)
            json_array_append_new(list, json_string(lua_tostring(L, -2)));
    return 0;
}

static json_t *secrets_of(const struct source *s)
{
    lua_State *L = s->hub->spec->L;
    json_t *list = json_array();
    lua_pushcfunction(L, list_secrets);
    lua_pushlightuserdata(L, list);
    if (lua_pcall(L, 1, 0, 0) != LUA_OK)
        lua_pop(L, 1);
    return list;
}

bool guests_hand_out(struct source *s, const bool *claimed, size_t n)
{
    json_t *secrets = s->guests ? secrets_of(s) : NULL;
    for (struct guest *g = s->guests; g; g = g->next) {
        if (g->listening == 0)
            continue;
        g->heard = g->asked = true;
        s->awaited++;
        say(g, json_pack("{s:O, s:I, s:O}", "batch", s->batch, "round", (json_int_t)s->round,
                         "secrets", secrets));
    }
    json_decref(secrets);
    if (s->awaited == 0)
        return false;
    s->claimed = calloc(n + 1, sizeof *s->claimed);
    if (s->claimed)
        memcpy(s->claimed, claimed, n * sizeof *claimed);
    s->n_claimed = s->claimed ? n : 0;
    quiet_hold(s->hub->env, true); /* the records are on their way */
    return true;
}

void guests_forget(struct source *s)
{
    if (s->awaited == 0)
        return;
    s->awaited = 0;
    for (struct guest *g = s->guests; g; g = g->next)
        g->asked = false;
    free(s->claimed);
    s->claimed = NULL;
    quiet_hold(s->hub->env, false);
}

/* The reader goes on with the list of what was claimed. */
static int push_claimed(lua_State *L)
{
    const struct source *s = lua_touserdata(L, 1);
    lua_createtable(L, (int)s->n_claimed, 0);
    for (size_t i = 0; i < s->n_claimed; i++) {
        lua_pushboolean(L, s->claimed[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_xmove(L, s->reader->L, 1);
    return 0;
}

/* All have said what they want. */
static void go_on(struct source *s)
{
    lua_State *L = s->hub->spec->L;
    json_decref(s->batch);
    s->batch = NULL;
    lua_pushcfunction(L, push_claimed);
    lua_pushlightuserdata(L, s);
    bool pushed = lua_pcall(L, 1, 0, 0) == LUA_OK;
    s->awaited = 1;
    guests_forget(s);
    if (pushed) {
        coro_resume(s->reader, 1);
        return;
    }
    lua_pop(L, 1);
    json_t *problem = json_pack("{s:s}", "message", "out of memory");
    source_fail(s, problem);
    json_decref(problem);
    source_stop(s);
    source_tidy(s);
}

/* The source may be gone behind this. */
static void settle(struct source *s, struct guest *g)
{
    if (!g->asked)
        return;
    g->asked = false;
    if (--s->awaited == 0)
        go_on(s);
}

/* What a worker says --------------------------------------------------------------------------- */

static struct guest *find(struct source *s, const void *arg, const json_t *at)
{
    struct guest *g = s->guests;
    while (g && (g->worker.arg != arg || !json_equal(g->at, at)))
        g = g->next;
    return g;
}

static struct guest *guest_new(struct source *s, const struct listen_relay *worker,
                               const json_t *message)
{
    json_t *at = json_object_get(message, "at");
    struct guest *g = calloc(1, sizeof *g);
    if (!g)
        return NULL;
    *g = (struct guest){.worker = *worker,
                        .at = json_incref(at),
                        .first = json_integer_value(json_object_get(message, "join")),
                        .next = s->guests};
    return s->guests = g;
}

/* The source with a guest that has one listener more. NULL with `why` filled. */
static struct source *let_in(struct lua_env *env, const struct listen_relay *worker,
                             const json_t *message, char why[LISTEN_WHY_MAX])
{
    json_t *at = json_object_get(message, "at");
    const struct source_options options = {.plugin = slrun_text_or(message, "plugin", ""),
                                           .name = slrun_text_or(message, "name", ""),
                                           .label = slrun_text_or(message, "label", ""),
                                           .args = json_object_get(message, "args"),
                                           .settled =
                                               json_is_true(json_object_get(message, "settled"))};
    struct source *s = source_get(env, &options, why);
    struct guest *g = s ? find(s, worker->arg, at) : NULL;
    if (s && !g)
        g = guest_new(s, worker, message);
    if (s && g && source_read(s) == 0) {
        g->listening++;
        s->listening++;
        return s;
    }
    if (s)
        snprintf(why, LISTEN_WHY_MAX, "out of memory");
    return NULL;
}

static void on_join(struct lua_env *env, const struct listen_relay *worker, const json_t *message)
{
    char why[LISTEN_WHY_MAX];
    struct source *s = let_in(env, worker, message, why);
    json_t *at = json_object_get(message, "at"), *number = json_object_get(message, "join");
    json_t *answer =
        s ? json_pack("{s:O, s:O, s:I, s:b}", "joined", number, "at", at, "from",
                      (json_int_t)source_from(s), "ready", (int)(s->opened && !s->settled))
          : json_pack("{s:{s:s}, s:O, s:O}", "fail", "message", why, "at", at, "of", number);
    worker->say(worker->arg, answer);
    if (s && !s->settled)
        sleep_wake(&s->of);
}

static void leave(struct source *s, struct guest *g, size_t n)
{
    g->listening -= n;
    s->listening -= n;
    if (n > 0 && s->listening == 0 && !s->busy)
        source_stop(s);
}

static void unlink_guest(struct source *s, const struct guest *g)
{
    struct guest **at = &s->guests;
    while (*at != g)
        at = &(*at)->next;
    drop(at);
}

static void on_leave(struct source *s, struct guest *g, const json_t *number)
{
    if (json_integer_value(number) < g->first)
        return;
    leave(s, g, 1);
    if (g->listening == 0 && !g->heard)
        unlink_guest(s, g);
    source_tidy(s);
}

static void on_verdict(struct source *s, struct guest *g, const json_t *message)
{
    size_t i;
    const json_t *one;
    if ((uint64_t)json_integer_value(json_object_get(message, "verdict")) != s->round || !g->asked)
        return;
    json_array_foreach (json_object_get(message, "claimed"), i, one) {
        size_t place = (size_t)json_integer_value(one);
        if (place < s->n_claimed)
            s->claimed[place] = true;
    }
    settle(s, g);
}

void listen_guest_hear(struct lua_env *env, const struct listen_relay *worker,
                       const json_t *message)
{
    const json_t *at = json_object_get(message, "at");
    if (json_object_get(message, "join")) {
        on_join(env, worker, message);
        return;
    }
    for (struct source *s = source_bucket(env, at); s; s = s->next) {
        struct guest *g = find(s, worker->arg, at);
        if (g && json_object_get(message, "leave"))
            on_leave(s, g, json_object_get(message, "leave"));
        else if (g)
            on_verdict(s, g, message);
        if (g)
            return;
    }
}

/* Whether one was let go: the sources may be others then. */
static bool let_go(struct source *s, const void *arg)
{
    struct guest *g = s->guests;
    while (g && g->worker.arg != arg)
        g = g->next;
    if (!g)
        return false;
    bool last = g->asked && --s->awaited == 0;
    leave(s, g, g->listening);
    unlink_guest(s, g);
    if (last)
        go_on(s);
    else
        source_tidy(s);
    return true;
}

void listen_guest_gone(struct lua_env *env, const void *arg)
{
    for (size_t i = 0; env->listening && i < LISTEN_BUCKETS; i++) {
        struct source *s = env->listening->buckets[i];
        while (s)
            s = let_go(s, arg) ? env->listening->buckets[i] : s->next;
    }
}
