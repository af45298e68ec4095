/* SPDX-License-Identifier: Apache-2.0 */
#include "run/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "run/life.h"

/* Cases started in one turn of the loop: signals and answers must get their turns too. */
enum { STARTS_PER_TURN = 64 };

struct session {
    struct lua_env *env;
    const struct collection *collection;
    struct session_options o;
    struct result *results;
    struct life **idle, **all; /* places that are free; all of them */
    size_t n_idle, n_all;
    size_t next, running;
    bool pumping, over;
    uv_idle_t more; /* active while cases could be started at once */
    bool more_open;
    uint64_t began_ns;
    struct run_summary summary;
    char stopped[160];
    void (*done)(void *arg);
    void *done_arg;
};

static void pump(struct session *s);

static void on_more(uv_idle_t *handle)
{
    pump(handle->data);
}

static bool stopping(const struct session *s)
{
    return s->summary.stop != STOP_NONE;
}

static void stop(struct session *s, enum stop why, const char *text)
{
    s->summary.stop = why;
    snprintf(s->stopped, sizeof s->stopped, "%s", text);
    s->summary.stopped = s->stopped;
}

static void finish(struct session *s)
{
    s->over = true;
    uv_idle_stop(&s->more);
    s->summary.seconds = (double)(clock_mono_ns() - s->began_ns) / 1e9;
    s->done(s->done_arg);
}

static size_t failures(const struct session *s)
{
    const size_t *n = s->summary.counts;
    return n[OUTCOME_FAILED] + n[OUTCOME_ERROR] + n[OUTCOME_TIMEOUT];
}

static void count(struct session *s, const struct result *result)
{
    s->summary.counts[result->outcome]++;
    for (const struct problem *p = result->problems; p; p = p->next)
        s->summary.counts[OUTCOME_ERROR]++;
}

static void on_done(struct life *life, void *arg)
{
    struct session *s = arg;
    const struct result *result = life_result(life);
    s->running--;
    s->idle[s->n_idle++] = life;
    count(s, result);
    if (s->o.observer->case_end)
        s->o.observer->case_end(s->o.observer_self, result);
    if (s->o.max_failures && !stopping(s) && failures(s) >= s->o.max_failures) {
        char text[64];
        snprintf(text, sizeof text, "stopping after %zu failures", failures(s));
        stop(s, STOP_FAILURES, text);
    }
    if (!s->pumping)
        pump(s);
}

/* t.id names run and case: "r4k09x2mqa-2f". */
static void make_id(const struct session *s, size_t i, char id[LIFE_ID_MAX])
{
    char digits[16];
    size_t n = sizeof digits;
    digits[--n] = '\0';
    do {
        digits[--n] = "0123456789abcdefghijklmnopqrstuvwxyz"[i % 36];
        i /= 36;
    } while (i > 0 && n > 0);
    snprintf(id, LIFE_ID_MAX, "%s-%s", s->env->run_id, digits + n);
}

static struct life *place(struct session *s)
{
    if (s->n_idle > 0)
        return s->idle[--s->n_idle];
    struct life *life = s->n_all < s->o.jobs ? life_new(s->env, on_done, s) : NULL;
    if (life)
        s->all[s->n_all++] = life;
    return life;
}

static void start_next(struct session *s, struct life *life)
{
    char id[LIFE_ID_MAX];
    size_t i = s->next++;
    struct result *result = &s->results[i];
    make_id(s, i, id);
    s->running++;
    if (s->o.observer->case_begin) {
        result->path = spec_path(s->collection->items[i].spec);
        result->name = s->collection->items[i].sc->name;
        s->o.observer->case_begin(s->o.observer_self, result);
    }
    life_start(life, &s->collection->items[i], id, result);
}

/* Starts what may be started. A case may end inside its start; on_done() then sees `pumping` and
 * leaves the next one to this loop. */
static void pump(struct session *s)
{
    struct life *life = NULL;
    s->pumping = true;
    for (int n = 0; n < STARTS_PER_TURN && !stopping(s) && s->next < s->collection->n_items; n++) {
        life = place(s);
        if (!life)
            break;
        start_next(s, life);
    }
    s->pumping = false;
    bool left = !stopping(s) && s->next < s->collection->n_items;
    if (!left && s->running == 0 && !s->over)
        finish(s);
    else if (left && (s->n_idle > 0 || s->n_all < s->o.jobs))
        uv_idle_start(&s->more, on_more);
    else
        uv_idle_stop(&s->more);
}

struct session *session_new(struct lua_env *env, const struct collection *collection,
                            const struct session_options *options)
{
    struct session *s = calloc(1, sizeof *s);
    if (!s)
        return NULL;
    s->env = env;
    s->collection = collection;
    s->o = *options;
    if (s->o.jobs > collection->n_items)
        s->o.jobs = collection->n_items ? (unsigned)collection->n_items : 1;
    s->results = calloc(collection->n_items + 1, sizeof *s->results);
    s->idle = calloc(s->o.jobs, sizeof *s->idle);
    s->all = calloc(s->o.jobs, sizeof *s->all);
    if (!s->results || !s->idle || !s->all) {
        session_free(s);
        return NULL;
    }
    uv_idle_init(env->loop, &s->more);
    s->more.data = s;
    s->more_open = true;
    s->summary = (struct run_summary){.results = s->results,
                                      .n_results = collection->n_items,
                                      .errors = collection->errors,
                                      .n_errors = collection->n_errors,
                                      .n_deselected = collection->n_deselected};
    return s;
}

void session_start(struct session *s, void (*done)(void *arg), void *arg)
{
    s->done = done;
    s->done_arg = arg;
    s->began_ns = clock_mono_ns();
    uv_idle_start(&s->more, on_more);
}

void session_interrupt(struct session *s, enum stop why_stop, const char *why)
{
    if (s->over)
        return;
    if (s->summary.stop == STOP_NONE || s->summary.stop == STOP_FAILURES) {
        stop(s, why_stop, why);
        for (size_t i = 0; i < s->n_all; i++)
            life_interrupt(s->all[i], why);
        pump(s);
        return;
    }
    for (size_t i = 0; i < s->n_all; i++)
        life_abandon(s->all[i]);
    finish(s);
}

const struct run_summary *session_summary(const struct session *s)
{
    return &s->summary;
}

static void closed(uv_handle_t *handle)
{
    free(handle->data);
}

void session_free(struct session *s)
{
    if (!s)
        return;
    for (size_t i = 0; i < s->n_all; i++)
        life_free(s->all[i]);
    for (size_t i = 0; s->results && i < s->collection->n_items; i++)
        result_free(&s->results[i]);
    free(s->results);
    free(s->idle);
    free(s->all);
    if (s->more_open)
        uv_close((uv_handle_t *)&s->more, closed);
    else
        free(s);
}
