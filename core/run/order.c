/* SPDX-License-Identifier: Apache-2.0 */
#include "run/order.h"

#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "lua/marks.h"

/* Cases in a row; made when the first comes. */
struct row {
    size_t *items;
    size_t first, n, cap;
};

struct group {
    const char *name;
    bool busy;
    struct row waiting;
    struct group *next;
};

struct order {
    const struct collection *collection;
    bool one_at_a_time;
    size_t *shuffled; /* items; NULL: in the order of collection */
    size_t next;      /* of them */
    size_t started;   /* cases given out */
    struct group *groups;
    struct row ready; /* of groups that have come free */
    struct row alone;
};

static bool row_add(struct row *row, size_t item)
{
    if (row->n == row->cap) {
        size_t cap = row->cap ? row->cap * 2 : 16;
        size_t *more = realloc(row->items, cap * sizeof *more);
        if (!more)
            return false;
        row->items = more;
        row->cap = cap;
    }
    row->items[row->n++] = item;
    return true;
}

static bool row_take(struct row *row, size_t *item)
{
    if (row->first == row->n)
        return false;
    *item = row->items[row->first++];
    return true;
}

struct order *order_new(const struct collection *collection, bool one_at_a_time)
{
    struct order *o = calloc(1, sizeof *o);
    if (o)
        *o = (struct order){.collection = collection, .one_at_a_time = one_at_a_time};
    return o;
}

void order_free(struct order *o)
{
    if (!o)
        return;
    for (struct group *next, *g = o->groups; g; g = next) {
        next = g->next;
        free(g->waiting.items);
        free(g);
    }
    free(o->ready.items);
    free(o->alone.items);
    free(o->shuffled);
    free(o);
}

/* Fisher and Yates. The few orders that are a little more likely than others harm no test. */
bool order_shuffle(struct order *o, uint32_t seed)
{
    size_t n = o->collection->n_items;
    uint64_t state[2] = {seed, ~(uint64_t)seed};
    o->shuffled = malloc((n + 1) * sizeof *o->shuffled);
    if (!o->shuffled)
        return false;
    for (int i = 0; i < 16; i++) /* until bits of the seed are everywhere */
        (void)random_next(state);
    for (size_t i = 0; i < n; i++) {
        size_t k = random_next(state) % (i + 1);
        o->shuffled[i] = o->shuffled[k];
        o->shuffled[k] = i;
    }
    return true;
}

static const struct spec_marks *marks_of(const struct order *o, size_t item)
{
    return o->one_at_a_time ? NULL : o->collection->items[item].sc->marks;
}

/* NULL: out of memory, and the case is then started as any other. */
static struct group *group_of(struct order *o, const char *name)
{
    struct group *g = o->groups;
    while (g && strcmp(g->name, name) != 0)
        g = g->next;
    if (!g && (g = calloc(1, sizeof *g))) {
        *g = (struct group){.name = name, .next = o->groups};
        o->groups = g;
    }
    return g;
}

/* Whether the case has to wait; it is then kept for later. */
static bool put_off(struct order *o, size_t item)
{
    const struct spec_marks *marks = marks_of(o, item);
    if (!marks || marks_skip(marks))
        return false;
    if (marks->alone)
        return row_add(&o->alone, item);
    struct group *g = marks->group ? group_of(o, marks->group) : NULL;
    if (g && g->busy)
        return row_add(&g->waiting, item);
    if (g)
        g->busy = true;
    return false;
}

/* The next that need not wait. */
static bool take_next(struct order *o, size_t *item)
{
    while (o->next < o->collection->n_items) {
        *item = o->shuffled ? o->shuffled[o->next] : o->next;
        o->next++;
        if (!put_off(o, *item))
            return true;
    }
    return false;
}

bool order_next(struct order *o, size_t busy, size_t *item)
{
    if (o->one_at_a_time && busy > 0)
        return false;
    bool found = row_take(&o->ready, item) || take_next(o, item);
    /* once nothing runs and nothing else is left, no group has a case that waits */
    if (!found && busy == 0)
        found = row_take(&o->alone, item);
    o->started += found;
    return found;
}

void order_done(struct order *o, size_t item)
{
    size_t next;
    const struct spec_marks *marks = marks_of(o, item);
    if (!marks || !marks->group || marks->alone || marks_skip(marks))
        return;
    struct group *g = group_of(o, marks->group);
    if (!g)
        return;
    g->busy = row_take(&g->waiting, &next) && row_add(&o->ready, next);
}

bool order_left(const struct order *o)
{
    return o->started < o->collection->n_items;
}
