/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The processes of one version of a function, and the invocations that wait for one. A change of
 * the latest version's code or configuration retires its pool: what runs ends, what comes gets a
 * new one.
 */
#ifndef SLRUN_LAMBDA_POOL_H
#define SLRUN_LAMBDA_POOL_H

#include "local/function.h"
#include "local/run/environment.h"
#include "local/run/invocation.h"
#include "local/run/zygote.h"

enum { VERSION_SIZE = 16 };

enum pool_state { POOL_NEW, POOL_PREPARING, POOL_READY, POOL_FAILED };

struct warming;

struct pool {
    struct function *function; /* held */
    struct pool *next;         /* of the function */
    char version[VERSION_SIZE];
    json_t *config, *code; /* as they were when it was made */
    enum pool_state state;
    bool retired;
    struct preparation *preparation; /* while PREPARING */
    json_t *layers;                  /* folders, in the order of the function's layers */
    char packages[PATH_SIZE];        /* folder of what was installed for it, or "" */
    char program[PATH_SIZE];         /* the interpreter, or the package's bootstrap */
    json_t *failure;                 /* error document: why it cannot run */
    struct invocation *first, *last; /* that wait */
    unsigned waiting, starting, environments;
    double ready_ms, start_ms;   /* real time: since when it has processes; what a start took */
    enum zygote_use zygote;      /* whether its processes are copied */
    struct slrun_timer *growing; /* until what waits has waited long enough for one more */
    struct slrun_timer *failing; /* on its way into POOL_FAILED */
    unsigned held;               /* while it is worked on: it is not freed */
    bool unawaited;              /* a request that its handler has not waited for was told */
    bool noted;       /* that the interpreter is of another version than the function's */
    json_t *borrowed; /* modules that only this machine has, of which it was told: keys; or NULL */
    struct warming *warming;
};

/* The pool of a version ("$LATEST", "1"), made where there is none; NULL: no memory. */
struct pool *pool_of(struct function *function, const char *version);
/* Retires those of a version, or all (NULL). */
void pool_retire(struct function *function, const char *version);
void pools_retire(struct function *function);
/* A retired pool goes when nothing of it runs or waits. True: it went. */
bool pool_leave(struct pool *pool);
/* At the end: kills processes, and ends invocations with an error. */
void pools_end(struct function *function);

/* Takes an invocation over. */
void pool_add(struct pool *pool, struct invocation *invocation);
/* Gives invocations that wait to processes that are idle, and starts more of them. */
void pool_serve(struct pool *pool);
/* What a preparation ends in; `failure` (taken over) NULL: it can run. What waits then fails on a
 * later turn of the loop. */
void pool_prepared(struct pool *pool, json_t *failure);
/* Takes the next invocation that waits; NULL: there is none. */
struct invocation *pool_next(struct pool *pool);
/* A process of it could not begin, for that reason (borrowed). */
void pool_failed(struct pool *pool, const json_t *failure);
/* Starts processes for its invocations that wait, where it is time for that and room. */
void pool_grow(struct pool *pool);
/* There is room for more processes: starts them for invocations that wait, of any function. */
void pools_grow(struct machine *machine);
/* A process of it has gone. */
void pool_left(struct pool *pool);
/* A process of it is ready for the first time, after so many ms of real time. */
void pool_warmed(struct pool *pool, double start_ms);

/* Starts a process unless there is one, and tells when it is ready: failure NULL, else the error
 * document (borrowed). done() comes once, maybe before this returns; not at the end. */
bool pool_warm(struct pool *pool, void (*done)(void *arg, const json_t *failure), void *arg);

/* Of the configuration; "" where it is not there. */
const char *pool_text(const struct pool *pool, const char *member);
const char *pool_log_group(const struct pool *pool);

#endif
