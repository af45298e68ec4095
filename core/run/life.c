/* SPDX-License-Identifier: Apache-2.0 */
#include "run/life.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "lua/after.h"
#include "lua/failure.h"

/* How long the hook lets the timer have the first word: it knows the phase, the hook does not. */
enum { CUT_GRACE_MS = 50 };

struct life {
    struct lua_env *env;
    void (*done)(struct life *life, void *arg);
    void *arg;
    uv_timer_t limit;
    struct item item;
    struct result *result;
    struct coro_case of;
    struct coro *coro;
    int64_t limit_ms; /* of the stage that runs */
    bool in_teardown;
    uint64_t began_ns, phase_ns;
    char id[LIFE_ID_MAX];
};

static double since(uint64_t ns)
{
    return (double)(clock_mono_ns() - ns) / 1e9;
}

static void end_phase(struct life *life)
{
    struct result *r = life->result;
    if (r->n_phases > 0)
        r->phases[r->n_phases - 1].seconds = since(life->phase_ns);
}

static void on_phase(struct coro_case *of, const char *phase)
{
    struct life *life = of->owner;
    struct result *r = life->result;
    end_phase(life);
    life->phase_ns = clock_mono_ns();
    if (r->n_phases < RESULT_PHASES_MAX)
        r->phases[r->n_phases++] = (struct phase_time){.name = phase};
}

static struct problem *problem_add(struct life *life, const char *what)
{
    struct problem **at = &life->result->problems;
    while (*at)
        at = &(*at)->next;
    *at = calloc(1, sizeof **at);
    if (*at)
        (*at)->what = strdup(what);
    return *at;
}

static void on_problem(struct coro_case *of, const char *what, const char *summary,
                       const char *text)
{
    struct problem *p = problem_add(of->owner, what);
    if (!p)
        return;
    p->failure =
        (struct failure){.kind = FAILURE_ERROR, .summary = strdup(summary), .text = strdup(text)};
}

static void finish(struct life *life)
{
    struct result *r = life->result;
    end_phase(life);
    r->seconds = since(life->began_ns);
    if (life->of.notes.len > 0)
        r->notes = strdup(buf_str(&life->of.notes));
    buf_clear(&life->of.notes);
    case_free_t(life->item.spec, life->of.t);
    life->item.spec = NULL;
    life->done(life, life->arg);
}

static void run_stage(struct life *life, bool teardown);

static void stage_over(struct life *life)
{
    uv_timer_stop(&life->limit);
    coro_free(life->coro);
    life->coro = NULL;
}

static void body_over(struct life *life, bool clean)
{
    stage_over(life);
    after_end_all(&life->of);
    if (clean)
        run_stage(life, true);
    else
        finish(life);
}

/* An error in seed or listen is an error; in act, poll or check the case failed. */
static enum outcome outcome_of(const char *phase)
{
    return strcmp(phase, "seed") == 0 || strcmp(phase, "listen") == 0 ? OUTCOME_ERROR
                                                                      : OUTCOME_FAILED;
}

static void limit_text(char *text, size_t size, const struct life *life, bool cut)
{
    snprintf(text, size, "%s after %.1f s in phase %s%s",
             life->in_teardown ? "clean-up given up" : "timeout", (double)life->limit_ms / 1000,
             *life->coro->phase ? life->coro->phase : "?",
             cut ? ", in Lua code that never waits" : "");
}

static void out_of_time(struct life *life, bool cut)
{
    char text[128];
    struct coro *coro = life->coro;
    limit_text(text, sizeof text, life, cut);
    coro_cancel(coro);
    if (!life->in_teardown) {
        life->result->outcome = OUTCOME_TIMEOUT;
        failure_of_place(coro, text, &life->result->failure);
        body_over(life, true);
        return;
    }
    struct problem *p = problem_add(life, "teardown");
    if (p)
        failure_of_place(coro, text, &p->failure);
    stage_over(life);
    finish(life);
}

static void on_limit(uv_timer_t *timer)
{
    out_of_time(timer->data, false);
}

static void body_ended(struct life *life, enum coro_end end)
{
    struct result *r = life->result;
    if (end == CORO_ERROR) {
        failure_of_error(life->coro, &r->failure);
        r->outcome =
            r->failure.kind == FAILURE_SKIP ? OUTCOME_SKIPPED : outcome_of(life->coro->phase);
    } else {
        r->outcome = OUTCOME_PASSED;
    }
    body_over(life, end == CORO_ERROR || life->coro->truthy);
}

static void on_ended(struct coro *coro, enum coro_end end)
{
    struct life *life = coro->owner;
    if (end == CORO_CUT) {
        out_of_time(life, true);
    } else if (!life->in_teardown) {
        body_ended(life, end);
    } else {
        struct problem *p = end == CORO_ERROR ? problem_add(life, "teardown") : NULL;
        if (p)
            failure_of_error(coro, &p->failure);
        stage_over(life);
        finish(life);
    }
}

static void on_helper_failed(struct coro_case *of, struct coro *helper, enum coro_end end)
{
    struct life *life = of->owner;
    if (!life->coro || life->in_teardown)
        return;
    if (end == CORO_ERROR)
        failure_of_error(helper, &life->result->failure);
    else
        failure_of_place(helper, "timeout in a function of t:after", &life->result->failure);
    life->result->outcome = end == CORO_CUT ? OUTCOME_TIMEOUT : OUTCOME_ERROR;
    coro_cancel(life->coro);
    body_over(life, true);
}

static void cannot_start(struct life *life)
{
    life->result->outcome = OUTCOME_ERROR;
    life->result->failure = (struct failure){.kind = FAILURE_ERROR,
                                             .summary = strdup("the case could not be started"),
                                             .text = strdup("E  out of memory")};
    stage_over(life);
    finish(life);
}

static void run_stage(struct life *life, bool teardown)
{
    const struct spec_case *sc = life->item.sc;
    life->in_teardown = life->of.closing = teardown;
    life->limit_ms = teardown ? LIFE_TEARDOWN_MS : sc->timeout_ms;
    life->coro = coro_new(life->item.spec, &life->of);
    if (!life->coro) {
        cannot_start(life);
        return;
    }
    life->coro->owner = life;
    life->coro->ended = on_ended;
    life->coro->cut_ns = clock_mono_ns() + (uint64_t)(life->limit_ms + CUT_GRACE_MS) * 1000000u;
    uv_timer_start(&life->limit, on_limit, (uint64_t)life->limit_ms, 0);
    if (coro_start(life->coro, teardown ? CORO_TEARDOWN : CORO_BODY, sc) != 0)
        cannot_start(life);
}

struct life *life_new(struct lua_env *env, void (*done)(struct life *life, void *arg), void *arg)
{
    struct life *life = calloc(1, sizeof *life);
    if (!life || uv_timer_init(env->loop, &life->limit) != 0) {
        free(life);
        return NULL;
    }
    life->env = env;
    life->done = done;
    life->arg = arg;
    life->limit.data = life;
    life->of = (struct coro_case){.id = life->id,
                                  .notes = BUF_INIT(NOTE_MAX),
                                  .phase = on_phase,
                                  .problem = on_problem,
                                  .helper_failed = on_helper_failed,
                                  .owner = life};
    return life;
}

void life_start(struct life *life, const struct item *item, const char *id, struct result *result)
{
    life->item = *item;
    life->result = result;
    life->began_ns = clock_mono_ns();
    life->of.name = item->sc->name;
    snprintf(life->id, sizeof life->id, "%s", id);
    *result = (struct result){
        .path = spec_path(item->spec), .name = item->sc->name, .line = item->sc->line};
    if (case_make_t(item->spec, item->sc, life->id, &life->of.t, &result->failure) != 0) {
        result->outcome = OUTCOME_ERROR;
        life->item.spec = NULL;
        life->done(life, life->arg);
        return;
    }
    run_stage(life, false);
}

const struct result *life_result(const struct life *life)
{
    return life->result;
}

void life_interrupt(struct life *life, const char *why)
{
    if (!life->coro || life->in_teardown)
        return;
    coro_cancel(life->coro);
    life->result->outcome = OUTCOME_ERROR;
    failure_of_place(life->coro, why, &life->result->failure);
    body_over(life, true);
}

void life_abandon(struct life *life)
{
    if (!life->coro)
        return;
    coro_cancel(life->coro);
    after_end_all(&life->of);
    stage_over(life);
    case_free_t(life->item.spec, life->of.t);
}

static void closed(uv_handle_t *handle)
{
    free(handle->data);
}

void life_free(struct life *life)
{
    if (!life)
        return;
    buf_free(&life->of.notes);
    uv_close((uv_handle_t *)&life->limit, closed);
}
