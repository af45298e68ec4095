/* SPDX-License-Identifier: Apache-2.0 */
/* The floor: the least C that does what a Lua runner on libcurl and libuv must do - coroutines,
 * signed requests, kept-alive connections, one thread. It has no fixtures, reports, timeouts or
 * expectations, so it says what is possible, not what a runner can be.
 *
 * usage: bench_floor [-l] [-m CONNECTIONS] [-j CASES] FILE.lua...     (-l: only list the cases)
 * The environment variable STUB is the endpoint.
 */
#define _POSIX_C_SOURCE 200809L

#include "common/util.h"
#include "floor/case.h"
#include "floor/http.h"

#include <lauxlib.h>
#include <lualib.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define CONNECTIONS 64

static void collect(struct floor *f, const char *path)
{
    if (luaL_dofile(f->lua, path) != LUA_OK)
        die(lua_tostring(f->lua, -1));
}

static void list(const struct floor *f)
{
    for (const struct tcase *c = f->cases; c != NULL; c = c->next)
        puts(c->name);
}

static void run(struct floor *f, const char *endpoint, size_t connections)
{
    f->unstarted = f->cases;
    http_open(f, endpoint, connections);
    http_run(f);
    http_close(f);
    printf("\n%zu passed, %zu failed\n", f->finished - f->failed, f->failed);
}

static void free_all(struct floor *f)
{
    lua_close(f->lua);
    while (f->cases != NULL) {
        struct tcase *c = f->cases;
        f->cases = c->next;
        free(c);
    }
    free(f->sleeping.nodes);
}

int main(int argc, char **argv)
{
    struct floor f = {.max_running = SIZE_MAX};
    const char *endpoint = getenv("STUB");
    size_t connections = CONNECTIONS;
    bool only_list = false;
    int option;
    while ((option = getopt(argc, argv, "lm:j:")) != -1) {
        switch (option) {
        case 'l':
            only_list = true;
            break;
        case 'm':
            connections = strtoul(optarg, NULL, 10);
            break;
        case 'j':
            f.max_running = strtoul(optarg, NULL, 10);
            break;
        default:
            return 2;
        }
    }
    if (endpoint == NULL || connections == 0 || f.max_running == 0)
        return 2;
    signal(SIGPIPE, SIG_IGN);
    raise_open_files();
    f.lua = luaL_newstate();
    if (f.lua == NULL)
        die("out of memory");
    luaL_openlibs(f.lua);
    lua_gc(f.lua, LUA_GCGEN, 0, 0);
    case_open(&f);
    for (int i = optind; i < argc; i++)
        collect(&f, argv[i]);
    if (only_list)
        list(&f);
    else
        run(&f, endpoint, connections);
    bool failed = f.failed > 0;
    free_all(&f);
    return failed ? 1 : 0;
}
