/* SPDX-License-Identifier: Apache-2.0 */
/* Primitives over strings of bytes. */
#include "lua/operation/bytes.h"

#include <limits.h>
#include <regex.h>

#include <lauxlib.h>
#include <openssl/evp.h>
#include <slrun/base64.h>

#include "base/error.h"
#include "base/file.h"
#include "base/random.h"

enum { FILE_MOST = 16 << 20 }; /* bytes of a file that a spec names */

int prim_base64(lua_State *L)
{
    size_t size;
    const char *bytes = luaL_checklstring(L, 1, &size);
    luaL_Buffer b;
    luaL_argcheck(L, size < INT_MAX / 2, 1, "too long for base64");
    char *text = luaL_buffinitsize(L, &b, SLRUN_BASE64_TEXT(size));
    luaL_pushresultsize(&b, slrun_base64_write(bytes, size, text));
    return 1;
}

int prim_md5(lua_State *L)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char hash[EVP_MAX_MD_SIZE];
    char text[2 * EVP_MAX_MD_SIZE];
    size_t size;
    unsigned n = 0;
    const char *bytes = luaL_checklstring(L, 1, &size);
    if (EVP_Digest(bytes, size, hash, &n, EVP_md5(), NULL) != 1)
        return luaL_error(L, "MD5 is not to be had from OpenSSL");
    for (unsigned i = 0; i < n; i++) {
        text[2 * i] = digits[hash[i] >> 4];
        text[2 * i + 1] = digits[hash[i] & 15];
    }
    lua_pushlstring(L, text, 2 * n);
    return 1;
}

int prim_uuid(lua_State *L)
{
    char uuid[RANDOM_UUID_MAX];
    struct slrun_error error = {0};
    if (random_uuid(uuid, &error) != 0)
        return luaL_error(L, "%s", error.message);
    lua_pushstring(L, uuid);
    return 1;
}

int prim_file(lua_State *L)
{
    const char *path = luaL_checkstring(L, 1);
    struct buf text = BUF_INIT(FILE_MOST);
    int number = file_read(path, &text);
    if (number) {
        lua_pushnil(L);
        lua_pushfstring(L, "%s: %s", path, file_why(number));
    } else
        lua_pushlstring(L, buf_str(&text), text.len);
    buf_free(&text);
    return number ? 2 : 1;
}

int prim_regex(lua_State *L)
{
    char why[256];
    size_t size;
    regex_t compiled;
    const char *pattern = luaL_checkstring(L, 1), *text = luaL_checklstring(L, 2, &size);
    int rc = regcomp(&compiled, pattern, REG_EXTENDED | REG_NOSUB);
    if (rc != 0) {
        (void)regerror(rc, &compiled, why, sizeof why);
        lua_pushnil(L);
        lua_pushstring(L, why);
        return 2;
    }
    regmatch_t whole = {.rm_so = 0, .rm_eo = (regoff_t)size}; /* NUL may stand in the text */
    rc = regexec(&compiled, text, 1, &whole, REG_STARTEND);
    regfree(&compiled);
    lua_pushboolean(L, rc == 0);
    return 1;
}
