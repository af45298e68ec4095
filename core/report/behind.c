/* SPDX-License-Identifier: Apache-2.0 */
#include "report/behind.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"

enum {
    EVENTS = 128,     /* of one batch */
    ENDS_LEAST = 32,  /* of the first batch, where a thread is worth while */
    BATCHES_WAKE = 8, /* that wait, to wake the thread before a flush: each wake-up takes time */
    BATCHES_MAX = 32, /* that wait; more, and the run waits */
};

enum event_kind { CASE_BEGINS, CASE_ENDS, FLUSH };

/* The timeline of its result is its own. */
struct event {
    enum event_kind kind;
    struct result result;
};

struct batch {
    struct batch *next;
    size_t n;
    struct event events[EVENTS];
};

enum way { AT_ONCE, UNDECIDED, BY_THREAD };

/* What stands behind the mutex is shared, under it; the rest is the run's. */
struct behind {
    const struct reporters *reporters;
    enum way way;
    struct batch *gathering; /* or NULL */
    bool has_thread;
    pthread_t thread;

    pthread_mutex_t mutex;
    pthread_cond_t changed;
    struct batch *first, **last;
    size_t waiting; /* batches that were not told yet */
    bool over;
};

/* The thread ---------------------------------------------------------------------------------- */

static void tell(const struct reporters *to, struct event *e)
{
    void *self = (void *)to;
    if (e->kind == CASE_BEGINS)
        reporters_observer.case_begin(self, &e->result);
    else if (e->kind == CASE_ENDS)
        reporters_observer.case_end(self, &e->result);
    else
        reporters_observer.flush(self);
    free(e->kind == CASE_ENDS ? e->result.timeline : NULL);
}

static void tell_all(const struct reporters *to, struct batch *batch)
{
    for (size_t i = 0; i < batch->n; i++)
        tell(to, &batch->events[i]);
    free(batch);
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
        pthread_mutex_unlock(&b->mutex);
        tell_all(b->reporters, batch);
        pthread_mutex_lock(&b->mutex);
        b->waiting--;
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
    while (b->waiting >= BATCHES_MAX)
        pthread_cond_wait(&b->changed, &b->mutex);
    *b->last = batch;
    b->last = &batch->next;
    b->waiting++;
    if (flushes || b->waiting >= BATCHES_WAKE)
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

/* Whether cases end fast, by the first batch that was filled between two flushes. */
static bool is_worth_a_thread(const struct batch *batch)
{
    size_t ends = 0;
    for (size_t i = 0; i < batch->n; i++)
        ends += batch->events[i].kind == CASE_ENDS;
    return batch->n == EVENTS && ends >= ENDS_LEAST;
}

static void hand_over(struct behind *b)
{
    struct batch *batch = b->gathering;
    if (!batch)
        return;
    b->gathering = NULL;
    if (b->way == UNDECIDED && is_worth_a_thread(batch))
        b->way = start_thread(b) ? BY_THREAD : AT_ONCE;
    if (b->way == BY_THREAD)
        append(b, batch);
    else
        tell_all(b->reporters, batch);
}

/* Until all was told: the reporters are the run's again. */
static void *settle(struct behind *b)
{
    hand_over(b);
    pthread_mutex_lock(&b->mutex);
    pthread_cond_broadcast(&b->changed);
    while (b->waiting > 0)
        pthread_cond_wait(&b->changed, &b->mutex);
    pthread_mutex_unlock(&b->mutex);
    return (void *)b->reporters;
}

/* Room for one more; NULL: it is to be told at once. */
static struct event *add(struct behind *b, enum event_kind kind)
{
    if (b->way == AT_ONCE)
        return NULL;
    if (!b->gathering && (b->gathering = malloc(sizeof *b->gathering)) != NULL) {
        b->gathering->next = NULL;
        b->gathering->n = 0;
    }
    if (!b->gathering)
        return NULL;
    struct event *e = &b->gathering->events[b->gathering->n++];
    e->kind = kind;
    return e;
}

static void added(struct behind *b)
{
    if (b->gathering->n == EVENTS)
        hand_over(b);
}

static void on_case_begin(void *self, const struct result *r)
{
    struct behind *b = self;
    struct event *e = add(b, CASE_BEGINS);
    if (!e) {
        reporters_observer.case_begin(settle(b), r);
        return;
    }
    e->result = *r;
    e->result.told_ms = clock_wall_ms();
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
    bool may = b->way != AT_ONCE && went_well(r);
    char *timeline = may && r->timeline ? strdup(r->timeline) : NULL;
    struct event *e = may && (timeline || !r->timeline) ? add(b, CASE_ENDS) : NULL;
    if (!e) {
        free(timeline);
        reporters_observer.case_end(settle(b), r);
        return;
    }
    e->result = *r;
    e->result.told_ms = clock_wall_ms();
    e->result.timeline = timeline;
    added(b);
}

static void on_call_end(void *self, const struct call_end *end)
{
    struct behind *b = self;
    void *reporters = settle(b);
    b->way = AT_ONCE;
    reporters_observer.call_end(reporters, end);
}

static void on_flush(void *self)
{
    struct behind *b = self;
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
    pthread_cond_destroy(&b->changed);
    pthread_mutex_destroy(&b->mutex);
    free(b);
}
