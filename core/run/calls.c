/* SPDX-License-Identifier: Apache-2.0 */
#include "run/calls.h"

#include "lua/coro.h"
#include "run/life.h"

static const char *const roles[] = {[CORO_OF_CASE] = "case",
                                    [CORO_OF_FIXTURE] = "fixture",
                                    [CORO_OF_LISTENER] = "listener",
                                    [CORO_OF_AUTOPSY] = "autopsy",
                                    [CORO_OF_SWEEP] = "sweep"};

static void on_ended(struct lua_calls *observed, const struct lua_call *told)
{
    struct run_calls *calls = observed->owner;
    const struct coro *coro = told->coro;
    struct result *result = coro->of->role == CORO_OF_CASE ? life_of(coro->of) : NULL;
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
    if ((calls->wanted & CALLS_TOLD) && calls->observer->call_end)
        calls->observer->call_end(calls->observer_self, &end);
    if (result && (calls->wanted & CALLS_KEPT))
        result_keep_call(result, &end);
}

void run_calls_open(struct run_calls *calls)
{
    if (!calls->wanted || !calls->env->calls)
        return;
    calls->observed = (struct lua_calls){
        .ended = on_ended,
        .body_max = calls->wanted & CALLS_BODIES ? CALLS_BODY_MAX : 0,
        .owner = calls,
    };
    calls_open(&calls->observed, true);
    calls->env->calls->observer = &calls->observed.observer;
}

void run_calls_close(struct run_calls *calls)
{
    run_calls_mute(calls);
    if (calls->env->calls)
        calls->env->calls->observer = NULL;
}

void run_calls_mute(struct run_calls *calls)
{
    calls->wanted = 0;
}
