/* SPDX-License-Identifier: Apache-2.0 */
/* A Lua module whose functions end the process as a fault in C would. */
#include <lauxlib.h>
#include <lua.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

int luaopen_crash(lua_State *L);

static int segv(lua_State *L)
{
    volatile int *nowhere = NULL;
    (void)L;
    *nowhere = 1;
    return 0;
}

static int give_up(lua_State *L)
{
    (void)L;
    abort();
}

static int leave(lua_State *L)
{
    _exit((int)luaL_checkinteger(L, 1));
}

/* In so many milliseconds, whatever runs then: a fault that is no case's. */
static int later(lua_State *L)
{
    signal(SIGALRM, SIG_DFL);
    ualarm((useconds_t)luaL_checkinteger(L, 1) * 1000, 0);
    return 0;
}

int luaopen_crash(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"segv", segv}, {"abort", give_up}, {"leave", leave}, {"later", later}, {NULL, NULL}};
    luaL_newlib(L, functions);
    return 1;
}
