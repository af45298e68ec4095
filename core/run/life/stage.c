/* SPDX-License-Identifier: Apache-2.0 */
#include "run/life/stage.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/clock.h"
#include "run/life/result.h"

/* How long the hook lets the timer have the first word: it knows the phase, the hook does not. */
enum { CUT_GRACE_MS = 50 };

static void on_limit(uv_timer_t *timer)
{
    struct stage *stage = timer->data;
    coro_cancel(stage->coro);
    stage->over(stage, STAGE_LATE);
}

static void on_ended(struct coro *coro, enum coro_end end)
{
    struct stage *stage = coro->owner;
    if (end == CORO_CUT)
        coro_cancel(coro);
    stage->over(stage, end == CORO_CUT ? STAGE_CUT : end == CORO_ERROR ? STAGE_ERROR : STAGE_OK);
}

int stage_init(struct stage *stage, uv_loop_t *loop)
{
    if (uv_timer_init(loop, &stage->limit) != 0)
        return -1;
    stage->limit.data = stage;
    stage->open = true;
    return 0;
}

int stage_run(struct stage *stage, const struct stage_work *w)
{
    stage->coro = coro_new(w->spec, w->of);
    if (!stage->coro)
        return -1;
    stage->limit_ms = w->limit_ms;
    stage->coro->owner = stage;
    stage->coro->ended = on_ended;
    stage->coro->cut_ns = clock_mono_ns() + (uint64_t)(w->limit_ms + CUT_GRACE_MS) * 1000000u;
    uv_timer_start(&stage->limit, on_limit, (uint64_t)w->limit_ms, 0);
    if (coro_start(stage->coro, w->work) == 0)
        return 0;
    stage_release(stage);
    return -1;
}

void stage_cancel(struct stage *stage)
{
    if (stage->coro)
        coro_cancel(stage->coro);
}

void stage_release(struct stage *stage)
{
    uv_timer_stop(&stage->limit);
    coro_free(stage->coro);
    stage->coro = NULL;
}

void stage_failure(struct stage *stage, enum stage_end end, const char *what,
                   struct failure *failure)
{
    char text[128];
    struct coro *coro = stage->coro;
    int digits = stage->limit_ms % 100 == 0 ? 1 : stage->limit_ms % 10 == 0 ? 2 : 3;
    if (end == STAGE_ERROR) {
        failure_of_error(coro, failure);
        return;
    }
    snprintf(text, sizeof text, "%s after %.*f s in phase %s%s", what, digits,
             (double)stage->limit_ms / 1000, *coro->phase ? coro->phase : "?",
             end == STAGE_CUT ? ", in Lua code that never waits" : "");
    failure_of_place(coro, text, failure);
}

static void add_not_run(struct failure *failure, size_t n)
{
    struct buf text = BUF_INIT(NOTE_MAX);
    buf_printf(&text, "%s\n  not run: %zu step%s of the clean-up behind it", failure->text, n,
               n == 1 ? "" : "s");
    if (text.failed)
        buf_free(&text);
    if (!text.data)
        return;
    free(failure->text);
    failure->text = text.data;
}

void stage_clean_up_failed(struct stage *stage, enum stage_end end, struct problem **problems)
{
    const struct coro_case *of = stage->coro->of;
    struct problem *p = problem_add(problems, of->step ? of->step : "teardown");
    if (!p)
        return;
    stage_failure(stage, end, "clean-up given up", &p->failure);
    if (p->failure.text && of->steps_left > 0)
        add_not_run(&p->failure, of->steps_left);
}

void stage_close(struct stage *stage, uv_close_cb closed)
{
    if (stage->open)
        uv_close((uv_handle_t *)&stage->limit, closed);
    else
        closed((uv_handle_t *)&stage->limit);
}
