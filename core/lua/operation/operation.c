/* SPDX-License-Identifier: Apache-2.0 */
/* An operation called from Lua: what it sends, the yield, and what comes back. */
#include "lua/operation/operation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "lua/autopsy/autopsy.h"
#include "lua/coro.h"
#include "lua/journal.h"
#include "lua/operation/refused.h"
#include "lua/operation/secrets.h"
#include "lua/operation/undo.h"
#include "lua/operation/value.h"
#include "lua/state.h"
#include "lua/waiting/clock.h"
#include "lua/waiting/waiting.h"

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
    if (!(answer.op->flags & SLRUN_OP_IDEMPOTENT)) /* it may have others do something */
        autopsy_note_request(coro->of, coro->spec->env, op_call_request_id(coro->call));
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

/* The plugin's own code runs beside its case. */
static void parses(void *owner, bool begins)
{
    coro_mark(owner, begins);
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

int operation_is_no_method(lua_State *L, const struct plugin *plugin, const char *name)
{
    return state_error(L, "write %s.%s { ... }, with a dot", plugin->entry.name, name);
}

static bool is_module(lua_State *L, int index)
{
    bool is = luaL_getmetafield(L, index, "__name") == LUA_TSTRING &&
              strcmp(lua_tostring(L, -1), OPERATION_MODULE) == 0;
    lua_settop(L, lua_gettop(L) - (is ? 1 : 0));
    return is;
}

static json_t *arguments(lua_State *L, const struct plugin *plugin, const struct slrun_op *op)
{
    char why[VALUE_WHY_MAX], text[512];
    if (lua_isnoneornil(L, 1)) {
        lua_settop(L, 0);
        lua_newtable(L);
    }
    if (!lua_istable(L, 1))
        state_error(L, "%s.%s takes one table of parameters, got %s", plugin->entry.name, op->name,
                    luaL_typename(L, 1));
    if (lua_gettop(L) > 1 && is_module(L, 1))
        operation_is_no_method(L, plugin, op->name);
    if (lua_gettop(L) > 1)
        state_error(L, "%s.%s takes one table of parameters, got %d arguments", plugin->entry.name,
                    op->name, lua_gettop(L));
    json_t *args = value_to_args(L, 1, op->params, why);
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
                                      .parses = parses,
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
    if (options.op->flags & SLRUN_OP_CONSUMES)
        waiting_call_takes(coro);
    if (options.op->flags & SLRUN_OP_ANY_STATUS)
        coro->of->asked_http = true;
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

int operation_call(lua_State *L)
{
    const struct plugin *plugin = plugin_of(L);
    const struct slrun_op *op = op_of(L);
    char name[128] = "";
    bool wait = false;
    text_append(name, sizeof name, plugin->entry.name);
    text_append(name, sizeof name, ".");
    text_append(name, sizeof name, op->name);
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
