/* SPDX-License-Identifier: Apache-2.0 */
/* A case of the floor program: a Lua coroutine that yields at each request and each sleep. */
#ifndef SLRUN_BENCH_CASE_H
#define SLRUN_BENCH_CASE_H

#include "common/heap.h"

#include <lua.h>
#include <stdbool.h>

/* A request as the Lua side gave it. The strings are Lua's: the suspended coroutine's stack keeps
 * them alive until the answer has come. */
struct call {
    const char *service;
    const char *target;
    const char *body;
    size_t body_len;
};

struct tcase {
    struct tcase *next;   /* in order of collection */
    struct tcase *queued; /* the next that waits for a connection */
    lua_State *co;
    int co_ref;
    int fn_ref;
    struct heap_node wake;
    struct call call;
    bool holds; /* the call is a long poll: it stands outside the cap on connections */
    char name[];
};

struct http;

struct floor {
    lua_State *lua;
    struct tcase *cases;
    struct tcase **last;
    struct tcase *unstarted;
    size_t collected;
    size_t finished;
    size_t failed;
    size_t running;
    size_t max_running;
    struct heap sleeping;
    struct http *http;
};

/* Registers test, sleep, now and aws in f->lua, and the prelude on top of them. */
void case_open(struct floor *f);

/* Goes on with a coroutine, with the values that were pushed on it. */
void case_resume(struct floor *f, struct tcase *c, int values);

/* Wakes the cases whose sleep is over, then starts more while fewer than max_running run. */
void case_step(struct floor *f);

#endif
