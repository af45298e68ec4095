/* SPDX-License-Identifier: Apache-2.0 */
/*
 * require "slrun.NAME": a plugin as a Lua module. Each operation is a function of one table that
 * sends the call, leaves the coroutine suspended, and comes back with the result or the error.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/error.h"
#include "lua/chunk.h"
#include "lua/clock.h"
#include "lua/coro.h"
#include "lua/journal.h"
#include "lua/presign.h"
#include "lua/refused.h"
#include "lua/secrets.h"
#include "lua/state.h"
#include "lua/undo.h"
#include "lua/value.h"
#include "lua/waiting.h"
#include "net/endpoint.h"

/* An operation's function: upvalue 1 the plugin, 2 the operation, 3 its region or nil. */
static const struct plugin *plugin_of(lua_State *L)
{
    return lua_touserdata(L, lua_upvalueindex(1));
}

static const struct slrun_op *op_of(lua_State *L)
{
    return lua_touserdata(L, lua_upvalueindex(2));
}

/* Of a client made by with(); the string lives as long as the function, which is being called. */
static const char *region_of(lua_State *L)
{
    return lua_tostring(L, lua_upvalueindex(3));
}

/* Raises an error value of the kind "error" (case.lua knows it): fields, and where in the spec. */
static int raise_error(lua_State *L, const struct slrun_error *error, const char *service,
                       const char *op)
{
    lua_createtable(L, 0, 11);
    const struct {
        const char *field, *text;
    } texts[] = {
        /** What kind of error it is; see below. */
        {"kind", error_name(error->kind)},
        /** AWS's code, such as `ResourceNotFoundException`; empty where none came. */
        {"code", error->code},
        /** AWS's text, or slrun's. */
        {"message", error->message},
        /** What to do about it; often empty. */
        {"hint", error->hint},
        /** The service, such as `dynamodb`. */
        {"service", service},
        /** The operation, such as `get_item`. */
        {"operation", op},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        lua_pushstring(L, texts[i].text);
        lua_setfield(L, -2, texts[i].field);
    }
    refused_add_hint(L, plugin_of(L), op_of(L), error);
    /** The HTTP status; 0 where no answer came. */
    lua_pushinteger(L, error->status);
    lua_setfield(L, -2, "status");
    /** How often it was sent; 0 where it was not. */
    lua_pushinteger(L, state_spec(L)->current ? state_spec(L)->current->tries : 0);
    lua_setfield(L, -2, "tries");
    if (error->detail) {
        /** The document of the error, such as one with the `Item` that failed a condition.
         * @default `nil` */
        value_push(L, error->detail);
        lua_setfield(L, -2, "detail");
    }
    /** `"file:line: "` of the call. */
    state_where(L);
    lua_setfield(L, -2, "where");
    state_push_part(L, LUA_PART_values);
    lua_getfield(L, -1, "error_mt");
    lua_setmetatable(L, -3);
    lua_pop(L, 1);
    return lua_error(L);
}

/* A protected push of what an answer holds: Lua may run out of memory, libuv must not see it. */
struct answer {
    const struct slrun_op *op;
    const json_t *result;
};

static int push_answer(lua_State *L)
{
    const struct answer *a = lua_touserdata(L, 1);
    lua_settop(L, 0);
    if (a->result) {
        secrets_note(L, a->op->result, a->result);
        value_push(L, a->result);
    } else {
        lua_pushnil(L);
    }
    return 1;
}

static void answered(void *owner, const json_t *result, const struct slrun_error *error)
{
    struct coro *coro = owner;
    struct answer answer = {op_call_op(coro->call), result};
    lua_State *L = coro->spec->L;
    waiting_call_over(coro);
    coro->answer = result;
    coro->doubtful = op_call_doubtful(coro->call);
    coro->tries = op_call_attempts(coro->call);
    coro->call = NULL;
    lua_pushcfunction(L, push_answer);
    lua_pushlightuserdata(L, &answer);
    if (lua_pcall(L, 1, 1, 0) != LUA_OK) {
        lua_pop(L, 1);
        lua_pushnil(L);
    }
    lua_xmove(L, coro->L, 1);
    lua_pushlightuserdata(coro->L, (void *)error);
    coro_resume(coro, 2);
}

static int64_t left(void *owner)
{
    return waiting_left_ms(owner);
}

static void sent(void *owner, double queued_ms)
{
    waiting_call_sent(owner, queued_ms);
}

/* The deadline of the wait is over for longer than a request in flight is given. */
static void rest_over(struct alarm *alarm)
{
    struct coro *coro = (struct coro *)alarm;
    struct op_call *call = coro->call;
    struct slrun_error error = {0};
    char *story = op_call_story(call);
    error_set(&error, SLRUN_E_CANCELLED, "not answered %.0f s after the end of the wait; given up",
              WAITING_REST_MS / 1000.0);
    if (story)
        error_hint(&error, "%.200s", story);
    free(story);
    op_call_given_up(call, &error);
    answered(coro, NULL, &error);
    op_call_cancel(call);
}

/* A call that creates something is over, or could not be sent. */
static void settle(lua_State *L, lua_Integer undo, const struct slrun_error *error)
{
    struct coro *coro = state_spec(L)->current;
    struct op_undo_options create = {
        .plugin = plugin_of(L), .op = op_of(L), .args = coro->held, .result = coro->answer};
    undo_settle(L, undo, &create, error);
    json_decref(coro->held);
    coro->held = NULL;
}

/* Whether the error says that the item asked for is not there. */
static bool is_absent(const struct slrun_op *op, const struct slrun_error *error)
{
    if (error->kind != SLRUN_E_SERVICE)
        return false;
    for (const char *const *code = op->absent; code && *code; code++)
        if (strcmp(*code, error->code) == 0)
            return true;
    return false;
}

/* After the yield: the result, and the error or NULL, are on top of the stack. */
static int resumed(lua_State *L, int status, lua_KContext ctx)
{
    (void)status;
    const struct slrun_error *error = lua_touserdata(L, -1);
    lua_pop(L, 1);
    if (undo_wanted(L, op_of(L)))
        settle(L, (lua_Integer)ctx, error);
    if (error && is_absent(op_of(L), error) && waiting_in_poll(state_spec(L)->current))
        return 1; /* the nil below it: not there yet */
    if (error)
        return raise_error(L, error, plugin_of(L)->entry.name, op_of(L)->name);
    return 1;
}

static json_t *arguments(lua_State *L, const struct plugin *plugin, const struct slrun_op *op)
{
    char why[256], text[512];
    if (lua_isnoneornil(L, 1)) {
        lua_settop(L, 0);
        lua_newtable(L);
    }
    if (!lua_istable(L, 1))
        state_error(L, "%s.%s takes one table of parameters, got %s", plugin->entry.name, op->name,
                    luaL_typename(L, 1));
    if (lua_gettop(L) > 1)
        state_error(L, "%s.%s takes one table of parameters, got %d arguments", plugin->entry.name,
                    op->name, lua_gettop(L));
    json_t *args = value_to_args(L, 1, op->params, why, sizeof why);
    if (!args) {
        snprintf(text, sizeof text, "%s.%s: %s", plugin->entry.name, op->name, why);
        state_error(L, "%s", text);
    }
    secrets_note(L, op->params, args);
    return args;
}

/* Sends the call. `undo`: the place of its undo in the case's clean-up, or 0. */
static int send_call(lua_State *L, json_t *args, lua_KContext undo)
{
    struct slrun_error error = {0};
    struct coro *coro = state_spec(L)->current;
    const struct run_clock *clock = clock_of(coro->spec->env);
    struct op_call_options options = {.plugin = plugin_of(L),
                                      .op = op_of(L),
                                      .args = args,
                                      .region = region_of(L),
                                      .tags = op_of(L)->tag ? undo_tags(L, undo) : NULL,
                                      .left_ms = waiting_left_ms(coro),
                                      .left = left,
                                      .clock = clock ? clock->virtual : NULL,
                                      .done = answered,
                                      .sent = sent,
                                      .owner = coro};
    if (undo)
        undo_sent(L, (lua_Integer)undo);
    if (undo_wanted(L, options.op) && !coro->held)
        coro->held = json_incref(args);
    coro->answer = NULL;
    coro->doubtful = false;
    coro->tries = 0;
    coro->call = op_call_start(coro->spec->env->calls, &options, &error);
    if (!coro->call) {
        if (undo_wanted(L, options.op))
            settle(L, (lua_Integer)undo, &error);
        return raise_error(L, &error, plugin_of(L)->entry.name, op_of(L)->name);
    }
    coro->state = CORO_CALLING;
    waiting_call_begins(coro, rest_over);
    return lua_yieldk(L, 0, undo, resumed);
}

/* The journal has the intent, or could not be written: nothing is made that is not noted. */
static int noted(lua_State *L, int status, lua_KContext undo)
{
    (void)status;
    const struct slrun_error *error = lua_touserdata(L, -1);
    struct coro *coro = state_spec(L)->current;
    lua_pop(L, 1);
    if (!error)
        return send_call(L, json_incref(coro->held), undo);
    json_decref(coro->held);
    coro->held = NULL;
    undo_withdraw(L, (lua_Integer)undo);
    return raise_error(L, error, plugin_of(L)->entry.name, op_of(L)->name);
}

/* Lua code of a clean-up may do what is done anyway: case.lua looks at it. The arguments are at 1,
 * not yet checked. */
static void look_at_cleanup(lua_State *L, const struct coro *coro)
{
    if (!coro->phase || strcmp(coro->phase, "teardown") != 0 || !lua_istable(L, 1))
        return;
    luaL_checkstack(L, 8, NULL);
    state_push_part(L, LUA_PART_case);
    lua_getfield(L, -1, "called");
    lua_rawgeti(L, LUA_REGISTRYINDEX, coro->of->t);
    lua_pushstring(L, plugin_of(L)->entry.name);
    lua_pushstring(L, op_of(L)->name);
    lua_pushboolean(L, op_of(L)->undo != NULL);
    lua_pushvalue(L, 1);
    lua_call(L, 5, 0);
    lua_pop(L, 1);
}

static int call_operation(lua_State *L)
{
    const struct plugin *plugin = plugin_of(L);
    const struct slrun_op *op = op_of(L);
    char name[128];
    bool wait = false;
    snprintf(name, sizeof name, "%s.%s", plugin->entry.name, op->name);
    struct coro *coro = coro_current(L, name);
    struct slrun_error error = {0};
    if (region_of(L) && undo_wanted(L, op))
        state_error(L,
                    "%s: a client of another region creates nothing: a sweep would look for it "
                    "in the region of the run",
                    name);
    look_at_cleanup(L, coro);
    json_t *args = arguments(L, plugin, op);
    struct op_undo_options create = {.plugin = plugin, .op = op, .args = args};
    lua_Integer undo = undo_wanted(L, op) ? undo_note(L, &create, &wait, &error) : 0;
    if (undo < 0) {
        json_decref(args);
        return raise_error(L, &error, plugin->entry.name, op->name);
    }
    if (!wait)
        return send_call(L, args, undo);
    coro->held = args;
    return journal_wait(L, undo, noted);
}

static void set_paging(lua_State *L, const struct slrun_op *op)
{
    const struct slrun_paging *p = &op->paging;
    const struct {
        const char *name, *value;
    } fields[] = {
        {"input", p->input}, {"output", p->output}, {"items", p->items}, {"limit", p->limit}};
    lua_createtable(L, 0, 4);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        lua_pushstring(L, fields[i].value); /* NULL pushes nil */
        lua_setfield(L, -2, fields[i].name);
    }
    lua_setfield(L, -2, op->name);
}

/* A misspelt operation should say so, and not that nil cannot be called. */
static int no_such_operation(lua_State *L)
{
    const struct plugin *plugin = plugin_of(L);
    const char *name = luaL_tolstring(L, 2, NULL), *near = NULL;
    plugin_op(plugin, name, &near);
    if (near)
        return luaL_error(L, "%s has no operation or function '%s'; did you mean '%s'?",
                          plugin->entry.name, name, near);
    return luaL_error(L, "%s has no operation or function '%s'; `slrun plugins %s` lists them",
                      plugin->entry.name, name, plugin->entry.name);
}

/* Gives the module `pages` and `all`, if an operation has pages (parts/pages.lua). */
static void add_pages(lua_State *L, const struct plugin *plugin)
{
    bool any = false;
    for (size_t i = 0; i < plugin->entry.n_ops; i++)
        any = any || plugin->ops[i].paging.output;
    if (!any)
        return;
    state_push_part(L, LUA_PART_pages);
    lua_pushvalue(L, 1); /* the module */
    lua_pushstring(L, plugin->entry.name);
    lua_call(L, 2, 0);
}

static void run_prelude(lua_State *L, const struct plugin *plugin)
{
    if (!plugin->entry.prelude)
        return;
    chunk_push(L, lua_pushfstring(L, "=slrun.%s", plugin->entry.name), plugin->entry.prelude);
    lua_pushvalue(L, 1); /* the module */
    state_push_part(L, LUA_PART_values);
    lua_getfield(L, -1, "slrun_for");
    lua_remove(L, -2);
    lua_pushstring(L, plugin->entry.name);
    lua_call(L, 1, 1);
    presign_push(L, plugin);
    lua_setfield(L, -2, "presign");
    lua_call(L, 2, 0);
}

/* Fills the table at `module` with the operations, and `paging`. `region`: a place on the stack. */
static void add_operations(lua_State *L, const struct plugin *plugin, int module, int region)
{
    lua_createtable(L, 0, 8); /* module paging */
    for (size_t i = 0; i < plugin->entry.n_ops; i++) {
        lua_pushlightuserdata(L, (void *)plugin);
        lua_pushlightuserdata(L, &plugin->ops[i]);
        lua_pushvalue(L, region);
        lua_pushcclosure(L, call_operation, 3);
        lua_setfield(L, module, plugin->ops[i].name);
        if (plugin->ops[i].paging.output)
            set_paging(L, &plugin->ops[i]);
    }
    lua_setfield(L, module, "paging");
}

static void set_misspelt(lua_State *L, const struct plugin *plugin, int module)
{
    lua_createtable(L, 0, 1);
    lua_pushlightuserdata(L, (void *)plugin);
    lua_pushcclosure(L, no_such_operation, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, module);
}

/* module:with { region = "eu-west-1" }: the operations in another region, and what walks their
 * pages. Not what the prelude adds: claims and listeners belong to the run's own region. */
static int with(lua_State *L)
{
    const struct plugin *plugin = plugin_of(L);
    const char *name = plugin->entry.name;
    lua_settop(L, 2);
    if (!lua_istable(L, 1) || !lua_istable(L, 2))
        return state_error(L, "%s:with takes a table: %s:with { region = \"eu-west-1\" }", name,
                           name);
    for (lua_pushnil(L); lua_next(L, 2); lua_pop(L, 1))
        if (lua_type(L, -2) != LUA_TSTRING || strcmp(lua_tostring(L, -2), "region") != 0)
            return state_error(L, "%s:with knows only the key 'region'", name);
    if (lua_getfield(L, 2, "region") != LUA_TSTRING || !endpoint_is_region(lua_tostring(L, 3)))
        return state_error(L, "%s:with: region is the name of one, such as \"eu-west-1\"", name);
    lua_getfield(L, 1, "paging"); /* as the prelude has it */
    lua_createtable(L, 0, (int)plugin->entry.n_ops + 4);
    lua_replace(L, 1); /* add_pages() looks there */
    add_operations(L, plugin, 1, 3);
    lua_setfield(L, 1, "paging");
    add_pages(L, plugin);
    set_misspelt(L, plugin, 1);
    lua_settop(L, 1);
    return 1;
}

/* The loader that require() calls: the module's name without "slrun." is upvalue 1. */
static int open_module(lua_State *L)
{
    struct slrun_error error = {0};
    const struct plugin *plugin =
        registry_find(state_spec(L)->env->registry, lua_tostring(L, lua_upvalueindex(1)), &error);
    lua_settop(L, 0);
    if (!plugin)
        return state_error(L, "%s%s%s", error.message, *error.hint ? "; " : "", error.hint);
    lua_createtable(L, 0, (int)plugin->entry.n_ops + 8);
    lua_pushnil(L); /* the region: the run's */
    add_operations(L, plugin, 1, 2);
    lua_settop(L, 1);
    add_pages(L, plugin);
    run_prelude(L, plugin);
    lua_settop(L, 1);
    lua_pushlightuserdata(L, (void *)plugin);
    lua_pushcclosure(L, with, 1);
    lua_setfield(L, 1, "with");
    set_misspelt(L, plugin, 1);
    return 1;
}

/* Modules that are parts of the language and no services. */
static bool is_part(const char *name)
{
    static const char *const modules[] = {"event", "local_cloud"};
    for (size_t i = 0; i < sizeof modules / sizeof *modules; i++)
        if (strcmp(modules[i], name) == 0)
            return true;
    return false;
}

static int open_part(lua_State *L)
{
    state_push_part_named(L, lua_tostring(L, lua_upvalueindex(1)));
    return 1;
}

/* What -D and the configuration file say. */
static int open_config(lua_State *L)
{
    const json_t *config = state_spec(L)->env->config;
    if (config)
        value_push(L, config);
    else
        lua_newtable(L);
    return 1;
}

/* The searcher: names that begin with "slrun." are ours. */
static int search(lua_State *L)
{
    const char *name = luaL_checkstring(L, 1);
    if (strncmp(name, "slrun.", 6) != 0)
        return 0;
    lua_CFunction open = strcmp(name, "slrun.config") == 0 ? open_config
                         : is_part(name + 6)               ? open_part
                                                           : open_module;
    lua_pushstring(L, name + 6);
    lua_pushcclosure(L, open, 1);
    return 1;
}

void service_open(lua_State *L)
{
    lua_getglobal(L, "package");
    lua_getfield(L, -1, "searchers");
    lua_pushcfunction(L, search); /* in the place of the searcher for Lua files, which moves on */
    for (lua_Integer i = luaL_len(L, -2); i >= 2; i--) {
        lua_rawgeti(L, -2, i);
        lua_rawseti(L, -3, i + 1);
    }
    lua_rawseti(L, -2, 2);
    lua_pop(L, 2);
}
