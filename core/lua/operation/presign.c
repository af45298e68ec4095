/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/operation/presign.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "lua/coro.h"
#include "lua/operation/secrets.h"
#include "lua/operation/value.h"
#include "lua/state.h"
#include "plugin/call.h"
#include "plugin/registry.h"

enum { EXPIRES_MAX_S = 7 * 24 * 3600 }; /* what Signature Version 4 allows */

static const struct slrun_op *find_op(lua_State *L, const struct plugin *plugin)
{
    const char *name = luaL_checkstring(L, 1), *near = NULL;
    const struct slrun_op *op = plugin_op(plugin, name, &near);
    if (!op)
        luaL_error(L, "%s has no operation '%s'%s%s%s", plugin->entry.name, name,
                   near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
    return op;
}

static unsigned seconds(lua_State *L)
{
    int64_t ms;
    const char *text = luaL_checkstring(L, 3);
    if (!duration_parse(text, &ms) || ms < 1000 || ms > (int64_t)EXPIRES_MAX_S * 1000)
        luaL_error(L, "a presigned URL is valid for 1s to 168h, not for '%s'", text);
    return (unsigned)(ms / 1000);
}

static json_t *arguments(lua_State *L, const struct slrun_op *op)
{
    char why[VALUE_WHY_MAX];
    luaL_checktype(L, 2, LUA_TTABLE);
    json_t *args = value_to_args(L, 2, op->params, why);
    if (!args)
        luaL_error(L, "%s: %s", op->name, why);
    secrets_note(L, op->params, args);
    return args;
}

/* The signature is what makes the URL a permission. */
static void hide(lua_State *L, const char *url)
{
    const char *signature = strstr(url, "X-Amz-Signature=");
    if (signature)
        secrets_add(L, strchr(signature, '=') + 1);
}

static int push_made(lua_State *L)
{
    const struct op_presigned *made = lua_touserdata(L, 1);
    hide(L, made->url);
    lua_pushstring(L, made->url);
    value_push(L, made->headers);
    return 2;
}

/* presign(op, args, expires) */
static int presign(lua_State *L)
{
    const struct plugin *plugin = lua_touserdata(L, lua_upvalueindex(1));
    const struct slrun_op *op = find_op(L, plugin);
    struct coro *coro = coro_current(L, op->name);
    struct op_presign_options options = {
        .env = coro->spec->env->calls, .plugin = plugin, .op = op, .expires = seconds(L)};
    struct op_presigned made;
    struct slrun_error error = {0};
    options.args = arguments(L, op);
    if (op_presign(&options, &made, &error) != 0)
        return luaL_error(L, "%s%s%s", error.message, *error.hint ? "; " : "", error.hint);
    lua_pushcfunction(L, push_made);
    lua_pushlightuserdata(L, &made);
    int status = lua_pcall(L, 1, 2, 0);
    free(made.url);
    json_decref(made.headers);
    return status == LUA_OK ? 2 : lua_error(L);
}

void presign_push(lua_State *L, const struct plugin *plugin)
{
    lua_pushlightuserdata(L, (void *)plugin);
    lua_pushcclosure(L, presign, 1);
}
