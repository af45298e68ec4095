/* SPDX-License-Identifier: Apache-2.0 */
/* What happens in a case: into its result, and on to the observer. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "lua/autopsy/timeline.h"
#include "lua/waiting/clock.h"
#include "run/life/life_state.h"

double life_since(uint64_t ns)
{
    return (double)(clock_mono_ns() - ns) / 1e9;
}

void life_end_phase(struct life *life)
{
    struct result *r = life->result;
    if (r->n_phases > 0)
        r->phases[r->n_phases - 1].seconds = life_since(life->phase_ns);
}

/* From here on the system works for the case. */
static bool is_of_system(const char *phase)
{
    return strcmp(phase, "act") == 0 || strcmp(phase, "poll") == 0 || strcmp(phase, "check") == 0;
}

static void on_phase(struct coro_case *of, const char *phase)
{
    struct life *life = of->owner;
    struct result *r = life->result;
    if (r->n_phases > 0 && strcmp(r->phases[r->n_phases - 1].name, phase) == 0)
        return; /* one fixture after the other is one phase */
    life_end_phase(life);
    life->phase_ns = clock_mono_ns();
    timeline_phase(life->of.timeline, phase);
    if (life->acted_ms <= 0 && is_of_system(phase))
        life->acted_ms = clock_time(life->env);
    if (r->n_phases < RESULT_PHASES_MAX)
        r->phases[r->n_phases++] = (struct phase_time){.name = phase};
}

static void on_says(struct coro_case *of, const char *text)
{
    struct life *life = of->owner;
    if (life->observer && life->observer->case_says)
        life->observer->case_says(life->observer_self, life->result, text);
}

void life_tell_move(const struct life *life, const struct fixture *fx, bool down)
{
    const struct fixture_move move = {.name = fx->name,
                                      .scope = fixture_scope_name(fx->scope),
                                      .uses = fx->uses,
                                      .n_uses = fx->n_uses,
                                      .of = life->result,
                                      .down = down};
    if (life->observer && life->observer->fixture_moves)
        life->observer->fixture_moves(life->observer_self, &move);
}

void life_tell_fixtures_down(const struct life *life)
{
    const struct fixture_plan *plan = life->item.sc->plan;
    for (size_t i = life->fixture; plan && i-- > plan->n_wide;)
        life_tell_move(life, plan->fixtures[i], true);
}

static void on_problem(struct coro_case *of, const char *what, const char *summary,
                       const char *text)
{
    struct life *life = of->owner;
    struct problem *p = problem_add(&life->result->problems, what);
    if (!p)
        return;
    p->failure =
        (struct failure){.kind = FAILURE_ERROR, .summary = strdup(summary), .text = strdup(text)};
}

static const char *on_attach(struct coro_case *of, const char *name, const char *data, size_t size)
{
    struct life *life = of->owner;
    return attachment_add(&life->result->attachments, name, data, size);
}

void life_hear(struct life *life)
{
    life->of.phase = on_phase;
    life->of.problem = on_problem;
    life->of.says = on_says;
    life->of.attach = on_attach;
}

void life_observe(struct life *life, const struct observer *observer, void *self)
{
    life->observer = observer;
    life->observer_self = self;
}
