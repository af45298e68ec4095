/* SPDX-License-Identifier: Apache-2.0 */
/* What a reporter is told, in this order: run_begin, then what happens to each case, from
 * case_begin to case_end, and to fixtures and calls as it happens, then run_end. Any slot may be
 * NULL. */
#ifndef SLRUN_RUN_OBSERVER_H
#define SLRUN_RUN_OBSERVER_H

#include <stdbool.h>

#include "plugin/call_copy.h"
#include "run/life/result.h"

struct listen_unclaimed; /* lua/listen/listen.h */

/* A file that could not be collected. */
struct collect_error {
    char *path;
    char *text;
    size_t n_specs; /* of a conftest.lua: the specs below it */
};

struct run_info {
    const char *version, *run_id, *target, *endpoint, *region; /* endpoint may be NULL */
    const char *const *notes; /* lines about the target, ended by NULL; or NULL */
    size_t n_cases, n_files, n_deselected;
    unsigned jobs, workers;       /* workers: 0: none */
    const char *directory, *root; /* where it runs, and of its project; absolute, or NULL */
    const char *shard;            /* "2/4", of n_whole cases; or NULL */
    size_t n_whole, n_reports;    /* n_reports: that were merged (jobs is 0 then); 0: it is a run */
    const char *recall;           /* what earlier runs have changed in this one; or NULL */
    const char *config;           /* the configuration file; or NULL */
    unsigned seed;                /* of the order in which cases start; 0: that of collection */
    const struct collect_error *errors;
    size_t n_errors;
};

/* Why a run ended early. */
enum stop {
    STOP_NONE,
    STOP_FAILURES, /* -x, --maxfail */
    STOP_STEP,     /* --sw */
    STOP_SIGNAL,
    STOP_COLLECTION, /* files that could not be collected */
    STOP_TARGET,     /* the target is gone */
};

struct run_summary {
    const struct result *results; /* in collection order; those that did not run have no name */
    size_t n_results;
    size_t counts[OUTCOME_COUNT];             /* failing clean-ups count as errors besides */
    const struct fixture_result *fixtures;    /* of scope run and file; a list */
    const struct listen_unclaimed *unclaimed; /* what listeners heard and nobody wanted; a list */
    const struct collect_error *errors;
    size_t n_errors, n_deselected;
    double seconds;
    enum stop stop;
    const char *stopped; /* the same in words, or NULL */
    /* What AWS would refuse in the local cloud: a list of {"name", "target", "function" (where it
     * is one), "text", "hint", "enforced" (true: it was refused here, too)}; or NULL. */
    const json_t *denied;
};

/* A call of an operation that is over: a case's, or one that serves several. */
struct call_end {
    const char *path;  /* of the file whose code made it */
    const char *role;  /* "case", "fixture", "listener", "autopsy" */
    const char *name;  /* of the case, the fixture, what is listened to */
    const char *id;    /* t.id, or "" */
    const char *phase; /* "act", or "" */
    double at_ms;      /* since its case began */
    const struct call_copy *call;
};

/* What an observer wants of calls; what nobody wants is not made. */
enum observer_calls {
    CALLS_TOLD = 1,   /* call_end */
    CALLS_BODIES = 2, /* with request and response */
};

/* A fixture is about to be set up, or was torn down. */
struct fixture_move {
    const char *name, *scope; /* "run", "file", "case" */
    const char *const *uses;  /* n_uses names of other fixtures */
    size_t n_uses;
    const struct result *of; /* scope case: whose; or NULL */
    bool down;
};

struct observer {
    void (*run_begin)(void *self, const struct run_info *info);
    void (*case_begin)(void *self, const struct result *result);
    /* this try of it has failed, and it is tried again */
    void (*case_again)(void *self, const struct result *attempt);
    /* it prints or logs: a line, or part of one */
    void (*case_says)(void *self, const struct result *result, const char *text);
    /* the same of a fixture of scope run or file */
    void (*fixture_says)(void *self, const char *name, const char *text);
    void (*case_end)(void *self, const struct result *result);
    void (*fixture_moves)(void *self, const struct fixture_move *move);
    /* a fixture of scope run or file was torn down */
    void (*fixture_end)(void *self, const struct fixture_result *fixture);
    /* one line for whoever looks on: what the run waits for, what it could not find out */
    void (*notice)(void *self, const char *text);
    void (*run_end)(void *self, const struct run_summary *summary);
    void (*call_end)(void *self, const struct call_end *call);
    /* nothing comes for a while: what was kept back to be written in one go is to be written */
    void (*flush)(void *self);
    unsigned calls; /* enum observer_calls */
};

#endif
