/* SPDX-License-Identifier: Apache-2.0 */
#include "run/life/life_state.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "lua/autopsy/autopsy.h"
#include "lua/autopsy/expects.h"
#include "lua/autopsy/timeline.h"
#include "lua/language/case_t.h"
#include "lua/language/fixture.h"
#include "lua/language/marks.h"
#include "lua/listen/listen.h"
#include "lua/waiting/after.h"
#include "lua/waiting/clock.h"
#include "run/life/stage.h"
#include "run/life/verdict.h"
#include "run/session/observer.h"

/* Whether what it made stays. */
static bool keeps(const struct life *life)
{
    return life->keep && verdict_keeps(&life->item, life->result);
}

static void finish(struct life *life)
{
    struct result *r = life->result;
    life_end_phase(life);
    r->seconds = life_since(life->began_ns);
    r->timeline = timeline_told(life->of.timeline);
    if (life->of.notes.len > 0)
        r->notes = strdup(buf_str(&life->of.notes));
    buf_clear(&life->of.notes);
    listen_end_case(&life->of);
    case_t_free(life->item.spec, &life->of);
    if (!keeps(life))
        life_tell_fixtures_down(life);
    life->item.spec = NULL;
    life->done(life, life->arg);
}

static void run_part(struct life *life, enum coro_part part);

static void begin_clean_up(struct life *life, bool clean)
{
    if (clean && !keeps(life))
        run_part(life, CORO_TEARDOWN);
    else
        finish(life);
}

/* The case itself is over. `clean`: there may be something to clean up. */
static void body_over(struct life *life, bool clean)
{
    stage_release(&life->stage);
    after_end_all(&life->of);
    begin_clean_up(life, clean);
}

/* Puts what the target said behind the text of the failure. */
static void on_autopsy(void *owner, const char *text, json_t *told)
{
    struct life *life = owner;
    struct failure *failure = &life->result->failure;
    size_t n = text ? strlen(failure->text) + strlen(text) + 3 : 0;
    char *both = text ? malloc(n) : NULL;
    life->autopsy = NULL;
    life->result->autopsy = told;
    if (both) {
        snprintf(both, n, "%s\n\n%s", failure->text, text);
        free(failure->text);
        failure->text = both;
    }
    begin_clean_up(life, true);
}

/* The system had its chance, and nobody expected this. */
static bool wants_autopsy(const struct life *life)
{
    const struct spec_marks *marks = life->item.sc->marks;
    enum outcome outcome = life->result->outcome;
    return (outcome == OUTCOME_FAILED || outcome == OUTCOME_TIMEOUT) && life->part == CORO_BODY &&
           life->acted_ms > 0 && !marks_xfail(marks);
}

/* An error ended the case, and neither a failed expectation nor its time: mostly a slip in the spec
 * itself. */
static bool broke(const struct life *life)
{
    return life->result->outcome == OUTCOME_FAILED && life->result->failure.kind == FAILURE_ERROR;
}

/* The body has failed: what happened meanwhile is asked before anything is cleaned up. */
static void body_failed(struct life *life)
{
    struct autopsy_options options = {
        .from_ms = life->acted_ms, .errors_only = broke(life), .done = on_autopsy, .owner = life};
    stage_release(&life->stage);
    after_end_all(&life->of);
    if (wants_autopsy(life))
        life->autopsy = autopsy_begin(life->item.spec, &life->of, &options);
    if (!life->autopsy)
        begin_clean_up(life, true);
}

/* The fixture whose set-up runs; NULL: another part does. */
static const struct fixture *fixture_now(const struct life *life)
{
    return life->part == CORO_SETUP ? life->item.sc->plan->fixtures[life->fixture] : NULL;
}

/* An error in a fixture, seed or listen is an error; in act, poll or check the case failed. */
static enum outcome outcome_of(const struct life *life)
{
    const char *phase = life->stage.coro->phase;
    bool early =
        life->part == CORO_SETUP || strcmp(phase, "seed") == 0 || strcmp(phase, "listen") == 0;
    return early ? OUTCOME_ERROR : OUTCOME_FAILED;
}

static void body_ended(struct life *life, enum stage_end end)
{
    struct result *r = life->result;
    const struct fixture *fx = fixture_now(life);
    if (end == STAGE_OK) {
        r->outcome = OUTCOME_PASSED;
        body_over(life, life->stage.coro->truthy);
        return;
    }
    stage_failure(&life->stage, end, "timeout", &r->failure);
    if (r->failure.kind == FAILURE_SKIP)
        r->outcome = OUTCOME_SKIPPED;
    else
        r->outcome = end == STAGE_ERROR || fx ? outcome_of(life) : OUTCOME_TIMEOUT;
    if (fx)
        fixture_blame(fx, &r->failure);
    body_failed(life);
}

static void teardown_ended(struct life *life, enum stage_end end)
{
    if (end != STAGE_OK)
        stage_clean_up_failed(&life->stage, end, &life->result->problems);
    stage_release(&life->stage);
    finish(life);
}

static void on_over(struct stage *stage, enum stage_end end)
{
    struct life *life = stage->owner;
    const struct fixture_plan *plan = life->item.sc->plan;
    if (life->part == CORO_TEARDOWN) {
        teardown_ended(life, end);
    } else if (life->part == CORO_SETUP && end == STAGE_OK) {
        stage_release(stage);
        life->fixture++;
        run_part(life, life->fixture < plan->n ? CORO_SETUP : CORO_BODY);
    } else {
        body_ended(life, end);
    }
}

static void on_helper_failed(struct coro_case *of, struct coro *helper, enum coro_end end)
{
    struct life *life = of->owner;
    if (!life->stage.coro || life->part == CORO_TEARDOWN)
        return;
    if (end == CORO_ERROR)
        failure_of_error(helper, &life->result->failure);
    else
        failure_of_place(helper, "timeout in a function of t:after", &life->result->failure);
    life->result->outcome = end == CORO_CUT ? OUTCOME_TIMEOUT : OUTCOME_ERROR;
    stage_cancel(&life->stage);
    body_over(life, true);
}

static void cannot_start(struct life *life)
{
    life->result->outcome = OUTCOME_ERROR;
    if (!life->result->failure.summary)
        life->result->failure = (struct failure){.kind = FAILURE_ERROR,
                                                 .summary = strdup("the case could not be started"),
                                                 .text = strdup("E  out of memory")};
    finish(life);
}

static void run_part(struct life *life, enum coro_part part)
{
    struct spec *spec = life->item.spec;
    const struct spec_case *sc = life->item.sc;
    struct coro_work work = {
        .part = part, .definition = spec_blank_case.definition, .sla_ms = sc->sla_ms};
    int64_t limit_ms = part == CORO_TEARDOWN ? STAGE_TEARDOWN_MS : sc->timeout_ms;
    life->part = part;
    life->of.closing = part == CORO_TEARDOWN;
    if (part == CORO_BODY)
        work.definition = sc->definition;
    if (part == CORO_SETUP) {
        const struct fixture *fx = fixture_now(life);
        life_tell_move(life, fx, false);
        work.definition = fx->definition;
        work.name = fx->name;
        limit_ms = fx->timeout_ms;
    }
    /* helpers of a fixture live on in the body, with the body's time */
    for (struct coro *helper = life->of.helpers; helper; helper = helper->next_helper)
        helper->cut_ns = clock_mono_ns() + (uint64_t)limit_ms * 1000000u;
    int started = stage_run(&life->stage, &(struct stage_work){spec, &life->of, &work, limit_ms});
    if (part == CORO_BODY)
        spec_forget(spec, sc);
    if (started != 0)
        cannot_start(life);
}

struct life *life_new(struct lua_env *env, bool keep, void (*done)(struct life *life, void *arg),
                      void *arg)
{
    struct life *life = calloc(1, sizeof *life);
    if (!life || stage_init(&life->stage, env->loop) != 0) {
        free(life);
        return NULL;
    }
    life->stage.over = on_over;
    life->stage.owner = life;
    life->env = env;
    life->keep = keep;
    life->done = done;
    life->arg = arg;
    life->of = (struct coro_case){.id = life->id,
                                  .notes = BUF_INIT(NOTE_MAX),
                                  .helper_failed = on_helper_failed,
                                  .timeline = env->timelines ? timeline_new(env) : NULL,
                                  .owner = life};
    life_hear(life);
    return life;
}

/* `t`, with parameters and with the fixtures that are set up already. */
static int make_t(struct life *life)
{
    const struct item *item = &life->item;
    const struct fixture_plan *plan = item->sc->plan;
    life->of.t = CASE_NO_T;
    if (case_t_make(item->spec, item->sc->values, &life->of, &life->result->failure) != 0)
        return -1;
    if (!plan)
        return 0;
    life->fixture = plan->n_wide;
    return fixture_give(item->spec, plan->fixtures, plan->n_wide, life->of.t);
}

void life_start(struct life *life, const struct item *item, const char *id, struct result *result)
{
    const struct fixture_plan *plan = item->sc->plan;
    life->item = *item;
    life->result = result;
    life->began_ns = result->began_ns = clock_mono_ns();
    timeline_begin(life->of.timeline, life->id);
    life->phase_ns = 0;
    life->acted_ms = 0;
    life->of.name = item->sc->name;
    life->of.controls = item->sc->marks ? item->sc->marks->controls : 0;
    text_copy(life->id, sizeof life->id, id, strlen(id));
    verdict_name(item, result);
    life->fixture = 0;
    if (make_t(life) != 0)
        cannot_start(life);
    else
        run_part(life, plan && plan->n_wide < plan->n ? CORO_SETUP : CORO_BODY);
}

struct result *life_of(const struct coro_case *of)
{
    const struct life *life = of->owner;
    return life->result;
}

const struct result *life_result(const struct life *life)
{
    return life->item.spec ? life->result : NULL;
}

double life_in_phase(const struct life *life)
{
    return life_since(life->phase_ns ? life->phase_ns : life->began_ns);
}

void life_expects(struct life *life, char *text, size_t size)
{
    expects_text(life->item.spec, &life->of, text, size);
}

static void interrupted_at(struct coro *coro, const char *why, struct failure *failure)
{
    char text[256];
    snprintf(text, sizeof text, "%s, in phase %s", why, *coro->phase ? coro->phase : "setup");
    failure_of_place(coro, text, failure);
}

void life_interrupt(struct life *life, const char *why)
{
    if (life->autopsy) { /* it has failed already */
        autopsy_cancel(life->autopsy);
        life->autopsy = NULL;
        begin_clean_up(life, true);
        return;
    }
    if (!life->stage.coro || life->part == CORO_TEARDOWN)
        return;
    stage_cancel(&life->stage);
    life->result->outcome = OUTCOME_ERROR;
    life->result->interrupted = true;
    interrupted_at(life->stage.coro, why, &life->result->failure);
    body_over(life, true);
}

void life_abandon(struct life *life)
{
    if (!life->stage.coro && !life->autopsy)
        return;
    if (life->autopsy)
        autopsy_cancel(life->autopsy);
    else
        stage_cancel(&life->stage);
    life->autopsy = NULL;
    after_end_all(&life->of);
    stage_release(&life->stage);
    listen_end_case(&life->of);
    case_t_free(life->item.spec, &life->of);
}

static void closed(uv_handle_t *handle)
{
    struct stage *stage = handle->data;
    free(stage->owner);
}

void life_free(struct life *life)
{
    if (!life)
        return;
    buf_free(&life->of.notes);
    timeline_free(life->of.timeline);
    stage_close(&life->stage, closed);
}
