/* SPDX-License-Identifier: Apache-2.0 */
/* What the specs of a run share. Filled once by core/run; borrowed by every spec. */
#ifndef SLRUN_LUA_ENV_H
#define SLRUN_LUA_ENV_H

#include <uv.h>

#include "plugin/call.h"
#include "plugin/registry.h"

struct chunk;
struct coro;

struct lua_env {
    uv_loop_t *loop;
    struct registry *registry;
    struct call_env *calls; /* NULL while collecting: an operation is then an error */
    const char *target;     /* "local", "endpoint", "aws" */
    const char *run_id;
    struct chunk *chunks;    /* compiled once (chunk.h) */
    struct coro *free_coros; /* kept for the next case */
};

#endif
