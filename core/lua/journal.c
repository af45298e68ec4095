/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/journal.h"

#include <stdio.h>

#include "base/error.h"
#include "base/log.h"
#include "lua/operation/value.h"

static void durable(struct lua_journal_wait *wait, const struct slrun_error *error)
{
    struct coro *coro = (struct coro *)(void *)((char *)wait - offsetof(struct coro, noting));
    lua_pushlightuserdata(coro->L, (void *)error);
    coro_resume(coro, 1);
}

int journal_wait(lua_State *L, lua_KContext ctx, lua_KFunction then)
{
    struct spec *spec = state_spec(L);
    struct coro *coro = spec->current;
    coro->noting.ready = durable;
    spec->env->journal->wait(spec->env->journal, &coro->noting);
    coro->state = CORO_NOTING;
    return lua_yieldk(L, 0, ctx, then);
}

void journal_forget(struct coro *coro)
{
    struct lua_journal *journal = coro->spec->env->journal;
    journal->forget(journal, &coro->noting);
}

static int cannot_own(lua_State *L, const struct slrun_error *error)
{
    return state_error(L, "t:own: %s%s%s", error->message, *error->hint ? "\n  hint: " : "",
                       error->hint);
}

/* Entry 1 of the stack is the entry of the clean-up; it keeps no number that is void. */
static int owned(lua_State *L, int status, lua_KContext number)
{
    (void)status;
    struct lua_journal *journal = state_spec(L)->env->journal;
    const struct slrun_error *error = lua_touserdata(L, -1);
    if (!error)
        return 0;
    journal->mark(journal, number, "void", NULL);
    lua_pushnil(L);
    lua_setfield(L, 1, "number");
    return cannot_own(L, error);
}

static json_t *plain_args(lua_State *L, int index)
{
    char why[VALUE_WHY_MAX];
    json_t *args = value_to_json(L, index, NULL, why);
    if (!args)
        state_error(L, "t:own: a claim is written down, so its arguments are plain values: %s",
                    why);
    return args;
}

int prim_own(lua_State *L)
{
    struct coro *coro = coro_current(L, "t:own");
    struct lua_journal *journal = coro->spec->env->journal;
    struct slrun_error error = {0};
    const char *plugin = luaL_checkstring(L, 2), *claim = luaL_checkstring(L, 3);
    const char *label = luaL_checkstring(L, 5);
    char name[512];
    json_t *args = plain_args(L, 4);
    if (!journal) {
        json_decref(args);
        return 0;
    }
    snprintf(name, sizeof name, "%s::%s", coro->spec->path, coro->of->name);
    json_t *fields = json_pack("{s:s, s:s, s:s, s:s, s:s, s:o}", "case", name, "id", coro->of->id,
                               "plugin", plugin, "claim", claim, "label", label, "args", args);
    int64_t number = fields ? journal->note(journal, "claim", fields, &error)
                            : error_set(&error, SLRUN_E_MEMORY, "out of memory");
    if (number < 0)
        return cannot_own(L, &error);
    if (number == 0)
        return 0;
    lua_pushinteger(L, (lua_Integer)number); /* before the wait, which may be cancelled */
    lua_setfield(L, 1, "number");
    return journal_wait(L, (lua_KContext)number, owned);
}

static void warn(lua_State *L, const char *text)
{
    const struct spec *spec = state_spec(L);
    log_line(SLRUN_LOG_WARNING, "%s::%s: %s", spec->path, spec->current->of->name, text);
}

int prim_warn(lua_State *L)
{
    warn(L, luaL_checkstring(L, 1));
    return 0;
}

int prim_lost(lua_State *L)
{
    lua_pushboolean(L, state_spec(L)->env->lost);
    return 1;
}

int prim_step(lua_State *L)
{
    struct coro_case *of = state_spec(L)->current->of;
    of->step = lua_tostring(L, 1);
    of->steps_left = (size_t)luaL_checkinteger(L, 2);
    return 0;
}

int prim_kept(lua_State *L)
{
    struct lua_journal *journal = state_spec(L)->env->journal;
    const char *what = luaL_checkstring(L, 2), *why = luaL_checkstring(L, 3);
    if (journal && lua_isinteger(L, 1))
        journal->mark(journal, lua_tointeger(L, 1), "void", json_pack("{s:s}", "why", why));
    if (!journal || !journal->tells)
        warn(L, lua_pushfstring(L, "the %s stays: %s", what, why));
    return 0;
}

int prim_undone(lua_State *L)
{
    struct lua_journal *journal = state_spec(L)->env->journal;
    lua_Integer number = luaL_checkinteger(L, 1);
    const char *what = luaL_checkstring(L, 2), *but = luaL_optstring(L, 3, NULL);
    if (journal)
        journal->mark(journal, number, "done", but ? json_pack("{s:s}", "why", but) : NULL);
    if (journal && !journal->tells && but)
        warn(L, lua_pushfstring(L, "the %s is removed: %s", what, but));
    return 0;
}

int prim_unfinished(lua_State *L)
{
    const struct lua_journal *journal = state_spec(L)->env->journal;
    const char *what = luaL_checkstring(L, 1), *why = luaL_checkstring(L, 2);
    struct coro_case *of = state_spec(L)->current->of;
    if (journal && journal->tells)
        of->problem(of, what, why, why);
    else if (journal)
        warn(L, lua_pushfstring(L, "the %s is %s: a sweep sees to its end", what, why));
    return 0;
}
