/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/language/chunk.h"

#include <stdlib.h>

#include "base/buf.h"
#include "lua/state.h"

enum { CODE_MAX = 4 * 1024 * 1024 };

struct chunk {
    struct chunk *next;
    const char *source;
    struct buf code;
};

static int write_code(lua_State *L, const void *data, size_t size, void *arg)
{
    (void)L;
    return buf_add(arg, data, size) ? 0 : 1;
}

/* Remembers the function on top of the stack. Without memory it is just compiled again. */
static void remember(lua_State *L, const char *source)
{
    struct chunk **chunks = &state_spec(L)->env->chunks, *c = malloc(sizeof *c);
    if (!c)
        return;
    *c = (struct chunk){.next = *chunks, .source = source, .code = BUF_INIT(CODE_MAX)};
    if (lua_dump(L, write_code, &c->code, 0) != 0) {
        buf_free(&c->code);
        free(c);
        return;
    }
    *chunks = c;
}

void chunk_push(lua_State *L, const char *name, const char *source, size_t size)
{
    for (const struct chunk *c = state_spec(L)->env->chunks; c; c = c->next) {
        if (c->source != source)
            continue;
        if (luaL_loadbufferx(L, c->code.data, c->code.len, name, "b") != LUA_OK)
            lua_error(L);
        return;
    }
    if (luaL_loadbufferx(L, source, size, name, "t") != LUA_OK)
        lua_error(L);
    remember(L, source);
}

void chunk_free(struct chunk *chunks)
{
    for (struct chunk *next; chunks; chunks = next) {
        next = chunks->next;
        buf_free(&chunks->code);
        free(chunks);
    }
}
