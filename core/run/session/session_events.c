/* SPDX-License-Identifier: Apache-2.0 */
/* What a session is told by its fixtures and its workers. */
#include <stdlib.h>

#include "run/select/durations.h"
#include "run/session/session_state.h"

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
    s->summary.fixtures = workers_fixtures(s->o.workers, holds_results(s->holds));
    if (s->o.observer->fixture_end)
        s->o.observer->fixture_end(s->o.observer_self, result);
    session_check_failures(s);
    if (!s->over)
        pace_again(&s->pace);
}

static void on_moves(void *arg, const struct fixture_move *move)
{
    struct session *s = arg;
    if (s->o.observer->fixture_moves)
        s->o.observer->fixture_moves(s->o.observer_self, move);
}

static void on_says(void *arg, const char *name, const char *text)
{
    struct session *s = arg;
    if (s->o.observer->fixture_says)
        s->o.observer->fixture_says(s->o.observer_self, name, text);
}

static void on_closed(void *arg)
{
    struct session *s = arg;
    if (!s->over)
        session_finish(s);
}

static const struct holds_events events = {.make_id = on_make_id,
                                           .moves = on_moves,
                                           .says = on_says,
                                           .down = on_down,
                                           .closed = on_closed};

/* Workers ------------------------------------------------------------------------------------- */

static void on_need(void *arg, struct hold_wait *wait)
{
    struct session *s = arg;
    holds_get(s->holds, wait);
}

static void on_moved(void *arg)
{
    struct session *s = arg;
    if (!s->over)
        pace_again(&s->pace);
}

static void on_hungry(void *arg, unsigned which)
{
    struct session *s = arg;
    order_feed(s->order, which);
    on_moved(s);
}

static void on_broken(void *arg, const char *why)
{
    struct session *s = arg;
    if (!session_stopping(s))
        session_stop(s, STOP_TARGET, why);
    on_moved(s);
}

static void on_workers_ended(void *arg)
{
    struct session *s = arg;
    holds_close(s->holds);
}

/* An order that was asked for (--ff) is kept, also in what files are given out. */
static bool as_collected(const struct session *s)
{
    const struct collection *c = s->collection;
    for (size_t i = 1; i < c->n_items; i++)
        if (c->items[i].order < c->items[i - 1].order)
            return false;
    return !s->o.shuffle;
}

bool session_man(struct session *s, unsigned jobs)
{
    const struct workers_events with = {.make_id = on_make_id,
                                        .need = on_need,
                                        .down = on_down,
                                        .moved = on_moved,
                                        .hungry = on_hungry,
                                        .broken = on_broken,
                                        .ended = on_workers_ended,
                                        .arg = s};
    workers_attach(s->o.workers, &with);
    uint64_t *weights = as_collected(s) ? durations_weigh(s->collection) : NULL;
    bool manned = order_lanes(s->order, &(struct order_lanes){.n = workers_count(s->o.workers),
                                                              .most = jobs,
                                                              .weights = weights,
                                                              .of = workers_of(s->o.workers)});
    free(weights);
    return manned;
}

void session_ask_workers(struct session *s)
{
    unsigned which;
    while (!session_stopping(s) && order_dry(s->order, &which))
        workers_ask(s->o.workers, which);
}

struct holds *session_holds(struct session *s)
{
    struct holds_events with = events;
    with.keep = s->o.keep;
    with.arg = s;
    return holds_new(s->env, s->collection, &with);
}

/* Who looks on -------------------------------------------------------------------------------- */

void session_look(const struct session *s, struct looks *looks)
{
    for (size_t i = 0; i < s->n_all; i++)
        berth_look(&s->all[i].berth, looks);
}
