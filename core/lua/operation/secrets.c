/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/operation/secrets.h"

#include <ctype.h>
#include <lauxlib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lua/state.h"
#include "plugin/marked.h"

extern char **environ; /* POSIX has it in no header */

static const char table_name[] = "slrun.secrets";

enum { WORD_LONGEST = 15 };

#define DIGITS       "0123456789"
#define NAME_LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-" DIGITS

static void add(lua_State *L, const char *value, size_t least)
{
    size_t n = value ? strlen(value) : 0;
    if (n < least || n > SECRET_LONGEST)
        return;
    lua_pushboolean(L, true);
    lua_setfield(L, -2, value);
}

/* ---- the environment ---- */

/* The variable that begins there, in capitals and without what parts words: "MYAPITOKEN". */
static size_t plain_name(const char *variable, char name[SECRET_VARIABLE_MAX])
{
    size_t n = 0;
    for (; *variable && *variable != '=' && n + 1 < SECRET_VARIABLE_MAX; variable++)
        if (isalnum((unsigned char)*variable))
            name[n++] = (char)toupper((unsigned char)*variable);
    name[n] = '\0';
    return n;
}

/* Whether a variable is called as those are that hold secrets in CI; parts/mask.lua judges keys so.
 */
static bool is_secret_name(const char *variable)
{
    static const char *const parts[] = {"PASSWORD", "PASSWD",     "PASSPHRASE", "SECRET",
                                        "APIKEY",   "PRIVATEKEY", "CREDENTIAL"};
    char name[SECRET_VARIABLE_MAX];
    size_t n = plain_name(variable, name);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strstr(name, parts[i]))
            return true;
    return n >= 5 && strcmp(name + n - 5, "TOKEN") == 0;
}

/* Paths, addresses and ARNs say where a secret is, and are none. */
static bool is_place(const char *value)
{
    return *value == '/' || strncmp(value, "arn:", 4) == 0 || strstr(value, "://");
}

/* The table is on top. */
static void add_environment(lua_State *L)
{
    for (char **variable = environ; variable && *variable; variable++) {
        const char *value = strchr(*variable, '=');
        if (value && !is_place(value + 1) && is_secret_name(*variable))
            add(L, value + 1, SECRET_VARIABLE_SHORTEST);
    }
    add(L, getenv("AWS_ACCESS_KEY_ID"), SECRET_CREDENTIAL_SHORTEST);
    add(L, getenv("AWS_SECRET_ACCESS_KEY"), SECRET_CREDENTIAL_SHORTEST);
    add(L, getenv("AWS_SESSION_TOKEN"), SECRET_CREDENTIAL_SHORTEST);
}

/* Pushes the table, with the run's own credentials in it: those of now, and of before; those of the
 * environment, also where others are used. The key's id is no secret to AWS, but nobody needs it in
 * a log; ledgers have its ends. */
static void push_table(lua_State *L)
{
    if (!luaL_getsubtable(L, LUA_REGISTRYINDEX, table_name))
        add_environment(L);
    const struct call_env *calls = state_spec(L)->env->calls; /* they change in mid-run */
    if (!calls)
        return;
    add(L, calls->credentials.access_key, SECRET_CREDENTIAL_SHORTEST);
    add(L, calls->credentials.secret_key, SECRET_CREDENTIAL_SHORTEST);
    add(L, calls->credentials.session_token, SECRET_CREDENTIAL_SHORTEST);
}

static size_t count(lua_State *L)
{
    size_t n = 0;
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
        n++;
    return n;
}

/* As CloudFormation names what has no name of its own: "orders-Table-1HqmYnsnhArT". */
static bool is_made_name(const char *value)
{
    const char *last = strrchr(value, '-');
    size_t n = last ? strlen(last + 1) : 0;
    return isalpha((unsigned char)*value) && (n == 12 || n == 13) && strchr(value, '-') != last &&
           strspn(value, NAME_LETTERS) == strlen(value);
}

/* "production", "INFO": what is short and has no digit. */
static bool is_word(const char *value)
{
    size_t n = strlen(value);
    return n < SECRET_VARIABLE_SHORTEST || (n <= WORD_LONGEST && !strpbrk(value, DIGITS));
}

/* Whether a variable says which of AWS's resources is meant. */
static bool names_resource(const char *variable)
{
    static const char *const ends[] = {"NAME", "TABLE",  "QUEUE", "BUCKET",   "TOPIC",
                                       "ARN",  "STREAM", "URL",   "ENDPOINT", "REGION"};
    char name[SECRET_VARIABLE_MAX];
    size_t n = plain_name(variable, name);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t end = strlen(ends[i]);
        if (n >= end && strcmp(name + n - end, ends[i]) == 0)
            return true;
    }
    return false;
}

/* Variables of functions are all marked, and mostly none is a secret: names of tables, addresses of
 * queues, words. To hide those would make reports unreadable. */
static bool is_setting(const char *variable, const char *value)
{
    if (is_secret_name(variable) || strchr(value, '@'))
        return false;
    return is_place(value) || is_made_name(value) || names_resource(variable) || is_word(value);
}

static void found(void *arg, const char *name, const char *value)
{
    lua_State *L = arg;
    if (name && is_setting(name, value))
        return;
    push_table(L);
    if (count(L) < SECRETS_MAX)
        add(L, value, SECRET_SHORTEST);
    lua_pop(L, 1);
}

void secrets_note(lua_State *L, const struct slrun_param *params, const json_t *json)
{
    marked_each(params, json, found, L);
}

void secrets_share(lua_State *from, lua_State *to)
{
    int top = lua_gettop(from);
    if (!lua_checkstack(from, 4))
        luaL_error(to, "out of memory");
    if (lua_getfield(from, LUA_REGISTRYINDEX, table_name) == LUA_TTABLE) {
        push_table(to);
        for (lua_pushnil(from); lua_next(from, top + 1); lua_pop(from, 1))
            add(to, lua_tostring(from, -2), 0);
        lua_pop(to, 1);
    }
    lua_settop(from, top);
}

void secrets_add(lua_State *L, const char *value)
{
    push_table(L);
    if (count(L) < SECRETS_MAX)
        add(L, value, SECRET_SHORTEST);
    lua_pop(L, 1);
}

void secrets_mask(lua_State *L)
{
    state_push_part(L, LUA_PART_mask);
    lua_getfield(L, -1, "output");
    lua_remove(L, -2);
    lua_insert(L, -2);
    lua_call(L, 1, 1);
}

/* The state's mask ---------------------------------------------------------------------------- */

struct known {
    struct mask mask; /* first */
    size_t n;         /* so many of the table are in it: none ever leaves */
};

static const char known_name[] = "slrun.secrets.known";

static int free_known(lua_State *L)
{
    struct known *known = lua_touserdata(L, 1);
    mask_free(&known->mask);
    return 0;
}

static void push_known(lua_State *L)
{
    if (lua_getfield(L, LUA_REGISTRYINDEX, known_name) == LUA_TUSERDATA)
        return;
    lua_pop(L, 1);
    struct known *known = lua_newuserdatauv(L, sizeof *known, 0);
    memset(known, 0, sizeof *known);
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, free_known);
    lua_setfield(L, -2, "__gc");
    lua_setmetatable(L, -2);
    lua_pushvalue(L, -1);
    lua_setfield(L, LUA_REGISTRYINDEX, known_name);
}

struct mask *secrets_known(lua_State *L)
{
    push_known(L);
    struct known *known = lua_touserdata(L, -1);
    push_table(L);
    size_t n = count(L);
    if (n != known->n)
        for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
            mask_add(&known->mask, lua_tostring(L, -2));
    known->n = n;
    lua_pop(L, 2);
    return &known->mask;
}

int prim_secrets(lua_State *L)
{
    push_table(L);
    return 1;
}
