/* SPDX-License-Identifier: Apache-2.0 */
/* Primitives over strings of bytes, for parts written in Lua that build what AWS builds. */
#ifndef SLRUN_LUA_BYTES_H
#define SLRUN_LUA_BYTES_H

#include <lua.h>

int prim_base64(lua_State *L); /* base64(bytes): RFC 4648, padded */
int prim_md5(lua_State *L);    /* md5(bytes): 32 hexadecimal digits */
int prim_uuid(lua_State *L);   /* uuid(): a random one (RFC 9562, version 4) */
/* file(path): what is in a file; nil and why ("PATH: No such file or directory"). */
int prim_file(lua_State *L);
/* regex(pattern, text): whether a POSIX extended regular expression stands somewhere in it; nil and
 * why where it is none. */
int prim_regex(lua_State *L);

#endif
