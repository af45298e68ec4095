/* SPDX-License-Identifier: Apache-2.0 */
/* One coroutine under a time limit: a set-up, the body of a case, a clean-up. */
#ifndef SLRUN_RUN_STAGE_H
#define SLRUN_RUN_STAGE_H

#include <uv.h>

#include "lua/coro.h"
#include "lua/failure.h"

struct problem;

enum { STAGE_TEARDOWN_MS = 30 * 1000 };

enum stage_end {
    STAGE_OK,
    STAGE_ERROR, /* the error value is on the coroutine's stack */
    STAGE_LATE,  /* the limit is over; it was ended where it stood */
    STAGE_CUT,   /* the same, in Lua code that never waits */
};

/* A member of its owner. */
struct stage {
    uv_timer_t limit;
    struct coro *coro; /* NULL: nothing runs */
    int64_t limit_ms;
    bool open; /* the timer is to be closed */
    /* The coroutine is over, and still there for its error or place: stage_release() it. */
    void (*over)(struct stage *stage, enum stage_end end);
    void *owner;
};

/* 0, or -1. `over` and `owner` are the caller's to set. */
int stage_init(struct stage *stage, uv_loop_t *loop);

/* What a coroutine is to do, where and for whom. */
struct stage_work {
    struct spec *spec;
    struct coro_case *of;
    const struct coro_work *work;
    int64_t limit_ms; /* real time */
};
/* Runs the work; over() may come before it returns. 0, or -1: out of memory, and no over(). */
int stage_run(struct stage *stage, const struct stage_work *w);

/* Ends what runs where it stands, without over(). */
void stage_cancel(struct stage *stage);
void stage_release(struct stage *stage);

/* Describes a STAGE_ERROR, STAGE_LATE or STAGE_CUT; `what` names it: "timeout". */
void stage_failure(struct stage *stage, enum stage_end end, const char *what,
                   struct failure *failure);

/* Adds it as a problem of the step of the clean-up that ran, with how many behind it did not. */
void stage_clean_up_failed(struct stage *stage, enum stage_end end, struct problem **problems);

/* Closes the timer; `closed` comes with the next turn of the loop, or at once without a timer. */
void stage_close(struct stage *stage, uv_close_cb closed);

#endif
