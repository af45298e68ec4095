/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One execution environment: a process that asks for invocations over the Runtime API, one after
 * the other (Developer Guide, "Understanding the Lambda execution environment lifecycle").
 */
#ifndef SLRUN_LAMBDA_ENVIRONMENT_H
#define SLRUN_LAMBDA_ENVIRONMENT_H

#include "local/bytes.h"
#include "local/run/machine.h"
#include "local/run/output.h"

struct invocation;
struct invoke_piece;

enum environment_state {
    ENVIRONMENT_STARTING,
    ENVIRONMENT_IDLE,      /* it asked for an invocation, and waits */
    ENVIRONMENT_BUSY,      /* it has one */
    ENVIRONMENT_RETURNING, /* it had one, and has not asked again yet */
    ENVIRONMENT_ENDING     /* it was killed */
};

struct environment {
    struct machine *machine;
    struct environment *next; /* of the machine */
    struct pool *pool;
    char id[HEX_ID_SIZE];
    enum environment_state state;
    struct slrun_process *process;
    struct slrun_exchange *asking; /* GET next that is not answered */
    struct invocation *invocation;
    struct output *output;
    struct slrun_timer *limit, *settling;
    double started_ms;        /* real time, as all durations */
    double init_ms;           /* 0: told already */
    unsigned stage, marks[2]; /* how often its output was to end, and has, by stream */
    bool settled;             /* it is not waited for any more */
    json_t *init_error;       /* as the process told it */
    long memory_kb;
    unsigned long idle_since;
};

/* Starts a process for a pool that is prepared; where that cannot be, the pool fails. */
void environment_start(struct pool *pool);
/* Gives an idle one an invocation. */
void environment_invoke(struct environment *e, struct invocation *invocation);
/* Kills it; it is gone at once, with no further news to its pool. */
void environment_close(struct environment *e);

struct environment *environment_find(struct machine *machine, const char *id, size_t size);
/* The one of that pool that became idle last; of any pool (NULL) the first. */
struct environment *environment_idle(struct machine *machine, const struct pool *pool);

/* ---- what the Runtime API tells it ---- */

/* GET invocation/next. The exchange is answered when there is one. */
void environment_next(struct environment *e, struct slrun_exchange *x);
/* POST init/error: the document as it came. */
void environment_init_error(struct environment *e, const void *data, size_t size);
/* POST invocation/ID/response, or /error. */
void environment_answered(struct environment *e, const void *data, size_t size, const char *error);
/* ... /response as a stream: a piece, and its end. There is an invocation. */
void environment_piece(struct environment *e, const struct invoke_piece *piece);
void environment_stream_end(struct environment *e, const char *type);

#endif
