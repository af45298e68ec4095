/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/autopsy/timeline.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>

#include "base/json_put.h"
#include "lua/waiting/clock.h"

enum { TOLD_MAX = 1 << 20, TOLD_USUAL = 255 /* room for most */, TOLD_DIGITS = 2 };

/* Thousands of cases wait at once, so all is small: milliseconds since the case began. */
struct look {
    float from, to;
    bool held;
};

/* A jump, by so much; the end of a wait, which lasts so long. */
struct moment {
    float at, by;
};

struct begin {
    float from;
    const char *phase; /* static */
};

struct timeline {
    const struct lua_env *env;
    const char *id;
    double began, wall, jumped;
    struct look *looks; /* every `every`th of them */
    struct look latest;
    struct moment *jumps;
    json_t *arrivals; /* as they will be told; NULL: none yet */
    size_t n_looks, n_kept, every, n_jumps;
    size_t n_phases, n_deadlines;
    struct begin phases[TIMELINE_PHASES_MAX];
    struct moment deadlines[TIMELINE_DEADLINES_MAX];
};

struct timeline *timeline_new(const struct lua_env *env)
{
    struct timeline *t = calloc(1, sizeof *t);
    if (t)
        t->env = env;
    return t;
}

static void forget(struct timeline *t)
{
    json_decref(t->arrivals);
    free(t->looks);
    free(t->jumps);
    *t = (struct timeline){.env = t->env, .every = 1};
}

void timeline_free(struct timeline *t)
{
    if (t)
        forget(t);
    free(t);
}

void timeline_begin(struct timeline *t, const char *id)
{
    if (!t)
        return;
    forget(t);
    t->id = id;
    t->began = clock_now(t->env);
    t->wall = clock_time(t->env);
    t->jumped = clock_jumped(t->env);
}

static float since(const struct timeline *t, double ms)
{
    return (float)(ms - t->began);
}

static float now(const struct timeline *t)
{
    return since(t, clock_now(t->env));
}

/* Room for one more behind `n`, which doubles: at 8, 16, ... False: out of memory, or there is
 * `most`. */
static bool grow(void **list, size_t n, size_t most, size_t size)
{
    if (n >= most)
        return false;
    if (n != 0 && (n < 8 || (n & (n - 1)) != 0))
        return true;
    void *more = realloc(*list, (n ? 2 * n : 8) * size);
    if (more)
        *list = more;
    return more != NULL;
}

/* One too many widens the last: the sum of all stays right. */
void timeline_resumed(struct timeline *t)
{
    double jumped = t ? clock_jumped(t->env) : 0, by = t ? jumped - t->jumped : 0;
    if (by <= 0)
        return;
    if (grow((void **)&t->jumps, t->n_jumps, TIMELINE_JUMPS_MAX, sizeof *t->jumps))
        t->jumps[t->n_jumps++] = (struct moment){0, 0};
    if (t->n_jumps == 0)
        return;
    struct moment *last = &t->jumps[t->n_jumps - 1];
    last->at = now(t);
    last->by += (float)by;
    t->jumped = jumped;
}

void timeline_phase(struct timeline *t, const char *phase)
{
    if (!t)
        return;
    timeline_resumed(t);
    if (t->n_phases < TIMELINE_PHASES_MAX)
        t->phases[t->n_phases++] = (struct begin){.from = now(t), .phase = phase};
}

/* Of many, those of even places make room. */
static void thin_out(struct timeline *t)
{
    t->every *= 2;
    t->n_kept /= 2;
    for (size_t i = 1; i < t->n_kept; i++)
        t->looks[i] = t->looks[2 * i];
}

static void note_look(struct timeline *t)
{
    if (t->n_kept == TIMELINE_LOOKS_MAX)
        thin_out(t);
    if (t->n_looks % t->every == 0 &&
        grow((void **)&t->looks, t->n_kept, TIMELINE_LOOKS_MAX, sizeof *t->looks))
        t->looks[t->n_kept++] = t->latest;
    t->n_looks++;
}

static void note_deadline(struct timeline *t, const struct timeline_attempt *attempt)
{
    struct moment end = {since(t, attempt->deadline), (float)attempt->within};
    if (attempt->deadline <= 0 || t->n_deadlines == TIMELINE_DEADLINES_MAX)
        return;
    if (t->n_deadlines > 0 && fabsf(t->deadlines[t->n_deadlines - 1].at - end.at) < 0.01F)
        return;
    t->deadlines[t->n_deadlines++] = end;
}

void timeline_attempt(struct timeline *t, const struct timeline_attempt *attempt)
{
    if (!t)
        return;
    note_deadline(t, attempt);
    t->latest = (struct look){since(t, attempt->from), since(t, attempt->to), attempt->held};
    note_look(t);
}

void timeline_arrival(struct timeline *t, const char *label)
{
    if (!t || json_array_size(t->arrivals) >= TIMELINE_ARRIVALS_MAX)
        return;
    timeline_resumed(t);
    if (!t->arrivals)
        t->arrivals = json_array();
    json_array_append_new(t->arrivals, json_pack("[f, s]", (double)now(t), label));
}

/* A list of times, and what else stands in it. */
static void open_row(struct buf *to)
{
    json_put_open(to, NULL, '[');
}

static void put_ms(struct buf *to, float ms)
{
    json_put_real(to, NULL, (double)ms, TOLD_DIGITS);
}

static void put_look(struct buf *to, const struct look *look)
{
    open_row(to);
    put_ms(to, look->from);
    put_ms(to, look->to);
    json_put_integer(to, NULL, look->held);
    json_put_close(to, ']');
}

static void put_looks(struct buf *to, const struct timeline *t)
{
    if (t->n_looks == 0)
        return;
    json_put_open(to, "attempts", '[');
    for (size_t i = 0; i < t->n_kept; i++)
        put_look(to, &t->looks[i]);
    if ((t->n_looks - 1) % t->every != 0)
        put_look(to, &t->latest);
    json_put_close(to, ']');
    json_put_integer(to, "n_attempts", (int64_t)t->n_looks);
    if (t->every > 1)
        json_put_integer(to, "every", (int64_t)t->every);
}

static void put_phases(struct buf *to, const struct timeline *t)
{
    json_put_open(to, "phases", '[');
    for (size_t i = 0; i < t->n_phases; i++) {
        open_row(to);
        json_put_text(to, NULL, t->phases[i].phase);
        put_ms(to, t->phases[i].from);
        json_put_close(to, ']');
    }
    json_put_close(to, ']');
}

static void put_moments(struct buf *to, const char *key, const struct moment *moments, size_t n)
{
    if (n == 0)
        return;
    json_put_open(to, key, '[');
    for (size_t i = 0; i < n; i++) {
        open_row(to);
        put_ms(to, moments[i].at);
        put_ms(to, moments[i].by);
        json_put_close(to, ']');
    }
    json_put_close(to, ']');
}

char *timeline_told(struct timeline *t)
{
    struct buf to = BUF_INIT(TOLD_MAX);
    if (!t)
        return NULL;
    timeline_resumed(t);
    buf_room(&to, TOLD_USUAL);
    json_put_open(&to, NULL, '{');
    json_put_text(&to, "id", t->id);
    json_put_real(&to, "began", t->began, TOLD_DIGITS);
    json_put_integer(&to, "wall", (int64_t)t->wall);
    json_put_real(&to, "ended", (double)now(t), TOLD_DIGITS);
    put_phases(&to, t);
    put_looks(&to, t);
    put_moments(&to, "deadlines", t->deadlines, t->n_deadlines);
    put_moments(&to, "jumps", t->jumps, t->n_jumps);
    if (t->arrivals)
        json_put_json(&to, "arrivals", t->arrivals);
    json_put_close(&to, '}');
    if (to.failed)
        buf_free(&to);
    return to.data;
}
