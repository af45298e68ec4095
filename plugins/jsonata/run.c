/* SPDX-License-Identifier: Apache-2.0 */
/* What a parsing or evaluation has used up. */
#include "jsonata/run.h"

void *jn_take(struct jn_run *run, size_t size)
{
    void *taken = jn_memory_take(&run->memory, size);
    if (!taken)
        (void)jn_fail(run, "D1015");
    return taken;
}

bool jn_failed(const struct jn_run *run)
{
    return run->failure.code != NULL;
}

struct jn jn_fail_with(struct jn_run *run, const struct jn_failure *failure)
{
    if (!jn_failed(run))
        run->failure = *failure;
    return JN_NOTHING;
}

struct jn jn_fail(struct jn_run *run, const char *code)
{
    return jn_fail_with(run, &(struct jn_failure){.code = code, .position = -1});
}

struct jn jn_fail_value(struct jn_run *run, const char *code, struct jn value)
{
    return jn_fail_with(run, &(struct jn_failure){.code = code, .position = -1, .value = value});
}

struct jn jn_fail_at(struct jn_run *run, const char *code, long position)
{
    return jn_fail_with(run, &(struct jn_failure){.code = code, .position = position});
}

bool jn_step(struct jn_run *run, uint64_t steps)
{
    run->steps += steps;
    if (run->steps > run->steps_max)
        (void)jn_fail(run, "D1012");
    return !jn_failed(run);
}

bool jn_enter(struct jn_run *run)
{
    if (run->depth >= run->depth_max)
        (void)jn_fail(run, "D1011");
    if (!jn_step(run, 1))
        return false;
    run->depth++;
    return true;
}

void jn_leave(struct jn_run *run)
{
    run->depth--;
}
