/* SPDX-License-Identifier: Apache-2.0 */
#include "run/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "lua/autopsy.h"
#include "lua/listen.h"
#include "run/again.h"
#include "run/calls.h"
#include "run/holds.h"
#include "run/life.h"
#include "run/order.h"
#include "run/pace.h"
#include "run/verdict.h"

/* Where one case after the other lives. */
struct place {
    struct session *session;
    struct life *life;
    size_t item;
    struct hold_wait wait;
    struct again again;
};

struct session {
    struct lua_env *env;
    const struct collection *collection;
    struct session_options o;
    struct result *results;
    struct order *order;
    struct holds *holds;
    struct place **idle; /* places that are free */
    struct place *all;
    size_t n_idle, n_all;
    size_t running;
    size_t next_id; /* of a retry or a fixture; those of first tries are their cases' numbers */
    bool pumping, over;
    bool interrupted; /* session_interrupt() was called */
    struct run_calls calls;
    struct pace pace; /* open once env is set */
    uint64_t began_ns;
    struct run_summary summary;
    char stopped[160];
    void (*done)(void *arg);
    void *done_arg;
};

static void pump(struct session *s);

static void on_pace(void *arg)
{
    pump(arg);
}

static bool stopping(const struct session *s)
{
    return s->summary.stop != STOP_NONE;
}

static void stop(struct session *s, enum stop why, const char *text)
{
    s->summary.stop = why;
    snprintf(s->stopped, sizeof s->stopped, "%s", text);
    s->summary.stopped = s->stopped;
}

static void finish(struct session *s)
{
    s->over = true;
    pace_stop(&s->pace);
    listen_end(s->env);
    run_calls_close(&s->calls);
    s->summary.unclaimed = listen_unclaimed(s->env);
    s->summary.seconds = (double)(clock_mono_ns() - s->began_ns) / 1e9;
    s->done(s->done_arg);
}

static void tell_end(struct session *s, struct result *result)
{
    outcomes_count(s->summary.counts, result);
    if (s->o.observer->case_end)
        s->o.observer->case_end(s->o.observer_self, result);
    result_slim(result);
}

static void check_failures(struct session *s)
{
    if (!s->o.max_failures || stopping(s) ||
        outcomes_failing(s->summary.counts) < s->o.max_failures)
        return;
    if (s->o.stepwise) {
        stop(s, STOP_STEP, "Interrupted: Test failed, continuing from this test next run.");
        return;
    }
    char text[64];
    snprintf(text, sizeof text, "stopping after %zu failures", outcomes_failing(s->summary.counts));
    stop(s, STOP_FAILURES, text);
}

static const struct item *item_of(const struct place *p)
{
    return &p->session->collection->items[p->item];
}

/* The case is over, with all its tries. */
static void case_over(struct place *p)
{
    struct session *s = p->session;
    s->running--;
    s->idle[s->n_idle++] = p;
    tell_end(s, &s->results[p->item]);
    check_failures(s);
    order_done(s->order, p->item);
    holds_case_done(s->holds, item_of(p));
    if (!s->pumping)
        pump(s);
}

static void start_again(struct place *p)
{
    char id[LIFE_ID_MAX];
    life_make_id(p->session->env->run_id, p->session->next_id++, id);
    life_start(p->life, item_of(p), id, &p->session->results[p->item]);
}

/* The pause before another try is over, by itself or by the end of the run. */
static void on_pause_over(void *arg)
{
    struct place *p = arg;
    if (!stopping(p->session)) {
        start_again(p);
        return;
    }
    again_take_back(&p->session->results[p->item]);
    case_over(p);
}

static void on_done(struct life *life, void *arg)
{
    struct place *p = arg;
    struct session *s = p->session;
    struct result *result = &s->results[p->item];
    (void)life;
    if (!verdict_apply(item_of(p), result) || stopping(s) || !again_keep(result)) {
        case_over(p);
        return;
    }
    if (s->o.observer->case_again)
        s->o.observer->case_again(s->o.observer_self, result->earlier);
    if (s->o.rerun_delay_ms <= 0 || !again_after(&p->again, s->env, s->o.rerun_delay_ms))
        start_again(p);
}

static struct place *place(struct session *s)
{
    if (s->n_idle > 0)
        return s->idle[--s->n_idle];
    struct place *p = s->n_all < s->o.jobs ? &s->all[s->n_all] : NULL;
    if (!p)
        return NULL;
    p->session = s;
    p->again = (struct again){.over = on_pause_over, .arg = p};
    p->life = life_new(s->env, s->o.keep, on_done, p);
    if (!p->life)
        return NULL;
    life_observe(p->life, s->o.observer, s->o.observer_self);
    s->n_all++;
    return p;
}

static void live(struct place *p)
{
    char id[LIFE_ID_MAX];
    life_make_id(p->session->env->run_id, p->item, id);
    life_start(p->life, item_of(p), id, &p->session->results[p->item]);
}

/* The fixtures of scope run and file are up, or cannot be had. */
static void on_ready(struct hold_wait *wait, struct hold *failed)
{
    struct place *p = wait->owner;
    struct session *s = p->session;
    const struct item *item = item_of(p);
    struct result *r = &s->results[p->item];
    if (!failed && wait->next == item->sc->plan->n_wide && !s->interrupted) {
        live(p);
        return;
    }
    verdict_not_run(item, r, s->interrupted ? s->stopped : "out of memory");
    r->interrupted = s->interrupted;
    if (failed)
        hold_blame(failed, r);
    verdict_apply(item, r);
    case_over(p);
}

static void start(struct place *p)
{
    struct session *s = p->session;
    const struct item *item = item_of(p);
    struct result *result = &s->results[p->item];
    s->running++;
    if (s->o.observer->case_begin) {
        verdict_name(item, result);
        s->o.observer->case_begin(s->o.observer_self, result);
    }
    if (verdict_skip(item, result)) {
        case_over(p);
    } else if (holds_needed(item)) {
        p->wait = (struct hold_wait){.item = item, .ready = on_ready, .owner = p};
        holds_get(s->holds, &p->wait);
    } else {
        live(p);
    }
}

/* Starts one more case; false: none may start now. */
static bool start_next(struct session *s)
{
    struct place *p = place(s);
    if (!p)
        return false;
    if (!order_next(s->order, s->running + holds_busy(s->holds), &p->item)) {
        s->idle[s->n_idle++] = p;
        return false;
    }
    start(p);
    return true;
}

/* Starts what may be started. A case may end inside its start; case_over() then sees `pumping` and
 * leaves the next one to this loop. */
static void pump(struct session *s)
{
    unsigned n = 0, most = pace_starts(&s->pace);
    s->pumping = true;
    while (n < most && !stopping(s) && start_next(s))
        n++;
    s->pumping = false;
    if (n == most)
        pace_again(&s->pace);
    else
        pace_stop(&s->pace);
    bool left = !stopping(s) && order_left(s->order);
    if (left && n < most && s->running == 0 && holds_busy(s->holds) == 0) {
        stop(s, STOP_TARGET, "out of memory: no more cases can be started");
        left = false;
    }
    if (!left && s->running == 0 && !s->over)
        holds_close(s->holds);
}

/* Fixtures ------------------------------------------------------------------------------------ */

static void on_make_id(void *arg, char id[LIFE_ID_MAX])
{
    struct session *s = arg;
    life_make_id(s->env->run_id, s->next_id++, id);
}

/* One is down: cases that run alone may have waited for that. */
static void on_down(void *arg, const struct fixture_result *result)
{
    struct session *s = arg;
    for (const struct problem *p = result->problems; p; p = p->next)
        s->summary.counts[OUTCOME_ERROR]++;
    s->summary.fixtures = holds_results(s->holds);
    if (s->o.observer->fixture_end)
        s->o.observer->fixture_end(s->o.observer_self, result);
    check_failures(s);
    if (!s->over)
        pace_again(&s->pace);
}

static void on_moves(void *arg, const struct fixture_move *move)
{
    struct session *s = arg;
    if (s->o.observer->fixture_moves)
        s->o.observer->fixture_moves(s->o.observer_self, move);
}

static void on_closed(void *arg)
{
    struct session *s = arg;
    if (!s->over)
        finish(s);
}

static const struct holds_events events = {
    .make_id = on_make_id, .moves = on_moves, .down = on_down, .closed = on_closed};

static struct holds *new_holds(struct session *s)
{
    struct holds_events with = events;
    with.arg = s;
    return holds_new(s->env, s->collection, &with);
}

struct session *session_new(struct lua_env *env, const struct collection *collection,
                            const struct session_options *options)
{
    struct session *s = calloc(1, sizeof *s);
    if (!s)
        return NULL;
    s->env = env;
    s->collection = collection;
    s->o = *options;
    if (s->o.jobs > collection->n_items)
        s->o.jobs = collection->n_items ? (unsigned)collection->n_items : 1;
    s->results = calloc(collection->n_items + 1, sizeof *s->results);
    s->idle = calloc(s->o.jobs, sizeof *s->idle);
    s->all = calloc(s->o.jobs, sizeof *s->all);
    s->next_id = collection->n_items;
    s->order = order_new(collection, s->o.jobs == 1);
    s->holds = new_holds(s);
    bool ordered = s->order && (!s->o.shuffle || order_shuffle(s->order, s->o.seed));
    if (!s->results || !s->idle || !s->all || !ordered || !s->holds) {
        session_free(s);
        return NULL;
    }
    pace_open(&s->pace, env->loop, on_pace, s);
    s->pace.calls = env->calls;
    s->calls = (struct run_calls){.env = env,
                                  .observer = options->observer,
                                  .observer_self = options->observer_self,
                                  .wanted = options->calls,
                                  .uses = options->uses};
    run_calls_open(&s->calls);
    s->summary = (struct run_summary){.results = s->results,
                                      .n_results = collection->n_items,
                                      .errors = collection->errors,
                                      .n_errors = collection->n_errors,
                                      .n_deselected = collection->n_deselected};
    return s;
}

void session_start(struct session *s, void (*done)(void *arg), void *arg)
{
    s->done = done;
    s->done_arg = arg;
    s->began_ns = clock_mono_ns();
    pace_again(&s->pace);
}

void session_interrupt(struct session *s, enum stop why_stop, const char *why)
{
    if (s->over)
        return;
    if (!s->interrupted) {
        stop(s, why_stop, why);
        s->interrupted = true;
        for (size_t i = 0; i < s->n_all; i++) {
            life_interrupt(s->all[i].life, s->stopped);
            if (again_waits(&s->all[i].again)) {
                again_stop(&s->all[i].again);
                on_pause_over(&s->all[i]);
            }
        }
        holds_interrupt(s->holds, s->stopped);
        pump(s);
        return;
    }
    for (size_t i = 0; i < s->n_all; i++)
        life_abandon(s->all[i].life);
    holds_abandon(s->holds);
    finish(s);
}

void session_each(const struct session *s, void (*see)(void *arg, struct life *life), void *arg)
{
    for (size_t i = 0; i < s->n_all; i++)
        if (life_result(s->all[i].life))
            see(arg, s->all[i].life);
}

const struct run_summary *session_summary(const struct session *s)
{
    return &s->summary;
}

void session_free(struct session *s)
{
    if (!s)
        return;
    run_calls_mute(&s->calls);
    for (size_t i = 0; i < s->n_all; i++) {
        again_close(&s->all[i].again);
        life_free(s->all[i].life);
    }
    holds_free(s->holds);
    listen_free(s->env);
    autopsy_free(s->env);
    order_free(s->order);
    for (size_t i = 0; s->results && i < s->collection->n_items; i++)
        result_free(&s->results[i]);
    free(s->results);
    free(s->idle);
    free(s->all);
    if (s->pace.open)
        pace_close(&s->pace, free);
    else
        free(s);
}
