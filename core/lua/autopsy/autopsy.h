/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The autopsy of a case that failed: what the target says of the time since its act. The resources
 * of its stack, of its listeners and of its claims are looked at by what the preludes of their
 * services declare (slrun.autopsy), in a Lua state of the run. Cases that fail together share the
 * looks. parts/autopsy.lua has the half that is written in Lua.
 */
#ifndef SLRUN_LUA_AUTOPSY_H
#define SLRUN_LUA_AUTOPSY_H

#include <jansson.h>

#include "lua/coro.h"

enum {
    /* All in real time. So long a case waits for it at most; what has not answered by then is
     * named. */
    AUTOPSY_LOCAL_MS = 2000,
    AUTOPSY_MS = 5000, /* on other targets than `local` */
    /* Cases that fail within this time of the first share its look at a resource. */
    AUTOPSY_GATHER_MS = 25,
    /* After a look that was shared, the next begins so long after it at the earliest. */
    AUTOPSY_CROWD_MS = 1000,
    /* The target's clock may differ: what it says of so long before the act counts to it. That of
     * the local cloud does not, and an event is earlier than what it causes: by a request at least,
     * which takes longer than the two processes' readings differ (clock_wall_offset_ms). */
    AUTOPSY_LOCAL_NEAR_MS = 0,
    AUTOPSY_NEAR_MS = 1000,
    /* And so long before, if it names the case. */
    AUTOPSY_LOCAL_EARLY_MS = 250,
    AUTOPSY_EARLY_MS = 5000,
    AUTOPSY_RESOURCES_MAX = 64,    /* that are looked at for one case */
    AUTOPSY_REQUESTS_MAX = 1 << 13 /* whose cases are known */
};

/* The autopsy of one case, under way. */
struct autopsy;

struct autopsy_options {
    double from_ms;   /* since 1970 on the virtual clock (clock.h): what came before the millisecond
                       * that holds it is not told, for services tell whole ones */
    bool errors_only; /* what is in order is not told: the spec itself has broken */
    /* Once, on a later turn of the loop; the autopsy is void when it returns. `text`: lines for the
     * report, NULL where it failed itself. `told`: the same as data, a new reference, or NULL. */
    void (*done)(void *owner, const char *text, json_t *told);
    void *owner;
};

/* Begins it. NULL: there is nothing to look at, and no done(). */
struct autopsy *autopsy_begin(struct spec *spec, struct coro_case *of,
                              const struct autopsy_options *options);

/* Ends it where it stands, without done(). */
void autopsy_cancel(struct autopsy *autopsy);

/* A case has sent a request that the service calls so ("": it does not say): what its log tells of
 * it is of that case. */
void autopsy_note_request(const struct coro_case *of, struct lua_env *env, const char *id);

/* Gives the memory back; none is under way. */
void autopsy_free(struct lua_env *env);

/* Adds what the part in Lua needs to the table on top. */
void autopsy_primitives(lua_State *L);

#endif
