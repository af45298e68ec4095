/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/operation/refused.h"

#include <lauxlib.h>
#include <string.h>

#include "lua/state.h"
#include "plugin/grant.h"
#include "plugin/retry.h"

enum { SHOWN_LONGEST = 200 }; /* bytes of an argument */

/* Each service has words of its own for it; an answer without a body has none. */
bool refused_code(const char *code)
{
    static const char *const parts[] = {"AccessDenied", "NotAuthorized", "Unauthorized"};
    static const char *const codes[] = {"AuthorizationError", "Forbidden", "HTTP403", "403"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strstr(code, parts[i]))
            return true;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (strcmp(code, codes[i]) == 0)
            return true;
    return false;
}

/* Whether a row before it has the action, too. */
static bool is_told(const struct grant_rows *rows, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (rows->first[k].action && strcmp(rows->first[k].action, rows->first[i].action) == 0)
            return true;
    return false;
}

/* The first action; where what it is depends on the arguments, all of them: "a or b". */
static void push_actions(lua_State *L, const struct grant_rows *rows)
{
    lua_pushstring(L, rows->first->action);
    for (size_t i = 1; rows->first->when && !rows->any_op && i < rows->n; i++) {
        const struct slrun_grant *row = &rows->first[i];
        bool may = row->when && *row->when != '?' && row->action && *row->action;
        if (!may || is_told(rows, i))
            continue;
        lua_pushfstring(L, "%s or %s", lua_tostring(L, -1), row->action);
        lua_replace(L, -2);
    }
}

static void push_action(lua_State *L, const struct plugin *plugin, const struct slrun_op *op)
{
    const struct slrun_service *service = op->service ? op->service : &plugin->service;
    struct grant_rows rows = grant_rows_of(&plugin->service, op);
    if (rows.n > 0 && rows.first->action && *rows.first->action)
        push_actions(L, &rows);
    else
        lua_pushfstring(L, "%s:%s", service->iam_prefix ? service->iam_prefix : "?", op->api);
}

/* Whether a parameter names what an operation is about, as AWS calls such: TableName, QueueUrl,
 * Bucket, Key, TopicArn, SecretId. */
static bool names_resource(const struct slrun_param *p)
{
    static const char *const ends[] = {"Name", "Arn",    "ARN", "Url",
                                       "Id",   "Bucket", "Key", "Prefix"};
    size_t n = strlen(p->name);
    if (p->shape.type != SLRUN_STRING || p->flags & SLRUN_SECRET)
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t end = strlen(ends[i]);
        if (n >= end && strcmp(p->name + n - end, ends[i]) == 0)
            return true;
    }
    return false;
}

/* Adds " on TableName 'orders'" for all that the arguments name, and `said` does not, to the string
 * on top. */
static void add_resources(lua_State *L, const struct slrun_param *params, const char *before,
                          const char *said)
{
    for (; params && params->name; params++) {
        if (!names_resource(params))
            continue;
        if (lua_getfield(L, 1, params->name) == LUA_TSTRING && lua_rawlen(L, -1) <= SHOWN_LONGEST &&
            !strstr(said, lua_tostring(L, -1))) {
            lua_pushfstring(L, "%s%s %s '%s'", lua_tostring(L, -2), before, params->name,
                            lua_tostring(L, -1));
            lua_replace(L, -3);
            before = ",";
        }
        lua_pop(L, 1);
    }
}

/* Something that the arguments name is not there. */
static bool absent_code(const char *code)
{
    static const char *const parts[] = {"NotFound", "DoesNotExist", "NonExistent", "NoSuch"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strstr(code, parts[i]))
            return true;
    return false;
}

/* AWS mostly does not say what it has looked for. */
static void add_names(lua_State *L, const struct slrun_op *op, const char *said)
{
    lua_pushliteral(L, "it was asked for");
    size_t n = lua_rawlen(L, -1);
    if (lua_istable(L, 1))
        add_resources(L, op->params, "", said);
    if (lua_rawlen(L, -1) > n)
        lua_setfield(L, -2, "hint");
    else
        lua_pop(L, 1);
}

void refused_add_hint(lua_State *L, const struct plugin *plugin, const struct slrun_op *op,
                      const struct slrun_error *error)
{
    if (error->kind != SLRUN_E_SERVICE || *error->hint)
        return;
    if (absent_code(error->code)) {
        add_names(L, op, error->message);
        return;
    }
    if (!refused_code(error->code) || strstr(error->message, "not authorized to perform"))
        return;
    lua_pushliteral(L, "this needs the permission ");
    push_action(L, plugin, op);
    lua_concat(L, 2);
    if (lua_istable(L, 1))
        add_resources(L, op->params, " on", "");
    lua_setfield(L, -2, "hint");
}

/* is_refused(code) */
static int prim_is_refused(lua_State *L)
{
    lua_pushboolean(L, refused_code(luaL_checkstring(L, 1)));
    return 1;
}

/* is_throttled(code, status): whether a service was asked too often. */
static int prim_is_throttled(lua_State *L)
{
    lua_pushboolean(L, retry_is_throttled(luaL_checkstring(L, 1), (int)luaL_optinteger(L, 2, 0)));
    return 1;
}

/* iam_action("sqs", "get_queue_attributes"): "sqs:GetQueueAttributes", or nil. */
static int prim_iam_action(lua_State *L)
{
    struct slrun_error error = {0};
    const struct plugin *plugin =
        registry_find(state_spec(L)->env->registry, luaL_checkstring(L, 1), &error);
    const struct slrun_op *op = plugin ? plugin_op(plugin, luaL_checkstring(L, 2), NULL) : NULL;
    if (!op)
        return 0;
    push_action(L, plugin, op);
    return 1;
}

/* cloudformation_plugin("StepFunctions"): "states", or nil. */
static int prim_cloudformation_plugin(lua_State *L)
{
    const struct plugin *plugin =
        registry_of_cloudformation(state_spec(L)->env->registry, luaL_checkstring(L, 1));
    lua_pushstring(L, plugin ? plugin->entry.name : NULL);
    return 1;
}

void refused_primitives(lua_State *L)
{
    static const luaL_Reg functions[] = {{"is_refused", prim_is_refused},
                                         {"is_throttled", prim_is_throttled},
                                         {"iam_action", prim_iam_action},
                                         {"cloudformation_plugin", prim_cloudformation_plugin},
                                         {NULL, NULL}};
    luaL_setfuncs(L, functions, 0);
}
