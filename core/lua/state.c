/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/state.h"

#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "lua/caller.h"
#include "lua/language/chunk.h"

#define PART_DECLARE(part, symbol) extern const char symbol[];
LUA_PARTS(PART_DECLARE)
#undef PART_DECLARE

static const struct part {
    const char *name, *source;
} parts[] = {
#define PART_ENTRY(part, symbol) {#part, symbol},
    LUA_PARTS(PART_ENTRY)
#undef PART_ENTRY
};

struct spec *state_spec(lua_State *L)
{
    return *(struct spec **)lua_getextraspace(L);
}

/* print() and globals are guarded elsewhere; the libraries are those of stock Lua. */
static const luaL_Reg libraries[] = {
    {LUA_GNAME, luaopen_base},          {LUA_LOADLIBNAME, luaopen_package},
    {LUA_COLIBNAME, luaopen_coroutine}, {LUA_TABLIBNAME, luaopen_table},
    {LUA_IOLIBNAME, luaopen_io},        {LUA_OSLIBNAME, luaopen_os},
    {LUA_STRLIBNAME, luaopen_string},   {LUA_MATHLIBNAME, luaopen_math},
    {LUA_UTF8LIBNAME, luaopen_utf8},    {LUA_DBLIBNAME, luaopen_debug},
};

static int open_all(lua_State *L)
{
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
        luaL_requiref(L, libraries[i].name, libraries[i].func, 1);
        lua_pop(L, 1);
    }
    guard_open(L);
    nested_open(L);
    lang_open(L);
    declare_open(L);
    expect_open(L);
    service_open(L);
    return 0;
}

static void *allocate(void *pool, void *memory, size_t old, size_t size)
{
    return pool_resize(pool, memory, old, size);
}

/* Lua aborts behind it: an error was raised outside of any protected call. */
static int panic(lua_State *L)
{
    log_line(SLRUN_LOG_ERROR, "unprotected error in Lua: %s",
             lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : luaL_typename(L, -1));
    return 0;
}

lua_State *state_new(struct spec *spec)
{
    lua_State *L = lua_newstate(allocate, &spec->pool);
    if (!L)
        return NULL;
    lua_atpanic(L, panic);
    *(struct spec **)lua_getextraspace(L) = spec; /* new threads get a copy */
    lua_gc(L, LUA_GCSTOP); /* what a file declares lives as long as the state; collected later */
    lua_pushcfunction(L, open_all);
    if (lua_pcall(L, 0, 0, 0) != LUA_OK) {
        lua_close(L);
        return NULL;
    }
    return L;
}

/* Runs the part and keeps what it returned, which it leaves on the stack. */
static void load_part(lua_State *L, size_t i)
{
    struct spec *spec = state_spec(L);
    const char *name = lua_pushfstring(L, "=slrun.%s", parts[i].name);
    chunk_push(L, name, parts[i].source, strlen(parts[i].source));
    primitive_table(L);
    lua_call(L, 1, 1);
    lua_remove(L, -2);
    lua_pushvalue(L, -1);
    spec->parts[i] = luaL_ref(L, LUA_REGISTRYINDEX);
}

void state_push_part(lua_State *L, enum lua_part part)
{
    int ref = state_spec(L)->parts[part];
    if (ref)
        lua_rawgeti(L, LUA_REGISTRYINDEX, ref);
    else
        load_part(L, part);
}

void state_push_part_named(lua_State *L, const char *name)
{
    size_t i = 0;
    while (i < LUA_PART_COUNT && strcmp(parts[i].name, name) != 0)
        i++;
    if (i == LUA_PART_COUNT)
        luaL_error(L, "slrun has no part '%s'", name);
    state_push_part(L, (enum lua_part)i);
}

void state_where(lua_State *L)
{
    lua_Debug ar;
    for (int level = 1; lua_getstack(L, level, &ar); level++) {
        lua_getinfo(L, "Sl", &ar);
        if (*ar.source == '@' && ar.currentline > 0) {
            lua_pushfstring(L, "%s:%d: ", ar.short_src, ar.currentline);
            return;
        }
    }
    if (caller_gone(L, &ar))
        lua_pushfstring(L, "%s:%d: ", ar.short_src, ar.currentline);
    else
        lua_pushliteral(L, "");
}

int state_error(lua_State *L, const char *fmt, ...)
{
    va_list args;
    state_where(L);
    va_start(args, fmt);
    lua_pushvfstring(L, fmt, args);
    va_end(args);
    lua_concat(L, 2);
    return lua_error(L);
}

void *state_alloc(lua_State *L, size_t size)
{
    struct spec *spec = state_spec(L);
    if (!spec->arena)
        spec->arena = arena_new(SPEC_ARENA_MAX);
    void *memory = spec->arena ? arena_alloc(spec->arena, size) : NULL;
    if (!memory)
        luaL_error(L, "out of memory");
    return memory;
}

const char *state_copy(lua_State *L, int index)
{
    size_t n;
    const char *text = lua_tolstring(L, index, &n);
    char *copy = state_alloc(L, n + 1);
    memcpy(copy, text, n);
    return copy;
}

void state_word(lua_State *L, const char *word, int line)
{
    struct spec *spec = state_spec(L);
    if (spec->current)
        luaL_error(L, "%s belongs at file level, not in a phase", word);
    if (spec->word_line)
        luaL_error(L, "the case or fixture at line %d has no table behind its name",
                   spec->word_line);
    if (lua_gettop(L) > 1)
        luaL_error(L,
                   "%s takes its name alone; its table stands behind that, without a comma: "
                   "%s \"...\" { ... }",
                   word, word);
    spec->word_line = line;
}

/* Frames of C, and a main chunk alone, say no more than the message, which has file and line. */
static void add_frames(luaL_Buffer *b, const char *traceback)
{
    const char *line = strchr(traceback, '\n');
    bool told = false;
    while (line) {
        const char *end = strchr(++line, '\n');
        size_t n = end ? (size_t)(end - line) : strlen(line);
        bool main = n > 14 && memcmp(line + n - 14, " in main chunk", 14) == 0;
        if (strncmp(line, "\t[C]", 4) != 0 && (!main || told)) {
            luaL_addlstring(b, told ? "\n" : "\nstack traceback:\n", told ? 1 : 18);
            luaL_addlstring(b, line, n);
            told = true;
        }
        line = end;
    }
}

static int with_traceback(lua_State *L)
{
    luaL_Buffer b;
    const char *message = lua_tostring(L, 1);
    if (!message)
        return 1;
    luaL_traceback(L, L, NULL, 1);
    const char *traceback = lua_tostring(L, -1);
    luaL_buffinit(L, &b);
    luaL_addstring(&b, message);
    add_frames(&b, traceback);
    luaL_pushresult(&b);
    return 1;
}

int state_pcall(lua_State *L, int nargs, int nresults)
{
    int base = lua_gettop(L) - nargs;
    lua_pushcfunction(L, with_traceback);
    lua_insert(L, base);
    int status = lua_pcall(L, nargs, nresults, base);
    lua_remove(L, base);
    return status;
}
