/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/language/fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/failure.h"
#include "lua/language/stack.h"
#include "lua/operation/value.h"
#include "lua/state.h"

_Static_assert(FIXTURE_NO_VALUE == LUA_NOREF, "luaL_unref ignores it");

const char *fixture_scope_name(enum fixture_scope scope)
{
    static const char *const names[] = {"run", "file", "case"};
    return names[scope];
}

const struct fixture *fixture_first(const struct spec *spec)
{
    return spec->fixtures;
}

struct fixture *fixture_find(const struct spec *spec, const char *name, const char *path)
{
    for (struct fixture *fx = spec->fixtures; fx; fx = fx->next)
        if (strcmp(fx->name, name) == 0 && strcmp(fx->path, path) == 0)
            return fx;
    return NULL;
}

size_t fixture_wide_uses(const struct spec *spec, const struct fixture *fx, struct fixture **found)
{
    size_t n = 0;
    struct fixture *stack = fx->scope == FIXTURE_FILE ? stack_of(spec) : NULL;
    if (stack)
        found[n++] = stack;
    for (size_t i = 0; i < fx->n_uses; i++) {
        struct fixture *used = fixture_nearest(spec, fx->uses[i], fx);
        if (used && used->scope != FIXTURE_CASE)
            found[n++] = used;
    }
    return n;
}

/* Stack: the coroutine, the fixture. */
static int keep(lua_State *L)
{
    struct coro *coro = lua_touserdata(L, 1);
    struct fixture *fx = lua_touserdata(L, 2);
    lua_pushvalue(coro->L, -1);
    lua_xmove(coro->L, L, 1);
    fx->value = luaL_ref(L, LUA_REGISTRYINDEX); /* nil gives LUA_REFNIL, which is a value too */
    return 0;
}

/* lua_pcall with two pointers as arguments. */
static int protect(lua_State *L, lua_CFunction f, void *a, void *b)
{
    lua_pushcfunction(L, f);
    lua_pushlightuserdata(L, a);
    lua_pushlightuserdata(L, b);
    if (lua_pcall(L, 2, 0, 0) == LUA_OK)
        return 0;
    lua_pop(L, 1);
    return -1;
}

int fixture_keep(struct fixture *fx, struct coro *coro)
{
    return protect(coro->spec->L, keep, coro, fx);
}

struct taking {
    struct coro *coro;
    json_t *json;
    char *why; /* VALUE_WHY_MAX bytes */
};

static int take(lua_State *L)
{
    struct taking *x = lua_touserdata(L, 1);
    x->json = lua_isnil(x->coro->L, -1)
                  ? json_null()
                  : value_to_json(x->coro->L, lua_gettop(x->coro->L), NULL, x->why);
    return 0;
}

json_t *fixture_take(struct coro *coro, char why[VALUE_WHY_MAX])
{
    struct taking x = {.coro = coro, .why = why};
    snprintf(why, VALUE_WHY_MAX, "out of memory");
    protect(coro->spec->L, take, &x, NULL);
    return x.json;
}

struct setting {
    struct fixture *fx;
    const json_t *value;
};

static int set(lua_State *L)
{
    struct setting *x = lua_touserdata(L, 1);
    if (json_is_null(x->value))
        lua_pushnil(L); /* a set-up that returned nothing */
    else
        value_push(L, x->value);
    x->fx->value = luaL_ref(L, LUA_REGISTRYINDEX);
    return 0;
}

int fixture_set(struct spec *spec, struct fixture *fx, const json_t *value)
{
    return protect(spec->L, set, &(struct setting){fx, value}, NULL);
}

void fixture_drop(struct spec *spec, struct fixture *fx)
{
    luaL_unref(spec->L, LUA_REGISTRYINDEX, fx->value);
    fx->value = LUA_NOREF;
}

struct giving {
    struct fixture *const *fixtures;
    size_t n;
    int t;
};

static int give(lua_State *L)
{
    const struct giving *x = lua_touserdata(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, x->t);
    for (size_t i = 0; i < x->n; i++) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, x->fixtures[i]->value);
        lua_setfield(L, -2, x->fixtures[i]->name);
    }
    return 0;
}

int fixture_give(struct spec *spec, struct fixture *const *fixtures, size_t n, int t)
{
    struct giving x = {fixtures, n, t};
    return protect(spec->L, give, &x, NULL);
}

void fixture_blame(const struct fixture *fx, struct failure *failure)
{
    struct buf summary = BUF_INIT(NOTE_MAX), text = BUF_INIT(NOTE_MAX);
    if (failure->kind == FAILURE_SKIP)
        return;
    if (fx->stack) {
        buf_printf(&summary, "the stack: %s", failure->summary);
        buf_printf(&text, "the stack (%s)\n%s", fx->path, failure->text);
    } else {
        buf_printf(&summary, "fixture '%s': %s", fx->name, failure->summary);
        buf_printf(&text, "fixture '%s' (%s:%d)\n%s", fx->name, fx->path, fx->line, failure->text);
    }
    if (!summary.failed && !text.failed) {
        failure_free(failure);
        *failure =
            (struct failure){.kind = FAILURE_ERROR, .summary = summary.data, .text = text.data};
        return;
    }
    buf_free(&summary);
    buf_free(&text);
}
