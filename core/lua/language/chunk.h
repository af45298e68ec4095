/* SPDX-License-Identifier: Apache-2.0 */
/* Lua source that many states need: compiled once, its bytecode loaded into each. */
#ifndef SLRUN_LUA_CHUNK_H
#define SLRUN_LUA_CHUNK_H

#include <lua.h>

struct chunk;

/*
 * Pushes the function of the chunk. `name` as for lua_load ("=slrun.case"); `source` is static, and
 * the cache knows it by its address. Raises what does not compile.
 */
void chunk_push(lua_State *L, const char *name, const char *source, size_t size);

/* Frees a cache (lua_env.chunks). */
void chunk_free(struct chunk *chunks);

#endif
