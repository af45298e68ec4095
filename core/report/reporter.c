/* SPDX-License-Identifier: Apache-2.0 */
#include "report/reporter.h"

#include <assert.h>

void reporters_add(struct reporters *reporters, const struct observer *observer, void *self)
{
    assert(reporters->n < REPORTERS_MAX);
    reporters->list[reporters->n++] = (struct reporter){observer, self};
}

#define EACH_IS_TOLD(slot, argument)                                                               \
    const struct reporters *all = self;                                                            \
    for (size_t i = 0; i < all->n; i++)                                                            \
        if (all->list[i].observer->slot)                                                           \
    all->list[i].observer->slot(all->list[i].self, argument)

static void on_run_begin(void *self, const struct run_info *info)
{
    EACH_IS_TOLD(run_begin, info);
}

static void on_case_begin(void *self, const struct result *result)
{
    EACH_IS_TOLD(case_begin, result);
}

static void on_case_again(void *self, const struct result *attempt)
{
    EACH_IS_TOLD(case_again, attempt);
}

static void on_case_says(void *self, const struct result *result, const char *text)
{
    const struct reporters *all = self;
    for (size_t i = 0; i < all->n; i++)
        if (all->list[i].observer->case_says)
            all->list[i].observer->case_says(all->list[i].self, result, text);
}

static void on_fixture_says(void *self, const char *name, const char *text)
{
    const struct reporters *all = self;
    for (size_t i = 0; i < all->n; i++)
        if (all->list[i].observer->fixture_says)
            all->list[i].observer->fixture_says(all->list[i].self, name, text);
}

static void on_fixture_moves(void *self, const struct fixture_move *move)
{
    EACH_IS_TOLD(fixture_moves, move);
}

static void on_case_end(void *self, const struct result *result)
{
    EACH_IS_TOLD(case_end, result);
}

static void on_fixture_end(void *self, const struct fixture_result *fixture)
{
    EACH_IS_TOLD(fixture_end, fixture);
}

static void on_notice(void *self, const char *text)
{
    EACH_IS_TOLD(notice, text);
}

static void on_run_end(void *self, const struct run_summary *summary)
{
    EACH_IS_TOLD(run_end, summary);
}

static void on_call_end(void *self, const struct call_end *call)
{
    EACH_IS_TOLD(call_end, call);
}

static void on_flush(void *self)
{
    const struct reporters *all = self;
    for (size_t i = 0; i < all->n; i++)
        if (all->list[i].observer->flush)
            all->list[i].observer->flush(all->list[i].self);
}

unsigned reporters_calls(const struct reporters *reporters)
{
    unsigned wanted = 0;
    for (size_t i = 0; i < reporters->n; i++)
        wanted |= reporters->list[i].observer->calls;
    return wanted;
}

const struct observer reporters_observer = {
    .run_begin = on_run_begin,
    .case_begin = on_case_begin,
    .case_again = on_case_again,
    .case_says = on_case_says,
    .fixture_says = on_fixture_says,
    .case_end = on_case_end,
    .fixture_moves = on_fixture_moves,
    .fixture_end = on_fixture_end,
    .notice = on_notice,
    .run_end = on_run_end,
    .call_end = on_call_end,
    .flush = on_flush,
};
