/* SPDX-License-Identifier: Apache-2.0 */
/* Inside of the workers (workers.h). */
#ifndef SLRUN_RUN_WORKERS_POOL_H
#define SLRUN_RUN_WORKERS_POOL_H

#include "run/iam/iam.h"
#include "run/ledger/sweep.h"
#include "run/life/life.h"
#include "run/worker/wire.h"
#include "run/worker/workers.h"
#include "run/worker/workers_clock.h"

enum remote_state {
    REMOTE_FREE,
    REMOTE_WAITING, /* its worker is not there, or runs another that may crash */
    REMOTE_SENT,
    REMOTE_BEGUN,
};

struct remote {
    struct workers *workers;
    struct worker *worker;
    struct remote *next; /* of its worker */
    enum remote_state state;
    struct item item;
    size_t index; /* of the item */
    struct result *result;
    unsigned again;          /* so often its worker crashed under it */
    const char *interrupted; /* why it is to end; or NULL */
    char id[LIFE_ID_MAX];
    bool looked; /* it is one of those that its worker waits for longest: */
    uint64_t phase_ns;
    char expects[LOOKS_EXPECTS_MAX];
    void (*done)(struct remote *remote, void *arg);
    void *arg;
};

/* A worker that waits for a fixture of scope run. */
struct needing {
    struct hold_wait wait; /* first */
    struct worker *worker; /* NULL: it is gone */
    json_int_t number;     /* of the question */
    struct needing *next;
};

/* What a worker told of a fixture of scope file. */
struct told_fixture {
    struct fixture_result result; /* its strings point into the JSON */
    json_t *json;
    struct told_fixture *next;
};

/* One process, and its replacements. */
struct worker {
    struct workers *workers;
    uv_process_t process;
    struct wire wire;
    unsigned serial; /* of the process in the run, from 1; 0: none was started */
    char *note;      /* WORKERS_NOTE_SIZE bytes that the process writes and nobody else */
    struct remote *cases;
    bool started;   /* there was a process, and not only handles for it; */
    bool running;   /* it is there still; */
    bool connected; /* its end of the wire */
    bool said_over; /* it has done all that was asked for */
    bool ending;    /* it was told to end */
    bool careful;   /* a crash could not be blamed on a case: one at a time now */
    int64_t status;
    int signal;
    int handles; /* of the process and the wire that are open */
    size_t outstanding;
    size_t closing; /* files whose fixtures it tears down */
    char ledger[64];
    struct sweep *sweep; /* of what its last process left */
    FILE *swept;
    char *swept_text;
    size_t swept_size;
    char *reason; /* why it does not run: of a message "failed" */
    /* its side of the clock (workers_clock.c) */
    struct clock_side {
        bool quiet;                  /* it has a question that holds */
        bool offered;                /* it was told of an offer, and no decision yet */
        bool ready;                  /* it waits for the decision */
        uint64_t number, offered_to; /* its question; that which was offered something */
        struct flights flights;
        double within;
    } clock;
};

enum { WORKERS_NOTE_SIZE = 4096 };

struct workers {
    struct workers_options o;
    struct workers_events events;
    struct worker *list;
    unsigned n;
    unsigned *of;   /* worker of each file */
    bool *known;    /* files that a worker has heard of */
    size_t closing; /* files */
    unsigned serials;
    struct needing *needing;
    struct told_fixture *fixtures;
    bool ending, killed, broken;
    int open; /* workers with handles */
    bool freed;
};

/* workers.c */
void worker_say(struct worker *worker, json_t *message);
void worker_dispatch(struct worker *worker); /* sends what waits */
void remote_over(struct remote *remote);     /* its result is complete */
void remote_fail(struct remote *remote, const char *summary, bool interrupted);
void workers_break(struct workers *workers, const char *why);
void workers_look(struct workers *workers); /* whether all have ended */

/* workers_start.c */
int worker_spawn(struct worker *worker);
void worker_free(struct worker *worker); /* kills what still runs */

/* workers_talk.c */
void worker_heard(struct wire *wire, json_t *message);
void workers_forget_needs(struct worker *worker);

/* workers_told.c */
void workers_told_call(struct worker *worker, const json_t *message);
void workers_told_says(struct worker *worker, const json_t *message);
void workers_told_move(struct worker *worker, const json_t *message);
void workers_told_iam(struct worker *worker, const json_t *message);
void workers_told_looks(struct worker *worker, const json_t *message);

/* workers_crash.c: the process is gone, and all that it said was heard */
void worker_gone(struct worker *worker);
void worker_count_left(struct worker *worker); /* of one that is being killed: waits for its end */

/* workers_clock.c */
void workers_clock_join(struct workers *workers);
void workers_clock_heard(struct worker *worker, const json_t *message);
void workers_clock_gone(struct worker *worker);
void workers_clock_leave(struct workers *workers);

#endif
