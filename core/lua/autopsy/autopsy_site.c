/* SPDX-License-Identifier: Apache-2.0 */
/* The looks at resources: one at a time each, for all the cases that wait for it. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lua/autopsy/autopsy_hub.h"
#include "lua/autopsy/miss.h"
#include "lua/operation/value.h"
#include "lua/state.h"
#include "lua/waiting/clock.h"

static struct alarms *real_of(const struct autopsy_hub *hub)
{
    return hub->env->clock->real;
}

/* Wishes -------------------------------------------------------------------------------------- */

static void unlink_wish(struct autopsy_wish *wish)
{
    struct autopsy_wish **at = wish->list;
    while (*at != wish)
        at = &(*at)->next;
    *at = wish->next;
    wish->list = NULL;
    wish->next = NULL;
}

static void link_wish(struct autopsy_wish **list, struct autopsy_wish *wish)
{
    wish->list = list;
    wish->next = *list;
    *list = wish;
}

static void move_all(struct autopsy_wish **from, struct autopsy_wish **to)
{
    while (*from) {
        struct autopsy_wish *wish = *from;
        unlink_wish(wish);
        link_wish(to, wish);
    }
}

/* Sites --------------------------------------------------------------------------------------- */

static void site_drop(struct autopsy_site *site)
{
    struct autopsy_site **at = &site->hub->sites;
    while (*at != site)
        at = &(*at)->next;
    *at = site->next;
    alarm_stop(real_of(site->hub), &site->alarm);
    alarms_take_back(real_of(site->hub));
    json_decref(site->resource);
    json_decref(site->finding);
    buf_free(&site->of.notes);
    free(site->key);
    free(site);
}

void autopsy_sites_free(struct autopsy_hub *hub)
{
    while (hub->sites)
        site_drop(hub->sites);
}

static void begin(struct alarm *alarm);

/* NULL: out of memory. */
static struct autopsy_site *site_new(struct autopsy_hub *hub, json_t *resource, const char *key)
{
    struct autopsy_site *site = calloc(1, sizeof *site);
    char *copied = strdup(key);
    if (!site || !copied || alarms_promise(real_of(hub)) != 0) {
        free(site);
        free(copied);
        return NULL;
    }
    *site = (struct autopsy_site){.hub = hub,
                                  .next = hub->sites,
                                  .key = copied,
                                  .resource = json_incref(resource),
                                  .began = -INFINITY,
                                  .alarm.ring = begin};
    site->of = (struct coro_case){.role = CORO_OF_AUTOPSY,
                                  .id = "",
                                  .name = "autopsy",
                                  .t = LUA_REFNIL,
                                  .notes = BUF_INIT(0)};
    hub->sites = site;
    return site;
}

static struct autopsy_site *site_of(struct autopsy_hub *hub, json_t *resource)
{
    char *key = json_dumps(resource, JSON_COMPACT | JSON_SORT_KEYS);
    struct autopsy_site *site = key ? hub->sites : NULL;
    while (site && strcmp(site->key, key) != 0)
        site = site->next;
    if (!site && key)
        site = site_new(hub, resource, key);
    free(key);
    return site;
}

/* When the look under way is over, or given up: the next begins for who waits. */
static void go_on(struct autopsy_site *site)
{
    double due = alarms_now(real_of(site->hub)) + AUTOPSY_GATHER_MS;
    if (site->crowd)
        due = fmax(due, site->began + AUTOPSY_CROWD_MS);
    if (site->waiting && !alarm_is_set(&site->alarm))
        alarm_set(real_of(site->hub), &site->alarm, due);
    else if (!site->waiting && !site->crowd)
        site_drop(site);
}

int autopsy_site_join(struct autopsy_hub *hub, struct autopsy_wish *wish)
{
    struct autopsy_site *site = site_of(hub, wish->resource);
    if (!site)
        return -1;
    wish->site = site;
    link_wish(&site->waiting, wish);
    if (!site->looks)
        go_on(site);
    return 0;
}

void autopsy_site_leave(struct autopsy_wish *wish)
{
    struct autopsy_site *site = wish->site; /* it may be gone, once the wish is answered */
    bool waits = wish->list && wish->list != &wish->of->hub->answered;
    if (wish->list)
        unlink_wish(wish);
    if (!waits || site->asked)
        return;
    if (site->looks) {
        coro_cancel(site->looks);
        coro_free(site->looks);
        site->looks = NULL;
    }
    if (!site->waiting)
        alarm_stop(real_of(site->hub), &site->alarm);
    go_on(site);
}

/* Looking ------------------------------------------------------------------------------------- */

static void tell_answered(struct autopsy_hub *hub)
{
    while (hub->answered) {
        struct autopsy_wish *wish = hub->answered;
        unlink_wish(wish);
        autopsy_answered(wish);
    }
}

/* The part in Lua catches errors; without a finding there was no memory for it. */
static void over(struct autopsy_site *site)
{
    struct autopsy_hub *hub = site->hub;
    for (struct autopsy_wish *wish = site->asked; wish; wish = wish->next)
        wish->finding = json_incref(site->finding);
    move_all(&site->asked, &hub->answered);
    go_on(site);
    tell_answered(hub);
}

static void on_ended(struct coro *coro, enum coro_end end)
{
    struct autopsy_site *site = coro->owner;
    (void)end;
    coro_free(coro);
    site->looks = NULL;
    over(site);
}

/* Stack of the coroutine: look, the resource, from, acted, to (milliseconds since 1970). */
static int prepare(lua_State *L)
{
    struct coro *coro = lua_touserdata(L, 1);
    const struct autopsy_site *site = coro->owner;
    bool local = site->hub->local;
    double from = INFINITY;
    for (const struct autopsy_wish *wish = site->asked; wish; wish = wish->next)
        from = fmin(from, wish->of->o.from_ms);
    state_push_part(L, LUA_PART_autopsy);
    lua_getfield(L, -1, "look");
    value_push(L, site->resource);
    lua_pushinteger(L, (lua_Integer)from - (local ? AUTOPSY_LOCAL_EARLY_MS : AUTOPSY_EARLY_MS));
    lua_pushinteger(L, (lua_Integer)from - (local ? AUTOPSY_LOCAL_NEAR_MS : AUTOPSY_NEAR_MS));
    lua_pushinteger(L, (lua_Integer)clock_time(site->hub->env));
    lua_xmove(L, coro->L, 5);
    return 0;
}

/* 0, or -1: out of memory. */
static int start(struct autopsy_site *site)
{
    struct coro *coro = coro_new(site->hub->spec, &site->of);
    lua_State *L = site->hub->spec->L;
    if (!coro)
        return -1;
    coro->owner = site;
    coro->ended = on_ended;
    site->looks = site->of.body = coro;
    lua_pushcfunction(L, prepare);
    lua_pushlightuserdata(L, coro);
    if (coro_thread(coro) == 0 && lua_pcall(L, 1, 0, 0) == LUA_OK)
        return 0;
    lua_settop(L, 0);
    coro_free(coro);
    site->looks = NULL;
    return -1;
}

static void begin(struct alarm *alarm)
{
    struct autopsy_site *site = (struct autopsy_site *)alarm;
    json_decref(site->finding);
    site->finding = NULL;
    move_all(&site->waiting, &site->asked);
    site->crowd = site->asked && site->asked->next;
    site->began = alarms_now(real_of(site->hub));
    if (start(site) == 0)
        coro_resume(site->looks, 4);
    else
        over(site);
}

/* autopsy_found(finding): what the look under way has found. */
static int prim_found(lua_State *L)
{
    char why[VALUE_WHY_MAX];
    struct autopsy_site *site = state_spec(L)->current->owner;
    json_t *finding = value_to_json(L, 1, NULL, why);
    if (!finding)
        return luaL_error(L, "what is found must be plain data: %s", why);
    json_decref(site->finding);
    site->finding = finding;
    return 0;
}

/* denied(): what AWS would refuse to functions, as far as it is known here; a list. */
static int prim_denied(lua_State *L)
{
    const json_t *denied = state_spec(L)->env->denied;
    if (denied)
        value_push(L, denied);
    else
        lua_newtable(L);
    return 1;
}

/* sender(request id): the id of the case that sent it; nil: that is not known. */
static int prim_sender(lua_State *L)
{
    const json_t *requests = state_spec(L)->env->requests;
    lua_pushstring(L, json_string_value(json_object_get(requests, luaL_checkstring(L, 1))));
    return 1;
}

void autopsy_primitives(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"autopsy_found", prim_found},
        {"denied", prim_denied},
        {"sender", prim_sender},
        {"pattern_miss", prim_pattern_miss},
        {NULL, NULL},
    };
    luaL_setfuncs(L, functions, 0);
}
