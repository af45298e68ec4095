/* SPDX-License-Identifier: Apache-2.0 */
/* What a case that failed asks, and what it is told. */
#include "lua/autopsy/autopsy.h"

#include <lauxlib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "lua/autopsy/autopsy_hub.h"
#include "lua/operation/secrets.h"
#include "lua/operation/value.h"
#include "lua/state.h"
#include "lua/waiting/clock.h"
#include "lua/waiting/quiet.h"

/* NULL: out of memory. */
static struct autopsy_hub *hub_of(struct lua_env *env)
{
    if (env->autopsies || !clock_of(env))
        return env->autopsies;
    struct autopsy_hub *hub = calloc(1, sizeof *hub);
    if (!hub)
        return NULL;
    hub->env = env;
    hub->local = strcmp(env->target, "local") == 0;
    hub->spec = spec_blank(env, "autopsies");
    if (!hub->spec) {
        free(hub);
        return NULL;
    }
    env->autopsies = hub;
    return hub;
}

/* Calls in Lua -------------------------------------------------------------------------------- */

/* A function of the part, called with plain data and with plain data as its result. */
struct lua_job {
    const char *function;
    int t;              /* registry reference: the first argument, or LUA_NOREF */
    const json_t *args; /* or NULL */
    lua_State *secrets; /* of the state whose secrets are not shown, or NULL */
    json_t *result;
};

static int run_job(lua_State *L)
{
    struct lua_job *job = lua_touserdata(L, 1);
    char why[VALUE_WHY_MAX];
    if (job->secrets)
        secrets_share(job->secrets, L);
    state_push_part(L, LUA_PART_autopsy);
    lua_getfield(L, -1, job->function);
    if (job->args)
        value_push(L, job->args);
    else
        lua_rawgeti(L, LUA_REGISTRYINDEX, job->t);
    lua_call(L, 1, 1);
    if (!lua_isnil(L, -1))
        job->result = value_to_json(L, -1, NULL, why);
    return 0;
}

/* A new reference; NULL: nil, or it failed. */
static json_t *run(const struct spec *spec, struct lua_job *job)
{
    lua_State *L = spec->L;
    lua_pushcfunction(L, run_job);
    lua_pushlightuserdata(L, job);
    if (lua_pcall(L, 1, 0, 0) != LUA_OK) { /* a mistake of slrun's own, or of a prelude */
        log_line(SLRUN_LOG_WARNING, "what the system did cannot be told: %s",
                 luaL_tolstring(L, -1, NULL));
        lua_pop(L, 2);
    }
    return job->result;
}

/* The case ------------------------------------------------------------------------------------ */

static void autopsy_drop(struct autopsy *a)
{
    struct run_clock *clock = a->hub->env->clock;
    for (size_t i = 0; i < a->n; i++) {
        autopsy_site_leave(&a->wishes[i]);
        json_decref(a->wishes[i].resource);
        json_decref(a->wishes[i].finding);
    }
    alarm_stop(clock->real, &a->alarm);
    alarms_take_back(clock->real);
    quiet_hold(a->hub->env, false);
    free(a);
}

/* What tell() of the part gets: all that is known. */
static json_t *known(const struct autopsy *a)
{
    json_t *looks = json_array();
    for (size_t i = 0; i < a->n; i++)
        json_array_append_new(looks, json_pack("{s:O, s:O*}", "resource", a->wishes[i].resource,
                                               "finding", a->wishes[i].finding));
    return json_pack("{s:s, s:f, s:f, s:i, s:i, s:b, s:b, s:o}", "id", a->case_of->id, "from",
                     a->o.from_ms, "to", clock_time(a->hub->env), "limit",
                     a->hub->local ? AUTOPSY_LOCAL_MS : AUTOPSY_MS, "near",
                     a->hub->local ? AUTOPSY_LOCAL_NEAR_MS : AUTOPSY_NEAR_MS, "errors_only",
                     a->o.errors_only, "http", a->case_of->asked_http, "looks", looks);
}

static void finish(struct autopsy *a)
{
    struct lua_job job = {.function = "tell", .args = known(a)};
    json_t *told = job.args ? run(a->hub->spec, &job) : NULL;
    json_t *text = json_incref(json_object_get(told, "text"));
    struct autopsy_options o = a->o;
    json_object_del(told, "text");
    json_decref((json_t *)job.args);
    autopsy_drop(a);
    o.done(o.owner, json_string_value(text), told);
    json_decref(text);
}

static void time_over(struct alarm *alarm)
{
    finish((struct autopsy *)alarm);
}

void autopsy_answered(struct autopsy_wish *wish)
{
    if (--wish->of->n_left == 0)
        finish(wish->of);
}

void autopsy_cancel(struct autopsy *autopsy)
{
    autopsy_drop(autopsy);
}

/* What of the case's resources somebody knows how to look at; NULL: nothing. */
static json_t *resources_of(struct spec *spec, const struct coro_case *of, struct autopsy_hub *hub)
{
    struct lua_job ask = {.function = "resources", .t = of->t};
    json_t *all = run(spec, &ask);
    struct lua_job choose = {.function = "choose", .args = all, .secrets = spec->L};
    json_t *chosen = all && hub ? run(hub->spec, &choose) : NULL;
    json_decref(all);
    if (json_array_size(chosen) > 0)
        return chosen;
    json_decref(chosen);
    return NULL;
}

/* NULL: out of memory. */
static struct autopsy *autopsy_new(struct autopsy_hub *hub, const json_t *resources)
{
    size_t n = json_array_size(resources);
    n = n < AUTOPSY_RESOURCES_MAX ? n : AUTOPSY_RESOURCES_MAX;
    struct autopsy *a = calloc(1, sizeof *a + n * sizeof a->wishes[0]);
    if (!a || alarms_promise(hub->env->clock->real) != 0) {
        free(a);
        return NULL;
    }
    a->hub = hub;
    a->alarm.ring = time_over;
    quiet_hold(hub->env, true); /* what is looked at stays as it is */
    return a;
}

struct autopsy *autopsy_begin(struct spec *spec, struct coro_case *of,
                              const struct autopsy_options *options)
{
    struct autopsy_hub *hub = hub_of(spec->env);
    json_t *resources = hub ? resources_of(spec, of, hub) : NULL, *resource;
    struct autopsy *a = resources ? autopsy_new(hub, resources) : NULL;
    size_t i;
    json_array_foreach (resources, i, resource) {
        if (!a || i == AUTOPSY_RESOURCES_MAX)
            break;
        struct autopsy_wish *wish = &a->wishes[a->n];
        *wish = (struct autopsy_wish){.of = a, .resource = json_incref(resource)};
        a->n++;
        if (autopsy_site_join(hub, wish) == 0)
            a->n_left++;
    }
    json_decref(resources);
    if (!a)
        return NULL;
    a->o = *options;
    a->o.from_ms = floor(options->from_ms);
    a->case_of = of;
    struct alarms *real = hub->env->clock->real;
    alarm_set(real, &a->alarm, alarms_now(real) + (hub->local ? AUTOPSY_LOCAL_MS : AUTOPSY_MS));
    return a;
}

void autopsy_note_request(const struct coro_case *of, struct lua_env *env, const char *id)
{
    if (of->role != CORO_OF_CASE || !*id)
        return;
    if (json_object_size(env->requests) >= AUTOPSY_REQUESTS_MAX)
        json_object_clear(env->requests);
    env->requests = env->requests ? env->requests : json_object();
    json_object_set_new(env->requests, id, json_string(of->id));
}

void autopsy_free(struct lua_env *env)
{
    struct autopsy_hub *hub = env->autopsies;
    json_decref(env->requests);
    env->requests = NULL;
    if (!hub)
        return;
    autopsy_sites_free(hub);
    spec_free(hub->spec);
    free(hub);
    env->autopsies = NULL;
}
