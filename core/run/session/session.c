/* SPDX-License-Identifier: Apache-2.0 */
#include "run/session/session.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "lua/autopsy/autopsy.h"
#include "lua/listen/listen.h"
#include "run/life/again.h"
#include "run/life/verdict.h"
#include "run/session/calls.h"
#include "run/session/session_state.h"

static void pump(struct session *s);

static void on_pace(void *arg)
{
    pump(arg);
}

bool session_stopping(const struct session *s)
{
    return s->summary.stop != STOP_NONE;
}

void session_stop(struct session *s, enum stop why, const char *text)
{
    s->summary.stop = why;
    snprintf(s->stopped, sizeof s->stopped, "%s", text);
    s->summary.stopped = s->stopped;
}

void session_finish(struct session *s)
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

void session_check_failures(struct session *s)
{
    if (!s->o.max_failures || session_stopping(s) ||
        outcomes_failing(s->summary.counts) < s->o.max_failures)
        return;
    if (s->o.stepwise) {
        session_stop(s, STOP_STEP, "Interrupted: Test failed, continuing from this test next run.");
        return;
    }
    char text[64];
    snprintf(text, sizeof text, "stopping after %zu failures", outcomes_failing(s->summary.counts));
    session_stop(s, STOP_FAILURES, text);
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
    session_check_failures(s);
    order_done(s->order, p->item);
    if (holds_case_done(s->holds, item_of(p)) && s->o.workers)
        workers_file_over(s->o.workers, item_of(p)->file);
    if (!s->pumping)
        pump(s);
}

static void start_again(struct place *p)
{
    char id[LIFE_ID_MAX];
    life_make_id(p->session->env->run_id, p->session->next_id++, id);
    berth_start(&p->berth, item_of(p), id, &p->session->results[p->item]);
}

/* The pause before another try is over, by itself or by the end of the run. */
static void on_pause_over(void *arg)
{
    struct place *p = arg;
    if (!session_stopping(p->session)) {
        start_again(p);
        return;
    }
    again_take_back(&p->session->results[p->item]);
    case_over(p);
}

/* What the marks make of this try. True: there is to be another one. */
static bool judge(struct place *p)
{
    struct result *result = &p->session->results[p->item];
    if (verdict_keeps(item_of(p), result))
        holds_case_failed(p->session->holds, item_of(p));
    return verdict_apply(item_of(p), result);
}

static void on_done(struct berth *berth)
{
    struct place *p = (struct place *)(void *)((char *)berth - offsetof(struct place, berth));
    struct session *s = p->session;
    struct result *result = &s->results[p->item];
    if (!judge(p) || session_stopping(s) || !again_keep(result)) {
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
    p->berth.done = on_done;
    if (berth_open(&p->berth, s->env, s->o.workers, s->o.keep) != 0)
        return NULL;
    if (p->berth.life)
        life_observe(p->berth.life, s->o.observer, s->o.observer_self);
    s->n_all++;
    return p;
}

static void live(struct place *p)
{
    char id[LIFE_ID_MAX];
    life_make_id(p->session->env->run_id, p->item, id);
    berth_start(&p->berth, item_of(p), id, &p->session->results[p->item]);
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
    judge(p);
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
    } else if (holds_needed(item) && !s->o.workers) {
        p->wait = (struct hold_wait){.item = item, .ready = on_ready, .owner = p};
        holds_get(s->holds, &p->wait);
    } else {
        live(p);
    }
}

/* What keeps a case from running alone. */
static size_t busy(const struct session *s)
{
    return s->running + holds_busy(s->holds) + workers_busy(s->o.workers);
}

/* No case runs, and none will: first fixtures of scope file go, in the workers, then the rest. */
static void close_all(struct session *s)
{
    if (s->o.workers)
        workers_end(s->o.workers);
    else
        holds_close(s->holds);
}

/* Starts one more case; false: none may start now. */
static bool start_next(struct session *s)
{
    struct place *p = place(s);
    if (!p)
        return false;
    if (!order_next(s->order, busy(s), &p->item)) {
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
    while (n < most && !session_stopping(s) && start_next(s))
        n++;
    s->pumping = false;
    session_ask_workers(s);
    if (n == most)
        pace_again(&s->pace);
    else
        pace_stop(&s->pace);
    bool left = !session_stopping(s) && order_left(s->order);
    if (left && n < most && busy(s) == 0) {
        session_stop(s, STOP_TARGET, "out of memory: no more cases can be started");
        left = false;
    }
    if (!left && s->running == 0 && !s->over)
        close_all(s);
}

/* Making and ending --------------------------------------------------------------------------- */

/* Results, places for cases, and the order in which these are given out. False: out of memory. */
static bool make_places(struct session *s)
{
    const struct collection *collection = s->collection;
    unsigned jobs = s->o.jobs;
    size_t places = (size_t)jobs * (s->o.workers ? workers_count(s->o.workers) : 1);
    size_t most = collection->n_items ? collection->n_items : 1;
    s->o.jobs = (unsigned)(places < most ? places : most);
    s->results = calloc(collection->n_items + 1, sizeof *s->results);
    s->idle = calloc(s->o.jobs, sizeof *s->idle);
    s->all = calloc(s->o.jobs, sizeof *s->all);
    s->order = order_new(collection, s->o.jobs == 1);
    s->holds = session_holds(s);
    return s->results && s->idle && s->all && s->holds && s->order &&
           (!s->o.shuffle || order_shuffle(s->order, s->o.seed)) &&
           (!s->o.workers || session_man(s, jobs));
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
    s->next_id = collection->n_items;
    if (!make_places(s)) {
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

static bool is_idle(const struct session *s, const struct place *p)
{
    for (size_t i = 0; i < s->n_idle; i++)
        if (s->idle[i] == p)
            return true;
    return false;
}

/* Cases whose bodies have been ended, and whose clean-up is cut: they are told as errors. */
static void tell_abandoned(struct session *s)
{
    for (size_t i = 0; i < s->n_all; i++) {
        struct result *result = &s->results[s->all[i].item];
        if (!is_idle(s, &s->all[i]) && result->interrupted && result->failure.summary)
            tell_end(s, result);
    }
}

void session_interrupt(struct session *s, enum stop why_stop, const char *why)
{
    if (s->over)
        return;
    if (!s->interrupted) {
        session_stop(s, why_stop, why);
        s->interrupted = true;
        for (size_t i = 0; i < s->n_all; i++) {
            berth_interrupt(&s->all[i].berth, s->stopped);
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
        berth_abandon(&s->all[i].berth);
    tell_abandoned(s);
    if (s->o.workers)
        workers_kill(s->o.workers);
    holds_abandon(s->holds);
    session_finish(s);
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
        berth_close(&s->all[i].berth);
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
