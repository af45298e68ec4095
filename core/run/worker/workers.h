/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Worker processes (-n). The run stays here: what is selected, in which order cases start, what
 * their results mean, fixtures of scope run, reports, the cache. A worker loads the files whose
 * cases it is given, runs these cases as life.h does, with fixtures of scope file, and tells what
 * became of them. When one dies, the case that was being resumed is an error with the signal; what
 * its other cases have made is cleaned up from its ledger, and they run again, in a new worker.
 */
#ifndef SLRUN_RUN_WORKERS_H
#define SLRUN_RUN_WORKERS_H

#include "run/fixture/holds.h"
#include "run/ledger/identity.h"
#include "run/session/looks.h"

enum {
    WORKERS_MAX = 256,
    WORKERS_STARTS_MAX = 2000, /* processes of a run, with replacements */
    WORKERS_IDS = 512,         /* of fixtures, in one process */
};

/* The first word of a worker's command line, behind the program's name. */
#define WORKERS_WORD "--worker"

/* Descriptors of a worker, behind its standard streams. */
enum { WORKERS_FD_WIRE = 3, WORKERS_FD_NOTE = 4 };

struct iam_uses;
struct workers;
struct workers_clock;
struct remote; /* where one case after the other lives in workers */

struct workers_options {
    struct lua_env *env;
    const struct collection *collection;
    unsigned n;                      /* processes; those without a file are not started */
    const char *const *words;        /* of the command line of this run, ended by NULL */
    json_t *hello;                   /* what every worker is told first; borrowed */
    const char *ledgers;             /* directory, or NULL: nothing is noted */
    const struct identity *identity; /* of the ledgers */
    bool keep;                       /* what failed cases made stays */
    struct workers_clock *clock;     /* that they share (workers_clock.h), or NULL */
    const struct observer *observer; /* of calls, of what cases print, ... */
    void *observer_self;
    struct iam_uses *uses; /* permissions that the run needs; or NULL */
};

/* What the session does for them. */
struct workers_events {
    void (*make_id)(void *arg, char id[LIFE_ID_MAX]); /* asked: a new t.id */
    void (*need)(void *arg, struct hold_wait *wait);  /* asked: one fixture of scope run */
    /* one of scope file is down */
    void (*down)(void *arg, const struct fixture_result *result);
    void (*moved)(void *arg); /* more cases may be started now */
    /* one that was asked has begun all its cases and has nothing to do, or is gone */
    void (*hungry)(void *arg, unsigned which);
    void (*broken)(void *arg, const char *why); /* no more cases can be run */
    void (*ended)(void *arg);                   /* after workers_end(): all are gone */
    void *arg;
};

/* Nothing is started. NULL with `error` filled. */
struct workers *workers_new(const struct workers_options *options, struct slrun_error *error);
void workers_attach(struct workers *workers, const struct workers_events *events);

/* How many processes cases are given out to, and to which of them (from 0) the cases of each file
 * go: filled before the first of them starts. */
unsigned workers_count(const struct workers *workers);
unsigned *workers_of(const struct workers *workers);

/* Asks one whether it could do with more; hungry() comes. */
void workers_ask(struct workers *workers, unsigned which);

/* A place for one case after the other, as life_new(). */
struct remote *remote_new(struct workers *workers, void (*done)(struct remote *remote, void *arg),
                          void *arg);
void remote_start(struct remote *remote, const struct item *item, const char *id,
                  struct result *result);
void remote_interrupt(struct remote *remote, const char *why);
/* Fills the result of one that was interrupted and is cut: done() does not come. */
void remote_abandon(struct remote *remote);
/* Adds the case that is in flight there, if one is. */
void remote_look(const struct remote *remote, struct looks *looks);
void remote_free(struct remote *remote);

/* The last case of a file is over, with all its tries: fixtures of the file go. */
void workers_file_over(struct workers *workers, size_t file);

/* Files whose fixtures are being torn down. */
size_t workers_busy(const struct workers *workers);

/* Ends all, with their clean-ups; ended() comes, possibly at once. */
void workers_end(struct workers *workers);
/* At once, and without. No callback comes any more. */
void workers_kill(struct workers *workers);

/* Tells all that the target has ended (env.h). `workers` may be NULL. */
void workers_lost(struct workers *workers);

/* Tells all what AWS would refuse, as observer.h has it, for what their waits that fail say. New
 * ones hear what the environment has. `workers` may be NULL. */
void workers_deny(struct workers *workers, json_t *refusal);

/* What they have told of fixtures, with `behind` at the end. `workers` may be NULL. */
const struct fixture_result *workers_fixtures(struct workers *workers,
                                              const struct fixture_result *behind);

/* What could not be undone, and stays in ledgers. */
size_t workers_outstanding(const struct workers *workers);

/* The memory goes with the next turns of the loop. NULL is allowed. */
void workers_free(struct workers *workers);

#endif
