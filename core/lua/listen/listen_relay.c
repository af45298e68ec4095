/* SPDX-License-Identifier: Apache-2.0 */
/* The side of a worker (listen_relay.h): its sources have no readers of their own. */
#include "lua/listen/listen_relay.h"

#include <stdlib.h>

#include "lua/listen/listen_hub.h"
#include "lua/operation/secrets.h"
#include "lua/state.h"
#include "lua/waiting/sleep.h"

static void say(const struct source *s, json_t *message)
{
    const struct listen_relay *relay = s->hub->env->relay;
    json_object_set_new(message, "at", source_at(s));
    relay->say(relay->arg, message);
}

void relay_join(const struct listener *l)
{
    const struct source *s = l->audience->source;
    say(s, json_pack("{s:I, s:s, s:s, s:s, s:O, s:b}", "join", (json_int_t)l->number, "plugin",
                     s->plugin, "name", s->name, "label", s->label, "args", s->args, "settled",
                     (int)s->settled));
}

void relay_leave(const struct listener *l)
{
    say(l->audience->source, json_pack("{s:I}", "leave", (json_int_t)l->number));
}

/* What the run says ---------------------------------------------------------------------------- */

static uint64_t number_of(const json_t *message, const char *key)
{
    return (uint64_t)json_integer_value(json_object_get(message, key));
}

static struct listener *find(const struct source *s, uint64_t number)
{
    for (const struct audience *a = s->audiences; a; a = a->next)
        for (struct listener *l = a->listeners; l; l = l->next)
            if (l->number == number)
                return l;
    return NULL;
}

static void on_joined(struct source *s, const json_t *message)
{
    struct listener *l = find(s, number_of(message, "joined"));
    if (!l)
        return;
    l->from = number_of(message, "from");
    l->ready = json_is_true(json_object_get(message, "ready"));
    sleep_wake(l->of);
}

static void on_ready(struct source *s, const json_t *message)
{
    s->opened = true;
    source_tell_ready(s, number_of(message, "ready"));
}

static void on_over(struct source *s, const json_t *message)
{
    if (s->settled)
        source_tell_ready(s, number_of(message, "over"));
    source_round_over(s);
}

static void on_fail(struct source *s, const json_t *message)
{
    struct listener *l = find(s, number_of(message, "of")); /* it could not join */
    if (l)
        l->from = 0;
    source_fail(s, json_object_get(message, "fail"));
}

static int add_secrets(lua_State *L)
{
    size_t i;
    const json_t *one, *secrets = lua_touserdata(L, 1);
    json_array_foreach (secrets, i, one)
        if (json_is_string(one))
            secrets_add(L, json_string_value(one));
    return 0;
}

/* What the reader knows to be secret. */
static void learn(const struct source *s, json_t *secrets)
{
    lua_State *L = s->hub->spec->L;
    lua_pushcfunction(L, add_secrets);
    lua_pushlightuserdata(L, secrets);
    if (lua_pcall(L, 1, 0, 0) != LUA_OK)
        lua_pop(L, 1);
}

static json_t *judge(struct source *s, const json_t *message)
{
    json_t *wanted = json_array();
    s->batch = json_object_get(message, "batch");
    s->round = number_of(message, "round");
    s->busy = true;
    size_t n = json_array_size(json_object_get(s->batch, "records"));
    bool *claimed = calloc(n + 1, sizeof *claimed);
    learn(s, json_object_get(message, "secrets"));
    if (claimed)
        source_hand_out(s, claimed, n);
    for (size_t i = 0; claimed && i < n; i++)
        if (claimed[i])
            json_array_append_new(wanted, json_integer((json_int_t)i));
    free(claimed);
    s->batch = NULL;
    return wanted;
}

/* Where all have left meanwhile, nothing is wanted. */
static void on_batch(const struct lua_env *env, struct source *s, const json_t *message)
{
    json_t *wanted = s ? judge(s, message) : json_array();
    json_t *verdict = json_pack("{s:O, s:O, s:o}", "verdict", json_object_get(message, "round"),
                                "at", json_object_get(message, "at"), "claimed", wanted);
    env->relay->say(env->relay->arg, verdict);
}

void listen_relay_hear(struct lua_env *env, const json_t *message)
{
    static const struct {
        const char *key;
        void (*heard)(struct source *source, const json_t *message);
    } words[] = {{"joined", on_joined}, {"ready", on_ready}, {"over", on_over}, {"fail", on_fail}};
    struct source *s = source_there(env, json_object_get(message, "at"));
    if (json_object_get(message, "batch")) {
        on_batch(env, s, message);
        return;
    }
    for (size_t i = 0; s && i < sizeof words / sizeof *words; i++) {
        if (json_object_get(message, words[i].key)) {
            words[i].heard(s, message);
            return;
        }
    }
}
