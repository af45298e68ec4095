/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/operation/json_text.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/value.h>

#include "lua/operation/value.h"
#include "lua/state.h"
#include "plugin/host.h"
#include "plugin/json.h"

/* What is read becomes a member of a record, which travels between states. */
enum { READ_DEPTH_MAX = VALUE_DEPTH_MAX / 2 };

static int refuse(lua_State *L, const char *why)
{
    lua_pushnil(L);
    lua_pushstring(L, why);
    return 2;
}

/* ---- to_json ---- */

/* The tag of a value that JSON does not have, or NULL. Maps that look like a tagged value are no
 * such: `*json` is then the map itself. */
static const char *foreign_tag(json_t **json)
{
    json_t *inner;
    const char *tag = host_table()->tagged_get(*json, &inner);
    if (!tag || strcmp(tag, SLRUN_TAG_MAP) != 0)
        return tag;
    *json = inner;
    return NULL;
}

static json_t *plain(json_t *json, const char **tag);

static bool add(json_t *to, const char *key, json_t *value, const char **tag)
{
    json_t *item = plain(value, tag);
    int rc = !item ? -1
             : key ? json_object_set_new(to, key, item)
                   : json_array_append_new(to, item);
    return rc == 0;
}

/* A copy without tags. NULL: a value of the kind `*tag` in it, or, with NULL there, no memory. */
static json_t *plain(json_t *json, const char **tag)
{
    const char *key;
    json_t *value;
    size_t i;
    *tag = foreign_tag(&json);
    if (*tag)
        return NULL;
    if (!json_is_object(json) && !json_is_array(json))
        return json_incref(json);
    json_t *copy = json_is_object(json) ? json_object() : json_array();
    bool ok = copy != NULL;
    json_object_foreach (json, key, value)
        ok = ok && add(copy, key, value, tag);
    json_array_foreach (json, i, value)
        ok = ok && add(copy, NULL, value, tag);
    if (!ok)
        json_decref(copy);
    return ok ? copy : NULL;
}

static char *dump(const json_t *json)
{
    size_t flags = JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY;
    return json_dumps(json, flags | JSON_REAL_PRECISION((size_t)json_real_digits(json)));
}

int prim_to_json(lua_State *L)
{
    char why[VALUE_WHY_MAX];
    const char *tag = NULL;
    json_t *json = value_to_json(L, 1, NULL, why);
    if (!json)
        return refuse(L, why);
    json_t *bare = plain(json, &tag);
    char *text = bare ? dump(bare) : NULL;
    if (tag)
        snprintf(why, sizeof why, "JSON has no value of the kind '%.60s'", tag);
    else
        snprintf(why, sizeof why, "out of memory");
    json_decref(json);
    json_decref(bare);
    if (!text)
        return refuse(L, why);
    lua_pushstring(L, text);
    free(text);
    return 1;
}

/* ---- from_json ---- */

/* Says of objects that look like a tagged value that they are maps. Takes over `json`; NULL: nested
 * too deep, or no memory. */
static json_t *guarded(json_t *json, int depth)
{
    const char *key;
    json_t *value;
    size_t i;
    bool ok = depth < READ_DEPTH_MAX;
    if (ok) {
        json_object_foreach (json, key, value)
            ok = ok && json_object_set_new(json, key, guarded(json_incref(value), depth + 1)) == 0;
        json_array_foreach (json, i, value)
            ok = ok && json_array_set_new(json, i, guarded(json_incref(value), depth + 1)) == 0;
    }
    if (!ok) {
        json_decref(json);
        return NULL;
    }
    return json_object_get(json, SLRUN_TAG_KEY) ? host_table()->tagged_new(SLRUN_TAG_MAP, json)
                                                : json;
}

static int push(lua_State *L)
{
    value_push(L, lua_touserdata(L, 1));
    return 1;
}

int prim_from_json(lua_State *L)
{
    size_t size;
    json_error_t at;
    const char *text = luaL_checklstring(L, 1, &size);
    json_t *json = json_loadb(text, size, JSON_DECODE_ANY | JSON_ALLOW_NUL, &at);
    if (!json)
        return refuse(L, at.text);
    json = guarded(json, 0);
    if (!json)
        return refuse(L, "nested too deep");
    lua_pushcfunction(L, push);
    lua_pushlightuserdata(L, json);
    int status = lua_pcall(L, 1, 1, 0);
    json_decref(json);
    return status == LUA_OK ? 1 : lua_error(L);
}
