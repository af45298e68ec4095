/* SPDX-License-Identifier: Apache-2.0 */
#include "run/session/calls.h"

#include <stdio.h>
#include <string.h>

#include "lua/coro.h"
#include "lua/language/stack.h"
#include "run/life/life.h"

enum { WHO_MAX = 512 };

static const char *const roles[] = {[CORO_OF_CASE] = "case",
                                    [CORO_OF_FIXTURE] = "fixture",
                                    [CORO_OF_LISTENER] = "listener",
                                    [CORO_OF_AUTOPSY] = "autopsy",
                                    [CORO_OF_SWEEP] = "sweep"};

/* On `local` the run puts the stack up itself; elsewhere it is there, and only looked at. */
static bool is_deployment(const struct run_calls *calls, const struct call_begin *begin)
{
    const struct coro *coro = begin->owner;
    return begin->op->undo && coro && coro->of->role == CORO_OF_FIXTURE && coro->of->name &&
           strcmp(coro->of->name, STACK_FIXTURE) == 0 && strcmp(calls->env->target, "local") == 0;
}

static void *on_begins(struct lua_calls *observed, const struct call_begin *begin)
{
    struct run_calls *calls = observed->owner;
    if (!calls->uses)
        return NULL;
    if (!is_deployment(calls, begin))
        return iam_begins(calls->uses, begin);
    iam_deploys(calls->uses, begin->args);
    return NULL;
}

/* "specs/a.lua::case", or who it was. */
static void note_denied(const struct run_calls *calls, const struct lua_call *told)
{
    const struct coro *coro = told->coro;
    char who[WHO_MAX];
    if (!calls->uses || !told->record->error)
        return;
    if (coro->of->role == CORO_OF_CASE)
        snprintf(who, sizeof who, "%s::%s", spec_path(coro->spec), coro->of->name);
    else
        snprintf(who, sizeof who, "%s %s", roles[coro->of->role],
                 coro->of->name ? coro->of->name : "");
    iam_ended(calls->uses, told->record, who);
}

static void on_ended(struct lua_calls *observed, const struct lua_call *told)
{
    struct run_calls *calls = observed->owner;
    const struct coro *coro = told->coro;
    const struct result *result = coro->of->role == CORO_OF_CASE ? life_of(coro->of) : NULL;
    note_denied(calls, told);
    if (!told->call)
        return;
    struct call_end end = {.path = spec_path(coro->spec),
                           .role = roles[coro->of->role],
                           .name = coro->of->name ? coro->of->name : "",
                           .id = coro->of->id ? coro->of->id : "",
                           .phase = coro->phase ? coro->phase : "",
                           .call = told->call};
    if (result)
        end.at_ms = (double)(int64_t)(told->record->began_ns - result->began_ns) / 1e6;
    if (calls->observer->call_end)
        calls->observer->call_end(calls->observer_self, &end);
}

void run_calls_open(struct run_calls *calls)
{
    if ((!calls->wanted && !calls->uses) || !calls->env->calls)
        return;
    calls->observed = (struct lua_calls){
        .begins = on_begins,
        .ended = on_ended,
        .body_max = calls->wanted & CALLS_BODIES ? CALLS_BODY_MAX : 0,
        .owner = calls,
    };
    calls_open(&calls->observed, calls->wanted != 0);
    calls->env->calls->observer = &calls->observed.observer;
}

void run_calls_close(struct run_calls *calls)
{
    run_calls_mute(calls);
    if (calls->env->calls)
        calls->env->calls->observer = NULL;
    calls_close(&calls->observed);
}

void run_calls_mute(struct run_calls *calls)
{
    calls->wanted = 0;
    calls->uses = NULL;
}
