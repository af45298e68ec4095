/* SPDX-License-Identifier: Apache-2.0 */
/* The stack of a pattern: from the table of the spec to a fixture of scope run. */
#include "lua/language/stack.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/nearest.h>

#include "base/arena.h"
#include "base/newest.h"
#include "lua/language/declare.h"
#include "lua/language/keys.h"
#include "lua/language/source.h"
#include "lua/operation/value.h"
#include "lua/state.h"

/* ---- the template ---- */

/* `stack` is a file, or a directory with a template; relative to the spec. Leaves its absolute path
 * on the stack. */
static void push_template(lua_State *L, const char *stack)
{
    const struct spec *spec = state_spec(L);
    const char *slash = strrchr(spec->file, '/');
    char place[PATH_MAX], path[PATH_MAX];
    if (*stack == '/' || !slash)
        snprintf(place, sizeof place, "%s", stack);
    else
        snprintf(place, sizeof place, "%.*s/%s", (int)(slash - spec->file), spec->file, stack);
    char *absolute = newest_template(place, path, sizeof path) ? realpath(path, NULL) : NULL;
    if (!absolute)
        keys_error(L, "stack",
                   "pattern: there is no stack at %s; it is a template, or a directory with "
                   "template.yaml, .yml or .json, by its path from the spec's folder",
                   place);
    lua_pushstring(L, absolute);
    free(absolute);
}

/* ---- what is asked for ---- */

static const char *text_of(lua_State *L, int index)
{
    if (lua_isboolean(L, index))
        return lua_toboolean(L, index) ? "true" : "false";
    return lua_tostring(L, index);
}

/* Parameters are strings to CloudFormation; `parameters` is on top. */
static json_t *read_parameters(lua_State *L)
{
    json_t *parameters = json_object();
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        lua_pushvalue(L, -2);
        const char *name = lua_tostring(L, -1), *text = text_of(L, -2);
        if (!text || json_object_set_new(parameters, name, json_string(text)) != 0) {
            json_decref(parameters);
            keys_error(L, "parameters",
                       "pattern: parameter '%s' must be a string, a number or a boolean, got %s",
                       name, luaL_typename(L, -2));
        }
        lua_pop(L, 2);
    }
    return parameters;
}

static bool is_of(const struct stack_name *s, const char *pattern)
{
    return !s->pattern ||
           (strlen(pattern) == s->n_pattern && !memcmp(pattern, s->pattern, s->n_pattern));
}

/* No stack was named for the pattern, but perhaps for one that is called nearly so. */
static int unnamed(lua_State *L)
{
    const struct spec *spec = state_spec(L);
    const struct stack_names *stacks = spec->env->stacks;
    struct slrun_nearest near = {.word = spec->pattern};
    for (size_t i = 0; stacks && i < stacks->n; i++) {
        lua_pushlstring(L, stacks->names[i].pattern, stacks->names[i].n_pattern);
        slrun_nearest_offer(&near, lua_tostring(L, -1));
    }
    if (near.best)
        keys_error(L, "stack",
                   "pattern: on the target '%s' the stack is there already, and must be named: "
                   "--stack %s=NAME; did you mean that by --stack %s=...?",
                   spec->env->target, spec->pattern, near.best);
    keys_error(L, "stack",
               "pattern: on the target '%s' the stack is there already, and must be named: "
               "slrun ... --stack NAME, or --stack %s=NAME where there are several",
               spec->env->target, spec->pattern);
    return 0;
}

/* What is said later and nearer counts more. */
static int rank_of(const struct stack_name *s)
{
    return s->variable ? 0 : s->configured ? 1 : s->pattern ? 3 : 2;
}

/* The stack that was named for the pattern, else the one that was named for any; on `local`, where
 * it is put up, NULL. */
static const char *named(lua_State *L)
{
    const struct spec *spec = state_spec(L);
    struct stack_name *found = NULL;
    for (size_t i = 0; spec->env->stacks && i < spec->env->stacks->n; i++) {
        struct stack_name *s = &spec->env->stacks->names[i];
        if (is_of(s, spec->pattern) && (!found || rank_of(s) >= rank_of(found)))
            found = s;
    }
    if (!found && spec->env->target && strcmp(spec->env->target, "local") != 0)
        unnamed(L);
    if (!found)
        return NULL;
    found->used = true;
    return found->name;
}

/* The text that stands for a stack: equal ones are one. */
static const char *request(lua_State *L, const char *template)
{
    const char *name = named(L); /* it raises, so it comes first */
    json_t *parameters =
        lua_getfield(L, 1, "parameters") == LUA_TNIL ? json_object() : read_parameters(L);
    json_t *json =
        json_pack("{s:s, s:o, s:s*}", "template", template, "parameters", parameters, "name", name);
    char *text = json_dumps(json, JSON_COMPACT | JSON_SORT_KEYS);
    json_decref(json);
    lua_pop(L, 1);
    lua_pushstring(L, text ? text : "");
    free(text);
    return state_copy(L, -1);
}

void stack_read(lua_State *L)
{
    struct spec *spec = state_spec(L);
    int top = lua_gettop(L);
    if (lua_getfield(L, 1, "stack") == LUA_TNIL) {
        if (lua_getfield(L, 1, "parameters") != LUA_TNIL)
            keys_error(L, "parameters",
                       "pattern: 'parameters' are those of a stack, and there is "
                       "no 'stack'");
        lua_settop(L, top);
        return;
    }
    push_template(L, lua_tostring(L, -1));
    struct fixture *fx = state_alloc(L, sizeof *fx);
    *fx = (struct fixture){.name = STACK_FIXTURE,
                           .path = state_copy(L, -1),
                           .level = spec->level,
                           .scope = FIXTURE_RUN,
                           .timeout_ms = STACK_TIMEOUT_MS + (int64_t)spec->env->stack_timeout_ms,
                           .definition = LUA_REFNIL,
                           .value = LUA_NOREF};
    fx->stack = request(L, fx->path);
    fx->line = keys_caller_line(L);
    declare_add(spec, fx);
    lua_settop(L, top);
}

struct fixture *stack_of(const struct spec *spec)
{
    struct fixture *fx = spec->fixtures;
    while (fx && !fx->stack)
        fx = fx->next;
    return fx;
}

/* ---- its home ---- */

/* The definition of the fixture is made by the part "stack" of what is asked for. */
static int define(lua_State *L)
{
    struct spec *spec = state_spec(L);
    const struct fixture *from = lua_touserdata(L, 1);
    struct fixture *fx = state_alloc(L, sizeof *fx);
    json_t *asked = json_loads(from->stack, 0, NULL);
    *fx = *from;
    fx->next = NULL;
    fx->value = LUA_NOREF;
    state_push_part(L, LUA_PART_stack);
    lua_getfield(L, -1, "definition");
    value_push(L, asked);
    json_decref(asked);
    lua_call(L, 1, 1);
    fx->definition = luaL_ref(L, LUA_REGISTRYINDEX);
    declare_add(spec, fx);
    return 0;
}

struct spec *stack_home(struct lua_env *env, const struct fixture *fx)
{
    struct spec *spec = spec_blank(env, fx->path);
    if (!spec)
        return NULL;
    spec->leaves = true; /* stacks are put up where the local cloud ends with the run */
    lua_pushcfunction(spec->L, define);
    lua_pushlightuserdata(spec->L, (void *)fx);
    if (lua_pcall(spec->L, 1, 0, 0) == LUA_OK)
        return spec;
    spec_free(spec);
    return NULL;
}
