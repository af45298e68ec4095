/* SPDX-License-Identifier: Apache-2.0 */
#include "run/worker/workers_clock.h"

#include <math.h>
#include <stdlib.h>

#include "run/worker/workers_pool.h"

struct workers_clock {
    struct lua_env *env;
    struct quiet_options target;
    struct workers *workers; /* NULL: none yet, or no more */
    struct quiet_question own;
    bool quiet;      /* `own` is a question that nobody has answered */
    uint64_t number; /* of the last question to the local cloud */
    bool deciding;   /* workers were offered a jump, and have not all answered */
    double ms;       /* of it */
    bool jumped;
    uv_timer_t patience;
};

static json_t *milliseconds(double ms)
{
    return isinf(ms) ? json_null() : json_real(ms);
}

static double to_milliseconds(const json_t *json)
{
    return json_is_number(json) ? json_number_value(json) : INFINITY;
}

/* The question of all ------------------------------------------------------------------------- */

static bool has_part(const struct worker *w)
{
    return w->connected || w->cases || w->handles > 0;
}

static void add(struct quiet_question *all, const struct clock_side *side)
{
    all->flights.n += side->flights.n;
    all->flights.sum += side->flights.sum;
    all->within = fmin(all->within, side->within);
}

/* Asks the local cloud if all are quiet. */
static void ask_together(struct workers_clock *c)
{
    struct quiet_question all = c->own;
    bool quiet = c->quiet && !c->deciding;
    for (unsigned i = 0; quiet && c->workers && i < c->workers->n; i++) {
        const struct worker *w = &c->workers->list[i];
        if (!has_part(w))
            continue;
        quiet = w->connected && w->clock.quiet;
        add(&all, &w->clock);
    }
    if (!quiet || (isinf(all.within) && all.flights.n == 0))
        return;
    all.number = ++c->number;
    c->target.ask(c->target.arg, &all);
}

static void on_ask(void *arg, const struct quiet_question *question)
{
    struct workers_clock *c = arg;
    c->own = *question;
    c->quiet = true;
    ask_together(c);
}

/* The decision -------------------------------------------------------------------------------- */

static void tell_all(struct workers_clock *c, double ms)
{
    uv_timer_stop(&c->patience);
    c->deciding = false;
    for (unsigned i = 0; c->workers && i < c->workers->n; i++) {
        struct worker *w = &c->workers->list[i];
        if (!w->clock.offered)
            continue;
        worker_say(w, json_pack("{s:f}", "decide", ms));
        w->clock.offered = w->clock.ready = false;
        /* whatever came of it, it asks anew, unless it has already */
        w->clock.quiet &= w->clock.number != w->clock.offered_to;
    }
}

static bool on_jump(void *arg, uint64_t number, double *ms)
{
    struct workers_clock *c = arg;
    (void)number;
    c->jumped = c->target.jump(c->target.arg, c->number, ms);
    if (c->jumped)
        tell_all(c, *ms);
    return c->jumped;
}

static void decide(struct workers_clock *c)
{
    for (unsigned i = 0; c->workers && i < c->workers->n; i++)
        if (c->workers->list[i].clock.offered && !c->workers->list[i].clock.ready)
            return;
    c->jumped = c->quiet = false; /* asks anew */
    quiet_offer(c->env, c->own.number, c->ms);
    if (!c->jumped)
        tell_all(c, 0);
}

static void on_patience(uv_timer_t *timer)
{
    tell_all(timer->data, 0);
}

void workers_clock_offer(struct workers_clock *c, uint64_t number, double ms)
{
    if (number != c->number || c->deciding)
        return;
    c->deciding = true;
    c->ms = ms;
    uv_timer_start(&c->patience, on_patience, WORKERS_CLOCK_MS, 0);
    for (unsigned i = 0; c->workers && i < c->workers->n; i++) {
        struct worker *w = &c->workers->list[i];
        if (!w->connected)
            continue;
        w->clock.offered = true;
        w->clock.offered_to = w->clock.number;
        w->clock.ready = false;
        worker_say(w, json_pack("{s:I, s:f}", "offer", (json_int_t)w->clock.number, "ms", ms));
    }
    decide(c);
}

/* What workers say ---------------------------------------------------------------------------- */

static void force_all(struct workers *ws, bool on)
{
    quiet_forced(ws->o.env, on);
    for (unsigned i = 0; i < ws->n; i++)
        worker_say(&ws->list[i], json_pack("{s:b}", "force", (int)on));
}

void workers_clock_heard(struct worker *w, const json_t *message)
{
    const json_t *word = json_object_get(message, "clock");
    const json_t *ask = json_object_get(word, "ask"), *ready = json_object_get(word, "ready");
    struct workers_clock *c = w->workers->o.clock;
    if (!c)
        return;
    if (ask) {
        w->clock.quiet = true;
        w->clock.number = (uint64_t)json_integer_value(ask);
        w->clock.flights.n = (size_t)json_integer_value(json_object_get(word, "calls"));
        w->clock.flights.sum = (uint64_t)json_integer_value(json_object_get(word, "sum"));
        w->clock.within = to_milliseconds(json_object_get(word, "within"));
        ask_together(c);
    } else if (ready && w->clock.offered) {
        w->clock.ready = true;
        c->ms = fmin(c->ms, json_number_value(json_object_get(word, "ms")));
        decide(c);
    } else if (json_object_get(word, "decline") && c->deciding) {
        tell_all(c, 0);
    } else if (json_object_get(word, "force")) {
        force_all(w->workers, json_is_true(json_object_get(word, "force")));
    }
}

void workers_clock_gone(struct worker *w)
{
    struct workers_clock *c = w->workers->o.clock;
    w->clock = (struct clock_side){0};
    if (c && c->deciding)
        tell_all(c, 0);
}

/* Making -------------------------------------------------------------------------------------- */

void workers_clock_join(struct workers *ws)
{
    if (ws->o.clock)
        ws->o.clock->workers = ws;
}

void workers_clock_leave(struct workers *ws)
{
    if (ws->o.clock)
        ws->o.clock->workers = NULL;
}

struct workers_clock *workers_clock_new(uv_loop_t *loop)
{
    struct workers_clock *c = calloc(1, sizeof *c);
    if (!c)
        return NULL;
    uv_timer_init(loop, &c->patience);
    c->patience.data = c;
    return c;
}

void workers_clock_lead(struct workers_clock *c, struct lua_env *env, struct quiet_options *o)
{
    c->env = env;
    c->target = *o;
    *o = (struct quiet_options){
        .ask = on_ask, .jump = on_jump, .arg = c, .shared = true, .real = o->real};
}

static void on_closed(uv_handle_t *handle)
{
    free(handle->data);
}

void workers_clock_free(struct workers_clock *c)
{
    if (!c)
        return;
    if (c->workers)
        c->workers->o.clock = NULL;
    uv_close((uv_handle_t *)&c->patience, on_closed);
}

/* The worker's side --------------------------------------------------------------------------- */

static void worker_ask(void *arg, const struct quiet_question *q)
{
    json_t *word = json_pack("{s:I, s:I, s:I, s:o}", "ask", (json_int_t)q->number, "calls",
                             (json_int_t)q->flights.n, "sum", (json_int_t)q->flights.sum, "within",
                             milliseconds(q->within));
    wire_say(arg, json_pack("{s:o}", "clock", word), true);
}

/* Nothing is done here until the run has decided. */
static bool worker_jump(void *arg, uint64_t number, double *ms)
{
    wire_say(arg, json_pack("{s:{s:I, s:f}}", "clock", "ready", (json_int_t)number, "ms", *ms),
             true);
    json_t *decision = wire_await(arg, "decide");
    *ms = json_number_value(json_object_get(decision, "decide"));
    json_decref(decision);
    return *ms > 0;
}

static void worker_force(void *arg, bool on)
{
    wire_say(arg, json_pack("{s:{s:b}}", "clock", "force", (int)on), true);
}

void worker_clock_options(struct wire *wire, struct quiet_options *o)
{
    *o = (struct quiet_options){
        .ask = worker_ask, .jump = worker_jump, .force = worker_force, .arg = wire, .shared = true};
}

bool worker_clock_hear(struct lua_env *env, struct wire *wire, const json_t *message)
{
    const json_t *offer = json_object_get(message, "offer"),
                 *force = json_object_get(message, "force");
    if (force)
        quiet_forced(env, json_is_true(force));
    if (!offer)
        return force || json_object_get(message, "decide");
    uint64_t number = (uint64_t)json_integer_value(offer);
    if (!quiet_offer(env, number, json_number_value(json_object_get(message, "ms"))))
        wire_say(wire, json_pack("{s:{s:I}}", "clock", "decline", (json_int_t)number), true);
    return true;
}
