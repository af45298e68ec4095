/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tables of Lua are lists and maps at once, JSON's are not. What a table is, is said by its
 * metatable (slrun.list, slrun.map, a plugin's kind), else by the shape of the parameter, else by
 * its keys. Kinds live in the registry table "slrun.kinds" (values.lua): tag -> metatable.
 */
#include "lua/operation/value.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>
#include <slrun/value.h>

#include "base/text.h"
#include "lua/state.h"
#include "plugin/host.h"

struct convert {
    lua_State *L;
    char *why; /* VALUE_WHY_MAX bytes */
    int depth;
    char path[192];
};

static json_t *convert(struct convert *c, int index, const struct slrun_shape *shape);

static json_t *refuse(struct convert *c, const char *text)
{
    snprintf(c->why, VALUE_WHY_MAX, "%s%s%s", c->path, *c->path ? ": " : "", text);
    return NULL;
}

/* Converts the value on top of the stack as a step below; the caller pops it. */
static json_t *step(struct convert *c, const char *name, lua_Integer i,
                    const struct slrun_shape *shape)
{
    size_t n = strlen(c->path);
    if (name && n)
        text_append(c->path, sizeof c->path, ".");
    if (name)
        text_append(c->path, sizeof c->path, name);
    else
        snprintf(c->path + n, sizeof c->path - n, "[%lld]", (long long)i);
    json_t *json = convert(c, lua_gettop(c->L), shape);
    c->path[n] = '\0';
    return json;
}

static json_t *number(struct convert *c, int index)
{
    if (lua_isinteger(c->L, index))
        return json_integer(lua_tointeger(c->L, index));
    double value = lua_tonumber(c->L, index);
    if (!isfinite(value))
        return refuse(c, isnan(value) ? "NaN is not a number that can be sent"
                                      : "infinity is not a number that can be sent");
    /* 3.0 is what arithmetic leaves of 3: below 2^53 both mean the same number */
    if (value == floor(value) && fabs(value) < 9007199254740992.0)
        return json_integer((json_int_t)value);
    return json_real(value);
}

static json_t *string(struct convert *c, int index, const struct slrun_shape *shape)
{
    size_t n;
    const char *text = lua_tolstring(c->L, index, &n);
    if (shape && shape->type == SLRUN_BLOB)
        return host_table()->blob_new(text, n);
    json_t *json = json_stringn(text, n);
    return json ? json : refuse(c, "a string that is not UTF-8: write slrun.binary(s) for bytes");
}

/* Number of elements when the keys are exactly 1..n, else -1. */
static lua_Integer list_length(struct convert *c, int index)
{
    lua_Integer n = 0, most = 0;
    lua_pushnil(c->L);
    while (lua_next(c->L, index)) {
        lua_pop(c->L, 1);
        if (!lua_isinteger(c->L, -1) || lua_tointeger(c->L, -1) < 1) {
            lua_pop(c->L, 1);
            return -1;
        }
        n++;
        if (lua_tointeger(c->L, -1) > most)
            most = lua_tointeger(c->L, -1);
    }
    return most == n ? n : -1;
}

static json_t *list(struct convert *c, int index, const struct slrun_shape *of)
{
    lua_Integer n = list_length(c, index);
    if (n < 0)
        return refuse(c, "a list has the keys 1..n and no other; this table has a hole or a name");
    json_t *array = json_array();
    for (lua_Integer i = 1; array && i <= n; i++) {
        lua_rawgeti(c->L, index, i);
        json_t *item = step(c, NULL, i, of);
        lua_pop(c->L, 1);
        if (!item || json_array_append_new(array, item) != 0) {
            json_decref(array);
            return NULL;
        }
    }
    return array;
}

static const struct slrun_param *member_of(const struct slrun_param *params, const char *name)
{
    for (; params && params->name; params++)
        if (strcmp(params->name, name) == 0)
            return params;
    return NULL;
}

static json_t *map(struct convert *c, int index, const struct slrun_shape *of,
                   const struct slrun_param *members)
{
    json_t *object = json_object();
    lua_pushnil(c->L);
    while (object && lua_next(c->L, index)) {
        json_t *item = NULL;
        if (lua_type(c->L, -2) == LUA_TSTRING) {
            const char *key = lua_tostring(c->L, -2);
            const struct slrun_param *member = member_of(members, key);
            item = step(c, key, 0, member ? &member->shape : of);
        } else {
            refuse(c, "a map has strings as keys; this table has both names and numbers, or "
                      "something else");
        }
        if (!item || json_object_set_new(object, lua_tostring(c->L, -2), item) != 0) {
            if (item)
                refuse(c, "a key that is not UTF-8");
            lua_pop(c->L, 2);
            json_decref(object);
            return NULL;
        }
        lua_pop(c->L, 1);
    }
    /* a map that looks like a tagged value says that it is a map */
    if (object && json_object_get(object, SLRUN_TAG_KEY))
        return host_table()->tagged_new(SLRUN_TAG_MAP, object);
    return object;
}

/* A value of a kind: {"$slrun": tag, "value": ...}. The tag is on top of the stack. */
static json_t *tagged(struct convert *c, int index, bool scalar)
{
    char tag[64];
    snprintf(tag, sizeof tag, "%s", lua_tostring(c->L, -1));
    lua_pop(c->L, 1);
    if (!scalar)
        return host_table()->tagged_new(tag, list(c, index, NULL));
    lua_rawgeti(c->L, index, 1);
    size_t n;
    const char *text = lua_tolstring(c->L, -1, &n);
    json_t *json = NULL;
    if (!text)
        refuse(c, "a value of a kind of slrun that has been changed by hand");
    else if (strcmp(tag, SLRUN_TAG_BINARY) == 0)
        json = host_table()->blob_new(text, n);
    else
        json = host_table()->tagged_new(tag, json_stringn(text, n));
    lua_pop(c->L, 1);
    return json;
}

/* Pushes a string field of the metatable of the value at `index`; false and nothing pushed
 * without. */
static bool meta_string(lua_State *L, int index, const char *field)
{
    int type = luaL_getmetafield(L, index, field);
    if (type == LUA_TSTRING)
        return true;
    if (type != LUA_TNIL)
        lua_pop(L, 1);
    return false;
}

static json_t *table(struct convert *c, int index, const struct slrun_shape *shape)
{
    if (meta_string(c->L, index, "__slrun_tag")) {
        bool scalar = luaL_getmetafield(c->L, index, "__slrun_scalar") != LUA_TNIL;
        if (scalar)
            lua_pop(c->L, 1);
        return tagged(c, index, scalar);
    }
    if (meta_string(c->L, index, "__slrun_container")) {
        bool is_list = strcmp(lua_tostring(c->L, -1), "list") == 0;
        lua_pop(c->L, 1);
        return is_list ? list(c, index, shape && shape->type == SLRUN_LIST ? shape->of : NULL)
                       : map(c, index, NULL, NULL);
    }
    if (shape && shape->type == SLRUN_LIST)
        return list(c, index, shape->of);
    if (shape && (shape->type == SLRUN_MAP || shape->type == SLRUN_STRUCTURE))
        return map(c, index, shape->of, shape->members);
    return lua_rawlen(c->L, index) > 0 ? list(c, index, NULL) : map(c, index, NULL, NULL);
}

static json_t *convert(struct convert *c, int index, const struct slrun_shape *shape)
{
    json_t *json;
    switch (lua_type(c->L, index)) {
    case LUA_TBOOLEAN:
        return json_boolean(lua_toboolean(c->L, index));
    case LUA_TNUMBER:
        return number(c, index);
    case LUA_TSTRING:
        return string(c, index, shape);
    case LUA_TLIGHTUSERDATA:
        if (lua_touserdata(c->L, index) == NULL)
            return json_null();
        return refuse(c, "a userdata cannot be sent");
    case LUA_TTABLE:
        if (c->depth == VALUE_DEPTH_MAX || !lua_checkstack(c->L, 8))
            return refuse(c, "tables nested too deep, or a table that holds itself");
        c->depth++;
        json = table(c, index, shape);
        c->depth--;
        return json;
    default:
        snprintf(c->why, VALUE_WHY_MAX, "%s%sa %s cannot be sent", c->path, *c->path ? ": " : "",
                 luaL_typename(c->L, index));
        return NULL;
    }
}

json_t *value_to_json(lua_State *L, int index, const struct slrun_shape *shape,
                      char why[VALUE_WHY_MAX])
{
    struct convert c = {.L = L, .why = why};
    snprintf(why, VALUE_WHY_MAX, "out of memory");
    return convert(&c, lua_absindex(L, index), shape);
}

json_t *value_to_args(lua_State *L, int index, const struct slrun_param *params,
                      char why[VALUE_WHY_MAX])
{
    struct slrun_shape shape = {.type = SLRUN_STRUCTURE, .members = params};
    return value_to_json(L, index, &shape, why);
}

/* Pushes the metatable of a kind, or nil. */
static void push_kind(lua_State *L, const char *tag)
{
    state_push_part(L, LUA_PART_values);
    lua_getfield(L, -1, "kinds");
    lua_getfield(L, -1, tag);
    lua_replace(L, -3);
    lua_pop(L, 1);
}

static void push_bytes(lua_State *L, const char *text)
{
    size_t n = strlen(text), room = SLRUN_BASE64_BYTES(n);
    luaL_Buffer b;
    char *out = luaL_buffinitsize(L, &b, room);
    long got = slrun_base64_read(text, n, out, room);
    luaL_pushresultsize(&b, got < 0 ? 0 : (size_t)got);
}

static void push_list(lua_State *L, const json_t *array)
{
    size_t i;
    json_t *item;
    lua_createtable(L, (int)json_array_size(array), 0);
    json_array_foreach (array, i, item) {
        value_push(L, item);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

static void push_tagged(lua_State *L, const char *tag, const json_t *inner)
{
    if (json_is_array(inner)) {
        push_list(L, inner);
    } else {
        lua_createtable(L, 1, 0);
        if (strcmp(tag, SLRUN_TAG_BINARY) == 0)
            push_bytes(L, json_string_value(inner) ? json_string_value(inner) : "");
        else
            value_push(L, inner);
        lua_rawseti(L, -2, 1);
    }
    push_kind(L, tag);
    lua_setmetatable(L, -2);
}

static void push_map(lua_State *L, const json_t *object)
{
    const char *key;
    json_t *item;
    lua_createtable(L, 0, (int)json_object_size(object));
    json_object_foreach ((json_t *)object, key, item) {
        lua_pushstring(L, key);
        value_push(L, item);
        lua_rawset(L, -3);
    }
}

void value_push(lua_State *L, const json_t *json)
{
    json_t *inner;
    const char *tag;
    luaL_checkstack(L, 12, "a value nested too deep");
    switch (json_typeof(json)) {
    case JSON_OBJECT:
        tag = host_table()->tagged_get(json, &inner);
        if (tag && strcmp(tag, SLRUN_TAG_MAP) == 0)
            push_map(L, inner);
        else if (tag)
            push_tagged(L, tag, inner);
        else
            push_map(L, json);
        break;
    case JSON_ARRAY:
        push_list(L, json);
        push_kind(L, "list");
        lua_setmetatable(L, -2);
        break;
    case JSON_STRING:
        lua_pushlstring(L, json_string_value(json), json_string_length(json));
        break;
    case JSON_INTEGER:
        lua_pushinteger(L, json_integer_value(json));
        break;
    case JSON_REAL:
        lua_pushnumber(L, json_real_value(json));
        break;
    case JSON_NULL:
        lua_pushlightuserdata(L, NULL);
        break;
    default:
        lua_pushboolean(L, json_is_true(json));
    }
}
