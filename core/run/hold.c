/* SPDX-License-Identifier: Apache-2.0 */
#include "run/hold.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "lua/after.h"
#include "lua/case_t.h"
#include "lua/listen.h"

static void on_problem(struct coro_case *of, const char *what, const char *summary,
                       const char *text)
{
    struct hold *hold = of->owner;
    struct problem *p = problem_add(&hold->result.problems, what);
    if (p)
        p->failure = (struct failure){
            .kind = FAILURE_ERROR, .summary = strdup(summary), .text = strdup(text)};
}

static const char *on_attach(struct coro_case *of, const char *name, const char *data, size_t size)
{
    struct hold *hold = of->owner;
    return attachment_add(&hold->result.attachments, name, data, size);
}

static void tear_down(struct hold *hold);

/* The set-up has failed: what it did before that is cleaned up first. */
static void set_up_failed(struct hold *hold)
{
    fixture_blame(hold->fx, &hold->failure);
    if (hold->of.notes.len > 0)
        hold->notes = strdup(buf_str(&hold->of.notes));
    if (hold->stage.coro)
        stage_release(&hold->stage);
    after_end_all(&hold->of);
    tear_down(hold);
}

static void on_helper_failed(struct coro_case *of, struct coro *helper, enum coro_end end)
{
    struct hold *hold = of->owner;
    if (hold->state != HOLD_SETTING_UP || !hold->stage.coro)
        return;
    if (end == CORO_ERROR)
        failure_of_error(helper, &hold->failure);
    else
        failure_of_place(helper, "timeout in a function of t:after", &hold->failure);
    stage_cancel(&hold->stage);
    set_up_failed(hold);
}

static void fail_with(struct hold *hold, const char *why)
{
    hold->failure = (struct failure){.kind = FAILURE_ERROR, .summary = strdup(why)};
    size_t n = strlen(why) + 4;
    hold->failure.text = malloc(n);
    if (hold->failure.text)
        snprintf(hold->failure.text, n, "E  %s", why);
}

/* Keeps what the set-up returned: in its state, or as data for all states. 0, or -1. */
static int keep_value(struct hold *hold)
{
    char why[256], text[320];
    if (hold->fx->scope == FIXTURE_FILE) {
        if (fixture_keep(hold->fx, hold->stage.coro) == 0)
            return 0;
        fail_with(hold, "out of memory");
        return -1;
    }
    hold->value = fixture_take(hold->stage.coro, why, sizeof why);
    if (hold->value)
        return 0;
    snprintf(text, sizeof text, "scope run is for plain data, which every file gets a copy of: %s",
             why);
    fail_with(hold, text);
    return -1;
}

static double since(uint64_t ns)
{
    return (double)(clock_mono_ns() - ns) / 1e9;
}

static void set_up_ended(struct hold *hold, enum stage_end end)
{
    hold->result.setup_seconds = since(hold->began_ns);
    if (end != STAGE_OK)
        stage_failure(&hold->stage, end, "timeout", &hold->failure);
    if (end != STAGE_OK || keep_value(hold) != 0) {
        set_up_failed(hold);
        return;
    }
    stage_release(&hold->stage);
    after_end_all(&hold->of);
    hold->state = HOLD_UP;
    hold->changed(hold);
}

static void torn_down(struct hold *hold)
{
    listen_end_case(&hold->of);
    case_t_free(hold->spec, &hold->of);
    fixture_drop(hold->spec, hold->fx);
    hold->result.teardown_seconds = since(hold->began_ns);
    hold->state = hold->failure.summary ? HOLD_FAILED : HOLD_DOWN;
    hold->changed(hold);
}

static void on_over(struct stage *stage, enum stage_end end)
{
    struct hold *hold = stage->owner;
    if (!hold->of.closing) {
        set_up_ended(hold, end);
        return;
    }
    struct problem *p = end == STAGE_OK ? NULL : problem_add(&hold->result.problems, "teardown");
    if (p)
        stage_failure(stage, end, "clean-up given up", &p->failure);
    stage_release(stage);
    torn_down(hold);
}

/* Its own teardown stands on the stack of `t` once the set-up is through. */
static void tear_down(struct hold *hold)
{
    const struct coro_work work = {.part = CORO_TEARDOWN, .definition = spec_blank_case.definition};
    hold->of.closing = true;
    hold->began_ns = clock_mono_ns();
    if (hold->of.t == CASE_NO_T ||
        stage_run(&hold->stage, hold->spec, &hold->of, &work, STAGE_TEARDOWN_MS) != 0)
        torn_down(hold);
}

struct hold *hold_new(struct lua_env *env, struct spec *spec, struct fixture *fx, const char *id)
{
    struct hold *hold = calloc(1, sizeof *hold);
    if (!hold || stage_init(&hold->stage, env->loop) != 0) {
        free(hold);
        return NULL;
    }
    hold->stage.over = on_over;
    hold->stage.owner = hold;
    hold->spec = spec;
    hold->fx = fx;
    snprintf(hold->id, sizeof hold->id, "%s", id);
    hold->of = (struct coro_case){.role = CORO_OF_FIXTURE,
                                  .id = hold->id,
                                  .name = fx->name,
                                  .t = CASE_NO_T,
                                  .notes = BUF_INIT(NOTE_MAX),
                                  .problem = on_problem,
                                  .helper_failed = on_helper_failed,
                                  .attach = on_attach,
                                  .owner = hold};
    hold->result =
        (struct fixture_result){.path = fx->path,
                                .name = fx->name,
                                .line = fx->line,
                                .scope = fixture_scope_name(fx->scope),
                                .spec = fx->scope == FIXTURE_FILE ? spec_path(spec) : NULL};
    return hold;
}

/* `t`, with the values of what it uses. */
static int make_t(struct hold *hold)
{
    struct fixture *uses[FIXTURES_MAX];
    if (case_t_make(hold->spec, spec_blank_case.values, &hold->of, &hold->failure) != 0)
        return -1;
    size_t n = fixture_wide_uses(hold->spec, hold->fx, uses);
    return fixture_give(hold->spec, uses, n, hold->of.t);
}

void hold_start(struct hold *hold)
{
    const struct coro_work work = {.part = CORO_SETUP,
                                   .definition = hold->fx->definition,
                                   .sla_ms = SPEC_DEFAULT_SLA_MS,
                                   .name = hold->fx->name};
    hold->began_ns = clock_mono_ns();
    if (make_t(hold) == 0 &&
        stage_run(&hold->stage, hold->spec, &hold->of, &work, hold->fx->timeout_ms) == 0)
        return;
    if (!hold->failure.summary)
        fail_with(hold, "out of memory");
    set_up_failed(hold);
}

void hold_given(struct hold *hold, json_t *value)
{
    hold->value = value;
    hold->state = HOLD_UP;
    hold->changed(hold);
}

void hold_refused(struct hold *hold, const struct failure *failure, char *notes)
{
    hold->failure = *failure;
    hold->notes = notes;
    tear_down(hold);
}

void hold_fail(struct hold *hold, const char *why)
{
    fail_with(hold, why);
    set_up_failed(hold);
}

void hold_end(struct hold *hold)
{
    hold->state = HOLD_TEARING_DOWN;
    buf_clear(&hold->of.notes);
    tear_down(hold);
}

void hold_interrupt(struct hold *hold, const char *why)
{
    if (hold->state != HOLD_SETTING_UP || hold->of.closing || !hold->stage.coro)
        return;
    stage_cancel(&hold->stage);
    failure_of_place(hold->stage.coro, why, &hold->failure);
    set_up_failed(hold);
}

void hold_blame(struct hold *hold, struct result *r)
{
    failure_free(&r->failure);
    r->outcome = hold->failure.kind == FAILURE_SKIP ? OUTCOME_SKIPPED : OUTCOME_ERROR;
    r->failure =
        (struct failure){.kind = hold->failure.kind, .summary = strdup(hold->failure.summary)};
    if (!hold->told) {
        hold->told = r;
        r->failure.text = strdup(hold->failure.text);
        r->notes = hold->notes;
        hold->notes = NULL;
        return;
    }
    size_t n =
        strlen(hold->failure.summary) + strlen(hold->told->path) + strlen(hold->told->name) + 32;
    r->failure.text = malloc(n);
    if (r->failure.text)
        snprintf(r->failure.text, n, "E  %s\n   told in full with %s::%s", hold->failure.summary,
                 hold->told->path, hold->told->name);
}

static void closed(uv_handle_t *handle)
{
    struct stage *stage = handle->data;
    free(stage->owner);
}

void hold_abandon(struct hold *hold)
{
    if (hold->stage.coro) {
        stage_cancel(&hold->stage);
        after_end_all(&hold->of);
        stage_release(&hold->stage);
    }
    listen_end_case(&hold->of);
}

void hold_free(struct hold *hold)
{
    hold_abandon(hold);
    case_t_free(hold->spec, &hold->of);
    json_decref(hold->value);
    failure_free(&hold->failure);
    free(hold->notes);
    problems_free(hold->result.problems);
    attachments_free(hold->result.attachments);
    buf_free(&hold->of.notes);
    stage_close(&hold->stage, closed);
}
