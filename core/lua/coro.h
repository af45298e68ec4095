/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The life of a coroutine, and the only place that calls lua_resume. A coroutine runs one part of a
 * case (its body, or its teardown) and is suspended while it sleeps or an operation is under way.
 * Between the polls of a case it rests: nothing is left on its stack then, and it gives its Lua
 * thread back, which is most of what a waiting case would cost.
 */
#ifndef SLRUN_LUA_CORO_H
#define SLRUN_LUA_CORO_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "lua/language/spec.h"
#include "lua/waiting/clock.h"
#include "lua/waiting/waiting_state.h"

enum coro_end {
    CORO_OK,
    CORO_ERROR, /* the error value is on the coroutine's stack */
    CORO_CUT,   /* it ran past its time without yielding and was abandoned */
};

enum coro_state {
    CORO_NEW,
    CORO_RUNNING,
    CORO_SLEEPING,
    CORO_WAITING, /* it sleeps, until an arrival at the latest (sleep.h) */
    CORO_CALLING, /* an operation is under way */
    CORO_NOTING,  /* the journal is being written */
    CORO_DONE,
};

/* rest.h */
enum coro_rest {
    REST_NOT,
    REST_SLEEPING,
    REST_DUE, /* its time has come, and it queues */
};

enum { NOTE_MAX = 64 * 1024 }; /* bytes of print() and t:log() kept for a case */

struct op_call;

struct coro {
    struct alarm alarm; /* first: while it sleeps, on the virtual clock; else on the real one */
    struct spec *spec;
    lua_State *L; /* NULL while it rests */
    int ref;      /* keeps the thread alive */
    enum coro_state state;
    struct op_call *call;
    struct lua_journal_wait noting;
    json_t *held;         /* arguments of a call that creates something, until it is over */
    const json_t *answer; /* of the call that has just ended; NULL: it failed */
    bool doubtful;        /* a try of it before its last one may have done its work */
    int tries;            /* how often it was sent */
    char *tried;          /* what became of its tries, where it was cancelled behind the first */
    uint64_t cut_ns;      /* monotonic: the hook cuts it from here on; 0: never */
    bool cut;
    bool paused; /* by the hook, for a turn of the loop */
    bool ended_ok;
    bool truthy;         /* after CORO_OK: what it returned */
    struct waiting wait; /* the wait under way */
    uint64_t attended;   /* arrivals of its case that its wait has seen (sleep.h) */
    double rest_until;   /* 0; else it rests when what it runs returns (sleep.c) */
    enum coro_rest rest;
    uint64_t due_ns;                      /* monotonic: since when it queues */
    struct coro *next_due, *previous_due; /* of that queue */
    uint64_t resumed_ns;                  /* monotonic: when it last began to run */
    const char *phase;                    /* a word of the language, static */
    struct coro_case *of;                 /* the case that it runs */
    void (*ended)(struct coro *coro, enum coro_end end);
    void *owner; /* of the starter */
    struct coro *next_free, *next_helper;
};

/* Whose a coro_case is. */
enum coro_role {
    CORO_OF_CASE,
    CORO_OF_FIXTURE,
    CORO_OF_LISTENER,
    CORO_OF_AUTOPSY,
    CORO_OF_SWEEP,
};

/* What body and teardown of one case have in common. */
struct coro_case {
    enum coro_role role;
    const char *id;                                         /* t.id */
    const char *name;                                       /* of the case, with its parameters */
    int t;                                                  /* registry reference of `t` */
    struct buf notes;                                       /* print() and t:log() */
    void (*phase)(struct coro_case *of, const char *phase); /* news: a phase begins */
    /* news: a step of the clean-up failed */
    void (*problem)(struct coro_case *of, const char *what, const char *summary, const char *text);
    /* news: a helper (t:after) ended with an error or was cut; it is freed behind this call */
    void (*helper_failed)(struct coro_case *of, struct coro *helper, enum coro_end end);
    struct coro *helpers;
    struct coro *body;          /* that runs a part of the case now, or NULL */
    struct listener *listeners; /* that are open (listen.h) */
    uint64_t arrivals;          /* how often something has come for it */
    bool closing;               /* the clean-up runs: no more helpers */
    bool asked_http;   /* it has sent requests that are no operations of a service of AWS */
    const char *step;  /* of the clean-up that runs: a string of Lua's (prim_step); or NULL */
    size_t steps_left; /* behind it */
    unsigned controls; /* what of the local cloud it may control: marks_control bits */
    /* news: it says something, which is kept in `notes` besides; or NULL */
    void (*says)(struct coro_case *of, const char *text);
    /* t:attach: keeps a copy; NULL, or why it cannot (static) */
    const char *(*attach)(struct coro_case *of, const char *name, const char *data, size_t size);
    struct timeline *timeline; /* what happened when (timeline.h); NULL: nobody wants it */
    void *owner;
};

enum coro_part { CORO_SETUP, CORO_BODY, CORO_TEARDOWN };

/* What a coroutine runs. */
struct coro_work {
    enum coro_part part;
    int definition;   /* registry reference: of a fixture, of a case; LUA_NOREF: none */
    int64_t sla_ms;   /* of waits that do not say how long */
    const char *name; /* of the fixture */
};

/* Loads what cases of the spec need to run. 0, or -1 with the reason in `why`. */
int coro_ready(struct spec *spec, char *why, size_t size);

/* A coroutine for one part of a case; start runs it until it waits or ends. new: NULL, start: -1
 * when out of memory. */
struct coro *coro_new(struct spec *spec, struct coro_case *of);
int coro_start(struct coro *coro, const struct coro_work *work);

/* Gives the coroutine a Lua thread. 0, or -1 when out of memory. coro_start() does it by itself. */
int coro_thread(struct coro *coro);

/* Ends it in whatever it waits for; `ended` is not called. The Lua stack stays for coro_where(). */
void coro_cancel(struct coro *coro);

/* Gives the coroutine back. */
void coro_free(struct coro *coro);
/* Frees the ones kept for reuse, and the clocks; the loop has closing handles to run. */
void coro_drain(struct lua_env *env);

/* Resumes with the `nargs` values on top of its stack. One that rests has no stack, and goes on
 * with a thread of its own and the function `again` of the part "case". The caller does nothing
 * more with it. */
void coro_resume(struct coro *coro, int nargs);

/* Code of its case begins to run, or has: for who must know which did when this process has died
 * (lua_env.noted). */
void coro_mark(const struct coro *coro, bool begins);

/* Has `woken` (NULL: it is resumed) called at that time of the virtual clock. Its state becomes
 * CORO_SLEEPING. */
void coro_sleep_until(struct coro *coro, double ms, void (*woken)(struct alarm *alarm));

/* Ends the sleep of one in CORO_WAITING, on the next turn of the loop. */
void coro_wake(struct coro *coro);

/* lua_resume of a spec's own coroutine, from `L`. */
int coro_resume_nested(lua_State *L, lua_State *co, int nargs, int *nresults);

/*
 * Calls the function below `nargs` values on the main thread of the state, for a case but outside
 * of its coroutines: it cannot wait. `stand_in` is zeroed but for spec, of and cut_ns; its `cut`
 * says afterwards whether that time was over. As lua_pcall, with one result.
 */
int coro_call(struct coro *stand_in, int nargs);

/* For functions that yield: they leave the coroutine suspended in `state`. */
int coro_yield(lua_State *L, enum coro_state state);
/* The running coroutine, or an error with a hint when L cannot yield here. */
struct coro *coro_current(lua_State *L, const char *what);

/* Adds a line to what the case has said; at file level (coro NULL) prints it. */
void coro_note(struct coro *coro, const char *text);

#endif
