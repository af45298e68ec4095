/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/failure.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "lua/autopsy/expects.h"
#include "lua/operation/value.h"
#include "lua/state.h"

static char *copy(const char *text)
{
    char *copied = strdup(text ? text : "?");
    if (!copied)
        abort(); /* not even the failure can be told */
    return copied;
}

static enum failure_kind kind_of(const char *name)
{
    if (strcmp(name, "skip") == 0)
        return FAILURE_SKIP;
    return strcmp(name, "error") == 0 ? FAILURE_ERROR : FAILURE_EXPECTATION;
}

/* Stack: the error value, its traceback, the coroutine that it ended. Leaves the table of
 * describe(). */
static int describe(lua_State *L)
{
    state_push_part(L, LUA_PART_report);
    lua_getfield(L, -1, "describe");
    lua_insert(L, 1);
    lua_settop(L, 4);
    lua_pushboolean(L, state_spec(L)->env->timelines);
    lua_insert(L, 4);
    lua_call(L, 4, 1);
    return 1;
}

/* Stack: the table of describe(). Leaves light userdata: what the wait saw, or NULL. */
static int wait_of(lua_State *L)
{
    char why[VALUE_WHY_MAX];
    json_t *wait = NULL;
    lua_getfield(L, 1, "wait");
    if (lua_istable(L, -1))
        wait = value_to_json(L, -1, NULL, why);
    lua_pushlightuserdata(L, wait);
    return 1;
}

/* The table of describe() is on top. */
static json_t *wait_seen(lua_State *L)
{
    lua_pushcfunction(L, wait_of);
    lua_pushvalue(L, -2);
    json_t *wait = lua_pcall(L, 1, 1, 0) == LUA_OK ? lua_touserdata(L, -1) : NULL;
    lua_pop(L, 1);
    return wait;
}

static const char *field(lua_State *L, int index, const char *name)
{
    lua_getfield(L, index, name);
    return lua_tostring(L, -1);
}

void failure_set(struct failure *failure, const char *summary, const char *text)
{
    failure->kind = FAILURE_ERROR;
    failure->summary = copy(summary);
    failure->text = copy(text);
}

void failure_of_error(struct coro *coro, struct failure *failure)
{
    lua_State *L = coro->spec->L;
    int top = lua_gettop(L);
    if (!coro->L) { /* no thread could be made for it to go on */
        failure_set(failure, "out of memory", "out of memory");
        return;
    }
    luaL_traceback(L, coro->L, NULL, 0);
    lua_xmove(coro->L, L, 1);
    lua_insert(L, -2); /* error traceback */
    lua_pushthread(coro->L);
    lua_xmove(coro->L, L, 1);
    lua_pushcfunction(L, describe);
    lua_insert(L, -4);
    if (lua_pcall(L, 3, 1, 0) == LUA_OK) {
        failure->wait = wait_seen(L);
        failure->kind = kind_of(field(L, top + 1, "kind"));
        failure->summary = copy(field(L, top + 1, "summary"));
        failure->text = copy(field(L, top + 1, "text"));
    } else {
        const char *why = luaL_tolstring(L, -1, NULL);
        failure_set(failure, why, why);
    }
    lua_settop(L, top);
}

/* Where the coroutine stands, and what became of the call that was under way. */
static void add_place(struct coro *coro, struct buf *text)
{
    lua_State *L = coro->spec->L;
    if (coro->L)
        luaL_traceback(L, coro->L, NULL, 0);
    else
        lua_pushliteral(L, ""); /* it rests between polls: no line of the spec runs */
    for (char *line = strtok((char *)lua_tostring(L, -1), "\n"); line; line = strtok(NULL, "\n"))
        if (*line == '\t' && strncmp(line, "\tslrun.", 7) != 0 && strncmp(line, "\t[C]", 4) != 0 &&
            !strstr(line, "(...tail calls...)"))
            buf_printf(text, "\n  at %s", line + 1);
    lua_pop(L, 1);
    if (coro->tried)
        buf_printf(text, "\n  %s", coro->tried);
}

void failure_of_place(struct coro *coro, const char *summary, struct failure *failure)
{
    struct failure missed = {.kind = FAILURE_ERROR};
    struct buf text = BUF_INIT(NOTE_MAX);
    if (expects_cut(coro->spec, coro->of, summary, &missed))
        buf_printf(&text, "%s", missed.text);
    else
        buf_printf(&text, "E  %s", summary);
    add_place(coro, &text);
    failure_set(failure, missed.summary ? missed.summary : summary, buf_str(&text));
    failure_free(&missed);
    buf_free(&text);
}

void failure_free(struct failure *failure)
{
    free(failure->summary);
    free(failure->text);
    json_decref(failure->wait);
    *failure = (struct failure){0};
}
