/* SPDX-License-Identifier: Apache-2.0 */
/* Inside of autopsies (autopsy.h): which case waits for a look at which resource. */
#ifndef SLRUN_LUA_AUTOPSY_HUB_H
#define SLRUN_LUA_AUTOPSY_HUB_H

#include "lua/autopsy/autopsy.h"

struct autopsy_hub;

/* A case's wish to know of one resource. It stands in one list, or in none once it is answered. */
struct autopsy_wish {
    struct autopsy *of;
    struct autopsy_site *site;
    struct autopsy_wish **list; /* where it stands */
    struct autopsy_wish *next;
    json_t *resource;
    json_t *finding; /* NULL: no answer */
};

struct autopsy {
    struct alarm alarm; /* first; real: its time is over */
    struct autopsy_hub *hub;
    struct autopsy_options o;
    const struct coro_case *case_of;
    size_t n, n_left; /* wishes; those that wait */
    struct autopsy_wish wishes[];
};

/* A resource. Each is looked at by one coroutine at a time. */
struct autopsy_site {
    struct alarm alarm; /* first; real: the next look begins */
    struct autopsy_hub *hub;
    struct autopsy_site *next;
    char *key;
    json_t *resource, *finding;
    struct coro_case of;          /* what its coroutine belongs to */
    struct coro *looks;           /* NULL: nobody looks */
    struct autopsy_wish *asked;   /* wait for the look under way */
    struct autopsy_wish *waiting; /* for the next one */
    double began;                 /* real: the last look */
    bool crowd;                   /* several waited for it */
};

struct autopsy_hub {
    struct lua_env *env;
    bool local;        /* the target's clock is the run's */
    struct spec *spec; /* in whose state is looked */
    struct autopsy_site *sites;
    struct autopsy_wish *answered; /* their cases are to be told */
};

/* Has the resource looked at for a wish, whose `of` and `resource` are set. -1: out of memory. */
int autopsy_site_join(struct autopsy_hub *hub, struct autopsy_wish *wish);

/* The wish is given up. */
void autopsy_site_leave(struct autopsy_wish *wish);

/* Frees all that nobody waits for. */
void autopsy_sites_free(struct autopsy_hub *hub);

/* A wish is answered: tells its case, if it was the last. */
void autopsy_answered(struct autopsy_wish *wish);

#endif
