/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/operation/calls.h"

#include <string.h>

#include "lua/coro.h"
#include "lua/operation/secrets.h"
#include "lua/state.h"

enum {
    COPY_MAX = 256 << 20,
    COPY_KEPT = 64 << 10, /* bytes of memory that stay for the next call */
};

/* What a spec knows to be secret: of earlier calls, and the run's credentials. */
static int find_known(lua_State *L)
{
    struct mask *mask = lua_touserdata(L, 1);
    mask->known = secrets_known(L);
    return 0;
}

static int mask_in_lua(lua_State *L)
{
    struct buf *text = lua_touserdata(L, 1);
    lua_pushlstring(L, buf_str(text), text->len);
    secrets_mask(L);
    size_t n;
    const char *masked = lua_tolstring(L, -1, &n);
    buf_clear(text);
    buf_add(text, masked, n);
    return 0;
}

/* f(of); false: out of memory. */
static bool protect(lua_State *L, lua_CFunction f, void *of)
{
    if (!lua_checkstack(L, 8))
        return false;
    lua_pushcfunction(L, f);
    lua_pushlightuserdata(L, of);
    if (lua_pcall(L, 1, 0, 0) == LUA_OK)
        return true;
    lua_pop(L, 1);
    return false;
}

/* All that the rule hides has one of these in it; most headers have none, and there are many. */
static bool may_hide(const struct buf *text)
{
    return memchr(text->data, '=', text->len) || memchr(text->data, ':', text->len) ||
           strstr(text->data, "AWS4-") || strstr(text->data, "earer");
}

/* What people print looks like this, too: one rule for both (parts/mask.lua). */
static void last_pass(void *arg, struct buf *text)
{
    if (text->len == 0 || !may_hide(text) || protect(arg, mask_in_lua, text))
        return;
    buf_clear(text);
    buf_puts(text, MASK_HIDDEN);
}

/* False: out of memory. */
static bool copy(struct lua_calls *calls, const struct call_record *record)
{
    const struct coro *coro = record->owner;
    struct mask mask = {.last = last_pass, .arg = coro->spec->L};
    const struct call_copy_options options = {.mask = &mask, .body_max = calls->body_max};
    bool copied =
        protect(coro->spec->L, find_known, &mask) && call_copy_put(&calls->copy, record, &options);
    mask_free(&mask);
    return copied;
}

static void on_ended(struct call_observer *observer, const struct call_record *record)
{
    struct lua_calls *calls = (struct lua_calls *)observer;
    bool told = record->detailed && copy(calls, record);
    const struct call_copy call = {calls->copy.data, calls->copy.len};
    calls->ended(calls, &(struct lua_call){
                            .coro = record->owner, .record = record, .call = told ? &call : NULL});
    if (calls->copy.cap > COPY_KEPT)
        buf_free(&calls->copy);
    else
        buf_clear(&calls->copy);
}

static void *on_begins(struct call_observer *observer, const struct call_begin *begin)
{
    struct lua_calls *calls = (struct lua_calls *)observer;
    return calls->begins ? calls->begins(calls, begin) : NULL;
}

void calls_open(struct lua_calls *calls, bool details)
{
    calls->observer =
        (struct call_observer){.begins = on_begins, .ended = on_ended, .details = details};
    calls->copy = BUF_INIT(COPY_MAX);
}

void calls_close(struct lua_calls *calls)
{
    buf_free(&calls->copy);
}
