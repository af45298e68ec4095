/* SPDX-License-Identifier: Apache-2.0 */
#include "report/behind.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "report/behind_batch.h"

enum {
    EVENTS_LEAST = 128, /* between two flushes, where a thread is worth while */
    ENDS_LEAST = 32,    /* ends of cases and calls among them */
    BATCHES_WAKE = 8,   /* that wait, to wake the thread before a flush: each wake-up takes time */
    BATCHES_MAX = 32,   /* that wait; more, and the run waits */
    BATCHES_SPARE = 4,  /* that are kept to be filled again */
    WAITING_MAX = 4 << 20 /* bytes of calls that wait; with more, the run waits, too */
};

enum way { AT_ONCE, UNDECIDED, BY_THREAD };

/* What stands behind the mutex is shared, under it; the rest is the run's. */
struct behind {
    const struct reporters *reporters;
    enum way way;
    size_t events, ends;     /* since the last flush, while it is undecided */
    struct batch *gathering; /* or NULL */
    bool has_thread;
    pthread_t thread;

    pthread_mutex_t mutex;
    pthread_cond_t changed;
    struct batch *first, **last;
    struct batch *spare; /* n_spare of them */
    size_t n_spare;
    size_t waiting;       /* batches that were not told yet */
    size_t waiting_bytes; /* of their calls */
    bool over;
};

/* The thread ---------------------------------------------------------------------------------- */

/* It was told; under the mutex. Large ones go. */
static void give_back(struct behind *b, struct batch *batch)
{
    if (b->n_spare == BATCHES_SPARE || batch->calls.cap > 4 * BATCH_CALLS) {
        batch_free(batch);
        return;
    }
    batch->next = b->spare;
    b->spare = batch;
    b->n_spare++;
}

/* An empty one, or NULL. */
static struct batch *next_empty(struct behind *b)
{
    pthread_mutex_lock(&b->mutex);
    struct batch *batch = b->spare;
    if (batch) {
        b->spare = batch->next;
        b->n_spare--;
    }
    pthread_mutex_unlock(&b->mutex);
    if (!batch)
        return batch_new();
    batch_clear(batch);
    return batch;
}

static struct batch *take(struct behind *b)
{
    while (!b->first && !b->over)
        pthread_cond_wait(&b->changed, &b->mutex);
    struct batch *batch = b->first;
    if (!batch)
        return NULL;
    b->first = batch->next;
    if (!b->first)
        b->last = &b->first;
    return batch;
}

static void *run(void *arg)
{
    struct behind *b = arg;
    struct batch *batch;
    pthread_mutex_lock(&b->mutex);
    while ((batch = take(b)) != NULL) {
        size_t bytes = batch->calls.len;
        pthread_mutex_unlock(&b->mutex);
        batch_tell(batch, b->reporters);
        pthread_mutex_lock(&b->mutex);
        b->waiting--;
        b->waiting_bytes -= bytes;
        give_back(b, batch);
        pthread_cond_broadcast(&b->changed);
    }
    pthread_mutex_unlock(&b->mutex);
    return NULL;
}

/* The run ------------------------------------------------------------------------------------- */

static void append(struct behind *b, struct batch *batch)
{
    bool flushes = batch->events[batch->n - 1].kind == FLUSH;
    pthread_mutex_lock(&b->mutex);
    while (b->waiting >= BATCHES_MAX || b->waiting_bytes >= WAITING_MAX)
        pthread_cond_wait(&b->changed, &b->mutex);
    *b->last = batch;
    b->last = &batch->next;
    b->waiting++;
    b->waiting_bytes += batch->calls.len;
    if (flushes || b->waiting >= BATCHES_WAKE || b->waiting_bytes >= WAITING_MAX)
        pthread_cond_broadcast(&b->changed);
    pthread_mutex_unlock(&b->mutex);
}

/* Signals are the run's. */
static bool start_thread(struct behind *b)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    b->has_thread = pthread_create(&b->thread, NULL, run, b) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return b->has_thread;
}

/* One more was told at once. */
static void count(struct behind *b, bool ends)
{
    b->events++;
    b->ends += ends;
    if (b->way == UNDECIDED && b->events >= EVENTS_LEAST && b->ends >= ENDS_LEAST)
        b->way = start_thread(b) ? BY_THREAD : AT_ONCE;
}

static void hand_over(struct behind *b)
{
    struct batch *batch = b->gathering;
    if (!batch || batch->n == 0)
        return;
    b->gathering = NULL;
    append(b, batch);
}

/* Until all was told: the reporters are the run's again. */
static void *settle(struct behind *b)
{
    if (!b->has_thread)
        return (void *)b->reporters;
    hand_over(b);
    pthread_mutex_lock(&b->mutex);
    pthread_cond_broadcast(&b->changed);
    while (b->waiting > 0)
        pthread_cond_wait(&b->changed, &b->mutex);
    pthread_mutex_unlock(&b->mutex);
    return (void *)b->reporters;
}

/* The batch that has room for one more; NULL: it is to be told at once. */
static struct batch *gather(struct behind *b)
{
    if (b->way != BY_THREAD)
        return NULL;
    if (!b->gathering)
        b->gathering = next_empty(b);
    return b->gathering;
}

/* One more; NULL: it is to be told at once. */
static struct batch_event *add(struct behind *b, enum batch_kind kind)
{
    struct batch *batch = gather(b);
    return batch ? batch_add(batch, kind) : NULL;
}

static void added(struct behind *b)
{
    if (batch_is_full(b->gathering))
        hand_over(b);
}

static void on_case_begin(void *self, const struct result *r)
{
    struct behind *b = self;
    struct batch_event *e = add(b, CASE_BEGINS);
    if (!e) {
        reporters_observer.case_begin(settle(b), r);
        count(b, false);
        return;
    }
    e->of.result = *r;
    e->of.result.told_ms = clock_wall_ms();
    added(b);
}

/* What is freed or changed when it was reported, but for the timeline. */
static bool went_well(const struct result *r)
{
    return !r->failure.summary && !r->failure.wait && !r->autopsy && !r->earlier && !r->problems;
}

static void on_case_end(void *self, const struct result *r)
{
    struct behind *b = self;
    bool may = b->way == BY_THREAD && went_well(r);
    char *timeline = may && r->timeline ? strdup(r->timeline) : NULL;
    struct batch_event *e = may && (timeline || !r->timeline) ? add(b, CASE_ENDS) : NULL;
    if (!e) {
        free(timeline);
        reporters_observer.case_end(settle(b), r);
        count(b, true);
        return;
    }
    e->of.result = *r;
    e->of.result.told_ms = clock_wall_ms();
    e->of.result.timeline = timeline;
    added(b);
}

static void on_call_end(void *self, const struct call_end *end)
{
    struct behind *b = self;
    struct batch *batch = gather(b);
    if (batch && batch_add_call(batch, end)) {
        added(b);
        return;
    }
    reporters_observer.call_end(settle(b), end);
    count(b, true);
}

static void on_flush(void *self)
{
    struct behind *b = self;
    b->events = b->ends = 0;
    if (add(b, FLUSH))
        hand_over(b);
    else
        reporters_observer.flush(settle(b));
}

#define IS_TOLD_AT_ONCE(slot, type)                                                                \
    static void on_##slot(void *self, const type *news)                                            \
    {                                                                                              \
        reporters_observer.slot(settle(self), news);                                               \
    }

IS_TOLD_AT_ONCE(run_begin, struct run_info)
IS_TOLD_AT_ONCE(fixture_end, struct fixture_result)
IS_TOLD_AT_ONCE(notice, char)
IS_TOLD_AT_ONCE(run_end, struct run_summary)

const struct observer behind_observer = {
    .run_begin = on_run_begin,
    .case_begin = on_case_begin,
    .case_end = on_case_end,
    .fixture_end = on_fixture_end,
    .notice = on_notice,
    .run_end = on_run_end,
    .call_end = on_call_end,
    .flush = on_flush,
};

/* Making and ending --------------------------------------------------------------------------- */

struct behind *behind_new(const struct reporters *reporters)
{
    struct behind *b = calloc(1, sizeof *b);
    if (!b)
        return NULL;
    b->reporters = reporters;
    b->last = &b->first;
    pthread_mutex_init(&b->mutex, NULL);
    pthread_cond_init(&b->changed, NULL);
    return b;
}

void behind_start(struct behind *b)
{
    b->way = b->reporters->n > 0 ? UNDECIDED : AT_ONCE;
}

void behind_free(struct behind *b)
{
    if (!b)
        return;
    settle(b);
    pthread_mutex_lock(&b->mutex);
    b->over = true;
    pthread_cond_broadcast(&b->changed);
    pthread_mutex_unlock(&b->mutex);
    if (b->has_thread)
        pthread_join(b->thread, NULL);
    batch_free(b->gathering);
    for (struct batch *next, *spare = b->spare; spare; spare = next) {
        next = spare->next;
        batch_free(spare);
    }
    pthread_cond_destroy(&b->changed);
    pthread_mutex_destroy(&b->mutex);
    free(b);
}
