/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Listeners: what comes out of a queue, a stream or a log while cases run. Each source has one
 * reader in the whole run, a coroutine in a Lua state of its own; it hands what it reads to the
 * states of the spec files, where the listeners of their cases judge it. parts/reader.lua and
 * parts/listener.lua have the halves of it that are written in Lua.
 */
#ifndef SLRUN_LUA_LISTEN_H
#define SLRUN_LUA_LISTEN_H

#include "lua/coro.h"

enum {
    LISTEN_SOURCES_MAX = 20000,  /* of a run, at one time */
    LISTEN_ARGS_MAX = 16 * 1024, /* bytes of the arguments that name a source */
    LISTEN_BATCH_MAX = 10000,    /* records of one round */
    LISTEN_MATCH_MS = 1000,      /* for the judgement of one listener on one batch */
};

/* Ends what a case has left open. */
void listen_end_case(struct coro_case *of);

/* The run is over: ends every reader, in whatever it waits for. */
void listen_end(struct lua_env *env);

/* A source of which nobody claimed so many records. */
struct listen_unclaimed {
    const char *source;     /* "sqs queue orders" */
    size_t records, number; /* number: of the source */
    struct listen_unclaimed *next;
};

/* The sources of the run with records that nobody has claimed, as they were first opened; they live
 * until listen_free(). After listen_end(). */
const struct listen_unclaimed *listen_unclaimed(struct lua_env *env);

/* Gives the memory back; no spec file's case runs any more. */
void listen_free(struct lua_env *env);

/* Adds what the parts in Lua need to the table on top. */
void listen_primitives(lua_State *L);

#endif
